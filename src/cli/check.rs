//! `dabiao check`

use dabiao::diagnostic::Diagnostic;
use dabiao::plan::Plan;
use dabiao::report::{Exit, Report};
use dabiao::{judge, render};

use super::args::{CheckArgs, JudgeArgs, LookArgs};
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
        output::diagnose_in(found, &args.judge.data.read, &args.look, log);
    };
    match judged(&args.judge, reports.name_digests(), &args.look) {
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

fn judged(args: &JudgeArgs, digest: bool, look: &LookArgs) -> Result<Report, Failure> {
    judged_by(&files::plan(&args.data.plan)?, args, digest, look)
}

/// The report of what was asked for.
pub(super) fn judged_by(
    plan: &Plan,
    args: &JudgeArgs,
    digest: bool,
    look: &LookArgs,
) -> Result<Report, Failure> {
    let options = select::options(plan, &args.select, &args.data)?;
    let audits = select::audits(&args.audit).map_err(Failure::from)?;
    let reading = Reading { digest, ..Reading::new(plan, &args.data, look) };
    let options = judge::Options { fail_on: args.fail_on.into(), audits, ..options };
    reading.judge(&args.paths, &options)
}
