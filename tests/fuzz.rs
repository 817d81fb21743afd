//! Replays the corpus of the fuzz targets, and a bounded number of inputs made of it. The
//! same inputs every time: `fuzz/README.md` says how to look for new ones.

// A test that can't go on should stop, and say with which input.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, unreachable_pub)]

#[path = "../fuzz/src/lib.rs"]
mod targets;

use std::path::Path;
use std::{fs, panic};

/// What one target has kept, by the files' names.
fn corpus(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            (name, fs::read(entry.path()).unwrap())
        })
        .collect();
    files.sort();
    assert!(files.len() >= 10, "{target}: {}", files.len());
    files
}

/// What forms are made of.
const FORMS: &str = include_str!("../fuzz/words.dict");
/// What rules, reports and indicator tables are made of.
const RULES: &str = include_str!("../fuzz/rules.dict");

/// The entries of a dictionary, whose bytes beyond ASCII are written `\xE5`.
fn words(dictionary: &str) -> Vec<Vec<u8>> {
    let lines = dictionary.lines();
    let quoted = lines.filter(|line| !line.starts_with('#')).filter_map(|line| {
        let (_, rest) = line.split_once('"')?;
        rest.strip_suffix('"')
    });
    let word = |quoted: &str| {
        let mut rest = quoted.as_bytes();
        let mut word = Vec::new();
        while let [first, behind @ ..] = rest {
            let (byte, length) = match (first, behind) {
                (b'\\', [b'x', a, b, ..]) => {
                    let digits = [*a, *b];
                    let digits = std::str::from_utf8(&digits).unwrap();
                    (u8::from_str_radix(digits, 16).unwrap(), 4)
                }
                (b'\\', [escaped, ..]) => (*escaped, 2),
                _ => (*first, 1),
            };
            word.push(byte);
            rest = &rest[length..];
        }
        word
    };
    quoted.map(word).collect()
}

/// Numbers in an order that looks like none and is the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    /// From 0 up to `below`, which is above 0.
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below as u64) as usize
    }

    fn range(&mut self, length: usize) -> std::ops::Range<usize> {
        let (one, other) = (self.roll(length + 1), self.roll(length + 1));
        one.min(other)..one.max(other)
    }
}

/// Changes an input in one way.
fn change(input: &mut Vec<u8>, words: &[Vec<u8>], others: &[(String, Vec<u8>)], dice: &mut Dice) {
    let at = dice.roll(input.len() + 1);
    match dice.roll(6) {
        0 if at < input.len() => input[at] ^= 1 << dice.roll(8),
        1 if at < input.len() => input[at] = dice.roll(256) as u8,
        2 => {
            let range = dice.range(input.len());
            input.drain(range);
        }
        3 => {
            let range = dice.range(input.len().min(200));
            let again = input[range].to_vec();
            input.splice(at..at, again);
        }
        4 => {
            let (_, other) = &others[dice.roll(others.len())];
            let part = other[dice.range(other.len())].to_vec();
            input.splice(at..at, part);
        }
        _ => {
            let word = words[dice.roll(words.len())].clone();
            input.splice(at..at, word);
        }
    }
}

/// A number that whoever looks for faults sets, and what stands for it else.
fn set(variable: &str, usual: u64) -> u64 {
    std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

/// Gives a target its corpus, and so many inputs made of it.
fn replay(target: &str, dictionary: &str, count: usize, run: fn(&[u8])) {
    let corpus = corpus(target);
    let last = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("last-{target}"));
    let keeps = set("FUZZ_KEEP", 0) > 0;
    let check = |name: &str, input: &[u8]| {
        if keeps {
            fs::write(&last, input).unwrap();
        }
        if let Err(fault) = panic::catch_unwind(|| run(input)) {
            eprintln!("{target}: {name}: {:?}", String::from_utf8_lossy(input));
            panic::resume_unwind(fault);
        }
    };
    for (name, input) in &corpus {
        check(name, input);
    }
    let words = words(dictionary);
    assert!(words.len() > 100);
    let mut dice = Dice(set("FUZZ_SEED", 0x9E37_79B9_7F4A_7C15).max(1));
    for _ in 0..count as u64 * set("FUZZ_TIMES", 1) {
        let (name, input) = &corpus[dice.roll(corpus.len())];
        let mut input = input.clone();
        for _ in 0..=dice.roll(4) {
            change(&mut input, &words, &corpus, &mut dice);
        }
        check(&format!("made of {name}"), &input);
    }
}

#[test]
fn whatever_text_is_sent_every_row_is_read_or_told() {
    replay("text", FORMS, 1000, targets::text);
}

#[test]
fn a_number_that_is_read_has_the_digits_that_were_written() {
    replay("number", FORMS, 1000, targets::number);
}

#[test]
fn a_table_says_the_same_whatever_parts_its_cells() {
    replay("layout", FORMS, 500, targets::layout);
}

#[test]
fn whatever_workbook_is_sent_every_value_is_read_or_told() {
    replay("workbook", FORMS, 600, targets::workbook);
}

#[test]
fn whatever_rules_are_written_they_are_a_plan_or_told_to_a_bound() {
    replay("plan", RULES, 150, targets::plan);
}

#[test]
fn whatever_roster_is_named_each_row_is_a_region_or_told_to_a_bound() {
    replay("roster", RULES, 120, targets::roster);
}

#[test]
fn whatever_waivers_and_cases_are_written_they_are_read_or_told_to_a_bound() {
    replay("beside", RULES, 60, targets::beside);
}

#[test]
fn whatever_report_is_compared_it_is_read_or_told_to_a_bound() {
    replay("record", RULES, 300, targets::record);
}

#[test]
fn whatever_table_is_drafted_from_the_rules_are_rules() {
    replay("draft", RULES, 150, targets::draft);
}

#[test]
fn a_dictionary_says_each_word_once() {
    for dictionary in [FORMS, RULES] {
        let mut words = words(dictionary);
        let count = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), count);
    }
}

#[test]
fn however_many_threads_read_the_same_is_read() {
    for (_, input) in corpus("text").iter().filter(|(_, input)| input.len() > 100) {
        targets::threads(input);
    }
}

/// The names under a heading of a manifest.
fn names_under<'t>(manifest: &'t str, heading: &str) -> Vec<&'t str> {
    let (_, rest) = manifest.split_once(heading).unwrap();
    let lines = rest.lines().take_while(|line| !line.starts_with('['));
    lines.filter_map(|line| line.split_once(" = ").map(|(name, _)| name)).collect()
}

#[test]
fn the_lock_of_the_targets_knows_all_that_the_program_needs() {
    let lock = include_str!("../fuzz/Cargo.lock");
    let (_, own) = lock.split_once("name = \"dabiao\"\n").unwrap();
    let (own, _) = own.split_once("[[package]]").unwrap();
    let manifest = include_str!("../Cargo.toml");
    // The targets are of the library alone: a lock does not hold what only a feature needs.
    let manifest: String =
        manifest.split_inclusive('\n').filter(|line| !line.contains("optional = true")).collect();
    let needed = names_under(&manifest, "[dependencies]\n");
    assert!(needed.len() > 20);
    for name in needed {
        let is_there = [format!(" \"{name}\","), format!(" \"{name} ")];
        assert!(is_there.iter().any(|entry| own.contains(entry)), "{name}");
    }
}

#[test]
fn every_target_is_one_that_is_replayed_and_explained() {
    let page = include_str!("../fuzz/README.md");
    let replayed = include_str!("fuzz.rs");
    let targets = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/fuzz_targets"));
    for target in targets.unwrap() {
        let target = target.unwrap().path();
        let name = target.file_stem().unwrap().to_str().unwrap();
        assert!(page.contains(&format!("| `{name}` |")), "{name}");
        assert!(replayed.contains(&format!("replay(\"{name}\", ")), "{name}");
    }
}
