//! What a target's cell says: `≥90%`, 〔13.5〕, 与GDP增长同步, 翻一番.

use super::amount::{Amount, NoNumber, amount};
use super::fold::{fold, is_blank};
use super::series::{Named, named};
use super::words::{Before, Behind, Move, before, behind, compared};
use crate::exact::Decimal;
use crate::term::Comparison;

/// A cell, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell {
    /// Empty, or a dash.
    Blank,
    /// A number, and what is said about it.
    Bound(Bound),
    /// 全覆盖
    Full,
    /// 翻一番: so many times the baseline.
    Multiple(Decimal),
    /// 与…同步, 高于…
    Series(Named),
    /// Not to be read for certain.
    Unread(Unread),
}

/// A number, and what is said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bound {
    /// How the value is compared with it.
    pub(super) sign: Sign,
    /// The number itself.
    pub(super) amount: Amount,
    /// 〔〕, 累计: of all years together.
    pub(super) total: bool,
    /// Which years it is about.
    pub(super) span: Span,
    /// 提高, 降低: by so much.
    pub(super) moves: Option<Move>,
    /// A mark stands behind it, which a footnote explains.
    pub(super) marked: bool,
}

/// How a value is compared with the number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sign {
    /// The cell does not say.
    Bare,
    /// It says.
    Compare(Comparison),
    /// 等于
    Equal,
    /// Between the number and another: 2-3个.
    To(Amount),
    /// 左右
    About,
}

/// Which years a target is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Span {
    /// The target year, where nothing else is said.
    End,
    /// 保持在: every year.
    Kept,
    /// 控制在: every year, and the number is a ceiling.
    Ceiling,
    /// 每年: every year by itself.
    EachYear,
    /// 年均: the average of the years.
    Average,
}

/// Why a cell can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unread {
    /// It has words, and no number to hold a value against.
    Words,
    /// It has a number, and words that are not known.
    Unclear,
    /// It has several conditions, or parts that do not belong to one number.
    Several,
    /// What stands behind the number is no unit.
    NoUnit(String),
    /// 不低于…以下
    Contradiction,
    /// More digits than an exact number holds.
    TooLong,
    /// 低于 a series: plans are only ever held against one from above.
    Downward,
}

impl Unread {
    /// Why a cell was not read, for the planner.
    pub(super) fn reason(&self) -> String {
        match self {
            Self::Words => {
                "目标是文字，没有可比较的数；若只列出、不判定，可写 form = \"words\"".to_owned()
            }
            Self::Unclear => "数旁边的文字读不准，请自行写成规则".to_owned(),
            Self::Several => "一格里不止一个数或一个条件，请拆成几条规则".to_owned(),
            Self::NoUnit(rest) => format!("不认识数后面的“{rest}”"),
            Self::Contradiction => "数前和数后的话方向相反，或说了两次".to_owned(),
            Self::TooLong => "数太长（最多 18 位）".to_owned(),
            Self::Downward => "“低于”另一数列：规则只能写不低于（≥）、高于（>）".to_owned(),
        }
    }
}

/// Reads a target's or a baseline's cell.
pub(super) fn read(text: &str) -> Cell {
    let folded = fold(text);
    let unmarked = folded.trim_end_matches(is_mark);
    // A mark alone is a dash as well.
    if is_blank(unmarked) {
        return Cell::Blank;
    }
    let text = unmarked.replace("(含)", "").replace("(全覆盖)", "").replace("(%)", "%");
    if let Some(special) = special(&text) {
        return special;
    }
    match bound(&text) {
        Ok(mut bound) => {
            bound.marked |= unmarked.len() < folded.len();
            Cell::Bound(bound)
        }
        Err(unread) => Cell::Unread(unread),
    }
}

/// A mark that refers to a footnote.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '*' | '①'..='⑳' | '†' | '‡' | '¹' | '²' | '³')
}

/// What is said without a number.
fn special(text: &str) -> Option<Cell> {
    let plain = ["实现", "达到", "保持"].iter().find_map(|word| text.strip_prefix(word));
    if plain.unwrap_or(text) == "全覆盖" {
        return Some(Cell::Full);
    }
    if let Some(times) = times(text) {
        return Some(Cell::Multiple(times));
    }
    named(text).map(|read| read.map_or_else(Cell::Unread, Cell::Series))
}

/// 翻一番 is twice the baseline, 翻两番 four times.
fn times(text: &str) -> Option<Decimal> {
    let at = text.find('翻')?;
    let from = &text[..at];
    if !from.is_empty() && compared(&format!("{from}增长")).is_none() && from != "实现" {
        return None;
    }
    let times = match text[at..].strip_prefix('翻')? {
        "一番" | "1番" => 2,
        "两番" | "二番" | "2番" => 4,
        "三番" | "3番" => 8,
        _ => return None,
    };
    Decimal::new(times, 0)
}

/// A number and what is said about it.
fn bound(text: &str) -> Result<Bound, Unread> {
    let mut said = Said::default();
    let mut rest = text;
    if text.starts_with(['比', '较']) {
        rest = compared(text).ok_or_else(|| words(text))?;
    }
    while let Some((word, behind)) = before(rest) {
        said.before(word);
        rest = behind;
    }
    if let Some(inner) = rest.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let inner = bound(inner.trim_end_matches(is_mark))?;
        return said.bracketed(inner).ok_or_else(|| words(text));
    }
    let (amount, rest) = amount(rest).map_err(|no| match no {
        NoNumber::TooLong => Unread::TooLong,
        NoNumber::Torn => Unread::Several,
        NoNumber::None => words(text),
    })?;
    let mut amount = amount;
    if let Some(unit) = amount.unit.strip_suffix("/年") {
        // 4次/年
        amount.unit = unit.to_owned();
        said.span.get_or_insert(Span::EachYear);
    }
    if let Some((second, rest)) = range(&amount, rest) {
        if !rest.is_empty() || said.sign.is_some() {
            return Err(words(text));
        }
        let (low, high) = second;
        return Ok(said.bound(low, Sign::To(high)));
    }
    match behind(rest) {
        Some(word) => said.behind(word)?,
        None if rest.is_empty() => {}
        None if amount.unit.is_empty() && several(text).is_none() => {
            return Err(Unread::NoUnit(rest.to_owned()));
        }
        None => return Err(words(text)),
    }
    let sign = said.sign.clone().unwrap_or(Sign::Bare);
    Ok(said.bound(amount, sign))
}

/// The second number of a range, and what stands behind it.
fn range<'t>(low: &Amount, rest: &'t str) -> Option<((Amount, Amount), &'t str)> {
    let rest = ["-", "~", "至", "到"].iter().find_map(|between| rest.strip_prefix(between))?;
    let (high, rest) = amount(rest).ok()?;
    let mut low = low.clone();
    // 2-3个 and 5-10万 say it once for both.
    if low.is_bare() {
        low.zeros = high.zeros;
    }
    if low.unit.is_empty() {
        low.unit.clone_from(&high.unit);
    }
    (low.unit == high.unit).then_some(((low, high), rest))
}

/// What the words around a number say.
#[derive(Debug, Clone, Default)]
struct Said {
    sign: Option<Sign>,
    total: bool,
    span: Option<Span>,
    moves: Option<Move>,
}

impl Said {
    fn before(&mut self, word: Before) {
        match word {
            Before::Sign(comparison) => self.sign = Some(Sign::Compare(comparison)),
            Before::Equal => self.sign = Some(Sign::Equal),
            Before::About => self.sign = Some(Sign::About),
            Before::Kept => self.span = Some(Span::Kept),
            Before::Ceiling => self.span = Some(Span::Ceiling),
            Before::EachYear => self.span = Some(Span::EachYear),
            Before::Average => self.span = Some(Span::Average),
            Before::Total => self.total = true,
            Before::Move(to) => self.moves = Some(to),
            Before::Nothing => {}
        }
    }

    fn behind(&mut self, word: Behind) -> Result<(), Unread> {
        match (word, &self.sign) {
            (Behind::About, None) => self.sign = Some(Sign::About),
            (Behind::Sign(comparison), None) => self.sign = Some(Sign::Compare(comparison)),
            // 超过95%以上: the word before the number is the stricter one.
            (Behind::Sign(behind), Some(Sign::Compare(before)))
                if before.is_upward() == behind.is_upward() => {}
            (Behind::Sign(_) | Behind::About, Some(_)) => return Err(Unread::Contradiction),
        }
        Ok(())
    }

    fn bound(self, amount: Amount, sign: Sign) -> Bound {
        let span = self.span.unwrap_or(Span::End);
        Bound { sign, amount, total: self.total, span, moves: self.moves, marked: false }
    }

    /// What stands in brackets is a total; a sign may stand within or before them.
    fn bracketed(self, inner: Bound) -> Option<Bound> {
        let sign = match (self.sign, &inner.sign) {
            (None, inner) => inner.clone(),
            (Some(outer), Sign::Bare) => outer,
            (Some(_), _) => return None,
        };
        let is_plain = inner.span == Span::End && !inner.total && self.span.is_none();
        let moves = self.moves.or(inner.moves);
        is_plain.then_some(Bound { sign, total: true, moves, ..inner })
    }
}

/// Why a text without a number that could be read is not read.
fn words(text: &str) -> Unread {
    let has_number = text.contains(|c: char| c.is_ascii_digit());
    let unclear = if has_number { Unread::Unclear } else { Unread::Words };
    several(text).unwrap_or(unclear)
}

fn several(text: &str) -> Option<Unread> {
    let parts = text.split(['、', ',', ';', '。', '且', '(']).filter(|part| !part.is_empty());
    let has_number = text.contains(|c: char| c.is_ascii_digit());
    (has_number && parts.count() > 1).then_some(Unread::Several)
}
