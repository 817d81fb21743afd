//! Many files, each within its bounds.

use std::fs;

use super::workbook::{BOOK, TABLE, sheet, xlsx_of};
use super::{HEADER, Kind, Maker, plan, roster};

pub(super) const KINDS: &[Kind] = &[
    ("workbooks of a run", workbooks),
    ("headings of a run", headings),
    ("remarks of a run", remarks),
    ("values sent twice of a run", again),
    ("mistyped names of a run", mistyped),
];

/// A folder of so many files, to be checked.
fn files(maker: &Maker, many: usize, end: &str, bytes: impl Fn(usize) -> Vec<u8>) -> Vec<String> {
    for at in 0..many {
        maker.file(&format!("files/{at}.{end}"), bytes(at));
    }
    let folder = maker.path("files").to_str().unwrap().to_owned();
    ["check", &folder, "--year", "2023"].map(str::to_owned).to_vec()
}

fn workbooks(maker: &mut Maker) -> Vec<String> {
    let row = format!("<row>{}</row>", "<c t=\"str\"><v>x</v></c>".repeat(500));
    let rows = row.repeat(maker.size(10, 4_000));
    let one = xlsx_of(BOOK, &sheet(&format!("{TABLE}{rows}"), ""), &[]);
    files(maker, maker.clone().size(20, 400), "xlsx", |_| one.clone())
}

fn headings(maker: &mut Maker) -> Vec<String> {
    let name = maker.one_of(&["说明文字", "2023年目标", "单位：%"]);
    let row = format!("地区{}\n", format!(",{name}").repeat(maker.size(100, 300)));
    let one = row.repeat(maker.size(5, 700)).into_bytes();
    files(maker, maker.clone().size(2, 300), "csv", |_| one.clone())
}

fn remarks(maker: &mut Maker) -> Vec<String> {
    let rows = maker.size(300, 200_000);
    let said = maker.one_of(&["区划调整", "统计口径有变化，详见附件", "无"]);
    files(maker, maker.clone().size(5, 60), "csv", |file| {
        let row = |row| format!("2023,定海区,残疾人就业率,不适用,,,{said}{file}-{row}\n");
        [HEADER.to_owned(), (0..rows).map(row).collect()].concat().into_bytes()
    })
}

fn again(maker: &mut Maker) -> Vec<String> {
    let rows = maker.size(300, 400_000);
    let one = format!("{HEADER}{}", "2023,定海区,残疾人就业率,57.2%,,,\n".repeat(rows));
    files(maker, maker.clone().size(5, 20), "csv", |_| one.clone().into_bytes())
}

fn mistyped(maker: &mut Maker) -> Vec<String> {
    let villages = maker.size(200, 3_000);
    maker.file("plan.toml", plan(20, true));
    maker.file("roster.csv", roster(villages));
    let mut args = files(maker, maker.clone().size(20, 1_000), "csv", |file| {
        let row = |row| format!("2023,杜{file}{row},指标1号,9,,,\n2023,村{row},指镖{row}号,9,,,\n");
        [HEADER.to_owned(), (0..20).map(row).collect()].concat().into_bytes()
    });
    let plan = fs::canonicalize(maker.path("plan.toml")).unwrap();
    args.extend(["--plan".to_owned(), plan.to_str().unwrap().to_owned()]);
    args
}
