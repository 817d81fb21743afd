//! One indicator: what the plan says of it, its path, and every verdict on it.

use askama::Template;

use super::chart::Chart;
use super::lists::place;
use super::rules::Rules;
use super::text::{Remark, Typed};
use super::verdict::Verdict;
use crate::render::numbers::{self, Numbers};
use crate::render::text::{HtmlWords, LeftOut, Words};
use crate::render::{Lang, Style, detail, explain, matrix};
use crate::report::{Column, Report, Row};
use crate::term::{Limits, RegionId, Standing, Year};

/// More verdicts than this, of all indicators together, are counted, not listed.
const MOST_LINES: usize = 3000;
/// Of more regions than a page holds, so many of the worst are listed.
const WORST: usize = 24;

/// One indicator.
#[derive(Debug, Template)]
#[template(path = "section.html")]
pub(super) struct Section<'r> {
    words: &'static Words,
    w: &'static HtmlWords,
    lang: Lang,
    /// Its number among the indicators of the report, which names it in links.
    at: usize,
    number: Option<Typed<'r>>,
    name: Typed<'r>,
    /// What the plan says: what it is, and the words.
    facts: Vec<(&'static str, Typed<'r>)>,
    chart: Option<Chart>,
    cite: Option<Typed<'r>>,
    /// Only the worst are listed.
    is_worst: bool,
    several_years: bool,
    lines: Vec<Line<'r>>,
    left_out: u64,
}

/// One verdict.
#[derive(Debug)]
struct Line<'r> {
    region: Typed<'r>,
    year: Year,
    verdict: Verdict,
    value: Typed<'r>,
    required: Typed<'r>,
    basis: Option<&'static str>,
    margin: Typed<'r>,
    place: Option<(Typed<'r>, u64, Option<Typed<'r>>)>,
    is_roll_up: bool,
    remark: Option<Remark<'r>>,
}

/// A section with no more verdicts than this is not parted on paper.
const SHORT: usize = 8;

impl Section<'_> {
    fn is_short(&self) -> bool {
        self.lines.len() <= SHORT
    }

    /// How to read its drawing, if it has one.
    pub(super) fn chart_key(&self, lang: Lang) -> Option<&'static str> {
        self.chart.as_ref().map(|chart| chart.key(lang))
    }
}

/// A section for each indicator that is no task, as far as there is room.
pub(super) fn sections<'r>(
    report: &'r Report,
    rules: &Rules<'r>,
    style: Style,
) -> Vec<Section<'r>> {
    let mut columns: Vec<Vec<&Column>> = vec![Vec::new(); report.indicators.len()];
    for column in &report.columns {
        columns[column.indicator()].push(column);
    }
    let mut room = MOST_LINES;
    let section = |at: &usize| section(report, rules, *at, &columns[*at], &mut room, style);
    rules.sections().iter().map(section).collect()
}

fn section<'r>(
    report: &'r Report,
    rules: &Rules<'r>,
    at: usize,
    columns: &[&'r Column],
    room: &mut usize,
    style: Style,
) -> Section<'r> {
    let indicator = &report.indicators[at];
    let regions = matrix::regions(report, columns);
    let is_worst = regions.len() > matrix::MOST_REGIONS;
    let shown = if is_worst { worst(report, columns) } else { rows(report, columns, &regions) };
    let most = shown.len().min(*room);
    *room -= most;
    let rule = rules.of(at);
    Section {
        words: style.lang.words(),
        w: style.lang.html_words(),
        lang: style.lang,
        at,
        number: indicator.number.as_deref().map(Typed::from),
        name: indicator.name.as_str().into(),
        facts: facts(report, rules, at, style),
        chart: Chart::new(report, rule, at, &shown, style.lang),
        cite: indicator.cite.as_deref().map(Typed::from),
        is_worst,
        several_years: report.years.len() > 1,
        lines: shown.iter().take(most).map(|row| line(row, style)).collect(),
        left_out: match is_worst {
            true => columns.iter().map(|column| column.fallen()).sum::<u64>(),
            false => shown.len() as u64,
        }
        .saturating_sub(most as u64),
    }
}

/// Every verdict, by region, then year.
fn rows<'r>(report: &'r Report, columns: &[&'r Column], regions: &[RegionId]) -> Vec<Row<'r>> {
    let of = |id: &RegionId| {
        let id = *id;
        columns.iter().filter_map(move |column| report.row(column, id))
    };
    regions.iter().flat_map(of).collect()
}

/// The worst of the last year that has any.
fn worst<'r>(report: &'r Report, columns: &[&'r Column]) -> Vec<Row<'r>> {
    let last = columns.iter().rev().find(|column| column.fallen() > 0);
    last.map(|column| report.worst_of(column).take(WORST).collect()).unwrap_or_default()
}

fn facts<'r>(
    report: &'r Report,
    rules: &Rules<'r>,
    at: usize,
    style: Style,
) -> Vec<(&'static str, Typed<'r>)> {
    let (words, w) = (style.lang.words(), style.lang.html_words());
    let indicator = &report.indicators[at];
    let mut facts = vec![(words.attribute, style.lang.attribute(indicator.attribute).into())];
    if let Some(rule) = rules.of(at) {
        facts.push((words.baseline, explain::baseline(rule).into()));
    }
    facts.push((words.target, explain::target(indicator, style).into()));
    if let Some(rule) = rules.of(at) {
        if indicator.limits == Limits::Percentage {
            facts.extend(rule.numerator.as_deref().map(|text| (words.numerator, text.into())));
            facts.extend(rule.denominator.as_deref().map(|text| (words.denominator, text.into())));
        }
        facts.extend(rule.text.as_deref().map(|text| (w.plan_text, text.into())));
    }
    facts.extend(indicator.cite.as_deref().map(|cite| (words.citation, cite.into())));
    let line = indicator.rule.line_number().unwrap_or_default();
    facts.push((words.rule, format!("{}:{line}", indicator.rule.file).into()));
    facts
}

fn line<'r>(row: &Row<'r>, style: Style) -> Line<'r> {
    let lang = style.lang;
    let written = Numbers::of(row);
    let basis = row.requirement().map(|it| lang.basis(it.basis, it.baseline));
    Line {
        region: (&*row.region().name).into(),
        year: row.year(),
        verdict: Verdict::new(row.outcome(), lang),
        value: detail::value(row, &written, lang).into(),
        required: numbers::requirement(row, &written, lang).unwrap_or_default().into(),
        basis,
        margin: detail::margin(row, &written, style).into(),
        place: place(row),
        is_roll_up: row.location().is_none() && row.value().is_some(),
        remark: row.remark().map(Remark::new),
    }
}

/// Whether what was required is known to hold.
pub(super) fn holds(row: &Row<'_>) -> bool {
    row.outcome().standing() == Standing::Pass
}
