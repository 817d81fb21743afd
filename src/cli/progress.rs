//! How far reading is, on standard error while a person waits.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Reading that takes no longer needs no bar.
const AFTER: Duration = Duration::from_millis(500);
const LOOK: &str = "[{bar:40}] {bytes} / {total_bytes}";

/// A bar that is drawn if reading takes long, and gone when this is dropped. Where standard
/// error is no terminal it is never drawn.
pub(super) struct Progress(Arc<Bar>);

struct Bar {
    bar: ProgressBar,
    begun: Instant,
    /// Whether it stays hidden: it is drawn already, or never will be.
    settled: AtomicBool,
}

/// How far one file is.
pub(super) struct Counted {
    bar: Arc<Bar>,
    at: u64,
}

impl Progress {
    /// Nothing of so many bytes is read yet. Of bytes that nobody can count none is drawn.
    pub(super) fn new(bytes: Option<u64>, quiet: bool) -> Self {
        let bar = ProgressBar::with_draw_target(bytes, ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template(LOOK).map(|style| style.progress_chars("=> "));
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        Self(Arc::new(Bar {
            bar,
            begun: Instant::now(),
            settled: AtomicBool::new(quiet || bytes.is_none()),
        }))
    }

    pub(super) fn counted(&self) -> Counted {
        Counted { bar: Arc::clone(&self.0), at: 0 }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.bar.finish_and_clear();
    }
}

impl Counted {
    /// So many bytes more were read.
    pub(super) fn forward(&mut self, bytes: u64) {
        self.at += bytes;
        let Bar { bar, begun, settled } = &*self.bar;
        bar.inc(bytes);
        if begun.elapsed() >= AFTER && !settled.swap(true, Ordering::Relaxed) {
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }

    /// Reading goes on from there: a file that is not in the encoding it was first read in
    /// is read again.
    pub(super) fn at(&mut self, at: u64) {
        let bar = &self.bar.bar;
        bar.set_position(bar.position().saturating_sub(self.at) + at);
        self.at = at;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_read_again_counts_once() {
        let progress = Progress::new(Some(30), true);
        let (mut first, mut second) = (progress.counted(), progress.counted());
        first.forward(10);
        second.forward(15);
        second.at(0);
        assert_eq!(progress.0.bar.position(), 10);
        second.forward(20);
        assert_eq!(progress.0.bar.position(), 30);
    }
}
