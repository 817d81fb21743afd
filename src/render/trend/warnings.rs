//! What to be warned of, in sentences, worst first.

use super::numbers::{Written, target};
use crate::render::numbers::{self, signed, with_unit};
use crate::render::text::{Ahead, Now};
use crate::render::{Style, prose};
use crate::report::{Outlook, Report, TimeSeries, Trend};
use crate::term::Attribute;

/// More than this are counted, not listed.
const MOST: usize = 200;

/// How many warnings there are, by attribute.
pub(super) fn summary(report: &Report, trend: &Trend, style: Style) -> String {
    let lang = style.lang;
    if trend.warnings.is_empty() {
        return String::new();
    }
    let kinds: Vec<String> = Attribute::ALL
        .into_iter()
        .map(|attribute| (attribute, trend.warned(report, attribute)))
        .filter(|(_, count)| *count > 0)
        .map(|(attribute, count)| format!("{} {count}", lang.attribute(attribute)))
        .collect();
    lang.warnings(trend.warnings.len(), &kinds)
}

/// Every warning as a sentence.
pub(super) fn list(report: &Report, trend: &Trend, style: Style) -> String {
    if trend.warnings.is_empty() {
        // Nothing said of what lies ahead is no good news.
        let known = trend.series.iter().any(|series| series.outlook.is_some());
        let words = style.lang.trend_words();
        return if known {
            prose::filled("", words.no_warnings, style.width) + "\n"
        } else {
            String::new()
        };
    }
    let mut page = prose::filled("", &summary(report, trend, style), style.width);
    let most = trend.warnings.len().min(MOST);
    let digits = most.to_string().len();
    for (at, series) in trend.warned_of().take(MOST).enumerate() {
        let start = format!("{:>digits$}. ", at + 1);
        page.push_str(&prose::filled(&start, &sentence(report, series, style), style.width));
    }
    if trend.warnings.len() > MOST {
        page.push_str(&style.lang.and_more((trend.warnings.len() - MOST) as u64));
        page.push('\n');
    }
    page.push('\n');
    page
}

/// Who, what was reached, where it leads, and what is wanted.
pub(super) fn sentence(report: &Report, series: &TimeSeries, style: Style) -> String {
    let lang = style.lang;
    let words = lang.trend_words();
    let indicator = &report.indicators[series.indicator];
    let region = &report.regions[series.region.index()].name;
    let written = Written::of(report, series);
    let subject = lang.trend_subject(region, &indicator.name, lang.attribute(indicator.attribute));
    let now = now(report, series, &written, style);
    let due = report.plan.target_year;
    let ahead = lang.trend_ahead(
        ahead(report, series, &Texts::of(series, &written, &indicator.unit, style)),
        due,
        &target(report, series, &written, lang),
    );
    let clauses: Vec<String> = now.into_iter().chain([ahead]).collect();
    format!("{subject}{}{}", clauses.join(words.clause), words.end)
}

fn now(report: &Report, series: &TimeSeries, written: &Written, style: Style) -> Option<String> {
    let lang = style.lang;
    let latest = series.latest()?;
    let at = series.points.iter().position(|point| point.year == latest.year)?;
    let row = series.row(report, latest)?;
    let numbers = &written.points.get(at)?.numbers;
    let short_of = numbers::requirement(&row, numbers, lang).filter(|_| series.is_failing());
    Some(lang.trend_now(Now {
        year: latest.year,
        value: &numbers::value(&row, numbers, lang)?,
        verdict: latest.outcome.map(|outcome| lang.outcome(outcome)),
        short_of: short_of.as_deref(),
    }))
}

/// Numbers with signs and units.
struct Texts {
    projection: String,
    so_far: String,
    needed: String,
}

impl Texts {
    fn of(series: &TimeSeries, written: &Written, unit: &str, style: Style) -> Self {
        let pace = |exact: &Option<_>, text: &Option<String>| match (exact, text) {
            (Some(exact), Some(text)) => style.lang.difference(&signed(exact, text), unit),
            _ => String::new(),
        };
        Self {
            projection: written.projection.as_ref().map_or(String::new(), |v| with_unit(v, unit)),
            so_far: pace(&series.pace.so_far, &written.so_far),
            needed: pace(&series.pace.needed, &written.needed),
        }
    }
}

fn ahead<'t>(report: &Report, series: &TimeSeries, texts: &'t Texts) -> Ahead<'t> {
    let indicator = &report.indicators[series.indicator];
    let latest = series.latest().map(|point| point.year);
    if let Some(why) = series.unforetold {
        return Ahead::Unforetold(why);
    }
    match (&series.projection, series.outlook) {
        (Some(projection), _) => Ahead::Projected {
            value: &texts.projection,
            limited: projection.is_limited(),
            holds: projection.holds,
        },
        (None, Some(Outlook::TooSlow | Outlook::OnCourse | Outlook::Missed)) => {
            Ahead::Pace { so_far: &texts.so_far, needed: &texts.needed }
        }
        _ if indicator.target.of_value().is_none() => Ahead::NoNumber,
        _ if latest.is_some_and(|year| year >= report.plan.target_year) => Ahead::Due,
        _ => Ahead::TooFew,
    }
}
