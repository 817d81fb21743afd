//! Times in a column that is not known, as a program writes them: of another one than the year
//! of the figure beside it they are a claim that the figure is, too.

use super::header::Field;
use super::layout::is_other_period;
use crate::term::Year;
use crate::text::{self, Date, Part};

/// The longest time in digits, in bytes.
const LONGEST: usize = 40;
/// Of years so far from the row's a number is no month.
const NEAR: Year = 5;

/// Whether a cell is a month, a day or a part of a year that is not the year's last: 202306,
/// 2023.6, 6.30, 2023-06-30. What was filled in or sent has a day of its own.
pub(super) fn is_of_another_time(heading: &str, text: &str, year: Year) -> bool {
    // Most of what stands beside figures says nothing of time.
    if !text.contains(|c: char| c.is_ascii_digit() || c == '年') {
        return false;
    }
    // 日期 beside 年份: one of them names the year, and the other has to be of it.
    if Field::named(heading) == Some(Field::Year) {
        let said = text::read_year(text).or_else(|| text::read_period(text)?.whole_year());
        return said != Some(year) && !text::says_nothing(text);
    }
    if is_filed_early(heading, text, year) {
        return true;
    }
    let is_number = text.len() <= LONGEST && text.starts_with(|c: char| c.is_ascii_digit());
    let is_remark = || Field::named(heading) == Some(Field::Remark);
    if !is_number || is_remark() || text::is_about_filing(heading) {
        return false;
    }
    if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return may_hold_month(heading, text) && is_month_of_another_time(text, year);
    }
    let Some(period) = text::read_period(text) else { return false };
    let is_within = matches!(period.part, Part::Day(day) if day < Date::end_of_year(year));
    is_other_period(period, year, is_within)
}

/// Whether a figure was put down before the year was over, by the day on which a form was filled
/// in, sent or printed: then it is none of all of the year. When a record was made says nothing.
pub(super) fn is_filed_early(label: &str, text: &str, year: Year) -> bool {
    const FILED: [&str; 10] =
        ["填报", "填表", "填写", "报送", "上报", "制表", "打印", "导出", "生成", "提交"];
    let label = text::fold(label);
    let is_filed = FILED.iter().any(|word| label.starts_with(word));
    is_filed
        && text::is_filing_date(&label)
        && text::read_day(text).is_some_and(|day| (day.year(), day.month()) < (year, 12))
}

/// Whether a number may be a month under a heading: 6.30 and 2023.6 are amounts but where times
/// stand, and 202306 is a number where things are counted or have one.
fn may_hold_month(heading: &str, number: &str) -> bool {
    const TIMES: [&str; 9] = ["期", "时间", "时点", "日", "月", "月份", "学年", "date", "period"];
    const COUNTED: [&str; 16] = [
        "代码", "编码", "区划", "号", "code", "id", "数", "额", "费", "率", "比", "值", "量", "人",
        "户", "次",
    ];
    let heading = text::fold(heading);
    let ends = |words: &[&str]| words.iter().any(|word| heading.ends_with(word));
    let has_unit = heading.ends_with(')');
    ends(&TIMES) || !number.contains('.') && !has_unit && !ends(&COUNTED)
}

fn is_month_of_another_time(number: &str, year: Year) -> bool {
    let is_month = number.len() == 6 || number.contains('.');
    let period = text::read_period(number).filter(|_| is_month);
    let near = period.filter(|period| period.year.abs_diff(year) <= NEAR);
    near.is_some_and(|period| is_other_period(period, year, false))
        || text::may_end_month(number) && number != "12.31"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_filled_in_before_the_year_was_over_is_none_of_it() {
        for text in ["2023年7月5日", "2023-06-30", "2022-12-30", "2023/10/8 10:20", "2023年6月"]
        {
            for label in ["填表日期", "报送日期", "导出时间"] {
                assert!(is_filed_early(label, text, 2023), "{label} {text}");
            }
            assert!(!is_filed_early("创建时间", text, 2023), "{text}");
            assert!(!is_filed_early("印发日期", text, 2023), "{text}");
        }
        for text in ["2023-12-20", "2024年1月10日", "2024-03-01", "张三"] {
            assert!(!is_filed_early("填表日期", text, 2023), "{text}");
        }
    }

    #[test]
    fn a_time_in_an_unknown_column_is_one_of_the_figure() {
        for text in ["2023.6", "6.30"] {
            assert!(is_of_another_time("数据期", text, 2023), "{text}");
            for heading in ["分类", "经费(万元)", "人均补贴", "得分", "较上年增减"]
            {
                assert!(!is_of_another_time(heading, text, 2023), "{heading} {text}");
            }
        }
        for text in ["202306", "2023-06-30", "2023年6月", "2022-12-31", "202212"] {
            assert!(is_of_another_time("分类", text, 2023), "{text}");
            assert!(!is_of_another_time("备注", text, 2023), "{text}");
        }
        for text in
            ["202312", "2023.12", "12.31", "2023-12-31", "2023年", "2024-01-08", "57.2", "16"]
        {
            assert!(!is_of_another_time("分类", text, 2023), "{text}");
        }
        for (heading, text) in [
            ("区划代码", "202306"),
            ("编号", "202306"),
            ("服务次数", "202306"),
            ("经费(元)", "202306"),
            ("经费", "198306"),
        ] {
            assert!(!is_of_another_time(heading, text, 2023), "{heading} {text}");
        }
    }
}
