//! `dabiao trend`

use dabiao::report::{Exit, Report};
use dabiao::{judge, render};

use super::args::TrendArgs;
use super::documents::{Asked, Documents};
use super::guard::Guard;
use super::reading::Reading;
use super::{Failure, files, output, select};

pub(super) fn run(args: &TrendArgs) -> Result<Exit, Failure> {
    let guard = Guard::new(args.write.force).reads(&args.paths, &args.data);
    let asked = Asked { write: &args.write, format: args.format, reports: &args.report };
    let documents = Documents::new(guard, &asked, render::TREND, &args.look)?;
    let made = judged(args, documents.name_digests()).map(|report| {
        let trend = judge::trend(&report);
        if !documents.hold_findings() {
            output::diagnose_sent(&trend.diagnostics, &args.data.read, &args.look);
        }
        (report, trend)
    });
    let written = documents.write(made)?;
    Ok(written.map_or(Exit::Unusable, |(_, trend)| trend.exit))
}

fn judged(args: &TrendArgs, digest: bool) -> Result<Report, Failure> {
    let plan = files::plan(&args.data.plan)?;
    let options = select::options(&plan, &args.select, &args.data)?;
    let reading = Reading { digest, ..Reading::new(&plan, &args.data, &args.look) };
    reading.judge_years(&args.paths, &options)
}
