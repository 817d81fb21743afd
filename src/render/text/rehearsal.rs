//! The words of rehearsals.

use super::{Lang, words};
use crate::report::{Lack, Rehearsal};
use crate::term::{Outcome, counted};

words! {
    /// Fixed words of rehearsals.
    pub(in crate::render) RehearsalWords of rehearsal_words:
    not_as_expected: "与预期不符", "not as expected";
    basis: "依据", "Basis";
    errors: "结果相符，但这些数据有错误", "as expected, but these rows have errors";
    nothing: "无", "none";
    no_requirement: "没有要求", "no requirement";
    no_cases:
        "没有找到用例。规则文件 NAME.toml 的用例写在旁边的 NAME.cases.toml 里。",
        "No cases were found. Those of the rule file NAME.toml stand beside it in NAME.cases.toml.";
    uncovered: "没有用例的规则", "Rules without a case";
    weak:
        "用例不全的规则（不影响退出码）",
        "Rules with cases that leave something untried (the exit code does not change)";
    lacks: "没有一例", "No check that is";
}
impl Lang {
    /// What should have been found, and what was.
    pub fn expected(self, expected: &str, found: &str) -> String {
        match self {
            Self::Zh => format!("应为 {expected}，实为 {found}"),
            Self::En => format!("expected {expected}, found {found}"),
        }
    }

    /// 判定 as a check writes it, with its meaning where that is another word.
    pub fn written_outcome(self, outcome: Outcome) -> String {
        match self {
            Self::Zh => format!("{}（{}）", self.outcome(outcome), outcome.word()),
            Self::En => outcome.word().to_owned(),
        }
    }

    /// What the cases of a rule lack.
    pub fn lack(self, lack: Lack) -> &'static str {
        match lack {
            Lack::AtTheBound => self.pick("恰在界限", "exactly at the bound"),
            Lack::Failing => self.pick("不达要求", "failing"),
            Lack::Passing => self.pick("达到且有余", "passing with some to spare"),
        }
    }

    /// How many checks fail that are not told one by one.
    pub fn untold(self, count: usize) -> String {
        self.pick(
            format!("另有 {count} 条检查与预期不符，未逐条列出"),
            format!("not as expected and not listed: {}", counted(count, "more checks")),
        )
    }

    /// How many cases, checks and rules there are, and how the run ends.
    pub fn rehearsed(self, rehearsal: &Rehearsal) -> String {
        let Rehearsal { cases, checks, failed, .. } = rehearsal;
        let passed = checks - failed;
        let (rules, uncovered) = (rehearsal.rules.len(), rehearsal.uncovered().count());
        let (covered, weak) = (rules - uncovered, rehearsal.weak().count());
        let conclusion = self.rehearsal_conclusion(*failed, uncovered);
        match self {
            Self::Zh => format!(
                "用例 {cases} 个，检查 {checks} 条：相符 {passed}、不符 {failed}\n\
                 可判定的规则 {rules} 条：有用例 {covered}（其中不全 {weak}）、没有用例 {uncovered}\n\
                 {conclusion}"
            ),
            Self::En => format!(
                "Cases {cases}, checks {checks}: as expected {passed}, not {failed}\n\
                 Judged rules {rules}: with cases {covered} (leaving something untried {weak}), \
                 without {uncovered}\n\
                 {conclusion}"
            ),
        }
    }

    /// How a rehearsal ends: so many checks failed, so many rules have no case.
    pub(super) fn rehearsal_conclusion(self, failed: usize, uncovered: usize) -> String {
        let (zh, en) = match (failed, uncovered) {
            (0, 0) => (
                "检查全部相符，可判定的规则都有用例",
                "every check is as expected, every judged rule has a case",
            ),
            (0, _) => ("有规则没有用例", "some rules have no case"),
            (_, 0) => ("有检查与预期不符", "some checks are not as expected"),
            (_, _) => (
                "有检查与预期不符，有规则没有用例",
                "some checks are not as expected, some rules have no case",
            ),
        };
        self.ended(self.pick(zh, en))
    }
}
