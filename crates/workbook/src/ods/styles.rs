//! What the styles of an .ods say of sheets, cells and texts.

use std::collections::{BTreeMap, HashMap, HashSet};

use compact_str::CompactString;
use quick_xml::events::BytesStart;

use crate::cells::MOST_COLUMNS;
use crate::error::Fault;
use crate::rich::{Font, Script};
use crate::xml::{Piece, Xml, attribute, local, value_of};

/// No program writes as many.
const MOST_STYLES: usize = 1 << 20;

/// What a style is for: styles for two things may have one name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Family {
    Table,
    Cell,
    Paragraph,
    Text,
}

/// The one of all cells without any other has no name.
type Key = (Family, CompactString);

/// What a style says; what it does not say, the style says that it is made from.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Said {
    script: Option<Script>,
    is_struck: Option<bool>,
    /// Whether it shows a part of a number, as thousands, or words beside a text.
    is_scaled: Option<bool>,
    is_hidden: Option<bool>,
}

impl Said {
    fn or(self, parent: Self) -> Self {
        Self {
            script: self.script.or(parent.script),
            is_struck: self.is_struck.or(parent.is_struck),
            is_scaled: self.is_scaled.or(parent.is_scaled),
            is_hidden: self.is_hidden.or(parent.is_hidden),
        }
    }

    pub(super) fn is_struck(self) -> bool {
        self.is_struck == Some(true)
    }

    pub(super) fn is_scaled(self) -> bool {
        self.is_scaled == Some(true)
    }

    pub(super) fn is_hidden(self) -> bool {
        self.is_hidden == Some(true)
    }

    /// The font within one of another font.
    pub(super) fn font(self, around: Font) -> Font {
        let script = self.script.unwrap_or(around.script);
        Font { script, is_struck: self.is_struck.unwrap_or(around.is_struck) }
    }
}

/// A style as it stands in the file.
#[derive(Default)]
struct Style {
    own: Said,
    parent: CompactString,
    number: Option<CompactString>,
}

/// The style that has begun.
#[derive(Default)]
enum Begun {
    Style(Key),
    Number(CompactString),
    /// How texts are shown: with words beside them, or not at all.
    Text {
        name: CompactString,
        has_words: bool,
    },
    /// One that says nothing of what is read.
    #[default]
    Other,
}

/// What styles say by their names.
#[derive(Default)]
pub(super) struct Styles {
    begun: Begun,
    /// Those of the part that is being read, in one order whatever the file's.
    read: BTreeMap<Key, Style>,
    settled: HashMap<Key, Said>,
    /// Those of numbers that show a part of them.
    scaled: HashSet<CompactString>,
}

impl Styles {
    /// The styles that all sheets share. Those that no one named are not for cells here, but
    /// for what is printed around sheets.
    pub(super) fn of_part(part: &str) -> Result<Self, Fault> {
        let mut styles = Self::default();
        let mut xml = Xml::new(part);
        loop {
            match xml.next()? {
                Piece::Start(start) => match local(&start) {
                    "automatic-styles" | "master-styles" => xml.skip(&start)?,
                    _ => styles.add(&start)?,
                },
                Piece::Text(text) => styles.words(&text),
                Piece::End(_) => {}
                Piece::Over => break,
            }
        }
        styles.settle();
        Ok(styles)
    }

    /// Takes what an element says that begins a style, or stands in one.
    pub(super) fn add(&mut self, start: &BytesStart<'_>) -> Result<(), Fault> {
        match local(start) {
            "style" | "default-style" => self.begin(start)?,
            "number-style" | "percentage-style" | "currency-style" | "text-style" => {
                let name = CompactString::from(value_of(start, "name")?);
                self.scaled.remove(&name);
                self.begun = if local(start) == "text-style" {
                    self.scaled.insert(name.clone());
                    Begun::Text { name, has_words: false }
                } else {
                    Begun::Number(name)
                };
            }
            "text-content" => {
                if let Begun::Text { name, has_words: false } = &self.begun {
                    self.scaled.remove(name);
                }
            }
            name if name.ends_with("-style") => self.begun = Begun::Other,
            // Of some numbers another style says how they are shown.
            "number" | "map" => {
                let factor = attribute(start, "display-factor")?;
                let is_scaled = factor.is_some_and(|factor| factor.trim() != "1")
                    || self.scaled.contains(&*value_of(start, "apply-style-name")?);
                if let Begun::Number(name) = &self.begun
                    && is_scaled
                {
                    self.scaled.insert(name.clone());
                }
            }
            "text-properties" | "table-properties" => {
                if let Begun::Style(key) = &self.begun
                    && let Some(style) = self.read.get_mut(key)
                {
                    style.own = own(start)?.or(style.own);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Takes what is printed by the style that has begun: beside a text it says more than that.
    pub(super) fn words(&mut self, printed: &str) {
        if let Begun::Text { name, has_words } = &mut self.begun
            && !printed.trim().is_empty()
        {
            *has_words = true;
            self.scaled.insert(name.clone());
        }
    }

    fn begin(&mut self, start: &BytesStart<'_>) -> Result<(), Fault> {
        let is_default = local(start) == "default-style";
        let name = if is_default { String::new() } else { value_of(start, "name")? };
        let family = match &*value_of(start, "family")? {
            "table" => Some(Family::Table),
            "table-cell" => Some(Family::Cell),
            "paragraph" => Some(Family::Paragraph),
            "text" => Some(Family::Text),
            _ => None,
        };
        self.begun = Begun::Other;
        // What a text does not say itself, the text around it says.
        let is_for_all = is_default && family == Some(Family::Cell);
        let Some(family) = family.filter(|_| is_for_all || !name.is_empty()) else {
            return Ok(());
        };
        if self.read.len() == MOST_STYLES {
            return Err(Fault::Damaged);
        }
        let key = (family, CompactString::from(name));
        let style = Style {
            own: Said::default(),
            parent: value_of(start, "parent-style-name")?.into(),
            number: attribute(start, "data-style-name")?.map(CompactString::from),
        };
        self.read.insert(key.clone(), style);
        self.begun = Begun::Style(key);
        Ok(())
    }

    /// Lets each style say what it is made from says. A part's own styles come before those
    /// of one that was settled earlier.
    pub(super) fn settle(&mut self) {
        while let Some((key, _)) = self.read.first_key_value() {
            // From a style on, up to one that is settled. What was taken is not there any
            // more: so no style is met twice, even where they stand in a circle.
            let (mut path, mut next) = (Vec::new(), key.clone());
            while let Some(style) = self.read.remove(&next) {
                let scaled = style.number.map(|number| self.scaled.contains(&number));
                let own = Said { is_scaled: scaled, ..style.own };
                let parent = (next.0, style.parent);
                path.push((std::mem::replace(&mut next, parent), own));
            }
            // Twice, for a circle: there the last is made from one before it.
            for _ in 0..2 {
                let mut said = self.settled.get(&next).copied().unwrap_or_default();
                for (key, own) in path.iter().rev() {
                    said = own.or(said);
                    self.settled.insert(key.clone(), said);
                }
            }
        }
        self.begun = Begun::Other;
    }

    /// What a style says, with all that it is made from.
    pub(super) fn of(&self, family: Family, name: String) -> Said {
        self.settled.get(&(family, name.into())).copied().unwrap_or_default()
    }

    /// What the style of an element says.
    pub(super) fn of_element(&self, family: Family, start: &BytesStart<'_>) -> Result<Said, Fault> {
        Ok(self.of(family, value_of(start, "style-name")?))
    }
}

/// What the properties of a style say.
fn own(start: &BytesStart<'_>) -> Result<Said, Fault> {
    let mut is_struck = None;
    for line in ["text-line-through-style", "text-line-through-type"] {
        if let Some(line) = attribute(start, line)? {
            is_struck = Some(line != "none" || is_struck == Some(true));
        }
    }
    Ok(Said {
        script: attribute(start, "text-position")?.map(|position| script(&position)),
        is_struck,
        is_scaled: None,
        is_hidden: attribute(start, "display")?.map(|display| display == "false"),
    })
}

fn script(position: &str) -> Script {
    // Or by how many hundredths of its height it is raised.
    let position = position.split_whitespace().next().unwrap_or_default();
    let raised = position.trim_end_matches('%').parse().unwrap_or(0.0);
    match position {
        "super" => Script::Above,
        "sub" => Script::Below,
        _ if raised > 0.0 => Script::Above,
        _ if raised < 0.0 => Script::Below,
        _ => Script::OnTheLine,
    }
}

/// How the cells of a sheet look.
pub(super) struct Looks<'s> {
    pub(super) styles: &'s Styles,
    /// Of cells that say nothing themselves, up to a column.
    columns: Vec<(u32, Said)>,
    /// The same of the row that is being read, which comes first.
    row: Option<Said>,
}

impl<'s> Looks<'s> {
    pub(super) fn new(styles: &'s Styles) -> Self {
        Self { styles, columns: Vec::new(), row: None }
    }

    fn default(&self, start: &BytesStart<'_>) -> Result<Option<Said>, Fault> {
        let name = value_of(start, "default-cell-style-name")?;
        Ok((!name.is_empty()).then(|| self.styles.of(Family::Cell, name)))
    }

    /// Columns that begin, up to the one with a number.
    pub(super) fn columns(&mut self, start: &BytesStart<'_>, end: u32) -> Result<(), Fault> {
        let is_within = self.columns.last().is_none_or(|(end, _)| *end < MOST_COLUMNS);
        if is_within {
            let said = self.default(start)?;
            let said = said.unwrap_or_else(|| self.styles.of(Family::Cell, String::new()));
            self.columns.push((end, said));
        }
        Ok(())
    }

    /// A row that begins.
    pub(super) fn row(&mut self, start: &BytesStart<'_>) -> Result<(), Fault> {
        self.row = self.default(start)?;
        Ok(())
    }

    /// How a cell looks that stands for several from a column on. Where they look otherwise
    /// than each other, what one of them strikes out or shows in part is no sure figure.
    pub(super) fn cell(
        &self,
        start: &BytesStart<'_>,
        (column, count): (u32, u32),
    ) -> Result<Said, Fault> {
        let name = value_of(start, "style-name")?;
        if !name.is_empty() {
            return Ok(self.styles.of(Family::Cell, name));
        }
        if let Some(row) = self.row {
            return Ok(row);
        }
        let (from, last) = (
            self.columns.partition_point(|(end, _)| *end <= column),
            self.columns.partition_point(|(end, _)| *end < column.saturating_add(count)),
        );
        let over = self.columns.iter().skip(from).take(last.saturating_sub(from) + 1);
        let strictest = over.map(|(_, said)| *said).reduce(|one, other| Said {
            is_struck: one.is_struck.max(other.is_struck),
            is_scaled: one.is_scaled.max(other.is_scaled),
            ..one
        });
        Ok(strictest.unwrap_or_else(|| self.styles.of(Family::Cell, name)))
    }
}
