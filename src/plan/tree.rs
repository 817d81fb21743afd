//! 层级: which regions add up to which.
//!
//! A region is part of the next one around it of a higher level. Which part it plays depends
//! on the level that sends an indicator's rows: what lies above adds up, what lies below is
//! not asked.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::term::{Level, Named, Region, RegionId};

/// The part that a region plays for an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// What those below it add up to, and itself part of nothing.
    Whole,
    /// What those below it add up to, and itself a part.
    Between,
    /// It sends, and is summed.
    Part,
    /// 功能区: judged when it sends, and never summed.
    Area,
    /// It lies below those that send.
    Below,
}

impl Role {
    /// Whether others add up to it.
    pub fn is_sum(self) -> bool {
        match self {
            Self::Whole | Self::Between => true,
            Self::Part | Self::Area | Self::Below => false,
        }
    }
}

/// The regions as parts of each other.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// The levels that there are, the highest first; areas have none.
    levels: Vec<Level>,
    /// The parts of each region that has any, in the order of the plan.
    parts: BTreeMap<RegionId, Vec<RegionId>>,
    /// What each level that may send makes of the regions, the lowest last.
    sending: Vec<Sending>,
}

/// What the regions are where those of one level send.
#[derive(Debug, Clone)]
struct Sending {
    level: Level,
    roles: Vec<Role>,
    /// Those that add up, each behind its parts.
    sums: Vec<RegionId>,
}

/// So many regions may lie within each other; a circle is told elsewhere.
const DEEPEST: usize = 8;

impl Tree {
    /// The tree of these regions, and those that lie nowhere. With more than two levels each
    /// has to say what it lies within, or its code does; else all lie in the one whole.
    pub(super) fn new(regions: &mut [Region]) -> (Self, Vec<Named>) {
        // A national list is looked through once for all that asks for levels alone.
        let level_of: Vec<Level> = regions.iter().map(|region| region.level).collect();
        let is_there = |level: &Level| *level != Level::Area && level_of.contains(level);
        let levels: Vec<Level> = Level::ALL.into_iter().filter(is_there).collect();
        let Some(top) = levels.first().copied() else { return Default::default() };
        let mut tops = level_of.iter().enumerate().filter(|(_, level)| **level == top);
        let one = tops.next().map(|(at, _)| id(at)).filter(|_| tops.next().is_none());
        let is_deep = levels.len() > 2 || one.is_none() && levels.len() > 1;
        let mut parts: BTreeMap<RegionId, Vec<RegionId>> = BTreeMap::new();
        // The level of what each is part of.
        let mut outer: Vec<Option<Level>> = vec![None; regions.len()];
        let (mut nowhere, mut by_code) = (Vec::new(), None);
        for at in 0..regions.len() {
            if level_of[at] == Level::Area || level_of[at] == top {
                continue;
            }
            let whole = match around(regions, at) {
                None if is_deep => {
                    let codes = by_code.get_or_insert_with(|| codes(regions));
                    let found = by_its_code(regions, codes, at);
                    regions[at].within = regions[at].within.or(found);
                    found
                }
                None => one,
                around => around,
            };
            match whole {
                Some(whole) => {
                    outer[at] = level_of.get(whole.index()).copied();
                    parts.entry(whole).or_default().push(id(at));
                }
                None => nowhere.push(regions[at].name.clone()),
            }
        }
        let sending = levels.iter().map(|level| Sending::new(*level, &level_of, &outer, &parts));
        let sending = sending.collect();
        (Self { levels, parts, sending }, nowhere)
    }

    /// The levels that there are, the highest first.
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// Whether there is nobody who could send: nothing, or a whole without parts.
    pub(super) fn is_empty(&self) -> bool {
        self.levels.len() < 2 && self.lowest() < Level::County || self.levels.is_empty()
    }

    /// The level of the regions that all others lie in, if others do.
    pub fn top(&self) -> Option<Level> {
        self.levels.first().copied().filter(|_| self.levels.len() > 1)
    }

    /// The level that sends where a rule does not say.
    pub fn lowest(&self) -> Level {
        self.levels.last().copied().unwrap_or(Level::County)
    }

    /// The regions that are part of nothing, and of which others are.
    pub fn wholes(&self) -> impl Iterator<Item = RegionId> {
        let all = self.sending.last().map(|lowest| (&lowest.sums, &lowest.roles));
        all.into_iter().flat_map(|(sums, roles)| {
            sums.iter().copied().filter(|id| roles.get(id.index()) == Some(&Role::Whole))
        })
    }

    /// The one whole.
    pub fn whole(&self) -> Option<RegionId> {
        let mut wholes = self.wholes();
        wholes.next().filter(|_| wholes.next().is_none())
    }

    fn sending(&self, level: Level) -> Option<&Sending> {
        self.sending.iter().find(|of| of.level == level).or(self.sending.last())
    }

    /// The part that each region plays where those of a level send.
    pub fn roles(&self, level: Level) -> &[Role] {
        self.sending(level).map_or(&[], |of| &of.roles)
    }

    /// The regions that add up where those of a level send, each behind its parts.
    pub fn sums(&self, level: Level) -> &[RegionId] {
        self.sending(level).map_or(&[], |of| &of.sums)
    }

    /// The regions that are parts of one, whatever sends.
    pub fn parts(&self, of: RegionId) -> &[RegionId] {
        self.parts.get(&of).map_or(&[], Vec::as_slice)
    }

    /// The regions that lack what some have of their own, where each that sends has to have it
    /// or lie in one that has, and so has whatever lies beside one of its role that has.
    pub(super) fn lacking(&self, level: Level, own: &BTreeSet<RegionId>) -> Vec<RegionId> {
        let mut around: HashMap<RegionId, RegionId> = HashMap::new();
        for whole in self.sums(level) {
            around.extend(self.parts(*whole).iter().map(|part| (*part, *whole)));
        }
        let next = |id: &RegionId| around.get(id).copied();
        let roles = self.roles(level);
        let kind = |id: &RegionId| (next(id), roles.get(id.index()) == Some(&Role::Part));
        let divided: HashSet<(Option<RegionId>, bool)> = own.iter().map(kind).collect();
        let lacks = |(at, role): (usize, &Role)| {
            let id = id(at);
            let is_beside = divided.contains(&kind(&id));
            let mut outer = std::iter::successors(next(&id), next);
            let lacks = match role {
                Role::Part => is_beside || !outer.any(|id| own.contains(&id)),
                Role::Between => is_beside,
                Role::Whole | Role::Area | Role::Below => false,
            };
            (lacks && !own.contains(&id)).then_some(id)
        };
        roles.iter().enumerate().filter_map(lacks).collect()
    }

    /// The regions that send, of those that one is added up from.
    pub fn senders(&self, level: Level, of: RegionId) -> Vec<RegionId> {
        let roles = self.roles(level);
        let (mut senders, mut open) = (Vec::new(), vec![self.parts(of).iter()]);
        while let Some(parts) = open.last_mut() {
            let Some(part) = parts.next() else {
                open.pop();
                continue;
            };
            match roles.get(part.index()) {
                Some(Role::Part) => senders.push(*part),
                Some(role) if role.is_sum() => open.push(self.parts(*part).iter()),
                Some(_) | None => {}
            }
        }
        senders
    }
}

impl Sending {
    fn new(
        level: Level,
        level_of: &[Level],
        outer: &[Option<Level>],
        parts: &BTreeMap<RegionId, Vec<RegionId>>,
    ) -> Self {
        let role = |(at, of): (usize, &Level)| match (*of, outer[at]) {
            (Level::Area, _) => Role::Area,
            // What lies in a province without a city between stands beside its cities.
            (of, Some(outer)) if of > level && outer < level => Role::Part,
            (of, _) if of > level => Role::Below,
            // Where the topmost send, they are wholes of which nobody sends a part.
            (of, outer) if (of < level || outer.is_none()) && parts.contains_key(&id(at)) => {
                outer.map_or(Role::Whole, |_| Role::Between)
            }
            _ => Role::Part,
        };
        let roles: Vec<Role> = level_of.iter().enumerate().map(role).collect();
        let sums = roles.iter().enumerate().filter(|(_, role)| role.is_sum());
        let mut sums: Vec<RegionId> = sums.map(|(at, _)| id(at)).collect();
        sums.sort_by_key(|id| std::cmp::Reverse(level_of[id.index()]));
        Self { level, roles, sums }
    }
}

/// The next region of a higher level that one says it lies within.
fn around(regions: &[Region], at: usize) -> Option<RegionId> {
    let region = regions.get(at)?;
    let next = |id: &RegionId| regions.get(id.index())?.within;
    std::iter::successors(region.within, next)
        .take(DEEPEST)
        .find(|id| regions.get(id.index()).is_some_and(|outer| outer.level < region.level))
}

/// The digits by which the codes of a level begin with those of what lies around.
fn digits(level: Level) -> usize {
    match level {
        Level::Nation => 0,
        Level::Province => 2,
        Level::City => 4,
        Level::County | Level::Area => 6,
        Level::Township => 9,
    }
}

/// The first digits of a region's code, as many as its level has.
fn prefix(region: &Region, level: Level) -> Option<&str> {
    region.code.as_deref()?.get(..digits(level))
}

fn codes(regions: &[Region]) -> HashMap<String, RegionId> {
    let coded = regions.iter().enumerate().filter(|(_, region)| region.level < Level::Township);
    coded
        .filter_map(|(at, region)| Some((prefix(region, region.level)?.to_owned(), id(at))))
        .collect()
}

/// What a region lies in by its code: 330902 in 3309, or else in 33; a province in the nation.
fn by_its_code(
    regions: &[Region],
    codes: &HashMap<String, RegionId>,
    at: usize,
) -> Option<RegionId> {
    let region = regions.get(at)?;
    let around: &[Level] = match region.level {
        Level::Nation | Level::Province => &[Level::Nation],
        Level::City | Level::County | Level::Township | Level::Area => {
            &[Level::County, Level::City, Level::Province]
        }
    };
    around.iter().find_map(|level| {
        let level = *level;
        let found = *codes.get(prefix(region, level)?)?;
        let outer = regions.get(found.index())?;
        (outer.level == level && level < region.level).then_some(found)
    })
}

fn id(at: usize) -> RegionId {
    // `Plan::load` refuses more regions than fit before any id is used.
    RegionId(u32::try_from(at).unwrap_or(u32::MAX))
}
