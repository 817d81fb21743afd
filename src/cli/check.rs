//! `dabiao check`

use std::io;

use dabiao::diagnostic::Diagnostic;
use dabiao::judge;
use dabiao::render;
use dabiao::report::{Exit, Report};

use super::args::{CheckArgs, Format};
use super::{Failure, files, output, select};

pub(super) fn run(args: &CheckArgs) -> Result<Exit, Failure> {
    match judged(args) {
        Ok(report) => {
            // In JSON the findings stand in the document.
            if args.format != Format::Json || args.output.is_some() {
                output::diagnose_sent(&report.diagnostics, &args.data.read, &args.look);
            }
            write(args, &report)?;
            let exit = report.exit;
            // A national report is a million small pieces of memory; the system takes them
            // back at once.
            std::mem::forget(report);
            Ok(exit)
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

fn judged(args: &CheckArgs) -> Result<Report, Failure> {
    let plan = files::plan(&args.data.plan)?;
    let options = select::options(&plan, &args.select, &args.data)?;
    let audits = select::audits(&args.audit).map_err(Failure::Faults)?;
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
    let (submission, history) = files::submissions(&reading, &vocabulary)?;
    let options = judge::Options { fail_on: args.fail_on.into(), audits, ..options };
    Ok(judge::judge(&plan, submission, history, &options, files::threads(&args.data.read)))
}

fn write(args: &CheckArgs, report: &Report) -> Result<(), Failure> {
    let path = args.output.as_deref();
    let stdout = io::stdout();
    let style = output::style(&args.look, path.is_none().then_some(&stdout));
    output::write(path, |out| match args.format {
        Format::Table if args.detail => out.write_all(render::detail(report, style).as_bytes()),
        Format::Table => out.write_all(render::table(report, style).as_bytes()),
        Format::Json => render::json(report, style.lang, out),
        Format::Csv => render::csv(report, out),
    })
}

fn write_failure(args: &CheckArgs, faults: &[Diagnostic]) -> Result<(), Failure> {
    let lang = args.look.lang.into();
    output::write(args.output.as_deref(), |out| render::json_failure(faults, lang, out))
}
