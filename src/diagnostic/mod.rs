//! What is wrong, where it stands, and which rule is touched.
//!
//! A diagnostic holds facts, not sentences: the sentences of each language are
//! in [`render`](crate::render), where a missing one does not compile.

#[macro_use]
mod entry;

mod audit;
mod findings;
mod judgement;
mod lint;
mod more;
mod plan;
mod report_key;
mod run;
#[cfg(test)]
mod sample;
mod subject;
mod submission;

pub use crate::words::Demand;
pub use audit::{
    Audit, AuditFinding, AuditProblem, AuditStatus, CellName, ChangeMeasure, Growth, Level, Levels,
    Proportion,
};
pub use entry::{Entry, Message, Page, Weight};
pub use findings::Findings;
pub use judgement::{Doubt, Headroom, JudgementProblem, NoRollUp, Outside, Rounded, Slide, Thin};
pub use lint::LintProblem;
pub use more::More;
pub use plan::{Kind, PlanProblem};
pub use report_key::{ReportBound, ReportKey};
pub use run::RunProblem;
pub use subject::{SeriesName, Subject};
pub use submission::{
    Binary, Bulk, Container, Foreign, NumberField, RegionSource, SheetName, SubmissionProblem,
    Unclear, Unread, YearSource,
};

use crate::source::Place;

/// How much a problem weighs. Errors keep a submission from being judged whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something can't be used.
    Error,
    /// Something should be looked at; no verdict depends on it.
    Warning,
    /// Something is worth knowing.
    Note,
}

impl Severity {
    /// All, heaviest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Note];

    /// The word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Problem,
    /// Whose figure it is about; none of a file or the run as a whole.
    pub subject: Option<Box<Subject>>,
    /// Where: the cell that was sent, or the key of the rule.
    pub place: Option<Place>,
    /// The rule that the finding rests on, where one is involved.
    pub rule: Option<Place>,
    /// Other places that belong to it: the first of two duplicates.
    pub related: Vec<Place>,
}

/// Every kind of problem, by the layer that finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// In the rules.
    Plan(PlanProblem),
    /// In rules that load.
    Lint(LintProblem),
    /// In what was sent.
    Submission(SubmissionProblem),
    /// Found while judging.
    Judgement(JudgementProblem),
    /// In what was asked for.
    Run(RunProblem),
    /// Found by auditing what was sent.
    Audit(AuditFinding),
    /// More of one code than are listed.
    More(More),
}

impl Problem {
    /// How many findings it stands for.
    pub fn count(&self) -> u64 {
        match self {
            Self::More(more) => more.count(),
            Self::Plan(_)
            | Self::Lint(_)
            | Self::Submission(_)
            | Self::Judgement(_)
            | Self::Run(_)
            | Self::Audit(_) => 1,
        }
    }
}

impl Problem {
    /// What it says.
    #[cfg(test)]
    fn message(&self, lang: crate::words::Lang) -> Message {
        let Self::Lint(problem) = self else { return Message::new("") };
        problem.message(lang)
    }
}

impl Diagnostic {
    /// A finding at a place.
    pub fn at(problem: impl Into<Problem>, place: Place) -> Self {
        Self { place: Some(place), ..Self::whole(problem) }
    }

    /// A finding about the run as a whole.
    pub fn whole(problem: impl Into<Problem>) -> Self {
        let problem = problem.into();
        Self { problem, subject: None, place: None, rule: None, related: Vec::new() }
    }

    /// The same, about somebody's figure.
    #[must_use]
    pub fn about(mut self, subject: Subject) -> Self {
        self.subject = Some(Box::new(subject));
        self
    }

    /// The same, resting on a rule.
    #[must_use]
    pub fn by_rule(mut self, rule: &Place) -> Self {
        self.rule = Some(rule.clone());
        self
    }

    /// The same, with another place that belongs to it.
    #[must_use]
    pub fn with(mut self, related: Place) -> Self {
        self.related.push(related);
        self
    }

    /// How many findings it stands for.
    pub fn count(&self) -> u64 {
        self.problem.count()
    }

    /// The stable code, `layer/what`.
    pub fn code(&self) -> &'static str {
        match &self.problem {
            Problem::Plan(problem) => problem.code(),
            Problem::Lint(problem) => problem.code(),
            Problem::Submission(problem) => problem.code(),
            Problem::Judgement(problem) => problem.code(),
            Problem::Run(problem) => problem.code(),
            Problem::Audit(found) => found.problem.audit().code(),
            Problem::More(more) => more.code,
        }
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        match &self.problem {
            Problem::Plan(_) => Severity::Error,
            Problem::Lint(problem) => problem.entry().severity(),
            Problem::Submission(problem) => problem.severity(),
            Problem::Judgement(problem) => problem.severity(),
            Problem::Run(problem) => problem.severity(),
            Problem::Audit(found) => found.severity(),
            Problem::More(more) => more.severity,
        }
    }
}

/// Every kind of finding.
pub fn entries() -> impl Iterator<Item = &'static Entry> {
    [LintProblem::ENTRIES].into_iter().flatten()
}

/// The kind that has the page of a code.
pub fn entry(code: &str) -> Option<&'static Entry> {
    entries().find(|entry| entry.code == code && entry.pages.is_some())
}

/// How many findings a list stands for.
pub fn count<'d>(found: impl IntoIterator<Item = &'d Diagnostic>) -> u64 {
    found.into_iter().map(Diagnostic::count).sum()
}

impl From<PlanProblem> for Problem {
    fn from(problem: PlanProblem) -> Self {
        Self::Plan(problem)
    }
}

impl From<LintProblem> for Problem {
    fn from(problem: LintProblem) -> Self {
        Self::Lint(problem)
    }
}

impl From<SubmissionProblem> for Problem {
    fn from(problem: SubmissionProblem) -> Self {
        Self::Submission(problem)
    }
}

impl From<JudgementProblem> for Problem {
    fn from(problem: JudgementProblem) -> Self {
        Self::Judgement(problem)
    }
}

impl From<RunProblem> for Problem {
    fn from(problem: RunProblem) -> Self {
        Self::Run(problem)
    }
}

impl From<AuditFinding> for Problem {
    fn from(found: AuditFinding) -> Self {
        Self::Audit(found)
    }
}

#[cfg(test)]
mod tests;
