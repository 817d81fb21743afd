//! A total that falls.

use super::subject::Cell;
use crate::diagnostic::AuditProblem;

/// 累计 below what the year before said already: years that are never negative add up to
/// ever more. What a year yields by itself may fall.
pub(super) fn find(cell: &Cell<'_>) -> Option<AuditProblem> {
    let before = cell.before.as_ref().filter(|_| cell.subject.adds_up)?.figure;
    // Its own year alone is the least that a total was.
    let (now, before) = (cell.now.total?, before.total.or(before.value)?);
    before.is_above(now).then(|| {
        let unit = cell.subject.unit;
        AuditProblem::SumFalls {
            cell: cell.name(),
            before: unit.counted(before),
            now: unit.counted(now),
        }
    })
}
