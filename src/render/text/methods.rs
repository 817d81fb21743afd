//! How it is judged, as the page tells it.

use super::Lang;
use crate::term::Against;

/// A heading, and the paragraphs under it.
type Method = (&'static str, Vec<&'static str>);

impl Lang {
    /// How it is judged.
    pub(in crate::render) fn methods(self, against: Against) -> Vec<Method> {
        match self {
            Self::Zh => zh(against),
            Self::En => en(against),
        }
    }
}

fn zh(against: Against) -> Vec<Method> {
    let mut requirement = vec![
        "每一年要求达到什么，依次按下列规则确定：",
        "（1）到了目标年份，或者指标逐年判定（保持、每年、与参照数列相比），要求就是目标值本身。\
         规划不设序时进度、也没有写明途中数值的，每年的要求也是目标值。",
        "（2）规划写明了当年数值的，要求就是写明的数值。",
        "（3）规划没有写明途中数值、而基期值已经达到目标的，必须保持，要求就是目标值。",
        "（4）其余按序时进度，在当年前后的两个节点之间取直线：\
         E = E₁ + (E₂ − E₁) × (y − y₁) ÷ (y₂ − y₁)。节点是基期年份的基期值 B、规划写明的各年数值和\
         目标年份的目标值；y 是当年，y₁、y₂ 是前后两个节点的年份，E₁、E₂ 是它们的数值。\
         途中恰好等于 E，即算达到。",
        "（5）第一个节点之前（没有基期值），或者规划声明只在期末判定的，没有要求。",
        "B 取本地区的基期值（以前年度数据中有的话），否则取规划的基期值；累计指标自零起算。",
    ];
    if against == Against::Target {
        requirement.insert(0, "本报告对照目标值：每一年的要求都是目标值，不用下面的（2）至（5）。");
    }
    vec![
        ("年度要求和序时进度", requirement),
        (
            "比较和取整",
            vec![
                "比较用精确的分数，没有误差，也不留余地：要求高于 99% 的，恰好 99% 就是没有达到。",
                "报了分子、分母的，按分数判定；数值只须与它在末位上相符。",
                "取整只用于显示。两位小数会使数值看上去与判定相反时，加位数，直到不相反为止。",
            ],
        ),
        (
            "全市汇总",
            vec![
                "比率是各县（区）分子之和除以分母之和，不是比率的平均；个数相加；增长速度不汇总。",
                "能够汇总的，全市按汇总判定；不能汇总的，只按市里自己报的一行判定，没有就不判定。",
                "功能区在县（区）之内，单独判定，不计入汇总。",
            ],
        ),
        (
            "差距",
            vec![
                "差距是数值与年度要求之差，负数是不足；百分数的差用百分点。",
                "折合人数（机构数）：分母不变，分子至少要改变多少才合要求。",
            ],
        ),
        (
            "完整和结论",
            vec![
                "每个县（区）的每项主要指标都应报送。没有数值就是缺报，绝不当作 0。任务报了才判定，\
                 除非运行时要求全部报送。",
                "有缺报、无效或者数据错误的，结论是未能全部判定；否则，结论依据之内有未达到要求的，\
                 结论是未达到要求。",
                "豁免须有理由、批准人和期限，仍列入判定分布，不计作达到。",
            ],
        ),
    ]
}

fn en(against: Against) -> Vec<Method> {
    let mut requirement = vec![
        "What a year requires is settled by the first of these rules that applies:",
        "(1) In the target year, and for indicators judged every year (kept up, yearly, relative \
         to a reference), the target itself; so too in every year of a plan without a pace, where \
         it writes no figures on the way.",
        "(2) Where the plan writes a figure for the year, that figure.",
        "(3) Where it writes none on the way and the baseline meets the target already, the \
         target: it has to be kept up.",
        "(4) Otherwise the even pace, straight between the knots before and behind the year: \
         E = E₁ + (E₂ − E₁) × (y − y₁) ÷ (y₂ − y₁). The knots are the baseline B in the baseline \
         year, the figures that the plan writes, and the target in the target year; y is the \
         year, y₁ and y₂ are the years of the knots beside it, E₁ and E₂ their values. On the \
         way, exactly E is enough.",
        "(5) Before the first knot (there is no baseline), or where the plan says that it is \
         judged at the end only, nothing.",
        "B is the region's own baseline where the years before give it, else the plan's; sums \
         over the years start from zero.",
    ];
    if against == Against::Target {
        requirement.insert(
            0,
            "This report is held against the targets: every year requires the target itself, and \
             rules (2) to (5) do not apply.",
        );
    }
    vec![
        ("Requirement and pace", requirement),
        (
            "Comparing and rounding",
            vec![
                "Comparisons are exact, without error or allowance: where more than 99% is \
                 required, exactly 99% falls short.",
                "Where numerator and denominator are sent, the fraction is judged; a value beside \
                 them must agree with it to its last digit.",
                "Rounding is for display only. Where two digits would seem to contradict the \
                 verdict, digits are added until they don't.",
            ],
        ),
        (
            "The city as a whole",
            vec![
                "A rate is the sum of the counties' numerators over the sum of their \
                 denominators, never a mean of rates; counts are added; growth rates are not \
                 combined.",
                "Where there is such a sum the city is judged on it; else on a row of its own, or \
                 not at all.",
                "Functional areas lie inside counties: they are judged, and never added.",
            ],
        ),
        (
            "Margin",
            vec![
                "The margin is value against requirement, negative if short; of percentages it is \
                 in percentage points (pp).",
                "In people or institutions: the smallest change of the numerator, the denominator \
                 staying, that meets the requirement.",
            ],
        ),
        (
            "Completeness and result",
            vec![
                "Every main indicator is due from every county. No value is missing, never 0. \
                 Tasks are judged when they are sent, unless the run requires them all.",
                "Where something is missing, invalid or in error, the result is that not all could \
                 be judged; else, if something falls short that the result rests on, that it falls \
                 short.",
                "A waiver needs a reason, an approval and an end; it stays in the count of \
                 verdicts, and is no pass.",
            ],
        ),
    ]
}
