//! Random rules of every form.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::plan::{Dec, Form, Indicator, Measure, Operator, OwnPace, START, Scope};

/// A rule before it is known which years its plan has.
#[derive(Debug, Clone)]
pub(crate) struct Rule {
    form: Form,
    /// Where the form leaves the choice.
    measure: Measure,
    operator: Operator,
    scope: Scope,
    attribute: &'static str,
    ascii: bool,
    no_roll_up: bool,
    pace: Option<OwnPace>,
    threshold: u32,
    width: u32,
    scale: u32,
    /// None, anywhere, or so many small units beside the threshold.
    baseline: Option<Result<u32, (i64, u32)>>,
    milestones: Vec<(u16, u32)>,
    /// How many years before the plan's its own baseline is, and when it is due by itself.
    own: (Option<u16>, Option<u16>),
}

fn forms() -> impl Strategy<Value = Form> {
    prop_oneof![
        8 => Just(Form::Level),
        2 => Just(Form::Kept),
        6 => any::<bool>().prop_map(|levels| Form::Relative { levels }),
        5 => Just(Form::Sum),
        2 => Just(Form::EachYear),
        4 => any::<bool>().prop_map(|percent| Form::Change { percent }),
        5 => Just(Form::Multiple),
        4 => any::<bool>().prop_map(|percent| Form::YearOnYear { percent }),
        2 => any::<bool>().prop_map(|fall| Form::Reported { fall }),
        4 => Just(Form::Mean),
        7 => Just(Form::Growth),
        // The year is put between the plan's.
        3 => proptest::option::of(any::<u16>()).prop_map(|due| Form::Milestone { due }),
        2 => Just(Form::FullCoverage),
        1 => Just(Form::Words),
    ]
}

pub(crate) fn rules() -> impl Strategy<Value = Rule> {
    let measure = prop_oneof![
        6 => Just(Measure::Rate),
        2 => Just(Measure::Ratio),
        3 => Just(Measure::Count),
        1 => Just(Measure::Growth),
    ];
    let operator = prop_oneof![
        3 => Just(Operator::AtLeast),
        3 => Just(Operator::Above),
        2 => Just(Operator::AtMost),
        2 => Just(Operator::Below),
        1 => Just(Operator::Equal),
        2 => Just(Operator::Between),
        1 => Just(Operator::About),
    ];
    let scope = prop_oneof![
        6 => Just(Scope::County),
        1 => Just(Scope::City),
        1 => Just(Scope::EachCounty),
        1 => Just(Scope::Total),
    ];
    let attribute = prop_oneof![3 => Just("约束性"), 2 => Just("预期性"), 1 => Just("任务")];
    let baseline = prop_oneof![
        2 => Just(None),
        5 => any::<u32>().prop_map(|free| Some(Ok(free))),
        3 => (-2i64..=2, 0u32..=6).prop_map(|(offset, scale)| Some(Err((offset, scale)))),
    ];
    let pace = prop_oneof![
        7 => Just(None),
        2 => Just(Some(OwnPace::AtEnd)),
        1 => Just(Some(OwnPace::Linear)),
    ];
    let words = (forms(), measure, operator, scope, attribute);
    let choices = (any::<bool>(), proptest::bool::weighted(0.15), pace);
    let numbers = (any::<u32>(), 0u32..2000, 0u32..=3);
    let milestones = proptest::collection::vec((0u16..8, any::<u32>()), 0..4);
    let back = proptest::option::weighted(0.15, 1u16..=2);
    let own = (back, proptest::option::weighted(0.2, any::<u16>()));
    (words, choices, numbers, baseline, milestones, own).prop_map(
        |(
            (form, measure, operator, scope, attribute),
            (ascii, no_roll_up, pace),
            (threshold, width, scale),
            baseline,
            milestones,
            own,
        )| Rule {
            form,
            measure,
            operator,
            scope,
            attribute,
            ascii,
            no_roll_up,
            pace,
            threshold,
            width,
            scale,
            baseline,
            milestones,
            own,
        },
    )
}

impl Rule {
    fn measure(&self) -> Measure {
        match self.form {
            Form::Level | Form::Kept | Form::EachYear => self.measure,
            form if form.compares() && self.measure == Measure::Growth => Measure::Count,
            Form::Change { .. } | Form::Multiple | Form::YearOnYear { .. } | Form::Growth => {
                self.measure
            }
            Form::Relative { .. } | Form::Reported { .. } => Measure::Growth,
            Form::Sum | Form::Mean => Measure::Count,
            Form::FullCoverage => Measure::Rate,
            Form::Milestone { .. } | Form::Words => Measure::Done,
        }
    }

    fn operator(&self) -> Operator {
        let range = matches!(self.operator, Operator::Equal | Operator::Between | Operator::About);
        match self.form {
            Form::Relative { .. } | Form::Multiple if range => Operator::AtLeast,
            Form::Change { .. }
            | Form::Reported { .. }
            | Form::YearOnYear { .. }
            | Form::Growth
                if self.operator == Operator::About =>
            {
                Operator::Between
            }
            _ => self.operator,
        }
    }

    /// A number for the threshold that the form can have, in units of its scale.
    fn anywhere(&self, free: u32) -> i64 {
        let (free, power) = (i64::from(free), 10i64.pow(self.scale));
        match (self.form, self.measure()) {
            (Form::Change { percent: true } | Form::YearOnYear { percent: true }, _) => {
                free % (100 * power) - 50 * power
            }
            (Form::Change { .. } | Form::YearOnYear { .. }, _) => free % (40 * power) - 20 * power,
            // Few years make these into few digits.
            (Form::Growth, _) => (free % 6 - 2) * 10 * power,
            (Form::Multiple, _) => 1 + free % (3 * power),
            (_, Measure::Rate) => free % (100 * power + 1),
            (_, Measure::Ratio | Measure::Count | Measure::Done) => free % (2000 * power),
            (_, Measure::Growth) => free % (40 * power) - 20 * power,
        }
    }

    /// Now and then less than the threshold is enough, as long as not everything is.
    fn about(&self, indicator: &Indicator) -> Option<Dec> {
        let digits = 1 + i64::from(self.width / 4 % 40);
        let about = Dec { digits, scale: self.scale };
        let eased = Indicator { about: Some(about), ..indicator.clone() }.eased().digits;
        let upward = match indicator.operator {
            Operator::Above | Operator::AtLeast => true,
            Operator::Below | Operator::AtMost => false,
            Operator::Equal | Operator::Between | Operator::About => return None,
        };
        let demands_some = match (indicator.form, indicator.measure) {
            (Form::Relative { .. }, _) => true,
            (Form::Change { .. } | Form::YearOnYear { .. } | Form::Growth, _) => {
                eased.signum() == indicator.low.digits.signum()
            }
            (Form::Level | Form::Kept | Form::Sum | Form::EachYear | Form::Mean, measure) => {
                match measure {
                    Measure::Growth => true,
                    Measure::Count | Measure::Rate | Measure::Ratio if upward => eased > 0,
                    Measure::Rate => eased < 100 * 10i64.pow(self.scale),
                    Measure::Count | Measure::Ratio => true,
                    Measure::Done => false,
                }
            }
            (
                Form::Multiple
                | Form::Reported { .. }
                | Form::Milestone { .. }
                | Form::FullCoverage
                | Form::Words,
                _,
            ) => false,
        };
        (self.width.is_multiple_of(4) && demands_some).then_some(about)
    }

    /// The years of its own that a form can have, in a plan of those years.
    fn own_years(&self, form: Form, first: u16, last: u16) -> (Option<u16>, Option<u16>) {
        let (has_base, has_due) = match form {
            Form::Level
            | Form::Change { .. }
            | Form::Reported { .. }
            | Form::Multiple
            | Form::Growth
            | Form::FullCoverage => (true, true),
            Form::Kept => (true, false),
            Form::Sum | Form::Mean => (false, true),
            Form::Relative { .. }
            | Form::EachYear
            | Form::YearOnYear { .. }
            | Form::Milestone { .. }
            | Form::Words => (false, false),
        };
        let (back, due) = self.own;
        let base = back.filter(|_| has_base).map(|back| START - back);
        (base, due.filter(|_| has_due).map(|free| first + free % (last - first + 1)))
    }

    /// The rule in a plan of those years.
    pub(crate) fn indicator(&self, at: usize, first: u16, last: u16) -> Indicator {
        let (measure, operator) = (self.measure(), self.operator());
        let power = 10i64.pow(self.scale);
        let form = match self.form {
            Form::Milestone { due: Some(free) } => {
                Form::Milestone { due: Some(first + free % (last - first + 1)) }
            }
            form => form,
        };
        let mut indicator = Indicator {
            id: format!("i{}", at + 1),
            attribute: self.attribute,
            form,
            measure,
            operator,
            ascii: self.ascii,
            low: Dec { digits: 0, scale: 0 },
            high: Dec { digits: 0, scale: 0 },
            about: None,
            baseline: None,
            milestones: BTreeMap::new(),
            upper: BTreeMap::new(),
            own: self.own_years(form, first, last),
            pace: self
                .pace
                .filter(|_| form.has_line() || matches!(form, Form::Mean | Form::Growth)),
            scope: self.scope,
            no_roll_up: self.no_roll_up && form != Form::Words,
            any: self.width % 2 == 1,
        };
        // Changes and multiples are no values of the measure.
        let in_its_terms = form.compares();
        // A fall that is sent is written as documents write it, without a sign.
        let is_fall = form == Form::Reported { fall: true };
        let clamp = |indicator: &Indicator, digits: i64, scale| match in_its_terms {
            _ if is_fall => Dec { digits: digits.max(0), scale },
            true => Dec { digits, scale },
            false => indicator.clamp(digits, scale),
        };
        // Nothing is above 100% or below 0.
        let room = i64::from(matches!(operator, Operator::Above | Operator::Below));
        let low = match measure {
            _ if form == Form::FullCoverage => 100 * power,
            _ if is_fall => self.anywhere(self.threshold).max(room),
            _ if in_its_terms => self.anywhere(self.threshold),
            Measure::Rate => self.anywhere(self.threshold).clamp(room, 100 * power - room),
            Measure::Count | Measure::Ratio => self.anywhere(self.threshold).max(room),
            Measure::Growth | Measure::Done => self.anywhere(self.threshold),
        };
        indicator.low = clamp(&indicator, low, self.scale);
        indicator.high = match operator {
            _ if form == Form::FullCoverage => indicator.low,
            Operator::Between => clamp(&indicator, low + i64::from(self.width), self.scale),
            Operator::About => {
                let middle = clamp(&indicator, low + i64::from(self.width), self.scale);
                Dec { digits: 2 * middle.digits - low, scale: self.scale }
            }
            _ => indicator.low,
        };
        indicator.about = self.about(&indicator);
        let has_baseline = !form.adds_up()
            && !matches!(
                form,
                Form::EachYear | Form::Reported { .. } | Form::Milestone { .. } | Form::Words
            );
        let baseline = self.baseline.filter(|_| has_baseline);
        indicator.baseline = baseline.map(|baseline| match baseline {
            Ok(free) if form == Form::Growth => indicator.clamp(i64::from(free) % 101, 0),
            Err((offset, more)) if !in_its_terms => {
                indicator.clamp(low * 10i64.pow(more) + offset, self.scale + more)
            }
            Ok(free) => indicator.clamp(i64::from(free) % (100 * power + 1), self.scale),
            // Now and then nothing to change from.
            Err((offset, _)) => indicator.clamp(offset.max(0) * 30, 0),
        });
        let due = indicator.own.1.unwrap_or(last);
        if form.has_line() && first < due {
            for (year, free) in &self.milestones {
                let value = clamp(&indicator, self.anywhere(*free), self.scale);
                let year = first + year % (due - first);
                indicator.milestones.insert(year, value);
                indicator.upper.remove(&year);
                // Of a range every other is one too.
                let is_range =
                    matches!(operator, Operator::Equal | Operator::Between | Operator::About);
                if is_range && !is_fall && form != Form::FullCoverage && free % 2 == 0 {
                    let upper = value.digits + i64::from(free / 2 % 40);
                    indicator.upper.insert(year, clamp(&indicator, upper, self.scale));
                }
            }
        }
        indicator
    }
}
