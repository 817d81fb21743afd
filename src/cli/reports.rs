//! The reports of one run: which were asked for, and writing each where it belongs.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use dabiao::diagnostic::{Diagnostic, OutputProblem};
use dabiao::render::{self, FileFormat, Format, Style};
use dabiao::report::Report;

use super::args::{CheckArgs, LookArgs, report};
use super::guard::{Destination, Guard, STDOUT};
use super::harmless::{Kind, harmless};
use super::identity::{self, Identity};
use super::{Failure, output};

/// The file that GitHub Actions shows as the summary of a job's step.
const STEP_SUMMARY: &str = "GITHUB_STEP_SUMMARY";

/// A report that was asked for, and its file; none is standard output.
struct Target {
    format: Format,
    destination: Option<Destination>,
}

/// The reports of one run: at most one on standard output, no two in one file, and none
/// in the place of what is read.
pub(super) struct Reports<'a> {
    targets: Vec<Target>,
    look: &'a LookArgs,
}

impl<'a> Reports<'a> {
    /// What was asked for, before anything is read.
    pub(super) fn of(args: &'a CheckArgs) -> Result<Self, Failure> {
        let asked = args.report.iter().map(|it| (it.format, it.path.as_deref()));
        let mut asked: Vec<(Option<FileFormat>, Option<&Path>)> = asked.collect();
        let is_taken = asked.iter().any(|(_, path)| path.is_none());
        let path = args.write.path();
        // Without -o, --format is about standard output, and by default gives way.
        if path.is_some() || args.format.is_some() || !is_taken {
            asked.insert(0, (args.format, path));
        }
        let mut guard = Guard::new(args.write.force).reads(&args.judge.paths, &args.judge.data);
        let of = |file| match report::format(file) {
            Format::Table if args.detail => Format::Detail,
            Format::Table if args.full => Format::Full,
            format => format,
        };
        let mut targets = Vec::new();
        for (format, path) in asked {
            targets.extend(match path {
                None => {
                    guard.adds_to(identity::stdout(), Path::new(STDOUT));
                    let format = of(format.unwrap_or(FileFormat::Text));
                    Some(Target { format, destination: None })
                }
                Some(path) => {
                    let found = guard.writes(path, format, &report::formats());
                    found.map(|it| Target { format: of(it.format), destination: Some(it) })
                }
            });
        }
        if let Some(path) = summary_path().filter(|_| are_for_github(&targets)) {
            guard.adds_to(Some(Identity::of(&path)), &path);
        }
        if targets.iter().filter(|target| target.destination.is_none()).count() > 1 {
            guard.fault(OutputProblem::TwoOnStdout);
        }
        let is_misplaced = |it: &&Target| it.destination.is_none() && it.format.needs_file();
        if let Some(target) = targets.iter().find(is_misplaced) {
            let format = target.format.writer().file.word();
            guard.fault(OutputProblem::WorkbookOnStdout { format });
        }
        guard.finish()?;
        Ok(Self { targets, look: &args.look })
    }

    /// Whether a report says which bytes it was made from.
    pub(super) fn name_digests(&self) -> bool {
        self.targets.iter().any(|target| target.format.writer().is_record)
    }

    /// Whether standard output holds every finding, so that standard error need not.
    pub(super) fn hold_findings(&self) -> bool {
        let mut on_stdout = self.targets.iter().filter(|target| target.destination.is_none());
        on_stdout.any(|target| target.format.writer().is_record)
    }

    /// Whether the log of this run is read by GitHub Actions.
    pub(super) fn are_for_github(&self) -> bool {
        are_for_github(&self.targets)
    }

    /// Writes them all, the files first; all trouble is told at once.
    pub(super) fn write(&self, report: &Report) -> Result<(), Failure> {
        let mut faults = Vec::new();
        if self.are_for_github() {
            faults.extend(summarise(&render::markdown(report, self.look.lang.into())));
        }
        self.each(self.targets.iter().collect(), faults, |target, style, out| {
            render::report(report, target.format, style, out)
        })
    }

    /// Writes that nothing was judged, and why, where a format can say so. A file that
    /// can't is left as it is, and that is said.
    pub(super) fn write_failure(&self, found: &[Diagnostic]) -> Result<(), Failure> {
        let mut faults = Vec::new();
        if self.are_for_github() {
            faults.extend(summarise(&render::markdown_failure(found, self.look.lang.into())));
        }
        let (told, untold): (Vec<&Target>, Vec<_>) =
            self.targets.iter().partition(|target| target.format.writer().failure.is_some());
        let stale = untold.iter().filter_map(|target| target.destination.as_ref());
        faults.extend(stale.filter_map(Destination::stale));
        self.each(told, faults, |target, style, out| {
            render::failure(found, target.format, style.lang, out)
        })
    }

    fn each(
        &self,
        mut targets: Vec<&Target>,
        mut faults: Vec<Diagnostic>,
        write: impl Fn(&Target, Style, &mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Failure> {
        let stdout = io::stdout();
        targets.sort_by_key(|target| target.destination.is_none());
        for target in targets {
            let destination = target.destination.as_ref();
            let style = output::style(self.look, destination.is_none().then_some(&stdout));
            let kind = Kind::of(target.format.writer().file, style.color);
            match output::write(destination, kind, |out| write(target, style, out)) {
                Ok(()) => output::say_written(destination, self.look),
                Err(Failure(more)) => faults.extend(more),
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(faults.into()) }
    }
}

fn are_for_github(targets: &[Target]) -> bool {
    targets.iter().any(|target| target.format == Format::Github)
}

fn summary_path() -> Option<PathBuf> {
    std::env::var_os(STEP_SUMMARY).filter(|path| !path.is_empty()).map(PathBuf::from)
}

/// Adds a page to the summary of the step, if there is one.
fn summarise(page: &str) -> Option<Diagnostic> {
    let path = summary_path()?;
    let told = path.display().to_string();
    if identity::is_read(&Identity::of(&path)) {
        return Some(Diagnostic::whole(OutputProblem::OutputIsInput { path: told }));
    }
    let mut options = OpenOptions::new();
    let file = options.create(true).append(true).open(&path);
    // A page that is there already may end without a line end.
    let page = format!("\n{}", harmless(page, false));
    let error = file.and_then(|mut file| file.write_all(page.as_bytes())).err()?;
    let reason = error.kind().to_string();
    Some(Diagnostic::whole(OutputProblem::Unwritable { path: told, reason }))
}
