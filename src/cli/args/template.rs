//! What can be typed after `dabiao template`.

use std::path::PathBuf;

use clap::Args;
use dabiao::render::FileFormat;

use super::{LookArgs, PlanArgs, ReadArgs, WriteArgs, formats};

/// The formats of a form.
pub(crate) const FORMS: [FileFormat; 2] = [FileFormat::FormCsv, FileFormat::FormWorkbook];

pub(super) const EXIT_CODES: &str = "\
格式由 -o 的后缀定：.xlsx（带校验和打印样式）或 .csv；标准输出是 CSV。-o 写目录（或以 / 结尾）的，
一个地区一个文件，其中只有这个地区的内容；格式由 --format 定，默认 xlsx。
The format is that of -o's ending: .xlsx (with validation and a print layout) or .csv; standard
output is CSV. Into a folder (or a path that ends in /) goes a file a region, with nothing of
another, in the format that --format says, by default xlsx.

退出码 / exit codes:
  0  报送表已写出 / the form is written
  2  用法、规则或读写有误 / usage, plan or I/O trouble
  3  报送表已写出，但 --history 的数据有错误，上年数不全 / written, but --history has errors";

#[derive(Debug, Args)]
pub(crate) struct TemplateArgs {
    /// 填报哪一年的数据 / the year to fill in
    #[arg(long, value_name = "YEAR", value_parser = super::shared::year)]
    pub(crate) year: u16,

    /// 只给这个地区，可重复；默认为全部 / only this region (repeatable); all of them by default
    #[arg(long, value_name = "REGION")]
    pub(crate) region: Vec<String>,

    /// 连同各项任务 / the tasks too
    #[arg(long)]
    pub(crate) tasks: bool,

    /// 以前年度的文件或目录，用来填上年数，可重复 / earlier years, for last year's figures (repeatable)
    #[arg(long, value_name = "PATH")]
    pub(crate) history: Vec<PathBuf>,

    /// 表的格式；默认由 -o 的后缀定 / the format of the form; by -o's ending
    #[arg(long, value_name = "FORMAT", value_parser = formats(FORMS.into()))]
    pub(crate) format: Option<FileFormat>,

    #[command(flatten)]
    pub(crate) plan: PlanArgs,

    #[command(flatten)]
    pub(crate) write: WriteArgs,

    /// How the history is read.
    #[arg(skip)]
    pub(crate) read: ReadArgs,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}
