//! How verdicts are distributed, and how a run ends.

use super::Column;
use crate::diagnostic::{Audit, AuditStatus, Diagnostic, Severity};
use crate::term::{Attribute, FailOn, Outcome, Standing};

/// How many verdicts there are of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    counts: [[u64; Outcome::ALL.len()]; Attribute::ALL.len()],
}

/// How a run ends. The numbers are frozen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Exit {
    /// Complete, and nothing failed at `--fail-on`.
    Passed = 0,
    /// Something failed.
    Failed = 1,
    /// Usage, plan or I/O trouble; nothing was judged.
    Unusable = 2,
    /// The submission could not be judged whole.
    Incomplete = 3,
}

/// How a run ends, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Conclusion {
    /// Complete, and everything due is met.
    AllPassed,
    /// Complete; all that falls short is waived.
    Waived,
    /// Complete, and nothing was due.
    NothingDue,
    /// Complete; what fell short is not covered by `--fail-on`.
    NotCovered,
    /// Complete, and something fell short.
    Failed,
    /// Nothing was judged.
    Unusable,
    /// Something due could not be judged.
    Incomplete,
    /// All that is reported was judged, but there are errors elsewhere.
    ErrorsElsewhere,
}

impl Conclusion {
    /// All.
    pub const ALL: [Self; 8] = [
        Self::AllPassed,
        Self::Waived,
        Self::NothingDue,
        Self::NotCovered,
        Self::Failed,
        Self::Unusable,
        Self::Incomplete,
        Self::ErrorsElsewhere,
    ];
}

impl Exit {
    /// The process's exit code.
    pub fn code(self) -> u8 {
        self as u8
    }
}

impl Tally {
    /// Counts the verdicts of a column.
    pub(crate) fn add(&mut self, attribute: Attribute, column: &Column) {
        let counts = &mut self.counts[attribute as usize];
        for (sum, count) in counts.iter_mut().zip(column.counts()) {
            *sum += count;
        }
    }

    /// Counts a verdict.
    pub(super) fn count(&mut self, attribute: Attribute, outcome: Outcome) {
        self.counts[attribute as usize][outcome as usize] += 1;
    }

    /// How many verdicts have that outcome.
    pub fn outcome(&self, outcome: Outcome) -> u64 {
        self.counts.iter().map(|counts| counts[outcome as usize]).sum()
    }

    /// How many verdicts on indicators with that attribute have that outcome.
    pub fn of(&self, attribute: Attribute, outcome: Outcome) -> u64 {
        self.counts[attribute as usize][outcome as usize]
    }

    /// How many verdicts there are on indicators with that attribute.
    pub fn total_of(&self, attribute: Attribute) -> u64 {
        self.counts[attribute as usize].iter().sum()
    }

    /// How many verdicts count as that.
    pub fn standing(&self, standing: Standing) -> u64 {
        Attribute::ALL.into_iter().map(|of| self.standing_of(of, standing)).sum()
    }

    /// How many verdicts on indicators with that attribute count as that.
    pub fn standing_of(&self, attribute: Attribute, standing: Standing) -> u64 {
        let is = |outcome: &Outcome| outcome.standing() == standing;
        Outcome::ALL.into_iter().filter(is).map(|outcome| self.of(attribute, outcome)).sum()
    }

    /// How many verdicts on indicators with that attribute were due: what was required
    /// holds, does not hold, or could not be judged.
    pub fn due_of(&self, attribute: Attribute) -> u64 {
        let due = [Standing::Pass, Standing::Fail, Standing::Incomplete];
        due.into_iter().map(|standing| self.standing_of(attribute, standing)).sum()
    }

    /// How many failures fail the run.
    pub fn failures(&self, fail_on: FailOn) -> u64 {
        let included = Attribute::ALL.into_iter().filter(|attribute| fail_on.includes(*attribute));
        included.map(|attribute| self.standing_of(attribute, Standing::Fail)).sum()
    }

    /// How many verdicts there are.
    pub fn total(&self) -> u64 {
        self.counts.iter().flatten().sum()
    }

    /// Nothing falls short, something holds, and nothing is left open.
    pub fn is_all_well(&self) -> bool {
        let none = |standing| self.standing(standing) == 0;
        !none(Standing::Pass)
            && none(Standing::Fail)
            && none(Standing::Incomplete)
            && self.outcome(Outcome::Waived) == 0
    }

    /// Why a run ends as it does.
    pub(super) fn conclusion(&self, exit: Exit) -> Conclusion {
        let any = |standing| self.standing(standing) > 0;
        match exit {
            Exit::Passed if any(Standing::Fail) => Conclusion::NotCovered,
            Exit::Passed if self.outcome(Outcome::Waived) > 0 => Conclusion::Waived,
            Exit::Passed if any(Standing::Pass) => Conclusion::AllPassed,
            Exit::Passed => Conclusion::NothingDue,
            Exit::Failed => Conclusion::Failed,
            Exit::Unusable => Conclusion::Unusable,
            Exit::Incomplete if any(Standing::Incomplete) || self.total() == 0 => {
                Conclusion::Incomplete
            }
            Exit::Incomplete => Conclusion::ErrorsElsewhere,
        }
    }

    /// How the run ends: what could not be judged weighs more than what failed.
    pub(crate) fn exit(&self, fail_on: FailOn, diagnostics: &[Diagnostic]) -> Exit {
        let faulty = diagnostics.iter().any(|found| found.severity() == Severity::Error);
        if faulty || self.standing(Standing::Incomplete) > 0 || self.total() == 0 {
            Exit::Incomplete
        } else if self.failures(fail_on) > 0 {
            Exit::Failed
        } else {
            Exit::Passed
        }
    }
}

/// How many findings of audits there are of each kind, those not listed included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AuditTally {
    /// 强制性: the row can't be used.
    pub hard: u64,
    /// 核实性: the row has to be explained, and is not.
    pub open: u64,
    /// 核实性, and explained.
    pub explained: u64,
}

impl AuditTally {
    /// What a list of findings holds.
    pub(crate) fn of(found: &[Diagnostic]) -> Self {
        let mut tally = Self::default();
        for found in found.iter().filter(|found| Audit::of_code(found.code()).is_some()) {
            match found.severity() {
                Severity::Error => tally.hard += found.count(),
                Severity::Warning => tally.open += found.count(),
                Severity::Note => tally.explained += found.count(),
            }
        }
        tally
    }

    /// Counts one.
    pub(crate) fn add(&mut self, status: &AuditStatus) {
        match status {
            AuditStatus::Hard => self.hard += 1,
            AuditStatus::Open => self.open += 1,
            AuditStatus::Explained { .. } => self.explained += 1,
        }
    }

    /// Counts those of another.
    pub(crate) fn absorb(&mut self, other: Self) {
        self.hard += other.hard;
        self.open += other.open;
        self.explained += other.explained;
    }

    /// Whether nothing was found.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}
