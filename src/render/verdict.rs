//! One verdict as a sentence, for formats that list verdicts one by one.

use super::numbers::{self, Numbers};
use super::{Lang, plain, verdicts};
use crate::report::Row;
use crate::term::Outcome;

/// The most characters of a reason.
const MOST: usize = 200;

/// What a sentence about a verdict tells, as far as it is there.
pub(super) struct Told<'t> {
    pub(super) region: &'t str,
    pub(super) year: u16,
    pub(super) indicator: &'t str,
    pub(super) verdict: &'t str,
    pub(super) value: Option<String>,
    pub(super) requirement: Option<String>,
    pub(super) margin: Option<String>,
    pub(super) reason: Option<String>,
    pub(super) cite: Option<&'t str>,
}

/// Who, what, how much, what was required, and where the plan says so; in one line, and
/// harmless in any page that escapes its own signs.
pub(super) fn sentence(row: &Row<'_>, lang: Lang) -> String {
    let written = Numbers::of(row);
    let margin = Some(verdicts::whole_margin(row, &written, lang)).filter(|it| !it.is_empty());
    let told = Told {
        region: &row.region().name,
        year: row.year(),
        indicator: &row.indicator().name,
        verdict: lang.outcome(row.outcome()),
        value: numbers::value(row, &written, lang),
        requirement: numbers::requirement(row, &written, lang),
        margin,
        reason: reason(row),
        cite: row.indicator().cite.as_deref(),
    };
    plain::line(&lang.verdict(told))
}

/// Why it is neither pass nor failure, in the words of those who said so.
pub(super) fn reason(row: &Row<'_>) -> Option<String> {
    match row.outcome() {
        Outcome::Waived => row.waiver().map(|waiver| {
            let approved = plain::short(&waiver.approved_by, MOST);
            format!("{} ({approved}, {})", plain::short(&waiver.reason, MOST), waiver.expires)
        }),
        Outcome::NotApplicable => row.remark().map(|remark| plain::short(remark, MOST)),
        Outcome::Met
        | Outcome::OnPace
        | Outcome::Behind
        | Outcome::NotMet
        | Outcome::NotDue
        | Outcome::Missing
        | Outcome::Invalid => None,
    }
}

/// The verdict, the indicator and the region.
pub(super) fn title(row: &Row<'_>, lang: Lang) -> String {
    let (indicator, region) = (&row.indicator().name, &row.region().name);
    plain::line(&format!("{} {indicator} {region}", lang.outcome(row.outcome())))
}
