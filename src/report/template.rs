//! 报送表: the form to fill in for one year.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::exact::{Decimal, Rational};
use crate::plan::{AppliesTo, Head, Indicator, Role, Tree};
use crate::term::{Done, Entries, Entry, Level, Limits, RegionId, Sent, Year};

/// What every region is asked for in a year.
#[derive(Debug)]
pub struct Template {
    /// The plan that asks.
    pub plan: Arc<Head>,
    /// Which regions add up to which.
    pub tree: Arc<Tree>,
    /// The year that is asked for.
    pub year: Year,
    /// Who is asked.
    pub respondents: Vec<Respondent>,
    /// What is asked, in the order of the plan; a reference series stands behind the
    /// first indicator that is held against it.
    pub items: Vec<Item>,
    /// Findings beside the form.
    pub diagnostics: Vec<Diagnostic>,
}

/// A region that is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Respondent {
    /// The region.
    pub region: RegionId,
    /// What it is called in the form; a name that several regions have gives way to the
    /// code.
    pub name: Arc<str>,
    /// Whether others add up to it.
    pub is_sum: bool,
}

/// Which regions an item asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The level that sends.
    pub level: Level,
    /// The regions of that level.
    pub parts: bool,
    /// 功能区
    pub areas: bool,
    /// The regions between those and the whole.
    pub sums: bool,
    /// The region that all others add up to.
    pub whole: bool,
    /// Whom among them, where not everybody is concerned.
    pub whom: Option<AppliesTo>,
}

/// One thing that is asked: an indicator, or a reference series.
#[derive(Debug)]
pub struct Item {
    /// 序号; a reference has none.
    pub number: Option<String>,
    /// What it is called in the form.
    pub name: String,
    /// The unit of its value; a milestone has none.
    pub unit: String,
    /// What values it can have.
    pub limits: Limits,
    /// What of it is asked.
    pub question: Question,
    /// The indicator, unless it is a reference: a region may have a target of its own.
    pub indicator: Option<Arc<Indicator>>,
    /// Which regions it asks.
    pub asked: Asked,
    /// Whether the city is asked for the whole only where its counties don't send the parts.
    pub is_either: bool,
    /// What the regions sent for the year before, by region; none if nobody did.
    pub last_year: Entries,
}

/// 口径: what of an indicator is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// A part of a whole, by its counts.
    Rate {
        /// 分子 in words.
        numerator: Option<String>,
        /// 分母 in words.
        denominator: Option<String>,
        /// What they count; blank if the plan does not say.
        count_units: [String; 2],
    },
    /// The average yearly growth since a year.
    Growth {
        /// The baseline year.
        since: Year,
    },
    /// A level that a growth follows from where that is not sent.
    Level {
        /// The name of the growth.
        growth: String,
        /// The year whose level it is held against.
        since: Year,
    },
    /// What the year adds to a sum over the plan, and that sum.
    Increment {
        /// The first year of the sum.
        since: Year,
    },
    /// What the year yields by itself.
    OfYear,
    /// By how much something changed since a year.
    Change {
        /// The baseline year.
        since: Year,
        /// Whether by how much it fell.
        fall: bool,
    },
    /// The value of the year.
    Value,
    /// Whether something is done, and perhaps when.
    Done {
        /// The year at whose end it has to be.
        due: Year,
    },
}

/// One row of the form: an item as one region is asked for it.
#[derive(Debug, Clone, Copy)]
pub struct Line<'t> {
    /// Who is asked.
    pub respondent: &'t Respondent,
    /// What is asked.
    pub item: &'t Item,
    last: Entry,
}

/// What a region sent for the year before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LastYear {
    /// Nothing that can be used.
    Nothing,
    /// 不适用
    NotApplicable,
    /// A number, in the item's unit.
    Number(Rational),
    /// Whether something was done.
    Done(Done),
}

impl Template {
    /// The rows of one respondent.
    pub fn lines<'t>(&'t self, respondent: &'t Respondent) -> impl Iterator<Item = Line<'t>> {
        let tree = &self.tree;
        let asked = self.items.iter().filter(|item| item.asked.includes(tree, respondent.region));
        asked.map(|item| {
            let last = item.last_year.get(respondent.region);
            Line { respondent, item, last }
        })
    }

    /// Whether any item asks for a sum over the plan.
    pub fn has_totals(&self) -> bool {
        self.items.iter().any(Item::has_total)
    }
}

impl Asked {
    /// Nobody, where a level sends.
    pub fn nobody(level: Level) -> Self {
        Self { level, parts: false, areas: false, sums: false, whole: false, whom: None }
    }

    /// Whether a region is asked.
    pub fn includes(&self, tree: &Tree, region: RegionId) -> bool {
        let is_meant = self.whom.as_ref().is_none_or(|whom| whom.includes(region));
        is_meant
            && match tree.roles(self.level).get(region.index()) {
                Some(Role::Whole) => self.whole,
                Some(Role::Between) => self.sums,
                Some(Role::Part) => self.parts,
                Some(Role::Area) => self.areas,
                Some(Role::Below) | None => false,
            }
    }
}

impl Item {
    /// Whether its value follows from counts.
    pub fn has_counts(&self) -> bool {
        matches!(self.question, Question::Rate { .. })
    }

    /// Whether a sum over the plan may stand beside its value.
    pub fn has_total(&self) -> bool {
        matches!(self.question, Question::Increment { .. })
    }

    /// Whether its value is a percentage, or a rate of change in percent.
    pub fn is_percent(&self) -> bool {
        self.unit == "%"
    }
}

impl Line<'_> {
    /// What was sent for the year before.
    pub fn last_year(&self) -> LastYear {
        let figure = self.last.figure();
        match (self.last.sent(), self.item.limits) {
            (Sent::Nothing | Sent::Missing | Sent::Invalid, _) => LastYear::Nothing,
            (Sent::NotApplicable, _) => LastYear::NotApplicable,
            (Sent::Figure, Limits::Done) => {
                let done = figure.value.and_then(Done::from_decimal);
                done.map_or(LastYear::Nothing, LastYear::Done)
            }
            // Of a sum the year's own part, as it is asked for again.
            (Sent::Figure, _) if self.item.has_total() => {
                figure.value.map_or(LastYear::Nothing, |value| LastYear::Number(value.into()))
            }
            (Sent::Figure, limits) => {
                limits.exact(&figure).map_or(LastYear::Nothing, LastYear::Number)
            }
        }
    }

    /// The counts of the year before: 分子, 分母.
    pub fn last_counts(&self) -> Option<(Decimal, Decimal)> {
        match self.last.sent() {
            Sent::Figure | Sent::NotApplicable => self.last.figure().counts,
            Sent::Nothing | Sent::Missing | Sent::Invalid => None,
        }
    }

    /// How many digits behind the point the value of the year before was sent with.
    pub fn last_digits(&self) -> u32 {
        let figure = self.last.figure();
        let sent = figure.value.map_or(0, |value| u32::from(value.scale()));
        // Of counts a ratio is computed, and has two at least.
        if figure.counts.is_some() { sent.max(2) } else { sent }
    }
}
