//! Temporary files: one takes another name when it is whole, and no signal leaves one behind.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::NamedTempFile;

/// Those that are there.
static THERE: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Whoever holds this is not interrupted by a signal.
fn there() -> MutexGuard<'static, Vec<PathBuf>> {
    THERE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A file that is gone unless it is given a name.
pub(super) struct Temporary {
    file: NamedTempFile,
}

impl Temporary {
    /// A new one in a folder.
    pub(super) fn within(folder: &Path) -> io::Result<Self> {
        #[cfg(unix)]
        signals::watch();
        let mut builder = tempfile::Builder::new();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // As a file made in the usual way; the process's mask still applies.
            builder.permissions(std::fs::Permissions::from_mode(0o666));
        }
        let mut there = there();
        let file = builder.tempfile_in(folder)?;
        there.push(file.path().to_owned());
        Ok(Self { file })
    }

    pub(super) fn file(&mut self) -> &mut File {
        self.file.as_file_mut()
    }

    pub(super) fn path(&self) -> &Path {
        self.file.path()
    }

    /// Gives it a name: that of another file only if it may replace it.
    pub(super) fn name(self, path: &Path, replaces: bool) -> io::Result<()> {
        let mut there = there();
        there.retain(|known| known != self.file.path());
        let named = match replaces {
            true => self.file.persist(path),
            false => self.file.persist_noclobber(path),
        };
        named.map(drop).map_err(|error| error.error)
    }
}

#[cfg(unix)]
mod signals {
    use std::fs;
    use std::sync::{Once, mpsc};
    use std::thread;

    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    use super::there;

    /// Removes the temporary files when a signal ends the run.
    pub(super) fn watch() {
        static WATCHED: Once = Once::new();
        WATCHED.call_once(|| {
            let (ready, watching) = mpsc::channel::<()>();
            // Where there can be no more threads a signal ends the run as it always does.
            let thread = thread::Builder::new().spawn(move || {
                let wanted = [SIGHUP, SIGINT, SIGTERM].into_iter();
                let signals = Signals::new(wanted.filter(|signal| !is_ignored(*signal)));
                drop(ready);
                let Ok(mut signals) = signals else { return };
                if let Some(signal) = signals.forever().next() {
                    // Held to the end: no file becomes whole any more, and none begins.
                    let there = there();
                    for path in &*there {
                        let _ = fs::remove_file(path);
                    }
                    let _ = emulate_default_handler(signal);
                }
            });
            if thread.is_ok() {
                // It says so by hanging up.
                let _ = watching.recv();
            }
        });
    }

    /// Whether whoever started the program wants it to go on, as `nohup` does; known on
    /// Linux alone.
    pub(super) fn is_ignored(signal: i32) -> bool {
        let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
        let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
        let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
        ignored.is_some_and(|mask| mask >> (signal - 1) & 1 == 1)
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader, Write};
    use std::os::unix::process::ExitStatusExt;
    use std::path::Path;
    use std::process::{Command, Stdio};
    use std::{env, fs, thread};

    use super::Temporary;

    const FOLDER: &str = "HALF_WRITTEN_IN";
    const ITSELF: &str = "cli::temporary::tests::a_signal_removes_what_is_half_written";

    /// The run that is interrupted: it says when it has written a half, and goes no further.
    fn half_write(folder: &Path) -> ! {
        let mut one = Temporary::within(folder).unwrap();
        let mut other = Temporary::within(folder).unwrap();
        one.file().write_all(b"half").unwrap();
        other.file().write_all(b"half").unwrap();
        eprintln!("half");
        loop {
            thread::park();
        }
    }

    /// By which signal such a run ends, and what it leaves.
    fn interrupted(signal: &str) -> (Option<i32>, usize) {
        let folder = tempfile::tempdir().unwrap();
        let mut command = Command::new(env::current_exe().unwrap());
        command.args([ITSELF, "--exact", "--nocapture"]).env(FOLDER, folder.path());
        let mut run = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let said = BufReader::new(run.stderr.take().unwrap());
        assert!(said.lines().any(|line| line.unwrap() == "half"), "{signal}: it ended before");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "{signal}");
        Command::new("kill").args(["-s", signal, &run.id().to_string()]).status().unwrap();
        let ended = run.wait().unwrap().signal();
        (ended, fs::read_dir(folder.path()).unwrap().count())
    }

    #[test]
    fn a_signal_removes_what_is_half_written() {
        if let Some(folder) = env::var_os(FOLDER) {
            half_write(Path::new(&folder));
        }
        for (signal, number) in [("TERM", 15), ("INT", 2), ("HUP", 1)] {
            // Who runs the tests by `nohup` wants some to go on.
            if !super::signals::is_ignored(number) {
                assert_eq!(interrupted(signal), (Some(number), 0));
            }
        }
        // Nobody is told of this one.
        assert_eq!(interrupted("KILL"), (Some(9), 2));
    }
}
