//! The lines that findings point at.
//!
//! A finding about a row that was read without trouble knows its line's number
//! alone; the text is fetched from the file when it is to be drawn.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::sync::Arc;

use dabiao::diagnostic::{Diagnostic, Problem, SubmissionProblem};
use dabiao::source::Place;
use dabiao::text::without_marks;

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
    let mut reader = BufReader::new(File::open(file).ok()?);
    let mut bytes = Vec::new();
    for number in 1..=last {
        bytes.clear();
        if reader.read_until(b'\n', &mut bytes).ok()? == 0 {
            break;
        }
        if numbers.contains(&number) {
            let text = std::str::from_utf8(&bytes).ok()?;
            let text = without_marks(text).trim_end_matches(['\r', '\n']);
            texts.insert(number, text.to_owned());
        }
    }
    Some(texts)
}
