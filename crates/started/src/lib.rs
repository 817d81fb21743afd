#![doc = include_str!("../README.md")]

mod memory;

pub use memory::Memory;

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
