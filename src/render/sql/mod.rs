//! A year's judgement as SQL, for figures that stay where they are.
//!
//! Each step is a file in `steps/`, written in DuckDB's SQL; another dialect is a few other
//! words. The rules are a table of numbers, and no step knows any of them.

mod dialect;
mod given;
mod roster;
mod source;
mod values;

pub use dialect::{Dialect, begins_template};

use std::collections::BTreeMap;

use crate::plan::Head;
use crate::report::Ruleset;
use crate::term::{Attribute, FailOn};

/// What of the judgement is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Emit {
    /// One row a verdict.
    Verdicts,
    /// One row for each that can't be used.
    Findings,
    /// One row: how many verdicts of each kind, and the exit code.
    Summary,
    /// Every step as a table.
    Tables,
    /// The regions as a table, for [`Figures::roster`].
    Roster,
}

/// What the columns of the figures are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cells {
    /// Texts, each read as it stands; whole numbers too.
    Text,
    /// Numbers, with as many digits behind the point as their columns have.
    Typed,
}

/// Where the figures are.
#[derive(Debug, Clone)]
pub struct Figures {
    /// The table: its name, parted by points where it lies in others, or a template of dbt's.
    pub table: String,
    /// Its columns, one for each of [`FIELDS`]; there need not be one of totals.
    pub columns: [Option<String>; FIELDS.len()],
    /// What its columns are.
    pub cells: Cells,
    /// The table of the regions, if they are not to stand in the SQL.
    pub roster: Option<String>,
}

impl Figures {
    /// Whether the regions would be in the table of the figures, which may be named with what it
    /// lies in or without.
    pub fn is_one_table(&self) -> bool {
        let parts = |name: &str| -> Vec<String> {
            let bare = |part: &str| part.trim().trim_matches(['"', '`']).to_lowercase();
            name.split('.').map(bare).collect()
        };
        let figures = parts(&self.table);
        let roster = self.roster.as_deref().map(parts);
        roster.is_some_and(|roster| figures.ends_with(&roster) || roster.ends_with(&figures))
    }
}

/// A judgement, where it is made, and what of it is wanted.
#[derive(Debug, Clone)]
pub struct Query {
    /// What is judged, and by which numbers.
    pub rules: Ruleset,
    /// Where the figures are.
    pub figures: Figures,
    /// The engine.
    pub dialect: Dialect,
    /// What is wanted.
    pub emit: Emit,
}

/// Which of the fields a table need not have.
pub const TOTAL: usize = 6;

/// What a row of figures has, in Chinese and in English.
pub const FIELDS: [[&str; 2]; 8] = [
    ["年份", "year"],
    ["地区", "region"],
    ["指标", "indicator"],
    ["数值", "value"],
    ["分子", "numerator"],
    ["分母", "denominator"],
    ["累计", "total"],
    ["备注", "remark"],
];

macro_rules! steps {
    ($($name:literal)+) => {
        [$(($name, include_str!(concat!("steps/", $name, ".sql")))),+]
    };
}

type Step = (&'static str, &'static str);

/// The steps behind what is given, each resting on those before it.
const READ: [Step; 4] = steps! { "read" "numbers" "checked" "cells" };
/// One row of the whole that holds for all; only where there is one.
const SHARED: [Step; 2] = steps! { "announced" "shared" };
const SENT: [Step; 3] = steps! { "sums" "sent" "findings" };
/// Once for each level that is added up, the lowest first.
const ADDED_UP: [Step; 3] = steps! { "parts" "rolled" "known" };
const DUE: [Step; 3] = steps! { "averaged" "spoken" "due" };
const DECIDED: [Step; 4] = steps! { "demanded" "held" "counted" "decided" };
/// What follows from verdicts; once more for what follows from such.
const SHARE: [Step; 2] =
    [("tallied", include_str!("steps/tallied.sql")), ("due", include_str!("steps/share.sql"))];
const TOGETHER: [Step; 2] = steps! { "together" "judged" };
const TOLD: [Step; 2] = steps! { "verdicts" "summary" };

/// The steps of a judgement, each with its name, put together of files.
struct Steps {
    made: Vec<(String, String)>,
    /// What stands for tables that there are several of.
    names: BTreeMap<&'static str, String>,
}

impl Steps {
    /// Adds steps whose names end alike; `#` stands for that end.
    fn add(&mut self, steps: &[Step], rank: usize) {
        let end = if rank < 2 { String::new() } else { format!("_{rank}") };
        for (name, text) in steps {
            let text =
                self.names.iter().fold((*text).to_owned(), |text, (of, is)| text.replace(of, is));
            let text = text.replace("RANK", &rank.to_string()).replace('#', &end);
            self.made.push((format!("{name}{end}"), text));
        }
    }

    /// The last of the steps becomes that of which others speak.
    fn call(&mut self, name: &'static str) {
        self.names.extend(self.made.last().map(|(last, _)| (name, last.clone())));
    }
}

fn steps(rules: &Ruleset) -> Steps {
    let mut steps = Steps { made: Vec::new(), names: numbers(rules).into() };
    steps.add(&READ, 0);
    if rules.references.iter().any(|reference| reference.shared.is_some()) {
        steps.add(&SHARED, 0);
    }
    steps.call("FIGURES");
    steps.add(&SENT[..2], 0);
    steps.call("BELOW");
    steps.add(&SENT[2..], 0);
    let ranks = rules.sending.iter().flatten().map(|place| place.rank).max();
    for rank in 1..=ranks.unwrap_or_default().max(1) {
        steps.add(&ADDED_UP, rank);
        steps.call("BELOW");
    }
    steps.call("KNOWN");
    steps.add(&DUE, 0);
    steps.add(&DECIDED, 0);
    steps.call("JUDGED");
    let follow = rules.rules.iter().filter_map(|rule| rule.follows.as_ref());
    for rank in 1..=follow.map(|follows| follows.rank).max().unwrap_or_default() {
        // The first of them is not the one of values.
        let rank = rank + 1;
        steps.add(&SHARE, rank);
        steps.add(&DECIDED, rank);
        steps.add(&TOGETHER, rank);
        steps.call("JUDGED");
    }
    steps.add(&TOLD, 0);
    steps
}

/// The judgement of a year as SQL.
pub fn sql(query: &Query) -> String {
    let Query { rules, figures, dialect, emit } = query;
    let wanted = match emit {
        Emit::Verdicts => Some("verdicts"),
        Emit::Findings => Some("findings"),
        Emit::Summary => Some("summary"),
        Emit::Tables => None,
        Emit::Roster => return roster::script(rules, figures, *dialect),
    };
    let mut stated = steps(rules).made;
    let last = stated.iter().position(|(name, _)| Some(&**name) == wanted);
    stated.truncate(last.map_or(stated.len(), |last| last + 1));
    let stated = stated.into_iter().map(|(name, step)| (name, dialect.translated(&step)));
    let given = given::tables(rules, figures, *dialect).into_iter();
    let given = given.map(|(name, step)| (name.to_owned(), step));
    let steps: Vec<(String, String)> = given.chain(stated).collect();
    let mut sql = heading(query);
    if wanted.is_none() || dialect.needs_tables() {
        for (name, body) in &steps {
            let name = format!("dabiao_{name}");
            let (made, counted) = (dialect.table(&name), dialect.counted(&name));
            sql.push_str(&format!(
                "\nDROP TABLE IF EXISTS {name};\n{made}\n{};\n{counted}",
                body.trim_end()
            ));
        }
        sql.extend(wanted.map(|wanted| format!("\nSELECT * FROM dabiao_{wanted};\n")));
    } else {
        let with = |(name, body): &(String, String)| {
            format!("dabiao_{name} AS MATERIALIZED (\n{}\n)", body.trim_end())
        };
        let all: Vec<String> = steps.iter().map(with).collect();
        sql.push_str(&format!("WITH {}\n", all.join(",\n")));
        sql.extend(wanted.map(|wanted| format!("SELECT * FROM dabiao_{wanted}\n")));
    }
    sql
}

/// The numbers of a plan that stand in the steps themselves.
fn numbers(rules: &Ruleset) -> [(&'static str, String); 5] {
    let Head { first_year, .. } = &*rules.plan;
    let failing = Attribute::ALL.into_iter().filter(|of| rules.fail_on.includes(*of));
    let failing: Vec<String> = failing.map(|of| format!("'{}'", of.word())).collect();
    let failing = if rules.fail_on == FailOn::None { "''".to_owned() } else { failing.join(", ") };
    [
        ("YEAR_OF_CHECK", rules.year.to_string()),
        ("FIRST_YEAR", first_year.to_string()),
        ("VALUE_DIGITS", rules.digits.value.to_string()),
        ("COUNT_DIGITS", rules.digits.count.to_string()),
        ("FAIL_ON", failing),
    ]
}

/// What was asked for; a title has no end of line.
fn heading(query: &Query) -> String {
    let Query { rules, figures, dialect, .. } = query;
    let Ruleset { plan, year, against, fail_on, require_tasks, .. } = rules;
    let of = format!("{}（{}）{year} 年的判定", &*plan.title, plan.id);
    let asked = format!(
        "dabiao {version} plan sql --dialect {dialect} --year {year} --against {against} \
         --require {require} --fail-on {fail_on}{cells}",
        cells = match figures.cells {
            Cells::Text => "",
            Cells::Typed => " --values typed",
        },
        version = env!("CARGO_PKG_VERSION"),
        dialect = dialect.word(),
        against = against.word(),
        require = if *require_tasks { "tasks" } else { "main" },
        fail_on = fail_on.word(),
    );
    Dialect::comment(&of) + &Dialect::comment(&asked)
}
