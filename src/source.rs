//! Where things stand in the files they came from.

mod spots;

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

pub(crate) use spots::Columns;
pub use spots::Spots;

/// The most bytes of a line that a [`Line`] keeps.
const KEPT: usize = 400;

/// A file, and mostly a line of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The path as it was given.
    pub file: Arc<str>,
    /// The line, unless the whole file is meant.
    pub line: Option<Line>,
}

/// One physical line, kept with its text so that it can be drawn later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Physical line number, from 1.
    pub number: u64,
    /// The name of the column, as the file's header has it.
    pub column: Option<Arc<str>>,
    /// The text, cut at both ends if it is very long.
    pub text: Box<str>,
    /// The bytes of `text` that are meant.
    pub span: Range<usize>,
}

/// Where a value stands in a file whose lines don't say it by themselves: a workbook, or
/// a table with several values on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Physical line number, from 1; in a workbook the number of the row.
    pub line: u64,
    /// The column: its heading, or in a workbook the cell, as `Sheet!D7`.
    pub column: Arc<str>,
    /// What the cell holds.
    pub text: Box<str>,
}

impl Place {
    /// A value of a table.
    pub fn spot(file: &Arc<str>, spot: &Spot) -> Self {
        Self::line(file, spot.line, &spot.text, 0..spot.text.len()).column(&spot.column)
    }

    /// The whole file.
    pub fn file(file: &Arc<str>) -> Self {
        Self { file: Arc::clone(file), line: None }
    }

    /// A span of one line of the file.
    pub fn line(file: &Arc<str>, number: u64, text: &str, span: Range<usize>) -> Self {
        Self { file: Arc::clone(file), line: Some(Line::new(number, text, span)) }
    }

    /// A span of a text file; the line is found by counting.
    ///
    /// A span over several lines is cut at the end of its first.
    pub fn span(file: &Arc<str>, source: &str, span: Range<usize>) -> Self {
        Self::within(file, source, 1, span)
    }

    /// The same of a file whose lines are known to begin at `starts`.
    pub fn among(file: &Arc<str>, source: &str, starts: &[usize], span: Range<usize>) -> Self {
        let line = starts.partition_point(|from| *from <= span.start).max(1);
        let from = starts.get(line - 1).copied().unwrap_or(0);
        let to = starts.get(line).copied().unwrap_or(source.len());
        // A line may be the whole file, and have a place for each of its words.
        let text = source.get(from..to).unwrap_or_default();
        let text = text.strip_suffix('\n').unwrap_or(text).trim_end_matches('\r');
        let start = span.start.saturating_sub(from).min(text.len());
        let end = span.end.saturating_sub(from).clamp(start, text.len());
        Self::line(file, line as u64, text, start..end)
    }

    /// The same of a part of a file that begins with line `first`.
    pub fn within(file: &Arc<str>, part: &str, first: u64, span: Range<usize>) -> Self {
        let start = floor(part, span.start);
        let from = part[..start].rfind('\n').map_or(0, |at| at + 1);
        let to = part[start..].find('\n').map_or(part.len(), |at| start + at);
        let number = memchr::memchr_iter(b'\n', &part.as_bytes()[..start]).count() as u64 + first;
        let text = part[from..to].trim_end_matches('\r');
        Self::line(file, number, text, start - from..span.end.min(to).max(start) - from)
    }

    /// The same, with the name of the column, if that has one.
    #[must_use]
    pub fn column(mut self, name: &Arc<str>) -> Self {
        if let Some(line) = &mut self.line {
            line.column = Some(Arc::clone(name)).filter(|name| !name.is_empty());
        }
        self
    }

    /// The line's number, if a line is meant.
    pub fn line_number(&self) -> Option<u64> {
        self.line.as_ref().map(|line| line.number)
    }
}

impl Line {
    fn new(number: u64, text: &str, span: Range<usize>) -> Self {
        let from = floor(text, span.start.saturating_sub(KEPT / 2));
        let to = floor(text, (from + KEPT).min(text.len()));
        let start = floor(text, span.start).clamp(from, to);
        let end = floor(text, span.end).clamp(start, to);
        Self { number, column: None, text: text[from..to].into(), span: start - from..end - from }
    }
}

/// `rules.toml:12`, `2023.csv:7 数值`, `2023.xlsx Sheet1!D7`.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = &self.file;
        let Some(line) = &self.line else { return f.write_str(file) };
        match &line.column {
            // The cell of a workbook has the number of its row.
            Some(cell) if cell.contains('!') => write!(f, "{file} {cell}"),
            Some(column) => write!(f, "{file}:{} {column}", line.number),
            None => write!(f, "{file}:{}", line.number),
        }
    }
}

/// Where the lines of a text begin, so that each place need not count them anew.
pub fn line_starts(text: &str) -> Vec<usize> {
    let ends = || memchr::memchr_iter(b'\n', text.as_bytes());
    // There may be millions: no more room is taken than they need.
    let mut starts = Vec::with_capacity(ends().count() + 1);
    starts.push(0);
    starts.extend(ends().map(|end| end + 1));
    starts
}

/// The nearest character boundary at or before `at`.
pub(crate) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_finds_its_line() {
        let file = Arc::from("a.toml");
        let place = Place::span(&file, "一\r\n二 = 三\n四", 12..15);
        let line = place.line.unwrap();
        assert_eq!((line.number, &*line.text), (2, "二 = 三"));
        assert_eq!(&line.text[line.span], "三");
    }

    #[test]
    fn a_place_is_the_same_where_lines_are_counted_and_where_they_are_known() {
        let file = Arc::from("a.toml");
        for text in ["一\r\n二 = 三\n\n四", "\n\n", "", "a\nb"] {
            let starts = line_starts(text);
            for from in (0..=text.len() + 2).filter(|at| text.is_char_boundary(*at)) {
                for to in from..text.len() + 3 {
                    let known = Place::among(&file, text, &starts, from..to);
                    assert_eq!(known, Place::span(&file, text, from..to), "{text:?} {from}..{to}");
                }
            }
        }
    }

    #[test]
    fn a_place_among_lines_is_that_which_is_found_by_counting() {
        let source = "甲 = 1\r\n乙 = [\n 2,\n]\n\n丙 = '长'";
        let starts = line_starts(source);
        let file: Arc<str> = "a.toml".into();
        let ends: Vec<usize> = source.char_indices().map(|(at, _)| at).collect();
        for from in &ends {
            for to in ends.iter().filter(|to| *to >= from) {
                let counted = Place::span(&file, source, *from..*to);
                assert_eq!(
                    Place::among(&file, source, &starts, *from..*to),
                    counted,
                    "{from} {to}"
                );
            }
        }
    }

    #[test]
    fn a_very_long_line_is_cut_around_what_is_meant() {
        let text = format!("{}错{}", "甲".repeat(5000), "乙".repeat(5000));
        let at = "甲".len() * 5000;
        let line = Line::new(1, &text, at..at + 3);
        assert!(line.text.len() <= KEPT);
        assert_eq!(&line.text[line.span], "错");
    }

    #[test]
    fn spans_beyond_the_text_do_not_panic() {
        let file = Arc::from("a.toml");
        for span in [0..0, 0..99, 99..120, 1..2] {
            Place::span(&file, "甲\n", span);
        }
    }
}
