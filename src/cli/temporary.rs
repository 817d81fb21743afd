//! Temporary files: one takes another name when it is whole, and no signal leaves one behind
//! but the one that no program is told of. What that leaves, the next run removes.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::NamedTempFile;

/// What a name begins with and ends in: hidden, and of no kind that is read from a folder.
const NAMED: (&str, &str) = (".dabiao-", ".part");

/// How often one is made anew that somebody took for left behind.
const TRIES: usize = 8;

static KNOWN: Mutex<Known> = Mutex::new(Known { there: Vec::new(), swept: BTreeSet::new() });

struct Known {
    /// Those that are there.
    there: Vec<PathBuf>,
    /// The folders that hold none of earlier runs.
    swept: BTreeSet<PathBuf>,
}

/// Whoever holds this is not interrupted by a signal.
fn known() -> MutexGuard<'static, Known> {
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Removes what runs that were killed left in a folder. Who writes a file holds its lock, and
/// the system gives that back whatever ends the run.
fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let is_named = |name: &str| name.starts_with(NAMED.0) && name.ends_with(NAMED.1);
    let named = entries.flatten().filter(|entry| entry.file_name().to_str().is_some_and(is_named));
    // Opening a pipe would wait until somebody writes into it.
    for entry in named.filter(|entry| entry.file_type().is_ok_and(|it| it.is_file())) {
        let Ok(file) = File::options().write(true).open(entry.path()) else { continue };
        if file.try_lock().is_ok() {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether this run alone holds a file that it made: another may have taken it for left behind
/// before it was locked. Where a file system has no locks nobody takes any.
fn is_held(file: &NamedTempFile) -> bool {
    !matches!(file.as_file().try_lock(), Err(TryLockError::WouldBlock)) && file.path().exists()
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
        builder.prefix(NAMED.0).suffix(NAMED.1);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // As a file made in the usual way; the process's mask still applies.
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let mut known = known();
        if known.swept.insert(folder.to_owned()) {
            sweep(folder);
        }
        for _ in 0..TRIES {
            let file = builder.tempfile_in(folder)?;
            if is_held(&file) {
                known.there.push(file.path().to_owned());
                return Ok(Self { file });
            }
        }
        Err(io::ErrorKind::ResourceBusy.into())
    }

    pub(super) fn file(&mut self) -> &mut File {
        self.file.as_file_mut()
    }

    /// Gives it a name: that of another file only if it may replace it.
    pub(super) fn name(self, path: &Path, replaces: bool) -> io::Result<()> {
        let mut known = known();
        known.there.retain(|there| there != self.file.path());
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

    use super::known;

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
                    let known = known();
                    for path in &known.there {
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
    use std::process::{Child, Command, Stdio};
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

    /// Such a run, when it is there.
    fn half_written(folder: &Path) -> Child {
        let mut command = Command::new(env::current_exe().unwrap());
        command.args([ITSELF, "--exact", "--nocapture"]).env(FOLDER, folder);
        let mut run = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let said = BufReader::new(run.stderr.take().unwrap());
        assert!(said.lines().any(|line| line.unwrap() == "half"), "it ended before");
        run
    }

    /// By which signal a run ends that is sent it.
    fn ended(mut run: Child, signal: &str) -> Option<i32> {
        Command::new("kill").args(["-s", signal, &run.id().to_string()]).status().unwrap();
        run.wait().unwrap().signal()
    }

    fn count(folder: &Path) -> usize {
        fs::read_dir(folder).unwrap().count()
    }

    /// By which signal such a run ends, and what it leaves.
    fn interrupted(signal: &str) -> (Option<i32>, usize) {
        let folder = tempfile::tempdir().unwrap();
        let run = half_written(folder.path());
        assert_eq!(count(folder.path()), 2, "{signal}");
        (ended(run, signal), count(folder.path()))
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

    #[test]
    fn what_a_killed_run_left_is_removed_by_the_next_and_nothing_else_is() {
        let folder = tempfile::tempdir().unwrap();
        let others = ["report.csv", ".dabiao-kept", "x.part", ".dabiao.part.csv", ".tmpAbc123"];
        for name in others {
            fs::write(folder.path().join(name), "示例数据").unwrap();
        }
        let pipe = folder.path().join(".dabiao-pipe.part");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let there = others.len() + 1;
        let (killed, at_work) = (half_written(folder.path()), half_written(folder.path()));
        assert_eq!(ended(killed, "KILL"), Some(9));
        assert_eq!(count(folder.path()), there + 4);
        // What is at work keeps its two.
        let made = Temporary::within(folder.path()).unwrap();
        assert_eq!(count(folder.path()), there + 3);
        drop(made);
        assert_eq!(ended(at_work, "KILL"), Some(9));
        super::sweep(folder.path());
        assert_eq!(count(folder.path()), there);
    }
}
