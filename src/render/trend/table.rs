//! The table of one indicator: regions down, years across, and where they lead.

use std::ops::Range;

use super::numbers::Written;
use super::sparkline::sparkline;
use crate::exact::{Rational, shown};
use crate::render::Style;
use crate::render::grid::{self, Column, Fold, Text};
use crate::render::numbers::{self, with_unit};
use crate::report::{IndicatorInfo, Outlook, Report, Row, TimeSeries, Unforetold};
use crate::term::{Level, Outcome, Standing, Year};

/// Of more regions than this the worst are listed.
const MOST_REGIONS: usize = 24;
/// A mark that a value falls short, for those who see no colour.
const SHORT: &str = "✗";
const NONE: &str = "—";

pub(super) fn table(report: &Report, block: &[TimeSeries], style: Style) -> String {
    let Some(first) = block.first() else { return String::new() };
    let listed = listed(report, block);
    let mut lines: Vec<Line<'_>> =
        listed.iter().map(|series| (*series, Written::of(report, series))).collect();
    let sheet = Sheet {
        report,
        indicator: &report.indicators[first.indicator],
        shared: shared(report, &mut lines, style),
        is_over: is_over(report, block),
        years: report.years_sent(),
        lines,
        style,
    };
    let mut page = sheet.draw();
    if block.len() > listed.len() {
        page.push_str(&style.lang.and_more((block.len() - listed.len()) as u64));
        page.push('\n');
    }
    page
}

/// The series in the order of a check's table, the city last; if there are too many, the
/// city and the worst of the others.
fn listed<'t>(report: &Report, block: &'t [TimeSeries]) -> Vec<&'t TimeSeries> {
    let level = |series: &&TimeSeries| match report.regions[series.region.index()].level {
        Level::County => 0,
        Level::Area => 1,
        Level::City => 2,
    };
    let mut listed: Vec<&TimeSeries> = block.iter().collect();
    if listed.len() > MOST_REGIONS {
        listed.sort_by_key(|series| (level(series) != 2, series.rank.is_none(), series.rank));
        listed.truncate(MOST_REGIONS);
        listed.sort_by_key(|series| series.region);
    }
    listed.sort_by_key(level);
    listed
}

/// What each year demands, where it demands the same of all; the values of a year are then
/// written so that none contradicts what stands above them.
fn shared(report: &Report, lines: &mut [Line<'_>], style: Style) -> Option<Vec<Option<String>>> {
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
        let shared = numbers::shared(&rows, style.lang);
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

/// The target year has come for all that have values.
fn is_over(report: &Report, block: &[TimeSeries]) -> bool {
    let due = report.plan.target_year;
    report.years.last().is_some_and(|year| *year >= due)
        && block.iter().filter_map(TimeSeries::latest).all(|point| point.year >= due)
}

/// A region's years, and how they are written.
type Line<'r> = (&'r TimeSeries, Written);

/// The table, before it is known how much of it stands side by side.
struct Sheet<'r> {
    report: &'r Report,
    indicator: &'r IndicatorInfo,
    /// The requirement of each year; none if regions differ in theirs.
    shared: Option<Vec<Option<String>>>,
    /// The target year has come, and nothing lies ahead.
    is_over: bool,
    years: Vec<Year>,
    lines: Vec<Line<'r>>,
    style: Style,
}

/// How much stands side by side.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// The change beside the value.
    Wide,
    /// The change under the value.
    Narrow,
}

impl Sheet<'_> {
    /// One line a region if there is room, else the change under the value; and if that is
    /// still too wide, the years in several tables, the last of them with what lies ahead.
    fn draw(&self) -> String {
        let years = self.years.len();
        let fits = |(columns, rows): &(Vec<Column>, Vec<Vec<Text>>)| {
            grid::least_width(columns, rows) <= self.style.width
        };
        let wide = self.build(0..years, true, Form::Wide);
        if fits(&wide) {
            return grid::draw(&wide.0, &wide.1, self.style);
        }
        let mut tables = Vec::new();
        let mut end = years;
        while end > 0 {
            let is_last = end == years;
            let mut start = 0;
            let mut table = self.build(start..end, is_last, Form::Narrow);
            while end - start > 1 && !fits(&table) {
                start += 1;
                table = self.build(start..end, is_last, Form::Narrow);
            }
            tables.push(grid::draw(&table.0, &table.1, self.style));
            end = start;
        }
        tables.into_iter().rev().collect()
    }

    fn build(&self, years: Range<usize>, ahead: bool, form: Form) -> (Vec<Column>, Vec<Vec<Text>>) {
        let (words, trend) = (self.style.lang.words(), self.style.lang.trend_words());
        let mut columns = vec![Column::new(words.region, Fold::AtLeast(6))];
        if ahead {
            columns.push(Column::new(trend.trend, Fold::AtLeast(12)));
        }
        let year = |year: usize| Column::new(self.years[year].to_string(), Fold::Never);
        columns.extend(years.clone().map(year));
        if ahead {
            columns.push(Column::new(trend.so_far, Fold::Words).right());
            if !self.is_over {
                let due = format!("{}\n{}", self.report.plan.target_year, trend.projection);
                columns.push(Column::new(trend.needed, Fold::Words).right());
                columns.push(Column::new(due, Fold::Words).right());
            }
            columns.push(Column::new(trend.warning, Fold::Words));
        }
        let mut rows: Vec<Vec<Text>> = Vec::new();
        rows.extend(self.shared.as_ref().map(|shared| self.demands(shared, years.clone(), ahead)));
        rows.extend(self.lines.iter().map(|(series, written)| {
            let mut cells = vec![self.name(series)];
            if ahead {
                cells.push(sparkline(series).into());
            }
            cells.extend(years.clone().map(|year| self.value(series, written, year, form)));
            if ahead {
                cells.extend(self.ahead(series, written));
            }
            cells
        }));
        (columns, rows)
    }

    fn name(&self, series: &TimeSeries) -> Text {
        self.report.regions[series.region.index()].name.to_string().into()
    }

    /// The row of what each year demands.
    fn demands(&self, shared: &[Option<String>], years: Range<usize>, ahead: bool) -> Vec<Text> {
        let mut cells = vec![Text::from(self.style.lang.trend_words().required)];
        if ahead {
            cells.push("".into());
        }
        let demand = |demand: &Option<String>| demand.clone().unwrap_or(NONE.to_owned()).into();
        cells.extend(shared[years].iter().map(demand));
        if ahead {
            cells.push("".into());
            if !self.is_over {
                let number = self.indicator.target.of_value().is_some();
                let target = number.then(|| numbers::target(self.indicator, self.style.lang));
                cells.extend(["".into(), target.unwrap_or_default().into()]);
            }
            cells.push("".into());
        }
        cells
    }

    /// A year of a region: the value, what was demanded if that is its own, and the change.
    fn value(&self, series: &TimeSeries, written: &Written, year: usize, form: Form) -> Text {
        let digits = written.digits.0;
        let (Some(point), Some(written)) = (series.points.get(year), written.points.get(year))
        else {
            return Text::from("");
        };
        let (lang, outcome) = (self.style.lang, point.outcome);
        let row = series.row(self.report, point);
        let value = row.as_ref().and_then(|row| numbers::value(row, &written.numbers, lang));
        let mut text = match (value, outcome) {
            (Some(value), _) => value,
            (None, Some(outcome)) => lang.short_outcome(outcome).to_owned(),
            (None, None) => return Text::from("·"),
        };
        if outcome.is_some_and(|outcome| outcome.standing() == Standing::Fail) {
            text.push_str(SHORT);
        }
        let change = point.change.as_ref().map(|change| shown::change(change, digits));
        let own = self.shared.is_none() && series.requirement(self.report, point).is_some();
        let requirement = row.filter(|_| own);
        let requirement =
            requirement.and_then(|row| numbers::requirement(&row, &written.numbers, lang));
        let parts = match form {
            Form::Wide => [(' ', change), ('\n', requirement)],
            Form::Narrow => [('\n', requirement), ('\n', change)],
        };
        for (gap, part) in parts {
            text.extend(part.map(|part| format!("{gap}{part}")));
        }
        Text { text, outcome }
    }

    /// The paces, the projection and the warning.
    fn ahead(&self, series: &TimeSeries, written: &Written) -> Vec<Text> {
        let (lang, words) = (self.style.lang, self.style.lang.trend_words());
        let pace = |exact: &Option<Rational>| match exact {
            Some(exact) => shown::change(exact, written.digits.1),
            None => NONE.to_owned(),
        };
        let projection = written.projection.as_ref().map(|value| {
            let limited = series.projection.as_ref().is_some_and(|p| p.is_limited());
            format!("{}{}", with_unit(value, &self.indicator.unit), if limited { "*" } else { "" })
        });
        let latest = series.latest().and_then(|point| point.outcome);
        let failing = latest.filter(|_| series.is_failing());
        let ahead = match series.outlook {
            Some(Outlook::Missed) => Some(words.missed),
            Some(Outlook::TooSlow) => Some(words.too_slow),
            Some(Outlook::OnCourse) | None => None,
        };
        let warning: Vec<&str> =
            failing.map(|outcome| lang.short_outcome(outcome)).into_iter().chain(ahead).collect();
        // What will fall short has the colour of what falls short already.
        let color = failing.or_else(|| ahead.map(|_| Outcome::Behind));
        let mut cells = vec![pace(&series.pace.so_far).into()];
        if !self.is_over {
            cells.push(pace(&series.pace.needed).into());
            let none = match series.unforetold {
                Some(Unforetold::FewCounted) => words.few_counted,
                Some(Unforetold::Holds) => words.holds,
                None => NONE,
            };
            cells.push(projection.unwrap_or(none.to_owned()).into());
        }
        cells.push(Text { text: warning.join(" "), outcome: color });
        cells
    }
}
