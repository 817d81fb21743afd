//! The city's own row against what its counties add up to.

use crate::diagnostic::AuditProblem;
use crate::exact::{Decimal, Figure, Rational, shown};
use crate::plan::Indicator;
use crate::term::{Entry, Limits, Region, Sent, Year};

/// A city's own row that is not what its counties add up to: to the digit where it has
/// counts, else to its own last digit.
pub(in crate::judge) fn disagreement(
    indicator: &Indicator,
    year: Year,
    city: &Region,
    own: Entry,
    sum: &Figure,
) -> Option<AuditProblem> {
    if own.sent() != Sent::Figure {
        return None;
    }
    let figure = own.figure();
    let judged = |figure| indicator.measure.limits.judged(figure, year);
    let (computed, sent) = (judged(sum)?, judged(&figure)?);
    let written = figure.total.or(figure.value);
    let scale = written.map_or(0, |written| u32::from(written.scale()));
    let same = match (figure.counts, sum.counts) {
        (Some((n, d)), Some((numerator, denominator))) => {
            let equal = |a: Decimal, b: Decimal| Rational::from(a) == Rational::from(b);
            equal(n, numerator) && equal(d, denominator)
        }
        // A rate without counts is as exact as its digits; a tie may have gone either way.
        _ => {
            let off = (computed.clone() - sent.clone()).abs() * Rational::power_of_ten(scale);
            off * Rational::from(2) <= Rational::from(1)
        }
    };
    if same {
        return None;
    }
    let name = indicator.name.clone();
    let city = city.name.clone();
    if indicator.measure.limits == Limits::Done {
        let sent = !sent.is_zero();
        return Some(AuditProblem::CityDisagreesDone { indicator: name, year, city, sent });
    }
    Some(AuditProblem::CityDisagrees {
        indicator: name,
        year,
        city,
        sent: text(indicator, &sent, &figure, scale),
        computed: text(indicator, &computed, sum, scale),
    })
}

/// A figure with its counts, as messages show it.
fn text(indicator: &Indicator, value: &Rational, figure: &Figure, scale: u32) -> String {
    let digits = figure.digits().unwrap_or(scale.max(2));
    let unit = if indicator.measure.is_percent() { "%" } else { "" };
    let rounded = format!("{}{unit}", shown::rounded(value, digits));
    match figure.counts {
        Some((numerator, denominator)) => format!("{rounded} ({numerator}/{denominator})"),
        None => rounded,
    }
}
