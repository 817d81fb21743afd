//! The encryption of .xls: a stream of bytes that every record is combined with.

use md5::Md5;
use sha2::Digest;

use super::cipher::Hash;

/// The keys of the blocks of a stream.
pub(super) enum Keys {
    /// Of Excel 97.
    Basic { digest: Vec<u8> },
    /// Of Excel 2002 and 2003.
    Stronger { digest: Vec<u8>, bytes: usize },
}

/// After how many bytes of a stream another key is used.
const BLOCK: usize = 1024;

impl Keys {
    /// The keys of a password, by what the file says of its encryption. None if it is another
    /// password, or the encryption is not known.
    pub(super) fn of(password: &[u8], info: &[u8]) -> Option<Self> {
        match info.get(..6)? {
            [1, 0, 1, 0, 1, 0] => {
                let keys = Self::basic(password, info.get(6..22)?);
                let plain = keys.applied(info.get(22..54)?);
                let (verifier, verified) = plain.split_at_checked(16)?;
                (md5(&[verifier]) == verified).then_some(keys)
            }
            [1, 0, 2..=4, 0, 2, 0] => {
                const HEADER: usize = 14;
                const RC4: usize = 0x6801;
                let number = |at: usize| {
                    let bytes = info.get(at..at.checked_add(4)?)?.try_into().ok()?;
                    usize::try_from(u32::from_le_bytes(bytes)).ok()
                };
                let behind = HEADER + number(10)?.min(info.len());
                let (algorithm, bits) = (number(HEADER + 8)?, number(HEADER + 16)?);
                let salt = info.get(behind + 4..behind + 20)?;
                let keys = Self::stronger(password, salt, bits);
                let verifier = info.get(behind + 20..behind + 36)?;
                let verified = info.get(behind + 40..behind + 60)?;
                let plain = keys.applied(&[verifier, verified].concat());
                let (verifier, verified) = plain.split_at_checked(16)?;
                let is_right = Hash::Sha1.of(verifier, &[]) == verified;
                (is_right && algorithm == RC4).then_some(keys)
            }
            _ => None,
        }
    }

    pub(super) fn basic(password: &[u8], salt: &[u8]) -> Self {
        let digest = md5(&[password]);
        let mixed: Vec<u8> = digest.iter().take(5).chain(salt).copied().collect();
        Self::Basic { digest: md5(&[&mixed.repeat(16)]).into_iter().take(5).collect() }
    }

    pub(super) fn stronger(password: &[u8], salt: &[u8], bits: usize) -> Self {
        let bits = if bits == 0 { 40 } else { bits };
        Self::Stronger { digest: Hash::Sha1.of(salt, password), bytes: bits / 8 }
    }

    /// The key of a block.
    fn key(&self, block: u32) -> Vec<u8> {
        const LONGEST: usize = 16;
        match self {
            Self::Basic { digest } => md5(&[digest, &block.to_le_bytes()]),
            Self::Stronger { digest, bytes } => {
                let mut key = Hash::Sha1.of(digest, &block.to_le_bytes());
                key.truncate((*bytes).min(LONGEST));
                // A key of 40 bits has zeros behind it.
                key.resize(if *bytes == 5 { LONGEST } else { key.len() }, 0);
                key
            }
        }
    }

    /// Bytes from the first block on, encrypted or decrypted: both are the same.
    pub(super) fn applied(&self, bytes: &[u8]) -> Vec<u8> {
        let blocks = (0u32..).zip(bytes.chunks(BLOCK));
        blocks.flat_map(|(number, block)| combined(&self.key(number), block)).collect()
    }
}

pub(super) fn md5(pieces: &[&[u8]]) -> Vec<u8> {
    pieces.iter().fold(Md5::new(), |digest, piece| digest.chain_update(piece)).finalize().to_vec()
}

/// RC4.
fn combined(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut state: Vec<u8> = (0..=u8::MAX).collect();
    let mut other = 0u8;
    for (at, byte) in (0..256).zip(key.iter().cycle()) {
        other = other.wrapping_add(state[at]).wrapping_add(*byte);
        state.swap(at, usize::from(other));
    }
    let (mut one, mut other) = (0u8, 0u8);
    let next = bytes.iter().map(|byte| {
        one = one.wrapping_add(1);
        other = other.wrapping_add(state[usize::from(one)]);
        state.swap(usize::from(one), usize::from(other));
        let sum = state[usize::from(one)].wrapping_add(state[usize::from(other)]);
        byte ^ state[usize::from(sum)]
    });
    next.collect()
}
