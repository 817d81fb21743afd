//! 中文.

use super::{HtmlWords, LeftOut};
use crate::report::{Conclusion, Stage};
use crate::term::{Against, FailOn, Outcome, Standing, Year};

pub(super) const WORDS: HtmlWords = HtmlWords {
    tag: "zh-CN",
    contents: "目录",
    summary: "总体情况",
    conclusion: "结论",
    plan: "规划",
    years: "评估年份",
    against: "对照标准",
    fail_on: "结论依据",
    exit_code: "退出码",
    tally: "判定分布",
    verdicts: "判定一览",
    no_years: "没有可列的判定。",
    key: "图例",
    scroll: "表格较宽时可以左右滑动。",
    not_judged: "不判定",
    shortfalls_caption: "未达到要求的指标，差距大的在前",
    incomplete_caption: "应报而未能判定的指标",
    by_indicator: "分指标情况",
    detail_caption: "各地区判定",
    worst_caption: "差距最大的地区",
    tasks: "专栏任务",
    no_group: "其他任务",
    waivers: "豁免",
    findings: "数据审核发现",
    no_findings: "没有发现问题。",
    inputs: "数据来源",
    no_inputs: "没有读入文件。",
    history: "以前年度",
    file: "文件",
    role: "用途",
    submitted: "本次报送",
    encoding: "编码",
    layout: "版式",
    rows: "行数",
    methods: "附录：判定方法",
    counts_as: "计作",
    meaning: "含义",
    outcomes: "判定",
    baseline: "基期",
    target: "目标",
    figure: "年度要求、目标和各地区数值",
    chart_key: "实线是年度要求（自规划基期值起），虚线是目标值；短横线是该地区自己的年度要求（与实线不同时才画）。\
                每个地区一种形状，实心是达到要求的，空心是其他。",
    strip_key: "竖线是该地区的年度要求，虚线是目标值；实心点是达到要求的，空心点是其他。",
    colophon: "本报告由程序依据规则文件和报送数据生成，未经人工修改。程序版本：",
    plan_text: "规划原文",
};

pub(super) fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Annual => "年度评估报告",
        Stage::MidTerm => "中期评估报告",
        Stage::Final => "期末评估报告",
    }
}

pub(super) fn conclusion(conclusion: Conclusion) -> &'static str {
    match conclusion {
        Conclusion::AllPassed => "数据完整，到期的要求全部达到。",
        Conclusion::Waived => "数据完整；未达到要求的，都已批准豁免。",
        Conclusion::NothingDue => "数据完整，没有到期的要求。",
        Conclusion::NotCovered => "数据完整；有指标未达到要求，但不在结论依据之内。",
        Conclusion::Failed => "数据完整，有指标未达到要求。",
        Conclusion::Unusable => "未作判定。",
        Conclusion::Incomplete => "报送数据不完整，未能全部判定。",
        Conclusion::ErrorsElsewhere => "所列各项已判定，但报送数据中另有错误。",
    }
}

pub(super) fn against(against: Against) -> &'static str {
    match against {
        Against::Requirement => "年度要求",
        Against::Target => "目标值",
    }
}

pub(super) fn fail_on(fail_on: FailOn) -> &'static str {
    match fail_on {
        FailOn::Binding => "约束性指标",
        FailOn::Anticipatory => "约束性、预期性指标",
        FailOn::Task => "约束性、预期性指标和任务",
        FailOn::None => "只看数据是否完整",
    }
}

pub(super) fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Pass => "达到要求",
        Standing::Fail => "未达到要求",
        Standing::Incomplete => "未能判定",
        Standing::Neutral => "不计",
    }
}

pub(super) fn meaning(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "目标已经达到",
        Outcome::OnPace => "目标尚未达到，当年要求已达到",
        Outcome::Behind => "目标尚未到期，当年要求没有达到",
        Outcome::NotMet => "要求就是目标，没有达到",
        Outcome::NotDue => "当年没有要求，目标也还没有达到",
        Outcome::Missing => "应报而没有数值，或缺少所需的基期值、参照数列",
        Outcome::Invalid => "报了数值，但不能采用",
        Outcome::NotApplicable => "分母为 0，或已声明不适用",
        Outcome::Waived => "没有达到要求，但已批准豁免",
    }
}

pub(super) fn methods(against: Against) -> Vec<(&'static str, Vec<&'static str>)> {
    let mut requirement = vec![
        "每一年要求达到什么，依次按下列规则确定：",
        "（1）到了目标年份，或者指标逐年判定（保持、每年、与参照数列相比），要求就是目标值本身。\
         规划不设序时进度的，每年的要求也是目标值。",
        "（2）基期值已经达到目标的，必须保持，要求就是目标值。",
        "（3）规划写明了当年数值的，要求就是写明的数值。",
        "（4）其余按序时进度：E = B + (T − B) × (y − y₀) ÷ (yT − y₀)。其中 B 是基期值，T 是目标值，\
         y 是当年，y₀ 是基期年份，yT 是目标年份。途中恰好等于 E，即算达到。",
        "（5）没有基期值的，或者规划声明只在期末判定的，目标年份之前没有要求。",
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

pub(super) fn matrix_caption(year: Year, (part, parts): (usize, usize)) -> String {
    match parts {
        1 => format!("{year} 年各地区判定"),
        _ => format!("{year} 年各地区判定（{part}/{parts}）"),
    }
}

pub(super) fn counted_caption(year: Year) -> String {
    format!("{year} 年各判定的地区数")
}

pub(super) fn left_out(what: LeftOut, count: u64) -> String {
    let (what, unit) = match what {
        LeftOut::Indicators => ("指标", "项"),
        LeftOut::Sections => ("分指标情况", "项"),
        LeftOut::Findings => ("发现", "处"),
        LeftOut::Rows => ("", "条"),
    };
    format!("{what}另有 {count} {unit}未列出；--format csv 或 json 给出全部。")
}
