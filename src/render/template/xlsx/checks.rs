//! What a cell takes while it is typed, and what it says of itself.
//!
//! Whatever these let through is checked again when the form comes back.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Formula, XlsxError,
};

use crate::render::spreadsheet::clipped;
use crate::report::{Item, Question};
use crate::term::Limits;

/// The most characters a message may have.
const MESSAGE: usize = 255;
/// More than any count, and exact in a spreadsheet.
const UNBOUNDED: &str = "999999999999999";
/// What of a whole is no whole number: money, length, area, weight, time, and thousands.
const DIVISIBLE: [char; 10] = ['元', '米', '里', '亩', '顷', '吨', '克', '升', '时', '分'];
const MULTIPLES: [char; 4] = ['百', '千', '万', '亿'];

/// 分子, given the cell of its denominator.
pub(super) fn numerator(item: &Item, denominator: &str) -> Result<DataValidation, XlsxError> {
    let of_whole = item.limits.most().is_some();
    let most = match of_whole {
        true => format!("IF(ISNUMBER({denominator}),{denominator},{UNBOUNDED})"),
        false => UNBOUNDED.to_owned(),
    };
    let rule = DataValidationRule::Between(Formula::new("0"), Formula::new(most));
    let (whole, message) = match &item.question {
        Question::Rate { numerator, count_units: [unit, _], .. } => count(numerator, unit),
        _ => (false, String::new()),
    };
    let (checked, number) = counted(whole, rule);
    let beside = if of_whole { "，并且不大于分母" } else { "" };
    let wrong = format!("分子应是不小于 0 的{number}{beside}；没有数据请留空。");
    with(checked, "分子", &message, &wrong)
}

/// 分母, given the cell of its numerator.
pub(super) fn denominator(item: &Item, numerator: &str) -> Result<DataValidation, XlsxError> {
    let of_whole = item.limits.most().is_some();
    let least = if of_whole { format!("MAX(0,{numerator})") } else { "0".to_owned() };
    let rule = DataValidationRule::GreaterThanOrEqualTo(Formula::new(least));
    let (whole, message) = match &item.question {
        Question::Rate { denominator, count_units: [_, unit], .. } => count(denominator, unit),
        _ => (false, String::new()),
    };
    let (checked, number) = counted(whole, rule);
    let beside = if of_whole { "，并且不小于分子" } else { "" };
    let wrong = format!("分母应是不小于 0 的{number}{beside}；没有数据请留空。");
    let message = format!("{message}分母确实为 0 的填 0，即不适用。");
    with(checked, "分母", &message, &wrong)
}

/// The check of a count by a rule, and what kind of number it lets in.
fn counted(whole: bool, rule: DataValidationRule<Formula>) -> (DataValidation, &'static str) {
    match whole {
        true => (DataValidation::new().allow_whole_number_formula(rule), "整数"),
        false => (DataValidation::new().allow_decimal_number_formula(rule), "数"),
    }
}

/// Whether a count is a whole number, and what to say of it.
fn count(words: &Option<String>, unit: &str) -> (bool, String) {
    let whole = !unit.is_empty() && !unit.starts_with(MULTIPLES) && !unit.ends_with(DIVISIBLE);
    let what = words.as_ref().map_or(String::new(), |words| format!("{}。", clipped(words, 150)));
    let number = if whole { "整数" } else { "数" };
    let unit = if unit.is_empty() { String::new() } else { format!("，单位：{unit}") };
    (whole, format!("{what}只填{number}{unit}。"))
}

/// 数值, given its own cell.
pub(super) fn value(item: &Item, cell: &str) -> Result<DataValidation, XlsxError> {
    let marks = format!("{cell}=\"不适用\",{cell}=\"无数据\",{cell}=\"—\"");
    let numbers = |rule: &str| {
        let rule = Formula::new(format!("OR({rule},{marks})"));
        DataValidation::new().allow_custom(rule)
    };
    let percent =
        if item.is_percent() { "百分数，带 %，如 55.20%" } else { "数，不带单位" };
    let not_applicable = "确实不适用的填“不适用”，并在备注说明理由；没有数据请留空。";
    match item.limits {
        Limits::Ratio { of_whole: true, .. } => with(
            numbers(&format!("AND(ISNUMBER({cell}),{cell}>=0,{cell}<=1)")),
            "数值",
            &format!(
                "填了分子、分母就自动算出，不用填。没有分子、分母的，直接填{percent}。{not_applicable}"
            ),
            "应是 0% 到 100% 之间的百分数（如 55.20%），或“不适用”。",
        ),
        Limits::Ratio { of_whole: false, .. } => with(
            numbers(&format!("AND(ISNUMBER({cell}),{cell}>=0)")),
            "数值",
            &format!(
                "填了分子、分母就自动算出，不用填。没有分子、分母的，直接填{percent}。{not_applicable}"
            ),
            "应是不小于 0 的数，不带单位；或“不适用”。",
        ),
        Limits::NonNegative => with(
            numbers(&format!("AND(ISNUMBER({cell}),{cell}>=0)")),
            "数值",
            &format!("填{percent}。{not_applicable}"),
            "应是不小于 0 的数，不带单位；或“不适用”。",
        ),
        Limits::Any => with(
            numbers(&format!("ISNUMBER({cell})")),
            "数值",
            &match item.question {
                Question::Change { fall: true, .. } => {
                    format!("填{percent}；降低的填正数，上升的填负数。{not_applicable}")
                }
                _ => format!("填{percent}；下降的填负数。{not_applicable}"),
            },
            "应是数（如 8.74%）；或“不适用”。",
        ),
        // A day is typed too, so that what is not on the list is asked about and let in.
        Limits::Done | Limits::Words => with(
            DataValidation::new()
                .allow_list_strings(&["是", "否"])?
                .set_error_style(DataValidationErrorStyle::Warning),
            "数值",
            &format!("选“是”“否”，或填完成的日期，如 2024-06-30。{not_applicable}"),
            "填的不是“是”或“否”。若填的是完成的日期（如 2024-06-30）或“不适用”，可以保留。",
        ),
    }
}

/// 累计, given the cell of the year's own part.
pub(super) fn total(value: &str) -> Result<DataValidation, XlsxError> {
    let least = Formula::new(format!("MAX(0,{value})"));
    let rule = DataValidationRule::GreaterThanOrEqualTo(least);
    with(
        DataValidation::new().allow_decimal_number_formula(rule),
        "累计",
        "规划第一年以来的合计，含当年（选填）。",
        "累计含当年，应是不小于当年数值的数。",
    )
}

/// 备注
pub(super) fn remark() -> Result<DataValidation, XlsxError> {
    let message = "填了“不适用”的必须说明理由；与上年相差很大、没有数据的，也请说明原因。";
    DataValidation::new().allow_any_value().set_input_title("备注")?.set_input_message(message)
}

fn with(
    checked: DataValidation,
    title: &str,
    message: &str,
    wrong: &str,
) -> Result<DataValidation, XlsxError> {
    // With blanks ignored, a rule that looks at a blank cell would let anything in.
    checked
        .ignore_blank(false)
        .set_input_title(title)?
        .set_input_message(clipped(message, MESSAGE))?
        .set_error_title("请核对")?
        .set_error_message(clipped(wrong, MESSAGE))
}
