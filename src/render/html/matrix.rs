//! Indicators down, regions across; for more regions than a page holds, how many stand how.

use askama::Template;

use super::rules::Rules;
use super::text::Typed;
use super::verdict::Verdict;
use crate::render::numbers;
use crate::render::text::{HtmlWords, Words};
use crate::render::{Lang, matrix};
use crate::report::{Column, Report};
use crate::term::{Attribute, Outcome, RegionId, Year};

/// More regions than this stand in several tables, so that each fits a sheet of paper.
const ACROSS: usize = 8;
/// More indicators than this, of all years together, are counted, not listed.
const MOST_ROWS: usize = 1000;

/// One table.
#[derive(Debug, Template)]
#[template(path = "matrix.html")]
pub(super) struct Matrix<'r> {
    words: &'static Words,
    w: &'static HtmlWords,
    caption: String,
    /// Whether the words of the plan have a column.
    has_text: bool,
    regions: Vec<Typed<'r>>,
    outcomes: Vec<Verdict>,
    groups: Vec<Group<'r>>,
}

#[derive(Debug)]
struct Group<'r> {
    title: Option<Typed<'r>>,
    lines: Vec<Line<'r>>,
}

/// One indicator.
#[derive(Debug)]
struct Line<'r> {
    number: Option<Typed<'r>>,
    name: Typed<'r>,
    /// The section that says more, if there is one.
    section: Option<usize>,
    attribute: &'static str,
    cite: Option<Typed<'r>>,
    text: Option<Typed<'r>>,
    required: Typed<'r>,
    target: Typed<'r>,
    cells: Vec<Cell<'r>>,
}

#[derive(Debug)]
enum Cell<'r> {
    Judged(Verdict, Option<Typed<'r>>),
    Count(u64),
    NotJudged,
}

impl Matrix<'_> {
    /// How many columns there are.
    fn width(&self) -> usize {
        3 + usize::from(self.has_text) + self.regions.len() + self.outcomes.len()
    }
}

/// The matrices of indicators, or of tasks.
#[derive(Debug)]
pub(super) struct Matrices<'r> {
    /// By year.
    pub(super) years: Vec<(Year, Vec<Matrix<'r>>)>,
    /// How many rows are left out.
    pub(super) left_out: u64,
}

/// The matrices of every year, of tasks alone or of all but tasks.
pub(super) fn matrices<'r>(
    report: &'r Report,
    rules: &Rules<'r>,
    tasks: bool,
    lang: Lang,
) -> Matrices<'r> {
    let mut found = Matrices { years: Vec::new(), left_out: 0 };
    let mut room = MOST_ROWS;
    for year in &report.years {
        let is_of = |column: &&Column| {
            let attribute = report.indicators[column.indicator()].attribute;
            column.year() == *year
                && (attribute == Attribute::Task) == tasks
                && column.judged().next().is_some()
        };
        let mut columns: Vec<&Column> = report.columns.iter().filter(is_of).collect();
        found.left_out += columns.len().saturating_sub(room) as u64;
        columns.truncate(room);
        room -= columns.len();
        if !columns.is_empty() {
            let table = Table { report, rules, columns, year: *year, tasks, lang };
            found.years.push((*year, table.matrices()));
        }
    }
    found
}

/// What a year's tables are made from.
struct Table<'t, 'r> {
    report: &'r Report,
    rules: &'t Rules<'r>,
    columns: Vec<&'r Column>,
    year: Year,
    tasks: bool,
    lang: Lang,
}

impl<'r> Table<'_, 'r> {
    fn matrices(&self) -> Vec<Matrix<'r>> {
        let all = matrix::regions(self.report, &self.columns);
        if all.len() > matrix::MOST_REGIONS {
            return vec![self.counted()];
        }
        let parts = all.len().div_ceil(ACROSS).max(1);
        let across = all.len().div_ceil(parts).max(1);
        let part = |(at, regions): (usize, &[RegionId])| {
            let caption = self.lang.matrix_caption(self.year, (at + 1, parts));
            let names =
                regions.iter().map(|id| Typed::from(&*self.report.regions[id.index()].name));
            let cells = |column| self.cells(column, &all, at * across..at * across + regions.len());
            self.matrix(caption, names.collect(), Vec::new(), cells)
        };
        all.chunks(across).enumerate().map(part).collect()
    }

    fn counted(&self) -> Matrix<'r> {
        let occurs = |outcome: &Outcome| self.report.tally.outcome(*outcome) > 0;
        let outcomes: Vec<Outcome> = Outcome::ALL.into_iter().filter(occurs).collect();
        let heads = outcomes.iter().map(|outcome| Verdict::new(*outcome, self.lang)).collect();
        let cells = |column: &'r Column| {
            let counts = column.counts();
            let cells = outcomes.iter().map(|outcome| Cell::Count(counts[*outcome as usize]));
            (matrix::required(self.report, column, self.lang), cells.collect())
        };
        self.matrix(self.lang.counted_caption(self.year), Vec::new(), heads, cells)
    }

    fn matrix(
        &self,
        caption: String,
        regions: Vec<Typed<'r>>,
        outcomes: Vec<Verdict>,
        cells: impl Fn(&'r Column) -> (String, Vec<Cell<'r>>),
    ) -> Matrix<'r> {
        let mut groups: Vec<(Option<usize>, Group<'r>)> = Vec::new();
        for column in &self.columns {
            let rule = self.rules.of(column.indicator());
            let of = rule.and_then(|rule| rule.group).filter(|_| self.tasks);
            let line = self.line(column, cells(column));
            match groups.iter_mut().find(|(there, _)| *there == of) {
                Some((_, group)) => group.lines.push(line),
                None => {
                    let title = self.tasks.then(|| self.rules.group(of, self.lang));
                    groups.push((of, Group { title, lines: vec![line] }));
                }
            }
        }
        Matrix {
            words: self.lang.words(),
            w: self.lang.html_words(),
            caption,
            has_text: self.tasks,
            regions,
            outcomes,
            groups: groups.into_iter().map(|(_, group)| group).collect(),
        }
    }

    fn line(&self, column: &'r Column, (required, cells): (String, Vec<Cell<'r>>)) -> Line<'r> {
        let indicator = &self.report.indicators[column.indicator()];
        let rule = self.rules.of(column.indicator());
        Line {
            number: indicator.number.as_deref().map(Typed::from),
            name: indicator.name.as_str().into(),
            section: self.rules.section(column.indicator()),
            attribute: self.lang.attribute(indicator.attribute),
            cite: indicator.cite.as_deref().map(Typed::from),
            text: rule.and_then(|rule| rule.text.as_deref()).map(Typed::from),
            required: required.into(),
            target: numbers::target(indicator, self.lang).into(),
            cells,
        }
    }

    /// What is demanded of all regions, and how some of them stand to it.
    fn cells(
        &self,
        column: &'r Column,
        all: &[RegionId],
        some: std::ops::Range<usize>,
    ) -> (String, Vec<Cell<'r>>) {
        let across = matrix::Across::of(self.report, column, all, self.lang);
        let cell = |cell: &Option<matrix::Cell<'_>>| {
            let Some(cell) = cell else { return Cell::NotJudged };
            let value = cell.value(self.lang).map(Typed::from);
            Cell::Judged(Verdict::new(cell.row.outcome(), self.lang), value)
        };
        let cells = across.cells.iter().skip(some.start).take(some.len()).map(cell).collect();
        (across.required, cells)
    }
}
