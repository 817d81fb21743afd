//! The words of the report as a page.

use std::borrow::Borrow;
use std::fmt::Display;

use super::{Lang, words};
use crate::report::Stage;
use crate::term::{Against, FailOn, Outcome, Standing, Year, counted};

words! {
    /// Fixed words of the page.
    pub(in crate::render) HtmlWords of html_words:
    /// The language as HTML names it.
    tag: "zh-CN", "en";
    contents: "目录", "Contents";
    summary: "总体情况", "Overview";
    conclusion: "结论", "Result";
    plan: "规划", "Plan";
    years: "评估年份", "Years assessed";
    against: "对照标准", "Held against";
    fail_on: "结论所看", "Result rests on";
    exit_code: "退出码", "Exit code";
    tally: "判定分布", "Verdicts by kind";
    verdicts: "判定一览", "Verdicts";
    no_years: "没有可列的判定。", "There are no verdicts to show.";
    key: "图例", "Key";
    skip: "跳到正文", "Skip to the report";
    only: "只列未达到要求和未能判定的", "Only what falls short or could not be judged";
    filtered: "现在只列未达到要求和未能判定的；", "Only what falls short or could not be judged is listed now: ";
    all_of_it: "改列全部", "list all";
    not_judged: "不判定", "not judged";
    shortfalls_caption: "未达到要求的指标", "What falls short of its requirement";
    incomplete_caption: "应报而未能判定的指标", "What is due and could not be judged";
    by_indicator: "分指标情况", "Indicator by indicator";
    detail_caption: "各地区判定", "Verdicts by region";
    worst_caption: "差距最大的地区", "The regions that fall short the most";
    tasks: "专栏任务", "Tasks by box";
    no_group: "其他任务", "Other tasks";
    waivers: "豁免", "Waivers";
    findings: "数据审核发现", "Findings in the data";
    no_findings: "没有发现问题。", "Nothing was found.";
    inputs: "数据来源", "Sources";
    no_inputs: "没有读入文件。", "No file was read.";
    history: "以前年度", "Years before";
    file: "文件", "File";
    role: "用途", "Used as";
    submitted: "本次报送", "Submission";
    encoding: "编码", "Encoding";
    layout: "版式", "Layout";
    rows: "行数", "Rows";
    methods: "判定方法", "How it is judged";
    origins: "数值和规则的出处", "Where figures and rules stand";
    sample: "示例数据：报送的备注或文件名注明数字是编造的，不代表任何地区的实际情况。",
        "Sample figures: remarks or names of files say that they are made up; they tell nothing of any real place.";
    counts_as: "计作", "Counts as";
    meaning: "含义", "Meaning";
    outcomes: "判定", "Verdicts";
    baseline: "基期", "Baseline";
    target: "目标", "Target";
    figure: "年度要求、目标和各地区数值", "Requirement, target and the values of the regions";
    chart_key:
        "点划线是年度要求（自规划基期值起），虚线是目标值；短横线是该地区自己的年度要求（与点划线不同时才画）。\
         每个地区一种形状，实心是达到要求的，空心是其他。细线和小圆点是以前年度的数值，粗线是全市。",
        "Dashes and dots: what each year requires, from the plan's baseline; dashed line: the target; \
         short bar: a region's own requirement, where it differs. One shape a region: \
         filled: passes, hollow: all else. Thin lines and small dots: the years \
         before; thick line: the whole city.";
    strip_key:
        "竖线是该地区的年度要求，虚线是目标值；实心点是达到要求的，空心点是其他。",
        "Upright bar: what the year requires of the region; dashed line: the target; \
         filled dot: passes, hollow: all else.";
    whole_report: "下载整个报告（JSON）", "Take the whole report away (JSON)";
    bars: "每个地区一条，按判定计数", "A bar a region: how many verdicts stand how";
    colophon:
        "本报告由程序依据规则文件和报送数据生成，未经人工修改。程序版本：",
        "Made by a program from the rules and the submitted data, and not edited by hand. Version: ";
    plan_text: "规划原文", "In the plan";
}
/// How many of something a page leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum LeftOut {
    /// Rows of the matrices.
    Indicators,
    /// Sections of indicators.
    Sections,
    /// Findings.
    Findings,
    /// Rows of a list.
    Rows,
}

impl Lang {
    /// The title of a part behind the report.
    pub(in crate::render) fn appendix(self, number: usize, title: &str) -> String {
        let chinese = ["一", "二", "三", "四"].get(number - 1).copied().unwrap_or_default();
        self.pick(format!("附录{chinese}　{title}"), format!("Appendix {number}: {title}"))
    }

    /// All verdicts, to be taken away.
    pub(in crate::render) fn taken_away(self, rows: u64) -> String {
        self.pick(
            format!("下载全部判定（CSV，{rows} 行）"),
            format!("Take all verdicts away (CSV, {})", counted(rows, "rows")),
        )
    }

    /// That an axis leaves out a part of its values.
    pub(in crate::render) fn axis_begins(self, at: impl Display) -> String {
        match self {
            Self::Zh => format!("数值轴从 {at} 起，不从 0 起"),
            Self::En => format!("the axis begins at {at}, not at 0"),
        }
    }

    /// A year by itself.
    pub(in crate::render) fn in_year(self, year: Year) -> String {
        self.year_of(year, "").trim().to_owned()
    }

    /// Which assessment the page is.
    pub fn stage(self, stage: Stage) -> &'static str {
        match stage {
            Stage::Annual => self.pick("年度监测报告", "Annual monitoring"),
            Stage::MidTerm => self.pick("中期评估报告", "Mid-term assessment"),
            Stage::Final => self.pick("终期评估报告", "Final assessment"),
        }
    }

    /// What the verdicts are held against.
    pub(in crate::render) fn against(self, against: Against) -> &'static str {
        match against {
            Against::Requirement => self.pick("年度要求", "each year's requirements"),
            Against::Target => self.pick("目标值", "the final targets"),
        }
    }

    /// Which failures decide the result.
    pub(in crate::render) fn fail_on(self, fail_on: FailOn) -> &'static str {
        let (zh, en) = match fail_on {
            FailOn::Binding => ("约束性指标", "binding indicators"),
            FailOn::Anticipatory => ("约束性、预期性指标", "binding and anticipatory indicators"),
            FailOn::Task => ("约束性、预期性指标和任务", "all indicators and tasks"),
            FailOn::None => ("数据是否完整", "complete data alone"),
        };
        self.pick(zh, en)
    }

    /// What an outcome counts as.
    pub(in crate::render) fn standing(self, standing: Standing) -> &'static str {
        match standing {
            Standing::Pass => self.pick("达到要求", "passes"),
            Standing::Fail => self.pick("未达到要求", "falls short"),
            Standing::Incomplete => self.pick("未能判定", "could not be judged"),
            Standing::Neutral => self.pick("不计", "neither"),
        }
    }

    /// When a verdict is given.
    pub(in crate::render) fn meaning(self, outcome: Outcome) -> &'static str {
        let (zh, en) = match outcome {
            Outcome::Met => (
                "已达到最终目标，也达到本年度要求",
                "the final target holds, and what the year demands",
            ),
            Outcome::OnPace => (
                "未到最终目标，但达到本年度要求",
                "the target does not hold yet, this year's requirement does",
            ),
            Outcome::Behind => (
                "目标年之前，未达到本年度要求（哪怕已在最终目标以内）",
                "before the target year, and what the year demands does not hold, whether or not \
                 the target does",
            ),
            Outcome::NotMet => (
                "目标已到期（或须保持、逐年判定），未达到",
                "the target is due (or has to be kept, or is judged every year) and does not hold",
            ),
            Outcome::NotDue => (
                "本年度没有要求，也未到最终目标",
                "nothing is due yet, and the target does not hold",
            ),
            Outcome::Missing => (
                "应报而没有数值，或没有判定所需的基期值、参照数列",
                "due, and no value, or no baseline or reference series to judge it by",
            ),
            Outcome::Invalid => ("报了不能用的数值", "a value that can't be used"),
            Outcome::NotApplicable => {
                ("分母为 0，或声明不适用", "the denominator is 0, or it was declared so")
            }
            Outcome::Waived => {
                ("未达到要求，而有有效的豁免", "it falls short, and a waiver is in force")
            }
        };
        self.pick(zh, en)
    }

    /// The caption of a year's matrix, or of one part of several.
    pub(in crate::render) fn matrix_caption(
        self,
        year: Year,
        (part, parts): (usize, usize),
    ) -> String {
        let all = match self {
            Self::Zh => format!("{year} 年各地区判定"),
            Self::En => format!("Verdicts by region, {year}"),
        };
        match (self, parts) {
            (_, 1) => all,
            (Self::Zh, _) => format!("{all}（{part}/{parts}）"),
            (Self::En, _) => format!("{all} ({part} of {parts})"),
        }
    }

    /// The caption of a year's matrix in which regions are counted.
    pub(in crate::render) fn counted_caption(self, year: Year) -> String {
        match self {
            Self::Zh => format!("{year} 年各判定的地区数"),
            Self::En => format!("Regions by verdict, {year}"),
        }
    }

    /// What a page leaves out, and where it is.
    pub(in crate::render) fn left_out(self, what: LeftOut, count: impl Borrow<u64>) -> String {
        let count = count.borrow();
        let (zh, unit, en) = match what {
            LeftOut::Indicators => ("指标", "项", " indicators"),
            LeftOut::Sections => ("分指标情况", "项", " indicators' sections"),
            LeftOut::Findings => ("发现", "处", " findings"),
            LeftOut::Rows => ("", "条", ""),
        };
        match self {
            Self::Zh => {
                format!("{zh}另有 {count} {unit}未列出；CSV 或 JSON 报告给出全部。")
            }
            Self::En => {
                format!("{count} more{en} not shown; the CSV or JSON report gives them all.")
            }
        }
    }
}
