//! What people read, before its format is known: passages and tables that a terminal, a
//! comment on a merge request and a page each lay out in their own way.
//!
//! What trends, comparisons and a check on a terminal say is put together once, from a report:
//! the terminal and Markdown write these few kinds of block. Where a format needs more of a
//! report than they hold, it takes passages and tables of them and adds its own.

use super::{Lang, plain};
use crate::report::Row;
use crate::term::{Attribute, Outcome, Standing};

/// What is said, in order.
#[derive(Debug, Clone, Default)]
pub(super) struct Document {
    pub(super) blocks: Vec<Block>,
}

/// One part of a document.
#[derive(Debug, Clone)]
pub(super) enum Block {
    /// What the document is.
    Title(String),
    /// The head of a part: how deep it lies, what it begins with, a number, and its words.
    Heading(Level, String, String),
    /// A line by itself, not broken.
    Line(String),
    /// A text in as many lines as it needs, and what it begins with.
    Text(String, String),
    /// What a list begins with, and its items.
    List(String, Vec<String>),
    Table(Table),
    /// Figures that are drawn; where nothing can be, what they say in words.
    Chart(Chart),
    /// The years of the indicator of that number, where they are drawn from the report itself:
    /// the table behind it says the same.
    Path(usize),
    /// So many more of what was listed before it, and where they are.
    More(u64, Held),
    /// What follows stands apart.
    Gap,
}

/// How deep a part lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    Part,
    /// Within the part that began last.
    Within,
    /// Behind the document, on a page of its own.
    Annex,
}

impl Document {
    pub(super) fn title(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Title(text.into()));
    }

    pub(super) fn heading(&mut self, start: impl Into<String>, text: impl Into<String>) {
        self.blocks.push(Block::Heading(Level::Part, start.into(), text.into()));
    }

    /// The head of a part that a format numbers, if it does.
    pub(super) fn part(&mut self, level: Level, text: impl Into<String>) {
        self.blocks.push(Block::Heading(level, String::new(), text.into()));
    }

    pub(super) fn line(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Line(text.into()));
    }

    pub(super) fn text(&mut self, text: impl Into<String>) {
        self.begun("", text);
    }

    /// A text behind what it begins with: a number, or the word for what it is.
    pub(super) fn begun(&mut self, start: impl Into<String>, text: impl Into<String>) {
        self.blocks.push(Block::Text(start.into(), text.into()));
    }

    pub(super) fn list(&mut self, start: impl Into<String>, items: Vec<String>) {
        self.blocks.push(Block::List(start.into(), items));
    }

    pub(super) fn table(&mut self, table: Table) {
        self.blocks.push(Block::Table(table));
    }

    pub(super) fn chart(&mut self, chart: Chart) {
        self.blocks.push(Block::Chart(chart));
    }

    pub(super) fn path(&mut self, indicator: usize) {
        self.blocks.push(Block::Path(indicator));
    }

    pub(super) fn more(&mut self, count: usize, held: Held) {
        if count > 0 {
            self.blocks.push(Block::More(count as u64, held));
        }
    }

    pub(super) fn gap(&mut self) {
        self.blocks.push(Block::Gap);
    }

    pub(super) fn append(&mut self, other: Self) {
        self.blocks.extend(other.blocks);
    }

    /// Its charts.
    pub(super) fn charts(&self) -> impl Iterator<Item = &Chart> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Chart(chart) => Some(chart),
            _ => None,
        })
    }

    /// The titles of its annexes.
    pub(super) fn annexes(&self) -> impl Iterator<Item = &str> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Heading(Level::Annex, _, text) => Some(text.as_str()),
            _ => None,
        })
    }

    /// The same, with every text that is not to be told replaced.
    pub(super) fn redacted(mut self, is_secret: impl Fn(&str) -> bool, instead: &str) -> Self {
        let redact = |text: &mut String| {
            if is_secret(text) {
                instead.clone_into(text);
            }
        };
        for block in &mut self.blocks {
            match block {
                Block::Title(text) | Block::Line(text) => redact(text),
                Block::Heading(_, _, text) | Block::Text(_, text) => redact(text),
                Block::List(_, items) => items.iter_mut().for_each(redact),
                Block::Table(table) => {
                    let cells = table.rows.iter_mut().flatten();
                    cells.for_each(|cell| {
                        redact(&mut cell.text);
                        cell.narrow.iter_mut().for_each(redact);
                    });
                }
                Block::Chart(chart) => {
                    let texts = [&chart.title, &chart.alternative].into_iter();
                    if texts.chain(&chart.names).any(|text| is_secret(text)) {
                        *block = Block::Line(instead.to_owned());
                    }
                }
                Block::Path(_) | Block::More(..) | Block::Gap => {}
            }
        }
        self
    }

    /// Its passages, each in one line, for formats that break lines by themselves.
    pub(super) fn lines(&self, lang: Lang) -> Vec<String> {
        let line = |block: &Block| match block {
            Block::Title(text) | Block::Line(text) => Some(plain::line(text)),
            Block::Heading(_, start, text) | Block::Text(start, text) => {
                Some(plain::line(&format!("{start}{text}")))
            }
            Block::Chart(chart) => Some(plain::line(&chart.alternative)),
            Block::List(start, items) => Some(plain::line(&format!("{start}{}", lang.list(items)))),
            Block::More(count, held) => Some(lang.and_more(*count, *held)),
            Block::Path(_) | Block::Table(_) | Block::Gap => None,
        };
        self.blocks.iter().filter_map(line).collect()
    }
}

/// Figures that are drawn.
#[derive(Debug, Clone)]
pub(super) struct Chart {
    pub(super) title: String,
    /// What it shows, in words.
    pub(super) alternative: String,
    /// What the figures of every series are of, in order.
    pub(super) names: Vec<String>,
    pub(super) series: Vec<Series>,
}

/// Figures of one kind, one for each name that has any.
#[derive(Debug, Clone)]
pub(super) struct Series {
    pub(super) name: String,
    pub(super) mark: Mark,
    pub(super) values: Vec<Option<String>>,
}

/// How figures are drawn; their kinds can be told apart without colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// As bars of this look, one kind upon another.
    Bar(Standing),
    /// As round dots.
    Dot,
    Diamond,
    /// As short lines across.
    Dash,
}

impl Chart {
    /// Its figures are parts of a whole.
    pub(super) fn is_stacked(&self) -> bool {
        self.series.iter().any(|series| matches!(series.mark, Mark::Bar(_)))
    }
}

/// What a drawing shows, in words.
pub(super) fn alternative(title: &str, told: impl Iterator<Item = String>, lang: Lang) -> String {
    let told: Vec<String> = told.collect();
    format!("{title}{}{}", lang.words().colon, told.join(lang.ci_words().clause))
}

/// Rows under heads.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<Cell>>,
    /// Where there is no room to spare, it has no rules.
    pub(super) is_dense: bool,
    /// So many of the first rows belong to the head.
    pub(super) heads: usize,
    /// How many rows there are beside these, and where they are.
    pub(super) left_out: u64,
    pub(super) held: Held,
}

/// Which formats hold what a page leaves out.
#[derive(Debug, Clone, Copy, Default)]
pub(super) enum Held {
    #[default]
    CsvAndJson,
    Json,
}

impl Table {
    pub(super) fn new(columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Self {
        Self { columns, rows, ..Self::default() }
    }

    pub(super) fn dense(self) -> Self {
        Self { is_dense: true, ..self }
    }

    /// Without the columns in which nothing stands.
    pub(super) fn without_empty_columns(mut self) -> Self {
        let is_filled = |at: usize| {
            self.rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.text.is_empty()))
        };
        let filled: Vec<bool> = (0..self.columns.len()).map(is_filled).collect();
        let mut of_columns = filled.iter();
        self.columns.retain(|_| of_columns.next() == Some(&true));
        for row in &mut self.rows {
            let mut of_row = filled.iter();
            row.retain(|_| of_row.next() == Some(&true));
        }
        self
    }

    /// So many rows in all.
    pub(super) fn of(mut self, total: u64) -> Self {
        self.left_out = total.saturating_sub(self.rows.len() as u64);
        self
    }
}

/// One column.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub(super) title: String,
    pub(super) fold: Fold,
    /// How it is folded where there is little room.
    pub(super) narrow: Fold,
    pub(super) right: bool,
    pub(super) place: Place,
}

/// How a column may be folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fold {
    /// As wide as its widest line.
    Never,
    /// Takes what the others leave, but no less than this.
    AtLeast(usize),
    /// Takes what the others leave, and is never folded within a word: for numbers.
    Words,
    /// Takes what the others leave, but no less than this, in one line: what is too wide
    /// loses its middle.
    Cut(usize),
}

/// Where a column stands if a table is too wide and is parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In every part.
    Each,
    /// In one part, beside as many of its kind as there is room for.
    Across,
    /// In the last part.
    Last,
}

impl Column {
    pub(super) fn new(title: impl Into<String>, fold: Fold) -> Self {
        Self { title: title.into(), fold, narrow: fold, right: false, place: Place::Each }
    }

    pub(super) fn right(self) -> Self {
        Self { right: true, ..self }
    }

    pub(super) fn narrow(self, narrow: Fold) -> Self {
        Self { narrow, ..self }
    }

    pub(super) fn at(self, place: Place) -> Self {
        Self { place, ..self }
    }
}

/// One cell: its text, and the outcome that marks it.
#[derive(Debug, Clone, Default)]
pub(super) struct Cell {
    pub(super) text: String,
    /// Its text where there is little room.
    pub(super) narrow: Option<String>,
    pub(super) outcome: Option<Outcome>,
    /// What the plan labels the indicator of the outcome.
    pub(super) attribute: Option<Attribute>,
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

impl Cell {
    pub(super) fn outcome(text: impl Into<String>, outcome: Outcome, of: Attribute) -> Self {
        Self { outcome: Some(outcome), attribute: Some(of), ..Self::from(text) }
    }

    /// A text that is marked by a verdict.
    pub(super) fn of(text: impl Into<String>, row: &Row<'_>) -> Self {
        Self::outcome(text, row.outcome(), row.indicator().attribute)
    }

    pub(super) fn narrow(self, narrow: impl Into<String>) -> Self {
        Self { narrow: Some(narrow.into()), ..self }
    }
}
