//! 中文: what findings in the rules say.

use super::meant;
use crate::diagnostic::{Audit, Kind, PlanProblem};
use crate::render::text::Message;

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::String => "引号内的文字",
        Kind::Number => "数",
        Kind::Boolean => "true 或 false",
        Kind::Datetime => "日期",
        Kind::Array => "数组 […]",
        Kind::Table => "表 {…}",
    }
}

pub(in crate::render::text) fn message(problem: &PlanProblem) -> Message {
    use PlanProblem as P;
    match problem {
        P::Syntax { message } => Message::new(format!("不是合法的 TOML：{message}"))
            .help("规则文件须符合 TOML 语法；文字要用引号括起来"),
        P::NotUtf8 => Message::new("文件不是 UTF-8 编码").help("请另存为 UTF-8"),
        P::SingleTable { table } => Message::new(format!("[{table}] 少了一层方括号"))
            .help(format!("可以有多个，每个都写成 [[{table}]]")),
        P::UnknownKey { key, owner: Some(owner), .. } => {
            Message::new(format!("“{key}”不该写在这里")).help(format!("它属于 [{owner}]"))
        }
        P::UnknownKey { key, nearest, owner: None } => {
            let message = Message::new(format!("没有“{key}”这个键"));
            message.help(meant(nearest.as_ref()).unwrap_or_else(|| "请删去，或改为已有的键".into()))
        }
        P::MissingKey { key } => {
            Message::new(format!("缺少“{key}”")).help(format!("请在此处补写 {key} = …"))
        }
        P::WrongType { key, expected, found } => {
            let message =
                Message::new(format!("“{key}”应为{}，写的却是{}", kind(*expected), kind(*found)));
            match (expected, found) {
                (Kind::Number, Kind::String) => message
                    .help("数不加引号，不带单位和符号；没有的就不写这个键，> ≥ 写在 operator 里"),
                _ => message,
            }
        }
        P::BadNumber { text } => Message::new(format!("“{text}”不是可用的数"))
            .help("请写成普通十进制数，如 88.89，最多 18 位数字"),
        P::BadYear { key, text } => Message::new(format!("“{key}”的 {text} 不是年份"))
            .help("年份写四位数字，不加引号，如 2025"),
        P::BadWord { key, word, allowed } => Message::new(format!("“{key}”不能是“{word}”"))
            .help(format!("可以是：{}", allowed.join("、"))),
        P::ControlCharacter { key } => Message::new(format!("“{key}”中有控制字符")).help("请删去"),
        P::EmptyText { key } => Message::new(format!("“{key}”是空的")),
        P::DuplicateId { id } => {
            Message::new(format!("id“{id}”已经用过")).help("每条规则的 id 须各不相同")
        }
        P::DuplicateName { name } => Message::new(format!("名称“{name}”已另有所指"))
            .help("名称、别名、序号、代码须各不相同，否则报送的行无从归属"),
        P::OperatorWithoutThreshold => {
            Message::new("有 operator，没有 threshold").help("请补写 threshold = …")
        }
        P::ThresholdWithoutOperator => {
            Message::new("有 threshold，没有 operator").help("请补写 operator，如 operator = \"≥\"")
        }
        P::ThresholdShape => Message::new("threshold 的写法与 operator 不符")
            .help("between 要写成 [下限, 上限]，下限不大于上限；其余只写一个数"),
        P::ThresholdBeyondLimit { threshold, limit } => {
            Message::new(format!("目标值 {threshold} 超出该单位的界限 {limit}"))
                .help("覆盖率、比例在 0 到 100 之间；增长率请加 growth = true")
        }
        P::Unreachable { target } => {
            Message::new(format!("没有数值能满足“{target}”")).help("若包含界限本身，请用 ≥ 或 ≤")
        }
        P::ValueBeyondLimit { key, value, limit } => {
            Message::new(format!("“{key}”的 {value} 超出该单位的界限 {limit}"))
                .help("覆盖率、比例在 0 到 100 之间；增长率请加 growth = true")
        }
        P::BadDate { key, text } => Message::new(format!("“{key}”的“{text}”不是日历上的日期"))
            .help("请写成 2024-06-30 的样子"),
        P::KeyOfOtherForm { key, form, owners } => Message::new(format!(
            "form = \"{form}\" 的指标不能有“{key}”"
        ))
        .help(format!("“{key}”属于 form = \"{}\"；请删去它，或改写 form", owners.join("\"、\""))),
        P::RelativeOperator => Message::new("与参照数列比较时，operator 只能是 ≥ 或 >")
            .help("≥ 是“同步、不低于”，> 是“高于”"),
        P::ToleranceWithoutAbout => Message::new("只有 operator = \"±\" 时才写 tolerance")
            .help("请删去 tolerance，或把 operator 改为 ±"),
        P::AboutTwoSided => Message::new("about 只用于 > ≥ < ≤：它只放宽差的一边")
            .help("上下都不能偏的，用 operator = \"±\" 和 tolerance，并删去 about"),
        P::AboutNotPositive => Message::new("about 应是一个大于 0 的数")
            .help("它是可以比目标值差多少；不许差的，请删去 about"),
        P::AboutTooWide { target } => {
            Message::new(format!("减去 about 之后是 {target}，什么数都达标"))
                .help("请核对 about：它是可以比目标值差多少，与目标值同单位")
        }
        P::AboutOfLevels => Message::new("参照的增长率由水平值推算时，不能写 about")
            .help("年均增长率要开方，没有确切的数可减；请删去 about，或让参照直接报送增长率（删去它的 growth-of）"),
        P::FactorShape => {
            Message::new("倍数应是一个大于 0 的数").help("翻一番写 operator = \"≥\"、threshold = 2")
        }
        P::DueYear { year } => Message::new(format!("完成年份 {year} 不在规划期内"))
            .help("请写规划第一年至目标年之间的年份"),
        P::SumOfRates => Message::new("百分比不能逐年累加")
            .help("累计（sum）只用于人数、户数、个数等；率请用 level 或 change"),
        P::SumOfAverages { name } => Message::new(format!(
            "“{name}”是平均数、比率或强度，各县（区）的数相加不得全市数"
        ))
        .help("请写 roll-up = \"none\"，全市由市级自己报送；确实可以相加的，写 roll-up = \"sum\""),
        P::CountsOfNoRate { key } => Message::new(format!("“{key}”只用于单位是 % 的比率"))
            .help("别的单位、增长率、节点和文字要求都不用它计算；请删去，或改正 unit"),
        P::Placeholder { key, text } => Message::new(format!("“{key}”还没有填写：{text}"))
            .help("这是草稿留下的空，请照原文填写"),
        P::CoverageUnit => Message::new("全覆盖（full-coverage）的单位应是 %")
            .help("请写 unit = \"%\"，并写明分子和分母"),
        P::RepeatsARepetition => {
            Message::new("same-as 所指的指标自己也是重复别的指标").help("请直接指向最初的那项指标")
        }
        P::UnknownId { key, id, nearest } => {
            let message = Message::new(format!("“{key}”所指的“{id}”不存在"));
            match meant(nearest.as_ref()) {
                Some(meant) => message.help(meant),
                None => message.help("请写规则中已有的 id"),
            }
        }
        P::GrowthUnit { key } => Message::new(match *key {
            "reference" => "作参照的应是增长率，单位是 %",
            "growth-of" => "growth-of 应是水平值（元、亿元等），不是增长率",
            _ => "增长率的单位应是 %",
        })
        .help("增长率对照增长率；只有水平值时，把它写在 growth-of 里"),
        P::WaiverYear { year, plan } => {
            Message::new(format!("规划没有 {year} 年，这条豁免用不上"))
                .help(format!("请写 {} 至 {} 之间的年份", plan.0, plan.1))
        }
        P::AboutChange => Message::new("变化和倍数不能用 ±")
            .help("请写 operator = \"between\"、threshold = [下限, 上限]；倍数只用 > ≥ < ≤"),
        P::NegativeTolerance => {
            Message::new("tolerance 不能小于 0").help("它是上下各可相差多少，写正数")
        }
        P::MilestoneRollUp => Message::new("roll-up 的 all 和 any 只用于 form = \"milestone\"")
            .help("数值怎样汇总由单位定；不汇总时写 roll-up = \"none\""),
        P::AllowWithoutReason { code } => Message::new(format!("容许“{code}”没有写理由"))
            .help("请写明为什么是有意为之"),
        P::UnknownReference { id, nearest } => {
            let message = Message::new(format!("没有 id 为“{id}”的参照数列"));
            message
                .help(meant(nearest.as_ref()).unwrap_or_else(|| "请先用 [[reference]] 定义；指标不能作参照数列".into()))
        }
        P::UnknownRegion { name, nearest } => {
            let message = Message::new(format!("没有“{name}”这个地区"));
            message.help(meant(nearest.as_ref()).unwrap_or_else(|| "请写某个 [[region]] 的代码或名称".into()))
        }
        P::UnknownIndicator { name, nearest } => {
            let message = Message::new(format!("规划中没有“{name}”这个指标"));
            message.help(meant(nearest.as_ref()).unwrap_or_else(|| {
                "请用指标的名称、序号或 id；dabiao plan show（加 --tasks）列出全部".into()
            }))
        }
        P::CaseOfWords { indicator } => {
            Message::new(format!("“{indicator}”只有文字要求，不作判定，不能有用例"))
                .help("请删去这个用例，或改写它的 indicator")
        }
        P::NoChecks => Message::new("“checks”里一条检查也没有")
            .help("请写 checks = [{ value = \"…\", outcome = \"…\" }]"),
        P::HistoryYear { year } => {
            Message::new(format!("“history”里的 {year} 年就是用例自己的年份"))
                .help("本年的数值写在 checks 里；history 只写其他年份")
        }
        P::CaseYear { year, first } => {
            Message::new(format!("{year} 年在规划第一年 {first} 年之前，从不判定"))
                .help("以前年度的数值写在 history 里")
        }
        P::BadRequirement { text } => Message::new(format!("“{text}”不是年度要求"))
            .help("请写成 ≥55.944、>99、≤5、=0、2~3 的样子；没有要求写 none"),
        P::MilestoneYear { year } => Message::new(format!("“{year}”不是可设年度值的年份"))
            .help("年度值的年份从规划首年到目标年的前一年"),
        P::YearOrder => {
            Message::new("年份次序不对").help("须 baseline-year < first-year ≤ target-year")
        }
        P::NoHead => Message::new("规则文件里没有 [plan]")
            .help("请写明 [plan]：id、title、baseline-year、first-year、target-year"),
        P::TwoHeads => {
            Message::new("[plan] 出现了两次").help("几个规则文件合起来只能有一个 [plan]")
        }
        P::NegativeBound { key } => {
            Message::new(format!("“{key}”小于 0")).help("变化的界限不分升降，请写正数")
        }
        P::TwoAudits => {
            Message::new("[audit] 出现了两次").help("几个规则文件合起来只能有一个 [audit]")
        }
        P::UnknownAudit { code, nearest } => {
            let message = Message::new(format!("没有“{code}”这项审核"));
            message.help(meant(nearest.as_ref()).unwrap_or_else(|| {
                format!("可用的审核：{}", Audit::CODES.join("、"))
            }))
        }
        P::AuditTwice { code } => Message::new(format!("“{code}”写了两次"))
            .help("deny、warn、allow 中各审核至多写一次"),
        P::NoRegions => Message::new("没有任何报送地区")
            .help("请写 [[region]]，level = \"county\"（只有一个地区时也写 county），或在 [plan] 中写 roster"),
        P::TwoCities => Message::new("level 为 city 的地区有两个").help("汇总地区只能有一个"),
        P::NoIndicators => Message::new("规则文件里没有任何指标")
            .help("没有指标就判不出任何结论；请写 [[indicator]]"),
        P::TooMany { most } => Message::new(format!("数量超过 {most}")),
        P::RosterUnreadable { path, reason } => {
            Message::new(format!("读不出地区名册“{path}”：{reason}"))
        }
        P::WithinCircle { name } => Message::new(format!("“{name}”绕了一圈又在自己之内"))
            .help("请核对各地区的 within"),
        P::YearSpan { most } => Message::new(format!("从基期年到目标年超过 {most} 年"))
            .help("请核对 baseline-year 和 target-year"),
        P::MoreFaults { untold } => Message::new(format!("这个文件另有 {untold} 处错误，没有逐条列出"))
            .help("先改正列出的，再运行一遍"),
        P::RosterColumn { expected } => {
            Message::new("地区名册的表头不对").help(format!("第一行应为 {expected}"))
        }
        P::RosterRow { reason } => Message::new(format!("地区名册的这一行读不出：{reason}")),
    }
}
