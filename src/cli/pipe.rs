//! Opening what may be no file of anybody's: a pipe, a device, or what the system makes up.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread::Builder;
use std::time::{Duration, Instant};

use dabiao::diagnostic::Refusal;

/// How long a run waits for others to open the other ends of its pipes.
const WAIT: Duration = Duration::from_secs(10);

/// How long this one has waited.
static WAITED: Mutex<Duration> = Mutex::new(Duration::ZERO);

/// Opens a file. That of a pipe which nobody opens at its other end would never return.
pub(super) fn open(path: &Path, options: &OpenOptions) -> io::Result<File> {
    if !is_pipe(path) {
        return options.open(path);
    }
    let mut waited = WAITED.lock().unwrap_or_else(PoisonError::into_inner);
    let (sender, opened) = mpsc::channel();
    let (owned, options) = (path.to_owned(), options.clone());
    // Whom nobody waits for any more ends with the program.
    Builder::new().spawn(move || sender.send(options.open(owned)))?;
    let begun = Instant::now();
    let opened = opened.recv_timeout(WAIT.saturating_sub(*waited));
    *waited += begun.elapsed();
    opened.unwrap_or_else(|_| Err(io::Error::new(io::ErrorKind::TimedOut, Refusal::Unopened)))
}

/// Whether it is a device or a socket, or lies where the system makes up what is read. Some of
/// these never end, some wait for ever, and some do something as soon as they are opened.
pub(super) fn is_of_system(path: &Path) -> bool {
    let Ok(metadata) = path.metadata() else { return false };
    if metadata.is_file() {
        let lies_in = |real: &Path| ["/proc", "/sys"].iter().any(|place| real.starts_with(place));
        return cfg!(target_os = "linux") && path.canonicalize().is_ok_and(|real| lies_in(&real));
    }
    !metadata.is_dir() && !is_pipe(path)
}

#[cfg(unix)]
fn is_pipe(path: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt;
    path.metadata().is_ok_and(|metadata| metadata.file_type().is_fifo())
}

#[cfg(not(unix))]
fn is_pipe(_: &Path) -> bool {
    false
}
