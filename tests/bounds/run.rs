//! A run of the program under limits.

use std::env;
use std::fs::{self, File};
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The signal to a process that took more of the processors than it may.
const SIGXCPU: i32 = 24;

/// The signal that ends a process that did not end by itself.
const SIGKILL: i32 = 9;

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum End {
    /// With a code that means something, and saying why if nothing was judged whole.
    Well,
    /// It did not end in its time.
    Hung,
    /// It wanted more memory than it may have, and said so.
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
    /// Of all processors: how long it takes by the clock is the machine's doing too.
    pub(crate) seconds: u64,
}

/// How a run ended, and what it took.
pub(crate) struct Ran {
    pub(crate) end: End,
    pub(crate) hundredths: u64,
    pub(crate) mebibytes: u64,
}

/// What a terminal obeys, or turns the line that it stands in.
fn is_obeyed(c: char) -> bool {
    c.is_control() && c != '\n'
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
        || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}')
}

/// Whether a process has ended, and how many hundredths of a second processors gave it: that
/// is known until somebody waits for it.
fn spent(process: u32) -> (bool, u64) {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let (_, behind) = stat.rsplit_once(") ").unwrap_or_default();
    let ticks = behind.split(' ').skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok());
    (behind.starts_with('Z'), ticks.sum())
}

/// The most memory that a process has held so far, in MiB.
fn mebibytes(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    peak.trim().trim_end_matches(" kB").parse::<u64>().ok().map(|peak| peak >> 10)
}

/// Whether a command reads submissions, which it does with several threads.
fn has_threads(args: &[String]) -> bool {
    args.first().is_some_and(|command| command != "plan")
}

/// Runs the program, with two threads.
pub(crate) fn run(args: &[String], folder: &Path, limits: &Limits) -> Ran {
    let mut ran = Ran { end: End::Hung, hundredths: 0, mebibytes: 0 };
    ran.end = ended(args, folder, limits, &mut ran);
    ran
}

fn ended(args: &[String], folder: &Path, limits: &Limits, ran: &mut Ran) -> End {
    let [out, err] = ["out", "err"].map(|name| folder.join(name));
    let mut command = Command::new("sh");
    let (memory, seconds) = (limits.mebibytes * 1024, limits.seconds);
    let limit = format!("ulimit -v {memory}; ulimit -St {seconds}; exec \"$@\"");
    let built = env!("CARGO_BIN_EXE_dabiao").to_owned();
    let program = env::var("DABIAO").unwrap_or(built);
    command.args(["-c", &limit, "sh", &program]).args(args);
    if has_threads(args) {
        command.args(["-j", "2"]);
    }
    command.env_remove("GITHUB_STEP_SUMMARY").env("NO_COLOR", "1");
    command.stdin(Stdio::null());
    command.stdout(File::create(&out).unwrap()).stderr(File::create(&err).unwrap());
    let mut child = command.spawn().unwrap();
    let end = Instant::now() + Duration::from_secs(60 + 10 * limits.seconds);
    loop {
        let (has_ended, hundredths) = spent(child.id());
        ran.hundredths = hundredths;
        if has_ended {
            break;
        }
        ran.mebibytes = mebibytes(child.id()).unwrap_or_default().max(ran.mebibytes);
        if Instant::now() > end {
            child.kill().unwrap();
            break;
        }
        sleep(Duration::from_millis(5));
    }
    let status = child.wait().unwrap();
    if matches!(status.signal(), Some(SIGKILL | SIGXCPU)) {
        return End::Hung;
    }
    let [out, err] = [out, err].map(|path| fs::read(path).unwrap());
    let err = String::from_utf8_lossy(&err).into_owned();
    if err.contains("out of memory") && status.code() == Some(2) {
        return End::OverMemory;
    }
    let broke_down = ["panicked at", "stack overflow", "memory allocation", "out of memory"];
    if broke_down.iter().any(|words| err.contains(words)) {
        return End::Panicked;
    }
    let Ok(out) = String::from_utf8(out) else { return End::Leaked };
    if out.contains(is_obeyed) || err.contains(is_obeyed) {
        return End::Leaked;
    }
    let beginning = || err.chars().take(300).collect::<String>();
    match status.code() {
        Some(0 | 1) => End::Well,
        // Nothing was tried of what is not understood.
        Some(2) if ["Usage:", "用法："].iter().any(|word| err.contains(word)) => {
            End::Oddly(beginning())
        }
        // Why is said.
        Some(2 | 3) if !err.trim().is_empty() => End::Well,
        code => End::Oddly(format!("{code:?} {}", beginning())),
    }
}
