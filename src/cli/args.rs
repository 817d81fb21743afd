//! What can be typed.

mod diff;
mod help;
mod plan;
pub(crate) mod report;
mod shared;
mod shell;
mod template;
mod words;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{ArgMatches, Args, FromArgMatches, Parser, Subcommand};
use dabiao::render::{FileFormat, LETTER, TREND, Writer};
use dabiao::term::Date;

pub(crate) use diff::DiffArgs;
pub(crate) use help::command;
pub(crate) use plan::{
    LintArgs, NewArgs, PlanCommand, PlanDiffArgs, RequirementsArgs, SchemaArgs, ShowArgs, SqlArgs,
    TestArgs, usual_columns,
};
pub(crate) use report::ReportArg;
pub(crate) use shared::{
    AuditArgs, ColorArg, DataArgs, LookArgs, PlanArgs, ReadArgs, RequireArg, SelectArgs, WriteArgs,
};
pub(crate) use shell::{CompletionsArgs, ManArgs};
pub(crate) use template::{FORMS, TemplateArgs};
pub(crate) use words::{
    AgainstArg, AttributeArg, DialectArg, EmitArg, EncodingArg, FailOnArg, LangArg, ValuesArg,
};

/// 达标：对照五年规划检查各县（区）报送的指标 / checks county submissions against a five-year plan
#[derive(Debug, Parser)]
#[command(name = "dabiao", version, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// 检查报送数据，列出未达到要求的指标 / check submissions and list what falls short
    #[command(after_help = EXIT_CODES)]
    Check(CheckArgs),
    /// 说明一项指标的规则和判定，或一种提示的代码 / explain a rule and its verdicts, or a code
    #[command(after_help = EXIT_CODES)]
    Explain(ExplainArgs),
    /// 给每个县（区）写一封反馈函：该改什么、差多少 / write each county a letter: what to correct
    #[command(after_help = LETTERS_EXIT_CODES)]
    Letters(LettersArgs),
    /// 各指标逐年走势、到期预测和预警 / trends over the years, projections and warnings
    #[command(after_help = TREND_EXIT_CODES)]
    Trend(TrendArgs),
    /// 比较新旧两份报送数据或 JSON 报告 / compare two submissions or JSON reports, old and new
    #[command(after_help = diff::EXIT_CODES)]
    Diff(DiffArgs),
    /// 把报送数据写成统一的 CSV，一行一个数值 / write submissions as canonical CSV, one row a value
    #[command(after_help = TIDY_EXIT_CODES)]
    Tidy(TidyArgs),
    /// 写出供各县（区）填写的报送表 / write the form for counties to fill in
    #[command(after_help = template::EXIT_CODES)]
    Template(TemplateArgs),
    /// 建一个目录：设置、规划和说明，以后只须 dabiao check 2024 / make a folder for a plan's years
    Init(InitArgs),
    /// 规划的规则 / the plan's rules
    #[command(subcommand)]
    Plan(PlanCommand),
    /// 输出 shell 的自动补全脚本 / print a script that completes what is typed in a shell
    #[command(after_help = shell::COMPLETIONS_HELP)]
    Completions(CompletionsArgs),
    /// 输出手册页（man）/ print the manual page, or write all of them
    Man(ManArgs),
}

impl Command {
    pub(crate) fn look(&self) -> &LookArgs {
        match self {
            Self::Check(args) => &args.look,
            Self::Letters(args) => &args.look,
            Self::Explain(args) => &args.look,
            Self::Diff(args) => &args.look,
            Self::Trend(args) => &args.look,
            Self::Tidy(args) => &args.look,
            Self::Template(args) => &args.look,
            Self::Init(args) => &args.look,
            Self::Plan(PlanCommand::Show(args)) => &args.look,
            Self::Plan(PlanCommand::New(args)) => &args.look,
            Self::Plan(PlanCommand::Test(args)) => &args.look,
            Self::Plan(PlanCommand::Lint(args)) => &args.look,
            Self::Plan(PlanCommand::Requirements(args)) => &args.look,
            Self::Plan(PlanCommand::Sql(args)) => &args.look,
            Self::Plan(PlanCommand::Diff(args)) => &args.look,
            Self::Plan(PlanCommand::Schema(args)) => &args.look,
            Self::Completions(args) => &args.look,
            Self::Man(args) => &args.look,
        }
    }

    /// The submissions that were named.
    pub(crate) fn submissions(&mut self) -> Vec<&mut PathBuf> {
        match self {
            Self::Check(args) => args.judge.paths.iter_mut().collect(),
            Self::Letters(args) => args.judge.paths.iter_mut().collect(),
            Self::Explain(args) => args.paths.iter_mut().collect(),
            Self::Trend(args) => args.paths.iter_mut().collect(),
            Self::Tidy(args) => args.paths.iter_mut().collect(),
            Self::Diff(args) => vec![&mut args.old, &mut args.new],
            Self::Template(_)
            | Self::Init(_)
            | Self::Plan(_)
            | Self::Completions(_)
            | Self::Man(_) => Vec::new(),
        }
    }
}

impl Command {
    /// How it reads submissions, if it reads any.
    pub(crate) fn reading(&mut self) -> Option<&mut ReadArgs> {
        match self {
            Self::Check(args) => Some(&mut args.judge.data.read),
            Self::Letters(args) => Some(&mut args.judge.data.read),
            Self::Explain(args) => Some(&mut args.data.read),
            Self::Trend(args) => Some(&mut args.data.read),
            Self::Diff(args) => Some(&mut args.data.read),
            Self::Tidy(args) => Some(&mut args.read),
            Self::Template(args) => Some(&mut args.read),
            Self::Init(_) | Self::Plan(_) | Self::Completions(_) | Self::Man(_) => None,
        }
    }
}

/// What can be typed, what was, and what it means.
pub(crate) fn read(words: &[OsString]) -> Result<(clap::Command, ArgMatches, Cli), clap::Error> {
    let mut command = command();
    let typed = command.try_get_matches_from_mut(words)?;
    let cli = Cli::from_arg_matches(&typed)?;
    Ok((command, typed, cli))
}

const EXIT_CODES: &str = "\
退出码 / exit codes:
  0  数据完整，--fail-on 范围内全部达到要求 / complete, and nothing failed at --fail-on
  1  有指标未达到要求 / something failed
  2  用法、规则或读写有误，未作判定 / usage, plan or I/O trouble, nothing judged
  3  报送数据未能全部判定（缺报、无效、读不出）/ the submission could not be judged whole";

const LETTERS_EXIT_CODES: &str = "\
一个县（区）一个文件，其中没有别的县（区）的内容；看不出是谁的问题不写进任何一封，在标准错误上说明。
A file a county, with nothing of another in it; what can't be told to be anybody's is in none, and
is said on standard error.

退出码与 check 相同 / exit codes are those of check:
  0  数据完整，--fail-on 范围内全部达到要求 / complete, and nothing failed at --fail-on
  1  有指标未达到要求 / something failed
  2  用法、规则或读写有误，未写出 / usage, plan or I/O trouble, nothing written
  3  报送数据未能全部判定 / the submission could not be judged whole";

const TREND_EXIT_CODES: &str = "\
退出码 / exit codes:
  0  走势已列出，不论有无预警；缺报的年份只是空缺 / trends told, warnings or none; missing years are gaps
  2  用法、规则或读写有误 / usage, plan or I/O trouble
  3  数据有错误，或没有任何数值 / the data has errors, or no values at all";

const TIDY_EXIT_CODES: &str = "\
退出码 / exit codes:
  0  全部写出 / everything is written
  2  用法、规则或读写有误 / usage, plan or I/O trouble
  3  有的行不能采用，未写出 / some rows can't be used and are left out";

/// What is judged, by what, and which part of it is asked for.
#[derive(Debug, Args)]
pub(crate) struct JudgeArgs {
    /// 报送的文件、目录或通配符；- 是标准输入 / submissions: files, folders, patterns; - is standard input
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) data: DataArgs,

    #[command(flatten)]
    pub(crate) select: SelectArgs,

    #[command(flatten)]
    pub(crate) audit: AuditArgs,

    /// 从哪种属性起，未达到要求即以 1 退出 / from which attribute on a failure exits with 1
    #[arg(long, value_name = "LEVEL", default_value = "binding")]
    pub(crate) fail_on: FailOnArg,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) judge: JudgeArgs,

    /// 输出格式；默认由 -o 的后缀定，否则 table / output format; by -o's ending, else table
    #[arg(long, value_name = "FORMAT", value_parser = formats(report::formats()))]
    pub(crate) format: Option<FileFormat>,

    /// 列出各指标、各地区的数值和全部清单（仅 table）/ the matrix and whole lists (table only)
    #[arg(long)]
    pub(crate) full: bool,

    /// 每条判定一行（仅 table）/ one row a judgement (table only)
    #[arg(long, conflicts_with = "full")]
    pub(crate) detail: bool,

    #[command(flatten)]
    pub(crate) write: WriteArgs,

    /// 再写一份报告，可重复；无 PATH 即标准输出 / one more report (repeatable); no PATH: standard output
    #[arg(long, value_name = "FORMAT[=PATH]|PATH", value_parser = report::value_parser(report::formats()))]
    pub(crate) report: Vec<ReportArg>,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

#[derive(Debug, Args)]
pub(crate) struct LettersArgs {
    #[command(flatten)]
    pub(crate) judge: JudgeArgs,

    /// 函写进这个目录，没有则建 / the folder for the letters; made if it is not there
    #[arg(short, long, value_name = "DIR")]
    pub(crate) output: PathBuf,

    /// 函的格式 / the format of the letters
    #[arg(long, value_name = "FORMAT", default_value = "docx", value_parser = formats(LETTER.iter().map(|(file, _)| *file).collect()))]
    pub(crate) format: FileFormat,

    /// 请于这一天前重报；不写则函里没有日期 / by when to send again; without it no day is named
    #[arg(long, value_name = "DATE", value_parser = shared::date)]
    pub(crate) due: Option<Date>,

    /// 发函单位；默认为规划里的市 / who sends the letters; by default the city of the plan
    #[arg(long, value_name = "NAME")]
    pub(crate) from: Option<String>,

    /// 覆盖已有的文件；要读取的从不覆盖 / overwrite files that are there, never one that is read
    #[arg(long)]
    pub(crate) force: bool,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// 指标（名称、序号或 id）或提示的代码 / an indicator (name, number or id) or the code of a finding
    #[arg(value_name = "INDICATOR|CODE", required_unless_present = "codes")]
    pub(crate) indicator: Option<String>,

    /// 所有提示的代码，写成 Markdown / the codes of all findings, as Markdown
    #[arg(long, conflicts_with_all = ["indicator", "paths", "region"])]
    pub(crate) codes: bool,

    /// 报送的文件、目录或通配符；- 是标准输入 / submissions: files, folders, patterns; - is standard input
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// 只看这个地区，可重复 / only this region (repeatable)
    #[arg(long, value_name = "REGION")]
    pub(crate) region: Vec<String>,

    #[command(flatten)]
    pub(crate) data: DataArgs,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

#[derive(Debug, Args)]
pub(crate) struct TrendArgs {
    /// 各年的文件、目录或通配符，连同 --history 的 / files of all years, folders, patterns; --history's too
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) data: DataArgs,

    #[command(flatten)]
    pub(crate) select: SelectArgs,

    /// 输出格式；默认由 -o 的后缀定，否则 table / output format; by -o's ending, else table
    #[arg(long, value_name = "FORMAT", value_parser = formats(of(TREND)))]
    pub(crate) format: Option<FileFormat>,

    #[command(flatten)]
    pub(crate) write: WriteArgs,

    /// 再写一份，可重复；无 PATH 即标准输出 / one more document (repeatable); no PATH: standard output
    #[arg(long, value_name = "FORMAT[=PATH]|PATH", value_parser = report::value_parser(of(TREND)))]
    pub(crate) report: Vec<ReportArg>,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    /// 目录，默认为当前目录；已有的文件一律不动 / the folder; what is there is left as it is
    #[arg(value_name = "DIR", default_value = ".")]
    pub(crate) folder: PathBuf,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

/// The formats of figures in the canonical layout.
#[cfg(feature = "parquet")]
pub(crate) const CANONICAL: [FileFormat; 2] = [FileFormat::Canonical, FileFormat::CanonicalParquet];

#[derive(Debug, Args)]
pub(crate) struct TidyArgs {
    /// 报送的文件、目录或通配符；- 是标准输入 / submissions: files, folders, patterns; - is standard input
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) plan: PlanArgs,

    #[command(flatten)]
    pub(crate) read: ReadArgs,

    /// 输出格式；默认由 -o 的后缀定，否则 csv / output format; by -o's ending, else csv
    #[cfg(feature = "parquet")]
    #[arg(long, value_name = "FORMAT", value_parser = formats(CANONICAL.to_vec()))]
    pub(crate) format: Option<FileFormat>,

    #[command(flatten)]
    pub(crate) write: WriteArgs,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

/// The word of a format, as it is typed.
fn named(file: FileFormat) -> PossibleValue {
    let word = PossibleValue::new(file.word());
    if file == FileFormat::Markdown { word.alias("md") } else { word }
}

/// The formats that a kind of document has.
fn of<T>(writers: &[Writer<T>]) -> Vec<FileFormat> {
    writers.iter().map(|writer| writer.file).collect()
}

/// Reads the word of one of these formats.
fn formats(all: Vec<FileFormat>) -> impl TypedValueParser<Value = FileFormat> {
    let words = PossibleValuesParser::new(all.iter().copied().map(named).collect::<Vec<_>>());
    words.try_map(move |word| {
        let found = all.iter().copied().find(|file| named(*file).matches(&word, false));
        found.ok_or("no such format")
    })
}
