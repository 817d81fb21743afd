//! `[[grade]]` and `[points]`: how a plan grades what was reached. No verdict depends on it.

use super::field::Checker;
use super::load::Parsed;
use super::table::Table;
use super::words;
use crate::diagnostic::PlanProblem;
use crate::exact::{Decimal, Rational};
use crate::term::{Named, Names};

/// 评价: the grades of a plan, and how its points are counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grading {
    /// 等次, in the order in which they are tried: the first that holds is given. The last
    /// takes what the others leave.
    pub grades: Vec<Grade>,
    /// 完成率 counts up to so many percent.
    pub cap: Option<Rational>,
}

/// 等次: a grade, as 快于预期.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grade {
    /// As it is printed.
    pub name: Named,
    /// What 完成率 is taken of.
    pub of: GradedBy,
    /// From how many percent it is given; none takes all.
    pub from: Option<Rational>,
}

/// What a grade goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GradedBy {
    /// What the year demands.
    Requirement,
    /// The target.
    Target,
}

/// A number above 0.
pub(super) fn positive(
    checker: &mut Checker<'_>,
    raw: &Table<'_>,
    key: &'static str,
) -> Option<Decimal> {
    let number = checker.number(raw, key)?;
    if number.value.is_negative() || number.value.is_zero() {
        checker.fault(PlanProblem::PointsNotPositive { key }, number.span);
        return None;
    }
    Some(number.value)
}

/// What all files say of grades and points.
pub(super) fn grading(files: &mut [Parsed<'_>]) -> Grading {
    let mut grading = Grading::default();
    let (mut capped, mut names) = (false, Names::default());
    let total: usize = files.iter_mut().map(|file| file.tables("grade").1.len()).sum();
    for file in files {
        grades(file, &mut grading.grades, &mut names, total);
        let (checker, tables) = file.tables("points");
        for table in &tables {
            if std::mem::replace(&mut capped, true) {
                checker.fault(PlanProblem::TwoPoints, table.span.clone());
            }
            grading.cap = positive(checker, table, "cap").map(Rational::from);
        }
    }
    grading
}

/// The grades of a file, behind those of the files before it.
fn grades(file: &mut Parsed<'_>, grades: &mut Vec<Grade>, names: &mut Names, total: usize) {
    let (checker, tables) = file.tables("grade");
    for raw in tables {
        let name = checker.named(&raw, ["name", "name-en"]).unwrap_or_default();
        let bases = &[GradedBy::Requirement, GradedBy::Target];
        let is_known = |called: &str| names.insert(called, grades.len() as u32).is_some();
        if std::iter::once(&*name).chain(name.english()).any(is_known) {
            checker.fault(PlanProblem::GradeTwice { name: name.clone() }, raw.span_of("name"));
        }
        let of = checker.word(&raw, "of", words::GRADED_BY, bases);
        let of = of.unwrap_or(GradedBy::Requirement);
        let from = checker.number(&raw, "from");
        let is_last = grades.len() + 1 == total;
        match &from {
            Some(from) if is_last => checker.fault(PlanProblem::GradesWithGap, from.span.clone()),
            None if !is_last => checker.fault(PlanProblem::GradeBehindAll, raw.span.clone()),
            Some(_) | None => {}
        }
        let from = from.map(|from| (Rational::from(from.value), from.span));
        if let Some((bound, span)) = &from {
            let takes_it = |earlier: &&Grade| {
                earlier.of == of && earlier.from.as_ref().is_some_and(|from| from <= bound)
            };
            if let Some(earlier) = grades.iter().find(takes_it) {
                let earlier = earlier.name.clone();
                checker.fault(PlanProblem::GradeNeverGiven { earlier }, span.clone());
            }
        }
        grades.push(Grade { name, of, from: from.map(|(from, _)| from) });
    }
}
