//! Plans and submissions on disk.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use dabiao::diagnostic::{Diagnostic, InputProblem, Refusal};
use dabiao::plan::{Case, Plan, RuleFile, Waiver};

use super::args::{PlanArgs, TestArgs};
use super::inputs::{entries, is_no_file, real, unreadable};
use super::{Failure, identity};

/// The plan of `--plan`, or the built-in one.
pub(super) fn plan(args: &PlanArgs) -> Result<Plan, Failure> {
    if args.plan.is_empty() {
        return Plan::built_in().map_err(Failure::from);
    }
    plan_of(&args.plan)
}

/// The plan of rule files and folders.
pub(super) fn plan_of(given: &[PathBuf]) -> Result<Plan, Failure> {
    let mut faults = Vec::new();
    let mut paths = Vec::new();
    for path in given {
        paths.extend(rule_files(path, &mut faults));
    }
    let files = texts(&paths, faults)?;
    let mut beside = |rule_file: &str, path: &str| beside(Path::new(rule_file), path);
    Plan::load(&files, &mut beside).map_err(Failure::from)
}

/// The waivers of `--waivers`.
pub(super) fn waivers(plan: &Plan, paths: &[PathBuf]) -> Result<Vec<Waiver>, Failure> {
    Waiver::load(plan, &texts(paths, Vec::new())?).map_err(Failure::from)
}

/// The cases that are named, else those beside the rules.
pub(super) fn cases(plan: &Plan, args: &TestArgs) -> Result<Vec<Case>, Failure> {
    if args.cases.is_empty() && args.plan.plan.is_empty() {
        return Case::built_in(plan).map_err(Failure::from);
    }
    let mut faults = Vec::new();
    let paths = case_files(args, &mut faults);
    Case::load(plan, &texts(&paths, faults)?).map_err(Failure::from)
}

/// The files that cases are read from.
pub(super) fn case_files(args: &TestArgs, faults: &mut Vec<Diagnostic>) -> Vec<PathBuf> {
    faults.extend(twice(&args.cases).map(Diagnostic::whole));
    let mut paths = Vec::new();
    for path in if args.cases.is_empty() { &args.plan.plan } else { &args.cases } {
        if path.is_dir() || args.cases.is_empty() {
            match cases_of(path) {
                Ok(found) => paths.extend(found),
                Err(problem) => faults.push(Diagnostic::whole(problem)),
            }
        } else {
            paths.push(path.clone());
        }
    }
    paths
}

/// The files of cases in a folder, or the one beside a rule file.
pub(super) fn cases_of(path: &Path) -> Result<Vec<PathBuf>, InputProblem> {
    if path.is_dir() {
        return listed(path, |name| name.ends_with(CASES));
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!("{stem}{CASES}"));
    Ok(Vec::from_iter(beside.is_file().then_some(beside)))
}

/// The files' texts, all trouble with them told at once.
pub(super) fn texts(
    paths: &[PathBuf],
    mut faults: Vec<Diagnostic>,
) -> Result<Vec<RuleFile>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        match bytes(path) {
            Ok(bytes) => files.push(RuleFile::new(&path.to_string_lossy(), bytes)),
            Err(problem) => faults.push(Diagnostic::whole(problem)),
        }
    }
    if faults.is_empty() { Ok(files) } else { Err(faults.into()) }
}

/// How the name of a file of cases ends.
const CASES: &str = ".cases.toml";

/// A file itself; of a folder its rule files, in the order of their names.
pub(super) fn rule_files(path: &Path, faults: &mut Vec<Diagnostic>) -> Vec<PathBuf> {
    let is_rules = |name: &str| name.ends_with(".toml") && !name.ends_with(CASES);
    let none = |path| InputProblem::NoRuleFiles { path };
    files(path, is_rules, none).unwrap_or_else(|problem| {
        faults.push(Diagnostic::whole(problem));
        Vec::new()
    })
}

/// A file itself; of a folder those directly inside whose names are wanted.
fn files(
    path: &Path,
    is_wanted: impl Fn(&str) -> bool,
    none: impl Fn(String) -> InputProblem,
) -> Result<Vec<PathBuf>, InputProblem> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let files = listed(path, is_wanted)?;
    if files.is_empty() { Err(none(path.display().to_string())) } else { Ok(files) }
}

/// The files directly inside a folder whose names are wanted, in the order of their names.
fn listed(folder: &Path, is_wanted: impl Fn(&str) -> bool) -> Result<Vec<PathBuf>, InputProblem> {
    let mut entries = entries(folder)?;
    entries.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        is_wanted(&name) && !path.is_dir()
    });
    match entries.iter().find(|path| is_no_file(path)) {
        Some(path) => Err(InputProblem::NotAFile { path: path.display().to_string() }),
        None => Ok(entries),
    }
}

/// The files that are named more than once.
fn twice(paths: &[PathBuf]) -> impl Iterator<Item = InputProblem> + '_ {
    let mut seen: BTreeMap<PathBuf, &Path> = BTreeMap::new();
    paths.iter().filter_map(move |path| {
        let first = seen.insert(real(path), path)?;
        let [path, first] = [path, first].map(|path| path.display().to_string());
        Some(InputProblem::SameFileTwice { path, first })
    })
}

/// The name and the bytes of a table; `-` is standard input.
pub(super) fn table(path: &Path) -> Result<(String, Vec<u8>), Failure> {
    if path == Path::new("-") {
        let bytes = bounded(identity::open_stdin().lock(), path, MOST_DRAFTED);
        return Ok(("原表".to_owned(), bytes.map_err(Diagnostic::whole)?));
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let opened = opened(path).map_err(Diagnostic::whole)?;
    Ok((name, bounded(opened, path, MOST_DRAFTED).map_err(Diagnostic::whole)?))
}

/// How many MiB of a rule file and its like are taken: a roster of a hundred thousand
/// regions and more.
const MOST: u64 = 64;
/// How many MiB of a table that rules are drafted from: each of its rows may be a line.
const MOST_DRAFTED: u64 = 2;

/// All of a file that is held in memory as a whole.
fn bytes(path: &Path) -> Result<Vec<u8>, InputProblem> {
    bounded(opened(path)?, path, MOST)
}

fn opened(path: &Path) -> Result<File, InputProblem> {
    if path.is_dir() {
        return Err(InputProblem::IsDirectory { path: path.display().to_string() });
    }
    identity::open(path).map_err(|error| unreadable(path, &error))
}

/// A device has no end.
fn bounded(source: impl Read, path: &Path, most: u64) -> Result<Vec<u8>, InputProblem> {
    let bytes = taken(source, most).map_err(|error| unreadable(path, &error))?;
    bytes.ok_or_else(|| InputProblem::TooLarge { path: path.display().to_string(), most })
}

/// All of a source, unless it has more MiB.
fn taken(source: impl Read, most: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    source.take((most << 20) + 1).read_to_end(&mut bytes)?;
    Ok(Some(bytes).filter(|bytes| bytes.len() as u64 <= most << 20))
}

/// A file that rules name. Nobody named it on the command line: it is a file, and lies in the
/// folder of the rules or below, links followed.
fn beside(rule_file: &Path, path: &str) -> io::Result<Vec<u8>> {
    let folder = identity::folder(rule_file);
    let real = identity::inside(folder, &folder.join(path))?;
    if is_no_file(&real) {
        return Err(io::Error::other(Refusal::NoFile));
    }
    let (source, most) = (identity::open(&real)?, MOST);
    let bytes = taken(source, most)?;
    bytes.ok_or_else(|| io::Error::other(Refusal::TooLarge { most }))
}
