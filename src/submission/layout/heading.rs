//! What the heading of a column or of a row says.

use crate::submission::Vocabulary;
use crate::submission::header::Field;
use crate::term::{Found, RegionId, SeriesId};

/// Somebody or something that figures are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// Words that begin a row under a table that is no part of it.
const FOOTERS: [&str; 30] = [
    "填表",
    "填报人",
    "填报单位",
    "填报日期",
    "填报时间",
    "审核",
    "复核",
    "制表",
    "制单",
    "经办",
    "负责人",
    "单位负责人",
    "统计负责人",
    "分管领导",
    "主要领导",
    "联系人",
    "联系电话",
    "电话",
    "手机",
    "报送人",
    "报送日期",
    "报送时间",
    "报送单位",
    "盖章",
    "（盖章）",
    "数据来源",
    "日期",
    "签字",
    "签章",
    "附：",
];

/// Whether a row that begins with that text stands beside the table: who filled it in, or
/// a note.
pub(in crate::submission) fn is_footer(text: &str) -> bool {
    let text = text.trim();
    let note = ["注", "备注", "说明", "附注", "注释", "填报说明", "填表说明", "Note", "Notes"];
    let is_note = note.iter().any(|word| {
        text.strip_prefix(word).is_some_and(|rest| {
            rest.trim_start_matches(|c: char| c.is_ascii_digit())
                .starts_with([':', '：', '.', '．', '、'])
        })
    });
    is_note || FOOTERS.iter().any(|word| text.starts_with(word))
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
