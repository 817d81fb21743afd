//! Workbooks that open for everyone, in each way of encryption; and such that do not.

use std::io::Write as _;

use aes::Aes128;
use aes::cipher::{Array, BlockCipherEncrypt, KeyInit};

use super::super::error::Error;
use super::super::tests::made::{record, row, style, xls, xlsx};
use super::super::tests::{first, read};
use super::*;

const AGILE: &[u8] =
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files/protected.xlsx"));

const SALT: [u8; 16] = *b"salt of 16 bytes";
const VERIFIER: [u8; 16] = *b"verifier of 16 b";

fn number(value: f64) -> Vec<u8> {
    record(0x0203, &[&[0; 6], &value.to_le_bytes()[..]].concat())
}

/// An .xls that is encrypted with these keys; `info` says so in the file.
fn encrypted(keys: &Keys, info: &[u8]) -> Vec<u8> {
    let padding = record(0x00E2, &[7; 2000]);
    let plain = xls(&[record(records::FILE_PASS, info), style(10), padding], &[number(0.572)]);
    applied(keys, &plain)
}

fn basic(password: &str) -> Vec<u8> {
    let password: Vec<u8> = password.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let keys = Keys::basic(&password, &SALT);
    let verifier = keys.applied(&[&VERIFIER[..], &rc4::md5(&[&VERIFIER])].concat());
    encrypted(&keys, &[&[1, 0, 1, 0, 1, 0][..], &SALT, &verifier].concat())
}

fn stronger(password: &str, bits: u32) -> Vec<u8> {
    let password: Vec<u8> = password.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let keys = Keys::stronger(&password, &SALT, bits as usize);
    let verifier = keys.applied(&[&VERIFIER[..], &Hash::Sha1.of(&VERIFIER, &[])].concat());
    let header = [0, 0, 0x6801, 0x8004, bits, 1, 0, 0].map(u32::to_le_bytes).concat();
    let length = u32::try_from(header.len()).unwrap().to_le_bytes();
    let info = [
        &[1, 0, 2, 0, 2, 0, 4, 0, 0, 0][..],
        &length,
        &header,
        &[16, 0, 0, 0],
        &SALT,
        &verifier[..16],
        &[20, 0, 0, 0],
        &verifier[16..],
    ];
    encrypted(&keys, &info.concat())
}

/// An .xlsx as Excel 2007 encrypts it.
fn standard() -> Vec<u8> {
    let workbook = xlsx(&row("<c t=\"inlineStr\"><is><t>57.2%</t></is></c>"));
    let digest = Hash::Sha1.of(&spun(Hash::Sha1, &SALT, 50_000), &[0; 4]);
    let padded: Vec<u8> =
        (0..64).map(|at| 0x36 ^ digest.get(at).copied().unwrap_or_default()).collect();
    let key = Aes128::new_from_slice(&Hash::Sha1.of(&padded, &[])[..16]).unwrap();
    let encrypt = |plain: &[u8]| {
        let mut padded = plain.to_vec();
        padded.resize(plain.len().next_multiple_of(16), 0);
        let blocks = padded.chunks_exact(16).flat_map(|block| {
            let mut block = Array::from(<[u8; 16]>::try_from(block).unwrap());
            key.encrypt_block(&mut block);
            <[u8; 16]>::from(block)
        });
        blocks.collect::<Vec<u8>>()
    };
    let header = [0x24, 0, 0x660E, 0x8004, 128, 0x18, 0, 0].map(u32::to_le_bytes).concat();
    let info = [
        &[4, 0, 2, 0, 0x24, 0, 0, 0, 32, 0, 0, 0][..],
        &header,
        &[16, 0, 0, 0],
        &SALT,
        &encrypt(&VERIFIER),
        &[20, 0, 0, 0],
        &encrypt(&Hash::Sha1.of(&VERIFIER, &[])),
    ];
    let size = (workbook.len() as u64).to_le_bytes();
    let mut container = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (name, bytes) in [
        ("/EncryptionInfo", info.concat()),
        ("/EncryptedPackage", [&size[..], &encrypt(&workbook)].concat()),
    ] {
        container.create_stream(name).unwrap().write_all(&bytes).unwrap();
    }
    container.into_inner().into_inner()
}

#[test]
fn a_workbook_that_is_protected_and_not_locked_is_read() {
    assert_eq!(first(AGILE), ["A1 示例数据", "B1 数值", "A2 定海区", "B2 57.2%"]);
    assert_eq!(first(&standard()), ["A1 57.2%"]);
    assert_eq!(first(&basic(DEFAULT)), ["A1 57.20%"]);
    for bits in [0, 40, 56, 128] {
        assert_eq!(first(&stronger(DEFAULT, bits)), ["A1 57.20%"], "{bits}");
    }
}

#[test]
fn a_workbook_with_a_password_stays_closed() {
    let locked = |bytes: &[u8]| assert_eq!(read(bytes).unwrap_err(), Error::Locked);
    locked(&basic("123456"));
    locked(&stronger("123456", 128));
    // The bytes by which a password is checked.
    for changed in [AGILE.to_vec(), standard()] {
        let mark = b"encryptedVerifierHashValue=\"".as_slice();
        let mut changed = changed;
        let at = memchr::memmem::find(&changed, mark).map(|at| at + mark.len());
        let at = at.or(memchr::memmem::find(&changed, &SALT)).unwrap();
        changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
        locked(&changed);
    }
    // Obfuscated in the way of Excel 95.
    locked(&xls(&[record(records::FILE_PASS, &[0, 0, 1, 2, 3, 4])], &[]));
}

#[test]
fn a_damaged_encryption_is_no_panic() {
    for whole in [basic(DEFAULT), stronger(DEFAULT, 40), standard(), AGILE.to_vec()] {
        for part in 1..20 {
            let _ = read(&whole[..whole.len() * part / 20]);
        }
    }
}
