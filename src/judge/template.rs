//! 报送表: who is asked for what in a year.

use std::sync::Arc;

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, OutputProblem};
use crate::form::{Aim, Course, Relation, Terms};
use crate::plan::{Indicator, Plan, Role, RollUp, Scope};
use crate::report::{Asked, Item, Question, Respondent, Template};
use crate::submission::Submission;
use crate::term::{Attribute, Entries, Found, RegionId, SeriesId, Year};

/// The form of a year for these regions; for all that send and the whole if none are
/// named. Faults of the history become the form's.
pub fn template(
    plan: &Plan,
    year: Year,
    regions: &[RegionId],
    tasks: bool,
    mut history: Submission,
) -> Template {
    let mut diagnostics = std::mem::take(&mut history.diagnostics);
    diagnostics.extend(remarks(plan, year, &history));
    let items = items(plan, year, tasks, history);
    let is_asked =
        |asked: &Respondent| items.iter().any(|item| item.asked.includes(&plan.tree, asked.region));
    let (respondents, others): (Vec<_>, Vec<_>) =
        respondents(plan, regions).into_iter().partition(is_asked);
    // Who was not named need not be told that there is nothing.
    for other in others.into_iter().filter(|_| !regions.is_empty()) {
        let region = plan.region(other.region).name.clone();
        diagnostics.push(Diagnostic::whole(OutputProblem::NothingAsked { region }));
    }
    let (plan, tree) = (Arc::clone(&plan.head), Arc::clone(&plan.tree));
    Template { plan, tree, year, respondents, items, diagnostics }
}

/// What is odd about the years that are asked for and on hand.
fn remarks(plan: &Plan, year: Year, history: &Submission) -> Vec<Diagnostic> {
    let (target, last) = (plan.head.target_year, year.saturating_sub(1));
    let after = (year > target).then_some(OutputProblem::FormAfterPlan { year, target });
    let lacks = !history.files.is_empty() && !history.years().any(|had| had == last);
    let none = lacks.then_some(OutputProblem::NoLastYear { year: last });
    after.into_iter().chain(none).map(Diagnostic::whole).collect()
}

fn respondents(plan: &Plan, regions: &[RegionId]) -> Vec<Respondent> {
    let all = || (0..plan.regions.len() as u32).map(RegionId);
    let mut asked: Vec<RegionId> = match regions {
        [] => {
            let lowest = plan.tree.lowest();
            let roles = plan.tree.roles(lowest).iter();
            let senders = all().zip(roles).filter(|(_, role)| **role == Role::Part);
            let senders = senders.map(|(id, _)| id);
            senders.chain(plan.tree.sums(lowest).iter().copied()).collect()
        }
        named => named.to_vec(),
    };
    // A region may be named twice, by its name and its code.
    let mut seen = BTreeSet::new();
    asked.retain(|id| seen.insert(*id));
    asked.into_iter().map(|id| respondent(plan, id)).collect()
}

fn respondent(plan: &Plan, id: RegionId) -> Respondent {
    let region = plan.region(id);
    let finds_it = |name: &str| plan.region_names.find(name) == Some(Found::One(id.0));
    let code = region.code.as_deref().filter(|_| !finds_it(&region.name));
    let is_sum = plan.tree.sums(plan.tree.lowest()).contains(&id);
    Respondent { region: id, name: code.unwrap_or(&region.name).into(), is_sum }
}

fn items(plan: &Plan, year: Year, tasks: bool, history: Submission) -> Vec<Item> {
    let mut form = Items { plan, last: year.saturating_sub(1), history, items: Vec::new() };
    let mut references = Vec::new();
    for (at, indicator) in plan.indicators.iter().enumerate() {
        let is_asked = tasks || indicator.attribute != Attribute::Task;
        if !indicator.is_judged() || indicator.target.is_derived() || !is_asked {
            continue;
        }
        form.indicator(SeriesId(at as u16), indicator);
        let Some(&Relation { reference, growth_of, .. }) = indicator.target.relation() else {
            continue;
        };
        let levels = plan.reference(reference).and_then(|reference| reference.growth_of);
        let everyone = asked(indicator);
        let reference_name = || plan.reference(reference).map(|r| r.name.to_string());
        for (series, growth) in [
            (Some(reference), None),
            (levels, reference_name()),
            (growth_of, Some(indicator.name.to_string())),
        ] {
            // What two indicators are held against is asked once, and a level that is an
            // indicator has its own row.
            let Some(series) = series else { continue };
            let asked = match plan.reference(series).and_then(|it| it.shared) {
                Some(level) if plan.tree.top() == Some(level) => {
                    Asked { whole: true, ..Asked::nobody(plan.tree.lowest()) }
                }
                Some(level) => Asked { level, parts: true, areas: false, ..everyone.clone() },
                None => everyone.clone(),
            };
            if let Some((_, item)) = references.iter().find(|(known, _)| *known == series) {
                form.also_ask(*item, &asked);
                continue;
            }
            references.push((series, form.items.len()));
            form.reference(series, growth, asked);
        }
    }
    form.items
}

struct Items<'p> {
    plan: &'p Plan,
    last: Year,
    history: Submission,
    items: Vec<Item>,
}

impl Items<'_> {
    fn indicator(&mut self, id: SeriesId, indicator: &Arc<Indicator>) {
        let measure = &indicator.measure;
        let found = |name: &&str| finds_series(self.plan, name, id);
        // A task may have the name of an indicator; then its number tells them apart.
        let mut names = [Some(&*indicator.name), indicator.number.as_deref()].into_iter().flatten();
        let name = names.find(found).unwrap_or(&indicator.id).to_owned();
        let item = Item {
            number: indicator.number.clone(),
            name,
            unit: measure.unit.to_string(),
            limits: measure.limits,
            question: question(self.plan, indicator),
            indicator: Some(Arc::clone(indicator)),
            asked: asked(indicator),
            is_either: indicator.scope == Scope::Total && indicator.roll_up != RollUp::None,
            last_year: self.last_year(id),
        };
        self.items.push(item);
    }

    fn reference(&mut self, id: SeriesId, growth: Option<String>, asked: Asked) {
        let Some(reference) = self.plan.reference(id) else { return };
        let since = self.plan.head.baseline_year;
        let item = Item {
            number: None,
            name: reference.name.to_string(),
            unit: reference.unit.to_string(),
            limits: reference.limits,
            question: match growth {
                Some(growth) => Question::Level { growth, since },
                None => Question::Growth { since },
            },
            indicator: None,
            asked,
            is_either: false,
            last_year: self.last_year(id),
        };
        self.items.push(item);
    }

    /// Asks for a reference on behalf of another indicator too.
    fn also_ask(&mut self, item: usize, other: &Asked) {
        let Some(Item { asked, .. }) = self.items.get_mut(item) else { return };
        asked.level = asked.level.max(other.level);
        asked.parts |= other.parts;
        asked.areas |= other.areas;
        asked.sums |= other.sums;
        asked.whole |= other.whole;
        let both = asked.whom.take().zip(other.whom.as_ref());
        asked.whom = both.map(|(one, other)| one.or(other));
    }

    fn last_year(&mut self, id: SeriesId) -> Entries {
        let column = self.history.take_column(self.last, id.index());
        column.unwrap_or_default().into_entries(self.plan.regions.len())
    }
}

fn finds_series(plan: &Plan, name: &str, id: SeriesId) -> bool {
    plan.series_names.find(name) == Some(Found::One(u32::from(id.0)))
}

/// Who sends rows that are used: what each is judged on and what they add up to is not asked
/// of those above; of a total either the parts are sent or the whole.
fn asked(indicator: &Indicator) -> Asked {
    let is_own = indicator.roll_up == RollUp::None;
    let (parts, areas, sums, whole) = match indicator.scope {
        Scope::County => (true, true, is_own, is_own),
        Scope::EachCounty => (true, true, false, false),
        Scope::Total => (true, false, false, true),
        Scope::City => (false, false, false, true),
    };
    let whom = indicator.applies_to.clone();
    Asked { level: indicator.level, parts, areas, sums, whole, whom }
}

fn question(plan: &Plan, indicator: &Indicator) -> Question {
    let measure = &indicator.measure;
    if measure.limits.per().is_some() {
        return Question::Rate {
            numerator: measure.numerator.as_deref().map(str::to_owned),
            denominator: measure.denominator.as_deref().map(str::to_owned),
            count_units: measure.count_units().map(|unit| unit.to_string()),
        };
    }
    match (&indicator.target.aim, indicator.target.course()) {
        (Aim::Relative(_), _) => Question::Growth { since: plan.head.baseline_year },
        (Aim::Number { terms: Terms::Reported { fall, .. }, .. }, _) => {
            Question::Change { since: indicator.baseline_year(&plan.head), fall: *fall }
        }
        (Aim::Done { due }, _) => Question::Done { due: *due },
        (_, Course::AddsUp | Course::Averages) => {
            Question::Increment { since: plan.head.first_year }
        }
        (_, Course::EachYear(_)) => Question::OfYear,
        (
            _,
            Course::FromBaseline
            | Course::Compounds
            | Course::Kept
            | Course::YearOnYear
            | Course::AtEnd,
        ) => Question::Value,
    }
}
