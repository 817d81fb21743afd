//! 中文.

use super::{Counts, RehearsalWords};
use crate::render::Lang;
use crate::report::{Lack, Rehearsal};
use crate::term::Outcome;

pub(super) const WORDS: RehearsalWords = RehearsalWords {
    not_as_expected: "与预期不符",
    basis: "依据",
    errors: "结果相符，但这些数据有错误",
    nothing: "无",
    no_requirement: "没有要求",
    no_cases: "没有找到用例。规则文件 NAME.toml 的用例写在旁边的 NAME.cases.toml 里。",
    uncovered: "没有用例的规则",
    weak: "用例不全的规则（不影响退出码）",
    lacks: "没有一例",
};

pub(super) fn expected(expected: &str, found: &str) -> String {
    format!("应为 {expected}，实为 {found}")
}

pub(super) fn written_outcome(outcome: Outcome) -> String {
    format!("{}（{}）", Lang::Zh.outcome(outcome), outcome.word())
}

pub(super) fn lack(lack: Lack) -> &'static str {
    match lack {
        Lack::AtTheBound => "恰在界限",
        Lack::Failing => "不达要求",
        Lack::Passing => "达到且有余",
    }
}

pub(super) fn rehearsed(rehearsal: &Rehearsal) -> String {
    let Counts { passed, failed, covered, uncovered, weak } = Counts::of(rehearsal);
    let Rehearsal { cases, checks, rules, .. } = rehearsal;
    let conclusion = match (failed, uncovered) {
        (0, 0) => "结论：检查全部相符，可判定的规则都有用例",
        (0, _) => "结论：有规则没有用例",
        (_, 0) => "结论：有检查与预期不符",
        (_, _) => "结论：有检查与预期不符，有规则没有用例",
    };
    format!(
        "用例 {cases} 个，检查 {checks} 条：相符 {passed}、不符 {failed}\n\
         可判定的规则 {} 条：有用例 {covered}（其中不全 {weak}）、没有用例 {uncovered}\n\
         {conclusion}（退出码 {}）",
        rules.len(),
        rehearsal.exit().code()
    )
}
