//! 中文: what findings say.

use super::super::{Message, shorten};
use crate::diagnostic::{
    Binary, Container, Headroom, JudgementProblem, Kind, LintProblem, NoRollUp, NumberField,
    PlanProblem, RunProblem, Slide, SubmissionProblem, Thin, YearSource,
};
use crate::render::{Lang, numbers};

fn meant(nearest: Option<&String>) -> Option<String> {
    nearest.map(|name| format!("是否指“{name}”？"))
}

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

fn number_field(field: NumberField) -> &'static str {
    match field {
        NumberField::Value => "数值",
        NumberField::Numerator => "分子",
        NumberField::Denominator => "分母",
        NumberField::Total => "累计",
    }
}

fn and_others(more: usize) -> String {
    if more == 0 { String::new() } else { format!("，另有 {more} 项") }
}

pub(in crate::render::text) fn plan(problem: &PlanProblem) -> Message {
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
        P::FactorShape => {
            Message::new("倍数应是一个大于 0 的数").help("翻一番写 operator = \"≥\"、threshold = 2")
        }
        P::DueYear { year } => Message::new(format!("完成年份 {year} 不在规划期内"))
            .help("请写规划第一年至目标年之间的年份"),
        P::SumOfRates => Message::new("百分比不能逐年累加")
            .help("累计（sum）只用于人数、户数、个数等；率请用 level 或 change"),
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
        P::NoRegions => Message::new("没有任何报送地区")
            .help("请写 [[region]]，level = \"county\"（只有一个地区时也写 county），或在 [plan] 中写 roster"),
        P::TwoCities => Message::new("level 为 city 的地区有两个").help("汇总地区只能有一个"),
        P::NoIndicators => Message::new("规则文件里没有任何指标")
            .help("没有指标就判不出任何结论；请写 [[indicator]]"),
        P::TooMany { most } => Message::new(format!("数量超过 {most}")),
        P::RosterUnreadable { path, reason } => {
            Message::new(format!("读不出地区名册“{path}”：{reason}"))
        }
        P::RosterColumn { expected } => {
            Message::new("地区名册的表头不对").help(format!("第一行应为 {expected}"))
        }
        P::RosterRow { reason } => Message::new(format!("地区名册的这一行读不出：{reason}")),
    }
}

pub(in crate::render::text) fn submission(problem: &SubmissionProblem) -> Message {
    use SubmissionProblem as S;
    match problem {
        S::Empty => Message::new("文件是空的").help("请确认选对了文件，并且已经保存"),
        S::NoRows => Message::new("只有表头，没有数据行"),
        S::NoHeader { found, lacking, separator } => {
            let found = if found.iter().all(String::is_empty) {
                "空白".to_owned()
            } else {
                shorten(&found.join(","))
            };
            Message::new(format!(
                "第一行不是可识别的表头（读到：{found}），缺少：{}",
                lacking.join("、")
            ))
            .help(match separator {
                Some(mark) => format!("列之间用的是“{}”，请改用半角逗号", mark.escape_default()),
                None => "表头应为：年份,地区,指标,数值,分子,分母,备注".to_owned(),
            })
        }
        S::Binary { what } => match what {
            Binary::Known(Container::Zip) => {
                Message::new("这是压缩文件或工作簿（.xlsx、.ods），不是 CSV")
            }
            Binary::Known(Container::Ole) => Message::new("这是旧式工作簿（.xls），不是 CSV"),
            Binary::Known(Container::Pdf) => Message::new("这是 PDF，不是 CSV"),
            Binary::Known(Container::Gzip) => Message::new("这是 gzip 压缩文件，不是 CSV"),
            Binary::Unknown => Message::new("这是二进制文件，不是 CSV"),
        }
        .help("请在电子表格软件中另存为“CSV UTF-8（逗号分隔）”"),
        S::Undecodable { encoding, offset, other } => {
            let other = other.map_or(String::new(), |(name, offset)| {
                format!("；也不是 {name}，第 {} 字节起无法解读", offset + 1)
            });
            Message::new(format!("不是 {encoding} 编码：第 {} 字节起无法解读{other}", offset + 1))
                .help(
                    "请在电子表格软件中另存为“CSV UTF-8（逗号分隔）”，或用 --encoding 指明编码；\
                     该文件的行均未采用",
                )
        }
        S::UnclosedQuote => Message::new("引号没有配对，其后的内容都读不出")
            .help("请补上右引号；单元格中的引号要写成两个"),
        S::DuplicateColumn { name } => {
            Message::new(format!("“{name}”这一列出现了两次")).help("请只保留一列")
        }
        S::UnknownColumn { name } => Message::new(format!("不认识“{name}”这一列，未采用"))
            .help("可用的列：年份、地区、指标、数值、分子、分母、累计、备注"),
        S::CellCount { expected, found } => {
            Message::new(format!("这一行有 {found} 格，表头有 {expected} 格"))
                .help("请检查是否多了或少了逗号；数值中的逗号要连同数值放在引号里")
        }
        S::Nul => Message::new("这一行含有空字符（NUL）").help("请重新保存文件"),
        S::UnknownRegion { name, nearest } => {
            let message = Message::new(match name.is_empty() {
                true => "地区没有填".to_owned(),
                false => format!("规划中没有“{}”这个地区", shorten(name)),
            });
            message.help(
                meant(nearest.as_ref()).unwrap_or_else(|| "请用规划中的地区名称或代码".into()),
            )
        }
        S::AmbiguousRegion { name } => {
            Message::new(format!("叫“{name}”的地区不止一个")).help("请改用地区代码")
        }
        S::UnknownIndicator { name, nearest } => {
            let message = Message::new(match name.is_empty() {
                true => "指标没有填".to_owned(),
                false => format!("规划中没有“{}”这个指标", shorten(name)),
            });
            message.help(
                meant(nearest.as_ref()).unwrap_or_else(|| {
                    "请用指标的名称、序号或 id；dabiao plan show 列出全部".into()
                }),
            )
        }
        S::BadYear { text } => {
            Message::new(format!("“{}”不是年份", shorten(text))).help("年份写四位数字，如 2023")
        }
        S::NoYear => Message::new("不知道是哪一年的数据")
            .help("请填写年份列，或在文件名中写年份（如 2023.csv），或用 --year 指定"),
        S::YearConflict { column, other, source } => {
            let source = match source {
                YearSource::FileName => "文件名",
                YearSource::Flag => "--year",
            };
            Message::new(format!("年份列写的是 {column}，{source}却是 {other}"))
                .help("请改正其中之一；该行未采用")
        }
        S::NameAgainstFlag { name, flag } => {
            Message::new(format!("文件名中的年份是 {name}，--year 却是 {flag}"))
                .help("请改正其中之一；该文件未采用")
        }
        S::YearBeforePlan { year, baseline } => {
            Message::new(format!("{year} 年早于规划的基期 {baseline} 年"))
                .help("未采用；请改正年份")
        }
        S::NotANumber { text, field } => {
            Message::new(format!("{}“{}”不是数", number_field(*field), shorten(text)))
                .help("请只填数；没有数值时留空或填“无数据”")
        }
        S::TooLong { text, most } => {
            Message::new(format!("“{}”位数太多", shorten(text))).help(format!("最多 {most} 位数字"))
        }
        S::Negative { text } => Message::new(format!("{text} 小于 0，不可能")),
        S::Above100 { value } => Message::new(format!("{value} 超过 100%，不可能"))
            .help("覆盖率、比例不会超过 100%；请核对分子和分母"),
        S::PercentSign { text, unit } if unit.is_empty() => {
            Message::new(format!("分子、分母是个数，不应有百分号：{text}"))
        }
        S::PercentSign { text, unit } => {
            Message::new(format!("单位是“{unit}”，不应有百分号：{text}"))
        }
        S::Fraction { text, percent, counted } => {
            let or = if *counted { "，或填写分子和分母" } else { "" };
            Message::new(format!("{text} 是 {percent}% 还是 {text}%？无法断定"))
                .help(format!("请写成 {percent}% 或 {text}%{or}"))
        }
        S::NumeratorAbove { numerator, denominator } => {
            Message::new(format!("分子 {numerator} 大于分母 {denominator}")).help("请核对是否填反")
        }
        S::HalfCounts { missing } => {
            Message::new(format!("只填了一半：缺{}", number_field(*missing)))
                .help("分子和分母要么都填，要么都不填")
        }
        S::RatioMismatch { sent, computed, counts: (numerator, denominator) } => {
            Message::new(format!("数值 {sent} 与 {numerator}/{denominator} = {computed}% 不符"))
                .help("请改正数值、分子或分母；也可不填数值，由分子分母计算")
        }
        S::RateWithoutBase { sent } => Message::new(format!("分母为 0，却填了数值 {sent}"))
            .help("分母为 0 即“不适用”：请把数值留空，或改正分母"),
        S::StrayQuote { first, last } => Message::new(if first == last {
            "引号的位置不对，这一行未采用".to_owned()
        } else {
            format!("引号的位置不对：第 {first} 行到第 {last} 行被连成一行，均未采用")
        })
        .help("引号只能括住整个单元格；单元格中的引号要写成两个"),
        S::RecordTooLong { most } => {
            Message::new(format!("这一行超过 {most} MiB，从这里起都没有读"))
                .help("多半是引号没有配对，或者文件没有换行；请检查后重新保存")
        }
        S::CountsUnused { unit } if unit.is_empty() => {
            Message::new("该指标只问是否完成，分子和分母未采用")
        }
        S::CountsUnused { unit } => {
            Message::new(format!("该指标的单位是“{unit}”，分子和分母未采用"))
        }
        S::TotalUnused => Message::new("该指标不逐年累计，“累计”未采用"),
        S::NotDone { text } => {
            Message::new(format!("“{}”不是“是”或“否”，也不是日期", shorten(text)))
                .help("请填“是”、“否”，或完成的日期，如 2023-06-30、2023年6月30日")
        }
        S::NotApplicableUnexplained => {
            Message::new("填了“不适用”，没有说明理由").help("请在备注列说明理由")
        }
        S::NotApplicableWithCounts => {
            Message::new("填了“不适用”，又填了分子或分母").help("请只留其一")
        }
        S::Duplicate { region, indicator, year } => {
            Message::new(format!("重复报送：{region} {year} 年“{indicator}”"))
                .help("请只保留一行；重复的各行均未采用")
        }
        S::MoreFindings { unseen } => {
            Message::new(format!("另有 {unseen} 处问题未列出")).help("改正后请再次检查")
        }
    }
}

pub(in crate::render::text) fn judgement(problem: &JudgementProblem) -> Message {
    use JudgementProblem as J;
    match problem {
        J::NothingJudged => Message::new("没有作出任何判定")
            .help("没有数据不等于达标；请检查文件以及 --region、--indicator、--attribute"),
        J::NoReference { indicator, region, year, reference } => {
            Message::new(format!("{region} {year} 年“{indicator}”无从判定：缺少“{reference}”"))
                .help(format!("请为该地区该年补报一行“{reference}”"))
        }
        J::NoBaseline { indicator, region, baseline_year, is_zero: true } => Message::new(format!(
            "{region}“{indicator}”无从判定：{baseline_year} 年的数值是 0，没有倍数和百分比可言"
        ))
        .help("请核对基期的数值"),
        J::NoBaseline { indicator, region, baseline_year, is_zero: false } => Message::new(format!(
            "{region}“{indicator}”无从判定：目标要与 {baseline_year} 年比较，而没有该年的数值"
        ))
        .help(format!("请用 --history 给出 {baseline_year} 年的报送文件")),
        J::SumGap { indicator, region, year, gap } => {
            let years: Vec<String> = gap.iter().map(ToString::to_string).collect();
            Message::new(format!(
                "{region} {year} 年“{indicator}”无从累计：缺 {} 年的数值，不按 0 计",
                years.join("、")
            ))
            .help("请用 --history 给出这些年份的文件，或在“累计”列填报规划期以来的累计数")
        }
        J::TotalDisagrees { indicator, region, year, sent, computed, is_partial } => {
            let known = if *is_partial { "已知的各年相加已有" } else { "各年相加是" };
            Message::new(format!(
                "{region} {year} 年“{indicator}”：报送的累计是 {sent}，{known} {computed}"
            ))
            .help("请核对累计数和各年数值，改正后重报；在此之前该行无效")
        }
        J::TotalTooLarge { indicator, region } => {
            Message::new(format!("{region}“{indicator}”的累计位数太多")).help("请核对各年数值")
        }
        J::GrowthDisagrees { indicator, region, year, sent, levels } => Message::new(format!(
            "{region} {year} 年“{indicator}”：报送的年均增长是 {sent}%，而水平值从 {} 到 {} 不是这个速度",
            levels.0, levels.1
        ))
        .help("按报送的增长率判定；请核对两者"),
        J::GrowthIndexed { indicator, year, baseline_year, regions } => Message::new(format!(
            "{year} 年“{indicator}”：{}按水平值比较，数值和要求都是以 {baseline_year} 年为 100 的指数",
            regions.join("、")
        )),
        J::Slides { year, slides, more } => {
            let each = slides.iter().map(|slide| {
                let Slide { indicator, region, before, now } = slide;
                format!("“{indicator}”{region} {before} → {now}")
            });
            Message::new(format!(
                "{year} 年虽达标，但不如上年：{}{}",
                each.collect::<Vec<_>>().join("、"),
                and_others(*more)
            ))
        }
        J::ThinHeadroom { year, thin, more } => {
            let each = thin.iter().map(|thin| {
                let Thin { indicator, region, headroom } = thin;
                let left = match headroom {
                    Headroom::Count { left, unit } => format!("{left}{unit}"),
                    Headroom::Points(points) => format!("{points} 百分点"),
                };
                format!("“{indicator}”{region} {left}")
            });
            Message::new(format!(
                "{year} 年虽达标，但余量极小：{}{}",
                each.collect::<Vec<_>>().join("、"),
                and_others(*more)
            ))
        }
        J::WordsOnly { indicator, rows } => Message::new(format!(
            "“{indicator}”只有文字要求，不作判定；报送的 {rows} 行未采用"
        )),
        J::WaiverExpired { indicator, region, year, expires } => Message::new(format!(
            "{region} {year} 年“{indicator}”的豁免到 {expires} 为止，已经失效，按未达到要求计"
        ))
        .help("如需继续豁免，请重新批准并改写 expires"),
        J::WaiverUnused { indicator, region, year } => Message::new(format!(
            "{region} {year} 年“{indicator}”并没有未达到要求的判定，豁免没有用上"
        ))
        .help("请核对指标、地区和年份；不再需要的豁免请删去"),
        J::WaiversElsewhere { years, count } => {
            let years: Vec<String> = years.iter().map(ToString::to_string).collect();
            Message::new(format!(
                "{count} 条豁免是 {} 年的，不在本次检查之列，没有用上",
                years.join("、")
            ))
        }
        J::YearInBoth { year } => Message::new(format!(
            "{year} 年既在报送数据中，又在 --history 中；以报送数据为准"
        ))
        .help("请从其中一处去掉这一年"),
        J::HistoryAfter { year, last } => Message::new(format!(
            "--history 中有 {year} 年，晚于所检查的 {last} 年，未采用"
        ))
        .help("--history 只用于以前年度"),
        J::NoRollUp { indicators, year, reason, own, city } => {
            let why = match reason {
                NoRollUp::Growth => "增长率不能相加".to_owned(),
                NoRollUp::ByRule => "规则写明不汇总".to_owned(),
                NoRollUp::NoCounts { counties } => {
                    format!("{}只报了比率，没有分子和分母", counties.join("、"))
                }
                NoRollUp::Incomplete { counties } => {
                    format!("{}没有可用的数值", counties.join("、"))
                }
                NoRollUp::TooLarge => "合计的位数太多".to_owned(),
            };
            let then = if *own { format!("按{city}自己报送的数值判定") } else { format!("{city}不作判定") };
            Message::new(format!("{year} 年“{}”不能汇总：{why}；{then}", indicators.join("”“")))
        }
        J::CityDisagrees { indicator, year, city, sent, computed } => Message::new(format!(
            "{year} 年“{indicator}”：{city}报送 {sent}，下属地区汇总为 {computed}"
        ))
        .help("按汇总判定；请核对两者"),
        J::CityDisagreesDone { indicator, year, city, sent } => {
            let (said, parts) =
                if *sent { ("完成", "未完成") } else { ("未完成", "完成") };
            Message::new(format!(
                "{year} 年“{indicator}”：{city}报送{said}，下属地区汇总为{parts}"
            ))
            .help("按汇总判定；请核对两者")
        }
        J::WaiverDouble { indicator, region, year } => Message::new(format!(
            "{region} {year} 年“{indicator}”另有一条豁免，这一条没有用上"
        ))
        .help("同一判定只留一条豁免"),
        J::YearAfterPlan { year, target } => {
            Message::new(format!("{year} 年在规划的目标年 {target} 年之后，仍对照目标值判定"))
                .help("如果年份写错了，请改正")
        }
        J::RoundingTurns { indicator, region, year, sent, exact } => Message::new(format!(
            "{region} {year} 年“{indicator}”按 {exact} 判定；四舍五入的 {sent} 会改变结论"
        )),
        J::OutOfScope { indicator, region } => {
            Message::new(format!("“{indicator}”不判定{region}，该行未采用"))
        }
    }
}

pub(in crate::render::text) fn lint(problem: &LintProblem) -> Message {
    use LintProblem as L;
    let demand = |demand| numbers::demand(demand, Lang::Zh);
    match problem {
        L::KeptNotHeld { target, baseline, unit } => Message::new(format!(
            "要求是{}，而基期值 {} 还没有达到",
            demand(target),
            numbers::with_unit(&baseline.to_string(), unit)
        ))
        .help("请核对原文；如果原文如此，用 allow 写明"),
        L::Contradiction { year, here, there } => Message::new(format!(
            "同一指标两处要求互相矛盾：{year} 年{} 与 {}",
            demand(here),
            demand(there)
        ))
        .help("没有数值能同时满足两者；请核对原文"),
        L::Differs { here, there } => Message::new(format!(
            "同一指标两处要求不一样：{} 与 {}",
            demand(here),
            demand(there)
        ))
        .help("请核对原文；如果原文如此，用 allow 写明"),
        L::SmallCounts { target, baseline, denominator } => Message::new(format!(
            "基期值 {baseline}% 像是出自分母 {denominator}；若是，{} 就等于要求全部 {denominator} 个",
            demand(target)
        ))
        .help("请确认这是本意；如果是，用 allow 写明"),
        L::PaceOfFew { target, first } => Message::new(format!(
            "{} 按直线推进，第一年就要 {}，即至少 1",
            demand(target),
            numbers::bound(first)
        ))
        .help("数目小的累计目标可写 pace = \"at-end\"，目标年才到期"),
        L::WrongWay { name, target } => Message::new(format!(
            "“{name}”说的是下降，而要求是上升：{}",
            demand(target)
        ))
        .help("下降写成 operator = \"≤\"，threshold 用负数，如 -13.5"),
        L::UnusedReference { id } => {
            Message::new(format!("没有指标用到参照数列“{id}”")).help("请删去，或在指标中引用")
        }
        L::UnusedRegion { name } => {
            Message::new(format!("没有指标判定“{name}”")).help("请删去，或核对指标的 scope")
        }
        L::DuplicateAlias { alias } => {
            Message::new(format!("别名“{alias}”重复")).help("名称、序号、id 和别名各写一次即可")
        }
        L::SumOfAverages { name } => Message::new(format!(
            "“{name}”像是平均数或比率，而汇总值是各县（区）数值之和"
        ))
        .help("请写 roll-up = \"none\"，由上级地区自己报送；如果加总是对的，用 allow 写明"),
        L::NoCite => Message::new("没有写明出处").help("请用 cite 写明在原文何处"),
        L::NoCounts { lacking } => Message::new(format!("没有写明 {}", lacking.join("、")))
            .help("百分比应写明分子、分母的口径"),
        L::UnusedAllow { code } => {
            Message::new(format!("这里没有“{code}”可以容许")).help("请删去这条 allow")
        }
    }
}

pub(in crate::render::text) fn run(problem: &RunProblem) -> Message {
    use RunProblem as R;
    match problem {
        R::NoSuchFile { path } => {
            Message::new(format!("没有这个文件：{path}")).help("请检查路径和当前目录")
        }
        R::IsDirectory { path } => {
            Message::new(format!("这是目录，不是文件：{path}")).help("请给出目录中的 CSV 文件")
        }
        R::Unreadable { path, reason } => Message::new(format!("读不出 {path}：{reason}")),
        R::Unwritable { path, reason } => Message::new(format!("写不进 {path}：{reason}")),
        R::NoFolder { path } => Message::new(format!("写不进 {path}：没有它所在的目录"))
            .help("请先建好目录，或改写路径"),
        R::NoRuleFiles { path } => Message::new(format!("目录中没有规则文件（*.toml）：{path}")),
        R::NoSubmissions { path } => Message::new(format!("目录里没有 CSV 文件（*.csv）：{path}"))
            .help("只看该目录本身，不看下级目录；请核对路径"),
        R::NothingGiven => Message::new("没有给出任何报送文件")
            .help("请写出各年的文件或它们所在的目录，如 dabiao trend data，或用 --history 指定"),
        R::SameFileTwice { path } => {
            Message::new(format!("同一个文件给了两次：{path}")).help("每个文件只给一次")
        }
        R::AlreadyThere { path } => Message::new(format!("已有这个文件，没有覆盖：{path}"))
            .help("请换一个文件名；若不要原来的文件，请先移走"),
        R::TableNotText { path } => Message::new(format!("不是文本：{path}"))
            .help("请在电子表格软件中另存为“CSV UTF-8”，或把表复制、粘贴到文本文件"),
        R::TableEmpty { path } => Message::new(format!("表里没有数据行：{path}")),
        R::TableWithoutHeader { path, first } => {
            let first = shorten(first);
            Message::new(format!("{path} 中没有可识别的表头（第一行读到：{first}）")).help(
                "表头要有“指标”一列和“目标值”（或“2025年”）一列；列之间用逗号、制表符或 | 分开",
            )
        }
        R::UnknownRegion { name, nearest } => {
            let message = Message::new(format!("规划中没有“{name}”这个地区"));
            message.help(
                meant(nearest.as_ref()).unwrap_or_else(|| "请用规划中的地区名称或代码".into()),
            )
        }
        R::UnknownIndicator { name, nearest } => {
            let message = Message::new(format!("规划中没有“{name}”这个指标"));
            message.help(
                meant(nearest.as_ref()).unwrap_or_else(|| {
                    "请用指标的名称、序号或 id；dabiao plan show 列出全部".into()
                }),
            )
        }
    }
}
