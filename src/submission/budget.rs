//! What the files of a run may take together.
//!
//! Every file ends within bounds of its own; a thousand that are each just within them would
//! still take minutes and gigabytes. So a run has a budget that each of its files charges with
//! what it takes beyond an ordinary form: of those any number is read, as it is of rows. A
//! file is begun only while something is left of everything, and one that would keep more
//! than is left is not read at all, nor is any after it: neither depends on which thread reads
//! what. What the last file of all takes beyond the budget is within its own bounds.

use std::cell::Cell;

use crate::diagnostic::{Bulk, Limit};

/// What files take of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Share {
    /// Cells of tables and workbooks.
    Cells,
    /// Bytes of workbooks, packed and unpacked, and of tables of text.
    Bytes,
    /// Bytes that are looked at as headings and titles.
    Headings,
    /// Bytes of what is kept beside figures: remarks, words, values that were sent again, and
    /// where values stand that lines don't tell.
    Kept,
    /// Bytes of rows that can't be read, where rows are read one by one: each is looked at as
    /// what may be said of all others, and told.
    Unread,
    /// What texts beside figures may claim that those are of, beyond what prose does.
    Claims,
    /// Bytes of rows of Parquet that are read as text, beyond what a row has: few that are packed
    /// may unpack to many.
    Unpacked,
    /// Regions and indicators that a name that is not known is compared with.
    Compared,
}

impl Share {
    const ALL: [Self; 8] = [
        Self::Cells,
        Self::Bytes,
        Self::Headings,
        Self::Kept,
        Self::Unread,
        Self::Claims,
        Self::Unpacked,
        Self::Compared,
    ];

    /// How much of it there is for all files of a run.
    pub(super) const fn most(self) -> u64 {
        match self {
            Self::Cells => 20_000_000,
            Self::Bytes => 8 << 30,
            Self::Headings => 20_000_000,
            Self::Kept => 512 << 20,
            Self::Unread => 25_000_000,
            Self::Claims => 400_000,
            Self::Unpacked => 256 << 20,
            Self::Compared => 20_000_000,
        }
    }

    /// How much of it a file takes without a charge: two or three times what a county's form of
    /// a hundred rows does. What stays in memory is always charged.
    pub(super) const fn ordinary(self) -> u64 {
        match self {
            Self::Cells => 4_000,
            Self::Bytes => 1 << 20,
            Self::Headings => 16_000,
            Self::Kept | Self::Unread | Self::Claims | Self::Unpacked | Self::Compared => 0,
        }
    }

    /// How it is said that there is more; none of what files are read without.
    pub(super) fn bulk(self) -> Option<Bulk> {
        let most = self.most();
        match self {
            Self::Cells => Some(Bulk::Of(Limit::Cells { most })),
            Self::Bytes => Some(Bulk::Of(Limit::Unpacked { mebibytes: most >> 20 })),
            Self::Headings => Some(Bulk::Headings { most }),
            Self::Kept => Some(Bulk::Kept { mebibytes: most >> 20 }),
            Self::Unread => Some(Bulk::Unread { most }),
            Self::Claims => Some(Bulk::Claims { most }),
            Self::Unpacked => Some(Bulk::Of(Limit::Unpacked { mebibytes: most >> 20 })),
            Self::Compared => None,
        }
    }
}

/// What each row takes of [`Share::Unpacked`], however short it is.
#[cfg(any(test, feature = "parquet"))]
pub(super) const OF_ROW: u64 = 16;

/// How many bytes of [`Share::Unpacked`] a row has without a charge: a remark of forty characters
/// among them.
#[cfg(any(test, feature = "parquet"))]
pub(super) const ORDINARY_ROW: u64 = 200;

/// What the files of a run have taken. One is made for all that are read in a run.
#[derive(Debug)]
pub struct Budget {
    taken: [Cell<u64>; Share::ALL.len()],
    /// What the file that is read may still take without a charge.
    free: [Cell<u64>; Share::ALL.len()],
    ordinary: fn(Share) -> u64,
}

impl Default for Budget {
    fn default() -> Self {
        Self { taken: Default::default(), free: Default::default(), ordinary: Share::ordinary }
    }
}

impl Budget {
    /// Begins another file.
    pub(super) fn begin(&self) {
        for share in Share::ALL {
            self.free[share as usize].set((self.ordinary)(share));
        }
    }

    pub(super) fn take(&self, share: Share, count: u64) {
        let (taken, free) = (&self.taken[share as usize], &self.free[share as usize]);
        taken.set(taken.get().saturating_add(count.saturating_sub(free.get())));
        free.set(free.get().saturating_sub(count));
    }

    pub(super) fn left(&self, share: Share) -> u64 {
        share.most().saturating_sub(self.taken[share as usize].get())
    }

    /// What nothing is left of, so that no more files are read.
    pub(super) fn spent(&self) -> Option<Bulk> {
        Share::ALL.into_iter().filter(|share| self.left(*share) == 0).find_map(Share::bulk)
    }
}

/// What one file would take of a share, of what is left to it.
#[derive(Debug, Default)]
pub(super) struct Taken {
    pub(super) taken: u64,
    left: u64,
}

impl Taken {
    pub(super) fn within(budget: &Budget, share: Share) -> Self {
        Self { taken: 0, left: budget.left(share) }
    }

    pub(super) fn take(&mut self, bytes: u64) {
        self.taken = self.taken.saturating_add(bytes);
    }

    /// Whether that is more than is left.
    pub(super) fn is_over(&self) -> bool {
        self.taken > self.left
    }
}

#[cfg(test)]
mod tests;
