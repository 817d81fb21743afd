//! XML as workbooks hold it: names without their prefixes, text without entities.

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::MOST_ONE_TEXT;
use super::error::Fault;

impl From<quick_xml::Error> for Fault {
    fn from(_: quick_xml::Error) -> Self {
        Self::Damaged
    }
}

impl From<quick_xml::events::attributes::AttrError> for Fault {
    fn from(_: quick_xml::events::attributes::AttrError) -> Self {
        Self::Damaged
    }
}

/// A document, read piece by piece.
pub(super) struct Xml<'t> {
    text: &'t str,
    reader: Reader<&'t [u8]>,
    /// How many elements have begun and not ended; a document that is cut off leaves some.
    open: u32,
}

/// A piece of a document.
pub(super) enum Piece<'t> {
    /// An element begins.
    Start(BytesStart<'t>),
    /// An element ends.
    End(BytesEnd<'t>),
    /// Text, or a reference to a character.
    Text(Cow<'t, str>),
    /// The document ends.
    Over,
}

impl<'t> Xml<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { text, reader, open: 0 }
    }

    /// Where the next piece begins, in bytes.
    pub(super) fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    /// What stands behind the tag that was read last, if that was no element in itself.
    pub(super) fn behind_tag(&self) -> Option<&'t str> {
        let at = self.text.len().checked_sub(self.reader.get_ref().len())?;
        let (before, behind) = self.text.split_at_checked(at)?;
        (before.ends_with('>') && !before.ends_with("/>")).then_some(behind)
    }

    /// Passes over so many bytes of that, which are whole elements.
    pub(super) fn pass(&mut self, bytes: usize) {
        self.reader.stream().consume(bytes);
    }

    pub(super) fn next(&mut self) -> Result<Piece<'t>, Fault> {
        loop {
            return Ok(match self.reader.read_event()? {
                Event::Start(start) => {
                    self.open += 1;
                    match local(&start) {
                        // Of alternatives the last is for who knows no extension.
                        "Choice" => {
                            self.skip(&start)?;
                            continue;
                        }
                        "AlternateContent" | "Fallback" => continue,
                        _ => Piece::Start(start),
                    }
                }
                Event::End(end) => {
                    self.open = self.open.saturating_sub(1);
                    match end.local_name().as_ref() {
                        "AlternateContent" | "Fallback" => continue,
                        _ => Piece::End(end),
                    }
                }
                Event::Text(text) if text.len() > MOST_ONE_TEXT => return Err(Fault::too_long()),
                Event::CData(text) if text.len() > MOST_ONE_TEXT => return Err(Fault::too_long()),
                Event::Text(text) => Piece::Text(text.xml10_content()),
                Event::CData(text) => Piece::Text(text.xml10_content()),
                Event::GeneralRef(entity) => match entity.resolve_char_ref()? {
                    Some(c) => Piece::Text(Cow::Owned(c.to_string())),
                    None => {
                        let known = quick_xml::escape::resolve_predefined_entity(&entity);
                        Piece::Text(Cow::Borrowed(known.ok_or(Fault::Damaged)?))
                    }
                },
                Event::Eof if self.open > 0 => return Err(Fault::Damaged),
                Event::Eof => Piece::Over,
                Event::Empty(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_)
                | Event::DocType(_) => continue,
            });
        }
    }

    /// The next element that begins; none where the document ends.
    pub(super) fn start(&mut self) -> Result<Option<BytesStart<'t>>, Fault> {
        loop {
            match self.next()? {
                Piece::Start(start) => return Ok(Some(start)),
                Piece::Over => return Ok(None),
                Piece::End(_) | Piece::Text(_) => {}
            }
        }
    }

    /// The next element that begins within one; none where that ends.
    pub(super) fn child(&mut self) -> Result<Option<BytesStart<'t>>, Fault> {
        loop {
            match self.next()? {
                Piece::Start(start) => return Ok(Some(start)),
                Piece::End(_) => return Ok(None),
                Piece::Text(_) => {}
                Piece::Over => return Err(Fault::Damaged),
            }
        }
    }

    /// Leaves an element that has just begun, with all that it holds.
    pub(super) fn skip(&mut self, start: &BytesStart<'_>) -> Result<(), Fault> {
        self.reader.read_to_end(start.name())?;
        self.open = self.open.saturating_sub(1);
        Ok(())
    }

    /// The text of an element that has just begun, with that of the elements in it.
    pub(super) fn text(&mut self) -> Result<Cow<'t, str>, Fault> {
        let mut text = Cow::Borrowed("");
        let mut depth = 0u32;
        loop {
            match self.next()? {
                Piece::Start(_) => depth += 1,
                Piece::Text(more) if text.is_empty() => text = more,
                Piece::Text(more) => extend(text.to_mut(), &more)?,
                Piece::End(_) if depth == 0 => return Ok(text),
                Piece::End(_) => depth -= 1,
                Piece::Over => return Err(Fault::Damaged),
            }
        }
    }
}

/// Adds to a text, which can't be of any length.
pub(super) fn extend(text: &mut String, more: &str) -> Result<(), Fault> {
    if text.len() + more.len() > MOST_ONE_TEXT {
        return Err(Fault::too_long());
    }
    text.push_str(more);
    Ok(())
}

/// An element's name without its prefix.
pub(super) fn local<'s>(start: &'s BytesStart<'_>) -> &'s str {
    // `local_name` would borrow from a value that is gone.
    let name = start.name().0;
    // Shorter than what a search pays for.
    let prefix = name.bytes().rposition(|byte| byte == b':');
    prefix.map_or(name, |at| &name[at + 1..])
}

/// The values of attributes, by their names without the prefix.
pub(super) fn attributes<'s, const N: usize>(
    start: &'s BytesStart<'_>,
    names: [&str; N],
) -> Result<[Option<Cow<'s, str>>; N], Fault> {
    let mut values = [const { None }; N];
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute?;
        let name = attribute.key.local_name();
        let wanted = names.iter().zip(&mut values).find(|(wanted, _)| **wanted == name.as_ref());
        let Some((_, value @ None)) = wanted else { continue };
        if attribute.value.len() > MOST_ONE_TEXT {
            return Err(Fault::too_long());
        }
        *value = Some(attribute.normalized_value(XmlVersion::Implicit1_0)?);
        if values.iter().all(Option::is_some) {
            break;
        }
    }
    Ok(values)
}

/// The value of one attribute.
pub(super) fn attribute<'s>(
    start: &'s BytesStart<'_>,
    name: &str,
) -> Result<Option<Cow<'s, str>>, Fault> {
    attributes(start, [name]).map(|[value]| value)
}

/// The value of an attribute; nothing if there is none.
pub(super) fn value_of(start: &BytesStart<'_>, name: &str) -> Result<String, Fault> {
    Ok(attribute(start, name)?.unwrap_or_default().into_owned())
}

/// The number that is the value of an attribute.
pub(super) fn number(start: &BytesStart<'_>, name: &str) -> Result<Option<u32>, Fault> {
    let value = attribute(start, name)?;
    value.map(|value| value.trim().parse().map_err(|_| Fault::Damaged)).transpose()
}

/// Whether an attribute says yes.
pub(super) fn says_yes(start: &BytesStart<'_>, name: &str) -> Result<bool, Fault> {
    Ok(attribute(start, name)?.is_some_and(|value| is_yes(&value)))
}

/// Whether a value says yes.
pub(super) fn is_yes(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}
