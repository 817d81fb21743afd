//! English.

use super::{Lang, Words};
use crate::diagnostic::Level;
use crate::report::{AuditTally, Conclusion, TaskCounts};
use crate::term::{Against, Attribute, BaselineSource, Basis, Comparison, Outcome};

pub(super) const WORDS: Words = Words {
    number: "No.",
    indicator: "Indicator",
    attribute: "Type",
    requirement: "Required",
    target: "Target",
    region: "Region",
    year: "Year",
    value: "Value",
    counts: "Counts",
    verdict: "Verdict",
    margin: "Margin",
    in_people: "In counts",
    citation: "Citation",
    place: "Place",
    baseline: "Baseline",
    remark: "Remark",
    shortfalls: "Shortfalls",
    no_shortfalls: "No indicator falls short of its requirement.",
    incomplete: "Not judged",
    nothing: "There is no data to judge.",
    total: "Total",
    rule_meant: "the rule that may be meant",
    own_baseline: "own base",
    own_baselines: "Required from their own baselines (the others from the plan's)",
    rule_here: "the rule applied",
    also_here: "see also",
    error: "error",
    warning: "warning",
    note: "note",
    help: "help",
    rule: "Rule",
    formula: "Formula",
    path: "Yearly requirements",
    numerator: "Numerator",
    denominator: "Denominator",
    none_due: "not due",
    by_baseline: "depends on the baseline",
    roll_up: "counties combined",
    separator: ", ",
    colon: ": ",
    unstated: "not stated",
    regions_judged: "Regions",
    done: "done",
    not_done: "not done",
    this_year: "this year",
    waived: "Waived",
    reason: "Reason",
    approved_by: "Approved by",
    expires: "Until",
    item: "Item",
    demand: "Target in words",
    same_as: "same as indicator",
    meant_so: "Allowed, with the reason",
    weight: "weight",
    meaning: "meaning",
    example: "example",
    switch: "switch",
};

pub(super) fn short_outcome(of: Outcome) -> &'static str {
    match of {
        Outcome::NotApplicable => "n/a",
        _ => Lang::En.outcome(of),
    }
}

pub(super) fn attribute(attribute: Attribute) -> &'static str {
    match attribute {
        Attribute::Binding => "binding",
        Attribute::Anticipatory => "anticipatory",
        Attribute::Task => "task",
    }
}

pub(super) fn short_attribute(attribute: Attribute) -> &'static str {
    match attribute {
        Attribute::Binding => "bind.",
        Attribute::Anticipatory => "antic.",
        Attribute::Task => "task",
    }
}

pub(super) fn basis(basis: Basis, baseline: Option<BaselineSource>) -> &'static str {
    match (basis, baseline) {
        (Basis::Target, _) => "the target",
        (Basis::Pace, Some(BaselineSource::History)) => "even pace from the region's own baseline",
        (Basis::Pace, Some(BaselineSource::Plan)) => "even pace from the plan's baseline",
        (Basis::Pace, None) => "even pace from zero",
        (Basis::Milestone, _) => "the plan's figure for the year",
        (Basis::Kept, Some(BaselineSource::History)) => {
            "met at the region's own baseline, must be kept"
        }
        (Basis::Kept, Some(BaselineSource::Plan)) => "met at the baseline, must be kept",
        (Basis::Kept, None) => "must hold in every year",
        (Basis::Reference, _) => "the reference series, same region and year",
    }
}

pub(super) fn conclusion(conclusion: Conclusion) -> &'static str {
    match conclusion {
        Conclusion::AllPassed => "Result: data complete, all requirements met (exit code 0)",
        Conclusion::Waived => "Result: data complete, all that falls short is waived (exit code 0)",
        Conclusion::NothingDue => "Result: data complete, and nothing was due (exit code 0)",
        Conclusion::NotCovered => {
            "Result: data complete; --fail-on does not cover the indicators that fall short \
             (exit code 0)"
        }
        Conclusion::Failed => "Result: data complete, some indicators fall short (exit code 1)",
        Conclusion::Unusable => "Result: nothing was judged (exit code 2)",
        Conclusion::Incomplete => "Result: not all of the data could be judged (exit code 3)",
        Conclusion::ErrorsElsewhere => {
            "Result: all listed here is judged, but the submission has errors elsewhere (exit code 3)"
        }
    }
}

pub(super) fn headline(title: &str, year: u16, against: Against) -> String {
    match against {
        Against::Requirement => format!("{title}, {year}, against the year's requirements"),
        Against::Target => format!("{title}, {year}, against the targets"),
    }
}

pub(super) fn count_margin(count: &str, unit: &str, needs_all: bool) -> String {
    match count.strip_prefix('-') {
        Some(short) if needs_all => format!("short by {short} {unit} (needs all)"),
        Some(short) => format!("short by {short} {unit}"),
        None => format!("{count} {unit} to spare"),
    }
}

pub(super) fn year_of(year: u16, word: &str) -> String {
    format!("{word} {year}")
}

pub(super) fn relative(comparison: Comparison, reference: &str) -> String {
    match comparison {
        Comparison::Above => format!("above {reference}"),
        Comparison::AtLeast => format!("in step with {reference} (not below)"),
        Comparison::Below => format!("below {reference}"),
        Comparison::AtMost => format!("not above {reference}"),
    }
}

pub(super) fn group(number: Option<&str>, title: &str) -> String {
    match number {
        Some(number) if number.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("Box {number}: {title}")
        }
        Some(number) => format!("{number}: {title}"),
        None => title.to_owned(),
    }
}

pub(super) fn task_counts(counts: TaskCounts) -> String {
    let TaskCounts { judged, same, in_words } = counts;
    let all = judged + same + in_words;
    format!("Tasks {all}: judged {judged}, same as another {same}, in words {in_words}")
}

pub(super) fn lint_counts(found: usize, allowed: usize, rules: usize) -> String {
    format!("Rules looked at {rules}: found {found}, allowed {allowed}")
}

pub(super) fn level(level: Level) -> &'static str {
    match level {
        Level::Deny => "hard (default): the row is invalid",
        Level::Warn => {
            "soft (default): to be explained in the remark; changes neither verdict nor exit code"
        }
        Level::Allow => "not audited (default)",
    }
}

pub(super) fn switches(code: &str) -> String {
    format!(
        "--deny {code} (hard), --warn {code} (soft), --allow {code} (off); or in the plan's [audit]"
    )
}

pub(super) fn audits(tally: AuditTally) -> String {
    let AuditTally { hard, open, explained } = tally;
    format!("Audits: hard {hard}, to be explained {open}, explained {explained}")
}

pub(super) fn and_more(count: u64) -> String {
    format!("… and {count} more not listed; --format csv or json gives them all.")
}

pub(super) fn drafted(rules: usize, left: usize, asides: usize) -> String {
    let asides = match asides {
        0 => String::new(),
        asides => format!("; headings and words around the table left as comments: {asides}"),
    };
    format!("rows written as rules: {rules}; rows left as comments: {left}{asides}")
}

pub(super) fn tidied(written: u64, left: u64) -> String {
    match left {
        0 => format!("rows written: {written}"),
        left => format!("rows written: {written}; rows that can't be used, left out: {left}"),
    }
}

pub(super) fn form_asks(regions: usize, rows: usize) -> String {
    format!("the form asks {regions} regions; rows: {rows}")
}

pub(super) fn written(path: &str, format: &str) -> String {
    format!("wrote {path} ({format})")
}
