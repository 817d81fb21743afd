//! 中文.

use super::{DiffWords, years};
use crate::report::Exit;
use crate::report::comparison::{Comparison, Side, Turn};
use crate::report::record::Origin;
use crate::term::Against;

pub(super) const WORDS: DiffWords = DiffWords {
    worse: "变差",
    better: "好转",
    aside: "判定变动，不算好转或变差",
    moved: "数值变动，判定未变",
    vanished: "消失（只在旧的一边）",
    appeared: "新增（只在新的一边）",
    findings: "提示增减（按代码计数）",
    code: "代码",
    weight: "轻重",
    old: "旧",
    new: "新",
    rise: "增减",
    empty: "两边没有差别。",
};

pub(super) fn headline(of: &Comparison) -> String {
    let against = match of.against {
        Against::Requirement => "年度要求",
        Against::Target => "目标值",
    };
    let across = of.across.map_or(String::new(), |(old, new)| {
        format!("　{old} 年比 {new} 年（不同年份，按指标和地区对应）")
    });
    format!("{}　新旧比较{across}　对照{against}", of.title)
}

pub(super) fn side(side: &Side) -> String {
    let origin = match side.origin {
        Origin::Submission => "报送文件",
        Origin::Report => "JSON 报告",
    };
    let years = match years(side, "、") {
        none if none.is_empty() => String::new(),
        years => format!("{years} 年，"),
    };
    format!("{}（{origin}，{years}判定 {} 项）", side.name, side.verdicts)
}

pub(super) fn counts(of: &Comparison) -> String {
    let counts = of.counts;
    let lost = if counts.lost > 0 {
        format!("（其中原已判定 {}）", counts.lost)
    } else {
        String::new()
    };
    format!(
        "变差 {}，消失 {}{lost}，好转 {}，其他判定变动 {}，仅数值变动 {}，新增 {}，相同 {}",
        counts.turned(Turn::Worse),
        counts.vanished,
        counts.turned(Turn::Better),
        counts.turned(Turn::Aside),
        counts.turned(Turn::Moved),
        counts.appeared,
        counts.same,
    )
}

pub(super) fn conclusion(of: &Comparison) -> String {
    let code = of.exit.code();
    let worse = of.counts.turned(Turn::Worse) + of.counts.lost;
    match of.exit {
        Exit::Passed if worse > 0 => {
            format!("结论：变差或消失 {worse} 项，都不在 --fail-on 范围内（退出码 {code}）")
        }
        Exit::Passed => format!("结论：没有变差（退出码 {code}）"),
        Exit::Failed => format!("结论：变差或消失 {worse} 项（退出码 {code}）"),
        Exit::Unusable => format!("结论：未作比较（退出码 {code}）"),
        Exit::Incomplete if of.new.errors > 0 => {
            let errors = of.new.errors;
            format!("结论：新的一边有 {errors} 处错误，比较可能不全（退出码 {code}）")
        }
        Exit::Incomplete => format!("结论：有一边没有任何判定，无从比较（退出码 {code}）"),
    }
}
