//! GBK, decoded a pair of bytes at a time.

/// What the pairs of bytes of GBK stand for, each found out when it first comes: a national
/// file has the same few hundred characters again and again.
#[derive(Default)]
pub(super) struct Pairs {
    /// By pair, its two or three bytes of UTF-8, the first the lowest; empty before the first.
    known: Vec<u32>,
}

impl Pairs {
    /// Decodes ASCII and pairs, up to the first byte that is neither or half a pair. Returns
    /// how many bytes were taken and made; there is room for more.
    pub(super) fn decode(&mut self, bytes: &[u8], room: &mut [u8]) -> (usize, usize) {
        let (mut taken, mut made) = (0, 0);
        loop {
            let begun = taken;
            // Eight bytes at a time, of which those behind ASCII are written over.
            while let (Some(eight), Some(to)) = (chunk(bytes, taken), chunk_mut(room, made)) {
                let others = u64::from_le_bytes(*eight) & 0x8080_8080_8080_8080;
                let ascii = (others.trailing_zeros() / 8) as usize;
                *to = *eight;
                (taken, made) = (taken + ascii, made + ascii);
                if ascii < 8 {
                    break;
                }
            }
            let (pairs, _) = bytes.get(taken..).unwrap_or_default().as_chunks();
            for pair in pairs {
                let text = if pair[0].is_ascii() { 0 } else { self.of(*pair) };
                let (Some(to), true) = (chunk_mut(room, made), text > 0) else { break };
                *to = text.to_le_bytes();
                (taken, made) = (taken + 2, made + 2 + usize::from(text > 0xFFFF));
            }
            // What is near the end is taken one by one.
            if taken == begun {
                match (bytes.get(taken), room.get_mut(made)) {
                    (Some(ascii), Some(to)) if ascii.is_ascii() => *to = *ascii,
                    _ => return (taken, made),
                }
                (taken, made) = (taken + 1, made + 1);
            }
        }
    }

    /// What a pair stands for; 0 if it is none, or no character.
    #[inline]
    fn of(&mut self, pair: [u8; 2]) -> u32 {
        match self.known.get(usize::from(u16::from_be_bytes(pair))) {
            Some(known) if *known > 0 => *known,
            Some(_) | None => self.find(pair),
        }
    }

    #[cold]
    fn find(&mut self, pair: [u8; 2]) -> u32 {
        let text = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(&pair);
        let found = match text.as_deref().unwrap_or_default().as_bytes() {
            [a, b] => u32::from_le_bytes([*a, *b, 0, 0]),
            [a, b, c] => u32::from_le_bytes([*a, *b, *c, 0]),
            _ => return 0,
        };
        self.known.resize(1 << 16, 0);
        let known = self.known.get_mut(usize::from(u16::from_be_bytes(pair)));
        known.into_iter().for_each(|known| *known = found);
        found
    }
}

#[inline]
fn chunk<const N: usize>(bytes: &[u8], at: usize) -> Option<&[u8; N]> {
    bytes.get(at..)?.first_chunk()
}

#[inline]
fn chunk_mut<const N: usize>(bytes: &mut [u8], at: usize) -> Option<&mut [u8; N]> {
    bytes.get_mut(at..)?.first_chunk_mut()
}
