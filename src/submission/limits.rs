//! The page on limits says what the constants say.

use dabiao_workbook::{
    MOST_CELLS, MOST_FILE, MOST_ONE_TEXT, MOST_PARTS, MOST_SHEET_NAME, MOST_SHEETS,
    MOST_TEXT as MOST_LONG_TEXT, MOST_UNPACKED, MOST_WALKED,
};

use super::MOST_TOLD;
use super::blocks::LONGEST_RECORD;
use super::budget::{OF_ROW, ORDINARY_ROW, Share};
use super::file::whole::MOST_TEXT;
use super::grid::{LEAST_CELLS, MOST_COLUMNS};
use super::known::Effort;
use super::layout::{LONGEST_HEADING, LONGEST_TEXT, MOST_BESIDE, MOST_COPIED, MOST_LABELS};
use super::rows::CLAIMS_OF_PROSE;

const PAGE: &str = include_str!("../../docs/zh/limits.md");

/// A number as it is written there.
fn written(number: u64) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

#[test]
fn the_page_on_limits_says_what_the_constants_say() {
    let mebibytes = |bytes: usize| (bytes >> 20) as u64;
    let limits = [
        ("文本的一行", mebibytes(LONGEST_RECORD), " MiB"),
        ("文本的列", MOST_COLUMNS as u64, " 列"),
        ("作为表格整张读入的文本", mebibytes(MOST_TEXT), " MiB"),
        ("作为表格整张读入的文本的格", MOST_CELLS, " 格"),
        ("作为表格整张读入的文本的格", LEAST_CELLS as u64, " 格"),
        ("一个文件里当作表头、标题来看的文字", Effort::MOST, " 字节"),
        ("一个文件里当作表头、标题来看的文字", Effort::LEAST, " 字节"),
        ("一个文件里当作表头、标题来看的文字", Effort::OF_ROW, " 字节"),
        ("一段文字里的“名称：值”", MOST_LABELS as u64, " 处"),
        ("并排的表", MOST_BESIDE as u64, " 张"),
        ("并排的表各抄一份的格", MOST_COPIED as u64, " 格"),
        ("一个列名", LONGEST_HEADING as u64, " 字节"),
        ("备注、表前后的一段文字", LONGEST_TEXT as u64, " 字节"),
        ("所有文件逐条列出的问题", MOST_TOLD as u64, " 条"),
        ("工作簿文件", MOST_FILE >> 20, " MiB"),
        ("工作簿解压后", MOST_UNPACKED >> 20, " MiB"),
        ("工作簿的格", MOST_CELLS, " 格"),
        ("工作簿的长文字", MOST_LONG_TEXT >> 20, " MiB"),
        ("工作簿的一段文字", MOST_ONE_TEXT as u64 >> 20, " MiB"),
        ("工作簿的工作表", MOST_SHEETS as u64, " 张"),
        ("工作表的名称", MOST_SHEET_NAME as u64, " 字节"),
        ("工作簿里的文件", MOST_PARTS as u64, " 个"),
        (".xls 走过的记录", MOST_WALKED >> 20, " MiB"),
        ("所有文件：表格和工作簿的格", Share::Cells.most(), " 格"),
        ("所有文件：表格和工作簿的格", Share::Cells.ordinary(), " 格"),
        ("所有文件：工作簿和表格的字节，解压的也算", Share::Bytes.most() >> 20, " MiB"),
        ("所有文件：工作簿和表格的字节，解压的也算", Share::Bytes.ordinary() >> 20, " MiB"),
        ("所有文件：当作表头、标题来看的文字", Share::Headings.most(), " 字节"),
        ("所有文件：当作表头、标题来看的文字", Share::Headings.ordinary(), " 字节"),
        ("所有文件：数值以外要记住的", Share::Kept.most() >> 20, " MiB"),
        ("所有文件：逐行读的文本里读不出的行", Share::Unread.most(), " 字节"),
        ("所有文件：备注、附注里说数值是什么的地方", Share::Claims.most(), " 处"),
        ("所有文件：备注、附注里说数值是什么的地方", CLAIMS_OF_PROSE, " 处"),
        ("所有文件：Parquet 中要当作文字来读的行，解压后", Share::Unpacked.most() >> 20, " MiB"),
        ("所有文件：Parquet 中要当作文字来读的行，解压后", ORDINARY_ROW, " 字节"),
        ("所有文件：Parquet 中要当作文字来读的行，解压后", OF_ROW, " 字节"),
        ("所有文件：猜测“是否指”时比较的地区、指标", Share::Compared.most(), " 个"),
    ];
    #[cfg(feature = "parquet")]
    let limits = limits.into_iter().chain(super::parquet::LIMITS);
    for (what, number, unit) in limits {
        let row = PAGE.lines().find(|line| line.starts_with(&format!("| {what} |")));
        let row = row.unwrap_or_else(|| panic!("no row on {what}"));
        let bound = row.split('|').nth(2).unwrap();
        assert!(bound.contains(&format!("{}{unit}", written(number))), "{row}");
    }
}
