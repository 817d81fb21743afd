//! What is wrong with a file, as far as it is told.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, KeyProblem};
use crate::source::Place;

/// So many faults of a file are told one by one: who wrote them all did one thing wrong.
const MOST: usize = 500;

/// So many of them are told with what may have been meant. To look for that is dear
/// among the names of a country.
const MOST_MEANT: usize = 20;

/// The faults of a file, the first of them told and the others counted.
#[derive(Default)]
pub(super) struct FileFaults {
    told: Vec<Diagnostic>,
    untold: u64,
}

impl FileFaults {
    /// Keeps a fault. It is made only if it is told, for its place costs counting lines.
    pub(super) fn push(&mut self, fault: impl FnOnce() -> Diagnostic) {
        if self.told.len() < MOST {
            self.told.push(fault());
        } else {
            self.untold += 1;
        }
    }

    /// How many there are.
    pub(super) fn count(&self) -> u64 {
        self.told.len() as u64 + self.untold
    }

    /// What may have been meant, while the faults are few.
    pub(super) fn meant(&self, find: impl FnOnce() -> Option<String>) -> Option<String> {
        if self.told.len() < MOST_MEANT { find() } else { None }
    }

    /// Takes them, by their lines, and how many are not told.
    pub(super) fn take(&mut self, file: &Arc<str>) -> Vec<Diagnostic> {
        let mut told = std::mem::take(&mut self.told);
        told.sort_by_key(|fault| fault.place.as_ref().and_then(Place::line_number));
        if self.untold > 0 {
            let problem = KeyProblem::MoreFaults { untold: self.untold };
            told.push(Diagnostic::at(problem, Place::file(file)));
        }
        self.untold = 0;
        told
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::PlanProblem;

    #[test]
    fn the_first_are_told_and_the_others_counted() {
        let mut faults = FileFaults::default();
        for _ in 0..MOST {
            faults.push(|| Diagnostic::whole(PlanProblem::NoHead));
        }
        faults.push(|| unreachable!("a fault that is not told is not made"));
        assert_eq!(faults.meant(|| unreachable!("nor is anything looked for")), None);
        let taken = faults.take(&"a.toml".into());
        assert_eq!(taken.len(), MOST + 1);
        let last = taken.last().map(|fault| fault.problem.clone());
        assert_eq!(last, Some(KeyProblem::MoreFaults { untold: 1 }.into()));
        assert!(faults.take(&"a.toml".into()).is_empty());
    }
}
