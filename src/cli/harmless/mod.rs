//! The last thing before text leaves: what a terminal or a runner of CI would obey is made
//! visible.
//!
//! Names, cells, titles and arguments are others' text, and may hold controls that move the
//! cursor, marks that turn the direction of a line, or commands of a runner. Whatever
//! wrote them, they pass through here. Where people read it, so does what nobody sees: two names
//! that look the same are not.

mod piece;
#[cfg(test)]
mod tests;

use std::io::{self, Write};

use dabiao::render::{FileFormat, Out};
use dabiao::text::{first_that_may_begin, first_that_may_hide};

use piece::Piece;

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// No text, or text of ours alone.
    Ours,
    /// JSON, in whose strings every character may be written as its number.
    Json,
    /// Commands of ours for a runner of CI.
    Commands,
    /// Text that people read in a terminal, which may have colours of ours.
    Text { color: bool },
    /// Text that people read elsewhere.
    Page,
    /// All other text: what was sent stays as it is but for what is obeyed.
    Lines,
}

impl Kind {
    pub(super) fn of(format: FileFormat, color: bool) -> Self {
        match format {
            FileFormat::Text => Self::Text { color },
            FileFormat::Markdown | FileFormat::Html | FileFormat::Junit => Self::Page,
            FileFormat::Csv
            | FileFormat::Canonical
            | FileFormat::FormCsv
            | FileFormat::Rules
            | FileFormat::Sql => Self::Lines,
            FileFormat::Github => Self::Commands,
            FileFormat::Json | FileFormat::Jsonl | FileFormat::Sarif => Self::Json,
            FileFormat::Workbook
            | FileFormat::Document
            | FileFormat::FormWorkbook
            | FileFormat::Parquet
            | FileFormat::CanonicalParquet
            | FileFormat::Manual => Self::Ours,
        }
    }

    /// Whether its lines may be taken for commands.
    fn may_command(self) -> bool {
        matches!(self, Self::Text { .. } | Self::Page | Self::Lines)
    }

    /// Whether people read it, to whom what nobody sees is shown.
    fn is_read(self) -> bool {
        matches!(self, Self::Text { .. } | Self::Page | Self::Commands)
    }
}

/// Stands for what is obeyed, and for what nobody sees.
pub(super) const SIGN: &str = "\u{FFFD}";
/// So many bytes are looked through at once: what writes does so in small pieces.
const BLOCK: usize = 64 << 10;

/// Whether a byte is a blank, or may be of one: what is written may end within a character. A
/// runner that looks for commands leaves out every blank before them, those that are not of ASCII
/// as well (U+00A0, U+1680, U+2000…, U+202F, U+205F, U+3000).
fn is_of_blank(byte: &u8) -> bool {
    byte.is_ascii_whitespace()
        || matches!(byte, 0xC2 | 0xE1..=0xE3 | 0x80..=0x8A | 0x9A | 0x9F | 0xA0 | 0xAF)
}

/// A writer that passes on text without what is obeyed.
pub(super) struct Harmless<W: Write> {
    out: W,
    kind: Kind,
    /// What was written and is not passed on yet.
    held: Vec<u8>,
    /// Whether nothing but blanks stands in this line yet.
    at_start: bool,
    /// The end of what was passed on.
    end: [u8; 4],
    /// Why the system took no more, in its own words: who writes may wrap them.
    failed: Option<io::Error>,
}

impl<W: Write> Harmless<W> {
    pub(super) fn new(out: W, kind: Kind) -> Self {
        Self { out, kind, held: Vec::new(), at_start: true, end: [0; 4], failed: None }
    }

    /// Writes what is held as well; nothing may follow what was `written`.
    pub(super) fn finish(mut self, written: io::Result<()>) -> io::Result<()> {
        let finished = written.and_then(|()| self.pass(true)).and_then(|()| self.out.flush());
        self.failed.map_or(finished, Err)
    }

    /// Passes on what is held, up to a part of a character or of a sequence of which more may
    /// come.
    fn pass(&mut self, is_last: bool) -> io::Result<()> {
        let mut held = std::mem::take(&mut self.held);
        match self.pass_on(&held, is_last) {
            Ok(passed) => {
                held.drain(..passed);
                self.held = held;
                Ok(())
            }
            Err(error) => Err(self.told(error)),
        }
    }

    /// Keeps why the system took no more, and says of which kind that is.
    fn told(&mut self, error: io::Error) -> io::Error {
        let kind = error.kind();
        self.failed.get_or_insert(error);
        kind.into()
    }

    /// Passes on bytes, and says how many.
    fn pass_on(&mut self, bytes: &[u8], is_last: bool) -> io::Result<usize> {
        if self.kind == Kind::Ours {
            self.out.write_all(bytes)?;
            return Ok(bytes.len());
        }
        let (may_command, is_read) = (self.kind.may_command(), self.kind.is_read());
        let first = |rest| match is_read {
            true => first_that_may_hide(rest, may_command),
            false => first_that_may_begin(rest, may_command),
        };
        let mut rest = bytes;
        while let Some(at) = first(rest) {
            let (plain, from) = rest.split_at(at);
            self.plain(plain)?;
            rest = match Piece::at(from, self.kind, self.at_start, &self.end) {
                Piece::Passes(length) => {
                    let (passes, after) = from.split_at(length);
                    self.plain(passes)?;
                    after
                }
                Piece::Obeyed(c) => {
                    self.show(c)?;
                    &from[c.len_utf8()..]
                }
                Piece::Command if self.kind == Kind::Json => {
                    self.show('#')?;
                    &from[1..]
                }
                Piece::Command => {
                    self.plain(SIGN.as_bytes())?;
                    self.plain(&from[..2])?;
                    &from[2..]
                }
                Piece::Part if is_last => {
                    // It was cut off: only an escape is a character by itself.
                    match from[0] {
                        0x1B => self.show('\u{1B}')?,
                        other => self.plain(&[other])?,
                    }
                    &from[1..]
                }
                Piece::Part => return Ok(bytes.len() - from.len()),
            };
        }
        self.plain(rest)?;
        Ok(bytes.len())
    }

    fn show(&mut self, c: char) -> io::Result<()> {
        match self.kind {
            Kind::Json => {
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    write!(self.out, "\\u{unit:04x}")?;
                }
                Ok(())
            }
            Kind::Ours | Kind::Commands | Kind::Text { .. } | Kind::Page | Kind::Lines => {
                self.plain(SIGN.as_bytes())
            }
        }
    }

    fn plain(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.kind.is_read() && !bytes.is_empty() {
            let behind = &bytes[bytes.len().saturating_sub(self.end.len())..];
            self.end.rotate_left(behind.len());
            let from = self.end.len() - behind.len();
            self.end[from..].copy_from_slice(behind);
        }
        if self.kind.may_command() {
            let line = bytes.iter().rposition(|byte| *byte == b'\n').map(|at| at + 1);
            let is_blank = bytes[line.unwrap_or(0)..].iter().all(is_of_blank);
            self.at_start = is_blank && (line.is_some() || self.at_start);
        }
        self.out.write_all(bytes)
    }
}

impl<W: Write> Write for Harmless<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.held.is_empty() && bytes.len() >= BLOCK {
            // Much at once need not be held.
            let passed = self.pass_on(bytes, false).map_err(|error| self.told(error))?;
            self.held.extend_from_slice(&bytes[passed..]);
            return Ok(bytes.len());
        }
        let taken = bytes.len().min(BLOCK);
        self.held.extend_from_slice(&bytes[..taken]);
        if self.held.len() >= BLOCK {
            self.pass(false)?;
        }
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.pass(false)?;
        self.out.flush()
    }
}

impl<W: Write> Out for Harmless<W> {
    fn write_harmless(&mut self, bytes: &[u8], is_of_lines: bool) -> io::Result<()> {
        self.pass(false)?;
        // A part of a character may become one by what follows, and what nobody sees is not known
        // of.
        let is_known = is_of_lines || !self.kind.may_command();
        if !self.held.is_empty() || self.kind.is_read() || !is_known {
            return self.write_all(bytes);
        }
        self.plain(bytes).map_err(|error| self.told(error))
    }
}

/// A text without what is obeyed.
pub(super) fn harmless(text: &str, color: bool) -> String {
    let mut out = Vec::new();
    let mut writer = Harmless::new(&mut out, Kind::Text { color });
    // Memory takes all that is written.
    let written = writer.write_all(text.as_bytes());
    let _ = writer.finish(written);
    String::from_utf8_lossy(&out).into_owned()
}
