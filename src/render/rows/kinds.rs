//! What is known of verdicts by their kinds, of which a column has few.

/// How many kinds are remembered.
const MOST: usize = 64;

/// Kinds, and what is known of each.
pub(super) struct Kinds<K, T> {
    known: Vec<(K, T)>,
    /// The one that came last: mostly it comes again.
    last: usize,
}

impl<K, T> Default for Kinds<K, T> {
    fn default() -> Self {
        Self { known: Vec::new(), last: 0 }
    }
}

impl<K: PartialEq, T> Kinds<K, T> {
    /// What is known of a kind, and whether it comes for the first time: then that is what is
    /// given.
    pub(super) fn of(&mut self, kind: K, first: T) -> (&mut T, bool) {
        let is_last = self.known.get(self.last).is_some_and(|(known, _)| *known == kind);
        let place = || self.known.iter().position(|(known, _)| *known == kind);
        let place = if is_last { Some(self.last) } else { place() };
        if place.is_none() {
            if self.known.len() == MOST {
                self.known.clear();
            }
            self.known.push((kind, first));
        }
        self.last = place.unwrap_or(self.known.len() - 1);
        (&mut self.known[self.last].1, place.is_none())
    }

    /// What is known of the kind that came last.
    pub(super) fn last(&mut self) -> Option<&mut T> {
        self.known.get_mut(self.last).map(|(_, known)| known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_known_again_until_there_are_too_many() {
        let mut kinds = Kinds::default();
        assert_eq!(kinds.last(), None);
        for kind in 0..MOST {
            assert_eq!(kinds.of(kind, 0), (&mut 0, true));
            *kinds.last().unwrap() = kind;
        }
        for kind in [MOST - 1, 0, 0, 7] {
            assert_eq!(kinds.of(kind, 0), (&mut kind.clone(), false));
        }
        assert_eq!(kinds.of(MOST, 0), (&mut 0, true));
        assert_eq!(kinds.of(7, 0), (&mut 0, true));
        assert_eq!(kinds.of(MOST, 1), (&mut 0, false));
    }
}
