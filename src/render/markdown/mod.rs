//! Markdown for a comment on a merge request, or the summary of a job.
//!
//! GitHub takes 65,536 characters; each part has its share of them, lists what is worst,
//! and counts the rest.

mod escape;

use escape::escape;

use super::grid::{Column, Fold, Text};
use super::{Lang, Style, finding, matrix, shortfall};
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
    let style = Style { lang, color: false, width: usize::MAX };
    let words = lang.words();
    let asked = escape(&lang.asked(&report.selection));
    let conclusion = format!("{asked}{}", lang.conclusion(report.conclusion()));
    let mut page = head(&report.plan.title, &conclusion);
    if report.tally.total() == 0 {
        page.push_str(&format!("{}\n\n", words.nothing));
    } else {
        let total = (words.total, report.tally.total());
        let outcomes = matrix::counts_by_outcome(report);
        let counts = outcomes.map(|(outcome, count)| (lang.outcome(outcome), count));
        let (heads, counts): (Vec<Column>, Vec<Text>) = std::iter::once(total)
            .chain(counts)
            .map(|(word, count)| (Column::new(word, Fold::Never).right(), count.to_string().into()))
            .unzip();
        page.push_str(&table(&heads, &[counts], 1, LIST, lang));
    }
    let mut room = MATRICES;
    let mut years = matrix::years(report).count();
    for (year, columns) in matrix::years(report) {
        let (heads, rows) = matrix::whole(report, &columns, style);
        let title = lang.headline(&report.plan.title, year, report.against);
        let table = table(&heads, &rows, rows.len() as u64, room / years.max(1), lang);
        room = room.saturating_sub(table.chars().count());
        years -= 1;
        page.push_str(&format!("### {}\n\n{table}", escape(&title)));
    }
    if shortfall::is_all_well(report) {
        page.push_str(&format!("{}\n\n", words.no_shortfalls));
    }
    for list in shortfall::lists(report, style) {
        page.push_str(&format!("### {} {}\n\n", list.title, list.total));
        let (lines, told) = &list.at_once;
        for line in lines {
            page.push_str(&format!("{}\n\n", escape(line)));
        }
        if list.total > *told {
            page.push_str(&table(&list.columns, &list.rows, list.total - told, LIST, lang));
        }
    }
    page.push_str(&findings(&report.diagnostics, lang));
    finished(page)
}

/// The same for a run in which nothing could be judged.
pub fn markdown_failure(found: &[Diagnostic], lang: Lang) -> String {
    let page = head(env!("CARGO_PKG_NAME"), lang.conclusion(Conclusion::Unusable));
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
fn table(columns: &[Column], rows: &[Vec<Text>], total: u64, share: usize, lang: Lang) -> String {
    let heads: Vec<String> = columns.iter().map(|column| escape(&column.title)).collect();
    let rule = |column: &Column| if column.right { "---:" } else { "---" };
    let rules: Vec<&str> = columns.iter().map(rule).collect();
    let mut page = format!("| {} |\n| {} |\n", heads.join(" | "), rules.join(" | "));
    let mut room = share.saturating_sub(page.chars().count());
    if room == 0 {
        page.clear();
    }
    let mut shown = 0;
    for row in rows {
        let cells: Vec<String> = row.iter().map(cell).collect();
        let line = format!("| {} |\n", cells.join(" | "));
        let length = line.chars().count();
        if length > room {
            break;
        }
        room -= length;
        shown += 1;
        page.push_str(&line);
    }
    page.push('\n');
    if total > shown {
        page.push_str(&format!("{}\n\n", lang.unlisted(total - shown)));
    }
    page
}

/// What does not hold stands out, beside the word that says so.
fn cell(text: &Text) -> String {
    let escaped = escape(&text.text);
    let standing = text.outcome.map(|outcome| outcome.standing());
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
    let mut room = FINDINGS;
    let mut shown = 0;
    for found in &sorted {
        let place = found.place.as_ref().map(|place| format!(" {}", escape(&finding::spot(place))));
        let line = format!(
            "- **{}** `{}`{}{}{}\n",
            lang.severity(found.severity()),
            found.code(),
            place.unwrap_or_default(),
            lang.words().colon,
            escape(&finding::sentence(found, lang)),
        );
        let length = line.chars().count();
        if length > room {
            break;
        }
        room -= length;
        shown += 1;
        page.push_str(&line);
    }
    let unlisted = diagnostic::count(sorted.into_iter().skip(shown));
    if unlisted > 0 {
        page.push_str(&format!("\n{}\n", lang.unlisted(unlisted)));
    }
    page
}
