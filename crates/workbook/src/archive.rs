//! The zip that .xlsx and .ods are, unpacked within bounds.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::error::{Fault, Limit};
use super::{Budget, MOST_PARTS};

/// A zip in memory.
pub(super) struct Archive {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    /// Its parts, by name in lower case and with `/`: some programs write others than
    /// they refer to.
    parts: HashMap<String, usize>,
}

impl From<ZipError> for Fault {
    fn from(error: ZipError) -> Self {
        match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)
            | ZipError::InvalidPassword => Self::Locked,
            _ => Self::Damaged,
        }
    }
}

impl Archive {
    pub(super) fn new(bytes: Vec<u8>) -> Result<Self, Fault> {
        // Each takes memory before anything is known of it.
        if memchr::memmem::find_iter(&bytes, b"PK\x01\x02").nth(MOST_PARTS).is_some() {
            return Err(Fault::TooLarge(Limit::Parts { most: MOST_PARTS }));
        }
        let zip = ZipArchive::new(Cursor::new(bytes.as_slice()))?;
        // Of entries of the very same name the library keeps the last.
        if listed(&bytes, zip.central_directory_start()) != zip.len() {
            return Err(Fault::Damaged);
        }
        let zip = ZipArchive::new(Cursor::new(bytes))?;
        let mut parts = HashMap::new();
        for at in 0..zip.len() {
            if let Some(Ok(name)) = zip.name_for_index(at) {
                // A part that is there twice has two meanings.
                if parts.insert(normal(&name), at).is_some() {
                    return Err(Fault::Damaged);
                }
            }
        }
        Ok(Self { zip, parts })
    }

    pub(super) fn has(&self, part: &str) -> bool {
        self.parts.contains_key(&normal(part))
    }

    /// The bytes of a part; none if there is no such part.
    fn bytes(&mut self, part: &str, budget: &mut Budget) -> Result<Option<Vec<u8>>, Fault> {
        let Some(at) = self.parts.get(&normal(part)) else { return Ok(None) };
        let mut unpacked = Vec::new();
        let file = self.zip.by_index(*at)?;
        // What a zip says of its sizes is not asked.
        let read = file.take(budget.unpacked.left() + 1).read_to_end(&mut unpacked);
        budget.unpacked(unpacked.len())?;
        match read {
            Ok(_) => Ok(Some(unpacked)),
            Err(_) => Err(Fault::Damaged),
        }
    }

    /// The text of a part; none if there is no such part.
    pub(super) fn text(
        &mut self,
        part: &str,
        budget: &mut Budget,
    ) -> Result<Option<String>, Fault> {
        let Some(bytes) = self.bytes(part, budget)? else { return Ok(None) };
        decoded(bytes).map(Some)
    }
}

/// How many entries a zip lists from a byte on.
fn listed(bytes: &[u8], start: u64) -> usize {
    let mut rest = usize::try_from(start).ok().and_then(|start| bytes.get(start..));
    let mut count = 0;
    while let Some(entry @ [b'P', b'K', 1, 2, ..]) = rest {
        let length = |at: usize| {
            let bytes = entry.get(at..at + 2).and_then(|bytes| bytes.try_into().ok());
            bytes.map_or(0, |bytes| usize::from(u16::from_le_bytes(bytes)))
        };
        count += 1;
        rest = entry.get(46 + length(28) + length(30) + length(32)..);
    }
    count
}

/// A part's bytes as text, in the encoding that its first bytes or its declaration say.
fn decoded(bytes: Vec<u8>) -> Result<String, Fault> {
    let declared = match bytes.as_slice() {
        [0xEF, 0xBB, 0xBF, ..] | [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => None,
        [b'<', 0, ..] => Some(encoding_rs::UTF_16LE),
        [0, b'<', ..] => Some(encoding_rs::UTF_16BE),
        bytes => declared(bytes),
    };
    let encoding = declared
        .or_else(|| encoding_rs::Encoding::for_bom(&bytes).map(|(encoding, _)| encoding))
        .unwrap_or(encoding_rs::UTF_8);
    if encoding == encoding_rs::UTF_8 && !bytes.starts_with(&[0xEF, 0xBB, 0xBF]) {
        return String::from_utf8(bytes).map_err(|_| Fault::Damaged);
    }
    match encoding.decode(&bytes) {
        (_, _, true) => Err(Fault::Damaged),
        (text, _, false) => Ok(text.into_owned()),
    }
}

/// The encoding that `<?xml version="1.0" encoding="GBK"?>` says.
fn declared(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let text = bytes.strip_prefix(b"<?xml")?;
    let end = text.iter().take(200).position(|byte| *byte == b'>')?;
    let declaration = std::str::from_utf8(text.get(..end)?).ok()?;
    let (_, behind) = declaration.split_once("encoding")?;
    let behind = behind.trim_start().strip_prefix('=')?.trim_start();
    let quote = behind.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let label = behind.get(1..)?.split(quote).next()?;
    // What is ASCII so far is not in two bytes a character, whatever it says.
    encoding_rs::Encoding::for_label(label.as_bytes())
        .filter(|encoding| encoding.is_ascii_compatible())
}

/// A part's name as it is looked up.
fn normal(name: &str) -> String {
    name.trim_start_matches('/').replace('\\', "/").to_lowercase()
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::super::cells::Share;
    use super::*;

    #[test]
    fn what_is_unpacked_is_measured_over_all_parts() {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        for name in ["a", "b"] {
            zip.start_file(name, options).unwrap();
            zip.write_all(&[b' '; 60_000]).unwrap();
        }
        let bomb = zip.finish().unwrap().into_inner();
        assert!(bomb.len() < 1000, "{}", bomb.len());
        let within = |most| {
            let mut budget = Budget::default();
            budget.unpacked = Share::of(most);
            budget
        };
        let mut archive = Archive::new(bomb).unwrap();
        let mut budget = within(100_000);
        assert_eq!(archive.text("a", &mut budget).unwrap().unwrap().len(), 60_000);
        assert!(matches!(
            archive.text("B", &mut budget),
            Err(Fault::TooLarge(Limit::Unpacked { .. }))
        ));
        let mut budget = within(120_000);
        let mut is_there = |part| archive.text(part, &mut budget).unwrap().is_some();
        assert!(is_there("/a") && is_there("b") && !is_there("c"));
        assert_eq!(budget.bytes_spent(), 120_000);
    }
}
