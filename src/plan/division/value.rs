//! What a cell says, in the terms of an indicator's rule.

use super::{Wrong, wrong};
use crate::diagnostic::DivisionProblem;
use crate::exact::{Decimal, Rational};
use crate::form::Terms;
use crate::plan::Milestone;
use crate::plan::draft::amount::{Amount, whole_unit};
use crate::plan::draft::cell::{self, Bound, Cell, Sign, Span};
use crate::plan::draft::fold::fold;
use crate::plan::operator::Operator;
use crate::plan::reading::Reading;
use crate::term::{POINTS, magnitude};

/// Reads a cell; nearly all are digits with or without a percent sign.
pub(super) fn read(text: &str) -> Cell {
    let (digits, unit) = text.strip_suffix('%').map_or((text, ""), |digits| (digits, "%"));
    let Ok(number) = Decimal::parse(digits) else { return cell::read(text) };
    Cell::Bound(Bound {
        sign: Sign::Bare,
        amount: Amount { number, zeros: 0, unit: unit.to_owned() },
        total: false,
        span: Span::End,
        moves: None,
        marked: false,
    })
}

/// Whether a cell says that there is none.
pub(super) fn is_blank(text: &str) -> bool {
    read(text) == Cell::Blank
}

/// The numbers of a target; none of a blank cell.
pub(super) fn target(text: &str, reading: &Reading) -> Result<Option<Milestone>, Wrong> {
    let value = || unread(text, reading);
    let bound = match read(text) {
        Cell::Blank => return Ok(None),
        Cell::Multiple(times) if reading.terms == Terms::Multiple => {
            return Ok(Some(Milestone::Value(times)));
        }
        Cell::Bound(bound) => bound,
        Cell::Multiple(_) | Cell::Full | Cell::Series(..) | Cell::Unread(_) => return Err(value()),
    };
    let says_the_same = match (&bound.sign, reading.operator) {
        (Sign::Bare, operator) => !matches!(operator, Some(Operator::Between)),
        (Sign::Compare(said), Some(Operator::Compare(comparison))) => *said == comparison,
        (Sign::Equal, Some(Operator::Equal)) => true,
        (Sign::To(_), Some(Operator::Between)) => true,
        // What the rule itself should have said.
        (Sign::Compare(_) | Sign::Equal | Sign::To(_) | Sign::About, None) => true,
        (Sign::Compare(_) | Sign::Equal | Sign::To(_) | Sign::About, Some(_)) => false,
    };
    let is_of_the_rule = bound.span == Span::End
        && bound.moves.is_none()
        && !bound.marked
        && (!bound.total || reading.adds_up());
    if !says_the_same || !is_of_the_rule {
        return Err(value());
    }
    let unit = reading.threshold_unit();
    let low = number(text, &bound.amount, unit)?;
    match &bound.sign {
        Sign::To(high) => Ok(Some(Milestone::Range(low, number(text, high, unit)?))),
        Sign::Bare | Sign::Compare(_) | Sign::Equal | Sign::About => {
            Ok(Some(Milestone::Value(low)))
        }
    }
}

/// That a cell can't be read by its rule.
fn unread(text: &str, reading: &Reading) -> Wrong {
    let (text, target) = (text.to_owned(), reading.demand.clone());
    wrong(DivisionProblem::TargetsValue { text, target })
}

/// A baseline; none of a blank cell.
pub(super) fn baseline(text: &str, reading: &Reading) -> Result<Option<Decimal>, Wrong> {
    match read(text) {
        Cell::Blank => Ok(None),
        Cell::Bound(Bound {
            sign: Sign::Bare,
            amount,
            total: false,
            span: Span::End,
            moves: None,
            marked: false,
        }) => number(text, &amount, reading.unit.as_deref()).map(Some),
        _ => Err(unread(text, reading)),
    }
}

/// Whether a unit that is written beside the numbers is the rule's, if that is known.
pub(super) fn is_unit_of(written: &str, reading: &Reading) -> bool {
    let plain = |unit: &str| {
        let folded = fold(unit);
        whole_unit(&folded).unwrap_or(folded).replace("个百分点", POINTS[0])
    };
    let written = plain(written);
    let is_it = |unit: &str| written == plain(unit);
    reading.unit.as_deref().is_none_or(is_it) || reading.threshold_unit().is_none_or(is_it)
}

/// An amount in the unit that is wanted; as it is written, where that is not known.
fn number(text: &str, amount: &Amount, wanted: Option<&str>) -> Result<Decimal, Wrong> {
    let Some(wanted) = wanted else { return Ok(amount.number) };
    let folded = fold(wanted);
    let other =
        |unit: &str| unit.replace("个百分点", POINTS[0]) != folded.replace("个百分点", POINTS[0]);
    // 12万 of 万元 may be twelve of them, or ten thousand times as much; of % it is neither.
    let is_half = amount.zeros > 0
        && amount.unit.is_empty()
        && (magnitude(&folded).0 > 0 || matches!(&*folded, "%" | "‰"));
    let said = amount.resolve(&folded).filter(|(_, unit)| !is_half && !other(unit));
    let Some((number, _)) = said else {
        let written = if amount.unit.is_empty() { text } else { &amount.unit };
        let (written, unit) = (written.to_owned(), wanted.to_owned());
        return Err(wrong(DivisionProblem::TargetsUnit { written, unit }));
    };
    let size = Rational::from(number);
    let is_small = size <= Rational::from(1) && size >= Rational::from(-1) && !number.is_zero();
    if folded == "%" && amount.unit.is_empty() && is_small {
        return Err(wrong(DivisionProblem::TargetsFraction { text: text.to_owned() }));
    }
    Ok(number)
}
