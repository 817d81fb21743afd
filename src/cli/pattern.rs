//! Patterns: `2023/*.csv`, `**/[甲乙]*.xlsx`. Shells on Windows leave them to the programs.

use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};

use dabiao::diagnostic::InputProblem;

use super::inputs::{Listing, entries};

/// One part of a pattern.
enum Part {
    /// A name as it stands.
    Same(OsString),
    /// `**`: the folder itself, and all below it.
    Below,
    /// What names are like.
    Like(glob::Pattern),
}

impl Part {
    /// None if it is no sound pattern, though it has a sign of one: `[` without its end.
    fn of(part: Component<'_>) -> Option<Self> {
        let name = part.as_os_str();
        let text = name.to_str().filter(|text| text.contains(['*', '?', '[']));
        Some(match (text, part) {
            (Some("**"), _) => Self::Below,
            (Some(text), Component::Normal(_)) => Self::Like(glob::Pattern::new(text).ok()?),
            (Some(_) | None, _) => Self::Same(name.to_owned()),
        })
    }
}

/// What matches a path that is a pattern, in the order of the names; none if it is not.
/// Names need not be text, and what begins with a dot is meant only where the pattern does.
pub(super) fn matches(path: &Path) -> Option<Listing> {
    path.to_str().filter(|path| path.contains(['*', '?', '[']))?;
    let parts: Vec<Part> = path.components().map(Part::of).collect::<Option<_>>()?;
    Some(found(&parts))
}

fn found(parts: &[Part]) -> Listing {
    let mut found = vec![PathBuf::new()];
    for part in parts {
        let mut next = Vec::new();
        for path in found {
            match part {
                Part::Same(name) => next.push(path.join(name)),
                Part::Below => next.append(&mut below(path)?),
                Part::Like(pattern) => next.extend(inside(&path)?.filter(|path| is(pattern, path))),
            }
        }
        found = next;
    }
    found.retain(|path| path.symlink_metadata().is_ok());
    found.sort();
    found.dedup();
    Ok(found)
}

fn is(pattern: &glob::Pattern, path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let options = glob::MatchOptions { case_sensitive: !cfg!(windows), ..Default::default() };
    (!name.starts_with('.') || pattern.as_str().starts_with('.'))
        && pattern.matches_with(&name, options)
}

/// Whether `**` leads into it. Links may lead round a circle.
fn is_entered(path: &Path) -> bool {
    let is_hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    !is_hidden && path.symlink_metadata().is_ok_and(|it| it.is_dir())
}

/// What is directly inside a folder; nothing of what is none.
fn inside(folder: &Path) -> Result<impl Iterator<Item = PathBuf> + use<>, InputProblem> {
    let is_here = folder.as_os_str().is_empty();
    let place = if is_here { Path::new(".") } else { folder };
    let entries = if place.is_dir() { entries(place)? } else { Vec::new() };
    let name = move |path: PathBuf| match path.strip_prefix(".") {
        Ok(name) if is_here => name.to_owned(),
        Ok(_) | Err(_) => path,
    };
    Ok(entries.into_iter().map(name))
}

/// A folder and all below it.
fn below(folder: PathBuf) -> Listing {
    let mut all = vec![folder];
    let mut at = 0;
    while let Some(folder) = all.get(at) {
        let folders = inside(folder)?.filter(|path| is_entered(path));
        all.extend(folders);
        at += 1;
    }
    Ok(all)
}
