//! Places in what people write: 浙江省舟山市定海区残疾人联合会（盖章） is 定海区.

use super::office::{are_offices, province};
use super::{Found, Level, RegionId, RegionNames};
use crate::text::{fold, typed, whole};

/// Whom a free text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// No region of the plan.
    Nobody,
    /// One region. Of a city and a county in it that is the county.
    One(RegionId),
    /// Regions of which neither lies in the other.
    Several,
}

/// No name of a place is longer, in characters.
const LONGEST: usize = 40;

/// A roster beyond this has villages of any name; in free text none is looked for.
const MOST: usize = 10_000;

/// No title is longer, in characters; what is, is a text that names whom it likes.
const TITLE: usize = 2_000;

/// How many regions may lie within each other.
const DEEPEST: usize = 8;

/// What years and numbers before a title are made of, beside digits and signs.
const BEFORE: &str = "年度月日至到份附件表第号〇零一二三四五六七八九十";

/// In free text shorter numbers are years and counts.
const SHORTEST_CODE: usize = 6;

/// The words for what kind of a place it is that end its name.
const KINDS: [char; 6] = ['市', '区', '县', '旗', '州', '盟'];

impl RegionNames {
    /// The place that a text is, its ancestors before it and its office behind it, all of
    /// it understood: the longest names count, and each has to lie in the one before.
    pub(super) fn understood(&self, text: &str) -> Option<Found> {
        let folded = fold(typed(text));
        let text = whole(&folded);
        let coded = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (code, rest) = text.split_at(coded);
        let code = if code.is_empty() { None } else { Some(self.coded(code)?) };
        if rest.is_empty() {
            return code;
        }
        // A name may begin with a sign that else parts it from a code.
        let rest = match self.longest(rest) {
            Some(_) => rest,
            None => rest.trim_start_matches(['-', ':', '_']),
        };
        let (of_province, mut rest) = match province(rest) {
            // A name of a place may begin with that of a province.
            Some((of, behind)) if self.longest(rest).is_none() => (Some(of), behind),
            Some(_) | None => (None, rest),
        };
        let mut place = None;
        while let Some((found, behind)) = self.longest(rest) {
            let Found::One(id) = found else {
                return are_offices(behind, |_| false).then_some(Found::Several);
            };
            if place.is_some_and(|outer| !self.lies_in(RegionId(id), outer)) {
                return None;
            }
            (place, rest) = (Some(RegionId(id)), behind);
        }
        let place = place?;
        let found = Found::One(place.0);
        let is_in_province = of_province.is_none_or(|of| self.province_of(place) == Some(of));
        let is_coded = code.is_none_or(|code| code == found);
        let is_same = |inner: &str| self.coded(inner) == Some(found);
        (is_in_province && is_coded && are_offices(rest, is_same)).then_some(found)
    }

    /// The place that a text begins with, a title above all, whatever stands behind it; a
    /// year and the like may stand before it (2023年定海区…, 附件1：定海区…).
    pub fn at_beginning(&self, text: &str) -> Option<RegionId> {
        match self.find(text) {
            Some(Found::One(id)) => return Some(RegionId(id)),
            Some(Found::Several) => return None,
            None if self.are_many() => return None,
            None => {}
        }
        let is_before = |c: char| !c.is_alphabetic() || BEFORE.contains(c);
        let beginning = text.char_indices().nth(TITLE).map_or(text, |(at, _)| &text[..at]);
        let folded = fold(beginning.trim_start_matches(is_before));
        let mut rest = province(&folded).map_or(&*folded, |(_, rest)| rest);
        let mut place = None;
        while let Some((Found::One(id), behind)) = self.longest(rest)
            && ends_name(rest, behind)
        {
            let id = RegionId(id);
            if place.is_some_and(|outer| !self.lies_in(id, outer)) {
                break;
            }
            (place, rest) = (Some(id), behind);
        }
        place
    }

    /// Whether there are so many regions, as in a national roster, that names repeat and
    /// looking one up takes an index of all: then none is sought where none need stand.
    pub fn are_many(&self) -> bool {
        self.regions().len() > MOST
    }

    /// Whom a free text names: a title, who sent it, the name of a file or a sheet.
    ///
    /// A short name is one only where no longer name may go on: 普陀山 is not 普陀.
    pub fn in_text(&self, text: &str) -> Whose {
        if let Some(found) = self.find(text) {
            return match found {
                Found::One(id) => Whose::One(RegionId(id)),
                Found::Several => Whose::Several,
            };
        }
        if self.are_many() {
            return Whose::Nobody;
        }
        let beginning = text.char_indices().nth(TITLE).map_or(text, |(at, _)| &text[..at]);
        let folded = fold(beginning);
        let mut named: Vec<RegionId> = Vec::new();
        let (mut rest, mut joins) = (&*folded, false);
        while let Some((found, behind)) = self.next(rest) {
            match found {
                // What lies in the place right before it is meant alone.
                Some(Found::One(id)) => {
                    let id = RegionId(id);
                    let before = named.pop();
                    let is_meant = |outer: &RegionId| !(joins && self.lies_in(id, *outer));
                    named.extend(before.filter(is_meant));
                    named.push(id);
                }
                Some(Found::Several) => return Whose::Several,
                None => {}
            }
            (rest, joins) = (behind, found.is_some());
        }
        self.one_of(&named)
    }

    /// Whether a text names a region that is neither that one, nor in it or around it: by any
    /// of its names or by its code, and however many regions there are.
    pub fn names_another(&self, text: &str, own: RegionId) -> bool {
        let folded = fold(text);
        let mut rest = &*folded;
        while let Some((found, behind)) = self.next(rest) {
            let is_other = match found {
                Some(Found::One(id)) => {
                    let id = RegionId(id);
                    id != own && !self.lies_in(own, id) && !self.lies_in(id, own)
                }
                // A name that others have too is its own where it has that name.
                Some(Found::Several) => {
                    let name = self.regions().get(own.index()).map(|region| fold(&region.name));
                    name.as_deref() != rest.strip_suffix(behind)
                }
                None => false,
            };
            if is_other {
                return true;
            }
            rest = behind;
        }
        false
    }

    /// The place that a folded text begins with, if it does, and the text behind it or
    /// behind whatever else it begins with; none at its end.
    fn next<'t>(&self, text: &'t str) -> Option<(Option<Found>, &'t str)> {
        let first = text.chars().next()?;
        if first.is_ascii_digit() {
            let behind = text.trim_start_matches(|c: char| c.is_ascii_digit());
            let code = text.strip_suffix(behind).filter(|code| code.len() >= SHORTEST_CODE);
            return Some((code.and_then(|code| self.coded(code)), behind));
        }
        let named = self.longest(text).filter(|(_, behind)| ends_name(text, behind));
        Some(match named {
            Some((found, behind)) => (Some(found), behind),
            None => (None, text.get(first.len_utf8()..).unwrap_or_default()),
        })
    }

    /// The one that is meant by all that are named: beside a county in it a city is where
    /// it lies, and an area in it is a part of it.
    fn one_of(&self, named: &[RegionId]) -> Whose {
        let level = |id: RegionId| self.regions().get(id.index()).map(|region| region.level);
        let is_meant = |id: &&RegionId| {
            !named.iter().any(|other| {
                let is_around = self.lies_in(*other, **id)
                    && (level(**id) <= Some(Level::City) || level(*other) == Some(Level::Township));
                let is_part = self.lies_in(**id, *other)
                    && level(**id) == Some(Level::Area)
                    && level(*other) == Some(Level::County);
                other != *id && (is_around || is_part)
            })
        };
        let mut meant = named.iter().filter(is_meant);
        match meant.next() {
            None => Whose::Nobody,
            Some(one) if meant.all(|other| other == one) => Whose::One(*one),
            Some(_) => Whose::Several,
        }
    }

    /// What stands behind the place that a folded text begins with, the province it lies in
    /// before it or not.
    pub fn after_place<'t>(&self, text: &'t str) -> Option<&'t str> {
        let (place, code) = match province(text) {
            Some((code, behind)) if self.longest(text).is_none() => (behind, Some(code)),
            Some(_) | None => (text, None),
        };
        let (found, behind) = self.longest(place)?;
        let lies_there = match found {
            Found::One(id) => code.is_none_or(|code| self.province_of(RegionId(id)) == Some(code)),
            Found::Several => code.is_none(),
        };
        (lies_there && ends_name(place, behind)).then_some(behind)
    }

    /// The known name nearest to one that was not found. What lies in a city is not the
    /// city: its name before another one is no hint, and a number has none.
    pub fn nearest(&self, name: &str) -> Option<String> {
        let folded = fold(typed(name));
        if !folded.contains(|c: char| c.is_alphabetic()) {
            return None;
        }
        let mut rest = province(&folded).map_or(&*folded, |(_, rest)| rest);
        let mut is_within = folded.ends_with(['区', '县', '旗']);
        while let Some((_, behind)) = self.longest(rest).filter(|(_, behind)| !behind.is_empty()) {
            if !rest.strip_suffix(behind).is_some_and(|name| name.ends_with(KINDS)) {
                break;
            }
            (rest, is_within) = (behind, true);
        }
        let is_city = |id: u32| {
            let region = self.regions().get(id as usize);
            region.is_some_and(|region| region.level <= Level::City)
        };
        self.nearest_of(rest, |id| !(is_within && is_city(id)))
    }

    /// The longest name that a folded text begins with, and what stands behind it.
    fn longest<'t>(&self, text: &'t str) -> Option<(Found, &'t str)> {
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST);
        let ends: Vec<usize> = ends.collect();
        ends.into_iter().rev().find_map(|end| {
            let (name, behind) = text.split_at(end);
            let is_code = name.bytes().all(|byte| byte.is_ascii_digit());
            let found = if is_code { None } else { self.named_folded(name) };
            found.map(|found| (found, behind))
        })
    }

    /// Whether a region is another one, or lies in it.
    pub fn lies_in(&self, inner: RegionId, outer: RegionId) -> bool {
        let regions = self.regions();
        let chain = std::iter::successors(Some(inner), |id| regions.get(id.index())?.within);
        if chain.take(DEEPEST).any(|id| id == outer) {
            return true;
        }
        let (Some(inner), Some(outer)) = (regions.get(inner.index()), regions.get(outer.index()))
        else {
            return false;
        };
        match (&inner.code, &outer.code) {
            (Some(inner), Some(outer)) => {
                let outer = outer.trim_end_matches("00");
                inner.len() > outer.len() && inner.starts_with(outer)
            }
            // What does not say where it lies is part of the whole.
            _ => inner.within.is_none() && outer.level <= Level::City && inner.level > Level::City,
        }
    }

    /// Whether a folded text is the name of the province that a region lies in.
    pub fn is_province_of(&self, folded: &str, id: RegionId) -> bool {
        let named = province(folded).filter(|(_, behind)| behind.is_empty());
        named.is_some_and(|(code, _)| self.province_of(id) == Some(code))
    }

    /// The first digits of the codes of the province that a place lies in.
    fn province_of(&self, id: RegionId) -> Option<&str> {
        let regions = self.regions();
        let mut chain = std::iter::successors(Some(id), |id| regions.get(id.index())?.within);
        let code =
            chain.by_ref().take(DEEPEST).find_map(|id| regions.get(id.index())?.code.as_deref());
        code?.get(..2)
    }

    /// The region of a code, also of its longer forms (330902000000) and its shorter ones.
    fn coded(&self, code: &str) -> Option<Found> {
        if code.is_empty() || !code.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        if let Some(found) = self.named(code) {
            return Some(found);
        }
        if let Some(found) = code.strip_suffix("000").filter(|code| code.len() == 9)
            && let Some(found) = self.named(found)
        {
            return Some(found);
        }
        let six = match code.len() {
            4 => format!("{code}00"),
            6 => code.to_owned(),
            9 => code.strip_suffix("000")?.to_owned(),
            12 => code.strip_suffix("000000")?.to_owned(),
            _ => return None,
        };
        let four = six.strip_suffix("00");
        let two = four.and_then(|four| four.strip_suffix("00"));
        [Some(&*six), four, two].into_iter().flatten().find_map(|code| self.named(code))
    }
}

/// Whether a name that was found in a text ends where it was found to: it has the word for
/// its kind, or no other word for a kind goes on.
fn ends_name(text: &str, behind: &str) -> bool {
    const FURTHER: &str = "山路街镇乡村岛湾港寺江河湖桥园区县市";
    let name = text.strip_suffix(behind).unwrap_or(text);
    name.ends_with(KINDS)
        || name.ends_with('会')
        || !behind.starts_with(|c: char| FURTHER.contains(c))
}

#[cfg(test)]
mod tests;
