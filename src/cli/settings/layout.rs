//! Where the files of each year lie that settings name.

use std::path::{Path, PathBuf};

use dabiao::diagnostic::InputProblem;
use dabiao::plan::YEAR;

use crate::cli::inputs::real;
use crate::cli::pattern;

/// Where the submissions of a year lie.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    pub(super) folder: PathBuf,
    pub(super) text: String,
}

impl Layout {
    /// The path, or the pattern, of a year.
    pub(super) fn of(&self, year: impl ToString) -> PathBuf {
        within(&self.folder, Path::new(&self.text.replace(YEAR, &year.to_string())))
    }

    /// What is there of a year.
    fn found(&self, year: impl ToString) -> Vec<PathBuf> {
        let path = self.of(year);
        match path.exists() {
            true => vec![path],
            false => pattern::matches(&path).and_then(Result::ok).unwrap_or_default(),
        }
    }

    /// The years of which something is there.
    pub(super) fn years(&self) -> Vec<u16> {
        let found = self.found("[12][0-9][0-9][0-9]");
        let is_named = |year: &u16| {
            let year = year.to_string();
            found.iter().any(|path| path.to_string_lossy().contains(&year))
        };
        let years = YEARS.filter(is_named);
        years.filter(|year| !self.found(year).is_empty()).collect()
    }

    /// What is there of all years. A file whose own name says the year is none of it.
    pub(in crate::cli) fn places(&self) -> Places {
        let name = Path::new(&self.text).file_name().unwrap_or_default();
        let is_by_name = name.to_string_lossy().contains(YEAR);
        let of_year = |year| self.found(year).into_iter().map(move |path| (year, path));
        let found = self.years().into_iter().flat_map(of_year);
        let found = found.filter(|(_, path)| !is_by_name || path.is_dir());
        Places(found.map(|(year, path)| (year, real(&path))).collect())
    }

    /// The year that a path stands for, and where it lies; a file of that name goes before
    /// a year of which nothing is there.
    pub(in crate::cli) fn meant(
        &self,
        path: &Path,
    ) -> Result<Option<(u16, PathBuf)>, InputProblem> {
        let text = path.to_str().filter(|text| text.len() == 4);
        let year = text.and_then(|text| text.parse().ok()).filter(|year| YEARS.contains(year));
        let Some(year) = year else { return Ok(None) };
        let layout = self.of(year);
        if !path.exists() {
            return Ok(Some((year, layout)));
        }
        let found = self.found(year);
        let here = real(path);
        match found.iter().all(|found| real(found) == here) {
            true if found.is_empty() => Ok(None),
            true => Ok(Some((year, layout))),
            false => Err(InputProblem::TwoOfThatYear {
                year: year.to_string(),
                layout: layout.display().to_string(),
            }),
        }
    }
}

/// Folders of years, and files in such.
#[derive(Debug, Default)]
pub(in crate::cli) struct Places(Vec<(u16, PathBuf)>);

impl Places {
    /// The year of a file by where it lies.
    pub(in crate::cli) fn year_of(&self, file: &str) -> Option<u16> {
        if self.0.is_empty() {
            return None;
        }
        let path = real(Path::new(file));
        let mut years = self.0.iter().filter(|(_, place)| path.starts_with(place));
        let (first, _) = years.next()?;
        years.all(|(year, _)| year == first).then_some(*first)
    }
}

/// Years that can be typed.
const YEARS: std::ops::Range<u16> = 1900..2200;

pub(super) fn is_pattern(text: &str) -> bool {
    text.contains(['*', '?', '['])
}

/// A path of settings as it is seen from here. What stands for standard input elsewhere is
/// a file there, and the folder is no pattern.
pub(super) fn within(folder: &Path, path: &Path) -> PathBuf {
    let joined = folder.join(path);
    if joined == Path::new("-") {
        return Path::new(".").join(joined);
    }
    match (folder.to_str(), path.to_str()) {
        (Some(folder), Some(path))
            if is_pattern(folder) && is_pattern(path) && !joined.exists() =>
        {
            Path::new(&glob::Pattern::escape(folder)).join(path)
        }
        _ => joined,
    }
}
