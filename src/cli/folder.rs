//! A folder that a file for each region is written into.

use std::fs;
use std::path::{Path, PathBuf};

use dabiao::diagnostic::{Diagnostic, OutputProblem};
use dabiao::render::FileFormat;

use super::Failure;
use super::guard::unwritable;

/// Makes it, unless it is there; the one that it lies in has to be there.
pub(super) fn make(folder: &Path) -> Result<(), Failure> {
    if folder.is_dir() {
        return Ok(());
    }
    if folder.exists() {
        let path = folder.display().to_string();
        return Err(Diagnostic::whole(OutputProblem::NotAFolder { path }).into());
    }
    fs::create_dir(folder).map_err(|error| Diagnostic::whole(unwritable(folder, &error)).into())
}

/// A file in it, by its name without an ending.
pub(super) fn file(folder: &Path, name: &str, format: FileFormat) -> PathBuf {
    folder.join(format!("{name}.{}", format.endings().first().unwrap_or(&"")))
}
