//! Names of sheets, as spreadsheet programs allow them.

use std::collections::HashSet;

use crate::render::spreadsheet::clipped;
use crate::report::Respondent;

/// 填报说明: the sheet that says how to fill in the others.
pub(super) const GUIDE: &str = "填报说明";

/// The most characters a name may have, in UTF-16.
const MOST: usize = 31;

/// A name for the sheet of every region: its own, unless it has characters that none may
/// have, or is another's already.
pub(super) fn of_sheets(respondents: &[Respondent]) -> Vec<String> {
    // Names that differ in case alone are the same; "History" is the programs' own.
    let mut taken = HashSet::from([GUIDE.to_owned(), "history".to_owned()]);
    let name = |respondent: &Respondent| {
        let plain = sanitised(&respondent.name);
        let numbered = (2..).map(|number: u32| {
            let tail = format!("({number})");
            clipped(&plain, MOST - tail.len()) + &tail
        });
        let mut names = std::iter::once(plain.clone()).chain(numbered);
        let free = names.find(|name| taken.insert(name.to_lowercase()));
        free.unwrap_or(plain.clone())
    };
    respondents.iter().map(name).collect()
}

fn sanitised(name: &str) -> String {
    let allowed = |c: char| match c {
        // The full-width form of each stands as far behind it.
        '[' | ']' | ':' | '*' | '?' | '/' | '\\' => {
            char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(' ')
        }
        c if c.is_control() => ' ',
        c => c,
    };
    let name: String = name.chars().map(allowed).collect();
    let name = clipped(name.trim_matches(['\'', ' ']), MOST);
    let name = name.trim_end_matches(['\'', ' ']);
    if name.is_empty() { "地区".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::term::{Level, RegionId};

    fn names(regions: &[&str]) -> Vec<String> {
        let respondent = |name: &&str| Respondent {
            region: RegionId(0),
            name: (*name).into(),
            level: Level::County,
        };
        of_sheets(&regions.iter().map(respondent).collect::<Vec<_>>())
    }

    #[test]
    fn a_name_that_no_sheet_may_have_is_changed_as_little_as_can_be() {
        assert_eq!(names(&["定海区", "甲/乙[1]"]), ["定海区", "甲／乙［1］"]);
        assert_eq!(names(&["'''", "'甲'", "\u{7}"]), ["地区", "甲", "地区(2)"]);
        assert_eq!(names(&["填报说明", "History"]), ["填报说明(2)", "History(2)"]);
    }

    #[test]
    fn long_names_are_cut_and_no_two_are_the_same() {
        let long = "县".repeat(40);
        let found = names(&[&long, &long, "Ab", "aB"]);
        assert_eq!(found[0], "县".repeat(31));
        assert_eq!(found[1], "县".repeat(28) + "(2)");
        assert_eq!(found[2..], ["Ab", "aB(2)"]);
        assert_eq!(names(&[&"𠮷".repeat(20)]), ["𠮷".repeat(15)]);
    }
}
