//! Whole processes, how long they take and how much memory.

use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

pub(crate) const ROUNDS: usize = 5;
pub(crate) const GIB: f64 = 1024.0 * 1024.0 * 1024.0;

pub(crate) fn aim(what: &str, measured: f64, most: f64) {
    let verdict = if measured <= most { "met" } else { "MISSED" };
    println!("    {what}: {measured:.2} (aim: at most {most}) {verdict}");
}

pub(crate) fn median(times: &[Duration]) -> f64 {
    let mut times = times.to_vec();
    times.sort();
    times[times.len() / 2].as_secs_f64()
}

pub(crate) fn dabiao(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dabiao"));
    command.args(arguments);
    command
}

/// Runs a command to its end: how long it took, and its peak memory in bytes
/// (where the system tells).
pub(crate) fn run(mut command: Command, codes: &[i32]) -> (Duration, f64) {
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    let mut child = command.spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0.0f64;
    let code = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status.code();
        }
        peak = peak.max(high_water(&status).unwrap_or(0.0));
        std::thread::sleep(Duration::from_micros(500));
    };
    let time = start.elapsed();
    assert!(codes.iter().any(|c| Some(*c) == code), "ended with {code:?}");
    (time, peak)
}

fn high_water(status: &str) -> Option<f64> {
    let text = fs::read_to_string(status).ok()?;
    let line = text.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kibibytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kibibytes * 1024.0)
}

/// Processor seconds of all children so far; Linux counts hundredths.
pub(crate) fn children_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|text| text.parse().ok()).unwrap_or(0.0);
    (ticks(13) + ticks(14)) / 100.0
}

/// The instructions of a run, which are the same whatever else a machine does; none where
/// valgrind is not installed.
pub(crate) fn instructions(arguments: &[&str], codes: &[i32]) -> Option<f64> {
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    command.arg(env!("CARGO_BIN_EXE_dabiao")).args(arguments);
    let output = command.stdin(Stdio::null()).output().ok()?;
    assert!(codes.iter().any(|code| Some(*code) == output.status.code()), "ended otherwise");
    let told = String::from_utf8_lossy(&output.stderr);
    let count = told.lines().find_map(|line| line.split_once("Collected :"));
    Some(count.unwrap().1.trim().parse().unwrap())
}

/// The median of the ratios of runs that took turns.
pub(crate) fn ratio(ours: &[Duration], others: &[Duration]) -> f64 {
    let pairs = ours.iter().zip(others);
    let mut ratios: Vec<f64> = pairs.map(|(a, b)| a.as_secs_f64() / b.as_secs_f64()).collect();
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}
