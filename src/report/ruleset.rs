//! The rules of one year, for an engine that judges where the figures are.
//!
//! With the year fixed, every bound is a straight line of the baseline, piece by piece: an
//! engine needs no rule beside these numbers.

use std::sync::Arc;

use crate::exact::Rational;
use crate::form::Course;
use crate::plan::{Facts, Head, Reference, Role};
use crate::term::{
    Against, BaselineSource, Basis, Condition, FailOn, Limits, Region, RegionId, Year,
};

/// What is judged in a year, and by which numbers.
#[derive(Debug, Clone)]
pub struct Ruleset {
    /// The head of the plan.
    pub plan: Arc<Head>,
    /// The year.
    pub year: Year,
    /// What values are held against.
    pub against: Against,
    /// From which attribute on a failure fails the run.
    pub fail_on: FailOn,
    /// Whether tasks are due from everyone.
    pub require_tasks: bool,
    /// The regions.
    pub regions: Arc<Vec<Region>>,
    /// Whose row of what is shared holds for each.
    pub wholes: Vec<Option<RegionId>>,
    /// The part that each plays, for each level that sends.
    pub sending: Vec<Vec<Place>>,
    /// What regions may be called, and which is meant.
    pub region_names: Vec<(String, usize)>,
    /// What series may be called, and what each is.
    pub series_names: Vec<(String, Meant)>,
    /// The rules.
    pub rules: Vec<Ruled>,
    /// The series that they are held against, numbered behind them.
    pub references: Vec<Reference>,
    /// The verdicts whose failure is waived, by the number of the rule.
    pub waived: Vec<(usize, RegionId)>,
    /// How many digits may be read.
    pub digits: Digits,
}

/// Where a region stands among those that add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The part that it plays.
    pub role: Role,
    /// What it is part of.
    pub whole: Option<RegionId>,
    /// As how manieth that is added up: those below others go before them, from 1.
    pub rank: usize,
}

/// How many digits may be read for no product to have more than 38.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digits {
    /// Of a value, before the point.
    pub value: usize,
    /// Of a count.
    pub count: usize,
}

/// What a name of a series stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Meant {
    /// The rule or reference of that number.
    Read(usize),
    /// What nothing here rests on.
    Passed,
    /// Levels that growth would have to be derived from, which no engine does.
    Levels,
}

/// One rule.
#[derive(Debug, Clone)]
pub struct Ruled {
    /// What it is about.
    pub facts: Arc<Facts>,
    /// The word of its form.
    pub form: &'static str,
    /// Where in the document it stands.
    pub cite: Option<String>,
    /// What its values are.
    pub limits: Limits,
    /// Whether the values are of whole things.
    pub counts_whole: bool,
    /// How its years are judged.
    pub course: Course,
    /// Whether everyone has to send it.
    pub is_wanted: bool,
    /// Whether it is asked for, and not only what others follow from.
    pub is_asked: bool,
    /// Which of the levels that send.
    pub sends: usize,
    /// What its verdicts follow from, if nothing is sent for it.
    pub follows: Option<Follows>,
    /// The targets that it has; the first is the plan's own.
    pub variants: Vec<Variant>,
    /// The regions that have another than the first, or are not concerned.
    pub own: Vec<Own>,
}

/// What verdicts follow from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Follows {
    /// How.
    pub how: How,
    /// The rules.
    pub parts: Vec<usize>,
    /// How many others lie between it and what is sent, at most; at least 1.
    pub rank: usize,
}

/// How verdicts follow from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Each has to pass.
    All,
    /// One has to pass.
    Any,
    /// The share of regions that meet it is the value.
    Share,
}

/// One of a rule's targets.
#[derive(Debug, Clone)]
pub struct Variant {
    /// Whether anything is demanded.
    pub is_set: bool,
    /// What moves the demand, where anything does: the number of a series, and its year. It is
    /// the region's own baseline, or a reference.
    pub base: Option<(usize, Year)>,
    /// What is demanded of a region without such a value; none where one is needed.
    pub of_plan: Option<Demanding>,
    /// What is demanded with one, piece by piece of where that lies.
    pub of_own: Vec<Piece>,
}

/// What is a region's own of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Own {
    /// The region.
    pub region: RegionId,
    /// Its target.
    pub variant: usize,
    /// Whether it is concerned.
    pub is_concerned: bool,
}

/// What is demanded of those whose baseline lies between two bounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The lower bound, and whether it belongs to the piece.
    pub from: Option<(Rational, bool)>,
    /// The upper one, likewise.
    pub to: Option<(Rational, bool)>,
    /// What is demanded.
    pub demand: Demanding,
}

/// A target and a requirement whose bounds are straight lines of the baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demanding {
    /// The final target.
    pub target: Bounds,
    /// The requirement of the year, what it follows from, and whose baseline moves it.
    pub requirement: Option<(Bounds, Basis, Option<BaselineSource>)>,
}

/// A condition on a value, its bounds straight lines of the baseline.
pub type Bounds = Condition<Steep>;

/// A straight line: slope times baseline, and an offset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Steep {
    /// By how much the baseline counts.
    pub slope: Rational,
    /// What is added.
    pub offset: Rational,
}

impl Demanding {
    /// The lines of all bounds.
    pub fn lines(&self) -> impl Iterator<Item = &Steep> {
        let required = self.requirement.iter().flat_map(|(bounds, ..)| bounds.bounds());
        self.target.bounds().chain(required)
    }
}

impl Steep {
    /// The whole numbers that a baseline is multiplied by, that is added, and that both are
    /// divided by, in digits.
    pub fn whole(&self) -> [String; 3] {
        self.slope.over_common_denominator(&self.offset)
    }

    /// The bound at a baseline.
    pub fn at(&self, baseline: &Rational) -> Rational {
        (self.slope.clone() * baseline.clone() + self.offset.clone()).reduced()
    }
}
