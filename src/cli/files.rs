//! Plans and submissions on disk.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use anyhow::Context;
use dabiao::diagnostic::{Diagnostic, RunProblem};
use dabiao::plan::{Case, Plan, RuleFile, Waiver};
use dabiao::submission::{Input, Options, Submission, Vocabulary};

use super::Failure;
use super::args::{DataArgs, PlanArgs, TestArgs};

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
    let mut roster = |rule_file: &str, path: &str| {
        let folder = Path::new(rule_file).parent().unwrap_or(Path::new(""));
        fs::read(folder.join(path))
    };
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
        match fs::read(path) {
            Ok(bytes) => files.push(RuleFile::new(&path.to_string_lossy(), bytes)),
            Err(error) => faults.push(Diagnostic::whole(unreadable(path, &error))),
        }
    }
    if faults.is_empty() { Ok(files) } else { Err(Failure::Faults(faults)) }
}

/// How the name of a file of cases ends.
const CASES: &str = ".cases.toml";

/// A file itself; of a folder its rule files, in the order of their names.
fn rule_files(path: &Path, faults: &mut Vec<Diagnostic>) -> Vec<PathBuf> {
    let is_rules = |name: &str| name.ends_with(".toml") && !name.ends_with(CASES);
    let none = |path| RunProblem::NoRuleFiles { path };
    files(path, is_rules, none).unwrap_or_else(|problem| {
        faults.push(Diagnostic::whole(problem));
        Vec::new()
    })
}

/// A file itself; of a folder its submissions, in the order of their names. Hidden files
/// are left out: some systems put one beside every other.
fn submitted_files(path: &Path) -> Result<Vec<PathBuf>, RunProblem> {
    let is_submission = |name: &str| {
        let extension = Path::new(name).extension().unwrap_or_default();
        !name.starts_with('.') && extension.eq_ignore_ascii_case("csv")
    };
    files(path, is_submission, |path| RunProblem::NoSubmissions { path })
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
    let entries = fs::read_dir(folder).and_then(|entries| {
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()
    });
    let mut entries = entries.map_err(|error| unreadable(folder, &error))?;
    entries.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        is_wanted(&name) && path.is_file()
    });
    entries.sort();
    Ok(entries)
}

/// How many threads to use.
pub(super) fn threads(args: &DataArgs) -> NonZeroUsize {
    let processors = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    args.threads.unwrap_or_else(processors)
}

/// Reads the files that are judged, and those of the years before.
pub(super) fn submissions(
    paths: &[PathBuf],
    args: &DataArgs,
    vocabulary: &Vocabulary<'_>,
    digest: bool,
) -> Result<(Submission, Submission), Failure> {
    // Every path is tried before anything is read, so that all trouble is told at once.
    let mut faults: Vec<RunProblem> = twice(paths).collect();
    let mut history = of_folders(&args.history, &mut faults);
    // A folder of all years may hold the one under check too.
    let judged: BTreeSet<PathBuf> = paths.iter().map(|path| real(path)).collect();
    history.retain(|path| args.history.contains(path) || !judged.contains(&real(path)));
    let (submitted, before) = (opened(paths, &mut faults), opened(&history, &mut faults));
    none_of(faults)?;
    let encoding = args.encoding.map(Into::into);
    let options = Options { encoding, year: args.year, threads: threads(args), digest };
    let submission = Submission::read(submitted, vocabulary, &options).context("reading")?;
    let options = Options { year: None, ..options };
    let history = Submission::read(before, vocabulary, &options).context("reading")?;
    Ok((submission, history))
}

/// Reads files of several years, those of `--history` among them.
pub(super) fn years(
    paths: &[PathBuf],
    args: &DataArgs,
    vocabulary: &Vocabulary<'_>,
    digest: bool,
) -> Result<Submission, Failure> {
    if paths.is_empty() && args.history.is_empty() {
        return Err(Diagnostic::whole(RunProblem::NothingGiven).into());
    }
    let mut faults = Vec::new();
    let mut files = of_folders(paths, &mut faults);
    let mut there: BTreeSet<PathBuf> = files.iter().map(|path| real(path)).collect();
    let history = of_folders(&args.history, &mut faults);
    files.extend(history.into_iter().filter(|path| there.insert(real(path))));
    let opened = opened(&files, &mut faults);
    none_of(faults)?;
    let encoding = args.encoding.map(Into::into);
    let options = Options { encoding, year: args.year, threads: threads(args), digest };
    Ok(Submission::read(opened, vocabulary, &options).context("reading")?)
}

/// The files that are named, and those of the folders that are; none may be named twice.
fn of_folders(paths: &[PathBuf], faults: &mut Vec<RunProblem>) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for path in paths {
        match submitted_files(path) {
            Ok(files) => all.extend(files),
            Err(problem) => faults.push(problem),
        }
    }
    faults.extend(twice(&all));
    all
}

fn none_of(faults: Vec<RunProblem>) -> Result<(), Failure> {
    if faults.is_empty() {
        return Ok(());
    }
    Err(Failure::Faults(faults.into_iter().map(Diagnostic::whole).collect()))
}

/// The files that are named more than once.
fn twice(paths: &[PathBuf]) -> impl Iterator<Item = RunProblem> + '_ {
    let mut seen = BTreeSet::new();
    paths.iter().filter_map(move |path| {
        let given = path.display().to_string();
        (!seen.insert(real(path))).then_some(RunProblem::SameFileTwice { path: given })
    })
}

/// The name and the bytes of a table; `-` is standard input.
pub(super) fn table(path: &Path) -> Result<(String, Vec<u8>), Failure> {
    let unreadable = |error| Failure::from(Diagnostic::whole(unreadable(path, &error)));
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map_err(unreadable)?;
        return Ok(("原表".to_owned(), bytes));
    }
    if path.is_dir() {
        let path = path.to_string_lossy().into_owned();
        return Err(Diagnostic::whole(RunProblem::IsDirectory { path }).into());
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok((name, fs::read(path).map_err(unreadable)?))
}

/// The same path however it was given.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

fn opened(paths: &[PathBuf], faults: &mut Vec<RunProblem>) -> Vec<Input<Bytes>> {
    let open = |path: &PathBuf| open(path).map_err(|problem| faults.push(problem)).ok();
    paths.iter().filter_map(open).collect()
}

fn open(path: &Path) -> Result<Input<Bytes>, RunProblem> {
    let name = path.to_string_lossy().into_owned();
    if path.is_dir() {
        return Err(RunProblem::IsDirectory { path: name });
    }
    let bytes = Bytes::open(path).map_err(|error| unreadable(path, &error))?;
    Ok(Input { name, bytes })
}

/// The bytes of a file that can be read again from the beginning.
enum Bytes {
    File(File),
    /// Of a pipe.
    Memory(Cursor<Vec<u8>>),
}

impl Bytes {
    fn open(path: &Path) -> io::Result<Self> {
        let mut file = File::open(path)?;
        if file.metadata()?.is_file() {
            return Ok(Self::File(file));
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(Self::Memory(Cursor::new(bytes)))
    }
}

impl Read for Bytes {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::File(file) => file.read(buffer),
            Self::Memory(bytes) => bytes.read(buffer),
        }
    }
}

impl Seek for Bytes {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match self {
            Self::File(file) => file.seek(to),
            Self::Memory(bytes) => bytes.seek(to),
        }
    }
}

fn unreadable(path: &Path, error: &io::Error) -> RunProblem {
    let path = path.display().to_string();
    match error.kind() {
        io::ErrorKind::NotFound => RunProblem::NoSuchFile { path },
        io::ErrorKind::IsADirectory => RunProblem::IsDirectory { path },
        _ => RunProblem::Unreadable { path, reason: error.to_string() },
    }
}
