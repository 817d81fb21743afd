//! 数据审核: what can't be right in figures that read well, and what must be explained.

mod levels;
mod parts;

pub use levels::{Audit, Level, Levels};
pub use parts::{CellName, ChangeMeasure, Growth, Proportion};

use parts::figures_told;

use super::{Entry, Message, NumberField, Severity};
use crate::term::{Named, Year};
use crate::words::{Lang, shorten_to};

/// How a finding of an audit stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AuditStatus {
    /// The row can't be used.
    Hard,
    /// The row has to be explained.
    Open,
    /// The row is explained.
    Explained {
        /// 备注 as it was sent.
        remark: Box<str>,
    },
}

/// What an audit found, and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditFinding {
    /// What was found.
    pub problem: AuditProblem,
    /// How it stands.
    pub status: AuditStatus,
}

impl AuditFinding {
    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        match self.status {
            AuditStatus::Hard => Severity::Error,
            AuditStatus::Open => Severity::Warning,
            AuditStatus::Explained { .. } => Severity::Note,
        }
    }
}

impl AuditFinding {
    pub(super) const ENTRIES: &'static [Entry] = AuditProblem::ENTRIES;

    pub(super) fn entry(&self) -> &'static Entry {
        self.problem.entry()
    }

    /// What it says: what is wrong, and what is to be done as it stands.
    pub(super) fn message(&self, lang: Lang) -> Message {
        let Message { title, help, .. } = self.problem.message(lang);
        let check = help.unwrap_or_default();
        match &self.status {
            AuditStatus::Hard => Message::new(title).help(lang.pick(
                format!("{check}；改正后重报，在此之前该行无效"),
                format!("{check}; correct it and send it again: until then the row is invalid"),
            )),
            AuditStatus::Open => Message::new(title).help(lang.pick(
                format!("{check}；属实的，请在该行备注中说明"),
                format!("{check}; if it is right, say why in \"备注\""),
            )),
            AuditStatus::Explained { remark } => {
                // A remark is told whole unless it is a letter.
                let remark = shorten_to(200, remark);
                Message::new(lang.pick(
                    format!("{title}；备注说明：{remark}"),
                    format!("{title}; explained: \"{remark}\""),
                ))
            }
        }
    }

    #[cfg(test)]
    pub(super) fn samples() -> Vec<Self> {
        let statuses =
            [AuditStatus::Hard, AuditStatus::Open, AuditStatus::Explained { remark: "x".into() }];
        let found = AuditProblem::samples().into_iter().flat_map(|problem| {
            statuses.clone().map(|status| Self { problem: problem.clone(), status })
        });
        found.collect()
    }
}

findings! {
    /// What an audit finds: what is wrong, and what to look at.
    pub enum AuditProblem in lang {
        /// A count of people, homes or other whole things has a fraction. 12.00 is whole. Units in
        /// ten thousands, and counts whose unit the plan does not state, are not audited.
        deny "audit/fraction-of-a-person"
        FractionOfAPerson { cell: CellName, field: NumberField, text: String, unit: Named }
        let name = cell.told(lang);
        let field = field.word();
        zh("{name}的{field} {text} 不是整数，而单位是“{unit}”",
            "请核对是否填错了列，或把万人、万元当成了个数")
        en("{name}: {text} in \"{field}\" is not a whole number, but the unit is \"{unit}\"",
            "look whether the column is right, and whether it is in ten thousands")
        page("分子、分母、数值或累计数的是人、户、个这样的整个事物，却填了小数。12.00 \
             是整数；单位是万人、万元或规划没有写明单位的不审。",
            "单位“人”，分子填 3212.5" / "the unit is \"人\" (people), the numerator 3212.5",
            "核对是否填错了列，或者数是以万为单位的；改正后重报。"
            / "Look whether the column is right and whether the figure is in ten thousands; send \
               it again.")

        /// The total of a sum over the years is less than the year before. No year is negative, so
        /// a total only grows. What a single year yields may fall.
        deny "audit/sum-falls" SumFalls { cell: CellName, before: Named, now: Named }
        let name = cell.told(lang);
        zh("{name}的累计 {now} 少于上年的 {before}，累计只增不减", "请核对本年和上年的累计数")
        en("{name}: the total {now} is less than {before} the year before",
            "compare the totals of both years")
        page("累计指标的“累计”少于上年的累计。各年的数不会是负的，累计只增不减。单独一年的数可以比上年少。",
            "2022 年累计 420 户，2023 年累计 400 户"
            / "420 homes in all in 2022, 400 in all in 2023",
            "核对两年的累计数。上年的数核减了的，请改报上年；改为核实性也仍会因与各年相加不符而无效。"
            / "Compare both totals. If the year before was corrected, send that year again; made \
               soft, the row is still invalid because its years do not add up.")

        /// The city's own row is not what its counties add up to; judged is what they add up to.
        /// Counts are compared to the digit, a rate without counts to its own last digit.
        warn "audit/city-disagrees"
        CityDisagrees { indicator: Named, year: Year, city: Named, sent: String, computed: String }
        zh("{year} 年“{indicator}”：{city}报送 {sent}，下属地区汇总为 {computed}",
            "按汇总判定；请核对两者")
        en("{year} \"{indicator}\": {city} sent {sent}, its counties add up to {computed}",
            "judged by what the counties add up to; check both")
        page("全市自己报送的数，与各县（区）汇总的数不一样。判定以汇总为准。有分子分母的逐位比较，没有的比较到所报的末位。",
            "舟山市报 56.5%，各县（区）合计 9413/16722 = 56.29%"
            / "the city sent 56.5%, its counties add up to 9413/16722 = 56.29%",
            "核对是市里的数旧了，还是某个县（区）的数变了。"
            / "Look whether the city's figure is old or a county's has changed.")

        /// The city's own row of a milestone is not what its counties add up to.
        warn "audit/city-disagrees"
        CityDisagreesDone { indicator: Named, year: Year, city: Named, sent: bool }
        let done = lang.pick("完成", "done");
        let not_done = lang.pick("未完成", "not done");
        let (said, parts) = if *sent { (done, not_done) } else { (not_done, done) };
        zh("{year} 年“{indicator}”：{city}报送{said}，下属地区汇总为{parts}",
            "按汇总判定；请核对两者")
        en("{year} \"{indicator}\": {city} says {said}, its counties say {parts}",
            "judged by what the counties add up to; check both")

        /// The value is far from that of the year before. The plan's [audit] states how far it may
        /// be: change-points for percentages, change-percent (of the year before) for all else;
        /// without a bound nothing is audited. Of a sum single years are compared. A change of
        /// fewer than 5 things does not count.
        warn "audit/change-since-last-year" ChangeSinceLastYear {
            cell: CellName,
            before: Named,
            now: Named,
            change: String,
            bound: String,
            measured: ChangeMeasure,
        }
        let name = cell.told(lang);
        let of = match measured {
            ChangeMeasure::Points => lang.pick(" 个百分点", " points"),
            ChangeMeasure::Percent => "%",
        };
        zh("{name}由上年的 {before} 变为 {now}，相差 {change}{of}，超过 {bound}{of}",
            "请与上年的数对照核实")
        en("{name}: from {before} the year before to {now}, a change of {change}{of}, over \
             {bound}{of}",
            "compare it with the year before")
        page("与上年相比变化太大。界限写在规划的 [audit] 里：百分比看 \
             change-points（百分点），其他数看 \
             change-percent（上年的百分之几）；不写就不审。累计指标比较单独一年的数。相差不到 5 \
             个（人、家）的不算。",
            "change-points = 10，上年 56.1%，今年 78.4%"
            / "change-points = 10, 56.1% the year before, 78.4% now",
            "对照上年的报送核实；确有其事的，在备注中说明原因。"
            / "Compare it with what was sent the year before; if it is right, say why in the \
               remark.")

        /// Numerator and denominator are both those of the year before: probably copied. Not
        /// audited: fewer than 100, all or none but for fewer than 5, and rates without counts.
        /// Counts without a rate are audited from 100 on if they are not multiples of 10.
        warn "audit/same-as-last-year" SameAsLastYear { cell: CellName, figures: Named }
        let name = cell.told(lang);
        zh("{name}与上年完全相同：{figures}", "请核实是否照抄了上年的数")
        en("{name}: the very figures of the year before, {figures}",
            "check whether the year before was copied")
        page("分子和分母都与上年一模一样，多半是照抄。分母不到 100、离全部或离零不到 5 \
             的，本来就可能相同，不审；没有分子分母的百分比也不审。个数不小于 100 \
             且不是整十的也审。",
            "2022 年 3512/6140，2023 年仍是 3512/6140" / "3512/6140 in 2022, and 3512/6140 in 2023",
            "核实今年的数；确实没有变化的，在备注中说明。"
            / "Check this year's figures; if nothing has changed, say so in the remark.")

        /// The value of a county or an area is the plan's baseline, which is the city's: probably
        /// copied. Not audited: what counts bear out, and numbers of few digits (60, 100). Rows of
        /// the baseline year in --history are audited too, for paths start from them.
        warn "audit/baseline-of-the-parent"
        BaselineOfTheParent { cell: CellName, city: Named, baseline: Named, baseline_year: Year }
        let name = cell.told(lang);
        zh("{name}的 {baseline} 正是{city} {baseline_year} 年的基期值", "请核实是否照抄了全市的数")
        en("{name}: {baseline} is the {baseline_year} baseline of {city}",
            "check whether the figure of the whole was copied")
        page("县（区）或功能区的数，正是规划所列的全市基期值，多半是照抄全市。有分子分母为证的、位数少的（如 \
             60、100）不审。--history 中基期年的行也审：逐年要求从那里起算。",
            "规划：全市 2020 年就业率 49.86%；某县也报 49.86%，没有分子分母"
            / "the plan's employment rate of 2020 is 49.86%; a county sends 49.86% without counts",
            "改报本地区自己的数，最好填分子和分母。"
            / "Send the region's own figure, best with numerator and denominator.")

        /// Denominators that the plan describes in the very same words are one figure, but a region
        /// sent several in one year. One finding a region names them all. Made hard, all those rows
        /// are invalid, for which is right is not known.
        warn "audit/denominators-differ" DenominatorsDiffer {
            region: Named,
            year: Year,
            denominator: Named,
            figures: Vec<(String, Vec<Named>)>,
        }
        let figures = figures_told(figures, lang);
        zh("{region} {year} 年“{denominator}”各处不一：{figures}",
            "按规划这是同一个数；请核对哪一个对")
        en("{region}, {year}: \"{denominator}\" differs: {figures}",
            "by the plan they are one figure; check which is right")
        page("规划中口径写得一字不差的分母，是同一个数；同一地区同一年却填了不同的数。一个地区一条，列出全部数字。改为强制性时，这几行都无效，因为不知道哪个对。",
            "持证残疾人数：一项填 15811，另一项填 15801"
            / "people with a disability card: 15811 in one row, 15801 in another",
            "核对哪一个对，改成一致；口径确有不同的，在备注中说明，或在规划中分开写。"
            / "Correct those that are wrong; if they do count different things, say so in the \
               remark, or in the plan.")

        /// Numerator and denominator are both at least 1000 and both whole hundreds: rather
        /// estimated than counted.
        warn "audit/round-figures"
        RoundFigures { cell: CellName, numerator: String, denominator: String }
        let name = cell.told(lang);
        zh("{name}的分子 {numerator}、分母 {denominator} 都是整百数", "请核实是否为估计数")
        en("{name}: numerator {numerator} and denominator {denominator} are both round hundreds",
            "check whether they are estimates")
        page("分子和分母都不小于 1000，又都是整百，像是估计的而不是数出来的。",
            "4200/5600",
            "填报实际的数；恰好是整数的，在备注中说明。"
            / "Send what was counted; if it happens to be round, say so in the remark.")

        /// A numerator, denominator, value or total is 1000 times that of the year before or more,
        /// or a thousandth or less: probably the unit is wrong, ten thousands for ones or the
        /// reverse. The change is then not told a second time.
        warn "audit/jump-of-scale"
        JumpOfScale { cell: CellName, field: NumberField, before: String, now: String, unit: Named }
        let name = cell.told(lang);
        let field = field.word();
        zh("{name}的{field}由上年的 {before}{unit} 变为 {now}{unit}，相差千倍以上",
            "请核对单位，是否把万人写成了人，或相反")
        en("{name}: \"{field}\" went from {before} to {now} ({unit}), a thousandfold or more",
            "check the unit: ten thousands for ones, or the reverse")
        page("分子、分母、数值或累计是上年的 1000 \
             倍以上，或不到千分之一，多半是单位错了：把万人写成人，把元写成万元。查出后不再说变化太大。",
            "上年分母 33480，今年 3.348" / "a denominator of 33480 the year before, of 3.348 now",
            "核对单位，按规划所写的单位重报。"
            / "Check the unit, and send the figure in the unit of the plan.")

        /// Growth beyond growth in the plan's [audit], up or down; without it nothing is audited.
        /// 108.74 is probably an index of 100, 874% a percentage typed into a percent cell, 0.0874%
        /// a fraction (a hundred times of which is within the bound). Growth of references, as of
        /// GDP, is audited too.
        warn "audit/implausible-growth"
        ImplausibleGrowth { cell: CellName, sent: String, bound: String, likely: Growth }
        let name = cell.told(lang);
        zh(match likely {
            Growth::Beyond => format!("{name}的 {sent} 超过增长率的界限 ±{bound}"),
            Growth::Index(growth) => {
                format!("{name}的 {sent} 像是以上年为 100 的指数，增长率则是 {growth}")
            }
            Growth::Fraction(growth) => {
                format!("{name}的 {sent} 像是没有乘 100 的小数，增长率则是 {growth}")
            }
        }, "请核对是否填成了指数、小数，或多点了百分号")
        en(match likely {
            Growth::Beyond => format!("{name}: growth of {sent} is beyond ±{bound}"),
            Growth::Index(growth) => {
                format!("{name}: {sent} looks like an index of 100, and growth of {growth}")
            }
            Growth::Fraction(growth) => {
                format!("{name}: {sent} looks like a fraction, and growth of {growth}")
            }
        }, "check whether it is an index, a fraction, or a percentage typed twice")
        page("增长率超过规划 [audit] 的 growth（升降都算）；不写就不审。108.74 多半是以上年为 100 \
             的指数，874% 多半是在百分比格式里又填了百分数，0.0874% 多半是没有乘 100 的小数（乘 \
             100 后才在界限之内）。参照的增长率（如 GDP）同样审。",
            "growth = 30，报 108.74%" / "growth = 30, and 108.74% was sent",
            "改报增长率；确有其事的，在备注中说明。"
            / "Send the growth; if it is right, say why in the remark.")

        /// With no year before to tell: the value is 1000 times the plan's baseline and target or
        /// more, or a thousandth or less (of a sum a five-thousandth); or value, numerator or
        /// denominator is four powers of ten from most counties (where three or more sent one).
        /// Probably the unit is wrong. Percentages are not audited.
        warn "audit/out-of-scale"
        OutOfScale { cell: CellName, field: NumberField, now: Named, beside: Proportion }
        let name = cell.told(lang);
        let field = field.word();
        let beside = beside.told(lang);
        zh("{name}的{field} {now} 与规模不符：{beside}", "请核对单位，是否把万人写成了人，或相反")
        en("{name}: \"{field}\" of {now} is out of proportion: {beside}",
            "check the unit: ten thousands for ones, or the reverse")
        page("没有上年可比时，数值是规划基期值和目标值的 1000 \
             倍以上，或不到千分之一（累计为五千分之一）；或者数值、分子、分母比多数县（区）差四个数量级以上（三个以上县（区）有数才比）。多半是单位错了。百分比不审。",
            "单位“万人”，目标 650，报 6000000"
            / "the unit is ten thousand people, the target 650, and 6000000 was sent",
            "核对单位，按规划所写的单位重报。"
            / "Check the unit, and send the figure in the unit of the plan.")
    }
}

impl AuditProblem {
    /// Which audit finds it.
    pub fn audit(&self) -> Audit {
        match self {
            Self::FractionOfAPerson { .. } => Audit::FractionOfAPerson,
            Self::SumFalls { .. } => Audit::SumFalls,
            Self::CityDisagrees { .. } | Self::CityDisagreesDone { .. } => Audit::CityDisagrees,
            Self::ChangeSinceLastYear { .. } => Audit::ChangeSinceLastYear,
            Self::SameAsLastYear { .. } => Audit::SameAsLastYear,
            Self::BaselineOfTheParent { .. } => Audit::BaselineOfTheParent,
            Self::DenominatorsDiffer { .. } => Audit::DenominatorsDiffer,
            Self::RoundFigures { .. } => Audit::RoundFigures,
            Self::JumpOfScale { .. } => Audit::JumpOfScale,
            Self::ImplausibleGrowth { .. } => Audit::ImplausibleGrowth,
            Self::OutOfScale { .. } => Audit::OutOfScale,
        }
    }
}
