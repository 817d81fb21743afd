//! Names of sheets, as spreadsheet programs allow them.

use std::collections::HashSet;

use super::spreadsheet::clipped;

/// The most characters a name may have, in UTF-16.
const MOST: usize = 31;

/// A name for the sheet of every region: its own, unless it has characters that none may
/// have, or is that of another sheet.
pub(super) fn names<'n>(regions: impl Iterator<Item = &'n str>, others: &[&str]) -> Vec<String> {
    // Names that differ in case alone are the same; "History" is the programs' own.
    let others = others.iter().chain(&["history"]).map(|name| name.to_lowercase());
    let mut taken: HashSet<String> = others.collect();
    let name = |region: &str| {
        let plain = sanitised(region);
        let numbered = (2..).map(|number: u32| {
            let tail = format!("({number})");
            clipped(&plain, MOST - tail.len()) + &tail
        });
        let mut names = std::iter::once(plain.clone()).chain(numbered);
        let free = names.find(|name| taken.insert(name.to_lowercase()));
        free.unwrap_or(plain.clone())
    };
    regions.map(name).collect()
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

    fn names(regions: &[&str]) -> Vec<String> {
        super::names(regions.iter().copied(), &["填报说明"])
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
