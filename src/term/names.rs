//! Finding the number behind a name.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Names, aliases and codes, and the number each stands for.
///
/// A name is found whatever its white space, the width of its ASCII characters
/// (`ＧＤＰ`, `（`) and the case of its letters.
#[derive(Debug, Clone, Default)]
pub struct Names {
    numbers: HashMap<Box<str>, u32>,
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
    /// Room for so many names.
    pub fn with_capacity(names: usize) -> Self {
        Self { numbers: HashMap::with_capacity(names) }
    }

    /// Takes over all names of another index.
    pub fn absorb(&mut self, other: Self) {
        self.numbers.extend(other.numbers);
    }

    /// Adds a name; returns the number that it stands for already, if it is another.
    pub fn insert(&mut self, name: &str, number: u32) -> Option<u32> {
        match self.numbers.entry(folded(name).into()) {
            Entry::Occupied(there) => Some(*there.get()).filter(|n| *n != number),
            Entry::Vacant(free) => {
                free.insert(number);
                None
            }
        }
    }

    /// Adds a name that several things may share; then it stands for none of them.
    pub fn insert_shared(&mut self, name: &str, number: u32) {
        self.numbers
            .entry(folded(name).into())
            .and_modify(|there| {
                if *there != number {
                    *there = SEVERAL;
                }
            })
            .or_insert(number);
    }

    /// What a name stands for.
    pub fn find(&self, name: &str) -> Option<Found> {
        let number = self.numbers.get(name).or_else(|| self.numbers.get(folded(name).as_ref()))?;
        Some(if *number == SEVERAL { Found::Several } else { Found::One(*number) })
    }

    /// The known name nearest to one that was not found.
    pub fn nearest(&self, name: &str) -> Option<String> {
        let mut known: Vec<&str> = self.numbers.keys().map(AsRef::as_ref).collect();
        known.sort_unstable(); // the same answer in every run
        nearest(&folded(name), known)
    }
}

/// The name without white space, in half width and lower case.
fn folded(name: &str) -> Cow<'_, str> {
    let plain = |c: char| match c {
        c if c.is_whitespace() => None,
        // The full-width forms of ASCII stand in its order.
        '\u{FF01}'..='\u{FF5E}' => {
            char::from_u32(u32::from(c) - 0xFEE0).map(|c| c.to_ascii_lowercase())
        }
        c => Some(c.to_ascii_lowercase()),
    };
    if name.chars().all(|c| plain(c) == Some(c)) {
        Cow::Borrowed(name)
    } else {
        Cow::Owned(name.chars().filter_map(plain).collect())
    }
}

/// The name among `known` that is nearest to `name`, if one is near enough to be
/// what was meant.
pub fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<String> {
    let length = name.chars().count();
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate), candidate))
        .filter(|(distance, candidate)| {
            let longest = length.max(candidate.chars().count());
            // Half the characters at most, so that 定海 finds 定海区 and 12 finds nothing.
            *distance * 2 <= longest && *distance < longest
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_space_and_case_do_not_matter() {
        let mut names = Names::default();
        assert_eq!(names.insert("GDP年均增长率（%）", 7), None);
        assert_eq!(names.find(" ＧＤＰ年均增长率(％) "), Some(Found::One(7)));
        assert_eq!(names.find("gdp年均增长率(%)"), Some(Found::One(7)));
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
    }
}
