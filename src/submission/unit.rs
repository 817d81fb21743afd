//! 万, 亿 and units: behind a number, and in a column of their own.

use super::Series;
use super::cell::{self, Fault};
use crate::term::{counts_alike, is_counted};
use crate::text;

/// The unit that a cell's number is in.
#[derive(Debug, Clone, Copy)]
pub(super) enum Unit<'s> {
    /// 数值 and 累计 have the unit of their indicator.
    Of(&'s str),
    /// 分子 and 分母 are counts of what the plan says, if it says so.
    Counting(&'s str),
}

impl<'s> Unit<'s> {
    /// The unit that is right; blank where any of counting is.
    pub(super) fn wanted(self) -> &'s str {
        match self {
            Self::Of(unit) | Self::Counting(unit) => unit,
        }
    }
}

/// By which power of ten a number is to be multiplied that has `behind` behind it, so
/// that it is in the unit wanted.
///
/// 12亿元 where 万元 are wanted is exact. 12万 is not: it may be twelve times the unit, or
/// ten thousand times as much.
pub(super) fn power(behind: &str, unit: Unit<'_>) -> Result<i8, Fault> {
    let wanted = unit.wanted();
    if behind.is_empty() || same(behind, wanted) {
        return Ok(0);
    }
    let (power, base) = multiplied(behind);
    let (of_wanted, wanted) = multiplied(wanted);
    match base {
        base if matches!(unit, Unit::Counting(_)) && of_wanted == 0 && is_countable(wanted) => {
            counted(power, base, wanted, behind)
        }
        "" if wanted == "%" => Err(Fault::OtherUnit),
        "" if of_wanted > 0 => Err(Fault::HalfUnit),
        // Amounts in 万元 are shown with the mark of money, too.
        MONEY if wanted == "元" && of_wanted > 0 => Err(Fault::HalfUnit),
        MONEY if wanted == "元" => Ok(power),
        "" => Ok(power),
        base if same(base, wanted) => Ok(power - of_wanted),
        _ => Err(other(behind)),
    }
}

/// Whether counts in a unit are whole, as they are where the plan doesn't say of what.
fn is_countable(unit: &str) -> bool {
    unit.is_empty() || is_counted(unit)
}

fn counted(power: i8, base: &str, wanted: &str, behind: &str) -> Result<i8, Fault> {
    let is_it = || is_counted(base) && (wanted.is_empty() || counts_alike(base, wanted));
    if base.is_empty() || is_it() { Ok(power) } else { Err(other(behind)) }
}

/// 万人 as 10⁴ and 人.
fn multiplied(unit: &str) -> (i8, &str) {
    for (sign, power) in [('万', 4), ('亿', 8)] {
        if let Some(base) = unit.strip_prefix(sign) {
            return (power, base);
        }
    }
    (0, unit)
}

/// Whether two units are one. Of points one says 个百分点 behind a number, and 百分点
/// elsewhere; 百分比 is another word for %.
pub(super) fn same(unit: &str, other: &str) -> bool {
    let bare = |unit| match unit {
        "个百分点" => "百分点",
        "百分比" | "百分率" | "百分数" | "百分之" | "百分之一" | "percent" | "pct" => {
            "%"
        }
        unit => unit,
    };
    bare(unit) == bare(other)
}

/// Whether a unit is the same as another one, in brackets or not, and said once or twice:
/// （%）, %（百分比）.
fn is_called(written: &str, unit: &str) -> bool {
    match written.strip_suffix(')').and_then(|rest| rest.split_once('(')) {
        Some((before, inner)) => same(inner, unit) && (before.is_empty() || same(before, unit)),
        None => same(written, unit),
    }
}

/// Whether the unit of a series is among those that are written.
pub(super) fn is_among(written: &[String], unit: &str) -> bool {
    // Of two units that are parts of a whole, as % and ‰, only one can be meant.
    const PARTS: [&str; 13] = [
        "%",
        "‰",
        "‱",
        "百分点",
        "个百分点",
        "千分比",
        "千分之",
        "万分之",
        "万分比",
        "千分数",
        "万分数",
        "小数",
        "比值",
    ];
    let unit = text::fold(unit);
    let is_part = |unit: &str| PARTS.iter().any(|part| same(part, unit));
    let is_other = |other: &String| is_part(other) && !same(other, &unit);
    written.iter().any(|written| same(written, &unit))
        && !(is_part(&unit) && written.iter().any(is_other))
}

/// Whether figures in a unit have to be multiplied.
pub(super) fn scales(unit: &str) -> bool {
    unit.trim().starts_with(['万', '千', '百', '亿', '十'])
        && !same(unit.trim(), "%")
        && !same(unit.trim(), "百分点")
}

/// Whether a 单位 column says another unit than the one of the series. Nothing is converted:
/// 1.2 of which the row says 万人 is not a count of 人. A blank, or a mark for what is
/// missing, says nothing.
pub(super) fn disagrees(written: &str, series: &Series<'_>) -> bool {
    let says_nothing = cell::read(written.as_bytes(), Unit::Of("")).is_missing();
    let folded = text::fold(written);
    let is_said = |unit: &str| is_called(&folded, &text::fold(unit));
    let agrees = || is_said(series.unit) || series.unit.english().is_some_and(is_said);
    !says_nothing && series.limits.are_numbers() && !agrees()
}

/// How a workbook shows that a number is money.
const MONEY: &str = "¥";

/// The longest text that is still taken for a unit.
const LONGEST: usize = 8;

/// A short word is some unit that is not the right one; all else is not spoken of as one.
fn other(behind: &str) -> Fault {
    let letter = |c: char| c.is_alphabetic() || "/·‰℃°²³¥$€£".contains(c);
    // By itself such a digit is the mark of a note.
    let is_mark = behind.starts_with(['²', '³']);
    let is_word = behind.chars().all(letter) && behind.chars().count() <= LONGEST && !is_mark;
    if is_word { Fault::OtherUnit } else { Fault::NotANumber }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Place;
    use crate::term::{self, Limits, Named};

    #[test]
    fn a_unit_behind_a_number_is_the_one_that_is_wanted() {
        for (behind, unit, expected) in [
            ("", "人", Ok(0)),
            ("人", "人", Ok(0)),
            ("人次", "人次", Ok(0)),
            ("万", "人", Ok(4)),
            ("万人", "人", Ok(4)),
            ("亿", "元", Ok(8)),
            ("人", "人次", Err(Fault::OtherUnit)),
            ("个百分点", "%", Err(Fault::OtherUnit)),
            ("‰", "%", Err(Fault::OtherUnit)),
            ("万", "%", Err(Fault::OtherUnit)),
            ("¥", "元", Ok(0)),
            ("¥", "%", Err(Fault::OtherUnit)),
            ("¥", "人", Err(Fault::OtherUnit)),
            ("¥", "万元", Err(Fault::HalfUnit)),
            ("€", "元", Err(Fault::OtherUnit)),
            ("个百分点", "百分点", Ok(0)),
            ("km", "公里", Err(Fault::OtherUnit)),
            ("²", "%", Err(Fault::NotANumber)),
            ("m³", "%", Err(Fault::OtherUnit)),
            ("(人)", "人", Err(Fault::NotANumber)),
            ("比去年增加了很多人", "人", Err(Fault::NotANumber)),
        ] {
            assert_eq!(power(behind, Unit::Of(unit)), expected, "{behind} {unit}");
        }
    }

    #[test]
    fn a_unit_that_is_a_multiple_itself_is_exact_or_refused() {
        for (behind, unit, expected) in [
            ("万元", "万元", Ok(0)),
            ("亿元", "万元", Ok(4)),
            ("元", "万元", Ok(-4)),
            ("万元", "亿元", Ok(-4)),
            ("万元", "元", Ok(4)),
            ("万", "万", Ok(0)),
            ("万", "万元", Err(Fault::HalfUnit)),
            ("亿", "万元", Err(Fault::HalfUnit)),
            ("万万元", "万元", Err(Fault::OtherUnit)),
            ("万亿", "元", Err(Fault::OtherUnit)),
        ] {
            assert_eq!(power(behind, Unit::Of(unit)), expected, "{behind} {unit}");
        }
    }

    #[test]
    fn counts_have_a_unit_that_counts_the_same_or_any_where_the_plan_says_none() {
        let (any, people) = (Unit::Counting(""), Unit::Counting("人"));
        for (unit, counting) in [
            ("人", any),
            ("户", any),
            ("家", any),
            ("人次", any),
            ("人", people),
            ("名", people),
            ("个", people),
            ("户", Unit::Counting("家")),
            ("场", Unit::Counting("场次")),
        ] {
            assert_eq!(power(unit, counting), Ok(0), "{unit}");
            assert_eq!(power(&format!("万{unit}"), counting), Ok(4), "{unit}");
        }
        for unit in ["户", "家", "人次", "场次", "件"] {
            assert_eq!(power(unit, people), Err(Fault::OtherUnit), "{unit}");
            assert_eq!(power(&format!("万{unit}"), people), Err(Fault::OtherUnit), "{unit}");
        }
        for counting in [any, people] {
            assert_eq!(power("万", counting), Ok(4));
            for behind in ["元", "万元", "¥", "$", "岁", "人员"] {
                assert_eq!(power(behind, counting), Err(Fault::OtherUnit), "{behind}");
            }
        }
    }

    #[test]
    fn counts_of_what_is_measured_have_the_unit_of_the_plan() {
        for (behind, unit, expected) in [
            ("公里", "公里", Ok(0)),
            ("万公里", "公里", Ok(4)),
            ("个", "公里", Err(Fault::OtherUnit)),
            ("人", "万人", Ok(-4)),
            ("家", "万人", Err(Fault::OtherUnit)),
            ("万", "万元", Err(Fault::HalfUnit)),
        ] {
            assert_eq!(power(behind, Unit::Counting(unit)), expected, "{behind} {unit}");
        }
    }

    #[test]
    fn a_unit_column_says_the_unit_of_the_series_or_nothing() {
        let rule = Place::file(&"plan.toml".into());
        let [percent, people, none] = ["%", "人", ""].map(|text| term::unit(text, None));
        let series = |unit, limits| Series {
            id: "number",
            name: Named::NONE,
            unit,
            count_units: [Named::NONE; 2],
            attribute: None,
            limits,
            adds_up: false,
            rule: &rule,
        };
        let percent = series(&percent, Limits::PERCENTAGE);
        for written in ["%", "％", " % ", "", "—", "/"] {
            assert!(!disagrees(written, &percent), "{written}");
        }
        for written in ["人", "‰", "%。"] {
            assert!(disagrees(written, &percent), "{written}");
        }
        let people = series(&people, Limits::NonNegative);
        assert!(disagrees("万人", &people) && disagrees("households", &people));
        for written in ["人", "people", " People "] {
            assert!(!disagrees(written, &people), "{written}");
        }
        assert!(!disagrees("是/否", &series(&none, Limits::Done)));
    }
}
