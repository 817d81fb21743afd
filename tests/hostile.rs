//! Makes hostile inputs of every kind and says how the program took them:
//!
//! ```sh
//! cargo build --release
//! DABIAO=target/release/dabiao cargo test --test hostile -- [ROUNDS [SEED [KIND]]]
//! ```
//!
//! Each round makes one member of every kind (of those whose name holds KIND), another with
//! every seed, and large. A run is at the bar if it ends in 10 seconds of processors' time, or
//! in 20 where it reads many files that are each within its bounds, in 1 GiB of memory and
//! with one of the four exit codes, and writes nothing that a terminal obeys.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::expect_used
)] // a program for who works on this one

#[path = "bounds/kinds/mod.rs"]
mod kinds;
#[path = "bounds/run.rs"]
mod run;

use kinds::Maker;
use run::{End, Limits, Ran, run};

fn main() {
    let mut args = std::env::args().skip(1).filter(|arg| !arg.starts_with('-'));
    let mut number = |usual| args.next().map_or(usual, |arg| arg.parse().expect("a number"));
    let (rounds, first): (u64, u64) = (number(1), number(0));
    let wanted = args.next().unwrap_or_default();
    // Two threads reserve addresses beside the memory that they use.
    let limits = |name: &str| {
        let seconds = if name.ends_with("of a run") { 20 } else { 10 };
        Limits { mebibytes: 1024 + 256, seconds }
    };
    let mut ends = Vec::new();
    for seed in first..first + rounds {
        for (name, make) in kinds::all().filter(|(name, _)| name.contains(&wanted)) {
            let folder = tempfile::tempdir().unwrap();
            let args = make(&mut Maker::new(folder.path(), seed, true));
            let Ran { end, hundredths, mebibytes } = run(&args, folder.path(), &limits(name));
            let (seconds, hundredths) = (hundredths / 100, hundredths % 100);
            println!(
                "{seconds:3}.{hundredths:02} s {mebibytes:5} MiB  {end:?}  {name}, seed {seed}"
            );
            ends.push(end);
        }
    }
    let count = |is: fn(&End) -> bool| ends.iter().filter(|end| is(end)).count();
    println!(
        "{} tried: {} at the bar, {} hung, {} over memory, {} panicked, {} leaked, {} odd",
        ends.len(),
        count(|end| *end == End::Well),
        count(|end| *end == End::Hung),
        count(|end| *end == End::OverMemory),
        count(|end| *end == End::Panicked),
        count(|end| *end == End::Leaked),
        count(|end| matches!(end, End::Oddly(_))),
    );
}
