//! `*.cases.toml`: what figures a rule must pass or fail, written by its author.

#[cfg(test)]
mod tests;
mod text;

use super::field::Checker;
use super::load::load_all;
use super::schema::document;
use super::shapes::shapes;
use super::table::{Table, kind};
use super::{Indicator, Plan, Role, RuleFile, Scope, builtin, named};
use crate::diagnostic::{Diagnostic, Faults, KeyProblem, Kind, PlanProblem};
use crate::exact::{Decimal, Rational};
use crate::source::Place;
use crate::term::{Basis, Comparison, Condition, Outcome, RegionId, SeriesId, Year};

/// How many checks one run makes.
pub(crate) const MOST_CHECKS: usize = 10_000;
/// How many rows they send: each check has those of its case beside it.
pub(crate) const MOST_SENT: usize = 2_000_000;

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
    /// Who sends it; that of the case if none is named.
    pub region: Option<RegionId>,
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
    /// What was sent for the indicator itself, if anything was.
    pub cells: Option<Cells>,
    /// What else was sent: other indicators, and other regions.
    pub sent: Vec<SentRow>,
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

shapes! {
    FILE: "file" "规则的用例 / cases of rules" {
        "case": Tables(&CASE);
    }

    CASE: "case" "一项指标一年的用例 / cases of an indicator in a year" {
        "name": Text, "说的是什么 / what it is about";
        "indicator" must: Label, "名称、序号或 id / a name, a number or an id";
        "year" must: Year, "判定哪一年 / the year that is judged";
        "region": Text, "\
            地区；不写是第一个被判定的 / a region; by default the first that is judged";
        "history": Tables(&HISTORY);
        "reference": Tables(&REFERENCE);
        "checks" must: Tables(&CHECK);
    }

    HISTORY: "history" "这项指标的其他年份 / other years of the indicator" {
        "year" must: Year;
        "value": Cell;
        "numerator": Cell;
        "denominator": Cell;
        "total": Cell;
        "remark": Cell;
    }

    REFERENCE: "reference" "参照数列的数 / a value of a reference series" {
        "id" must: Text;
        "year": Year;
        "value": Cell;
        "remark": Cell;
    }

    SENT: "sent" "同时报送的：别的指标，别的地区 / what else is sent: other indicators and regions" {
        "indicator" must: Label, "名称、序号或 id / a name, a number or an id";
        "region": Text, "地区；不写是用例的 / a region; by default that of the case";
        "year": Year, "年份；不写是用例的 / a year; by default that of the case";
        "value": Cell;
        "numerator": Cell;
        "denominator": Cell;
        "total": Cell;
        "remark": Cell;
    }

    CHECK: "check" "报了什么，应怎样判定 / what is sent, and how it must be judged" {
        "value": Cell;
        "numerator": Cell;
        "denominator": Cell;
        "total": Cell;
        "remark": Cell;
        "sent": Tables(&SENT), "\
            同时报送的，如“任一”“都要”的各项、各县（区）的数 / what else is sent, such as the parts of \
            an indicator and the rows of counties";
        "outcome" must: Word(&Outcome::WRITTEN);
        "margin": Written, "差距 / the margin, exactly";
        "count": Number, "折合差几人、几家 / the margin in counts";
        "requirement": Text, "年度要求，如 ≥55.944、2~3 或 none / what the year demands";
        "basis": Word(&Basis::WORDS);
    }
}

/// The JSON Schema of files of cases.
pub fn cases_schema() -> String {
    document(&FILE, "dabiao 用例 / cases")
}

impl Case {
    /// Reads and checks files of cases under a plan.
    ///
    /// # Errors
    /// Every fault found in any of the files, each with its place.
    pub fn load(plan: &Plan, files: &[RuleFile]) -> Result<Vec<Self>, Faults> {
        let cases: Vec<Self> = load_all(files, &FILE, |checker, raw| case(checker, raw, plan))?;
        let checks = cases.iter().map(|case| case.checks.len()).sum();
        let sent = |case: &Self| case.checks.len().saturating_mul(1 + case.beside.len());
        let rows = cases.iter().map(sent).fold(0, usize::saturating_add);
        let problem = if checks > MOST_CHECKS {
            PlanProblem::TooManyChecks { checks, most: MOST_CHECKS }
        } else if rows > MOST_SENT {
            PlanProblem::TooManyRowsOfChecks { rows, most: MOST_SENT }
        } else {
            return Ok(cases);
        };
        Err(Diagnostic::whole(problem).into())
    }

    /// The cases of the built-in plan.
    ///
    /// # Errors
    /// None while the tests pass: they load them.
    pub fn built_in(plan: &Plan) -> Result<Vec<Self>, Faults> {
        Self::load(plan, &builtin::files(&builtin::CASES))
    }
}

impl Case {
    /// Who is meant where no region is named: the first that is judged.
    pub(crate) fn first_region(plan: &Plan, indicator: &Indicator) -> RegionId {
        // A plan has a county, and not more regions than are counted in 32 bits.
        let ids = (0..plan.regions.len()).map(|at| RegionId(at as u32));
        let mut concerned = ids.filter(|id| indicator.concerns(*id));
        let county = concerned.find(|id| plan.role(indicator, *id) == Role::Part);
        match (indicator.scope, plan.tree.wholes().next()) {
            (Scope::City | Scope::Total, Some(whole)) => whole,
            _ => county.unwrap_or(RegionId(0)),
        }
    }
}

fn case(checker: &mut Checker<'_>, raw: &Table<'_>, plan: &Plan) -> Option<Case> {
    let name = checker.text(raw, "name").map(|name| name.value);
    let indicator = indicator(checker, raw, plan);
    let region = match checker.text(raw, "region") {
        Some(name) => named::region(checker, &plan.region_names, name),
        None => indicator.map(|id| Case::first_region(plan, &plan.indicators[id.index()])),
    };
    let year = checker.year(raw, "year").map(|year| {
        let first = plan.head.first_year;
        if year.value < first {
            checker.fault(PlanProblem::CaseYear { year: year.value, first }, year.span);
        }
        year.value
    });
    let mut beside = Vec::new();
    for row in checker.rows(raw, "history") {
        let other = checker.year(&row, "year");
        let cells = cells(checker, &row);
        let Some(other) = other else { continue };
        if Some(other.value) == year {
            checker.fault(PlanProblem::HistoryYear { year: other.value }, other.span);
        }
        beside.extend(indicator.map(|series| SentRow {
            series,
            region: None,
            year: other.value,
            cells,
        }));
    }
    for row in checker.rows(raw, "reference") {
        let id = checker.text(&row, "id");
        let series = id.and_then(|id| named::reference(checker, plan, id));
        let own = checker.year(&row, "year").map(|year| year.value);
        let other = if row.has("year") { own } else { year };
        let cells = cells(checker, &row);
        beside.extend(series.zip(other).map(|(series, year)| SentRow {
            series,
            region: None,
            year,
            cells,
        }));
    }
    let rows = checker.rows(raw, "checks");
    if let Some(written) = raw.get("checks")
        && written.get_ref().as_array().is_some_and(|checks| checks.is_empty())
    {
        checker.fault(PlanProblem::NoChecks, written.span());
    }
    let checks: Vec<Check> =
        rows.iter().filter_map(|row| check(checker, row, plan, (indicator, year))).collect();
    Some(Case { name, indicator: indicator?, region: region?, year: year?, beside, checks })
}

/// The indicator of a case: one that is judged.
fn indicator(checker: &mut Checker<'_>, raw: &Table<'_>, plan: &Plan) -> Option<SeriesId> {
    let name = checker.label(raw, "indicator")?;
    let span = name.span.clone();
    let id = named::indicator(checker, plan, name)?;
    let indicator = &plan.indicators[id.index()];
    if indicator.target.is_words() {
        checker.fault(PlanProblem::CaseOfWords { indicator: indicator.name.clone() }, span);
        return None;
    }
    Some(id)
}

/// The cells of a row; of a reference series there are neither counts nor totals.
fn cells(checker: &mut Checker<'_>, row: &Table<'_>) -> Cells {
    let mut cell = |key| match row.shape.key(key) {
        Some(_) => checker.cell(row, key),
        None => String::new(),
    };
    Cells {
        value: cell("value"),
        numerator: cell("numerator"),
        denominator: cell("denominator"),
        total: cell("total"),
        remark: cell("remark"),
    }
}

/// A check of an indicator in a year.
fn check(
    checker: &mut Checker<'_>,
    row: &Table<'_>,
    plan: &Plan,
    (indicator, year): (Option<SeriesId>, Option<Year>),
) -> Option<Check> {
    let own = cells(checker, row);
    let mut sent = Vec::new();
    for row in checker.rows(row, "sent") {
        let name = checker.label(&row, "indicator");
        let series = name.and_then(|name| named::indicator(checker, plan, name));
        let region = checker.text(&row, "region");
        let region = region.and_then(|name| named::region(checker, &plan.region_names, name));
        let other = checker.year(&row, "year").map(|year| year.value).or(year);
        let cells = cells(checker, &row);
        sent.extend(series.zip(other).map(|(series, year)| SentRow {
            series,
            region,
            year,
            cells,
        }));
    }
    let follows = indicator.is_some_and(|id| plan.indicators[id.index()].target.is_derived());
    let is_blank = own == Cells::default();
    let cells = (!is_blank || !row.has("sent") && !follows).then_some(own);
    let outcomes = [Outcome::ALL; 2].concat();
    let outcome = checker.word(row, "outcome", &Outcome::WRITTEN, &outcomes);
    let margin = margin(checker, row);
    let count = count(checker, row);
    let requirement = checker.text(row, "requirement").and_then(|text| {
        let read = requirement(text.value.trim());
        if read.is_none() {
            checker.fault(PlanProblem::BadRequirement { text: text.value }, text.span);
        }
        read
    });
    let basis = checker.word(row, "basis", &Basis::WORDS, &Basis::ALL);
    let expected = Expected { outcome: outcome?, margin, count, requirement, basis };
    Some(Check { cells, sent, expected, place: checker.place(row.span.clone()) })
}

/// A decimal, in quotes or bare.
fn margin(checker: &mut Checker<'_>, row: &Table<'_>) -> Option<Decimal> {
    if kind(row.get("margin")?.get_ref()) == Kind::Number {
        return checker.number(row, "margin").map(|number| number.value);
    }
    let text = checker.text(row, "margin")?;
    let number = Decimal::parse(text.value.trim()).ok();
    if number.is_none() {
        checker.fault(KeyProblem::BadNumber { text: text.value }, text.span);
    }
    number
}

/// A whole number.
fn count(checker: &mut Checker<'_>, row: &Table<'_>) -> Option<i64> {
    let number = checker.number(row, "count")?;
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
