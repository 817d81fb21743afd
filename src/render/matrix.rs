//! The table an analyst sees first: indicators down, regions across.

use super::conclusion::conclusion;
use super::grid::{self, Column, Fold, Text};
use super::numbers::{self, Numbers};
use super::{Lang, Style, inputs, shortfall};
use crate::report::{Column as Judged, Report, Row, TargetInfo};
use crate::term::{Attribute, BaselineSource, Level, Outcome, RegionId, Year};

/// More regions than this are counted, not listed.
pub(super) const MOST_REGIONS: usize = 24;

/// The whole report as a page of text: a matrix for each year, what fell short,
/// and the tallies.
pub fn table(report: &Report, style: Style) -> String {
    let mut page = String::new();
    for (year, columns) in years(report) {
        page.push_str(&style.lang.headline(&report.plan.title, year, report.against));
        page.push('\n');
        let regions = regions(report, &columns);
        if regions.len() > MOST_REGIONS {
            let (heads, rows) = counts(report, &columns, style);
            page.push_str(&grid::draw(&heads, &rows, style));
        } else {
            page.push_str(&listed(report, &columns, &regions, style));
        }
        page.push_str(&own_baselines(report, &columns, style));
        page.push('\n');
    }
    page.push_str(&shortfall::shortfalls(report, style));
    page.push_str(&inputs::read_as(report, style));
    page.push_str(&tallies(report, style));
    page
}

/// The years that have verdicts, each with what it judges.
pub(super) fn years(report: &Report) -> impl Iterator<Item = (Year, Vec<&Judged>)> {
    report.years.iter().filter_map(|year| {
        // A task that nobody sent is not spoken of.
        let is_spoken_of = |column: &&Judged| {
            let is_task = report.indicators[column.indicator()].attribute == Attribute::Task;
            column.year() == *year && (!is_task || column.judged().next().is_some())
        };
        let columns: Vec<&Judged> = report.columns.iter().filter(is_spoken_of).collect();
        let is_judged = columns.iter().any(|column| column.judged().next().is_some());
        is_judged.then_some((*year, columns))
    })
}

/// A year's verdicts as one table, however wide: by region if a page holds them all,
/// else how many regions stand how.
pub(super) fn whole(report: &Report, columns: &[&Judged], style: Style) -> Cells {
    let regions = regions(report, columns);
    if regions.len() > MOST_REGIONS {
        counts(report, columns, style)
    } else {
        let lines = Lines::of(report, columns, &regions, style);
        lines.cells(0..regions.len(), true, style.lang)
    }
}

/// The columns of a table, and its rows.
pub(super) type Cells = (Vec<Column>, Vec<Vec<Text>>);

/// The regions that have verdicts, counties first and the city last, else in the order
/// of the plan; more than a page holds are not all sought.
pub(super) fn regions(report: &Report, columns: &[&Judged]) -> Vec<RegionId> {
    let mut regions = std::collections::BTreeSet::new();
    for column in columns {
        regions.extend(column.judged().map(|(region, _)| region).take(MOST_REGIONS + 1));
    }
    let mut regions: Vec<RegionId> = regions.into_iter().collect();
    regions.sort_by_key(|id| match report.regions[id.index()].level {
        Level::County => 0,
        Level::Area => 1,
        Level::City => 2,
    });
    regions
}

/// Which regions' requirements start from their own baselines, if any do.
pub(super) fn own_baselines(report: &Report, columns: &[&Judged], style: Style) -> String {
    let mut own = std::collections::BTreeSet::new();
    for column in columns {
        own.extend(column.judged().map(|(region, _)| region).filter(|region| {
            let requirement = column.requirement(*region);
            requirement.and_then(|r| r.baseline) == Some(BaselineSource::History)
        }));
    }
    if own.is_empty() {
        return String::new();
    }
    let words = style.lang.words();
    let names: Vec<String> = own
        .iter()
        .take(MOST_REGIONS)
        .map(|id| report.regions[id.index()].name.to_string())
        .collect();
    let start = format!("{}{}", words.own_baselines, words.colon);
    let mut text = grid::wrapped(start, &names, words.separator, style.width);
    text.push('\n');
    if own.len() > MOST_REGIONS {
        text.push_str(&style.lang.and_more((own.len() - MOST_REGIONS) as u64));
        text.push('\n');
    }
    text
}

/// A year's verdicts by region.
struct Lines {
    names: Vec<String>,
    lines: Vec<Line>,
}

impl Lines {
    fn of(report: &Report, columns: &[&Judged], regions: &[RegionId], style: Style) -> Self {
        let name = |id: &RegionId| report.regions[id.index()].name.to_string();
        let lines = columns.iter().map(|column| Line::new(report, column, regions, style));
        Self { names: regions.iter().map(name).collect(), lines: lines.collect() }
    }

    /// The table of some of the regions; with the verdict beside the value, or under it.
    fn cells(&self, regions: std::ops::Range<usize>, one_line: bool, lang: Lang) -> Cells {
        let mut all = heads(lang, if one_line { 24 } else { 12 });
        all.extend(self.names[regions.clone()].iter().map(|name| {
            let fold = if one_line { Fold::Never } else { Fold::AtLeast(7) };
            Column::new(name.as_str(), fold)
        }));
        let cells = |line: &Line| line.cells(regions.clone(), one_line, lang);
        (all, self.lines.iter().map(cells).collect())
    }
}

fn listed(report: &Report, columns: &[&Judged], regions: &[RegionId], style: Style) -> String {
    let lines = Lines::of(report, columns, regions, style);
    // One line a cell if there is room, else the verdict under the value; and if
    // that is still too wide, the regions in several tables.
    let (wide, rows) = lines.cells(0..regions.len(), true, style.lang);
    if grid::least_width(&wide, &rows) <= style.width {
        return grid::draw(&wide, &rows, style);
    }
    let mut page = String::new();
    let mut from = 0;
    while from < regions.len() {
        let mut to = regions.len();
        let (mut narrow, mut rows) = lines.cells(from..to, false, style.lang);
        while to - from > 1 && grid::least_width(&narrow, &rows) > style.width {
            to -= 1;
            (narrow, rows) = lines.cells(from..to, false, style.lang);
        }
        page.push_str(&grid::draw(&narrow, &rows, style));
        from = to;
    }
    page
}

/// Where the attribute stands among the columns.
const ATTRIBUTE: usize = 2;

fn heads(lang: Lang, indicator: usize) -> Vec<Column> {
    let words = lang.words();
    vec![
        Column::new(words.number, Fold::Never).right(),
        Column::new(words.indicator, Fold::AtLeast(indicator)),
        Column::new(words.attribute, Fold::Never),
        Column::new(words.requirement, Fold::AtLeast(8)),
        Column::new(words.target, Fold::AtLeast(6)),
    ]
}

/// One indicator: what it demands, and how each region stands.
struct Line {
    attribute: Attribute,
    /// Number, name, attribute, requirement and target.
    start: Vec<Text>,
    /// The value and the verdict of each region; none where it is not judged.
    verdicts: Vec<Option<(Option<String>, Outcome)>>,
}

impl Line {
    fn new(report: &Report, column: &Judged, regions: &[RegionId], style: Style) -> Self {
        let indicator = &report.indicators[column.indicator()];
        let across = Across::of(report, column, regions, style.lang);
        let verdicts = across.cells.iter().map(|cell| {
            let cell = cell.as_ref()?;
            Some((cell.value(style.lang), cell.row.outcome()))
        });
        Self {
            attribute: indicator.attribute,
            verdicts: verdicts.collect(),
            start: start(report, column, across.required, style),
        }
    }

    fn cells(&self, regions: std::ops::Range<usize>, one_line: bool, lang: Lang) -> Vec<Text> {
        let mut cells = self.start.clone();
        if one_line {
            cells[ATTRIBUTE] = lang.attribute(self.attribute).into();
        }
        cells.extend(self.verdicts[regions].iter().map(|judged| {
            let Some((value, outcome)) = judged else { return Text::from("") };
            let (gap, verdict) = if one_line {
                (' ', lang.outcome(*outcome))
            } else {
                ('\n', lang.short_outcome(*outcome))
            };
            let text = match value {
                Some(value) => format!("{value}{gap}{verdict}"),
                None => verdict.to_owned(),
            };
            Text::outcome(text, *outcome)
        }));
        cells
    }
}

/// Number, name, attribute, requirement and target of an indicator.
fn start(report: &Report, column: &Judged, required: String, style: Style) -> Vec<Text> {
    let indicator = &report.indicators[column.indicator()];
    vec![
        indicator.number.clone().unwrap_or_default().into(),
        indicator.name.as_str().into(),
        style.lang.short_attribute(indicator.attribute).into(),
        required.into(),
        numbers::target(indicator, style.lang).into(),
    ]
}

/// What a year demands of regions, and how each stands to it.
pub(super) struct Across<'r> {
    pub(super) required: String,
    /// One for each region; none where it is not judged.
    pub(super) cells: Vec<Option<Cell<'r>>>,
}

/// A verdict under the head that all share.
pub(super) struct Cell<'r> {
    pub(super) row: Row<'r>,
    pub(super) numbers: Numbers,
    /// What is demanded of this region, where the head does not say.
    pub(super) own: Option<String>,
}

impl<'r> Across<'r> {
    pub(super) fn of(
        report: &'r Report,
        column: &'r Judged,
        regions: &[RegionId],
        lang: Lang,
    ) -> Self {
        let places: Vec<Option<Row<'r>>> =
            regions.iter().map(|id| report.row(column, *id)).collect();
        let rows: Vec<Row<'r>> = places.iter().flatten().copied().collect();
        let shared = numbers::shared(&rows, lang);
        let required =
            shared.requirement.unwrap_or_else(|| undemanded(&rows, column, report, lang));
        let mut written = shared.rows.into_iter();
        let cells = places.into_iter().map(|row| {
            let (row, (numbers, own)) = (row?, written.next()?);
            Some(Cell { row, numbers, own })
        });
        Self { required, cells: cells.collect() }
    }
}

impl Cell<'_> {
    /// The value, and what is demanded of it where the head does not say.
    pub(super) fn value(&self, lang: Lang) -> Option<String> {
        let value = numbers::value(&self.row, &self.numbers, lang);
        match &self.own {
            Some(own) => Some(format!("{}{}", value.unwrap_or_default(), lang.in_brackets(own))),
            None => value,
        }
    }
}

/// What a year demands of regions that are counted, not listed.
pub(super) fn required(report: &Report, column: &Judged, lang: Lang) -> String {
    let rows: Vec<Row<'_>> = report.column_rows(column).collect();
    numbers::counted(&rows, lang).unwrap_or_else(|| undemanded(&rows, column, report, lang))
}

/// What stands in place of a requirement that is no number, or that there is none.
fn undemanded(rows: &[Row<'_>], column: &Judged, report: &Report, lang: Lang) -> String {
    let indicator = &report.indicators[column.indicator()];
    match &indicator.target {
        TargetInfo::Relative { .. } => numbers::target(indicator, lang),
        TargetInfo::Change(_) | TargetInfo::ChangePercent(_) | TargetInfo::Multiple(_)
            if rows.iter().any(|row| row.outcome() == Outcome::Missing) =>
        {
            lang.words().by_baseline.to_owned()
        }
        _ => lang.words().none_due.to_owned(),
    }
}

/// How many regions stand how, for plans with more regions than a page holds.
fn counts(report: &Report, columns: &[&Judged], style: Style) -> Cells {
    let occurs = |outcome: &Outcome| report.tally.outcome(*outcome) > 0;
    let outcomes: Vec<Outcome> = Outcome::ALL.into_iter().filter(occurs).collect();
    let mut heads = heads(style.lang, 12);
    heads.extend(
        outcomes
            .iter()
            .map(|outcome| Column::new(style.lang.short_outcome(*outcome), Fold::Never).right()),
    );
    let rows: Vec<Vec<Text>> = columns
        .iter()
        .map(|column| {
            let counts = column.counts();
            let required = required(report, column, style.lang);
            let mut cells = start(report, column, required, style);
            cells.extend(
                outcomes.iter().map(|outcome| Text::from(counts[*outcome as usize].to_string())),
            );
            cells
        })
        .collect();
    (heads, rows)
}

/// One line of tallies, and how the run ends.
pub(super) fn tallies(report: &Report, style: Style) -> String {
    let lang = style.lang;
    let words = lang.words();
    if report.tally.total() == 0 {
        return format!("{}\n{}\n", words.nothing, conclusion(report, lang));
    }
    let counts: Vec<String> = counts_by_outcome(report)
        .map(|(outcome, count)| format!("{} {count}", lang.outcome(outcome)))
        .collect();
    let start = format!("{} {}{}", words.total, report.tally.total(), words.colon);
    let line = grid::wrapped(start, &counts, words.separator, style.width);
    let audits = match report.audits.is_empty() {
        true => String::new(),
        false => format!("{}\n", lang.audits(report.audits)),
    };
    format!("{line}\n{audits}{}\n", conclusion(report, lang))
}

/// The same in one line.
pub(super) fn summary(report: &Report, lang: Lang) -> String {
    let style = Style { lang, color: false, width: usize::MAX };
    tallies(report, style).lines().collect::<Vec<_>>().join(lang.ci_words().clause)
}

/// The outcomes that occur, and how often.
pub(super) fn counts_by_outcome(report: &Report) -> impl Iterator<Item = (Outcome, u64)> {
    let counted = Outcome::ALL.into_iter().map(|outcome| (outcome, report.tally.outcome(outcome)));
    counted.filter(|(_, count)| *count > 0)
}
