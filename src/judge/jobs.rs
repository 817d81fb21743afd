//! Work that several threads share.

use std::num::NonZeroUsize;
use std::sync::{Mutex, PoisonError};

/// How many verdicts are worth another thread.
const WORTH_A_THREAD: usize = 100_000;

/// Runs jobs on several threads and returns what they found in the jobs' order.
pub(super) fn run<J: Send, F: Send>(
    jobs: Vec<J>,
    threads: NonZeroUsize,
    regions: usize,
    work: impl Fn(J) -> F + Sync,
) -> Vec<F> {
    if threads.get() == 1 || jobs.len() * regions < WORTH_A_THREAD {
        return jobs.into_iter().map(work).collect();
    }
    let waiting = Mutex::new(jobs.into_iter().enumerate());
    let done = Mutex::new(Vec::new());
    let take = || {
        loop {
            let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some((at, job)) = next else { return };
            let found = work(job);
            done.lock().unwrap_or_else(PoisonError::into_inner).push((at, found));
        }
    };
    std::thread::scope(|scope| {
        // Where no more threads can be had, fewer do the work.
        let spawn = |_: &usize| std::thread::Builder::new().spawn_scoped(scope, take).is_ok();
        (1..threads.get()).take_while(spawn).count();
        take();
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, found)| found).collect()
}
