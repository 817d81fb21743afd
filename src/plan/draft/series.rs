//! Series that targets are held against: 与GDP增长同步, 高于全省平均水平.

use super::words::has;

/// The id of the series that most plans refer to.
pub(super) const GDP: &str = "gdp-growth";

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

/// What a series is, by its name.
pub(super) fn kind(series: &str) -> Kind {
    let parts = "国内 地区 生产总值 GDP ( ) 经济 年均 增长 增速 增幅 速度 水平 率";
    let rest =
        parts.split_whitespace().fold(series.to_owned(), |rest, part| rest.replace(part, ""));
    if rest.is_empty() && has(series, "生产总值 GDP 经济增长") {
        Kind::Gdp
    } else if has(series, "增长 增速 增幅") {
        Kind::Growth
    } else {
        Kind::Elsewhere
    }
}
