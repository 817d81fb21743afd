//! Plans and submissions on disk.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use dabiao::diagnostic::{Diagnostic, RunProblem};
use dabiao::plan::{Case, Plan, RuleFile, Waiver};
use dabiao::submission::{Input, Options, Submission, Vocabulary};

use super::args::{DataArgs, PlanArgs, ReadArgs, TestArgs};
use super::bytes::{Opened, Watched};
use super::inputs::{Given, Inputs, Source, entries, is_no_file, real, unreadable};
use super::progress::Progress;
use super::{Failure, identity};

/// The plan of `--plan`, or the built-in one.
pub(super) fn plan(args: &PlanArgs) -> Result<Plan, Failure> {
    if args.plan.is_empty() {
        return Plan::built_in().map_err(Failure::Faults);
    }
    let mut faults = Vec::new();
    let mut paths = Vec::new();
    for path in &args.plan {
        paths.extend(rule_files(path, &mut faults));
    }
    let files = texts(&paths, faults)?;
    let mut roster = |rule_file: &str, path: &str| roster(Path::new(rule_file), path);
    Plan::load(&files, &mut roster).map_err(Failure::Faults)
}

/// The waivers of `--waivers`.
pub(super) fn waivers(plan: &Plan, args: &DataArgs) -> Result<Vec<Waiver>, Failure> {
    Waiver::load(plan, &texts(&args.waivers, Vec::new())?).map_err(Failure::Faults)
}

/// The cases that are named, else those beside the rules.
pub(super) fn cases(plan: &Plan, args: &TestArgs) -> Result<Vec<Case>, Failure> {
    if args.cases.is_empty() && args.plan.plan.is_empty() {
        return Case::built_in(plan).map_err(Failure::Faults);
    }
    let mut faults: Vec<Diagnostic> = twice(&args.cases).map(Diagnostic::whole).collect();
    let mut paths = Vec::new();
    for path in if args.cases.is_empty() { &args.plan.plan } else { &args.cases } {
        if path.is_dir() {
            match listed(path, |name| name.ends_with(CASES)) {
                Ok(found) => paths.extend(found),
                Err(problem) => faults.push(Diagnostic::whole(problem)),
            }
        } else if args.cases.is_empty() {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            let beside = path.with_file_name(format!("{stem}{CASES}"));
            paths.extend(beside.is_file().then_some(beside));
        } else {
            paths.push(path.clone());
        }
    }
    Case::load(plan, &texts(&paths, faults)?).map_err(Failure::Faults)
}

/// The files' texts, all trouble with them told at once.
fn texts(paths: &[PathBuf], mut faults: Vec<Diagnostic>) -> Result<Vec<RuleFile>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        match bytes(path) {
            Ok(bytes) => files.push(RuleFile::new(&path.to_string_lossy(), bytes)),
            Err(problem) => faults.push(Diagnostic::whole(problem)),
        }
    }
    if faults.is_empty() { Ok(files) } else { Err(Failure::Faults(faults)) }
}

/// How the name of a file of cases ends.
const CASES: &str = ".cases.toml";

/// A file itself; of a folder its rule files, in the order of their names.
pub(super) fn rule_files(path: &Path, faults: &mut Vec<Diagnostic>) -> Vec<PathBuf> {
    let is_rules = |name: &str| name.ends_with(".toml") && !name.ends_with(CASES);
    let none = |path| RunProblem::NoRuleFiles { path };
    files(path, is_rules, none).unwrap_or_else(|problem| {
        faults.push(Diagnostic::whole(problem));
        Vec::new()
    })
}

/// A file itself; of a folder those directly inside whose names are wanted.
fn files(
    path: &Path,
    is_wanted: impl Fn(&str) -> bool,
    none: impl Fn(String) -> RunProblem,
) -> Result<Vec<PathBuf>, RunProblem> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let files = listed(path, is_wanted)?;
    if files.is_empty() { Err(none(path.display().to_string())) } else { Ok(files) }
}

/// The files directly inside a folder whose names are wanted, in the order of their names.
fn listed(folder: &Path, is_wanted: impl Fn(&str) -> bool) -> Result<Vec<PathBuf>, RunProblem> {
    let mut entries = entries(folder)?;
    entries.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        is_wanted(&name) && !path.is_dir()
    });
    match entries.iter().find(|path| is_no_file(path)) {
        Some(path) => Err(RunProblem::NotAFile { path: path.display().to_string() }),
        None => Ok(entries),
    }
}

/// How many threads to use.
pub(super) fn threads(args: &ReadArgs) -> NonZeroUsize {
    let processors = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let asked = args.threads.and_then(|threads| NonZeroUsize::new(threads.into()));
    asked.unwrap_or_else(processors)
}

/// What is to be read, and how.
pub(super) struct Reading<'a> {
    pub(super) paths: &'a [PathBuf],
    /// Those of the years before.
    pub(super) history: &'a [PathBuf],
    pub(super) args: &'a ReadArgs,
    /// Whether nothing is to be said of how far it is.
    pub(super) quiet: bool,
    /// Whether the SHA-256 of every file is computed.
    pub(super) digest: bool,
}

/// Reads the files that are judged, and those of the years before.
pub(super) fn submissions(
    reading: &Reading<'_>,
    vocabulary: &Vocabulary<'_>,
) -> Result<(Submission, Submission), Failure> {
    let mut inputs = Inputs::find(reading.paths, reading.history, reading.args);
    read(reading, &mut inputs, vocabulary)
}

/// Reads files of several years, those of `--history` among them.
pub(super) fn years(
    reading: &Reading<'_>,
    vocabulary: &Vocabulary<'_>,
) -> Result<Submission, Failure> {
    if reading.paths.is_empty() && reading.history.is_empty() {
        return Err(Diagnostic::whole(RunProblem::NothingGiven).into());
    }
    let mut inputs = Inputs::find(reading.paths, reading.history, reading.args);
    let there: BTreeSet<PathBuf> = inputs.judged.iter().map(Given::key).collect();
    inputs.history.retain(|given| !there.contains(&given.key()));
    inputs.judged.append(&mut inputs.history);
    Ok(read(reading, &mut inputs, vocabulary)?.0)
}

fn read(
    reading: &Reading<'_>,
    inputs: &mut Inputs,
    vocabulary: &Vocabulary<'_>,
) -> Result<(Submission, Submission), Failure> {
    read_opened(reading, open(inputs)?, vocabulary)
}

/// Files that were opened for reading, and what there is to say about them.
pub(super) struct OpenedInputs {
    pub(super) judged: Vec<Opened>,
    before: Vec<Opened>,
    notes: Vec<RunProblem>,
}

/// Opens every file before anything is read, so that all trouble is told at once.
pub(super) fn open(inputs: &mut Inputs) -> Result<OpenedInputs, Failure> {
    let mut faults = std::mem::take(&mut inputs.faults);
    // Where nothing will be read any more, nobody should have to type first.
    let is_sound = faults.is_empty();
    let mut open = |given: &[Given]| -> Vec<Opened> {
        let given = given.iter().filter(|given| is_sound || given.source != Source::Stdin);
        let open = |given| Opened::open(given).map_err(|problem| faults.push(problem)).ok();
        given.filter_map(open).collect()
    };
    let (judged, before) = (open(&inputs.judged), open(&inputs.history));
    none_of(faults)?;
    Ok(OpenedInputs { judged, before, notes: std::mem::take(&mut inputs.notes) })
}

/// Reads what was opened.
pub(super) fn read_opened(
    reading: &Reading<'_>,
    opened: OpenedInputs,
    vocabulary: &Vocabulary<'_>,
) -> Result<(Submission, Submission), Failure> {
    let OpenedInputs { mut judged, mut before, notes } = opened;
    let all = || judged.iter().chain(&before);
    let progress = Progress::new(all().map(Opened::length).sum(), reading.quiet);
    let watched: Vec<Watched> =
        judged.iter_mut().chain(&mut before).filter_map(Opened::watched).collect();
    let read = |opened: Vec<Opened>, year, sheet| {
        let input =
            |opened: Opened| Input { name: opened.name.clone(), bytes: opened.bytes(&progress) };
        let args = reading.args;
        let encoding = args.encoding.map(Into::into);
        let options =
            Options { encoding, sheet, year, threads: threads(args), digest: reading.digest };
        Submission::read(opened.into_iter().map(input).collect(), vocabulary, &options)
    };
    let (judged, before) =
        (read(judged, reading.args.year, reading.args.sheet.clone()), read(before, None, None));
    drop(progress);
    let mut faults: Vec<RunProblem> = watched.iter().filter_map(Watched::fault).collect();
    let unread = judged.as_ref().err().into_iter().chain(before.as_ref().err()).flatten();
    faults.extend(unread.map(|failed| unreadable(Path::new(&*failed.name), &failed.error)));
    none_of(faults)?;
    let mut submission = judged.unwrap_or_default();
    let notes = notes.into_iter().map(Diagnostic::whole);
    submission.diagnostics.splice(0..0, notes);
    Ok((submission, before.unwrap_or_default()))
}

fn none_of(faults: Vec<RunProblem>) -> Result<(), Failure> {
    if faults.is_empty() {
        return Ok(());
    }
    Err(Failure::Faults(faults.into_iter().map(Diagnostic::whole).collect()))
}

/// The files that are named more than once.
fn twice(paths: &[PathBuf]) -> impl Iterator<Item = RunProblem> + '_ {
    let mut seen: BTreeMap<PathBuf, &Path> = BTreeMap::new();
    paths.iter().filter_map(move |path| {
        let first = seen.insert(real(path), path)?;
        let [path, first] = [path, first].map(|path| path.display().to_string());
        Some(RunProblem::SameFileTwice { path, first })
    })
}

/// The name and the bytes of a table; `-` is standard input.
pub(super) fn table(path: &Path) -> Result<(String, Vec<u8>), Failure> {
    if path == Path::new("-") {
        let bytes = bounded(identity::open_stdin().lock(), path);
        return Ok(("原表".to_owned(), bytes.map_err(Diagnostic::whole)?));
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok((name, bytes(path).map_err(Diagnostic::whole)?))
}

/// How many MiB of a rule file and its like are taken: a roster of a hundred thousand
/// regions and more.
const MOST: u64 = 64;

/// All of a file that is held in memory as a whole.
fn bytes(path: &Path) -> Result<Vec<u8>, RunProblem> {
    if path.is_dir() {
        return Err(RunProblem::IsDirectory { path: path.display().to_string() });
    }
    bounded(identity::open(path).map_err(|error| unreadable(path, &error))?, path)
}

/// A device has no end.
fn bounded(source: impl Read, path: &Path) -> Result<Vec<u8>, RunProblem> {
    let mut bytes = Vec::new();
    let read = source.take((MOST << 20) + 1).read_to_end(&mut bytes);
    read.map_err(|error| unreadable(path, &error))?;
    if bytes.len() as u64 > MOST << 20 {
        return Err(RunProblem::TooLarge { path: path.display().to_string(), most: MOST });
    }
    Ok(bytes)
}

/// A roster. Nobody named it on the command line: it is a file, and lies in the folder of
/// the rules or below, links followed.
fn roster(rule_file: &Path, path: &str) -> io::Result<Vec<u8>> {
    let folder = identity::folder(rule_file);
    let real = folder.join(path).canonicalize()?;
    if !real.starts_with(folder.canonicalize()?) {
        return Err(io::Error::other("it lies outside the folder of the rules"));
    }
    if is_no_file(&real) {
        return Err(io::Error::other("it is no file"));
    }
    bytes(&real).map_err(|problem| io::Error::other(problem.code()))
}
