//! Finding the number behind a name.

use std::hash::BuildHasher;

use hashbrown::hash_table::Entry;
use hashbrown::{DefaultHashBuilder, HashTable};

use crate::text::fold;

/// Names, aliases and codes, and the number each stands for.
///
/// A name is found whatever its white space, its width, the case of its letters and its
/// dashes, as [`fold`] makes them one.
///
/// All names lie in one text, because a national roster has over a million.
#[derive(Debug, Clone, Default)]
pub struct Names {
    text: String,
    /// Where each name ends in the text, and the number it stands for.
    names: Vec<(usize, u32)>,
    /// Those of them that were written in another way, as "GDP 增长" is; in their order.
    spelt: Vec<(u32, Box<str>)>,
    /// Which of the names, by the name's hash.
    table: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// One thing.
    One(u32),
    /// Several things; only a code tells which.
    Several,
}

/// Marks a name that several things have.
const SEVERAL: u32 = u32::MAX;

impl Names {
    /// Room for so many names more.
    pub fn reserve(&mut self, names: usize) {
        self.names.reserve(names);
        let Self { text, names: known, table, hasher, .. } = self;
        table.reserve(names, |at| hasher.hash_one(name_at(text, known, *at)));
    }

    /// Adds a name; returns the number that it stands for already, if it is another.
    pub fn insert(&mut self, name: &str, number: u32) -> Option<u32> {
        let folded = fold(name);
        let (at, is_new) = self.place(&folded, number);
        if is_new && folded != name {
            self.spelt.push((at as u32, name.into()));
        }
        let there = self.names[at].1;
        (!is_new && there != number).then_some(there)
    }

    /// Adds a name that several things may share; then it stands for none of them.
    pub fn insert_shared(&mut self, name: &str, number: u32) {
        let (at, _) = self.place(&fold(name), number);
        let there = &mut self.names[at].1;
        if *there != number {
            *there = SEVERAL;
        }
    }

    /// Where a name stands, added with that number if it is new.
    fn place(&mut self, name: &str, number: u32) -> (usize, bool) {
        let Self { text, names, table, hasher, .. } = self;
        let hash = hasher.hash_one(name);
        let same = |at: &u32| name_at(text, names, *at) == name;
        let entry = table.entry(hash, same, |at| hasher.hash_one(name_at(text, names, *at)));
        match entry {
            Entry::Occupied(there) => (*there.get() as usize, false),
            Entry::Vacant(free) => {
                let at = names.len();
                // A name takes a byte and a region at least; 2³² of them fit no memory.
                free.insert(at as u32);
                text.push_str(name);
                names.push((text.len(), number));
                (at, true)
            }
        }
    }

    /// What a name stands for.
    pub fn find(&self, name: &str) -> Option<Found> {
        let number = self.get(name).or_else(|| self.get(&fold(name)))?;
        Some(found(number))
    }

    /// What a name stands for that is folded already.
    pub fn find_folded(&self, name: &str) -> Option<Found> {
        self.get(name).map(found)
    }

    fn get(&self, name: &str) -> Option<u32> {
        Some(self.names[self.at(name)? as usize].1)
    }

    /// Which of the names a folded one is.
    fn at(&self, name: &str) -> Option<u32> {
        let same = |at: &u32| name_at(&self.text, &self.names, *at) == name;
        self.table.find(self.hasher.hash_one(name), same).copied()
    }

    /// The known name nearest to one that was not found, as it was first written.
    pub fn nearest(&self, name: &str) -> Option<String> {
        self.nearest_of(name, |_| true)
    }

    /// The same among the names whose numbers are wanted.
    pub fn nearest_of(&self, name: &str, wanted: impl Fn(u32) -> bool) -> Option<String> {
        let is_wanted = |at: &u32| self.names.get(*at as usize).is_some_and(|(_, n)| wanted(*n));
        let known = (0..self.names.len() as u32).filter(is_wanted);
        let near = nearest(&fold(name), known.map(|at| name_at(&self.text, &self.names, at)))?;
        let spelt = self.spelt.binary_search_by_key(&self.at(&near)?, |(at, _)| *at);
        Some(
            spelt
                .ok()
                .and_then(|at| self.spelt.get(at))
                .map_or(near, |(_, as_written)| as_written.to_string()),
        )
    }
}

fn found(number: u32) -> Found {
    if number == SEVERAL { Found::Several } else { Found::One(number) }
}

fn name_at<'t>(text: &'t str, names: &[(usize, u32)], at: u32) -> &'t str {
    let at = at as usize;
    let from = if at == 0 { 0 } else { names[at - 1].0 };
    &text[from..names[at].0]
}

/// Longer than this is no name that somebody mistyped, and dear to compare.
const LONGEST: usize = 100;

/// The name among `known` that is nearest to `name`, if one is near enough to be
/// what was meant.
pub fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<String> {
    let length = name.chars().count();
    if length > LONGEST {
        return None;
    }
    // No number is near another.
    let is_number = name.bytes().all(|byte| byte.is_ascii_digit());
    if is_number {
        return None;
    }
    known
        .into_iter()
        .filter(|candidate| candidate.len() <= LONGEST * 4)
        .filter_map(|candidate| {
            let longest = length.max(candidate.chars().count());
            if !may_be_near(name, candidate, longest > length) {
                return None;
            }
            let distance = strsim::damerau_levenshtein(name, candidate);
            // Less than half the characters, so that 定海 finds 定海区 and 上海 finds nothing.
            let begins = candidate.starts_with(name) || name.starts_with(candidate);
            let is_near = distance * 2 < longest || (begins && distance * 2 == longest);
            is_near.then_some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.to_owned())
}

/// Whether half of the characters of the longer name are in the other one. Without that no
/// change of so few makes the one of the other; this is quick, and comparing is not.
fn may_be_near(name: &str, candidate: &str, is_longer: bool) -> bool {
    let (long, short) = if is_longer { (candidate, name) } else { (name, candidate) };
    let (shared, all) = long
        .chars()
        .fold((0, 0), |(shared, all), c| (shared + usize::from(short.contains(c)), all + 1));
    shared * 2 >= all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_not_compared_is_not_near(name in "[a-f]{0,9}", candidate in "[a-h]{0,9}") {
            let (length, other) = (name.len(), candidate.len());
            if !may_be_near(&name, &candidate, other > length) {
                let distance = strsim::damerau_levenshtein(&name, &candidate);
                prop_assert!(distance * 2 > length.max(other));
            }
        }
    }

    #[test]
    fn width_space_and_case_do_not_matter() {
        let mut names = Names::default();
        assert_eq!(names.insert("GDP年均增长率（%）", 7), None);
        assert_eq!(names.find(" ＧＤＰ年均增长率(％) "), Some(Found::One(7)));
        assert_eq!(names.find("gdp年均增长率(%)"), Some(Found::One(7)));
        assert_eq!(names.find("GDP\u{200B}年均\u{200F}增长率(%)"), Some(Found::One(7)));
        assert_eq!(names.find("GDP"), None);
    }

    #[test]
    fn a_second_meaning_is_told() {
        let mut names = Names::default();
        assert_eq!(names.insert("就业率", 1), None);
        assert_eq!(names.insert("就业率", 1), None);
        assert_eq!(names.insert("就业率", 2), Some(1));
        names.insert_shared("和平村", 1);
        names.insert_shared("和平村", 2);
        assert_eq!(names.find("和平村"), Some(Found::Several));
    }

    #[test]
    fn a_near_name_is_found_and_a_far_one_is_not() {
        let known = ["定海区", "普陀区", "岱山县", "嵊泗县"];
        assert_eq!(nearest("定海", known).as_deref(), Some("定海区"));
        assert_eq!(nearest("岱山区", known).as_deref(), Some("岱山县"));
        assert_eq!(nearest("北京市", known), None);
        assert_eq!(nearest("x", known), None);
        assert_eq!(nearest("上海", ["定海"]), None);
        assert_eq!(nearest("17", ["1", "7"]), None);
    }
}
