//! Regions, from `[[region]]` tables and from a roster.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;

use super::field::{At, Checker};
use super::raw::RawRegion;
use crate::diagnostic::{Diagnostic, PlanProblem};
use crate::source::Place;
use crate::term::{Found, Level, Names, Region, RegionId};

/// The columns a roster has.
const ROSTER: &str = "code,name,level,within";
const LEVELS: &[&str] = &["city", "county", "area"];

/// The regions while they are collected.
#[derive(Default)]
pub(super) struct Regions {
    pub(super) list: Vec<Region>,
    pub(super) names: Names,
    pub(super) city: Option<RegionId>,
    /// Which region lies within which, by name, and where that is written.
    within: Vec<(usize, At<String>)>,
}

impl Regions {
    /// Adds the regions of one rule file.
    pub(super) fn add(&mut self, checker: &mut Checker<'_>, raw: &[Spanned<RawRegion>]) {
        let before = self.within.len();
        for region in raw {
            self.add_one(checker, region.get_ref(), &region.span());
        }
        for (region, within) in self.within.drain(before..).collect::<Vec<_>>() {
            match self.names.find(&within.value) {
                Some(Found::One(id)) => self.list[region].within = Some(RegionId(id)),
                _ => {
                    let nearest = self.names.nearest(&within.value);
                    let name = within.value;
                    checker.fault(PlanProblem::UnknownRegion { name, nearest }, within.span);
                }
            }
        }
    }

    fn add_one(&mut self, checker: &mut Checker<'_>, raw: &RawRegion, owner: &Range<usize>) {
        let level =
            checker.word("level", &raw.level, LEVELS, &[Level::City, Level::County, Level::Area]);
        let level = checker.require("level", raw.level.is_some(), level, owner);
        let name = checker.required_text("name", &raw.name, owner);
        let code = if level == Some(Level::Area) {
            checker.text("code", &raw.code)
        } else {
            checker.required_text("code", &raw.code, owner)
        };
        let within = checker.text("within", &raw.within);
        let aliases = checker.texts("aliases", &raw.aliases);
        let (Some(level), Some(name)) = (level, name) else { return };
        let at = self.list.len();
        if level == Level::City && self.city.replace(id(at)).is_some() {
            checker.fault(PlanProblem::TwoCities, owner.clone());
        }
        self.list.push(Region {
            code: code.as_ref().map(|code| code.value.as_str().into()),
            name: name.value.as_str().into(),
            level,
            within: None,
        });
        for known in code.into_iter().chain([name]).chain(aliases) {
            if self.names.insert(&known.value, id(at).0).is_some() {
                checker.fault(PlanProblem::DuplicateName { name: known.value }, known.span);
            }
        }
        self.within.extend(within.map(|within| (at, within)));
    }

    /// Adds the regions of a roster: `code,name,level,within`. Names may be
    /// shared (there are many 和平村); codes may not.
    pub(super) fn add_roster(&mut self, file: &Arc<str>, text: &str, faults: &mut Vec<Diagnostic>) {
        let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
        let known = reader.headers().is_ok_and(|header| header.iter().eq(ROSTER.split(',')));
        if !known {
            let problem = PlanProblem::RosterColumn { expected: ROSTER };
            faults.push(Diagnostic::at(problem, Place::span(file, text, 0..0)));
            return;
        }
        let rows = memchr::memchr_iter(b'\n', text.as_bytes()).count();
        self.list.reserve(rows);
        self.names.reserve(rows * 2);
        let mut record = csv::StringRecord::new();
        // Rows lie in the order of the tree nearly always: the same `within` again.
        let mut parent = (String::new(), None);
        loop {
            let (byte, number) = (reader.position().byte() as usize, reader.position().line());
            let fault = |problem, faults: &mut Vec<Diagnostic>| {
                let row = text[byte..].lines().next().unwrap_or_default();
                faults.push(Diagnostic::at(problem, Place::line(file, number, row, 0..row.len())));
            };
            match reader.read_record(&mut record) {
                Ok(false) => return,
                Ok(true) => {}
                Err(error) => {
                    fault(PlanProblem::RosterRow { reason: error.to_string() }, faults);
                    continue;
                }
            }
            let cell = |at: usize| record.get(at).unwrap_or_default().trim();
            let (code, name, within) = (cell(0), cell(1), cell(3));
            let level = match cell(2) {
                "city" => Level::City,
                "county" => Level::County,
                "area" => Level::Area,
                other => {
                    let word = other.to_owned();
                    let problem = PlanProblem::BadWord { key: "level", word, allowed: LEVELS };
                    fault(problem, faults);
                    continue;
                }
            };
            let at = self.list.len();
            if code.is_empty() && level != Level::Area {
                fault(PlanProblem::MissingKey { key: "code" }, faults);
            }
            if name.is_empty() {
                fault(PlanProblem::MissingKey { key: "name" }, faults);
            }
            if level == Level::City && self.city.replace(id(at)).is_some() {
                fault(PlanProblem::TwoCities, faults);
            }
            if !code.is_empty() && self.names.insert(code, id(at).0).is_some() {
                fault(PlanProblem::DuplicateName { name: code.to_owned() }, faults);
            }
            self.names.insert_shared(name, id(at).0);
            if within != parent.0 {
                parent = (within.to_owned(), self.names.find(within));
            }
            let within = match parent.1 {
                Some(Found::One(id)) => Some(RegionId(id)),
                _ if within.is_empty() => None,
                _ => {
                    let problem =
                        PlanProblem::UnknownRegion { name: within.to_owned(), nearest: None };
                    fault(problem, faults);
                    None
                }
            };
            let code = (!code.is_empty()).then(|| code.into());
            self.list.push(Region { code, name: name.into(), level, within });
        }
    }
}

fn id(at: usize) -> RegionId {
    // `Plan::load` refuses more regions than fit before any id is used.
    RegionId(u32::try_from(at).unwrap_or(u32::MAX))
}
