//! Random plans are made of these, and written as the rule files that say the same.

use std::collections::BTreeMap;

use num_bigint::BigInt;

use super::naive::Q;

/// A decimal as it is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Dec {
    pub(crate) digits: i64,
    pub(crate) scale: u32,
}

impl Dec {
    pub(crate) fn value(self) -> Q {
        Q::new(self.digits.into(), BigInt::from(10).pow(self.scale))
    }

    pub(crate) fn text(self) -> String {
        let sign = if self.digits < 0 { "-" } else { "" };
        let width = self.scale as usize + 1;
        let padded = format!("{:0width$}", self.digits.unsigned_abs());
        let (whole, fraction) = padded.split_at(padded.len() - self.scale as usize);
        if fraction.is_empty() {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{fraction}")
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Form {
    Level,
    Kept,
    /// Against the reference series; with levels, growth follows from those where no
    /// rate is sent.
    Relative {
        levels: bool,
    },
    Sum,
    EachYear,
    Change {
        percent: bool,
    },
    Multiple,
    /// A change that is sent itself; whether by how much it fell.
    Reported {
        fall: bool,
    },
    YearOnYear {
        percent: bool,
    },
    Mean,
    Growth,
    /// Due in that year; in the target year if none is written.
    Milestone {
        due: Option<u16>,
    },
    FullCoverage,
    Words,
}

impl Form {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Kept => "kept",
            Self::Relative { .. } => "relative",
            Self::Sum => "sum",
            Self::EachYear => "each-year",
            Self::Change { .. } | Self::Reported { .. } => "change",
            Self::Multiple => "multiple",
            Self::YearOnYear { .. } => "year-on-year",
            Self::Mean => "mean",
            Self::Growth => "growth",
            Self::Milestone { .. } => "milestone",
            Self::FullCoverage => "full-coverage",
            Self::Words => "words",
        }
    }

    /// Whether a straight line leads to its target, from a baseline or from nought.
    pub(crate) fn has_line(self) -> bool {
        match self {
            Self::Level
            | Self::Sum
            | Self::Change { .. }
            | Self::Multiple
            | Self::Reported { .. }
            | Self::FullCoverage => true,
            Self::Kept
            | Self::Relative { .. }
            | Self::EachYear
            | Self::YearOnYear { .. }
            | Self::Mean
            | Self::Growth
            | Self::Milestone { .. }
            | Self::Words => false,
        }
    }

    pub(crate) fn adds_up(self) -> bool {
        matches!(self, Self::Sum | Self::Mean)
    }

    /// Whether its target is a comparison with what was before.
    pub(crate) fn compares(self) -> bool {
        matches!(
            self,
            Self::Change { .. } | Self::Multiple | Self::YearOnYear { .. } | Self::Growth
        )
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Measure {
    /// A coverage rate, of counts or by itself.
    Rate,
    /// So many for each ten thousand, of counts or by itself.
    Ratio,
    /// So many households.
    Count,
    /// A rate that may be negative.
    Growth,
    /// Done or not.
    Done,
}

impl Measure {
    /// Of how many its ratio of counts is.
    pub(crate) fn per(self) -> i64 {
        if self == Self::Ratio { 10_000 } else { 100 }
    }

    pub(crate) fn has_counts(self) -> bool {
        matches!(self, Self::Rate | Self::Ratio)
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Operator {
    Above,
    AtLeast,
    Below,
    AtMost,
    Equal,
    Between,
    /// `±`: the threshold is the middle of the range.
    About,
}

/// What a rule says of the years between.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum OwnPace {
    Linear,
    AtEnd,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Scope {
    County,
    City,
    EachCounty,
    Total,
}

impl Scope {
    /// Whether the city's value may be what its counties add up to.
    pub(crate) fn adds_up(self) -> bool {
        matches!(self, Self::County | Self::Total)
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Level {
    City,
    County,
    Area,
}

#[derive(Debug, Clone)]
pub(crate) struct Region {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) level: Level,
}

#[derive(Debug, Clone)]
pub(crate) struct Indicator {
    pub(crate) id: String,
    pub(crate) attribute: &'static str,
    pub(crate) form: Form,
    pub(crate) measure: Measure,
    pub(crate) operator: Operator,
    pub(crate) ascii: bool,
    /// The threshold; with `high`, the lower of two.
    pub(crate) low: Dec,
    pub(crate) high: Dec,
    /// How far short of the threshold, or of the reference, is enough.
    pub(crate) about: Option<Dec>,
    pub(crate) baseline: Option<Dec>,
    pub(crate) milestones: BTreeMap<u16, Dec>,
    /// The upper ends of those that are ranges.
    pub(crate) upper: BTreeMap<u16, Dec>,
    /// A baseline year and a due year of its own.
    pub(crate) own: (Option<u16>, Option<u16>),
    pub(crate) pace: Option<OwnPace>,
    pub(crate) scope: Scope,
    /// `roll-up = "none"` is written.
    pub(crate) no_roll_up: bool,
    /// `roll-up = "any"` is written.
    pub(crate) any: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) first: u16,
    pub(crate) last: u16,
    pub(crate) linear: bool,
    /// The reference's growth follows from the levels of 产值 where it is not sent.
    pub(crate) output: bool,
    pub(crate) regions: Vec<Region>,
    pub(crate) indicators: Vec<Indicator>,
}

/// The baseline year of every plan.
pub(crate) const START: u16 = 2020;

/// The series behind the indicators, by their names.
pub(crate) const REFERENCES: [&str; 3] = ["参照增长率", "人均收入", "产值"];
/// Their places behind the last indicator.
pub(crate) const RATE: usize = 0;
pub(crate) const INCOME: usize = 1;
pub(crate) const OUTPUT: usize = 2;

impl Plan {
    /// The number of one of the series behind the indicators.
    pub(crate) fn reference(&self, which: usize) -> usize {
        self.indicators.len() + which
    }

    pub(crate) fn toml(&self) -> String {
        let pace = if self.linear { "linear" } else { "none" };
        let growth_of = if self.output { "growth-of = \"output\"\n" } else { "" };
        let [rate, income, output] = REFERENCES;
        let mut toml = format!(
            "[plan]\nid = \"p\"\ntitle = \"规划\"\nbaseline-year = {START}\nfirst-year = {}\n\
             target-year = {}\npace = \"{pace}\"\n\n\
             [[reference]]\nid = \"rate\"\nname = \"{rate}\"\nunit = \"%\"\n{growth_of}\n\
             [[reference]]\nid = \"income\"\nname = \"{income}\"\nunit = \"元\"\n\n\
             [[reference]]\nid = \"output\"\nname = \"{output}\"\nunit = \"亿元\"\n",
            self.first, self.last,
        );
        toml += &format!("\n{}", crate::common::NO_AUDITS);
        for region in &self.regions {
            let level = match region.level {
                Level::City => "city",
                Level::County => "county",
                Level::Area => "area",
            };
            toml += &format!("\n[[region]]\nname = \"{}\"\nlevel = \"{level}\"\n", region.name);
            if region.level != Level::Area {
                toml += &format!("code = \"{}\"\n", region.code);
            }
        }
        for (at, indicator) in self.indicators.iter().enumerate() {
            toml += &indicator.toml(at + 1);
        }
        toml
    }
}

impl Indicator {
    /// The year that its baseline is of.
    pub(crate) fn base(&self) -> u16 {
        self.own.0.unwrap_or(START)
    }

    /// The year from which on its target is due.
    pub(crate) fn due(&self, plan: &Plan) -> u16 {
        self.own.1.unwrap_or(plan.last)
    }

    /// The one bound that is judged, as far as the rule says it.
    pub(crate) fn eased(&self) -> Dec {
        let step = self.about.map_or(0, |about| about.digits);
        let step = match self.operator {
            Operator::Above | Operator::AtLeast => -step,
            Operator::Below | Operator::AtMost => step,
            Operator::Equal | Operator::Between | Operator::About => 0,
        };
        Dec { digits: self.low.digits + step, scale: self.low.scale }
    }

    fn toml(&self, number: usize) -> String {
        let scope = match self.scope {
            Scope::County => "county",
            Scope::City => "city",
            Scope::EachCounty => "each-county",
            Scope::Total => "total",
        };
        let mut toml = format!(
            "\n[[indicator]]\nid = \"{}\"\nnumber = {number}\nname = \"指标{number}\"\n\
             attribute = \"{}\"\nscope = \"{scope}\"\n",
            self.id, self.attribute,
        );
        // What is written nowhere is a level, or relative.
        if !matches!(self.form, Form::Level | Form::Relative { .. }) || self.ascii {
            toml += &format!("form = \"{}\"\n", self.form.word());
        }
        toml += match self.measure {
            Measure::Rate | Measure::Growth => "unit = \"%\"\n",
            Measure::Ratio => "unit = \"件/万人\"\nper = 10000\n",
            Measure::Count => "unit = \"户\"\n",
            Measure::Done => "",
        };
        let says_so = matches!(self.form, Form::Relative { .. } | Form::Reported { .. });
        if self.measure == Measure::Growth && !says_so {
            toml += "growth = true\n";
        }
        toml += &self.target();
        if self.no_roll_up {
            toml += "roll-up = \"none\"\n";
        } else if matches!(self.form, Form::Milestone { .. }) {
            toml += match (self.any, self.ascii) {
                (true, _) => "roll-up = \"any\"\n",
                (false, true) => "roll-up = \"all\"\n",
                (false, false) => "",
            };
        }
        if let Some(baseline) = self.baseline {
            toml += &format!("baseline = {}\n", baseline.text());
        }
        for (key, year) in [("baseline-year", self.own.0), ("due", self.own.1)] {
            toml += &year.map_or(String::new(), |year| format!("{key} = {year}\n"));
        }
        toml += match self.pace {
            Some(OwnPace::AtEnd) => "pace = \"at-end\"\n",
            Some(OwnPace::Linear) => "pace = \"linear\"\n",
            None => "",
        };
        if let Some(milestones) = self.milestones_alone() {
            toml += &format!("{milestones}\n");
        }
        toml
    }

    /// Its milestones as they are written, if it has any.
    pub(crate) fn milestones_alone(&self) -> Option<String> {
        let written = self.milestones.iter().map(|(year, value)| match self.upper.get(year) {
            Some(upper) => format!("{year} = [{}, {}]", value.text(), upper.text()),
            None => format!("{year} = {}", value.text()),
        });
        let written: Vec<String> = written.collect();
        (!written.is_empty()).then(|| format!("milestones = {{ {} }}", written.join(", ")))
    }

    /// Its threshold as it is written.
    pub(crate) fn threshold_alone(&self) -> String {
        match self.operator {
            Operator::Between => format!("[{}, {}]", self.low.text(), self.high.text()),
            Operator::About => {
                let half = (self.high.digits - self.low.digits) / 2;
                Dec { digits: self.low.digits + half, ..self.low }.text()
            }
            _ => self.low.text(),
        }
    }

    /// The keys of the form.
    fn target(&self) -> String {
        let operator = match (self.operator, self.ascii) {
            (Operator::Above, _) => ">",
            (Operator::AtLeast, false) => "≥",
            (Operator::AtLeast, true) => ">=",
            (Operator::Below, _) => "<",
            (Operator::AtMost, false) => "≤",
            (Operator::AtMost, true) => "<=",
            (Operator::Equal, _) => "=",
            (Operator::Between, _) => "between",
            (Operator::About, _) => "±",
        };
        let threshold = format!("threshold = {}\n", self.threshold_alone());
        let tolerance = match self.operator {
            Operator::About => {
                let digits = (self.high.digits - self.low.digits) / 2;
                format!("tolerance = {}\n", Dec { digits, ..self.low }.text())
            }
            _ => String::new(),
        };
        let threshold = threshold + &tolerance;
        let about = self.about.map_or(String::new(), |it| format!("about = {}\n", it.text()));
        let operator = format!("operator = \"{operator}\"\n{about}");
        match self.form {
            Form::Level
            | Form::Kept
            | Form::Sum
            | Form::EachYear
            | Form::Multiple
            | Form::Mean
            | Form::Growth => operator + &threshold,
            Form::Change { percent } | Form::YearOnYear { percent } => {
                let change = if percent { "percent" } else { "absolute" };
                format!("{operator}{threshold}change = \"{change}\"\n")
            }
            Form::Reported { fall } => {
                let reported = if fall { "fall" } else { "change" };
                format!("{operator}{threshold}change = \"percent\"\nreported = \"{reported}\"\n")
            }
            Form::Relative { levels } => {
                let growth_of = if levels { "growth-of = \"income\"\n" } else { "" };
                format!("{operator}reference = \"rate\"\n{growth_of}")
            }
            Form::Milestone { due } => due.map_or(String::new(), |year| format!("due = {year}\n")),
            Form::FullCoverage | Form::Words => String::new(),
        }
    }

    /// The values that the measure can have.
    pub(crate) fn clamp(&self, digits: i64, scale: u32) -> Dec {
        let most = 100 * 10i64.pow(scale);
        let digits = match self.measure {
            Measure::Rate => digits.clamp(0, most),
            Measure::Ratio | Measure::Count | Measure::Done => digits.max(0),
            Measure::Growth => digits,
        };
        Dec { digits, scale }
    }
}
