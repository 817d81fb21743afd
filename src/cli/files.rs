//! Plans and submissions on disk.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use anyhow::Context;
use dabiao::diagnostic::{Diagnostic, RunProblem};
use dabiao::plan::{Plan, RuleFile, Waiver};
use dabiao::submission::{Input, Options, Submission, Vocabulary};
use dabiao::term::{Found, RegionId, SeriesId};

use super::Failure;
use super::args::{DataArgs, PlanArgs};

/// The plan of `--plan`, or the built-in one.
pub(super) fn plan(args: &PlanArgs) -> Result<Plan, Failure> {
    if args.plan.is_empty() {
        return Plan::built_in().map_err(Failure::Faults);
    }
    let mut files = Vec::new();
    let mut faults = Vec::new();
    let mut paths = Vec::new();
    for path in &args.plan {
        paths.extend(rule_files(path, &mut faults));
    }
    for path in paths {
        match fs::read(&path) {
            Ok(bytes) => files.push(RuleFile::new(&path.to_string_lossy(), bytes)),
            Err(error) => faults.push(Diagnostic::whole(unreadable(&path, &error))),
        }
    }
    if !faults.is_empty() {
        return Err(Failure::Faults(faults));
    }
    let mut roster = |rule_file: &str, path: &str| {
        let folder = Path::new(rule_file).parent().unwrap_or(Path::new(""));
        fs::read(folder.join(path))
    };
    Plan::load(&files, &mut roster).map_err(Failure::Faults)
}

/// The waivers of `--waivers`.
pub(super) fn waivers(plan: &Plan, args: &DataArgs) -> Result<Vec<Waiver>, Failure> {
    let mut files = Vec::new();
    let mut faults = Vec::new();
    for path in &args.waivers {
        match fs::read(path) {
            Ok(bytes) => files.push(RuleFile::new(&path.to_string_lossy(), bytes)),
            Err(error) => faults.push(Diagnostic::whole(unreadable(path, &error))),
        }
    }
    if !faults.is_empty() {
        return Err(Failure::Faults(faults));
    }
    Waiver::load(plan, &files).map_err(Failure::Faults)
}

/// A file itself; of a folder its rule files, in the order of their names.
fn rule_files(path: &Path, faults: &mut Vec<Diagnostic>) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let is_rules = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        name.ends_with(".toml") && !name.ends_with(".cases.toml") && path.is_file()
    };
    let entries = fs::read_dir(path).and_then(|entries| {
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()
    });
    match entries {
        Ok(mut entries) => {
            entries.retain(is_rules);
            entries.sort();
            if entries.is_empty() {
                let path = path.display().to_string();
                faults.push(Diagnostic::whole(RunProblem::NoRuleFiles { path }));
            }
            entries
        }
        Err(error) => {
            faults.push(Diagnostic::whole(unreadable(path, &error)));
            Vec::new()
        }
    }
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
    let mut faults = Vec::new();
    let mut open = |paths: &[PathBuf]| -> Vec<Input<File>> {
        let open = |path: &PathBuf| open(path).map_err(|problem| faults.push(problem)).ok();
        paths.iter().filter_map(open).collect()
    };
    let (submitted, before) = (open(paths), open(&args.history));
    faults.extend(twice(paths).chain(twice(&args.history)));
    if !faults.is_empty() {
        return Err(Failure::Faults(faults.into_iter().map(Diagnostic::whole).collect()));
    }
    let options = Options { year: args.year, threads: threads(args), digest };
    let submission = Submission::read(submitted, vocabulary, &options).context("reading")?;
    let options = Options { year: None, ..options };
    let history = Submission::read(before, vocabulary, &options).context("reading")?;
    Ok((submission, history))
}

/// The files that are named more than once.
fn twice(paths: &[PathBuf]) -> impl Iterator<Item = RunProblem> + '_ {
    let mut seen = BTreeSet::new();
    paths.iter().filter_map(move |path| {
        let real = path.canonicalize().unwrap_or_else(|_| path.clone());
        let path = path.display().to_string();
        (!seen.insert(real)).then_some(RunProblem::SameFileTwice { path })
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

fn open(path: &Path) -> Result<Input<File>, RunProblem> {
    let name = path.to_string_lossy().into_owned();
    if path.is_dir() {
        return Err(RunProblem::IsDirectory { path: name });
    }
    let bytes = File::open(path).map_err(|error| unreadable(path, &error))?;
    Ok(Input { name, bytes })
}

fn unreadable(path: &Path, error: &io::Error) -> RunProblem {
    let path = path.display().to_string();
    match error.kind() {
        io::ErrorKind::NotFound => RunProblem::NoSuchFile { path },
        _ => RunProblem::Unreadable { path, reason: error.to_string() },
    }
}

/// The regions behind names on the command line.
pub(super) fn regions(plan: &Plan, names: &[String]) -> Result<Vec<RegionId>, Vec<Diagnostic>> {
    find_all(names, |name| match plan.region_names.find(name) {
        Some(Found::One(id)) => Ok(RegionId(id)),
        _ => Err(RunProblem::UnknownRegion {
            name: name.to_owned(),
            nearest: plan.region_names.nearest(name),
        }),
    })
}

/// The indicators behind names on the command line.
pub(super) fn indicators(plan: &Plan, names: &[String]) -> Result<Vec<SeriesId>, Vec<Diagnostic>> {
    find_all(names, |name| match plan.series_names.find(name) {
        Some(Found::One(id)) if (id as usize) < plan.indicators.len() => Ok(SeriesId(id as u16)),
        _ => Err(RunProblem::UnknownIndicator {
            name: name.to_owned(),
            nearest: plan.series_names.nearest(name).and_then(|near| indicator_name(plan, &near)),
        }),
    })
}

/// The name that is printed of the indicator behind one of its names.
fn indicator_name(plan: &Plan, name: &str) -> Option<String> {
    match plan.series_names.find(name)? {
        Found::One(id) => Some(plan.indicators.get(id as usize)?.name.clone()),
        Found::Several => None,
    }
}

fn find_all<T>(
    names: &[String],
    find: impl Fn(&str) -> Result<T, RunProblem>,
) -> Result<Vec<T>, Vec<Diagnostic>> {
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    for name in names {
        match find(name) {
            Ok(one) => found.push(one),
            Err(problem) => faults.push(Diagnostic::whole(problem)),
        }
    }
    if faults.is_empty() { Ok(found) } else { Err(faults) }
}
