//! What was sent, value by value, in an order of its own.

use crate::exact::Decimal;
use crate::plan::Plan;
use crate::report::{TidyRow, TidyValue};
use crate::submission::{Column, Submission, Vocabulary};
use crate::term::{Done, Entry, Found, Limits, RegionId, Sent, Year};

/// Whether any value that can be used has a total beside it.
pub fn has_totals(submission: &Submission, vocabulary: &Vocabulary<'_>) -> bool {
    let series = vocabulary.series.len();
    let mut columns = submission
        .years()
        .flat_map(|year| (0..series).filter_map(move |at| submission.column(year, at)));
    let has_total =
        |(_, entry): (RegionId, Entry)| is_usable(entry) && entry.figure().total.is_some();
    columns.any(|column| column.sent().any(has_total))
}

/// Every value that can be used, by year, then region, then indicator or reference, both
/// in the plan's order.
pub fn tidy<'s>(
    plan: &'s Plan,
    submission: &'s Submission,
    vocabulary: &'s Vocabulary<'s>,
) -> impl Iterator<Item = TidyRow<'s>> {
    submission.years().flat_map(move |year| {
        let columns: Vec<(usize, &Column)> = (0..vocabulary.series.len())
            .filter_map(|at| Some((at, submission.column(year, at)?)))
            .collect();
        (0..plan.regions.len() as u32).map(RegionId).flat_map(move |region| {
            let sent = columns.iter().map(|(at, column)| (*at, column.get(region)));
            let sent: Vec<_> = sent.filter(|(_, entry)| is_usable(*entry)).collect();
            sent.into_iter().filter_map(move |(at, entry)| {
                row(submission, vocabulary, (year, region, at), entry)
            })
        })
    })
}

fn is_usable(entry: Entry) -> bool {
    match entry.sent() {
        Sent::Nothing | Sent::Invalid => false,
        Sent::Missing | Sent::NotApplicable | Sent::Figure => true,
    }
}

fn row<'s>(
    submission: &'s Submission,
    vocabulary: &'s Vocabulary<'s>,
    (year, region, at): (Year, RegionId, usize),
    entry: Entry,
) -> Option<TidyRow<'s>> {
    let series = vocabulary.series.get(at)?;
    let figure = entry.figure();
    let number = |value: Decimal| {
        if series.unit == "%" { TidyValue::Percent(value) } else { TidyValue::Number(value) }
    };
    let value = match (entry.sent(), series.limits) {
        (Sent::NotApplicable, _) if figure.counts.is_none() => Some(TidyValue::NotApplicable),
        (_, Limits::Done) => figure.value.and_then(Done::from_decimal).map(TidyValue::Done),
        (_, Limits::Words) => submission.words(entry.line()).map(TidyValue::Words),
        (_, Limits::Ratio { .. } | Limits::NonNegative | Limits::Any) => figure.value.map(number),
    };
    Some(TidyRow {
        year,
        region: name(vocabulary, region),
        indicator: series.name,
        unit: series.unit,
        value,
        counts: figure.counts,
        total: figure.total,
        remark: submission.remark(entry.line()).filter(|remark| !remark.is_empty()),
    })
}

/// The region's name; its code where others have the name too.
fn name<'s>(vocabulary: &Vocabulary<'s>, id: RegionId) -> &'s str {
    let region = &vocabulary.regions[id.index()];
    match (vocabulary.region_names.find(&region.name), &region.code) {
        (Some(Found::Several), Some(code)) => code,
        _ => &region.name,
    }
}
