//! The mark of a workbook or a document that this program wrote: a property that says what it
//! is, and a digest of all its other parts.
//!
//! Every program that saves the file keeps the property and changes a part, so that a
//! form that was filled in is known as one.

use std::io::{self, Cursor, Read, Seek, Write};

use rust_xlsxwriter::DocProperties;
use sha2::{Digest, Sha256};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::file::Known;

/// What a workbook is.
pub(super) const FORM: &str = "form";
pub(super) const REPORT: &str = "report";

pub(super) const PROPERTY: &str = "dabiao";
/// The part that holds the property.
pub(super) const PART: &str = "docProps/custom.xml";
/// It has no more bytes than this.
const MOST: u64 = 64 << 10;
/// Stands for the digest until it is known.
const UNKNOWN: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The properties of a document with the mark, which [`sealed`] completes.
pub(super) fn marked(properties: DocProperties, what: &str) -> DocProperties {
    properties.set_custom_property(PROPERTY, unsealed(what))
}

/// The property of a file that is not complete yet.
pub(super) fn unsealed(what: &str) -> String {
    format!("{what} {UNKNOWN}")
}

/// The workbook with the digest of its parts.
pub(super) fn sealed(workbook: &[u8]) -> io::Result<Vec<u8>> {
    Ok(complete(workbook)?)
}

fn complete(workbook: &[u8]) -> ZipResult<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(workbook))?;
    let digest = digest(&mut archive)?;
    let mut whole = ZipWriter::new(Cursor::new(Vec::with_capacity(workbook.len())));
    for at in 0..archive.len() {
        if archive.name_for_index(at).transpose()?.as_deref() == Some(PART) {
            let text = property(&mut archive)?.replace(UNKNOWN, &digest);
            whole.start_file(PART, SimpleFileOptions::default())?;
            whole.write_all(text.as_bytes())?;
        } else {
            whole.raw_copy_file(archive.by_index_raw(at)?)?;
        }
    }
    Ok(whole.finish()?.into_inner())
}

/// What is known of a file, if a workbook of that kind is to take its place.
pub(super) fn known<R: Read + Seek>(file: &mut R, what: &str) -> io::Result<Known> {
    file.rewind()?;
    let Ok(mut archive) = ZipArchive::new(file) else { return Ok(Known::Foreign) };
    let (Ok(text), Ok(digest)) = (property(&mut archive), digest(&mut archive)) else {
        return Ok(Known::Foreign);
    };
    Ok(if text.contains(&format!(">{what} {digest}<")) {
        Known::Ours
    } else if what == FORM && text.contains(&format!(">{FORM} ")) {
        Known::FilledIn
    } else {
        Known::Foreign
    })
}

fn property<R: Read + Seek>(archive: &mut ZipArchive<R>) -> ZipResult<String> {
    let mut text = String::new();
    archive.by_name(PART)?.take(MOST).read_to_string(&mut text)?;
    Ok(text)
}

/// Of the names and the check sums of all parts but the one that holds it.
fn digest<R: Read + Seek>(archive: &mut ZipArchive<R>) -> ZipResult<String> {
    let mut hash = Sha256::new();
    for at in 0..archive.len() {
        let part = archive.by_index_raw(at)?;
        let name = part.name()?;
        if name != PART {
            hash.update(format!("{name}\n{:08x} {}\n", part.crc32(), part.size()));
        }
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::Workbook;

    use super::*;

    fn workbook(text: &str) -> Vec<u8> {
        let mut book = Workbook::new();
        book.set_properties(&marked(DocProperties::new(), FORM));
        book.add_worksheet().write_string(0, 0, text).unwrap();
        sealed(&book.save_to_buffer().unwrap()).unwrap()
    }

    fn of(bytes: &[u8], what: &str) -> Known {
        known(&mut Cursor::new(bytes), what).unwrap()
    }

    #[test]
    fn a_workbook_is_ours_until_any_part_of_it_changes() {
        let book = workbook("定海区");
        assert_eq!(of(&book, FORM), Known::Ours);
        assert_eq!(of(&book, REPORT), Known::Foreign);
        assert_eq!(of(b"PK", FORM), Known::Foreign);

        // As every program saves it that keeps what it does not know.
        let mut archive = ZipArchive::new(Cursor::new(&book)).unwrap();
        for changed in archive.file_names().map(|it| it.unwrap().into_owned()).collect::<Vec<_>>() {
            let mut saved = ZipWriter::new(Cursor::new(Vec::new()));
            for at in 0..archive.len() {
                let mut text = String::new();
                let mut part = archive.by_index(at).unwrap();
                part.read_to_string(&mut text).unwrap();
                let name = part.name().unwrap().into_owned();
                saved.start_file(&name, SimpleFileOptions::default()).unwrap();
                saved.write_all(text.as_bytes()).unwrap();
                if name == changed && name != PART {
                    saved.write_all(b" ").unwrap();
                }
            }
            let saved = saved.finish().unwrap().into_inner();
            let known = if changed == PART { Known::Ours } else { Known::FilledIn };
            assert_eq!(of(&saved, FORM), known, "{changed}");
        }
    }
}
