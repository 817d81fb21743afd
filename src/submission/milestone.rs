//! Reading whether something is done, and when it was.

use crate::term::Done;
use crate::text::{half_width, read_day, typed};

/// Words by which the names of milestones begin: whoever writes 已 before that very word says that
/// it is done. 已印发 may be said of a draft of what is to be 出台.
const DEEDS: [&str; 10] =
    ["出台", "印发", "颁布", "制定", "制订", "建立", "成立", "设立", "建成", "组建"];

/// The same of a milestone of some name, in its own words: 已出台, 尚未建立, 2023年9月出台.
pub(super) fn read_of(text: &str, name: &str) -> Option<Done> {
    const DONE: [&str; 3] = ["已正式", "已经", "已"];
    const NOT: [&str; 5] = ["尚未", "还未", "仍未", "没有", "未"];
    read(text).or_else(|| {
        let deed = DEEDS.iter().find(|word| name.starts_with(**word))?;
        let text = half_width(typed(text));
        let text = text.trim();
        let behind = |lead: &&str| text.strip_prefix(*lead);
        let says = |leads: &[&str]| leads.iter().find_map(behind) == Some(*deed);
        let on = || read_day(text.strip_suffix(deed)?);
        match (says(&DONE), says(&NOT)) {
            (true, _) => Some(Done::Yes),
            (false, true) => Some(Done::No),
            (false, false) => on().map(Done::On),
        }
    })
}

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
