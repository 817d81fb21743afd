//! 中文.

use super::CiWords;
use crate::diagnostic::{Problem, Severity};
use crate::render::verdict::Told;
use crate::term::Year;

pub(super) const WORDS: CiWords = CiWords {
    findings: "审核发现",
    not_counted: "未达到要求，但不在 --fail-on 范围内，不计为失败",
    count: "数量",
    clause: "；",
    about: "关于",
};

pub(super) fn verdict(told: Told<'_>) -> String {
    let Told { region, year, indicator, verdict, .. } = told;
    let value = told.value.map_or(String::new(), |value| format!(" {value}，"));
    let clauses = [
        told.requirement.map(|required| format!("年度要求 {required}")),
        told.margin.map(|margin| format!("差距 {margin}")),
        told.reason.map(|reason| format!("理由 {reason}")),
    ];
    let clauses: Vec<String> = clauses.into_iter().flatten().collect();
    let clauses =
        if clauses.is_empty() { String::new() } else { format!("：{}", clauses.join("，")) };
    let cite = told.cite.map_or(String::new(), |cite| format!("（{cite}）"));
    format!("{region} {year} 年“{indicator}”{value}{verdict}{clauses}{cite}")
}

pub(super) fn about(region: Option<&str>, indicators: &[&str], year: Option<Year>) -> String {
    let quoted: String = indicators.iter().map(|name| format!("“{name}”")).collect();
    let year = year.map(|year| format!("{year} 年"));
    let parts = [region.map(str::to_owned), year];
    let whose = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    format!("{whose}{quoted}")
}

pub(super) fn subject(problem: &Problem) -> &'static str {
    match problem {
        Problem::Key(_) | Problem::Target(_) | Problem::Plan(_) => "规划的规则有误",
        Problem::Lint(_) => "规划的规则可能有误",
        Problem::Submission(_) => "报送的数据",
        Problem::Audit(_) => "数据审核",
        Problem::Judgement(_) => "判定时发现",
        Problem::Input(_) | Problem::Output(_) | Problem::Comparison(_) => "文件或参数",
        Problem::More(_) => "同类情况",
    }
}

pub(super) fn weight(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "错误：这一处不能用，报送数据因此不能全部判定",
        Severity::Warning => "警告：请核对；不影响判定和退出码",
        Severity::Note => "说明：供参考；不影响判定和退出码",
    }
}

pub(super) fn errors_found(count: u64) -> String {
    format!("数据中有错误 {count} 处")
}

pub(super) fn unlisted(count: u64) -> String {
    format!("另有 {count} 条未在此列出")
}
