//! `[[indicator]]` tables.

use super::applies::Whom;
use super::clause::{Beside, ByRegion, Ground};
use super::field::{At, Checker};
use super::ids::Ids;
use super::reading::Reading;
use super::table::Table;
use super::{
    Facts, Head, Indicator, Keys, Measure, OwnPace, OwnYears, RollUp, Scope, Variants, about,
    clause, grading, scope, target, words,
};
use crate::diagnostic::{KeyProblem, TargetProblem};
use crate::exact::{Decimal, Per, Rational};
use crate::form::{Form, States, UnitKind};
use crate::term::{
    Attribute, Average, BaselineSource, Level, Limits, Named, Names, SeriesId, nearest, of_how_many,
};

/// What the rest of the plan says that an indicator's rule rests on.
pub(super) struct Context<'p> {
    pub(super) head: Option<&'p Head>,
    /// The regions, if all of them are known.
    pub(super) whom: Option<&'p Whom<'p>>,
    /// Ids and names of the references.
    pub(super) references: &'p Names,
    /// Their ids alone, for finding the nearest.
    pub(super) reference_ids: &'p Ids,
    /// The names that are printed.
    pub(super) reference_titles: &'p [Named],
    /// The number of the first reference among the series.
    pub(super) first_reference: u16,
    /// The ids of the groups.
    pub(super) group_ids: &'p Ids,
    /// The ids of the indicators.
    pub(super) indicator_ids: &'p Ids,
    /// Whether each indicator repeats another.
    pub(super) repeats: &'p [bool],
    pub(super) ground: Ground<'p>,
}

/// An indicator, unless it is faulty, what belongs to it, and the names it can be found by.
pub(super) fn indicator(
    checker: &mut Checker<'_>,
    raw: &Table<'_>,
    context: &Context<'_>,
) -> (Option<Indicator>, Beside, Vec<At<String>>) {
    let id = checker.text(raw, "id");
    let number = checker.label(raw, "number");
    let called = checker.called(raw);
    let keys = Keys::new(checker, raw);
    let attribute = checker.word(raw, "attribute", words::ATTRIBUTES, &Attribute::ALL);
    let group = checker.text(raw, "group");
    let group = group.and_then(|id| known(checker, "group", id, context.group_ids));
    let same_as = same_as(checker, raw, context);
    let form = target::form(checker, raw);
    if let Some(form) = form {
        target::check_keys(checker, raw, form);
    }
    let measure = measure(checker, raw, form);
    let limits = measure.as_ref().map_or(Limits::Any, |measure| measure.limits);
    let about = about::about(checker, raw);
    let target = form.and_then(|form| target::target(checker, raw, form, limits, context));
    let own_years = OwnYears::read(checker, raw, context.head, None);
    let years = context.head.map(|head| own_years.over(head));
    let target = target.map(|mut target| {
        years.iter().for_each(|(baseline, due)| target.over(*baseline, *due));
        target
    });
    let target = match &about {
        Some(at) => target.and_then(|target| {
            let eased = about::applied(target, at.value, limits);
            let place = |problem: &TargetProblem| match problem {
                TargetProblem::AboutTwoSided => raw.span_of("operator"),
                _ => at.span.clone(),
            };
            eased.map_err(|problem| checker.fault(problem.clone(), place(&problem))).ok()
        }),
        None => target,
    };
    let baseline = checker.number(raw, "baseline");
    let baseline = target::within_limits(checker, "baseline", baseline, limits);
    let reading = form.and_then(|form| {
        let about = about.as_ref().map(|about| about.value);
        let rest = (target.as_ref(), measure.as_ref());
        Reading::new(checker, raw, form, rest, about, own_years)
    });
    let before_due = context.head.zip(years).map(|(head, (_, due))| head.first_year..due);
    let milestones = match &reading {
        Some(reading) => reading.milestones(checker, raw, before_due),
        None => target::milestones(checker, raw, (Limits::Any, None), before_due),
    };
    let beside = {
        let (clauses, doubtful) =
            clause::of_regions(checker, raw, reading.as_ref(), &context.ground);
        let by_region = &[ByRegion::Required, ByRegion::Same];
        let by_region = checker.word(raw, "by-region", words::BY_REGION, by_region);
        let place = checker.place(raw.span_of("by-region"));
        let by_region = by_region.map(|word| (word, place));
        let name = called.name.clone().unwrap_or_default();
        Beside { name, reading, clauses, by_region, doubtful }
    };
    let paces = &[OwnPace::Linear, OwnPace::AtEnd];
    let pace = checker.word(raw, "pace", words::PACES, paces);
    let item = checker.named(raw, ["item", "item-en"]);
    let text = checker.text(raw, "text");
    let said = scope::read(checker, raw, context);
    let states = form.map(Form::states);
    let is_share = states == Some(States::Share);
    let is_rank = states == Some(States::Rank);
    let tree = context.ground.tree;
    let is_of_none =
        |(scope, level)| scope == Scope::Total || scope != Scope::City && level == tree.lowest();
    let said = said.filter(|said| {
        let problem = match said.0 {
            _ if is_share && is_of_none(*said) => TargetProblem::ShareScope,
            Scope::County | Scope::City | Scope::Total if is_rank => TargetProblem::RankScope,
            _ => return true,
        };
        checker.fault(problem, raw.span_of("scope"));
        false
    });
    let (scope, level) = match (said, is_share) {
        (Some(said), _) => said,
        (None, true) => (Scope::City, tree.top().unwrap_or(Level::City)),
        (None, false) if is_rank => (Scope::EachCounty, tree.lowest()),
        (None, false) => (Scope::County, tree.lowest()),
    };
    let whom = context.whom.filter(|_| !raw.has("scope") || said.is_some());
    let applies_to = whom.and_then(|whom| whom.applies_to(checker, raw, (scope, level), tree));
    let roll_up = roll_up(checker, raw, limits);
    if matches!(scope, Scope::County | Scope::Total)
        && !raw.has("same-as")
        && !raw.has("roll-up")
        && limits == Limits::NonNegative
    {
        no_average(checker, raw, measure.as_ref(), called.name.as_ref());
    }
    let weight = grading::positive(checker, raw, "weight");
    let allow = checker.allow(raw);
    let cite = checker.text(raw, "cite");
    let rule = checker.place(raw.span_of("id"));
    let build = || {
        let measure = measure?;
        let facts = Facts {
            id: id.as_ref()?.value.clone(),
            number: number.as_ref().map(|number| number.value.clone()),
            name: called.name.clone()?,
            aliases: called.aliases.clone(),
            attribute: attribute?,
            group,
            item,
            text: text.map(|text| text.value),
            same_as,
            roll_up: roll_up.unwrap_or(match measure.limits {
                _ if is_share || is_rank => RollUp::None,
                Limits::Ratio { .. } => RollUp::Ratio,
                Limits::NonNegative => RollUp::Sum,
                Limits::Done => RollUp::All,
                Limits::Any | Limits::Words => RollUp::None,
            }),
            measure,
            scope,
            level,
            weight,
            applies_to,
            allow,
            keys,
        };
        Some(Indicator {
            facts: facts.into(),
            baseline,
            baseline_source: BaselineSource::Plan,
            target: target?,
            about: about.map(|about| about.value),
            milestones,
            own_years: context.head.map_or(own_years, |head| own_years.apart(head)),
            pace,
            cite: cite.map(|text| text.value),
            rule,
            variants: Variants::default(),
        })
    };
    let indicator = build();
    // A name is taken though its rule has other faults. Which of two stands first is where
    // the other is said to be.
    let names = id.into_iter().chain(called.known).chain(number).collect();
    (indicator, beside, names)
}

/// How values add up follows from the unit: rates never do by a sum. All that a rule
/// can say is that they do not at all, that they do in spite of their name, and whose
/// milestone counts.
fn roll_up(checker: &mut Checker<'_>, raw: &Table<'_>, limits: Limits) -> Option<RollUp> {
    if limits == Limits::Done {
        let meanings = &[RollUp::All, RollUp::Any, RollUp::None];
        checker.word(raw, "roll-up", words::MILESTONE_ROLL_UPS, meanings)
    } else if matches!(raw.str("roll-up"), Some("all" | "any")) {
        checker.fault(TargetProblem::MilestoneRollUp, raw.span_of("roll-up"));
        None
    } else {
        let words = match limits {
            Limits::NonNegative => words::ROLL_UPS,
            Limits::Ratio { .. } | Limits::Any | Limits::Done | Limits::Words => {
                words::ROLL_UPS_OF_RATES
            }
        };
        checker.word(raw, "roll-up", words, &[RollUp::None, RollUp::Sum])
    }
}

/// A fault if the values that would be summed are averages: their sum means nothing.
fn no_average(
    checker: &mut Checker<'_>,
    raw: &Table<'_>,
    measure: Option<&Measure>,
    name: Option<&Named>,
) {
    let (Some(measure), Some(name)) = (measure, name) else { return };
    let span = match Average::of(name, &measure.unit) {
        Some(Average::Unit) => raw.span_of("unit"),
        Some(Average::Name) => raw.span_of("name"),
        None => return,
    };
    checker.fault(TargetProblem::SumOfAverages { name: name.clone() }, span);
}

/// Where something stands that a rule names by its id; a fault if there is none.
pub(super) fn known(
    checker: &mut Checker<'_>,
    key: &'static str,
    written: At<String>,
    ids: &Ids,
) -> Option<usize> {
    let found = ids.find(&written.value);
    if found.is_none() {
        let near = || nearest(&written.value, ids.all());
        let nearest = checker.faults.meant(near);
        let problem = KeyProblem::UnknownId { key, id: written.value, nearest };
        checker.fault(problem, written.span);
    }
    found
}

/// The indicator that this one repeats. It must not repeat another in turn.
fn same_as(checker: &mut Checker<'_>, raw: &Table<'_>, context: &Context<'_>) -> Option<SeriesId> {
    let written = checker.text(raw, "same-as")?;
    let at = known(checker, "same-as", written, context.indicator_ids)?;
    if context.repeats.get(at).is_some_and(|repeats| *repeats) {
        checker.fault(TargetProblem::RepeatsARepetition, raw.span_of("same-as"));
    }
    u16::try_from(at).ok().map(SeriesId)
}

fn measure(checker: &mut Checker<'_>, raw: &Table<'_>, form: Option<Form>) -> Option<Measure> {
    let kind = form.map_or(UnitKind::Any, Form::unit);
    let unit = match checker.unit(raw, ["unit", "unit-en"]) {
        Some(unit) => unit,
        None if kind == UnitKind::None => Named::default(),
        None => {
            checker.need(raw, "unit");
            return None;
        }
    };
    let growth = checker.boolean(raw, "growth").unwrap_or(false);
    let numerator = checker.named(raw, ["numerator", "numerator-en"]);
    let denominator = checker.named(raw, ["denominator", "denominator-en"]);
    let count_unit = checker.unit(raw, ["count-unit", "count-unit-en"]);
    let denominator_unit = checker.unit(raw, ["denominator-unit", "denominator-unit-en"]);
    let ratio = ratio(checker, raw, &unit);
    let is_reported = matches!(raw.str("reported"), Some("change" | "fall"));
    let limits = match form.map(Form::states) {
        Some(States::Change) if is_reported => Limits::Any,
        Some(States::Done) => Limits::Done,
        Some(States::Words | States::Either | States::Both) => Limits::Words,
        Some(States::Reference) => Limits::Any,
        Some(States::Rank) => Limits::NonNegative,
        Some(
            States::Value
            | States::Change
            | States::Multiple
            | States::Growth
            | States::Share
            | States::Coverage,
        )
        | None => {
            if growth {
                Limits::Any
            } else {
                ratio.unwrap_or(Limits::NonNegative)
            }
        }
    };
    if let (Some(per), Some(name), true) = (limits.per(), raw.str("name"), raw.has("per")) {
        let units = [&count_unit, &denominator_unit].map(|unit| unit.as_deref());
        if let Some((said, zeros)) = says_otherwise(per, &unit, name, units) {
            checker.fault(TargetProblem::PerAndUnit { said, zeros }, raw.span_of("per"));
        }
    }
    if limits.per().is_none() {
        for key in ["numerator", "denominator", "denominator-unit", "per"] {
            if raw.has(key) {
                checker.fault(TargetProblem::CountsOfNoRate { key }, raw.span_of(key));
            }
        }
    }
    match kind {
        UnitKind::NoRatio if ratio.is_some() => {
            checker.fault(TargetProblem::SumOfRates, raw.span_of("unit"));
        }
        UnitKind::Percent if !is_percent(&unit) => {
            checker.fault(TargetProblem::CoverageUnit, raw.span_of("unit"));
        }
        UnitKind::Any | UnitKind::NoRatio | UnitKind::Percent | UnitKind::None => {}
    }
    Some(Measure {
        unit: if is_percent(&unit) { "%".into() } else { unit },
        limits,
        numerator,
        denominator,
        count_unit,
        denominator_unit,
    })
}

fn is_percent(unit: &str) -> bool {
    matches!(unit, "%" | "％")
}

/// What a unit or a name says a ratio is of, and the zeros that it wants of `per`, where `per`
/// has others: 张/千人 is of 1000, unless what is divided is counted in thousands itself.
fn says_otherwise(
    per: Per,
    unit: &str,
    name: &str,
    [count, below]: [Option<&str>; 2],
) -> Option<(String, u8)> {
    let (above, said) = match unit.split_once('/') {
        Some((above, said)) => (of_how_many(above), said),
        None => (of_how_many(unit), name.split_once('每')?.1),
    };
    let (wanted, one) = of_how_many(said);
    // Per 1 of what is not said to be counted in people is of the 亿元 that the unit names.
    if wanted == 0 || (per == Per::ONE && below.is_none()) {
        return None;
    }
    let (counted, of) = count.map_or(above, of_how_many);
    let (divided, by) = below.map_or((0, one), of_how_many);
    // Tonnes are no kilograms, and households no people: nothing is known of those.
    let is_known = (of == above.1 || above.1.is_empty() || above.1 == "1")
        && (one.starts_with(by) || one.is_empty());
    let zeros = (wanted + counted).checked_sub(divided + above.0)?;
    let says = Per::all().zip(0..).any(|(known, power)| known == per && power == zeros);
    (is_known && !says).then(|| (said.to_owned(), zeros))
}

/// The ratio that a unit or `per` makes of the values. % and ‰ say by themselves of how
/// many they are.
fn ratio(checker: &mut Checker<'_>, raw: &Table<'_>, unit: &str) -> Option<Limits> {
    let said = match unit {
        unit if is_percent(unit) => Some(Limits::PERCENTAGE),
        "‰" => Some(Limits::Ratio { per: Per::THOUSAND, of_whole: false }),
        _ => None,
    };
    if !raw.has("per") {
        return said;
    }
    let written = checker.number(raw, "per");
    if said.is_some() {
        checker.fault(TargetProblem::PerOfUnit { unit: unit.to_owned() }, raw.span_of("per"));
        return said;
    }
    let is_written =
        |per: &Per, of: &At<Decimal>| Rational::from(per.count()) == Rational::from(of.value);
    let per = written.as_ref().and_then(|of| Per::all().find(|per| is_written(per, of)));
    if let (Some(written), None) = (written, per) {
        checker.fault(TargetProblem::PerNumber, written.span);
    }
    // What is wrong with it has been said; it is a ratio all the same.
    Some(Limits::Ratio { per: per.unwrap_or(Per::ONE), of_whole: false })
}
