//! English.

use super::{HtmlWords, LeftOut};
use crate::report::{Conclusion, Stage};
use crate::term::{Against, FailOn, Outcome, Standing, Year};

pub(super) const WORDS: HtmlWords = HtmlWords {
    tag: "en",
    contents: "Contents",
    summary: "Overview",
    conclusion: "Result",
    plan: "Plan",
    years: "Years assessed",
    against: "Held against",
    fail_on: "Result rests on",
    exit_code: "Exit code",
    tally: "Verdicts by kind",
    verdicts: "Verdicts",
    no_years: "There are no verdicts to show.",
    key: "Key",
    scroll: "Wide tables scroll sideways.",
    not_judged: "not judged",
    shortfalls_caption: "What falls short of its requirement, the worst first",
    incomplete_caption: "What is due and could not be judged",
    by_indicator: "Indicator by indicator",
    detail_caption: "Verdicts by region",
    worst_caption: "The regions that fall short the most",
    tasks: "Tasks by box",
    no_group: "Other tasks",
    waivers: "Waivers",
    findings: "Findings in the data",
    no_findings: "Nothing was found.",
    inputs: "Sources",
    no_inputs: "No file was read.",
    history: "Years before",
    file: "File",
    role: "Used as",
    submitted: "Submission",
    encoding: "Encoding",
    layout: "Layout",
    rows: "Rows",
    methods: "Appendix: how it is judged",
    counts_as: "Counts as",
    meaning: "Meaning",
    outcomes: "Verdicts",
    baseline: "Baseline",
    target: "Target",
    figure: "Requirement, target and the values of the regions",
    chart_key: "Solid line: what each year requires, from the plan's baseline; dashed line: the target; \
                short bar: a region's own requirement, where it differs. One shape a region: \
                filled if the requirement is met, hollow otherwise.",
    strip_key: "Upright bar: what the year requires of the region; dashed line: the target; \
                filled dot: requirement met, hollow otherwise.",
    colophon: "Made by a program from the rules and the submitted data, and not edited by hand. Version: ",
    plan_text: "In the plan",
};

pub(super) fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Annual => "Annual assessment",
        Stage::MidTerm => "Mid-term assessment",
        Stage::Final => "Final assessment",
    }
}

pub(super) fn conclusion(conclusion: Conclusion) -> &'static str {
    match conclusion {
        Conclusion::AllPassed => "The data is complete, and all that was due is met.",
        Conclusion::Waived => "The data is complete; all that falls short is waived.",
        Conclusion::NothingDue => "The data is complete, and nothing was due.",
        Conclusion::NotCovered => {
            "The data is complete; some indicators fall short, none of those the result rests on."
        }
        Conclusion::Failed => "The data is complete, and some indicators fall short.",
        Conclusion::Unusable => "Nothing was judged.",
        Conclusion::Incomplete => "The data is incomplete; not all of it could be judged.",
        Conclusion::ErrorsElsewhere => {
            "All that is listed was judged, but the submission has errors elsewhere."
        }
    }
}

pub(super) fn against(against: Against) -> &'static str {
    match against {
        Against::Requirement => "each year's requirements",
        Against::Target => "the final targets",
    }
}

pub(super) fn fail_on(fail_on: FailOn) -> &'static str {
    match fail_on {
        FailOn::Binding => "binding indicators",
        FailOn::Anticipatory => "binding and anticipatory indicators",
        FailOn::Task => "all indicators and tasks",
        FailOn::None => "complete data alone",
    }
}

pub(super) fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Pass => "requirement met",
        Standing::Fail => "falls short",
        Standing::Incomplete => "could not be judged",
        Standing::Neutral => "neither",
    }
}

pub(super) fn meaning(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "The target holds already",
        Outcome::OnPace => "The target does not hold yet, the year's requirement does",
        Outcome::Behind => "The target is not due yet, and the year's requirement does not hold",
        Outcome::NotMet => "The requirement is the target, and it does not hold",
        Outcome::NotDue => "Nothing is required this year, and the target does not hold yet",
        Outcome::Missing => "Due and no value, or no baseline or reference series to judge it by",
        Outcome::Invalid => "A value was sent that can't be used",
        Outcome::NotApplicable => "The denominator is 0, or it is declared not to apply",
        Outcome::Waived => "Falls short, and a waiver is in force",
    }
}

pub(super) fn methods(against: Against) -> Vec<(&'static str, Vec<&'static str>)> {
    let mut requirement = vec![
        "What a year requires is settled by the first of these rules that applies:",
        "(1) In the target year, and for indicators judged every year (kept up, yearly, relative \
         to a reference), the target itself; so too in every year of a plan without a pace.",
        "(2) Where the baseline meets the target already, the target: it has to be kept up.",
        "(3) Where the plan writes a figure for the year, that figure.",
        "(4) Otherwise the even pace: E = B + (T − B) × (y − y₀) ÷ (yT − y₀), where B is the \
         baseline, T the target, y the year, y₀ the baseline year and yT the target year. On the \
         way, exactly E is enough.",
        "(5) Without a baseline, or where the plan says that it is judged at the end only, \
         nothing before the target year.",
        "B is the region's own baseline where the years before give it, else the plan's; sums \
         over the years start from zero.",
    ];
    if against == Against::Target {
        requirement.insert(
            0,
            "This report is held against the targets: every year requires the target itself, and \
             rules (2) to (5) do not apply.",
        );
    }
    vec![
        ("Requirement and pace", requirement),
        (
            "Comparing and rounding",
            vec![
                "Comparisons are exact, without error or allowance: where more than 99% is \
                 required, exactly 99% falls short.",
                "Where numerator and denominator are sent, the fraction is judged; a value beside \
                 them must agree with it to its last digit.",
                "Rounding is for display only. Where two digits would seem to contradict the \
                 verdict, digits are added until they don't.",
            ],
        ),
        (
            "The city as a whole",
            vec![
                "A rate is the sum of the counties' numerators over the sum of their \
                 denominators, never a mean of rates; counts are added; growth rates are not \
                 combined.",
                "Where there is such a sum the city is judged on it; else on a row of its own, or \
                 not at all.",
                "Functional areas lie inside counties: they are judged, and never added.",
            ],
        ),
        (
            "Margin",
            vec![
                "The margin is value against requirement, negative if short; of percentages it is \
                 in percentage points (pp).",
                "In people or institutions: the smallest change of the numerator, the denominator \
                 staying, that meets the requirement.",
            ],
        ),
        (
            "Completeness and result",
            vec![
                "Every main indicator is due from every county. No value is missing, never 0. \
                 Tasks are judged when they are sent, unless the run requires them all.",
                "Where something is missing, invalid or in error, the result is that not all could \
                 be judged; else, if something falls short that the result rests on, that it falls \
                 short.",
                "A waiver needs a reason, an approval and an end; it stays in the count of \
                 verdicts, and is no pass.",
            ],
        ),
    ]
}

pub(super) fn matrix_caption(year: Year, (part, parts): (usize, usize)) -> String {
    match parts {
        1 => format!("Verdicts by region, {year}"),
        _ => format!("Verdicts by region, {year} ({part} of {parts})"),
    }
}

pub(super) fn counted_caption(year: Year) -> String {
    format!("Regions by verdict, {year}")
}

pub(super) fn left_out(what: LeftOut, count: u64) -> String {
    let what = match what {
        LeftOut::Indicators => " indicators",
        LeftOut::Sections => " indicators' sections",
        LeftOut::Findings => " findings",
        LeftOut::Rows => "",
    };
    format!("{count} more{what} not shown; --format csv or json gives them all.")
}
