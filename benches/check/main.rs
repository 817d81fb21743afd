//! Whole processes, measured against each other in one run.
//!
//! (a) `dabiao check data/2023.csv`: processor time of one run, and its instructions where
//!     valgrind is installed.
//! (b) A generated national file (625,000 villages × 16 indicators = 10 million
//!     rows) against a bare pass of the `csv` crate's `ByteRecord` over the same
//!     bytes, on one thread and on two.
//! (c) A country of 3,000 counties under 340 cities under 31 provinces, all three judged,
//!     against the same counties under one whole, on one thread.
//! (d) Memory by the number of rows, (e) quoted, CRLF and GBK files against the plain one, and
//!     (f) a workbook against `calamine` reading its cells.
//! (g) Reports of one million verdicts: those with a row each against judging alone, and how
//!     large the others are.
//!
//! Beside (b) stand DuckDB and polars where they are installed (`benches/engines.py` says what
//! their query leaves out), and the same rows as Parquet with `cargo bench --features parquet`. What is not measured is said, and what fails ends the run.
//!
//! Every figure is a median of runs that take turns; what is aimed at stands
//! beside it, met or missed. `DABIAO_BENCH_VILLAGES` makes the file smaller.

#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::float_arithmetic, missing_docs)]

mod made;
mod measured;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use calamine::Reader;

use made::{COUNTIES, country, generate};
use measured::{GIB, ROUNDS, aim, children_seconds, dabiao, instructions, median, ratio, run};

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, pass, file] = arguments.as_slice()
        && pass == "--bare-pass"
    {
        return bare_pass(Path::new(file));
    }
    if let [_, cells, file] = arguments.as_slice()
        && cells == "--cells"
    {
        return read_cells(Path::new(file));
    }
    small();
    national();
    levels();
    forms();
    reports();
}

/// Counts records and bytes, and nothing else.
fn bare_pass(file: &Path) {
    let mut reader = csv::Reader::from_path(file).unwrap();
    let mut record = csv::ByteRecord::new();
    let (mut records, mut bytes) = (0u64, 0);
    while reader.read_byte_record(&mut record).unwrap() {
        records += 1;
        bytes += record.as_slice().len();
    }
    println!("{records} {bytes}");
}

/// Reads the cells of a workbook, and counts those that hold something.
fn read_cells(file: &Path) {
    let mut book = calamine::open_workbook_auto(file).unwrap();
    let sheets = book.worksheets();
    let cells = sheets.iter().map(|(_, cells)| cells.used_cells().count());
    println!("{}", cells.sum::<usize>());
}

fn small() {
    let runs = 200;
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/data/2023.csv");
    let before = children_seconds();
    let start = Instant::now();
    for _ in 0..runs {
        run(dabiao(&["check", data]), &[1]);
    }
    let wall = start.elapsed().as_secs_f64() * 1000.0 / f64::from(runs);
    let processor = (children_seconds() - before) * 1000.0 / f64::from(runs);
    println!("(a) check data/2023.csv, mean of {runs} runs");
    println!("    processor {processor:.2} ms, wall {wall:.2} ms");
    let before = children_seconds();
    for _ in 0..runs {
        run(dabiao(&["--version"]), &[0]);
    }
    let version = (children_seconds() - before) * 1000.0 / f64::from(runs);
    // By instructions it is 15 times as much; most of either is what a process begins with.
    aim("check data/2023.csv / --version", processor / version, 4.0);
    match instructions(&["check", data], &[1]) {
        Some(count) => aim("instructions, millions", count / 1e6, 20.0),
        None => println!("    instructions: there is no valgrind, NOT MEASURED"),
    }
}

fn national() {
    let villages =
        std::env::var("DABIAO_BENCH_VILLAGES").map_or(625_000, |text| text.parse().unwrap());
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let (plan, data) = generate(&folder, villages);
    let megabytes = fs::metadata(&data).unwrap().len() as f64 / 1e6;
    println!("(b) {} rows, {megabytes:.0} MB, median of {ROUNDS} rounds", villages * 16);
    let (plan, data) = (plan.to_str().unwrap(), data.to_str().unwrap());
    let check =
        |threads: &'static str| dabiao(&["check", data, "--plan", plan, "-j", threads, "--quiet"]);
    let mut bare = Vec::new();
    let (mut one, mut two) = (Vec::new(), Vec::new());
    let mut peak = 0.0f64;
    for _ in 0..ROUNDS {
        let mut pass = Command::new(std::env::current_exe().unwrap());
        pass.args(["--bare-pass", data]);
        bare.push(run(pass, &[0]).0);
        let (time, memory) = run(check("1"), &[1]);
        one.push(time);
        peak = peak.max(memory);
        let (time, memory) = run(check("2"), &[1]);
        two.push(time);
        peak = peak.max(memory);
    }
    println!(
        "    bare pass {:.2} s, one thread {:.2} s, two threads {:.2} s",
        median(&bare),
        median(&one),
        median(&two)
    );
    aim("one thread / bare pass", ratio(&one, &bare), 1.5);
    aim("two threads / bare pass", ratio(&two, &bare), 1.0);
    aim("peak memory, GiB", peak / GIB, 0.35);
    engines(&folder, data, median(&two));
    parquet(&folder, plan, data);
}

/// What the same rows take as Parquet.
fn parquet(folder: &Path, plan: &str, data: &str) {
    if !cfg!(feature = "parquet") {
        return println!(
            "    Parquet: left out of this program, NOT MEASURED (--features parquet)"
        );
    }
    // Both as `tidy` writes them: it names regions, which takes longer than their codes do.
    let [table, data] = ["parquet", "csv"].map(|ending| {
        let file = folder.join(format!("tidy-2023.{ending}")).to_str().unwrap().to_owned();
        run(dabiao(&["tidy", data, "--plan", plan, "-o", &file, "--quiet", "--force"]), &[0]);
        file
    });
    for (threads, said) in [("1", "one thread"), ("2", "two threads")] {
        let check = |data: &str| dabiao(&["check", data, "--plan", plan, "-j", threads, "--quiet"]);
        let (mut rows, mut lines, mut peak) = (Vec::new(), Vec::new(), 0.0f64);
        for _ in 0..ROUNDS {
            lines.push(run(check(&data), &[1]).0);
            let (time, memory) = run(check(&table), &[1]);
            rows.push(time);
            peak = peak.max(memory);
        }
        println!("    Parquet {:.2} s, {said}, peak {:.2} GiB", median(&rows), peak / GIB);
        aim(&format!("Parquet / CSV, {said}"), ratio(&rows, &lines), 1.0);
    }
    [table, data].iter().for_each(|file| fs::remove_file(file).unwrap());
}

/// What DuckDB and polars take for a part of it on two threads, where they are installed.
fn engines(folder: &Path, data: &str, ours: f64) {
    let python = std::env::var("DABIAO_BENCH_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let roster = folder.join("roster.csv");
    let thresholds = made::thresholds(folder);
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/engines.py");
    for engine in ["duckdb", "polars"] {
        let mut there = Command::new(&python);
        there.args(["-c", &format!("import {engine}")]).stderr(Stdio::null());
        if !there.status().is_ok_and(|status| status.success()) {
            println!(
                "    {engine}: not installed, NOT MEASURED (DABIAO_BENCH_PYTHON names a python)"
            );
            continue;
        }
        let mut times = Vec::new();
        for _ in 0..ROUNDS {
            let mut query = Command::new(&python);
            query.args([script, engine, data]).args([&roster, &thresholds]).arg("2");
            times.push(run(query, &[0]).0);
        }
        let theirs = median(&times);
        println!("    {engine}: {theirs:.2} s for reading, joining and counting alone");
        aim(&format!("two threads / {engine}"), ours / theirs, 1.0);
    }
}

/// Memory by the number of rows, other ways to write them, and a workbook of them.
fn forms() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("forms");
    fs::create_dir_all(&folder).unwrap();
    let check = |plan: &Path, data: &Path| {
        let (plan, data) = (plan.to_str().unwrap(), data.to_str().unwrap());
        dabiao(&["check", data, "--plan", plan, "-j", "1", "--quiet"])
    };
    println!("(d) 1, 5 and 10 million rows, peak memory");
    let peaks = [62_500, 312_500, 625_000].map(|villages| {
        let (plan, data) = generate(&folder, villages);
        run(check(&plan, &data), &[1]).1 / GIB
    });
    println!("    {:.3}, {:.3}, {:.3} GiB", peaks[0], peaks[1], peaks[2]);
    let straight = peaks[0] + (peaks[2] - peaks[0]) * 4.0 / 9.0;
    aim("off a line at 5 million, percent", (peaks[1] / straight - 1.0).abs() * 100.0, 10.0);
    let (plan, plain) = generate(&folder, 62_500);
    let others = made::rewritten(&folder, &plain);
    println!("(e) one million rows written otherwise, median of {ROUNDS} rounds");
    let mut times: [Vec<Duration>; 4] = Default::default();
    for _ in 0..ROUNDS {
        times[0].push(run(check(&plan, &plain), &[1]).0);
        for (times, (_, data)) in times[1..].iter_mut().zip(&others) {
            times.push(run(check(&plan, data), &[1]).0);
        }
    }
    for (times_of, (name, _)) in times[1..].iter().zip(&others) {
        aim(&format!("{name} / plain"), ratio(times_of, &times[0]), 1.5);
    }
    let (plan, rows) = generate(&folder, 6_250);
    let book = made::workbook(&folder, &rows);
    println!("(f) a workbook of 100,000 rows, median of {ROUNDS} rounds");
    let (mut ours, mut cells) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        ours.push(run(check(&plan, &book), &[1]).0);
        let mut calamine = Command::new(std::env::current_exe().unwrap());
        calamine.arg("--cells").arg(&book);
        cells.push(run(calamine, &[0]).0);
    }
    println!("    checked {:.3} s, calamine's cells {:.3} s", median(&ours), median(&cells));
    aim("checked / calamine's cells", ratio(&ours, &cells), 1.5);
    fs::remove_dir_all(&folder).unwrap();
}

/// Reports of very many verdicts.
fn reports() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("reports");
    fs::create_dir_all(&folder).unwrap();
    let (plan, data) = generate(&folder, 62_500);
    let (plan, data) = (plan.to_str().unwrap(), data.to_str().unwrap());
    let check = |report: &str| {
        dabiao(&["check", data, "--plan", plan, "-j", "2", "--quiet", "--report", report])
    };
    println!("(g) reports of one million verdicts, two threads, median of {ROUNDS} rounds");
    let formats = ["table", "csv", "jsonl", "json"];
    let mut times: [Vec<Duration>; 4] = Default::default();
    let mut peaks = [0.0f64; 4];
    for _ in 0..ROUNDS {
        for ((format, times), peak) in formats.iter().zip(&mut times).zip(&mut peaks) {
            let (time, memory) = run(check(format), &[1]);
            times.push(time);
            *peak = peak.max(memory);
        }
    }
    println!("    judging alone {:.3} s", median(&times[0]));
    for ((format, of), peak) in formats.iter().zip(&times).zip(peaks).skip(1) {
        // Writing takes at most one and a half times what judging takes.
        aim(&format!("{format} / judging alone"), ratio(of, &times[0]), 2.5);
        let more = (peak - peaks[0]) / GIB * 1024.0;
        aim(&format!("{format}, memory beside that of judging, MiB"), more, 16.0);
    }
    if cfg!(feature = "parquet") {
        let bytes = |format: &str| {
            let file = folder.join(format!("verdicts.{format}"));
            run(check(&format!("{format}={}", file.display())), &[1]);
            fs::metadata(&file).unwrap().len() as f64
        };
        aim("Parquet, percent of the bytes of CSV", bytes("parquet") / bytes("csv") * 100.0, 10.0);
    }
    for format in ["html", "xlsx", "docx", "markdown", "junit", "sarif"] {
        let file = folder.join(format);
        run(check(&format!("{format}={}", file.display())), &[1]);
        let megabytes = fs::metadata(&file).unwrap().len() as f64 / 1e6;
        aim(&format!("{format}, MB"), megabytes, 40.0);
    }
    fs::remove_dir_all(&folder).unwrap();
}

fn levels() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let (deep, flat, data) = country(&folder);
    println!("(c) {COUNTIES} counties, three levels and two, median of {ROUNDS} rounds");
    let check = |plan: &Path| {
        let (plan, data) = (plan.to_str().unwrap(), data.to_str().unwrap());
        dabiao(&["check", data, "--plan", plan, "-j", "1", "--format", "csv", "--quiet"])
    };
    let (mut three, mut ratios, mut peak) = (Vec::new(), Vec::new(), 0.0f64);
    for _ in 0..ROUNDS {
        let (two, _) = run(check(&flat), &[3]);
        let (time, memory) = run(check(&deep), &[3]);
        ratios.push(time.as_secs_f64() / two.as_secs_f64());
        three.push(time);
        peak = peak.max(memory);
    }
    ratios.sort_by(f64::total_cmp);
    println!("    three levels {:.3} s, peak {:.0} MiB", median(&three), peak / GIB * 1024.0);
    // Growth does not add up, and nobody sent any. There are 371 more regions to judge, and each
    // county is added up twice.
    aim("three levels / two", ratios[ratios.len() / 2], 1.3);
}
