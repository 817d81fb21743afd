//! Cells that aim at what the plan demands of them.

use num_bigint::BigInt;
use num_traits::ToPrimitive;
use proptest::prelude::*;

use super::naive::{Q, whole};
use super::plan::{Dec, Measure};
use super::world::{Day, Sent};

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    NoRow,
    Blank,
    NotApplicable,
    NothingToCount,
    Value,
    Counts,
    NumeratorAbove,
    Mismatch,
}

/// A cell before it is known what its plan demands.
#[derive(Debug, Clone)]
pub(crate) struct Aim {
    pub(crate) kind: Kind,
    /// Which of the bounds is aimed at; none if there are not so many.
    pub(crate) bound: usize,
    /// So many units beside it.
    offset: i64,
    /// Counts that can make exactly the bound.
    pub(crate) hit: bool,
    /// How many digits the denominator has at most.
    size: u32,
    pub(crate) free: u32,
    scale: u32,
    written: u8,
}

pub(crate) fn aims() -> impl Strategy<Value = Aim> {
    let kind = prop_oneof![
        2 => Just(Kind::NoRow),
        1 => Just(Kind::Blank),
        1 => Just(Kind::NotApplicable),
        1 => Just(Kind::NothingToCount),
        8 => Just(Kind::Value),
        14 => Just(Kind::Counts),
        1 => Just(Kind::NumeratorAbove),
        1 => Just(Kind::Mismatch),
    ];
    let numbers = (0usize..7, -1i64..=1, any::<bool>(), 0u32..=12, any::<u32>());
    (kind, numbers, 0u32..=6, 0u8..12).prop_map(
        |(kind, (bound, offset, hit, size, free), scale, written)| Aim {
            kind,
            bound,
            offset,
            hit,
            size,
            free,
            scale,
            written,
        },
    )
}

/// What a cell sends, and the texts of 数值, 分子, 分母, 累计 and 备注.
pub(crate) type Cells = (Sent, [String; 5]);

fn texts(cells: [&str; 5]) -> [String; 5] {
    cells.map(str::to_owned)
}

pub(crate) fn nothing() -> Cells {
    (Sent::Nothing, texts([""; 5]))
}

impl Aim {
    /// A row that holds no figure; none if this is to be one.
    pub(crate) fn without_figure(&self, kind: Kind) -> Option<Cells> {
        Some(match kind {
            Kind::NoRow => nothing(),
            Kind::Blank => {
                let mark = ["", "—", "/", "NA", "无数据", "…"][self.free as usize % 6];
                (Sent::Blank, texts([mark, "", "", "", ""]))
            }
            Kind::NotApplicable => {
                (Sent::NotApplicable, texts(["不适用", "", "", "", "没有这一项"]))
            }
            Kind::NothingToCount => (Sent::NotApplicable, texts(["", "0", "0", "", ""])),
            Kind::NumeratorAbove => (Sent::Invalid, texts(["", "6", "5", "", ""])),
            Kind::Value | Kind::Counts | Kind::Mismatch => return None,
        })
    }

    /// A number anywhere a measure may well be.
    pub(crate) fn anywhere(&self, measure: Measure) -> Q {
        let free = i64::from(self.free);
        match measure {
            Measure::Rate => Q::new((free % 10_001).into(), 100.into()),
            Measure::Ratio => Q::new((free % 300_001).into(), 100.into()),
            Measure::Count | Measure::Done => whole(free % 3000),
            Measure::Growth => Q::new((free % 4000 - 2000).into(), 100.into()),
        }
    }

    /// A value by itself, so many of its own last digits beside what is aimed at.
    pub(crate) fn value(&self, measure: Measure, near: &Q) -> Cells {
        let value = self.beside(measure, near);
        let is_percent = matches!(measure, Measure::Rate | Measure::Growth);
        let sign = is_percent && self.written < 10;
        let (zero, one) = (whole(0), whole(1));
        let magnitude = value.value().max(-value.value());
        // 0.552 without a sign may be 0.552% or 55.2%.
        let unclear = is_percent && !sign && magnitude > zero && magnitude <= one;
        let beyond = measure == Measure::Rate && value.value() > whole(100);
        let cells =
            texts([&format!("{}{}", value.text(), if sign { "%" } else { "" }), "", "", "", ""]);
        if unclear || beyond {
            (Sent::Invalid, cells)
        } else {
            (Sent::Figure { value: Some(value), counts: None, total: None }, cells)
        }
    }

    fn beside(&self, measure: Measure, near: &Q) -> Dec {
        // Of households there are halves at most, unless those are what hits a bound.
        let is_coarse = measure == Measure::Count && !self.hit;
        let scale = if is_coarse { self.scale.min(1) } else { self.scale };
        let digits = scaled(near, scale).floor().to_integer().to_i64().unwrap() + self.offset;
        let digits = match measure {
            Measure::Rate | Measure::Ratio | Measure::Count | Measure::Done => digits.max(0),
            Measure::Growth => digits,
        };
        Dec { digits, scale }
    }

    /// A year's part of a sum that is to reach `near`, or that sum in 累计, or both;
    /// `before` is what the years before add up to, if that is known.
    pub(crate) fn part(&self, near: &Q, before: Option<&Q>) -> Cells {
        let zero = whole(0);
        let so_far = before.unwrap_or(&zero);
        let value = self.beside(Measure::Count, &(near - so_far));
        let (value, total) = match self.written {
            0..=4 => (Some(value), None),
            // Of years that are not known the total says more than the value.
            5..=7 => (Some(value), Some(exact(&(so_far + value.value())))),
            8 => (None, Some(self.beside(Measure::Count, near))),
            9 | 10 => (Some(value), Some(exact(&(so_far + value.value() + whole(1))))),
            _ => (Some(value), None),
        };
        let text = |dec: Option<Dec>| dec.map_or(String::new(), Dec::text);
        let cells = texts([&text(value), "", "", &text(total), ""]);
        (Sent::Figure { value, counts: None, total }, cells)
    }

    /// Counts, so many people beside what is aimed at, and perhaps their rate.
    pub(crate) fn counts(&self, measure: Measure, near: &Q, mismatch: bool) -> Cells {
        let (per, is_percent) = (whole(measure.per()), measure == Measure::Rate);
        let part = near / &per;
        let free = i64::from(self.free);
        let exact = part.denom().to_i64().filter(|d| self.hit && *d < 10i64.pow(13));
        let denominator = match exact {
            Some(denominator) => denominator * (1 + free % 7),
            None => 1 + (free * 1_000_003) % 10i64.pow(self.size),
        };
        let people = (&part * whole(denominator)).floor().to_integer();
        let people = people.to_i64().unwrap_or(if part > whole(0) { denominator } else { 0 });
        let most = if is_percent { denominator } else { i64::MAX };
        let numerator = people.saturating_add(self.offset).clamp(0, most);
        // Now and then halves of people: the counts are decimals.
        let scale = u32::from(self.free % 16 == 15);
        let counts = (Dec { digits: numerator, scale }, Dec { digits: denominator, scale });
        let rate = counts.0.value() / counts.1.value() * &per;
        let round = |value: &Q, scale| Dec {
            digits: scaled(value, scale).round().to_integer().to_i64().unwrap(),
            scale,
        };
        let cells = |value: &str| texts([value, &counts.0.text(), &counts.1.text(), "", ""]);
        let rounded = round(&rate, self.scale);
        let sign = if is_percent { "%" } else { "" };
        if mismatch {
            let wrong = Dec { digits: rounded.digits + 2, ..rounded };
            return (Sent::Invalid, cells(&format!("{}{sign}", wrong.text())));
        }
        let fraction = round(&(&rate / whole(100)), self.scale + 2);
        let (value, text) = match self.written {
            0..=3 => (None, String::new()),
            4..=7 => (Some(rounded), format!("{}{sign}", rounded.text())),
            // Nought by itself is no fraction of anything.
            8 if is_percent && fraction.digits > 0 => {
                (Some(Dec { digits: fraction.digits, scale: self.scale }), fraction.text())
            }
            _ => (Some(rounded), rounded.text()),
        };
        (Sent::Figure { value, counts: Some(counts), total: None }, cells(&text))
    }

    /// Whether something is done, or when: often at the end of the year or just after.
    pub(crate) fn done(&self, year: u16) -> Cells {
        let (day, text) = match self.written {
            0..=2 => (Day::No, ["否", "no", "×"][self.free as usize % 3].to_owned()),
            3..=6 => (Day::Yes, ["是", "yes", "√"][self.free as usize % 3].to_owned()),
            7 => (Day::On(year, 12, 31), format!("{year}-12-31")),
            8 => (Day::On(year + 1, 1, 1), format!("{}年1月1日", year + 1)),
            9 => (Day::On(year - 1, 6, 30), format!("{}年6月", year - 1)),
            10 => (Day::On(year, 12, 31), format!("{year}年")),
            _ => {
                return (
                    Sent::Invalid,
                    texts([["1", "已印发", "0.5"][self.free as usize % 3], "", "", "", ""]),
                );
            }
        };
        (Sent::Done(day), texts([&text, "", "", "", ""]))
    }

    /// A level that may be exactly such an index of one before it.
    pub(crate) fn level(&self, before: Option<&Q>, index: Option<&Q>) -> Cells {
        let level = match (before, index) {
            // 100ⁿ times a whole number is a whole number of times (1 + g)ⁿ.
            (None, _) => {
                let power = 10i64.pow(2 * (self.size / 3));
                Dec { digits: power * i64::from(self.free % 20), scale: 0 }
            }
            (Some(before), Some(index)) => {
                let level = exact(&(before * index / whole(100)));
                Dec { digits: (level.digits + self.offset).max(0), ..level }
            }
            (Some(before), None) => exact(&(before * self.anywhere(Measure::Rate))),
        };
        let cells = texts([&level.text(), "", "", "", ""]);
        (Sent::Figure { value: Some(level), counts: None, total: None }, cells)
    }

    /// A rate of growth in whole percents, which few years make into few digits.
    pub(crate) fn growth(&self) -> Dec {
        Dec { digits: i64::from(self.free % 41) - 20, scale: 0 }
    }

    /// The same as a cell.
    pub(crate) fn whole_percents(&self) -> Cells {
        let value = self.growth();
        let cells = texts([&format!("{}%", value.text()), "", "", "", ""]);
        (Sent::Figure { value: Some(value), counts: None, total: None }, cells)
    }
}

/// The number as a decimal, cut off where it has more than 16 digits or none ends it.
fn exact(value: &Q) -> Dec {
    let limit = Q::from_integer(BigInt::from(10).pow(16));
    let fits = |scale: &u32| scaled(value, *scale) < limit && scaled(value, *scale) > -&limit;
    let scales = (0u32..=12).take_while(fits);
    let scale = scales.clone().find(|scale| scaled(value, *scale).is_integer());
    let scale = scale.or_else(|| scales.last()).unwrap_or(0);
    Dec { digits: scaled(value, scale).floor().to_integer().to_i64().unwrap_or(0), scale }
}

fn scaled(value: &Q, scale: u32) -> Q {
    value * Q::from_integer(BigInt::from(10).pow(scale))
}
