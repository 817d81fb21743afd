//! Reading whether something is done, and when it was.

use crate::term::{Date, Done};

/// Yes, no, or a day, in half width; of a month or a year alone the last day, so that
/// nothing is taken for done before it surely was.
///
/// 已 and 未 go with 完成 and the like alone: what was begun (已启动) is not done.
pub(super) fn read(text: &str) -> Option<Done> {
    match text.to_lowercase().as_str() {
        "是" | "已" | "完成" | "已完成" | "已实现" | "已达成" | "√" | "✓" | "✔" | "☑" | "yes"
        | "y" | "true" => return Some(Done::Yes),
        "否" | "未" | "未完成" | "尚未完成" | "未实现" | "未达成" | "×" | "✗" | "✘" | "no"
        | "n" | "false" => return Some(Done::No),
        _ => {}
    }
    let number = |part: &str, most: usize| -> Option<u16> {
        let digits = part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse().ok()).flatten()
    };
    let small = |part: &str| u8::try_from(number(part, 2)?).ok();
    let year = |part: &str| number(part, 4).filter(|_| part.len() == 4);
    let date = if let Some((first, rest)) = text.split_once('年') {
        let year = year(first)?;
        match rest.split_once('月') {
            None if rest.is_empty() => Date::end_of_year(year),
            None => return None,
            Some((month, "")) => Date::end_of_month(year, small(month)?)?,
            Some((month, day)) => {
                Date::new(year, small(month)?, small(day.strip_suffix('日').unwrap_or(day))?)?
            }
        }
    } else {
        let parts: Vec<&str> = text.split(['-', '/']).collect();
        match parts.as_slice() {
            [first, month] => Date::end_of_month(year(first)?, small(month)?)?,
            [first, month, day] => Date::new(year(first)?, small(month)?, small(day)?)?,
            _ => return None,
        }
    };
    Some(Done::On(date))
}
