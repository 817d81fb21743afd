//! From rule files to a plan, all faults in one run.

use std::io;
use std::sync::Arc;

use toml::de::DeTable;

use super::depth::{may_be_parsed, too_much};
use super::faults::FileFaults;
use super::field::Checker;
use super::table::{Shape, Table};
use super::{Plan, assemble, shapes};
use crate::diagnostic::{Diagnostic, Faults, KeyProblem};
use crate::source::{Place, line_starts};

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

/// Reads a file that a rule file names, a roster or a table of targets: the rule file's name,
/// then the path as it is written there.
pub type ReadBeside<'r> = dyn FnMut(&str, &str) -> io::Result<Vec<u8>> + 'r;

/// A file whose tables are where its shape has them.
pub(super) struct Parsed<'f> {
    pub(super) checker: Checker<'f>,
    shape: &'static Shape,
    root: DeTable<'f>,
}

impl<'f> Parsed<'f> {
    /// The table, or the tables, of a key of the file, and what checks them.
    pub(super) fn tables(&mut self, key: &str) -> (&mut Checker<'f>, Vec<Table<'_>>) {
        let root = Table::new(self.shape, &self.root, 0..0);
        (&mut self.checker, root.tables(key))
    }

    /// The tables of a key of the file as they are written: for what is asked of all of them
    /// before any is read.
    pub(super) fn written(&self, key: &str) -> impl Iterator<Item = &DeTable<'f>> {
        let items = self.root.get(key).and_then(|value| value.get_ref().as_array());
        items.into_iter().flatten().filter_map(|item| item.get_ref().as_table())
    }
}

/// Keeps a fault among those of its file; of one that is no rule file, among the first's.
pub(super) fn tell(files: &mut [Parsed<'_>], fault: Diagnostic) {
    let of = fault.place.as_ref().map(|place| Arc::clone(&place.file));
    let at = files.iter().position(|file| Some(&file.checker.file) == of.as_ref());
    if let Some(Parsed { checker, .. }) = files.get_mut(at.unwrap_or(0)) {
        checker.faults.push(|| fault);
    }
}

impl Plan {
    /// Reads and checks the rule files, which together are one plan.
    ///
    /// # Errors
    /// Every fault found in any of the files, each with its place.
    pub fn load(files: &[RuleFile], beside: &mut ReadBeside<'_>) -> Result<Self, Faults> {
        let mut faults = Vec::new();
        let parsed = files.iter().filter_map(|file| parse(file, &shapes::FILE, &mut faults));
        let parsed = parsed.collect();
        assemble::assemble(faults, parsed, beside)
    }
}

/// Reads the tables of files under a plan that loaded: whatever `read` makes of each.
///
/// # Errors
/// Every fault found in any of the files.
pub(super) fn load_all<T>(
    files: &[RuleFile],
    shape: &'static Shape,
    mut read: impl FnMut(&mut Checker<'_>, &Table<'_>) -> Option<T>,
) -> Result<Vec<T>, Faults> {
    let mut faults = Vec::new();
    let mut all = Vec::new();
    for file in files {
        let Some(mut parsed) = parse(file, shape, &mut faults) else { continue };
        for key in shape.names() {
            let (checker, tables) = parsed.tables(key);
            all.extend(tables.iter().filter_map(|table| read(checker, table)));
        }
        faults.extend(parsed.checker.faults.take(&parsed.checker.file));
    }
    Faults::or(faults, all)
}

/// Reads a file that is one table: what is sound of it, and every fault found in it.
pub(super) fn load_whole<T: Default>(
    file: &RuleFile,
    shape: &'static Shape,
    read: impl FnOnce(&mut Checker<'_>, &Table<'_>) -> T,
) -> (T, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let Some(Parsed { mut checker, root, .. }) = parse(file, shape, &mut faults) else {
        return (T::default(), faults);
    };
    let sound = read(&mut checker, &Table::new(shape, &root, 0..0));
    (sound, checker.faults.take(&checker.file))
}

/// So many errors of syntax are told of a file.
const MOST_SYNTAX: usize = 10;

/// The tables of a file; what is wrong with one that can't be read is kept. What recovers
/// from a syntax error may lack anything, or stand in the wrong table: nothing else is told.
fn parse<'f>(
    file: &'f RuleFile,
    shape: &'static Shape,
    faults: &mut Vec<Diagnostic>,
) -> Option<Parsed<'f>> {
    let Ok(source) = simdutf8::basic::from_utf8(&file.bytes) else {
        faults.push(Diagnostic::at(KeyProblem::NotUtf8, Place::file(&file.name)));
        return None;
    };
    let source = crate::text::without_marks(source);
    let (file, shared) = (Arc::clone(&file.name), Arc::from(source));
    let starts = Arc::new(line_starts(source));
    let mut checker = Checker { file, source, shared, starts, faults: FileFaults::default() };
    let sound = may_be_parsed(source).then(|| DeTable::parse_recoverable(source));
    let sound = sound.filter(|(_, errors)| errors.is_empty());
    // The parser would hold all of what is too much.
    if let Some((at, message)) = sound.as_ref().map_or_else(|| too_much(source), |_| None) {
        checker.fault(KeyProblem::Syntax { message }, at..at + 1);
        faults.extend(checker.faults.take(&checker.file));
        return None;
    }
    let (root, errors) = sound.unwrap_or_else(|| DeTable::parse_recoverable(source));
    // What is no TOML at all has an error in every line.
    for error in errors.iter().take(MOST_SYNTAX) {
        let message = error.message().to_owned();
        checker.fault(KeyProblem::Syntax { message }, error.span().unwrap_or(0..0));
    }
    let root = root.into_inner();
    if errors.is_empty() && checker.fits(shape, &root) {
        return Some(Parsed { checker, shape, root });
    }
    faults.extend(checker.faults.take(&checker.file));
    None
}
