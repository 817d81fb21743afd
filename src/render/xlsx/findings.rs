//! 数据问题: what was found in the data, errors first.

use rust_xlsxwriter::XlsxError;

use super::page::Page;
use crate::diagnostic::{Diagnostic, count};
use crate::render::{Lang, sentence};

/// The findings that are listed.
const MOST: usize = 50_000;

pub(super) fn write(
    page: &mut Page<'_>,
    found: &[Diagnostic],
    title: &str,
    lang: Lang,
) -> Result<(), XlsxError> {
    let (words, own, look) = (lang.words(), lang.xlsx_words(), page.look);
    let heads = [
        (own.severity, 6),
        (own.code, 15),
        (words.region, 9),
        (words.indicator, 18),
        (lang.html_words().file, 14),
        (own.line, 5),
        (own.column, 8),
        (own.message, 34),
        (words.help, 24),
        (words.rule, 12),
    ];
    page.heads(0, &heads)?;
    let mut sorted: Vec<&Diagnostic> = found.iter().collect();
    sorted.sort_by_key(|found| found.severity());
    let mut row = 0;
    for found in sorted.iter().take(MOST) {
        row += 1;
        let message = found.problem.message(lang);
        let place = found.place.as_ref();
        let at = place.and_then(|place| place.line.as_ref());
        page.text(row, 0, lang.severity(found.severity()), &look.label)?;
        page.text(row, 1, found.code(), &look.words)?;
        let subject = found.subject.as_deref();
        let region = subject.and_then(|subject| subject.region.as_ref());
        page.text(row, 2, region.map_or("", |region| lang.name(&region.name)), &look.words)?;
        let series = subject.into_iter().flat_map(|subject| &subject.series);
        let names: Vec<&str> = series.map(|series| lang.name(&series.name)).collect();
        page.text(row, 3, &names.join(words.separator), &look.words)?;
        page.text(row, 4, place.map_or("", |place| &place.file), &look.words)?;
        let number = at.map_or(String::new(), |line| line.number.to_string());
        page.ordinal(row, 5, &number, &look.label)?;
        let column = at.and_then(|line| line.column.as_deref());
        page.text(row, 6, column.unwrap_or_default(), &look.words)?;
        page.text(row, 7, &sentence::title(found, &message, lang), &look.words)?;
        page.text(row, 8, message.help.as_deref().unwrap_or_default(), &look.words)?;
        let rule = found.rule.as_ref().map(sentence::spot);
        page.text(row, 9, rule.as_deref().unwrap_or_default(), &look.words)?;
        page.fit(row)?;
    }
    page.table(0, row, heads.len() as u16, 0)?;
    let unlisted = count(sorted.into_iter().skip(MOST));
    if found.is_empty() {
        page.passage(1, lang.html_words().no_findings, &look.aside);
    } else if unlisted > 0 {
        page.passage(row + 2, &lang.unlisted(unlisted), &look.aside);
    }
    page.paper(title, lang)
}
