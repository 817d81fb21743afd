//! Text that is read as tables.

use super::text::UNITS;
use super::{HEADER, Kind, Maker};

pub(super) const KINDS: &[Kind] = &[
    ("columns of a header that are not known", unknown_columns),
    ("columns of a table that are not known", unknown_wide),
    ("more columns than a table has", too_wide),
    ("more cells than a table has", too_many_cells),
    ("columns of years", years_across),
    ("parts over and over", parts_again),
    ("tables side by side", beside),
    ("tables below one another", stacked),
    ("rows between that are no data", between),
    ("rows of words", words),
    ("a title without an end", long_title),
    ("a heading without an end", long_heading),
    ("titles", titles),
    ("words beside values", said_beside),
    ("columns that may name something", may_name),
];

fn joined(many: usize, cell: impl Fn(usize) -> String) -> String {
    (0..many).map(cell).collect::<Vec<_>>().join(",")
}

fn unknown_columns(maker: &mut Maker) -> Vec<String> {
    let columns = maker.one_of(&[&10_000, &14_000, &30_000, &100_000]);
    let names = joined(*columns, |at| format!("列{at}"));
    maker.check("2023.csv", format!("{},{names}\n2023,定海区,9,57.2%\n", HEADER.trim_end()))
}

fn unknown_wide(maker: &mut Maker) -> Vec<String> {
    let columns = maker.size(6_000, 14_000);
    let names = joined(columns, |at| format!("未知列{at}"));
    let row = format!("定海区,57.2%{}\n", ",1".repeat(columns));
    let rows = row.repeat(maker.size(3, 200));
    maker.check("2023.csv", format!("地区,残疾人就业率,{names}\n{rows}"))
}

fn too_wide(maker: &mut Maker) -> Vec<String> {
    let cells = ",1".repeat(maker.size(500_000, 6_000_000));
    maker.check("2023.csv", format!("表\n地区,残疾人就业率\n定海区,57.2%{cells}\n"))
}

fn too_many_cells(maker: &mut Maker) -> Vec<String> {
    let cells = maker.below(400) + 30;
    let row = format!("{}x\n", ",".repeat(cells));
    let rows = row.repeat((60 << 20) / row.len());
    maker.check("2023.csv", format!("表\n地区,残疾人就业率\n定海区,57.2%\n{rows}"))
}

fn years_across(maker: &mut Maker) -> Vec<String> {
    let columns = maker.size(2_000, 14_000);
    let (first, years) = (2000 + maker.below(21), 1 + maker.below(60));
    let names = joined(columns, |at| format!("{}年残疾人就业率", first + at % years));
    let row = |name| format!("{name}{}\n", ",57.2%".repeat(columns));
    let rows = ["定海区", "普陀区", "岱山县", "嵊泗县"].map(row).concat();
    maker.check("all.csv", format!("地区,{names}\n{rows}"))
}

fn parts_again(maker: &mut Maker) -> Vec<String> {
    let columns = maker.size(500, 4_500);
    let names = joined(columns, |_| "数值,分子,分母".to_owned());
    let row = format!("定海区,9{}\n", ",1".repeat(columns * 3));
    let rows = row.repeat(maker.below(20) + 1);
    maker.check("2023.csv", format!("地区,指标,{names}\n{rows}"))
}

fn beside(maker: &mut Maker) -> Vec<String> {
    let tables = *maker.one_of(&[&2, &15, &200, &8_000]);
    let rows = maker.size(5_000, 600_000) / tables + 1;
    let head = joined(tables, |_| "地区,残疾人就业率".to_owned());
    let row = joined(tables, |_| "定海区,57.2%".to_owned());
    let again = if maker.below(2) == 0 { format!("{head}\n") } else { String::new() };
    maker.check("2023.csv", format!("{head}\n{}", format!("{row}\n{again}").repeat(rows)))
}

fn stacked(maker: &mut Maker) -> Vec<String> {
    let names = ["残疾人就业率", "困难残疾人生活补贴覆盖率", "残疾人之家覆盖率"];
    let table = |at: usize| format!("地区,{}\n定海区,57.2%\n", names[at % names.len()]);
    let (many, kinds) = (maker.size(6_000, 500_000), 1 + maker.below(3));
    let tables: String = (0..many).map(|at| table(at % kinds)).collect();
    maker.check("2023.csv", tables)
}

fn between(maker: &mut Maker) -> Vec<String> {
    let row =
        maker.one_of(&["说明文字甲\n", "说明文字甲,乙,丙,丁\n", "定海区,说明\n", "单位：%,甲\n"]);
    let rows = row.repeat(maker.size(15_000, 1_500_000));
    maker.check("2023.csv", format!("地区,残疾人就业率\n定海区,57.2%\n{rows}普陀区,57.2%\n"))
}

fn words(maker: &mut Maker) -> Vec<String> {
    let columns = maker.size(150, 3_000);
    let row = joined(columns, |at| format!("说明{at}"));
    let rows = format!("{row}\n").repeat(maker.size(200, 1_500));
    maker.check("2023.csv", format!("地区,残疾人就业率\n定海区,57.2%\n{rows}"))
}

fn long_title(maker: &mut Maker) -> Vec<String> {
    let unit = maker.one_of(&UNITS);
    let title = unit.repeat(maker.size(300_000, 12_000_000) / unit.len());
    let table = "地区,残疾人就业率\n定海区,57.2%\n";
    let (above, below) = if maker.below(2) == 0 { (&*title, "") } else { ("", &*title) };
    maker.check("2023.csv", format!("{above}\n{table}{below}\n"))
}

fn long_heading(maker: &mut Maker) -> Vec<String> {
    let unit = maker.one_of(&UNITS);
    let words = unit.repeat(maker.size(300_000, 12_000_000) / unit.len());
    let heading = if maker.below(2) == 0 {
        format!("残疾人就业率{words}")
    } else {
        words + "残疾人就业率"
    };
    maker.check("2023.csv", format!("地区,{heading}\n定海区,57.2%\n"))
}

fn titles(maker: &mut Maker) -> Vec<String> {
    let title = |at: usize| format!("定海区{}年度表第{at}号 单位：%\n", 2000 + at % 40);
    let many = maker.size(250, 300_000);
    let titles: String = (0..many).map(title).collect();
    let table = "地区,残疾人就业率\n定海区,57.2%\n";
    let text = if maker.below(2) == 0 { titles + table } else { table.to_owned() + &titles };
    maker.check("2023.csv", text)
}

fn said_beside(maker: &mut Maker) -> Vec<String> {
    let columns = maker.size(700, 7_000);
    let heading = maker.one_of(&["备注", "说明", "类别", "负责人"]);
    let said = maker.one_of(&["2023年", "定海区", "甲", "目标", "城镇"]);
    let head =
        format!("{}{}", ",残疾人就业率".repeat(columns), format!(",{heading}").repeat(columns));
    let row = format!("定海区{}{}\n", ",57.2%".repeat(columns), format!(",{said}").repeat(columns));
    let rows = row.repeat(maker.size(2, 40));
    maker.check("2023.csv", format!("地区{head}\n{rows}"))
}

fn may_name(maker: &mut Maker) -> Vec<String> {
    let (columns, rows) = (maker.size(25, 500), maker.size(20, 200));
    let head = maker.one_of(&["地区,数值", "地区,残疾人就业率", "指标,数值"]);
    let head = format!("{head}{}\n", ",自编列".repeat(columns));
    let long = "丙".repeat(maker.below(150));
    let row = |row| format!("甲,乙,{}\n", joined(columns, |at| format!("甲{row}乙{at}{long}")));
    let rows: String = (0..rows).map(row).collect();
    let heads = head.repeat(1 + maker.below(60));
    maker.check("2023.csv", format!("{heads}{rows}"))
}
