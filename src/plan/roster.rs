//! The rows of a roster.

use std::io::Cursor;

/// The rows of a table whose cells commas part: of a text without quotes as they lie between
/// line ends, and else as the reader of CSV has them.
pub(super) struct Rows<'t> {
    text: &'t str,
    reader: csv::Reader<Cursor<&'t str>>,
    record: csv::ByteRecord,
    /// The cells of a row that was read at once.
    cells: Vec<&'t str>,
    /// How many cells each row has.
    width: usize,
    /// How many rows were read at once, and behind which byte; none where that is over.
    plain: Option<(u64, usize)>,
    /// The number of the next line.
    line: u64,
}

/// The cells of one row.
pub(super) enum Row<'r> {
    /// As they lie in the text, and whether all that they hold [is seen](is_seen).
    Plain(&'r [&'r str], bool),
    Record(&'r csv::ByteRecord),
}

/// Whether a byte is surely of a letter, a digit or a sign that shows: of no blank, no control,
/// nothing that is invisible, and no sign by which a cell is marked as text.
fn is_seen(byte: u8) -> bool {
    // Of what is written in three bytes, the ideographs.
    let is_of_ideograph = (0xE4..=0xE9).contains(&byte) | (0x80..=0xBF).contains(&byte);
    let is_sign = (b'!'..=b'~').contains(&byte) & (byte != b'\'') & (byte != b'=');
    is_of_ideograph | is_sign
}

impl Row<'_> {
    /// Whether all that its cells hold is surely seen: then there is no blank around them and
    /// no control in them, and those that say nothing are empty.
    pub(super) fn is_seen(&self) -> bool {
        matches!(self, Self::Plain(_, true))
    }

    /// A cell, if there are so many.
    pub(super) fn get(&self, at: usize) -> Option<&str> {
        match self {
            Self::Plain(cells, _) => cells.get(at).copied(),
            // The text is valid already: a record need not be looked at as a whole.
            Self::Record(record) => {
                let cell = record.get(at)?;
                Some(simdutf8::basic::from_utf8(cell).unwrap_or_default())
            }
        }
    }
}

/// Where a row begins, or blank lines above it: the byte and the line.
pub(super) type At = (usize, u64);

impl<'t> Rows<'t> {
    /// The rows behind the header, and that.
    pub(super) fn of(text: &'t str) -> (Self, Option<csv::StringRecord>) {
        let mut reader = csv::ReaderBuilder::new().from_reader(Cursor::new(text));
        let header = reader.headers().ok().cloned();
        let (byte, line) = (reader.position().byte() as usize, reader.position().line());
        let is_plain = memchr::memchr2(b'"', b'\r', text.as_bytes()).is_none();
        let plain = is_plain.then_some((reader.position().record(), byte));
        let width = header.as_ref().map_or(0, csv::StringRecord::len);
        let (record, cells) = (csv::ByteRecord::new(), Vec::with_capacity(width));
        (Self { text, reader, record, cells, width, plain, line }, header)
    }

    /// The next row and where it begins, or why it can't be read.
    pub(super) fn next(&mut self) -> Option<(At, Result<Row<'_>, csv::Error>)> {
        if let Some((rows, behind)) = self.plain {
            let at = (behind, self.line);
            let rest = self.text.get(behind..).unwrap_or_default();
            let row = rest.trim_start_matches('\n');
            let end = memchr::memchr(b'\n', row.as_bytes());
            let (row, blank) = (row.get(..end.unwrap_or(row.len()))?, rest.len() - row.len());
            if row.is_empty() {
                return None;
            }
            self.cells.clear();
            let mut from = 0;
            for at in memchr::memchr_iter(b',', row.as_bytes()).chain([row.len()]) {
                self.cells.push(row.get(from..at).unwrap_or_default());
                from = at + 1;
            }
            if self.cells.len() == self.width {
                self.line += blank as u64 + 1;
                self.plain = Some((rows + 1, behind + blank + row.len() + 1));
                // All bytes are looked at: so many are at once.
                let is_seen = row.bytes().fold(true, |all, byte| all & is_seen(byte));
                return Some((at, Ok(Row::Plain(&self.cells, is_seen))));
            }
            // What is wrong with it is told by the reader, which goes on from there.
            self.plain = None;
            let mut position = csv::Position::new();
            position.set_byte(behind as u64).set_line(self.line).set_record(rows);
            if let Err(error) = self.reader.seek(position) {
                return Some((at, Err(error)));
            }
        }
        let position = self.reader.position();
        let at = (position.byte() as usize, position.line());
        match self.reader.read_byte_record(&mut self.record) {
            Ok(false) => None,
            Ok(true) => Some((at, Ok(Row::Record(&self.record)))),
            Err(error) => Some((at, Err(error))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::field::has_control;
    use super::*;
    use crate::text::says_nothing;
    use proptest::prelude::*;

    /// The rows of a text, where each begins, and the faults in it.
    fn told(mut rows: Rows<'_>) -> Vec<(At, Result<Vec<String>, String>)> {
        let mut told = Vec::new();
        while let Some((at, row)) = rows.next() {
            let cells =
                |row: Row<'_>| (0..).map_while(|at| Some(row.get(at)?.to_owned())).collect();
            told.push((at, row.map(cells).map_err(|error| error.to_string())));
        }
        told
    }

    proptest! {
        #[test]
        fn what_is_seen_has_no_blank_around_it_no_control_and_something_to_say(
            cell in "([!-~一-龥]|\\PC|[\\x00-\\x20\\x7F-\\xAD\u{200B}-\u{202E}\u{3000}＇‘=']){0,3}",
        ) {
            let text = format!("a,b\nx,{cell}\n");
            let (mut rows, _) = Rows::of(&text);
            if let Some((_, Ok(row))) = rows.next() && row.is_seen() {
                let cell = row.get(1).unwrap();
                prop_assert_eq!(cell.trim(), cell);
                prop_assert!(!has_control(cell));
                prop_assert_eq!(says_nothing(cell), cell.is_empty());
            }
        }

        #[test]
        fn rows_that_are_read_at_once_are_those_of_the_reader_of_csv(
            text in "[a甲]{0,2}(,[a甲 ]{0,2}){1,2}\n([a甲 ]{0,2}(,[a甲 ]{0,2}){1,2}\n{1,3}){0,6}",
            end in "[a,]{0,3}", quote in proptest::option::of("\"[a,\n]{0,3}\"(,a)?\n"),
        ) {
            let text = format!("{text}{end}{}", quote.unwrap_or_default());
            let (plain, _) = Rows::of(&text);
            let (careful, _) = Rows::of(&text);
            prop_assert_eq!(plain.plain.is_some(), !text.contains('"'));
            prop_assert_eq!(told(plain), told(Rows { plain: None, ..careful }));
        }
    }
}
