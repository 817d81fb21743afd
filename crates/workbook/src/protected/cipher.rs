//! The ciphers and digests of protected workbooks.

use aes::cipher::{Array, BlockCipherDecrypt, KeyInit};
use aes::{Aes128, Aes192, Aes256};
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

/// How a digest is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hash {
    Sha1,
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    /// By its name in the file.
    pub(super) fn named(name: &str) -> Option<Self> {
        match name {
            "SHA1" | "SHA-1" => Some(Self::Sha1),
            "SHA256" | "SHA-256" => Some(Self::Sha256),
            "SHA384" | "SHA-384" => Some(Self::Sha384),
            "SHA512" | "SHA-512" => Some(Self::Sha512),
            _ => None,
        }
    }

    /// The digest of two pieces, one behind the other.
    pub(super) fn of(self, first: &[u8], second: &[u8]) -> Vec<u8> {
        fn of<D: Digest>(first: &[u8], second: &[u8]) -> Vec<u8> {
            D::new().chain_update(first).chain_update(second).finalize().to_vec()
        }
        match self {
            Self::Sha1 => of::<Sha1>(first, second),
            Self::Sha256 => of::<Sha256>(first, second),
            Self::Sha384 => of::<Sha384>(first, second),
            Self::Sha512 => of::<Sha512>(first, second),
        }
    }
}

/// A key of AES.
pub(super) enum Key {
    Bits128(Aes128),
    Bits192(Aes192),
    Bits256(Aes256),
}

/// A block of AES.
const BLOCK: usize = 16;

impl Key {
    /// None of a length that AES does not have.
    pub(super) fn new(key: &[u8]) -> Option<Self> {
        match key.len() {
            16 => Aes128::new_from_slice(key).ok().map(Self::Bits128),
            24 => Aes192::new_from_slice(key).ok().map(Self::Bits192),
            32 => Aes256::new_from_slice(key).ok().map(Self::Bits256),
            _ => None,
        }
    }

    fn block(&self, block: &[u8]) -> Option<[u8; BLOCK]> {
        let mut block = Array::from(<[u8; BLOCK]>::try_from(block).ok()?);
        match self {
            Self::Bits128(key) => key.decrypt_block(&mut block),
            Self::Bits192(key) => key.decrypt_block(&mut block),
            Self::Bits256(key) => key.decrypt_block(&mut block),
        }
        Some(block.into())
    }

    /// Every block by itself.
    pub(super) fn blocks(&self, text: &[u8]) -> Vec<u8> {
        text.chunks_exact(BLOCK).filter_map(|block| self.block(block)).flatten().collect()
    }

    /// Every block chained to the one before, the first to a vector.
    pub(super) fn chained(&self, vector: &[u8], text: &[u8]) -> Vec<u8> {
        let before = std::iter::once(vector).chain(text.chunks_exact(BLOCK));
        let pairs = before.zip(text.chunks_exact(BLOCK));
        let plain = pairs.filter_map(|(before, block)| {
            let mut plain = self.block(block)?;
            plain.iter_mut().zip(before).for_each(|(byte, before)| *byte ^= before);
            Some(plain)
        });
        plain.flatten().collect()
    }
}

/// The bytes of base 64; none of what is none.
pub(super) fn base64(text: &str) -> Option<Vec<u8>> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0u32, 0u32);
    for byte in text.bytes().filter(|byte| !byte.is_ascii_whitespace() && *byte != b'=') {
        let digit = DIGITS.iter().position(|digit| *digit == byte)?;
        bits = (bits << 6 | u32::try_from(digit).ok()?) & 0xFFFF;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 0xFF).ok()?);
        }
    }
    Some(bytes)
}
