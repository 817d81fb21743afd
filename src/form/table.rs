//! The forms, one entry each, in the order of the documentation.

use super::{Course, Shape, States, UnitKind};
use crate::term::Basis;

macro_rules! forms {
    ($($(#[doc = $doc:literal])+ $form:ident = { $($part:tt)+ })+) => {
        /// What kind of target a rule states. Each form has keys of its own.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Form {
            $($(#[doc = $doc])+ $form,)+
        }

        impl Form {
            /// Every form.
            pub const ALL: [Self; [$(Self::$form),+].len()] = [$(Self::$form),+];

            /// The words of all, in the same order.
            pub const WORDS: [&'static str; Self::ALL.len()] =
                [$(Self::$form.shape().word),+];

            pub(super) const fn shape(self) -> &'static Shape {
                match self {
                    $(Self::$form => &Shape { $($part)+ },)+
                }
            }
        }
    };
}

forms! {
    /// 水平: the value of the target year, `≥ 60%`; the years before are held to the
    /// straight line from the baseline.
    Level = {
        word: "level",
        name: ["水平", "level"],
        said: ["{}", "{}"],
        keys: &[
            "operator", "threshold", "tolerance", "about", "baseline", "baseline-year", "milestones", "pace", "due",
            "growth",
        ],
        states: States::Value,
        unit: UnitKind::Any,
        course: Course::FromBaseline,
    }

    /// 保持: the target holds in every year.
    Kept = {
        word: "kept",
        name: ["保持", "kept"],
        said: ["保持{}", "kept {}"],
        keys: &["operator", "threshold", "tolerance", "about", "baseline", "baseline-year", "growth"],
        states: States::Value,
        unit: UnitKind::Any,
        course: Course::Kept,
    }

    /// 相对: against a reference series of the same region and year, 与GDP增长同步. Both are
    /// average yearly growth since the baseline year, so they compare as they are.
    Relative = {
        word: "relative",
        name: ["相对", "relative"],
        said: ["{}", "{}"],
        keys: &["operator", "reference", "about", "baseline", "growth-of", "growth"],
        states: States::Reference,
        unit: UnitKind::Any,
        course: Course::EachYear(Basis::Reference),
    }

    /// 累计: the sum over the years of the plan, 改造900户以上.
    Sum = {
        word: "sum",
        name: ["累计", "sum"],
        said: ["累计{}", "in all {}"],
        keys: &["operator", "threshold", "tolerance", "about", "milestones", "pace", "due"],
        states: States::Value,
        unit: UnitKind::NoRatio,
        course: Course::AddsUp,
    }

    /// 每年: every year by itself.
    EachYear = {
        word: "each-year",
        name: ["每年", "each year"],
        said: ["每年{}", "yearly {}"],
        keys: &["operator", "threshold", "tolerance", "about", "growth"],
        states: States::Value,
        unit: UnitKind::Any,
        course: Course::EachYear(Basis::Target),
    }

    /// 变化: the change since the baseline, 累计降低13.5%, 提高1岁.
    Change = {
        word: "change",
        name: ["变化", "change"],
        said: ["较基期{}", "change {}"],
        keys: &[
            "operator", "threshold", "about", "change", "reported", "baseline", "baseline-year", "milestones",
            "pace", "due",
        ],
        states: States::Change,
        unit: UnitKind::Any,
        course: Course::FromBaseline,
    }

    /// 同比: the change since the year before, 只增不减, 每年降0.5个百分点.
    YearOnYear = {
        word: "year-on-year",
        name: ["同比", "year on year"],
        said: ["比上年{}", "on the year before {}"],
        keys: &["operator", "threshold", "about", "change", "baseline"],
        states: States::Change,
        unit: UnitKind::Any,
        course: Course::YearOnYear,
    }

    /// 年均: the mean of the years of the plan, 年均新增就业1000人以上.
    Mean = {
        word: "mean",
        name: ["年均", "mean"],
        said: ["年均{}", "on average {}"],
        keys: &["operator", "threshold", "tolerance", "about", "pace", "due"],
        states: States::Value,
        unit: UnitKind::NoRatio,
        course: Course::Averages,
    }

    /// 增长: average yearly growth of levels since the baseline year, 年均增长7%以上.
    Growth = {
        word: "growth",
        name: ["增长", "growth"],
        said: ["年均增长{}", "yearly growth {}"],
        keys: &["operator", "threshold", "about", "baseline", "baseline-year", "pace", "due"],
        states: States::Growth,
        unit: UnitKind::Any,
        course: Course::Compounds,
    }

    /// 倍数: a multiple of the baseline, 翻一番.
    Multiple = {
        word: "multiple",
        name: ["倍数", "multiple"],
        said: ["{} 倍基期", "{} × baseline"],
        keys: &["operator", "threshold", "baseline", "baseline-year", "milestones", "pace", "due"],
        states: States::Multiple,
        unit: UnitKind::Any,
        course: Course::FromBaseline,
    }

    /// 任一: one of several indicators is met, 甲或乙达到即可.
    AnyOf = {
        word: "any-of",
        name: ["任一", "any of"],
        said: ["{} 任一达到", "any of {}"],
        keys: &["any-of"],
        states: States::Either,
        unit: UnitKind::None,
        course: Course::AtEnd,
    }

    /// 都要: each of several indicators is met, 甲且乙.
    AllOf = {
        word: "all-of",
        name: ["都要", "all of"],
        said: ["{} 都达到", "all of {}"],
        keys: &["all-of"],
        states: States::Both,
        unit: UnitKind::None,
        course: Course::AtEnd,
    }

    /// 达标比例: the share of counties that meet an indicator, 优质均衡县比例.
    Share = {
        word: "share",
        name: ["达标比例", "share of counties"],
        said: ["{}", "{}"],
        keys: &[
            "share-of", "operator", "threshold", "tolerance", "about", "baseline", "baseline-year", "milestones",
            "pace", "due",
        ],
        states: States::Share,
        unit: UnitKind::Percent,
        course: Course::FromBaseline,
    }

    /// 名次: the place among the regions of its level by their values of an indicator, 前三.
    Rank = {
        word: "rank",
        name: ["名次", "rank"],
        said: ["{}", "{}"],
        keys: &[
            "rank-of", "operator", "threshold", "baseline", "baseline-year", "milestones", "pace", "due",
        ],
        states: States::Rank,
        unit: UnitKind::Any,
        course: Course::FromBaseline,
    }

    /// 节点: something that is done or not, 出台《办法》.
    Milestone = {
        word: "milestone",
        name: ["节点", "milestone"],
        said: ["{} 年底前完成", "done by the end of {}"],
        keys: &["due"],
        states: States::Done,
        unit: UnitKind::None,
        course: Course::AtEnd,
    }

    /// 全覆盖: 100%, and nobody left out.
    FullCoverage = {
        word: "full-coverage",
        name: ["全覆盖", "full coverage"],
        said: ["{}", "{}"],
        keys: &["baseline", "baseline-year", "milestones", "pace", "due"],
        states: States::Coverage,
        unit: UnitKind::Percent,
        course: Course::FromBaseline,
    }

    /// 文字: words alone; listed, never judged.
    Words = {
        word: "words",
        name: ["文字", "words"],
        said: ["（文字要求）", "(in words)"],
        keys: &[],
        states: States::Words,
        unit: UnitKind::None,
        course: Course::AtEnd,
    }
}
