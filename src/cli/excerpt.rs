//! The lines that findings point at.
//!
//! A finding about a row that was read without trouble knows its line's number
//! alone; the text is fetched from the file when it is to be drawn.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::sync::Arc;

use dabiao::diagnostic::{Diagnostic, Problem, SubmissionProblem};
use dabiao::source::Place;
use dabiao::text::without_marks;

/// How much of a file is read for its lines, in bytes; those behind are told by number.
const MOST_READ: u64 = 256 << 20;
/// How much of a line is kept, in bytes: no terminal shows more.
const LONGEST: usize = 16 << 10;

/// The findings with the text of every line they point at, where it can be had: of what
/// came by standard input it can't, and a file may be there that has the same name.
pub(super) fn with_text(mut found: Vec<Diagnostic>, not_a_file: Option<&str>) -> Vec<Diagnostic> {
    let mut wanted: BTreeMap<Arc<str>, BTreeSet<u64>> = BTreeMap::new();
    for place in found.iter_mut().flat_map(places) {
        if let Some(number) = lacking(place)
            && not_a_file != Some(&*place.file)
        {
            wanted.entry(Arc::clone(&place.file)).or_default().insert(number);
        }
    }
    let texts: BTreeMap<Arc<str>, BTreeMap<u64, String>> = wanted
        .into_iter()
        .map(|(file, numbers)| {
            let texts = read(&file, &numbers).unwrap_or_default();
            (file, texts)
        })
        .collect();
    for place in found.iter_mut().flat_map(places) {
        let text = lacking(place).and_then(|number| texts.get(&place.file)?.get(&number));
        if let (Some(text), Some(number)) = (text, place.line_number()) {
            *place = Place::line(&place.file, number, text, 0..text.len());
        }
    }
    found
}

/// The places of a finding; none of one about bytes that are no text.
fn places(found: &mut Diagnostic) -> impl Iterator<Item = &mut Place> {
    let is_text =
        !matches!(found.problem, Problem::Submission(SubmissionProblem::Undecodable { .. }));
    found.place.iter_mut().chain(&mut found.related).filter(move |_| is_text)
}

/// The number of a line whose text was not kept.
fn lacking(place: &Place) -> Option<u64> {
    // A spot that names its column says all there is.
    let line = place.line.as_ref().filter(|line| line.text.is_empty() && line.column.is_none());
    line.map(|line| line.number)
}

/// Those lines of a file, as far as they are UTF-8: in another encoding they would be no
/// help.
fn read(file: &str, numbers: &BTreeSet<u64>) -> Option<BTreeMap<u64, String>> {
    // A pipe has no lines left, and opening one would wait for more.
    if !Path::new(file).is_file() {
        return None;
    }
    let last = *numbers.last()?;
    let mut texts = BTreeMap::new();
    let mut reader = BufReader::new(File::open(file).ok()?.take(MOST_READ));
    // What is not text has no lines: a table of rows may be told by their numbers too.
    if reader.fill_buf().ok()?.contains(&0) {
        return None;
    }
    for number in 1..=last {
        let Some(bytes) = line(&mut reader, numbers.contains(&number)).ok()? else { break };
        if numbers.contains(&number) {
            let text = match std::str::from_utf8(&bytes) {
                Ok(text) => text,
                // Cut within a character.
                Err(error) if error.error_len().is_none() => {
                    std::str::from_utf8(bytes.get(..error.valid_up_to())?).ok()?
                }
                Err(_) => return None,
            };
            let text = without_marks(text).trim_end_matches(['\r', '\n']);
            texts.insert(number, text.to_owned());
        }
    }
    Some(texts)
}

/// Reads a line and keeps the beginning of one that is wanted; none at the end.
fn line(reader: &mut impl BufRead, is_wanted: bool) -> io::Result<Option<Vec<u8>>> {
    let mut kept = Vec::new();
    let mut is_there = false;
    loop {
        let buffer = reader.fill_buf()?;
        if buffer.is_empty() {
            return Ok(is_there.then_some(kept));
        }
        is_there = true;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let length = end.map_or(buffer.len(), |end| end + 1);
        if is_wanted {
            let room = LONGEST.saturating_sub(kept.len());
            kept.extend(buffer.iter().take(length.min(room)));
        }
        reader.consume(length);
        if end.is_some() {
            return Ok(Some(kept));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_to_its_bound_and_the_next_begins_behind_it() {
        let long = "数".repeat(LONGEST);
        let text = format!("a\n{long}\r\nb");
        let mut reader = BufReader::with_capacity(7, text.as_bytes());
        assert_eq!(line(&mut reader, false).unwrap(), Some(vec![]));
        assert_eq!(line(&mut reader, true).unwrap().map(|line| line.len()), Some(LONGEST));
        assert_eq!(line(&mut reader, true).unwrap(), Some(b"b".to_vec()));
        assert_eq!(line(&mut reader, true).unwrap(), None);
    }

    #[test]
    fn a_line_that_is_cut_within_a_character_is_shown_up_to_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        std::fs::write(&path, format!("x{}\n", "数".repeat(LONGEST))).unwrap();
        let texts = read(path.to_str().unwrap(), &BTreeSet::from([1])).unwrap();
        assert_eq!(texts[&1].len(), LONGEST - (LONGEST - 1) % 3);
    }
}
