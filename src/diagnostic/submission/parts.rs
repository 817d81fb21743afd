//! What findings in what was sent name.

use dabiao_workbook::Error;
pub use dabiao_workbook::{Foreign, Limit, NoCells};

use super::SubmissionProblem;
use crate::diagnostic::Message;
use crate::words::{Lang, shorten};

/// What is said of a workbook that can't be read.
impl From<Error> for SubmissionProblem {
    fn from(error: Error) -> Self {
        match error {
            Error::NotAWorkbook(what) => Self::NotAWorkbook { what },
            Error::Locked => Self::WorkbookLocked,
            Error::TooLarge(limit) => Self::WorkbookTooLarge { what: Bulk::Of(limit) },
            Error::Damaged { part } => Self::WorkbookDamaged { part },
            // A sheet without cells is told where it is read; what is new is not passed over.
            other => Self::WorkbookDamaged { part: other.to_string() },
        }
    }
}

/// A file format that is not text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Binary {
    /// Begins as a known container does.
    Known(Container),
    /// Has NUL bytes and nothing that is known.
    Unknown,
}

/// Containers that are recognised by their first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Container {
    /// A PDF.
    Pdf,
    /// A gzip.
    Gzip,
}

/// Which of the three numbers of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberField {
    /// 数值
    Value,
    /// 分子
    Numerator,
    /// 分母
    Denominator,
    /// 累计
    Total,
}

/// Why a text is not surely a number, though it speaks of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unclear {
    /// 约, 左右, ≥ and the like.
    About,
    /// 1.5e3
    Exponent,
    /// Commas or blanks that do not part thousands.
    Separators,
    /// 五十
    Words,
    /// 57.2(DOUBLE): what a file holds as a binary fraction.
    Float,
}

/// Where a year that disagrees with the row's own came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearSource {
    /// Four digits in the file's name.
    FileName,
    /// `--year`.
    Flag,
    /// The folder that the settings give to the files of a year.
    Folder,
    /// A title above the table.
    Title,
    /// The sheet's name.
    Sheet,
    /// A heading.
    Heading,
}

/// Where it is said whose figures a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegionSource {
    /// The file's name.
    FileName,
    /// What stands above the table, as 填报单位.
    Title,
    /// The sheet's name.
    Sheet,
    /// Another column of the row.
    Column,
}

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetName {
    /// Its number, from 1.
    pub number: usize,
    /// Its name.
    pub name: String,
}

/// What there is too much of in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bulk {
    /// What a workbook, too, has bounds for.
    Of(Limit),
    /// Its columns.
    Columns {
        /// How many there may be.
        most: usize,
    },
    /// Texts that are looked at as headings and titles.
    Headings {
        /// How many bytes there may be.
        most: u64,
    },
    /// What is kept beside figures.
    Kept {
        /// How much there may be, in MiB.
        mebibytes: u64,
    },
    /// Rows that can't be read.
    Unread {
        /// How many bytes there may be.
        most: u64,
    },
    /// What texts beside figures may claim that those are of.
    Claims {
        /// How many such claims there may be.
        most: u64,
    },
}

/// Why a sheet was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// It has no cells.
    NoCells(NoCells),
    /// It is not as it should be.
    Damaged {
        /// The part that is not.
        part: String,
    },
}

impl NumberField {
    /// The name of its column.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Value => "数值",
            Self::Numerator => "分子",
            Self::Denominator => "分母",
            Self::Total => "累计",
        }
    }
}

impl YearSource {
    pub(super) fn word(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::FileName => ("文件名", "the file name"),
            Self::Flag => ("检查时指定", "the year that was asked for"),
            Self::Folder => ("所在目录", "the folder it lies in"),
            Self::Title => ("表头上方的标题", "the title above the table"),
            Self::Sheet => ("工作表名称", "the sheet's name"),
            Self::Heading => ("列名", "the heading"),
        };
        lang.pick(zh, en)
    }
}

impl RegionSource {
    pub(super) fn word(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::FileName => ("文件名", "the file name"),
            Self::Title => ("填报单位", "\"填报单位\""),
            Self::Sheet => ("工作表名称", "the sheet's name"),
            Self::Column => ("另一列", "another column"),
        };
        lang.pick(zh, en)
    }
}

impl Unclear {
    /// What is not sure, and what to do about it.
    pub(super) fn told(self, lang: Lang) -> (&'static str, &'static str) {
        let (zh, en) = match self {
            Self::About => (
                ("不是确切的数", "请填确切的数，不带“约”“左右”“以上”“≥”等"),
                (
                    "is not exact",
                    "write the exact number, without words or signs such as \"约\", \"左右\" or \"≥\"",
                ),
            ),
            Self::Exponent => (
                ("是科学计数法", "请写出全部数字，如 150000"),
                ("is in scientific notation", "write out all digits, such as 150000"),
            ),
            Self::Separators => (
                ("中的逗号或空格不是千位分隔", "请去掉逗号和空格；小数点写“.”"),
                (
                    "has commas or blanks that do not part thousands",
                    "leave out commas and blanks; the decimal point is \".\"",
                ),
            ),
            Self::Float => (
                ("是浮点数，不是确切的数", "请以 DECIMAL、整数或文本写出这一列"),
                (
                    "is a floating number, which is not exact",
                    "write the column as DECIMAL, as integers or as text",
                ),
            ),
            Self::Words => (
                ("不是阿拉伯数字", "请用阿拉伯数字；没有数值时留空或填“无数据”"),
                (
                    "is not in digits",
                    "write digits; if there is no value, leave the cell blank or write \"无数据\"",
                ),
            ),
        };
        lang.pick(zh, en)
    }
}

impl Bulk {
    /// `of` is what has it.
    pub(super) fn told(self, of: &str, lang: Lang) -> String {
        let (zh, en) = match self {
            Self::Of(Limit::File { mebibytes }) => {
                (format!("文件超过 {mebibytes} MiB"), format!("the file is over {mebibytes} MiB"))
            }
            Self::Of(Limit::Unpacked { mebibytes }) => (
                format!("{of}解压后超过 {mebibytes} MiB"),
                format!("{of} is over {mebibytes} MiB when unpacked"),
            ),
            Self::Of(Limit::Cells { most }) => {
                (format!("{of}超过 {most} 格"), format!("{of} has more than {most} cells"))
            }
            Self::Of(Limit::Text { mebibytes }) => (
                format!("{of}中的文字超过 {mebibytes} MiB"),
                format!("{of} has over {mebibytes} MiB of text"),
            ),
            Self::Of(Limit::OneText { mebibytes }) => (
                format!("{of}中有一段文字超过 {mebibytes} MiB"),
                format!("{of} has a text of over {mebibytes} MiB"),
            ),
            Self::Columns { most } => {
                (format!("{of}超过 {most} 列"), format!("{of} has more than {most} columns"))
            }
            Self::Of(Limit::Sheets { most }) => {
                (format!("{of}的工作表超过 {most} 张"), format!("{of} has more than {most} sheets"))
            }
            Self::Of(Limit::SheetName { bytes }) => (
                format!("{of}有一张工作表的名称超过 {bytes} 字节"),
                format!("{of} has a sheet whose name is over {bytes} bytes"),
            ),
            Self::Of(Limit::Parts { most }) => (
                format!("{of}里的文件超过 {most} 个"),
                format!("{of} consists of more than {most} files"),
            ),
            Self::Headings { most } => (
                format!("{of}当作表头、标题来看的文字超过 {most} 字节"),
                format!("over {most} bytes of {of} were looked at as headings and titles"),
            ),
            Self::Kept { mebibytes } => (
                format!("{of}要记住的备注、重复报送的值和表格里各值的位置超过 {mebibytes} MiB"),
                format!(
                    "remarks, values that were sent again and places of values of {of} take over {mebibytes} MiB"
                ),
            ),
            Self::Unread { most } => (
                format!("{of}里读不出的行超过 {most} 字节（先看规划和名册对不对）"),
                format!(
                    "rows of {of} that can't be read take over {most} bytes (are plan and roster the right ones?)"
                ),
            ),
            Self::Claims { most } => (
                format!("{of}的备注一再说数值是什么的，超过 {most} 处（请写短）"),
                format!(
                    "remarks of {of} say over {most} times what figures may be of (please shorten them)"
                ),
            ),
        };
        lang.pick(zh, en)
    }
}

impl Unread {
    pub(super) fn told(&self, sheet: &str, lang: Lang) -> Message {
        let nothing_there = lang
            .pick("没有要报送的数据就不必理会", "if it has no figures to be submitted all is well");
        let (zh, en, help) = match self {
            Self::NoCells(NoCells::Chart) => (
                format!("工作表“{sheet}”是图表，未读"),
                format!("sheet \"{sheet}\" is a chart, and was not read"),
                lang.pick(
                    "图表背后的数据在别的工作表中；没有要报送的数据就不必理会",
                    "the figures of a chart are in another sheet; if none are to be submitted all is well",
                ),
            ),
            Self::NoCells(NoCells::Dialog) => (
                format!("工作表“{sheet}”是对话框，未读"),
                format!("sheet \"{sheet}\" is a dialog, and was not read"),
                nothing_there,
            ),
            Self::NoCells(NoCells::Macros) => (
                format!("工作表“{sheet}”是宏表，未读"),
                format!("sheet \"{sheet}\" holds macros, and was not read"),
                nothing_there,
            ),
            Self::NoCells(NoCells::NoPart) => (
                format!("工作簿列出了工作表“{sheet}”，却没有它的内容，未读"),
                format!("the workbook lists sheet \"{sheet}\" and does not hold it; it was not read"),
                lang.pick(
                    "请用电子表格软件打开，看看有没有这张表，保存后再报送",
                    "open the workbook in the spreadsheet program, see whether the sheet is there, and save it",
                ),
            ),
            Self::Damaged { part } => {
                let part = shorten(part);
                (
                    format!("工作表“{sheet}”已损坏，读不出（{part}）"),
                    format!("sheet \"{sheet}\" is damaged and cannot be read (\"{part}\")"),
                    lang.pick(
                        "请在电子表格软件中打开，另存为 .xlsx 后再报送",
                        "open the workbook in the spreadsheet program and save it as .xlsx",
                    ),
                )
            }
        };
        Message::new(lang.pick(zh, en)).help(help)
    }
}

/// What is said of a file that is no workbook.
pub(super) fn foreign(what: Foreign, lang: Lang) -> Message {
    let resave = (
        "请在电子表格软件中打开，另存为 .xlsx",
        "open it in the spreadsheet program and save it as .xlsx",
    );
    let carry =
        ("请把表格放进工作簿，另存为 .xlsx", "put the table into a workbook and save it as .xlsx");
    let (zh, en, help) = match what {
        Foreign::Document => {
            ("这是文字文档，不是工作簿", "this is a text document, not a workbook", carry)
        }
        Foreign::Slides => ("这是演示文稿，不是工作簿", "these are slides, not a workbook", carry),
        Foreign::Xlsb => (
            "这是二进制工作簿（.xlsb），不能读",
            "this is a binary workbook (.xlsb), which cannot be read",
            resave,
        ),
        Foreign::OldExcel => (
            "这是 Excel 4.0 或更早的工作簿，不能读",
            "this is a workbook of Excel 4.0 or before, which cannot be read",
            resave,
        ),
        Foreign::Html => (
            "这是网页，不是工作簿，只是以 .xls 等名称保存",
            "this is a web page that was only named as a workbook",
            resave,
        ),
        Foreign::SpreadsheetXml => (
            "这是“XML 表格 2003”，不能读",
            "this is an \"XML Spreadsheet 2003\", which cannot be read",
            resave,
        ),
        Foreign::Xml => {
            ("这是 XML，不是工作簿，也不是 CSV", "this is XML, neither a workbook nor CSV", resave)
        }
        Foreign::Zip => (
            "这是压缩文件，不是工作簿",
            "this is a zip file, not a workbook",
            ("请先解压", "unpack it first"),
        ),
        Foreign::Unsupported => (
            "这可能是工作簿，本程序未编入读取工作簿的功能（feature workbook）",
            "this may be a workbook, and the feature `workbook`, which reads those, was not built in",
            ("请另存为 CSV", "save it as CSV"),
        ),
        Foreign::Other => ("这不是工作簿", "this is not a workbook", resave),
    };
    Message::new(lang.pick(zh, en)).help(lang.pick(help.0, help.1))
}

/// The first sheets with their numbers.
pub(super) fn listed(sheets: &[SheetName], lang: Lang) -> String {
    let names = lang.list(sheets.iter().take(20).map(|sheet| {
        let (number, name) = (sheet.number, shorten(&sheet.name));
        lang.pick(format!("{number} “{name}”"), format!("{number} \"{name}\""))
    }));
    let more = if sheets.len() > 20 { lang.pick("……", ", …") } else { "" };
    format!("{names}{more}")
}
