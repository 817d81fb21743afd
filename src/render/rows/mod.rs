//! Every verdict of a report, one after the other, for formats that have a line or an object
//! each: a national report holds ten million.
//!
//! What nearly all tell is the same but for a few numbers. So each kind of verdict is written
//! plainly once, by the record that the format is, and the next of its kind are told in the
//! words of that with their own numbers.

mod clerk;
mod kinds;
mod own;
mod parts;
mod small;
mod stencil;
mod usual;

use std::io;
use std::num::NonZeroUsize;
use std::ops::Range;

use super::{Lang, Out};
use crate::report::{Report, Row};
use crate::term::Region;
use crate::text::{is_harmless, may_begin};

use clerk::Clerk;
pub(super) use own::{Field, Own};

/// How many regions of a column a thread writes at once: what comes of it stays near at hand.
const REGIONS: usize = 256;
/// How many verdicts are worth another thread.
const WORTH_A_THREAD: u64 = 1_000;

/// How verdicts are written in a format.
#[derive(Clone, Copy)]
pub(super) struct Script {
    /// Adds one, its own fields as they are given.
    pub(super) plain: fn(&Row<'_>, &Own, Lang, &mut Vec<u8>) -> io::Result<()>,
    /// Adds a text of others as it stands in a field. A text that [is bare](is_bare) does so
    /// as it is.
    pub(super) text: fn(&[u8], &mut Vec<u8>) -> io::Result<()>,
    /// Whether a runner may take its lines for commands.
    pub(super) is_of_lines: bool,
}

/// Writes every verdict, in the order of the report.
pub(super) fn write(
    report: &Report,
    script: Script,
    lang: Lang,
    threads: NonZeroUsize,
    out: impl FnMut(&Part) -> io::Result<()>,
) -> io::Result<()> {
    let lots = report.columns.iter().enumerate().flat_map(|(at, column)| {
        let starts = (0..column.regions()).step_by(REGIONS);
        starts.map(move |from| (at, from..column.regions().min(from + REGIONS)))
    });
    let lots: Vec<(usize, Range<usize>)> = lots.collect();
    let is_worth_it = report.tally.total() > WORTH_A_THREAD;
    let threads = if is_worth_it { threads } else { NonZeroUsize::MIN };
    // Each region stands in very many of them.
    let regions = report.regions.iter().filter(|_| is_worth_it);
    let bare: Vec<bool> = regions.map(is_bare_region).collect();
    let maker = || {
        let (lots, mut clerk) = (&lots, Clerk::new(script, lang, &bare));
        move |at: usize, part: &mut Part| {
            part.clear();
            let (column, regions) = &lots[at];
            let mut rows = report.rows_within(&report.columns[*column], regions.clone());
            rows.try_for_each(|row| clerk.write(&row, part))
        }
    };
    parts::in_order(lots.len(), threads, maker, out)
}

/// How many things of another kind a thread writes at once.
const TOGETHER: usize = 64;

/// Writes what each of many things is, in their order.
pub(super) fn write_each<T: Sync>(
    things: &[T],
    threads: NonZeroUsize,
    one: impl Fn(&T, &mut Vec<u8>) -> io::Result<()> + Sync,
    out: impl FnMut(&Vec<u8>) -> io::Result<()>,
) -> io::Result<()> {
    let lots: Vec<&[T]> = things.chunks(TOGETHER).collect();
    let maker = || {
        |at: usize, part: &mut Vec<u8>| {
            part.clear();
            lots[at].iter().try_for_each(|thing| one(thing, part))
        }
    };
    parts::in_order(
        lots.len(),
        if lots.len() > 1 { threads } else { NonZeroUsize::MIN },
        maker,
        out,
    )
}

/// What a thread wrote.
#[derive(Default)]
pub(super) struct Part {
    text: Vec<u8>,
    /// Whether something in it may be obeyed.
    is_suspect: bool,
}

impl Part {
    fn clear(&mut self) {
        self.text.clear();
        self.is_suspect = false;
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Hands it on from a byte on.
    pub(super) fn write(&self, from: usize, script: Script, out: &mut dyn Out) -> io::Result<()> {
        let text = self.text.get(from..).unwrap_or_default();
        match self.is_suspect {
            true => out.write_all(text),
            false => out.write_harmless(text, script.is_of_lines),
        }
    }

    /// Looks through what was added from a byte on.
    fn suspect(&mut self, from: usize, script: Script) {
        let is_harmless = || is_harmless(&self.text[from..], script.is_of_lines);
        self.is_suspect = self.is_suspect || !is_harmless();
    }
}

/// Which bytes no format writes otherwise, and begin nothing that is obeyed.
const BARE: [bool; 256] = {
    let mut bare = [false; 256];
    let mut byte = b',' as usize + 1;
    while byte < bare.len() {
        bare[byte] = byte != b'\\' as usize && !may_begin(byte as u8, true);
        byte += 1;
    }
    bare
};

/// Whether a text stands in every format as it is, and holds nothing that is obeyed.
fn is_bare(text: &str) -> bool {
    text.bytes().fold(true, |all, byte| all & BARE[usize::from(byte)])
}

/// Whether all texts of a region are such.
fn is_bare_region(region: &Region) -> bool {
    let texts = [region.code.as_deref(), Some(&*region.name), region.name.english()];
    texts.into_iter().flatten().all(is_bare)
}
