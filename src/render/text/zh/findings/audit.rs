//! 中文: what audits say.

use super::submission::number_field;
use crate::diagnostic::{
    AuditFinding, AuditProblem, AuditStatus, CellName, ChangeMeasure, Growth, Proportion,
};
use crate::render::text::{Message, remarked};

pub(in crate::render::text) fn message(found: &AuditFinding) -> Message {
    let title = title(&found.problem);
    let check = check(&found.problem);
    match &found.status {
        AuditStatus::Hard => {
            Message::new(title).help(format!("{check}；改正后重报，在此之前该行无效"))
        }
        AuditStatus::Open => {
            Message::new(title).help(format!("{check}；属实的，请在该行备注中说明"))
        }
        AuditStatus::Explained { remark } => {
            Message::new(format!("{title}；备注说明：{}", remarked(remark)))
        }
    }
}

fn name(cell: &CellName) -> String {
    format!("{} {} 年“{}”", cell.region, cell.year, cell.indicator)
}

fn title(problem: &AuditProblem) -> String {
    use AuditProblem as A;
    match problem {
        A::FractionOfAPerson { cell, field, text, unit } => {
            format!("{}的{} {text} 不是整数，而单位是“{unit}”", name(cell), number_field(*field))
        }
        A::SumFalls { cell, before, now } => {
            format!("{}的累计 {now} 少于上年的 {before}，累计只增不减", name(cell))
        }
        A::CityDisagrees { indicator, year, city, sent, computed } => {
            format!("{year} 年“{indicator}”：{city}报送 {sent}，下属地区汇总为 {computed}")
        }
        A::CityDisagreesDone { indicator, year, city, sent } => {
            let (said, parts) =
                if *sent { ("完成", "未完成") } else { ("未完成", "完成") };
            format!("{year} 年“{indicator}”：{city}报送{said}，下属地区汇总为{parts}")
        }
        A::ChangeSinceLastYear { cell, before, now, change, bound, measured } => {
            let (change, bound) = match measured {
                ChangeMeasure::Points => {
                    (format!("{change} 个百分点"), format!("{bound} 个百分点"))
                }
                ChangeMeasure::Percent => (format!("{change}%"), format!("{bound}%")),
            };
            format!("{}由上年的 {before} 变为 {now}，相差 {change}，超过 {bound}", name(cell))
        }
        A::SameAsLastYear { cell, figures } => {
            format!("{}与上年完全相同：{figures}", name(cell))
        }
        A::BaselineOfTheParent { cell, city, baseline, baseline_year } => {
            format!("{}的 {baseline} 正是{city} {baseline_year} 年的基期值", name(cell))
        }
        A::DenominatorsDiffer { region, year, denominator, figures } => {
            let figures =
                figures.iter().map(|(figure, names)| format!("{figure}（{}）", names.join("、")));
            let figures: Vec<String> = figures.collect();
            format!("{region} {year} 年“{denominator}”各处不一：{}", figures.join("；"))
        }
        A::RoundFigures { cell, numerator, denominator } => {
            format!("{}的分子 {numerator}、分母 {denominator} 都是整百数", name(cell))
        }
        A::JumpOfScale { cell, field, before, now, unit } => format!(
            "{}的{}由上年的 {before}{unit} 变为 {now}{unit}，相差千倍以上",
            name(cell),
            number_field(*field)
        ),
        A::ImplausibleGrowth { cell, sent, bound, likely } => match likely {
            Growth::Beyond => format!("{}的 {sent} 超过增长率的界限 ±{bound}", name(cell)),
            Growth::Index(growth) => {
                format!("{}的 {sent} 像是以上年为 100 的指数，增长率则是 {growth}", name(cell))
            }
            Growth::Fraction(growth) => {
                format!("{}的 {sent} 像是没有乘 100 的小数，增长率则是 {growth}", name(cell))
            }
        },
        A::OutOfScale { cell, field, now, beside } => {
            let beside = match beside {
                Proportion::Baseline(number) => format!("规划的基期值是 {number}"),
                Proportion::Target(number) => format!("规划的目标值是 {number}"),
                Proportion::Others(number) => format!("其他地区多是 {number} 这一级的数"),
            };
            format!("{}的{} {now} 与规模不符：{beside}", name(cell), number_field(*field))
        }
    }
}

/// What to look at.
fn check(problem: &AuditProblem) -> &'static str {
    use AuditProblem as A;
    match problem {
        A::FractionOfAPerson { .. } => "请核对是否填错了列，或把万人、万元当成了个数",
        A::SumFalls { .. } => "请核对本年和上年的累计数",
        A::CityDisagrees { .. } | A::CityDisagreesDone { .. } => "按汇总判定；请核对两者",
        A::ChangeSinceLastYear { .. } => "请与上年的数对照核实",
        A::SameAsLastYear { .. } => "请核实是否照抄了上年的数",
        A::BaselineOfTheParent { .. } => "请核实是否照抄了全市的数",
        A::DenominatorsDiffer { .. } => "按规划这是同一个数；请核对哪一个对",
        A::RoundFigures { .. } => "请核实是否为估计数",
        A::JumpOfScale { .. } => "请核对单位，是否把万人写成了人，或相反",
        A::ImplausibleGrowth { .. } => "请核对是否填成了指数、小数，或多点了百分号",
        A::OutOfScale { .. } => "请核对单位，是否把万人写成了人，或相反",
    }
}
