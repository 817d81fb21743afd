//! 评估阶段: how far a plan has come.

use super::Report;

/// Which assessment of its plan a report is, by the last year that it judges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// 年度评估: any other year.
    Annual,
    /// 中期评估: the year in the middle of the plan.
    MidTerm,
    /// 期末评估: the targets are due.
    Final,
}

impl Report {
    /// Which assessment of its plan it is.
    pub fn stage(&self) -> Stage {
        let (from, to) = (self.plan.baseline_year, self.plan.target_year);
        let middle = from + to.saturating_sub(from).div_ceil(2);
        match self.years.last() {
            Some(year) if *year >= to => Stage::Final,
            Some(year) if *year == middle => Stage::MidTerm,
            _ => Stage::Annual,
        }
    }
}
