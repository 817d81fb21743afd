//! `*.cases.toml`: what figures a rule must pass or fail, written by its author.

#[cfg(test)]
mod tests;

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use super::field::{Checker, Row};
use super::load::{keys_of, load_all};
use super::raw::{Field, Value};
use super::{Plan, RuleFile, Scope, builtin, named};
use crate::diagnostic::{Diagnostic, KeyProblem, PlanProblem};
use crate::exact::{Decimal, Rational};
use crate::source::Place;
use crate::term::{Basis, Comparison, Condition, Level, Outcome, RegionId, SeriesId, Year};

/// 用例: figures of one indicator in one region and year, and how each must end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// What it is about.
    pub name: Option<String>,
    /// The indicator.
    pub indicator: SeriesId,
    /// The region.
    pub region: RegionId,
    /// The year.
    pub year: Year,
    /// What every check has beside it: other years of the indicator, and reference series.
    pub beside: Vec<SentRow>,
    /// Each is judged by itself.
    pub checks: Vec<Check>,
}

/// A row as a region sends it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentRow {
    /// The indicator, or a reference.
    pub series: SeriesId,
    /// The year.
    pub year: Year,
    /// What was sent.
    pub cells: Cells,
}

/// The cells of a row as they are typed; what is not there is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cells {
    /// 数值
    pub value: String,
    /// 分子
    pub numerator: String,
    /// 分母
    pub denominator: String,
    /// 累计
    pub total: String,
    /// 备注
    pub remark: String,
}

/// One row, and how it must be judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What was sent.
    pub cells: Cells,
    /// How it must be judged.
    pub expected: Expected,
    /// Where it is written.
    pub place: Place,
}

/// What a verdict must be; what is `None` is not looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// 判定
    pub outcome: Outcome,
    /// 差距 in the unit of the indicator, exactly.
    pub margin: Option<Decimal>,
    /// 差距 in people or institutions.
    pub count: Option<i64>,
    /// 年度要求; `Some(None)` is that there must be none.
    pub requirement: Option<Option<Condition>>,
    /// Where the requirement comes from.
    pub basis: Option<Basis>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct RawFile {
    case: Vec<Spanned<RawCase>>,
}

/// `[[case]]`
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct RawCase {
    name: Field,
    indicator: Field,
    year: Field,
    region: Field,
    history: Field,
    reference: Field,
    checks: Field,
}

const HISTORY: &[&str] = &["year", "value", "numerator", "denominator", "total", "remark"];
const REFERENCE: &[&str] = &["id", "year", "value", "remark"];
const CHECK: &[&str] = &[
    "value",
    "numerator",
    "denominator",
    "total",
    "remark",
    "outcome",
    "margin",
    "count",
    "requirement",
    "basis",
];
fn keys(table: Option<&str>) -> &'static [&'static str] {
    match table {
        None => keys_of::<RawFile>(),
        Some("case") => keys_of::<RawCase>(),
        Some(_) => &[],
    }
}

impl Case {
    /// Reads and checks files of cases under a plan.
    ///
    /// # Errors
    /// Every fault found in any of the files, each with its place.
    pub fn load(plan: &Plan, files: &[RuleFile]) -> Result<Vec<Self>, Vec<Diagnostic>> {
        load_all(files, keys, |checker, raw: &RawFile, cases| {
            cases.extend(raw.case.iter().filter_map(|raw| case(checker, raw, plan)));
        })
    }

    /// The cases of the built-in plan.
    ///
    /// # Errors
    /// None while the tests pass: they load them.
    pub fn built_in(plan: &Plan) -> Result<Vec<Self>, Vec<Diagnostic>> {
        Self::load(plan, &builtin::files(&builtin::CASES))
    }
}

fn case(checker: &mut Checker<'_>, raw: &Spanned<RawCase>, plan: &Plan) -> Option<Case> {
    let (owner, raw) = (raw.span(), raw.get_ref());
    let name = checker.text("name", &raw.name).map(|name| name.value);
    let indicator = indicator(checker, raw, plan, &owner);
    let region = match checker.text("region", &raw.region) {
        Some(name) => named::region(checker, plan, name),
        None => indicator.map(|id| first_region(plan, plan.indicators[id.index()].scope)),
    };
    let year = checker.year("year", &raw.year, &owner).map(|year| {
        let first = plan.head.first_year;
        if year.value < first {
            checker.fault(PlanProblem::CaseYear { year: year.value, first }, year.span);
        }
        year.value
    });
    let mut beside = Vec::new();
    for row in checker.rows("history", &raw.history, HISTORY) {
        let other = checker.year("year", &row.field("year"), &row.span);
        let cells = cells(checker, &row);
        let Some(other) = other else { continue };
        if Some(other.value) == year {
            checker.fault(PlanProblem::HistoryYear { year: other.value }, other.span);
        }
        beside.extend(indicator.map(|series| SentRow { series, year: other.value, cells }));
    }
    for row in checker.rows("reference", &raw.reference, REFERENCE) {
        let id = checker.required_text("id", &row.field("id"), &row.span);
        let series = id.and_then(|id| named::reference(checker, plan, id));
        let written = row.field("year");
        let other = match written {
            Some(_) => checker.year("year", &written, &row.span).map(|year| year.value),
            None => year,
        };
        let cells = cells(checker, &row);
        beside.extend(series.zip(other).map(|(series, year)| SentRow { series, year, cells }));
    }
    let rows = checker.rows("checks", &raw.checks, CHECK);
    let written = checker.require("checks", raw.checks.is_some(), raw.checks.as_ref(), &owner);
    if let Some(written) = written
        && matches!(written.get_ref(), Value::Array(none) if none.is_empty())
    {
        checker.fault(PlanProblem::NoChecks, written.span());
    }
    let checks: Vec<Check> = rows.iter().filter_map(|row| check(checker, row)).collect();
    Some(Case { name, indicator: indicator?, region: region?, year: year?, beside, checks })
}

/// The indicator of a case: one that is judged.
fn indicator(
    checker: &mut Checker<'_>,
    raw: &RawCase,
    plan: &Plan,
    owner: &Range<usize>,
) -> Option<SeriesId> {
    let name = checker.label("indicator", &raw.indicator);
    let name = checker.require("indicator", raw.indicator.is_some(), name, owner)?;
    let span = name.span.clone();
    let id = named::indicator(checker, plan, name)?;
    let indicator = &plan.indicators[id.index()];
    if indicator.target.is_words() {
        checker.fault(PlanProblem::CaseOfWords { indicator: indicator.name.clone() }, span);
        return None;
    }
    Some(id)
}

/// Who is meant where no region is named: the first that is judged.
fn first_region(plan: &Plan, scope: Scope) -> RegionId {
    let county = plan.regions.iter().position(|region| region.level == Level::County);
    match (scope, plan.city) {
        (Scope::City | Scope::Total, Some(city)) => city,
        // A plan has a county, and not more regions than are counted in 32 bits.
        _ => RegionId(county.unwrap_or(0) as u32),
    }
}

fn cells(checker: &mut Checker<'_>, row: &Row<'_>) -> Cells {
    Cells {
        value: checker.cell("value", &row.field("value")),
        numerator: checker.cell("numerator", &row.field("numerator")),
        denominator: checker.cell("denominator", &row.field("denominator")),
        total: checker.cell("total", &row.field("total")),
        remark: checker.cell("remark", &row.field("remark")),
    }
}

fn check(checker: &mut Checker<'_>, row: &Row<'_>) -> Option<Check> {
    let cells = cells(checker, row);
    let written = row.field("outcome");
    let outcome = checker.word("outcome", &written, &Outcome::WORDS, &Outcome::ALL);
    let outcome = checker.require("outcome", written.is_some(), outcome, &row.span);
    let margin = margin(checker, &row.field("margin"));
    let count = count(checker, &row.field("count"));
    let requirement = checker.text("requirement", &row.field("requirement")).and_then(|text| {
        let read = requirement(text.value.trim());
        if read.is_none() {
            checker.fault(PlanProblem::BadRequirement { text: text.value }, text.span);
        }
        read
    });
    let basis = checker.word("basis", &row.field("basis"), &Basis::WORDS, &Basis::ALL);
    let expected = Expected { outcome: outcome?, margin, count, requirement, basis };
    Some(Check { cells, expected, place: checker.place(row.span.clone()) })
}

/// A decimal, in quotes or bare.
fn margin(checker: &mut Checker<'_>, field: &Field) -> Option<Decimal> {
    let got = field.as_ref()?;
    if let Value::Integer | Value::Float = got.get_ref() {
        return checker.number("margin", got).map(|number| number.value);
    }
    let text = checker.text("margin", field)?;
    let number = Decimal::parse(text.value.trim()).ok();
    if number.is_none() {
        checker.fault(KeyProblem::BadNumber { text: text.value }, text.span);
    }
    number
}

/// A whole number.
fn count(checker: &mut Checker<'_>, field: &Field) -> Option<i64> {
    let number = checker.number("count", field.as_ref()?)?;
    if number.value.scale() > 0 {
        let text = number.value.to_string();
        checker.fault(KeyProblem::BadNumber { text }, number.span);
        return None;
    }
    Some(number.value.mantissa())
}

/// `≥55.944`, `2~3` or `none`; none if it is nothing of the kind.
fn requirement(text: &str) -> Option<Option<Condition>> {
    let number = |text: &str| Decimal::parse(text.trim()).ok().map(Rational::from);
    if text == "none" {
        return Some(None);
    }
    if let Some((low, high)) = text.split_once('~') {
        let (low, high) = (number(low)?, number(high)?);
        return (low <= high).then_some(Some(Condition::Between(low, high)));
    }
    if let Some(only) = text.strip_prefix('=') {
        let only = number(only)?;
        return Some(Some(Condition::Between(only.clone(), only)));
    }
    // `>=` before `>`, which it begins with.
    let comparisons =
        [Comparison::AtLeast, Comparison::AtMost, Comparison::Above, Comparison::Below];
    let (comparison, bound) = comparisons.into_iter().find_map(|comparison| {
        let bound = text.strip_prefix(comparison.sign());
        let bound = bound.or_else(|| text.strip_prefix(comparison.ascii()))?;
        Some((comparison, bound))
    })?;
    Some(Some(Condition::Compare(comparison, number(bound)?)))
}
