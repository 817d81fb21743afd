//! The words before and behind the number of a target: 不少于…, …以上, 保持在….

use crate::term::Comparison::{self, Above, AtLeast, AtMost, Below};

/// Where a target's value is going.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Move {
    /// 提高
    Up,
    /// 降低
    Down,
}

/// What a word before the number says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// How the value is compared.
    Sign(Comparison),
    /// 等于
    Equal,
    /// 约
    About,
    /// 保持在: the target holds in every year.
    Kept,
    /// 控制在: it does, and the number is a ceiling.
    Ceiling,
    /// 每年
    EachYear,
    /// 年均
    Average,
    /// 累计
    Total,
    /// 提高, 降低: by so much, not to so much.
    Move(Move),
    /// Says nothing about the number.
    Nothing,
}

/// Every word before a number. Of those that a text begins with the longest counts.
const BEFORE: [(&str, Before); 83] = [
    (">", Before::Sign(Above)),
    ("≥", Before::Sign(AtLeast)),
    ("<", Before::Sign(Below)),
    ("≤", Before::Sign(AtMost)),
    ("=", Before::Equal),
    ("等于", Before::Equal),
    ("大于等于", Before::Sign(AtLeast)),
    ("大于或等于", Before::Sign(AtLeast)),
    ("小于等于", Before::Sign(AtMost)),
    ("小于或等于", Before::Sign(AtMost)),
    ("不低于", Before::Sign(AtLeast)),
    ("不少于", Before::Sign(AtLeast)),
    ("不小于", Before::Sign(AtLeast)),
    ("不得低于", Before::Sign(AtLeast)),
    ("不得少于", Before::Sign(AtLeast)),
    ("至少", Before::Sign(AtLeast)),
    ("最少", Before::Sign(AtLeast)),
    ("达", Before::Sign(AtLeast)),
    ("达到", Before::Sign(AtLeast)),
    ("提高到", Before::Sign(AtLeast)),
    ("提高至", Before::Sign(AtLeast)),
    ("提升到", Before::Sign(AtLeast)),
    ("提升至", Before::Sign(AtLeast)),
    ("增加到", Before::Sign(AtLeast)),
    ("增加至", Before::Sign(AtLeast)),
    ("增长到", Before::Sign(AtLeast)),
    ("增长至", Before::Sign(AtLeast)),
    ("上升到", Before::Sign(AtLeast)),
    ("上升至", Before::Sign(AtLeast)),
    ("扩大到", Before::Sign(AtLeast)),
    ("大于", Before::Sign(Above)),
    ("超过", Before::Sign(Above)),
    ("高于", Before::Sign(Above)),
    ("多于", Before::Sign(Above)),
    ("突破", Before::Sign(Above)),
    ("不高于", Before::Sign(AtMost)),
    ("不超过", Before::Sign(AtMost)),
    ("不大于", Before::Sign(AtMost)),
    ("不多于", Before::Sign(AtMost)),
    ("不得高于", Before::Sign(AtMost)),
    ("不得超过", Before::Sign(AtMost)),
    ("最多", Before::Sign(AtMost)),
    ("至多", Before::Sign(AtMost)),
    ("降低到", Before::Sign(AtMost)),
    ("降低至", Before::Sign(AtMost)),
    ("下降到", Before::Sign(AtMost)),
    ("下降至", Before::Sign(AtMost)),
    ("降到", Before::Sign(AtMost)),
    ("降至", Before::Sign(AtMost)),
    ("减少到", Before::Sign(AtMost)),
    ("减少至", Before::Sign(AtMost)),
    ("小于", Before::Sign(Below)),
    ("低于", Before::Sign(Below)),
    ("少于", Before::Sign(Below)),
    ("约", Before::About),
    ("约为", Before::About),
    ("大约", Before::About),
    ("保持", Before::Kept),
    ("保持在", Before::Kept),
    ("稳定在", Before::Kept),
    ("维持在", Before::Kept),
    ("控制在", Before::Ceiling),
    ("每年", Before::EachYear),
    ("每年度", Before::EachYear),
    ("年均", Before::Average),
    ("累计", Before::Total),
    ("五年累计", Before::Total),
    ("新增", Before::Total),
    ("总计", Before::Total),
    ("提高", Before::Move(Move::Up)),
    ("提升", Before::Move(Move::Up)),
    ("增加", Before::Move(Move::Up)),
    ("增长", Before::Move(Move::Up)),
    ("上升", Before::Move(Move::Up)),
    ("降低", Before::Move(Move::Down)),
    ("下降", Before::Move(Move::Down)),
    ("减少", Before::Move(Move::Down)),
    ("压减", Before::Move(Move::Down)),
    ("削减", Before::Move(Move::Down)),
    ("确保", Before::Nothing),
    ("力争", Before::Nothing),
    ("实现", Before::Nothing),
    ("为", Before::Nothing),
];

/// What a word behind the number says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Behind {
    /// 以上
    Sign(Comparison),
    /// 左右
    About,
}

/// Every word behind a number. 以上, 以下 and 以内 include the number itself, in plans
/// as in the Civil Code (article 1259).
const BEHIND: [(&str, Behind); 10] = [
    ("以上", Behind::Sign(AtLeast)),
    ("及以上", Behind::Sign(AtLeast)),
    ("或以上", Behind::Sign(AtLeast)),
    ("以下", Behind::Sign(AtMost)),
    ("及以下", Behind::Sign(AtMost)),
    ("或以下", Behind::Sign(AtMost)),
    ("以内", Behind::Sign(AtMost)),
    ("之内", Behind::Sign(AtMost)),
    ("左右", Behind::About),
    ("上下", Behind::About),
];

/// The word that a folded text begins with, and the rest.
pub(super) fn before(text: &str) -> Option<(Before, &str)> {
    let known = BEFORE.iter().filter(|(word, _)| text.starts_with(word));
    let (word, meaning) = known.max_by_key(|(word, _)| word.len())?;
    Some((*meaning, &text[word.len()..]))
}

/// What the whole of a folded text behind a number says, if it is a word that is known.
pub(super) fn behind(text: &str) -> Option<Behind> {
    BEHIND.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning)
}

/// The text from a word on that says where the value goes, behind 比 and 较:
/// 比2020年提高5%. `None` if it is compared with another year than the baseline's.
pub(super) fn compared(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(['比', '较'])?;
    let moves = BEFORE.iter().filter(|(_, meaning)| matches!(meaning, Before::Move(_)));
    let at = moves.filter_map(|(word, _)| rest.find(word)).min()?;
    let from = rest[..at].trim_end_matches("累计");
    let is_baseline = from.is_empty()
        || from.contains("基期")
        || from.contains("期末")
        || from.contains("五\"末")
        || from.contains("五”末")
        || from.contains("五末")
        || from.strip_suffix('年').is_some_and(|year| year.bytes().all(|b| b.is_ascii_digit()))
        || from.strip_suffix("年末").is_some_and(|year| year.bytes().all(|b| b.is_ascii_digit()));
    is_baseline.then(|| &rest[at..])
}
