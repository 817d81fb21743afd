//! What a target's cell says: `≥90%`, 〔13.5〕, 与GDP增长同步, 翻一番.

use super::amount::{Amount, amount};
use super::fold::{fold, is_blank, is_mark};
use super::words::{after, before, has, is};
use crate::exact::Decimal;
use crate::term::Comparison::{self, Above, AtLeast, AtMost, Below};

/// A cell, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::plan) enum Cell {
    /// Empty, or a dash.
    Blank,
    /// A number, and what is said about it.
    Bound(Bound),
    /// 全覆盖
    Full,
    /// 翻一番: so many times the baseline.
    Multiple(Decimal),
    /// 与…同步, 高于…: `≥` or `>`, the series as printed, and whether it is 同步.
    Series(Comparison, String, bool),
    /// Not to be read for certain, and why.
    Unread(String),
}

/// A number, and what is said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::plan) struct Bound {
    /// How the value is compared with it.
    pub(in crate::plan) sign: Sign,
    /// The number itself.
    pub(in crate::plan) amount: Amount,
    /// 〔〕, 累计: of all years together.
    pub(in crate::plan) total: bool,
    /// Which years it is about.
    pub(in crate::plan) span: Span,
    /// 提高, 降低: by so much.
    pub(in crate::plan) moves: Option<Move>,
    /// A mark stands behind it, which a footnote explains.
    pub(in crate::plan) marked: bool,
}

/// How a value is compared with the number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::plan) enum Sign {
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
pub(in crate::plan) enum Span {
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

/// Where a value is going.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::plan) enum Move {
    /// 提高
    Up,
    /// 降低
    Down,
}

const UP: &str = "提高 提升 增加 增长 上升";
const DOWN: &str = "降低 下降 减少 压减 削减";

/// What a phrase says of a number.
type Says = fn(&mut Bound);

/// The phrases before a number, and what each says of it. Of those that a text begins with
/// the longest counts.
const BEFORE: [(Says, &str); 14] = [
    (|said| said.sign = Sign::Compare(Above), "> 大于 超过 高于 多于 突破"),
    (
        |said| said.sign = Sign::Compare(AtLeast),
        "≥ 大于等于 大于或等于 不低于 不少于 不小于 不得低于 不得少于 至少 最少 达 达到
        提高到 提高至 提升到 提升至 增加到 增加至 增长到 增长至 上升到 上升至 扩大到",
    ),
    (|said| said.sign = Sign::Compare(Below), "< 小于 低于 少于"),
    (
        |said| said.sign = Sign::Compare(AtMost),
        "≤ 小于等于 小于或等于 不高于 不超过 不大于 不多于 不得高于 不得超过 最多 至多
        降低到 降低至 下降到 下降至 降到 降至 减少到 减少至",
    ),
    (|said| said.sign = Sign::Equal, "= 等于"),
    (|said| said.sign = Sign::About, "约 约为 大约"),
    (|said| said.span = Span::Kept, "保持 保持在 稳定在 维持在"),
    (|said| said.span = Span::Ceiling, "控制在"),
    (|said| said.span = Span::EachYear, "每年 每年度"),
    (|said| said.span = Span::Average, "年均"),
    (|said| said.total = true, "累计 五年累计 新增 总计"),
    (|said| said.moves = Some(Move::Up), UP),
    (|said| said.moves = Some(Move::Down), DOWN),
    (|_| {}, "确保 力争 实现 为"),
];

/// What may stand behind a number and its unit. 以上, 以下 and 以内 include the number
/// itself, in plans as in the Civil Code (article 1259).
const BEHIND: [(Sign, &str); 3] = [
    (Sign::Compare(AtLeast), "以上 及以上 或以上"),
    (Sign::Compare(AtMost), "以下 及以下 或以下 以内 之内"),
    (Sign::About, "左右 上下"),
];

pub(in crate::plan) const SEVERAL: &str = "一格里不止一个数或一个条件，请拆成几条规则";
pub(in crate::plan) const TOO_LONG: &str = "数太长（最多 18 位）";

/// Reads a target's or a baseline's cell.
pub(in crate::plan) fn read(text: &str) -> Cell {
    let folded = fold(text);
    let unmarked = folded.trim_end_matches(is_mark);
    // A mark alone is a dash as well.
    if is_blank(unmarked) {
        return Cell::Blank;
    }
    let text = unmarked.replace("(含)", "").replace("(全覆盖)", "").replace("(%)", "%");
    if after(&text, "实现 达到 保持").unwrap_or(&text) == "全覆盖" {
        return Cell::Full;
    }
    if let Some(special) = times(&text).map(Cell::Multiple).or_else(|| series(&text)) {
        return special;
    }
    match bound(&text) {
        Ok(bound) => {
            let marked = bound.marked || unmarked.len() < folded.len();
            Cell::Bound(Bound { marked, ..bound })
        }
        Err(reason) => Cell::Unread(reason),
    }
}

/// What stands behind the phrases that a text begins with, and what they say.
pub(in crate::plan) fn phrases(text: &str) -> (Vec<Says>, &str) {
    let (mut heard, mut rest) = (Vec::new(), text);
    let phrase = |text| {
        let known = BEFORE.iter().filter_map(|(says, words)| Some((*says, after(text, words)?)));
        known.min_by_key(|(_, rest): &(_, &str)| rest.len())
    };
    while let Some((says, behind)) = phrase(rest) {
        heard.push(says);
        rest = behind;
    }
    (heard, rest)
}

/// 翻一番 is twice the baseline, 翻两番 four times.
fn times(text: &str) -> Option<Decimal> {
    let (from, doubled) = text.split_once('翻')?;
    if !is(from, "实现") && !from.is_empty() && compared(&format!("{from}增长")).is_none() {
        return None;
    }
    let known = [(2, "一番 1番"), (4, "两番 二番 2番"), (8, "三番 3番")];
    let (times, _) = known.into_iter().find(|(_, words)| is(doubled, words))?;
    Decimal::new(times, 0)
}

/// The text from a word on that says where the value goes, behind 比 and 较:
/// 比2020年提高5%. None if it is compared with another year than the baseline's.
fn compared(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(['比', '较'])?;
    let moves = UP.split_whitespace().chain(DOWN.split_whitespace());
    let (from, _) = rest.split_at(moves.filter_map(|word| rest.find(word)).min()?);
    let said = from.trim_end_matches("累计");
    let is_year = |year: &str| year.bytes().all(|byte| byte.is_ascii_digit());
    let is_baseline = said.is_empty()
        || has(said, "基期 期末 五\"末 五”末 五末")
        || before(said, "年 年末").is_some_and(is_year);
    is_baseline.then(|| &rest[from.len()..])
}

/// A number and what is said about it.
fn bound(text: &str) -> Result<Bound, String> {
    let rest = if text.starts_with(['比', '较']) { compared(text) } else { Some(text) };
    let (heard, rest) = phrases(rest.ok_or_else(|| unread(text))?);
    let mut said = Bound {
        sign: Sign::Bare,
        amount: Amount::NONE,
        total: false,
        span: Span::End,
        moves: None,
        marked: false,
    };
    heard.into_iter().for_each(|says| says(&mut said));
    if let Some(inner) = rest.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let inner = bound(inner.trim_end_matches(is_mark))?;
        return said.around(inner).ok_or_else(|| unread(text));
    }
    let (amount, rest) =
        amount(rest).map_err(|reason| reason.map_or_else(|| unread(text), str::to_owned))?;
    said.amount = amount;
    if let Some(unit) = said.amount.unit.strip_suffix("/年") {
        // 4次/年
        said.amount.unit = unit.to_owned();
        if said.span == Span::End {
            said.span = Span::EachYear;
        }
    }
    if let Some((high, rest)) = said.amount.range(rest) {
        let is_range = rest.is_empty() && said.sign == Sign::Bare;
        said.sign = Sign::To(high);
        return if is_range { Ok(said) } else { Err(unread(text)) };
    }
    match BEHIND.into_iter().find(|(_, words)| is(rest, words)) {
        Some((sign, _)) => said.confirm(sign)?,
        None if rest.is_empty() => {}
        None if said.amount.unit.is_empty() && !is_several(text) => {
            return Err(format!("不认识数后面的“{rest}”"));
        }
        None => return Err(unread(text)),
    }
    Ok(said)
}

impl Bound {
    /// Whether it is about the value of one year itself.
    pub(in crate::plan) fn is_level(&self) -> bool {
        !self.total && self.span == Span::End && self.moves.is_none()
    }

    /// Hears what stands behind the number.
    fn confirm(&mut self, sign: Sign) -> Result<(), String> {
        match (&self.sign, &sign) {
            (Sign::Bare, _) => self.sign = sign,
            // 超过95%以上: the word before the number is the stricter one.
            (Sign::Compare(before), Sign::Compare(behind))
                if before.is_upward() == behind.is_upward() => {}
            (_, _) => return Err("数前和数后的话方向相反，或说了两次".to_owned()),
        }
        Ok(())
    }

    /// What stands in brackets is a total; a sign may stand within or before them.
    fn around(self, inner: Self) -> Option<Self> {
        let is_plain = inner.span == Span::End && !inner.total && self.span == Span::End;
        let sign = match (self.sign, inner.sign) {
            (Sign::Bare, sign) | (sign, Sign::Bare) => sign,
            (_, _) => return None,
        };
        let moves = self.moves.or(inner.moves);
        is_plain.then_some(Self { sign, total: true, moves, ..inner })
    }
}

/// A target that names a series instead of a number.
fn series(text: &str) -> Option<Cell> {
    let text = text.strip_suffix("(不低于)").unwrap_or(text);
    // What weakens or stresses the whole of it.
    let leads = ["力争", "确保", "基本", "保持", "实现", "年均增长", "增长", "增速"];
    let text = leads.iter().fold(text, |text, word| text.strip_prefix(word).unwrap_or(text));
    if text.contains(|c: char| c.is_ascii_digit() || matches!(c, '、' | ',' | ';' | '。')) {
        return None;
    }
    if let Some(series) = in_step(text) {
        return Some(Cell::Series(AtLeast, series.to_owned(), true));
    }
    let than = [
        (Some(AtLeast), "不低于 不慢于 不小于 ≥"),
        (Some(Above), "高于 略高于 快于 略快于 超过 大于 >"),
        (None, "低于 略低于 不高于 不超过 < ≤"),
    ];
    let (comparison, series) =
        than.into_iter().find_map(|(than, words)| Some((than, after(text, words)?)))?;
    let is_series = has(series, "增长 增速 GDP 生产总值 平均 水平 全国 全省 全市");
    is_series.then(|| match comparison {
        Some(comparison) => Cell::Series(comparison, series.to_owned(), false),
        None => Cell::Unread("“低于”另一数列：规则只能写不低于（≥）、高于（>）".to_owned()),
    })
}

/// The series of 与…(基本)同步.
fn in_step(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(['与', '和', '同', '跟'])?;
    let mut series = rest.strip_suffix("增长").unwrap_or(rest).strip_suffix("同步")?;
    while let Some(bare) = before(series, "保持 基本 大体 大致") {
        series = bare;
    }
    (!series.is_empty()).then_some(series)
}

/// Why a text without a number that could be read is not read.
fn unread(text: &str) -> String {
    let reason = match text.contains(|c: char| c.is_ascii_digit()) {
        true if is_several(text) => SEVERAL,
        true => "数旁边的文字读不准，请自行写成规则",
        false => "目标是文字，没有可比较的数；若只列出、不判定，可写 form = \"words\"",
    };
    reason.to_owned()
}

/// Whether a text has several conditions, or parts that do not belong to one number.
fn is_several(text: &str) -> bool {
    let parts = text.split(['、', ',', ';', '。', '且', '(']).filter(|part| !part.is_empty());
    text.contains(|c: char| c.is_ascii_digit()) && parts.count() > 1
}
