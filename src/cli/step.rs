//! The page that GitHub Actions shows as the summary of a job's step.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

use dabiao::diagnostic::{Diagnostic, OutputProblem, Refusal};

use super::harmless::harmless;
use super::identity::{self, Identity};
use super::pipe;

/// Names the file that holds it.
const STEP_SUMMARY: &str = "GITHUB_STEP_SUMMARY";

/// The file, if there is one.
pub(super) fn summary() -> Option<PathBuf> {
    std::env::var_os(STEP_SUMMARY).filter(|path| !path.is_empty()).map(PathBuf::from)
}

/// Adds a page to the summary of the step, if there is one.
pub(super) fn summarise(page: &str) -> Option<Diagnostic> {
    let path = summary()?;
    let told = path.display().to_string();
    if identity::is_read(&Identity::of(&path)) {
        return Some(Diagnostic::whole(OutputProblem::OutputIsInput { path: told }));
    }
    let mut options = OpenOptions::new();
    let file = pipe::open(&path, options.create(true).append(true));
    // A page that is there already may end without a line end.
    let page = format!("\n{}", harmless(page, false));
    let error = file.and_then(|mut file| file.write_all(page.as_bytes())).err()?;
    let reason = Refusal::of(&error);
    Some(Diagnostic::whole(OutputProblem::Unwritable { path: told, reason }))
}
