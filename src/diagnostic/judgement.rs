//! What judging finds.

use super::{SeriesName, Severity};
use crate::term::{Date, Outcome, RegionName, Standing, Year};

/// Why the city has no roll-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoRollUp {
    /// A rate of growth does not add up.
    Growth,
    /// The plan says that it does not add up.
    ByRule,
    /// A county sent a rate without its counts.
    NoCounts {
        /// The first of the counties.
        counties: Vec<String>,
        /// How many there are.
        all: usize,
    },
    /// A county has no usable value.
    Incomplete {
        /// The first of the counties.
        counties: Vec<String>,
        /// How many there are.
        all: usize,
    },
    /// The sum has more digits than a number may have.
    TooLarge,
    /// It is judged of the city alone.
    CityAlone,
}

/// A region whose value is lower than the year before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slide {
    /// The indicator.
    pub indicator: SeriesName,
    /// The region.
    pub region: RegionName,
    /// The value of the year before.
    pub before: String,
    /// The value of the year.
    pub now: String,
}

/// A region that can lose no more than a few.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thin {
    /// The indicator.
    pub indicator: SeriesName,
    /// The region.
    pub region: RegionName,
    /// How little it can lose.
    pub headroom: Headroom,
}

/// What can be lost before a target fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Headroom {
    /// So many.
    Count {
        /// How many.
        left: i64,
        /// What is counted.
        unit: String,
    },
    /// So many percentage points; there are no counts.
    Points(String),
}

/// What a verdict rests on that is known to its last written digit only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounded {
    /// The value that is judged.
    Value,
    /// The region's own value of the baseline year.
    Baseline,
    /// The reference that a relative target is held against.
    Reference,
}

/// Between which numbers something lies that was rounded, with their unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// What.
    pub of: Rounded,
    /// The least it may be.
    pub low: String,
    /// The most it may be.
    pub high: String,
}

/// What there is besides what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outside {
    /// How many verdicts are failures.
    pub failed: u64,
    /// How many could not be judged though they are due.
    pub incomplete: u64,
    /// How many errors were found.
    pub errors: u64,
    /// How many warnings.
    pub warnings: u64,
}

impl Outside {
    /// Whether there is nothing to be told.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// Counts verdicts.
    pub fn count_verdicts(&mut self, standing: Standing, count: u64) {
        match standing {
            Standing::Fail => self.failed += count,
            Standing::Incomplete => self.incomplete += count,
            Standing::Pass | Standing::Neutral => {}
        }
    }

    /// Counts findings.
    pub fn count(&mut self, severity: Severity, count: u64) {
        match severity {
            Severity::Error => self.errors += count,
            Severity::Warning => self.warnings += count,
            Severity::Note => {}
        }
    }
}

/// What judging finds beside the verdicts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JudgementProblem {
    /// Nothing was judged at all.
    NothingJudged,
    /// What lies outside of what was asked for.
    Outside(Outside),
    /// A relative target without its reference.
    NoReference {
        /// The indicator.
        indicator: String,
        /// The region.
        region: String,
        /// The year.
        year: Year,
        /// The reference series that has no value.
        reference: String,
    },
    /// A target that depends on the baseline, and no baseline.
    NoBaseline {
        /// The indicator.
        indicator: String,
        /// The region.
        region: String,
        /// The baseline year.
        baseline_year: Year,
        /// Whether it has a value, which is 0.
        is_zero: bool,
    },
    /// A sum over the years of the plan, and years without a value.
    SumGap {
        /// The indicator.
        indicator: String,
        /// The region.
        region: String,
        /// The year that is judged.
        year: Year,
        /// The years without a value.
        gap: Vec<Year>,
    },
    /// The total that was sent is not what the years add up to.
    TotalDisagrees {
        /// The indicator.
        indicator: String,
        /// The region.
        region: String,
        /// The year.
        year: Year,
        /// 累计 as sent.
        sent: String,
        /// What the years add up to.
        computed: String,
        /// Whether years are lacking, so that it can't be less.
        is_partial: bool,
    },
    /// A sum of more digits than a number may have.
    TotalTooLarge {
        /// The indicator.
        indicator: String,
        /// The region.
        region: String,
    },
    /// Growth that was sent is not what the levels beside it say.
    GrowthDisagrees {
        /// The indicator.
        indicator: String,
        /// The region.
        region: String,
        /// The year.
        year: Year,
        /// The rate as sent.
        sent: String,
        /// The levels of the baseline year and of the year.
        levels: (String, String),
    },
    /// Growth that follows from levels is shown as an index of the baseline year.
    GrowthIndexed {
        /// The indicator.
        indicator: String,
        /// The year.
        year: Year,
        /// The year that is 100.
        baseline_year: Year,
        /// The regions.
        regions: Vec<RegionName>,
    },
    /// Targets that are kept up, but lower than the year before.
    Slides {
        /// The year.
        year: Year,
        /// What slides.
        slides: Vec<Slide>,
    },
    /// Targets that are kept up by fewer than a handful.
    ThinHeadroom {
        /// The year.
        year: Year,
        /// What hardly is.
        thin: Vec<Thin>,
    },
    /// Rows for an indicator that is not judged by itself.
    WordsOnly {
        /// The indicator.
        indicator: String,
        /// How many rows there are.
        rows: usize,
    },
    /// A waiver of a failure that is not in force any more.
    WaiverExpired {
        /// The indicator.
        indicator: String,
        /// The region.
        region: String,
        /// The year.
        year: Year,
        /// The last day on which it held.
        expires: Date,
    },
    /// A waiver of something that did not fail.
    WaiverUnused {
        /// The indicator.
        indicator: String,
        /// The region.
        region: String,
        /// The year.
        year: Year,
    },
    /// A waiver of a failure that another one waives.
    WaiverDouble {
        /// The indicator.
        indicator: String,
        /// The region.
        region: String,
        /// The year.
        year: Year,
    },
    /// Waivers of years that are not under check.
    WaiversElsewhere {
        /// The years.
        years: Vec<Year>,
        /// How many waivers.
        count: usize,
    },
    /// A year that both the submission and the history hold.
    YearInBoth {
        /// The year.
        year: Year,
    },
    /// Years before the plan's first: they are history, and not judged.
    YearsBefore {
        /// The years.
        years: Vec<Year>,
        /// The plan's first year.
        first: Year,
    },
    /// A year of the history that is after those under check.
    HistoryAfter {
        /// The year.
        year: Year,
        /// The last year under check.
        last: Year,
    },
    /// The city is judged only on rows of its own.
    NoRollUp {
        /// The indicators.
        indicators: Vec<SeriesName>,
        /// The year.
        year: Year,
        /// Why.
        reason: NoRollUp,
        /// Whether it sent such rows.
        own: bool,
        /// Its name.
        city: String,
    },
    /// More verdicts than a run can have, so that none was made.
    TooManyVerdicts {
        /// How many regions there are.
        regions: usize,
        /// How many indicators.
        indicators: usize,
        /// How many years.
        years: usize,
        /// How many verdicts there can be.
        most: u64,
    },
    /// A year after the target year, judged against the target.
    YearAfterPlan {
        /// The year.
        year: Year,
        /// The target year.
        target: Year,
    },
    /// The rounded value that was sent would turn the verdict of the exact one.
    RoundingTurns {
        /// The indicator.
        indicator: String,
        /// The region.
        region: String,
        /// The year.
        year: Year,
        /// The value as sent.
        sent: String,
        /// The exact value, with digits enough.
        exact: String,
    },
    /// A true value that rounds to what was sent ends otherwise; there are no counts.
    RoundingDoubts {
        /// The indicator.
        indicator: String,
        /// The region.
        region: String,
        /// The year.
        year: Year,
        /// What is judged, with its unit.
        sent: String,
        /// What is known to its last written digit only.
        doubts: Vec<Doubt>,
        /// How it was judged.
        outcome: Outcome,
        /// How a true value may end.
        other: Outcome,
    },
    /// A county's or area's row for an indicator that is the city's alone.
    OutOfScope {
        /// The indicator.
        indicator: String,
        /// The region.
        region: String,
    },
}

impl JudgementProblem {
    /// The code of what lies outside of what was asked for.
    pub(crate) const OUTSIDE: &'static str = "judgement/outside";

    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NothingJudged => "judgement/nothing-judged",
            Self::Outside(_) => Self::OUTSIDE,
            Self::NoReference { .. } => "judgement/no-reference",
            Self::NoBaseline { .. } => "judgement/no-baseline",
            Self::SumGap { .. } => "judgement/sum-gap",
            Self::TotalDisagrees { .. } => "judgement/total-disagrees",
            Self::TotalTooLarge { .. } => "judgement/total-too-large",
            Self::GrowthDisagrees { .. } => "judgement/growth-disagrees",
            Self::GrowthIndexed { .. } => "judgement/growth-indexed",
            Self::Slides { .. } => "judgement/slides",
            Self::ThinHeadroom { .. } => "judgement/thin-headroom",
            Self::WordsOnly { .. } => "judgement/words-only",
            Self::WaiverExpired { .. } => "judgement/waiver-expired",
            Self::WaiverUnused { .. } => "judgement/waiver-unused",
            Self::WaiverDouble { .. } => "judgement/waiver-double",
            Self::WaiversElsewhere { .. } => "judgement/waivers-elsewhere",
            Self::YearInBoth { .. } => "judgement/year-in-both",
            Self::YearsBefore { .. } => "judgement/years-before",
            Self::HistoryAfter { .. } => "judgement/history-after",
            Self::NoRollUp { .. } => "judgement/no-roll-up",
            Self::TooManyVerdicts { .. } => "judgement/too-many-verdicts",
            Self::YearAfterPlan { .. } => "judgement/year-after-plan",
            Self::RoundingTurns { .. } | Self::RoundingDoubts { .. } => "judgement/rounding-turns",
            Self::OutOfScope { .. } => "judgement/out-of-scope",
        }
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        match self {
            Self::NothingJudged
            | Self::TooManyVerdicts { .. }
            | Self::NoReference { .. }
            | Self::NoBaseline { .. }
            | Self::SumGap { .. }
            | Self::TotalDisagrees { .. }
            | Self::TotalTooLarge { .. } => Severity::Error,
            Self::OutOfScope { .. }
            | Self::RoundingDoubts { .. }
            | Self::YearAfterPlan { .. }
            | Self::GrowthDisagrees { .. }
            | Self::WaiverExpired { .. }
            | Self::WaiverUnused { .. }
            | Self::WaiverDouble { .. }
            | Self::YearInBoth { .. }
            | Self::HistoryAfter { .. } => Severity::Warning,
            Self::NoRollUp { .. }
            | Self::Outside(_)
            | Self::YearsBefore { .. }
            | Self::RoundingTurns { .. }
            | Self::GrowthIndexed { .. }
            | Self::Slides { .. }
            | Self::ThinHeadroom { .. }
            | Self::WaiversElsewhere { .. }
            | Self::WordsOnly { .. } => Severity::Note,
        }
    }
}
