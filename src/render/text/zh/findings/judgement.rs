//! 中文: what findings found while judging say.

use crate::diagnostic::{
    Doubt, Headroom, JudgementProblem, NoRollUp, Outside, Rounded, Slide, Thin,
};
use crate::render::text::{Lang, Message, NAMED, names, region_names};

/// How many there are besides those that are named.
fn and_others(all: usize) -> String {
    match all.saturating_sub(NAMED) {
        0 => String::new(),
        more => format!("，另有 {more} 项"),
    }
}

/// The first of several regions, and how many they are.
fn some(named: &[String], all: usize) -> String {
    let names = named.join("、");
    if all > named.len() { format!("{names}等 {all} 个地区") } else { names }
}

fn outside(outside: &Outside) -> Message {
    let Outside { failed, incomplete, errors, warnings } = *outside;
    let parts = [
        (failed, "项未达到要求"),
        (incomplete, "项不能判定"),
        (errors, "处错误"),
        (warnings, "处警告"),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, what)| format!("{count} {what}")).collect();
    Message::new(format!("所问范围之外另有 {}，未列出，也不计入退出码", parts.join("、")))
}

pub(in crate::render::text) fn message(problem: &JudgementProblem) -> Message {
    use JudgementProblem as J;
    match problem {
        J::NothingJudged => Message::new("没有作出任何判定")
            .help("没有数据不等于达标；请检查文件以及 --region、--indicator、--attribute"),
        J::Outside(other) => outside(other),
        J::NoReference { indicator, region, year, reference } => {
            Message::new(format!("{region} {year} 年“{indicator}”无从判定：缺少“{reference}”"))
                .help(format!("请为该地区该年补报一行“{reference}”"))
        }
        J::NoBaseline { indicator, region, baseline_year, is_zero: true } => Message::new(format!(
            "{region}“{indicator}”无从判定：{baseline_year} 年的数值是 0，没有倍数可言"
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
            region_names(regions).join("、")
        )),
        J::Slides { year, slides } => {
            let each = slides.iter().take(NAMED).map(|slide| {
                let Slide { indicator, region, before, now } = slide;
                let (indicator, region) = (&indicator.name, &region.name);
                format!("“{indicator}”{region} {before} → {now}")
            });
            Message::new(format!(
                "{year} 年虽达标，但不如上年：{}{}",
                each.collect::<Vec<_>>().join("、"),
                and_others(slides.len())
            ))
        }
        J::ThinHeadroom { year, thin } => {
            let each = thin.iter().take(NAMED).map(|thin| {
                let Thin { indicator, region, headroom } = thin;
                let (indicator, region) = (&indicator.name, &region.name);
                let left = match headroom {
                    Headroom::Count { left, unit } => format!("{left}{unit}"),
                    Headroom::Points(points) => format!("{points} 百分点"),
                };
                format!("“{indicator}”{region} {left}")
            });
            Message::new(format!(
                "{year} 年虽达标，但余量极小：{}{}",
                each.collect::<Vec<_>>().join("、"),
                and_others(thin.len())
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
        J::YearsBefore { years, first } => {
            let years: Vec<String> = years.iter().map(ToString::to_string).collect();
            Message::new(format!(
                "{} 年在规划第一年 {first} 年之前，作为历史数据，不作判定",
                years.join("、")
            ))
        }
        J::HistoryAfter { year, last } => Message::new(format!(
            "--history 中有 {year} 年，晚于所检查的 {last} 年，未采用"
        ))
        .help("--history 只用于以前年度"),
        J::NoRollUp { indicators, year, reason, own, city } => {
            let why = match reason {
                NoRollUp::Growth => "增长率不能相加".to_owned(),
                NoRollUp::ByRule => "规则写明不汇总".to_owned(),
                NoRollUp::NoCounts { counties, all } => {
                    format!("{}只报了比率，没有分子和分母", some(counties, *all))
                }
                NoRollUp::Incomplete { counties, all } => {
                    format!("{}没有可用的数值", some(counties, *all))
                }
                NoRollUp::TooLarge => "合计的位数太多".to_owned(),
                NoRollUp::CityAlone => "只对全市判定，各县的不用".to_owned(),
            };
            let then = if *own { format!("按{city}自己报送的数值判定") } else { format!("{city}须自己报送一行，否则缺报") };
            Message::new(format!("{year} 年“{}”不能汇总：{why}；{then}", names(indicators).join("”“")))
        }
        J::WaiverDouble { indicator, region, year } => Message::new(format!(
            "{region} {year} 年“{indicator}”另有一条豁免，这一条没有用上"
        ))
        .help("同一判定只留一条豁免"),
        J::TooManyVerdicts { regions, indicators, years, most } => Message::new(format!(
            "{years} 年 × {indicators} 项指标 × {regions} 个地区，判定超过 {most} 项，没有判定"
        ))
        .help("请核对年份，或逐年检查"),
        J::YearAfterPlan { year, target } => {
            Message::new(format!("{year} 年在规划的目标年 {target} 年之后，仍对照目标值判定"))
                .help("如果年份写错了，请改正")
        }
        J::RoundingTurns { indicator, region, year, sent, exact } => Message::new(format!(
            "{region} {year} 年“{indicator}”按 {exact} 判定；四舍五入的 {sent} 会改变结论"
        )),
        J::RoundingDoubts { indicator, region, year, sent, doubts, outcome, other } => {
            let doubts = doubts.iter().map(|doubt| {
                let Doubt { of, low, high } = doubt;
                let of = match of {
                    Rounded::Value => format!("{sent} 只准到末位，真值在"),
                    Rounded::Baseline => "基期值只准到末位，真值在".to_owned(),
                    Rounded::Reference => "参照值只准到末位，真值在".to_owned(),
                };
                format!("{of} {low} 至 {high} 之间")
            });
            Message::new(format!(
                "{region} {year} 年“{indicator}”判为{}，也可能是{}：{}",
                Lang::Zh.outcome(*outcome),
                Lang::Zh.outcome(*other),
                doubts.collect::<Vec<_>>().join("；")
            ))
            .help("请填报分子、分母，或多报几位数字")
        }
        J::OutOfScope { indicator, region } => {
            Message::new(format!("“{indicator}”不判定{region}，该行未采用"))
        }
    }
}
