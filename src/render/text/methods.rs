//! How it is judged, as the page tells it.

use super::Lang;
use crate::form::Form;
use crate::term::Against;

/// A heading, and the paragraphs under it.
type Method = (&'static str, Vec<String>);

impl Lang {
    /// How it is judged.
    pub(in crate::render) fn methods(self, against: Against) -> Vec<Method> {
        let fixed = match self {
            Self::Zh => ZH,
            Self::En => EN,
        };
        let owned = |paragraphs: &[&str]| paragraphs.iter().map(|it| (*it).to_owned()).collect();
        let mut methods = vec![self.requirement(against)];
        methods.extend(fixed.iter().map(|(heading, paragraphs)| (*heading, owned(paragraphs))));
        let margin = (self.words().margin, vec![self.margin_is().to_owned(), self.in_counts_is()]);
        methods.insert(methods.len() - 1, margin);
        methods
    }

    /// What a margin is, and what its sign tells.
    pub(in crate::render) fn margin_is(self) -> &'static str {
        self.pick(
            "差距有正负：正的是达到要求而有余，负的是没有达到。越高越好的，是数值减年度要求；越低越好的，\
             是年度要求减数值；范围的，取离得近的一端。百分数的差距以百分点计。",
            "The margin is positive where the requirement holds with something to spare, and \
             negative where it does not: value less requirement where higher is better, \
             requirement less value where lower is better, and of a range that of the nearer end. \
             Of percentages it is in percentage points (pp).",
        )
    }

    fn in_counts_is(self) -> String {
        self.pick(
            "折合人数（机构数）：分母不变，分子至少要改变多少才合要求。计数的（人、户、所等）没有\
             零头：差的是合要求的整数。",
            "In people or institutions: the smallest change of the numerator, the denominator \
             staying, that meets the requirement. Of what is counted there are no parts: what is \
             lacking is a whole number.",
        )
        .to_owned()
    }

    fn requirement(self, against: Against) -> Method {
        let yearly = Form::ALL.into_iter().filter(|form| form.course().is_yearly());
        let yearly = self.in_brackets(&self.list(yearly.map(|form| self.form(form))));
        let mut told = match self {
            Self::Zh => vec![
                "每一年要求达到什么，依次按下列规则确定：".to_owned(),
                format!(
                    "（1）到了目标年份，或者指标的形式是逐年判定的{yearly}，要求就是目标值本身。\
                     规划不设序时进度、也没有写明途中数值的，每年的要求也是目标值。"
                ),
                "（2）规划写明了当年数值的，要求就是写明的数值，优先于以下各条。".to_owned(),
                "（3）规划没有写明途中数值、而起点（基期值，累计的自零起）已经达到目标的，必须保持，\
                 要求就是目标值；累计的上限即属此类。"
                    .to_owned(),
                "（4）其余按序时进度，在当年前后的两个节点之间取直线：\
                 E = E₁ + (E₂ − E₁) × (y − y₁) ÷ (y₂ − y₁)。节点是基期年份的基期值 B、规划写明的各年\
                 数值和目标年份的目标值；y 是当年，y₁、y₂ 是前后两个节点的年份，E₁、E₂ 是它们的数值。\
                 年均增长 g% 的不取直线，逐年是 B × (1 + g%)^(y − y₀)，y₀ 是基期年份。\
                 途中恰好等于 E，即算达到。"
                    .to_owned(),
                "（5）第一个节点之前（没有基期值），或者规划声明只在期末判定的，没有要求。".to_owned(),
                "B 取本地区的基期值（以前年度数据中有的话），否则取规划的基期值；累计指标自零起算。"
                    .to_owned(),
                "当年的要求没有达到就是未达到，哪怕已在最终目标以内（逐年放宽的上限）。".to_owned(),
            ],
            Self::En => vec![
                "What a year requires is settled by the first of these rules that applies:"
                    .to_owned(),
                format!(
                    "(1) In the target year, and for forms of target that are judged every \
                     year{yearly}, the target itself; so too in every year of a plan without a \
                     pace, where it writes no figures on the way."
                ),
                "(2) Where the plan writes a figure for the year, that figure, before all below."
                    .to_owned(),
                "(3) Where it writes none on the way and the start (the baseline; of a sum, zero) \
                 meets the target already, the target: it has to be kept up. Caps of sums are so."
                    .to_owned(),
                "(4) Otherwise the even pace, straight between the knots before and behind the \
                 year: E = E₁ + (E₂ − E₁) × (y − y₁) ÷ (y₂ − y₁). The knots are the baseline B in \
                 the baseline year, the figures that the plan writes, and the target in the \
                 target year; y is the year, y₁ and y₂ are the years of the knots beside it, E₁ \
                 and E₂ their values. A yearly growth of g% takes no straight line: each year it \
                 is B × (1 + g%)^(y − y₀), y₀ the baseline year. On the way, exactly E is enough."
                    .to_owned(),
                "(5) Before the first knot (there is no baseline), or where the plan says that it \
                 is judged at the end only, nothing."
                    .to_owned(),
                "B is the region's own baseline where the years before give it, else the plan's; \
                 sums over the years start from zero."
                    .to_owned(),
                "What misses its year falls short, even where the final target holds (a cap that \
                 grows year by year)."
                    .to_owned(),
            ],
        };
        if against == Against::Target {
            told.insert(0, self.against_the_target().to_owned());
        }
        (self.pick("年度要求和序时进度", "Requirement and pace"), told)
    }

    fn against_the_target(self) -> &'static str {
        self.pick(
            "本报告对照目标值：每一年的要求都是目标值，不用下面的（2）至（5）。",
            "This report is held against the targets: every year requires the target itself, and \
             rules (2) to (5) do not apply.",
        )
    }
}

/// Headings, and the paragraphs under them.
type Fixed = &'static [(&'static str, &'static [&'static str])];

const ZH: Fixed = &[
    (
        "比较和取整",
        &[
            "比较用精确的分数，没有误差，也不留余地：要求高于 99% 的，恰好 99% 就是没有达到。",
            "报了分子、分母的，按分数判定；数值只须与它在末位上相符。",
            "取整只用于显示。两位小数会使数值看上去与判定相反时，加位数，直到不相反为止。",
        ],
    ),
    (
        "全市汇总",
        &[
            "比率是各县（区）分子之和除以分母之和，不是比率的平均；个数相加；增长速度不汇总。",
            "能够汇总的，全市按汇总判定；不能汇总的，按市里自己报的一行判定；两样都没有就是缺报，\
             并说明原因。",
            "功能区在县（区）之内，单独判定，不计入汇总。",
        ],
    ),
    (
        "完整和结论",
        &[
            "每个县（区）的每项主要指标都应报送。没有数值就是缺报，绝不当作 0。任务报了才判定，\
             除非运行时要求全部报送。",
            "有缺报、无效或者数据错误的，结论是未能全部判定；否则，结论所看的指标有未达到要求的，\
             结论是未达到要求。",
            "豁免须有理由、批准人和期限，仍列入判定分布，不计作达到。",
        ],
    ),
];

const EN: Fixed = &[
    (
        "Comparing and rounding",
        &[
            "Comparisons are exact, without error or allowance: where more than 99% is required, \
             exactly 99% falls short.",
            "Where numerator and denominator are sent, the fraction is judged; a value beside them \
             must agree with it to its last digit.",
            "Rounding is for display only. Where two digits would seem to contradict the verdict, \
             digits are added until they don't.",
        ],
    ),
    (
        "The city as a whole",
        &[
            "A rate is the sum of the counties' numerators over the sum of their denominators, \
             never a mean of rates; counts are added; growth rates are not combined.",
            "Where there is such a sum the city is judged on it, else on a row of its own; where \
             there is neither it is missing, and it is said why.",
            "Functional areas lie inside counties: they are judged, and never added.",
        ],
    ),
    (
        "Completeness and result",
        &[
            "Every main indicator is due from every county. No value is missing, never 0. Tasks \
             are judged when they are sent, unless the run requires them all.",
            "Where something is missing, invalid or in error, the result is that not all could be \
             judged; else, if something falls short that the result rests on, that it falls short.",
            "A waiver needs a reason, an approval and an end; it stays in the count of verdicts, \
             and is no pass.",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::term::Outcome;

    const PAGES: [(Lang, &str); 2] = [
        (Lang::Zh, include_str!("../../../docs/zh/reading.md")),
        (Lang::En, include_str!("../../../docs/en/reading.md")),
    ];

    #[test]
    fn a_verdict_means_what_the_documentation_says() {
        for (lang, page) in PAGES {
            for outcome in Outcome::ALL {
                let meaning = lang.meaning(outcome);
                let row = page.lines().find(|line| line.contains(&format!("| {meaning} |")));
                let row = row.unwrap_or_else(|| panic!("{outcome:?}: {meaning}"));
                let first = row.split('|').nth(1).unwrap_or_default();
                assert!(first.contains(Lang::Zh.outcome(outcome)), "{row}");
            }
        }
    }

    #[test]
    fn the_forms_that_are_judged_every_year_are_all_named() {
        for lang in [Lang::Zh, Lang::En] {
            let methods = lang.methods(Against::Requirement);
            let rule = methods[0].1.iter().find(|it| it.contains("1）") || it.contains("(1)"));
            let rule = rule.unwrap();
            for form in Form::ALL {
                let name = lang.form(form);
                let named =
                    rule.split(['（', '）', '(', ')', '、', ',']).any(|it| it.trim() == name);
                assert_eq!(named, form.course().is_yearly(), "{name}: {rule}");
            }
        }
    }

    #[test]
    fn what_margins_and_missing_cities_are_is_said_with_their_signs() {
        for (lang, words) in [
            (Lang::Zh, ["年度要求减数值", "数值减年度要求", "两样都没有就是缺报"]),
            (Lang::En, ["requirement less value", "value less requirement", "it is missing"]),
        ] {
            let methods = lang.methods(Against::Target);
            let all: Vec<&str> = methods.iter().flat_map(|(_, all)| all).map(|it| &**it).collect();
            for word in words {
                assert!(all.iter().any(|paragraph| paragraph.contains(word)), "{word}");
            }
        }
    }
}
