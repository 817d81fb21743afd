//! Whole processes, measured against each other in one run.
//!
//! (a) `dabiao check data/2023.csv`: processor time of one run.
//! (b) A generated national file (625,000 villages × 16 indicators = 10 million
//!     rows) against a bare pass of the `csv` crate's `ByteRecord` over the same
//!     bytes, on one thread and on two.
//! (c) A country of 3,000 counties under 340 cities under 31 provinces, all three judged,
//!     against the same counties under one whole, on one thread.
//!
//! Every figure is a median of runs that take turns; what is aimed at stands
//! beside it, met or missed. `DABIAO_BENCH_VILLAGES` makes the file smaller.

#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::float_arithmetic, missing_docs)]

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const ROUNDS: usize = 5;
const GIB: f64 = 1024.0 * 1024.0 * 1024.0;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, pass, file] = arguments.as_slice()
        && pass == "--bare-pass"
    {
        return bare_pass(Path::new(file));
    }
    small();
    national();
    levels();
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

fn small() {
    let runs = 200;
    let before = children_seconds();
    let start = Instant::now();
    for _ in 0..runs {
        let data = concat!(env!("CARGO_MANIFEST_DIR"), "/data/2023.csv");
        run(dabiao(&["check", data]), &[1]);
    }
    let wall = start.elapsed().as_secs_f64() * 1000.0 / f64::from(runs);
    let processor = (children_seconds() - before) * 1000.0 / f64::from(runs);
    println!("(a) check data/2023.csv, mean of {runs} runs");
    println!("    processor {processor:.2} ms, wall {wall:.2} ms");
    aim("processor time, ms", processor, 5.0);
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
    let ratio = |ours: &[Duration]| {
        let mut ratios: Vec<f64> =
            ours.iter().zip(&bare).map(|(a, b)| a.as_secs_f64() / b.as_secs_f64()).collect();
        ratios.sort_by(f64::total_cmp);
        ratios[ratios.len() / 2]
    };
    println!(
        "    bare pass {:.2} s, one thread {:.2} s, two threads {:.2} s",
        median(&bare),
        median(&one),
        median(&two)
    );
    aim("one thread / bare pass", ratio(&one), 1.8);
    aim("two threads / bare pass", ratio(&two), 1.0);
    aim("peak memory, GiB", peak / GIB, 1.0);
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
    // Growth does not add up, and nobody sent any. There are 371 more regions to judge, and each county is added up twice.
    aim("three levels / two", ratios[ratios.len() / 2], 1.3);
}

const COUNTIES: u64 = 3_000;
const CITIES: u64 = 340;
const PROVINCES: u64 = 31;

/// Writes two plans of one country, with its cities and provinces and with its counties alone,
/// and what the counties send.
fn country(folder: &Path) -> (PathBuf, PathBuf, PathBuf) {
    let (head, indicators, names) = rules();
    let plan = |name: &str| {
        let plan = folder.join(format!("{name}.toml"));
        let text = format!("{head}roster = \"{name}.csv\"\n\n[[indicator]]{indicators}");
        fs::write(&plan, text).unwrap();
        let roster = File::create(folder.join(format!("{name}.csv"))).unwrap();
        let mut roster = BufWriter::new(roster);
        writeln!(roster, "code,name,level,within").unwrap();
        (plan, roster)
    };
    let (deep, mut levels) = plan("levels");
    let (flat, mut one) = plan("one");
    writeln!(one, "1,全国,city,").unwrap();
    let province = |city: u64| 11 + city * PROVINCES / CITIES;
    let city = |at: u64| province(at) * 100 + at % 100;
    for at in 0..PROVINCES {
        writeln!(levels, "{0},省{0},province,", 11 + at).unwrap();
    }
    for at in 0..CITIES {
        writeln!(levels, "{0},市{0},city,{1}", city(at), province(at)).unwrap();
    }
    let data = folder.join("levels-2023.csv");
    let mut file = BufWriter::new(File::create(&data).unwrap());
    writeln!(file, "年份,地区,指标,数值,分子,分母,备注").unwrap();
    let mut random = Random(2023);
    for at in 0..COUNTIES {
        let city = city(at * CITIES / COUNTIES);
        let code = city * 100 + at % 100;
        writeln!(levels, "{code},县{at},county,{city}").unwrap();
        writeln!(one, "{code},县{at},county,1").unwrap();
        for name in &names[1..] {
            let denominator = 200 + random.below(800);
            let numerator = denominator - random.below(denominator / 4);
            writeln!(file, "2023,{code},{name},,{numerator},{denominator},").unwrap();
        }
    }
    levels.flush().unwrap();
    one.flush().unwrap();
    file.flush().unwrap();
    (deep, flat, data)
}

/// The head of the shipped plan without its regions, its indicators, and the names of these.
/// The relative target becomes a plain one, so that 16 rows a region are all there is.
fn rules() -> (&'static str, String, Vec<String>) {
    let rules = include_str!("../plan/indicators.toml");
    let (head, rest) = rules.split_once("[[region]]").unwrap();
    let (_, indicators) = rest.split_once("[[indicator]]").unwrap();
    let indicators = indicators
        .replace("reference = \"gdp-growth\"", "growth = true\nthreshold = 7")
        .replace("growth-of = \"household-income\"\n", "");
    let names = indicators.lines();
    let names = names.filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'));
    let names: Vec<String> = names.map(str::to_owned).collect();
    assert_eq!(names.len(), 16);
    (head, indicators, names)
}

fn aim(what: &str, measured: f64, most: f64) {
    let verdict = if measured <= most { "met" } else { "MISSED" };
    println!("    {what}: {measured:.2} (aim: at most {most:.1}) {verdict}");
}

fn median(times: &[Duration]) -> f64 {
    let mut times = times.to_vec();
    times.sort();
    times[times.len() / 2].as_secs_f64()
}

fn dabiao(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dabiao"));
    command.args(arguments);
    command
}

/// Runs a command to its end: how long it took, and its peak memory in bytes
/// (where the system tells).
fn run(mut command: Command, codes: &[i32]) -> (Duration, f64) {
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
fn children_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|text| text.parse().ok()).unwrap_or(0.0);
    (ticks(13) + ticks(14)) / 100.0
}

/// Writes plan, roster and submission of a made-up country.
fn generate(folder: &Path, villages: u64) -> (PathBuf, PathBuf) {
    let (head, indicators, names) = rules();
    let plan = folder.join("national.toml");
    fs::write(&plan, format!("{head}roster = \"roster.csv\"\n\n[[indicator]]{indicators}"))
        .unwrap();
    let mut roster = BufWriter::new(File::create(folder.join("roster.csv")).unwrap());
    writeln!(roster, "code,name,level,within\n1,全国,city,").unwrap();
    let data = folder.join("national-2023.csv");
    let mut file = BufWriter::with_capacity(1 << 20, File::create(&data).unwrap());
    writeln!(file, "年份,地区,指标,数值,分子,分母,备注").unwrap();
    let mut random = Random(2023);
    for village in 0..villages {
        let code = 110_101_001_001 + village * 7;
        writeln!(roster, "{code},和平{village}村,county,1").unwrap();
        for (at, name) in names.iter().enumerate() {
            if at == 0 {
                writeln!(
                    file,
                    "2023,{code},{name},{}.{:02}%,,,",
                    7 + random.below(3),
                    random.below(100)
                )
                .unwrap();
                continue;
            }
            let denominator = 200 + random.below(800);
            // About one in sixteen falls short, some by far.
            let lost = if random.below(16) == 0 { denominator / 2 } else { 1 + denominator / 300 };
            let numerator = denominator - random.below(lost);
            // Rounded half up to two digits, as spreadsheets do.
            let rate = (numerator * 100_000 / denominator + 5) / 10;
            writeln!(
                file,
                "2023,{code},{name},{}.{:02}%,{numerator},{denominator},",
                rate / 100,
                rate % 100
            )
            .unwrap();
        }
    }
    // A growth rate has no roll-up: the whole sends its own.
    writeln!(file, "2023,1,{},8.50%,,,", names[0]).unwrap();
    roster.flush().unwrap();
    file.flush().unwrap();
    (plan, data)
}

/// A small linear congruential generator: the same file in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, most: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}
