//! Taking typed fields out of raw ones, collecting what is wrong.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;

use super::faults::Faults;
use super::placeholder::is_placeholder;
use super::raw::{Field, Value};
use crate::diagnostic::{Diagnostic, KeyProblem, Kind, LintProblem, Problem};
use crate::exact::{Decimal, DecimalError};
use crate::source::Place;
use crate::term::{Date, Year, nearest};
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
    pub(super) starts: Vec<usize>,
    pub(super) faults: Faults,
}

/// Something read, and where it stands.
pub(super) struct At<T> {
    pub(super) value: T,
    pub(super) span: Range<usize>,
}

/// A table in a list.
pub(super) struct Row<'r> {
    pub(super) span: Range<usize>,
    entries: &'r [(String, Spanned<Value>)],
}

impl Row<'_> {
    /// What one of its keys holds.
    pub(super) fn field(&self, key: &str) -> Field {
        self.entries.iter().find(|(known, _)| known == key).map(|(_, value)| value.clone())
    }
}

impl<'s> Checker<'s> {
    pub(super) fn place(&self, span: Range<usize>) -> Place {
        Place::among(&self.file, self.source, &self.starts, span)
    }

    pub(super) fn fault(&mut self, problem: impl Into<Problem>, span: Range<usize>) {
        let (file, source, starts) = (&self.file, self.source, &self.starts);
        self.faults.push(|| Diagnostic::at(problem, Place::among(file, source, starts, span)));
    }

    fn wrong<T>(&mut self, key: &'static str, expected: Kind, got: &Spanned<Value>) -> Option<T> {
        let found = got.get_ref().kind();
        self.fault(KeyProblem::WrongType { key, expected, found }, got.span());
        None
    }

    /// A fault unless the key is there. `owner` is the table it should stand in.
    pub(super) fn require<T>(
        &mut self,
        key: &'static str,
        written: bool,
        taken: Option<T>,
        owner: &Range<usize>,
    ) -> Option<T> {
        if !written {
            self.fault(KeyProblem::MissingKey { key }, owner.clone());
        }
        taken
    }

    pub(super) fn text(&mut self, key: &'static str, field: &Field) -> Option<At<String>> {
        let got = field.as_ref()?;
        match got.get_ref() {
            Value::String(text) if says_nothing(text) => {
                self.fault(KeyProblem::EmptyText { key }, got.span());
                None
            }
            Value::String(text) if is_placeholder(text) => {
                self.fault(KeyProblem::Placeholder { key, text: text.clone() }, got.span());
                None
            }
            Value::String(text) if text.chars().any(char::is_control) => {
                self.fault(KeyProblem::ControlCharacter { key }, got.span());
                None
            }
            Value::String(text) => Some(At { value: text.clone(), span: got.span() }),
            _ => self.wrong(key, Kind::String, got),
        }
    }

    pub(super) fn required_text(
        &mut self,
        key: &'static str,
        field: &Field,
        owner: &Range<usize>,
    ) -> Option<At<String>> {
        let taken = self.text(key, field);
        self.require(key, field.is_some(), taken, owner)
    }

    /// A list of texts; none if the key is absent.
    pub(super) fn texts(&mut self, key: &'static str, field: &Field) -> Vec<At<String>> {
        let Some(got) = field else { return Vec::new() };
        let Value::Array(items) = got.get_ref() else {
            return self.wrong::<Vec<_>>(key, Kind::Array, got).unwrap_or_default();
        };
        items.iter().filter_map(|item| self.text(key, &Some(item.clone()))).collect()
    }

    /// A text or a whole number, as text.
    pub(super) fn label(&mut self, key: &'static str, field: &Field) -> Option<At<String>> {
        match field {
            Some(got) if matches!(got.get_ref(), Value::Integer) => {
                Some(At { value: self.source[got.span()].to_owned(), span: got.span() })
            }
            _ => self.text(key, field),
        }
    }

    pub(super) fn boolean(&mut self, key: &'static str, field: &Field) -> Option<bool> {
        let got = field.as_ref()?;
        match got.get_ref() {
            Value::Boolean(yes) => Some(*yes),
            _ => self.wrong(key, Kind::Boolean, got),
        }
    }

    /// An exact decimal, from the source text.
    pub(super) fn number(
        &mut self,
        key: &'static str,
        got: &Spanned<Value>,
    ) -> Option<At<Decimal>> {
        if !matches!(got.get_ref(), Value::Integer | Value::Float) {
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
    pub(super) fn year(
        &mut self,
        key: &'static str,
        field: &Field,
        owner: &Range<usize>,
    ) -> Option<At<Year>> {
        let taken = field.as_ref().and_then(|got| {
            let text = &self.source[got.span()];
            let four = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
            match text.parse::<Year>() {
                Ok(value) if matches!(got.get_ref(), Value::Integer) && four => {
                    Some(At { value, span: got.span() })
                }
                _ => {
                    let text = text.to_owned();
                    self.fault(KeyProblem::BadYear { key, text }, got.span());
                    None
                }
            }
        });
        self.require(key, field.is_some(), taken, owner)
    }

    /// A day, as a TOML date or in quotes.
    pub(super) fn date(&mut self, key: &'static str, field: &Field) -> Option<Date> {
        let got = field.as_ref()?;
        let text = match got.get_ref() {
            Value::Datetime => &self.source[got.span()],
            Value::String(text) => text.as_str(),
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
        key: &'static str,
        field: &Field,
        allowed: &'static [&'static str],
        meanings: &[T],
    ) -> Option<T> {
        let text = self.text(key, field)?;
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
    pub(super) fn cell(&mut self, key: &'static str, field: &Field) -> String {
        let Some(got) = field else { return String::new() };
        match got.get_ref() {
            Value::String(text) => text.clone(),
            _ => self.wrong(key, Kind::String, got).unwrap_or_default(),
        }
    }

    /// A list of tables with those keys; none if the key is absent.
    pub(super) fn rows<'r>(
        &mut self,
        key: &'static str,
        field: &'r Field,
        keys: &'static [&'static str],
    ) -> Vec<Row<'r>> {
        let Some(got) = field else { return Vec::new() };
        let Value::Array(items) = got.get_ref() else {
            return self.wrong::<Vec<_>>(key, Kind::Array, got).unwrap_or_default();
        };
        let mut rows = Vec::new();
        for item in items {
            let Value::Table(entries) = item.get_ref() else {
                self.wrong::<()>(key, Kind::Table, item);
                continue;
            };
            for (name, value) in entries.iter().filter(|(name, _)| !keys.contains(&name.as_str())) {
                let (key, nearest) = (name.clone(), nearest(name, keys.iter().copied()));
                let span = self.key_before(value.span().start);
                self.fault(KeyProblem::UnknownKey { key, owner: None, nearest }, span);
            }
            rows.push(Row { span: item.span(), entries });
        }
        rows
    }

    /// A table of findings that are meant so, each with its reason.
    pub(super) fn allow(&mut self, field: &Field) -> Vec<Allow> {
        let Some(got) = field else { return Vec::new() };
        let Value::Table(entries) = got.get_ref() else {
            let (expected, found) = (Kind::Table, got.get_ref().kind());
            self.fault(KeyProblem::WrongType { key: "allow", expected, found }, got.span());
            return Vec::new();
        };
        let mut allowed = Vec::new();
        for (code, value) in entries {
            if matches!(value.get_ref(), Value::String(reason) if says_nothing(reason)) {
                let problem = KeyProblem::AllowWithoutReason { code: code.clone() };
                self.fault(problem, value.span());
                continue;
            }
            let reason = self.text("allow", &Some(value.clone()));
            let span = self.key_before(value.span().start);
            if !LintProblem::codes().any(|known| known == code) {
                let nearest = nearest(code, LintProblem::codes());
                let problem = KeyProblem::UnknownId { key: "allow", id: code.clone(), nearest };
                self.fault(problem, span);
            } else if let Some(reason) = reason {
                let (code, rule) = (code.clone(), self.place(span));
                allowed.push(Allow { code, reason: reason.value, rule });
            }
        }
        allowed
    }

    /// Where the key of an inline table stands whose value begins there.
    pub(super) fn key_before(&self, value: usize) -> Range<usize> {
        let before = self.source[..value].trim_end_matches([' ', '\t', '=']);
        let start = before.rfind(['{', ',', '\n', ' ', '\t']).map_or(0, |at| at + 1);
        start..before.len()
    }
}
