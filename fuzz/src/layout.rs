//! Small tables of words that forms have.

use dabiao::diagnostic::Diagnostic;

use super::reading::{self, BUILT_IN, Value, unplaced};

/// What stands in the cells of forms; names of the built-in plan among them. 示例数据.
const WORDS: [&str; 64] = [
    "年份",
    "地区",
    "指标",
    "数值",
    "分子",
    "分母",
    "累计",
    "备注",
    "单位",
    "县（区）",
    "序号",
    "属性",
    "口径",
    "预期性",
    "约束性",
    "定海区",
    "普陀区",
    "岱山县",
    "嵊泗县",
    "舟山市",
    "普陀山—朱家尖",
    "330902",
    "330922",
    "新城",
    "就业率",
    "残疾人就业率",
    "残疾人就业律",
    "护理补贴覆盖率",
    "GDP年均增长率",
    "残疾人家庭人均可支配收入",
    "辅具适配率",
    "9",
    "10",
    "（%）",
    "（万人）",
    "（人）",
    "%",
    "人",
    "万人",
    "分子（人）",
    "数值（%）",
    "2023",
    "2023年",
    "2022",
    "2019",
    "57.20%",
    "57.2",
    "0.552",
    "3512",
    "6140",
    "0",
    "1",
    "100",
    "—",
    "不适用",
    "#DIV/0!",
    "示例数据",
    "舟山市2023年度报送表",
    "填报单位：定海区残联",
    "单位：万人",
    "填表人：张三",
    "注：示例数据",
    "一、收入和社会保障",
    "上海",
];

/// A first byte that says how the table is written; of those behind it each is a word of a
/// cell, or how the cells go on.
pub fn layout(input: &[u8]) {
    let Some((how, rest)) = input.split_first() else { return };
    let rows = table(rest);
    let name = ["2023.csv", "a.csv", "定海区2023.csv", "2022.csv"][usize::from(how >> 2) % 4];
    let line_end = ["\n", "\r\n", "\r"][usize::from(how >> 4) % 3];
    let write = |delimiter| written(&rows, delimiter, line_end);
    let delimiters = [',', '\t', ';'];
    let text = write(delimiters[usize::from(*how) % 3]);
    let (values, found) = reading::holds(&BUILT_IN, name, text.as_bytes());
    // What parts the cells changes nothing, where the first line shows what does.
    let is_clear = rows.iter().find(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    if is_clear.is_none_or(|first| first.len() < 2) {
        return;
    }
    let other = write(delimiters[usize::from(how.wrapping_add(1)) % 3]);
    let (others, found_there) = reading::holds(&BUILT_IN, name, other.as_bytes());
    // Only a comma can have taken a number apart.
    let is_torn = |found: &Diagnostic| found.code() == "submission/torn-number";
    if found.iter().chain(&found_there).any(is_torn) {
        return;
    }
    let unplaced = |values: Vec<Value>| values.into_iter().map(unplaced).collect::<Vec<_>>();
    assert_eq!(unplaced(values), unplaced(others), "{text}\n{other}");
    let codes = |found: &[Diagnostic]| {
        let mut codes: Vec<_> = found.iter().map(|found| found.code()).collect();
        codes.sort_unstable();
        codes
    };
    assert_eq!(codes(&found), codes(&found_there), "{text}\n{other}");
}

/// The cells that bytes stand for.
fn table(input: &[u8]) -> Vec<Vec<String>> {
    let mut rows = vec![vec![]];
    let mut joins = false;
    let mut bytes = input.iter();
    while let Some(byte) = bytes.next() {
        let row: &mut Vec<String> = match rows.last_mut() {
            Some(row) => row,
            None => return rows,
        };
        let text = match byte {
            // The next row.
            255 => {
                rows.push(Vec::new());
                continue;
            }
            // What comes next stands in the same cell.
            254 => {
                joins = true;
                continue;
            }
            // Any text, as long as the next byte says.
            253 => {
                let length = bytes.next().map_or(0, |length| usize::from(length % 32));
                let text: Vec<u8> = bytes.by_ref().take(length).copied().collect();
                String::from_utf8_lossy(&text).replace('\0', "")
            }
            252 => String::new(),
            byte => WORDS[usize::from(*byte) % WORDS.len()].to_owned(),
        };
        match row.last_mut() {
            Some(last) if joins => last.push_str(&text),
            _ => row.push(text),
        }
        joins = false;
    }
    rows
}

/// The table as text, in rows of the same length.
fn written(rows: &[Vec<String>], delimiter: char, line_end: &str) -> String {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut text = String::new();
    for row in rows {
        for at in 0..width {
            if at > 0 {
                text.push(delimiter);
            }
            let cell = row.get(at).map_or("", String::as_str);
            // A byte order mark would not be of the cell.
            if cell.contains([',', '\t', ';', '"', '\n', '\r', '\u{FEFF}']) {
                text += &format!("\"{}\"", cell.replace('"', "\"\""));
            } else {
                text += cell;
            }
        }
        text += line_end;
    }
    text
}
