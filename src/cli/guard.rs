//! What may be written: looked at before anything is read.
//!
//! No command writes onto a file that it reads, whatever is typed. Onto another file that
//! is there it writes only where this program wrote that file in the same format, or where
//! `--force` says so.

use std::fs::{File, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use dabiao::diagnostic::{Diagnostic, OutputProblem, Refusal};
use dabiao::render::{FileFormat, Known, known};

use super::Failure;
use super::args::{DataArgs, PlanArgs, ReadArgs, TestArgs};
use super::files;
use super::identity::{self, Identity, landing};
use super::inputs::{Given, Inputs, Source};

/// What standard output is called.
pub(super) const STDOUT: &str = "/dev/stdout";

/// A file that may be written.
#[derive(Debug)]
pub(super) struct Destination {
    /// As it was given.
    pub(super) name: String,
    pub(super) path: PathBuf,
    pub(super) format: FileFormat,
    pub(super) place: Place,
}

/// What is in the place of a file that is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Nothing.
    Free,
    /// A file that may be replaced.
    Taken,
    /// A file that stays, unless what is written is the same.
    Kept,
    /// A device or a pipe.
    Device,
}

/// What a run reads and writes.
pub(super) struct Guard {
    read: Vec<Identity>,
    written: Vec<Identity>,
    force: bool,
    faults: Vec<OutputProblem>,
}

impl Guard {
    /// A run that reads nothing yet.
    pub(super) fn new(force: bool) -> Self {
        Self { read: Vec::new(), written: Vec::new(), force, faults: Vec::new() }
    }

    /// It reads all that `check` and its kin do.
    pub(super) fn reads(mut self, paths: &[PathBuf], data: &DataArgs) -> Self {
        self = self.reads_submissions(paths, &data.history, &data.read);
        data.waivers.iter().fold(self.reads_plan(&data.plan), |guard, path| guard.reads_file(path))
    }

    pub(super) fn reads_submissions(
        mut self,
        paths: &[PathBuf],
        history: &[PathBuf],
        args: &ReadArgs,
    ) -> Self {
        let Inputs { judged, history, .. } = Inputs::find(paths, history, args);
        for Given { name, source, .. } in judged.iter().chain(&history) {
            self = match source {
                Source::File(path) => self.reads_file(path),
                // What comes by standard input goes by its name.
                Source::Stdin => {
                    self.read.extend(identity::stdin());
                    self.reads_file(Path::new(name))
                }
            };
        }
        self
    }

    pub(super) fn reads_plan(self, args: &PlanArgs) -> Self {
        args.config.iter().fold(self, |guard, path| guard.reads_file(path)).reads_rules(&args.plan)
    }

    /// Rule files, and folders of them.
    pub(super) fn reads_rules(self, given: &[PathBuf]) -> Self {
        let paths = given.iter().flat_map(|path| files::rule_files(path, &mut Vec::new()));
        paths.fold(self, |guard, path| guard.reads_file(&path))
    }

    /// A plan and its cases.
    pub(super) fn reads_cases(self, args: &TestArgs) -> Self {
        let paths = files::case_files(args, &mut Vec::new());
        paths.iter().fold(self.reads_plan(&args.plan), |guard, path| guard.reads_file(path))
    }

    /// A table, or standard input.
    pub(super) fn reads_table(mut self, path: &Path) -> Self {
        if path == Path::new("-") {
            self.read.extend(identity::stdin());
            return self;
        }
        self.reads_file(path)
    }

    pub(super) fn reads_file(mut self, path: &Path) -> Self {
        self.read.push(Identity::of(path));
        self
    }

    /// It writes once; where nothing says a format, in the first of these.
    pub(super) fn writes_one(
        mut self,
        path: Option<&Path>,
        given: Option<FileFormat>,
        all: &[FileFormat],
    ) -> Result<(FileFormat, Option<Destination>), Failure> {
        let Some(path) = path else {
            self.adds_to(identity::stdout(), Path::new(STDOUT));
            self.finish()?;
            return Ok((given.unwrap_or(all[0]), None));
        };
        match self.destination(path, given, all) {
            Ok(destination) => Ok((destination.format, Some(destination))),
            Err(problem) => Err(Diagnostic::whole(problem).into()),
        }
    }

    /// It writes a file, in the format that is given, else in the one of these that its
    /// name says; into a device in the first.
    pub(super) fn writes(
        &mut self,
        path: &Path,
        given: Option<FileFormat>,
        all: &[FileFormat],
    ) -> Option<Destination> {
        let found = self.destination(path, given, all);
        found.map_err(|problem| self.faults.push(problem)).ok()
    }

    fn destination(
        &mut self,
        path: &Path,
        given: Option<FileFormat>,
        all: &[FileFormat],
    ) -> Result<Destination, OutputProblem> {
        let format = format(path, given, all)?;
        let (real, place) = self.place(path, format)?;
        Ok(Destination { name: path.display().to_string(), path: real, format, place })
    }

    /// It adds to what is there, as to standard output.
    pub(super) fn adds_to(&mut self, identity: Option<Identity>, path: &Path) {
        if identity.is_some_and(|identity| self.read.contains(&identity)) {
            let path = path.display().to_string();
            self.faults.push(OutputProblem::OutputIsInput { path });
        }
    }

    /// Adds what can't be had together.
    pub(super) fn fault(&mut self, problem: OutputProblem) {
        self.faults.push(problem);
    }

    /// All that is wrong.
    pub(super) fn finish(self) -> Result<(), Failure> {
        if self.faults.is_empty() {
            return Ok(());
        }
        Err(Failure::from(self.faults.into_iter().map(Diagnostic::whole).collect::<Vec<_>>()))
    }

    /// Where a file will be, and what is there.
    fn place(
        &mut self,
        path: &Path,
        format: FileFormat,
    ) -> Result<(PathBuf, Place), OutputProblem> {
        let named = || path.display().to_string();
        let unwritable = |error: io::Error| unwritable(path, &error);
        if path.is_dir() || path.as_os_str().as_encoded_bytes().ends_with(b"/") {
            return Err(OutputProblem::ToDirectory { path: named() });
        }
        let identity = Identity::of(path);
        if self.read.contains(&identity) {
            return Err(OutputProblem::OutputIsInput { path: named() });
        }
        let there = match path.metadata() {
            Ok(there) if !there.is_file() => return device(path, &there),
            Ok(there) => Some(there),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(unwritable(error)),
        };
        if self.written.contains(&identity) {
            return Err(OutputProblem::SameOutput { path: named() });
        }
        self.written.push(identity);
        let landing = landing(path).map_err(unwritable)?;
        let Some(there) = there else { return Ok((landing, Place::Free)) };
        if there.permissions().readonly() {
            return Err(OutputProblem::ReadOnly { path: named() });
        }
        // What the program was started with is written to where it stands.
        if is_descriptor(path) {
            return Ok((path.to_owned(), Place::Device));
        }
        if self.force {
            return Ok((landing, Place::Taken));
        }
        let mut file = File::open(path).map_err(unwritable)?;
        match known(format, &mut file).map_err(unwritable)? {
            Known::Ours => Ok((landing, Place::Taken)),
            Known::Unsure => Ok((landing, Place::Kept)),
            Known::FilledIn => Err(OutputProblem::FilledIn { path: named() }),
            Known::Foreign => {
                Err(OutputProblem::AlreadyThere { path: named(), format: format.word() })
            }
        }
    }
}

/// The format of a file by what was typed.
fn format(
    path: &Path,
    given: Option<FileFormat>,
    all: &[FileFormat],
) -> Result<FileFormat, OutputProblem> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let named = || path.display().to_string();
    if let Some(format) = given {
        return match format.is_denied_by(&name) {
            false => Ok(format),
            true => {
                let (format, endings) = (format.word(), format.endings().to_vec());
                Err(OutputProblem::OtherEnding { path: named(), format, endings })
            }
        };
    }
    if let Some(format) = FileFormat::of_name(&name, all) {
        return Ok(format);
    }
    if path.metadata().is_ok_and(|it| !it.is_file() && !it.is_dir()) {
        return Ok(all[0]);
    }
    let mut endings: Vec<&'static str> = Vec::new();
    for ending in all.iter().filter_map(|format| format.endings().first()) {
        if !endings.contains(ending) {
            endings.push(ending);
        }
    }
    Err(OutputProblem::UnknownEnding { path: named(), endings })
}

/// What the system says of a file that it does not write.
pub(super) fn unwritable(path: &Path, error: &io::Error) -> OutputProblem {
    let path = path.display().to_string();
    let reason = match Refusal::of(error) {
        Refusal::NotThere => return OutputProblem::NoFolder { path },
        // The error's own words name the temporary file; its kind says what is wrong.
        Refusal::System(_) => Refusal::of_kind(error.kind()),
        reason => reason,
    };
    OutputProblem::Unwritable { path, reason }
}

/// A device that takes what is written to it as it comes, or a pipe.
fn device(path: &Path, there: &Metadata) -> Result<(PathBuf, Place), OutputProblem> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        let kind = there.file_type();
        if !kind.is_char_device() && !kind.is_fifo() {
            return Err(OutputProblem::ToNoFile { path: path.display().to_string() });
        }
    }
    let _ = there;
    Ok((path.to_owned(), Place::Device))
}

/// Whether a path names what the program was started with.
fn is_descriptor(path: &Path) -> bool {
    let folders = ["/dev/fd", "/proc/self/fd"];
    path == Path::new("/dev/stderr") || folders.iter().any(|folder| path.starts_with(folder))
}
