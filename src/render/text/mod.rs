//! What documents say, both languages side by side: a word a line, and what is put together
//! from parts. Findings say their own, and what both say stands in [`words`](crate::words).
//!
//! A missing translation does not compile. Codes, JSON keys and CSV headers are not here:
//! they are the same in both.

mod amount;
mod assessment;
mod ci;
mod commands;
mod diff;
mod html;
mod letter;
mod methods;
mod overview;
mod rehearsal;
mod trend;
mod xlsx;

pub(super) use amount::{Amount, Side};
pub use ci::CiWords;
pub(super) use html::{HtmlWords, LeftOut};
pub(super) use overview::Standings;
pub(super) use trend::{Concluded, Moves, Now};
pub use xlsx::XlsxWords;

pub use crate::words::Lang;

use super::document::Held;
use super::plain;
pub use crate::diagnostic::Message;
use crate::diagnostic::Severity;
use crate::report::AuditTally;
use crate::term::{Attribute, BaselineSource, Basis, Comparison, Layout, Outcome, counted};

/// A type of fixed words: the name of each, in Chinese, in English.
macro_rules! words {
    (
        #[doc = $doc:literal]
        $vis:vis $kind:ident of $method:ident:
        $($(#[$meta:meta])* $name:ident: $zh:expr, $en:expr;)+
    ) => {
        #[doc = $doc]
        #[derive(Debug)]
        #[allow(missing_docs)] // each is named by the word it holds
        $vis struct $kind {
            $($(#[$meta])* $vis $name: &'static str,)+
        }

        impl $kind {
            const ZH: Self = Self { $($name: $zh,)+ };
            const EN: Self = Self { $($name: $en,)+ };
        }

        impl Lang {
            #[doc = $doc]
            $vis fn $method(self) -> &'static $kind {
                self.pick(&$kind::ZH, &$kind::EN)
            }
        }
    };
}
use words;

words! {
    /// Fixed words.
    pub Words of words:
    number: "序号", "No.";
    indicator: "指标", "Indicator";
    attribute: "属性", "Type";
    requirement: "年度要求", "Required";
    target: "目标", "Target";
    region: "地区", "Region";
    year: "年份", "Year";
    value: "数值", "Value";
    counts: "分子/分母", "Counts";
    met_of_due: "达到/到期", "Pass/due";
    points: "得分", "Points";
    rank: "排名", "Rank";
    verdict: "判定", "Verdict";
    margin: "差距", "Margin";
    in_people: "折合", "In counts";
    citation: "出处", "Clause";
    applies_to: "适用于", "Applies to";
    place: "位置", "Place";
    baseline: "基期值", "Baseline";
    remark: "备注", "Remark";
    shortfalls: "未达到要求", "Shortfalls";
    /// The order of shortfalls.
    binding_first:
        "约束性在前，同一属性中按所差的比例从大到小",
        "binding first, then by the share that is lacking";
    no_shortfalls: "没有未达到要求的指标。", "No indicator falls short of its requirement.";
    incomplete: "未能判定", "Not judged";
    not_sent: "未报送", "not sent";
    nothing_sent: "未报送（该地区一项也没有）", "nothing was read of the region";
    blank: "未填数值", "no value filled in";
    why: "原因", "Why";
    nothing: "没有可判定的数据。", "There is no data to judge.";
    total: "合计", "Total";
    rule_here: "依据的规则", "the rule applied";
    rule_meant: "可能所指的规则", "the rule that may be meant";
    own_baseline: "本地基期", "own base";
    own_baselines:
        "年度要求自本地区基期值起算（其余自规划基期值起算）",
        "Required from their own baselines (the others from the plan's)";
    also_here: "另见", "see also";
    error: "错误", "error";
    warning: "警告", "warning";
    note: "说明", "note";
    help: "办法", "help";
    rule: "规则", "Rule";
    formula: "公式", "Formula";
    path: "逐年要求", "Yearly requirements";
    numerator: "分子", "Numerator";
    denominator: "分母", "Denominator";
    none_due: "未到期", "not due";
    by_baseline: "以基期值为准", "depends on the baseline";
    by_parts: "由所列指标的判定得出", "follows from the verdicts on its parts";
    by_year_before: "以上年数值为准", "depends on the year before";
    roll_up: "各县（区）汇总", "counties combined";
    short_roll_up: "汇总", "combined";
    separator: "、", ", ";
    regions_apart: "（各地区另有目标）", " (regions have their own)";
    colon: "：", ": ";
    unstated: "未写明", "not stated";
    done: "完成", "done";
    not_done: "未完成", "not done";
    this_year: "本年", "this year";
    waived: "豁免", "Waived";
    reason: "理由", "Reason";
    approved_by: "批准", "Approved by";
    expires: "有效至", "Until";
    item: "项目", "Item";
    demand: "目标要求", "Target in words";
    same_as: "同指标", "same as indicator";
    meant_so: "已写明原因，予以容许", "Allowed, with the reason";
    weight: "轻重", "weight";
    meaning: "含义", "meaning";
    codes: "提示的代码", "The codes of findings";
    example: "例", "example";
    switch: "开关", "switch";
}
impl Lang {
    /// How one table of a file was read.
    pub(super) fn table_read(self, sheet: Option<&str>, layout: Layout, rows: u64) -> String {
        let layout = self.layout(layout);
        match (self, sheet) {
            (Self::Zh, Some(sheet)) => format!("工作表“{sheet}”{layout}，{rows} 个数值"),
            (Self::Zh, None) => format!("{layout}，{rows} 个数值"),
            (Self::En, Some(sheet)) => {
                format!("sheet \"{sheet}\" with {layout}, {}", counted(rows, "values"))
            }
            (Self::En, None) => format!("{layout}, {}", counted(rows, "values")),
        }
    }

    /// How a file was read.
    pub(super) fn file_read(self, name: &str, parts: &[String]) -> String {
        match self {
            Self::Zh => format!("{name} 的读法：{}", parts.join("；")),
            Self::En => format!("{name} was read as: {}", parts.join("; ")),
        }
    }

    /// A finding that is counted with others of its kind.
    pub(super) fn counted_alike(self, code: &str) -> String {
        match self {
            Self::Zh => format!("问题与已列出的 {code} 同类"),
            Self::En => format!("as other findings {code} that are listed"),
        }
    }

    /// Why the city has no value.
    pub(super) fn no_roll_up(self, why: &str) -> String {
        match self {
            Self::Zh => format!("不能汇总：{why}"),
            Self::En => format!("can't be combined: {why}"),
        }
    }

    /// What was not read, and may stand where what is read can't be told to be anybody's.
    pub(super) fn perhaps_in(self, place: &str) -> String {
        match self {
            Self::Zh => format!("未报送，或在读不出的 {place}"),
            Self::En => format!("not sent, or in what can't be read: {place}"),
        }
    }

    /// A reference that a figure is held against, and that is not there.
    pub(super) fn no_reference(self, reference: &str) -> String {
        match self {
            Self::Zh => format!("缺少“{reference}”"),
            Self::En => format!("\"{reference}\" is missing"),
        }
    }

    /// A mark that was sent for no value.
    pub(super) fn marked(self, mark: &str) -> String {
        match self {
            Self::Zh => format!("填的是“{mark}”"),
            Self::En => format!("sent as \"{mark}\""),
        }
    }

    /// 判定 in at most 7 columns, for narrow cells.
    pub fn short_outcome(self, outcome: Outcome) -> &'static str {
        match (self, outcome) {
            (Self::Zh, Outcome::OnPace) => "达进度",
            (Self::En, Outcome::NotApplicable) => "n/a",
            _ => self.outcome(outcome),
        }
    }

    /// 属性.
    pub fn attribute(self, attribute: Attribute) -> &'static str {
        self.pick(attribute.chinese(), attribute.word())
    }

    /// 属性 in at most 6 columns, for narrow cells.
    pub fn short_attribute(self, attribute: Attribute) -> &'static str {
        match attribute {
            Attribute::Binding => self.pick("约束", "bind."),
            Attribute::Anticipatory => self.pick("预期", "antic."),
            Attribute::Task => self.pick("任务", "task"),
        }
    }

    /// The year in which a target is due, where that is not the plan's.
    pub(super) fn due(self, year: u16) -> String {
        self.in_brackets(&self.pick(format!("{year} 年到期"), format!("due {year}")))
    }

    /// The year that a baseline is of, where that is not the plan's.
    pub(super) fn of_year(self, year: u16) -> String {
        self.in_brackets(&self.pick(format!("{year} 年"), format!("{year}")))
    }

    /// A difference in the unit of its indicator: points, for a percentage.
    pub fn difference(self, number: &str, unit: &str) -> String {
        match unit {
            "" => number.to_owned(),
            "%" => format!("{number} {}", self.points()),
            unit if self == Self::En => counted(number, unit),
            unit => format!("{number} {unit}"),
        }
    }

    /// What holds from a year on, behind what held before.
    pub fn from_year(self, year: u16, text: &str) -> String {
        match self {
            Self::Zh => format!("；{year} 年起 {text}"),
            Self::En => format!("; from {year} on {text}"),
        }
    }

    /// Where a requirement comes from.
    pub fn basis(self, basis: Basis, baseline: Option<BaselineSource>) -> &'static str {
        let (zh, en) = match (basis, baseline) {
            (Basis::Target, Some(BaselineSource::YearBefore)) => {
                ("与上年比", "against the year before")
            }
            (Basis::Target, _) => ("目标值", "the target"),
            (Basis::Pace, Some(BaselineSource::History)) => {
                ("序时进度（自本地区基期值起）", "even pace from the region's own baseline")
            }
            (Basis::Pace, Some(BaselineSource::Plan)) => {
                ("序时进度（自规划基期值起）", "even pace from the plan's baseline")
            }
            (Basis::Pace, Some(BaselineSource::Region)) => (
                "序时进度（自规划写明的本地区基期值起）",
                "even pace from the plan's baseline of the region",
            ),
            (Basis::Pace, Some(BaselineSource::YearBefore) | None) => ("序时进度", "even pace"),
            (Basis::Milestone, _) => ("规划写明的年度值", "the plan's figure for the year"),
            (Basis::Kept, Some(BaselineSource::History)) => {
                ("本地区基期已达目标，须保持", "met at the region's own baseline, must be kept")
            }
            (Basis::Kept, Some(BaselineSource::Plan)) => {
                ("基期已达目标，须保持", "met at the baseline, must be kept")
            }
            (Basis::Kept, Some(BaselineSource::Region)) => {
                ("本地区基期已达目标，须保持", "met at the region's own baseline, must be kept")
            }
            (Basis::Kept, Some(BaselineSource::YearBefore) | None) => {
                ("每年都须达到", "must hold in every year")
            }
            (Basis::Reference, _) => {
                ("同地区同年的参照数列", "the reference series, same region and year")
            }
        };
        self.pick(zh, en)
    }

    /// A word about a year: `2020 年基期值`.
    pub fn year_of(self, year: u16, word: &str) -> String {
        match self {
            Self::Zh => format!("{year} 年{word}"),
            Self::En => format!("{word} {year}"),
        }
    }

    /// A target relative to a reference series, as plans say it.
    pub fn relative(self, comparison: Comparison, reference: &str) -> String {
        match (self, comparison) {
            (Self::Zh, Comparison::Above) => format!("高于{reference}"),
            (Self::Zh, Comparison::AtLeast) => format!("与{reference}同步（不低于）"),
            (Self::Zh, Comparison::Below) => format!("低于{reference}"),
            (Self::Zh, Comparison::AtMost) => format!("不高于{reference}"),
            (Self::En, Comparison::Above) => format!("above {reference}"),
            (Self::En, Comparison::AtLeast) => format!("in step with {reference} (not below)"),
            (Self::En, Comparison::Below) => format!("below {reference}"),
            (Self::En, Comparison::AtMost) => format!("not above {reference}"),
        }
    }

    /// The number that the document names, behind the bound that is judged: 左右.
    pub(super) fn named(self, named: &str) -> String {
        match self {
            Self::Zh => format!("（{named}左右）"),
            Self::En => format!(" (about {named})"),
        }
    }

    /// How far a growth may stay behind its reference.
    pub(super) fn about_reference(self, points: &str, is_upward: bool) -> String {
        match (self, is_upward) {
            (Self::Zh, true) => format!("（可低 {points} 个百分点）"),
            (Self::Zh, false) => format!("（可高 {points} 个百分点）"),
            (Self::En, true) => format!(" (up to {points} points less)"),
            (Self::En, false) => format!(" (up to {points} points more)"),
        }
    }

    /// More rows than are shown, and which formats hold them.
    pub(super) fn and_more(self, count: u64, held: Held) -> String {
        let formats = match held {
            Held::CsvAndJson => self.pick("CSV 或 JSON", "CSV or JSON"),
            Held::Json => "JSON",
        };
        match self {
            Self::Zh => format!("……另有 {count} 条未列出；{formats} 报告给出全部。"),
            Self::En => {
                format!("… and {count} more not listed; the {formats} report gives them all.")
            }
        }
    }

    /// How what audits found stands.
    pub fn audits(self, AuditTally { hard, open, explained }: AuditTally) -> String {
        match self {
            Self::Zh => {
                format!("数据审核：强制性 {hard}、核实性待说明 {open}、核实性已说明 {explained}")
            }
            Self::En => {
                format!("Audits: hard {hard}, to be explained {open}, explained {explained}")
            }
        }
    }

    /// How much a finding weighs.
    pub fn severity(self, severity: Severity) -> &'static str {
        let words = self.words();
        match severity {
            Severity::Error => words.error,
            Severity::Warning => words.warning,
            Severity::Note => words.note,
        }
    }
}
