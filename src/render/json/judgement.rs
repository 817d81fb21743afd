//! A verdict.

use crate::form::{Aim, Terms};
use crate::plan::Indicator;
use crate::render::rows::{Field, Own};
use crate::render::{Lang, sentence};
use crate::report::document::{
    BoundKeys, Judgement, Key, MarginKeys, Operator, PlaceKeys, ReasonKeys, RegionKeys,
    RequirementKeys, TargetKeys, WaiverKeys,
};
use crate::report::{Reason, Row};
use crate::term::{Condition, Done, Year};

/// One of `results`, with why it could not be judged, in `lang`.
pub(in crate::render) fn told<'r>(row: &Row<'r>, own: &'r Own, lang: Lang) -> Judgement<'r> {
    let reason = row.reason().map(|reason| ReasonKeys {
        code: reason.code(),
        message: sentence::reason(row, lang).unwrap_or_default(),
        location: match reason {
            Reason::Found(found) | Reason::Perhaps(found) => {
                found.place.as_ref().map(PlaceKeys::from)
            }
            Reason::Marked(_) | Reason::Blank | Reason::Silent | Reason::Unsent => place(own),
        },
    });
    Judgement { reason, ..judgement(row, own) }
}

/// Where a figure was sent.
fn place(own: &Own) -> Option<PlaceKeys<'_>> {
    let line = own.get(Field::Line).and_then(|line| line.parse().ok());
    Some(PlaceKeys { file: own.get(Field::File)?, line, column: own.get(Field::Column) })
}

/// A verdict, as far as it is the same in every language; its own fields as they are given.
pub(in crate::render) fn judgement<'r>(row: &Row<'r>, own: &'r Own) -> Judgement<'r> {
    let (indicator, region) = (row.indicator(), row.region());
    let text = |field| own.get(field).map(str::to_owned);
    let name = |field| own.get(field).map(Key::from);
    let number = |field| own.get(field).map(Key::text);
    let requirement = row.requirement().map(|requirement| {
        let bounds = own.bounds(Field::RequirementLow, Field::RequirementHigh);
        let bounds = BoundKeys::new(&requirement.condition, &bounds);
        let about = requirement.about(indicator).map(|about| about.to_string());
        let keys = RequirementKeys::new(bounds, requirement.basis, requirement.baseline);
        RequirementKeys { about, ..keys }
    });
    let margin = text(Field::Margin).map(|value| {
        let count = own.get(Field::SmallCount).and_then(|count| count.parse().ok());
        MarginKeys { value, count }
    });
    let target_bounds = own.bounds(Field::TargetLow, Field::TargetHigh);
    let done_on = match row.done() {
        Some(Done::On(date)) => Some(Key::Is(date)),
        Some(Done::Yes | Done::No) | None => None,
    };
    Judgement {
        indicator: indicator.id.as_str().into(),
        number: indicator.number.as_deref().map(Key::from),
        name: (&*indicator.name).into(),
        name_en: indicator.name.english().map(Key::from),
        attribute: indicator.attribute.into(),
        region: RegionKeys {
            code: name(Field::Code),
            name: name(Field::Name).unwrap_or_default(),
            name_en: name(Field::NameEn),
            level: region.level.into(),
        },
        year: row.year().into(),
        outcome: row.outcome().into(),
        value: number(Field::Value),
        numerator: number(Field::Numerator),
        denominator: number(Field::Denominator),
        unit: (&**row.unit()).into(),
        unit_en: row.unit().english().map(Key::from),
        requirement,
        target: target(indicator, |_| target_bounds, row.target_year()),
        margin,
        location: place(own),
        rule: PlaceKeys::from(&indicator.rule),
        cite: indicator.cite.as_deref(),
        remark: own.get(Field::Remark),
        applies_to: row.not_concerned().map(|whom| whom.written.as_slice()),
        group: row.group().map(|title| &**title),
        year_value: text(Field::YearValue),
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
        completion: text(Field::Completion),
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
