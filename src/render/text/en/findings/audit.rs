//! English: what audits say.

use super::submission::number_field;
use crate::diagnostic::{
    AuditFinding, AuditProblem, AuditStatus, CellName, ChangeMeasure, Growth, Proportion,
};
use crate::render::text::{Message, remarked};

pub(in crate::render::text) fn message(found: &AuditFinding) -> Message {
    let title = title(&found.problem);
    let check = check(&found.problem);
    match &found.status {
        AuditStatus::Hard => Message::new(title)
            .help(format!("{check}; correct it and send it again: until then the row is invalid")),
        AuditStatus::Open => {
            Message::new(title).help(format!("{check}; if it is right, say why in \"备注\""))
        }
        AuditStatus::Explained { remark } => {
            Message::new(format!("{title}; explained: \"{}\"", remarked(remark)))
        }
    }
}

fn name(cell: &CellName) -> String {
    format!("{}, {}, \"{}\"", cell.region, cell.year, cell.indicator)
}

fn title(problem: &AuditProblem) -> String {
    use AuditProblem as A;
    match problem {
        A::FractionOfAPerson { cell, field, text, unit } => format!(
            "{}: {text} in \"{}\" is not a whole number, but the unit is \"{unit}\"",
            name(cell),
            number_field(*field)
        ),
        A::SumFalls { cell, before, now } => {
            format!("{}: the total {now} is less than {before} the year before", name(cell))
        }
        A::CityDisagrees { indicator, year, city, sent, computed } => {
            format!("{year} \"{indicator}\": {city} sent {sent}, its counties add up to {computed}")
        }
        A::CityDisagreesDone { indicator, year, city, sent } => {
            let (said, parts) = if *sent { ("done", "not done") } else { ("not done", "done") };
            format!("{year} \"{indicator}\": {city} says {said}, its counties say {parts}")
        }
        A::ChangeSinceLastYear { cell, before, now, change, bound, measured } => {
            let (change, bound) = match measured {
                ChangeMeasure::Points => (format!("{change} points"), format!("{bound} points")),
                ChangeMeasure::Percent => (format!("{change}%"), format!("{bound}%")),
            };
            format!(
                "{}: from {before} the year before to {now}, a change of {change}, over {bound}",
                name(cell)
            )
        }
        A::SameAsLastYear { cell, figures } => {
            format!("{}: the very figures of the year before, {figures}", name(cell))
        }
        A::BaselineOfTheParent { cell, city, baseline, baseline_year } => {
            format!("{}: {baseline} is the {baseline_year} baseline of {city}", name(cell))
        }
        A::DenominatorsDiffer { region, year, denominator, figures } => {
            let figures = figures
                .iter()
                .map(|(figure, names)| format!("{figure} (\"{}\")", names.join("\", \"")));
            let figures: Vec<String> = figures.collect();
            format!("{region}, {year}: \"{denominator}\" differs: {}", figures.join("; "))
        }
        A::RoundFigures { cell, numerator, denominator } => format!(
            "{}: numerator {numerator} and denominator {denominator} are both round hundreds",
            name(cell)
        ),
        A::JumpOfScale { cell, field, before, now, unit } => format!(
            "{}: \"{}\" went from {before} to {now} ({unit}), a thousandfold or more",
            name(cell),
            number_field(*field)
        ),
        A::ImplausibleGrowth { cell, sent, bound, likely } => match likely {
            Growth::Beyond => format!("{}: growth of {sent} is beyond ±{bound}", name(cell)),
            Growth::Index(growth) => {
                format!("{}: {sent} looks like an index of 100, and growth of {growth}", name(cell))
            }
            Growth::Fraction(growth) => {
                format!("{}: {sent} looks like a fraction, and growth of {growth}", name(cell))
            }
        },
        A::OutOfScale { cell, field, now, beside } => {
            let beside = match beside {
                Proportion::Baseline(number) => format!("the plan's baseline is {number}"),
                Proportion::Target(number) => format!("the plan's target is {number}"),
                Proportion::Others(number) => format!("most counties sent about {number}"),
            };
            let field = number_field(*field);
            format!("{}: \"{field}\" of {now} is out of proportion: {beside}", name(cell))
        }
    }
}

/// What to look at.
fn check(problem: &AuditProblem) -> &'static str {
    use AuditProblem as A;
    match problem {
        A::FractionOfAPerson { .. } => {
            "look whether the column is right, and whether it is in ten thousands"
        }
        A::SumFalls { .. } => "compare the totals of both years",
        A::CityDisagrees { .. } | A::CityDisagreesDone { .. } => {
            "judged by what the counties add up to; check both"
        }
        A::ChangeSinceLastYear { .. } => "compare it with the year before",
        A::SameAsLastYear { .. } => "check whether the year before was copied",
        A::BaselineOfTheParent { .. } => "check whether the figure of the whole was copied",
        A::DenominatorsDiffer { .. } => "by the plan they are one figure; check which is right",
        A::RoundFigures { .. } => "check whether they are estimates",
        A::JumpOfScale { .. } => "check the unit: ten thousands for ones, or the reverse",
        A::ImplausibleGrowth { .. } => {
            "check whether it is an index, a fraction, or a percentage typed twice"
        }
        A::OutOfScale { .. } => "check the unit: ten thousands for ones, or the reverse",
    }
}
