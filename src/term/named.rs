//! What a plan calls things, in two languages.

use std::borrow::Cow;
use std::fmt::Display;
use std::ops::Deref;

use compact_str::CompactString;

use super::counted;

/// How many bytes a text of a plan can have: everything is printed beside every verdict.
pub const LONGEST_TEXT: usize = 10_000;

/// What a plan calls something: as its document has it, and in English where the plan says
/// that too.
///
/// As a text it is what the document has. There is no `Display`, so that what people read
/// asks for their language.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Named {
    // Most names are short enough to lie within: a roster of a million regions needs no
    // memory for each.
    text: CompactString,
    english: Option<Box<str>>,
}

impl Named {
    /// The name of what is not called anything.
    pub const NONE: &'static Self = &Self { text: CompactString::const_new(""), english: None };

    /// The same, with what it is called in English.
    #[must_use]
    pub fn in_english(self, english: Option<String>) -> Self {
        Self { english: english.map(String::into_boxed_str), ..self }
    }

    /// So many of a unit: `1500人`, `1500 people`.
    #[must_use]
    pub fn counted(&self, number: impl Display) -> Self {
        let english = self.english().map(|unit| counted(&number, unit));
        Self::from(format!("{number}{}", self.text)).in_english(english)
    }

    /// What it is called in English, if the plan says so.
    pub fn english(&self) -> Option<&str> {
        self.english.as_deref()
    }
}

impl Deref for Named {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl AsRef<str> for Named {
    fn as_ref(&self) -> &str {
        self
    }
}

impl From<&str> for Named {
    fn from(text: &str) -> Self {
        Self { text: text.into(), english: None }
    }
}

impl From<Cow<'_, str>> for Named {
    fn from(text: Cow<'_, str>) -> Self {
        Self { text: text.into(), english: None }
    }
}

impl From<String> for Named {
    fn from(text: String) -> Self {
        Self { text: text.into(), english: None }
    }
}

impl PartialEq<str> for Named {
    fn eq(&self, text: &str) -> bool {
        **self == *text
    }
}

impl PartialEq<&str> for Named {
    fn eq(&self, text: &&str) -> bool {
        **self == **text
    }
}
