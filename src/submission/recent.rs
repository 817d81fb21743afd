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

    /// The next name again, or the last one, at the beginning of `bytes`: what it
    /// stands for, and its length. What follows it is not looked at.
    #[inline]
    pub(super) fn expect(&mut self, bytes: &[u8]) -> Option<(T, usize)> {
        let next = if self.at + 1 < self.seen.len() { self.at + 1 } else { 0 };
        for at in [next, self.at] {
            let (name, meaning) = self.seen.get(at)?;
            let ends = matches!(bytes.get(name.len()), Some(b',' | b'\n'));
            if ends && bytes.starts_with(name) {
                self.at = at;
                return Some((*meaning, name.len()));
            }
        }
        None
    }

    pub(super) fn last(&self) -> Option<T> {
        self.seen.get(self.at).map(|(_, meaning)| *meaning)
    }

    pub(super) fn remember(&mut self, bytes: &[u8], meaning: T) {
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
