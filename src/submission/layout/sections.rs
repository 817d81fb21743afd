//! The tables of a grid: below one another, and side by side.

use std::sync::Arc;

use super::below::{self, first_text, is_blank_total};
use super::footer::{is_footer, is_time};
use super::pair::{self, is_of_pairs};
use super::read_title::is_of_stretch;
use super::title::{Kind, Title};
use super::understood::Scope;
use super::{IdleColumn, Table, band};
use crate::submission::Vocabulary;
use crate::submission::grid::{Grid, GridRow};
use crate::term::Layout;
use crate::text::{self, Date, Part};

/// Rows under one set of headings, of which the same is said.
#[derive(Debug, Clone)]
pub(in crate::submission) struct Section {
    pub(in crate::submission) grid: Arc<Grid>,
    pub(in crate::submission) table: Arc<Table>,
    pub(in crate::submission) title: Title,
    /// Its rows in the grid.
    pub(in crate::submission) rows: Vec<usize>,
    /// Whether its headings stand above it, and not above an earlier section.
    pub(in crate::submission) is_headed: bool,
}

/// What was found beside tables, by rows of the grid.
#[derive(Debug, Clone)]
pub(in crate::submission) enum Finding {
    /// The headings of the table stand once more.
    Repeated(usize),
    /// Rows that say nothing that is known.
    Words(Vec<usize>),
    /// Rows under headings that are not known.
    Unread(Vec<usize>),
    /// Headings that can be read in two ways.
    Clear(usize, [Layout; 2]),
    /// A column that says the same of the rows as one before it.
    Distinct(usize, usize, Arc<str>),
    /// Headings without a column of results.
    OfResults(usize, Vec<(IdleColumn, Arc<str>)>),
}

impl Finding {
    /// Whether a table could not be read for it.
    pub(in crate::submission) fn is_of_table(&self) -> bool {
        match self {
            Self::Clear(..) | Self::Distinct(..) | Self::OfResults(..) => true,
            Self::Repeated(_) | Self::Words(_) | Self::Unread(_) => false,
        }
    }
}

/// How many rows may stand above the first headings.
const TITLE_ROWS: usize = 40;
/// How many rows headings may have.
const HEAD_ROWS: usize = 3;
/// How many tables may stand side by side.
pub(in crate::submission) const MOST_BESIDE: usize = 16;
/// How many cells may be copied where tables stand side by side.
pub(in crate::submission) const MOST_COPIED: usize = 8_000_000;

/// Finds the tables of a grid; what is found is of no use where all was spent on it that a
/// file may take.
pub(in crate::submission) fn find(
    grid: &Arc<Grid>,
    file: &Arc<str>,
    vocabulary: &Vocabulary<'_>,
) -> (Vec<Section>, Vec<Finding>) {
    let title = Title::of_sheet(grid, vocabulary);
    let mut scan = Scan {
        grid: Arc::clone(grid),
        file,
        vocabulary,
        is_open: false,
        sections: Vec::new(),
        findings: Vec::new(),
    };
    scan.run(0, Vec::new(), &title);
    (scan.sections, scan.findings)
}

struct Scan<'s> {
    grid: Arc<Grid>,
    file: &'s Arc<str>,
    vocabulary: &'s Vocabulary<'s>,
    /// Whether rows may belong to the last section.
    is_open: bool,
    sections: Vec<Section>,
    findings: Vec<Finding>,
}

impl Scan<'_> {
    /// Goes through the rows from `row` on; `above` are rows above them, of which and of
    /// the sheet `title` is said.
    fn run(&mut self, mut row: usize, mut above: Vec<usize>, title: &Title) {
        let mut unread = Vec::new();
        // What the rows above say: each is read once, however many follow it.
        let mut said = self.said(&above);
        while row < self.grid.rows.len() && !self.vocabulary.known.effort.is_spent() {
            if first_text(&self.grid.rows[row]).is_none() {
                row += 1;
                continue;
            }
            if self.is_open && self.of_last(row, below::is_data) {
                if !above.is_empty() {
                    self.settle(std::mem::take(&mut above));
                    said = Title::default();
                }
                if let Some(section) = self.sections.last_mut() {
                    section.rows.push(row);
                }
                row += 1;
                continue;
            }
            self.vocabulary.known.effort.row();
            let of = self.below(title).followed_by(&said);
            match self.head(row, &of) {
                Ok(table) => {
                    row = table.head.1;
                    above.clear();
                    self.open(table, std::mem::take(&mut said), of);
                }
                Err((band::Not::One(starts), _)) => {
                    self.beside(row, &std::mem::take(&mut above), &starts, title);
                    break;
                }
                Err((not, depth)) => {
                    let is_noted = self.note(row, not);
                    if is_noted || self.is_open && self.of_last(row, below::is_unknown_head) {
                        self.is_open = false;
                    }
                    if is_noted {
                        // Its lower rows are no headings by themselves.
                        above.clear();
                        said = Title::default();
                        row += depth;
                        continue;
                    }
                    let is_first = self.sections.is_empty();
                    if is_first && above.len() >= TITLE_ROWS {
                        unread.extend(row..self.grid.rows.len());
                        break;
                    }
                    above.push(row);
                    said.add(self.of_row(row));
                    row += 1;
                }
            }
        }
        if self.sections.is_empty() {
            return;
        }
        if self.is_open {
            self.end(above);
        } else {
            unread.extend(above);
        }
        if !unread.is_empty() {
            unread.sort_unstable();
            self.findings.push(Finding::Unread(unread));
        }
    }

    /// The table whose headings begin with a row; else why there is none, and of how many
    /// rows.
    fn head(&self, row: usize, title: &Title) -> Result<Table, (band::Not, usize)> {
        let mut not = (band::Not::ATable, 1);
        for depth in (1..=HEAD_ROWS.min(self.grid.rows.len() - row)).rev() {
            match band::read(&self.grid, (row, row + depth), title, self.vocabulary) {
                Err(band::Not::ATable) => {}
                Err(beside @ band::Not::One(_)) => return Err((beside, depth)),
                Err(other) if matches!(not.0, band::Not::ATable) => not = (other, depth),
                Err(_) => {}
                Ok(table) => return Ok(table),
            }
        }
        Err(not)
    }

    /// What a row is to the table of the last section, if there is one.
    fn of_last(&self, row: usize, is: fn(&GridRow, &Table, &Vocabulary<'_>) -> bool) -> bool {
        let last = self.sections.last();
        last.is_some_and(|last| is(&self.grid.rows[row], &last.table, self.vocabulary))
    }

    /// What is said of whatever stands below the tables read so far.
    fn below<'t>(&'t self, title: &'t Title) -> &'t Title {
        self.sections.last().map_or(title, |section| &section.title)
    }

    fn said(&self, rows: &[usize]) -> Title {
        let mut said = Title::default();
        rows.iter().for_each(|row| said.add(self.of_row(*row)));
        said
    }

    fn of_row(&self, row: usize) -> Title {
        let title = Title::of_row(&self.grid, row, self.file, self.vocabulary);
        Title { failed: pair::failed(&self.grid, row, self.file), ..title }
    }

    fn statements(&self, row: usize) -> Title {
        let title = Title::of_statements(&self.grid, row, self.file, self.vocabulary);
        Title { failed: pair::failed(&self.grid, row, self.file), ..title }
    }

    /// Begins a section under headings, above which something is `said`; `title` is what
    /// is said of the section in all.
    fn open(&mut self, table: Table, said: Title, title: Title) {
        let again = self.sections.last().filter(|last| last.table.headings == table.headings);
        let (table, is_headed) = match again {
            // 续表
            Some(last) => {
                let before = Arc::clone(&last.table);
                self.findings.push(Finding::Repeated(table.head.0));
                self.is_open = true;
                if said.is_empty() {
                    return;
                }
                (before, false)
            }
            None => (Arc::new(table), true),
        };
        let mut title = title;
        // Behind a blank column nothing is a heading of the table: 备注 | | 预计数.
        let is_apart = |at: &usize| *at > 0 && table.headings[at - 1].trim().is_empty();
        let apart = table.idle.iter().map(|idle| idle.at).filter(is_apart);
        for at in table.keys().chain(apart).filter(|_| is_headed) {
            let heading = &table.headings[at];
            let place = self.grid.place(self.file, table.head.0, at, heading);
            title.add(Title::of_key(heading, &place, self.vocabulary));
        }
        let grid = Arc::clone(&self.grid);
        self.sections.push(Section { grid, table, title, rows: Vec::new(), is_headed });
        self.is_open = true;
    }

    /// Puts rows in their place between rows of the same table: what is said in them is
    /// said of what follows.
    fn settle(&mut self, between: Vec<usize>) {
        let (said, words) = self.parted(between);
        self.words(words);
        if said.is_empty() {
            return;
        }
        let Some(last) = self.sections.last_mut() else { return };
        if last.rows.is_empty() {
            last.title = last.title.followed_by(&said);
            return;
        }
        let section = Section {
            grid: Arc::clone(&last.grid),
            table: Arc::clone(&last.table),
            title: last.title.followed_by(&said),
            rows: Vec::new(),
            is_headed: false,
        };
        self.sections.push(section);
    }

    /// Puts the rows below the last data in their place.
    fn end(&mut self, below: Vec<usize>) {
        let (mut all, mut words) = (Title::default(), Vec::new());
        for row in below {
            if is_blank_total(&self.grid.rows[row]) {
                words.push(row);
                continue;
            }
            let is_beside = first_text(&self.grid.rows[row]).is_some_and(is_footer);
            let is_told = is_beside || is_of_pairs(&self.grid.rows[row]);
            let mut said = self.of_row(row);
            let is_empty = said.is_empty();
            // A month below a table is when it was signed; a note may speak of any year.
            let is_stretch = is_of_stretch(&self.grid, row);
            let is_kept = |part| part == Part::Whole || part == Part::Partial && is_stretch;
            said.periods.retain(|said| !is_beside && is_kept(said.period.part));
            said.spans.retain(|_| !is_beside);
            // A title once more says what the first did; that they are no results is another matter.
            let kind = said.kind.take();
            let is_lost = kind.is_some() | (said.scope != Scope::default());
            said.kind = kind.filter(|kind| !is_beside && matches!(kind, Kind::Never(_)));
            said.part = said.part.filter(|_| !is_beside && is_stretch);
            said.scope = Scope::default();
            said.add(self.statements(row));
            if !is_told && (is_empty || is_lost) && said.is_empty() {
                words.push(row);
            }
            all.add(said);
        }
        self.words(words);
        if let Some(last) = self.sections.last_mut() {
            last.title.add(all);
        }
    }

    /// What rows say, and those that say nothing and are no footers.
    fn parted(&self, rows: Vec<usize>) -> (Title, Vec<usize>) {
        let mut all = Title::default();
        let mut words = Vec::new();
        for row in rows {
            let first = first_text(&self.grid.rows[row]).unwrap_or_default();
            let mut said = self.of_row(row);
            if is_footer(first) && !is_time(first) {
                // A note below a table may speak of any year.
                said.periods.clear();
                said.kind = None;
                said.part = None;
                said.scope = Scope::default();
                said.add(self.statements(row));
            } else if is_time(first) {
                said.part = said.part.or_else(|| self.day_in(row));
            }
            if said.is_empty() && !is_footer(first) && !is_of_pairs(&self.grid.rows[row]) {
                words.push(row);
            }
            all.add(said);
        }
        (all, words)
    }

    /// A day in a row that says when its columns are, unless it is the last of a year.
    fn day_in(&self, row: usize) -> Option<String> {
        let mut texts = self.grid.rows[row].cells.iter().map(|cell| cell.text.trim());
        let is_within = |text: &str| {
            text::read_date(text).is_some_and(|day| day != Date::end_of_year(day.year()))
        };
        texts.find(|text| is_within(text)).map(str::to_owned)
    }

    /// Files rows that say nothing; where they hold something that could be a figure, it
    /// was not read.
    fn words(&mut self, rows: Vec<usize>) {
        let (unread, words): (Vec<usize>, Vec<usize>) =
            rows.into_iter().partition(|row| self.of_last(*row, below::holds_more));
        if !unread.is_empty() {
            self.findings.push(Finding::Unread(unread));
        }
        if words.is_empty() {
            return;
        }
        match self.findings.last_mut() {
            Some(Finding::Words(before)) => before.extend(words),
            _ => self.findings.push(Finding::Words(words)),
        }
    }

    /// Notes why a row is no headings, if it is worth a word; then no row below it belongs
    /// to the table above.
    fn note(&mut self, row: usize, not: band::Not) -> bool {
        let heading = |at: usize| -> Arc<str> {
            self.grid.cell(row, at).map_or("", |cell| cell.text.trim()).into()
        };
        let finding = match not {
            band::Not::ATable | band::Not::One(_) => return false,
            band::Not::Clear(ways) => Finding::Clear(row, ways),
            band::Not::Distinct(at) => Finding::Distinct(row, at, heading(at)),
            band::Not::OfResults(idle) => {
                let named = idle.into_iter().map(|idle| (idle.clone(), heading(idle.at)));
                Finding::OfResults(row, named.collect())
            }
        };
        self.findings.push(finding);
        true
    }

    /// Reads tables that stand side by side, each with the other columns blanked.
    fn beside(&mut self, row: usize, above: &[usize], starts: &[usize], title: &Title) {
        let heading = |at: usize| self.grid.cell(row, at).map_or("", |cell| cell.text.trim());
        let cells: usize = self.grid.rows.iter().map(|row| row.cells.len()).sum();
        let most = MOST_BESIDE.min(MOST_COPIED / cells.max(1));
        if let Some(at) = starts.get(most) {
            self.findings.push(Finding::Distinct(row, *at, heading(*at).into()));
            return;
        }
        let before = self.sections.last().map_or_else(|| title.clone(), |last| last.title.clone());
        for (number, start) in starts.iter().enumerate() {
            let end = starts.get(number + 1).copied().unwrap_or(usize::MAX);
            let grid = Arc::new(self.grid.masked(row, above, *start..end));
            let mut strip = Scan {
                grid,
                file: self.file,
                vocabulary: self.vocabulary,
                is_open: false,
                sections: Vec::new(),
                findings: Vec::new(),
            };
            strip.run(row, above.to_vec(), &before);
            if strip.sections.is_empty() && !strip.findings.iter().any(Finding::is_of_table) {
                self.findings.push(Finding::Distinct(row, *start, heading(*start).into()));
            }
            self.sections.append(&mut strip.sections);
            self.findings.append(&mut strip.findings);
        }
    }
}
