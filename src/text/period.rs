//! The periods that titles, headings and names say.

use super::character::is_blank;
use super::date::{Date, Year, read_year};
use super::fold::fold;
use super::said::{Said, What, is_plausible, label, said};
use super::scan::{Scan, characters};

/// A period that a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    /// The year it lies in.
    pub year: Year,
    /// How much of the year it is.
    pub part: Part,
}

/// How much of a year is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// All of it, or its end: 2022年度, 2022年1—12月, 2022年末, 2022-12-31.
    Whole,
    /// Less: 2022年上半年, 2022年1—6月, 2022年9月.
    Partial,
    /// A day that is not the year's last: as of when figures are, or when a form was filled
    /// in. Only what stands around it can tell.
    Day(Date),
}

impl Period {
    /// The year, if all of it is named.
    pub fn whole_year(self) -> Option<Year> {
        match self.part {
            Part::Whole => Some(self.year),
            Part::Partial | Part::Day(_) => None,
        }
    }
}

/// Every period that free text names: a title, 报告期, the brackets of a heading.
///
/// No period is named by several years (2021—2025年), a code, the number of a document
/// (〔2021〕4号), and the day on which a form was filled in (填报日期：…). Four digits alone
/// are a year where nothing around them says that they are another number.
///
/// ```
/// use dabiao::text::{Part, Period, periods_in};
///
/// let whole = Period { year: 2022, part: Part::Whole };
/// assert_eq!(periods_in("截至2022年12月31日，二〇二二年度"), [whole, whole]);
/// assert_eq!(periods_in("2022年1—6月")[0].part, Part::Partial);
/// assert!(periods_in("“十四五”规划（2021—2025年）").is_empty());
/// ```
pub fn periods_in(text: &str) -> Vec<Period> {
    if let Some(year) = read_year(text).filter(|year| is_plausible(*year)) {
        return vec![Period { year, part: Part::Whole }];
    }
    let text = characters(text);
    let counts = |said: &Said| !said.is_bare || stands_alone(&text, said);
    said(&text).into_iter().filter(counts).filter_map(period).collect()
}

/// Reads a text that is nothing but a period, as the brackets behind a heading: `2022年`,
/// `截至2022年底`, `报告期：2022-12`.
pub fn read_period(text: &str) -> Option<Period> {
    const BEFORE: [&str; 13] = [
        "",
        "截至",
        "截止",
        "截至到",
        "截止到",
        "至",
        "到",
        "报告期",
        "统计期",
        "所属期",
        "年度",
        "年份",
        "公元",
    ];
    let text = characters(text);
    let said = said(&text);
    let [only] = said.as_slice() else { return None };
    let before: String = text.iter().take(only.from).filter(|c| !is_blank(**c)).collect();
    let mut rest = Scan { text: &text, at: only.to };
    rest.word(&["止"]);
    let is_all = BEFORE.contains(&before.trim_end_matches(':')) && rest.is_end();
    is_all.then(|| period(*only)).flatten()
}

/// The year in a file's or sheet's name; none if there are several, or only a day that is
/// not the year's last. Four digits by themselves are a year here; eight are a code or the
/// day when the file was made.
///
/// ```
/// use dabiao::text::year_in_name;
///
/// assert_eq!(year_in_name("2021/定海二〇二三年报.csv"), Some(2023));
/// assert_eq!(year_in_name("2021-2023.csv"), None);
/// assert_eq!(year_in_name("20230115.csv"), None);
/// ```
pub fn year_in_name(path: &str) -> Option<Year> {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let said = said(&characters(name));
    if said.iter().any(|said| said.what == What::Years) {
        return None;
    }
    let is_day = |period: &Period| matches!(period.part, Part::Day(_));
    let periods = said.into_iter().filter_map(period);
    let mut years = periods.filter(|period| !is_day(period)).map(|period| period.year);
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

fn period(said: Said) -> Option<Period> {
    match said.what {
        What::Period(period) => Some(period),
        What::Years => None,
    }
}

/// Words for filling in a form, and what programs do with one.
const FILING: [&str; 28] = [
    "填报", "填表", "填写", "报送", "上报", "呈报", "编报", "制表", "制作", "编制", "打印", "审核",
    "审批", "复核", "签发", "签字", "签章", "盖章", "导出", "生成", "更新", "提交", "下载", "印发",
    "发布", "录入", "创建", "修改",
];
const FILING_IN_ENGLISH: [&str; 7] =
    ["filled", "printed", "exported", "generated", "submitted", "updated", "created"];

/// Whether a label stands before the day on which a form was filled in, printed or the like:
/// 填报日期, 制表时间. It says nothing of the figures' year.
pub fn is_filing_date(label: &str) -> bool {
    let label = fold(label);
    let label = label.trim_end_matches(':');
    let is_time = ["日期", "时间", "日", "于"].iter().any(|end| label.ends_with(end));
    is_time && FILING.iter().any(|word| label.contains(word))
        || FILING_IN_ENGLISH.iter().any(|word| label.contains(word))
}

/// Whether a text begins with a word for filling in.
pub(super) fn begins_filing(text: &str) -> bool {
    FILING.iter().any(|word| text.starts_with(word))
}

/// What a label says that stands before a year: 年度：2022.
const LABELS: [&str; 9] = ["年", "年度", "年份", "期", "期间", "日期", "时间", "year", "period"];

/// What things are counted in; behind four digits they make them a count.
const MEASURES: &str = "人户个家万亿千百元次件名所亩吨米台套辆张份页平公里位场条例项岁床间处部本分";

/// Whether nothing around four digits says that they are another number than a year.
fn stands_alone(text: &[char], said: &Said) -> bool {
    let before = text.get(..said.from).unwrap_or_default();
    let after = text.get(said.to..).unwrap_or_default();
    let is_joint = |c: &char| c.is_ascii_alphanumeric() || "-/_.+#%‰".contains(*c);
    if before.ends_with(&['F', 'Y']) {
        return true;
    }
    if before.last().is_some_and(is_joint) || after.first().is_some_and(is_joint) {
        return false;
    }
    let seen = |c: &&char| !is_blank(**c);
    match before.iter().rev().find(seen) {
        Some(':') => {
            let label = label(Scan { text, at: said.from });
            if !LABELS.iter().any(|end| label.to_lowercase().ends_with(end)) {
                return false;
            }
        }
        Some('第' | '№' | '共' | '计' | '约' | '≥' | '≤' | '>' | '<' | '=' | '号' | '编') =>
        {
            return false;
        }
        Some(_) | None => {}
    }
    let mut after = after.iter().filter(seen).peekable();
    if after.peek() == Some(&&'号') {
        return false;
    }
    let has_measure = after.peek().is_some_and(|c| MEASURES.contains(**c));
    let ends = after.find(|c| !MEASURES.contains(**c)).is_none_or(|c| !c.is_alphanumeric());
    !(has_measure && ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(year: Year) -> Period {
        Period { year, part: Part::Whole }
    }

    #[test]
    fn a_year_is_found_however_a_title_says_it() {
        for text in [
            "2022年度残疾人事业主要指标",
            "2022 年度残疾人事业主要指标",
            "２０２２年残疾人事业主要指标",
            "二〇二二年度残疾人事业主要指标",
            "二○二二年残疾人事业主要指标",
            "2 0 2 2 年 度 报 表",
            "舟山市2022年残疾人事业",
            "2022年1-12月",
            "2022年1—12月残疾人事业",
            "2022年1月至12月",
            "2022年1月—2022年12月",
            "2022年1月1日至12月31日",
            "2022年1月1日－2022年12月31日",
            "2022-01-01至2022-12-31",
            "2022.01-2022.12",
            "2022年一至四季度",
            "2022年前12个月",
            "报告期：2022-12",
            "报告期: 2022年12月",
            "2022-12",
            "2022/12",
            "（2022.12.31）",
            "2022/12/31",
            "2022-12-31",
            "2022-12-31 00:00:00",
            "截至2022年12月31日",
            "截至二〇二二年十二月三十一日",
            "截止2022年底",
            "2022年末",
            "2022年12月底",
            "2022全年",
            "2022",
            "（2022）",
            "数值[2022]",
            "年度：2022",
            "统计年份： 2022",
            "残疾人事业主要指标2022",
            "2022残疾人事业统计",
            "Indicators 2022",
            "2022.0",
            "FY2022 indicators",
            "2022年初步统计",
            "残疾人事业统计报表制度（2021年修订）2022年",
            "“十四五”规划（2021—2025年）2022年度实绩",
            "浙残联发〔2021〕4号 2022年度",
            "2022年报送表",
            "2022年3项指标",
            "2022年中国残疾人事业",
        ] {
            assert_eq!(periods_in(text), [whole(2022)], "{text}");
        }
    }

    #[test]
    fn less_than_a_year_is_told_from_a_year() {
        for text in [
            "2022年1—6月",
            "2022年1-6月份",
            "2022年1月至6月",
            "2022年1月1日至6月30日",
            "2022年上半年",
            "2022上半年",
            "2022年度上半年",
            "2022年半年报",
            "2022年前三季度",
            "2022年第三季度",
            "2022年4季度",
            "2022年一至三季度",
            "2022年6月",
            "2022-06",
            "2022年二月",
            "2022-1-6月",
            "2022年7-12月",
            "2022Q4",
            "Q4 2022",
            "上半年（2022年）",
            "2022年初",
            "二〇二二年六月底",
        ] {
            assert_eq!(periods_in(text), [Period { year: 2022, part: Part::Partial }], "{text}");
        }
        let day = Part::Day(Date::new(2022, 6, 30).unwrap());
        for text in ["截至2022年6月30日", "2022-06-30", "日期：2022/6/30", "（2022.6.30）"]
        {
            assert_eq!(periods_in(text), [Period { year: 2022, part: day }], "{text}");
        }
    }

    #[test]
    fn what_is_no_period_is_none() {
        for text in [
            "“十四五”规划（2021—2025年）",
            "2021年至2025年",
            "2021年到2025年",
            "2021-2023",
            "2021～2025年",
            "2021年—25年",
            "二〇二一至二〇二五年",
            "2020年12月—2023年1月",
            "十四五",
            "330902",
            "电话 20230115",
            "0580-2022123",
            "0580-2022-12",
            "2022-1234567",
            "国发〔2021〕10号",
            "浙残联发[2022]3号",
            "舟政发（2022）15号",
            "浙残联发〔2022〕第3号",
            "2022年第4号公告",
            "填报日期 2024年1月15日",
            "填报日期：2023年12月31日",
            "制表时间：2024-01-15",
            "打印日期: 2023/12/31",
            "（盖章日期2023年12月31日）",
            "2023年12月31日填报",
            "打印于2023-12-31",
            "2020年以来",
            "报表制度（2022年修订）",
            "2022版",
            "2022年版",
            "自2021年起",
            "2025年底前",
            "持证人数：2105",
            "共2105户",
            "2105 人次",
            "第2022号",
            "GB/T 2260-2007",
            "3512",
            "１９８％",
        ] {
            assert!(periods_in(text).is_empty(), "{text}: {:?}", periods_in(text));
        }
    }

    #[test]
    fn two_years_are_both_told() {
        assert_eq!(periods_in("2021、2022年对比"), [whole(2021), whole(2022)]);
        assert_eq!(periods_in("2023年（上年：2022年）"), [whole(2023), whole(2022)]);
    }

    #[test]
    fn brackets_that_hold_nothing_but_a_period_are_one() {
        for text in
            ["2022", "2022年", "截至2022年底", "报告期：2022-12", " 2022 年度 ", "2022.12.31"]
        {
            assert_eq!(read_period(text), Some(whole(2022)), "{text}");
        }
        for text in ["2022年目标", "2021—2025年", "2021年、2022年", "人", "", "330902", "2022人"]
        {
            assert_eq!(read_period(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_in_the_name_is_four_digits_by_themselves() {
        for name in [
            "data/2023.csv",
            "2021/定海2023年报.csv",
            "定海２０２３.csv",
            "定海区二〇二三年.xlsx",
            "FY2023.csv",
            "2023-330902.csv",
            "330902_2023.csv",
            "2023.12.xlsx",
            "2023年上半年.csv",
            "2023年报_2024-01-15.csv",
            "C:\\报送\\2023\u{200B}.csv",
        ] {
            assert_eq!(year_in_name(name), Some(2023), "{name}");
        }
        for name in [
            "2021-2023.csv",
            "2021—2025年.csv",
            "20230115.csv",
            "330902.csv",
            "9999.csv",
            "a.csv",
            "2024-01-15.csv",
            "2022年2023年.csv",
            "浙残联发〔2023〕3号.csv",
            "报表制度2023版.csv",
        ] {
            assert_eq!(year_in_name(name), None, "{name}");
        }
    }
}
