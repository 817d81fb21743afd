//! What can be typed.

mod audit;
mod diff;
mod help;
mod plan;
pub(crate) mod report;
mod shell;
mod template;
mod write;

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use dabiao::render::{FileFormat, Lang, TREND, Writer};
use dabiao::submission::Encoding;
use dabiao::term::{Against, Attribute, Date, FailOn};

pub(crate) use audit::AuditArgs;
pub(crate) use diff::DiffArgs;
pub(crate) use help::command;
pub(crate) use plan::{LintArgs, NewArgs, PlanCommand, ShowArgs, TestArgs};
pub(crate) use report::ReportArg;
pub(crate) use shell::{CompletionsArgs, ManArgs};
pub(crate) use template::TemplateArgs;
pub(crate) use write::WriteArgs;

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
    /// 规划的规则 / the plan's rules
    #[command(subcommand)]
    Plan(PlanCommand),
    /// 输出 shell 的自动补全脚本 / print a script that completes what is typed in a shell
    #[command(after_help = shell::COMPLETIONS_HELP)]
    Completions(CompletionsArgs),
    /// 输出手册页（man）/ print the manual page, or write all of them
    Man(ManArgs),
}

const EXIT_CODES: &str = "\
退出码 / exit codes:
  0  数据完整，--fail-on 范围内全部达到要求 / complete, and nothing failed at --fail-on
  1  有指标未达到要求 / something failed
  2  用法、规则或读写有误，未作判定 / usage, plan or I/O trouble, nothing judged
  3  报送数据未能全部判定（缺报、无效、读不出）/ the submission could not be judged whole";

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

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
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

    /// 输出格式；默认由 -o 的后缀定，否则 table / output format; by -o's ending, else table
    #[arg(long, value_name = "FORMAT", value_parser = formats(report::formats().into()))]
    pub(crate) format: Option<FileFormat>,

    /// 每条判定一行（仅 table）/ one row a judgement (table only)
    #[arg(long)]
    pub(crate) detail: bool,

    #[command(flatten)]
    pub(crate) write: WriteArgs,

    /// 再写一份报告，可重复；无 PATH 即标准输出 / one more report (repeatable); no PATH: standard output
    #[arg(long, value_name = "FORMAT[=PATH]|PATH", value_parser = report::value_parser())]
    pub(crate) report: Vec<ReportArg>,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// 指标（名称、序号或 id）或提示的代码 / an indicator (name, number or id) or the code of a finding
    #[arg(value_name = "INDICATOR|CODE")]
    pub(crate) indicator: String,

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
    #[arg(long, value_name = "FORMAT", value_parser = formats(of(&TREND)))]
    pub(crate) format: Option<FileFormat>,

    #[command(flatten)]
    pub(crate) write: WriteArgs,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

#[derive(Debug, Args)]
pub(crate) struct TidyArgs {
    /// 报送的文件、目录或通配符；- 是标准输入 / submissions: files, folders, patterns; - is standard input
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) plan: PlanArgs,

    #[command(flatten)]
    pub(crate) read: ReadArgs,

    #[command(flatten)]
    pub(crate) write: WriteArgs,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

#[derive(Debug, Args)]
pub(crate) struct PlanArgs {
    /// 规则文件或目录，替代内置规划，可重复 / rule file or folder instead of the built-in plan (repeatable)
    #[arg(long, value_name = "PATH")]
    pub(crate) plan: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct DataArgs {
    #[command(flatten)]
    pub(crate) plan: PlanArgs,

    /// 以前年度的文件、目录或通配符，可重复 / earlier years: files, folders, patterns (repeatable)
    #[arg(long, value_name = "PATH")]
    pub(crate) history: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) read: ReadArgs,

    /// 对照年度要求或目标值 / judge against the year's requirement or the final target
    #[arg(long, value_name = "WHAT", default_value = "requirement")]
    pub(crate) against: AgainstArg,

    /// 豁免文件，可重复 / a file of waivers (repeatable)
    #[arg(long, value_name = "PATH")]
    pub(crate) waivers: Vec<PathBuf>,

    /// 豁免须在这一天仍然有效，默认为所判定年度的年末 / the day on which waivers must hold
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) as_of: Option<Date>,

    /// 必须报送的范围：主要指标，或连同任务 / what is due: the main indicators, or the tasks too
    #[arg(long, value_name = "WHAT", default_value = "main")]
    pub(crate) require: RequireArg,
}

/// How submissions are read.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct ReadArgs {
    /// 文件的编码；不写则依次试 UTF-8、GB18030（GBK）/ the files' encoding; found out by default
    #[arg(long, value_name = "ENCODING")]
    pub(crate) encoding: Option<EncodingArg>,

    /// 要读的工作表，名称或序号；默认全部未隐藏的 / the sheet, by name or number; by default all not hidden
    #[arg(long, value_name = "SHEET")]
    pub(crate) sheet: Option<String>,

    /// 数据的年份（列和文件名都没有时）/ the year, where neither column nor file name has one
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(u16).range(1900..2200))]
    pub(crate) year: Option<u16>,

    /// 标准输入（-）的文件名，用于位置和年份 / the name of standard input (-), for places and the year
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_filename: Option<String>,

    /// 线程数，最多 256，默认为处理器数 / threads, at most 256, by default as many as processors
    #[arg(short = 'j', long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) threads: Option<u16>,
}

#[derive(Debug, Args)]
pub(crate) struct SelectArgs {
    /// 只看这个地区，可重复 / only this region (repeatable)
    #[arg(long, value_name = "REGION")]
    pub(crate) region: Vec<String>,

    /// 只看这项指标（名称、序号或 id），可重复 / only this indicator: name, number or id (repeatable)
    #[arg(long, value_name = "INDICATOR")]
    pub(crate) indicator: Vec<String>,

    /// 只看这种属性（约束性、预期性、任务），可重复 / only this attribute (repeatable)
    #[arg(long, value_name = "ATTRIBUTE")]
    pub(crate) attribute: Vec<AttributeArg>,
}

#[derive(Debug, Args)]
pub(crate) struct LookArgs {
    /// 颜色 / colour
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: ColorArg,

    /// 语言 / language
    #[arg(long, value_name = "LANG", default_value = "zh")]
    pub(crate) lang: LangArg,

    /// 标准错误上只写错误 / only errors on standard error
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

/// A flag's words, and what each means.
macro_rules! words {
    ($name:ident -> $meaning:ty {
        $($variant:ident = $word:literal $(| $alias:literal)? => $value:expr),+ $(,)?
    }) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
        pub(crate) enum $name {
            $(#[value(name = $word $(, alias = $alias)?)] $variant,)+
        }

        impl From<$name> for $meaning {
            fn from(word: $name) -> Self {
                match word {
                    $($name::$variant => $value,)+
                }
            }
        }
    };
}

words!(AttributeArg -> Attribute {
    Binding = "binding" | "约束性" => Self::Binding,
    Anticipatory = "anticipatory" | "预期性" => Self::Anticipatory,
    Task = "task" | "任务" => Self::Task,
});

words!(FailOnArg -> FailOn {
    Binding = "binding" | "约束性" => Self::Binding,
    Anticipatory = "anticipatory" | "预期性" => Self::Anticipatory,
    Task = "task" | "任务" => Self::Task,
    None = "none" => Self::None,
});

words!(AgainstArg -> Against {
    Requirement = "requirement" => Self::Requirement,
    Target = "target" => Self::Target,
});

words!(EncodingArg -> Encoding {
    Utf8 = "utf-8" => Self::Utf8,
    Gb18030 = "gb18030" | "gbk" => Self::Gb18030,
    Utf16Le = "utf-16le" => Self::Utf16Le,
    Utf16Be = "utf-16be" => Self::Utf16Be,
});

words!(LangArg -> Lang {
    Zh = "zh" => Self::Zh,
    En = "en" => Self::En,
});

/// What is due from everyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RequireArg {
    /// 主要指标 / the main indicators
    Main,
    /// 连同任务 / the tasks too
    Tasks,
}

fn date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "日期写作 2023-12-31 / write the day as 2023-12-31".to_owned())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorArg {
    Auto,
    Always,
    Never,
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
