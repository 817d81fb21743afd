//! Parts of a year that no year stands beside.

use super::around::{is_compared_label, is_cut_off, is_of_another_time};
use super::character::{half, is_blank};
use super::numeral;
use super::period::{Part, begins_filing, is_filing_date};
use super::said::{Months, connector, is_plausible, label, months, period};
use super::scan::{Scan, characters};

/// Whether a text speaks of less than a year and doesn't say of which one: 1—6月, 上半年,
/// 前三季度, 截至9月底, 月报.
///
/// ```
/// use dabiao::text::is_part_of_year;
///
/// assert!(is_part_of_year("残疾人事业统计表（1—6月）"));
/// assert!(!is_part_of_year("残疾人事业统计表（1—12月）"));
/// assert!(!is_part_of_year("就业半年以上人员"));
/// ```
pub fn is_part_of_year(text: &str) -> bool {
    if !text.contains(is_of_parts) {
        return false;
    }
    let text = characters(text);
    let mut at = 0;
    while at < text.len() {
        let here = Scan { text: &text, at };
        if here.rest().first().is_some_and(|c| is_blank(*c)) {
            at += 1;
            continue;
        }
        if let Some(behind) = behind_dated(here) {
            at = behind.max(at + 1);
            continue;
        }
        let mut scan = here;
        if is_part(&mut scan) {
            return true;
        }
        let run = numeral::digits(here.rest()).max(numeral::words(here.rest()));
        at = scan.at.max(at + run.max(1));
    }
    false
}

/// Whether what stands right behind the year that a text begins with, or ends with, is a part of it:
/// 2023(1-9), 2023年2季, 2023-四季度, 2023年9.
///
/// ```
/// use dabiao::text::is_part_behind_year;
///
/// assert!(is_part_behind_year("2023-四季度"));
/// assert!(is_part_behind_year("定海区2023(1-9)"));
/// assert!(!is_part_behind_year("2023(1-12)"));
/// assert!(!is_part_behind_year("2023(1)") && !is_part_behind_year("2023年(3)"));
/// ```
pub fn is_part_behind_year(text: &str) -> bool {
    const LONGEST: usize = 30;
    let folded = super::fold(text);
    let Some(at) = folded.rfind('年').or_else(|| last_year(&folded)) else {
        return false;
    };
    let behind = folded.get(at..).unwrap_or_default();
    let behind =
        behind.trim_start_matches(|c: char| c.is_ascii_digit() && !behind.starts_with('年'));
    let rest = behind.trim_start_matches(['年', '度']);
    let rest = rest.trim_start_matches(['-', '_', '(', '.', ' ']).trim_end_matches(')');
    // Months and days are told with their year.
    if rest.is_empty() || rest.len() > LONGEST || rest.contains(['月', '日']) {
        return false;
    }
    let is_number = |text: &str| {
        !text.is_empty() && text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let months = rest.split_once('-');
    let are_months = months.is_some_and(|(first, last)| is_number(first) && is_number(last));
    if are_months && behind.starts_with(['年', '(']) {
        return is_part_of_year(&format!("{rest}月"));
    }
    // 2023(1) is what a program calls a second file.
    if is_number(rest) {
        let is_bare = behind.trim_start_matches('年') == rest;
        return is_bare && rest.parse().is_ok_and(|month: u8| (1..12).contains(&month));
    }
    let rest = rest.strip_suffix('期').map_or_else(|| rest.to_owned(), |rest| format!("{rest}年"));
    let rest = if rest.ends_with('季') { format!("{rest}度") } else { rest };
    is_part_of_year(&rest)
}

/// Where the last four digits stand that may be a year.
fn last_year(text: &str) -> Option<usize> {
    let runs = text.match_indices("20").map(|(at, _)| at);
    let is_year = |at: &usize| {
        let digits = text[*at..].bytes().take_while(u8::is_ascii_digit).count();
        let is_first = !text[..*at].ends_with(|c: char| c.is_ascii_digit());
        is_first && digits == 4
    };
    runs.filter(is_year).last()
}

/// Whether a character is one of those without which no part of a year is told: nearly all
/// remarks have none, and need not be read.
fn is_of_parts(c: char) -> bool {
    let of_words = "半季月截至到点止".contains(c);
    of_words || matches!(half(c).to_ascii_uppercase(), 'Q' | 'H' | 'F')
}

/// Where a year, a month or a day of one ends that begins here.
fn behind_dated(scan: Scan<'_>) -> Option<usize> {
    scan.rest().first().filter(|c| numeral::is_digit(**c))?;
    let (mut point, mut read) = (scan, scan);
    let is_dated = point.point().is_some_and(|point| is_plausible(point.year));
    let is_period = period(&mut read).is_some();
    (is_dated || is_period).then_some(point.at.max(read.at))
}

/// Words that say it without a number.
const HALVES: [&str; 2] = ["上半年", "下半年"];
/// Reports of less than a year; what may follow is told by [`REPORTED`].
const REPORTS: [&str; 8] =
    ["半年报", "半年表", "半年度", "季报", "季度报", "月报", "月度报", "月度统"];
const REPORTED: &str = "表告数统汇计分";
const IN_LETTERS: [&str; 6] = ["Q1", "Q2", "Q3", "Q4", "H1", "H2"];

/// What says before a time that it comes again, or is a length: 每月, 按季, 近6个月.
const BEFORE: [&str; 14] = [
    "每", "按", "逐", "各", "分", "近", "满", "连续", "超过", "不足", "每年", "次年", "翌年",
    "来年",
];
/// What says behind a time that it is a length or where something begins or ends.
const BEHIND: [&str; 14] = [
    "以上", "以下", "以内", "以来", "以前", "以后", "之前", "之后", "内", "前", "后", "起", "开始",
    "龄",
];

/// Passes over a part of a year; whether there is one here.
fn is_part(scan: &mut Scan<'_>) -> bool {
    let before = *scan;
    let found =
        is_worded(scan) || is_in_signs(scan) || of_days(scan).unwrap_or_else(|| is_counted(scan));
    if !found {
        return false;
    }
    let label = label(before);
    let is_said = BEFORE.iter().any(|word| label.ends_with(word))
        || is_filing_date(&label)
        || is_compared_label(&label)
        || is_of_another_time(before, *scan);
    !is_said && !scan.clone().word(&BEHIND)
}

fn is_worded(scan: &mut Scan<'_>) -> bool {
    if scan.word(&HALVES) {
        return true;
    }
    let mut ahead = *scan;
    let last = scan.at.checked_sub(1).and_then(|at| scan.text.get(at));
    let is_word = if ahead.word(&IN_LETTERS) {
        !last.is_some_and(char::is_ascii_alphanumeric)
            && !ahead.rest().first().is_some_and(char::is_ascii_alphanumeric)
    } else {
        ahead.word(&REPORTS)
            && ahead.next().is_none_or(|c| !c.is_alphanumeric() || REPORTED.contains(c))
    };
    if is_word {
        *scan = ahead;
    }
    is_word
}

/// `1—6月`, `前三季度`, `9月底`.
fn is_counted(scan: &mut Scan<'_>) -> bool {
    let before = *scan;
    let mut ahead = *scan;
    if goes_on_left(before) {
        return false;
    }
    let Some(found) = months(&mut ahead) else { return false };
    // What was looked at is passed over: 二月 of 十二月 is no month.
    *scan = ahead;
    let read = before.text.get(before.at..ahead.at).unwrap_or_default();
    let is_length = read.contains(&'个') && !found.is_first;
    let is_part = found.part() == Some(Part::Partial);
    is_part && !is_length && (!is_one(found) || is_named(found, read, scan))
}

/// Whether a number goes on to the left.
fn goes_on_left(scan: Scan<'_>) -> bool {
    let before = |back: usize| scan.at.checked_sub(back).and_then(|at| scan.text.get(at));
    let Some(last) = before(1) else { return false };
    let is_number = |c: &char| numeral::is_digit(*c) || matches!(c, '十' | '百');
    is_number(last)
        || last.is_ascii_alphanumeric()
        || matches!(last, '-' | '/' | '.') && before(2).is_some_and(char::is_ascii_alphanumeric)
}

/// Whether it is a single month or quarter.
fn is_one(months: Months) -> bool {
    !months.is_first && months.to.is_none()
}

/// Whether what stands behind a single month or quarter says that figures are of it.
fn is_named(months: Months, read: &[char], scan: &mut Scan<'_>) -> bool {
    if months.of == 4 {
        return months.from <= 4 && !(months.from == 4 && scan.clone().word(&["末", "底"]));
    }
    let rest: String = scan.rest().iter().take(4).collect();
    if begins_filing(rest.trim_start()) {
        return false;
    }
    let is_worded = scan.word(&["底", "末", "止", "报", "统计", "数据", "指标"]);
    is_worded || read.ends_with(&['份']) || scan.next().is_none_or(|c| !c.is_alphanumeric())
}

/// Whether days say it: `1月1日至6月30日`, `截至9月30日`; none if no day begins here.
fn of_days(scan: &mut Scan<'_>) -> Option<bool> {
    let before = *scan;
    let mut ahead = *scan;
    let first = day(&mut ahead).filter(|_| !goes_on_left(before))?;
    *scan = ahead;
    if connector(&mut ahead)
        && let Some(last) = day(&mut ahead)
    {
        *scan = ahead;
        return Some(!(first == (1, 1) && last == (12, 31)));
    }
    Some(first != (12, 31) && is_cut_off(before, *scan))
}

/// Whether a day in signs says it, behind a word such as 截至: 截至9.30.
fn is_in_signs(scan: &mut Scan<'_>) -> bool {
    let before = *scan;
    let mut ahead = *scan;
    let Some(month) = ahead.number(12) else { return false };
    let Some(sign) = ahead.rest().first().copied().filter(|c| matches!(c, '.' | '-' | '/')) else {
        return false;
    };
    ahead.at += 1;
    let Some(day) = ahead.number(31) else { return false };
    let goes_on =
        ahead.rest().first().is_some_and(|c| c.is_ascii_alphanumeric() || [sign, '%'].contains(c));
    let is_day = !goes_on && is_cut_off(before, ahead);
    if is_day {
        *scan = ahead;
    }
    is_day && (month, day) != (12, 31)
}

/// Passes over the month and the day of a day.
fn day(scan: &mut Scan<'_>) -> Option<(u8, u8)> {
    let month = scan.number(12).filter(|_| scan.word(&["月"]))?;
    let day = scan.number(31).filter(|_| scan.word(&["日", "号"]))?;
    Some((month, day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::around::CUT_OFFS;

    #[test]
    fn a_part_of_a_year_is_known_without_the_year() {
        for text in [
            "1-6月",
            "（1—9月）",
            "1月至6月",
            "一至六月",
            "１～９月份",
            "7-12月",
            "上半年",
            "下半年完成情况",
            "第三季度",
            "三季度末",
            "前三季度",
            "前三个季度",
            "1-3季度",
            "四季度",
            "前9个月",
            "截至9月底",
            "截至9月30日",
            "统计截止：6月30日",
            "报告期：1-9月",
            "6月份",
            "（6月）",
            "6月报表",
            "十一月份",
            "月报",
            "残疾人事业月报表",
            "季报",
            "季度报表",
            "半年报",
            "半年度统计",
            "1月1日至6月30日",
            "2023年残疾人事业统计表（1-6月）",
            "定海区-1-6月.csv",
            "定海Q3.csv",
        ] {
            assert!(is_part_of_year(text), "{text}");
        }
    }

    #[test]
    fn every_word_for_a_part_of_a_year_has_a_character_that_it_is_looked_for_by() {
        let worded = HALVES.iter().chain(&REPORTS).chain(&IN_LETTERS);
        let counted = ["个月", "月份", "月", "个季度", "季度", "止", "为止"];
        for word in worded.chain(&counted).chain(&CUT_OFFS) {
            assert!(word.contains(is_of_parts), "{word}");
            assert!(word.to_ascii_lowercase().contains(is_of_parts), "{word}");
        }
        assert!("Ｑ".contains(is_of_parts) && "ｈ".contains(is_of_parts));
        assert!(!"”“\"、附件12号（示例）2023-9.30".contains(is_of_parts));
    }

    #[test]
    fn what_only_looks_like_a_part_of_a_year_is_none() {
        for text in [
            "1-12月",
            "一至四季度",
            "前四季度",
            "12月底",
            "12月份",
            "截至12月31日",
            "1月1日至12月31日",
            "十二月",
            "四季度末",
            "半年以上人员",
            "就业6个月以上",
            "失业1—6个月",
            "连续三个季度",
            "1-6月龄",
            "月均收入",
            "季节性就业",
            "季度",
            "每月报送",
            "月报酬",
            "月报销金额",
            "按季报送",
            "2022年1-12月",
            "2022年6月30日",
            "填报日期：2024年1月15日",
            "填报时间：3月",
            "3月报送",
            "制表日期：6月份",
            "0580-1234567",
            "浙残联发〔2023〕6号",
            "5月以来",
            "9月底前",
            "较上半年",
            "每年3月",
            "有效期至9月",
            "年报",
            "2023年度",
            "",
            "1月15日",
            "330902",
            "二十二",
            "舟山市",
            "Q10",
            "3512",
        ] {
            assert!(!is_part_of_year(text), "{text}");
        }
    }
}
