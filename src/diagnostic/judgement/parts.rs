//! What findings of judging name.

use super::super::{SeriesName, Severity};
use crate::term::{Named, RegionName, Standing, counted};
use crate::words::Lang;

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
        counties: Vec<Named>,
        /// How many there are.
        all: usize,
    },
    /// A county has no usable value.
    Incomplete {
        /// The first of the counties.
        counties: Vec<Named>,
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
        unit: Named,
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
    /// Its own value of the year before, that a change on the year is from.
    YearBefore,
    /// The reference that a relative target is held against.
    Reference,
    /// The values by which regions are ranked.
    Ranked,
}

/// Between which numbers something lies that was rounded, with their unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// What.
    pub of: Rounded,
    /// The least it may be.
    pub low: Named,
    /// The most it may be.
    pub high: Named,
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

/// How many a note names; the others are counted.
const NAMED: usize = 20;

/// The first of a list as they are told, and how many more there are.
pub(super) fn few<T>(list: &[T], lang: Lang, told: impl Fn(&T) -> String) -> String {
    let first = lang.list(list.iter().take(NAMED).map(told));
    match list.len().saturating_sub(NAMED) {
        0 => first,
        more => lang.pick(format!("{first}，另有 {more} 项"), format!("{first}, and {more} more")),
    }
}

/// The first of several regions, and how many they are.
pub(super) fn some(named: &[&str], all: usize, lang: Lang) -> String {
    let names = lang.list(named);
    match all.saturating_sub(named.len()) {
        0 => names,
        more => lang.pick(format!("{names}等 {all} 个地区"), format!("{names} and {more} more")),
    }
}

impl Outside {
    pub(super) fn told(self, lang: Lang) -> String {
        let Self { failed, incomplete, errors, warnings } = self;
        let parts = [
            (failed, "项未达到要求", "failures"),
            (incomplete, "项不能判定", "not judged"),
            (errors, "处错误", "errors"),
            (warnings, "处警告", "warnings"),
        ];
        let parts = parts.into_iter().filter(|(count, ..)| *count > 0);
        lang.list(
            parts
                .map(|(count, zh, en)| lang.pick(format!("{count} {zh}"), format!("{en} {count}"))),
        )
    }
}

impl Slide {
    pub(super) fn told(&self, lang: Lang) -> String {
        let Self { indicator, region, before, now } = self;
        let (indicator, region) = (lang.name(&indicator.name), lang.name(&region.name));
        lang.pick(
            format!("“{indicator}”{region} {before} → {now}"),
            format!("\"{indicator}\" of {region} {before} → {now}"),
        )
    }
}

impl Thin {
    pub(super) fn told(&self, lang: Lang) -> String {
        let Self { indicator, region, headroom } = self;
        let (indicator, region) = (lang.name(&indicator.name), lang.name(&region.name));
        let left = match headroom {
            Headroom::Count { left, unit } => {
                let unit = lang.name(unit);
                lang.pick(format!("{left}{unit}"), counted(left, unit))
            }
            Headroom::Points(points) => format!("{points} {}", lang.points()),
        };
        lang.pick(
            format!("“{indicator}”{region} {left}"),
            format!("\"{indicator}\" of {region} {left}"),
        )
    }
}

impl NoRollUp {
    /// Why, in words.
    pub(crate) fn told(&self, lang: Lang) -> String {
        let (zh, en) = match self {
            Self::Growth => ("增长率不能相加", "growth rates cannot be combined"),
            Self::ByRule => ("规则写明不汇总", "the rules say not to combine the counties"),
            Self::NoCounts { counties, all } => {
                let counties: Vec<&str> = counties.iter().map(|name| lang.name(name)).collect();
                let counties = some(&counties, *all, lang);
                return lang.pick(
                    format!("{counties}只报了比率，没有分子和分母"),
                    format!("only a rate, no numerator and denominator, from {counties}"),
                );
            }
            Self::Incomplete { counties, all } => {
                let counties: Vec<&str> = counties.iter().map(|name| lang.name(name)).collect();
                let counties = some(&counties, *all, lang);
                return lang.pick(
                    format!("{counties}没有可用的数值"),
                    format!("no usable value from {counties}"),
                );
            }
            Self::TooLarge => ("合计的位数太多", "the sum has too many digits"),
            Self::CityAlone => ("只对全市判定，各县的不用", "it is judged of the city alone"),
        };
        lang.pick(zh, en).to_owned()
    }
}

impl Doubt {
    /// `sent` is the value that is judged.
    pub(super) fn told(&self, sent: &str, lang: Lang) -> String {
        let Self { of, low, high } = self;
        let (low, high) = (lang.name(low), lang.name(high));
        let of = match of {
            Rounded::Value => lang.pick(format!("{sent} "), sent.to_owned()),
            Rounded::Baseline => lang.pick("基期值", "the baseline").to_owned(),
            Rounded::YearBefore => lang.pick("上年数", "the value of the year before").to_owned(),
            Rounded::Reference => lang.pick("参照值", "the reference").to_owned(),
            Rounded::Ranked => lang.pick("所排的数值", "what is ranked").to_owned(),
        };
        let truth = match self.of {
            Rounded::Value | Rounded::Baseline | Rounded::YearBefore | Rounded::Reference => {
                ["真值", "truly"]
            }
            Rounded::Ranked => ["名次", "its place"],
        };
        let truth = lang.pick(truth[0], truth[1]);
        lang.pick(
            format!("{of}只准到末位，{truth}在 {low} 至 {high} 之间"),
            format!("{of} is known to its last digit, and {truth} from {low} to {high}"),
        )
    }
}
