//! What findings in what was sent name.

pub use dabiao_workbook::Limit;

use crate::words::{Lang, shorten};

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

/// What says of a row that it is of something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaidIn {
    /// A cell of the row, in the column of that name.
    Column(String),
    /// A note above or below the table.
    Note,
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
    /// What is unpacked at once.
    Page {
        /// How much there may be, in MiB.
        mebibytes: u64,
    },
    /// What is in memory while some of it is read.
    Held {
        /// How much there may be, in MiB.
        mebibytes: u64,
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

impl SaidIn {
    pub(super) fn told(&self, lang: Lang) -> String {
        match self {
            Self::Column(name) => {
                let name = shorten(name);
                lang.pick(format!("“{name}”一列"), format!("the column \"{name}\""))
            }
            Self::Note => lang.pick("表外的注", "a note beside the table").to_owned(),
        }
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
            Self::Page { mebibytes } => (
                format!("{of}有一页解压后超过 {mebibytes} MiB"),
                format!("{of} has a page of over {mebibytes} MiB when unpacked"),
            ),
            Self::Held { mebibytes } => (
                format!("{of}同时要放在内存里的超过 {mebibytes} MiB"),
                format!("{of} has over {mebibytes} MiB that would be in memory at a time"),
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
