//! Series that targets are held against: 与GDP增长同步, 高于全省平均水平.

use super::cell::Unread;
use crate::term::Comparison;

/// The id of the series that most plans refer to.
pub(super) const GDP: &str = "gdp-growth";

/// A target that names a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// `≥` or `>`.
    pub(super) comparison: Comparison,
    /// The series, as printed.
    pub(super) series: String,
    /// Whether the cell says 同步.
    pub(super) in_step: bool,
}

/// What a series in a target is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The growth of the gross domestic product.
    Gdp,
    /// Another growth: the same for every indicator that names it.
    Growth,
    /// 全省平均水平: the indicator's own value elsewhere.
    Elsewhere,
}

/// A target that names a series instead of a number, if a folded text is one.
pub(super) fn named(text: &str) -> Option<Result<Named, Unread>> {
    let text = text.strip_suffix("(不低于)").unwrap_or(text);
    let text = lead(text);
    if text.contains(|c: char| c.is_ascii_digit() || matches!(c, '、' | ',' | ';' | '。')) {
        return None;
    }
    if let Some(series) = in_step(text) {
        let (comparison, series) = (Comparison::AtLeast, series.to_owned());
        return Some(Ok(Named { comparison, series, in_step: true }));
    }
    let than = |words: &[&str]| words.iter().find_map(|word| text.strip_prefix(word));
    let read = |comparison, series: &str| {
        let series = series.to_owned();
        Ok(Named { comparison, series, in_step: false })
    };
    let above = &["高于", "略高于", "快于", "略快于", "超过", "大于", ">"];
    let at_least = &["不低于", "不慢于", "不小于", "≥"];
    let below = &["低于", "略低于", "不高于", "不超过", "<", "≤"];
    if let Some(series) = than(at_least).filter(|series| is_series(series)) {
        Some(read(Comparison::AtLeast, series))
    } else if let Some(series) = than(above).filter(|series| is_series(series)) {
        Some(read(Comparison::Above, series))
    } else {
        than(below).filter(|series| is_series(series)).map(|_| Err(Unread::Downward))
    }
}

/// The text without words that weaken or stress the whole of it.
fn lead(text: &str) -> &str {
    let words = ["力争", "确保", "基本", "保持", "实现", "年均增长", "增长", "增速"];
    words.iter().fold(text, |text, word| text.strip_prefix(word).unwrap_or(text))
}

/// The series of 与…(基本)同步.
fn in_step(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(['与', '和', '同', '跟'])?;
    let rest = rest.strip_suffix("增长").unwrap_or(rest).strip_suffix("同步")?;
    let weak = ["保持", "基本", "大体", "大致"];
    let series = weak
        .iter()
        .cycle()
        .take(weak.len() * 2)
        .fold(rest, |series, word| series.strip_suffix(word).unwrap_or(series));
    (!series.is_empty()).then_some(series)
}

/// Whether a text may be the name of a series at all.
fn is_series(text: &str) -> bool {
    let words = ["增长", "增速", "GDP", "生产总值", "平均", "水平", "全国", "全省", "全市"];
    words.iter().any(|word| text.contains(word))
}

/// What a series is, by its name.
pub(super) fn kind(series: &str) -> Kind {
    let parts = [
        "国内",
        "地区",
        "生产总值",
        "GDP",
        "(",
        ")",
        "经济",
        "年均",
        "增长",
        "增速",
        "增幅",
        "速度",
        "水平",
        "率",
    ];
    let rest = parts.iter().fold(series.to_owned(), |rest, part| rest.replace(part, ""));
    let is_gdp = ["生产总值", "GDP", "经济增长"].iter().any(|word| series.contains(word));
    if rest.is_empty() && is_gdp {
        Kind::Gdp
    } else if series.contains("增长") || series.contains("增速") || series.contains("增幅") {
        Kind::Growth
    } else {
        Kind::Elsewhere
    }
}
