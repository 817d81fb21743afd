//! English.

use super::{DiffWords, years};
use crate::report::Exit;
use crate::report::comparison::{Comparison, Side, Turn};
use crate::report::record::Origin;
use crate::term::Against;

pub(super) const WORDS: DiffWords = DiffWords {
    worse: "Worse",
    better: "Better",
    aside: "Another verdict, neither better nor worse",
    moved: "Figures moved, the verdict stayed",
    vanished: "Vanished (only on the old side)",
    appeared: "Appeared (only on the new side)",
    findings: "Findings more or fewer (counted by code)",
    code: "Code",
    weight: "Weight",
    old: "Old",
    new: "New",
    rise: "Change",
    empty: "The two sides do not differ.",
};

pub(super) fn headline(of: &Comparison) -> String {
    let against = match of.against {
        Against::Requirement => "the year's requirement",
        Against::Target => "the target",
    };
    let across = of.across.map_or(String::new(), |(old, new)| {
        format!("  {old} with {new} (different years, by indicator and region)")
    });
    format!("{}  old and new compared{across}  against {against}", of.title)
}

pub(super) fn side(side: &Side) -> String {
    let origin = match side.origin {
        Origin::Submission => "submission",
        Origin::Report => "JSON report",
    };
    let years = match years(side, ", ") {
        none if none.is_empty() => String::new(),
        years => format!("{years}, "),
    };
    format!("{} ({origin}, {years}verdicts: {})", side.name, side.verdicts)
}

pub(super) fn counts(of: &Comparison) -> String {
    let counts = of.counts;
    let lost =
        if counts.lost > 0 { format!(" ({} judged before)", counts.lost) } else { String::new() };
    format!(
        "worse {}, vanished {}{lost}, better {}, another verdict {}, figures alone {}, \
         appeared {}, the same {}",
        counts.turned(Turn::Worse),
        counts.vanished,
        counts.turned(Turn::Better),
        counts.turned(Turn::Aside),
        counts.turned(Turn::Moved),
        counts.appeared,
        counts.same,
    )
}

pub(super) fn conclusion(of: &Comparison) -> String {
    let code = of.exit.code();
    let worse = of.counts.turned(Turn::Worse) + of.counts.lost;
    match of.exit {
        Exit::Passed if worse > 0 => {
            format!("Result: worse or vanished: {worse}, none within --fail-on (exit code {code})")
        }
        Exit::Passed => format!("Result: nothing got worse (exit code {code})"),
        Exit::Failed => format!("Result: worse or vanished: {worse} (exit code {code})"),
        Exit::Unusable => format!("Result: nothing compared (exit code {code})"),
        Exit::Incomplete if of.new.errors > 0 => {
            let errors = of.new.errors;
            format!(
                "Result: errors on the new side: {errors}; the comparison may not be whole \
                 (exit code {code})"
            )
        }
        Exit::Incomplete => {
            format!("Result: a side has no verdicts, nothing to compare (exit code {code})")
        }
    }
}
