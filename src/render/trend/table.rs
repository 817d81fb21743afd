//! The table of one indicator: regions down, years across, and where they lead.

use super::Shown;
use super::block::Block;
use super::numbers::Written;
use super::sparkline::sparkline;
use crate::exact::{Rational, shown};
use crate::plan::Indicator;
use crate::render::Lang;
use crate::render::document::{Cell, Column, Fold, Place, Table};
use crate::render::numbers::{self, with_unit};
use crate::report::{AimedAt, Outlook, Projection, Report, Row, TimeSeries, Unforetold, aimed_at};
use crate::term::{Attribute, Outcome, Standing, Year};

/// A mark that a value falls short, for those who see no colour.
pub(in crate::render) const SHORT: &str = "✗";
/// A mark that a projection is at the limit of what can be.
pub(in crate::render) const LIMITED: &str = "*";
const NONE: &str = "—";

pub(super) fn table(report: &Report, block: &Block, shown: Shown, lang: Lang) -> Table {
    let mut lines: Vec<Line<'_>> =
        block.listed.iter().map(|series| (series, Written::of(report, series))).collect();
    let sheet = Sheet {
        report,
        indicator: &report.indicators[block.indicator],
        shared: shared(report, &mut lines, lang),
        is_over: block.is_over,
        lines,
        shown,
        lang,
    };
    Table { left_out: block.left_out, ..sheet.table(&report.years_sent()) }
}

/// What each year demands, where it demands the same of all; the values of a year are then
/// written so that none contradicts what stands above them.
fn shared(report: &Report, lines: &mut [Line<'_>], lang: Lang) -> Option<Vec<Option<String>>> {
    let mut years = Vec::new();
    for year in 0..report.years_sent().len() {
        let points =
            lines.iter().filter_map(|(series, _)| Some((series, series.points.get(year)?)));
        let rows: Vec<Option<Row<'_>>> =
            points.map(|(series, point)| series.row(report, point)).collect();
        let rows: Vec<Row<'_>> = rows.into_iter().flatten().collect();
        let mut demands = rows.iter().map(|row| row.requirement().map(|of| &of.condition));
        let first = demands.next().flatten();
        if !demands.all(|demand| demand == first) {
            return None;
        }
        years.push(rows);
    }
    let mut demands = Vec::new();
    for (year, rows) in years.into_iter().enumerate() {
        let shared = numbers::shared(&rows, lang);
        demands.push(
            shared.requirement.filter(|_| rows.iter().any(|row| row.requirement().is_some())),
        );
        let mut numbers = shared.rows.into_iter();
        for (series, written) in lines.iter_mut() {
            let row = series.points.get(year).and_then(|point| series.row(report, point));
            if let (Some(_), Some(point)) = (row, written.points.get_mut(year))
                && let Some((fitted, _)) = numbers.next()
            {
                point.numbers = fitted;
            }
        }
    }
    Some(demands)
}

/// A region's years, and how they are written.
type Line<'r> = (&'r TimeSeries, Written);

/// What a table is made from.
struct Sheet<'r> {
    report: &'r Report,
    indicator: &'r Indicator,
    /// The requirement of each year; none if regions differ in theirs.
    shared: Option<Vec<Option<String>>>,
    /// The target year has come, and nothing lies ahead.
    is_over: bool,
    lines: Vec<Line<'r>>,
    shown: Shown,
    lang: Lang,
}

impl Sheet<'_> {
    /// The change beside the value, or under it where there is little room; where the years
    /// stand in several tables, the last of them has what lies ahead.
    fn table(&self, years: &[Year]) -> Table {
        let (words, trend) = (self.lang.words(), self.lang.trend_words());
        let mut columns = vec![Column::new(words.region, Fold::AtLeast(6))];
        let blocks = Column::new(trend.trend, Fold::AtLeast(12)).at(Place::Last);
        columns.extend(self.blocks(blocks));
        let year = |year: &Year| Column::new(year.to_string(), Fold::Never).at(Place::Across);
        columns.extend(years.iter().map(year));
        let due = self.lines.iter().map(|(series, _)| series.due_year(self.report));
        let due = due.max().unwrap_or(self.report.plan.target_year);
        let due = format!("{due}\n{}", trend.projection);
        let mut numbers = vec![Column::new(trend.so_far, Fold::Words)];
        if !self.is_over {
            numbers.push(Column::new(trend.needed, Fold::Words));
            numbers.push(Column::new(due, Fold::Words));
        }
        columns.extend(numbers.into_iter().map(|column| column.right().at(Place::Last)));
        columns.push(Column::new(trend.warning, Fold::Words).at(Place::Last));
        let demands = self.shared.iter().map(|shared| self.demands(shared));
        let heads = demands.len();
        let rows = demands.chain(self.lines.iter().map(|(series, written)| {
            let region = self.lang.name(&self.report.regions[series.region.index()].name);
            let plan = self.indicator.in_force(None, self.report.plan.target_year);
            let own = numbers::own_target(series.rule(self.report), plan, self.lang);
            let own = own.map(|own| self.lang.in_brackets(&own)).unwrap_or_default();
            let mut cells = vec![format!("{region}{own}").into()];
            cells.extend(self.blocks(sparkline(series).into()));
            cells.extend((0..years.len()).map(|year| self.value(series, written, year)));
            cells.extend(self.ahead(series, written));
            cells
        }));
        Table { heads, ..Table::new(columns, rows.collect()) }
    }

    fn attribute(&self) -> Option<Attribute> {
        Some(self.indicator.attribute)
    }

    /// What stands in the column of blocks, if there is one.
    fn blocks<T>(&self, of: T) -> Option<T> {
        (self.shown == Shown::Blocks).then_some(of)
    }

    /// The row of what each year demands.
    fn demands(&self, shared: &[Option<String>]) -> Vec<Cell> {
        let mut cells = vec![Cell::from(self.lang.trend_words().required)];
        cells.extend(self.blocks(Cell::default()));
        let demand = |demand: &Option<String>| demand.clone().unwrap_or(NONE.to_owned()).into();
        cells.extend(shared.iter().map(demand));
        cells.push(Cell::default());
        if !self.is_over {
            let number = aimed_at(self.indicator) == AimedAt::Number;
            let target = number.then(|| {
                numbers::plan_target(self.indicator, self.report.plan.target_year, self.lang)
            });
            cells.extend([Cell::default(), target.unwrap_or_default().into()]);
        }
        cells.push(Cell::default());
        cells
    }

    /// A year of a region: the value, what was demanded if that is its own, and the change.
    fn value(&self, series: &TimeSeries, written: &Written, year: usize) -> Cell {
        let digits = written.digits.0;
        let (Some(point), Some(written)) = (series.points.get(year), written.points.get(year))
        else {
            return Cell::default();
        };
        let (lang, outcome) = (self.lang, point.outcome);
        let row = series.row(self.report, point);
        let value = row.as_ref().and_then(|row| numbers::value(row, &written.numbers, lang));
        let mut text = match (value, outcome) {
            (Some(value), _) => value,
            (None, Some(outcome)) => lang.short_outcome(outcome).to_owned(),
            (None, None) => return Cell::from("·"),
        };
        if outcome.is_some_and(|outcome| outcome.standing() == Standing::Fail) {
            text.push_str(SHORT);
        }
        let change = point.change.as_ref().map(|change| shown::change(change, digits));
        let own = self.shared.is_none() && series.requirement(self.report, point).is_some();
        let requirement = row.filter(|_| own);
        let requirement =
            requirement.and_then(|row| numbers::requirement(&row, &written.numbers, lang));
        let part = |gap, part: &Option<String>| {
            part.as_ref().map_or(String::new(), |part| format!("{gap}{part}"))
        };
        let wide = text.clone() + &part(' ', &change) + &part('\n', &requirement);
        let narrow = text + &part('\n', &requirement) + &part('\n', &change);
        Cell { narrow: Some(narrow), outcome, attribute: self.attribute(), ..Cell::from(wide) }
    }

    /// The paces, the projection and the warning.
    fn ahead(&self, series: &TimeSeries, written: &Written) -> Vec<Cell> {
        let lang = self.lang;
        let pace = |exact: &Option<Rational>| match exact {
            Some(exact) => shown::change(exact, written.digits.1),
            None => NONE.to_owned(),
        };
        let (warning, outcome) = warned(series, lang);
        let mut cells = vec![pace(&series.pace.so_far).into()];
        if !self.is_over {
            cells.push(pace(&series.pace.needed).into());
            let unit = lang.name(&self.indicator.measure.unit);
            let projection = written.projection.as_ref().map(|value| with_unit(value, unit));
            let limited = if is_limited(series) { LIMITED } else { "" };
            let projection = projection.map(|value| format!("{value}{limited}"));
            cells.push(projection.unwrap_or(unforetold(series, lang).to_owned()).into());
        }
        cells.push(Cell { outcome, attribute: self.attribute(), ..Cell::from(warning) });
        cells
    }
}

/// What it is warned of, and the verdict that marks it: what will fall short is marked as what
/// falls short already.
pub(in crate::render) fn warned(series: &TimeSeries, lang: Lang) -> (String, Option<Outcome>) {
    let words = lang.trend_words();
    let latest = series.latest().and_then(|point| point.outcome);
    let failing = latest.filter(|_| series.is_failing());
    let ahead = match series.outlook {
        Some(Outlook::Missed) => Some(words.missed),
        Some(Outlook::TooSlow) => Some(words.too_slow),
        Some(Outlook::OnCourse) | None => None,
    };
    let warning: Vec<&str> =
        failing.map(|outcome| lang.short_outcome(outcome)).into_iter().chain(ahead).collect();
    (warning.join(" "), failing.or_else(|| ahead.map(|_| Outcome::Behind)))
}

/// What stands in place of a projection.
pub(in crate::render) fn unforetold(series: &TimeSeries, lang: Lang) -> &'static str {
    match series.unforetold {
        Some(Unforetold::FewCounted) => lang.trend_words().few_counted,
        Some(Unforetold::Holds) => lang.trend_words().holds,
        None => NONE,
    }
}

/// Whether the line leaves what the measure can have.
pub(in crate::render) fn is_limited(series: &TimeSeries) -> bool {
    series.projection.as_ref().is_some_and(Projection::is_limited)
}
