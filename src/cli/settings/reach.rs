//! How far the paths of settings reach that nobody named.
//!
//! A file of settings that is found may be anybody's: what it names lies in its folder or below,
//! links followed. One that was named on the command line may name anything.

use std::path::{Component, Path, PathBuf};

use dabiao::diagnostic::{InputProblem, Refusal};
use dabiao::plan::YEAR;

use super::layout::is_pattern;
use crate::cli::args::ReadArgs;
use crate::cli::inputs::{Inputs, Source};
use crate::cli::{files, identity};

/// How far the paths of a file of settings reach.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reach<'a> {
    settings: &'a Path,
    is_named: bool,
}

impl<'a> Reach<'a> {
    pub(super) fn of(settings: &'a Path, is_named: bool) -> Self {
        Self { settings, is_named }
    }

    /// What is wrong with a path, if what it names is beyond reach.
    pub(super) fn file(self, path: &Path) -> Option<InputProblem> {
        let found = identity::inside(identity::folder(self.settings), path);
        let is_outside = found.is_err_and(|error| Refusal::of(&error) == Refusal::Outside);
        is_outside.then(|| self.refused(path)).flatten()
    }

    /// The same of rules, or a folder of them: of each file, those of cases among them.
    pub(super) fn rules(self, path: &Path) -> Option<InputProblem> {
        let mut rules = files::rule_files(path, &mut Vec::new());
        rules.extend(files::cases_of(path).unwrap_or_default());
        self.file(path).or_else(|| rules.iter().find_map(|path| self.file(path)))
    }

    /// The same of submissions, whose path may be a pattern: of each file.
    pub(super) fn submissions(self, path: &Path) -> Option<InputProblem> {
        let found = Inputs::find(&[], &[path.to_owned()], &ReadArgs::default()).history;
        found.into_iter().find_map(|given| match given.source {
            Source::File(path) => self.file(&path),
            Source::Stdin => None,
        })
    }

    /// The same of what is written as a pattern: of the folder that it begins in. Behind that it
    /// does not lead up again.
    pub(super) fn pattern(self, written: &str) -> Option<InputProblem> {
        let folder = identity::folder(self.settings);
        let is_fixed = |part: &Component<'_>| {
            let text = part.as_os_str().to_string_lossy();
            !is_pattern(&text) && !text.contains(YEAR)
        };
        let parts = || Path::new(written).components();
        let fixed: PathBuf = parts().take_while(is_fixed).collect();
        match parts().skip_while(is_fixed).any(|part| part == Component::ParentDir) {
            true => self.refused(&folder.join(written)),
            false => self.file(&folder.join(fixed)),
        }
    }

    fn refused(self, path: &Path) -> Option<InputProblem> {
        (!self.is_named).then(|| InputProblem::BeyondSettings {
            path: path.display().to_string(),
            settings: self.settings.display().to_string(),
        })
    }
}
