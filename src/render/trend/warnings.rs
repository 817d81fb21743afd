//! What to be warned of, in sentences, worst first.

use super::numbers::{Written, target};
use crate::render::Lang;
use crate::render::document::{Document, Held};
use crate::render::numbers::{self, signed, with_unit};
use crate::render::text::{Moves, Now};
use crate::report::{Report, Said, TimeSeries, Trend};
use crate::term::Attribute;

/// More than this are counted, not listed.
const MOST: usize = 200;

/// How many warnings there are, by attribute.
pub(in crate::render) fn summary(report: &Report, trend: &Trend, lang: Lang) -> String {
    let kinds = Attribute::ALL.map(|attribute| (attribute, trend.warned(report, attribute)));
    let kinds = kinds.into_iter().filter(|(_, count)| *count > 0);
    let kinds = kinds.map(|(attribute, count)| format!("{} {count}", lang.attribute(attribute)));
    lang.warnings(trend.warnings(), &kinds.collect::<Vec<_>>())
}

/// Every warning as a sentence.
pub(super) fn list(report: &Report, trend: &Trend, lang: Lang) -> Document {
    let mut told = Document::default();
    if trend.warnings() == 0 {
        // Nothing said of what lies ahead is no good news.
        if trend.says(Said::Outlook) {
            told.text(lang.trend_words().no_warnings);
            told.gap();
        }
        return told;
    }
    told.heading("", summary(report, trend, lang));
    told.gap();
    let most = trend.warnings().min(MOST);
    let digits = most.to_string().len();
    for (at, series) in trend.warned_of(report).take(MOST).enumerate() {
        told.begun(format!("{:>digits$}. ", at + 1), sentence(report, &series, lang));
    }
    told.more(trend.warnings() - most, Held::CsvAndJson);
    told.gap();
    told
}

/// Who, what was reached, where it leads, and what is wanted.
pub(super) fn sentence(report: &Report, series: &TimeSeries, lang: Lang) -> String {
    let words = lang.trend_words();
    let indicator = series.rule(report);
    let region = lang.name(&report.regions[series.region.index()].name);
    let written = Written::of(report, series);
    let subject =
        lang.trend_subject(region, lang.name(&indicator.name), lang.attribute(indicator.attribute));
    let now = now(report, series, &written, lang);
    let due = series.due_year(report);
    let ahead = lang.trend_ahead(
        series.ahead(report),
        &moves(series, &written, lang.name(&indicator.measure.unit), lang),
        due,
        &target(report, series, &written, lang),
    );
    let clauses: Vec<String> = now.into_iter().chain([ahead]).collect();
    format!("{subject}{}{}", clauses.join(words.clause), words.end)
}

fn now(report: &Report, series: &TimeSeries, written: &Written, lang: Lang) -> Option<String> {
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

fn moves(series: &TimeSeries, written: &Written, unit: &str, lang: Lang) -> Moves {
    let pace = |exact: &Option<_>, text: &Option<String>| match (exact, text) {
        (Some(exact), Some(text)) => lang.difference(&signed(exact, text), unit),
        _ => String::new(),
    };
    Moves {
        projection: written.projection.as_ref().map_or(String::new(), |v| with_unit(v, unit)),
        so_far: pace(&series.pace.so_far, &written.so_far),
        needed: pace(&series.pace.needed, &written.needed),
    }
}
