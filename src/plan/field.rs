//! Taking typed values out of tables, collecting what is wrong.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::faults::FileFaults;
use super::placeholder::is_placeholder;
use super::table::{Holds, Key, Shape, Table, Value, kind};
use crate::diagnostic::{Diagnostic, KeyProblem, Kind, LintProblem, Problem};
use crate::exact::{Decimal, DecimalError};
use crate::source::Place;
use crate::term::{Date, LONGEST_TEXT, Named, Year, nearest, unit};
use crate::text::says_nothing;

/// A finding of `plan lint` that is meant so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allow {
    /// The finding's code.
    pub code: String,
    /// Why it is meant so.
    pub reason: String,
    /// Where in the rules it stands.
    pub rule: Place,
}

/// One rule file while it is checked.
pub(super) struct Checker<'s> {
    pub(super) file: Arc<str>,
    pub(super) source: &'s str,
    /// The source once more, for what outlives the file.
    pub(super) shared: Arc<str>,
    /// Where its lines begin.
    pub(super) starts: Arc<Vec<usize>>,
    pub(super) faults: FileFaults,
}

/// Something read, and where it stands.
pub(super) struct At<T> {
    pub(super) value: T,
    pub(super) span: Range<usize>,
}

/// What something is called.
pub(super) struct Called {
    /// The name that is printed, unless it is faulty.
    pub(super) name: Option<Named>,
    /// Other names that submissions may use.
    pub(super) aliases: Vec<String>,
    /// All of them, and where they stand.
    pub(super) known: Vec<At<String>>,
}

impl Checker<'_> {
    pub(super) fn place(&self, span: Range<usize>) -> Place {
        Place::among(&self.file, self.source, &self.starts, span)
    }

    pub(super) fn fault(&mut self, problem: impl Into<Problem>, span: Range<usize>) {
        let (file, source, starts) = (&self.file, self.source, &self.starts);
        self.faults.push(|| Diagnostic::at(problem, Place::among(file, source, starts, span)));
    }

    /// A fault that a value is of another kind than expected.
    fn wrong<T>(&mut self, key: &'static str, expected: Kind, got: &Value<'_>) -> Option<T> {
        let found = kind(got.get_ref());
        self.fault(KeyProblem::WrongType { key, expected, found }, got.span());
        None
    }

    /// Whether the tables of a file are where its shape has them; keys that it does not have
    /// are told.
    pub(super) fn fits(&mut self, file: &'static Shape, root: &DeTable<'_>) -> bool {
        self.unknown(&Table::new(file, root, 0..0), Some(file));
        let mut fits = true;
        for Key { name: key, holds, .. } in file.keys {
            let Some(got) = root.get(*key) else { continue };
            fits &= match (holds, got.get_ref()) {
                (Holds::Table(shape), DeValue::Table(entries)) => {
                    self.unknown(&Table::new(shape, entries, got.span()), Some(file));
                    true
                }
                (Holds::Tables(_), DeValue::Table(_)) => {
                    let key = root.get_key_value(*key).map_or(got.span(), |(key, _)| key.span());
                    let table = self.source.get(key.clone()).unwrap_or_default().to_owned();
                    self.fault(KeyProblem::SingleTable { table }, key);
                    false
                }
                (Holds::Tables(shape), DeValue::Array(items)) => {
                    let mut are_tables = true;
                    for item in items {
                        are_tables &= match Table::of(shape, item) {
                            Some(table) => {
                                self.unknown(&table, Some(file));
                                true
                            }
                            None => self.wrong::<()>(key, Kind::Table, item).is_some(),
                        };
                    }
                    are_tables
                }
                (Holds::Tables(_), _) => self.wrong::<()>(key, Kind::Array, got).is_some(),
                // It is taken as what it is.
                (holds, _) if holds.shape().is_none() => true,
                _ => self.wrong::<()>(key, Kind::Table, got).is_some(),
            };
        }
        fits
    }

    /// Tells the keys that a table may not have, and which table of the file has them.
    fn unknown(&mut self, table: &Table<'_>, file: Option<&'static Shape>) {
        for key in table.strange() {
            let (span, key) = (key.span(), key.get_ref().to_string());
            let nearest = self.faults.meant(|| nearest(&key, table.shape.names()));
            let tables = file.iter().flat_map(|file| file.keys).filter_map(|key| key.holds.shape());
            let owner = { tables }.find(|table| table.key(&key).is_some()).map(|table| table.name);
            self.fault(KeyProblem::UnknownKey { key, owner, nearest }, span);
        }
    }

    /// The value of a key; a fault if it has to be there and is not.
    fn value<'t>(&mut self, table: &Table<'t>, key: &'static str) -> Option<&'t Value<'t>> {
        let got = table.get(key);
        if got.is_none() && table.shape.musts.contains(&key) {
            self.need(table, key);
        }
        got
    }

    /// A fault unless the key is there.
    pub(super) fn need(&mut self, table: &Table<'_>, key: &'static str) {
        if !table.has(key) {
            self.fault(KeyProblem::MissingKey { key }, table.span.clone());
        }
    }

    pub(super) fn text(&mut self, table: &Table<'_>, key: &'static str) -> Option<At<String>> {
        let got = self.value(table, key)?;
        self.text_of(key, got)
    }

    /// What a key says something is called, and another key in English.
    pub(super) fn named(
        &mut self,
        table: &Table<'_>,
        [key, in_english]: [&'static str; 2],
    ) -> Option<Named> {
        let written = self.text(table, key);
        let english = self.text(table, in_english);
        if english.is_some() && !table.shape.musts.contains(&key) {
            self.need(table, key);
        }
        Some(Named::from(written?.value).in_english(english.map(|text| text.value)))
    }

    /// A unit, in English as the plan says or as it is called anyway.
    pub(super) fn unit(&mut self, table: &Table<'_>, keys: [&'static str; 2]) -> Option<Named> {
        let written = self.named(table, keys)?;
        Some(unit(&written, written.english().map(str::to_owned)))
    }

    /// What something is called, and all names it can be found by.
    pub(super) fn called(&mut self, table: &Table<'_>) -> Called {
        let name = self.text(table, "name");
        let english = self.text(table, "name-en");
        let aliases = self.texts(table, "aliases");
        let text = |at: &At<String>| at.value.clone();
        Called {
            name: name
                .as_ref()
                .map(|name| Named::from(text(name)).in_english(english.as_ref().map(text))),
            aliases: aliases.iter().map(text).collect(),
            known: name.into_iter().chain(english).chain(aliases).collect(),
        }
    }

    fn text_of(&mut self, key: &'static str, got: &Value<'_>) -> Option<At<String>> {
        let Some(text) = got.get_ref().as_str() else { return self.wrong(key, Kind::String, got) };
        let problem = if text.len() > LONGEST_TEXT {
            KeyProblem::TextTooLong { key, most: LONGEST_TEXT }
        } else if says_nothing(text) {
            KeyProblem::EmptyText { key }
        } else if is_placeholder(text) {
            KeyProblem::Placeholder { key, text: text.to_owned() }
        } else if has_control(text) {
            KeyProblem::ControlCharacter { key }
        } else {
            return Some(At { value: text.to_owned(), span: got.span() });
        };
        self.fault(problem, got.span());
        None
    }

    /// A list of texts; none if the key is absent.
    pub(super) fn texts(&mut self, table: &Table<'_>, key: &'static str) -> Vec<At<String>> {
        let Some(got) = self.value(table, key) else { return Vec::new() };
        match got.get_ref() {
            DeValue::Array(items) => {
                items.iter().filter_map(|item| self.text_of(key, item)).collect()
            }
            _ => self.wrong(key, Kind::Array, got).unwrap_or_default(),
        }
    }

    /// A text or a whole number, as text.
    pub(super) fn label(&mut self, table: &Table<'_>, key: &'static str) -> Option<At<String>> {
        let got = self.value(table, key)?;
        match got.get_ref() {
            DeValue::Integer(_) if got.span().len() <= LONGEST_TEXT => {
                Some(At { value: self.source[got.span()].to_owned(), span: got.span() })
            }
            DeValue::Integer(_) => {
                self.fault(KeyProblem::TextTooLong { key, most: LONGEST_TEXT }, got.span());
                None
            }
            _ => self.text_of(key, got),
        }
    }

    pub(super) fn boolean(&mut self, table: &Table<'_>, key: &'static str) -> Option<bool> {
        let got = self.value(table, key)?;
        got.get_ref().as_bool().or_else(|| self.wrong(key, Kind::Boolean, got))
    }

    /// An exact decimal.
    pub(super) fn number(&mut self, table: &Table<'_>, key: &'static str) -> Option<At<Decimal>> {
        let got = self.value(table, key)?;
        self.number_of(key, got)
    }

    /// The same of a value: its digits are those of the source.
    pub(super) fn number_of(&mut self, key: &'static str, got: &Value<'_>) -> Option<At<Decimal>> {
        if !matches!(got.get_ref(), DeValue::Integer(_) | DeValue::Float(_)) {
            return self.wrong(key, Kind::Number, got);
        }
        let text = &self.source[got.span()];
        match Decimal::parse(text) {
            Ok(value) => Some(At { value, span: got.span() }),
            Err(DecimalError::NotANumber | DecimalError::TooLong) => {
                self.fault(KeyProblem::BadNumber { text: text.to_owned() }, got.span());
                None
            }
        }
    }

    /// A year of four digits.
    pub(super) fn year(&mut self, table: &Table<'_>, key: &'static str) -> Option<At<Year>> {
        let got = self.value(table, key)?;
        let text = &self.source[got.span()];
        let year = Some(text).filter(|_| got.get_ref().is_integer()).and_then(four_digits);
        if year.is_none() {
            let text = text.to_owned();
            self.fault(KeyProblem::BadYear { key, text }, got.span());
        }
        Some(At { value: year?, span: got.span() })
    }

    /// A day, as a TOML date or in quotes.
    pub(super) fn date(&mut self, table: &Table<'_>, key: &'static str) -> Option<Date> {
        let got = self.value(table, key)?;
        let text = match got.get_ref() {
            DeValue::Datetime(_) => &self.source[got.span()],
            DeValue::String(text) => text,
            _ => return self.wrong(key, Kind::Datetime, got),
        };
        let date = Date::parse(text);
        if date.is_none() {
            let text = text.to_owned();
            self.fault(KeyProblem::BadDate { key, text }, got.span());
        }
        date
    }

    /// One of a few words.
    pub(super) fn word<T: Copy>(
        &mut self,
        table: &Table<'_>,
        key: &'static str,
        allowed: &'static [&'static str],
        meanings: &[T],
    ) -> Option<T> {
        let text = self.text(table, key)?;
        let position = allowed.iter().position(|word| *word == text.value);
        match position.and_then(|at| meanings.get(at)) {
            Some(meaning) => Some(*meaning),
            None => {
                self.fault(KeyProblem::BadWord { key, word: text.value, allowed }, text.span);
                None
            }
        }
    }

    /// A text that stands for a cell: any, an empty one too.
    pub(super) fn cell(&mut self, table: &Table<'_>, key: &'static str) -> String {
        let Some(got) = self.value(table, key) else { return String::new() };
        let text = got.get_ref().as_str().map(str::to_owned);
        text.or_else(|| self.wrong(key, Kind::String, got)).unwrap_or_default()
    }

    /// The tables of a list within a table; none if the key is absent.
    pub(super) fn rows<'t>(&mut self, table: &Table<'t>, key: &'static str) -> Vec<Table<'t>> {
        let Some(got) = self.value(table, key) else { return Vec::new() };
        let DeValue::Array(items) = got.get_ref() else {
            return self.wrong(key, Kind::Array, got).unwrap_or_default();
        };
        for item in items.iter().filter(|item| !item.get_ref().is_table()) {
            self.wrong::<()>(key, Kind::Table, item);
        }
        let rows = table.tables(key);
        rows.iter().for_each(|row| self.unknown(row, None));
        rows
    }

    /// A value as a table of a shape.
    pub(super) fn table<'t>(
        &mut self,
        shape: &'static Shape,
        key: &'static str,
        value: &'t Value<'t>,
    ) -> Option<Table<'t>> {
        let Some(table) = Table::of(shape, value) else {
            return self.wrong(key, Kind::Table, value);
        };
        self.unknown(&table, None);
        Some(table)
    }

    /// The entries of a table whose keys are not known beforehand; none if it is absent.
    pub(super) fn entries<'t>(
        &mut self,
        table: &Table<'t>,
        key: &'static str,
    ) -> Vec<(At<&'t str>, &'t Value<'t>)> {
        let Some(got) = self.value(table, key) else { return Vec::new() };
        let DeValue::Table(entries) = got.get_ref() else {
            return self.wrong(key, Kind::Table, got).unwrap_or_default();
        };
        let at = |key: &'t Spanned<_>| At {
            value: AsRef::<str>::as_ref(key.get_ref()),
            span: key.span(),
        };
        entries.iter().map(|(key, value)| (at(key), value)).collect()
    }

    /// A table of findings that are meant so, each with its reason.
    pub(super) fn allow(&mut self, table: &Table<'_>) -> Vec<Allow> {
        let mut allowed = Vec::new();
        for (At { value: code, span }, value) in self.entries(table, "allow") {
            let code = code.to_owned();
            if value.get_ref().as_str().is_some_and(says_nothing) {
                self.fault(KeyProblem::AllowWithoutReason { code }, value.span());
                continue;
            }
            let reason = self.text_of("allow", value);
            if !LintProblem::codes().any(|known| known == code) {
                let nearest = nearest(&code, LintProblem::codes());
                self.fault(KeyProblem::UnknownId { key: "allow", id: code, nearest }, span);
            } else if let Some(reason) = reason {
                allowed.push(Allow { code, reason: reason.value, rule: self.place(span) });
            }
        }
        allowed
    }
}

/// Whether a text holds a control character: a look at its bytes tells that of nearly none.
pub(super) fn has_control(text: &str) -> bool {
    let may_begin = |byte: u8| (byte < b' ') | (byte == 0x7F) | (byte == 0xC2);
    // All of them are looked at: so many are at once.
    text.bytes().fold(false, |seen, byte| seen | may_begin(byte)) && text.contains(char::is_control)
}

/// A year as it is written.
pub(super) fn four_digits(text: &str) -> Option<Year> {
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_year)
}
