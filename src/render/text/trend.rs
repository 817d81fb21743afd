//! The words of trends.

use super::{Lang, words};
use crate::report::{Ahead, Exit, Unforetold};
use crate::term::{Against, Year};

words! {
    /// Fixed words of trends.
    pub(in crate::render) TrendWords of trend_words:
    trend: "走势", "Trend";
    by_year: "逐年", "By year";
    warnings: "预警", "Warnings";
    change: "比上年增减", "Change";
    marks_apart:
        "✗ 未达到当年要求；空格：该年没有数值；— 没有。各年的要求、判定和比上年增减见“逐年”表",
        "✗ short of the year's requirement; an empty cell: a year without a value; — none. What each \
         year demanded, the verdicts and the changes are on the sheet \"By year\".";
    required: "要求", "Req.";
    so_far: "年均\n增减", "Per\nyear";
    needed: "尚需\n年均", "Needed";
    projection: "预测", "proj.";
    warning: "预警", "Warning";
    missed: "难达标", "will miss";
    too_slow: "进度慢", "too slow";
    at_the_end: "；清单在最后", "; listed at the end";
    no_warnings:
        "没有预警：现在没有落后的，能作预计的到期都能达到目标。",
        "No warnings: nothing is behind, and all that can be projected meets its target.";
    no_number:
        "目标不是一个定数，不计所需进度，不作外推（—）",
        "The target is no fixed number: no pace needed, no projection (—).";
    of_a_mean:
        "目标是各年的平均，不计所需进度，不作外推（—）",
        "The target is a mean of the years: no pace needed, no projection (—).";
    limited:
        "* 外推超出指标可能的界限（百分数为 0 至 100），按界限计",
        "* The line leaves what the measure can be (0 to 100 for percentages); its limit is shown.";
    few_counted: "基数小", "too few";
    holds: "已达标", "holds";
    unforetold:
        "不外推：基数小，分母不足 20；已达标，目标已经达到，外推只会背离目标",
        "In place of a projection: too few, a denominator below 20; holds, the target holds \
         now, and the line would only lead away from it.";
    clause: "；", "; ";
    end: "。", ".";
}
/// How a run of trends ends, and with how many.
#[derive(Debug, Clone, Copy)]
pub(in crate::render) struct Concluded {
    pub(in crate::render) exit: Exit,
    pub(in crate::render) series: usize,
    pub(in crate::render) warnings: usize,
    /// No series has a value.
    pub(in crate::render) is_empty: bool,
}

/// What the latest year of a series shows, each part as it is written.
#[derive(Debug, Clone, Copy)]
pub(in crate::render) struct Now<'t> {
    pub(in crate::render) year: Year,
    pub(in crate::render) value: &'t str,
    pub(in crate::render) verdict: Option<&'static str>,
    /// What the year demanded, where the value falls short of it.
    pub(in crate::render) short_of: Option<&'t str>,
}

/// Numbers with signs and units.
#[derive(Debug)]
pub(in crate::render) struct Moves {
    pub(in crate::render) projection: String,
    pub(in crate::render) so_far: String,
    pub(in crate::render) needed: String,
}

impl Lang {
    /// How to read the tables.
    pub(in crate::render) fn trend_legend(self) -> [&'static str; 2] {
        self.pick(
            [
                "✗ 未达到当年要求；+ - 比上年增减（百分数以百分点计）；· 缺数值的年份；— 没有",
                "年均增减：首年至最近年；尚需年均：至目标年；预测：线性外推（最小二乘，三年以上）",
            ],
            [
                "✗ short of the year's requirement; + - change from the year before (percentage \
                 points for percentages); · a year without a value; — none.",
                "Per year: first year to latest; Needed: a year, to the target year; proj.: \
                 straight-line projection (least squares, three values or more).",
            ],
        )
    }

    /// The head of a page of trends.
    pub fn trend_headline(self, title: &str, years: &[Year], against: Against) -> String {
        let span = match years {
            [first, .., last] => format!("{first}–{last}"),
            [year] => year.to_string(),
            [] => String::new(),
        };
        let against = match against {
            Against::Requirement => self.pick("年度要求", "each year's requirements"),
            Against::Target => self.pick("目标值", "the final targets"),
        };
        match self {
            Self::Zh => format!("{title}　{span} 年走势　对照{against}"),
            Self::En => format!("{title}, trends {span}, against {against}"),
        }
    }

    /// How many warnings there are, and of which kinds.
    pub fn warnings(self, total: usize, kinds: &[String]) -> String {
        let kinds = self.list(kinds);
        match self {
            Self::Zh => format!("预警 {total} 项（{kinds}）：已落后，或预计到期达不到目标"),
            Self::En => {
                format!("Warnings {total} ({kinds}): behind now, or projected to miss the target")
            }
        }
    }

    /// How a run of trends ends.
    pub(in crate::render) fn trend_conclusion(self, of: Concluded) -> String {
        let Concluded { exit, series, warnings, is_empty } = of;
        if is_empty {
            let none = self.pick("没有可看走势的数值", "no values to see a trend in");
            return self.ended(none);
        }
        let faulty = match exit {
            Exit::Passed => "",
            _ => self
                .pick("；但数据中有错误，可能不全", "; the data has errors, so there may be more"),
        };
        let text = match self {
            Self::Zh => format!("走势 {series} 项，预警 {warnings} 项{faulty}"),
            Self::En => format!("trends {series}, warnings {warnings}{faulty}"),
        };
        self.ended(&text)
    }

    /// Whom a warning is about.
    pub(in crate::render) fn trend_subject(
        self,
        region: &str,
        indicator: &str,
        attribute: &str,
    ) -> String {
        let attribute = self.in_brackets(attribute);
        format!("{region} {indicator}{attribute}{}", self.words().colon)
    }

    /// What the latest year shows.
    pub(in crate::render) fn trend_now(self, now: Now<'_>) -> String {
        let Now { year, value, .. } = now;
        let comma = self.pick("，", ", ");
        let verdict = now.verdict.map_or(String::new(), |verdict| format!("{comma}{verdict}"));
        let required = self.pick("当年要求", "required");
        let short_of = now.short_of.map(|demand| self.in_brackets(&format!("{required} {demand}")));
        let short_of = short_of.unwrap_or_default();
        match self {
            Self::Zh => format!("{year} 年 {value}{verdict}{short_of}"),
            Self::En => format!("{value} in {year}{verdict}{short_of}"),
        }
    }

    /// Where it leads by the year of the target.
    pub(in crate::render) fn trend_ahead(
        self,
        ahead: Ahead<'_>,
        Moves { projection, so_far, needed }: &Moves,
        year: Year,
        target: &str,
    ) -> String {
        let (zh, en) = match ahead {
            Ahead::Projected(line) => {
                let limited = match line.is_limited() {
                    true => ("（超出界限，按界限计）", " (the limit; the line goes beyond)"),
                    false => ("", ""),
                };
                let verdict =
                    if line.holds { ("可达到", "meets") } else { ("达不到", "misses") };
                (
                    format!(
                        "线性外推（预测）{year} 年 {projection}{}，{}目标 {target}",
                        limited.0, verdict.0
                    ),
                    format!(
                        "straight-line projection for {year}: {projection}{}, {} the target {target}",
                        limited.1, verdict.1
                    ),
                )
            }
            Ahead::Pace => (
                format!("年均 {so_far}，{year} 年要达到目标 {target}，尚需年均 {needed}"),
                format!("{so_far} a year so far, {needed} a year needed for {target} in {year}"),
            ),
            Ahead::Unforetold(Unforetold::FewCounted) => (
                format!("{year} 年目标 {target}；分母不足 20，不作外推"),
                format!(
                    "the target is {target} in {year}; a denominator below 20, so no projection"
                ),
            ),
            Ahead::Unforetold(Unforetold::Holds) => (
                format!("{year} 年目标 {target} 已经达到，不外推下滑"),
                format!("the target {target} for {year} holds already, so no fall is projected"),
            ),
            Ahead::Due => (
                format!("{year} 年目标 {target} 已到期"),
                format!("the target {target} was due in {year}"),
            ),
            Ahead::NoNumber => (
                format!("目标 {target} 不是定数，不作外推"),
                format!("the target {target} is no fixed number, so no projection"),
            ),
            Ahead::Mean => (
                format!("目标 {target} 是各年的平均，不作外推"),
                format!("the target {target} is a mean of the years, so no projection"),
            ),
            Ahead::NoBaseline => (
                format!("目标 {target} 要从基期值算，而没有基期值，不作外推"),
                format!(
                    "the target {target} follows from a baseline that is missing, so no projection"
                ),
            ),
            Ahead::NoValue => (
                format!("{year} 年目标 {target}；没有数值，不作外推"),
                format!("the target is {target} in {year}; no value, so no projection"),
            ),
            Ahead::TooFew => (
                format!("{year} 年目标 {target}；数值不足三年，不作外推"),
                format!(
                    "the target is {target} in {year}; fewer than three values, so no projection"
                ),
            ),
        };
        self.pick(zh, en)
    }
}
