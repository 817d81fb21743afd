//! `dabiao.toml`: what it says becomes flags, as if they had been typed.

mod layout;
mod reach;

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};

use clap::parser::ValueSource;
use clap::{ArgMatches, Command};
use dabiao::diagnostic::{Diagnostic, InputProblem};
use dabiao::plan::{Setting, Settings, YEAR};
use dabiao::render::FileFormat;
use dabiao::source::Place;

use super::args::{ReportArg, report};
use super::explain::is_code;
use super::inputs::{is_no_file, unreadable};
use super::{Failure, files};

pub(crate) use layout::Layout;
use layout::{is_pattern, within};
use reach::Reach;

/// The name of the file.
pub(super) const NAME: &str = "dabiao.toml";
/// Set to anything but 0, no file is looked for.
const OFF: &str = "DABIAO_NO_CONFIG";

/// What settings add to what was typed.
pub(super) struct Added {
    /// As they are typed, the file itself among them.
    pub(super) flags: Vec<OsString>,
    /// Behind how many words they stand.
    pub(super) after: usize,
    pub(super) layout: Option<Layout>,
    /// What is said of it.
    pub(super) notes: Vec<Diagnostic>,
}

/// Looks for settings that a command is to have beside what was typed.
pub(super) fn added(command: &Command, typed: &ArgMatches) -> Result<Option<Added>, Failure> {
    let (typed, after) = innermost(command, typed);
    // The page of a code needs no settings, and may be about theirs; all pages are asked for
    // where no indicator is.
    let is_page = typed.command.get_name() == "explain"
        && typed.matches.get_one("indicator").is_none_or(|text: &String| is_code(text));
    if is_page || !typed.takes("plan") {
        return Ok(None);
    }
    let Some((path, is_named)) = path(&typed)? else { return Ok(None) };
    if !is_named && is_no_file(&path) {
        let path = path.display().to_string();
        return Err(Diagnostic::whole(InputProblem::NotAFile { path }).into());
    }
    let reach = Reach::of(&path, is_named);
    if let Some(problem) = reach.file(&path) {
        return Err(Diagnostic::whole(problem).into());
    }
    let (taken, faults) = (Vec::new(), Vec::new());
    let mut flags = Flags { folder: folder(&path), reach, typed: &typed, taken, faults };
    let mut layout = None;
    for file in files::texts(std::slice::from_ref(&path), Vec::new())? {
        let (settings, faults) = Settings::load(&file);
        flags.faults = faults;
        layout = flags.take(settings);
    }
    let Flags { taken, mut faults, .. } = flags;
    if !faults.is_empty() {
        faults.sort_by_key(|fault| fault.place.as_ref().and_then(Place::line_number));
        return Err(faults.into());
    }
    let mut notes = Vec::new();
    if !taken.is_empty() {
        let taken = taken.iter().map(|flag| flag.to_string_lossy().into_owned()).collect();
        notes.push(InputProblem::Settings { path: path.display().to_string(), taken });
    }
    let file = (!is_named && !taken.is_empty()).then(|| flag("config", path.as_os_str()));
    let has_history = taken.iter().any(|flag| flag.as_encoded_bytes().starts_with(b"--history="));
    if typed.judges() && typed.lacks("history") && !has_history {
        notes.push(InputProblem::NoHistory);
    }
    let flags = file.into_iter().chain(taken).collect();
    let notes = notes.into_iter().map(Diagnostic::whole).collect();
    Ok(Some(Added { flags, after, layout, notes }))
}

/// The file that is named, and that it is; else the first here or above.
fn path(typed: &Typed<'_>) -> Result<Option<(PathBuf, bool)>, Failure> {
    if let Some(path) = typed.matches.get_one::<PathBuf>("config") {
        return Ok(Some((path.clone(), true)));
    }
    let is_off = std::env::var_os(OFF).is_some_and(|off| !off.is_empty() && off != "0");
    let Ok(here) = std::env::current_dir() else { return Ok(None) };
    if is_off || typed.matches.get_flag("no_config") {
        return Ok(None);
    }
    let mut folder = PathBuf::new();
    for _ in here.ancestors() {
        let path = folder.join(NAME);
        match path.symlink_metadata() {
            Ok(_) => return Ok(Some((path, false))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => folder.push(".."),
            Err(error) => return Err(Diagnostic::whole(unreadable(&path, &error)).into()),
        }
    }
    Ok(None)
}

/// The folder that the paths in a file are relative to; empty where it lies here.
fn folder(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new(""))
}

/// What was typed behind a command.
struct Typed<'m> {
    command: &'m Command,
    matches: &'m ArgMatches,
}

/// The command that runs, and behind how many words its own begin.
fn innermost<'m>(mut command: &'m Command, mut matches: &'m ArgMatches) -> (Typed<'m>, usize) {
    let mut after = 1;
    while let Some((name, inner)) = matches.subcommand()
        && let Some(named) = command.find_subcommand(name)
    {
        (command, matches) = (named, inner);
        after += 1;
    }
    (Typed { command, matches }, after)
}

impl Typed<'_> {
    /// Whether the command has such an argument. What was typed tells that in debug builds
    /// alone.
    fn takes(&self, id: &str) -> bool {
        self.command.get_arguments().any(|argument| argument.get_id() == id)
    }

    /// Whether the command ends by how the submission was judged.
    fn judges(&self) -> bool {
        ["check", "letters"].contains(&self.command.get_name())
    }

    /// Whether the command has such an argument, and it was not typed.
    fn lacks(&self, id: &str) -> bool {
        self.takes(id) && self.matches.value_source(id) != Some(ValueSource::CommandLine)
    }

    /// The submissions that were named.
    fn paths(&self) -> Vec<&Path> {
        let ids = ["paths", "old", "new"].into_iter();
        let values = ids.filter_map(|id| self.matches.try_get_raw(id).ok().flatten());
        values.flatten().map(Path::new).collect()
    }
}

/// Flags that are taken from settings.
struct Flags<'a> {
    folder: &'a Path,
    reach: Reach<'a>,
    typed: &'a Typed<'a>,
    taken: Vec<OsString>,
    faults: Vec<Diagnostic>,
}

impl Flags<'_> {
    /// Takes what was not typed, and passes on the layout of the years.
    fn take(&mut self, settings: Settings) -> Option<Layout> {
        let Settings { plan, years, history, waivers, reports, regions, fail_on, language } =
            settings;
        self.paths("plan", plan);
        self.paths("waivers", waivers);
        let has_history = !history.is_empty() || !self.typed.lacks("history");
        self.paths("history", history);
        let is_written = self.typed.judges() && self.typed.lacks("report");
        let reports = reports.into_iter().filter_map(|Setting { text, place }| {
            let report = written(self.folder, &text).ok_or(InputProblem::BadReport { text });
            let report = report.and_then(|(report, path)| {
                let beyond = is_written.then(|| self.reach.file(&path)).flatten();
                beyond.map_or(Ok(report), Err)
            });
            self.sound(report, place)
        });
        let reports: Vec<OsString> = reports.collect();
        self.add("region", regions.into_iter().map(|it| it.text.into()).collect());
        // A comparison and trends are other documents, and to get worse is another thing than
        // to fall short.
        let fail_on = fail_on.filter(|_| self.typed.judges());
        if self.typed.judges() {
            self.add("report", reports);
        }
        self.add("fail-on", fail_on.into_iter().map(|it| it.text.into()).collect());
        self.add("lang", language.into_iter().map(|it| it.text.into()).collect());
        let Setting { text, place } = years?;
        let lacks = InputProblem::LayoutWithoutYear { text: text.clone() };
        let is_sound = if text.contains(YEAR) { Ok(text) } else { Err(lacks) };
        let text = is_sound.and_then(|text| self.reach.pattern(&text).map_or(Ok(text), Err));
        let text = self.sound(text, place.clone())?;
        let layout = Layout { folder: self.folder.to_owned(), text };
        self.year(&layout, has_history, &place);
        Some(layout)
    }

    fn sound<T>(&mut self, found: Result<T, InputProblem>, place: Place) -> Option<T> {
        found.map_err(|problem| self.faults.push(Diagnostic::at(problem, place))).ok()
    }

    /// What is wrong with a path that leads beyond the settings.
    fn beyond(&self, name: &str, text: &str, path: &Path) -> Option<InputProblem> {
        match name {
            "plan" => self.reach.rules(path),
            "history" => self.reach.pattern(text).or_else(|| self.reach.submissions(path)),
            _ => self.reach.file(path),
        }
    }

    fn paths(&mut self, name: &str, settings: Vec<Setting>) {
        let is_taken = self.typed.lacks(name);
        let paths = settings.into_iter().filter_map(|Setting { text, place }| {
            let path = within(self.folder, Path::new(&text));
            let is_there = path.exists() || name == "history" && is_pattern(&text);
            let path = match is_there {
                true if is_taken => self.beyond(name, &text, &path).map_or(Ok(path), Err),
                true => Ok(path),
                false => Err(InputProblem::NoSuchFile { path: path.display().to_string() }),
            };
            self.sound(path.map(PathBuf::into_os_string), place)
        });
        let paths = paths.collect();
        self.add(name, paths);
    }

    /// Adds a flag as often as it has values, unless it was typed.
    fn add(&mut self, name: &str, values: Vec<OsString>) {
        if self.typed.lacks(&name.replace('-', "_")) {
            self.taken.extend(values.iter().map(|value| flag(name, value)));
        }
    }

    /// Adds the year that is asked for by itself, and those before as its history.
    fn year(&mut self, layout: &Layout, has_history: bool, place: &Place) {
        let paths = self.typed.paths();
        let mut years = Vec::new();
        for path in &paths {
            match layout.meant(path) {
                Ok(Some((year, meant))) => {
                    years.push(year);
                    self.reached(&meant, place);
                }
                Ok(None) => {}
                Err(problem) => self.faults.push(Diagnostic::whole(problem)),
            }
        }
        if let ([year], [_]) = (&years[..], &paths[..]) {
            self.add("year", vec![year.to_string().into()]);
        }
        let typed = self.typed.matches.try_get_one::<u16>("year").ok().flatten();
        let first = years.iter().min().or(typed).copied();
        let all =
            (self.typed.command.get_name() == "trend" && paths.is_empty()).then_some(u16::MAX);
        if let Some(first) = first.or(all).filter(|_| !has_history) {
            let before = layout.years().into_iter().filter(|year| *year < first);
            let before: Vec<PathBuf> = before.map(|year| layout.of(year)).collect();
            if self.typed.takes("history") {
                before.iter().for_each(|path| self.reached(path, place));
            }
            self.add("history", before.into_iter().map(PathBuf::into_os_string).collect());
        }
    }

    /// Looks at the submissions of a year, which nobody named one by one.
    fn reached(&mut self, path: &Path, place: &Place) {
        if let Some(problem) = self.reach.submissions(path) {
            self.faults.push(Diagnostic::at(problem, place.clone()));
        }
    }
}

fn flag(name: &str, value: &OsStr) -> OsString {
    let mut flag = OsString::from(format!("--{name}="));
    flag.push(value);
    flag
}

/// A report of the settings, as it is typed, and its file.
fn written(folder: &Path, text: &str) -> Option<(OsString, PathBuf)> {
    let ReportArg { format, path } = report::parse(text.into(), &report::formats()).ok()?;
    let path = path?;
    let name = path.file_name()?.to_string_lossy();
    let format = format.or_else(|| FileFormat::of_name(&name, &report::formats()))?;
    let mut report = OsString::from(format!("{}=", format.word()));
    let path = within(folder, &path);
    report.push(&path);
    Some((report, path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::command;

    /// What was typed knows of no argument here, as in a release build it knows of any.
    #[test]
    fn what_a_command_takes_is_asked_of_its_definition() {
        let (commands, matches) = (command(), ArgMatches::default());
        for (words, plan, history, regions) in [
            (&["check"][..], true, true, true),
            (&["tidy"], true, false, false),
            (&["template"], true, true, true),
            (&["plan", "show"], true, false, false),
            (&["plan", "new"], false, false, false),
            (&["plan", "schema"], false, false, false),
            (&["completions"], false, false, false),
            (&["man"], false, false, false),
        ] {
            let inner = words.iter().fold(&commands, |outer, word| {
                outer.find_subcommand(word).expect("a command of that name")
            });
            let typed = Typed { command: inner, matches: &matches };
            let takes = ["plan", "history", "region"].map(|id| typed.takes(id));
            assert_eq!(takes, [plan, history, regions], "{words:?}");
        }
    }
}
