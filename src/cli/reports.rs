//! The reports of one run: which were asked for, and writing each where it belongs.

use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use dabiao::diagnostic::{Diagnostic, RunProblem};
use dabiao::render::{self, Format, Style};
use dabiao::report::Report;

use super::args::{CheckArgs, LookArgs, ReportFormat};
use super::inputs::{Given, Inputs};
use super::{Failure, files, output};

/// The file that GitHub Actions shows as the summary of a job's step.
const STEP_SUMMARY: &str = "GITHUB_STEP_SUMMARY";

/// A report that was asked for, and its file; none is standard output.
struct Target<'a> {
    format: Format,
    path: Option<&'a Path>,
}

/// The reports of one run: at most one on standard output, no two in one file, and none
/// in the place of what is read.
pub(super) struct Reports<'a> {
    targets: Vec<Target<'a>>,
    look: &'a LookArgs,
}

impl<'a> Reports<'a> {
    /// What was asked for, before anything is read.
    pub(super) fn of(args: &'a CheckArgs) -> Result<Self, Failure> {
        let target =
            |format: ReportFormat, path| Target { format: format.format(args.detail), path };
        let extra = args.report.iter().map(|it| target(it.format, it.path.as_deref()));
        let mut targets: Vec<Target<'_>> = extra.collect();
        let is_taken = targets.iter().any(|target| target.path.is_none());
        // Without -o, --format is about standard output, and by default gives way.
        if args.output.is_some() || args.format.is_some() || !is_taken {
            let format = args.format.unwrap_or(ReportFormat::Table);
            targets.insert(0, target(format, args.output.as_deref()));
        }
        let faults = faults(&targets, args);
        if faults.is_empty() {
            return Ok(Self { targets, look: &args.look });
        }
        Err(Failure::Faults(faults.into_iter().map(Diagnostic::whole).collect()))
    }

    /// Whether a report says which bytes it was made from.
    pub(super) fn name_digests(&self) -> bool {
        self.targets.iter().any(|target| target.format.is_record())
    }

    /// Whether standard output holds every finding, so that standard error need not.
    pub(super) fn hold_findings(&self) -> bool {
        let mut on_stdout = self.targets.iter().filter(|target| target.path.is_none());
        on_stdout.any(|target| target.format.is_record())
    }

    /// Whether the log of this run is read by GitHub Actions.
    pub(super) fn are_for_github(&self) -> bool {
        self.targets.iter().any(|target| target.format == Format::Github)
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
        let (told, untold): (Vec<&Target<'_>>, Vec<_>) =
            self.targets.iter().partition(|target| target.format.tells_failure());
        let stale = untold.iter().filter_map(|target| target.path).filter(|path| path.is_file());
        let stale = stale.map(|path| RunProblem::StaleReport { path: path.display().to_string() });
        faults.extend(stale.map(Diagnostic::whole));
        self.each(told, faults, |target, style, out| {
            render::failure(found, target.format, style.lang, out)
        })
    }

    fn each(
        &self,
        mut targets: Vec<&Target<'_>>,
        mut faults: Vec<Diagnostic>,
        write: impl Fn(&Target<'_>, Style, &mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Failure> {
        let stdout = io::stdout();
        targets.sort_by_key(|target| target.path.is_none());
        for target in targets {
            let style = output::style(self.look, target.path.is_none().then_some(&stdout));
            match output::write(target.path, |out| write(target, style, out)) {
                Ok(()) => {}
                Err(Failure::Faults(more)) => faults.extend(more),
                Err(failure) => return Err(failure),
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(Failure::Faults(faults)) }
    }
}

/// What can't be had together.
fn faults(targets: &[Target<'_>], args: &CheckArgs) -> Vec<RunProblem> {
    let mut faults = Vec::new();
    if targets.iter().filter(|target| target.path.is_none()).count() > 1 {
        faults.push(RunProblem::TwoOnStdout);
    }
    if targets.iter().any(|target| target.path.is_none() && target.format.needs_file()) {
        faults.push(RunProblem::WorkbookOnStdout);
    }
    let data = &args.data;
    let inputs = Inputs::find(&args.paths, &data.history, &data.read);
    let submissions = inputs.judged.iter().chain(&inputs.history).map(Given::key);
    let rules = data.plan.plan.iter().chain(&data.waivers).map(|path| files::to_be(path));
    let mut taken: BTreeMap<PathBuf, bool> =
        submissions.chain(rules).map(|path| (path, true)).collect();
    for path in targets.iter().filter_map(|target| target.path) {
        let given = path.display().to_string();
        match taken.insert(files::to_be(path), false) {
            Some(true) => faults.push(RunProblem::OutputIsInput { path: given }),
            Some(false) => faults.push(RunProblem::SameOutput { path: given }),
            None => {}
        }
    }
    faults
}

/// Adds a page to the summary of the step, if there is one.
fn summarise(page: &str) -> Option<Diagnostic> {
    let path = std::env::var_os(STEP_SUMMARY).filter(|path| !path.is_empty())?;
    let mut options = OpenOptions::new();
    let file = options.create(true).append(true).open(&path);
    // A page that is there already may end without a line end.
    let page = format!("\n{page}");
    let error = file.and_then(|mut file| file.write_all(page.as_bytes())).err()?;
    let path = Path::new(&path).display().to_string();
    Some(Diagnostic::whole(RunProblem::Unwritable { path, reason: error.kind().to_string() }))
}
