//! A run of the program under limits.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum End {
    /// With a code that means something, and saying why if nothing was judged whole.
    Well,
    /// It did not end in its time.
    Hung,
    /// It wanted more memory than it may have.
    OverMemory,
    /// It broke down.
    Panicked,
    /// It wrote what a terminal obeys.
    Leaked,
    /// It ended with another code than it can, or with no word.
    Oddly(String),
}

/// What a run may take.
pub(crate) struct Limits {
    /// Of addresses, in MiB; what threads reserve and do not use is in it.
    pub(crate) mebibytes: u64,
    pub(crate) seconds: u64,
}

/// What a terminal obeys, or turns the line that it stands in.
fn is_obeyed(c: char) -> bool {
    c.is_control() && c != '\n'
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
        || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}')
}

/// Runs the program, with two threads.
pub(crate) fn run(args: &[String], folder: &Path, limits: &Limits) -> End {
    let [out, err] = ["out", "err"].map(|name| folder.join(name));
    let mut command = Command::new("sh");
    let limit = format!("ulimit -v {}; exec \"$@\"", limits.mebibytes * 1024);
    command.args(["-c", &limit, "sh", env!("CARGO_BIN_EXE_dabiao")]).args(args);
    command.args(["-j", "2"]).env_remove("GITHUB_STEP_SUMMARY").env("NO_COLOR", "1");
    command.stdin(Stdio::null());
    command.stdout(File::create(&out).unwrap()).stderr(File::create(&err).unwrap());
    let mut child = command.spawn().unwrap();
    let end = Instant::now() + Duration::from_secs(limits.seconds);
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if Instant::now() > end {
            child.kill().unwrap();
            child.wait().unwrap();
            return End::Hung;
        }
        sleep(Duration::from_millis(5));
    };
    let [out, err] = [out, err].map(|path| fs::read(path).unwrap());
    let err = String::from_utf8_lossy(&err).into_owned();
    if err.contains("memory allocation") || err.contains("out of memory") {
        return End::OverMemory;
    }
    if err.contains("panicked at") || err.contains("stack overflow") {
        return End::Panicked;
    }
    let Ok(out) = String::from_utf8(out) else { return End::Leaked };
    if out.contains(is_obeyed) || err.contains(is_obeyed) {
        return End::Leaked;
    }
    let beginning = || err.chars().take(300).collect::<String>();
    match status.code() {
        Some(0 | 1) => End::Well,
        // Why is said.
        Some(2 | 3) if !err.trim().is_empty() => End::Well,
        code => End::Oddly(format!("{code:?} {}", beginning())),
    }
}
