//! From rule files to a plan, all faults in one run.

use std::io;
use std::ops::Range;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::Visitor;
use serde_ignored::Path;
use toml::de::{DeTable, DeValue};

use super::depth::too_deep;
use super::faults::Faults;
use super::field::Checker;
use super::raw::RawFile;
use super::{Plan, assemble, raw};
use crate::diagnostic::{Diagnostic, KeyProblem};
use crate::source::{Place, line_starts};
use crate::term::nearest;

/// A rule file: the name it is shown by, and its bytes.
#[derive(Debug, Clone)]
pub struct RuleFile {
    name: Arc<str>,
    bytes: Vec<u8>,
}

impl RuleFile {
    /// A file of that name with those bytes.
    pub fn new(name: &str, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), bytes }
    }
}

/// Reads the roster that a rule file names: the rule file's name, then the path
/// as it is written there.
pub type ReadRoster<'r> = dyn FnMut(&str, &str) -> io::Result<Vec<u8>> + 'r;

impl Plan {
    /// Reads and checks the rule files, which together are one plan.
    ///
    /// # Errors
    /// Every fault found in any of the files, each with its place.
    pub fn load(files: &[RuleFile], roster: &mut ReadRoster<'_>) -> Result<Self, Vec<Diagnostic>> {
        let mut parser = Parser::default();
        let parsed: Vec<(Checker<'_>, RawFile)> =
            files.iter().filter_map(|file| parser.parse(file, raw::keys)).collect();
        assemble::assemble(parser.faults, parsed, roster)
    }
}

/// Reads files under a plan that loaded: whatever `read` makes of each.
///
/// # Errors
/// Every fault found in any of the files.
pub(super) fn load_all<T, Raw: for<'de> Deserialize<'de>>(
    files: &[RuleFile],
    keys: Keys,
    mut read: impl FnMut(&mut Checker<'_>, &Raw, &mut Vec<T>),
) -> Result<Vec<T>, Vec<Diagnostic>> {
    let mut parser = Parser::default();
    let mut all = Vec::new();
    for file in files {
        if let Some((mut checker, raw)) = parser.parse(file, keys) {
            read(&mut checker, &raw, &mut all);
            parser.faults.extend(checker.faults.take(&checker.file));
        }
    }
    if parser.faults.is_empty() { Ok(all) } else { Err(parser.faults) }
}

/// The keys of a table, or of the file itself.
type Keys = fn(Option<&str>) -> &'static [&'static str];

/// So many errors of syntax are told of a file.
const MOST_SYNTAX: usize = 10;

/// Reads files into their raw form, and keeps what is wrong with those it can't read.
#[derive(Default)]
struct Parser {
    faults: Vec<Diagnostic>,
}

impl Parser {
    /// The raw content of a file; its faults are kept, unknown keys among them.
    fn parse<'f, T: for<'de> Deserialize<'de>>(
        &mut self,
        file: &'f RuleFile,
        keys: Keys,
    ) -> Option<(Checker<'f>, T)> {
        let Ok(source) = std::str::from_utf8(&file.bytes) else {
            self.faults.push(Diagnostic::at(KeyProblem::NotUtf8, Place::file(&file.name)));
            return None;
        };
        let source = crate::text::without_marks(source);
        let (file, shared) = (Arc::clone(&file.name), Arc::from(source));
        let starts = line_starts(source);
        let mut checker = Checker { file, source, shared, starts, faults: Faults::default() };
        let end = too_deep(source);
        if let Some(at) = end {
            let message = "nested too deep".to_owned();
            checker.fault(KeyProblem::Syntax { message }, at..at + 1);
        }
        let readable = end.and_then(|end| source.get(..end)).unwrap_or(source);
        let (table, errors) = DeTable::parse_recoverable(readable);
        // What is no TOML at all has an error in every line.
        for error in errors.iter().take(MOST_SYNTAX) {
            checker.fault(syntax(error), error.span().unwrap_or(0..0));
        }
        // One of several in single brackets; the reader's own words would be no help.
        let single = table.get_ref().iter().filter(|(key, value)| {
            let is_single = matches!(key.get_ref().as_ref(), "plan" | "audit");
            let is_listed = !is_single && !keys(Some(key.get_ref())).is_empty();
            is_listed && matches!(value.get_ref(), DeValue::Table(_))
        });
        let before = checker.faults.len();
        for (key, _) in single {
            let table = key.get_ref().to_string();
            checker.fault(KeyProblem::SingleTable { table }, key.span());
        }
        if checker.faults.len() > before {
            self.faults.extend(checker.faults.take(&checker.file));
            return None;
        }
        let mut unknown = Vec::new();
        let raw = T::deserialize(serde_ignored::Deserializer::new(
            toml::Deserializer::from(table.clone()),
            &mut |path: Path<'_>| unknown.push(steps(&path)),
        ));
        // What recovers from a syntax error may stand in the wrong table.
        let unknown = if errors.is_empty() { unknown } else { Vec::new() };
        let known = unknown.into_iter().filter_map(|path| find(table.get_ref(), &path, keys));
        for (key, span, siblings) in known {
            let near = || nearest(&key, siblings.iter().copied());
            let nearest = checker.faults.meant(near);
            let owner = keys(None).iter().find(|table| keys(Some(table)).contains(&key.as_str()));
            checker.fault(KeyProblem::UnknownKey { key, owner: owner.copied(), nearest }, span);
        }
        match raw {
            // What recovers from a syntax error may lack anything: its gaps are no faults.
            Ok(_) if !errors.is_empty() => {}
            Ok(raw) => return Some((checker, raw)),
            Err(error) => checker.fault(syntax(&error), error.span().unwrap_or(0..0)),
        }
        self.faults.extend(checker.faults.take(&checker.file));
        None
    }
}

fn syntax(error: &toml::de::Error) -> KeyProblem {
    KeyProblem::Syntax { message: error.message().to_owned() }
}

/// One step down into a TOML document.
enum Step {
    Key(String),
    Index(usize),
}

/// The steps to an ignored key, without those that `Spanned` puts between.
fn steps(path: &Path<'_>) -> Vec<Step> {
    let (parent, step) = match path {
        Path::Root => return Vec::new(),
        Path::Seq { parent, index } => (parent, Some(Step::Index(*index))),
        Path::Map { parent, key } => {
            (parent, (!key.starts_with("$__")).then(|| Step::Key(key.clone())))
        }
        Path::Some { parent }
        | Path::NewtypeStruct { parent }
        | Path::NewtypeVariant { parent } => (parent, None),
    };
    let mut steps = steps(parent);
    steps.extend(step);
    steps
}

/// An ignored key, where it stands, and the keys that may stand there.
fn find(
    table: &DeTable<'_>,
    path: &[Step],
    keys: Keys,
) -> Option<(String, Range<usize>, &'static [&'static str])> {
    let (last, way) = path.split_last()?;
    let Step::Key(key) = last else { return None };
    let mut here = table;
    let mut items = None;
    for step in way {
        let value = match step {
            Step::Key(key) => here.get(key.as_str())?,
            Step::Index(at) => {
                let array: &toml::de::DeArray<'_> = items?;
                array.get(*at)?
            }
        };
        match value.get_ref() {
            DeValue::Table(table) => here = table,
            DeValue::Array(array) => items = Some(array),
            _ => return None,
        }
    }
    let (found, _) = here.get_key_value(key.as_str())?;
    let table = match way.first() {
        Some(Step::Key(table)) => Some(table.as_str()),
        _ => None,
    };
    Some((key.clone(), found.span(), keys(table)))
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
