//! Rule files as they are written: every key may be missing or of any type.

use std::fmt;

use serde::Deserialize;
use serde::de::{MapAccess, SeqAccess, Visitor};
use toml::Spanned;

use crate::diagnostic::Kind;

/// A key's value, or nothing.
pub(super) type Field = Option<Spanned<Value>>;

/// One rule file.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct RawFile {
    pub(super) plan: Option<Spanned<RawHead>>,
    pub(super) region: Vec<Spanned<RawRegion>>,
    pub(super) reference: Vec<Spanned<RawReference>>,
    pub(super) group: Vec<Spanned<RawGroup>>,
    pub(super) indicator: Vec<Spanned<RawIndicator>>,
}

/// `[plan]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct RawHead {
    pub(super) id: Field,
    pub(super) title: Field,
    pub(super) source: Field,
    pub(super) baseline_year: Field,
    pub(super) first_year: Field,
    pub(super) target_year: Field,
    pub(super) pace: Field,
    pub(super) roster: Field,
}

/// `[[region]]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct RawRegion {
    pub(super) code: Field,
    pub(super) name: Field,
    pub(super) aliases: Field,
    pub(super) level: Field,
    pub(super) within: Field,
}

/// `[[reference]]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct RawReference {
    pub(super) id: Field,
    pub(super) name: Field,
    pub(super) aliases: Field,
    pub(super) unit: Field,
    pub(super) growth_of: Field,
    pub(super) allow: Field,
}

/// `[[group]]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct RawGroup {
    pub(super) id: Field,
    pub(super) number: Field,
    pub(super) title: Field,
    pub(super) cite: Field,
}

/// `[[indicator]]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct RawIndicator {
    pub(super) id: Field,
    pub(super) number: Field,
    pub(super) name: Field,
    pub(super) aliases: Field,
    pub(super) attribute: Field,
    pub(super) group: Field,
    pub(super) item: Field,
    pub(super) text: Field,
    pub(super) same_as: Field,
    pub(super) form: Field,
    pub(super) unit: Field,
    pub(super) numerator: Field,
    pub(super) denominator: Field,
    pub(super) count_unit: Field,
    pub(super) scope: Field,
    pub(super) roll_up: Field,
    pub(super) growth: Field,
    pub(super) baseline: Field,
    pub(super) operator: Field,
    pub(super) threshold: Field,
    pub(super) tolerance: Field,
    pub(super) change: Field,
    pub(super) reference: Field,
    pub(super) growth_of: Field,
    pub(super) milestones: Field,
    pub(super) pace: Field,
    pub(super) due: Field,
    pub(super) allow: Field,
    pub(super) cite: Field,
}

/// A field's text, if it is one.
pub(super) fn text(field: &Field) -> String {
    match field.as_ref().map(Spanned::get_ref) {
        Some(Value::String(text)) => text.clone(),
        _ => String::new(),
    }
}

/// The keys of a table of a rule file, or of the file itself.
pub(super) fn keys(table: Option<&str>) -> &'static [&'static str] {
    match table {
        None => keys_of::<RawFile>(),
        Some("plan") => keys_of::<RawHead>(),
        Some("region") => keys_of::<RawRegion>(),
        Some("reference") => keys_of::<RawReference>(),
        Some("group") => keys_of::<RawGroup>(),
        Some("indicator") => keys_of::<RawIndicator>(),
        Some(_) => &[],
    }
}

/// The keys of a struct, as serde's derive announces them to any deserializer.
pub(super) fn keys_of<T: for<'de> Deserialize<'de>>() -> &'static [&'static str] {
    struct Announced<'k>(&'k mut &'static [&'static str]);

    impl<'de> serde::Deserializer<'de> for Announced<'_> {
        type Error = serde::de::value::Error;

        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
            Err(serde::de::Error::custom("only the keys are asked for"))
        }

        fn deserialize_struct<V: Visitor<'de>>(
            self,
            _: &'static str,
            fields: &'static [&'static str],
            visitor: V,
        ) -> Result<V::Value, Self::Error> {
            *self.0 = fields;
            self.deserialize_any(visitor)
        }

        serde::forward_to_deserialize_any! {
            bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
            option unit unit_struct newtype_struct seq tuple tuple_struct map enum identifier
            ignored_any
        }
    }

    let mut keys: &'static [&'static str] = &[];
    // The error is the one above; the keys are what was wanted.
    let _ = T::deserialize(Announced(&mut keys));
    keys
}

/// A TOML value. Numbers hold no value of their own: their text is read from the
/// source at their span, because `88.89` would arrive as a binary fraction.
#[derive(Debug, Clone)]
pub(super) enum Value {
    String(String),
    Integer,
    Float,
    Boolean(bool),
    Datetime,
    Array(Vec<Spanned<Value>>),
    Table(Vec<(String, Spanned<Value>)>),
}

impl Value {
    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::String(_) => Kind::String,
            Self::Integer | Self::Float => Kind::Number,
            Self::Boolean(_) => Kind::Boolean,
            Self::Datetime => Kind::Datetime,
            Self::Array(_) => Kind::Array,
            Self::Table(_) => Kind::Table,
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a TOML value")
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Value, E> {
        Ok(Value::Integer)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Value, E> {
        Ok(Value::Integer)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Value, E> {
        Ok(Value::Integer)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Value, E> {
        Ok(Value::Integer)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Value, E> {
        Ok(Value::Float)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Value, E> {
        Ok(Value::Boolean(yes))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        while let Some(item) = items.next_element()? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut table = Vec::new();
        while let Some(key) = entries.next_key::<String>()? {
            if key == "$__toml_private_datetime" {
                // Not `IgnoredAny`: the key would be taken for an unknown one.
                entries.next_value::<String>()?;
                return Ok(Value::Datetime);
            }
            table.push((key, entries.next_value()?));
        }
        Ok(Value::Table(table))
    }
}
