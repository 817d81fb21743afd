//! Trends as CSV: one row for each year of a series, what belongs to the series as a
//! whole repeated. The header is the same in every language.

use std::io::{self, Write};

use super::numbers::{Written, WrittenPoint};
use crate::plan::Indicator;
use crate::render::Lang;
use crate::render::csv::{operator, some, target, target_operator};
use crate::report::{Point, Report, Requirement, TimeSeries, Trend};
use crate::term::Region;

/// A year of a series, as it is written.
struct Line<'r> {
    report: &'r Report,
    series: &'r TimeSeries,
    written: &'r Written,
    point: &'r Point,
    of_year: &'r WrittenPoint,
}

impl<'r> Line<'r> {
    fn indicator(&self) -> &'r Indicator {
        self.series.rule(self.report)
    }

    fn region(&self) -> &'r Region {
        &self.report.regions[self.series.region.index()]
    }

    fn requirement(&self) -> Option<&'r Requirement> {
        self.series.requirement(self.report, self.point)
    }

    fn unit(&self) -> &'r str {
        let row = self.series.row(self.report, self.point);
        row.map_or(&self.indicator().measure.unit, |row| row.unit())
    }

    fn target(&self) -> String {
        // Names are those of the plan's document.
        target(self.indicator(), |_| self.written.target.clone(), Lang::Zh)
    }
}

/// What a column says.
type Text = fn(&Line<'_>) -> String;

/// The columns: the name of each, and what it says of a year.
#[rustfmt::skip] // a column a line
static COLUMNS: [(&str, Text); 25] = [
    ("indicator", |it| it.indicator().id.clone()),
    ("number", |it| some(it.indicator().number.as_ref())),
    ("name", |it| it.indicator().name.to_string()),
    ("attribute", |it| it.indicator().attribute.word().to_owned()),
    ("region_code", |it| some(it.region().code.as_deref())),
    ("region", |it| it.region().name.to_string()),
    ("level", |it| it.region().level.word().to_owned()),
    ("unit", |it| it.unit().to_owned()),
    ("year", |it| it.point.year.to_string()),
    ("outcome", |it| some(it.point.outcome.map(|outcome| outcome.word()))),
    ("value", |it| some(it.of_year.numbers.value.as_ref())),
    ("requirement_operator", |it| some(it.requirement().map(|of| operator(&of.condition)))),
    ("requirement", |it| some(it.requirement().map(|_| it.of_year.numbers.requirement.join("~")))),
    ("change", |it| some(it.of_year.change.as_ref())),
    ("target_operator", |it| target_operator(it.indicator()).to_owned()),
    ("target", |it| it.target()),
    ("target_year", |it| it.series.due_year(it.report).to_string()),
    ("pace_so_far", |it| some(it.written.so_far.as_ref())),
    ("pace_needed", |it| some(it.written.needed.as_ref())),
    ("projection", |it| some(it.written.projection.as_ref())),
    ("projection_line", |it| some(it.written.line.as_ref())),
    ("outlook", |it| some(it.series.outlook.map(|outlook| outlook.word()))),
    ("failing", |it| it.series.is_failing().to_string()),
    ("warning_rank", |it| some(it.series.rank)),
    ("unforetold", |it| some(it.series.unforetold.map(|why| why.word()))),
];

/// The names of the columns.
pub(in crate::render) fn header() -> Vec<&'static str> {
    COLUMNS.iter().map(|(name, _)| *name).collect()
}

/// Writes every year of every series.
///
/// # Errors
/// Those of the writer.
pub fn csv(report: &Report, trend: &Trend, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(header())?;
    for series in trend.series(report) {
        let written = &Written::of(report, &series);
        for (point, of_year) in series.points.iter().zip(&written.points) {
            let line = Line { report, series: &series, written, point, of_year };
            writer.write_record(COLUMNS.iter().map(|(_, text)| text(&line)))?;
        }
    }
    writer.flush()
}
