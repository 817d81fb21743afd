//! What the regions sent, by region.

use super::{Entry, RegionId, Sent};

/// An entry for each region, in their order.
///
/// A national file has ten million of them, and the numbers of nearly all fit 32 bits: such
/// an entry takes 20 bytes. Those of larger numbers lie beside.
///
/// ```
/// use dabiao::exact::{Decimal, Figure};
/// use dabiao::term::{Entries, Entry, RegionId, Sent};
///
/// let mut entries = Entries::of(2);
/// let figure = Figure::of_value(Decimal::parse("55.20").unwrap());
/// entries.set(RegionId(1), Entry::new(Sent::Figure, &figure, 7));
/// assert_eq!(entries.get(RegionId(0)).sent(), Sent::Nothing);
/// assert_eq!(entries.get(RegionId(1)).figure(), figure);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Entries {
    narrow: Vec<Entry<i32>>,
    wide: Vec<Entry>,
}

impl Entries {
    /// Of so many regions, of which none sent anything.
    pub fn of(regions: usize) -> Self {
        Self { narrow: vec![Entry::default(); regions], wide: Vec::new() }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.narrow.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.narrow.is_empty()
    }

    /// Makes room for so many.
    pub(crate) fn reserve_exact(&mut self, regions: usize) {
        self.narrow.reserve_exact(regions);
    }

    #[cfg(test)]
    /// How many there is room for.
    pub(crate) fn capacity(&self) -> usize {
        self.narrow.capacity()
    }

    /// As many as there are regions; those that are new sent nothing.
    pub(crate) fn resize(&mut self, regions: usize) {
        self.narrow.resize(regions, Entry::default());
    }

    /// What a region sent: nothing, if there is no entry for it.
    #[inline]
    pub fn get(&self, region: RegionId) -> Entry {
        self.narrow.get(region.index()).map_or_else(Entry::default, |narrow| self.widened(narrow))
    }

    /// The same in narrow words, if they hold it: to look at nearly all without more ado.
    #[inline]
    pub(crate) fn narrow(&self, region: RegionId) -> Option<&Entry<i32>> {
        self.narrow.get(region.index()).filter(|narrow| narrow.place().is_none())
    }

    /// Puts an entry in its region's place, if there is one.
    #[inline]
    pub fn set(&mut self, region: RegionId, entry: Entry) {
        if region.index() < self.narrow.len() {
            self.narrow[region.index()] = self.narrowed(entry);
        }
    }

    /// Adds the entry of the next region.
    #[inline]
    pub(crate) fn push(&mut self, entry: Entry) {
        let narrow = self.narrowed(entry);
        self.narrow.push(narrow);
    }

    #[inline]
    fn narrowed(&mut self, entry: Entry) -> Entry<i32> {
        entry.narrowed().unwrap_or_else(|| {
            self.wide.push(entry);
            Entry::at(self.wide.len() - 1)
        })
    }

    /// Each, in the order of the regions.
    #[inline]
    pub fn iter(&self) -> impl Iterator<Item = (RegionId, Entry)> + '_ {
        let numbered = self.narrow.iter().enumerate();
        numbered.map(|(at, narrow)| (RegionId(at as u32), self.widened(narrow)))
    }

    /// Those of the regions that sent anything.
    #[inline]
    pub fn sent(&self) -> impl Iterator<Item = (RegionId, Entry)> + '_ {
        self.but(|entry| entry.sent() == Sent::Nothing)
    }

    /// All but those that a look at them in narrow words passes over.
    #[inline]
    pub(crate) fn but(
        &self,
        is_passed: impl Fn(&Entry<i32>) -> bool,
    ) -> impl Iterator<Item = (RegionId, Entry)> {
        let numbered = self.narrow.iter().enumerate();
        let stays = move |narrow: &Entry<i32>| narrow.place().is_some() || !is_passed(narrow);
        let numbered = numbered.filter(move |(_, narrow)| stays(narrow));
        numbered.map(|(at, narrow)| (RegionId(at as u32), self.widened(narrow)))
    }

    #[inline]
    fn widened(&self, narrow: &Entry<i32>) -> Entry {
        match narrow.place() {
            None => narrow.widened(),
            Some(place) => self.wide.get(place).copied().unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::{Decimal, Figure};
    use proptest::prelude::*;

    fn entry() -> impl Strategy<Value = Entry> {
        let edge = i64::from(i32::MAX);
        let digits = prop_oneof![-9i64..9, edge - 2..edge + 3, -edge - 3..3 - edge, any::<i64>()];
        let number = (digits, 0u8..=18).prop_map(|(digits, scale)| {
            Decimal::new(digits % 1_000_000_000_000_000_000, scale).unwrap()
        });
        let sent = proptest::sample::select(&[Sent::Figure, Sent::Invalid, Sent::Missing][..]);
        let of = |(sent, line, [a, b, c], which): (Sent, u32, [Decimal; 3], u8)| {
            let figure = match which {
                0 => Figure::default(),
                1 => Figure::of_value(a),
                2 => Figure::of_counts(b, c),
                3 => Figure { counts: Some((b, c)), ..Figure::of_value(a) },
                _ => Figure { total: Some(b), ..Figure::of_value(a) },
            };
            Entry::new(sent, &figure, line)
        };
        (sent, any::<u32>(), proptest::array::uniform3(number), 0u8..5).prop_map(of)
    }

    fn told(entry: Entry) -> (Sent, Figure, u32) {
        (entry.sent(), entry.figure(), entry.line())
    }

    proptest! {
        #[test]
        fn entries_of_any_numbers_are_given_back_as_they_were_put(
            puts in proptest::collection::vec((0u32..6, entry()), 0..40)
        ) {
            let (mut entries, mut plain) = (Entries::of(5), vec![Entry::default(); 5]);
            for (region, entry) in puts {
                entries.set(RegionId(region), entry);
                plain.get_mut(region as usize).into_iter().for_each(|there| *there = entry);
            }
            let held: Vec<_> = entries.iter().map(|(_, entry)| told(entry)).collect();
            prop_assert_eq!(held, plain.into_iter().map(told).collect::<Vec<_>>());
        }
    }

    #[test]
    fn an_entry_takes_twenty_bytes() {
        assert_eq!(size_of::<Entry<i32>>(), 20);
    }
}
