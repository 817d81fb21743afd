//! 保持: what is met and may not be for long.
//!
//! Where the baseline is at the target already, the danger is sliding back: a value
//! that is met but lower than the year before, or met by fewer people than a handful.

use super::column::{Found, Judge};
use crate::diagnostic::{Diagnostic, Headroom, JudgementProblem, Slide, Thin};
use crate::exact::shown;
use crate::report::headroom;
use crate::term::{Basis, Level, Outcome, RegionId, Year};

/// In a roster of more than so many regions such notes would bury everything else.
const NOTED: usize = 1000;

/// What a year's notes are about.
#[derive(Debug, Default)]
pub(super) struct Kept {
    slides: Vec<Slide>,
    thin: Vec<Thin>,
}

impl Kept {
    /// Adds what another column found.
    pub(super) fn absorb(&mut self, mut other: Self) {
        self.slides.append(&mut other.slides);
        self.thin.append(&mut other.thin);
    }

    /// The notes of a year.
    pub(super) fn notes(mut self, year: Year) -> impl Iterator<Item = Diagnostic> {
        // The thinnest first, so that those are named if not all can be.
        self.thin.sort_by_key(|thin| match thin.headroom {
            Headroom::Count { left, .. } => left,
            Headroom::Points(_) => 0,
        });
        let (slides, thin) = (self.slides, self.thin);
        let slides = (!slides.is_empty()).then_some(JudgementProblem::Slides { year, slides });
        let thin = (!thin.is_empty()).then_some(JudgementProblem::ThinHeadroom { year, thin });
        slides.into_iter().chain(thin).map(Diagnostic::whole)
    }
}

impl Judge<'_> {
    /// Which regions keep a target up, but hardly.
    pub(super) fn kept(&self, found: &Found) -> Kept {
        let mut kept = Kept::default();
        if self.plan.regions.len() > NOTED {
            return kept;
        }
        let met = found.column.judged().filter(|(_, outcome)| *outcome == Outcome::Met);
        for (id, _) in met {
            if !self.is_kept(found, id) {
                continue;
            }
            kept.slides.extend(self.slide(found, id));
            kept.thin.extend(self.headroom(found, id));
        }
        kept
    }

    /// Whether the target was met in the baseline year already, or is to be kept up.
    fn is_kept(&self, found: &Found, id: RegionId) -> bool {
        let requirement = found.column.requirement(id);
        match requirement.map(|requirement| requirement.basis) {
            Some(Basis::Kept) => true,
            Some(Basis::Target) => self.is_kept_at_the_end(id),
            Some(Basis::Pace | Basis::Milestone | Basis::Reference) | None => false,
        }
    }

    fn slide(&self, found: &Found, id: RegionId) -> Option<Slide> {
        // A total only grows.
        if self.indicator.target.adds_up() {
            return None;
        }
        let condition = &found.column.requirement(id)?.condition;
        let now = found.column.value(id)?;
        let region = self.plan.region(id);
        let before = self.value_in(self.year.checked_sub(1)?, id)?;
        if condition.margin(&now) >= condition.margin(&before) {
            return None;
        }
        let text = |value, digits| {
            let unit = if self.indicator.measure.is_percent() { "%" } else { "" };
            format!("{}{unit}", shown::rounded(value, digits))
        };
        // What was sent has its own digits, what was computed two at least.
        let sent = found.column.entry(id).figure().digits();
        let least = sent.map_or(2, |sent| sent.max(before.exact_digits(2).unwrap_or(2)));
        let digits = shown::apart(&now, &before, least);
        let (indicator, region) = (self.plan.series_name(self.series)?, region.into());
        Some(Slide { indicator, region, before: text(&before, digits), now: text(&now, digits) })
    }

    /// How little can be lost, if that is next to nothing.
    fn headroom(&self, found: &Found, id: RegionId) -> Option<Thin> {
        let region = self.plan.region(id);
        if region.level == Level::Area {
            return None;
        }
        let condition = &found.column.requirement(id)?.condition;
        let counts = found.column.entry(id).figure().counts;
        let value = found.column.value(id);
        let headroom = headroom(condition, value, counts, &self.indicator.measure)?;
        let indicator = self.plan.series_name(self.series)?;
        Some(Thin { indicator, region: region.into(), headroom })
    }
}
