//! The documents of one run: which were asked for, and writing each where it belongs.

use std::io;
use std::num::NonZeroUsize;
use std::path::Path;

use dabiao::diagnostic::{Diagnostic, OutputProblem};
use dabiao::render::{FileFormat, Out, Style, Writer};

use super::args::{LookArgs, ReportArg, WriteArgs};
use super::guard::{Destination, Guard, STDOUT};
use super::harmless::Kind;
use super::identity::{self, Identity};
use super::{Failure, output, step};

/// What was typed of the documents of a run.
pub(super) struct Asked<'a> {
    pub(super) write: &'a WriteArgs,
    pub(super) format: Option<FileFormat>,
    /// Those beside the first.
    pub(super) reports: &'a [ReportArg],
}

/// A format that was asked for, and its file; none is standard output.
struct Target<T> {
    writer: Writer<T>,
    destination: Option<Destination>,
}

impl<T> Target<T> {
    fn is_on_stdout(&self) -> bool {
        self.destination.is_none()
    }
}

/// The documents of one run: at most one on standard output, no two in one file, and none
/// in the place of what is read.
pub(super) struct Documents<'a, T> {
    targets: Vec<Target<T>>,
    look: &'a LookArgs,
    threads: NonZeroUsize,
}

impl<'a, T> Documents<'a, T> {
    /// What was asked for, before anything is read. Where nothing says a format, it is the
    /// first of these.
    pub(super) fn new(
        mut guard: Guard,
        asked: &Asked<'_>,
        all: &[Writer<T>],
        look: &'a LookArgs,
    ) -> Result<Self, Failure> {
        let Asked { write, format, reports } = asked;
        let files: Vec<FileFormat> = all.iter().map(|writer| writer.file).collect();
        let mut asked: Vec<(Option<FileFormat>, Option<&Path>)> =
            reports.iter().map(|it| (it.format, it.path.as_deref())).collect();
        let is_taken = asked.iter().any(|(_, path)| path.is_none());
        let path = write.path();
        // Without -o, --format is about standard output, and by default gives way.
        if path.is_some() || format.is_some() || !is_taken {
            asked.insert(0, (*format, path));
        }
        let mut targets = Vec::new();
        for (format, path) in asked {
            targets.extend(match path {
                None => {
                    guard.adds_to(identity::stdout(), Path::new(STDOUT));
                    Some(Target { writer: of(format, all), destination: None })
                }
                Some(path) => guard.writes(path, format, &files).map(|found| Target {
                    writer: of(Some(found.format), all),
                    destination: Some(found),
                }),
            });
        }
        let documents = Self { targets, look, threads: NonZeroUsize::MIN };
        documents.guarded(guard)?;
        Ok(documents)
    }

    /// Looks for what can't be had together.
    fn guarded(&self, mut guard: Guard) -> Result<(), Failure> {
        if let Some(path) = step::summary().filter(|_| self.are_for_github()) {
            guard.adds_to(Some(Identity::of(&path)), &path);
        }
        let on_stdout = || self.targets.iter().filter(|target| target.is_on_stdout());
        if on_stdout().count() > 1 {
            guard.fault(OutputProblem::TwoOnStdout);
        }
        if let Some(target) = on_stdout().find(|target| !target.writer.file.is_text()) {
            let format = target.writer.file.word();
            guard.fault(OutputProblem::WorkbookOnStdout { format });
        }
        guard.finish()
    }

    /// What was typed, on standard output.
    pub(super) fn on_stdout(given: FileFormat, all: &[Writer<T>], look: &'a LookArgs) -> Self {
        let target = Target { writer: of(Some(given), all), destination: None };
        Self { targets: vec![target], look, threads: NonZeroUsize::MIN }
    }

    /// The same, long lists made on so many threads.
    pub(super) fn on_threads(self, threads: NonZeroUsize) -> Self {
        Self { threads, ..self }
    }

    /// Whether one of them says which bytes it was made from.
    pub(super) fn name_digests(&self) -> bool {
        self.targets.iter().any(|target| target.writer.is_record)
    }

    /// Whether standard output holds every finding, so that standard error need not.
    pub(super) fn hold_findings(&self) -> bool {
        self.targets.iter().any(|target| target.is_on_stdout() && target.writer.is_record)
    }

    /// Whether the log of this run is read by GitHub Actions.
    pub(super) fn are_for_github(&self) -> bool {
        self.targets.iter().any(|target| target.writer.file == FileFormat::Github)
    }

    /// Writes what was made, or that there is nothing, and why, where a format can say so;
    /// and passes on what was made. Faults that standard output tells are no failure.
    pub(super) fn write(&self, made: Result<T, Failure>) -> Result<Option<T>, Failure> {
        let mut faults = match made {
            Ok(document) => {
                self.write_whole(&document, Vec::new())?;
                return Ok(Some(document));
            }
            Err(Failure(faults)) => faults,
        };
        let written = self.write_failure(&faults, Vec::new());
        let tells = |it: &Target<T>| it.is_on_stdout() && it.writer.failure.is_some();
        if self.targets.iter().any(tells) {
            return written.map(|()| None);
        }
        faults.extend(written.err().into_iter().flat_map(|Failure(more)| more));
        Err(faults.into())
    }

    /// Writes them all; to the trouble that there was already comes that of writing, and all
    /// is told at once.
    pub(super) fn write_whole(&self, document: &T, faults: Vec<Diagnostic>) -> Result<(), Failure> {
        let all = self.targets.iter().collect();
        self.each(all, faults, |writer, style, out| (writer.write)(document, style, out))
    }

    /// Writes that there is nothing, and why, where a format can say so. A file that can't
    /// is left as it is, and that is said.
    pub(super) fn write_failure(
        &self,
        found: &[Diagnostic],
        mut faults: Vec<Diagnostic>,
    ) -> Result<(), Failure> {
        let (told, untold): (Vec<_>, Vec<_>) =
            self.targets.iter().partition(|target| target.writer.failure.is_some());
        let stale = untold.iter().filter_map(|target| target.destination.as_ref());
        faults.extend(stale.filter_map(Destination::stale));
        self.each(told, faults, |writer, style, out| {
            writer.failure.map_or(Ok(()), |write| write(found, style.lang, out))
        })
    }

    /// The files first.
    fn each(
        &self,
        mut targets: Vec<&Target<T>>,
        mut faults: Vec<Diagnostic>,
        write: impl Fn(&Writer<T>, Style, &mut dyn Out) -> io::Result<()>,
    ) -> Result<(), Failure> {
        let stdout = io::stdout();
        targets.sort_by_key(|target| target.is_on_stdout());
        for Target { writer, destination } in targets {
            let destination = destination.as_ref();
            let style = output::style(self.look, destination.is_none().then_some(&stdout));
            let style = Style { threads: self.threads, ..style };
            let kind = Kind::of(writer.file, style.color);
            match output::write(destination, kind, |out| write(writer, style, out)) {
                Ok(()) => output::say_written(destination, self.look),
                Err(Failure(more)) => faults.extend(more),
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(faults.into()) }
    }
}

/// The format that stands in such a file.
fn of<T>(file: Option<FileFormat>, all: &[Writer<T>]) -> Writer<T> {
    let found = all.iter().find(|writer| Some(writer.file) == file);
    *found.unwrap_or(&all[0])
}
