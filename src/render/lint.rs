//! What `plan lint` found, for people and for scripts.

use std::io::{self, Write};

use serde::Serialize;

use super::document::Held;
use super::json::{List, finding, findings, write};
use super::{Lang, Style, diagnostics, plain};
use crate::diagnostic::Diagnostic;
use crate::report::document::{FindingKeys, PlanKeys};
use crate::report::{Allowed, Exit, LintReport};
use crate::source::Place;

/// So many findings are drawn, and as many told that are meant so: nobody reads more of a page.
const MOST: usize = 1_000;

/// The findings and how many there are; what is meant so with its reason, if asked for.
pub fn lint(report: &LintReport, with_allowed: bool, style: Style) -> String {
    let drawn = &report.found[..report.found.len().min(MOST)];
    let mut page = diagnostics(drawn, style);
    page.push_str(&more(report.found.len(), style.lang));
    if with_allowed && !report.allowed.is_empty() {
        page.push_str(&format!("{}\n\n", style.lang.words().meant_so));
        let told = report.allowed.iter().take(MOST);
        told.for_each(|allowed| page.push_str(&meant(allowed, style.lang)));
        page.push_str(&more(report.allowed.len(), style.lang));
    }
    let counts = (report.found.len(), report.allowed.len(), report.rules);
    page.push_str(&format!("{}\n", style.lang.lint_counts(counts)));
    page
}

/// How many there are beyond those.
fn more(all: usize, lang: Lang) -> String {
    let more = all.saturating_sub(MOST);
    let told = || format!("{}\n\n", lang.and_more(more as u64, Held::Json));
    if more > 0 { told() } else { String::new() }
}

fn meant(Allowed { found, reason }: &Allowed, lang: Lang) -> String {
    let words = lang.words();
    let place = found.place.as_ref().map_or_else(String::new, position);
    let message = found.problem.message(lang).title;
    let reason = format!("{}{}{reason}", words.reason, words.colon);
    let [message, reason] = [message, reason].map(|text| plain::line(&text));
    format!("{place} {}\n  {message}\n  {reason}\n\n", found.code())
}

fn position(place: &Place) -> String {
    let file = plain::line(&place.file);
    place.line_number().map_or(file.clone(), |line| format!("{file}:{line}"))
}

/// A finding that is meant so.
#[derive(Serialize)]
struct Meant<'r> {
    #[serde(flatten)]
    found: FindingKeys<'r>,
    reason: &'r str,
}

/// Writes as JSON what was found; of a plan that does not load, its faults.
///
/// # Errors
/// Those of the writer.
pub fn lint_json(
    result: Result<&LintReport, &[Diagnostic]>,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let report = result.ok();
    let allowed = report.map_or(&[][..], |report| &report.allowed);
    let found = result.map_or_else(|faults| faults, |report| &report.found);
    let exit = report.map_or(Exit::Unusable, LintReport::exit);
    let meant = List(|| {
        allowed
            .iter()
            .map(|Allowed { found, reason }| Meant { found: finding(found, lang), reason })
    });
    let document = Document {
        run: report.map(|report| RunKeys { plan: PlanKeys::from(&report.plan) }),
        summary: SummaryKeys {
            exit_code: exit.code(),
            found: report.map_or(0, |report| report.found.len()),
            allowed: allowed.len(),
            rules: report.map_or(0, |report| report.rules),
        },
        diagnostics: findings(found, lang),
        allowed: meant,
    };
    write(&document, out)
}

#[derive(Serialize)]
struct Document<'r, D, A> {
    run: Option<RunKeys<'r>>,
    summary: SummaryKeys,
    diagnostics: D,
    allowed: A,
}

#[derive(Serialize)]
struct RunKeys<'r> {
    plan: PlanKeys<'r>,
}

#[derive(Serialize)]
struct SummaryKeys {
    exit_code: u8,
    found: usize,
    allowed: usize,
    rules: usize,
}
