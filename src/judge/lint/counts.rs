//! Ratios and what they are of.

use super::{Finding, place};
use crate::diagnostic::LintProblem;
use crate::exact::{Decimal, Rational};
use crate::plan::Indicator;
use crate::term::Limits;

/// The greatest denominator that is worth a word.
const FEW: u32 = 20;

/// What is counted in hundreds at least, so that a small denominator is chance.
const MANY: [&str; 3] = ["人", "户", "人次"];

/// A threshold that a small denominator makes stricter than it reads: 88.89% is 8 of
/// 9, and ≥90% of 9 is all 9.
pub(super) fn small_counts(indicator: &Indicator) -> Option<Finding<'_>> {
    let measure = &indicator.measure;
    let counted = measure.count_unit.as_deref().unwrap_or_default();
    let is_many = MANY.contains(&counted.trim_start_matches(['千', '万', '亿']));
    if measure.limits != Limits::PERCENTAGE || is_many || !is_sent(indicator) {
        return None;
    }
    let baseline = indicator.baseline?;
    let target = indicator.target.condition(Some(&baseline.into()), None)?;
    let denominator = denominator(baseline)?;
    let of_all = |count: u32| part(count, denominator);
    let wants_all = target.holds(&Rational::HUNDRED) && !target.holds(&of_all(denominator - 1));
    if !wants_all || target.bounds().next().is_none_or(|bound| *bound >= Rational::HUNDRED) {
        return None;
    }
    let problem = LintProblem::SmallCounts { target: indicator.demand(), baseline, denominator };
    Some(Finding::new(problem, place(indicator, &["baseline"]), &indicator.allow))
}

/// Whether figures are sent for an indicator that are judged.
fn is_sent(indicator: &Indicator) -> bool {
    indicator.is_judged() && !indicator.target.is_derived()
}

/// The smallest denominator of which some part reads as that percentage. 0% and 100%
/// are parts of every whole, and give none away.
fn denominator(printed: Decimal) -> Option<u32> {
    let last_digit = Rational::power_of_ten(u32::from(printed.scale()));
    let half = Rational::from(1) / (Rational::from(2) * last_digit);
    let printed = Rational::from(printed);
    let reads_so = |of: u32, count: u32| (part(count, of) - printed.clone()).abs() <= half;
    let smallest = (1..=FEW).find(|of| (0..=*of).any(|count| reads_so(*of, count)));
    smallest.filter(|of| *of > 1)
}

/// `count / of` in percent.
fn part(count: u32, of: u32) -> Rational {
    Rational::from(i64::from(count)) * Rational::HUNDRED / Rational::from(i64::from(of))
}

/// A ratio that does not say of what.
pub(super) fn no_counts(indicator: &Indicator) -> Option<Finding<'_>> {
    let measure = &indicator.measure;
    if measure.limits.per().is_none() || !is_sent(indicator) {
        return None;
    }
    let keys = [("numerator", &measure.numerator), ("denominator", &measure.denominator)];
    let lacking: Vec<&'static str> =
        keys.iter().filter(|(_, text)| text.is_none()).map(|(key, _)| *key).collect();
    let problem = LintProblem::NoCounts { lacking: lacking.clone() };
    (!lacking.is_empty())
        .then(|| Finding::new(problem, place(indicator, &["unit"]), &indicator.allow))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn smallest(printed: &str) -> Option<u32> {
        denominator(Decimal::parse(printed).unwrap())
    }

    #[test]
    fn the_smallest_denominator_that_reads_so_is_found() {
        assert_eq!(smallest("88.89"), Some(9));
        assert_eq!(smallest("60"), Some(5));
        assert_eq!(smallest("95.0"), Some(20));
        assert_eq!(smallest("33"), Some(3));
    }

    #[test]
    fn digits_that_no_small_part_has_give_nothing_away() {
        for printed in ["88.88", "88.9", "60.01", "99.93", "95.24", "33.34"] {
            let expected = if printed == "88.9" { Some(9) } else { None };
            assert_eq!(smallest(printed), expected, "{printed}");
        }
    }

    #[test]
    fn a_tie_may_have_been_rounded_either_way() {
        // 1/16 is 6.25%, 3/16 is 18.75%.
        assert_eq!([smallest("6.2"), smallest("6.3")], [Some(16), Some(16)]);
        assert_eq!([smallest("18.7"), smallest("18.8")], [Some(16), Some(16)]);
    }

    #[test]
    fn nothing_and_all_are_parts_of_every_whole() {
        assert_eq!([smallest("0"), smallest("100.00"), smallest("99.7")], [None, None, None]);
        assert_eq!(smallest("100"), None);
    }
}
