//! What the heading of a column or of a row says.

use crate::submission::Vocabulary;
use crate::submission::header::Field;
use crate::term::{Found, RegionId, SeriesId};

/// Somebody or something that figures are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::submission) enum Named {
    Region(RegionId),
    Series(SeriesId),
}

/// What a cell says if it is a heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::submission) struct Heading {
    /// The region or indicator, and its name as it is written.
    pub(super) named: Option<(Named, String)>,
    pub(super) field: Option<Field>,
    /// The unit in brackets behind it.
    pub(super) unit: Option<String>,
}

impl Heading {
    pub(in crate::submission) fn is_known(&self) -> bool {
        self.named.is_some() || self.field.is_some()
    }

    /// Reads a cell: a field, a name, or both (`就业率（分子）`, `定海区-数值`), with or
    /// without a unit in brackets.
    pub(in crate::submission) fn read(text: &str, vocabulary: &Vocabulary<'_>) -> Self {
        let text = text.trim();
        if let Some(whole) = Self::plain(text, vocabulary) {
            return whole;
        }
        if let Some((rest, inner)) = bracketed(text) {
            let outer = Self::read(rest, vocabulary);
            let inner_field = Field::named(inner).filter(|field| field.is_part());
            match inner_field {
                Some(field) if outer.named.is_some() && outer.field.is_none() => {
                    return Self { field: Some(field), ..outer };
                }
                None if outer.is_known() && outer.unit.is_none() => {
                    return Self { unit: Some(inner.trim().to_owned()), ..outer };
                }
                _ => {}
            }
        }
        for field in Field::PARTS {
            for word in field.names() {
                let rest = text.strip_suffix(word).map(|rest| rest.trim_end_matches(SEPARATORS));
                if let Some(rest) = rest.filter(|rest| !rest.is_empty())
                    && let Some(name) = Self::plain(rest, vocabulary)
                    && name.field.is_none()
                {
                    return Self { field: Some(field), ..name };
                }
            }
        }
        Self::default()
    }

    /// A field or a name, and nothing else.
    fn plain(text: &str, vocabulary: &Vocabulary<'_>) -> Option<Self> {
        if let Some(field) = Field::named(text) {
            return Some(Self { field: Some(field), ..Self::default() });
        }
        let named = named(text, vocabulary)?;
        Some(Self { named: Some((named, text.to_owned())), ..Self::default() })
    }
}

const SEPARATORS: [char; 8] = ['-', '—', '_', ':', '：', '/', ' ', '　'];

/// The region or indicator of a name. Bare numbers are figures here, though indicators
/// have numbers and regions codes; six digits are nobody's figure by chance only where
/// the column says that it holds regions.
pub(super) fn named(text: &str, vocabulary: &Vocabulary<'_>) -> Option<Named> {
    let text = text.trim();
    if text.is_empty() || text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    if let Some(Found::One(id)) = vocabulary.series_names.find(text) {
        return Some(Named::Series(SeriesId(u16::try_from(id).ok()?)));
    }
    match vocabulary.region_names.find(text) {
        Some(Found::One(id)) => Some(Named::Region(RegionId(id))),
        Some(Found::Several) | None => None,
    }
}

/// A text that ends with brackets: what stands before them, and in them.
pub(in crate::submission) fn bracketed(text: &str) -> Option<(&str, &str)> {
    let body = text.strip_suffix('）').or_else(|| text.strip_suffix(')'))?;
    let at = body.rfind(['（', '('])?;
    let inner = body[at..].trim_start_matches(['（', '(']);
    Some((body[..at].trim_end(), inner))
}

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
/// Words that begin a note.
const NOTES: [&str; 10] =
    ["注", "备注", "说明", "附注", "注释", "填报说明", "填表说明", "数据来源", "note", "notes"];

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
    let is_note = |rest: &str| {
        let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        rest.starts_with([':', '：', '.', '．', '、'])
    };
    let after = |word: &&'static str| text.strip_prefix(*word);
    ROLES.iter().filter_map(&after).any(is_part)
        || PARTS.iter().skip(3).filter_map(&after).any(ends)
        || NOTES.iter().filter_map(after).any(is_note)
}

/// Whether a text is a number, so that it is no heading.
pub(super) fn is_figure(text: &str) -> bool {
    let text = crate::submission::cell::half_width(text.trim());
    let has_digit = text.contains(|c: char| c.is_ascii_digit());
    let is_year = crate::submission::rows::read_year(&text).is_some();
    has_digit
        && !is_year
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '-' | '+' | ' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_filled_in_a_form_and_notes_stand_beside_the_table() {
        for text in [
            "填表人：张三",
            "审核人: 李四",
            "审核：",
            "（盖章）",
            "联系电话",
            "单位负责人（签字）：",
            "注：示例",
            "备注1：示例",
            "数据来源：残联",
            "日期：2024-01-05",
            "填报日期",
            "Note: made up",
            "负责人 王五",
        ] {
            assert!(is_footer(text), "{text}");
        }
        for text in [
            "审核通过率",
            "联系点数量",
            "注册人数",
            "填表率",
            "日期差错率",
            "定海区",
            "残疾人就业率",
            "",
        ] {
            assert!(!is_footer(text), "{text}");
        }
    }
}
