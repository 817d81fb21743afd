//! The periods that a text names, one after the other.

use super::around::{is_compared, is_cut_off, is_document, is_of_another_time, is_since};
use super::character::is_blank;
use super::date::{Date, Year};
use super::fold::is_dash;
use super::numeral;
use super::period::{Part, Period, begins_filing, is_filing_date};
use super::scan::{Point, Scan, Style};
use super::short;

/// What a place of a text says of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Period(Period),
    /// Several years: 2021—2025年.
    Years {
        first: Year,
        last: Year,
    },
}

/// A period, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said {
    pub(super) what: What,
    /// Whether nothing but what stands around it tells that it is no other number.
    pub(super) is_bare: bool,
    /// Whether it is only what figures are compared with: 比2022年.
    pub(super) is_compared: bool,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// Every period that figures may be of, as a text names them.
pub(super) fn said(text: &[char]) -> impl Iterator<Item = Said> + '_ {
    all(text).filter(|said| !said.is_compared)
}

/// Every period that a text names, read one at a time: who asks for the first reads no more.
pub(super) fn all(text: &[char]) -> impl Iterator<Item = Said> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < text.len() {
            let rest = text.get(at..).unwrap_or_default();
            let run = numeral::digits(rest).max(numeral::words(rest));
            if run == 0 {
                at += 1;
                continue;
            }
            let mut scan = Scan { text, at };
            let what = period(&mut scan);
            let from = at;
            at = scan.at.max(from + run);
            if let Some((what, is_bare)) = what {
                let is_compared = is_compared(Scan { text, at: from }, scan);
                return Some(Said { what, is_bare, is_compared, from, to: scan.at });
            }
        }
        None
    })
}

/// The period that begins here, and whether it is bare; none if what stands here is
/// something else. What was looked at is passed over either way.
pub(super) fn period(scan: &mut Scan<'_>) -> Option<(What, bool)> {
    let before = *scan;
    if let Some((first, last)) = short::years(scan) {
        return Some((What::Years { first, last }, false));
    }
    let first = scan.point().filter(|point| is_plausible(point.year));
    let first = first.map(|point| short::with_month(before, point)).or_else(|| {
        let mut ahead = before;
        let point = short::point(&mut ahead)?;
        *scan = ahead;
        Some(point)
    })?;
    let before = short::start(before);
    let in_signs = matches!(first.style, Style::Signs | Style::Points);
    if in_signs && follows_number(before) {
        return None;
    }
    let year_alone = first.month.is_none();
    let (what, is_bare) = if let Some(part) = part(scan, &first) {
        (What::Period(Period { year: first.year, part }), false)
    } else if let Some(what) = joined(scan, &first) {
        let is_years = matches!(what, What::Years { .. });
        (what, is_years && first.style == Style::Bare && !is_worded(*scan))
    } else {
        let is_named = is_part_named(before);
        let part = match alone(scan, &first)? {
            Part::Whole if is_named => Part::Partial,
            Part::Day(_) if is_cut_off(before, *scan) => Part::Partial,
            part @ (Part::Whole | Part::Partial | Part::Day(_)) => part,
        };
        let is_number = first.style == Style::Points && first.day.is_none();
        let what = What::Period(Period { year: first.year, part });
        (what, is_number || first.style == Style::Bare && !is_named)
    };
    let what = match what {
        // 2024年1月印
        What::Period(Period { year, part: Part::Partial })
            if first.day.is_none() && is_filed(*scan) =>
        {
            let day = first.month.and_then(|month| Date::end_of_month(year, month));
            What::Period(Period { year, part: day.map_or(Part::Partial, Part::Day) })
        }
        what => what,
    };
    let is_filed = is_filing_date(&label(before)) || first.day.is_some() && is_filed(*scan);
    let is_other = is_filed
        || is_since(before, *scan)
        || is_of_another_time(before, *scan)
        || year_alone && is_document(*scan);
    (!is_other).then_some((what, is_bare))
}

/// Whether a number may be a year of which figures are.
pub(super) fn is_plausible(year: Year) -> bool {
    (1900..2200).contains(&year)
}

/// Whether a number goes on to the left: 0580-2022-12.
fn follows_number(scan: Scan<'_>) -> bool {
    let before = |back: usize| scan.at.checked_sub(back).and_then(|at| scan.text.get(at));
    before(1).is_some_and(|c| matches!(c, '-' | '/' | '.'))
        && before(2).is_some_and(char::is_ascii_digit)
}

/// Whether what was read ends with a word for years: 2021-2022年度.
fn is_worded(scan: Scan<'_>) -> bool {
    let last = scan.at.checked_sub(1).and_then(|at| scan.text.get(at));
    last.is_some_and(|c| matches!(c, '年' | '度' | '份'))
}

/// Words behind a year for less than all of it.
const PARTS: [&str; 15] = [
    "上半年",
    "下半年",
    "半年",
    "学年",
    "财年",
    "季度",
    "季报",
    "月度",
    "月报",
    "Q1",
    "Q2",
    "Q3",
    "Q4",
    "H1",
    "H2",
];

/// Whether a word before the year says that it is less than all of it: Q4 2022, 3Q2022,
/// 6月2022.
fn is_part_named(before: Scan<'_>) -> bool {
    let label = label(before).to_ascii_uppercase();
    let is_lettered = ["1Q", "2Q", "3Q", "4Q", "1H", "2H"].iter().any(|part| {
        let before = label.strip_suffix(part);
        before.is_some_and(|before| !before.ends_with(|c: char| c.is_ascii_alphanumeric()))
    });
    is_lettered || PARTS.iter().any(|part| label.ends_with(part)) || short::is_month_before(before)
}

/// What a word behind the year says of it: 全年, 年末, 上半年, 1—6月, 前三季度.
fn part(scan: &mut Scan<'_>, point: &Point) -> Option<Part> {
    if let Some(month) = point.month {
        // 2022-1-6月
        let last = point.day.filter(|_| point.style == Style::Signs && scan.word(&["月"]));
        return last.map(|last| stretch(month, last, 12));
    }
    if point.style == Style::Words {
        scan.word(&["度", "份"]);
        if scan.word(&["末", "底", "终"]) {
            return Some(Part::Whole);
        }
    }
    if matches!(point.style, Style::Words | Style::Bare) && is_early(scan) {
        return Some(Part::Partial);
    }
    // 2023年度（1—9月）
    let mut ahead = *scan;
    if ahead.word(&["(", "[", "〔", "【", ":"])
        && let Some(part) = named_part(&mut ahead)
    {
        ahead.word(&[")", "]", "〕", "】"]);
        *scan = ahead;
        return Some(part);
    }
    // 2023_Q2, 2023-上半年
    let mut ahead = *scan;
    if point.style == Style::Bare && ahead.word(&["_", "-"]) && ahead.word(&PARTS) {
        *scan = ahead;
        return Some(Part::Partial);
    }
    named_part(scan)
        .or_else(|| short::bare_months(scan, point))
        .or_else(|| short::months_behind(scan, point))
}

/// Passes over the beginning, the middle or a half of a year: 年初, 年中, 年中期, 年上. The middle of a
/// plan, which is looked back at (中期评估), is none.
fn is_early(scan: &mut Scan<'_>) -> bool {
    let mut ahead = *scan;
    let is_time = if ahead.word(&["中期"]) {
        !ahead.clone().word(&["评估", "评价", "规划", "调整", "检查", "考核", "目标"])
    } else {
        ahead.word(&["初", "年中", "中", "上", "下"])
            && ahead.next().is_none_or(|c| !c.is_alphanumeric() || c == '数')
    };
    if is_time {
        *scan = ahead;
    }
    is_time
}

fn named_part(scan: &mut Scan<'_>) -> Option<Part> {
    if scan.word(&["全年"]) {
        return Some(Part::Whole);
    }
    if scan.word(&PARTS) {
        return Some(Part::Partial);
    }
    let mut ahead = *scan;
    ahead.word(&["截至", "截止"]);
    let part = months(&mut ahead)?.part()?;
    let mut day = ahead;
    if day.number(31).is_some() && day.word(&["日", "号"]) {
        return None;
    }
    *scan = ahead;
    Some(part)
}

/// Months or quarters, counted: 1—6月, 前三季度, 9月.
#[derive(Debug, Clone, Copy)]
pub(super) struct Months {
    /// Whether they are those from the first on.
    pub(super) is_first: bool,
    pub(super) from: u8,
    pub(super) to: Option<u8>,
    /// How many of them a year has.
    pub(super) of: u8,
}

impl Months {
    pub(super) fn part(self) -> Option<Part> {
        match (self.is_first, self.to, self.of) {
            (true, Some(_), _) => None,
            (true, None, all) => Some(stretch(1, self.from, all)),
            (false, Some(to), all) => Some(stretch(self.from, to, all)),
            (false, None, 12) => Some(ending(self.from)),
            (false, None, _) => Some(Part::Partial),
        }
    }
}

/// Passes over months or quarters.
pub(super) fn months(scan: &mut Scan<'_>) -> Option<Months> {
    let mut ahead = *scan;
    let is_first = ahead.word(&["前"]);
    let from = ordinal(&mut ahead)?;
    let mut of = count(&mut ahead);
    let mut to = None;
    let mut further = ahead;
    if connector(&mut further)
        && let Some(last) = ordinal(&mut further)
        && let Some(all) = count(&mut further)
    {
        (to, of, ahead) = (Some(last), Some(all), further);
    }
    let months = Months { is_first, from, to, of: of? };
    *scan = ahead;
    Some(months)
}

fn ordinal(scan: &mut Scan<'_>) -> Option<u8> {
    scan.word(&["第"]);
    scan.number(12)
}

/// How many of what is counted a year has: months or quarters.
fn count(scan: &mut Scan<'_>) -> Option<u8> {
    if scan.word(&["个月", "月份", "月"]) {
        Some(12)
    } else if scan.word(&["个季度", "季度"]) {
        Some(4)
    } else {
        None
    }
}

pub(super) fn connector(scan: &mut Scan<'_>) -> bool {
    if scan.word(&["至", "到"]) {
        return true;
    }
    let from = scan.at;
    scan.blanks();
    let is_sign = |c: &&char| matches!(c, '-' | '~' | '〜' | '∼') || is_dash(**c);
    let signs = scan.rest().iter().take_while(is_sign).count();
    scan.at = if signs > 0 { scan.at + signs } else { from };
    signs > 0
}

/// From one month or quarter through another, of so many.
pub(super) fn stretch(from: u8, to: u8, all: u8) -> Part {
    if from == 1 && to == all { Part::Whole } else { Part::Partial }
}

/// What a month by itself says: figures of the last one are those of the year.
pub(super) fn ending(month: u8) -> Part {
    if month == 12 { Part::Whole } else { Part::Partial }
}

/// A second point behind the first: 2021—2025年, 2022年1月至12月.
fn joined(scan: &mut Scan<'_>, first: &Point) -> Option<What> {
    let mut ahead = *scan;
    after_month(&mut ahead, first);
    // 2022/2023学年
    let is_slash = first.month.is_none() && ahead.word(&["/"]);
    if !is_slash && !connector(&mut ahead) {
        return None;
    }
    let mut second = ahead;
    let (month, day) = if let Some(last) = second.point() {
        if last.year != first.year {
            let is_worded = second.word(&["度", "份", "学年", "财年"]);
            *scan = second;
            let is_next = first.year.checked_add(1) == Some(last.year);
            return (!is_slash || is_next || is_worded)
                .then_some(What::Years { first: first.year, last: last.year });
        }
        (last.month, last.day)
    } else {
        second = ahead;
        if first.month.is_none() {
            // 2021—25年
            let last = Year::from(second.number(99)?);
            if !second.word(&["年", "学年", "财年"]) {
                return None;
            }
            second.word(&["度", "份"]);
            *scan = second;
            return Some(What::Years { first: first.year, last: first.year / 100 * 100 + last });
        }
        second.month_and_day()?
    };
    *scan = second;
    let begins = first.month.is_none_or(|month| month == 1) && first.day.is_none_or(|day| day == 1);
    let ends = month.is_none_or(|month| month == 12) && day.is_none_or(|day| day == 31);
    let part = if begins && ends { Part::Whole } else { Part::Partial };
    Some(What::Period(Period { year: first.year, part }))
}

/// 份, 底, 末 behind a month.
fn after_month(scan: &mut Scan<'_>, point: &Point) {
    if point.month.is_some() && point.day.is_none() {
        scan.word(&["份"]);
        scan.word(&["底", "末"]);
    }
}

/// What a point says by itself; none if it is no day of the calendar, or goes on as a
/// longer number.
fn alone(scan: &mut Scan<'_>, point: &Point) -> Option<Part> {
    after_month(scan, point);
    let in_signs = matches!(point.style, Style::Signs | Style::Points);
    if in_signs && matches!(scan.rest(), ['-' | '/' | '.', digit, ..] if digit.is_ascii_digit()) {
        return None;
    }
    Some(match (point.month, point.day) {
        (None, _) => Part::Whole,
        (Some(month), None) => ending(month),
        (Some(12), Some(31)) => Part::Whole,
        (Some(month), Some(day)) => Part::Day(Date::new(point.year, month, day)?),
    })
}

/// Whether a day or a month is followed by a word for filling in: 2024年1月15日填报.
fn is_filed(scan: Scan<'_>) -> bool {
    let rest: String = scan.rest().iter().filter(|c| !is_blank(**c)).take(4).collect();
    begins_filing(&rest) || matches!(rest.trim_end_matches([')', ']']), "印" | "编" | "制" | "发")
}

/// The words right before, without the sign that ends them: 填报日期 of `填报日期：`.
pub(super) fn label(scan: Scan<'_>) -> String {
    let before = scan.text.get(..scan.at).unwrap_or_default();
    let is_end = |c: &&char| {
        is_blank(**c)
            || matches!(c, ':' | '(' | '[' | '〔' | '【' | '_' | '-' | '=')
            || is_dash(**c)
    };
    let ended = before.iter().rev().skip_while(is_end);
    let mut words: Vec<char> =
        ended.take_while(|c| c.is_alphanumeric() || is_blank(**c)).take(16).copied().collect();
    words.reverse();
    words.into_iter().filter(|c| !is_blank(*c)).collect()
}
