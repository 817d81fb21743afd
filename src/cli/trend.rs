//! `dabiao trend`

use std::io;

use clap::ValueEnum;
use dabiao::report::{Exit, Report, Trend};
use dabiao::{judge, render};

use super::args::{Format, TrendArgs};
use super::guard::{Destination, Guard};
use super::harmless::Kind;
use super::reading::Reading;
use super::{Failure, files, output, select};

pub(super) fn run(args: &TrendArgs) -> Result<Exit, Failure> {
    let guard = Guard::new(args.write.force).reads(&args.paths, &args.data);
    let formats = (Format::Table, Format::value_variants());
    let (format, destination) =
        guard.writes_one(args.write.path(), args.format, formats, Format::file)?;
    let destination = destination.as_ref();
    match judged(args, format) {
        Ok(report) => {
            let trend = judge::trend(&report);
            // In JSON the findings stand in the document.
            if format != Format::Json || destination.is_some() {
                output::diagnose_sent(&trend.diagnostics, &args.data.read, &args.look);
            }
            write(args, format, destination, &report, &trend)?;
            Ok(trend.exit)
        }
        Err(Failure::Faults(faults)) if format == Format::Json => {
            let lang = args.look.lang.into();
            output::write(destination, Kind::Json, |out| {
                render::trend_json_failure(&faults, lang, out)
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

fn judged(args: &TrendArgs, format: Format) -> Result<Report, Failure> {
    let plan = files::plan(&args.data.plan)?;
    let options = select::options(&plan, &args.select, &args.data)?;
    let reading = Reading {
        plan: &plan,
        history: &args.data.history,
        args: &args.data.read,
        quiet: args.look.quiet,
        digest: format == Format::Json,
    };
    reading.judge_years(&args.paths, &options)
}

fn write(
    args: &TrendArgs,
    format: Format,
    destination: Option<&Destination>,
    report: &Report,
    trend: &Trend,
) -> Result<(), Failure> {
    let stdout = io::stdout();
    let style = output::style(&args.look, destination.is_none().then_some(&stdout));
    output::write(destination, Kind::of(format.file(), style.color), |out| match format {
        Format::Table => out.write_all(render::trend(report, trend, style).as_bytes()),
        Format::Json => render::trend_json(report, trend, style.lang, out),
        Format::Csv => render::trend_csv(report, trend, out),
    })?;
    output::say_written(destination, &args.look);
    Ok(())
}
