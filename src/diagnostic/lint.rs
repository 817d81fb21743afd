//! What `plan lint` finds in rules that load, and that judge what they say.

use crate::exact::{Decimal, Rational};
use crate::term::{Named, Year};
use crate::words::{Demand, bound, with_unit};

findings! {
    /// Something in a plan that may not be meant.
    pub enum LintProblem in lang {
        /// The target is "kept up", as if the baseline met it, and the baseline does not. Every
        /// year is then held against the target itself.
        warning "lint/kept-not-held" KeptNotHeld { target: Demand, baseline: Decimal, unit: Named }
        let target = lang.demand(target);
        let baseline = with_unit(&baseline.to_string(), unit);
        zh("要求是{target}，而基期值 {baseline} 还没有达到",
            "请核对原文；如果原文如此，用 allow 写明")
        en("the target is \"{target}\", but the baseline {baseline} does not meet it",
            "check the document; if it says so, allow it with the reason")
        page("规则写的是“保持”，好像基期值已经达到目标，其实没有。这样每一年都直接对照目标值。",
            "form = \"kept\", baseline = 85, operator = \"≥\", threshold = 90")

        /// Two rules on one measure demand of one year what no value can satisfy together: one of
        /// them always fails.
        warning "lint/contradiction" Contradiction { year: Year, here: Demand, there: Demand }
        let here = lang.demand(here);
        let there = lang.demand(there);
        zh("同一指标两处要求互相矛盾：{year} 年{here} 与 {there}",
            "没有数值能同时满足两者；请核对原文")
        en("two rules on one measure contradict each other in {year}: \"{here}\" and \"{there}\"",
            "no value satisfies both; check the document")
        page("两条规则说的是同一个指标，同一年的要求却没有数值能同时满足，总有一条不达标。",
            "≥90% / ≤85%")

        /// Two rules on one measure have different targets. They can be met together, but one of
        /// them is stricter than the other.
        warning "lint/differs" Differs { here: Demand, there: Demand }
        let here = lang.demand(here);
        let there = lang.demand(there);
        zh("同一指标两处要求不一样：{here} 与 {there}", "请核对原文；如果原文如此，用 allow 写明")
        en("two rules on one measure differ: \"{here}\" and \"{there}\"",
            "check the document; if it says so, allow it with the reason")
        page("两条规则说的是同一个指标，目标却不一样：虽能同时达到，但一条比另一条严。",
            "≥90% / >90%")

        /// The baseline looks like a share of a few things. With so few the threshold can only be
        /// met by all of them, which is more than it says.
        warning "lint/small-counts" SmallCounts {
            target: Demand,
            /// A percentage that gives the denominator away.
            baseline: Decimal,
            denominator: u32,
        }
        let target = lang.demand(target);
        zh("基期值 {baseline}% 像是出自分母 {denominator}；若是，{target} 就等于要求全部 \
             {denominator} 个",
            "请确认这是本意；如果是，用 allow 写明")
        en("the baseline {baseline}% looks like a part of {denominator}; if so, \"{target}\" \
             demands all {denominator}",
            "make sure that this is meant; if so, allow it with the reason")
        page("基期值像是几个里的几个。分母这样小，要达到目标值就得全部做到，比字面上严。",
            "88.89% = 8/9, ≥90% → 9/9")

        /// The target is a sum of a few things, and a straight line to it demands at least one of
        /// them in the first year.
        warning "lint/pace-of-few" PaceOfFew {
            target: Demand,
            /// What the line demands of the first year.
            first: Rational,
        }
        let target = lang.demand(target);
        let first = bound(first);
        zh("{target} 按直线推进，第一年就要 {first}，即至少 1",
            "数目小的累计目标可写 pace = \"at-end\"，目标年才到期")
        en("on a straight line to \"{target}\" the first year demands {first}, so at least 1",
            "for sums of a few, pace = \"at-end\" makes them due in the target year")
        page("累计目标的数目很小，按直线推进，第一年就要求至少完成一个。",
            "form = \"sum\", threshold = 2")

        /// The indicator's name speaks of a fall, and what the rule demands is a rise.
        warning "lint/wrong-way" WrongWay { name: Named, target: Demand }
        let target = lang.demand(target);
        zh("“{name}”说的是下降，而要求是上升：{target}",
            "下降写成 operator = \"≤\"，threshold 用负数，如 -13.5")
        en("\"{name}\" speaks of a fall, but the target is a rise: {target}",
            "write a fall with operator = \"≤\" and a negative threshold, such as -13.5")
        page("指标名称说的是下降，规则要求的却是上升。",
            "form = \"change\", operator = \"≥\", threshold = 13.5")

        /// The plan defines a reference series, and no indicator is held against it.
        warning "lint/unused-reference" UnusedReference { id: String }
        zh("没有指标用到参照数列“{id}”", "请删去，或在指标中引用")
        en("no indicator uses the reference series \"{id}\"", "remove it, or refer to it")
        page("规划定义了参照数列，却没有指标与它比较。", "[[reference]] id = \"gdp-growth\"")

        /// The plan has a region that no indicator judges, so its figures count for nothing.
        warning "lint/unused-region" UnusedRegion { name: Named }
        zh("没有指标判定“{name}”", "请删去，或核对指标的 scope、applies-to")
        en("no indicator judges \"{name}\"", "remove it, or check scope and applies-to of the indicators")
        page("规划里有这个地区，却没有指标判定它，它报送的数不起作用。", "scope = \"city\"")

        /// An alias repeats the name, the number, the id or another alias of the same rule.
        warning "lint/duplicate-alias" DuplicateAlias { alias: String }
        zh("别名“{alias}”重复", "名称、序号、id 和别名各写一次即可")
        en("the alias \"{alias}\" is there already",
            "a rule's id, name, number and aliases are each written once")
        page("别名与同一条规则的名称、序号、id 或另一个别名相同。",
            "name = \"就业率\", aliases = [\"就业率\"]" / "the name once more in aliases")

        /// A rule does not say where in the document it stands, so nobody can check it against the
        /// document.
        warning "lint/no-cite" NoCite
        zh("没有写明出处", "请用 cite 写明在原文何处")
        en("the rule does not say where it stands in the document", "say so with cite")
        page("规则没有写明出自原文何处，无从核对。",
            "cite = \"主要指标 第9行\"" / "an indicator without cite")

        /// A percentage does not say of what: which people or things its numerator and its
        /// denominator count.
        warning "lint/no-counts" NoCounts { lacking: Vec<&'static str> }
        let lacking = lang.list(lacking);
        zh("没有写明 {lacking}", "比率应写明分子、分母的口径")
        en("{lacking} not stated", "a ratio should say of what")
        page("比率没有写明分子和分母各数的是什么。", "unit = \"%\"")

        /// A bound of an audit lets everything pass, or nothing: 0 asks for a remark on every
        /// change, and 100 lets even an index pass for a rate of growth.
        warning "lint/audit-bound" AuditBound { key: &'static str, bound: Decimal }
        zh(match bound.is_zero() {
            true => format!("{key} = {bound}：只要有变化就都要说明"),
            false => format!("{key} = {bound}：界限太宽，指数（如 108.74）和多写的百分号也查不出"),
        }, "百分数一般写 10 至 30")
        en(match bound.is_zero() {
            true => format!("{key} = {bound} asks for a remark on every change"),
            false => format!("{key} = {bound} is so wide that an index of 108.74 passes"),
        }, "for percentages 10 to 30 is usual")
        page("数据审核的界限太窄或太宽：写 0，只要有变化就都要说明；写 \
             100，把指数当增长率报也查不出。",
            "[audit] growth = 100")

        /// The targets of the counties add up to less than the city's own, so that the city falls
        /// short where every county does what it has to; of a cap, to more.
        warning "lint/parts-and-whole" PartsAndWhole { region: Named, parts: Rational, whole: Demand }
        let parts = bound(parts);
        let whole = lang.demand(whole);
        zh("各地区的目标合计 {parts}，撑不起{region}的目标：{whole}", "请核对分解表；如果原文如此，用 allow 写明")
        en("the targets of its regions add up to {parts}, which does not make that of {region}: \
             \"{whole}\"",
            "check the targets of regions; if the document says so, allow it with the reason")
        page("各县（区）都完成自己的目标，全市仍达不到。",
            "threshold = 900, regions = { 甲县 = 500, 乙县 = 300 }"
            / "threshold = 900, regions = { A = 500, B = 300 }")

        /// Every county has a target that asks for less than the city's own rate, so that the city
        /// falls short where every county does what it has to.
        warning "lint/parts-contradict-whole" PartsContradictWhole { region: Named, whole: Demand }
        let whole = lang.demand(whole);
        zh("各地区的目标没有一个够得上{region}的目标：{whole}", "请核对分解表；如果原文如此，用 allow 写明")
        en("no region's target is as strict as that of {region}: \"{whole}\"",
            "check the targets of regions; if the document says so, allow it with the reason")
        page("各县（区）的目标都比全市的松，各县都完成了，全市仍达不到。",
            "threshold = 60, regions = { 甲县 = 55, 乙县 = 58 }"
            / "threshold = 60, regions = { A = 55, B = 58 }")

        /// Some counties have targets of their own, and others none: nothing is due from those.
        warning "lint/county-without-target" CountyWithoutTarget { count: usize, regions: Vec<Named> }
        let first = lang.list(regions.iter().take(10));
        zh("{count} 个地区没有分到目标，不作要求：{first}",
            "请补写；确实没有任务的，用 allow 写明；用规划的目标的，写 by-region = \"same\"")
        en("regions without a target, from which nothing is due ({count}): {first}",
            "write them; allow it where that is meant, or write by-region = \"same\" for the plan's target")
        page("有的县（区）有自己的目标，有的没有；没有的不作要求，多半是漏写了。",
            "分解表里没有嵊泗县" / "the table of targets lacks a county")

        /// What adds up over the regions demands the same amount of each of them as of all together,
        /// and no region has a target of its own.
        warning "lint/same-of-each" SameOfEach { target: Demand }
        let target = lang.demand(target);
        zh("“{target}”既要求每个地区，也要求它们之和，而各地区的数是相加的",
            "要求全市的，写 scope = \"total\"（各地区报，相加）或 \"city\"（市里报）；分到各地区的，写 \
             regions；每个地区都要这么多的，写 scope = \"each-county\"；确是本意的，用 allow 写明")
        en("\"{target}\" is demanded of each region and of their sum alike, and the regions add up",
            "of the whole, write scope = \"total\" (the regions send, and add up) or \"city\"; divided, \
             write regions; of each region, scope = \"each-county\"; allow it where it is meant")
        page("各地区的数是相加的，目标却是一个数：每个县（区）要达到它，全市之和也只要达到它。多半是全市的目标，漏写了 \
             scope。",
            "unit = \"人\", threshold = 1500")

        /// A rule allows a finding that is not there: it was mended, or never was.
        warning "lint/unused-allow" UnusedAllow { code: String }
        zh("这里没有“{code}”可以容许", "请删去这条 allow")
        en("there is no \"{code}\" here to allow", "remove it from allow")
        page("规则容许的问题在这里并不存在：已经改好，或从来没有。",
            "allow = { \"lint/no-cite\" = \"…\" }")
    }
}
