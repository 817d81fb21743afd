//! One row of the canonical layout.

use crate::exact::Decimal;
use crate::term::{Done, Year};

/// A value that was sent and can be used, as the canonical layout says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TidyRow<'s> {
    /// 年份
    pub year: Year,
    /// 地区: a name that stands for this region alone.
    pub region: &'s str,
    /// 指标
    pub indicator: &'s str,
    /// The unit of 数值 and 累计.
    pub unit: &'s str,
    /// 数值; none where the counts or the total say it, or nothing was sent.
    pub value: Option<TidyValue<'s>>,
    /// 分子 and 分母
    pub counts: Option<(Decimal, Decimal)>,
    /// 累计
    pub total: Option<Decimal>,
    /// 备注
    pub remark: Option<&'s str>,
}

/// 数值
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TidyValue<'s> {
    /// In percent.
    Percent(Decimal),
    /// In another unit.
    Number(Decimal),
    /// Whether something is done.
    Done(Done),
    /// What is only listed.
    Words(&'s str),
    /// 不适用
    NotApplicable,
}
