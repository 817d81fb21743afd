//! A verdict.

use crate::exact::Rational;
use crate::form::{Aim, Terms};
use crate::plan::Indicator;
use crate::render::numbers::{Numbers, bounds, completion};
use crate::render::{Lang, sentence};
use crate::report::document::{
    BoundKeys, Judgement, Key, MarginKeys, Operator, PlaceKeys, ReasonKeys, RegionKeys,
    RequirementKeys, TargetKeys, WaiverKeys,
};
use crate::report::{Reason, Row};
use crate::term::{Condition, Done, Year};

/// One of `results`, with why it could not be judged, in `lang`.
pub(in crate::render) fn told<'r>(row: &Row<'r>, lang: Lang) -> Judgement<'r> {
    let reason = row.reason().map(|reason| ReasonKeys {
        code: reason.code(),
        message: sentence::reason(row, lang).unwrap_or_default(),
        location: match reason {
            Reason::Found(found) | Reason::Perhaps(found) => {
                found.place.as_ref().map(PlaceKeys::from)
            }
            Reason::Marked(_) | Reason::Blank | Reason::Silent | Reason::Unsent => place(row),
        },
    });
    Judgement { reason, ..judgement(row) }
}

/// Where a figure was sent.
fn place<'r>(row: &Row<'r>) -> Option<PlaceKeys<'r>> {
    let (file, line) = row.location()?;
    Some(PlaceKeys { file: &file.name, line: Some(line), column: row.location_column() })
}

/// A verdict, as far as it is the same in every language.
pub(in crate::render) fn judgement<'r>(row: &Row<'r>) -> Judgement<'r> {
    let indicator = row.indicator();
    let numbers = Numbers::of(row);
    let counts = row.counts().map(|(n, d)| (n.to_string(), d.to_string())).unzip();
    let counts: (Option<String>, Option<String>) = counts;
    let requirement = row.requirement().map(|requirement| {
        let bounds = BoundKeys::new(&requirement.condition, &numbers.requirement);
        let about = requirement.about(indicator).map(|about| about.to_string());
        let keys = RequirementKeys::new(bounds, requirement.basis, requirement.baseline);
        RequirementKeys { about, ..keys }
    });
    let margin = numbers.margin.map(|value| {
        let count = row.count_margin().as_ref().and_then(Rational::to_i64);
        MarginKeys { value, count }
    });
    // A change is in its own terms, not in those of the value.
    let target_bounds = match indicator.target.of_value() {
        Some(_) => numbers.target,
        None => indicator.target.bound().map(bounds).unwrap_or_default(),
    };
    let done_on = match row.done() {
        Some(Done::On(date)) => Some(Key::Is(date)),
        Some(Done::Yes | Done::No) | None => None,
    };
    let number = |text: Option<String>| text.as_deref().map(Key::text);
    Judgement {
        indicator: indicator.id.as_str().into(),
        number: indicator.number.as_deref().map(Key::from),
        name: (&*indicator.name).into(),
        name_en: indicator.name.english().map(Key::from),
        attribute: indicator.attribute.into(),
        region: RegionKeys::from(row.region()),
        year: row.year().into(),
        outcome: row.outcome().into(),
        value: number(numbers.value),
        numerator: number(counts.0),
        denominator: number(counts.1),
        unit: (&**row.unit()).into(),
        unit_en: row.unit().english().map(Key::from),
        requirement,
        target: target(indicator, |_| target_bounds, row.target_year()),
        margin,
        location: place(row),
        rule: PlaceKeys::from(&indicator.rule),
        cite: indicator.cite.as_deref(),
        remark: row.remark(),
        applies_to: row.not_concerned().map(|whom| whom.written.as_slice()),
        group: row.group().map(|title| &**title),
        year_value: row.total().and(row.sent()).map(|value| value.to_string()),
        done_on,
        index_base: row.index_base(),
        waiver: row.waiver().map(|waiver| WaiverKeys {
            reason: &waiver.reason,
            approved_by: &waiver.approved_by,
            expires: waiver.expires,
            rule: PlaceKeys::from(&waiver.rule),
        }),
        mark: row.mark(),
        reason: None,
        completion: completion(row),
        grade: row.grade().map(|grade| &*grade.name),
    }
}

/// The target, its bounds as they are written beside the values, and the year in which
/// it is due.
pub(in crate::render) fn target(
    indicator: &Indicator,
    bounds: impl FnOnce(&Condition) -> Vec<String>,
    year: Year,
) -> TargetKeys<'_> {
    let target = &indicator.target;
    let mut keys = TargetKeys {
        year,
        form: target.form.into(),
        about: indicator.about.map(|about| about.to_string()),
        parts: target.parts.iter().map(|part| &*part.name).collect(),
        ..TargetKeys::default()
    };
    if let Some(condition) = target.bound() {
        keys.bounds = BoundKeys::new(condition, &bounds(condition));
    }
    match &target.aim {
        Aim::Number { terms: Terms::Value | Terms::Multiple, .. } | Aim::Words | Aim::Unset => {}
        Aim::Number { terms: Terms::Growth { .. }, .. } => keys.unit = Some("%"),
        Aim::Number { terms: Terms::Change, .. } => keys.change = Some("absolute"),
        Aim::Number { terms: Terms::Percent, .. } => {
            (keys.change, keys.unit) = (Some("percent"), Some("%"));
        }
        Aim::Number { terms: Terms::Reported { percent, fall }, .. } => {
            keys.change = Some(if *percent { "percent" } else { "absolute" });
            keys.reported = Some(if *fall { "fall" } else { "change" });
        }
        Aim::Relative(relation) => {
            keys.bounds.operator = Some(Operator::Compare(relation.comparison));
            keys.reference = Some(&relation.name);
        }
        Aim::Parts { .. } => {}
        Aim::Done { due } => keys.year = *due,
    }
    keys
}
