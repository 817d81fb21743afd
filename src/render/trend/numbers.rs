//! The numbers of a series as they are written, none contradicting a verdict or a warning.

use crate::exact::Rational;
use crate::exact::shown::{self, Beside};
use crate::render::Lang;
use crate::render::numbers::{self, Numbers};
use crate::report::{Point, Report, TimeSeries};
use crate::term::Condition;

/// The numbers of one series, without units.
#[derive(Debug, Clone, Default)]
pub(in crate::render) struct Written {
    pub(in crate::render) points: Vec<WrittenPoint>,
    pub(in crate::render) so_far: Option<String>,
    pub(in crate::render) needed: Option<String>,
    /// The projection, within what the measure can have.
    pub(in crate::render) projection: Option<String>,
    /// The line itself.
    pub(in crate::render) line: Option<String>,
    /// How many digits a change has behind the point, and a pace.
    pub(in crate::render) digits: (u32, u32),
    /// The bounds of the target as it is written, lower first, if it has any.
    pub(in crate::render) target: Vec<String>,
    /// The same of what it demands of a value.
    demanded: Vec<String>,
}

/// The numbers of one year.
#[derive(Debug, Clone, Default)]
pub(in crate::render) struct WrittenPoint {
    pub(in crate::render) numbers: Numbers,
    pub(in crate::render) change: Option<String>,
}

impl Written {
    pub(in crate::render) fn of(report: &Report, series: &TimeSeries) -> Self {
        let indicator = series.rule(report);
        let rows = series.points.iter().filter_map(|point| series.row(report, point));
        let digits = rows.map(|row| numbers::least_digits(&row)).max().unwrap_or(0);
        // A mean of counts is no count, and has a digit more.
        let least = if indicator.measure.unit == "%" { digits.max(2) } else { digits + 1 };
        let target = series.target.as_ref();
        let projection = series.projection.as_ref();
        let bounds: Vec<&Rational> = target.into_iter().flat_map(Condition::bounds).collect();
        let shown = projection.map(|projection| [&projection.value, &projection.line]);
        let values = shown.into_iter().flatten().chain(latest(series));
        let all = || (0..bounds.len()).collect();
        let beside: Vec<Beside<'_>> =
            values.map(|value| Beside { value, least, bounds: all() }).collect();
        let fitted = shown::fit(&bounds, &beside);
        let mut texts = fitted.values.iter().map(|value| value.text.clone());
        let (projection, line) = match projection {
            Some(_) => (texts.next(), texts.next()),
            None => (None, None),
        };

        let pace_digits = pace_digits(series, least);
        let pace = |exact: &Option<Rational>| {
            exact.as_ref().map(|exact| shown::difference(exact, pace_digits))
        };
        Self {
            points: series.points.iter().map(|of| point(report, series, of, digits)).collect(),
            so_far: pace(&series.pace.so_far),
            needed: pace(&series.pace.needed),
            projection,
            line,
            digits: (digits, pace_digits),
            // A change is in its own terms, not in those of the values.
            target: match (indicator.target.bound(), indicator.target.of_value()) {
                (Some(condition), None) => numbers::bounds(condition),
                _ => fitted.bounds.iter().map(|bound| bound.text.clone()).collect(),
            },
            demanded: fitted.bounds.into_iter().map(|bound| bound.text).collect(),
        }
    }
}

fn latest(series: &TimeSeries) -> Option<&Rational> {
    series.latest().and_then(|point| point.value.as_ref())
}

fn point(report: &Report, series: &TimeSeries, point: &Point, digits: u32) -> WrittenPoint {
    let numbers = series.row(report, point).map_or_else(Numbers::default, |row| Numbers::of(&row));
    WrittenPoint {
        numbers,
        change: point.change.as_ref().map(|change| shown::difference(change, digits)),
    }
}

/// How many digits let it be read off which pace is greater.
fn pace_digits(series: &TimeSeries, least: u32) -> u32 {
    match (&series.pace.so_far, &series.pace.needed) {
        (Some(so_far), Some(needed)) => shown::apart(so_far, needed, least),
        _ => least,
    }
}

/// The target as it stands beside these numbers.
pub(in crate::render) fn target(
    report: &Report,
    series: &TimeSeries,
    written: &Written,
    lang: Lang,
) -> String {
    let indicator = series.rule(report);
    let unit = lang.name(&indicator.measure.unit);
    // Of a change, a multiple or a growth, what it comes to.
    let demanded = series.target.as_ref().filter(|_| indicator.target.of_value().is_none());
    let demanded = demanded.map(|of| numbers::condition(of, &written.demanded, unit));
    let demanded = demanded.map_or_else(String::new, |of| lang.in_brackets(&of));
    numbers::target_beside(indicator, |_| written.target.clone(), lang) + &demanded
}
