//! What is demanded of every baseline: straight lines, piece by piece.

use super::{Compiler, why};
use crate::exact::Rational;
use crate::judge::requirement::Demand;
use crate::plan::Indicator;
use crate::report::{Bounds, Demanding, Piece, Steep};
use crate::term::{Condition, Named};

impl Compiler<'_> {
    /// What is demanded by a region's own baseline, wherever it lies: at each bound of the
    /// target and at 0, and between two of them.
    pub(super) fn pieces(&self, rule: &Indicator) -> Result<Vec<Piece>, Named> {
        let mut ends: Vec<Rational> = vec![Rational::ZERO];
        ends.extend(rule.target.of_value().into_iter().flat_map(Condition::bounds).cloned());
        ends.sort();
        ends.dedup();
        let mut pieces: Vec<Piece> = Vec::new();
        let befores = std::iter::once(None).chain(ends.iter().map(Some));
        let behinds = ends.iter().map(Some).chain([None]);
        for (from, to) in befores.zip(behinds) {
            if let Some(at) = from
                && let Some(demand) = self.at(rule, at)
            {
                add_point(&mut pieces, at, &demand);
            }
            let bound = |end: Option<&Rational>| end.map(|end| (end.clone(), false));
            if let Some(demand) = self.between(rule, from, to)? {
                add(&mut pieces, Piece { from: bound(from), to: bound(to), demand });
            }
        }
        Ok(pieces)
    }

    /// What is demanded by baselines between two values: the line through two of them, which
    /// has to lead through a third and a fourth.
    fn between(
        &self,
        rule: &Indicator,
        from: Option<&Rational>,
        to: Option<&Rational>,
    ) -> Result<Option<Demanding>, Named> {
        let part = |of: i64| match (from, to) {
            (Some(from), Some(to)) => {
                from.clone() + (to.clone() - from.clone()) * Rational::from(of) / Rational::from(8)
            }
            (Some(from), None) => from.clone() + Rational::from(of),
            (None, Some(to)) => to.clone() - Rational::from(of),
            (None, None) => Rational::from(of),
        };
        let [one, two, three, four] = [1, 2, 5, 7].map(part);
        let at = |value: &Rational| self.at(rule, value);
        let (Some(first), Some(second)) = (at(&one), at(&two)) else { return Ok(None) };
        let holds =
            |line: &Demanding, value| at(value).is_some_and(|demand| is_of(line, value, &demand));
        let line = through((&one, &first), (&two, &second));
        line.filter(|line| holds(line, &three) && holds(line, &four)).map(Some).ok_or_else(|| {
            why("要求与基期值不成直线", "what it demands is on no straight line of the baseline")
        })
    }
}

/// A demand that no baseline moves.
pub(super) fn fixed(demand: &Demand) -> Demanding {
    let flat =
        |of: &Condition| of.map(|bound| Steep { slope: Rational::ZERO, offset: bound.reduced() });
    let required = demand.requirement.as_ref();
    let required = required.map(|it| (flat(&it.condition), it.basis, it.baseline));
    Demanding { target: flat(&demand.target), requirement: required }
}

/// The demand through those of two baselines, if they are of one kind.
fn through(first: (&Rational, &Demand), second: (&Rational, &Demand)) -> Option<Demanding> {
    let line = |from: &Rational, to: &Rational| {
        let run = second.0.clone() - first.0.clone();
        let slope = ((to.clone() - from.clone()) / run).reduced();
        let offset = (from.clone() - slope.clone() * first.0.clone()).reduced();
        Steep { slope, offset }
    };
    let bounds = |from: &Condition, to: &Condition| match (from, to) {
        (Condition::Compare(one, from), Condition::Compare(other, to)) if one == other => {
            Some(Condition::Compare(*one, line(from, to)))
        }
        (Condition::Between(low, high), Condition::Between(to_low, to_high)) => {
            Some(Condition::Between(line(low, to_low), line(high, to_high)))
        }
        (Condition::Compare(..), _) | (Condition::Between(..), _) => None,
    };
    let target = bounds(&first.1.target, &second.1.target)?;
    let requirement = match (&first.1.requirement, &second.1.requirement) {
        (Some(one), Some(other)) if (one.basis, one.baseline) == (other.basis, other.baseline) => {
            Some((bounds(&one.condition, &other.condition)?, one.basis, one.baseline))
        }
        (None, None) => None,
        (Some(_) | None, _) => return None,
    };
    Some(Demanding { target, requirement })
}

/// Whether a demand on straight lines is that of a baseline.
pub(super) fn is_of(line: &Demanding, baseline: &Rational, demand: &Demand) -> bool {
    let at = |bounds: &Bounds| bounds.map(|line| line.at(baseline));
    let required = line.requirement.as_ref();
    let required = required.map(|(bounds, basis, source)| (at(bounds), *basis, *source));
    let demanded = demand.requirement.as_ref();
    let demanded = demanded.map(|it| (it.condition.clone(), it.basis, it.baseline));
    at(&line.target) == demand.target && required == demanded
}

/// Adds what a single baseline demands; the piece before it is made longer that leads there.
fn add_point(pieces: &mut Vec<Piece>, at: &Rational, demand: &Demand) {
    let ends_here = |piece: &&mut Piece| piece.to.as_ref().is_some_and(|(end, _)| end == at);
    let last = pieces.last_mut().filter(ends_here);
    let end = Some((at.clone(), true));
    match last.filter(|piece| is_of(&piece.demand, at, demand)) {
        Some(last) => last.to = end,
        None => pieces.push(Piece { from: end.clone(), to: end, demand: fixed(demand) }),
    }
}

/// Adds a piece, or makes the one before it longer that demands the same.
fn add(pieces: &mut Vec<Piece>, piece: Piece) {
    let is_next = |last: &&mut Piece| {
        let ends = [&last.to, &piece.from].map(|end| end.as_ref().map(|(at, _)| at));
        ends[0] == ends[1] && last.to.as_ref().is_some_and(|(_, is_in)| *is_in)
    };
    match pieces.last_mut().filter(is_next).filter(|last| last.demand == piece.demand) {
        Some(last) => last.to = piece.to,
        None => pieces.push(piece),
    }
}
