//! A number and what it counts: `200万人`, `1,234.5`, `98.90%`.

use super::unit;
use crate::exact::Decimal;

/// A number as a cell has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Amount {
    /// The digits, as printed.
    pub(super) number: Decimal,
    /// How many zeros 万 or 亿 behind them stands for.
    pub(super) zeros: u8,
    /// The unit behind both; empty if there is none.
    pub(super) unit: String,
}

/// An amount in the unit of its indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Resolved {
    pub(super) number: Decimal,
    /// Empty if neither the cell nor the table says.
    pub(super) unit: String,
}

/// Why no number is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoNumber {
    /// No digits stand there.
    None,
    /// A comma that does not part thousands, or a second point.
    Torn,
    /// More digits than an exact number holds.
    TooLong,
}

/// The number at the beginning of a folded text, with 万 and the unit behind it, and
/// the rest of the text.
pub(super) fn amount(text: &str) -> Result<(Amount, &str), NoNumber> {
    let (number, rest) = number(text)?;
    let (zeros, rest) = unit::magnitude(rest);
    let (unit, rest) = unit::leading(rest);
    Ok((Amount { number, zeros, unit: unit.to_owned() }, rest))
}

fn number(text: &str) -> Result<(Decimal, &str), NoNumber> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_part = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
    let length = unsigned.find(|c| !is_part(c)).unwrap_or(unsigned.len());
    let (figure, rest) = unsigned.split_at(length);
    if !figure.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(NoNumber::None);
    }
    let whole = figure.split('.').next().unwrap_or(figure);
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let parts_thousands = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    if figure[whole.len()..].contains(',') || (whole.contains(',') && !parts_thousands) {
        return Err(NoNumber::Torn);
    }
    let sign = if text.starts_with('-') { "-" } else { "" };
    let digits = format!("{sign}{}", figure.replace(',', ""));
    match Decimal::parse(&digits) {
        Ok(number) => Ok((number, rest)),
        Err(crate::exact::DecimalError::NotANumber) => Err(NoNumber::Torn),
        Err(crate::exact::DecimalError::TooLong) => Err(NoNumber::TooLong),
    }
}

impl Amount {
    /// Whether the cell itself says what is counted, or how large.
    pub(super) fn is_bare(&self) -> bool {
        self.zeros == 0 && self.unit.is_empty()
    }

    /// The amount where the table counts in `known` (`万人`; empty if it does not say).
    /// `None` if the digits do not fit.
    pub(super) fn resolve(&self, known: &str) -> Option<Resolved> {
        let (zeros, base) = unit::magnitude(known);
        // 200万 under 万人 is 200 of them; 200万 under 人 is 2,000,000.
        let yearly = base.strip_suffix("/年");
        let same = self.unit.is_empty() || self.unit == base || yearly == Some(&*self.unit);
        let (shift, unit) = match (self.is_bare(), same) {
            (true, _) => (0, known),
            (false, true) => (i16::from(self.zeros) - i16::from(zeros), known),
            (false, false) => (i16::from(self.zeros), self.unit.as_str()),
        };
        Some(Resolved { number: shifted(self.number, shift)?, unit: unit.to_owned() })
    }
}

/// A number times ten to the power of `zeros`.
fn shifted(number: Decimal, zeros: i16) -> Option<Decimal> {
    let mut mantissa = number.mantissa();
    let mut scale = i16::from(number.scale()) - zeros;
    while scale > i16::from(number.scale()) && mantissa % 10 == 0 {
        // Digits that nobody printed.
        mantissa /= 10;
        scale -= 1;
    }
    match u8::try_from(scale) {
        Ok(scale) => Decimal::new(mantissa, scale),
        Err(_) => {
            let factor = 10i64.checked_pow(u32::from(scale.unsigned_abs()))?;
            Decimal::new(mantissa.checked_mul(factor)?, 0)
        }
    }
}
