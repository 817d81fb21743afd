//! `dabiao diff`

use std::io;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use dabiao::diagnostic::{Diagnostic, JudgementProblem, Outside, RunProblem, Severity};
use dabiao::plan::Plan;
use dabiao::report::Exit;
use dabiao::report::comparison::Comparison;
use dabiao::report::record::{Origin, Record, is_report, read_report};
use dabiao::{judge, render};

use super::args::{DiffArgs, Format, ReadArgs};
use super::bytes::Opened;
use super::guard::{Destination, Guard};
use super::harmless::Kind;
use super::inputs::{Inputs, unreadable};
use super::reading::{self, Reading};
use super::{Failure, files, output, select};

/// So many bytes tell a report from a table.
const HEAD: u64 = 512;
/// How many MiB of a report are taken: a hundred thousand verdicts and more.
const MOST: u64 = 256;

pub(super) fn run(args: &DiffArgs) -> Result<Exit, Failure> {
    let sides = [args.old.clone(), args.new.clone()];
    let guard = Guard::new(args.write.force).reads(&sides, &args.data);
    let formats = (Format::Table, Format::value_variants());
    let (format, destination) =
        guard.writes_one(args.write.path(), args.format, formats, Format::file)?;
    let destination = destination.as_ref();
    match compared(args) {
        Ok(comparison) => {
            write(args, format, destination, &comparison)?;
            Ok(comparison.exit)
        }
        Err(Failure::Faults(faults)) if format == Format::Json => {
            let lang = args.look.lang.into();
            output::write(destination, Kind::Json, |out| {
                render::diff_json_failure(&faults, lang, out)
            })?;
            output::say_written(destination, &args.look);
            if destination.is_some() {
                return Err(Failure::Faults(faults));
            }
            Ok(Exit::Unusable)
        }
        Err(failure) => Err(failure),
    }
}

fn write(
    args: &DiffArgs,
    format: Format,
    destination: Option<&Destination>,
    comparison: &Comparison,
) -> Result<(), Failure> {
    let stdout = io::stdout();
    let style = output::style(&args.look, destination.is_none().then_some(&stdout));
    output::write(destination, Kind::of(format.file(), style.color), |out| match format {
        Format::Table => out.write_all(render::diff(comparison, style).as_bytes()),
        Format::Json => render::diff_json(comparison, out),
        Format::Csv => render::diff_csv(comparison, out),
    })?;
    output::say_written(destination, &args.look);
    Ok(())
}

fn compared(args: &DiffArgs) -> Result<Comparison, Failure> {
    if [&args.old, &args.new].iter().all(|path| is_stdin(path)) {
        return Err(Diagnostic::whole(RunProblem::StdinTwice).into());
    }
    let plan = files::plan(&args.data.plan)?;
    let chosen = select::options(&plan, &args.select, &args.data)?;
    let side = |path, other| side(path, &read_args(args, path, other), args, &plan, &chosen);
    // What is wrong with either is told at once.
    let (mut old, mut new) = match (side(&args.old, &args.new), side(&args.new, &args.old)) {
        (Ok(old), Ok(new)) => (old, new),
        (Err(Failure::Faults(mut faults)), Err(Failure::Faults(more))) => {
            faults.extend(
                more.into_iter().filter(|fault| !faults.contains(fault)).collect::<Vec<_>>(),
            );
            return Err(Failure::Faults(faults));
        }
        (Err(failure), _) | (_, Err(failure)) => return Err(failure),
    };
    narrow(&mut old, &plan, &chosen)?;
    let outside = narrow(&mut new, &plan, &chosen)?;
    if !outside.is_empty() {
        let told = Diagnostic::whole(JudgementProblem::Outside(outside));
        output::diagnose(&[told], Severity::Note, &args.look);
    }
    let all = |faults: Vec<RunProblem>| {
        Failure::Faults(faults.into_iter().map(Diagnostic::whole).collect())
    };
    Comparison::of(old, new, args.fail_on.into()).map_err(all)
}

/// One side; the errors of the new one decide how the run ends, and are told.
fn side(
    path: &PathBuf,
    read: &ReadArgs,
    args: &DiffArgs,
    plan: &Plan,
    chosen: &judge::Options,
) -> Result<Record, Failure> {
    let history = &args.data.history;
    let mut opened = reading::open(&mut Inputs::find(std::slice::from_ref(path), history, read))?;
    let mut name = path.display().to_string();
    if let [one] = &mut opened.judged[..] {
        name.clone_from(&one.name);
        let failed = |error| Failure::from(Diagnostic::whole(unreadable(path, &error)));
        if is_report(&one.head(HEAD).map_err(failed)?) {
            return report(one).map_err(Failure::Faults);
        }
    }
    // Both sides are narrowed alike, whether they were judged now or before.
    let options = judge::Options {
        regions: Vec::new(),
        indicators: Vec::new(),
        attributes: Vec::new(),
        ..chosen.clone()
    };
    let quiet = args.look.quiet;
    let report = Reading { plan, history, args: read, quiet, digest: false }
        .judge_opened(opened, &options)?;
    if path == &args.new {
        let is_error = |found: &&Diagnostic| found.severity() == Severity::Error;
        let errors = report.diagnostics.iter().filter(is_error).cloned().collect();
        let selection = judge::selection(plan, chosen);
        let errors = selection.narrowed(errors, &mut Outside::default());
        output::diagnose_sent(&errors, read, &args.look);
    }
    render::record(&report, &name).map_err(Failure::Faults)
}

fn report(opened: &mut Opened) -> Result<Record, Vec<Diagnostic>> {
    let name = opened.name.clone();
    let one = |problem| vec![Diagnostic::whole(problem)];
    let bytes =
        opened.head((MOST << 20) + 1).map_err(|error| one(unreadable(Path::new(&name), &error)))?;
    if bytes.len() as u64 > MOST << 20 {
        return Err(one(RunProblem::ReportTooLarge { path: name, most: MOST }));
    }
    let record = read_report(&name, &bytes)?;
    match opened.watched().and_then(|watched| watched.fault()) {
        Some(problem) => Err(one(problem)),
        None => Ok(record),
    }
}

/// Leaves what was asked for; the names were those of the plan at hand.
fn narrow(record: &mut Record, plan: &Plan, chosen: &judge::Options) -> Result<Outside, Failure> {
    let selection = judge::selection(plan, chosen);
    if !selection.is_all() && record.origin == Origin::Report && record.plan != plan.head.id {
        let (old, new) = (plan.head.id.clone(), record.plan.clone());
        return Err(Diagnostic::whole(RunProblem::DifferentPlans { old, new }).into());
    }
    Ok(record.narrow(&selection))
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
