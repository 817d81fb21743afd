//! A number and what it counts: `200万人`, `1,234.5`, `98.90%`.

use super::cell::{SEVERAL, TOO_LONG};
use super::words::{after, is};
use crate::exact::{Decimal, DecimalError};
use crate::term::{leading_unit, magnitude};

/// The unit of percentages.
pub(in crate::plan) const PERCENT: &str = "%";

/// A number as a cell has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::plan) struct Amount {
    /// The digits, as printed.
    pub(in crate::plan) number: Decimal,
    /// How many zeros 万 or 亿 behind them stands for.
    pub(in crate::plan) zeros: u8,
    /// The unit behind both; empty if there is none.
    pub(in crate::plan) unit: String,
}

/// The amount at the beginning of a folded text, and the rest; else why it is none, unless
/// no digits stand there.
pub(in crate::plan) fn amount(text: &str) -> Result<(Amount, &str), Option<&'static str>> {
    let is_part = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let rest = unsigned.trim_start_matches(is_part);
    let figure = &text[..text.len() - rest.len()];
    if !unsigned.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(None);
    }
    let (whole, fraction) = figure.split_once('.').unwrap_or((figure, ""));
    let mut groups = whole.trim_start_matches(['-', '+']).split(',');
    let parts_thousands = groups.next().is_some_and(|first| (1..=3).contains(&first.len()))
        && groups.all(|group| group.len() == 3);
    if fraction.contains(',') || (whole.contains(',') && !parts_thousands) {
        return Err(Some(SEVERAL));
    }
    match Decimal::parse(&figure.replace(',', "")) {
        Ok(number) => {
            let (zeros, rest) = magnitude(rest);
            let (unit, rest) = leading_unit(rest);
            Ok((Amount { number, zeros, unit: unit.to_owned() }, rest))
        }
        Err(DecimalError::NotANumber) => Err(Some(SEVERAL)),
        Err(DecimalError::TooLong) => Err(Some(TOO_LONG)),
    }
}

impl Amount {
    /// Before a number is read.
    pub(in crate::plan) const NONE: Self =
        Self { number: Decimal::ZERO, zeros: 0, unit: String::new() };

    /// The second number of a range that begins with this one, and what stands behind it.
    pub(in crate::plan) fn range<'t>(&mut self, rest: &'t str) -> Option<(Self, &'t str)> {
        let (high, rest) = amount(after(rest, "- ~ 至 到")?).ok()?;
        if !self.unit.is_empty() && self.unit != high.unit {
            return None;
        }
        // 2-3个 and 5-10万 say it once for both.
        if self.is_bare() {
            self.zeros = high.zeros;
        }
        self.unit.clone_from(&high.unit);
        Some((high, rest))
    }

    /// Whether the cell itself says what is counted, or how large.
    pub(in crate::plan) fn is_bare(&self) -> bool {
        self.zeros == 0 && self.unit.is_empty()
    }

    /// Number and unit where the table counts in `known` (`万人`; empty if it does not
    /// say). None if the digits do not fit.
    pub(in crate::plan) fn resolve(&self, known: &str) -> Option<(Decimal, String)> {
        let (zeros, base) = magnitude(known);
        // 200万 under 万人 is 200 of them; 200万 under 人 is 2,000,000.
        let yearly = base.strip_suffix("/年");
        let same = self.unit.is_empty() || self.unit == base || yearly == Some(&*self.unit);
        let (power, unit) = match (self.is_bare(), same) {
            (true, _) => (0, known),
            (false, true) => (self.zeros as i8 - zeros as i8, known),
            (false, false) => (self.zeros as i8, self.unit.as_str()),
        };
        Some((shifted(self.number, power)?, unit.to_owned()))
    }
}

/// A number times a power of ten, without digits that nobody printed.
fn shifted(number: Decimal, power: i8) -> Option<Decimal> {
    let mut shifted = number.shifted(power)?;
    while shifted.scale() > number.scale() && shifted.mantissa() % 10 == 0 {
        shifted = Decimal::new(shifted.mantissa() / 10, shifted.scale() - 1)?;
    }
    Some(shifted)
}

/// A unit as the plan writes it, if a folded text is one and nothing else: of a
/// column of units, or of the brackets behind a name.
pub(in crate::plan) fn whole_unit(text: &str) -> Option<String> {
    let text = text.strip_prefix("单位").unwrap_or(text);
    let text = text.strip_prefix(':').unwrap_or(text);
    if is(text, "百分比 百分数 百分之 percent Percent pct") {
        return Some(PERCENT.to_owned());
    }
    let (unit, rest) = leading_unit(magnitude(text).1);
    (!unit.is_empty() && rest.is_empty()).then(|| text.to_owned())
}
