//! Text of one value a row.

use std::fs::File;
use std::io::Write as _;

use super::{HEADER, Kind, Maker};

pub(super) const KINDS: &[Kind] = &[
    ("a quote that is never closed", open_quote),
    ("a line without an end", endless_line),
    ("zeros", zeros),
    ("blank lines", blank_lines),
    ("lines of commas", bare_commas),
    ("a row of too many cells", long_row),
    ("regions that are not known", unknown_regions),
    ("indicators that are not known", unknown_indicators),
    ("values that were sent twice", duplicates),
    ("remarks", remarks),
    ("remarks of leading words", leading_remarks),
    ("a cell without an end", long_cell),
    ("long cells in every row", long_cells),
    ("what a terminal obeys", controls),
    ("bytes of chance", garbage),
    ("a row that says more, far down", says_more),
    ("a byte that is no text, far down", undecodable),
    ("years far from the plan", far_years),
];

/// Parts of texts that readers look for.
pub(super) const UNITS: [&str; 24] = [
    "数据",
    "数为",
    "用数",
    "沿用数据未",
    "2023年",
    "单位：",
    "填报单位：定海区 ",
    "舟山市定海区",
    "（%）",
    "上年同期",
    "）：",
    "2023",
    "1—6月",
    "二〇二三",
    "、",
    "定",
    "截至",
    "99.9.",
    "(",
    "2023-01-",
    "-",
    "目标",
    "“",
    "\u{200B}",
];

fn open_quote(maker: &mut Maker) -> Vec<String> {
    let rows = "x,\n".repeat(maker.size(6_000_000, 60_000_000));
    maker.check("2023.csv", format!("{HEADER}2023,定海区,9,\"57.2%{rows}"))
}

/// A sparse file: what is not written reads as zeros.
fn sparse(maker: &Maker, begins: &str, mebibytes: usize) -> Vec<String> {
    let args = maker.check("2023.csv", begins);
    let file = File::options().write(true).open(maker.path("2023.csv")).unwrap();
    file.set_len((mebibytes as u64) << 20).unwrap();
    args
}

fn endless_line(maker: &mut Maker) -> Vec<String> {
    let mebibytes = maker.size(1024, 3072);
    sparse(maker, &format!("{HEADER}2023,"), mebibytes)
}

fn zeros(maker: &mut Maker) -> Vec<String> {
    let begins =
        maker.one_of(&["", HEADER, "年份,地区,指标,数值\n2023,定海区,9,57.2%\n"]).to_owned();
    let mebibytes = maker.size(1024, 3072);
    sparse(maker, &begins, mebibytes)
}

fn blank_lines(maker: &mut Maker) -> Vec<String> {
    let end = maker.one_of(&["\n", "\r\n", "\r"]);
    let lines = end.repeat(maker.size(4_000_000, 400_000_000) / end.len());
    let before = maker.below(2) == 0;
    let (above, below) = if before { (&*lines, "") } else { ("", &*lines) };
    maker.check("2023.csv", format!("{above}{HEADER}{below}2023,定海区,9,57.2%,,,\n"))
}

fn bare_commas(maker: &mut Maker) -> Vec<String> {
    let lines = ",,,,,,\n".repeat(maker.size(300_000, 10_000_000));
    maker.check("2023.csv", format!("{HEADER}{lines}"))
}

fn long_row(maker: &mut Maker) -> Vec<String> {
    let commas = ",".repeat(maker.size(3_000_000, 12_000_000));
    maker.check("2023.csv", format!("{HEADER}2023,定海区,9,57.2%{commas}\n"))
}

fn rows(many: usize, row: impl Fn(usize) -> String) -> String {
    std::iter::once(HEADER.to_owned()).chain((0..many).map(row)).collect()
}

fn unknown_regions(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(8_000, 500_000);
    maker.check("2023.csv", rows(many, |at| format!("2023,某某县{at},9,57.2%,,,\n")))
}

fn unknown_indicators(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(700, 150_000);
    let (word, times) =
        [("残疾人就业率", 1), ("2023年", 26), ("2022年", 140), ("（%）", 20)][maker.below(4)];
    let name = word.repeat(times);
    maker.check("2023.csv", rows(many, |at| format!("2023,定海区,{name}{at}号,57.2%,,,\n")))
}

fn duplicates(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(40_000, 5_000_000);
    maker.check("2023.csv", rows(many, |_| "2023,定海区,9,57.2%,,,\n".to_owned()))
}

fn remarks(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(3_000, 500_000);
    let unit = maker.one_of(&["备注", "\"\"", "-“", "的", "数据", "（2023", "“”", "："]);
    remarked(maker, many, unit)
}

/// Each of the words leads to what may be said of the figures.
fn leading_remarks(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(200, 20_000);
    let unit = maker.one_of(&["数据为", "取数", "沿用数据未", "的示例了，", "数为"]);
    remarked(maker, many, unit)
}

fn remarked(maker: &Maker, many: usize, unit: &str) -> Vec<String> {
    let long = unit.repeat(50);
    maker.check("2023.csv", rows(many, |at| format!("2023,定海区,9,57.2%,,,\"{long}{at}\"\n")))
}

fn long_cell(maker: &mut Maker) -> Vec<String> {
    let unit = maker.one_of(&UNITS);
    let text = unit.repeat(maker.size(300_000, 8_000_000) / unit.len());
    let mut cells = ["2023", "定海区", "9", "57.2%", "", "", ""];
    let at = maker.below(cells.len());
    cells[at] = &text;
    maker.check("2023.csv", format!("{HEADER}2023,普陀区,9,57.2%,,,\n{}\n", cells.join(",")))
}

/// Years in the columns of years and of names, which nothing remembers.
fn long_cells(maker: &mut Maker) -> Vec<String> {
    let unit = maker.one_of(&["2023年", "比2023年", "2023-01-", "（%）", "完成"]);
    let long = *maker.one_of(&[&120, &1000, &10_000]);
    let text = unit.repeat(long / unit.len());
    let mut cells = ["2023", "定海区", "9", "57.2%", "", "", ""];
    let at = maker.below(3);
    cells[at] = &text;
    let row = cells.join(",");
    let many = maker.size(4_000_000, 30_000_000) / row.len();
    maker.check("2023.csv", rows(many, |_| format!("{row}\n")))
}

fn controls(maker: &mut Maker) -> Vec<String> {
    const EVIL: [&str; 8] = [
        "\u{1B}[31m",
        "\u{9B}31m",
        "\u{202E}",
        "\u{2066}",
        "\u{2028}",
        "\u{85}",
        "\u{7}",
        "\u{1B}]0;甲\u{7}",
    ];
    let mut evil = |text: &str| {
        let at = text.char_indices().nth(maker.below(text.chars().count() + 1));
        let (before, after) = text.split_at(at.map_or(text.len(), |(at, _)| at));
        format!("{before}{}{after}", maker.one_of(&EVIL))
    };
    let row =
        ["2023", "定海区", "残疾人就业率", "57.2%", "1", "2", "备注"].map(&mut evil).join(",");
    let header = evil(HEADER.trim_end());
    let name = evil("2023");
    maker.check(&format!("{name}.csv"), format!("{header}\n{row}\n{HEADER}{row}\n"))
}

fn garbage(maker: &mut Maker) -> Vec<String> {
    let mut bytes = HEADER.as_bytes().repeat(1 + maker.below(3));
    let many = maker.size(50_000, 3_000_000);
    let alphabet = [b',', b'\n', b'"', b'\r', b';', b'\t', 0, 0xFF, 0x81, b'9', b'%', 0xE5];
    bytes.extend((0..many).map(|_| alphabet[maker.below(alphabet.len())]));
    maker.check("2023.csv", bytes)
}

fn says_more(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(50_000, 1_500_000);
    let text = rows(many, |_| "2023,定海区,9,57.2%,,,\n".to_owned());
    maker.check("2023.csv", format!("{text}单位：%\n2023,普陀区,9,57.2%,,,\n"))
}

fn undecodable(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(100_000, 5_000_000);
    let args = maker.check("2023.csv", rows(many, |_| "2023,定海区,9,57.2%,,,\n".to_owned()));
    let mut file = File::options().append(true).open(maker.path("2023.csv")).unwrap();
    file.write_all(b"\xFF\xFE\xFF").unwrap();
    args
}

fn far_years(maker: &mut Maker) -> Vec<String> {
    let growth = ["残疾人家庭人均可支配收入年均增长", "GDP年均增长率"];
    let many = maker.size(2_000, 8_000);
    let row = |at: usize| {
        let year = 2020 + at % 7979;
        growth.map(|name| format!("{year},定海区,{name},8.{at}%,,,\n")).concat()
    };
    maker.check("all.csv", rows(many, row))
}
