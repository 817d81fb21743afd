//! What rules rest on: the head, the regions, and the files that the head names.

use std::sync::Arc;

use super::field::{At, Checker};
use super::load::Parsed;
use super::region::Regions;
use super::{Head, ReadBeside, division, head};
use crate::diagnostic::{DivisionProblem, PlanProblem, Refusal};

/// What rules rest on.
#[derive(Default)]
pub(super) struct Beginning {
    pub(super) head: Option<Head>,
    /// How many heads there are.
    pub(super) heads: usize,
    pub(super) regions: Regions,
    /// Whether a roster is named.
    pub(super) has_roster: bool,
    /// The table of regions' targets.
    pub(super) targets: Option<division::Table>,
}

/// Reads the head, the regions, and the files that the head names.
pub(super) fn beginning(files: &mut [Parsed<'_>], read_beside: &mut ReadBeside<'_>) -> Beginning {
    let mut beginning = Beginning::default();
    let Beginning { head, heads, regions, has_roster, targets } = &mut beginning;
    for file in files.iter_mut() {
        let (checker, tables) = file.tables("region");
        tables.iter().for_each(|table| regions.add(checker, table));
        let (checker, tables) = file.tables("plan");
        let Some(table) = tables.first() else { continue };
        *heads += 1;
        *has_roster |= table.has("roster");
        if *heads == 2 {
            checker.fault(PlanProblem::TwoHeads, table.span.clone());
        }
        if let Some((read, [roster, table])) = head::head(checker, table) {
            head.get_or_insert(read);
            if let Some(roster) = roster {
                add_roster(checker, regions, &roster, read_beside);
            }
            if let Some(table) = table {
                *targets = targets_of(checker, table, read_beside);
            }
        }
    }
    for Parsed { checker, .. } in files.iter_mut() {
        regions.resolve(checker);
    }
    let circles = regions.listed_circles();
    for Parsed { checker, .. } in files.iter_mut() {
        regions.refuse(checker, &circles);
    }
    beginning
}

/// The table of regions' targets of that path.
fn targets_of(
    checker: &mut Checker<'_>,
    path: At<String>,
    read: &mut ReadBeside<'_>,
) -> Option<division::Table> {
    match read(&checker.file, &path.value) {
        Ok(bytes) => Some(division::Table { file: path.value.into(), bytes }),
        Err(error) => {
            let reason = Refusal::of(&error);
            let problem = DivisionProblem::TargetsUnreadable { path: path.value, reason };
            checker.fault(problem, path.span);
            None
        }
    }
}

fn add_roster(
    checker: &mut Checker<'_>,
    regions: &mut Regions,
    roster: &At<String>,
    read: &mut ReadBeside<'_>,
) {
    let bytes = read(&checker.file, &roster.value);
    let text = bytes
        .as_ref()
        .map_err(Refusal::of)
        .and_then(|bytes| simdutf8::basic::from_utf8(bytes).map_err(|_| Refusal::NotUtf8));
    match text {
        Ok(text) => {
            let file: Arc<str> = roster.value.as_str().into();
            let text = crate::text::without_marks(text);
            regions.add_roster(&file, text, &mut checker.faults);
        }
        Err(reason) => {
            let path = roster.value.clone();
            checker.fault(PlanProblem::RosterUnreadable { path, reason }, roster.span.clone());
        }
    }
}
