//! A table of a rule file: the keys that it may have, and those that it has.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::diagnostic::Kind;

/// What a table may hold. Help for unknown keys and the schema go by it; the loader by its
/// tables, and asks itself for what it takes of a key.
pub(super) struct Shape {
    /// The name of the table.
    pub(super) name: &'static str,
    /// What it is, in both languages.
    pub(super) about: &'static str,
    pub(super) keys: &'static [Key],
    /// The names of those that have to be there.
    pub(super) musts: &'static [&'static str],
}

/// A key of a table.
pub(super) struct Key {
    pub(super) name: &'static str,
    /// Its [mark]: what is asked of every key that is written is told by a look.
    pub(super) mark: u64,
    pub(super) holds: Holds,
    /// What that is, in both languages.
    pub(super) about: &'static str,
}

/// What the value of a key may be.
#[derive(Clone, Copy)]
pub(super) enum Holds {
    Text,
    /// A text that stands for a cell: any, an empty one too.
    Cell,
    /// A number, bare or in quotes.
    Written,
    Texts,
    /// A text, or a whole number that stands for one.
    Label,
    Flag,
    Number,
    /// A number that is not below 0.
    Magnitude,
    /// A number above 0.
    Positive,
    Year,
    Date,
    /// A number, or two.
    Threshold,
    /// Numbers by year.
    Milestones,
    /// One of a few words.
    Word(&'static [&'static str]),
    /// Codes of audits.
    Audits,
    /// Codes of lints, each with a reason.
    Allowed,
    /// A table.
    Table(&'static Shape),
    /// Any number of tables.
    Tables(&'static Shape),
    /// Tables under keys of their own.
    Keyed(&'static Shape),
}

impl Holds {
    /// The tables that it holds.
    pub(super) fn shape(self) -> Option<&'static Shape> {
        match self {
            Self::Table(shape) | Self::Tables(shape) | Self::Keyed(shape) => Some(shape),
            Self::Text
            | Self::Cell
            | Self::Written
            | Self::Texts
            | Self::Label
            | Self::Flag
            | Self::Number
            | Self::Magnitude
            | Self::Positive
            | Self::Year
            | Self::Date
            | Self::Threshold
            | Self::Milestones
            | Self::Word(_)
            | Self::Audits
            | Self::Allowed => None,
        }
    }
}

impl Shape {
    /// The names of its keys.
    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> + Clone {
        self.keys.iter().map(|key| key.name)
    }

    /// One of its keys.
    pub(super) fn key(&self, name: &str) -> Option<&'static Key> {
        let mark = mark(name);
        self.keys.iter().find(|key| key.mark == mark && key.name == name)
    }
}

/// A value, and where it stands. Of numbers the digits are read, as they are written.
pub(super) type Value<'t> = Spanned<DeValue<'t>>;

/// The kind of a value.
pub(super) fn kind(value: &DeValue<'_>) -> Kind {
    match value {
        DeValue::String(_) => Kind::String,
        DeValue::Integer(_) | DeValue::Float(_) => Kind::Number,
        DeValue::Boolean(_) => Kind::Boolean,
        DeValue::Datetime(_) => Kind::Datetime,
        DeValue::Array(_) => Kind::Array,
        DeValue::Table(_) => Kind::Table,
    }
}

/// A table of a file.
pub(super) struct Table<'t> {
    pub(super) shape: &'static Shape,
    pub(super) entries: &'t DeTable<'t>,
    pub(super) span: Range<usize>,
    /// Those of its keys that the shape has, and their values.
    known: Vec<(&'static Key, &'t Value<'t>)>,
    /// Their marks: of the many keys that it may have, most are not there.
    marks: u64,
}

/// One of 64 marks that a key has.
pub(super) const fn mark(key: &str) -> u64 {
    let ends = match key.as_bytes() {
        [first, .., last] => *first ^ *last,
        [] | [_] => 0,
    };
    1 << ((ends as usize).wrapping_add(key.len() * 5) % 64)
}

impl<'t> Table<'t> {
    /// The entries as a table of that shape.
    pub(super) fn new(shape: &'static Shape, entries: &'t DeTable<'t>, span: Range<usize>) -> Self {
        let mut known = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            known.extend(shape.key(key.get_ref()).map(|key| (key, value)));
        }
        let marks = known.iter().fold(0, |marks, (key, _)| marks | key.mark);
        Self { shape, entries, span, known, marks }
    }

    /// A value as a table of that shape, if it is a table.
    pub(super) fn of(shape: &'static Shape, value: &'t Value<'t>) -> Option<Self> {
        match value.get_ref() {
            DeValue::Table(entries) => Some(Self::new(shape, entries, value.span())),
            _ => None,
        }
    }

    /// The keys that it has and may have, in the order of their names, and their values.
    pub(super) fn values(&self) -> &[(&'static Key, &'t Value<'t>)] {
        &self.known
    }

    /// The keys that it has and may not have, in the order of their names.
    pub(super) fn strange(&self) -> impl Iterator<Item = &'t Spanned<DeString<'t>>> {
        let all_known = self.known.len() == self.entries.len();
        let keys = (!all_known).then(|| self.entries.keys()).into_iter().flatten();
        keys.filter(|key| self.shape.key(key.get_ref()).is_none())
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&'t Value<'t>> {
        debug_assert!(self.shape.key(key).is_some(), "{} has no {key}", self.shape.name);
        self.if_known(key)
    }

    /// The value of a key that tables of this shape may lack.
    pub(super) fn if_known(&self, key: &str) -> Option<&'t Value<'t>> {
        let mark = mark(key);
        if self.marks & mark == 0 {
            return None;
        }
        let mut known = self.known.iter();
        known.find(|(known, _)| known.mark == mark && known.name == key).map(|(_, value)| *value)
    }

    /// Whether a key is there.
    pub(super) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Where the value of a key stands; if it is not there, the table.
    pub(super) fn span_of(&self, key: &str) -> Range<usize> {
        self.get(key).map_or_else(|| self.span.clone(), Spanned::span)
    }

    /// The text of a key, if it is one.
    pub(super) fn str(&self, key: &str) -> Option<&'t str> {
        self.get(key)?.get_ref().as_str()
    }

    /// The table, or the tables, of a key.
    pub(super) fn tables(&self, key: &str) -> Vec<Table<'t>> {
        let shape = self.shape.key(key).and_then(|key| key.holds.shape());
        let (Some(shape), Some(value)) = (shape, self.get(key)) else { return Vec::new() };
        match value.get_ref() {
            DeValue::Array(items) => items.iter().filter_map(|it| Table::of(shape, it)).collect(),
            _ => Table::of(shape, value).into_iter().collect(),
        }
    }
}
