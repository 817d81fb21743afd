//! What nobody sees in a sheet: marks, blanks and widths put anywhere into a sound one.

use proptest::prelude::*;

/// Marks and blanks that copying leaves, and that nobody sees beside what they stand in.
const MARKS: [&str; 26] = [
    "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202B}", "\u{202C}",
    "\u{202D}", "\u{202E}", "\u{2060}", "\u{2066}", "\u{2067}", "\u{2069}", "\u{FEFF}", "\u{AD}",
    "\u{34F}", "\u{61C}", "\u{180E}", "\u{FE0F}", "\u{3164}", "\u{1A}", " ", "\u{A0}", "\u{3000}",
    "\n",
];

/// One change of one cell.
#[derive(Debug, Clone)]
pub(crate) struct Noise {
    row: usize,
    cell: usize,
    at: usize,
    /// What is put in; none to make a character wide.
    mark: Option<&'static str>,
}

pub(crate) fn noise() -> impl Strategy<Value = Noise> {
    let mark = prop_oneof![
        3 => prop::sample::select(MARKS.to_vec()).prop_map(Some),
        1 => Just(None),
    ];
    (0usize..4, 0usize..7, 0usize..40, mark).prop_map(|(row, cell, at, mark)| Noise {
        row,
        cell,
        at,
        mark,
    })
}

/// A sheet with changes, every cell in quotes.
pub(crate) fn noisy(rows: &[&str], noises: &[Noise]) -> String {
    let mut cells: Vec<Vec<String>> =
        rows.iter().map(|row| row.split(',').map(str::to_owned).collect()).collect();
    for noise in noises {
        let Some(cell) = cells.get_mut(noise.row).and_then(|row| row.get_mut(noise.cell)) else {
            continue;
        };
        let mut characters: Vec<char> = cell.chars().collect();
        let at = noise.at % (characters.len() + 1);
        match noise.mark {
            Some(mark) => {
                characters.splice(at..at, mark.chars());
            }
            None => {
                if let Some(c @ '!'..='~') = characters.get_mut(at) {
                    *c = char::from_u32(u32::from(*c) + 0xFEE0).unwrap();
                }
            }
        }
        *cell = characters.into_iter().collect();
    }
    let line = |row: &Vec<String>| {
        let quoted: Vec<String> = row.iter().map(|cell| format!("\"{cell}\"")).collect();
        quoted.join(",") + "\n"
    };
    cells.iter().map(line).collect()
}
