//! Averages that would be added up.

use super::{Finding, place};
use crate::diagnostic::LintProblem;
use crate::plan::{Indicator, RollUp, Scope};

/// In a name these say that it is an average, whatever else it says.
const AVERAGES: [&str; 15] = [
    "人均",
    "户均",
    "平均",
    "均值",
    "每百",
    "每千",
    "每万",
    "每十万",
    "每亿",
    "中位数",
    "密度",
    "占比",
    "寿命",
    "（岁）",
    "(岁)",
];

/// In a name these say that it is no count, unless it goes on to say what is counted:
/// 就业率达标的社区数.
const RATES: [&str; 10] =
    ["率", "比重", "比例", "年龄", "年限", "指数", "系数", "得分", "评分", "增速"];

/// What has one of those words in it and means something else.
const OTHERS: [&str; 5] = ["人均等", "人均衡", "年龄段", "按比例", "率先"];

/// Units that add up to nothing.
const UNITS: [&str; 8] = ["岁", "年", "分", "‰", "百分点", "个百分点", "倍", "位次"];

/// An average whose city value would be the sum of its counties'.
pub(super) fn sum_of_averages(indicator: &Indicator) -> Option<Finding<'_>> {
    let is_summed = indicator.roll_up == RollUp::Sum
        && matches!(indicator.scope, Scope::County | Scope::Total)
        && indicator.is_judged();
    let key = match (says_unit(&indicator.measure.unit), says_name(&indicator.name)) {
        _ if !is_summed => return None,
        (true, _) => "unit",
        (false, true) => "name",
        (false, false) => return None,
    };
    let problem = LintProblem::SumOfAverages { name: indicator.name.clone() };
    Some(Finding::new(problem, place(indicator, &[key]), &indicator.allow))
}

/// Whether unit or name say that the values are an average or a rate.
pub(in crate::judge) fn is_average(indicator: &Indicator) -> bool {
    says_unit(&indicator.measure.unit) || says_name(&indicator.name)
}

fn says_unit(unit: &str) -> bool {
    UNITS.contains(&unit) || unit.contains(['/', '／', '每'])
}

fn says_name(name: &str) -> bool {
    let name = OTHERS.iter().fold(name.to_owned(), |name, other| name.replace(other, ""));
    AVERAGES.iter().any(|word| name.contains(word))
        || (!is_count(&name) && RATES.iter().any(|word| name.contains(word)))
}

/// Whether a name ends with what it counts.
fn is_count(name: &str) -> bool {
    let no_count = ["指数", "系数", "分数", "倍数", "均数"];
    let counted = ["数", "人次", "户次", "场次", "批次", "数量", "总量", "总额"];
    counted.iter().any(|word| name.ends_with(word))
        && !no_count.iter().any(|word| name.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn averages_and_rates_are_told_by_their_names() {
        for name in [
            "残疾人人均可支配收入",
            "平均受教育年限",
            "每千人口床位数",
            "人均预期寿命",
            "每万名残疾人社会工作者数",
            "残疾人就业率",
            "无障碍设施指数",
            "满意度得分",
            "服务经费比重",
            "退休年龄",
        ] {
            assert!(says_name(name), "{name}");
        }
    }

    #[test]
    fn counts_are_no_rates_though_their_names_have_the_words() {
        for name in [
            "劳动年龄段持证残疾人数",
            "残疾人按比例就业人数",
            "残疾人均等享有服务的社区",
            "就业率达标的社区数",
            "率先建成的社区",
            "0—6岁残疾儿童",
            "培训人次",
            "残疾人之家",
        ] {
            assert!(!says_name(name), "{name}");
        }
    }

    #[test]
    fn units_that_add_up_are_those_of_things() {
        assert!(["岁", "‰", "元/人", "张/千人", "每千人"].map(says_unit).iter().all(|yes| *yes));
        assert!(["人", "万元", "平方米", "人次"].map(says_unit).iter().all(|yes| !yes));
    }
}
