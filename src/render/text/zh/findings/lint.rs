//! 中文: what findings in rules that load say.

use crate::diagnostic::LintProblem;
use crate::render::text::Message;
use crate::render::{Lang, numbers};

pub(in crate::render::text) fn message(problem: &LintProblem) -> Message {
    use LintProblem as L;
    let demand = |demand| Lang::Zh.demand(demand);
    match problem {
        L::KeptNotHeld { target, baseline, unit } => Message::new(format!(
            "要求是{}，而基期值 {} 还没有达到",
            demand(target),
            numbers::with_unit(&baseline.to_string(), unit)
        ))
        .help("请核对原文；如果原文如此，用 allow 写明"),
        L::Contradiction { year, here, there } => Message::new(format!(
            "同一指标两处要求互相矛盾：{year} 年{} 与 {}",
            demand(here),
            demand(there)
        ))
        .help("没有数值能同时满足两者；请核对原文"),
        L::Differs { here, there } => Message::new(format!(
            "同一指标两处要求不一样：{} 与 {}",
            demand(here),
            demand(there)
        ))
        .help("请核对原文；如果原文如此，用 allow 写明"),
        L::SmallCounts { target, baseline, denominator } => Message::new(format!(
            "基期值 {baseline}% 像是出自分母 {denominator}；若是，{} 就等于要求全部 {denominator} 个",
            demand(target)
        ))
        .help("请确认这是本意；如果是，用 allow 写明"),
        L::PaceOfFew { target, first } => Message::new(format!(
            "{} 按直线推进，第一年就要 {}，即至少 1",
            demand(target),
            numbers::bound(first)
        ))
        .help("数目小的累计目标可写 pace = \"at-end\"，目标年才到期"),
        L::AuditBound { key, bound } => Message::new(match bound.is_zero() {
            true => format!("{key} = {bound}：只要有变化就都要说明"),
            false => format!("{key} = {bound}：界限太宽，指数（如 108.74）和多写的百分号也查不出"),
        })
        .help("百分数一般写 10 至 30"),
        L::WrongWay { name, target } => Message::new(format!(
            "“{name}”说的是下降，而要求是上升：{}",
            demand(target)
        ))
        .help("下降写成 operator = \"≤\"，threshold 用负数，如 -13.5"),
        L::UnusedReference { id } => {
            Message::new(format!("没有指标用到参照数列“{id}”")).help("请删去，或在指标中引用")
        }
        L::UnusedRegion { name } => {
            Message::new(format!("没有指标判定“{name}”")).help("请删去，或核对指标的 scope")
        }
        L::DuplicateAlias { alias } => {
            Message::new(format!("别名“{alias}”重复")).help("名称、序号、id 和别名各写一次即可")
        }
        L::NoCite => Message::new("没有写明出处").help("请用 cite 写明在原文何处"),
        L::NoCounts { lacking } => Message::new(format!("没有写明 {}", lacking.join("、")))
            .help("百分比应写明分子、分母的口径"),
        L::UnusedAllow { code } => {
            Message::new(format!("这里没有“{code}”可以容许")).help("请删去这条 allow")
        }
    }
}
