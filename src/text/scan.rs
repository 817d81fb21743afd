//! Reading a text from its beginning, step by step.

use super::Year;
use super::character::{half_width, is_blank};
use super::fold::is_dash;
use super::numeral::{digits, four, is_digit, two};
use super::said::is_plausible;

/// The characters of a text in half width. Digits that are spread by blanks
/// (`2 0 2 3 年`), and a year that one blank parts (`20　23年`), are put together.
pub(super) fn characters(text: &str) -> Vec<char> {
    let text: Vec<char> = half_width(text).chars().collect();
    // Nearly no text has any.
    if !text.iter().any(|c| is_blank(*c)) {
        return text;
    }
    let single = |at: usize| {
        let is_digit =
            |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(|c| is_digit(*c));
        is_digit(Some(at)) && !is_digit(at.checked_sub(1)) && !is_digit(Some(at + 1))
    };
    let mut kept = Vec::with_capacity(text.len());
    let mut last = None;
    for (at, c) in text.iter().enumerate().filter(|(_, c)| !is_blank(**c)) {
        let from = last.map_or(0, |last| last + 1);
        if !(last.is_some_and(single) && single(at)) {
            kept.extend(text.get(from..at).unwrap_or_default());
        }
        kept.push(*c);
        last = Some(at);
    }
    let parted: Vec<usize> = (0..kept.len()).filter(|at| parts_year(&kept, *at)).collect();
    for at in parted.into_iter().rev() {
        kept.remove(at);
    }
    kept
}

/// Whether a blank stands here, within the digits of a year that 年 follows.
fn parts_year(text: &[char], at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let Some((blank, after)) = after.split_first() else { return false };
    if !is_blank(*blank) {
        return false;
    }
    let left = before.iter().rev().take_while(|c| is_digit(**c)).count();
    let right = after.iter().take_while(|c| is_digit(**c)).count();
    if left == 0 || right == 0 || left + right != 4 {
        return false;
    }
    let (year, behind) = after.split_at(right);
    let digits: Vec<char> = before.iter().skip(at - left).chain(year).copied().collect();
    four(&digits).is_some_and(|(year, length)| length == 4 && is_plausible(year))
        && behind.iter().find(|c| !is_blank(**c)) == Some(&'年')
}

/// What is left to read of a text. Every step passes over the blanks before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scan<'t> {
    pub(super) text: &'t [char],
    pub(super) at: usize,
}

/// How the parts of a day are parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// 2023年6月30日
    Words,
    /// 2023-6-30, 2023/6/30
    Signs,
    /// 2023.6.30
    Points,
    /// 2023
    Bare,
}

/// A year, a month or a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) year: Year,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
    pub(super) style: Style,
}

impl<'t> Scan<'t> {
    pub(super) fn new(text: &'t [char]) -> Self {
        Self { text, at: 0 }
    }

    pub(super) fn rest(&self) -> &'t [char] {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn blanks(&mut self) {
        self.at += self.rest().iter().take_while(|c| is_blank(**c)).count();
    }

    /// What comes next, but for blanks.
    pub(super) fn next(&self) -> Option<char> {
        self.rest().iter().find(|c| !is_blank(**c)).copied()
    }

    /// Whether nothing but blanks is left.
    pub(super) fn is_end(mut self) -> bool {
        self.blanks();
        self.rest().is_empty()
    }

    /// Passes over one of the words, if it comes next.
    pub(super) fn word(&mut self, words: &[&str]) -> bool {
        let mut here = *self;
        here.blanks();
        let Some(first) = here.rest().first() else { return false };
        for word in words {
            let mut ahead = here;
            let mut letters = word.chars();
            // Nearly every word begins with another letter.
            if !letters.next().is_some_and(|c| first.eq_ignore_ascii_case(&c)) {
                continue;
            }
            ahead.at += 1;
            let comes = letters.all(|c| {
                ahead.blanks();
                let same = ahead.rest().first().is_some_and(|own| own.eq_ignore_ascii_case(&c));
                ahead.at += 1;
                same
            });
            if comes {
                *self = ahead;
                return true;
            }
        }
        false
    }

    /// A number of exactly four digits, none before it.
    pub(super) fn year(&mut self) -> Option<Year> {
        self.blanks();
        let (year, length) = four(self.rest())?;
        self.at += length;
        Some(year)
    }

    /// A number from 1 to `most`.
    pub(super) fn number(&mut self, most: u8) -> Option<u8> {
        let mut ahead = *self;
        ahead.blanks();
        let (number, length) = two(ahead.rest())?;
        ahead.at += length;
        (1..=most).contains(&number).then(|| {
            *self = ahead;
            number
        })
    }

    /// A year, with its month and its day if they follow.
    pub(super) fn point(&mut self) -> Option<Point> {
        let year = self.year()?;
        let mut point = Point { year, month: None, day: None, style: Style::Bare };
        if self.word(&["年"]) {
            point.style = Style::Words;
            self.in_words(&mut point);
        } else {
            self.in_signs(&mut point);
        }
        Some(point)
    }

    /// `6月30日`, behind 年.
    pub(super) fn in_words(&mut self, point: &mut Point) {
        let mut ahead = *self;
        point.month = ahead.number(12).filter(|_| ahead.word(&["月"]));
        if point.month.is_none() {
            return;
        }
        *self = ahead;
        point.day = ahead.number(31).filter(|_| ahead.word(&["日", "号"]) || ahead.is_end());
        if point.day.is_some() {
            *self = ahead;
        }
    }

    /// `-6-30`; the sign stands right behind the year, and both are the same.
    fn in_signs(&mut self, point: &mut Point) {
        let mut ahead = *self;
        let Some(sign) = ahead.sign() else { return };
        let Some(month) = ahead.digits(12) else { return };
        point.month = Some(month);
        point.style = if sign == '.' { Style::Points } else { Style::Signs };
        *self = ahead;
        if ahead.sign() == Some(sign)
            && let Some(day) = ahead.digits(31)
        {
            point.day = Some(day);
            *self = ahead;
        }
    }

    /// `12月31日` or `12-31`, the day only if it is there.
    pub(super) fn month_and_day(&mut self) -> Option<(Option<u8>, Option<u8>)> {
        let month = self.number(12)?;
        let mut ahead = *self;
        let in_words = ahead.word(&["月份", "月"]);
        if in_words {
            *self = ahead;
        }
        let day = if in_words {
            ahead.number(31).filter(|_| ahead.word(&["日", "号"]))
        } else {
            ahead.sign().and_then(|_| ahead.digits(31))
        };
        if day.is_some() {
            *self = ahead;
        }
        Some((Some(month), day))
    }

    fn sign(&mut self) -> Option<char> {
        let sign = match self.rest().first()? {
            sign @ ('-' | '/' | '.') => *sign,
            dash if is_dash(*dash) => '-',
            _ => return None,
        };
        self.at += 1;
        Some(sign)
    }

    /// A number from 1 to `most` in digits, right here.
    fn digits(&mut self, most: u8) -> Option<u8> {
        let length = digits(self.rest());
        (length > 0).then(|| self.number(most)).flatten()
    }
}
