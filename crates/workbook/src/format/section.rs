//! One section of a number format.

use std::str::Chars;

use compact_str::{CompactString, format_compact};

use super::Shows;
use super::beside::{Sign, beside, unit_of_zero};
use crate::date::{Shown, parts_day};

/// What a section shows, and of which numbers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Section {
    pub(super) condition: Option<Condition>,
    shows: Shows,
    /// The sign that it prints before every number.
    sign: Option<Sign>,
    /// The unit of a zero that it shows as a hyphen.
    of_zero: Option<CompactString>,
    /// Numbers nearer to zero than this have no digit that is printed.
    least: f64,
    is_red: bool,
}

/// `[>=0.5]`
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Condition {
    Less(f64),
    LessOrEqual(f64),
    Greater(f64),
    GreaterOrEqual(f64),
    Equal(f64),
    NotEqual(f64),
}

impl Condition {
    /// Reads what stands in brackets: no condition, one, or one that is not understood.
    fn read(text: &str) -> Option<Option<Self>> {
        type Make = fn(f64) -> Condition;
        let known: [(&str, Make); 6] = [
            ("<=", Self::LessOrEqual),
            (">=", Self::GreaterOrEqual),
            ("<>", Self::NotEqual),
            ("<", Self::Less),
            (">", Self::Greater),
            ("=", Self::Equal),
        ];
        let text = text.trim();
        let (bound, make) =
            known.into_iter().find_map(|(sign, make)| Some((text.strip_prefix(sign)?, make)))?;
        Some(bound.trim().parse().ok().filter(|bound: &f64| bound.is_finite()).map(make))
    }

    pub(super) fn holds(self, value: f64) -> bool {
        match self {
            Self::Less(bound) => value < bound,
            Self::LessOrEqual(bound) => value <= bound,
            Self::Greater(bound) => value > bound,
            Self::GreaterOrEqual(bound) => value >= bound,
            Self::Equal(bound) => value == bound,
            Self::NotEqual(bound) => value != bound,
        }
    }
}

/// The sections of a code, parted by semicolons that are not themselves printed.
pub(super) fn split(code: &str) -> Vec<&str> {
    let mut sections = Vec::new();
    let mut begin = 0;
    let mut characters = code.char_indices();
    while let Some((at, c)) = characters.next() {
        match c {
            ';' => {
                sections.push(&code[begin..at]);
                begin = at + 1;
            }
            '"' => {
                characters.by_ref().find(|(_, c)| *c == '"');
            }
            '[' => {
                characters.by_ref().find(|(_, c)| *c == ']');
            }
            '\\' | '!' | '_' | '*' => {
                characters.next();
            }
            _ => {}
        }
    }
    sections.push(&code[begin..]);
    sections
}

/// Whether a section is for text, which it prints as it is.
pub(super) fn is_text(code: &str) -> bool {
    Pieces::of(code).pieces.contains(&Piece::Text)
}

/// Whether nothing that is seen but the text is printed.
pub(super) fn is_text_alone(code: &str) -> bool {
    let Pieces { pieces, date, is_unknown, .. } = Pieces::of(code);
    let is_blank = |piece: &Piece| matches!(piece, Piece::Literal(c) if c.is_whitespace());
    let seen: Vec<Piece> = pieces.into_iter().filter(|piece| !is_blank(piece)).collect();
    let is_general = GENERAL.iter().any(|word| code.trim().eq_ignore_ascii_case(word));
    is_general || !is_unknown && date.shown().is_none() && seen == [Piece::Text]
}

impl Section {
    /// None of what is not understood.
    pub(super) fn read(code: &str) -> Option<Self> {
        let pieces = Pieces::of(code);
        if pieces.is_unknown {
            return None;
        }
        let (shows, sign) = match pieces.date.shown() {
            // 2023年9月30日（计划）
            Some(_) if pieces.says_more_than_a_day() => (Shows::Unsure, None),
            Some(shown) => (Shows::Day(shown), None),
            None => pieces.number().unwrap_or((Shows::Unsure, None)),
        };
        let (of_zero, least) = (pieces.unit_of_zero(), pieces.least());
        let (condition, is_red) = (pieces.condition, pieces.is_red);
        Some(Self { condition, shows, sign, of_zero, least, is_red })
    }

    /// What it shows of a number that it applies to.
    pub(super) fn shows(&self, value: f64) -> &Shows {
        match self.sign {
            Some(Sign::Minus) if value >= 0.0 => &Shows::Unsure,
            Some(Sign::Plus) if value < 0.0 => &Shows::Unsure,
            _ if value.abs() < self.least => &Shows::Unsure,
            Some(Sign::Minus | Sign::Plus) | None => &self.shows,
        }
    }

    /// What it shows of every number.
    pub(super) fn always(&self) -> Option<&Shows> {
        let is_always = self.condition.is_none() && self.sign.is_none() && self.least == 0.0;
        is_always.then_some(&self.shows)
    }

    /// Whether it shows a hyphen in place of the zero of another section.
    pub(super) fn is_zero_of(&self, main: &Self) -> bool {
        match (&self.of_zero, &main.shows) {
            (Some(unit), Shows::Number { behind, .. }) => unit.is_empty() || unit == behind,
            (_, Shows::Number { .. } | Shows::Day(_) | Shows::Unsure) => false,
        }
    }

    /// As a section for negative numbers alone, of which nothing but itself says that they
    /// are negative.
    pub(super) fn of_negative(&mut self) {
        if self.sign != Some(Sign::Minus) && !self.is_red {
            self.shows = Shows::Unsure;
        }
    }
}

/// A piece of what a section prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece {
    /// A place for a digit, or for the whole number.
    Digit,
    /// A place for a digit that is printed where there is one.
    Spare,
    /// A place for a digit that may be left blank.
    Blank,
    Point,
    Comma,
    Percent,
    Exponent,
    /// A place for the cell's text.
    Text,
    Literal(char),
}

impl Piece {
    /// Whether it prints a part of the number.
    fn is_of_number(&self) -> bool {
        match self {
            Self::Digit
            | Self::Spare
            | Self::Blank
            | Self::Point
            | Self::Comma
            | Self::Exponent
            | Self::Text => true,
            Self::Percent | Self::Literal(_) => false,
        }
    }
}

/// What a section says of a day.
#[derive(Default)]
struct Date {
    year: bool,
    /// Or minutes, beside hours or seconds.
    month: bool,
    day: bool,
    time: bool,
}

impl Date {
    fn shown(&self) -> Option<Shown> {
        let has_date = self.year || self.day || self.month && !self.time;
        match (has_date, self.time) {
            (true, true) => Some(Shown::DateTime),
            (true, false) if self.year && !self.month && !self.day => Some(Shown::Year),
            (true, false) => Some(Shown::Date),
            (false, true) => Some(Shown::Time),
            (false, false) => None,
        }
    }
}

/// A section taken apart.
#[derive(Default)]
struct Pieces {
    condition: Option<Condition>,
    pieces: Vec<Piece>,
    date: Date,
    is_red: bool,
    is_unknown: bool,
}

/// How programs call the format that shows a number as it is.
const GENERAL: [&str; 5] = ["general", "standard", "g/通用格式", "g/標準", "通用格式"];

/// Marks of the halves of a day.
const HALVES: [&str; 2] = ["am/pm", "a/p"];

impl Pieces {
    fn of(code: &str) -> Self {
        let mut pieces = Self::default();
        let mut rest = code.chars();
        while !rest.as_str().is_empty() {
            if let Some(behind) = behind_word(rest.as_str(), &GENERAL) {
                pieces.pieces.push(Piece::Digit);
                rest = behind.chars();
            } else if let Some(behind) = behind_word(rest.as_str(), &HALVES) {
                pieces.date.time = true;
                rest = behind.chars();
            } else if let Some(c) = rest.next() {
                pieces.take(c, &mut rest);
            }
        }
        pieces
    }

    fn take(&mut self, c: char, rest: &mut Chars<'_>) {
        match c {
            // The character behind is printed, skipped or filled with.
            '\\' | '!' => self.pieces.extend(rest.next().map(Piece::Literal)),
            '_' | '*' => {
                rest.next();
            }
            '"' => self.pieces.extend(rest.take_while(|c| *c != '"').map(Piece::Literal)),
            '[' => {
                let inner: String = rest.take_while(|c| *c != ']').collect();
                self.bracket(&inner);
            }
            '0' => self.pieces.push(Piece::Digit),
            '#' => self.pieces.push(Piece::Spare),
            '?' => self.pieces.push(Piece::Blank),
            '.' => self.pieces.push(Piece::Point),
            ',' => self.pieces.push(Piece::Comma),
            '%' => self.pieces.push(Piece::Percent),
            '@' => self.pieces.push(Piece::Text),
            // A fraction, whose denominator may be written out.
            '/' if self.pieces.iter().any(Piece::is_of_number) => {
                self.pieces.push(Piece::Digit);
                *rest = rest.as_str().trim_start_matches(|c: char| c.is_ascii_digit()).chars();
            }
            // 1.5E+03
            'E' | 'e' if rest.as_str().starts_with(['+', '-']) => {
                rest.next();
                self.pieces.push(Piece::Exponent);
            }
            'y' | 'Y' | 'e' | 'E' | 'g' | 'G' | 'b' | 'B' => self.date.year = true,
            'm' | 'M' => self.date.month = true,
            'd' | 'D' | 'a' | 'A' => self.date.day = true,
            'h' | 'H' | 's' | 'S' => self.date.time = true,
            c => self.pieces.push(Piece::Literal(c)),
        }
    }

    /// A condition, hours beyond a day, a currency; or a colour, a language and others that
    /// change nothing.
    fn bracket(&mut self, inner: &str) {
        let is_time = !inner.is_empty()
            && inner.chars().all(|c| matches!(c.to_ascii_lowercase(), 'h' | 'm' | 's'));
        if is_time {
            self.date.time = true;
        } else if let Some(condition) = Condition::read(inner) {
            self.is_unknown |= condition.is_none() || self.condition.is_some();
            self.condition = condition;
        } else if let Some(currency) = inner.strip_prefix('$') {
            let sign = currency.rsplit_once('-').map_or(currency, |(sign, _)| sign);
            // The sign of the yuan is that of the yen, too.
            self.is_unknown |= !sign.is_empty() && currency.ends_with("-411");
            self.pieces.extend(sign.chars().map(Piece::Literal));
        } else {
            self.is_red |= inner.eq_ignore_ascii_case("red") || inner.starts_with(['红', '紅']);
        }
    }

    /// Whether anything else is printed beside the parts of a day or a time than what parts
    /// or names them.
    fn says_more_than_a_day(&self) -> bool {
        self.pieces.iter().any(|piece| match piece {
            Piece::Literal(c) => !parts_day(*c),
            Piece::Text => true,
            Piece::Digit
            | Piece::Spare
            | Piece::Blank
            | Piece::Point
            | Piece::Comma
            | Piece::Percent
            | Piece::Exponent => false,
        })
    }

    fn unit_of_zero(&self) -> Option<CompactString> {
        let seen = self.pieces.iter().copied().filter(|piece| *piece != Piece::Blank);
        unit_of_zero(&printed(&seen.collect::<Vec<_>>())?)
    }

    /// The number nearest to zero of which a digit is printed: `#` prints none of 0 and of 0.4.
    fn least(&self) -> f64 {
        let has_spare =
            self.pieces.iter().any(|piece| matches!(piece, Piece::Spare | Piece::Blank));
        if !has_spare || self.pieces.iter().any(|piece| matches!(piece, Piece::Digit | Piece::Text))
        {
            return 0.0;
        }
        let behind = self.pieces.iter().skip_while(|piece| **piece != Piece::Point).skip(1);
        let decimals = behind.filter(|piece| matches!(piece, Piece::Spare | Piece::Blank)).count();
        let percents = self.pieces.iter().filter(|piece| **piece == Piece::Percent).count();
        // Half of the last decimal.
        format_compact!("5e-{}", decimals + 2 * percents + 1).parse().unwrap_or(0.0)
    }

    /// What it makes of a number; none if that is not sure.
    fn number(&self) -> Option<(Shows, Option<Sign>)> {
        let first = self.pieces.iter().position(Piece::is_of_number)?;
        let last = self.pieces.iter().rposition(Piece::is_of_number)?;
        let percents = self.pieces.iter().filter(|piece| **piece == Piece::Percent).count();
        let power = 2 * i32::try_from(percents).ok()? - shown_less(&self.pieces[first..=last])?;
        let (before, behind) =
            (printed(&self.pieces[..first])?, printed(&self.pieces[last + 1..])?);
        let (sign, unit) = beside(&before, &behind)?;
        let decimals = decimals(&self.pieces[first..=last]);
        let (power, decimals, behind) = match (power, percents) {
            (0, 0) => (0, decimals, &*unit),
            (2, 1) if unit.matches('%').count() == 1 => (2, decimals, &*unit),
            (less, 0) => (0, 0, behind_multiple(&unit, less)?),
            _ => return None,
        };
        Some((Shows::Number { power, decimals, behind: CompactString::from(behind) }, sign))
    }
}

/// What stands behind the one of the words that a text begins with, in any case.
fn behind_word<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| {
        let (begin, behind) = text.split_at_checked(word.len())?;
        begin.eq_ignore_ascii_case(word).then_some(behind)
    })
}

/// By how many powers of ten what its places show is less than the number: by commas behind
/// its digits, or by a point that is only printed. None where something else stands
/// between its digits.
fn shown_less(number: &[Piece]) -> Option<i32> {
    let has_point = number.contains(&Piece::Point);
    let (mut less, mut point_is_printed) = (0i32, false);
    for (at, piece) in number.iter().enumerate() {
        match piece {
            Piece::Digit | Piece::Spare | Piece::Blank => less += i32::from(point_is_printed),
            Piece::Point | Piece::Exponent | Piece::Text | Piece::Literal(' ') => {}
            Piece::Comma => match number.get(at + 1) {
                Some(Piece::Digit | Piece::Spare | Piece::Blank) => {}
                _ => less += 3,
            },
            Piece::Literal('.') if !has_point && !point_is_printed => point_is_printed = true,
            Piece::Literal(_) | Piece::Percent => return None,
        }
    }
    Some(less)
}

/// How many decimals are printed of every number; of powers of ten none are counted.
fn decimals(number: &[Piece]) -> usize {
    let is_scientific = number.contains(&Piece::Exponent);
    let behind = number.iter().skip_while(|piece| **piece != Piece::Point).skip(1);
    let digits = behind.take_while(|piece| **piece == Piece::Digit).count();
    if is_scientific { 0 } else { digits }
}

/// What is printed beside a number; none if it could be taken for a part of it.
fn printed(pieces: &[Piece]) -> Option<String> {
    let printed: Option<String> = pieces
        .iter()
        .map(|piece| match piece {
            Piece::Literal(c) => (!c.is_numeric() && !".,．，".contains(*c)).then_some(*c),
            Piece::Percent => Some('%'),
            Piece::Digit
            | Piece::Spare
            | Piece::Blank
            | Piece::Point
            | Piece::Comma
            | Piece::Exponent
            | Piece::Text => None,
        })
        .collect();
    printed.map(|printed| printed.trim().to_owned())
}

/// What is printed behind a number that shows less than it is, without the word that says
/// by how much: `0!.0,"万"` shows 12.5万 of 125,000.
fn behind_multiple(behind: &str, power: i32) -> Option<&str> {
    let words = [("百万", 6), ("千万", 7), ("十万", 5), ("万", 4), ("亿", 8), ("千", 3)];
    let of_power = words.into_iter().filter(|(_, of)| *of == -power);
    of_power.into_iter().find_map(|(word, _)| behind.strip_prefix(word))
}
