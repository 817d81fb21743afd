//! What findings about workbooks and their sheets name.

use dabiao_workbook::Error;
pub use dabiao_workbook::{Foreign, NoCells};

use super::{Bulk, SubmissionProblem};
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

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetName {
    /// Its number, from 1.
    pub number: usize,
    /// Its name.
    pub name: String,
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
