//! Which submissions were meant: files, folders, patterns, standard input.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use dabiao::diagnostic::{InputProblem, Refusal};

use super::args::ReadArgs;
use super::bytes::{HELD, PIPED};
use super::pattern;

/// What stands for standard input.
const STDIN: &str = "-";

/// One submission that is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Given {
    /// The name that is printed, and that may hold a year.
    pub(super) name: String,
    pub(super) source: Source,
    /// Whether it was named by itself, not by its folder or a pattern.
    pub(super) by_itself: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Source {
    File(PathBuf),
    Stdin,
}

/// What paths stand for, and what there is to say about it.
#[derive(Debug, Default)]
pub(super) struct Inputs {
    pub(super) judged: Vec<Given>,
    pub(super) history: Vec<Given>,
    pub(super) faults: Vec<InputProblem>,
    pub(super) notes: Vec<InputProblem>,
}

impl Inputs {
    /// Finds what is to be judged, and the years before. A file of a folder of all years
    /// that is judged is no history.
    pub(super) fn find(paths: &[PathBuf], history: &[PathBuf], args: &ReadArgs) -> Self {
        let mut inputs = Self::default();
        inputs.judged = inputs.expand(paths, args);
        inputs.history = inputs.expand(history, args);
        let mut notes = Vec::new();
        for note in std::mem::take(&mut inputs.notes) {
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        inputs.notes = notes;
        let Self { judged, history, faults, notes } = &mut inputs;
        let there = once_each(judged, faults);
        once_each(history, faults);
        history.retain(|given| given.by_itself || !there.contains_key(&given.key()));
        let all = || judged.iter().chain(&*history);
        let strange = all().filter(|given| !given.is_named_in_text());
        let strange: Vec<String> = strange.map(|given| given.name.clone()).collect();
        if !strange.is_empty() {
            let (first, count) = (strange.iter().take(3).cloned().collect(), strange.len());
            notes.push(InputProblem::NameNotText { first, count });
        }
        if judged.iter().any(Given::is_stdin) && history.iter().any(Given::is_stdin) {
            faults.push(InputProblem::StdinTwice);
        }
        if let Some(name) = &args.stdin_filename
            && !all().any(Given::is_stdin)
        {
            faults.push(InputProblem::StdinNameUnused { name: name.clone() });
        }
        inputs
    }

    /// The files that paths stand for, in the order of the paths; those of a folder and
    /// of a pattern in the order of their names.
    fn expand(&mut self, paths: &[PathBuf], args: &ReadArgs) -> Vec<Given> {
        let mut all = Vec::new();
        for path in paths {
            if path == Path::new(STDIN) {
                let name = args.stdin_filename.clone().unwrap_or_else(|| "<stdin>".to_owned());
                all.push(Given { name, source: Source::Stdin, by_itself: true });
            } else if path.is_dir() {
                let entries = entries(path);
                self.listed(path, entries, &mut all);
            } else if !path.exists()
                && let Some(matches) = pattern::matches(path)
            {
                match matches {
                    Ok(none) if none.is_empty() => {
                        let pattern = path.display().to_string();
                        self.faults.push(InputProblem::NoMatch { pattern });
                    }
                    matches => self.matched(path, matches, &mut all),
                }
            } else {
                all.push(Given::file(path, true));
            }
        }
        all
    }

    /// Adds what matches a pattern; a folder that does stands for its files.
    fn matched(&mut self, path: &Path, found: Listing, all: &mut Vec<Given>) {
        let Ok(found) = found else { return self.listed(path, found, all) };
        let (folders, files): (Vec<_>, Vec<_>) = found.into_iter().partition(|path| path.is_dir());
        if !files.is_empty() {
            self.listed(path, Ok(files), all);
        }
        for folder in folders {
            let entries = entries(&folder);
            self.listed(&folder, entries, all);
        }
    }

    /// Adds the submissions of what was found in a place; the others are told.
    fn listed(&mut self, place: &Path, found: Listing, all: &mut Vec<Given>) {
        let path = place.display().to_string();
        let entries = match found {
            Ok(entries) => entries,
            Err(problem) => return self.faults.push(problem),
        };
        let seen = entries.into_iter().filter(|entry| !is_hidden(&file_name(entry)));
        let (wanted, others): (Vec<_>, Vec<_>) =
            seen.partition(|entry| is_submission(&file_name(entry)) && !entry.is_dir());
        // Opening a pipe would wait until somebody writes into it.
        let (wanted, strange): (Vec<_>, Vec<_>) =
            wanted.into_iter().partition(|entry| !is_no_file(entry));
        let found_any = !wanted.is_empty() || !strange.is_empty();
        let strange = strange.iter().map(|entry| entry.display().to_string());
        self.faults.extend(strange.map(|path| InputProblem::NotAFile { path }));
        all.extend(wanted.iter().map(|entry| Given::file(entry, false)));
        if !found_any {
            self.faults.push(InputProblem::NoSubmissions { path });
        } else if !others.is_empty() {
            let name = |entry: &PathBuf| {
                let end = if entry.is_dir() { "/" } else { "" };
                format!("{}{end}", file_name(entry))
            };
            let first = others.iter().take(3).map(name).collect();
            self.notes.push(InputProblem::LeftOut { path, first, count: others.len() });
        }
    }
}

impl Given {
    fn file(path: &Path, by_itself: bool) -> Self {
        let name = path.display().to_string();
        Self { name, source: Source::File(path.to_owned()), by_itself }
    }

    fn is_named_in_text(&self) -> bool {
        match &self.source {
            Source::File(path) => path.to_str().is_some(),
            Source::Stdin => true,
        }
    }

    fn is_stdin(&self) -> bool {
        self.source == Source::Stdin
    }

    /// One path for a file, however it was given. What comes by standard input
    /// goes by its name.
    pub(super) fn key(&self) -> PathBuf {
        match &self.source {
            Source::File(path) => real(path),
            Source::Stdin => real(Path::new(&self.name)),
        }
    }
}

/// What is in a place, or why that is not known.
pub(super) type Listing = Result<Vec<PathBuf>, InputProblem>;

/// Everything directly inside a folder, in the order of the names.
pub(super) fn entries(folder: &Path) -> Listing {
    let entries = fs::read_dir(folder).and_then(|entries| {
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()
    });
    let mut entries = entries.map_err(|error| unreadable(folder, &error))?;
    entries.sort();
    Ok(entries)
}

/// Whether something is there that is neither a file nor a folder.
pub(super) fn is_no_file(path: &Path) -> bool {
    path.metadata().is_ok_and(|it| !it.is_file() && !it.is_dir())
}

/// The files by what they really are; of those named twice the second is a fault.
fn once_each(given: &[Given], faults: &mut Vec<InputProblem>) -> BTreeMap<PathBuf, String> {
    let mut seen: BTreeMap<PathBuf, String> = BTreeMap::new();
    for one in given {
        let key = one.key();
        match seen.get(&key) {
            Some(_) if one.is_stdin() && given.iter().filter(|g| g.is_stdin()).count() > 1 => {
                faults.push(InputProblem::StdinTwice);
            }
            Some(first) => {
                let (path, first) = (one.name.clone(), first.clone());
                faults.push(InputProblem::SameFileTwice { path, first });
            }
            None => {
                seen.insert(key, one.name.clone());
            }
        }
    }
    seen
}

/// One path for a file, however its path was given.
pub(super) fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// What systems and spreadsheet programs put beside files, open ones above all.
fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$")
}

fn is_submission(name: &str) -> bool {
    let extension = Path::new(name).extension().unwrap_or_default();
    let kinds = ["csv", "txt", "tsv", "xlsx", "xls", "ods"];
    let is = |kind: &str| extension.eq_ignore_ascii_case(kind);
    kinds.into_iter().any(is) || cfg!(feature = "parquet") && is("parquet")
}

pub(super) fn unreadable(path: &Path, error: &io::Error) -> InputProblem {
    let reason = Refusal::of(error);
    let path = path.display().to_string();
    match error.kind() {
        _ if reason == Refusal::NoFile => InputProblem::NotAFile { path },
        io::ErrorKind::NotFound => InputProblem::NoSuchFile { path },
        io::ErrorKind::IsADirectory => InputProblem::IsDirectory { path },
        io::ErrorKind::FileTooLarge => InputProblem::TooLarge { path, most: PIPED },
        io::ErrorKind::NotSeekable => InputProblem::ReadOnce { path, most: HELD },
        _ => InputProblem::Unreadable { path, reason },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of files, and what a path in it stands for: names, faults and notes.
    fn found(
        files: &[&str],
        paths: &[&str],
    ) -> (Vec<String>, Vec<InputProblem>, Vec<InputProblem>) {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "年份\n").unwrap();
        }
        let paths: Vec<_> = paths.iter().map(|path| folder.path().join(path)).collect();
        let inputs = Inputs::find(&paths, &[], &ReadArgs::default());
        let names = inputs.judged.iter().map(|given| file_name(Path::new(&given.name))).collect();
        (names, inputs.faults, inputs.notes)
    }

    #[test]
    fn a_folder_stands_for_its_submissions_by_name() {
        let files =
            ["b.csv", "a.XLSX", "c.txt", "d.tsv", "e.xls", "f.Ods", "下级/g.csv", "说明.md"];
        let beside =
            [".a.csv", "._b.csv", "~$a.xlsx", ".~lock.a.xlsx#", ".DS_Store", ".dabiao-x.part"];
        let (names, faults, notes) = found(&[&files[..], &beside].concat(), &[""]);
        assert_eq!(names, ["a.XLSX", "b.csv", "c.txt", "d.tsv", "e.xls", "f.Ods"]);
        assert_eq!(faults, []);
        let [InputProblem::LeftOut { first, count, .. }] = &notes[..] else { unreachable!() };
        assert_eq!((first.join(" ").as_str(), *count), ("下级/ 说明.md", 2));
    }

    #[test]
    fn of_many_other_files_a_few_are_named() {
        let (_, _, notes) = found(&["2023.csv", "a.md", "b.md", "c.md", "d.md"], &[""]);
        let [InputProblem::LeftOut { first, count, .. }] = &notes[..] else { unreachable!() };
        assert_eq!((first.len(), *count), (3, 4));
    }

    #[test]
    fn a_pattern_is_one_only_where_no_file_has_that_name() {
        let files = ["20[23].csv", "202.csv", "203.csv", "甲/1.csv", "乙/2.csv", "乙/2.md"];
        assert_eq!(found(&files, &["20[23].csv"]).0, ["20[23].csv"]);
        assert_eq!(found(&files, &["20?.csv"]).0, ["202.csv", "203.csv"]);
        assert_eq!(found(&files, &["**/*.csv"]).0.len(), 5);
        let (names, faults, notes) = found(&files, &["[甲乙]"]);
        assert_eq!((names.len(), faults.len(), notes.len()), (2, 0, 1));
        let hidden = [".甲/1.csv", ".甲/.乙/2.csv", "甲/.2.csv", "甲/3.csv"];
        for (pattern, count) in
            [("*/1.csv", 0), ("**/*.csv", 1), (".甲/*.csv", 1), (".*/?.csv", 1), ("?甲/.乙/2.*", 0)]
        {
            assert_eq!(found(&hidden, &[pattern]).0.len(), count, "{pattern}");
        }
        let (names, faults, _) = found(&files, &["*.dat", "[", "甲/9.csv"]);
        // What can be no pattern is a file that is not there, as one by itself is.
        assert_eq!(names, ["[", "9.csv"]);
        assert!(matches!(&faults[..], [InputProblem::NoMatch { .. }]), "{faults:?}");
    }

    #[test]
    fn a_file_that_is_named_twice_is_a_fault_however_it_is_named() {
        for paths in [["a.csv", "./a.csv"], ["a.csv", ""], ["*.csv", "b.csv"]] {
            let (_, faults, _) = found(&["a.csv", "b.csv"], &paths);
            assert!(matches!(&faults[..], [InputProblem::SameFileTwice { .. }]), "{faults:?}");
        }
    }
}
