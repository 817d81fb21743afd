//! What may truly be of that which a value is held against: a baseline, a reference.

use crate::exact::{Interval, Per};
use crate::form::Relation;
use crate::judge::column::{Found, Judge};
use crate::judge::growth::Growth;
use crate::term::{BaselineSource, RegionId, Sent, SeriesId};

impl Judge<'_> {
    /// What the baseline may truly be that the requirement follows from; none if that is
    /// the plan's own.
    pub(super) fn possible_baseline(&self, id: RegionId, found: &Found) -> Option<Interval> {
        let source = found.column.requirement(id).and_then(|requirement| requirement.baseline);
        if matches!(source, Some(BaselineSource::Plan) | None) {
            return None;
        }
        let used = self.own_baseline(id)?.value;
        let year = self.base_year(id);
        let entries = |id| self.years.entry(year, self.series, id);
        let of = |id| self.possible_figure(&entries(id).figure());
        let own = (entries(id).sent() == Sent::Figure).then(|| of(id)).flatten();
        let rolled = |id| self.entry_in(year, id);
        let rolled_up = || match self.is_sum(id) {
            true => {
                self.possible_roll_up(id, rolled, |id| self.possible_figure(&rolled(id).figure()))
            }
            false => None,
        };
        own.filter(|own| own.contains(&used)).or_else(rolled_up)
    }

    pub(super) fn possible_reference(
        &self,
        id: RegionId,
        relation: &Relation,
        found: &Found,
    ) -> Option<Interval> {
        let levels = self.plan.reference(relation.reference).and_then(|found| found.growth_of);
        let growth = self.reference(id, relation.reference)?;
        self.possible_growth(&growth, levels, found.column.is_index(id))
    }

    /// What growth may truly be, as a rate or as an index.
    pub(super) fn possible_growth(
        &self,
        growth: &Growth,
        levels: Option<SeriesId>,
        is_index: bool,
    ) -> Option<Interval> {
        match growth {
            Growth::Rate(rate) if is_index => {
                Some(Interval::rounded(*rate).map(|rate| self.compounded(rate.clone())))
            }
            Growth::Rate(rate) => Some(Interval::rounded(*rate)),
            Growth::Levels { now, then, .. } => {
                let level = |level| self.level(levels, level);
                level(*now).rate(&level(*then), Per::HUNDRED)
            }
        }
    }
}
