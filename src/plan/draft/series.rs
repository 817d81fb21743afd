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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(&'static str, String, Kind)> {
        let named = named(text)?.ok()?;
        let kind = kind(&named.series);
        Some((named.comparison.sign(), named.series, kind))
    }

    #[test]
    fn a_series_is_read_from_how_plans_say_it() {
        let gdp = |sign, series: &str| Some((sign, series.to_owned(), Kind::Gdp));
        assert_eq!(read("与GDP增长同步"), gdp("≥", "GDP增长"));
        assert_eq!(read("与GDP增长基本同步"), gdp("≥", "GDP增长"));
        assert_eq!(read("与国内生产总值增长基本保持同步"), gdp("≥", "国内生产总值增长"));
        assert_eq!(read("力争与地区生产总值(GDP)增速同步"), gdp("≥", "地区生产总值(GDP)增速"));
        assert_eq!(read("与经济增长基本同步"), gdp("≥", "经济增长"));
        assert_eq!(read("与GDP年均增长率同步(不低于)"), gdp("≥", "GDP年均增长率"));
        assert_eq!(read("高于GDP增长"), gdp(">", "GDP增长"));
        assert_eq!(read("不低于GDP增速"), gdp("≥", "GDP增速"));
        let other = |sign, series: &str, kind| Some((sign, series.to_owned(), kind));
        assert_eq!(read("高于全省GDP增速"), other(">", "全省GDP增速", Kind::Growth));
        assert_eq!(read("与人均GDP增长同步"), other("≥", "人均GDP增长", Kind::Growth));
        assert_eq!(read("快于全体居民收入增长"), other(">", "全体居民收入增长", Kind::Growth));
        assert_eq!(read("高于全省平均水平"), other(">", "全省平均水平", Kind::Elsewhere));
    }

    #[test]
    fn what_names_no_series_is_not_read_as_one() {
        for text in ["高于5%", "同步", "高于标准", "不低于95%,与GDP增长同步", "与全国一致"]
        {
            assert_eq!(named(text), None, "{text}");
        }
        assert_eq!(named("低于全国平均水平"), Some(Err(Unread::Downward)));
    }
}
