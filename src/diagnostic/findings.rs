//! Collecting findings without unbounded memory.

use std::sync::Arc;

use super::{Diagnostic, Severity, SubmissionProblem};
use crate::source::Place;

/// How many findings of one file, or of one run of judging, are kept.
const KEPT: usize = 1000;

/// Findings, of which the first by line are kept and the rest counted.
#[derive(Debug, Default)]
pub struct Findings {
    kept: Vec<Diagnostic>,
    seen: u64,
    /// How much the heaviest weighs, kept or not.
    worst: Option<Severity>,
}

impl Findings {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.seen += 1;
        self.weigh(Some(diagnostic.severity()));
        self.kept.push(diagnostic);
        self.trim();
    }

    /// How many there were.
    pub fn seen(&self) -> u64 {
        self.seen
    }

    /// Adds several.
    pub fn extend(&mut self, found: impl IntoIterator<Item = Diagnostic>) {
        found.into_iter().for_each(|found| self.push(found));
    }

    /// Adds all of another collection.
    pub fn absorb(&mut self, other: Self) {
        self.seen += other.seen;
        self.weigh(other.worst);
        self.kept.extend(other.kept);
        self.trim();
    }

    /// An error outweighs a warning, and a warning a note.
    fn weigh(&mut self, severity: Option<Severity>) {
        self.worst = self.worst.into_iter().chain(severity).min();
    }

    /// Blocks are read in any order, so which are the first is known by line only.
    fn trim(&mut self) {
        if self.kept.len() >= 2 * KEPT {
            self.sort();
            self.kept.truncate(KEPT);
        }
    }

    fn sort(&mut self) {
        self.kept.sort_by_key(|fault| fault.place.as_ref().and_then(Place::line_number));
    }

    /// The findings by line, and one that counts those that were not kept.
    pub fn finish(mut self, file: Option<&Arc<str>>) -> Vec<Diagnostic> {
        self.sort();
        self.kept.truncate(KEPT);
        let unseen = self.seen - self.kept.len() as u64;
        if unseen > 0 {
            let severity = self.worst.unwrap_or(Severity::Error);
            let problem = SubmissionProblem::MoreFindings { unseen, severity };
            self.kept.push(match file {
                Some(file) => Diagnostic::at(problem, Place::file(file)),
                None => Diagnostic::whole(problem),
            });
        }
        self.kept
    }
}
