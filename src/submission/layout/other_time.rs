//! Whether bare words are a time that is another one than the year of figures.

use super::spoken::behind_other_time;
use crate::term::Year;
use crate::text::{self, Part, Period};

/// Whether a folded text is nothing but times, in signs and in words.
pub(super) fn is_bare_time(text: &str) -> bool {
    const OF_TIME: &str = "年月日季度上下半第前至到截止一二三四五六七八九十〇零个份末底初";
    text.chars().all(|c| !c.is_alphabetic() || OF_TIME.contains(c))
}

/// Whether a folded text is a time that is told from the year of the figures: 上年末, 去年同期.
pub(super) fn is_relative(text: &str) -> bool {
    const ENDS: [&str; 10] = ["", "末", "底", "年末", "年底", "度", "度末", "度底", "同期", "全年"];
    let is_end = |rest| ENDS.contains(&rest) || is_bare_time(rest) && text::is_part_of_year(rest);
    behind_other_time(text).is_some_and(is_end)
}

/// A folded text without the time that it ends or begins with, and that: 定海区2022年,
/// 上年定海区. The rest is never empty.
pub(in crate::submission) fn without_time(text: &str) -> Option<(&str, &str)> {
    /// The year that figures are of anyway.
    const OWN: [&str; 4] = ["本年度", "本年", "今年", "当年"];
    /// What a time ends with, so that no name of a place is cut (2022年三门县).
    const ENDS: [char; 8] = ['年', '月', '日', '度', '末', '底', '初', '期'];
    let is_dated =
        |time: &str| time.contains(|c: char| c == '年' || c.is_ascii_digit()) && is_bare_time(time);
    let is_time = |time: &str| OWN.contains(&time) || is_relative(time) || is_dated(time);
    let places = || text.char_indices().skip(1).map(|(at, _)| text.split_at(at));
    let ending = places().find(|(_, time)| is_time(time));
    let beginning = || {
        let times = places().filter(|(time, _)| time.ends_with(ENDS) && is_time(time));
        times.last().map(|(time, rest)| (rest, time))
    };
    ending.or_else(beginning)
}

/// Whether a folded text is another time than all of a year, or than its end: 2022年, 1-6月,
/// 上年末. `of_figures` tells whether a day is one as of which figures are.
pub(super) fn is_other_time(text: &str, year: Year, of_figures: bool) -> bool {
    if is_relative(text) {
        return true;
    }
    let since = text.strip_suffix("以来").filter(|_| of_figures);
    let text = since.unwrap_or(text);
    if !is_bare_time(text) {
        let may_be = text.contains(|c: char| c.is_ascii_digit() || c == '年');
        let period = may_be.then(|| text::read_period(text)).flatten();
        return period.is_some_and(|period| is_other_period(period, year, of_figures));
    }
    let as_of =
        || of_figures && text.contains('日') && text::is_part_of_year(&format!("截至{text}"));
    if text::is_part_of_year(text) || as_of() {
        return true;
    }
    let periods = text::periods_in(text);
    periods.iter().any(|period| is_other_period(*period, year, of_figures))
        || periods.is_empty() && names_years(text)
}

pub(in crate::submission) fn is_other_period(period: Period, year: Year, of_figures: bool) -> bool {
    match period.part {
        Part::Whole => period.year != year,
        Part::Partial => true,
        Part::Day(_) => of_figures,
    }
}

/// Whether a text of times names more years than one, which are no period: 2021-2023年.
fn names_years(text: &str) -> bool {
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    let years = numbers.filter_map(text::read_year);
    years.filter(|year| (1900..2200).contains(year)).count() > 1
}
