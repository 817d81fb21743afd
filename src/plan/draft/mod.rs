//! A first draft of a plan, from an indicator table as documents print it.
//!
//! What a cell says for certain becomes a rule; what it leaves open is said in a
//! comment beside the rule; a row that can't be read stays as a comment, so that
//! nothing of the table is lost. The comments are in Chinese, as the table is: they
//! are part of a file that its reader goes on writing.

mod amount;
mod baseline;
mod cell;
mod decode;
mod fold;
mod header;
mod name;
mod row;
mod rule;
mod series;
mod settle;
mod table;
#[cfg(test)]
mod tests;
mod unique;
mod unit;
mod words;
mod write;

use fold::tidy;
use header::Header;
use rule::Drafted;
use table::Table;

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

/// The years of the plan that is drafted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Years {
    baseline: Year,
    target: Year,
    /// What of them the header does not say.
    assumed: Assumed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Assumed {
    Nothing,
    Baseline,
    Target,
    Both,
    /// The header has them in an order that can't be.
    Order,
}

/// What becomes of a line of the table.
#[derive(Debug)]
enum Entry {
    /// A heading, or words around the table.
    Aside(String),
    /// A row: which of the table's it is, its cells as printed, and what it becomes.
    Row { nth: usize, printed: String, drafted: Drafted },
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
    let (text, encoding) = decode::decode(bytes).ok_or(DraftProblem::NotText)?;
    let Some(table) = Table::read(&text) else {
        let first = text.lines().map(tidy).find(|line| !line.is_empty());
        return Err(first.map_or(DraftProblem::Empty, |first| DraftProblem::NoHeader { first }));
    };
    let years = Years::of(&table.header);
    let mut entries = entries(&table);
    if !entries.iter().any(|entry| matches!(entry, Entry::Row { .. })) {
        return Err(DraftProblem::Empty);
    }
    let mut taken = unique::Taken::default();
    let ids = unique::identify(&mut entries, &mut taken);
    let references = unique::references(&entries, &mut taken);
    let count = |is: fn(&Entry) -> bool| entries.iter().filter(|entry| is(entry)).count();
    let rules = count(|entry| matches!(entry, Entry::Row { drafted: Drafted::Rule(_), .. }));
    let left = count(|entry| matches!(entry, Entry::Row { drafted: Drafted::Left(..), .. }));
    let asides = count(|entry| matches!(entry, Entry::Aside(_)));
    let file = write::File {
        name,
        encoding,
        stray_quotes: table.stray_quotes,
        has_attributes: table.header.attribute.is_some(),
        years,
        ids: &ids,
        references: &references,
        entries: &entries,
    };
    Ok(Draft { toml: write::toml(&file), rules, left, asides })
}

/// The lines of the table, each with what becomes of it.
fn entries(table: &Table) -> Vec<Entry> {
    let aside = |text: &str| Entry::Aside(format!("表外文字：{text}"));
    let mut entries: Vec<Entry> = table.before.iter().map(|line| aside(line)).collect();
    let mut header = table.header.clone();
    let mut nth = 0;
    let mut rows = table.rows.iter().peekable();
    while let Some(row) = rows.next() {
        let printed = row.join(" | ");
        if let Some((next, taken)) = Header::at(row, rows.peek().map(|next| next.as_slice())) {
            let same = Years::of(&next) == Years::of(&table.header);
            let years = if same {
                ""
            } else {
                "；它的年份与前面不同，[plan] 只能有一组年份"
            };
            entries.push(Entry::Aside(format!("又一个表头，以下照它读{years}：{printed}")));
            let second = if taken > 1 { rows.next() } else { None };
            entries
                .extend(second.map(|row| Entry::Aside(format!("表头续行：{}", row.join(" | ")))));
            header = next;
            continue;
        }
        if let Some(text) = table::only(row) {
            entries.push(Entry::Aside(format!("小标题或表外文字：{text}")));
            continue;
        }
        nth += 1;
        let drafted = row::draft(row, &header);
        entries.push(Entry::Row { nth, printed, drafted });
    }
    entries
}

impl Years {
    /// The years that a header names; where it does not, five years apart, and those
    /// of the fourteenth plan if it names none.
    fn of(header: &Header) -> Self {
        let (baseline, target, assumed) = match (header.baseline_year, header.target_year) {
            (Some(from), Some(to)) if from < to => (from, to, Assumed::Nothing),
            (Some(_), Some(to)) => (to - 5, to, Assumed::Order),
            (None, Some(to)) => (to - 5, to, Assumed::Baseline),
            (Some(from), None) => (from, from + 5, Assumed::Target),
            (None, None) => (2020, 2025, Assumed::Both),
        };
        Self { baseline, target, assumed }
    }
}
