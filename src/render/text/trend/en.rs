//! English.

use super::{Ahead, Concluded, Now, TrendWords};
use crate::report::{Exit, Unforetold};
use crate::term::{Against, Year};

pub(super) const WORDS: TrendWords = TrendWords {
    trend: "Trend",
    required: "Req.",
    so_far: "Per\nyear",
    needed: "Needed",
    projection: "proj.",
    warning: "Warning",
    missed: "will miss",
    too_slow: "too slow",
    at_the_end: "; listed at the end",
    no_warnings: "No warnings: nothing is behind, and all that can be projected meets its target.",
    no_number: "The target is no fixed number: no pace needed, no projection (—).",
    legend: &[
        "✗ short of the year's requirement; + - change from the year before (percentage points \
         for percentages); · a year without a value; — none.",
        "Per year: first year to latest; Needed: a year, to the target year; proj.: straight-line \
         projection (least squares, three values or more).",
    ],
    limited: "* The line leaves what the measure can be (0 to 100 for percentages); its limit is shown.",
    few_counted: "too few",
    holds: "holds",
    unforetold: "In place of a projection: too few, a denominator below 20; holds, the target holds \
                 now, and the line would only lead away from it.",
    clause: "; ",
    end: ".",
};

pub(super) fn headline(title: &str, span: &str, against: Against) -> String {
    match against {
        Against::Requirement => {
            format!("{title}, trends {span}, against each year's requirements")
        }
        Against::Target => format!("{title}, trends {span}, against the final targets"),
    }
}

pub(super) fn warnings(total: usize, kinds: &[String]) -> String {
    format!("Warnings {total} ({}): behind now, or projected to miss the target", kinds.join(", "))
}

pub(super) fn conclusion(of: Concluded) -> String {
    let (code, series, warnings) = (of.exit.code(), of.series, of.warnings);
    if of.is_empty {
        return format!("Result: no values to see a trend in (exit code {code})");
    }
    let faulty = match of.exit {
        Exit::Passed => "",
        _ => "; the data has errors, so there may be more",
    };
    format!("Result: trends {series}, warnings {warnings}{faulty} (exit code {code})")
}

pub(super) fn subject(region: &str, indicator: &str, attribute: &str) -> String {
    format!("{region} {indicator} ({attribute}): ")
}

pub(super) fn now(now: Now<'_>) -> String {
    let Now { year, value, .. } = now;
    let verdict = now.verdict.map_or(String::new(), |verdict| format!(", {verdict}"));
    let short_of = now.short_of.map_or(String::new(), |demand| format!(" (required {demand})"));
    format!("{value} in {year}{verdict}{short_of}")
}

pub(super) fn ahead(ahead: Ahead<'_>, year: Year, target: &str) -> String {
    match ahead {
        Ahead::Projected { value, limited, holds } => {
            let limited = if limited { " (the limit; the line goes beyond)" } else { "" };
            let verdict = if holds { "meets" } else { "misses" };
            format!(
                "straight-line projection for {year}: {value}{limited}, {verdict} the target {target}"
            )
        }
        Ahead::Pace { so_far, needed } => {
            format!("{so_far} a year so far, {needed} a year needed for {target} in {year}")
        }
        Ahead::Unforetold(Unforetold::FewCounted) => {
            format!("the target is {target} in {year}; a denominator below 20, so no projection")
        }
        Ahead::Unforetold(Unforetold::Holds) => {
            format!("the target {target} for {year} holds already, so no fall is projected")
        }
        Ahead::Due => format!("the target {target} was due in {year}"),
        Ahead::NoNumber => format!("the target {target} is no fixed number, so no projection"),
        Ahead::TooFew => {
            format!("the target is {target} in {year}; fewer than three values, so no projection")
        }
    }
}
