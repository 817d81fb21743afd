//! CSV: one row a verdict, for scripts and spreadsheets. The header is the same in
//! every language.

use std::io::{self, Write};

use super::numbers::{Numbers, bounds};
use crate::report::{IndicatorInfo, Report, Row, TargetInfo};
use crate::term::Condition;

pub(super) const HEADER: [&str; 28] = [
    "year",
    "indicator",
    "number",
    "name",
    "attribute",
    "region_code",
    "region",
    "level",
    "outcome",
    "value",
    "numerator",
    "denominator",
    "unit",
    "requirement_operator",
    "requirement",
    "basis",
    "baseline",
    "target_operator",
    "target",
    "margin",
    "margin_count",
    "file",
    "line",
    "cite",
    "form",
    "year_value",
    "waiver",
    "mark",
];

/// Writes every verdict.
///
/// # Errors
/// Those of the writer.
pub fn csv(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    write(report, out).map_err(plain)
}

/// The error of the writer as it was: a closed pipe is known by its kind.
pub(super) fn plain(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn write(report: &Report, out: &mut dyn Write) -> csv::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(HEADER)?;
    for row in report.rows() {
        writer.write_record(record(&row))?;
    }
    Ok(writer.flush()?)
}

pub(super) fn record(row: &Row<'_>) -> [String; 28] {
    let indicator = row.indicator();
    let region = row.region();
    let numbers = Numbers::of(row);
    let (numerator, denominator) =
        row.counts().map(|(n, d)| (n.to_string(), d.to_string())).unzip();
    let requirement = row.requirement();
    let (file, line) =
        row.location().map(|(file, line)| (file.name.to_string(), line.to_string())).unzip();
    // A change is in its own terms, not in those of the value.
    let target_bounds = match indicator.target.of_value() {
        Some(_) => numbers.target.clone(),
        None => indicator.target.condition().map(bounds).unwrap_or_default(),
    };
    let (target_operator, target) = target(indicator, |_| target_bounds);
    let word = |word: Option<&str>| word.unwrap_or_default().to_owned();
    [
        row.year().to_string(),
        indicator.id.clone(),
        indicator.number.clone().unwrap_or_default(),
        indicator.name.clone(),
        indicator.attribute.word().to_owned(),
        word(region.code.as_deref()),
        region.name.to_string(),
        region.level.word().to_owned(),
        row.outcome().word().to_owned(),
        numbers.value.unwrap_or_default(),
        numerator.unwrap_or_default(),
        denominator.unwrap_or_default(),
        row.unit().to_owned(),
        word(requirement.map(|requirement| operator(&requirement.condition))),
        numbers.requirement.join("~"),
        word(requirement.map(|requirement| requirement.basis.word())),
        word(requirement.and_then(|requirement| requirement.baseline).map(|b| b.word())),
        target_operator.to_owned(),
        target,
        numbers.margin.unwrap_or_default(),
        numbers.count.unwrap_or_default(),
        file.unwrap_or_default(),
        line.unwrap_or_default(),
        indicator.cite.clone().unwrap_or_default(),
        indicator.target.form().word().to_owned(),
        row.total().and(row.sent()).map(|value| value.to_string()).unwrap_or_default(),
        row.waiver().map(|waiver| waiver.reason.clone()).unwrap_or_default(),
        word(row.mark()),
    ]
}

/// The operator of a target, and its bounds or its reference.
pub(super) fn target(
    indicator: &IndicatorInfo,
    bounds: impl FnOnce(&Condition) -> Vec<String>,
) -> (&'static str, String) {
    match &indicator.target {
        TargetInfo::Relative { comparison, reference } => (comparison.ascii(), reference.clone()),
        // Beside a level in its own unit, so the sign says what the number is.
        TargetInfo::ChangePercent(condition) => {
            (operator(condition), bounds(condition).join("~") + "%")
        }
        target => target.condition().map_or(("", String::new()), |condition| {
            (operator(condition), bounds(condition).join("~"))
        }),
    }
}

pub(super) fn operator(condition: &Condition) -> &'static str {
    match condition {
        Condition::Compare(comparison, _) => comparison.ascii(),
        Condition::Between(..) => "between",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_pipe_is_told_as_one() {
        let closed = csv::Error::from(io::Error::from(io::ErrorKind::BrokenPipe));
        assert_eq!(plain(closed).kind(), io::ErrorKind::BrokenPipe);
    }
}
