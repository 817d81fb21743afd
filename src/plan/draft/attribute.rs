//! 属性, as cells and headings say it.

use super::fold::fold;
use super::words::has;

/// The attribute that a text names, and no other.
pub(super) fn read(text: &str) -> Option<&'static str> {
    let text = fold(text).to_ascii_lowercase();
    let binding = has(&text, "约束 binding mandatory obligatory");
    let anticipatory = has(&text, "预期 anticipatory anticipated expected indicative");
    match (binding, anticipatory) {
        (true, false) => Some("约束性"),
        (false, true) => Some("预期性"),
        _ if text == "任务" || text == "task" => Some("任务"),
        _ => None,
    }
}

/// The same of the brackets behind a name, which hold it alone.
pub(super) fn of_word(folded: &str) -> Option<&'static str> {
    (folded.chars().count() < 6).then(|| read(folded)).flatten()
}

/// The attribute that a heading gives to the rows below it, and the sign by which the
/// heading is numbered, which tells it from headings within its part: 一、约束性指标 and
/// （一）就业.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) attribute: &'static str,
    style: char,
}

impl Part {
    /// The part of a table that a heading begins; that of the heading before it where
    /// it stands within that part.
    pub(super) fn after(heading: &str, before: Option<Self>) -> Option<Self> {
        let text = fold(heading);
        let style = match text.chars().next() {
            Some('(') => '(',
            Some(c) if c.is_ascii_digit() => '1',
            Some(c) if "一二三四五六七八九十".contains(c) && text.contains('、') => '一',
            Some(_) | None => ' ',
        };
        match read(heading) {
            Some(attribute) => Some(Self { attribute, style }),
            None => before.filter(|before| before.style != style),
        }
    }
}
