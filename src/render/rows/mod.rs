//! Every verdict of a report, one after the other, for formats that have a line or an object
//! each: a national report holds ten million.
//!
//! What nearly all tell is the same but for a few numbers. So each kind of verdict is written
//! plainly once, by the record that the format is, and the next of its kind are told in the
//! words of that with their own numbers.

mod own;
mod parts;
mod stencil;

use std::io;
use std::num::NonZeroUsize;
use std::ops::Range;

use super::Lang;
use crate::report::Report;

pub(super) use own::{Field, Own};
use stencil::Clerk;
pub(super) use stencil::Script;

/// How many regions of a column a thread writes at once: what comes of it stays near at hand.
const REGIONS: usize = 256;
/// How many verdicts are worth another thread.
const WORTH_A_THREAD: u64 = 1_000;

/// Writes every verdict, in the order of the report.
pub(super) fn write(
    report: &Report,
    script: Script,
    lang: Lang,
    threads: NonZeroUsize,
    out: impl FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<()> {
    let lots = report.columns.iter().enumerate().flat_map(|(at, column)| {
        let starts = (0..column.regions()).step_by(REGIONS);
        starts.map(move |from| (at, from..column.regions().min(from + REGIONS)))
    });
    let lots: Vec<(usize, Range<usize>)> = lots.collect();
    let is_worth_it = report.tally.total() > WORTH_A_THREAD;
    let threads = if is_worth_it { threads } else { NonZeroUsize::MIN };
    let maker = || {
        let (lots, mut clerk) = (&lots, Clerk::new(script, lang));
        move |at: usize, part: &mut Vec<u8>| {
            let (column, regions) = &lots[at];
            let mut rows = report.rows_within(&report.columns[*column], regions.clone());
            rows.try_for_each(|row| clerk.write(&row, part))
        }
    };
    parts::in_order(lots.len(), threads, maker, out)
}
