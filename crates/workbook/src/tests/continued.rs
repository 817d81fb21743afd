//! Records of an .xls that others continue: a record has 8,224 bytes at the most, and texts
//! have more.

use super::first as read;
use super::made::{record, style, xls};
use super::parts::damaged;
use super::rich::fonts;
use super::*;

const SST: u16 = 0x00FC;
const CONTINUE: u16 = 0x003C;

/// A shared text, with where its runs begin and their fonts, and what tells how it is spoken.
struct Text {
    said: &'static str,
    runs: &'static [(u16, u16)],
    spoken: &'static [u8],
}

const TEXTS: [Text; 7] = [
    Text { said: "定海区残疾人就业率", runs: &[], spoken: &[] },
    Text { said: "ab57.2定海cd", runs: &[], spoken: &[] },
    Text { said: "57.21", runs: &[(0, 0), (4, 5)], spoken: &[] },
    Text { said: "", runs: &[], spoken: &[] },
    Text { said: "甲乙", runs: &[(1, 0)], spoken: b"\x01\x00\x3C\x00\x00\x00jia" },
    Text { said: "\u{E9}t\u{E9}", runs: &[], spoken: &[0; 9] },
    Text { said: "末行", runs: &[], spoken: &[] },
];

const READ: [&str; 6] = [
    "A1 定海区残疾人就业率",
    "B1 ab57.2定海cd",
    "C1 57.2¹",
    "E1 甲乙",
    "F1 \u{E9}t\u{E9}",
    "G1 末行",
];

/// The data of a record and of those that continue it: cut where one may be, which is asked for
/// each such place by its number.
struct Pieces<'c> {
    pieces: Vec<Vec<u8>>,
    places: usize,
    is_cut: &'c dyn Fn(usize) -> bool,
}

impl Pieces<'_> {
    /// Whether it is cut here.
    fn is_cut(&mut self) -> bool {
        self.places += 1;
        (self.is_cut)(self.places - 1)
    }

    fn push(&mut self, bytes: &[u8]) {
        self.pieces.last_mut().unwrap().extend(bytes);
    }

    fn text(&mut self, Text { said, runs, spoken }: &Text) {
        // Parts of the text that no cut parts, each as narrow as it can be.
        let mut parts = vec![(false, Vec::new())];
        for unit in said.encode_utf16() {
            if self.is_cut() {
                parts.push((true, Vec::new()));
            }
            parts.last_mut().unwrap().1.push(unit);
        }
        let width = |units: &[u16]| u8::from(units.iter().any(|unit| *unit > 0xFF));
        let has = |is: bool, flag: u8| if is { flag } else { 0 };
        let flags = width(&parts[0].1) | has(!runs.is_empty(), 8) | has(!spoken.is_empty(), 4);
        if self.is_cut() {
            self.pieces.push(Vec::new());
        }
        self.push(&u16::try_from(said.encode_utf16().count()).unwrap().to_le_bytes());
        self.push(&[flags]);
        if !runs.is_empty() {
            self.push(&u16::try_from(runs.len()).unwrap().to_le_bytes());
        }
        if !spoken.is_empty() {
            self.push(&u32::try_from(spoken.len()).unwrap().to_le_bytes());
        }
        for (is_behind, units) in parts {
            let is_wide = width(&units) == 1;
            if is_behind {
                self.pieces.push(vec![width(&units)]);
            }
            for unit in units {
                self.push(&unit.to_le_bytes()[..1 + usize::from(is_wide)]);
            }
        }
        let runs = runs.iter().flat_map(|(at, font)| [at.to_le_bytes(), font.to_le_bytes()]);
        for byte in runs.flatten().chain(spoken.iter().copied()) {
            if self.is_cut() {
                self.pieces.push(Vec::new());
            }
            self.push(&[byte]);
        }
    }
}

/// The pieces of the texts, and at how many places they may be cut.
fn pieces(is_cut: &dyn Fn(usize) -> bool) -> (Vec<Vec<u8>>, usize) {
    let count = u32::try_from(TEXTS.len()).unwrap().to_le_bytes();
    let mut pieces = Pieces { pieces: vec![[count, count].concat()], places: 0, is_cut };
    TEXTS.iter().for_each(|text| pieces.text(text));
    (pieces.pieces, pieces.places)
}

/// Their records, with so many of no length behind each.
fn records(pieces: &[Vec<u8>], empty: usize) -> Vec<u8> {
    let kinds = std::iter::once(SST).chain(std::iter::repeat(CONTINUE));
    let empty = record(CONTINUE, &[]).repeat(empty);
    let one = |(kind, piece): (u16, &Vec<u8>)| [record(kind, piece), empty.clone()].concat();
    kinds.zip(pieces).flat_map(one).collect()
}

/// A workbook with the records of shared texts, and a row of all of them.
fn book(shared: Vec<u8>) -> Vec<u8> {
    let label = |at: u8| record(0x00FD, &[0, 0, at, 0, 0, 0, at, 0, 0, 0]);
    let row: Vec<_> = (0..7).map(label).collect();
    xls(&[fonts(), style(0), shared], &row)
}

#[test]
fn texts_are_the_same_wherever_their_record_is_cut() {
    let (whole, places) = pieces(&|_| false);
    assert_eq!(read(&book(records(&whole, 0))), READ);
    assert!(places > 60);
    for cut in 0..places {
        let (pieces, _) = pieces(&|at| at == cut);
        assert_eq!(pieces.len(), 2);
        assert_eq!(read(&book(records(&pieces, 0))), READ, "cut at {cut}");
    }
    for every in 1..7 {
        let (pieces, _) = pieces(&|at| at % every == 0);
        for empty in [0, 1, 3] {
            assert_eq!(read(&book(records(&pieces, empty))), READ, "every {every}, {empty}");
        }
    }
}

#[test]
fn a_record_that_is_continued_and_asks_for_nothing_of_it_is_read_as_ever() {
    let (pieces, _) = pieces(&|at| at % 5 == 0);
    let more = record(CONTINUE, b"\x01\x00\x00\x00ab").repeat(3);
    let behind = |bytes: Vec<u8>| [bytes, more.clone()].concat();
    let label = || record(0x00FD, &[0; 10]);
    let shared = || records(&pieces, 0);
    for bytes in [
        xls(&[more.clone(), fonts(), style(0), shared()], &[label()]),
        xls(&[fonts(), behind(style(0)), shared()], &[label()]),
        xls(&[fonts(), style(0), behind(shared())], &[label()]),
        xls(&[fonts(), style(0), shared()], &[more.clone(), behind(label())]),
    ] {
        assert_eq!(read(&bytes), READ[..1]);
    }
}

#[test]
fn texts_that_end_before_they_are_whole_are_damaged() {
    let (pieces, _) = pieces(&|at| at % 5 == 0);
    let last = pieces.last().unwrap();
    for behind in [vec![], record(CONTINUE, &[]), record(CONTINUE, &[]).repeat(1_000)] {
        // Within a text, before one that cells ask for, and half of a wide character.
        let cut = [&pieces[..2], &[vec![]]].concat();
        assert_eq!(damaged(&book([records(&cut, 0), behind.clone()].concat())), "Workbook");
        assert_eq!(damaged(&book([record(SST, &[0; 8]), behind.clone()].concat())), "Workbook");
        let half = [&pieces[..pieces.len() - 1], &[last[..last.len() - 1].to_vec()]].concat();
        assert_eq!(damaged(&book([records(&half, 0), behind].concat())), "Workbook");
    }
}

#[test]
fn what_a_workbook_says_once_is_not_said_twice() {
    let (whole, _) = pieces(&|_| false);
    let other = record(SST, &[1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, b'x']);
    let days = |mode: u8| record(0x0022, &[mode, 0]);
    let same = records(&whole, 0);
    assert_eq!(read(&book([same.clone(), days(0), same.clone(), days(0)].concat())), READ);
    for twice in
        [[same.clone(), other.clone()], [other, same.clone()], [[same, days(0)].concat(), days(1)]]
    {
        assert_eq!(damaged(&book(twice.concat())), "Workbook");
    }
    // A cell that is of one of two formats is of neither.
    let code = |text: &[u8; 4]| record(0x041E, &[&[164, 0, 4, 0, 0][..], text].concat());
    let cell = || record(0x0203, &[&[0; 6], &0.572_f64.to_le_bytes()[..]].concat());
    for (codes, shown) in [
        ([code(b"0.0%"), code(b"0.0%")], "A1 57.2%"),
        ([code(b"0.0%"), code(b"0.00")], "A1 0.572 (?)"),
        ([code(b"0.00"), code(b"0.0%")], "A1 0.572 (?)"),
    ] {
        assert_eq!(read(&xls(&[codes.concat(), style(164)], &[cell()])), [shown]);
    }
}

#[test]
fn shared_texts_are_charged_as_they_are_kept() {
    for (piece, kept) in
        [(&b"\x00abc"[..], 3), (b"\x00\xE9\xE9\xE9", 6), (b"\x01AN\x00\x80\x11b", 9)]
    {
        let shared = [&[1, 0, 0, 0, 1, 0, 0, 0, 3, 0], piece].concat();
        let mut budget = Budget::default();
        let before = budget.bytes_spent();
        Workbook::open(book(record(SST, &shared)), &mut budget).unwrap();
        assert_eq!(budget.bytes_spent() - before, kept);
    }
}
