//! Workbooks that are protected and not locked: encrypted with the key that programs try
//! before they ask for a password.
//!
//! Excel encrypts a workbook whose structure is protected, and opens it for everyone. What
//! opens with this key was sent to be read; all else has a password.

mod cipher;
mod rc4;
#[cfg(test)]
mod tests;

use std::io::{Cursor, Read};

use cfb::CompoundFile;
use quick_xml::events::BytesStart;

use super::error::Fault;
use super::xls::records;
use super::xml::{Xml, local, value_of};
use super::{Budget, MOST_FILE};
use cipher::{Hash, Key, base64};
use rc4::Keys;

/// The key.
const DEFAULT: &str = "VelvetSweatshop";

/// How often a digest is computed again at most; programs do so 100,000 times.
const MOST_SPINS: u32 = 1_000_000;

/// As how many bytes a digest counts among those that are walked.
const SPIN: usize = 32;

/// The workbook in an encrypted container. None if it has a password, or is encrypted in a
/// way that is not known.
pub(super) fn opened(bytes: &[u8], budget: &mut Budget) -> Option<Vec<u8>> {
    let mut container = CompoundFile::open(Cursor::new(bytes)).ok()?;
    let info = stream(&mut container, "/EncryptionInfo")?;
    let package = stream(&mut container, "/EncryptedPackage")?;
    let (size, package) = package.split_first_chunk()?;
    let size = usize::try_from(u64::from_le_bytes(*size)).ok()?;
    let mut plain = match info.get(..4)? {
        [4, 0, 4, 0] => {
            let agile = Agile::read(std::str::from_utf8(info.get(8..)?).ok()?).ok()??;
            budget.walked(agile.spins as usize * SPIN).ok()?;
            agile.open(package)?
        }
        [2..=4, 0, 2, 0] => Standard::read(info.get(4..)?)?.open(package)?,
        _ => return None,
    };
    plain.truncate(size);
    Some(plain)
}

fn stream(container: &mut CompoundFile<Cursor<&[u8]>>, name: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    container.open_stream(name).ok()?.take(MOST_FILE).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

fn default_key() -> Vec<u8> {
    DEFAULT.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// The records of an encrypted .xls. None if they are not encrypted, have a password, or are
/// encrypted in a way that is not known.
pub(super) fn records(stream: &[u8]) -> Option<Vec<u8>> {
    let mut globals = records::places(stream).take_while(|(kind, _)| *kind != records::EOF);
    let (_, info) = globals.find(|(kind, _)| *kind == records::FILE_PASS)?;
    let keys = Keys::of(&default_key(), stream.get(info.clone())?)?;
    let mut plain = applied(&keys, stream);
    // Nothing is encrypted any more.
    plain.get_mut(info.start - records::HEAD..)?.iter_mut().take(2).for_each(|byte| *byte = 0);
    Some(plain)
}

/// A stream encrypted or decrypted: without the heads of its records, and the data of those
/// that others need before they know how.
fn applied(keys: &Keys, stream: &[u8]) -> Vec<u8> {
    const NEVER: [u16; 7] =
        [records::BOF, records::FILE_PASS, 0x00E1, 0x0138, 0x0194, 0x0195, 0x0196];
    let mut applied = keys.applied(stream);
    for (kind, data) in records::places(stream) {
        let end = match kind {
            kind if NEVER.contains(&kind) => data.end,
            // Where the sheet begins.
            records::BOUND_SHEET => data.end.min(data.start + 4),
            _ => data.start,
        };
        let as_it_is = data.start - records::HEAD..end;
        applied[as_it_is.clone()].copy_from_slice(&stream[as_it_is]);
    }
    applied
}

/// The digest of the key, computed again and again.
fn spun(hash: Hash, salt: &[u8], spins: u32) -> Vec<u8> {
    (0..spins)
        .fold(hash.of(salt, &default_key()), |digest, spin| hash.of(&spin.to_le_bytes(), &digest))
}

/// Encryption since Excel 2010, which an XML tells.
struct Agile {
    data: Parameters,
    key: Parameters,
    spins: u32,
    verifier: Vec<u8>,
    verified: Vec<u8>,
    encrypted_key: Vec<u8>,
}

/// How something is encrypted.
struct Parameters {
    hash: Hash,
    salt: Vec<u8>,
    key_bytes: usize,
}

impl Parameters {
    /// None of what is not known.
    fn read(start: &BytesStart<'_>) -> Result<Option<Self>, Fault> {
        let is_known = value_of(start, "cipherAlgorithm")? == "AES"
            && value_of(start, "cipherChaining")? == "ChainingModeCBC"
            && value_of(start, "blockSize")? == "16";
        let (hash, salt) = (value_of(start, "hashAlgorithm")?, value_of(start, "saltValue")?);
        let bits: Option<usize> = value_of(start, "keyBits")?.parse().ok();
        let read =
            || Some(Self { hash: Hash::named(&hash)?, salt: base64(&salt)?, key_bytes: bits? / 8 });
        Ok(read().filter(|_| is_known))
    }

    /// A key or a vector of so many bytes, from a digest and what it is for.
    fn derived(&self, digest: &[u8], of: &[u8], length: usize) -> Vec<u8> {
        let mut derived = self.hash.of(digest, of);
        derived.resize(length, 0x36);
        derived
    }
}

impl Agile {
    fn read(text: &str) -> Result<Option<Self>, Fault> {
        let mut xml = Xml::new(text);
        let (mut data, mut key) = (None, None);
        while let Some(start) = xml.start()? {
            match local(&start) {
                "keyData" => data = Parameters::read(&start)?,
                "encryptedKey" => {
                    let binary = |name| value_of(&start, name).map(|value| base64(&value));
                    key = Some((
                        Parameters::read(&start)?,
                        value_of(&start, "spinCount")?.parse().ok(),
                        binary("encryptedVerifierHashInput")?,
                        binary("encryptedVerifierHashValue")?,
                        binary("encryptedKeyValue")?,
                    ));
                }
                _ => {}
            }
        }
        let read = || {
            let (parameters, spins, verifier, verified, encrypted_key) = key?;
            Some(Self {
                data: data?,
                key: parameters?,
                spins: spins?,
                verifier: verifier?,
                verified: verified?,
                encrypted_key: encrypted_key?,
            })
        };
        Ok(read().filter(|agile| agile.spins <= MOST_SPINS))
    }

    fn open(&self, package: &[u8]) -> Option<Vec<u8>> {
        // What each of the keys is for, by the definition of the format.
        const VERIFIER: [u8; 8] = [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79];
        const VERIFIED: [u8; 8] = [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E];
        const KEY: [u8; 8] = [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6];
        const SEGMENT: usize = 4096;
        let Parameters { hash, salt, key_bytes } = &self.key;
        let digest = spun(*hash, salt, self.spins);
        let decrypted = |of: &[u8], text: &[u8]| {
            let key = Key::new(&self.key.derived(&digest, of, *key_bytes))?;
            Some(key.chained(salt, text))
        };
        let verifier = decrypted(&VERIFIER, &self.verifier)?;
        let verified = decrypted(&VERIFIED, &self.verified)?;
        let expected = hash.of(verifier.get(..salt.len())?, &[]);
        if verified.get(..expected.len())? != expected {
            return None;
        }
        let key = decrypted(&KEY, &self.encrypted_key)?;
        let key = Key::new(key.get(..self.data.key_bytes)?)?;
        let mut plain = Vec::with_capacity(package.len());
        for (number, segment) in (0u32..).zip(package.chunks(SEGMENT)) {
            let vector = self.data.derived(&self.data.salt, &number.to_le_bytes(), 16);
            plain.extend(key.chained(&vector, segment));
        }
        Some(plain)
    }
}

/// Encryption of Excel 2007.
struct Standard<'b> {
    key_bytes: usize,
    salt: &'b [u8],
    verifier: &'b [u8],
    verified: &'b [u8],
}

impl<'b> Standard<'b> {
    /// None of what is not known.
    fn read(info: &'b [u8]) -> Option<Self> {
        const AES: [u32; 3] = [0x660E, 0x660F, 0x6610];
        let number = |bytes: &[u8], at: usize| {
            bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
        };
        let length = usize::try_from(number(info, 4)?).ok()?;
        let header = info.get(8..8usize.checked_add(length)?)?;
        let verifier = info.get(8 + length..)?;
        let is_known = AES.contains(&number(header, 8)?) && number(verifier, 0)? == 16;
        is_known.then_some(Self {
            key_bytes: usize::try_from(number(header, 16)?).ok()? / 8,
            salt: verifier.get(4..20)?,
            verifier: verifier.get(20..36)?,
            verified: verifier.get(40..72)?,
        })
    }

    fn open(&self, package: &[u8]) -> Option<Vec<u8>> {
        const SPINS: u32 = 50_000;
        let digest = spun(Hash::Sha1, self.salt, SPINS);
        let digest = Hash::Sha1.of(&digest, &0u32.to_le_bytes());
        let half = |with: u8| {
            let mut padded = [with; 64];
            padded.iter_mut().zip(&digest).for_each(|(byte, digest)| *byte ^= digest);
            Hash::Sha1.of(&padded, &[])
        };
        let derived = [half(0x36), half(0x5C)].concat();
        let key = Key::new(derived.get(..self.key_bytes)?)?;
        let expected = Hash::Sha1.of(&key.blocks(self.verifier), &[]);
        let verified = key.blocks(self.verified);
        (verified.get(..expected.len())? == expected).then(|| key.blocks(package))
    }
}
