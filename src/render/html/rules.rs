//! The plan's rules behind the indicators of a report.

use std::collections::HashMap;

use super::text::Typed;
use crate::render::Lang;
use crate::report::{Explanation, Outline, Report};
use crate::term::Attribute;

/// More indicators than this have no section of their own.
const MOST_SECTIONS: usize = 200;

/// What the plan says of each indicator of a report.
#[derive(Debug)]
pub(super) struct Rules<'r> {
    outline: &'r Outline,
    rules: Vec<Option<&'r Explanation>>,
    /// The indicators that have a section.
    sections: Vec<usize>,
    /// How many lack one for want of room.
    pub(super) left_out: u64,
}

impl<'r> Rules<'r> {
    pub(super) fn new(report: &'r Report) -> Self {
        let by_id: HashMap<&str, &Explanation> =
            report.outline.rules.iter().map(|rule| (rule.indicator.id.as_str(), rule)).collect();
        let of = |at: usize| by_id.get(report.indicators[at].id.as_str()).copied();
        let mut judged = vec![false; report.indicators.len()];
        for column in &report.columns {
            judged[column.indicator()] |= column.judged().next().is_some();
        }
        let is_told =
            |at: &usize| judged[*at] && report.indicators[*at].attribute != Attribute::Task;
        let mut sections: Vec<usize> = (0..judged.len()).filter(is_told).collect();
        let left_out = sections.len().saturating_sub(MOST_SECTIONS) as u64;
        sections.truncate(MOST_SECTIONS);
        Self {
            outline: &report.outline,
            rules: (0..report.indicators.len()).map(of).collect(),
            sections,
            left_out,
        }
    }

    /// What the plan says of an indicator.
    pub(super) fn of(&self, indicator: usize) -> Option<&'r Explanation> {
        self.rules.get(indicator).copied().flatten()
    }

    /// The indicators that have a section, in the order of the report.
    pub(super) fn sections(&self) -> &[usize] {
        &self.sections
    }

    /// The indicator itself, if it has a section.
    pub(super) fn section(&self, indicator: usize) -> Option<usize> {
        self.sections.binary_search(&indicator).ok().map(|_| indicator)
    }

    /// The heading of a group.
    pub(super) fn group(&self, group: Option<usize>, lang: Lang) -> Typed<'static> {
        match group.and_then(|at| self.outline.groups.get(at)) {
            Some(group) => lang.group(group.number.as_deref(), lang.name(&group.title)).into(),
            None => lang.html_words().no_group.into(),
        }
    }
}
