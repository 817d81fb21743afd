//! A folder that a file for each region is written into.

use std::fs;
use std::path::{Path, PathBuf};

use dabiao::diagnostic::{Diagnostic, OutputProblem};
use dabiao::render::FileFormat;

use super::Failure;
use super::guard::{Destination, Guard, unwritable};

/// So many files are written in one run.
pub(super) const MOST: usize = 5_000;

/// That there would be more.
pub(super) fn too_many(files: usize) -> Failure {
    Diagnostic::whole(OutputProblem::TooManyFiles { files, most: MOST }).into()
}

/// The files of these names, without their endings, in a folder, which is made if it is not
/// there.
pub(super) fn destinations(
    mut guard: Guard,
    folder: &Path,
    names: &[String],
    format: FileFormat,
) -> Result<Vec<Destination>, Failure> {
    let files = names.len();
    if files > MOST {
        return Err(too_many(files));
    }
    if files > 0 {
        make(folder).map_err(Diagnostic::whole)?;
    }
    let ending = format.endings().first().copied().unwrap_or_default();
    let paths = names.iter().map(|name| folder.join(format!("{name}.{ending}")));
    let found = paths.filter_map(|path| guard.writes(&path, Some(format), &[format])).collect();
    guard.finish()?;
    Ok(found)
}

/// Makes it, unless it is there; the one that it lies in has to be there.
fn make(folder: &Path) -> Result<(), OutputProblem> {
    if folder.is_dir() {
        return Ok(());
    }
    // A file is none by the name of a folder.
    let bare: &Path = &folder.components().collect::<PathBuf>();
    if bare.exists() {
        return Err(OutputProblem::NotAFolder { path: folder.display().to_string() });
    }
    fs::create_dir(folder).map_err(|error| unwritable(folder, &error))
}
