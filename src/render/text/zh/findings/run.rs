//! 中文: what findings in what was asked for say.

use super::meant;
use crate::diagnostic::{Audit, ReportBound, ReportKey, RunProblem};
use crate::render::text::done::dotted;
use crate::render::text::{KINDS, Message, shorten};
use crate::term::Year;

const REPORT_HELP: &str = "请用 dabiao check --format json 重新写出报告";

pub(in crate::render::text) fn message(problem: &RunProblem) -> Message {
    use RunProblem as R;
    match problem {
        R::NoSuchFile { path } => {
            Message::new(format!("没有这个文件：{path}")).help("请检查路径和当前目录")
        }
        R::IsDirectory { path } => {
            Message::new(format!("这是目录，不是文件：{path}")).help("请给出目录中的文件")
        }
        R::Unreadable { path, reason } => Message::new(format!("读不出 {path}：{reason}")),
        R::Unwritable { path, reason } => Message::new(format!("写不进 {path}：{reason}")),
        R::NoFolder { path } => Message::new(format!("写不进 {path}：没有它所在的目录"))
            .help("请先建好目录，或改写路径"),
        R::NoRuleFiles { path } => Message::new(format!("目录中没有规则文件（*.toml）：{path}")),
        R::NoSubmissions { path } => Message::new(format!("这里没有报送文件：{path}"))
            .help(format!("目录中只看 {KINDS}，不看下级目录；请核对路径")),
        R::NothingGiven => Message::new("没有给出任何报送文件")
            .help("请写出文件、它们所在的目录或通配符，如 dabiao trend data；- 是标准输入"),
        R::SameFileTwice { path, first } => {
            let also = if path == first { String::new() } else { format!("，即 {first}") };
            Message::new(format!("同一个文件给了两次：{path}{also}")).help("每个文件只给一次")
        }
        R::StdinTwice => Message::new("标准输入（-）给了两次").help("标准输入只能读一次"),
        R::StdinNameUnused { name } => {
            Message::new(format!("--stdin-filename {name} 没有用上：没有从标准输入读取"))
                .help("请用 - 表示标准输入，或去掉 --stdin-filename")
        }
        R::NoMatch { pattern } => {
            Message::new(format!("没有与通配符相符的文件：{pattern}")).help("请检查路径和当前目录")
        }
        R::Changed { path } => Message::new(format!("读取时文件被改动：{path}"))
            .help("请等它写完，或关闭正在保存它的程序，再运行一次"),
        R::TooLarge { path, most } => Message::new(format!("内容超过 {most} MiB，未读完：{path}"))
            .help("请核对是不是要读的文件；从管道来的请先存成文件"),
        R::LeftOut { path, first, count } => {
            let names = first.iter().map(|name| shorten(name)).collect::<Vec<_>>().join("、");
            let more = if *count > first.len() { " 等" } else { "" };
            Message::new(format!("{path} 中有 {count} 项不是报送文件，没有读：{names}{more}"))
        }
        R::AlreadyThere { path, format } => {
            Message::new(format!("已有这个文件，没有覆盖：{path}（看不出是本程序写的 {format}）"))
                .help("请换一个文件名；若确实不要原来的文件，请加 --force")
        }
        R::FilledIn { path } => Message::new(format!("报送表已有人填写，没有覆盖：{path}"))
            .help("请换一个文件名；若确实不要填好的内容，请加 --force"),
        R::ReadOnly { path } => Message::new(format!("文件是只读的，没有覆盖：{path}"))
            .help("请换一个文件名，或先改为可写"),
        R::NotAFile { path } => Message::new(format!("不是文件，是管道、套接字或设备：{path}"))
            .help("请给出文件；在要读的目录里的，请移走"),
        R::UnknownEnding { path, endings } => Message::new(format!("从文件名看不出格式：{path}"))
            .help(format!("请用这些后缀：{}；有 --format 的命令也可用它写明", dotted(endings))),
        R::OtherEnding { path, format, endings } => {
            Message::new(format!("文件名的后缀与格式 {format} 不符：{path}"))
                .help(format!("{format} 的后缀是 {}；请改文件名或格式", dotted(endings)))
        }
        R::TableNotText { path } => Message::new(format!("不是文本：{path}"))
            .help("请在电子表格软件中另存为“CSV UTF-8”，或把表复制、粘贴到文本文件"),
        R::TableEmpty { path } => Message::new(format!("表里没有数据行：{path}")),
        R::TableWithoutHeader { path, first } => {
            let first = shorten(first);
            Message::new(format!("{path} 中没有可识别的表头（第一行读到：{first}）")).help(
                "表头要有“指标”一列和“目标值”（或“2025年”）一列；列之间用逗号、制表符或 | 分开",
            )
        }
        R::RowLeft { row, text } => {
            Message::new(format!("第 {row} 行没有写成规则，留作注释：{}", shorten(text)))
                .help("草稿里“未写成规则”之后说明了原因，请自行写成规则")
        }
        R::RuleOpen { row, name } => {
            Message::new(format!("第 {row} 行“{}”的规则还有要填写的地方", shorten(name)))
                .help("请在草稿里查找“（填写”；填好以前，规则文件不能用")
        }
        R::FormBeforePlan { year, baseline } => {
            Message::new(format!("{year} 年早于规划的基期 {baseline} 年，没有可报的数据"))
                .help("请改正 --year")
        }
        R::FormAfterPlan { year, target } => {
            Message::new(format!("{year} 年在规划的目标年 {target} 年之后；报送表照样写出"))
                .help("如果年份写错了，请改正")
        }
        R::NoLastYear { year } => {
            Message::new(format!("--history 的文件中没有 {year} 年的数值，“上年”各栏留空"))
                .help(format!("请把 {year} 年的报送文件也给 --history"))
        }
        R::NothingAsked { region } => {
            Message::new(format!("{region}没有要报的指标，没有写进报送表"))
                .help("市里的数多由各县（区）汇总；任务要加 --tasks")
        }
        R::TooManySheets { regions, most } => {
            Message::new(format!("要写 {regions} 个地区，一个工作簿最多写 {most} 张表"))
                .help("请用 --region 指定地区，分几个文件写，或写成 .csv")
        }
        R::UnknownRegion { name, nearest } => {
            let message = Message::new(format!("规划中没有“{name}”这个地区"));
            message.help(
                meant(nearest.as_ref()).unwrap_or_else(|| "请用规划中的地区名称或代码".into()),
            )
        }
        R::UnknownAudit { code } => Message::new(format!("没有“{code}”这项审核"))
            .help(format!("可用的审核：{}", Audit::CODES.join("、"))),
        R::AuditTwice { code } => Message::new(format!("“{code}”给了两次"))
            .help("--deny、--warn、--allow 中各审核至多给一次"),
        R::UnknownCode { code, nearest } => Message::new(format!("没有关于“{code}”的说明")).help(
            meant(nearest.as_ref())
                .unwrap_or_else(|| "audit/、submission/ 和 judgement/ 开头的代码有说明".into()),
        ),
        R::CodeWithFiles { code } => Message::new(format!("“{code}”的说明与报送文件无关"))
            .help("请只写代码；检查文件请用 dabiao check"),
        R::UnknownIndicator { name, nearest } => {
            let message = Message::new(format!("规划中没有“{name}”这个指标"));
            message.help(
                meant(nearest.as_ref()).unwrap_or_else(|| {
                    "请用指标的名称、序号或 id；dabiao plan show 列出全部".into()
                }),
            )
        }
        R::StdoutClosed => Message::new("标准输出是关闭的，什么也写不出")
            .help("请不要关闭标准输出；不要输出的，请写到 /dev/null，或用 -o 写到文件"),
        R::TwoOnStdout => {
            Message::new("标准输出只能有一份报告").help("其余的请写成 --report 格式=文件")
        }
        R::WorkbookOnStdout => {
            Message::new("工作簿不能写到标准输出").help("请写到文件：--report xlsx=报告.xlsx")
        }
        R::SameOutput { path } => Message::new(format!("两份报告写入同一个文件：{path}"))
            .help("请为每份报告各取一个文件名"),
        R::OutputIsInput { path } => Message::new(format!("会覆盖要读取的文件：{path}"))
            .help("请换一个文件名；要读取的文件，--force 也不覆盖"),
        R::StaleReport { path } => Message::new(format!("没有重写 {path}：其中仍是以前的报告"))
            .help("这种格式写不出“未作判定”；请勿再用其中的内容"),
        R::ReportSyntax { path, line, column } => {
            Message::new(format!("不是完整的 JSON：{path}（第 {line} 行第 {column} 列）"))
                .help(REPORT_HELP)
        }
        R::NotAReport { path } => {
            Message::new(format!("不是 dabiao check 的 JSON 报告：{path}")).help(REPORT_HELP)
        }
        R::ReportVersion { path, version, known } => Message::new(format!(
            "JSON 报告的版本是 {}，这里只认得 {known}：{path}",
            shorten(version)
        ))
        .help("请更新 dabiao，或用这个 dabiao 重新写出报告"),
        R::ReportUnjudged { path } => {
            Message::new(format!("这份 JSON 报告未作判定，没有可比的：{path}"))
                .help("报告的 diagnostics 里写着原因；请改正后重新检查")
        }
        R::ReportValue { path, key, expected, found } => {
            let expected = match expected {
                ReportKey::Text => "文字".to_owned(),
                ReportKey::Decimal => "写成字符串的十进制数".to_owned(),
                ReportKey::Year => "年份".to_owned(),
                ReportKey::Day => "日期（YYYY-MM-DD）".to_owned(),
                ReportKey::Word(words) => format!("{} 之一", words.join("、")),
            };
            let found =
                found.as_ref().map_or("空缺".to_owned(), |it| format!("“{}”", shorten(it)));
            Message::new(format!("{path} 中 {key} 不能用：{found}"))
                .help(format!("应为：{expected}；报告不宜手工改动，请重新写出"))
        }
        R::ReportValues { path, count } => {
            Message::new(format!("{path} 中还有 {count} 处不能用")).help(REPORT_HELP)
        }
        R::ReportTwice { path, indicator, region, year } => Message::new(format!(
            "{path} 中有两条判定是同一项：{year} 年 {} {}",
            shorten(region),
            shorten(indicator)
        ))
        .help("报告不宜手工合并，请重新写出"),
        R::ReportTooLarge { path, most, bound } => match bound {
            ReportBound::Whole => Message::new(format!("JSON 报告超过 {most} MiB，未读：{path}"))
                .help("请直接比较报送文件，或用 --region、--indicator 写出小一些的报告"),
            ReportBound::One => {
                Message::new(format!("JSON 报告中有一条判定或发现超过 {most} MiB：{path}"))
                    .help(REPORT_HELP)
            }
            ReportBound::Kept { verdicts } => Message::new(format!(
                "判定太多，不能一次比较：{verdicts} 条已占满 {most} MiB：{path}"
            ))
            .help("请用 --indicator、--region 或 --attribute 分几次比较"),
        },
        R::DifferentPlans { old, new } => {
            let (old, new) = (shorten(old), shorten(new));
            Message::new(format!("两边用的规划不同：{old} 和 {new}"))
                .help("请用同一规划（--plan）检查，再作比较")
        }
        R::DifferentAgainst { old, new } => {
            let (old, new) = (old.word(), new.word());
            Message::new(format!("两边的判定标准不同：{old} 和 {new}"))
                .help("请给出同样的 --against；JSON 报告要用它重新写出")
        }
        R::NoCommonYear { old, new } => {
            Message::new(format!("两边没有共同的年份：{} 和 {}", years(old), years(new)))
                .help("各有多个年份时只比较同年的；要比较不同年份，请每边只给一年")
        }
    }
}

fn years(years: &[Year]) -> String {
    years.iter().map(Year::to_string).collect::<Vec<_>>().join("、")
}
