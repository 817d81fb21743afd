//! Where the figures and the rules of the page stand, and the figures to be taken away.

use std::io;
use std::num::NonZeroUsize;

use super::policy::base64;
use super::section::Section;
use super::table::{Cell, Table, place};
use super::text::Typed;
use crate::render::{Lang, Style, csv, json};
use crate::report::{Report, Row};
use crate::term::Attribute;

/// More figures of tasks than this have their place in the CSV report alone.
const MOST_OF_TASKS: usize = 1000;

/// A line for each verdict whose figure was sent, below its indicator and the rule.
pub(super) fn origins(report: &Report, sections: &[Section<'_>], lang: Lang) -> Table {
    let words = lang.words();
    let several_years = report.years.len() > 1;
    let mut heads = vec![words.region];
    heads.extend(several_years.then_some(words.year));
    heads.push(words.place);
    let line = |row: &Row<'_>| {
        let mut cells = vec![Cell::row("", Typed::from(lang.name(&row.region().name)))];
        cells.extend(several_years.then(|| Cell::of("n", row.year())));
        cells.push(Cell::of("", place(row, lang)));
        cells
    };
    let title = |at: usize| {
        let (of, rule) = (&report.indicators[at], &report.indicators[at].rule);
        let number = of.number.as_ref().map(|number| format!("{number} ")).unwrap_or_default();
        let (file, number_of_line) = (&rule.file, rule.line_number().unwrap_or_default());
        let rule = format!("{}{}{file}:{number_of_line}", words.rule, words.colon);
        Some(Typed::from(format!("{number}{} · {rule}", lang.name(&of.name))))
    };
    let mut bodies: Vec<(usize, Vec<Row<'_>>)> =
        sections.iter().map(|section| (section.at, section.rows.clone())).collect();
    let is_task = |row: &Row<'_>| row.indicator().attribute == Attribute::Task;
    let of_tasks = report.columns.iter().flat_map(|column| {
        report.column_rows(column).filter(is_task).map(|row| (column.indicator(), row))
    });
    for (at, row) in of_tasks.take(MOST_OF_TASKS) {
        match bodies.iter_mut().find(|(there, _)| *there == at) {
            Some((_, rows)) => rows.push(row),
            None => bodies.push((at, vec![row])),
        }
    }
    let bodies = bodies.into_iter().map(|(at, rows)| (title(at), rows.iter().map(line).collect()));
    let heads = heads.into_iter().map(Cell::head).collect();
    Table { bodies: bodies.collect(), ..Table::new(lang.html_words().origins, heads, Vec::new()) }
}

/// More verdicts than this are not within the page, and no file of more bytes.
const MOST_ROWS: u64 = 1000;
const MOST_BYTES: usize = 300_000;

/// Links that hold the report itself as CSV and as JSON, where that is no burden on the page.
pub(super) fn taken_away(report: &Report, lang: Lang) -> io::Result<Option<String>> {
    let rows = report.tally.total();
    if rows == 0 || rows > MOST_ROWS {
        return Ok(None);
    }
    let name = report.years.iter().map(ToString::to_string).collect::<Vec<_>>().join("-");
    let (mut table, mut whole) = (Vec::new(), Vec::new());
    csv(report, NonZeroUsize::MIN, &mut table)?;
    json(report, Style::plain(lang, 0), &mut whole)?;
    let link = |(ending, kind, bytes, words): (&str, &str, &Vec<u8>, String)| {
        let text = base64(bytes);
        format!("<a download=\"{name}.{ending}\" href=\"data:{kind};base64,{text}\">{words}</a>")
    };
    let links = [
        ("csv", "text/csv;charset=utf-8", &table, lang.taken_away(rows)),
        ("json", "application/json", &whole, lang.html_words().whole_report.to_owned()),
    ];
    let links = links.into_iter().filter(|(_, _, bytes, _)| bytes.len() <= MOST_BYTES);
    let links: Vec<String> = links.map(link).collect();
    Ok((!links.is_empty()).then(|| links.join(lang.words().separator)))
}
