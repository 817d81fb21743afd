//! Whether what an .ods shows of a number is the number that it stores.

use compact_str::{CompactString, format_compact};

use crate::format::{Shows, Sign, beside, unit_of_zero};
use crate::number;
use crate::sheet::Cell;

/// No number is shown with more decimals.
const MOST_DECIMALS: usize = 30;

/// What is stored and what is shown, where those are two things: no reader of cells takes
/// it for either.
pub(super) fn twice(stored: &str, shown: &str) -> Cell {
    let shown = if shown.is_empty() { "?" } else { shown };
    Cell::typed(format_compact!("{stored} ({shown})"))
}

/// Whether two texts differ in blanks alone.
pub(super) fn is_same_text(text: &str, other: &str) -> bool {
    let seen = |text: &'_ str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    seen(text) == seen(other)
}

/// A number times ten to a power as it would be typed, with the unit that its kind has or
/// that is shown beside it.
pub(super) fn as_shown(value: f64, power: i32, unit: &str, shown: &str) -> Cell {
    let typed = |decimals, unit: &str| {
        number::shown(value, &Shows::Number { power, decimals, behind: unit.into() })
    };
    if shown.is_empty() {
        return typed(0, unit);
    }
    // What was computed is rounded before it is multiplied.
    let finest = number::COMPUTED_DECIMALS.saturating_sub(power.unsigned_abs() as usize);
    match seen(&typed(0, "").text, finest, shown) {
        Some((decimals, seen)) if power > 0 && seen == unit => typed(decimals, unit),
        // A mark of money that is not shown is there all the same.
        Some((_, seen)) if power == 0 && (seen.is_empty() || unit.is_empty()) => {
            typed(0, if seen.is_empty() { unit } else { &seen })
        }
        Some((_, seen)) if power == 0 && (seen == unit || unit == "¥" && seen.ends_with('元')) => {
            typed(0, &seen)
        }
        Some(_) | None => twice(&typed(0, if power > 0 { unit } else { "" }).text, shown),
    }
}

/// With how many decimals a number is shown, and in which unit; none if another number is,
/// or more than a number.
fn seen(value: &str, finest: usize, shown: &str) -> Option<(usize, CompactString)> {
    let is_digit = |c: char| c.is_ascii_digit();
    let Some((first, last)) = shown.find(is_digit).zip(shown.rfind(is_digit)) else {
        return if value == "0" { Some((0, unit_of_zero(shown)?)) } else { None };
    };
    let first = first - usize::from(shown[..first].ends_with(['.', ',']));
    let (before, number, behind) = (&shown[..first], &shown[first..=last], &shown[last + 1..]);
    let (sign, unit) = beside(before, behind)?;
    // A zero may be what is left of a negative number.
    let is_zero = !number.contains(|c| matches!(c, '1'..='9'));
    if !is_zero && value.starts_with('-') != (sign == Some(Sign::Minus)) {
        return None;
    }
    Some((rounded(value, finest, number)?, unit))
}

/// With how many decimals a number is shown, in the writing of some country; none if it is
/// another one.
fn rounded(value: &str, finest: usize, shown: &str) -> Option<usize> {
    let (digits, power) = shown.split_once(['E', 'e']).unwrap_or((shown, "0"));
    let power: i32 = power.parse().ok()?;
    let value = Rounded::new(value.strip_prefix('-').unwrap_or(value), 0)?;
    let is_shown = |whole: &str, decimals: &str| {
        let shown = Rounded::new(&format!("{whole}.{decimals}"), power)?;
        let is_near = decimals.len() <= MOST_DECIMALS && shown.is_near(&value, finest)?;
        is_near.then_some(decimals.len())
    };
    let fraction = |point: char| {
        let (whole, decimals) = digits.rsplit_once(point)?;
        // 1,234 is a thousand and more.
        let parts_thousands = point == ',' && decimals.len() == 3 && !whole.contains('.');
        (!parts_thousands && !decimals.contains(|c: char| !c.is_ascii_digit()))
            .then(|| is_shown(&ungrouped(whole, Some(point))?, decimals))?
    };
    // Of several points none is one.
    let point = (digits.matches('.').count() == 1).then_some('.');
    let whole = || is_shown(&ungrouped(digits, point)?, "");
    fraction('.').or_else(|| fraction(',')).or_else(whole)
}

/// A number of so many decimals; fewer than none of one that is a multiple of ten.
struct Rounded {
    digits: i128,
    decimals: i32,
}

impl Rounded {
    /// Reads `57.2`, times ten to a power.
    fn new(text: &str, power: i32) -> Option<Self> {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let digits = format!("{whole}{decimals}").parse().ok()?;
        Some(Self { digits, decimals: i32::try_from(decimals.len()).ok()?.checked_sub(power)? })
    }

    /// Whether it is the other, rounded; in no more than so many decimals.
    fn is_near(&self, other: &Self, finest: usize) -> Option<bool> {
        let finest = i32::try_from(finest).ok()?;
        let decimals = self.decimals.max(other.decimals).max(finest);
        let unit = |of: i32| 10i128.checked_pow(u32::try_from(decimals.checked_sub(of)?).ok()?);
        let of_both =
            [self, other].map(|it| unit(it.decimals).and_then(|unit| it.digits.checked_mul(unit)));
        let [Some(own), Some(other)] = of_both else { return None };
        let twice_apart = own.abs_diff(other).checked_mul(2)?;
        Some(twice_apart <= unit(self.decimals.min(finest))?.unsigned_abs())
    }
}

/// The digits of a whole number without what parts its thousands, which is no point.
fn ungrouped(digits: &str, point: Option<char>) -> Option<String> {
    let between = digits.chars().find(|c| !c.is_ascii_digit());
    let Some(between) = between else { return Some(digits.to_owned()) };
    let parts = Some(between) != point && ".,' \u{A0}\u{2009}\u{202F}".contains(between);
    let mut groups = digits.split(between).skip(1);
    let are_thousands =
        groups.all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()));
    (parts && are_thousands).then(|| digits.replace(between, ""))
}
