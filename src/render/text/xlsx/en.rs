//! English.

use super::XlsxWords;
use crate::term::{BaselineSource, Form, Level};

pub(super) const WORDS: XlsxWords = XlsxWords {
    matrix: "Matrix",
    shortfalls: "Shortfalls",
    rows: "All verdicts",
    findings: "Findings",
    guide: "About",
    people: "In people or institutions",
    count_unit: "Counted in",
    unit: "Unit",
    why: "Remarks",
    code: "Code",
    line: "Line",
    column: "Column",
    severity: "Weight",
    message: "Finding",
    advice: &[
        (
            "Sheets",
            "Matrix: value and verdict of every indicator and region, a sheet a year. Shortfalls: the worst first, then what could not be judged, then what is waived. All verdicts: a row each, with the columns of --format csv. Findings: what was found in the data.",
        ),
        (
            "Values",
            "In the unit of the indicator; a percentage is its number of points (a cell that shows 57.20% holds 57.20, not 0.572), as margins and CSV have it. Margin = value - requirement; negative is short; of a percentage in points.",
        ),
        (
            "In people",
            "The margin in people, households or institutions, the denominator staying: negative is short by, positive can be lost.",
        ),
        (
            "Digits",
            "Verdicts rest on exact values; as many digits are shown as tell whether the requirement holds. Numbers of more than 15 digits are text, as spreadsheets can't hold them.",
        ),
        (
            "Colours",
            "Colours and patterns only help: the words are the verdict, and can be read when printed in grey.",
        ),
        (
            "Limits",
            "Texts beyond 32,767 characters are cut and end in an ellipsis; rows beyond a sheet's share are counted below it, and --format csv or json has all. There are no formulas: what begins with = is text.",
        ),
    ],
    foot: "Page &P of &N",
};

pub(super) fn level(level: Level) -> &'static str {
    match level {
        Level::City => "city",
        Level::County => "county",
        Level::Area => "area",
    }
}

pub(super) fn baseline(source: BaselineSource) -> &'static str {
    match source {
        BaselineSource::Plan => "the plan's",
        BaselineSource::History => "the region's own",
    }
}

pub(super) fn form(form: Form) -> &'static str {
    match form {
        Form::Level => "level",
        Form::Kept => "kept",
        Form::Relative => "relative",
        Form::Sum => "sum",
        Form::EachYear => "each year",
        Form::Change => "change",
        Form::Multiple => "multiple",
        Form::Milestone => "milestone",
        Form::FullCoverage => "full coverage",
        Form::Words => "words",
    }
}
