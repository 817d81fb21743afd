//! `dabiao trend`

use dabiao::report::{Exit, Report, Trend};
use dabiao::{judge, render};

use super::args::TrendArgs;
use super::documents::Chosen;
use super::guard::Guard;
use super::reading::Reading;
use super::{Failure, files, output, select};

pub(super) fn run(args: &TrendArgs) -> Result<Exit, Failure> {
    let guard = Guard::new(args.write.force).reads(&args.paths, &args.data);
    let chosen = Chosen::new(guard, &args.write, args.format, &render::TREND)?;
    let made = judged(args, &chosen).map(|report| {
        let trend = judge::trend(&report);
        if !chosen.holds_findings() {
            output::diagnose_sent(&trend.diagnostics, &args.data.read, &args.look);
        }
        (report, trend)
    });
    let written = chosen.write(made, &args.look)?;
    Ok(written.map_or(Exit::Unusable, |(_, trend)| trend.exit))
}

fn judged(args: &TrendArgs, chosen: &Chosen<(Report, Trend)>) -> Result<Report, Failure> {
    let plan = files::plan(&args.data.plan)?;
    let options = select::options(&plan, &args.select, &args.data)?;
    let digest = chosen.names_digests();
    let reading = Reading { digest, ..Reading::new(&plan, &args.data, &args.look) };
    reading.judge_years(&args.paths, &options)
}
