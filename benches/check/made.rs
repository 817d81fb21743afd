//! Files that are measured: the same in every run.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use encoding_rs::GB18030;

pub(crate) const COUNTIES: u64 = 3_000;
const CITIES: u64 = 340;
const PROVINCES: u64 = 31;

/// Writes two plans of one country, with its cities and provinces and with its counties alone,
/// and what the counties send.
pub(crate) fn country(folder: &Path) -> (PathBuf, PathBuf, PathBuf) {
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
pub(crate) fn rules() -> (&'static str, String, Vec<String>) {
    let rules = include_str!("../../plan/indicators.toml");
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

/// Writes plan, roster and submission of a made-up country.
pub(crate) fn generate(folder: &Path, villages: u64) -> (PathBuf, PathBuf) {
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

/// The rules as the query of `benches/engines.py` takes them: a threshold each.
pub(crate) fn thresholds(folder: &Path) -> PathBuf {
    let (_, indicators, _) = rules();
    let mut text = String::from("indicator,least,threshold\n");
    for rule in indicators.split("[[indicator]]") {
        let of = |key: &str| {
            let line = rule.lines().find_map(|line| line.strip_prefix(key))?;
            Some(line.trim_start_matches([' ', '=']).trim_matches('"').to_owned())
        };
        let (name, threshold) = (of("name ").unwrap(), of("threshold ").unwrap());
        let is_least = of("operator ").is_none_or(|operator| "≥>=".contains(&operator));
        text += &format!("{name},{},{threshold}\n", if is_least { "yes" } else { "no" });
    }
    let path = folder.join("thresholds.csv");
    fs::write(&path, text).unwrap();
    path
}

/// The same rows written in other ways.
pub(crate) fn rewritten(folder: &Path, plain: &Path) -> [(&'static str, PathBuf); 3] {
    let text = fs::read_to_string(plain).unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.join(format!("{name}-2023.csv"));
        fs::write(&path, bytes).unwrap();
        path
    };
    let quoted: String = text
        .lines()
        .map(|line| format!("\"{}\"\n", line.split(',').collect::<Vec<_>>().join("\",\"")))
        .collect();
    [
        ("quoted", write("quoted", quoted.as_bytes())),
        ("CRLF", write("crlf", text.replace('\n', "\r\n").as_bytes())),
        ("GBK", write("gbk", &GB18030.encode(&text).0)),
    ]
}

/// A workbook of the rows of a text.
pub(crate) fn workbook(folder: &Path, plain: &Path) -> PathBuf {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in (0..).zip(fs::read_to_string(plain).unwrap().lines()) {
        for (column, cell) in (0..).zip(line.split(',')).filter(|(_, cell)| !cell.is_empty()) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).unwrap(),
                Err(_) => sheet.write_string(row, column, cell).unwrap(),
            };
        }
    }
    let path = folder.join("rows-2023.xlsx");
    book.save(&path).unwrap();
    path
}
