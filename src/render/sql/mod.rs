//! A year's judgement as SQL, for figures that stay where they are.
//!
//! Each step is a file in `steps/`, written in DuckDB's SQL; another dialect is a few other
//! words. The rules are a table of numbers, and no step knows any of them.

mod dialect;
mod given;

pub use dialect::Dialect;

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
}

/// Where the figures are.
#[derive(Debug, Clone)]
pub struct Figures {
    /// The table: its name, parted by points where it lies in others, or a template of dbt's.
    pub table: String,
    /// Its columns, one for each of [`FIELDS`]; there need not be one of totals.
    pub columns: [Option<String>; FIELDS.len()],
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

/// The steps behind what is given, each resting on those before it.
const STEPS: [(&str, &str); 16] = steps! {
    "read" "numbers" "checked" "cells" "findings" "sums" "sent" "parts" "rolled" "known" "due"
    "demanded" "held" "counted" "verdicts" "summary"
};

/// The judgement of a year as SQL.
pub fn sql(query: &Query) -> String {
    let Query { rules, figures, dialect, emit } = query;
    let wanted = match emit {
        Emit::Verdicts => Some("verdicts"),
        Emit::Findings => Some("findings"),
        Emit::Summary => Some("summary"),
        Emit::Tables => None,
    };
    let last = STEPS.iter().position(|(name, _)| Some(*name) == wanted).unwrap_or(STEPS.len() - 1);
    let numbers = numbers(rules);
    let stated = STEPS.iter().take(last + 1).map(|(name, step)| {
        let put = |text: String, (of, to): &(&str, String)| text.replace(of, to);
        (*name, dialect.translated(&numbers.iter().fold((*step).to_owned(), put)))
    });
    let given = given::tables(rules, figures, *dialect).into_iter();
    let steps: Vec<(&str, String)> = given.chain(stated).collect();
    let mut sql = heading(rules, *dialect);
    if wanted.is_none() || dialect.needs_tables() {
        for (name, body) in &steps {
            let name = format!("dabiao_{name}");
            let made = dialect.table(&name);
            sql.push_str(&format!(
                "\nDROP TABLE IF EXISTS {name};\n{made}\n{};\n",
                body.trim_end()
            ));
        }
        sql.extend(wanted.map(|wanted| format!("\nSELECT * FROM dabiao_{wanted};\n")));
    } else {
        let with = |(name, body): &(&str, String)| {
            format!("dabiao_{name} AS MATERIALIZED (\n{}\n)", body.trim_end())
        };
        let all: Vec<String> = steps.iter().map(with).collect();
        sql.push_str(&format!("WITH {}\n", all.join(",\n")));
        sql.extend(wanted.map(|wanted| format!("SELECT * FROM dabiao_{wanted}\n")));
    }
    sql
}

/// The numbers of a plan that stand in the steps themselves.
fn numbers(rules: &Ruleset) -> [(&'static str, String); 4] {
    let Head { first_year, .. } = &*rules.plan;
    let failing = Attribute::ALL.into_iter().filter(|of| rules.fail_on.includes(*of));
    let failing: Vec<String> = failing.map(|of| format!("'{}'", of.word())).collect();
    let failing = if rules.fail_on == FailOn::None { "''".to_owned() } else { failing.join(", ") };
    [
        ("YEAR_OF_CHECK", rules.year.to_string()),
        ("FIRST_YEAR", first_year.to_string()),
        ("COUNT_DIGITS", rules.count_digits.to_string()),
        ("FAIL_ON", failing),
    ]
}

/// What was asked for; a title has no end of line.
fn heading(rules: &Ruleset, dialect: Dialect) -> String {
    let Ruleset { plan, year, against, fail_on, require_tasks, .. } = rules;
    format!(
        "-- {title}（{id}）{year} 年的判定\n\
         -- dabiao {version} plan sql --dialect {dialect} --year {year} --against {against} \
         --require {require} --fail-on {fail_on}\n",
        title = &*plan.title,
        id = plan.id,
        version = env!("CARGO_PKG_VERSION"),
        dialect = dialect.word(),
        against = against.word(),
        require = if *require_tasks { "tasks" } else { "main" },
        fail_on = fail_on.word(),
    )
}
