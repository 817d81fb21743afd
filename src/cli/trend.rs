//! `dabiao trend`

use std::io;

use dabiao::diagnostic::Diagnostic;
use dabiao::report::{Exit, Report, Trend};
use dabiao::submission::Submission;
use dabiao::{judge, render};

use super::args::{Format, TrendArgs};
use super::{Failure, files, output, select};

pub(super) fn run(args: &TrendArgs) -> Result<Exit, Failure> {
    match judged(args) {
        Ok(report) => {
            let trend = judge::trend(&report);
            // In JSON the findings stand in the document.
            if args.format != Format::Json || args.output.is_some() {
                output::diagnose_sent(&trend.diagnostics, &args.data.read, &args.look);
            }
            write(args, &report, &trend)?;
            Ok(trend.exit)
        }
        Err(Failure::Faults(faults)) if args.format == Format::Json => {
            write_failure(args, &faults)?;
            if args.output.is_some() {
                return Err(Failure::Faults(faults));
            }
            Ok(Exit::Unusable)
        }
        Err(failure) => Err(failure),
    }
}

fn judged(args: &TrendArgs) -> Result<Report, Failure> {
    let plan = files::plan(&args.data.plan)?;
    let options = select::options(&plan, &args.select, &args.data)?;
    let series = judge::series(&plan);
    let vocabulary = judge::vocabulary(&plan, &series);
    let digest = args.format == Format::Json;
    let reading = files::Reading {
        paths: &args.paths,
        history: &args.data.history,
        args: &args.data.read,
        quiet: args.look.quiet,
        digest,
    };
    let submission = files::years(&reading, &vocabulary)?;
    // The years are each other's history.
    let history = Submission::default();
    Ok(judge::judge(&plan, submission, history, &options, files::threads(&args.data.read)))
}

fn write(args: &TrendArgs, report: &Report, trend: &Trend) -> Result<(), Failure> {
    let path = args.output.as_deref();
    let stdout = io::stdout();
    let style = output::style(&args.look, path.is_none().then_some(&stdout));
    output::write(path, |out| match args.format {
        Format::Table => out.write_all(render::trend(report, trend, style).as_bytes()),
        Format::Json => render::trend_json(report, trend, style.lang, out),
        Format::Csv => render::trend_csv(report, trend, out),
    })
}

fn write_failure(args: &TrendArgs, faults: &[Diagnostic]) -> Result<(), Failure> {
    let lang = args.look.lang.into();
    output::write(args.output.as_deref(), |out| render::trend_json_failure(faults, lang, out))
}
