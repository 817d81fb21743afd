//! What is wrong, where it stands, and which rule is touched.
//!
//! A diagnostic holds facts, and what is told of them in each language stands in one entry
//! of its kind, with its code, its weight and its page.

#[macro_use]
mod entry;

mod audit;
mod faults;
mod findings;
mod judgement;
mod lint;
mod more;
mod plan;
mod refusal;
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
use entry::shortened;
pub use entry::{Entry, Message, Page, Weight};
pub use faults::Faults;
pub use findings::{Findings, bounded};
pub use judgement::{
    Doubt, Headroom, JudgementProblem, NoRollUp, Outside, RestProblem, Rounded, Slide, Thin,
};
pub use lint::LintProblem;
pub use more::More;
pub use plan::{AppliesProblem, DivisionProblem, KeyProblem, Kind, PlanProblem, TargetProblem};
pub use refusal::Refusal;
pub use run::{ComparisonProblem, InputProblem, OutputProblem, ReportBound, ReportKey};
pub use subject::{SeriesName, Subject};
pub use submission::{
    Binary, Bulk, Container, Foreign, Limit, NoCells, NumberField, RegionSource, SaidIn, SheetName,
    SubmissionProblem, Unclear, Unread, YearSource,
};

use crate::source::Place;
use crate::words::{Lang, nested};

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

/// Every kind of problem, by its theme; all that is told of each is in its entry.
macro_rules! themes {
    ($($(#[$doc:meta])* $Theme:ident($Problem:ty),)+) => {
        /// Every kind of problem, by its theme.
        #[non_exhaustive]
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Problem {
            $($(#[$doc])* $Theme($Problem),)+
            /// More of one code than are listed.
            More(More),
        }

        impl Problem {
            /// The stable code, `layer/what`.
            pub fn code(&self) -> &'static str {
                match self {
                    $(Self::$Theme(problem) => problem.entry().code,)+
                    Self::More(more) => more.code,
                }
            }

            /// How much it weighs.
            pub fn severity(&self) -> Severity {
                match self {
                    $(Self::$Theme(problem) => problem.severity(),)+
                    Self::More(more) => more.severity,
                }
            }

            /// What it says.
            pub fn message(&self, lang: Lang) -> Message {
                let Message { title, help, flags } = match self {
                    $(Self::$Theme(problem) => problem.message(lang),)+
                    Self::More(more) => more.message(lang),
                };
                let told = |text: String| nested(shortened(text));
                Message { title: told(title), help: help.map(told), flags: flags.map(told) }
            }

            /// How many findings it stands for.
            pub fn count(&self) -> u64 {
                match self {
                    $(Self::$Theme(_) => 1,)+
                    Self::More(more) => more.count(),
                }
            }

            /// One of each kind, and more where a field has several kinds.
            #[cfg(test)]
            fn samples() -> Vec<Self> {
                let mut all = Vec::new();
                $(all.extend(<$Problem>::samples().into_iter().map(Self::$Theme));)+
                all
            }
        }

        /// Every kind of finding.
        pub fn entries() -> impl Iterator<Item = &'static Entry> {
            [$(<$Problem>::ENTRIES),+].into_iter().flatten()
        }

        $(impl PartialEq<$Problem> for Problem {
            fn eq(&self, other: &$Problem) -> bool {
                matches!(self, Self::$Theme(problem) if problem == other)
            }
        })+

        $(impl From<$Problem> for Problem {
            fn from(problem: $Problem) -> Self {
                Self::$Theme(problem)
            }
        })+
    };
}

// Here are the themes; how an entry is written is told in `entry.rs`.
themes! {
    /// In a key of a rule file, or in the file.
    Key(KeyProblem),
    /// In the target of a rule.
    Target(TargetProblem),
    /// In whom a rule concerns.
    Applies(AppliesProblem),
    /// In a plan as a whole.
    Plan(PlanProblem),
    /// In the table of regions' targets that a plan names.
    Division(DivisionProblem),
    /// In rules that load.
    Lint(LintProblem),
    /// Found by auditing what was sent.
    Audit(AuditFinding),
    /// In what was sent.
    Submission(SubmissionProblem),
    /// Found while judging.
    Judgement(JudgementProblem),
    /// In what verdicts rest on beside a region's own row.
    Rest(RestProblem),
    /// In the files and names that were given.
    Input(InputProblem),
    /// In what is to be written.
    Output(OutputProblem),
    /// In two runs that are to be compared.
    Comparison(ComparisonProblem),
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

    /// All that it says, in every language.
    pub(crate) fn texts(&self) -> impl Iterator<Item = String> {
        Lang::ALL.into_iter().flat_map(|lang| {
            let Message { title, help, flags } = self.problem.message(lang);
            std::iter::once(title).chain(help).chain(flags)
        })
    }

    /// The stable code, `layer/what`.
    pub fn code(&self) -> &'static str {
        self.problem.code()
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }
}

/// The kind that has the page of a code.
pub fn entry(code: &str) -> Option<&'static Entry> {
    entries().find(|entry| entry.code == code && entry.pages.is_some())
}

/// How many findings a list stands for.
pub fn count<'d>(found: impl IntoIterator<Item = &'d Diagnostic>) -> u64 {
    found.into_iter().map(Diagnostic::count).sum()
}

#[cfg(test)]
mod tests;
