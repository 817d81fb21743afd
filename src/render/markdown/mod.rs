//! Markdown for a comment on a merge request, or the summary of a job.
//!
//! GitHub takes 65,536 characters; each part has its share of them, lists what is worst,
//! and counts the rest.

mod escape;
mod page;

use escape::escape;
pub(super) use escape::escape_all;
pub(super) use page::page;

use super::document::{Cell, Column, Fold, Table};
use super::overview::Named;
use super::{Lang, check, matrix, overview, sentence, verdicts};
use crate::diagnostic::{self, Diagnostic};
use crate::report::{Conclusion, Report};
use crate::term::Standing;

/// The most characters of all matrices, of each list, and of the findings.
const MATRICES: usize = 24_000;
const LIST: usize = 8_000;
const FINDINGS: usize = 10_000;

/// The report: how it ends, the tallies, the matrix of each year, what fell short, what
/// could not be judged, what is waived, and the findings.
pub fn markdown(report: &Report, lang: Lang) -> String {
    let words = lang.words();
    let asked = escape(&lang.asked(&report.selection));
    let conclusion = format!("{asked}{}", lang.concluded(report.conclusion()));
    let mut page = head(lang.name(&report.plan.title), &conclusion);
    overview::headlines(report, lang)
        .for_each(|line| page.push_str(&format!("{}\n\n", escape_all(&line))));
    if report.tally.total() == 0 {
        page.push_str(&format!("{}\n\n", words.nothing));
    } else {
        let total = (words.total, report.tally.total());
        let outcomes = check::counts_by_outcome(report);
        let counts = outcomes.map(|(outcome, count)| (lang.outcome(outcome), count));
        let (heads, counts): (Vec<Column>, Vec<Cell>) = std::iter::once(total)
            .chain(counts)
            .map(|(word, count)| (Column::new(word, Fold::Never).right(), count.to_string().into()))
            .unzip();
        page.push_str(&table(&Table::new(heads, vec![counts]), LIST, lang));
    }
    for of in &report.overviews {
        let (scores, more) =
            overview::scoreboard(report, of, matrix::MOST_REGIONS, Named::ByName, lang);
        page.extend(scores.map(|of| table(&of, LIST, lang)));
        page.extend(more.map(|more| format!("{}\n\n", escape(&more))));
    }
    let mut room = MATRICES;
    let mut years = matrix::years(report).count();
    for (year, columns) in matrix::years(report) {
        let title = lang.headline(lang.name(&report.plan.title), year, report.against);
        let matrix = matrix::matrix(report, &columns, lang);
        let table = table(&matrix, room / years.max(1), lang);
        room = room.saturating_sub(table.chars().count());
        years -= 1;
        page.push_str(&format!("### {}\n\n{table}", escape(&title)));
    }
    if report.tally.is_all_well() {
        page.push_str(&format!("{}\n\n", words.no_shortfalls));
    }
    for list in verdicts::lists(report, lang) {
        page.push_str(&format!("### {} {}\n\n", list.title, list.total));
        list.at_once.iter().for_each(|line| page.push_str(&format!("{}\n\n", escape(line))));
        page.extend(list.table(lang).map(|of| table(&of, LIST, lang)));
    }
    page.push_str(&findings(&report.diagnostics, lang));
    finished(page)
}

/// That nothing could be judged, and why.
pub fn markdown_failure(found: &[Diagnostic], lang: Lang) -> String {
    let page = head(env!("CARGO_PKG_NAME"), &lang.concluded(Conclusion::Unusable));
    finished(page + &findings(found, lang))
}

fn head(title: &str, conclusion: &str) -> String {
    format!("## {}\n\n**{conclusion}**\n\n", escape(title))
}

/// One line end at the end.
fn finished(mut page: String) -> String {
    page.truncate(page.trim_end().len());
    page.push('\n');
    page
}

/// A table of as many rows as its share of the page holds; the others are counted.
fn table(of: &Table, share: usize, lang: Lang) -> String {
    let (mut page, left_out) = filled(of, share);
    if left_out > 0 {
        page.push_str(&format!("{}\n\n", lang.unlisted(left_out)));
    }
    page
}

/// A table of as many rows as its share of the page holds, and how many there are beside
/// these. Heads without a row are not shown.
fn filled(of: &Table, share: usize) -> (String, u64) {
    let heads: Vec<String> = of.columns.iter().map(|column| escape(&column.title)).collect();
    let rule = |column: &Column| if column.right { "---:" } else { "---" };
    let rules: Vec<&str> = of.columns.iter().map(rule).collect();
    let mut page = format!("| {} |\n| {} |\n", heads.join(" | "), rules.join(" | "));
    let line = |row: &Vec<Cell>| {
        let cells: Vec<String> = row.iter().map(cell).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let room = share.saturating_sub(page.chars().count() + 1);
    let shown = fill(&mut page, of.rows.iter().map(line), room);
    page.push('\n');
    if shown <= of.heads {
        page.clear();
    }
    let unlisted = of.rows.len() - shown.max(of.heads);
    (page, of.left_out + unlisted as u64)
}

/// Adds lines as far as there is room for them, and says how many.
fn fill(page: &mut String, lines: impl Iterator<Item = String>, mut room: usize) -> usize {
    let mut shown = 0;
    for line in lines {
        let Some(rest) = room.checked_sub(line.chars().count()) else { break };
        room = rest;
        shown += 1;
        page.push_str(&line);
    }
    shown
}

/// What does not hold stands out, beside the word that says so.
fn cell(cell: &Cell) -> String {
    let escaped = escape(&cell.text);
    let standing = cell.outcome.map(|outcome| outcome.standing());
    match standing {
        Some(Standing::Fail | Standing::Incomplete) if !escaped.is_empty() => {
            format!("**{escaped}**")
        }
        Some(Standing::Pass | Standing::Neutral | Standing::Fail | Standing::Incomplete) | None => {
            escaped
        }
    }
}

/// The findings, errors first.
fn findings(found: &[Diagnostic], lang: Lang) -> String {
    if found.is_empty() {
        return String::new();
    }
    let mut sorted: Vec<&Diagnostic> = found.iter().collect();
    sorted.sort_by_key(|found| found.severity());
    let mut page = format!("### {} {}\n\n", lang.ci_words().findings, diagnostic::count(found));
    let line = |found: &&Diagnostic| {
        let place =
            found.place.as_ref().map(|place| format!(" {}", escape(&sentence::spot(place))));
        format!(
            "- **{}** `{}`{}{}{}\n",
            lang.severity(found.severity()),
            found.code(),
            place.unwrap_or_default(),
            lang.words().colon,
            escape(&sentence::told(found, found.problem.message(lang), lang)),
        )
    };
    let shown = fill(&mut page, sorted.iter().map(line), FINDINGS);
    let unlisted = diagnostic::count(sorted.into_iter().skip(shown));
    if unlisted > 0 {
        page.push_str(&format!("\n{}\n", lang.unlisted(unlisted)));
    }
    page
}
