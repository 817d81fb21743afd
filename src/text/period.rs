//! The periods that titles, headings and names say.

use super::around::is_cut_off_label;
use super::character::is_blank;
use super::date::{Date, LONGEST, Year, read_year};
use super::fold::fold;
use super::said::{Said, What, all, is_plausible, label, said};
use super::scan::{Scan, characters};
use super::short;

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
/// No period is named by more than two years (2021—2025年), a code, the number of a document
/// (〔2021〕4号), the day on which a form was filled in (填报日期：…), and a year that is not
/// the figures' (比2021年, 基期：2020年, 到2025年). Two years (2021—2022年) are both named.
/// Four digits alone are a year where nothing around them says that they are another number.
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
    said(&text).filter(counts).flat_map(periods).collect()
}

/// Every stretch of more than two years that free text names, which is a period of none of
/// them: 2021—2023年.
pub fn spans_in(text: &str) -> Vec<(Year, Year)> {
    let text = characters(text);
    let spans = said(&text).filter(|said| !said.is_bare || stands_alone(&text, said));
    let span = |said: Said| match said.what {
        What::Years { first, last } => (last > first + 1).then_some((first, last)),
        What::Period(_) => None,
    };
    spans.filter_map(span).collect()
}

/// Reads a text that is nothing but a period, as the brackets behind a heading: `2022年`,
/// `截至2022年底`, `报告期：2022-12`.
pub fn read_period(text: &str) -> Option<Period> {
    const BEFORE: [&str; 9] =
        ["", "至", "到", "报告期", "统计期", "所属期", "年度", "年份", "公元"];
    if text.trim_matches(is_blank).len() > LONGEST {
        return None;
    }
    let text = characters(text);
    // Behind one that is all there is to the text no other can stand.
    let only = said(&text).next()?;
    let from = short::start(Scan { text: &text, at: only.from }).at;
    let before: String = text.iter().take(from).filter(|c| !is_blank(**c)).collect();
    let mut rest = Scan { text: &text, at: only.to };
    rest.word(&["止"]);
    let before = before.trim_end_matches(':');
    let is_all = (BEFORE.contains(&before) || is_cut_off_label(before)) && rest.is_end();
    is_all.then(|| period(only)).flatten()
}

/// The year, or the part of one, that the name of a file or sheet says it is of; none if it
/// names several years, or only a day that is not the year's last. Four digits by themselves
/// are a year here; eight are a code or the day when the file was made.
///
/// ```
/// use dabiao::text::{Part, period_in_name};
///
/// let year = |name| period_in_name(name).and_then(|period| period.whole_year());
/// assert_eq!(year("2021/定海二〇二三年报.csv"), Some(2023));
/// assert_eq!(year("2021-2023.csv"), None);
/// assert_eq!(year("20230115.csv"), None);
/// assert!(period_in_name("2023_06.csv").is_some_and(|period| period.part == Part::Partial));
/// ```
pub fn period_in_name(path: &str) -> Option<Period> {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let said: Vec<Said> = in_name(&characters(name)).collect();
    if said.iter().any(|said| matches!(said.what, What::Years { .. })) {
        return None;
    }
    // The last day of a year in digits alone is when a file was made as often.
    if said.iter().all(|said| said.is_bare && said.to == said.from + 8) {
        return None;
    }
    let is_day = |period: &Period| matches!(period.part, Part::Day(_));
    // Beside 2023年 a number is what a program put behind it: 2023年报_202401.
    let is_worded = said.iter().any(|said| !said.is_bare);
    // A second year is none that a program puts there: 2022年报_2023.
    let is_year = |said: &Said| said.to == said.from + 4;
    let said = said.into_iter().filter(|said| !(is_worded && said.is_bare && !is_year(said)));
    let mut periods = said.filter_map(period).filter(|period| !is_day(period));
    let first = periods.next()?;
    periods.try_fold(first, |one, other| {
        let stricter = if one.part == Part::Whole { other } else { one };
        (one.year == other.year).then_some(stricter)
    })
}

/// Every year in a file's or sheet's name, but for those of days: 2022-2023.
pub fn years_in_name(path: &str) -> Vec<Year> {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let text = characters(name);
    let periods = in_name(&text).flat_map(periods);
    periods
        .filter(|period| !matches!(period.part, Part::Day(_)))
        .map(|period| period.year)
        .collect()
}

/// The first and last years of the five-year plans that a text names: 十三五 is 2016—2020.
///
/// ```
/// use dabiao::text::five_year_plans;
///
/// assert!(five_year_plans("“十三五”与“十四五”").eq([(2016, 2020), (2021, 2025)]));
/// ```
pub fn five_year_plans(text: &str) -> impl Iterator<Item = (Year, Year)> + '_ {
    let numbers = text.match_indices('十').filter_map(|(at, _)| {
        let mut behind = text.get(at..)?.chars().skip(1);
        let number = "一二三四五六七八九"
            .chars()
            .zip(11u16..)
            .find(|(c, _)| behind.clone().next() == Some(*c));
        behind.next();
        number.filter(|_| behind.next() == Some('五')).map(|(_, number)| number)
    });
    // The eleventh began in 2006.
    numbers.map(|number| 2006 + (number - 11) * 5).map(|first| (first, first + 4))
}

/// What a name says of years. 2023对比2022 is of both, 较2022年_2023年 of the second.
fn in_name(text: &[char]) -> impl Iterator<Item = Said> + '_ {
    all(text).skip_while(|said| said.is_compared)
}

fn period(said: Said) -> Option<Period> {
    match said.what {
        What::Period(period) => Some(period),
        What::Years { .. } => None,
    }
}

/// The periods of a place. Of two years that follow each other each is one: which of them
/// the figures are of is not said.
fn periods(said: Said) -> Vec<Period> {
    match said.what {
        What::Period(period) => vec![period],
        What::Years { first, last } if first.checked_add(1) == Some(last) => {
            [first, last].map(|year| Period { year, part: Part::Whole }).to_vec()
        }
        What::Years { .. } => Vec::new(),
    }
}

/// Words for filling in a form, and what programs do with one.
const FILING: [&str; 31] = [
    "填报", "填表", "填写", "报送", "上报", "呈报", "编报", "制表", "制作", "编制", "打印", "审核",
    "审批", "复核", "签发", "签字", "签章", "盖章", "导出", "生成", "更新", "提交", "下载", "印发",
    "发布", "录入", "创建", "修改", "印制", "编印", "印刷",
];
const FILING_IN_ENGLISH: [&str; 7] =
    ["filled", "printed", "exported", "generated", "submitted", "updated", "created"];

/// Whether a label stands before the day on which a form was filled in, printed or the like:
/// 填报日期, 制表时间. It says nothing of the figures' year.
pub fn is_filing_date(label: &str) -> bool {
    let label = fold(label);
    let label = label.trim_end_matches(':');
    let is_time = ["日期", "时间", "日", "于", "截止"].iter().any(|end| label.ends_with(end));
    is_time && FILING.iter().any(|word| label.contains(word))
        || FILING_IN_ENGLISH.iter().any(|word| label.contains(word))
}

/// Whether a label speaks of filling in a form, and not of its figures: 填报年份.
pub fn is_about_filing(label: &str) -> bool {
    let label = fold(label);
    FILING.iter().chain(&FILING_IN_ENGLISH).any(|word| label.contains(word))
}

/// Whether a text begins with a word for filling in.
pub(super) fn begins_filing(text: &str) -> bool {
    FILING.iter().any(|word| text.starts_with(word))
}

/// What a label says that stands before a year: 年度：2022.
const LABELS: [&str; 13] = [
    "年", "年度", "年份", "年月", "月份", "期", "期间", "期别", "日", "时间", "时点", "时期",
    "时段",
];
const LABELS_IN_ENGLISH: [&str; 2] = ["year", "period"];

/// What things are counted in; behind four digits they make them a count.
const MEASURES: &str = "人户个家万亿千百元次件名所亩吨米台套辆张份页平公里位场条例项岁床间处部本分";

/// Whether nothing around four digits says that they are another number than a year.
fn stands_alone(text: &[char], said: &Said) -> bool {
    let before = text.get(..said.from).unwrap_or_default();
    let after = text.get(said.to..).unwrap_or_default();
    let is_joint = |c: &char| c.is_ascii_alphanumeric() || "-/_.+#%‰".contains(*c);
    if is_marked(before, after) {
        return true;
    }
    if before.last().is_some_and(is_joint) || after.first().is_some_and(is_joint) {
        return false;
    }
    let seen = |c: &&char| !is_blank(**c);
    match before.iter().rev().find(seen) {
        Some(':') => {
            let label = label(Scan { text, at: said.from });
            let label = label.to_lowercase();
            if !LABELS.iter().chain(&LABELS_IN_ENGLISH).any(|end| label.ends_with(end)) {
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

/// Whether a letter for a year stands right beside the digits: FY2022, Y2022, 2022Y.
fn is_marked(before: &[char], after: &[char]) -> bool {
    const MARKS: [&str; 4] = ["Y", "FY", "CY", "YEAR"];
    let is_letter = |c: &&char| c.is_ascii_alphanumeric();
    let mut left: Vec<char> = before.iter().rev().take_while(is_letter).copied().collect();
    left.reverse();
    let right: Vec<char> = after.iter().take_while(is_letter).copied().collect();
    let is_mark = |word: &[char]| {
        let word: String = word.iter().collect();
        MARKS.contains(&word.to_ascii_uppercase().as_str())
    };
    is_mark(&left) && right.is_empty() || left.is_empty() && is_mark(&right)
}

#[cfg(test)]
mod tests;
