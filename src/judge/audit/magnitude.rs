//! Out of all proportion, with no year before to tell.

use super::subject::{Cell, Subject};
use crate::diagnostic::{AuditProblem, NumberField, Proportion};
use crate::exact::{Decimal, Figure, Rational, shown};
use crate::plan::Role;
use crate::submission::Column;
use crate::term::{RegionId, Sent};

/// How many times what the plan has in view nothing that is counted can be.
const TIMES: i64 = 1000;

/// So many years make the whole of what adds up over them.
const YEARS: i64 = 5;

/// Fewer regions than these have nothing usual.
const REGIONS: u32 = 3;

/// Powers of ten this far apart are a thousandfold at least.
const FAR: i32 = 4;

/// Of more figures than these some stand for all: to a power of ten that is enough.
const SAMPLE: usize = 8192;

/// How large the figures of a column usually are, as powers of ten: of what half of the
/// counties sent more, and half less.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Usual {
    value: Option<Size>,
    numerator: Option<Size>,
    denominator: Option<Size>,
}

/// A power of ten, and between which whole numbers none is far from it.
#[derive(Debug, Clone, Copy)]
struct Size {
    power: i32,
    near: (i64, i64),
}

impl Size {
    fn new(power: i32) -> Self {
        let of = |power: i32| {
            let power = u32::try_from(power.max(0)).unwrap_or(0);
            10i64.checked_pow(power).unwrap_or(i64::MAX)
        };
        Self { power, near: (of(power - FAR + 1), of(power + FAR)) }
    }

    /// Whether a whole number is near without looking at its digits.
    #[inline]
    fn is_near(self, number: Decimal) -> bool {
        let (low, high) = self.near;
        number.scale() == 0 && (low..high).contains(&number.mantissa())
    }
}

impl Usual {
    pub(super) fn of(roles: &[Role], column: &Column) -> Self {
        let mut sizes = [Sizes::default(), Sizes::default(), Sizes::default()];
        let is_part = |id: RegionId| roles.get(id.index()) == Some(&Role::Part);
        let mut parts: Vec<RegionId> = Vec::new();
        column.sent_but(|entry| entry.sent() != Sent::Figure).for_each(|(region, entry)| {
            if entry.sent() == Sent::Figure && is_part(region) {
                parts.push(region);
            }
        });
        let step = (parts.len() / SAMPLE).max(1);
        for region in parts.into_iter().step_by(step) {
            let figure = column.get(region).figure();
            let (numerator, denominator) = figure.counts.unzip();
            let fields = [figure.total.or(figure.value), numerator, denominator];
            for (sizes, number) in sizes.iter_mut().zip(fields) {
                sizes.add(number);
            }
        }
        let [value, numerator, denominator] = sizes.map(|sizes| sizes.middle().map(Size::new));
        Self { value, numerator, denominator }
    }
}

impl Usual {
    /// Whether counts are not near what is usual.
    #[inline]
    pub(super) fn is_far(&self, (numerator, denominator): (Decimal, Decimal)) -> bool {
        let is_near = |number, usual: Option<Size>| usual.is_none_or(|usual| usual.is_near(number));
        !is_near(denominator, self.denominator) || !is_near(numerator, self.numerator)
    }
}

/// How many numbers there are of each power of ten.
#[derive(Debug, Clone, Copy)]
struct Sizes {
    counts: [u32; 37],
    all: u32,
}

impl Default for Sizes {
    fn default() -> Self {
        Self { counts: [0; 37], all: 0 }
    }
}

impl Sizes {
    fn add(&mut self, number: Option<Decimal>) {
        let place = number.and_then(size).and_then(|size| usize::try_from(size + 18).ok());
        if let Some(count) = place.and_then(|place| self.counts.get_mut(place)) {
            *count += 1;
            self.all += 1;
        }
    }

    fn middle(self) -> Option<i32> {
        let mut seen = 0;
        let place = self.counts.iter().position(|count| {
            seen += count;
            seen * 2 > self.all
        });
        let size = i32::try_from(place?).ok()? - 18;
        (self.all >= REGIONS).then_some(size)
    }
}

/// The power of ten that a number has; none of nothing.
fn size(number: Decimal) -> Option<i32> {
    let digits = number.mantissa().unsigned_abs().checked_ilog10()?;
    Some(i32::try_from(digits).ok()? - i32::from(number.scale()))
}

/// Whether figures may be out of scale: a quick look, and nearly none may be.
#[inline]
pub(super) fn may_be(subject: &Subject<'_>, now: &Figure, usual: &Usual) -> bool {
    subject.limits.has_any_size() || now.counts.is_some_and(|counts| usual.is_far(counts))
}

/// A count or a value a thousand times what the plan's baseline and target say, or what the
/// other counties sent, or a thousandth: 人 written for 万人. What adds up may have small
/// parts. A percentage can't be mistaken so.
pub(super) fn find(cell: &Cell<'_>, usual: Usual) -> Option<AuditProblem> {
    let value_unit = cell.subject.limits.has_any_size().then_some(cell.subject.unit);
    let (numerator, denominator) = cell.now.counts.unzip();
    let [part, whole] = cell.subject.count_units;
    let value = cell.now.total.or(cell.now.value);
    let (field, now, unit, beside) = [
        (NumberField::Value, value, value_unit, usual.value),
        (NumberField::Numerator, numerator, Some(part), usual.numerator),
        (NumberField::Denominator, denominator, Some(whole), usual.denominator),
    ]
    .into_iter()
    .find_map(|(field, now, unit, usual)| {
        let (now, unit) = (now.filter(|now| !now.is_zero())?, unit?);
        let planned = if field == NumberField::Value { planned(cell, now) } else { None };
        Some((field, now, unit, planned.or_else(|| beside_others(now, usual))?))
    })?;
    Some(AuditProblem::OutOfScale {
        cell: cell.name(),
        field,
        now: unit.counted(now),
        beside: beside.with_unit(unit),
    })
}

/// How far a value is from what the rule of its region has in view, which may be its own: a
/// county's part is not held against the whole. Where there is none, it may be as much smaller
/// as there are parts.
fn planned(cell: &Cell<'_>, now: Decimal) -> Option<Proportion> {
    let subject = cell.subject;
    let now = Rational::from(now);
    let times = |number: &Rational, times| number.clone() * Rational::from(times);
    let planned = subject.planned(cell.region);
    let figures = || planned.baseline.iter().chain(&planned.bounds);
    let largest = figures().max()?;
    let of = |figure: &Rational| {
        let text = shown::alone(figure).text.into();
        match Some(figure) == planned.baseline.as_ref() {
            true => Proportion::Baseline(text),
            false => Proportion::Target(text),
        }
    };
    if now >= times(largest, TIMES) {
        return Some(of(largest));
    }
    let least = figures().min()?;
    let years = if subject.adds_up { YEARS } else { 1 };
    let parts = years.max(subject.parts);
    (times(&now, TIMES.saturating_mul(parts)) <= *least).then(|| of(least))
}

fn beside_others(now: Decimal, usual: Option<Size>) -> Option<Proportion> {
    let usual = usual.filter(|usual| !usual.is_near(now))?;
    let (size, usual) = (size(now)?, usual.power);
    let text = || {
        let power = Rational::power_of_ten(usual.unsigned_abs());
        let power = if usual < 0 { Rational::from(1) / power } else { power };
        shown::alone(&power).text.into()
    };
    (size.abs_diff(usual) >= FAR.unsigned_abs()).then(|| Proportion::Others(text()))
}
