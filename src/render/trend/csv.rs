//! Trends as CSV: one row for each year of a series, what belongs to the series as a
//! whole repeated. The header is the same in every language.

use std::io::{self, Write};

use super::numbers::{Written, WrittenPoint};
use crate::render::csv::{operator, plain, target};
use crate::report::{Point, Report, TimeSeries, Trend};

pub(in crate::render) const HEADER: [&str; 25] = [
    "indicator",
    "number",
    "name",
    "attribute",
    "region_code",
    "region",
    "level",
    "unit",
    "year",
    "outcome",
    "value",
    "requirement_operator",
    "requirement",
    "change",
    "target_operator",
    "target",
    "target_year",
    "pace_so_far",
    "pace_needed",
    "projection",
    "projection_line",
    "outlook",
    "failing",
    "warning_rank",
    "unforetold",
];

/// Writes every year of every series.
///
/// # Errors
/// Those of the writer.
pub fn csv(report: &Report, trend: &Trend, out: &mut dyn Write) -> io::Result<()> {
    write(report, trend, out).map_err(plain)
}

fn write(report: &Report, trend: &Trend, out: &mut dyn Write) -> csv::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(HEADER)?;
    for series in &trend.series {
        let written = Written::of(report, series);
        for (point, numbers) in series.points.iter().zip(&written.points) {
            writer.write_record(record(report, series, &written, point, numbers))?;
        }
    }
    Ok(writer.flush()?)
}

fn record(
    report: &Report,
    series: &TimeSeries,
    written: &Written,
    point: &Point,
    of_year: &WrittenPoint,
) -> [String; 25] {
    let indicator = &report.indicators[series.indicator];
    let region = &report.regions[series.region.index()];
    let requirement = series.requirement(report, point);
    let WrittenPoint { numbers, change } = of_year;
    let (target_operator, target) = target(indicator, |_| written.target.clone());
    let word = |word: Option<&str>| word.unwrap_or_default().to_owned();
    [
        indicator.id.clone(),
        indicator.number.clone().unwrap_or_default(),
        indicator.name.clone(),
        indicator.attribute.word().to_owned(),
        word(region.code.as_deref()),
        region.name.to_string(),
        region.level.word().to_owned(),
        series.row(report, point).map_or(indicator.unit.as_str(), |row| row.unit()).to_owned(),
        point.year.to_string(),
        word(point.outcome.map(|outcome| outcome.word())),
        numbers.value.clone().unwrap_or_default(),
        word(requirement.map(|requirement| operator(&requirement.condition))),
        requirement.map(|_| numbers.requirement.join("~")).unwrap_or_default(),
        change.clone().unwrap_or_default(),
        target_operator.to_owned(),
        target,
        report.plan.target_year.to_string(),
        written.so_far.clone().unwrap_or_default(),
        written.needed.clone().unwrap_or_default(),
        written.projection.clone().unwrap_or_default(),
        written.line.clone().unwrap_or_default(),
        word(series.outlook.map(|outlook| outlook.word())),
        series.is_failing().to_string(),
        series.rank.map(|rank| rank.to_string()).unwrap_or_default(),
        word(series.unforetold.map(|why| why.word())),
    ]
}
