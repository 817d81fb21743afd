//! 中文.

use super::{Ahead, Concluded, Now, TrendWords};
use crate::report::{Exit, Unforetold};
use crate::term::{Against, Year};

pub(super) const WORDS: TrendWords = TrendWords {
    trend: "走势",
    required: "要求",
    so_far: "年均\n增减",
    needed: "尚需\n年均",
    projection: "预测",
    warning: "预警",
    missed: "难达标",
    too_slow: "进度慢",
    at_the_end: "；清单在最后",
    no_warnings: "没有预警：现在没有落后的，能作预计的到期都能达到目标。",
    no_number: "目标不是一个定数，不计所需进度，不作外推（—）",
    legend: &[
        "✗ 未达到当年要求；+ - 比上年增减（百分数以百分点计）；· 缺数值的年份；— 没有",
        "年均增减：首年至最近年；尚需年均：至目标年；预测：线性外推（最小二乘，三年以上）",
    ],
    limited: "* 外推超出指标可能的界限（百分数为 0 至 100），按界限计",
    few_counted: "基数小",
    holds: "已达标",
    unforetold: "不外推：基数小，分母不足 20；已达标，目标已经达到，外推只会背离目标",
    clause: "；",
    end: "。",
};

pub(super) fn headline(title: &str, span: &str, against: Against) -> String {
    match against {
        Against::Requirement => format!("{title}　{span} 年走势　对照年度要求"),
        Against::Target => format!("{title}　{span} 年走势　对照目标值"),
    }
}

pub(super) fn warnings(total: usize, kinds: &[String]) -> String {
    format!("预警 {total} 项（{}）：已落后，或预计到期达不到目标", kinds.join("、"))
}

pub(super) fn conclusion(of: Concluded) -> String {
    let (code, series, warnings) = (of.exit.code(), of.series, of.warnings);
    if of.is_empty {
        return format!("结论：没有可看走势的数值（退出码 {code}）");
    }
    let faulty =
        if of.exit == Exit::Passed { "" } else { "；但数据中有错误，可能不全" };
    format!("结论：走势 {series} 项，预警 {warnings} 项{faulty}（退出码 {code}）")
}

pub(super) fn subject(region: &str, indicator: &str, attribute: &str) -> String {
    format!("{region} {indicator}（{attribute}）：")
}

pub(super) fn now(now: Now<'_>) -> String {
    let Now { year, value, .. } = now;
    let verdict = now.verdict.map_or(String::new(), |verdict| format!("，{verdict}"));
    let short_of = now.short_of.map_or(String::new(), |demand| format!("（当年要求 {demand}）"));
    format!("{year} 年 {value}{verdict}{short_of}")
}

pub(super) fn ahead(ahead: Ahead<'_>, year: Year, target: &str) -> String {
    match ahead {
        Ahead::Projected { value, limited, holds } => {
            let limited = if limited { "（超出界限，按界限计）" } else { "" };
            let verdict = if holds { "可达到目标" } else { "达不到目标" };
            format!("线性外推（预测）{year} 年 {value}{limited}，{verdict} {target}")
        }
        Ahead::Pace { so_far, needed } => {
            format!("年均 {so_far}，{year} 年要达到目标 {target}，尚需年均 {needed}")
        }
        Ahead::Unforetold(Unforetold::FewCounted) => {
            format!("{year} 年目标 {target}；分母不足 20，不作外推")
        }
        Ahead::Unforetold(Unforetold::Holds) => {
            format!("{year} 年目标 {target} 已经达到，不外推下滑")
        }
        Ahead::Due => format!("{year} 年目标 {target} 已到期"),
        Ahead::NoNumber => format!("目标 {target} 不是定数，不作外推"),
        Ahead::TooFew => format!("{year} 年目标 {target}；数值不足三年，不作外推"),
    }
}
