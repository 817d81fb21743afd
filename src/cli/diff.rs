//! `dabiao diff`

use std::path::{Path, PathBuf};

use dabiao::diagnostic::{
    ComparisonProblem, Diagnostic, Faults, InputProblem, JudgementProblem, Outside, ReportBound,
    Severity,
};
use dabiao::plan::Plan;
use dabiao::report::comparison::Comparison;
use dabiao::report::record::{Origin, Record, is_report, read_report};
use dabiao::report::{Exit, Selection};
use dabiao::{judge, render};

use super::args::{DiffArgs, ReadArgs};
use super::bytes::Opened;
use super::documents::{self, Documents};
use super::guard::Guard;
use super::inputs::{Inputs, unreadable};
use super::progress::Progress;
use super::reading::{self, Reading};
use super::{Failure, files, output, select};

/// So many bytes tell a report from a table.
const HEAD: u64 = 512;
/// How many MiB of a report are read.
const MOST: u64 = 2048;

pub(super) fn run(args: &DiffArgs) -> Result<Exit, Failure> {
    let sides = [args.old.clone(), args.new.clone()];
    let guard = Guard::new(args.write.force).reads(&sides, &args.data);
    let asked = documents::Asked { write: &args.write, format: args.format, reports: &args.report };
    let documents = Documents::new(guard, &asked, render::DIFF, &args.look)?;
    let written = documents.write(compared(args))?;
    Ok(written.map_or(Exit::Unusable, |comparison| comparison.exit))
}

fn compared(args: &DiffArgs) -> Result<Comparison, Failure> {
    if [&args.old, &args.new].iter().all(|path| is_stdin(path)) {
        return Err(Diagnostic::whole(InputProblem::StdinTwice).into());
    }
    let plan = files::plan(&args.data.plan)?;
    let chosen = select::options(&plan, &args.select, &args.data)?;
    let asked = Asked { plan: &plan, selection: judge::selection(&plan, &chosen), chosen };
    let side = |path, other| side(path, &read_args(args, path, other), args, &asked);
    // What is wrong with either is told at once.
    let (old, new) = match (side(&args.old, &args.new), side(&args.new, &args.old)) {
        (Ok(old), Ok(new)) => (old, new),
        (Err(Failure(mut faults)), Err(Failure(more))) => {
            faults.extend(
                more.into_iter().filter(|fault| !faults.contains(fault)).collect::<Vec<_>>(),
            );
            return Err(faults.into());
        }
        (Err(failure), Ok(_)) | (Ok(_), Err(failure)) => return Err(failure),
    };
    for record in [&old, &new] {
        asked.is_of(record)?;
    }
    let errors = new.errors();
    if new.origin == Origin::Report && errors > 0 {
        let problem = ComparisonProblem::ReportErrors { path: new.name.clone(), count: errors };
        output::diagnose(&[Diagnostic::whole(problem)], Severity::Error, &args.look);
    }
    if !new.outside.is_empty() {
        let told = Diagnostic::whole(JudgementProblem::Outside { outside: new.outside });
        output::diagnose(&[told], Severity::Note, &args.look);
    }
    Ok(Comparison::of(old, new, args.fail_on.into())?)
}

/// One side; the errors of the new one decide how the run ends, and are told.
fn side(
    path: &PathBuf,
    read: &ReadArgs,
    args: &DiffArgs,
    asked: &Asked<'_>,
) -> Result<Record, Failure> {
    let Asked { plan, selection, chosen } = asked;
    let history = &args.data.history;
    let mut opened = reading::open(&mut Inputs::find(std::slice::from_ref(path), history, read))?;
    let mut name = path.display().to_string();
    if let [one] = &mut opened.judged[..] {
        name.clone_from(&one.name);
        let failed = |error| Failure::from(Diagnostic::whole(unreadable(path, &error)));
        if is_report(&one.head(HEAD).map_err(failed)?)
            && let Some(one) = opened.judged.pop()
        {
            return report(one, selection).map_err(Failure::from);
        }
    }
    // Both sides are narrowed alike, whether they were judged now or before.
    let options = judge::Options {
        regions: Vec::new(),
        levels: Vec::new(),
        indicators: Vec::new(),
        attributes: Vec::new(),
        ..chosen.clone()
    };
    let reading = Reading { args: read, ..Reading::new(plan, &args.data, &args.look) };
    let report = reading.judge_opened(opened, &options)?;
    if path == &args.new {
        let is_error = |found: &&Diagnostic| found.severity() == Severity::Error;
        let errors = report.diagnostics.iter().filter(is_error).cloned().collect();
        let errors = selection.narrowed(errors, &mut Outside::default());
        output::diagnose_sent(&errors, read, &args.look);
    }
    render::record(&report, &name, selection).map_err(Failure::from)
}

fn report(mut opened: Opened, selection: &Selection) -> Result<Record, Faults> {
    let name = opened.name.clone();
    if opened.length().is_some_and(|length| length > MOST << 20) {
        let bound = ReportBound::Whole;
        let problem = ComparisonProblem::ReportTooLarge { path: name, most: MOST, bound };
        return Err(Diagnostic::whole(problem).into());
    }
    let watched = opened.watched();
    let progress = Progress::new(opened.length(), true);
    let record = read_report(&name, opened.bytes(&progress), selection)?;
    match watched.and_then(|watched| watched.fault()) {
        Some(problem) => Err(Diagnostic::whole(problem).into()),
        None => Ok(record),
    }
}

/// What is compared.
struct Asked<'p> {
    plan: &'p Plan,
    selection: Selection,
    chosen: judge::Options,
}

impl Asked<'_> {
    /// The names were those of the plan at hand.
    fn is_of(&self, record: &Record) -> Result<(), Failure> {
        let is_asked = !self.selection.is_all() && record.origin == Origin::Report;
        if is_asked && record.plan != self.plan.head.id {
            let (old, new) = (self.plan.head.id.clone(), record.plan.clone());
            return Err(Diagnostic::whole(ComparisonProblem::DifferentPlans { old, new }).into());
        }
        Ok(())
    }
}

/// How one side is read: the name of standard input is that of the side that comes by it.
fn read_args(args: &DiffArgs, path: &Path, other: &Path) -> ReadArgs {
    let mut read = args.data.read.clone();
    if !is_stdin(path) && is_stdin(other) {
        read.stdin_filename = None;
    }
    read
}

fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}
