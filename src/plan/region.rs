//! Regions, from `[[region]]` tables and from a roster.

use std::collections::HashSet;
use std::sync::Arc;

use super::applies::Tags;
use super::faults::FileFaults;
use super::field::{At, Called, Checker, has_control};
use super::roster::{Row, Rows};
use super::table::Table;
use super::tree::Tree;
use super::words::LEVELS;
use super::{Allow, Keys};
use crate::diagnostic::{Diagnostic, KeyProblem, PlanProblem, Problem};
use crate::source::Place;
use crate::term::{Found, LONGEST_TEXT, Level, Named, Names, Region, RegionId, RegionNames, index};
use crate::text::says_nothing;

/// The columns a roster has, and those that it may have behind them, in that order.
const ROSTER: &str = "code,name,level,within";
const MORE: [&str; 2] = ["tags", "name-en"];

/// What stands between the tags of a region.
const TAG_ENDS: [char; 4] = ['、', ';', '；', '|'];

/// What a `[[region]]` says beside what a roster says of its regions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionRule {
    /// The region.
    pub region: RegionId,
    /// Other names that submissions may use.
    pub aliases: Vec<String>,
    /// What `plan lint` may find here, and why it is meant so.
    pub allow: Vec<Allow>,
    /// Where its keys stand.
    pub keys: Keys,
}

/// The regions while they are collected.
#[derive(Default)]
pub(super) struct Regions {
    pub(super) list: Vec<Region>,
    /// Names, aliases and codes of those that `[[region]]` lists.
    names: Names,
    /// The first that is no county.
    city: Option<RegionId>,
    /// The second that is a city: of several nothing is the whole, unless they have one.
    pub(super) second_city: Option<Place>,
    /// Which region lies within which, by name, and in which file that is written.
    within: Vec<(usize, Arc<str>, At<String>)>,
    /// From which region on they are from a roster.
    roster: Option<usize>,
    pub(super) rules: Vec<RegionRule>,
    pub(super) tags: Tags,
}

impl Regions {
    /// Finds the regions that those of one rule file lie within, when the regions of
    /// all files are known.
    pub(super) fn resolve(&mut self, checker: &mut Checker<'_>) {
        let file = Arc::clone(&checker.file);
        for (region, _, within) in self.within.iter().filter(|(_, of, _)| *of == file) {
            match self.names.find(&within.value) {
                Some(Found::One(id)) => self.list[*region].within = Some(RegionId(id)),
                _ => {
                    let nearest = checker.faults.meant(|| self.names.nearest(&within.value));
                    let name = within.value.clone();
                    let problem = KeyProblem::UnknownRegion { name, nearest };
                    checker.fault(problem, within.span.clone());
                }
            }
        }
    }

    /// Adds a region of a rule file.
    pub(super) fn add(&mut self, checker: &mut Checker<'_>, raw: &Table<'_>) {
        let level = checker.word(raw, "level", LEVELS, &Level::ALL);
        let Called { name, aliases, known } = checker.called(raw);
        let code = checker.text(raw, "code");
        if level != Some(Level::Area) {
            checker.need(raw, "code");
        }
        let within = checker.text(raw, "within");
        let allow = checker.allow(raw);
        // A faulty region keeps its place and its names, so that what refers to it is
        // not called wrong too; the plan is refused all the same.
        let level = level.unwrap_or(Level::County);
        let at = self.list.len();
        if self.is_another_city(level) {
            self.second_city.get_or_insert(checker.place(raw.span.clone()));
        }
        self.list.push(Region {
            code: code.as_ref().map(|code| code.value.as_str().into()),
            name: name.unwrap_or_default(),
            level,
            within: None,
        });
        self.rules.push(RegionRule {
            region: id(at),
            aliases,
            allow,
            keys: Keys::new(checker, raw),
        });
        for tag in checker.texts(raw, "tags") {
            self.tags.add(&tag.value, id(at));
        }
        for known in code.into_iter().chain(known) {
            if self.names.insert(&known.value, id(at).0).is_some() {
                checker.fault(KeyProblem::DuplicateName { name: known.value }, known.span);
            }
        }
        let file = Arc::clone(&checker.file);
        self.within.extend(within.map(|within| (at, file, within)));
    }

    /// Adds the regions of a roster: `code,name,level,within`, and perhaps `tags`. Names may be
    /// shared (there are many 和平村); codes may not.
    pub(super) fn add_roster(&mut self, file: &Arc<str>, text: &str, faults: &mut FileFaults) {
        let (mut rows, header) = Rows::of(text);
        let Some([tags, english]) = header.as_ref().and_then(further) else {
            let problem = PlanProblem::RosterColumn { expected: ROSTER };
            faults.push(|| Diagnostic::at(problem, Place::span(file, text, 0..0)));
            return;
        };
        let first = self.list.len();
        self.roster.get_or_insert(first);
        self.list.reserve(memchr::memchr_iter(b'\n', text.as_bytes()).count());
        let mut row = RosterRows { file, text, faults };
        // What lies within another region than the city, by row and name.
        let mut pending: Vec<(usize, String)> = Vec::new();
        let mut ascending = true;
        while let Some((at, cells)) = rows.next() {
            let cells = match cells {
                Ok(cells) => cells,
                Err(error) => {
                    // Nothing else is wrong with a row of a text that is held and valid.
                    let (cells, columns) = match error.kind() {
                        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                            (*len, *expected_len)
                        }
                        _ => (0, header.as_ref().map_or(0, csv::StringRecord::len) as u64),
                    };
                    row.fault(PlanProblem::RosterRow { cells, columns }, at);
                    continue;
                }
            };
            // Nearly all that is written is seen: then a look at the row told all of this.
            let is_seen = cells.is_seen();
            let cell = |at: usize| match cells.get(at).unwrap_or_default() {
                cell if is_seen => cell,
                cell => cell.trim(),
            };
            let has_control = |text: &str| !is_seen && has_control(text);
            let says_nothing =
                |text: &str| if is_seen { text.is_empty() } else { says_nothing(text) };
            let (code, name, within) = (cell(0), cell(1), cell(3));
            let Some(level) = level(&cells) else {
                let word = cell(2).to_owned();
                row.fault(KeyProblem::BadWord { key: "level", word, allowed: LEVELS }, at);
                continue;
            };
            let number = self.list.len();
            if let Some(tags) = tags {
                let tags =
                    cell(tags).split(TAG_ENDS).map(str::trim).filter(|tag| !says_nothing(tag));
                for tag in tags {
                    if has_control(tag) {
                        row.fault(KeyProblem::ControlCharacter { key: "tags" }, at);
                    }
                    self.tags.add(tag, id(number));
                }
            }
            if says_nothing(code) && level != Level::Area {
                row.fault(KeyProblem::MissingKey { key: "code" }, at);
            }
            if name.len().max(code.len()) > LONGEST_TEXT {
                row.fault(KeyProblem::TextTooLong { key: "name", most: LONGEST_TEXT }, at);
            }
            if has_control(name) || has_control(code) {
                row.fault(KeyProblem::ControlCharacter { key: "name" }, at);
            }
            if says_nothing(name) {
                row.fault(KeyProblem::MissingKey { key: "name" }, at);
            }
            if self.is_another_city(level) && self.second_city.is_none() {
                self.second_city = Some(row.place(at));
            }
            if first > 0 && !code.is_empty() && self.names.find(code).is_some() {
                row.fault(KeyProblem::DuplicateName { name: code.to_owned() }, at);
            }
            let is_city = |id: &RegionId| {
                let city = &self.list[id.index()];
                city.code.as_deref() == Some(within) || &*city.name == within
            };
            let city = self.city.filter(|id| id.index() < number).filter(is_city);
            if !within.is_empty() && city.is_none() {
                pending.push((number, within.to_owned()));
            }
            let last = self.list[first..].last().and_then(|region| region.code.as_deref());
            ascending &= last.is_none_or(|last| last < code);
            let code = (!code.is_empty()).then(|| code.into());
            let english = english.map(cell).filter(|name| !says_nothing(name));
            if let Some(english) = english {
                if english.len() > LONGEST_TEXT {
                    row.fault(KeyProblem::TextTooLong { key: "name-en", most: LONGEST_TEXT }, at);
                }
                if has_control(english) {
                    row.fault(KeyProblem::ControlCharacter { key: "name-en" }, at);
                }
            }
            let name = Named::from(name).in_english(english.map(str::to_owned));
            self.list.push(Region { code, name, level, within: city });
        }
        // Codes in ascending order are all different; else they have to be looked at.
        if !ascending || !pending.is_empty() {
            self.check_roster(first, pending, &mut row);
        }
    }

    /// Whether the next region is a city beside another; notes the first.
    fn is_another_city(&mut self, level: Level) -> bool {
        level == Level::City && self.city.replace(id(self.list.len())).is_some()
    }

    /// Finds codes that stand twice, and the regions that others lie within.
    fn check_roster(
        &mut self,
        first: usize,
        pending: Vec<(usize, String)>,
        row: &mut RosterRows<'_>,
    ) {
        let lines = row.lines();
        let mut codes = Names::default();
        for (number, region) in self.list.iter().enumerate().skip(first) {
            if let Some(code) = &region.code
                && codes.insert(code, id(number).0).is_some()
            {
                let name = code.to_string();
                row.fault(KeyProblem::DuplicateName { name }, lines[number - first]);
            }
        }
        let names = index(&self.list, first);
        for (number, within) in pending {
            match self.names.find(&within).or_else(|| names.find(&within)) {
                Some(Found::One(id)) => self.list[number].within = Some(RegionId(id)),
                found => {
                    let is_known = found.is_some();
                    let near = || if is_known { None } else { names.nearest(&within) };
                    let nearest = row.faults.meant(near);
                    let problem = KeyProblem::UnknownRegion { name: within, nearest };
                    row.fault(problem, lines[number - first]);
                }
            }
        }
        // What lies in a region that rules list lies in none of a roster: a circle that
        // begins here stays here.
        for number in self.circles(first..self.list.len()) {
            row.fault(self.circle(number), lines[number - first]);
        }
    }

    /// The regions among those and around them that lie within themselves, round a circle.
    fn circles(&self, regions: impl Iterator<Item = usize>) -> Vec<usize> {
        let outside = |at: usize| self.list.get(at)?.within.map(RegionId::index);
        // In the walk from which region outwards each was met.
        let mut met = vec![None; self.list.len()];
        let mut circles = Vec::new();
        for start in regions {
            let mut next = Some(start);
            while let Some(at) = next.filter(|at| met[*at].is_none()) {
                met[at] = Some(start);
                next = outside(at);
            }
            // It met what it has left itself.
            if let Some(first) = next.filter(|at| met[*at] == Some(start)) {
                let others = |at: &usize| outside(*at).filter(|at| *at != first);
                circles.extend(std::iter::successors(Some(first), others));
            }
        }
        circles
    }

    /// The regions of rule files that lie within themselves, when all are resolved.
    pub(super) fn listed_circles(&self) -> HashSet<usize> {
        self.circles(self.rules.iter().map(|rule| rule.region.index())).into_iter().collect()
    }

    /// Faults at those of one rule file.
    pub(super) fn refuse(&self, checker: &mut Checker<'_>, circles: &HashSet<usize>) {
        let file = Arc::clone(&checker.file);
        let here = self.within.iter().filter(|(at, of, _)| *of == file && circles.contains(at));
        for (at, _, within) in here {
            checker.fault(self.circle(*at), within.span.clone());
        }
    }

    fn circle(&self, at: usize) -> PlanProblem {
        let name = self.list.get(at).map_or_else(Named::default, |region| region.name.clone());
        PlanProblem::WithinCircle { name }
    }

    /// Whether a roster was read.
    pub(super) fn has_roster(&self) -> bool {
        self.roster.is_some()
    }

    /// The regions of the plan, which add up to which, and their names; and those that lie
    /// nowhere.
    pub(super) fn finish(mut self) -> (Arc<Vec<Region>>, Tree, RegionNames, Vec<Named>) {
        let (tree, nowhere) = Tree::new(&mut self.list);
        let regions = Arc::new(self.list);
        let roster = self.roster.unwrap_or(regions.len());
        let names = RegionNames::new(self.names, Arc::clone(&regions), roster);
        (regions, tree, names, nowhere)
    }
}

/// The rows of a roster, and what is wrong with them.
struct RosterRows<'r> {
    file: &'r Arc<str>,
    text: &'r str,
    faults: &'r mut FileFaults,
}

impl RosterRows<'_> {
    /// Where the row of each region begins: its offset and its line. Read anew, for
    /// it is rarely wanted.
    fn lines(&self) -> Vec<(usize, u64)> {
        let (mut rows, _) = Rows::of(self.text);
        let mut lines = Vec::new();
        while let Some((at, row)) = rows.next() {
            lines.extend(row.is_ok_and(|row| level(&row).is_some()).then_some(at));
        }
        lines
    }

    fn fault(&mut self, problem: impl Into<Problem>, at: (usize, u64)) {
        let place = || place(self.file, self.text, at);
        self.faults.push(|| Diagnostic::at(problem, place()));
    }

    fn place(&self, at: (usize, u64)) -> Place {
        place(self.file, self.text, at)
    }
}

/// A row of a roster. The reader's position lies before blank lines and the rest of a CRLF.
fn place(file: &Arc<str>, text: &str, (byte, number): (usize, u64)) -> Place {
    let rest = text[byte..].trim_start_matches(['\r', '\n']);
    let skipped = &text[byte..text.len() - rest.len()];
    let number = number + skipped.matches('\n').count() as u64;
    let row = rest.lines().next().unwrap_or_default();
    Place::line(file, number, row, 0..row.len())
}

/// Where the columns stand that a roster may have, if its header is one.
fn further(header: &csv::StringRecord) -> Option<[Option<usize>; 2]> {
    let mut columns = header.iter().enumerate();
    if !columns.by_ref().take(4).map(|(_, name)| name).eq(ROSTER.split(',')) {
        return None;
    }
    let mut columns = columns.peekable();
    let found = MORE.map(|name| Some(columns.next_if(|(_, it)| *it == name)?.0));
    columns.next().is_none().then_some(found)
}

/// The level of a roster's row, if it is one.
fn level(row: &Row<'_>) -> Option<Level> {
    let word = row.get(2)?.trim_ascii();
    Level::ALL.into_iter().find(|level| level.word() == word)
}

fn id(at: usize) -> RegionId {
    // `Plan::load` refuses more regions than fit before any id is used.
    RegionId(u32::try_from(at).unwrap_or(u32::MAX))
}
