//! Figures of several years at once, however many: 三年累计, 近两年平均.

use super::numeral;
use super::scan::{Scan, characters};

/// Words behind a count of years that put what was in them together.
const TOGETHER: [&str; 12] = [
    "合计",
    "累计",
    "总计",
    "小计",
    "总和",
    "之和",
    "平均",
    "均值",
    "汇总",
    "合并",
    "算术平均",
    "滚动",
];
/// Words behind one that say no more than that figures are of so many years.
const OF_THEM: [&str; 6] = ["情况", "完成情况", "数据", "指标", "完成", "数"];
const BEFORE: [&str; 5] = ["最近", "过去", "近", "前", "后"];
const BETWEEN: [&str; 7] = ["以来", "期间", "来", "间", "内", "的", "度"];

/// Whether a text says that figures are of several years, and not of which.
///
/// ```
/// use dabiao::text::is_of_several_years;
///
/// assert!(is_of_several_years("残疾人就业情况（三年合计）"));
/// assert!(!is_of_several_years("三年行动计划完成情况"));
/// ```
pub fn is_of_several_years(text: &str) -> bool {
    if !text.contains('年') {
        return false;
    }
    let text = characters(text);
    (0..text.len()).any(|at| begins(Scan { text: &text, at }))
}

fn begins(mut scan: Scan<'_>) -> bool {
    let last = scan.at.checked_sub(1).and_then(|at| scan.text.get(at));
    let is_digit = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
    // 2023三年 is no number of five digits.
    let goes_on = last.is_some_and(|c| numeral::is_digit(*c))
        && is_digit(last) == is_digit(scan.rest().first());
    if goes_on || last.is_some_and(|c| matches!(c, '第' | '十' | '百')) {
        return false;
    }
    let is_led = scan.word(&BEFORE);
    let is_alone =
        is_led || last.is_none_or(|c| !c.is_alphanumeric() || *c == '年' || c.is_ascii_digit());
    // Two digits may be a year by themselves.
    let is_several = scan.word(&["两", "几", "数", "多"])
        || numeral::digits(scan.rest()) < 2 && scan.number(10).is_some_and(|many| many > 1);
    scan.word(&["个"]);
    if !is_several || !scan.word(&["年"]) {
        return false;
    }
    while scan.word(&BETWEEN) {}
    let mut rest = scan;
    scan.word(&TOGETHER)
        || is_alone
            && (rest.word(&OF_THEM) || is_led)
            && rest.next().is_none_or(|c| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_several_years_are_known_without_the_years() {
        for text in [
            "三年合计",
            "残疾人就业情况（三年累计）",
            "近三年平均",
            "前三年合计",
            "两年平均值",
            "5年累计数",
            "“十四五”前三年累计",
            "近3年",
            "三年来完成情况",
            "三年情况",
            "过去几年数据",
            "2023三年合计",
            "2023近三年",
            "二年度合计",
        ] {
            assert!(is_of_several_years(text), "{text}");
        }
    }

    #[test]
    fn what_lasts_or_counts_years_is_no_figure_of_several() {
        for text in [
            "三年行动计划完成情况",
            "第三年完成情况",
            "一年合计",
            "2023年合计",
            "二〇二三年累计",
            "23年合计",
            "3年计划",
            "十三年合计",
            "工作满三年",
            "三年以上",
            "就业三年内人员",
            "十四五规划",
            "全年累计",
            "",
        ] {
            assert!(!is_of_several_years(text), "{text}");
        }
    }
}
