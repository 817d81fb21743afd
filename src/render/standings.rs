//! How many verdicts of each region stand how, as a drawing: a bar a region.

use super::Lang;
use super::document::{Chart, Mark, Series, alternative};
use super::matrix::MOST_REGIONS;
use crate::report::{Overview, Report};
use crate::term::{RegionId, Standing};

/// How many verdicts of each region stand how, if there are several regions and a page holds
/// them all.
pub(super) fn standings(report: &Report, of: &Overview, lang: Lang) -> Option<Chart> {
    let listed = of.scoreboard(&report.regions, MOST_REGIONS);
    if listed.scores.len() < 2 || listed.left_out > 0 {
        return None;
    }
    let name = |region: Option<_>| {
        let region = region.and_then(|id: RegionId| report.regions.get(id.index()));
        region.map_or("", |region| lang.name(&region.name)).to_owned()
    };
    let names: Vec<String> = listed.scores.iter().map(|score| name(score.region)).collect();
    let kinds = [Standing::Pass, Standing::Fail, Standing::Incomplete, Standing::Neutral];
    let counts = |of: Standing| listed.scores.iter().map(move |score| score.tally.standing(of));
    let kinds = kinds.into_iter().filter(|of| counts(*of).sum::<u64>() > 0);
    let series: Vec<Series> = kinds
        .map(|of| Series {
            name: lang.standing(of).to_owned(),
            mark: Mark::Bar(of),
            values: counts(of).map(|count| Some(count.to_string())).collect(),
        })
        .collect();
    let told = names.iter().enumerate().map(|(at, name)| {
        let counts = series.iter().filter_map(|series| {
            let count = series.values.get(at)?.as_deref().filter(|count| *count != "0")?;
            Some(format!("{} {count}", series.name))
        });
        format!("{name}{}{}", lang.words().colon, lang.list(counts.collect::<Vec<_>>()))
    });
    let title = lang.scoreboard(of.year);
    Some(Chart { alternative: alternative(&title, told, lang), title, names, series })
}
