//! The assessment of a plan as official documents have it: how the whole stands, the regions,
//! what falls short, what could not be judged, the findings, the verdicts; and as annexes a
//! chart of every indicator, how it is judged and from which files.
//!
//! It is bounded: of very many regions it tells how many stand how and draws none, and every
//! list says how much it leaves out.

mod charts;

use super::check::{own_baselines, tallies};
use super::document::{Column, Document, Fold, Held, Level, Table};
use super::matrix::{self, MOST_REGIONS};
use super::overview::Named;
use super::standings::standings;
use super::{Lang, check, overview, sentence, verdicts};
use crate::diagnostic::{self, Diagnostic};
use crate::report::{Column as Judged, Conclusion, InputInfo, Report};
use crate::term::{Attribute, Outcome, Year};

/// More indicators than this, of all years together, are counted, not listed.
const MOST_ROWS: usize = 1_000;
/// More findings, and more files, than this.
const MOST: usize = 200;

/// What is told of each year, under a head of its own where there are several.
type Years = Vec<(String, Document)>;

/// The whole of it.
pub(super) fn assessment(report: &Report, lang: Lang) -> Document {
    let (words, w) = (lang.words(), lang.html_words());
    let mut told = Document::default();
    let title = lang.assessment(lang.name(&report.plan.title), report.stage(), &report.years);
    let mark = if report.is_sample() { lang.assessment_words().sample } else { "" };
    told.title(title + mark);
    told.append(summary(report, lang));
    told.append(part(lang.xlsx_words().regions, scoreboards(report, lang)));
    if report.tally.is_all_well() {
        told.part(Level::Part, words.shortfalls);
        told.text(words.no_shortfalls);
    }
    for list in verdicts::lists(report, lang) {
        told.part(Level::Part, list.title);
        told.text(lang.listed(list.title, list.total, list.kind));
        list.at_once.iter().for_each(|line| told.text(line));
        list.table(lang).into_iter().for_each(|table| told.table(table));
    }
    told.append(findings(&report.diagnostics, lang));
    // What lies across the page comes behind what does not, so that no page is left half empty.
    told.append(part(w.verdicts, matrices(report, false, lang)));
    told.append(part(w.tasks, matrices(report, true, lang)));
    told.append(charts::indicators(report, lang));
    told.append(methods(report, lang));
    told.append(sources(report, lang));
    told
}

/// That nothing could be judged, and why.
pub(super) fn failure(found: &[Diagnostic], lang: Lang) -> Document {
    let mut told = Document::default();
    told.title(env!("CARGO_PKG_NAME"));
    told.text(lang.concluded(Conclusion::Unusable));
    told.append(findings(found, lang));
    told
}

/// How the whole stands, how the run ends, and what it rests on.
fn summary(report: &Report, lang: Lang) -> Document {
    let (w, colon) = (lang.html_words(), lang.words().colon);
    let mut told = Document::default();
    told.part(Level::Part, w.summary);
    overview::headlines(report, lang).for_each(|line| told.text(line));
    told.append(tallies(report, lang));
    let facts = [
        (w.plan, lang.name(&report.plan.title)),
        (w.against, lang.against(report.against)),
        (w.fail_on, lang.fail_on(report.fail_on)),
    ];
    facts.into_iter().for_each(|(what, how)| told.begun(format!("{what}{colon}"), how));
    told
}

/// A part of the document, if there is anything in it.
fn part(title: &str, years: Years) -> Document {
    let mut told = Document::default();
    if !years.is_empty() {
        told.part(Level::Part, title);
    }
    let several = years.len() > 1;
    for (head, of_year) in years {
        if several {
            told.part(Level::Within, head);
        }
        told.append(of_year);
    }
    told
}

fn scoreboards(report: &Report, lang: Lang) -> Years {
    let of_year = |of| {
        let (scores, more) = overview::scoreboard(report, of, MOST_REGIONS, Named::ByName, lang);
        let mut told = Document::default();
        told.table(scores?);
        more.into_iter().for_each(|more| told.text(more));
        standings(report, of, lang).into_iter().for_each(|chart| told.chart(chart));
        Some((lang.scoreboard(of.year), told))
    };
    report.overviews.iter().filter_map(of_year).collect()
}

/// The verdicts of each year, of tasks or of all but tasks.
fn matrices(report: &Report, is_of_tasks: bool, lang: Lang) -> Years {
    let mut room = MOST_ROWS;
    let of_year = |(year, columns): (Year, Vec<&Judged>)| {
        let is_task = |of: &&Judged| report.indicators[of.indicator()].attribute == Attribute::Task;
        let mut columns = columns;
        columns.retain(|column| is_task(column) == is_of_tasks);
        let total = columns.len();
        columns.truncate(room);
        room -= columns.len();
        let mut told = Document::default();
        told.append(own_baselines(report, &columns, Held::CsvAndJson, lang));
        told.table(matrix::matrix(report, &columns, lang).of(total as u64));
        (total > 0).then(|| (lang.matrix_caption(year, (1, 1)), told))
    };
    matrix::years(report).filter_map(of_year).collect()
}

/// The findings, errors first.
fn findings(found: &[Diagnostic], lang: Lang) -> Document {
    let (words, w) = (lang.words(), lang.html_words());
    let mut told = Document::default();
    told.part(Level::Part, w.findings);
    if found.is_empty() {
        told.text(w.no_findings);
        return told;
    }
    let heads = vec![
        Column::new(lang.xlsx_words().severity, Fold::Never),
        Column::new(words.place, Fold::AtLeast(14)),
        Column::new(lang.xlsx_words().message, Fold::AtLeast(24)),
        Column::new(words.help, Fold::AtLeast(16)),
    ];
    let mut sorted: Vec<&Diagnostic> = found.iter().collect();
    sorted.sort_by_key(|found| found.severity());
    let row = |found: &&Diagnostic| {
        let message = found.problem.message(lang);
        vec![
            lang.severity(found.severity()).into(),
            found.place.as_ref().map(sentence::spot).unwrap_or_default().into(),
            sentence::title(found, &message, lang).into(),
            message.help.unwrap_or_default().into(),
        ]
    };
    let rows = sorted.iter().take(MOST).map(row).collect();
    let left_out = diagnostic::count(sorted.into_iter().skip(MOST));
    told.table(Table { left_out, ..Table::new(heads, rows).without_empty_columns() });
    told
}

/// The verdicts, what each means and counts as; and how it is judged.
fn methods(report: &Report, lang: Lang) -> Document {
    let (words, w) = (lang.words(), lang.html_words());
    let mut told = Document::default();
    told.part(Level::Annex, lang.assessment_words().methods);
    told.part(Level::Part, w.outcomes);
    let heads = vec![
        Column::new(words.verdict, Fold::Never),
        Column::new(w.meaning, Fold::AtLeast(20)),
        Column::new(w.counts_as, Fold::Never),
    ];
    let row = |outcome: Outcome| {
        let standing = lang.standing(outcome.standing());
        vec![lang.outcome(outcome).into(), lang.meaning(outcome).into(), standing.into()]
    };
    told.table(Table::new(heads, Outcome::ALL.map(row).into()));
    for (heading, paragraphs) in lang.methods(report.against) {
        told.part(Level::Part, heading);
        paragraphs.into_iter().for_each(|paragraph| told.text(paragraph));
    }
    told
}

/// What was read, and what wrote this.
fn sources(report: &Report, lang: Lang) -> Document {
    let w = lang.html_words();
    let mut told = Document::default();
    told.part(Level::Annex, w.inputs);
    let files = check::sources(report, lang);
    if files.is_empty() {
        told.text(w.no_inputs);
    } else {
        let heads = vec![
            Column::new(w.role, Fold::Never),
            Column::new(w.file, Fold::AtLeast(14)),
            Column::new(w.rows, Fold::Never).right(),
            Column::new("SHA-256", Fold::AtLeast(33)),
        ];
        let row = |(role, input): &(&'static str, &InputInfo)| {
            let digest = input.sha256.clone().unwrap_or_default();
            vec![
                (*role).into(),
                (&*input.name).into(),
                input.rows.to_string().into(),
                digest.into(),
            ]
        };
        let rows = files.iter().take(MOST).map(row).collect();
        told.table(Table::new(heads, rows).of(files.len() as u64));
    }
    told.begun(lang.assessment_words().colophon, format!("dabiao {}", env!("CARGO_PKG_VERSION")));
    told
}
