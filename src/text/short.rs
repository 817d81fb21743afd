//! Years that are written shorter or in another way than in four digits and a word.

use super::around::is_cut_off;
use super::character::is_blank;
use super::date::Year;
use super::numeral;
use super::period::Part;
use super::said::{connector, ending, is_plausible, label, stretch};
use super::scan::{Point, Scan, Style};

/// Passes over a year in two digits (22年度, 二二年度, Dec-22), or a day in eight (截至20220630).
pub(super) fn point(scan: &mut Scan<'_>) -> Option<Point> {
    match numeral::digits(scan.rest()) {
        0 => numeral::twenties(scan.rest()).and_then(|_| in_words(scan)),
        2 => behind_month(scan).or_else(|| in_words(scan)),
        6 => in_six(scan),
        8 => in_eight(scan),
        _ => None,
    }
}

/// Passes over two years in two digits: 22-23年度.
pub(super) fn years(scan: &mut Scan<'_>) -> Option<(Year, Year)> {
    let last = scan.at.checked_sub(1).and_then(|at| scan.text.get(at));
    if last.is_some_and(|c| c.is_ascii_alphanumeric() || "-/.".contains(*c)) {
        return None;
    }
    let mut ahead = *scan;
    let first = year(&mut ahead)?;
    ahead.word(&["年"]);
    if !(connector(&mut ahead) || ahead.word(&["/"])) {
        return None;
    }
    let last = year(&mut ahead).filter(|last| *last > first)?;
    let is_said = ahead.word(&["年度", "学年", "财年", "年"]);
    is_said.then(|| {
        *scan = ahead;
        (first, last)
    })
}

/// The years that two digits may stand for. Fewer are more often a count of years.
fn year(scan: &mut Scan<'_>) -> Option<Year> {
    if let Some((year, length)) = numeral::twenties(scan.rest()) {
        scan.at += length;
        return Some(2000 + Year::from(year));
    }
    let year = scan.number(39).filter(|year| *year >= 20)?;
    Some(2000 + Year::from(year))
}

/// What ends before a count of years: 工作年限：22年, 近22年.
const COUNTED: [&str; 16] = [
    "限", "龄", "任期", "刑期", "时长", "历时", "满", "近", "约", "共", "第", "前", "后", "达",
    "超过", "十",
];

/// What goes on behind 年 if it is no count of years. 以上, 内, 来 and the like are none.
const FOLLOWERS: [&str; 32] = [
    "份",
    "年报",
    "年终",
    "统计",
    "报",
    "残",
    "主要",
    "完成",
    "全年",
    "全区",
    "全市",
    "全县",
    "末",
    "底",
    "终",
    "初",
    "上半年",
    "下半年",
    "半年",
    "季度",
    "月度",
    "指标",
    "实绩",
    "实际",
    "数据",
    "数值",
    "情况",
    "各",
    "汇总",
    "就业",
    "持证",
    "第",
];

/// `22年`, where nothing says that it is a count of years. 年度 is none wherever it stands.
fn in_words(scan: &mut Scan<'_>) -> Option<Point> {
    let before = *scan;
    let label = label(before);
    if COUNTED.iter().any(|word| label.ends_with(word)) {
        return None;
    }
    let mut ahead = *scan;
    let year = year(&mut ahead)?;
    let last = before.at.checked_sub(1).and_then(|at| before.text.get(at));
    let is_joined = last.is_some_and(|c| c.is_ascii_alphanumeric() || "-/.+~%—–".contains(*c));
    if is_joined || !ahead.word(&["年"]) {
        return None;
    }
    let is_start = last.is_none_or(|c| !c.is_alphanumeric())
        || is_cut_off(before, before)
        || label.ends_with(['期', '度', '份']);
    let is_year = ahead.clone().word(&["度"]) || is_start && is_year_alone(ahead);
    let mut point = Point { year, month: None, day: None, style: Style::Words };
    is_year.then(|| {
        ahead.in_words(&mut point);
        *scan = ahead;
        point
    })
}

/// Whether what follows `22年` says that it is a year, or is not there.
fn is_year_alone(mut scan: Scan<'_>) -> bool {
    let mut month = scan;
    if month.number(12).is_some() {
        return is_month(month);
    }
    let is_year = |mut scan: Scan<'_>| scan.year().is_some_and(is_plausible);
    is_year(scan)
        || scan.word(&FOLLOWERS)
        || scan.next().is_none_or(|c| !c.is_alphanumeric() && c != '+')
}

/// Whether a number behind 年 is a month, or the first of several.
fn is_month(mut scan: Scan<'_>) -> bool {
    scan.clone().word(&["月"]) || connector(&mut scan)
}

/// Months in digits right behind a year, that no word follows: 2023年06, 2023_06, 2023M6,
/// 2023_1-6.
pub(super) fn bare_months(scan: &mut Scan<'_>, point: &Point) -> Option<Part> {
    let mut ahead = *scan;
    let last = scan.at.checked_sub(1).and_then(|at| scan.text.get(at));
    let sign = match point.style {
        Style::Words if last == Some(&'年') => None,
        Style::Bare => Some(*ahead.rest().first()?),
        Style::Words | Style::Signs | Style::Points => return None,
    };
    let is_lettered = matches!(sign, Some('M' | 'm'));
    if sign.is_some_and(|sign| !is_lettered && sign != '_' && !is_blank(sign)) {
        return None;
    }
    ahead.at += usize::from(sign.is_some());
    let length = numeral::digits(ahead.rest());
    let from = ahead.number(12)?;
    let mut further = ahead;
    let to = connector(&mut further).then(|| further.number(12)).flatten();
    ahead = if to.is_some() { further } else { ahead };
    let is_month = length == 2 || is_lettered || to.is_some();
    let ends = match ahead.rest() {
        [] => true,
        ['-', next, ..] => !next.is_ascii_digit(),
        [next, ..] => is_blank(*next) || matches!(next, ')' | ']' | '.' | '_'),
    };
    (is_month && ends).then(|| {
        *scan = ahead;
        to.map_or(ending(from), |to| stretch(from, to, 12))
    })
}

/// English months right behind a year: 2023-Jun, 2023 Jan-Jun.
pub(super) fn months_behind(scan: &mut Scan<'_>, point: &Point) -> Option<Part> {
    if point.style != Style::Bare {
        return None;
    }
    let mut ahead = *scan;
    let from = month_here(&mut ahead)?;
    let mut further = ahead;
    let to = month_here(&mut further);
    *scan = if to.is_some() { further } else { ahead };
    Some(to.map_or(ending(from), |to| stretch(from, to, 12)))
}

/// Passes over an English month, and one sign before it.
fn month_here(scan: &mut Scan<'_>) -> Option<u8> {
    let mut ahead = *scan;
    let is_sign = |c: &char| is_blank(*c) || matches!(c, '-' | '_' | '.' | '/' | '\'' | '’');
    ahead.at += usize::from(ahead.rest().first().is_some_and(is_sign));
    let letters = ahead.rest().iter().take_while(|c| c.is_ascii_alphabetic());
    let word: String = letters.map(char::to_ascii_lowercase).collect();
    let is_it = |month: &&str| *month == word || word.len() == 3 && month.starts_with(&word);
    let at = MONTHS.iter().position(is_it)?;
    ahead.at += word.len();
    *scan = ahead;
    u8::try_from(at + 1).ok()
}

/// Whether a month in digits stands right before the year: 6月2023, 06-2023.
pub(super) fn is_month_before(before: Scan<'_>) -> bool {
    let text = before.text.get(..before.at).unwrap_or_default();
    let (text, is_worded) = match text {
        [text @ .., '月', '份'] | [text @ .., '月'] => (text, true),
        [text @ .., '-' | '_' | '/' | '.'] => (text, false),
        _ => return false,
    };
    let is_number = |c: &&char| numeral::is_digit(**c) || **c == '十';
    let length = text.iter().rev().take_while(is_number).count();
    let (before, number) = text.split_at(text.len() - length);
    let month = Scan::new(number).number(12);
    let is_alone = || before.last().is_none_or(|c| matches!(c, '_' | '(') || is_blank(*c));
    let is_month = is_worded || numeral::digits(number) == 2 && length == 2 && is_alone();
    is_month && month.is_some_and(|month| ending(month) == Part::Partial)
}

/// `202212`: a month of this century. No code of a region begins like it.
fn in_six(scan: &mut Scan<'_>) -> Option<Point> {
    let last = scan.at.checked_sub(1).and_then(|at| scan.text.get(at));
    if last.is_some_and(|c| c.is_ascii_alphanumeric() || "-/.".contains(*c)) {
        return None;
    }
    let digits: Vec<char> = scan.rest().iter().take(6).copied().collect();
    let (year, _) = numeral::four(digits.get(..4)?)?;
    let (month, _) = numeral::two(digits.get(4..)?)?;
    let is_month = (2000..2100).contains(&year) && (1..=12).contains(&month);
    is_month.then(|| {
        scan.at += 6;
        Point { year, month: Some(month), day: None, style: Style::Bare }
    })
}

/// `20220630`, but only behind a word such as 截至, or `20221231`: eight digits are else a code, or
/// when a file was made.
fn in_eight(scan: &mut Scan<'_>) -> Option<Point> {
    let is_led = is_cut_off(*scan, *scan);
    let digits: Vec<char> = scan.rest().iter().take(8).copied().collect();
    let (year, _) = numeral::four(digits.get(..4)?)?;
    let (month, _) = numeral::two(digits.get(4..6)?)?;
    let (day, _) = numeral::two(digits.get(6..)?)?;
    if !is_led && (!is_plausible(year) || (month, day) != (12, 31)) {
        return None;
    }
    scan.at += 8;
    let style = if is_led { Style::Signs } else { Style::Bare };
    Some(Point { year, month: Some(month), day: Some(day), style })
}

/// `22` of `Dec-22`, as spreadsheet programs show a month.
fn behind_month(scan: &mut Scan<'_>) -> Option<Point> {
    let last = scan.at.checked_sub(1).and_then(|at| scan.text.get(at));
    if !last.is_some_and(|c| matches!(c, '-' | '\'' | '’')) {
        return None;
    }
    let (month, _) = month_before(*scan)?;
    let mut ahead = *scan;
    let year = year(&mut ahead)?;
    let goes_on = ahead.rest().first().is_some_and(|c| c.is_alphanumeric() || "-/,".contains(*c));
    (!goes_on).then(|| {
        *scan = ahead;
        Point { year, month: Some(month), day: None, style: Style::Words }
    })
}

/// A year with the English month before it, if there is one: Jun 2022.
pub(super) fn with_month(before: Scan<'_>, point: Point) -> Point {
    let Some(found) = month_of(before).filter(|_| point.style == Style::Bare) else { return point };
    Point { month: Some(found.month), day: found.day, style: Style::Words, ..point }
}

/// An English month before a year, and the day beside it.
struct Month {
    month: u8,
    day: Option<u8>,
    /// Where it begins.
    from: usize,
}

/// Where a month that stands before the year begins: Jun 30, 2022.
pub(super) fn start<'t>(before: Scan<'t>) -> Scan<'t> {
    month_of(before).map_or(before, |month| Scan { at: month.from, ..before })
}

/// The month, or months (Oct-Dec), and the day that stand right before.
fn month_of(scan: Scan<'_>) -> Option<Month> {
    let (month, from) = month_before(scan).or_else(|| {
        // Jun 30, 2022
        let (_, at) = day_before(scan)?;
        month_before(Scan { at, ..scan })
    })?;
    let is_right_before = month_before(scan).is_some();
    let beside = day_before(if is_right_before { Scan { at: from, ..scan } } else { scan });
    let (day, start) = match beside {
        Some((day, at)) if is_right_before => (Some(day), at),
        Some((day, _)) => (Some(day), from),
        None => (None, from),
    };
    // Of several months the year is whole only if they begin with the first.
    let joined = Scan { at: before_joint(scan, start), ..scan };
    let first = month_before(joined).filter(|_| day.is_none());
    Some(match first {
        Some((1, from)) => Month { month, day, from },
        Some((first, from)) => Month { month: first.min(11), day, from },
        None => Month { month, day, from: start },
    })
}

/// Where a word ends that joins two months, seen from the second: Jul to Dec.
fn before_joint(scan: Scan<'_>, at: usize) -> usize {
    let before = scan.text.get(..at).unwrap_or_default();
    let blanks = before.iter().rev().take_while(|c| is_blank(**c)).count();
    let before = before.get(..at - blanks).unwrap_or_default();
    let word = ["to", "through", "thru", "and", "至", "到"].into_iter().find(|word| {
        let word: Vec<char> = word.chars().collect();
        before.ends_with(&word)
    });
    word.map_or(at, |word| before.len() - word.chars().count())
}

/// The day in digits that stands right before, and where it begins: 30, 1st.
fn day_before(scan: Scan<'_>) -> Option<(u8, usize)> {
    let is_sign = |c: char| is_blank(c) || matches!(c, ',' | '.' | '-');
    let mut at = scan.at;
    let last = |at: usize| at.checked_sub(1).and_then(|at| scan.text.get(at)).copied();
    while last(at).is_some_and(is_sign) {
        at -= 1;
    }
    let text = scan.text.get(..at)?;
    let is_ending = ["st", "nd", "rd", "th"].iter().any(|ending| {
        let ending: Vec<char> = ending.chars().collect();
        text.ends_with(&ending)
    });
    at = if is_ending { at.checked_sub(2)? } else { at };
    let digits = scan.text.get(..at)?.iter().rev().take_while(|c| c.is_ascii_digit()).count();
    let from = at.checked_sub(digits).filter(|_| (1..=2).contains(&digits))?;
    let day = Scan { at: from, ..scan }.number(31)?;
    Some((day, from))
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The English month that stands right before, and where it begins.
fn month_before(scan: Scan<'_>) -> Option<(u8, usize)> {
    let before = scan.text.get(..scan.at)?;
    let is_sign = |c: &&char| {
        is_blank(**c) || matches!(c, '-' | '–' | '—' | '~' | '\'' | '’' | '.' | ',' | '/')
    };
    let signs = before.iter().rev().take(3).take_while(is_sign).count();
    let letters = before.iter().rev().skip(signs).take_while(|c| c.is_ascii_alphabetic());
    let mut letters: Vec<char> = letters.copied().collect();
    letters.reverse();
    let word = letters.into_iter().collect::<String>().to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| {
        word.len() >= 3 && month.starts_with(&word) || word == "sept" && *month == "september"
    })?;
    let from = scan.at.checked_sub(signs + word.len())?;
    Some((u8::try_from(at + 1).ok()?, from))
}
