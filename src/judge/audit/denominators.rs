//! Denominators that are one by the plan.

use std::collections::BTreeMap;

use super::{Auditor, Audits, Source, Spoilt};
use crate::diagnostic::{Audit, AuditProblem, Level};
use crate::exact::{Decimal, Rational};
use crate::plan::{Indicator, Plan};
use crate::submission::Column;
use crate::term::{RegionId, Sent, SeriesId, Year};

/// The series whose denominators the plan describes in the same words, as far as one of
/// them is judged.
pub(super) fn groups(plan: &Plan, chosen: &[(SeriesId, &Indicator)]) -> Vec<Vec<SeriesId>> {
    let mut groups: BTreeMap<&str, Vec<SeriesId>> = BTreeMap::new();
    for (at, indicator) in plan.indicators.iter().enumerate() {
        let measure = &indicator.measure;
        if let Some(words) = &measure.denominator
            && measure.limits.per().is_some()
            && indicator.is_judged()
        {
            groups.entry(words).or_default().push(SeriesId(at as u16));
        }
    }
    let is_chosen = |id: &SeriesId| chosen.iter().any(|(chosen, _)| chosen == id);
    let mut groups: Vec<_> = groups.into_values().collect();
    groups.retain(|group| group.len() > 1 && group.iter().any(is_chosen));
    groups
}

/// A row of a region, and its denominator.
struct Row {
    series: SeriesId,
    line: u32,
    denominator: Decimal,
}

/// The denominators of each region that should be one figure, and are not. One finding a
/// region names all of them; it stands at the first row that is apart from most.
pub(super) fn audit(
    auditor: &Auditor<'_>,
    (source, year): (Source, Year),
    group: &[SeriesId],
    audits: &mut Audits,
) {
    if auditor.levels.of(Audit::DenominatorsDiffer) == Level::Allow {
        return;
    }
    let columns: Vec<(SeriesId, &Column)> = group
        .iter()
        .filter_map(|series| Some((*series, auditor.column(source, year, *series)?)))
        .filter(|(_, column)| !column.is_empty())
        .collect();
    if columns.len() < 2 {
        return;
    }
    for at in 0..auditor.plan.regions.len() {
        let region = RegionId(at as u32);
        let rows = || {
            columns.iter().filter_map(move |(series, column)| {
                let entry = column.get(region);
                if entry.sent() != Sent::Figure {
                    return None;
                }
                let (_, denominator) = entry.figure().counts?;
                Some(Row { series: *series, line: entry.line(), denominator })
            })
        };
        let mut each = rows();
        let Some(first) = each.next() else { continue };
        if each.all(|row| is_same(row.denominator, first.denominator)) {
            continue;
        }
        tell(auditor, (source, year, region), rows().collect(), audits);
    }
}

fn tell(
    auditor: &Auditor<'_>,
    (source, year, region): (Source, Year, RegionId),
    rows: Vec<Row>,
    audits: &mut Audits,
) {
    let mut figures: Vec<(Decimal, Vec<&Row>)> = Vec::new();
    for row in &rows {
        match figures.iter_mut().find(|(figure, _)| is_same(*figure, row.denominator)) {
            Some((_, rows)) => rows.push(row),
            None => figures.push((row.denominator, vec![row])),
        }
    }
    // What most rows say; of equally many the first.
    let most = figures.iter().map(|(_, rows)| rows.len()).max().unwrap_or(0);
    let Some(usual) = figures.iter().position(|(_, rows)| rows.len() == most) else { return };
    let usual = figures.remove(usual);
    let indicator = |row: &Row| &auditor.plan.indicators[row.series.index()];
    let Some(first) = figures.first().and_then(|(_, rows)| rows.first()) else { return };
    let named = [&usual].into_iter().chain(&figures);
    let problem = AuditProblem::DenominatorsDiffer {
        region: auditor.plan.region(region).name.clone(),
        year,
        denominator: indicator(first).measure.denominator.clone().unwrap_or_default(),
        figures: named
            .map(|(figure, rows)| {
                let names = rows.iter().map(|row| indicator(row).name.clone());
                (figure.to_string(), names.collect())
            })
            .collect(),
    };
    let apart = || figures.iter().flat_map(|(_, rows)| rows);
    let cell = |row: &&Row| Spoilt { source, year, series: row.series, region };
    // Which of them is right is not known: if they must agree, none can be used.
    let cells: Vec<Spoilt> = apart().chain(&usual.1).map(cell).collect();
    let lines: Vec<u32> = apart().map(|row| row.line).collect();
    let related = usual.1.first().and_then(|row| auditor.place(source, row.line));
    auditor.tell(audits, problem, &cells, &lines, related, &indicator(first).rule);
}

fn is_same(a: Decimal, b: Decimal) -> bool {
    a == b || Rational::from(a) == Rational::from(b)
}
