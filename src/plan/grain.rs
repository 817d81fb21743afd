//! Of what there are no parts: what an indicator's values count, one by one.

use super::{Indicator, RollUp};
use crate::exact::Rational;
use crate::form::{States, Target};
use crate::term::{Average, Condition, counted_in};

impl Indicator {
    /// Whether its values count whole things, one by one.
    pub fn counts_whole_things(&self) -> bool {
        let is_average = || Average::of(&self.name, &self.measure.unit).is_some();
        self.grain() == Some(0) && !is_average()
    }

    /// In which power of ten its values count whole things: by their unit, and because they
    /// add up and the plan's own figures for them are whole. 执业医师 3.2 人 are an average.
    pub(crate) fn grain(&self) -> Option<u8> {
        let power = counted_in(&self.measure.unit)?;
        // The milestones are in the terms of the bounds.
        let is_of_value = self.target.of_value().is_some();
        let milestones = self.milestones.values().filter(|_| is_of_value);
        let milestones = milestones.flat_map(|milestone| milestone.numbers());
        let figures = milestones.chain(self.baseline).map(Rational::from);
        let one = Rational::power_of_ten(u32::from(power));
        let is_whole = |figure: Rational| (figure * one.clone()).exact_digits(0) == Some(0);
        // Where the years add up, what is not added up over the counties counts all the same.
        let adds_up = self.roll_up == RollUp::Sum || self.target.adds_up();
        let counts = adds_up && figures.chain(self.bounds_of_value()).all(is_whole);
        counts.then_some(power)
    }

    /// The bounds of the target, in the terms of the value.
    pub(crate) fn bounds_of_value(&self) -> impl Iterator<Item = Rational> {
        let is_written = |target: &&Target| target.form.states() == States::Value;
        let target = Some(&self.target).filter(is_written);
        target.and_then(Target::bound).into_iter().flat_map(Condition::bounds).cloned()
    }
}
