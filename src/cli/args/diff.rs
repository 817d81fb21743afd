//! `dabiao diff`

use std::path::PathBuf;

use clap::Args;
use dabiao::render::{DIFF, FileFormat};

use super::{DataArgs, FailOnArg, LookArgs, ReportArg, SelectArgs, WriteArgs, formats, of, report};

pub(super) const EXIT_CODES: &str = "\
退出码 / exit codes:
  0  没有变差 / nothing got worse
  1  有判定变差，或原已判定的消失了 / a verdict got worse, or one that was judged vanished
  2  用法、规则或读写有误，或两边不可比，未作比较 / usage, plan or I/O trouble, or two sides that can't be compared
  3  新的一边有错误，或有一边没有任何判定 / errors on the new side, or a side without verdicts";

#[derive(Debug, Args)]
pub(crate) struct DiffArgs {
    /// 旧的：报送文件、目录，或 check 的 JSON 报告；- 为标准输入 / a submission, or a JSON report
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,

    /// 新的：报送文件、目录，或 check 的 JSON 报告 / the new submission or JSON report
    #[arg(value_name = "NEW")]
    pub(crate) new: PathBuf,

    #[command(flatten)]
    pub(crate) data: DataArgs,

    #[command(flatten)]
    pub(crate) select: SelectArgs,

    /// 从哪种属性起，变差即以 1 退出 / from which attribute on getting worse exits with 1
    #[arg(long, value_name = "LEVEL", default_value = "task")]
    pub(crate) fail_on: FailOnArg,

    /// 输出格式；默认由 -o 的后缀定，否则 table / output format; by -o's ending, else table
    #[arg(long, value_name = "FORMAT", value_parser = formats(of(DIFF)))]
    pub(crate) format: Option<FileFormat>,

    #[command(flatten)]
    pub(crate) write: WriteArgs,

    /// 再写一份，可重复；无 PATH 即标准输出 / one more document (repeatable); no PATH: standard output
    #[arg(long, value_name = "FORMAT[=PATH]|PATH", value_parser = report::value_parser(of(DIFF)))]
    pub(crate) report: Vec<ReportArg>,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}
