//! `dabiao check`

use dabiao::diagnostic::Diagnostic;
use dabiao::plan::Plan;
use dabiao::render::{Format, Lang, Writer};
use dabiao::report::{Exit, Report};
use dabiao::{judge, render};

use super::args::{CheckArgs, JudgeArgs, LookArgs};
use super::documents::{Asked, Documents};
use super::guard::Guard;
use super::reading::{self, Reading};
use super::{Failure, files, output, select, step};

pub(super) fn run(args: &CheckArgs) -> Result<Exit, Failure> {
    let guard = Guard::new(args.write.force).reads(&args.judge.paths, &args.judge.data);
    let asked = Asked { write: &args.write, format: args.format, reports: &args.report };
    let documents = Documents::new(guard, &asked, &writers(args), &args.look)?;
    let documents = documents.on_threads(reading::threads(&args.judge.data.read));
    let diagnose = |found: &[Diagnostic]| {
        if documents.hold_findings() {
            return;
        }
        let log = if documents.are_for_github() { render::github_log } else { str::to_owned };
        output::diagnose_in(found, &args.judge.data.read, &args.look, log);
    };
    let summarised = |page: &dyn Fn(Lang) -> String| {
        let page = documents.are_for_github().then(|| page(args.look.lang.into()));
        page.and_then(|page| step::summarise(&page)).into_iter().collect()
    };
    match judged(&args.judge, documents.name_digests(), &args.look) {
        Ok(report) => {
            diagnose(&report.diagnostics);
            let faults = summarised(&|lang| render::markdown(&report, lang));
            documents.write_whole(&report, faults)?;
            let exit = report.exit;
            // A national report is a million small pieces of memory; the system takes them
            // back at once.
            std::mem::forget(report);
            Ok(exit)
        }
        Err(Failure(found)) => {
            diagnose(&found);
            let faults = summarised(&|lang| render::markdown_failure(&found, lang));
            documents.write_failure(&found, faults)?;
            Ok(Exit::Unusable)
        }
    }
}

/// The formats, with as much as the text is to tell.
fn writers(args: &CheckArgs) -> Vec<Writer<Report>> {
    let writer = |format: &Format| match format {
        Format::Table if args.detail => Format::Detail.writer(),
        Format::Table if args.full => Format::Full.writer(),
        format => format.writer(),
    };
    Format::ALL.iter().map(writer).collect()
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
