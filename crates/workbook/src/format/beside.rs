//! What is printed beside a number: its sign and its unit.

use compact_str::{CompactString, format_compact};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    /// Or parentheses.
    Minus,
    Plus,
}

const MINUS: [char; 4] = ['-', '−', '－', '–'];
const PLUS: [char; 2] = ['+', '＋'];
const OPENING: [char; 2] = ['(', '（'];
const CLOSING: [char; 2] = [')', '）'];

/// The sign and the unit that are printed around a number. None if something else stands
/// before it.
pub(crate) fn beside(before: &str, behind: &str) -> Option<(Option<Sign>, CompactString)> {
    let is_minus = |c: char| MINUS.contains(&c) || OPENING.contains(&c);
    let is_sign = |c: char| is_minus(c) || PLUS.contains(&c);
    let sign = before.chars().find(|c| is_sign(*c));
    let before: String = before.chars().filter(|c| !is_sign(*c)).collect();
    let behind = behind.trim();
    Some(match sign {
        Some(sign) if is_minus(sign) => {
            (Some(Sign::Minus), unit(&before, behind.trim_matches(CLOSING))?)
        }
        Some(_) => (Some(Sign::Plus), unit(&before, behind)?),
        None => match behind.strip_prefix(MINUS).or_else(|| behind.strip_suffix(MINUS)) {
            Some(behind) => (Some(Sign::Minus), unit(&before, behind)?),
            None => (None, unit(&before, behind)?),
        },
    })
}

/// The unit beside a hyphen, which accounting formats show in place of a zero.
pub(crate) fn unit_of_zero(shown: &str) -> Option<CompactString> {
    let mut parts = shown.split(MINUS);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(before), Some(behind), None) => unit(before, behind),
        _ => None,
    }
}

/// Marks that say no more than that a number is money; the first stands for all.
const MONEY: [&str; 4] = ["¥", "￥", "CNY", "RMB"];

/// The unit that is printed around a number: that behind it, or the mark of money on either
/// side. None if something else stands before it.
pub(crate) fn unit(before: &str, behind: &str) -> Option<CompactString> {
    let is_money = |text: &str| MONEY.contains(&text);
    match (before.trim(), behind.trim()) {
        ("", mark) | (mark, "") if is_money(mark) => Some(CompactString::const_new(MONEY[0])),
        ("", behind) => Some(behind.into()),
        (mark, other) if is_money(mark) && is_money(other) => unit(mark, ""),
        // ¥12.5万 is 12.5万元, and ¥12.5/月 is 12.5元/月.
        (mark, behind) if is_money(mark) => {
            let (amount, per) = behind.split_at(behind.find('/').unwrap_or(behind.len()));
            let mut words = MONEY.into_iter().chain(["元"]);
            let scale = words.find_map(|word| amount.strip_suffix(word)).unwrap_or(amount);
            Some(format_compact!("{}元{per}", scale.trim_end()))
        }
        (_, _) => None,
    }
}
