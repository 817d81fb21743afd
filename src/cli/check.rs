//! `dabiao check`

use dabiao::diagnostic::Diagnostic;
use dabiao::report::{Exit, Report};
use dabiao::{judge, render};

use super::args::CheckArgs;
use super::reading::Reading;
use super::reports::Reports;
use super::{Failure, files, output, select};

pub(super) fn run(args: &CheckArgs) -> Result<Exit, Failure> {
    let reports = Reports::of(args)?;
    let diagnose = |found: &[Diagnostic]| {
        if reports.hold_findings() {
            return;
        }
        let log = if reports.are_for_github() { render::github_log } else { str::to_owned };
        output::diagnose_in(found, &args.data.read, &args.look, log);
    };
    match judged(args, reports.name_digests()) {
        Ok(report) => {
            diagnose(&report.diagnostics);
            reports.write(&report)?;
            let exit = report.exit;
            // A national report is a million small pieces of memory; the system takes them
            // back at once.
            std::mem::forget(report);
            Ok(exit)
        }
        Err(Failure(faults)) => {
            diagnose(&faults);
            reports.write_failure(&faults)?;
            Ok(Exit::Unusable)
        }
    }
}

fn judged(args: &CheckArgs, digest: bool) -> Result<Report, Failure> {
    let plan = files::plan(&args.data.plan)?;
    let options = select::options(&plan, &args.select, &args.data)?;
    let audits = select::audits(&args.audit).map_err(Failure::from)?;
    let reading = Reading { digest, ..Reading::new(&plan, &args.data, &args.look) };
    let options = judge::Options { fail_on: args.fail_on.into(), audits, ..options };
    reading.judge(&args.paths, &options)
}
