//! What can be typed after several commands.

use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use dabiao::term::{Date, Level};

use crate::cli::settings::Layout;

use super::{AgainstArg, AttributeArg, EncodingArg, LangArg};

#[derive(Debug, Args)]
pub(crate) struct PlanArgs {
    /// 规则文件或目录，替代内置规划，可重复 / rule file or folder instead of the built-in plan (repeatable)
    #[arg(long, value_name = "PATH")]
    pub(crate) plan: Vec<PathBuf>,

    /// 设置文件；默认为这里或上级目录的 dabiao.toml / settings; by default dabiao.toml here or above
    #[arg(long, value_name = "FILE", overrides_with = "no_config")]
    pub(crate) config: Option<PathBuf>,

    /// 不用 dabiao.toml；与 --config 以后写的为准 / no dabiao.toml; of this and --config the last holds
    #[arg(long, overrides_with = "config")]
    pub(crate) no_config: bool,
}

impl PlanArgs {
    /// The name of the file of settings.
    pub(crate) fn settings_used(&self) -> Option<String> {
        self.config.as_ref().map(|path| path.display().to_string())
    }
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
    #[arg(long, value_name = "YEAR", value_parser = year)]
    pub(crate) year: Option<u16>,

    /// 标准输入（-）的文件名，用于位置和年份 / the name of standard input (-), for places and the year
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_filename: Option<String>,

    /// 线程数，最多 256，默认为处理器数 / threads, at most 256, by default as many as processors
    #[arg(short = 'j', long, value_name = "N", value_parser = threads)]
    pub(crate) threads: Option<u16>,

    /// Where the settings say that the files of each year lie.
    #[arg(skip)]
    pub(crate) layout: Option<Layout>,
}

#[derive(Debug, Args)]
pub(crate) struct SelectArgs {
    /// 只看这个地区，可重复 / only this region (repeatable)
    #[arg(long, value_name = "REGION")]
    pub(crate) region: Vec<String>,

    /// 只看这一级的地区，在 --region 之内，可重复 / only regions of this level, within --region
    #[arg(long, value_name = "LEVEL")]
    pub(crate) level: Vec<LevelArg>,

    /// 只看这项指标（名称、序号或 id），可重复 / only this indicator: name, number or id (repeatable)
    #[arg(long, value_name = "INDICATOR")]
    pub(crate) indicator: Vec<String>,

    /// 只看这种属性（约束性、预期性、任务），可重复 / only this attribute (repeatable)
    #[arg(long, value_name = "ATTRIBUTE")]
    pub(crate) attribute: Vec<AttributeArg>,
}

/// A level of regions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LevelArg {
    /// 全国 / the nation
    Nation,
    /// 省 / provinces
    Province,
    /// 市 / cities
    City,
    /// 县（区） / counties
    County,
    /// 乡镇（街道） / townships
    Township,
    /// 功能区 / areas
    Area,
}

impl From<LevelArg> for Level {
    fn from(level: LevelArg) -> Self {
        match level {
            LevelArg::Nation => Self::Nation,
            LevelArg::Province => Self::Province,
            LevelArg::City => Self::City,
            LevelArg::County => Self::County,
            LevelArg::Township => Self::Township,
            LevelArg::Area => Self::Area,
        }
    }
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

    /// 画出每处问题的原文和所依据的规则 / draw the line and the rule of each finding
    #[arg(long)]
    pub(crate) explain: bool,
}

impl LookArgs {
    /// What holds where nothing could be made of what was typed.
    pub(crate) const USUAL: Self =
        Self { color: ColorArg::Auto, lang: LangArg::Zh, quiet: false, explain: false };
}

/// What is due from everyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RequireArg {
    /// 主要指标 / the main indicators
    Main,
    /// 连同任务 / the tasks too
    Tasks,
}

pub(super) fn date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "日期写作 2023-12-31 / write the day as 2023-12-31".to_owned())
}

pub(super) fn year(text: &str) -> Result<u16, String> {
    whole(text, 1900..=2199)
}

fn threads(text: &str) -> Result<u16, String> {
    whole(text, 1..=256)
}

fn whole(text: &str, range: RangeInclusive<u16>) -> Result<u16, String> {
    text.parse().ok().filter(|number| range.contains(number)).ok_or_else(|| {
        let (from, to) = range.into_inner();
        format!("请写 {from} 至 {to} 之间的整数 / write a whole number from {from} to {to}")
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorArg {
    Auto,
    Always,
    Never,
}

/// 数据审核: what each audit does, whatever the plan says.
#[derive(Debug, Args)]
pub(crate) struct AuditArgs {
    /// 这项审核查出的行无效，可重复 / what this audit finds makes the row invalid (repeatable)
    #[arg(long, value_name = "CODE")]
    pub(crate) deny: Vec<String>,

    /// 这项审核查出的行只须说明，可重复 / what this audit finds must be explained (repeatable)
    #[arg(long, value_name = "CODE")]
    pub(crate) warn: Vec<String>,

    /// 不作这项审核，可重复 / leave this audit out (repeatable)
    #[arg(long, value_name = "CODE")]
    pub(crate) allow: Vec<String>,
}

/// Where the output goes.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct WriteArgs {
    /// 写入文件，不写标准输出 / write to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// 覆盖已有的文件；要读取的从不覆盖 / overwrite a file that is there, never one that is read
    #[arg(long)]
    pub(crate) force: bool,
}

/// What stands for standard output.
const STDOUT: [&str; 4] = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

impl WriteArgs {
    /// The file; none is standard output.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| !is_stdout(path))
    }
}

/// Whether a path stands for standard output.
pub(super) fn is_stdout(path: &Path) -> bool {
    STDOUT.iter().any(|name| path == Path::new(name))
}
