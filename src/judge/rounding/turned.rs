//! Whether a value that may be any of an interval may end otherwise.

use crate::exact::{Interval, Rational};
use crate::judge::outcome::outcome;
use crate::judge::requirement::Demand;
use crate::term::Outcome;

/// Another outcome of a value that may be any of an interval; in steps, if it has any.
pub(super) fn other(
    value: &Interval,
    step: Option<&Rational>,
    demand: &Demand,
    decided: Outcome,
) -> Option<Outcome> {
    let bounds: Vec<&Rational> = demand.bounds().filter(|bound| value.contains(bound)).collect();
    let mut points = vec![value.low().clone()];
    match step {
        // Nothing turns it within.
        _ if bounds.is_empty() => {}
        Some(step) => {
            points.push(value.high().clone());
            points.extend(bounds.into_iter().flat_map(|bound| around(bound, step)));
        }
        None => {
            points.extend(bounds.into_iter().chain([value.high()]).cloned());
            points.sort_unstable();
            points.dedup();
            let half = |pair: &[Rational]| match pair {
                [low, high] => Some((low.clone() + high.clone()) / Rational::from(2)),
                _ => None,
            };
            let between: Vec<Rational> = points.windows(2).filter_map(half).collect();
            points.extend(between);
        }
    }
    let points = points.iter().filter(|point| value.contains(point));
    let others = points.map(|point| outcome(point, demand)).filter(|outcome| *outcome != decided);
    // Of several the one that counts otherwise is the one to tell.
    let others: Vec<Outcome> = others.collect();
    let counts_otherwise = |outcome: &&Outcome| outcome.standing() != decided.standing();
    others.iter().find(counts_otherwise).or_else(|| others.first()).copied()
}

/// The multiples of a step at a bound and beside it.
fn around(bound: &Rational, step: &Rational) -> [Rational; 3] {
    let below = (bound.clone() / step.clone()).floor();
    [-1, 0, 1].map(|more| (below.clone() + Rational::from(more)) * step.clone())
}
