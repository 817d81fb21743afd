//! What findings of audits name.

use crate::term::{Named, Year};
use crate::words::Lang;

/// What implausible growth probably is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Growth {
    /// Nobody knows; it is beyond the bound.
    Beyond,
    /// An index around 100, and the growth that it stands for.
    Index(String),
    /// A fraction, and the percentage that it stands for.
    Fraction(String),
}

/// What a figure is out of proportion to, with its unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proportion {
    /// The plan's baseline.
    Baseline(Named),
    /// The plan's target.
    Target(Named),
    /// What the other counties sent, as a power of ten.
    Others(Named),
}

impl Proportion {
    /// The same with a unit behind the number.
    #[must_use]
    pub fn with_unit(self, unit: &Named) -> Self {
        match self {
            Self::Baseline(number) => Self::Baseline(unit.counted(&*number)),
            Self::Target(number) => Self::Target(unit.counted(&*number)),
            Self::Others(number) => Self::Others(unit.counted(&*number)),
        }
    }
}

/// Whose figures a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellName {
    /// The indicator or reference series.
    pub indicator: Named,
    /// The region.
    pub region: Named,
    /// The year.
    pub year: Year,
}

/// What a change is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeMeasure {
    /// Percentage points.
    Points,
    /// Percent of the year before.
    Percent,
}

/// Each figure, and the indicators that have it.
pub(super) fn figures_told(figures: &[(String, Vec<Named>)], lang: Lang) -> String {
    let told = figures.iter().map(|(figure, names)| {
        let names: Vec<&str> = names.iter().map(|name| lang.name(name)).collect();
        lang.pick(
            format!("{figure}（{}）", names.join("、")),
            format!("{figure} (\"{}\")", names.join("\", \"")),
        )
    });
    told.collect::<Vec<_>>().join(lang.pick("；", "; "))
}

impl Proportion {
    pub(super) fn told(&self, lang: Lang) -> String {
        let (Self::Baseline(number) | Self::Target(number) | Self::Others(number)) = self;
        let number = lang.name(number);
        match self {
            Self::Baseline(_) => lang.pick(
                format!("规划的基期值是 {number}"),
                format!("the plan's baseline is {number}"),
            ),
            Self::Target(_) => lang
                .pick(format!("规划的目标值是 {number}"), format!("the plan's target is {number}")),
            Self::Others(_) => lang.pick(
                format!("其他地区多是 {number} 这一级的数"),
                format!("most counties sent about {number}"),
            ),
        }
    }
}

impl CellName {
    pub(super) fn told(&self, lang: Lang) -> String {
        let (indicator, region, year) =
            (lang.name(&self.indicator), lang.name(&self.region), self.year);
        lang.pick(
            format!("{region} {year} 年“{indicator}”"),
            format!("{region}, {year}, \"{indicator}\""),
        )
    }
}
