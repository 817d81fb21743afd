//! `[[indicator]]` tables.

use std::ops::Range;

use super::field::{At, Checker};
use super::raw::{Field, RawIndicator, Value};
use super::{Head, Indicator, Keys, Measure, OwnPace, RollUp, Scope, about, target, words};
use crate::diagnostic::{KeyProblem, TargetProblem};
use crate::form::{Form, States, UnitKind};
use crate::term::{Attribute, Average, Limits, Names, SeriesId, nearest};

/// What the rest of the plan says that an indicator's rule rests on.
pub(super) struct Context<'p> {
    pub(super) head: Option<&'p Head>,
    /// Ids and names of the references.
    pub(super) references: &'p Names,
    /// Their ids alone, for finding the nearest.
    pub(super) reference_ids: &'p [String],
    /// The number of the first reference among the series.
    pub(super) first_reference: u16,
    /// The ids of the groups.
    pub(super) group_ids: &'p [String],
    /// The ids of the indicators, and whether each repeats another.
    pub(super) indicator_ids: &'p [(String, bool)],
}

/// An indicator, unless it is faulty, and the names it can be found by.
pub(super) fn indicator(
    checker: &mut Checker<'_>,
    raw: &RawIndicator,
    owner: &Range<usize>,
    context: &Context<'_>,
) -> (Option<Indicator>, Vec<At<String>>) {
    let id = checker.required_text("id", &raw.id, owner);
    let name = checker.required_text("name", &raw.name, owner);
    let number = checker.label("number", &raw.number);
    let mut names = checker.texts("aliases", &raw.aliases);
    let aliases = names.iter().map(|alias| alias.value.clone()).collect();
    let keys = keys(checker, raw).with_items("aliases", &names);
    let attribute = checker.word("attribute", &raw.attribute, words::ATTRIBUTES, &Attribute::ALL);
    let attribute = checker.require("attribute", raw.attribute.is_some(), attribute, owner);
    let group = known(checker, "group", &raw.group, context.group_ids.iter());
    let same_as = same_as(checker, &raw.same_as, context);
    let form = target::form(checker, raw);
    if let Some(form) = form {
        target::check_keys(checker, raw, form);
    }
    let measure = measure(checker, raw, form, owner);
    let limits = measure.as_ref().map_or(Limits::Any, |measure| measure.limits);
    let about = about::about(checker, raw);
    let target = form.and_then(|form| target::target(checker, raw, form, owner, limits, context));
    let target = match &about {
        Some(about) => target.and_then(|it| about::applied(checker, raw, it, about, limits)),
        None => target,
    };
    let baseline = target::within_limits(checker, "baseline", &raw.baseline, limits);
    // Those of a change or a multiple are in the terms of its threshold.
    let is_of_baseline = matches!(form.map(Form::states), Some(States::Change | States::Multiple));
    let ends = if is_of_baseline { Limits::Any } else { limits };
    let milestones = target::milestones(checker, &raw.milestones, ends, context.head);
    let paces = &[OwnPace::Linear, OwnPace::AtEnd];
    let pace = checker.word("pace", &raw.pace, words::PACES, paces);
    let item = checker.text("item", &raw.item);
    let text = checker.text("text", &raw.text);
    let scope = checker.word(
        "scope",
        &raw.scope,
        words::SCOPES,
        &[Scope::County, Scope::City, Scope::EachCounty, Scope::Total],
    );
    let roll_up = roll_up(checker, raw, limits);
    if scope != Some(Scope::City)
        && scope != Some(Scope::EachCounty)
        && raw.same_as.is_none()
        && raw.roll_up.is_none()
        && limits == Limits::NonNegative
    {
        no_average(checker, raw, measure.as_ref(), name.as_ref());
    }
    let allow = checker.allow(&raw.allow);
    let cite = checker.text("cite", &raw.cite);
    let rule = checker.place(id.as_ref().map_or(owner.clone(), |id| id.span.clone()));
    let build = || {
        let measure = measure?;
        Some(Indicator {
            id: id.as_ref()?.value.clone(),
            number: number.as_ref().map(|number| number.value.clone()),
            name: name.as_ref()?.value.clone(),
            aliases,
            attribute: attribute?,
            group,
            item: item.map(|text| text.value),
            text: text.map(|text| text.value),
            same_as,
            roll_up: roll_up.unwrap_or(match measure.limits {
                Limits::Percentage => RollUp::Ratio,
                Limits::NonNegative => RollUp::Sum,
                Limits::Done => RollUp::All,
                Limits::Any | Limits::Words => RollUp::None,
            }),
            measure,
            baseline,
            target: target?,
            about: about.map(|about| about.value),
            milestones,
            pace,
            scope: scope.unwrap_or(Scope::County),
            allow,
            cite: cite.map(|text| text.value),
            rule,
            keys,
        })
    };
    let indicator = build();
    // A name is taken though its rule has other faults.
    names.splice(0..0, id.into_iter().chain(name).chain(number));
    (indicator, names)
}

/// The keys that `plan lint` points at.
fn keys(checker: &Checker<'_>, raw: &RawIndicator) -> Keys {
    let fields = [
        ("id", &raw.id),
        ("number", &raw.number),
        ("name", &raw.name),
        ("form", &raw.form),
        ("unit", &raw.unit),
        ("baseline", &raw.baseline),
        ("threshold", &raw.threshold),
        ("about", &raw.about),
    ];
    Keys::new(checker, &fields)
}

/// How values add up follows from the unit: rates never do by a sum. All that a rule
/// can say is that they do not at all, that they do in spite of their name, and whose
/// milestone counts.
fn roll_up(checker: &mut Checker<'_>, raw: &RawIndicator, limits: Limits) -> Option<RollUp> {
    if limits == Limits::Done {
        let meanings = &[RollUp::All, RollUp::Any, RollUp::None];
        checker.word("roll-up", &raw.roll_up, words::MILESTONE_ROLL_UPS, meanings)
    } else if let Some(got) = &raw.roll_up
        && matches!(got.get_ref(), Value::String(word) if word == "all" || word == "any")
    {
        checker.fault(TargetProblem::MilestoneRollUp, got.span());
        None
    } else {
        let words = match limits {
            Limits::NonNegative => words::ROLL_UPS,
            Limits::Percentage | Limits::Any | Limits::Done | Limits::Words => {
                words::ROLL_UPS_OF_RATES
            }
        };
        checker.word("roll-up", &raw.roll_up, words, &[RollUp::None, RollUp::Sum])
    }
}

/// A fault if the values that would be summed are averages: their sum means nothing.
fn no_average(
    checker: &mut Checker<'_>,
    raw: &RawIndicator,
    measure: Option<&Measure>,
    name: Option<&At<String>>,
) {
    let (Some(measure), Some(name)) = (measure, name) else { return };
    let span = match Average::of(&name.value, &measure.unit) {
        Some(Average::Unit) => raw.unit.as_ref().map_or(name.span.clone(), toml::Spanned::span),
        Some(Average::Name) => name.span.clone(),
        None => return,
    };
    checker.fault(TargetProblem::SumOfAverages { name: name.value.clone() }, span);
}

/// Where something stands that a rule names by its id; a fault if there is none.
fn known<'i>(
    checker: &mut Checker<'_>,
    key: &'static str,
    field: &Field,
    ids: impl Iterator<Item = &'i String> + Clone,
) -> Option<usize> {
    let written = checker.text(key, field)?;
    let found = ids.clone().position(|id| *id == written.value);
    if found.is_none() {
        let near = || nearest(&written.value, ids.map(String::as_str));
        let nearest = checker.faults.meant(near);
        let problem = KeyProblem::UnknownId { key, id: written.value, nearest };
        checker.fault(problem, written.span);
    }
    found
}

/// The indicator that this one repeats. It must not repeat another in turn.
fn same_as(checker: &mut Checker<'_>, field: &Field, context: &Context<'_>) -> Option<SeriesId> {
    let ids = context.indicator_ids;
    let at = known(checker, "same-as", field, ids.iter().map(|(id, _)| id))?;
    if ids.get(at).is_some_and(|(_, repeats)| *repeats)
        && let Some(got) = field
    {
        checker.fault(TargetProblem::RepeatsARepetition, got.span());
    }
    u16::try_from(at).ok().map(SeriesId)
}

fn measure(
    checker: &mut Checker<'_>,
    raw: &RawIndicator,
    form: Option<Form>,
    owner: &Range<usize>,
) -> Option<Measure> {
    let kind = form.map_or(UnitKind::Any, Form::unit);
    let unit = if kind == UnitKind::None {
        let none = At { value: String::new(), span: owner.clone() };
        checker.text("unit", &raw.unit).unwrap_or(none)
    } else {
        checker.required_text("unit", &raw.unit, owner)?
    };
    let growth = checker.boolean("growth", &raw.growth).unwrap_or(false);
    let numerator = checker.text("numerator", &raw.numerator);
    let denominator = checker.text("denominator", &raw.denominator);
    let count_unit = checker.text("count-unit", &raw.count_unit);
    let is_percent = matches!(unit.value.as_str(), "%" | "％");
    let limits = match form.map(Form::states) {
        Some(States::Done) => Limits::Done,
        Some(States::Words) => Limits::Words,
        Some(States::Reference) => Limits::Any,
        _ if growth => Limits::Any,
        _ if is_percent => Limits::Percentage,
        _ => Limits::NonNegative,
    };
    if limits != Limits::Percentage {
        for (key, text) in [("numerator", &numerator), ("denominator", &denominator)] {
            if let Some(text) = text {
                checker.fault(TargetProblem::CountsOfNoRate { key }, text.span.clone());
            }
        }
    }
    match kind {
        UnitKind::NoPercent if is_percent => {
            checker.fault(TargetProblem::SumOfRates, unit.span.clone());
        }
        UnitKind::Percent if !is_percent => {
            checker.fault(TargetProblem::CoverageUnit, unit.span.clone());
        }
        UnitKind::Any | UnitKind::NoPercent | UnitKind::Percent | UnitKind::None => {}
    }
    Some(Measure {
        unit: unit.value.replace('％', "%"),
        limits,
        numerator: numerator.map(|text| text.value),
        denominator: denominator.map(|text| text.value),
        count_unit: count_unit.map(|text| text.value),
    })
}
