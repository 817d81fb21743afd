//! Indicators down, regions across; for more regions than a page holds, how many stand how.

use std::ops::Range;

use super::rules::Rules;
use super::table::{Cell, Table, indicator};
use super::text::{Typed, Verdict};
use crate::render::check::counts_by_outcome;
use crate::render::numbers;
use crate::render::{Lang, matrix};
use crate::report::{Column, Report};
use crate::term::{Attribute, Outcome, RegionId, Year};

/// More regions than this stand in several tables, so that each fits a sheet of paper.
const ACROSS: usize = 8;
/// More indicators than this, of all years together, are counted, not listed.
const MOST_ROWS: usize = 1000;

/// The matrices of every year, of tasks alone or of all but tasks, and how many rows are left
/// out.
pub(super) fn matrices(
    report: &Report,
    rules: &Rules<'_>,
    tasks: bool,
    lang: Lang,
) -> (Vec<Table>, u64) {
    let (mut tables, mut left_out) = (Vec::new(), 0);
    let mut room = MOST_ROWS;
    for year in &report.years {
        let is_of = |column: &&Column| {
            let attribute = report.indicators[column.indicator()].attribute;
            column.year() == *year
                && (attribute == Attribute::Task) == tasks
                && column.judged().next().is_some()
        };
        let mut columns: Vec<&Column> = report.columns.iter().filter(is_of).collect();
        left_out += columns.len().saturating_sub(room) as u64;
        columns.truncate(room);
        room -= columns.len();
        if !columns.is_empty() {
            tables.extend(Sheet { report, rules, columns, year: *year, tasks, lang }.matrices());
        }
    }
    (tables, left_out)
}

/// What a year's tables are made from.
struct Sheet<'t, 'r> {
    report: &'r Report,
    rules: &'t Rules<'r>,
    columns: Vec<&'r Column>,
    year: Year,
    tasks: bool,
    lang: Lang,
}

impl<'r> Sheet<'_, 'r> {
    fn matrices(&self) -> Vec<Table> {
        let all = matrix::regions(self.report, &self.columns);
        if all.len() > matrix::MOST_REGIONS {
            return vec![self.counted()];
        }
        let parts = all.len().div_ceil(ACROSS).max(1);
        let across = all.len().div_ceil(parts).max(1);
        let part = |(at, regions): (usize, &[RegionId])| {
            let caption = self.lang.matrix_caption(self.year, (at + 1, parts));
            let name =
                |id: &RegionId| Typed::from(self.lang.name(&self.report.regions[id.index()].name));
            let heads = regions.iter().map(|id| Cell::typed_head("", name(id)));
            let cells = |column| self.cells(column, &all, at * across..at * across + regions.len());
            let class = if regions.len() > 6 { "matrix many" } else { "matrix" };
            Table { class, ..self.table(&caption, heads.collect(), cells) }
        };
        all.chunks(across).enumerate().map(part).collect()
    }

    fn counted(&self) -> Table {
        let outcomes: Vec<Outcome> = counts_by_outcome(self.report).map(|(of, _)| of).collect();
        let heads = outcomes.iter().map(|of| Cell::verdict_head(Verdict::new(*of, self.lang)));
        let cells = |column: &'r Column| {
            let counts = column.counts();
            let cells = outcomes.iter().map(|outcome| Cell::of("n", counts[*outcome as usize]));
            (matrix::required(self.report, column, self.lang), cells.collect())
        };
        let caption = self.lang.counted_caption(self.year);
        Table { class: "matrix", ..self.table(&caption, heads.collect(), cells) }
    }

    fn table(
        &self,
        caption: &str,
        across: Vec<Cell>,
        cells: impl Fn(&'r Column) -> (String, Vec<Cell>),
    ) -> Table {
        let mut groups: Vec<(Option<usize>, Vec<Vec<Cell>>)> = Vec::new();
        for column in &self.columns {
            let rule = self.rules.of(column.indicator());
            let of = rule.and_then(|rule| rule.indicator.group).filter(|_| self.tasks);
            let line = self.line(column, cells(column));
            match groups.iter_mut().find(|(there, _)| *there == of) {
                Some((_, lines)) => lines.push(line),
                None => groups.push((of, vec![line])),
            }
        }
        let (words, w) = (self.lang.words(), self.lang.html_words());
        let mut heads = vec![Cell::head(words.indicator)];
        heads.extend(self.tasks.then(|| Cell::typed_head("said", w.plan_text.into())));
        heads.extend([words.requirement, words.target].map(Cell::head));
        heads.extend(across);
        let bodies = groups
            .into_iter()
            .map(|(of, lines)| (self.tasks.then(|| self.rules.group(of, self.lang)), lines));
        Table { bodies: bodies.collect(), ..Table::new(caption, heads, Vec::new()) }
    }

    fn line(&self, column: &'r Column, (required, cells): (String, Vec<Cell>)) -> Vec<Cell> {
        let of = &self.report.indicators[column.indicator()];
        let mut name = Typed::from(self.lang.name(&of.name)).to_string();
        if let Some(section) = self.rules.section(column.indicator()) {
            name = format!("<a href=\"#i{section}\">{name}</a>");
        }
        if let Some(number) = &of.number {
            name = format!("<span class=\"number\">{}</span> {name}", Typed::from(number.as_str()));
        }
        let mut line = vec![Cell::row("", indicator(name, of, self.lang))];
        let text =
            self.rules.of(column.indicator()).and_then(|rule| rule.indicator.text.as_deref());
        line.extend(self.tasks.then(|| Cell::of("said", Typed::from(text.unwrap_or_default()))));
        line.push(Cell::of("", Typed::from(required)));
        line.push(Cell::of("", Typed::from(numbers::plan_target(of, column.year(), self.lang))));
        line.extend(cells);
        line
    }

    /// What is demanded of all regions, and how some of them stand to it.
    fn cells(
        &self,
        column: &'r Column,
        all: &[RegionId],
        some: Range<usize>,
    ) -> (String, Vec<Cell>) {
        let across = matrix::Across::of(self.report, column, all, self.lang);
        let cell = |cell: &Option<matrix::RegionCell<'_>>| {
            let Some(cell) = cell else {
                return Cell::of("none", self.lang.html_words().not_judged);
            };
            let verdict = Verdict::new(cell.row.outcome(), self.lang);
            Cell::verdict(verdict, cell.value(self.lang).map(Typed::from))
        };
        let cells = across.cells.iter().skip(some.start).take(some.len()).map(cell).collect();
        (across.required, cells)
    }
}
