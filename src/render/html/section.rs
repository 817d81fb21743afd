//! One indicator: what the plan says of it, its path, and every verdict on it.

use askama::Template;

use super::chart::{Chart, Figure};
use super::rules::Rules;
use super::table::{Cell, Table};
use super::text::{Remark, Typed};
use crate::render::columns::Written;
use crate::render::text::{HtmlWords, LeftOut};
use crate::render::verdicts::{FIGURE, REQUIREMENT, VERDICT, WHOLE_MARGIN, YEAR};
use crate::render::{Lang, explain, matrix, sentence};
use crate::report::{Column, Report, Row};
use crate::term::{RegionId, Standing};

/// More verdicts than this, of all indicators together, are counted, not listed.
const MOST_LINES: usize = 3000;
/// Of more regions than a page holds, so many of the worst are listed.
const WORST: usize = 24;

/// One indicator.
#[derive(Debug, Template)]
#[template(path = "section.html")]
pub(super) struct Section<'r> {
    w: &'static HtmlWords,
    lang: Lang,
    /// Its number among the indicators of the report, which names it in links.
    pub(super) at: usize,
    number: Option<Typed<'r>>,
    name: Typed<'r>,
    /// What the plan says: what it is, and the words.
    facts: Vec<(&'static str, Typed<'r>)>,
    chart: Option<Figure>,
    table: Option<Table>,
    /// The verdicts that it lists.
    pub(super) rows: Vec<Row<'r>>,
    left_out: u64,
}

impl Section<'_> {
    /// How to read its drawing, if it has one.
    pub(super) fn chart_key(&self, lang: Lang) -> Option<&'static str> {
        self.chart.as_ref().map(|figure| figure.chart.key(lang))
    }
}

/// A section for each indicator that is no task, as far as there is room.
pub(super) fn sections<'r>(report: &'r Report, rules: &Rules<'r>, lang: Lang) -> Vec<Section<'r>> {
    let mut columns: Vec<Vec<&Column>> = vec![Vec::new(); report.indicators.len()];
    for column in &report.columns {
        columns[column.indicator()].push(column);
    }
    let mut room = MOST_LINES;
    let section = |at: &usize| section(report, rules, *at, &columns[*at], &mut room, lang);
    rules.sections().iter().map(section).collect()
}

fn section<'r>(
    report: &'r Report,
    rules: &Rules<'r>,
    at: usize,
    columns: &[&'r Column],
    room: &mut usize,
    lang: Lang,
) -> Section<'r> {
    let indicator = &report.indicators[at];
    let regions = matrix::regions(report, columns);
    let is_worst = regions.len() > matrix::MOST_REGIONS;
    let shown = if is_worst { worst(report, columns) } else { rows(report, columns, &regions) };
    let most = shown.len().min(*room);
    *room -= most;
    let rule = rules.of(at);
    Section {
        w: lang.html_words(),
        lang,
        at,
        number: indicator.number.as_deref().map(Typed::from),
        name: lang.name(&indicator.name).into(),
        facts: facts(report, at, lang),
        chart: Chart::new(report, rule, at, &shown, lang).map(|chart| Figure {
            chart,
            w: lang.html_words(),
            lang,
        }),
        table: (most > 0).then(|| table(report, at, &shown[..most], is_worst, lang)),
        rows: shown[..most].to_vec(),
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

fn facts(report: &Report, at: usize, lang: Lang) -> Vec<(&'static str, Typed<'_>)> {
    let (words, w) = (lang.words(), lang.html_words());
    let indicator = &report.indicators[at];
    let measure = &indicator.measure;
    let mut facts = vec![
        (words.attribute, lang.attribute(indicator.attribute).into()),
        (words.baseline, explain::baseline(indicator, lang).into()),
        (words.target, explain::target(indicator, lang).into()),
    ];
    if measure.limits.per().is_some() {
        facts.extend(measure.numerator.as_ref().map(|of| (words.numerator, lang.name(of).into())));
        facts.extend(
            measure.denominator.as_ref().map(|of| (words.denominator, lang.name(of).into())),
        );
    }
    facts.extend(indicator.text.as_deref().map(|text| (w.plan_text, text.into())));
    facts.extend(indicator.cite.as_deref().map(|cite| (words.citation, cite.into())));
    facts
}

fn table(report: &Report, at: usize, rows: &[Row<'_>], is_worst: bool, lang: Lang) -> Table {
    let (words, w) = (lang.words(), lang.html_words());
    let mut caption = if is_worst { w.worst_caption } else { w.detail_caption }.to_owned();
    if let Some(cite) = &report.indicators[at].cite {
        let cite = Typed::from(cite.as_str());
        caption.push_str(&format!(" · {}{}<cite>{cite}</cite>", words.citation, words.colon));
    }
    let several_years = report.years.len() > 1;
    let mut heads = vec![words.region];
    heads.extend(several_years.then_some(words.year));
    heads.extend([words.verdict, words.value, words.requirement, words.margin]);
    let is_remarked = |row: &Row<'_>| row.not_concerned().is_some() || row.remark().is_some();
    let has_remarks = rows.iter().any(is_remarked);
    heads.extend(has_remarks.then_some(words.remark));
    let heads = heads.into_iter().map(Cell::head).collect();
    let line = |row: &Row<'_>| {
        let written = Written::of(*row);
        let cell = |field| Cell::of_field(field, &written, lang);
        let mut cells = vec![Cell::row("", Typed::from(lang.name(&row.region().name)))];
        cells.extend(several_years.then(|| cell(&YEAR)));
        let basis = row.requirement().map(|it| lang.basis(it.basis, it.baseline));
        let basis = basis.map(|basis| format!("<small>{}</small>", Typed::from(basis).escaped()));
        let required = Typed::from((REQUIREMENT.text)(&written, lang));
        let remark = match row.not_concerned() {
            Some(whom) => Typed::from(&*sentence::applies_to(whom, lang)).escaped(),
            None => row.remark().map(remark).unwrap_or_default(),
        };
        cells.extend([
            cell(&VERDICT),
            cell(&FIGURE),
            Cell::of("", format!("{required}{}", basis.unwrap_or_default())),
            cell(&WHOLE_MARGIN),
        ]);
        cells.extend(has_remarks.then(|| Cell::of("said", remark)));
        cells
    };
    let lines = rows.iter().map(line).collect();
    Table { bodies: vec![(None, lines)], ..Table::named_by(&format!("h{at}"), caption, heads) }
}

/// A remark: its beginning, behind which the whole is folded if that is more.
fn remark(text: &str) -> String {
    let Remark { start, whole } = Remark::new(text);
    match whole {
        Some(whole) => format!("<details><summary>{start}</summary><p>{whole}</p></details>"),
        None => start.to_string(),
    }
}

/// Whether what was required is known to hold.
pub(super) fn holds(row: &Row<'_>) -> bool {
    row.outcome().standing() == Standing::Pass
}
