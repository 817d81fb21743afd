//! What stands at one key of a report.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::diagnostic::{ReportKey, Severity};
use crate::form::Form;
use crate::report::record::Number;
use crate::term::{
    Against, Attribute, Comparison, Date, LONGEST_TEXT, Level, Named, Outcome, Year,
};

/// What stands at a key: what belongs there, or what stands there instead. A report that
/// is read may hold anything, and all its faults are told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Key<T> {
    Is(T),
    /// What else, if anything.
    Not(Option<Box<str>>),
}

/// What is one text or one number in JSON.
pub(crate) trait Scalar: Sized {
    /// What should stand there.
    fn expected() -> ReportKey;

    fn of_text(_text: &str) -> Option<Self> {
        None
    }

    fn of_whole(_number: u64) -> Option<Self> {
        None
    }
}

impl<T: Scalar> Key<T> {
    /// As a text is read.
    pub(crate) fn text(text: &str) -> Self {
        T::of_text(text).map_or_else(|| Self::Not(Some(text.into())), Self::Is)
    }

    pub(crate) fn is(self) -> Option<T> {
        match self {
            Self::Is(value) => Some(value),
            Self::Not(_) => None,
        }
    }
}

impl<T> Default for Key<T> {
    fn default() -> Self {
        Self::Not(None)
    }
}

impl<T> From<T> for Key<T> {
    fn from(value: T) -> Self {
        Self::Is(value)
    }
}

impl<T: Serialize> Serialize for Key<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Is(value) => value.serialize(serializer),
            Self::Not(found) => found.serialize(serializer),
        }
    }
}

impl<'de, T: Scalar> Deserialize<'de> for Key<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Anything(PhantomData))
    }
}

/// Takes whatever stands there; what can't be used is kept as far as it is told.
struct Anything<T>(PhantomData<T>);

impl<'de, T: Scalar> Visitor<'de> for Anything<T> {
    type Value = Key<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Key<T>, E> {
        Ok(Key::text(text))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Key<T>, E> {
        Ok(T::of_whole(number).map_or_else(|| literal(number), Key::Is))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Key<T>, E> {
        Ok(literal(number))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Key<T>, E> {
        Ok(serde_json::Number::from_f64(number).map_or_else(Key::default, literal))
    }

    fn visit_bool<E: de::Error>(self, is_true: bool) -> Result<Key<T>, E> {
        Ok(literal(is_true))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Key<T>, E> {
        Ok(Key::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Key<T>, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(literal("[…]"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut keys: A) -> Result<Key<T>, A::Error> {
        while keys.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(literal("{…}"))
    }
}

fn literal<T>(found: impl ToString) -> Key<T> {
    Key::Not(Some(found.to_string().into()))
}

/// A text that is not empty, and no longer than a plan may have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(crate) struct Name<'r>(pub(crate) Cow<'r, str>);

/// Such a text, or an empty one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(crate) struct Text<'r>(pub(crate) Cow<'r, str>);

impl Name<'_> {
    pub(crate) fn into_owned(self) -> String {
        self.0.into_owned()
    }

    /// What is called so, and so in English.
    pub(crate) fn with(self, english: Option<Name<'_>>) -> Named {
        Named::from(self.0).in_english(english.map(Name::into_owned))
    }
}

impl Scalar for Name<'_> {
    fn expected() -> ReportKey {
        ReportKey::Text
    }

    fn of_text(text: &str) -> Option<Self> {
        Text::of_text(text).filter(|_| !text.is_empty()).map(|Text(text)| Self(text))
    }
}

impl Scalar for Text<'_> {
    fn expected() -> ReportKey {
        ReportKey::Text
    }

    fn of_text(text: &str) -> Option<Self> {
        // As in a plan, of which all of them are.
        let is_one = text.len() <= LONGEST_TEXT && !text.contains(char::is_control);
        is_one.then(|| Self(Cow::Owned(text.to_owned())))
    }
}

impl<'r> From<&'r str> for Key<Name<'r>> {
    fn from(text: &'r str) -> Self {
        Self::Is(Name(Cow::Borrowed(text)))
    }
}

impl<'r> From<&'r str> for Key<Text<'r>> {
    fn from(text: &'r str) -> Self {
        Self::Is(Text(Cow::Borrowed(text)))
    }
}

impl Scalar for Year {
    fn expected() -> ReportKey {
        ReportKey::Year
    }

    fn of_whole(number: u64) -> Option<Self> {
        Self::try_from(number).ok().filter(|year| (1..=9999).contains(year))
    }
}

impl Scalar for u64 {
    fn expected() -> ReportKey {
        ReportKey::Decimal
    }

    /// More than any report counts could not be added up.
    fn of_whole(number: u64) -> Option<Self> {
        (number <= u64::from(u32::MAX)).then_some(number)
    }
}

impl Scalar for Number {
    fn expected() -> ReportKey {
        ReportKey::Decimal
    }

    fn of_text(text: &str) -> Option<Self> {
        Self::parse(text)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.text())
    }
}

impl Scalar for Date {
    fn expected() -> ReportKey {
        ReportKey::Day
    }

    fn of_text(text: &str) -> Option<Self> {
        Self::parse(text)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The operator of a condition, or that it is a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operator {
    Compare(Comparison),
    Between,
}

impl Operator {
    const ALL: [Self; 5] = [
        Self::Compare(Comparison::Above),
        Self::Compare(Comparison::AtLeast),
        Self::Compare(Comparison::Below),
        Self::Compare(Comparison::AtMost),
        Self::Between,
    ];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Compare(comparison) => comparison.ascii(),
            Self::Between => "between",
        }
    }
}

/// Of what has a word, each by its word.
macro_rules! words {
    ($($kind:ty),+) => {$(
        impl Scalar for $kind {
            fn expected() -> ReportKey {
                ReportKey::Word(Self::ALL.into_iter().map(Self::word).collect())
            }

            fn of_text(text: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|it| it.word() == text)
            }
        }

        impl Serialize for $kind {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }
    )+};
}

words!(Against, Attribute, Form, Level, Operator, Outcome, Severity);
