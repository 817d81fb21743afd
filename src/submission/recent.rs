//! Names that came lately.

/// Names seen lately, with what they stand for: rows come in runs, and the same
/// names come again in the same order.
pub(super) struct Recent<T> {
    seen: Vec<(Vec<u8>, T)>,
    most: usize,
    at: usize,
}

impl<T: Copy> Recent<T> {
    pub(super) fn new(most: usize) -> Self {
        Self { seen: Vec::new(), most, at: 0 }
    }

    #[inline]
    pub(super) fn find(&mut self, bytes: &[u8]) -> Option<T> {
        let same = |at: usize, seen: &[(Vec<u8>, T)]| seen.get(at).is_some_and(|s| s.0 == bytes);
        let next = if self.at + 1 < self.seen.len() { self.at + 1 } else { 0 };
        if same(next, &self.seen) {
            self.at = next;
        } else if !same(self.at, &self.seen) {
            self.at = self.seen.iter().position(|(seen, _)| seen == bytes)?;
        }
        self.seen.get(self.at).map(|(_, meaning)| *meaning)
    }

    /// The next name again, or the last one, at the beginning of `bytes`, with `end`
    /// behind it: what it stands for, and its length.
    #[inline(always)] // in both of the loops over the rows of a block
    pub(super) fn expect(&mut self, bytes: &[u8], end: u8) -> Option<(T, usize)> {
        let next = if self.at + 1 < self.seen.len() { self.at + 1 } else { 0 };
        for at in [next, self.at] {
            let (name, meaning) = self.seen.get(at)?;
            if bytes.get(name.len()) == Some(&end) && begins_with(bytes, name) {
                self.at = at;
                return Some((*meaning, name.len()));
            }
        }
        None
    }

    pub(super) fn last(&self) -> Option<T> {
        self.seen.get(self.at).map(|(_, meaning)| *meaning)
    }

    /// Keeps a name as it is written. One that has to stand in quotes is none outside of
    /// them, and may go over several lines.
    pub(super) fn remember(&mut self, bytes: &[u8], meaning: T) {
        if !is_plain(bytes) {
            return;
        }
        if self.seen.len() < self.most {
            self.at = self.seen.len();
            self.seen.push((bytes.to_vec(), meaning));
        } else if let Some(oldest) = self.seen.get_mut(0) {
            oldest.0.clear();
            oldest.0.extend_from_slice(bytes);
            oldest.1 = meaning;
            self.at = 0;
        }
    }
}

/// Whether a cell is the same in quotes and without them.
pub(super) fn is_plain(cell: &[u8]) -> bool {
    !cell.iter().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r'))
}

/// Whether a text begins with a name. Years and codes are so short that a call takes
/// longer than comparing them does.
#[inline]
pub(super) fn begins_with(text: &[u8], name: &[u8]) -> bool {
    match name.len() {
        4..=8 => ends_are_same::<4>(text, name),
        9..=16 => ends_are_same::<8>(text, name),
        17..=32 => ends_are_same::<16>(text, name),
        33..=64 => ends_are_same::<32>(text, name),
        _ => text.starts_with(name),
    }
}

/// The same of a name of `N` bytes to twice as many, by its first and its last `N`.
#[inline]
fn ends_are_same<const N: usize>(text: &[u8], name: &[u8]) -> bool {
    let text = text.get(..name.len()).unwrap_or_default();
    text.first_chunk::<N>() == name.first_chunk::<N>()
        && text.last_chunk::<N>() == name.last_chunk::<N>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_beginning_is_a_beginning_whatever_its_length(
            text in "[ab]{0,80}", name in "[ab]{0,80}", length in 0usize..80,
        ) {
            let text = text.as_bytes();
            let own = &text[..length.min(text.len())];
            for name in [own, name.as_bytes()] {
                prop_assert_eq!(begins_with(text, name), text.starts_with(name));
            }
        }
    }
}
