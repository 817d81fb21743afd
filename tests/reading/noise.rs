//! Whatever stands around a sound table, its verdicts stay as they are, or an error says
//! why not.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::{SPORTS, WORK, judged};

/// What is sent: a value of each region and indicator, all of them sure.
const SENT: [(&str, &str, &str); 6] = [
    ("定海区", WORK, "57.2"),
    ("普陀区", WORK, "56.1"),
    ("岱山县", WORK, "54.62"),
    ("定海区", SPORTS, "93.11"),
    ("普陀区", SPORTS, "92.6"),
    ("岱山县", SPORTS, "92.51"),
];

type Cells = Vec<Vec<String>>;

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

/// The table in one of its layouts.
fn table(layout: usize) -> Cells {
    let value = |region: &str, indicator: &str| {
        let sent = SENT.iter().find(|sent| sent.0 == region && sent.1 == indicator).unwrap();
        format!("{}%", sent.2)
    };
    let regions = ["定海区", "普陀区", "岱山县"];
    match layout {
        0 => {
            let rows = SENT.iter().map(|(r, i, v)| row(&["2023", r, i, v]));
            std::iter::once(row(&["年份", "地区", "指标", "数值"])).chain(rows).collect()
        }
        1 => {
            let rows = regions.iter().map(|r| row(&[r, &value(r, WORK), &value(r, SPORTS)]));
            std::iter::once(row(&["地区", WORK, SPORTS])).chain(rows).collect()
        }
        _ => {
            let across = |i: &str| {
                let values = regions.map(|region| value(region, i));
                row(&[i, &values[0], &values[1], &values[2]])
            };
            vec![row(&["指标", "定海区", "普陀区", "岱山县"]), across(WORK), across(SPORTS)]
        }
    }
}

/// Headings of a column more.
const HEADINGS: [&str; 26] = [
    "类别",
    "人群",
    "所在地",
    "期间",
    "目标值",
    "上年数",
    "序号",
    "联系人",
    "地区",
    "县区",
    "设区市",
    "年份",
    "指标",
    "单位",
    "数值（2022年）",
    "2022年",
    "分子",
    "备注",
    "累计",
    "残疾人就业率（目标）",
    "定海区",
    "定海区（上年）",
    "残疾人就业率",
    "排名",
    "",
    "数值",
];
/// What may stand in it.
const CONTENTS: [&str; 19] = [
    "农村",
    "其中：女性",
    "宁波市",
    "1—6月",
    "全省",
    "定海区",
    "普陀区",
    "舟山市",
    "2022",
    "2023",
    "残疾人就业率",
    "60%",
    "55.1",
    "‰",
    "%",
    "万人",
    "第一",
    "",
    "1",
];
/// Rows more: titles, footers, headings of other tables.
const ROWS: [&[&str]; 36] = [
    &["宁波市残疾人事业"],
    &["浙江省残联"],
    &["填报单位：杭州市残联"],
    &["农村残疾人就业情况"],
    &["其中："],
    &["（二）女性"],
    &["残疾人辅助器具适配率"],
    &["嵌入式统计"],
    &["注：以上为测算数"],
    &["截至9.30"],
    &["Oct-Dec 2022"],
    &["与上年同期对比表"],
    &["2022年度"],
    &["2023年度"],
    &["二〇二二年残疾人事业"],
    &["截至2022年12月31日"],
    &["2023年1—6月"],
    &["填报单位：定海区残联"],
    &["填报单位：舟山市普陀区残疾人联合会（盖章）"],
    &["填报日期：2024年1月5日"],
    &["普陀区2023年指标"],
    &["单位：‰"],
    &["单位：%"],
    &["", "%", "%"],
    &["", "‰", "‰", "‰"],
    &["甲", "乙", "1", "2"],
    &["甲", "1", "2", "3"],
    &["填表人：张三", "审核人：李四"],
    &["注：示例数据"],
    &["地区", "指标", "数值"],
    &["县区", "人数", "金额"],
    &["续表"],
    &["普陀区"],
    &["残疾人文体服务覆盖率"],
    &["合计", "1", "2", "3"],
    &["", "", ""],
];

#[derive(Debug, Clone)]
enum Noise {
    Column { at: Index, heading: &'static str, content: Vec<&'static str> },
    Row { at: Index, cells: &'static [&'static str] },
    Mark { row: Index, cell: Index, at: Index, mark: &'static str },
}

fn noise() -> impl Strategy<Value = Noise> {
    let column =
        (any::<Index>(), select(&HEADINGS[..]), prop::collection::vec(select(&CONTENTS[..]), 8))
            .prop_map(|(at, heading, content)| Noise::Column { at, heading, content });
    let row = (any::<Index>(), select(&ROWS[..])).prop_map(|(at, cells)| Noise::Row { at, cells });
    let marks = select(&["\u{200B}", "\u{FEFF}", " ", "　", "\u{202D}"][..]);
    let mark = (any::<Index>(), any::<Index>(), any::<Index>(), marks)
        .prop_map(|(row, cell, at, mark)| Noise::Mark { row, cell, at, mark });
    prop_oneof![3 => column, 4 => row, 1 => mark]
}

impl Noise {
    fn add(&self, cells: &mut Cells) {
        let width = cells.iter().map(Vec::len).max().unwrap();
        match self {
            Self::Column { at, heading, content } => {
                let at = at.index(width + 1);
                for (number, row) in cells.iter_mut().enumerate() {
                    row.resize(row.len().max(at), String::new());
                    let text = if number == 0 { heading } else { content[number % content.len()] };
                    row.insert(at, text.to_owned());
                }
            }
            Self::Row { at, cells: texts } => {
                let mut row = row(texts);
                row.resize(width.max(row.len()), String::new());
                cells.insert(at.index(cells.len() + 1), row);
            }
            Self::Mark { row, cell, at, mark } => {
                let row = row.index(cells.len());
                let cell = cell.index(cells[row].len());
                let text = &mut cells[row][cell];
                let ends: Vec<usize> =
                    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
                text.insert_str(ends[at.index(ends.len())], mark);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn noise_around_a_table_turns_no_verdict_silently(
        layout in 0..3usize,
        noise in prop::collection::vec(noise(), 1..4),
        name in select(&["2023.csv", "舟山市2023年报.csv", "2023年定稿.csv"][..]),
    ) {
        let mut cells = table(layout);
        noise.iter().for_each(|noise| noise.add(&mut cells));
        let text: String = cells.iter().map(|row| row.join(",") + "\n").collect();
        let found = judged(name, &text);
        let all = found.document["diagnostics"].as_array().unwrap();
        let is_told = all.iter().any(|one| one["severity"] == "error");
        for (region, indicator, sent) in SENT {
            let value = found.value(region, indicator);
            prop_assert!(value == Some(sent) || is_told, "{region} {indicator} {value:?}\n{text}");
        }
    }
}
