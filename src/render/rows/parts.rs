//! Parts of a document that several threads make, and one hands on in their order.

use std::collections::BTreeMap;
use std::io;
use std::num::NonZeroUsize;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, Builder};

/// How many parts a thread may be ahead of what was handed on.
const AHEAD: usize = 4;

/// Makes so many parts, and hands each on when all before it were.
pub(super) fn in_order<P: Default + Send, M: FnMut(usize, &mut P) -> io::Result<()>>(
    count: usize,
    threads: NonZeroUsize,
    maker: impl Fn() -> M + Sync,
    out: impl FnMut(&P) -> io::Result<()>,
) -> io::Result<()> {
    let desk = Desk::<P> { count, ahead: AHEAD * threads.get(), ..Desk::default() };
    thread::scope(|scope| {
        // Whatever comes: nobody waits for one who is gone.
        let _stop = Stop(&desk);
        let help = || {
            let stop = Stop(&desk);
            desk.make(maker());
            std::mem::forget(stop);
        };
        let spawn = |_: &usize| Builder::new().spawn_scoped(scope, help).is_ok();
        // Where no more threads can be had, fewer do the work.
        (1..threads.get()).take_while(spawn).count();
        desk.hand_on(maker(), out)
    })
}

/// Where parts lie until it is their turn.
#[derive(Default)]
struct Desk<P> {
    count: usize,
    ahead: usize,
    state: Mutex<State<P>>,
    changed: Condvar,
}

#[derive(Default)]
struct State<P> {
    /// The next part that nobody makes yet.
    next: usize,
    /// The next part to be handed on.
    due: usize,
    made: BTreeMap<usize, io::Result<P>>,
    /// Parts that were handed on, whose memory others use again.
    used: Vec<P>,
    /// Nothing more will be handed on.
    stopped: bool,
}

/// What a thread does next.
enum Task<P> {
    Make(usize, P),
    HandOn(io::Result<P>),
    Nothing,
}

impl<P: Default> Desk<P> {
    /// A poisoned lock means that another thread panicked, which is then told by itself.
    fn lock(&self) -> MutexGuard<'_, State<P>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for something to do; one thread hands on, and makes parts while none is due.
    fn task(&self, hands_on: bool) -> Task<P> {
        let mut state = self.lock();
        loop {
            let due = state.due;
            if let Some(part) = if hands_on { state.made.remove(&due) } else { None } {
                state.due += 1;
                self.changed.notify_all();
                return Task::HandOn(part);
            }
            let is_over = if hands_on { due == self.count } else { state.next == self.count };
            if is_over || state.stopped {
                return Task::Nothing;
            }
            if state.next < self.count.min(due + self.ahead) {
                state.next += 1;
                return Task::Make(state.next - 1, state.used.pop().unwrap_or_default());
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn put(&self, at: usize, part: io::Result<P>) {
        self.lock().made.insert(at, part);
        self.changed.notify_all();
    }

    fn make(&self, mut make: impl FnMut(usize, &mut P) -> io::Result<()>) {
        while let Task::Make(at, mut part) = self.task(false) {
            let made = make(at, &mut part);
            self.put(at, made.map(|()| part));
        }
    }

    fn hand_on(
        &self,
        mut make: impl FnMut(usize, &mut P) -> io::Result<()>,
        mut out: impl FnMut(&P) -> io::Result<()>,
    ) -> io::Result<()> {
        loop {
            match self.task(true) {
                Task::Make(at, mut part) => {
                    let made = make(at, &mut part);
                    self.put(at, made.map(|()| part));
                }
                Task::HandOn(part) => {
                    let part = part?;
                    out(&part)?;
                    self.lock().used.push(part);
                }
                Task::Nothing if self.lock().due == self.count => return Ok(()),
                Task::Nothing => return Err(io::Error::other("a writing thread stopped")),
            }
        }
    }
}

/// Stops all threads when it is dropped.
struct Stop<'d, P: Default>(&'d Desk<P>);

impl<P: Default> Drop for Stop<'_, P> {
    fn drop(&mut self) {
        self.0.lock().stopped = true;
        self.0.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(count: usize, threads: usize, fails: Option<usize>) -> (io::Result<()>, String) {
        let mut text = String::new();
        let maker = || {
            move |at: usize, part: &mut Vec<u8>| {
                part.clear();
                part.extend_from_slice(format!("{at};").as_bytes());
                if Some(at) == fails { Err(io::Error::other("at the part")) } else { Ok(()) }
            }
        };
        let threads = NonZeroUsize::new(threads).unwrap();
        let out = |part: &Vec<u8>| {
            text.push_str(std::str::from_utf8(part).unwrap());
            Ok(())
        };
        (in_order(count, threads, maker, out), text)
    }

    #[test]
    fn parts_come_in_their_order_however_many_threads_make_them() {
        for count in [0, 1, 3, 200] {
            let whole: String = (0..count).map(|at| format!("{at};")).collect();
            for threads in [1, 2, 7] {
                let (written, text) = numbers(count, threads, None);
                assert_eq!((written.is_ok(), text), (true, whole.clone()));
            }
        }
    }

    #[test]
    fn what_stands_before_a_part_that_fails_is_handed_on() {
        for threads in [1, 3] {
            let (written, text) = numbers(50, threads, Some(4));
            assert_eq!(written.unwrap_err().to_string(), "at the part");
            assert_eq!(text, "0;1;2;3;");
        }
    }

    #[test]
    fn nobody_makes_more_when_nothing_can_be_written() {
        let maker = || {
            |_: usize, part: &mut Vec<u8>| {
                part.clear();
                part.push(b'x');
                Ok(())
            }
        };
        let full = |_: &Vec<u8>| Err(io::Error::from(io::ErrorKind::StorageFull));
        let written = in_order(1_000_000, NonZeroUsize::new(4).unwrap(), maker, full);
        assert_eq!(written.unwrap_err().kind(), io::ErrorKind::StorageFull);
    }
}
