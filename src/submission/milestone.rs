//! Reading whether something is done, and when it was.

use crate::term::Done;
use crate::text::{half_width, read_day, typed};

/// Yes, no, or a day; of a month or a year alone the last day, so that nothing is taken for
/// done before it surely was.
///
/// 已 and 未 go with 完成 and the like alone: what was begun (已启动) is not done.
pub(super) fn read(text: &str) -> Option<Done> {
    match half_width(typed(text)).to_lowercase().as_str() {
        "是" | "已" | "完成" | "已完成" | "已实现" | "已达成" | "√" | "✓" | "✔" | "☑" | "yes"
        | "y" | "true" => Some(Done::Yes),
        "否" | "未" | "未完成" | "尚未完成" | "未实现" | "未达成" | "×" | "✗" | "✘" | "no"
        | "n" | "false" => Some(Done::No),
        _ => read_day(text).map(Done::On),
    }
}
