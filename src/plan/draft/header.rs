//! The line that names a table's columns, and the years in it.

use super::fold::{fold, tidy};
use super::name::unit_behind;
use super::unit;
use crate::term::Year;

/// Where each column stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    /// The names, as printed.
    pub(super) cells: Vec<String>,
    /// 序号
    pub(super) number: Option<usize>,
    /// 指标
    pub(super) name: usize,
    /// 属性
    pub(super) attribute: Option<usize>,
    /// 单位
    pub(super) unit: Option<usize>,
    /// 基期值
    pub(super) baseline: Option<usize>,
    /// 目标值
    pub(super) target: Option<usize>,
    /// 年均/累计
    pub(super) yearly: Option<(usize, Yearly)>,
    /// The year that the baseline's column names.
    pub(super) baseline_year: Option<Year>,
    /// The year that the target's column names.
    pub(super) target_year: Option<Year>,
}

/// What a column beside the target's holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Yearly {
    /// 年均, or both.
    Average,
    /// 年均增速
    Growth,
    /// 累计
    Total,
}

/// What a cell of a header may be.
enum Column {
    Number,
    Unit,
    Attribute,
    Yearly { kind: Yearly, may_be_target: bool },
    Value { year: Option<Year>, label: Label },
    Name { rank: usize },
    Other,
}

/// What a column of values says it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Baseline,
    Target,
    None,
}

/// A column of values.
#[derive(Clone, Copy)]
struct Value {
    at: usize,
    year: Option<Year>,
    label: Label,
}

/// The names that the column of the indicators may have, the surest first.
const NAMES: [&str; 6] = ["指标名称", "指标", "主要指标", "具体指标", "名称", "指标内容"];

impl Header {
    /// Reads a row as a header; `None` unless it names the indicators and a target.
    pub(super) fn read(cells: &[String]) -> Option<Self> {
        let (mut number, mut attribute, mut unit) = (None, None, None);
        let mut names: Vec<(usize, usize)> = Vec::new();
        let mut values: Vec<Value> = Vec::new();
        let mut yearly: Vec<(usize, Yearly, bool)> = Vec::new();
        for (at, cell) in cells.iter().enumerate() {
            match column(cell) {
                Column::Number => number = number.or(Some(at)),
                Column::Unit => unit = unit.or(Some(at)),
                Column::Attribute => attribute = attribute.or(Some(at)),
                Column::Yearly { kind, may_be_target } => yearly.push((at, kind, may_be_target)),
                Column::Value { year, label } => values.push(Value { at, year, label }),
                Column::Name { rank } => names.push((rank, at)),
                Column::Other => {}
            }
        }
        let (_, name) = names.into_iter().min()?;
        if !values.iter().any(|value| value.label == Label::Target || value.year.is_some()) {
            // 年均增长目标 alone is the target.
            let at = yearly.iter().position(|(_, _, may_be_target)| *may_be_target);
            if let Some((at, ..)) = at.map(|at| yearly.remove(at)) {
                let year = years(&fold(&cells[at])).into_iter().max();
                values.push(Value { at, year, label: Label::Target });
            }
        }
        let (baseline, target) = pick(&values);
        let yearly = yearly.first().map(|(at, kind, _)| (*at, *kind));
        if target.is_none() && yearly.is_none() {
            return None;
        }
        Some(Self {
            cells: cells.iter().map(|cell| tidy(cell)).collect(),
            number,
            name,
            attribute,
            unit,
            baseline: baseline.map(|value| value.at),
            target: target.map(|value| value.at),
            yearly,
            baseline_year: baseline.and_then(|value| value.year),
            target_year: target.and_then(|value| value.year),
        })
    }

    /// Reads the header that a table's row begins, and how many rows it takes: where
    /// cells were merged, years and units stand in a second one.
    pub(super) fn at(row: &[String], next: Option<&[String]>) -> Option<(Self, usize)> {
        let second = next.filter(|next| goes_on(row, next)).and_then(|next| {
            let cells = (0..row.len().max(next.len())).map(|at| {
                let cell = |row: &[String]| row.get(at).cloned().unwrap_or_default();
                Some(cell(next)).filter(|below| !fold(below).is_empty()).unwrap_or(cell(row))
            });
            Self::read(&cells.collect::<Vec<_>>())
        });
        second.map(|header| (header, 2)).or_else(|| Some((Self::read(row)?, 1)))
    }

    /// How many of its columns are known.
    pub(super) fn known(&self) -> usize {
        1 + self.columns().count()
    }

    /// How many cells a row must have to be read.
    pub(super) fn needed(&self) -> usize {
        self.columns().chain([self.name]).max().map_or(0, |last| last + 1)
    }

    fn columns(&self) -> impl Iterator<Item = usize> {
        let yearly = self.yearly.map(|(at, _)| at);
        let known = [self.number, self.attribute, self.unit, self.baseline, self.target, yearly];
        known.into_iter().flatten()
    }

    /// The unit in the brackets of a column's name.
    pub(super) fn unit_of(&self, column: Option<usize>) -> Option<String> {
        unit_behind(self.cells.get(column?)?)
    }
}

/// Whether a row is the second of a header: it names columns of values and nothing
/// that could be a row's own.
fn goes_on(row: &[String], next: &[String]) -> bool {
    let is_name = |cell: &&String| matches!(column(cell), Column::Name { .. });
    let named = row.iter().any(|cell| is_name(&cell));
    let filled = || next.iter().enumerate().filter(|(_, cell)| !fold(cell).is_empty());
    let is_value = |cell: &str| {
        // A bare number may be a figure.
        let is_number = fold(cell).chars().all(|c| c.is_ascii_digit());
        !is_number && matches!(column(cell), Column::Value { .. } | Column::Yearly { .. })
    };
    let same = |(at, cell): (usize, &String)| row.get(at).is_some_and(|above| above == cell);
    named
        && filled().any(|(_, cell)| is_value(cell))
        && filled().all(|(at, cell)| is_value(cell) || same((at, cell)))
}

fn column(cell: &str) -> Column {
    let whole = fold(cell);
    let text = whole.trim_end_matches('*');
    // 2025年目标值(%): what stands in brackets may be a unit, or the year.
    let bare = match text.split_once('(') {
        Some((name, inner))
            if !name.is_empty() && unit::whole(inner.trim_end_matches(')')).is_some() =>
        {
            name
        }
        _ => text,
    };
    let has = |words: &[&str]| words.iter().any(|word| bare.contains(word));
    let is = |words: &[&str]| words.iter().any(|word| bare.eq_ignore_ascii_case(word));
    let year = years(bare).into_iter().max();
    let is_target = has(&["目标", "规划值", "预期值"]);
    if is(&["序号", "编号", "序", "No", "No.", "#"]) {
        Column::Number
    } else if is(&["单位", "计量单位", "指标单位"]) {
        Column::Unit
    } else if has(&["属性"]) || is(&["类型", "性质", "指标类型", "指标性质"]) {
        Column::Attribute
    } else if has(&["年均", "累计", "增速", "增幅"]) {
        let kind = match (has(&["增速", "增长", "增幅"]), has(&["年均"])) {
            // 年均增速[累计] holds either, and 〔〕 tells them apart.
            (true, _) => Yearly::Growth,
            (false, true) => Yearly::Average,
            (false, false) => Yearly::Total,
        };
        Column::Yearly { kind, may_be_target: is_target }
    } else if is_target {
        Column::Value { year, label: Label::Target }
    } else if has(&["基期", "现状", "基数", "基础值", "实际", "完成值", "完成情况", "预计"])
    {
        Column::Value { year, label: Label::Baseline }
    } else if year.is_some() {
        Column::Value { year, label: Label::None }
    } else if let Some(rank) = NAMES.iter().position(|name| *name == bare) {
        Column::Name { rank }
    } else if bare.ends_with("指标") || bare.ends_with("指标名称") {
        Column::Name { rank: NAMES.len() }
    } else {
        Column::Other
    }
}

/// The columns of the baseline and of the target.
fn pick(values: &[Value]) -> (Option<Value>, Option<Value>) {
    let labelled = |label| values.iter().copied().filter(move |value| value.label == label);
    let mut baseline = labelled(Label::Baseline).max_by_key(|value| value.year);
    let after = |baseline: Option<Value>| {
        let year = baseline.and_then(|value| value.year);
        move |value: &Value| year.is_none_or(|from| value.year.is_none_or(|year| year > from))
    };
    // Of a target and a long-term goal the nearer is the plan's own.
    let mut target = labelled(Label::Target)
        .filter(after(baseline))
        .min_by_key(|value| value.year)
        .or_else(|| labelled(Label::Target).next());
    let mut years: Vec<Value> = labelled(Label::None).collect();
    years.sort_by_key(|value| value.year);
    let five_from = |from: Value| {
        let five = from.year.map(|year| year + 5);
        move |value: &&Value| value.year == five
    };
    if target.is_none() {
        target = match baseline {
            Some(from) => {
                let later = || years.iter().filter(move |value| after(Some(from))(value));
                later().find(five_from(from)).or_else(|| later().next()).copied()
            }
            None => {
                let pair = years.iter().find_map(|from| years.iter().find(five_from(*from)));
                pair.or(years.last()).copied()
            }
        };
    }
    if let (None, Some(to)) = (baseline, target) {
        let before = |value: &&Value| {
            value.at != to.at && to.year.is_none_or(|to| value.year.is_some_and(|year| year < to))
        };
        let five = |value: &&Value| value.year.map(|year| year + 5) == to.year;
        let earlier = || years.iter().filter(before);
        baseline = earlier().find(five).or_else(|| earlier().next_back()).copied();
    }
    (baseline, target)
}

/// The years that a folded text names: 2025年, or the last of the 十四五.
fn years(text: &str) -> Vec<Year> {
    let digits = text.split(|c: char| !c.is_ascii_digit());
    let mut years: Vec<Year> = digits
        .filter(|run| run.len() == 4)
        .filter_map(|run| run.parse().ok())
        .filter(|year| (1950..2200).contains(year))
        .collect();
    if years.is_empty() {
        let plans = ["十一五", "十二五", "十三五", "十四五", "十五五", "十六五", "十七五"];
        let last = plans.iter().zip((2010..).step_by(5)).filter(|(plan, _)| text.contains(*plan));
        years.extend(last.map(|(_, year)| year));
    }
    years
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(header: &str) -> Option<Header> {
        Header::read(&header.split('|').map(str::to_owned).collect::<Vec<_>>())
    }

    /// The columns of baseline and target, and their years.
    fn values(header: &str) -> (Option<usize>, Option<usize>, Option<Year>, Option<Year>) {
        let header = read(header).expect(header);
        (header.baseline, header.target, header.baseline_year, header.target_year)
    }

    #[test]
    fn columns_are_known_by_what_documents_call_them() {
        let header = read("序号|指 标|属性|2020 年\n基期值|2025 年 目标值|备注").unwrap();
        assert_eq!((header.number, header.name, header.attribute), (Some(0), 1, Some(2)));
        assert_eq!((header.baseline, header.target), (Some(3), Some(4)));
        assert_eq!(header.needed(), 5, "nobody needs the remarks");
        let header = read("类别|主要指标|单位|２０２０年|2025年|年均/累计|指标属性").unwrap();
        assert_eq!((header.name, header.unit, header.attribute), (1, Some(2), Some(6)));
        assert_eq!(header.yearly, Some((5, Yearly::Average)));
        let header = read("指标名称|现状值|目标（%）").unwrap();
        assert_eq!((header.baseline, header.target), (Some(1), Some(2)));
        assert_eq!(header.unit_of(header.target).as_deref(), Some("%"));
    }

    #[test]
    fn the_years_are_those_of_the_plan_s_own_columns() {
        assert_eq!(values("指标|2020年|2025年"), (Some(1), Some(2), Some(2020), Some(2025)));
        assert_eq!(
            values("指标|2025年目标|2020年基期"),
            (Some(2), Some(1), Some(2020), Some(2025))
        );
        let long_term = values("指标|2020年|2025年|2035年");
        assert_eq!(long_term, (Some(1), Some(2), Some(2020), Some(2025)));
        let goal = values("指标|2020年现状|2025年目标|2035年目标");
        assert_eq!(goal, (Some(1), Some(2), Some(2020), Some(2025)));
        assert_eq!(values("指标|2019年|2020年|2025年").0, Some(2));
        assert_eq!(values("指标|2025年|2027年|2030年").1, Some(3));
        let plans = values("指标|“十四五”实际|“十五五”目标");
        assert_eq!(plans, (Some(1), Some(2), Some(2025), Some(2030)));
        assert_eq!(values("指标|基期值|目标值"), (Some(1), Some(2), None, None));
        assert_eq!(values("指标|目标值"), (None, Some(1), None, None));
        let turned = values("指标|2025年基期|2020年目标");
        assert_eq!(turned, (Some(1), Some(2), Some(2025), Some(2020)));
    }

    #[test]
    fn a_column_of_growth_is_the_target_s_where_no_other_is() {
        let header = read("指标|2020年|年均增长目标").unwrap();
        assert_eq!((header.target, header.yearly), (Some(1), Some((2, Yearly::Growth))));
        let header = read("指标|“十四五”年均增长目标").unwrap();
        assert_eq!((header.target, header.yearly, header.target_year), (Some(1), None, Some(2025)));
        let header = read("指标|2020年|2025年目标|年均增速〔累计〕").unwrap();
        assert_eq!((header.target, header.yearly), (Some(2), Some((3, Yearly::Growth))));
    }

    #[test]
    fn a_header_of_two_rows_is_read_as_one() {
        let row = |text: &str| text.split('|').map(str::to_owned).collect::<Vec<_>>();
        for (first, second) in [
            ("序号|指标|规划目标||属性", "||2020年|2025年|"),
            ("序号|指标|基期值|目标值|属性", "序号|指标|2020年|2025年|属性"),
        ] {
            let (header, rows) = Header::at(&row(first), Some(&row(second))).unwrap();
            assert_eq!((header.baseline, header.target, rows), (Some(2), Some(3), 2), "{first}");
            assert_eq!((header.attribute, header.target_year), (Some(4), Some(2025)), "{first}");
        }
        for second in ["1|就业率|50%|60%|约束性", "||2020|2025|", "一、就业||||"] {
            let first = row("序号|指标|基期值|目标值|属性");
            let (_, rows) = Header::at(&first, Some(&row(second))).unwrap();
            assert_eq!(rows, 1, "{second}");
        }
    }

    #[test]
    fn a_row_without_indicators_or_target_is_no_header() {
        for row in ["", "序号|属性|2025年", "指标|属性|单位", "1|残疾人就业率|≥60%", "指标"]
        {
            assert_eq!(read(row), None, "{row}");
        }
    }
}
