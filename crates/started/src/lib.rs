//! How a program was started.
//!
//! Where standard output is closed, Rust's library opens /dev/null in its place before
//! `main`, and what is written is lost without a word. Afterwards it can't be told: who
//! starts programs may well give them a /dev/null that is open in the same way. So this
//! looks before. It is a crate of its own because code that runs so early takes an
//! attribute that the program forbids itself.

use std::sync::atomic::{AtomicBool, Ordering};

static CLOSED: AtomicBool = AtomicBool::new(false);

/// One call of the system, and nothing of the library that is not ready yet.
#[cfg(unix)]
#[ctor::ctor(unsafe)]
fn look() {
    let closed = rustix::io::fcntl_getfd(rustix::stdio::stdout()).is_err();
    CLOSED.store(closed, Ordering::Relaxed);
}

/// Whether standard output was closed when the program was started.
pub fn is_stdout_closed() -> bool {
    CLOSED.load(Ordering::Relaxed)
}
