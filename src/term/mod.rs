//! The words that every layer shares: who is judged, on what, and how it ends.

mod average;
mod condition;
mod done;
mod entries;
mod entry;
mod heading;
mod layout;
mod limits;
mod mark;
mod named;
mod names;
mod office;
mod outcome;
mod place;
mod rate_formula;
mod region;
mod texts;
mod unit;

use std::sync::Arc;

pub use crate::text::{Date, Year};

pub use average::{Average, says_fall};
pub use condition::{Comparison, Condition};
pub use done::Done;
pub use entries::Entries;
pub use entry::{Entry, Sent};
pub use heading::{REGION_HEADINGS, YEAR_HEADINGS};
pub use layout::{Layout, TableInfo};
pub use limits::Limits;
pub use mark::Mark;
pub use named::{LONGEST_TEXT, Named};
pub use names::{Found, Names, nearest};
pub use office::{after_city, after_office, province};
pub use outcome::{Outcome, Standing};
pub use place::Whose;
pub use rate_formula::{is_rate_formula, rate_formula};
pub use region::{Code, Region, RegionName, RegionNames, index, whole};
pub use texts::Texts;
pub use unit::{
    POINTS, counted, counted_in, counts_alike, is_counted, leading_unit, magnitude, of_how_many,
    points, unit,
};

/// Where a region stands in the plan's list; names are resolved to it once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionId(pub u32);

/// Where a series stands in the plan: the indicators in their order, then the
/// reference series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SeriesId(pub u16);

impl RegionId {
    /// As an index.
    #[inline]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl SeriesId {
    /// As an index.
    #[inline]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// The names of the columns of a file that hold figures.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FigureColumns {
    /// 数值, as the file's header has it.
    pub value: Option<Arc<str>>,
    /// 分子, as the file's header has it.
    pub numerator: Option<Arc<str>>,
}

/// 层级: what kind of a region it is. The levels of a plan add up to one another, the lowest
/// of them sends. Ordered by that, the highest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 全国
    Nation,
    /// 省
    Province,
    /// 市
    City,
    /// 县（区）
    County,
    /// 乡镇（街道）
    Township,
    /// 功能区: is judged when it submits, and never summed, for it lies inside counties.
    Area,
}

impl Level {
    /// All.
    pub const ALL: [Self; 6] =
        [Self::Nation, Self::Province, Self::City, Self::County, Self::Township, Self::Area];

    /// The word in rules and in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Nation => "nation",
            Self::Province => "province",
            Self::City => "city",
            Self::County => "county",
            Self::Township => "township",
            Self::Area => "area",
        }
    }

    /// Where it stands in a table: those that send first, and the whole last.
    pub fn order(self) -> u8 {
        match self {
            Self::Township => 0,
            Self::County => 1,
            Self::Area => 2,
            Self::City => 3,
            Self::Province => 4,
            Self::Nation => 5,
        }
    }
}

/// 属性: how firmly the plan demands a target. Ordered by that, firmest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attribute {
    /// 约束性: the government must ensure it.
    Binding,
    /// 预期性: expected to come about.
    Anticipatory,
    /// 任务: a target of a 专栏, which the plan labels neither.
    Task,
}

impl Attribute {
    /// All, firmest first.
    pub const ALL: [Self; 3] = [Self::Binding, Self::Anticipatory, Self::Task];

    /// The word in JSON and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Binding => "binding",
            Self::Anticipatory => "anticipatory",
            Self::Task => "task",
        }
    }

    /// The word in a plan.
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Binding => "约束性",
            Self::Anticipatory => "预期性",
            Self::Task => "任务",
        }
    }
}

/// Where a year's requirement comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The target itself: it is due, or the run judges against it.
    Target,
    /// The straight line from the baseline to the target.
    Pace,
    /// A milestone that the plan writes for the year.
    Milestone,
    /// The target, because the baseline meets it already: it has to be kept up.
    Kept,
    /// A reference series of the same region and year.
    Reference,
}

impl Basis {
    /// All.
    pub const ALL: [Self; 5] =
        [Self::Target, Self::Pace, Self::Milestone, Self::Kept, Self::Reference];

    /// The words of all, in the same order.
    pub const WORDS: [&'static str; 5] = ["target", "pace", "milestone", "kept", "reference"];

    /// The word in JSON and CSV.
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }

    /// How a value ends that falls short of what has it.
    #[inline]
    pub(crate) fn short(self) -> Outcome {
        match self {
            Self::Target | Self::Kept | Self::Reference => Outcome::NotMet,
            Self::Pace | Self::Milestone => Outcome::Behind,
        }
    }
}

/// Whose value of the baseline year a path starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BaselineSource {
    /// The plan's own figure.
    Plan,
    /// What the plan writes for the region.
    Region,
    /// The region's value of the baseline year, from the history.
    History,
    /// Its value of the year before.
    YearBefore,
}

impl BaselineSource {
    /// The word in JSON and CSV.
    pub fn word(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Region => "region",
            Self::History => "history",
            Self::YearBefore => "year-before",
        }
    }
}

/// What the verdicts are held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Against {
    /// The requirement of the year.
    #[default]
    Requirement,
    /// The final target, in every year.
    Target,
}

impl Against {
    /// All.
    pub const ALL: [Self; 2] = [Self::Requirement, Self::Target];

    /// The word in JSON and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Requirement => "requirement",
            Self::Target => "target",
        }
    }
}

/// From which attribute on a failure fails the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum FailOn {
    /// Binding indicators alone.
    #[default]
    Binding,
    /// Binding and anticipatory ones.
    Anticipatory,
    /// Every failure, tasks included.
    Task,
    /// No failure fails the run.
    None,
}

impl FailOn {
    /// The word in JSON and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Binding => "binding",
            Self::Anticipatory => "anticipatory",
            Self::Task => "task",
            Self::None => "none",
        }
    }

    /// Whether a failure of such an indicator fails the run.
    pub fn includes(self, attribute: Attribute) -> bool {
        match self {
            Self::Binding => attribute == Attribute::Binding,
            Self::Anticipatory => attribute != Attribute::Task,
            Self::Task => true,
            Self::None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_stand_in_the_order_of_what_they_mean() {
        assert!(Basis::ALL.into_iter().enumerate().all(|(at, basis)| basis as usize == at));
        assert_eq!(Basis::Kept.word(), "kept");
    }

    #[test]
    fn each_fail_on_includes_those_before_it() {
        let included = |on: FailOn| Attribute::ALL.map(|a| on.includes(a));
        assert_eq!(included(FailOn::None), [false, false, false]);
        assert_eq!(included(FailOn::Binding), [true, false, false]);
        assert_eq!(included(FailOn::Anticipatory), [true, true, false]);
        assert_eq!(included(FailOn::Task), [true, true, true]);
    }
}
