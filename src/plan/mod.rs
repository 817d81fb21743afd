//! The plan: who is judged on what, read from TOML rules.
//!
//! [`Plan::load`] reads every file into a raw form in which anything may be
//! missing or of the wrong type, then turns that into the [`Plan`], collecting
//! every fault with its place. A `Plan` that exists is whole.

mod about;
mod applies;
mod assemble;
mod audit;
mod beginning;
mod builtin;
mod cases;
mod clause;
mod depth;
mod division;
pub mod draft;
mod faults;
mod field;
mod grading;
mod grain;
mod growth;
mod head;
mod ids;
mod indicator;
mod keys;
mod load;
mod named;
mod operator;
mod parts;
mod placeholder;
mod reading;
mod reference;
mod region;
mod roster;
mod schema;
mod scope;
mod settings;
mod shapes;
mod table;
mod target;
#[cfg(test)]
mod tests;
mod tree;
mod variant;
mod waiver;
mod words;
mod years;

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

pub use applies::AppliesTo;
pub use audit::{AuditBound, AuditRules};
pub use builtin::BUILT_IN;
pub(crate) use cases::MOST_CHECKS;
pub use cases::{Case, Cells, Check, Expected, SentRow, cases_schema};
pub use division::targets_schema;
pub use field::Allow;
pub use grading::{Grade, GradedBy, Grading};
pub use keys::Keys;
pub use load::{ReadBeside, RuleFile};
pub(crate) use named::MOST_NAMED;
pub use reference::Group;
pub use region::RegionRule;
pub use schema::{schema, settings_schema};
pub use scope::{RollUp, Scope};
pub use settings::{Setting, Settings, YEAR};
pub use tree::{Role, Tree};
pub use variant::Variants;
pub use waiver::{Waiver, waivers_schema};
pub use years::{Milestone, OwnYears};

use crate::diagnostic::{Demand, SeriesName, Subject};
use crate::exact::{Decimal, Rational};
use crate::form::Target;
use crate::source::Place;
use crate::term::{
    Attribute, BaselineSource, Condition, Level, Limits, Named, Names, Region, RegionId,
    RegionName, RegionNames, SeriesId, Year,
};

/// 规划: a whole and valid plan.
#[derive(Debug, Clone)]
pub struct Plan {
    /// What the plan calls itself.
    pub head: Arc<Head>,
    /// The regions, in the order of the rules.
    pub regions: Arc<Vec<Region>>,
    /// Which of them add up to which.
    pub tree: Arc<Tree>,
    /// Those of them that are listed one by one, not in a roster.
    pub region_rules: Vec<RegionRule>,
    /// Names, aliases and codes of the regions.
    pub region_names: RegionNames,
    /// The region that all others add up to, if the plan has one.
    pub city: Option<RegionId>,
    /// The groups of indicators, in the order of the rules.
    pub groups: Arc<[Group]>,
    /// The indicators, in the order of the rules.
    pub indicators: Vec<Arc<Indicator>>,
    /// Those whose verdicts follow from the verdicts on others, each behind its parts.
    pub(crate) derived: Vec<SeriesId>,
    /// The reference series.
    pub references: Vec<Reference>,
    /// Names, aliases, numbers and ids of indicators and references.
    pub series_names: Names,
    /// 数据审核: the bounds of audits, and what each does.
    pub audit: AuditRules,
    /// 评价: its grades and points.
    pub grading: Arc<Grading>,
}

/// The `[plan]` table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// A stable name, kebab-case.
    pub id: String,
    /// 规划 title.
    pub title: Named,
    /// The document it comes from.
    pub source: Option<String>,
    /// 基期: the year the baselines are of.
    pub baseline_year: Year,
    /// The first year of the plan.
    pub first_year: Year,
    /// The year in which targets are due.
    pub target_year: Year,
    /// How the years between are judged.
    pub pace: Pace,
}

/// 序时进度: how years before the target year are judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pace {
    /// Against the straight line from the baseline to the target.
    Linear,
    /// Against the target, in every year.
    None,
}

/// What a rule says itself of the years before the target year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OwnPace {
    /// They are held to the straight line, whatever the plan's own pace is.
    Linear,
    /// Nothing is due in them, the milestones apart.
    AtEnd,
}

/// 指标: one rule, as it is in force in a region and a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// What it is everywhere and always: of thousands of regions there is one.
    pub facts: Arc<Facts>,
    /// 基期值: the value in the baseline year.
    pub baseline: Option<Decimal>,
    /// Whose that is.
    pub baseline_source: BaselineSource,
    /// 目标值, with the bounds that are judged.
    pub target: Target,
    /// 左右: how far those are from what the document names, where it says so.
    pub about: Option<Decimal>,
    /// What the plan writes for years before the target is due.
    pub milestones: BTreeMap<Year, Milestone>,
    /// Its years, where they are not the plan's.
    pub own_years: OwnYears,
    /// How its years between are judged, where it says so itself.
    pub pace: Option<OwnPace>,
    /// Where in the document it stands.
    pub cite: Option<String>,
    /// Where in the rules it stands.
    pub rule: Place,
    /// What holds instead in some regions, or from some year on.
    pub variants: Variants,
}

/// What an indicator is, whatever it demands of whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// A stable name, kebab-case.
    pub id: String,
    /// 序号.
    pub number: Option<String>,
    /// The name that is printed.
    pub name: Named,
    /// Other names that submissions may use.
    pub aliases: Vec<String>,
    /// 属性.
    pub attribute: Attribute,
    /// Which of the plan's groups it is in.
    pub group: Option<usize>,
    /// 项目: the row of the document's table that it is part of.
    pub item: Option<Named>,
    /// 目标要求, as the document has it.
    pub text: Option<String>,
    /// The indicator that this one repeats; then it is listed, and never judged.
    pub same_as: Option<SeriesId>,
    /// What values it can have, and in which unit.
    pub measure: Measure,
    /// Who is judged.
    pub scope: Scope,
    /// 报送的层级: the regions of that level send the rows that are used.
    pub level: Level,
    /// The regions that it concerns; all where it does not say.
    pub applies_to: Option<AppliesTo>,
    /// How the city's value comes about.
    pub roll_up: RollUp,
    /// Its weight among the points of a region; without one it counts for none.
    pub weight: Option<Decimal>,
    /// What `plan lint` may find here, and why it is meant so.
    pub allow: Vec<Allow>,
    /// Where its keys stand.
    pub keys: Keys,
}

impl Deref for Indicator {
    type Target = Facts;

    #[inline]
    fn deref(&self) -> &Facts {
        &self.facts
    }
}

impl Indicator {
    /// Whether it is judged by itself: not one in words alone, and not one that
    /// repeats another.
    pub fn is_judged(&self) -> bool {
        self.same_as.is_none() && !self.target.is_words()
    }

    /// Whether it concerns a region: to others it does not apply, and nobody asks them.
    pub fn concerns(&self, region: RegionId) -> bool {
        self.applies_to.as_ref().is_none_or(|whom| whom.includes(region))
    }

    /// What it demands, in its own terms.
    pub fn demand(&self) -> Demand {
        Demand::of(self.target.clone(), &self.measure.unit)
    }

    /// The value that the document names, where less than it is enough: 70 of `≥ 69`.
    pub fn named(&self, judged: &Condition) -> Option<Rational> {
        let about = Rational::from(self.about?);
        match judged {
            Condition::Compare(comparison, bound) if comparison.is_upward() => {
                Some((bound.clone() + about).reduced())
            }
            Condition::Compare(_, bound) => Some((bound.clone() - about).reduced()),
            Condition::Between(..) => None,
        }
    }
}

/// What an indicator measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// The unit of the value: `%`, `户`, `个`.
    pub unit: Named,
    /// What values it can have.
    pub limits: Limits,
    /// 分子 in words.
    pub numerator: Option<Named>,
    /// 分母 in words.
    pub denominator: Option<Named>,
    /// What the numerator counts: `人`, `家`.
    pub count_unit: Option<Named>,
    /// What the denominator counts, where that is something else: `亿元`.
    pub denominator_unit: Option<Named>,
}

impl Measure {
    /// What numerator and denominator count; blank if the plan does not say.
    pub fn count_units(&self) -> [&Named; 2] {
        let unit = self.count_unit.as_ref();
        [unit, self.denominator_unit.as_ref().or(unit)].map(|unit| unit.unwrap_or(Named::NONE))
    }

    /// A percentage.
    pub fn is_percent(&self) -> bool {
        &*self.unit == "%"
    }
}

/// A series that relative targets are held against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// A stable name, kebab-case.
    pub id: String,
    /// The name that is printed.
    pub name: Named,
    /// Other names that submissions may use.
    pub aliases: Vec<String>,
    /// The unit.
    pub unit: Named,
    /// What values it can have.
    pub limits: Limits,
    /// The series of levels that this growth follows from where it is not sent.
    pub growth_of: Option<SeriesId>,
    /// The level whose rows hold for all that lies within, where they do.
    pub shared: Option<Level>,
    /// What `plan lint` may find here, and why it is meant so.
    pub allow: Vec<Allow>,
    /// Where in the rules it stands.
    pub rule: Place,
    /// Where its keys stand.
    pub keys: Keys,
}

/// So many regions may lie within each other.
const DEEPEST: usize = 8;

impl Plan {
    /// The region behind an id of this plan.
    pub fn region(&self, id: RegionId) -> &Region {
        &self.regions[id.index()]
    }

    /// The part that each region plays for an indicator.
    pub fn roles(&self, indicator: &Indicator) -> &[Role] {
        self.tree.roles(indicator.level)
    }

    /// The part that a region plays for an indicator.
    pub fn role(&self, indicator: &Indicator, region: RegionId) -> Role {
        self.roles(indicator).get(region.index()).copied().unwrap_or(Role::Area)
    }

    /// The whole that a region is or lies in.
    pub fn whole_of(&self, region: RegionId) -> Option<RegionId> {
        self.city.or_else(|| self.around(self.tree.top()?, region))
    }

    /// The region of a level that one is or lies in.
    fn around(&self, level: Level, region: RegionId) -> Option<RegionId> {
        let around = std::iter::successors(Some(region), |id| self.region(*id).within);
        around.take(DEEPEST).find(|id| self.region(*id).level == level)
    }

    /// Whose row of a series holds for a region: its own, or that of the region of the level
    /// that shares it. What lies in none of that level has its own.
    pub fn holder(&self, series: SeriesId, region: RegionId) -> Option<RegionId> {
        let Some(level) = self.reference(series).and_then(|reference| reference.shared) else {
            return Some(region);
        };
        match self.tree.top() == Some(level) {
            true => self.whole_of(region),
            false => self.around(level, region).or(Some(region)),
        }
    }

    /// The series of a reference, counted behind the indicators.
    pub fn reference(&self, id: SeriesId) -> Option<&Reference> {
        id.index().checked_sub(self.indicators.len()).and_then(|at| self.references.get(at))
    }

    /// How findings name a series.
    pub fn series_name(&self, id: SeriesId) -> Option<SeriesName> {
        let (id, name) = match self.indicators.get(id.index()) {
            Some(indicator) => (&indicator.id, &indicator.name),
            None => self.reference(id).map(|reference| (&reference.id, &reference.name))?,
        };
        Some(SeriesName { id: id.clone(), name: name.clone() })
    }

    /// What a finding is about.
    pub fn subject(
        &self,
        region: Option<RegionId>,
        series: impl IntoIterator<Item = SeriesId>,
        year: Option<Year>,
    ) -> Subject {
        let region = region.map(|id| RegionName::from(self.region(id)));
        let series = series.into_iter().filter_map(|id| self.series_name(id));
        Subject { region, series: series.collect(), year }
    }

    /// The built-in plan of Zhoushan.
    ///
    /// # Errors
    /// None while the tests pass: they load it.
    pub fn built_in() -> Result<Self, crate::diagnostic::Faults> {
        Self::load(&builtin::files(&BUILT_IN), &mut |_, path| {
            Err(std::io::Error::other(path.to_owned()))
        })
    }
}
