//! Where figures are said to come from, and when that was made.

use super::date::Year;
use super::fold::fold;
use super::period::{periods_in, spans_in, years_in_name};

/// Words before what figures come from.
const LEADS: [&str; 8] = ["来源", "来自", "源自", "取自", "摘自", "引自", "出自", "source"];
/// What figures stand in; none of them can have those of a later year.
const RECORDS: [&str; 16] = [
    "年鉴",
    "公报",
    "年报",
    "普查",
    "台账",
    "统计",
    "数据",
    "报表",
    "资料",
    "汇编",
    "调查",
    "yearbook",
    "bulletin",
    "census",
    "statistic",
    "survey",
];
/// What only says how they are gathered, or is kept up: its year is when it began.
const STANDING: [&str; 15] = [
    "制度", "办法", "条例", "规定", "规划", "方案", "通知", "文件", "平台", "系统", "标准", "库",
    "建", "上线", "号",
];

/// What a folded text says that figures come from: 数据来源：2021年统计年鉴.
pub fn source_in(folded: &str) -> Option<&str> {
    let found = LEADS.iter().filter_map(|lead| Some((folded.find(lead)?, lead.len())));
    let (at, length) = found.min()?;
    let rest = folded.get(at + length..)?;
    let rest = rest.trim_start_matches(['于', '自', '为', '是', ':', ' ']);
    let end = rest.find(['。', ';', '\n']).unwrap_or(rest.len());
    rest.get(..end).filter(|source| !source.is_empty())
}

/// The last year that what figures come from can have figures of; none if it does not say.
///
/// ```
/// use dabiao::text::last_year_of_source;
///
/// assert_eq!(last_year_of_source("2021年统计年鉴"), Some(2021));
/// assert_eq!(last_year_of_source("残疾人数据平台（2021年上线）"), None);
/// ```
pub fn last_year_of_source(source: &str) -> Option<Year> {
    let folded = fold(source);
    let is_standing = STANDING.iter().any(|word| folded.contains(word));
    let is_record = RECORDS.iter().any(|word| folded.contains(word));
    let is_time = folded
        .chars()
        .all(|c| !c.is_alphabetic() || "年度月末底〇零一二三四五六七八九十".contains(c));
    if is_standing || !(is_record || is_time) {
        return None;
    }
    let spans = spans_in(source).into_iter().map(|(_, last)| last);
    let periods = periods_in(source).into_iter().map(|period| period.year);
    years_in_name(source).into_iter().chain(spans).chain(periods).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_figures_are_taken_from_says_up_to_which_year_they_can_be() {
        for (text, year) in [
            ("数据来源：2021年统计年鉴", Some(2021)),
            ("资料来源：《舟山统计年鉴2021》", Some(2021)),
            ("注：数据来源于舟山统计年鉴-2021", Some(2021)),
            ("来源：2020年第七次全国人口普查", Some(2020)),
            ("数据来自二〇二一年统计年鉴", Some(2021)),
            ("来源：2022年", Some(2022)),
            ("Source: Statistical Yearbook 2021", Some(2021)),
            ("摘自2021—2023年统计资料汇编", Some(2023)),
            ("来源：2021年统计年鉴、2023年统计公报", Some(2023)),
            ("数据来源：市残联", None),
            ("数据来源：舟残〔2021〕5号文", None),
            ("数据来源：《残疾人事业统计调查制度》（2021年）", None),
            ("数据来源：浙江省残疾人数据平台（2021年上线）", None),
            ("新增12人来自2021年结转人员", None),
            ("数据来源：", None),
            ("2021年统计年鉴", None),
        ] {
            let found = source_in(&fold(text)).and_then(last_year_of_source);
            assert_eq!(found, year, "{text}");
        }
    }
}
