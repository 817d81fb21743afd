//! What can be typed after `dabiao plan`.

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use dabiao::render::{
    FIELDS, FileFormat, LINT, OUTLINE, REHEARSAL, REQUIREMENTS, REVISION, TOTAL, begins_template,
};
use dabiao::term::Date;

use super::{
    AgainstArg, AttributeArg, DialectArg, EmitArg, FailOnArg, LookArgs, PlanArgs, RequireArg,
    SelectArgs, ValuesArg, WriteArgs, formats, of,
};

#[derive(Debug, Subcommand)]
pub(crate) enum PlanCommand {
    /// 按规划的样式列出指标表 / print the indicator table as the plan prints it
    Show(ShowArgs),
    /// 从原文的指标表起草规则文件 / draft a rule file from a document's indicator table
    #[command(after_help = NEW_HELP)]
    New(NewArgs),
    /// 用规则旁的用例检验规则 / try the rules on the cases beside them
    #[command(after_help = TEST_HELP)]
    Test(TestArgs),
    /// 找出规则中可能不是本意的写法 / find what the rules may not mean
    #[command(after_help = LINT_EXIT_CODES)]
    Lint(LintArgs),
    /// 把每年的要求列成数据，供数据库等使用 / the requirements of each year as data, for databases
    #[command(after_help = REQUIREMENTS_HELP)]
    Requirements(RequirementsArgs),
    /// 把一年的判定写成 SQL，在数据库中运行 / a year's judgement as SQL, to run in a database
    #[command(after_help = SQL_HELP)]
    Sql(SqlArgs),
    /// 比较两份规划，列出增减和调整的指标 / compare two plans: what came, went or was changed
    #[command(after_help = DIFF_HELP)]
    Diff(PlanDiffArgs),
    /// 输出规则等文件的 JSON Schema，供编辑器使用 / print the JSON Schema of rule files, for editors
    Schema(SchemaArgs),
}

const NEW_HELP: &str = "\
表：CSV、制表符分隔或 Markdown；表头要有“指标”和“目标值”（或年份），可有序号、
属性、单位、基期值、年均/累计。读不准的行留作注释，并说明原因。
The table is CSV, tab-separated or Markdown, with a header; a row that can't be
read for certain stays as a comment that says why.";

const TEST_HELP: &str = "\
规则文件 NAME.toml 的用例写在旁边的 NAME.cases.toml 里，每条检查一行：
The cases of NAME.toml stand beside it in NAME.cases.toml, one line a check:

  [[case]]
  indicator = \"employment-rate\"
  year = 2023
  checks = [
    { value = \"55.943\", outcome = \"behind\", margin = \"-0.001\" },
    { value = \"55.944\", outcome = \"on_pace\", margin = \"0\", requirement = \"≥55.944\" },
    { numerator = \"3212\", denominator = \"5819\", outcome = \"behind\", count = -44 },
  ]

退出码 / exit codes:
  0  检查全部相符，可判定的规则都有用例 / all as expected, every judged rule has a case
  1  有检查不符，或有规则没有用例 / a check is not as expected, or a rule has no case
  2  用法、规则、用例或读写有误 / usage, plan, cases or I/O trouble";

const REQUIREMENTS_HELP: &str = "\
一行是一项指标在一年的要求；地区一栏空着，对每个被判定的地区都一样。_n、_d 是同一个数的
分子和分母，比较时交叉相乘，不要相除。depends_on 写明要求还取决于地区自己的什么。
A row is what a year demands of an indicator; without a region it holds for every one
that is judged. _n and _d are the same number as a fraction: multiply crosswise, never
divide. depends_on says what of the region's own moves it.";

const SQL_HELP: &str = "\
表的列与 dabiao tidy 写出的相同，以前年度的也在表里；列名不同时用 --columns。读不准的数一律
无效；SQL 表达不了的规则报错，不写近似的。Spark 得到的总是一步一表。
The table has the columns of `dabiao tidy`, earlier years in it too. What can't be read
for certain is invalid; a rule that SQL can't hold is an error. For Spark each step is a
table, whatever is asked for.";

const DIFF_HELP: &str = "\
指标按 id 对应，地区按代码对应。有没有不同，都以 0 退出。
Indicators are matched by their ids, regions by their codes. The exit code is 0 whether or
not they differ.";

const LINT_EXIT_CODES: &str = "\
退出码 / exit codes:
  0  没有发现，或都用 allow 写明了原因 / nothing found, or all of it allowed
  1  有发现 / something found
  2  用法、规则或读写有误 / usage, plan or I/O trouble";

#[derive(Debug, Args)]
pub(crate) struct ShowArgs {
    #[command(flatten)]
    pub(crate) plan: PlanArgs,

    /// 按专栏列出各项任务 / the tasks, by 专栏
    #[arg(long)]
    pub(crate) tasks: bool,

    /// 按这个地区自己的目标列出 / with the targets of this region
    #[arg(long, value_name = "REGION", id = "whose")] // not what settings say of reports
    pub(crate) region: Option<String>,

    /// 输出格式；json 是整份规划和每年的要求 / output format; json is the whole plan and its requirements
    #[arg(long, value_name = "FORMAT", default_value = "table", value_parser = formats(of(&OUTLINE)))]
    pub(crate) format: FileFormat,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

#[derive(Debug, Args)]
pub(crate) struct PlanDiffArgs {
    /// 旧的：规则文件或目录 / a rule file or folder
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,

    /// 新的：规则文件或目录 / the new rules: a file or a folder
    #[arg(value_name = "NEW")]
    pub(crate) new: PathBuf,

    /// 输出格式；默认按文件名，否则 table / output format; by default by the file's name, else table
    #[arg(long, value_name = "FORMAT", value_parser = formats(of(&REVISION)))]
    pub(crate) format: Option<FileFormat>,

    #[command(flatten)]
    pub(crate) write: WriteArgs,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

#[derive(Debug, Args)]
pub(crate) struct RequirementsArgs {
    #[command(flatten)]
    pub(crate) plan: PlanArgs,

    /// 只要这一年，可重复；默认规划期各年 / only this year (repeatable); by default all of the plan
    #[arg(long, value_name = "YEAR", value_parser = super::shared::year)]
    pub(crate) year: Vec<u16>,

    #[command(flatten)]
    pub(crate) select: SelectArgs,

    /// 对照年度要求或目标值 / the year's requirement or the final target
    #[arg(long, value_name = "WHAT", default_value = "requirement")]
    pub(crate) against: AgainstArg,

    /// 输出格式；默认按文件名，否则 csv / output format; by default by the file's name, else csv
    #[arg(long, value_name = "FORMAT", value_parser = formats(of(&REQUIREMENTS)))]
    pub(crate) format: Option<FileFormat>,

    #[command(flatten)]
    pub(crate) write: WriteArgs,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

#[derive(Debug, Args)]
pub(crate) struct SqlArgs {
    /// 数据库 / the database
    #[arg(long, value_name = "DIALECT")]
    pub(crate) dialect: DialectArg,

    /// 判定哪一年 / the year to judge
    #[arg(long, value_name = "YEAR", value_parser = super::shared::year)]
    pub(crate) year: u16,

    /// 判定、用不上的行、汇总、每步一表或名册的表 / verdicts, unusable rows, summary, tables or roster
    #[arg(long, value_name = "WHAT", default_value = "verdicts")]
    pub(crate) emit: EmitArg,

    /// 数据所在的表；{{ … }} 照写 / the table of figures; {{ … }} is written as it is
    #[arg(long, value_name = "TABLE", default_value = "submission", value_parser = table)]
    pub(crate) from: String,

    /// 列名，如 地区=xzqh,指标=zb / its columns, such as region=xzqh,indicator=zb
    #[arg(long, value_name = "FIELD=COLUMN", value_parser = columns)]
    pub(crate) columns: Option<Box<Columns>>,

    /// 列是文字，还是带小数位的数 / the columns: texts, or numbers with places behind the point
    #[arg(long, value_name = "WHAT", default_value = "text")]
    pub(crate) values: ValuesArg,

    /// 名册所在的表，由 --emit roster 建 / the table of regions, made by --emit roster
    #[arg(long, value_name = "TABLE", value_parser = table)]
    pub(crate) roster_table: Option<String>,

    #[command(flatten)]
    pub(crate) plan: PlanArgs,

    /// 只看这项指标（名称、序号或 id），可重复 / only this indicator: name, number or id (repeatable)
    #[arg(long, value_name = "INDICATOR")]
    pub(crate) indicator: Vec<String>,

    /// 只看这种属性（约束性、预期性、任务），可重复 / only this attribute (repeatable)
    #[arg(long, value_name = "ATTRIBUTE")]
    pub(crate) attribute: Vec<AttributeArg>,

    /// 对照年度要求或目标值 / the year's requirement or the final target
    #[arg(long, value_name = "WHAT", default_value = "requirement")]
    pub(crate) against: AgainstArg,

    /// 必须报送的范围：主要指标，或连同任务 / what is due: the main indicators, or the tasks too
    #[arg(long, value_name = "WHAT", default_value = "main")]
    pub(crate) require: RequireArg,

    /// 从哪种属性起，未达要求时汇总的退出码为 1 / from which attribute on a failure makes the exit code 1
    #[arg(long, value_name = "ATTRIBUTE", default_value = "binding")]
    pub(crate) fail_on: FailOnArg,

    /// 豁免文件，可重复 / a file of waivers (repeatable)
    #[arg(long, value_name = "PATH")]
    pub(crate) waivers: Vec<PathBuf>,

    /// 豁免须在这一天仍然有效，默认为所判定年度的年末 / the day on which waivers must hold
    #[arg(long, value_name = "DATE", value_parser = super::shared::date)]
    pub(crate) as_of: Option<Date>,

    #[command(flatten)]
    pub(crate) write: WriteArgs,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

/// The column of each field, if it has one.
type Columns = [Option<String>; FIELDS.len()];

const TEMPLATE: &str = "名称里有 {{、{%、{# 或 ${，会被当作模板；请用视图改名 / \
                        it would begin a template in the SQL; rename it in a view";

/// A table that is none of those that are made.
fn table(text: &str) -> Result<String, String> {
    let why = if text.starts_with("{{") {
        let is_whole = text.ends_with("}}");
        (!is_whole).then_some("模板须以 }} 结尾 / a template ends with }}")
    } else if begins_template(text) {
        Some(TEMPLATE)
    } else if text.split('.').any(|part| part.trim().is_empty()) {
        Some("请写表名，如 gov.submission / write the table's name, such as gov.submission")
    } else {
        // Engines fold names that are not quoted.
        let name = text.rsplit('.').next().unwrap_or_default().trim_matches('"').to_lowercase();
        let is_made = name.starts_with("dabiao_");
        is_made.then_some(
            "以 dabiao_ 开头的表是要新建的 / tables beginning with dabiao_ are made anew",
        )
    };
    why.map_or_else(|| Ok(text.to_owned()), |why| Err(why.to_owned()))
}

/// The column that each field is in: those that are named, and else those of `tidy`.
fn columns(text: &str) -> Result<Box<Columns>, String> {
    let mut asked = [const { None }; FIELDS.len()];
    let mut is_once = true;
    for text in text.split(',') {
        let (at, column) = column(text)?;
        is_once &= asked[at].replace(column.to_owned()).is_none();
    }
    let mut columns = usual_columns();
    for (column, asked) in columns.iter_mut().zip(asked) {
        *column = asked.or(column.take());
    }
    let names: BTreeSet<&String> = columns.iter().flatten().collect();
    if !is_once || names.len() < columns.iter().flatten().count() {
        return Err("一个字段一列，各写一次 / each field has a column of its own, once".to_owned());
    }
    Ok(Box::new(columns))
}

/// Fields are in columns of their own names; of totals there need not be any.
pub(crate) fn usual_columns() -> Columns {
    let mut columns = FIELDS.map(|[_, field]| Some(field.to_owned()));
    columns[TOTAL] = None;
    columns
}

/// A field, and the column that it is in.
fn column(text: &str) -> Result<(usize, &str), String> {
    let fields = || FIELDS.map(|[zh, en]| format!("{zh}/{en}")).join(" ");
    let (field, column) = text
        .split_once('=')
        .filter(|(_, column)| !column.is_empty())
        .ok_or("请写 字段=列名，如 地区=xzqh / write FIELD=COLUMN, such as region=xzqh")?;
    if begins_template(column) {
        return Err(TEMPLATE.to_owned());
    }
    let at = FIELDS.iter().position(|names| names.contains(&field));
    at.map(|at| (at, column))
        .ok_or_else(|| format!("没有“{field}”这个字段 / there is no such field; {}", fields()))
}

#[derive(Debug, Args)]
pub(crate) struct NewArgs {
    /// 指标表的文件；- 为标准输入 / the table's file, or - for standard input
    #[arg(value_name = "TABLE")]
    pub(crate) table: PathBuf,

    #[command(flatten)]
    pub(crate) write: WriteArgs,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

#[derive(Debug, Args)]
pub(crate) struct TestArgs {
    /// 用例文件或目录，替代规则旁的 / files or folders of cases instead of those beside the rules
    #[arg(value_name = "CASES")]
    pub(crate) cases: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) plan: PlanArgs,

    /// 给没有用例的规则起草边界上的用例，须人工核对 / draft boundary cases of rules that have none
    #[arg(long, conflicts_with = "format")]
    pub(crate) draft: bool,

    /// 输出格式；默认由 -o 的后缀定，否则 table / output format; by -o's ending, else table
    #[arg(long, value_name = "FORMAT", value_parser = formats(of(&REHEARSAL)))]
    pub(crate) format: Option<FileFormat>,

    #[command(flatten)]
    pub(crate) write: WriteArgs,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

#[derive(Debug, Args)]
pub(crate) struct LintArgs {
    #[command(flatten)]
    pub(crate) plan: PlanArgs,

    /// 也列出用 allow 写明了原因的（仅 table）/ list what is allowed too (table only)
    #[arg(long)]
    pub(crate) allowed: bool,

    /// 输出格式 / output format
    #[arg(long, value_name = "FORMAT", default_value = "table", value_parser = formats(of(&LINT)))]
    pub(crate) format: FileFormat,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    /// 设置文件 dabiao.toml 的 / that of settings, dabiao.toml
    #[arg(long)]
    pub(crate) settings: bool,

    /// 用例文件 *.cases.toml 的 / that of cases, *.cases.toml
    #[arg(long, conflicts_with = "settings")]
    pub(crate) cases: bool,

    /// 豁免文件的 / that of waivers
    #[arg(long, conflicts_with_all = ["settings", "cases"])]
    pub(crate) waivers: bool,

    /// 分解表的（Table Schema）/ that of tables of targets (Table Schema)
    #[arg(long, conflicts_with_all = ["settings", "cases", "waivers"])]
    pub(crate) targets: bool,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}
