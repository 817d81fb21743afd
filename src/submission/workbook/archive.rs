//! The zip that .xlsx and .ods are, unpacked within bounds.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::{Fault, MOST_UNPACKED};
use crate::diagnostic::Bulk;

/// A zip in memory.
pub(super) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// Its parts, by name in lower case and with `/`: some programs write others than
    /// they refer to.
    parts: HashMap<String, usize>,
    /// How many bytes may still be unpacked. What a zip says of its sizes is not asked.
    left: u64,
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

impl<'b> Archive<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Result<Self, Fault> {
        Self::within(bytes, MOST_UNPACKED)
    }

    fn within(bytes: &'b [u8], most: u64) -> Result<Self, Fault> {
        let zip = ZipArchive::new(Cursor::new(bytes))?;
        let mut parts = HashMap::new();
        for at in 0..zip.len() {
            if let Some(Ok(name)) = zip.name_for_index(at) {
                parts.insert(normal(&name), at);
            }
        }
        Ok(Self { zip, parts, left: most })
    }

    pub(super) fn has(&self, part: &str) -> bool {
        self.parts.contains_key(&normal(part))
    }

    /// The bytes of a part; none if there is no such part.
    fn bytes(&mut self, part: &str) -> Result<Option<Vec<u8>>, Fault> {
        let Some(at) = self.parts.get(&normal(part)) else { return Ok(None) };
        let mut unpacked = Vec::new();
        let file = self.zip.by_index(*at)?;
        let read = file.take(self.left + 1).read_to_end(&mut unpacked);
        match self.left.checked_sub(unpacked.len() as u64) {
            Some(left) => self.left = left,
            None => {
                self.left = 0;
                return Err(Fault::TooLarge(Bulk::Unpacked { mebibytes: MOST_UNPACKED >> 20 }));
            }
        }
        match read {
            Ok(_) => Ok(Some(unpacked)),
            Err(_) => Err(Fault::Damaged),
        }
    }

    /// The text of a part; none if there is no such part.
    pub(super) fn text(&mut self, part: &str) -> Result<Option<String>, Fault> {
        let Some(bytes) = self.bytes(part)? else { return Ok(None) };
        let text = match bytes.as_slice() {
            [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => {
                let (encoding, _) = encoding_rs::Encoding::for_bom(&bytes).ok_or(Fault::Damaged)?;
                let (text, _, is_bad) = encoding.decode(&bytes);
                if is_bad {
                    return Err(Fault::Damaged);
                }
                text.into_owned()
            }
            [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest.to_vec())?,
            _ => utf8(bytes)?,
        };
        Ok(Some(text))
    }
}

fn utf8(bytes: Vec<u8>) -> Result<String, Fault> {
    String::from_utf8(bytes).map_err(|_| Fault::Damaged)
}

/// A part's name as it is looked up.
fn normal(name: &str) -> String {
    name.trim_start_matches('/').replace('\\', "/").to_lowercase()
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

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
        let mut archive = Archive::within(&bomb, 100_000).unwrap();
        assert_eq!(archive.text("a").unwrap().unwrap().len(), 60_000);
        assert!(matches!(archive.text("B"), Err(Fault::TooLarge(Bulk::Unpacked { .. }))));
        let mut archive = Archive::within(&bomb, 120_000).unwrap();
        assert!(archive.text("/a").unwrap().is_some() && archive.text("b").unwrap().is_some());
        assert_eq!(archive.text("c").unwrap(), None);
    }
}
