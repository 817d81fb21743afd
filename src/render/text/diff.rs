//! The words of comparisons.

use super::{Lang, words};
use crate::report::Exit;
use crate::report::comparison::{Comparison, Side, Turn};
use crate::report::record::Origin;
use crate::term::Against;

words! {
    /// Fixed words of comparisons.
    pub(in crate::render) DiffWords of diff_words:
    comparison: "新旧比较", "Comparison";
    worse: "变差", "Worse";
    supplied: "补报或改正后可以判定，未达到要求", "Sent or corrected, and falls short";
    better: "好转", "Better";
    aside: "判定变动，不算好转或变差", "Another verdict, neither better nor worse";
    moved: "数值变动，判定未变", "Figures moved, the verdict stayed";
    vanished: "消失（只在旧的一边）", "Vanished (only on the old side)";
    appeared: "新增（只在新的一边）", "Appeared (only on the new side)";
    findings: "提示增减（按代码计数）", "Findings more or fewer (counted by code)";
    code: "代码", "Code";
    weight: "轻重", "Weight";
    old: "旧", "Old";
    new: "新", "New";
    rise: "增减", "Change";
    empty: "两边没有差别。", "The two sides do not differ.";
}
impl Lang {
    /// The head of a comparison.
    pub(in crate::render) fn diff_headline(self, of: &Comparison) -> String {
        let against = match of.against {
            Against::Requirement => self.pick("年度要求", "the year's requirement"),
            Against::Target => self.pick("目标值", "the target"),
        };
        let title = self.name(&of.title);
        let what = match (self, of.across) {
            (Self::Zh, None) => "新旧比较".to_owned(),
            (Self::En, None) => "new compared with old".to_owned(),
            (Self::Zh, Some((old, new))) => {
                format!("{new} 年与 {old} 年比较（按指标和地区对应）")
            }
            (Self::En, Some((old, new))) => {
                format!("{new} compared with {old} (by indicator and region)")
            }
        };
        match self {
            Self::Zh => format!("{title}　{what}　对照{against}"),
            Self::En => format!("{title}, {what}, against {against}"),
        }
    }

    /// What one of the two runs was made of.
    pub(in crate::render) fn diff_side(self, side: &Side) -> String {
        let Side { name, verdicts, .. } = side;
        let origin = match side.origin {
            Origin::Submission => self.pick("报送文件", "submission"),
            Origin::Report => self.pick("JSON 报告", "JSON report"),
        };
        let years = match self.list(&side.years) {
            none if none.is_empty() => String::new(),
            years => years + self.pick(" 年，", ", "),
        };
        match self {
            Self::Zh => format!("{name}（{origin}，{years}判定 {verdicts} 项）"),
            Self::En => format!("{name} ({origin}, {years}verdicts: {verdicts})"),
        }
    }

    /// How many changed, and how.
    pub(in crate::render) fn diff_counts(self, of: &Comparison) -> String {
        let counts = of.counts;
        let [worse, supplied, better, aside, moved] = Turn::ALL.map(|turn| counts.turned(turn));
        let (vanished, appeared, same) = (counts.vanished, counts.appeared, counts.same);
        let lost = match (self, counts.lost) {
            (_, 0) => String::new(),
            (Self::Zh, lost) => format!("（其中原已判定 {lost}）"),
            (Self::En, lost) => format!(" ({lost} judged before)"),
        };
        match self {
            Self::Zh => format!(
                "变差 {worse}，消失 {vanished}{lost}，补报未达到 {supplied}，好转 {better}，\
                 判定变动 {aside}，仅数值变动 {moved}，新增 {appeared}，相同 {same}"
            ),
            Self::En => format!(
                "worse {worse}, vanished {vanished}{lost}, sent and short {supplied}, better \
                 {better}, another verdict {aside}, figures alone {moved}, appeared {appeared}, \
                 the same {same}"
            ),
        }
    }

    /// How a comparison ends, and why.
    pub(in crate::render) fn diff_conclusion(self, exit: Exit, worse: u64, errors: u64) -> String {
        let (zh, en) = match exit {
            Exit::Passed if worse > 0 => (
                format!("变差或消失 {worse} 项，都不属于结论所看的指标"),
                format!("worse or vanished: {worse}, none that the result rests on"),
            ),
            Exit::Passed => ("没有变差".to_owned(), "nothing got worse".to_owned()),
            Exit::Failed => {
                (format!("变差或消失 {worse} 项"), format!("worse or vanished: {worse}"))
            }
            Exit::Unusable => ("未作比较".to_owned(), "nothing compared".to_owned()),
            Exit::Incomplete if errors > 0 => (
                format!("新的一边有 {errors} 处错误，比较可能不全"),
                format!("errors on the new side: {errors}; the comparison may not be whole"),
            ),
            Exit::Incomplete => (
                "有一边没有任何判定，无从比较".to_owned(),
                "a side has no verdicts, nothing to compare".to_owned(),
            ),
        };
        self.ended(&self.pick(zh, en))
    }
}
