//! Rows beside a table: who filled it in, and notes.

use crate::term::YEAR_HEADINGS;

/// Words for who stands for a table, and when and how to reach them.
const ROLES: [&str; 17] = [
    "填表",
    "填报",
    "审核",
    "审批",
    "复核",
    "制表",
    "制单",
    "经办",
    "负责",
    "报送",
    "联系",
    "统计",
    "单位负责",
    "统计负责",
    "分管领导",
    "主要领导",
    "签发",
];
/// What may follow them, and may stand alone.
const PARTS: [&str; 14] = [
    "人", "员", "单位", "日期", "时间", "电话", "意见", "领导", "盖章", "签字", "签章", "签名",
    "手机", "邮箱",
];
/// What sets the number of a note apart from what it says.
const NUMBERING: [char; 6] = [' ', '　', '.', '．', '、', '）'];
/// Words that begin a note.
const NOTES: [&str; 16] = [
    "注",
    "备注",
    "说明",
    "附注",
    "注释",
    "填报说明",
    "填表说明",
    "数据来源",
    "资料来源",
    "来源",
    "更正",
    "订正",
    "勘误",
    "note",
    "notes",
    "source",
];

/// Headings of less than a year, beside those of years.
const MORE_TIMES: [&str; 5] = ["期间", "年月", "月份", "季度", "截止时间"];

/// Whether a row that begins with that text stands beside the table: who filled it in, or
/// a note. What only begins alike, as 审核通过率, is none.
pub(in crate::submission) fn is_footer(text: &str) -> bool {
    let text = text.trim().trim_start_matches(['（', '(']).to_lowercase();
    let ends = |rest: &str| {
        rest.is_empty() || rest.starts_with([':', '：', '（', '(', '）', ')', ' ', '　'])
    };
    let is_part = |rest: &str| {
        ends(rest) || PARTS.iter().any(|part| rest.strip_prefix(part).is_some_and(ends))
    };
    let after = |word: &&'static str| text.strip_prefix(*word);
    ROLES.iter().filter_map(&after).any(is_part)
        || PARTS.iter().skip(3).filter_map(&after).any(ends)
        || is_note(&text)
}

/// Whether a row that begins with that text says of when it is: the day of a form at its foot,
/// but between headings and data what the columns below are of.
pub(super) fn is_time(text: &str) -> bool {
    let text = text.trim().trim_end_matches([':', '：']);
    let is_heading = |text: &str| YEAR_HEADINGS.contains(&text) || MORE_TIMES.contains(&text);
    is_heading(text) || text.strip_prefix("统计").is_some_and(is_heading)
}

/// Whether a text is a note: 注：…, 说明1：….
pub(super) fn is_note(text: &str) -> bool {
    note(text.trim().trim_start_matches(['（', '('])).is_some()
}

/// What a note says, or any other text.
pub(super) fn without_note(text: &str) -> &str {
    let text = text.trim().trim_start_matches(['（', '(']);
    note(text).unwrap_or(text)
}

/// What stands behind the word for a note that a text begins with.
fn note(text: &str) -> Option<&str> {
    NOTES.iter().find_map(|word| {
        let begins = text.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word));
        let rest = text.get(word.len()..).filter(|_| begins)?;
        let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let rest = rest.strip_prefix([':', '：', '.', '．', '、'])?;
        let rest = rest.trim_start();
        // 注：1.…, and not 注：2022年….
        let numbered = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_number = numbered.len() < rest.len() && numbered.starts_with(NUMBERING);
        Some(if is_number { numbered.trim_start_matches(NUMBERING) } else { rest })
    })
}
