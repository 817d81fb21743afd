//! A first draft of a plan, from an indicator table as documents print it.
//!
//! What a cell says for certain becomes a rule; what it leaves open is said in a
//! comment beside the rule; a row that can't be read stays as a comment, so that
//! nothing of the table is lost. The comments are in Chinese, as the table is: they
//! are part of a file that its reader goes on writing.
//!
//! A text becomes a table (`table`), whose header says what each column holds (`header`,
//! `columns`). A row's cells are read for what they say (`cell`, `amount`), targets that are
//! sentences clause by clause (`sentence`). What a number is, a level, a sum or a change, is
//! decided in `settle`; what stands beside it in the row, in `beside`. The rule (`rule`) gets
//! an id and a name of its own (`unique`) and is written (`write`).

pub(super) mod amount;
mod attribute;
mod beside;
pub(super) mod cell;
pub(super) mod columns;
pub(super) mod fold;
pub(super) mod header;
mod name;
mod row;
mod rule;
mod sentence;
mod settle;
pub(super) mod table;
mod unique;
mod words;
mod write;

pub(super) use write::quoted;

use std::error::Error;
use std::fmt;

use attribute::Part;
use fold::tidy;
use header::{Column, Header};
use row::Around;
use rule::{Drafted, Key};
use table::Table;
use words::{begins, ends};

use crate::term::Year;

/// A plan that was drafted from a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The rule file.
    pub toml: String,
    /// How many rows of the table became rules.
    pub rules: usize,
    /// How many stayed as comments.
    pub left: usize,
    /// How many lines are headings or words around the table; they are comments too.
    pub asides: usize,
    /// The rows that the planner has to look at first, in their order.
    pub unsettled: Vec<Unsettled>,
}

/// A row that is no rule yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsettled {
    /// Which of the table's rows it is.
    pub row: usize,
    /// Its name.
    pub text: String,
    /// Whether it is a rule in which something is left to be written; else it is a
    /// comment.
    pub is_rule: bool,
}

/// Why a file has no table to draft a plan from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftProblem {
    /// It is no text in UTF-8, GB18030 or UTF-16.
    NotText,
    /// It has no rows, or a header alone.
    Empty,
    /// No row of it names the indicators and their targets.
    NoHeader {
        /// Its first row that is not blank.
        first: String,
    },
}

impl fmt::Display for DraftProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotText => f.write_str("no text in UTF-8, GB18030 or UTF-16"),
            Self::Empty => f.write_str("no rows"),
            Self::NoHeader { first } => {
                write!(f, "no row names the indicators and their targets; the first is: {first}")
            }
        }
    }
}

impl Error for DraftProblem {}

/// The years of the plan that is drafted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Years {
    baseline: Year,
    target: Year,
    /// What of them the header does not say.
    assumed: Option<&'static str>,
}

/// A line of the table, and what becomes of it.
#[derive(Debug)]
struct Entry {
    /// What stands of it in the comment.
    text: String,
    /// Which of the table's rows it is; none of a heading, and of words around the table.
    row: Option<usize>,
    drafted: Vec<Drafted>,
}

/// Drafts a plan from a table: CSV, text with tabs, or Markdown, as the bytes of a
/// file of that name.
///
/// # Errors
/// [`DraftProblem`] if there is no table in it. A row that can't be read is no error.
///
/// ```
/// use dabiao::plan::draft::draft;
///
/// let table = "序号\t指标\t属性\t2020年\t2025年\n1\t残疾人就业率\t预期性\t49.86%\t≥60%\n";
/// let draft = draft("主要指标.tsv", table.as_bytes()).unwrap();
/// assert_eq!((draft.rules, draft.left), (1, 0));
/// assert!(draft.toml.contains("threshold = 60\n"));
/// ```
pub fn draft(name: &str, bytes: &[u8]) -> Result<Draft, DraftProblem> {
    let (text, encoding) = table::decode(bytes).ok_or(DraftProblem::NotText)?;
    let Some(table) = Table::read(&text) else {
        let first = text.lines().map(tidy).find(|line| !line.is_empty());
        return Err(first.map_or(DraftProblem::Empty, |first| DraftProblem::NoHeader { first }));
    };
    let mut entries = Reading::new(name, &table).entries(&table);
    if entries.iter().all(|entry| entry.row.is_none()) {
        return Err(DraftProblem::Empty);
    }
    let references = unique::identify(&mut entries);
    let drafted = || entries.iter().flat_map(|entry| &entry.drafted);
    let rules = drafted().filter(|drafted| drafted.left.is_none()).count();
    let file = write::File {
        name,
        encoding,
        stray_quotes: table.stray_quotes,
        years: Years::of(&table.header),
        references: &references,
        entries: &entries,
    };
    Ok(Draft {
        toml: write::toml(&file),
        rules,
        left: drafted().count() - rules,
        asides: entries.iter().filter(|entry| entry.row.is_none()).count(),
        unsettled: entries.iter().flat_map(Entry::unsettled).collect(),
    })
}

impl Entry {
    /// What of a row is still to be settled.
    fn unsettled(&self) -> Vec<Unsettled> {
        let row = self.row.unwrap_or(0);
        let printed = self.text.split_once('：').map_or("", |(_, printed)| printed);
        let unsettled = self.drafted.iter().filter_map(|Drafted { rule, left }| {
            let is_open = left.is_some() || rule.as_ref().is_some_and(|rule| rule.is_open());
            let text = rule.as_ref().map_or(printed, |rule| &rule.name).to_owned();
            is_open.then(|| Unsettled { row, text, is_rule: left.is_none() })
        });
        let mut unsettled: Vec<Unsettled> = unsettled.collect();
        unsettled.dedup();
        unsettled
    }
}

/// The lines of a table while they are read.
struct Reading<'t> {
    /// What rules cite the table by.
    title: String,
    entries: Vec<Entry>,
    header: Header,
    years: Years,
    /// Whether the header in force has the years that the plan has.
    same_years: bool,
    part: Option<Part>,
    above: &'t str,
    /// The 专栏 that the last heading began, and the rows in it.
    panel: Option<String>,
    in_panel: usize,
    nth: usize,
}

impl<'t> Reading<'t> {
    fn new(name: &str, table: &Table) -> Self {
        let stem = tidy(name.rsplit_once('.').map_or(name, |(stem, _)| stem));
        Self {
            title: if stem.is_empty() { "原表".to_owned() } else { stem },
            entries: Vec::new(),
            header: table.header.clone(),
            years: Years::of(&table.header),
            same_years: true,
            part: None,
            above: "",
            panel: None,
            in_panel: 0,
            nth: 0,
        }
    }

    /// The lines of the table, each with what becomes of it.
    fn entries(mut self, table: &'t Table) -> Vec<Entry> {
        for line in &table.before {
            self.heading(line, "表外文字");
        }
        self.header.find_attribute(&table.rows);
        let mut rows = table.rows.iter().enumerate();
        while let Some((at, row)) = rows.next() {
            let following = table.rows.get(at + 1..).unwrap_or_default();
            if let Some((next, taken)) = Header::at(row, following.first().map(Vec::as_slice)) {
                self.header(next, row, following);
                if taken > 1
                    && let Some((_, row)) = rows.next()
                {
                    self.aside(format!("表头续行：{}", row.join(" | ")));
                }
            } else if let Some(text) = table::only(row) {
                self.heading(text, "小标题或表外文字");
            } else {
                self.row(row);
            }
        }
        self.entries
    }

    fn aside(&mut self, text: String) {
        self.entries.push(Entry { text, row: None, drafted: Vec::new() });
    }

    /// Words around the table, or a heading within it.
    fn heading(&mut self, text: &str, what: &str) {
        self.part = Part::after(text, self.part);
        self.above = "";
        if let Some(number) = panel(text) {
            self.panel = Some(number);
            self.in_panel = 0;
        }
        if let Some(entry) = self.entries.last_mut().filter(|_| looks_torn(text)) {
            for rule in entry.drafted.iter_mut().flat_map(|drafted| &mut drafted.rule) {
                rule.note(Key::Name, format!("下一行“{text}”可能是这一行断开的部分，请核对"));
            }
        }
        self.aside(format!("{what}：{text}"));
    }

    fn header(&mut self, next: Header, row: &[String], following: &[Vec<String>]) {
        self.header = next;
        self.header.find_attribute(following);
        // A header without years is another table of the same plan.
        let years = Years::of(&self.header);
        let is_named = self.header.baseline_year.or(self.header.target_year).is_some();
        self.same_years =
            !is_named || (years.baseline, years.target) == (self.years.baseline, self.years.target);
        let told = match self.same_years {
            true => "",
            false => "；它的年份与前面不同，[plan] 只能有一组年份",
        };
        self.above = "";
        self.aside(format!("又一个表头，以下照它读{told}：{}", row.join(" | ")));
    }

    fn row(&mut self, row: &'t [String]) {
        self.nth += 1;
        self.in_panel += 1;
        let around = Around {
            header: &self.header,
            years: self.years,
            heading: self.part.map(|part| part.attribute),
            above: self.above,
            panel: self.panel.as_deref(),
        };
        let mut drafted = row::draft(row, around);
        let nth = self.nth;
        let cite = match &self.panel {
            Some(panel) => format!("专栏 {panel} 第 {} 行", self.in_panel),
            None => format!("{} 第{nth}行", self.title),
        };
        let reason = "这张表的年份与 [plan] 的不同，目标不是同一年到期，请另写一个规划";
        for Drafted { rule, left } in &mut drafted {
            rule.iter_mut().for_each(|rule| rule.line(Key::Cite, "cite", quoted(&cite)));
            if !self.same_years {
                left.get_or_insert_with(|| reason.to_owned());
            }
        }
        if let Some(cell) = self.header.first(Column::Attribute).and_then(|at| row.get(at))
            && !cell.is_empty()
        {
            self.above = cell;
        }
        let text = format!("第{nth}行：{}", row.join(" | "));
        self.entries.push(Entry { text, row: Some(nth), drafted });
    }
}

/// The number of the 专栏 that a heading begins.
fn panel(text: &str) -> Option<String> {
    let folded = fold::fold(text);
    let rest = folded.strip_prefix("专栏")?;
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    (1..=3).contains(&end).then(|| rest[..end].to_owned())
}

/// Whether a line of one cell looks like the rest of the row above it rather than a
/// heading or a note: short, without a number or a stop.
fn looks_torn(text: &str) -> bool {
    let (number, rest) = fold::numbered(text);
    let is_heading = number.is_some()
        || begins(rest, "注 # 说明 备注 资料 来源 表 专栏 单位 * 第 附")
        || ends(rest, "指标 方面 领域 类")
        || attribute::read(rest).is_some();
    !is_heading && rest.chars().count() < 30 && !rest.contains(['。', '：', ':', '|'])
}

impl Years {
    /// The years that a header names; where it does not, five years apart, and those
    /// of the fourteenth plan if it names none.
    fn of(header: &Header) -> Self {
        let (baseline, target, assumed) = match (header.baseline_year, header.target_year) {
            (Some(from), Some(to)) if from < to => (from, to, None),
            (Some(_), Some(to)) => {
                (to - 5, to, Some("表头的基期年份不在目标年份之前，按目标年的五年之前"))
            }
            (None, Some(to)) => (to - 5, to, Some("表头没有写基期年份，按目标年的五年之前")),
            (Some(from), None) => (from, from + 5, Some("表头没有写目标年份，按基期的五年之后")),
            (None, None) => (2020, 2025, Some("表头没有写年份，按 2020 年基期、2025 年目标")),
        };
        Self { baseline, target, assumed }
    }
}
