//! Findings a line each, by file and region: the cell, the indicator, what is wrong, what to
//! do, and the rule.

use std::collections::BTreeMap;

use super::terminal::filled;
use super::{Ink, Style, diagnostics, plain, sentence};
use crate::diagnostic::{self, Diagnostic, Message, Problem, Severity};
use crate::source::Place;

/// What is to be done is told once where so many findings say the same.
const OFTEN: usize = 3;

/// The findings, a line each, and how many there are. Those in rules are drawn: who writes a
/// rule looks at it; and so are all, if that is asked for.
pub fn findings(found: &[Diagnostic], all_drawn: bool, style: Style) -> String {
    let (drawn, told): (Vec<&Diagnostic>, Vec<_>) =
        found.iter().partition(|found| all_drawn || is_in_rules(found));
    let mut page = diagnostics(drawn, style);
    let lines: Vec<Told<'_>> = told.iter().map(|found| Told::of(found, style)).collect();
    let owners = owners(&lines);
    let mut helps: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for line in &lines {
        let help = line.message.help.as_deref();
        help.into_iter().for_each(|help| *helps.entry((line.found.code(), help)).or_default() += 1);
    }
    helps.retain(|_, count| *count >= OFTEN);
    let mut last = None;
    for line in sorted(&lines) {
        let file = line.found.place.as_ref().map(|place| &*place.file);
        let owner = file.and_then(|file| owners.get(file)).copied().flatten();
        if let Some(file) = file.filter(|_| last != file) {
            let head = format!("{} {}", plain::line(file), owner.unwrap_or_default());
            page.push_str(&filled("", &head, style.width));
        }
        last = file;
        page.push_str(&line.written(owner.is_some(), &helps, style));
    }
    for (code, help) in helps.keys() {
        let words = style.lang.words();
        let start = format!("{}[{code}]{}", words.help, words.colon);
        page.push_str(&filled("", &format!("{start}{help}"), style.width));
    }
    if diagnostic::count(told.iter().copied()) > 1 {
        let count = |severity| {
            let of = told.iter().copied().filter(|found| found.severity() == severity);
            (severity, diagnostic::count(of))
        };
        let counts = Severity::ALL.map(count).into_iter().filter(|(_, count)| *count > 0);
        let is_any_placed = told.iter().any(|found| found.place.is_some());
        let counted = style.lang.findings_counted(counts, is_any_placed);
        page.push_str(&filled("", &counted, style.width));
    }
    if !told.is_empty() {
        page.push('\n');
    }
    page
}

/// Whether it is in a file that says how to judge or to run, and not in what was sent.
fn is_in_rules(found: &Diagnostic) -> bool {
    match found.problem {
        Problem::Key(_)
        | Problem::Target(_)
        | Problem::Applies(_)
        | Problem::Plan(_)
        | Problem::Division(_)
        | Problem::Lint(_) => true,
        // What was typed has no line.
        Problem::Input(_) | Problem::Output(_) | Problem::Comparison(_) => {
            found.place.as_ref().is_some_and(|place| place.line.is_some())
        }
        Problem::Audit(_)
        | Problem::Submission(_)
        | Problem::Judgement(_)
        | Problem::Rest(_)
        | Problem::More(_) => false,
    }
}

/// A finding, what it says, and whose figure it is about.
struct Told<'d> {
    found: &'d Diagnostic,
    message: Message,
    region: Option<&'d str>,
}

/// The only region that a file's findings are about, if there is one.
fn owners<'d>(lines: &[Told<'d>]) -> BTreeMap<&'d str, Option<&'d str>> {
    let mut owners = BTreeMap::new();
    for line in lines {
        if let Some(place) = &line.found.place {
            let owner = owners.entry(&*place.file).or_insert(line.region);
            *owner = owner.filter(|owner| Some(*owner) == line.region);
        }
    }
    owners
}

/// By file and region in the order in which each comes first, those without a place last;
/// then by line.
fn sorted<'t, 'd>(lines: &'t [Told<'d>]) -> Vec<&'t Told<'d>> {
    let key = |line: &Told<'d>| (line.found.place.as_ref().map(|place| &*place.file), line.region);
    let mut files = BTreeMap::new();
    let mut regions = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        let (file, region) = key(line);
        files.entry(file).or_insert(at);
        regions.entry((file, region)).or_insert(at);
    }
    let mut sorted: Vec<&Told<'d>> = lines.iter().collect();
    sorted.sort_by_key(|line| {
        let (file, region) = key(line);
        let number = line.found.place.as_ref().and_then(Place::line_number);
        (file.is_none(), files.get(&file), regions.get(&(file, region)), number)
    });
    sorted
}

impl<'d> Told<'d> {
    fn of(found: &'d Diagnostic, style: Style) -> Self {
        let region = found.subject.as_deref().and_then(|subject| subject.region.as_ref());
        let region = region.map(|region| style.lang.name(&region.name));
        Self {
            found,
            message: found.problem.message(style.lang).for_who_runs_it(style.lang),
            region,
        }
    }

    /// The weight, the region unless it is said above, the cell, the indicator, what is wrong
    /// and what to do; then what else it points at, and its code.
    fn written(
        &self,
        is_owned: bool,
        helps: &BTreeMap<(&str, &str), usize>,
        style: Style,
    ) -> String {
        let (lang, words, found) = (style.lang, style.lang.words(), self.found);
        let cell = found.place.as_ref().and_then(|place| sentence::cell(place, style.lang));
        let series = found.subject.iter().flat_map(|subject| &subject.series);
        let is_told =
            series.clone().all(|series| self.message.title.contains(lang.name(&series.name)));
        let series = lang.list(series.map(|series| lang.name(&series.name)));
        let series = Some(series).filter(|it| !is_told && !it.is_empty());
        let is_named = |region: &&str| !is_owned && !self.message.title.contains(region);
        let region = self.region.filter(is_named).map(str::to_owned);
        let whose: Vec<String> = region.into_iter().chain(cell).chain(series).collect();
        let mut text = match whose.as_slice() {
            [] => self.message.title.clone(),
            whose => format!("{}{}{}", whose.join(" "), words.colon, self.message.title),
        };
        let help = self.message.help.as_deref();
        let help = help.filter(|help| !helps.contains_key(&(found.code(), *help)));
        help.into_iter().for_each(|help| text = lang.what_to_do(&text, help));
        let seen = found.related.iter().map(|place| (words.also_here, place));
        let places = seen.chain(found.rule.iter().map(|place| (words.rule, place)));
        let places = places.map(|(word, place)| format!("{word} {}", sentence::spot(place)));
        let places: Vec<String> = places.collect();
        if !places.is_empty() {
            text.push_str(&lang.in_brackets(&places.join(lang.ci_words().clause)));
        }
        let start = if found.place.is_none() { "" } else { "  " };
        let weight = lang.severity(found.severity());
        let text = format!("{text} [{}]", found.code());
        let line = filled(&format!("{start}{weight} "), &text, style.width);
        // What weighs is bold, and an error is red.
        let bold = |ink: &str| line.replacen(weight, &format!("{BOLD}{ink}{weight}{PLAIN}"), 1);
        match (style.color, found.severity()) {
            (true, Severity::Error) => bold(&format!("\u{1B}[38;5;{}m", Ink::Red.code())),
            (true, Severity::Warning) => bold(""),
            (true, Severity::Note) | (false, _) => line,
        }
    }
}

const BOLD: &str = "\u{1B}[1m";
const PLAIN: &str = "\u{1B}[0m";
