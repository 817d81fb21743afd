//! 中文.

use super::{Lang, Words};
use crate::diagnostic::Level;
use crate::report::{AuditTally, Conclusion, TaskCounts};
use crate::term::{Against, Attribute, BaselineSource, Basis, Comparison, Outcome};

pub(super) const WORDS: Words = Words {
    number: "序号",
    indicator: "指标",
    attribute: "属性",
    requirement: "年度要求",
    target: "目标",
    region: "地区",
    year: "年份",
    value: "数值",
    counts: "分子/分母",
    verdict: "判定",
    margin: "差距",
    in_people: "折合",
    citation: "出处",
    place: "位置",
    baseline: "基期值",
    remark: "备注",
    shortfalls: "未达到要求",
    no_shortfalls: "没有未达到要求的指标。",
    incomplete: "未能判定",
    nothing: "没有可判定的数据。",
    total: "合计",
    rule_here: "依据的规则",
    rule_meant: "可能所指的规则",
    own_baseline: "本地基期",
    own_baselines: "年度要求自本地区基期值起算（其余自规划基期值起算）",
    also_here: "另见",
    error: "错误",
    warning: "警告",
    note: "说明",
    help: "办法",
    rule: "规则",
    formula: "公式",
    path: "逐年要求",
    numerator: "分子",
    denominator: "分母",
    none_due: "未到期",
    by_baseline: "以基期值为准",
    roll_up: "各县（区）汇总",
    separator: "、",
    colon: "：",
    unstated: "未写明",
    regions_judged: "地区数",
    done: "完成",
    not_done: "未完成",
    this_year: "本年",
    waived: "豁免",
    reason: "理由",
    approved_by: "批准",
    expires: "有效至",
    item: "项目",
    demand: "目标要求",
    same_as: "同指标",
    meant_so: "已写明原因，予以容许",
    weight: "轻重",
    meaning: "含义",
    example: "例",
    switch: "开关",
};

pub(super) fn short_outcome(of: Outcome) -> &'static str {
    match of {
        Outcome::OnPace => "达进度",
        _ => Lang::Zh.outcome(of),
    }
}

pub(super) fn attribute(attribute: Attribute) -> &'static str {
    match attribute {
        Attribute::Binding => "约束性",
        Attribute::Anticipatory => "预期性",
        Attribute::Task => "任务",
    }
}

pub(super) fn short_attribute(attribute: Attribute) -> &'static str {
    match attribute {
        Attribute::Binding => "约束",
        Attribute::Anticipatory => "预期",
        Attribute::Task => "任务",
    }
}

pub(super) fn basis(basis: Basis, baseline: Option<BaselineSource>) -> &'static str {
    match (basis, baseline) {
        (Basis::Target, _) => "目标值",
        (Basis::Pace, Some(BaselineSource::History)) => "序时进度（自本地区基期值起）",
        (Basis::Pace, Some(BaselineSource::Plan)) => "序时进度（自规划基期值起）",
        (Basis::Pace, None) => "序时进度（自零起累计）",
        (Basis::Milestone, _) => "规划写明的年度值",
        (Basis::Kept, Some(BaselineSource::History)) => "本地区基期已达目标，须保持",
        (Basis::Kept, Some(BaselineSource::Plan)) => "基期已达目标，须保持",
        (Basis::Kept, None) => "每年都须达到",
        (Basis::Reference, _) => "同地区同年的参照数列",
    }
}

pub(super) fn conclusion(conclusion: Conclusion) -> &'static str {
    match conclusion {
        Conclusion::AllPassed => "结论：数据完整，全部达到要求（退出码 0）",
        Conclusion::Waived => "结论：数据完整，未达到要求的都已豁免（退出码 0）",
        Conclusion::NothingDue => "结论：数据完整，没有到期的要求（退出码 0）",
        Conclusion::NotCovered => {
            "结论：数据完整；未达到要求的指标不在 --fail-on 范围内（退出码 0）"
        }
        Conclusion::Failed => "结论：数据完整，有指标未达到要求（退出码 1）",
        Conclusion::Unusable => "结论：未作判定（退出码 2）",
        Conclusion::Incomplete => "结论：报送数据未能全部判定（退出码 3）",
        Conclusion::ErrorsElsewhere => "结论：所列各项已判定，但报送数据中另有错误（退出码 3）",
    }
}

pub(super) fn headline(title: &str, year: u16, against: Against) -> String {
    match against {
        Against::Requirement => format!("{title}　{year} 年　对照年度要求"),
        Against::Target => format!("{title}　{year} 年　对照目标值"),
    }
}

pub(super) fn count_margin(count: &str, unit: &str, needs_all: bool) -> String {
    match count.strip_prefix('-') {
        Some(short) if needs_all => format!("差{short}{unit} 须全部"),
        Some(short) => format!("差{short}{unit}"),
        None => format!("余{count}{unit}"),
    }
}

pub(super) fn year_of(year: u16, word: &str) -> String {
    format!("{year} 年{word}")
}

pub(super) fn relative(comparison: Comparison, reference: &str) -> String {
    match comparison {
        Comparison::Above => format!("高于{reference}"),
        Comparison::AtLeast => format!("与{reference}同步（不低于）"),
        Comparison::Below => format!("低于{reference}"),
        Comparison::AtMost => format!("不高于{reference}"),
    }
}

pub(super) fn group(number: Option<&str>, title: &str) -> String {
    match number {
        Some(number) if number.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("专栏 {number}：{title}")
        }
        Some(number) => format!("{number}：{title}"),
        None => title.to_owned(),
    }
}

pub(super) fn task_counts(counts: TaskCounts) -> String {
    let TaskCounts { judged, same, in_words } = counts;
    let all = judged + same + in_words;
    format!("任务 {all} 项：可判定 {judged}、重复别项 {same}、文字要求 {in_words}")
}

pub(super) fn lint_counts(found: usize, allowed: usize, rules: usize) -> String {
    let found =
        if found == 0 { "没有发现问题".to_owned() } else { format!("发现 {found} 处") };
    format!("检查规则 {rules} 条：{found}，容许 {allowed} 处")
}

pub(super) fn level(level: Level) -> &'static str {
    match level {
        Level::Deny => "强制性（默认）：该行无效",
        Level::Warn => "核实性（默认）：须在备注中说明，不影响判定和退出码",
        Level::Allow => "默认不审",
    }
}

pub(super) fn switches(code: &str) -> String {
    format!(
        "--deny {code}（强制性）、--warn {code}（核实性）、--allow {code}（不审）；或写在规划的 [audit] 中"
    )
}

pub(super) fn audits(tally: AuditTally) -> String {
    let AuditTally { hard, open, explained } = tally;
    format!("数据审核：强制性 {hard}、核实性待说明 {open}、核实性已说明 {explained}")
}

pub(super) fn and_more(count: u64) -> String {
    format!("……另有 {count} 条未列出；--format csv 或 json 给出全部。")
}

pub(super) fn drafted(rules: usize, left: usize, asides: usize) -> String {
    let asides = match asides {
        0 => String::new(),
        asides => format!("；小标题和表外文字 {asides} 行，也留作注释"),
    };
    format!("写成规则 {rules} 行；未写成、留作注释 {left} 行{asides}")
}

pub(super) fn tidied(written: u64, left: u64) -> String {
    match left {
        0 => format!("写出 {written} 行"),
        left => format!("写出 {written} 行；不能采用、未写出 {left} 行"),
    }
}

pub(super) fn form_asks(regions: usize, rows: usize) -> String {
    format!("报送表：{regions} 个地区，{rows} 行")
}

pub(super) fn written(path: &str, format: &str) -> String {
    format!("已写入 {path}（{format}）")
}
