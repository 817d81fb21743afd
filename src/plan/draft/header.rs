//! The line that names a table's columns, and the years in it.

use super::amount::whole_unit;
use super::attribute;
use super::cell::Move;
use super::columns::{Beside, Label, Value, pick};
use super::fold::{fold, tidy};
use super::name::unit_behind;
use crate::term::{Year, says_fall};

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
    /// The other columns of values, in the order of their years.
    pub(super) beside: Vec<Beside>,
    /// Whether the target's column is a year alone, beside a column of growth or totals:
    /// then it may be the baseline's.
    pub(super) is_lone_year: bool,
    /// 完成时限
    pub(super) deadline: Option<usize>,
    /// 指标方向: 正向, 逆向
    pub(super) direction: Option<usize>,
    /// Columns that are not known, and may hold what the target depends on.
    pub(super) unknown: Vec<usize>,
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
    /// 累计降低, 降幅; 比2020年提高
    Change(Move),
    /// 每年目标, 年度任务
    EachYear,
}

/// What a cell of a header may be.
enum Column {
    Number,
    Unit,
    Attribute,
    Yearly {
        kind: Yearly,
        may_be_target: bool,
    },
    Value {
        year: Option<Year>,
        label: Label,
    },
    Name {
        rank: usize,
    },
    Deadline,
    Direction,
    /// 备注, 责任单位: for people.
    Words,
    Unknown,
}

/// So many rows are looked at for what a column holds.
const MOST_LOOKED_AT: usize = 200;

/// The names that the column of the indicators may have, the surest first. Behind 项目
/// a table has words: its targets are sentences.
const NAMES: [&str; 22] = [
    "指标名称",
    "指标",
    "主要指标",
    "具体指标",
    "指标项",
    "指标项目",
    "名称",
    "指标内容",
    "indicator",
    "indicators",
    "indicatorname",
    "项目",
    "项目名称",
    "工作任务",
    "重点任务",
    "主要任务",
    "任务名称",
    "任务",
    "事项",
    "内容",
    "name",
    "item",
];

impl Header {
    /// Reads a row as a header; `None` unless it names the indicators and a target.
    pub(super) fn read(cells: &[String]) -> Option<Self> {
        let (mut number, mut attribute, mut unit) = (None, None, None);
        let (mut deadline, mut direction, mut unknown) = (None, None, Vec::new());
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
                Column::Deadline => deadline = deadline.or(Some(at)),
                Column::Direction => direction = direction.or(Some(at)),
                Column::Words => {}
                Column::Unknown => unknown.push(at),
            }
        }
        let (_, name) = names.into_iter().min()?;
        let is_target = |value: &Value| matches!(value.label, Label::Target | Label::Midway);
        if !values.iter().any(is_target) && yearly.iter().any(|(_, _, is_target)| *is_target) {
            // Beside 年均增长目标 a year alone is what has been.
            values
                .iter_mut()
                .filter(|v| v.label == Label::None)
                .for_each(|v| v.label = Label::Past);
        }
        yearly.sort_by_key(|(at, _, is_target)| (!is_target, *at));
        let picked = pick(&values);
        let (baseline, target) = (picked.baseline, picked.target);
        let mut beside = picked.beside;
        beside.extend(yearly.iter().skip(1).map(|(at, ..)| Beside {
            at: *at,
            milestone: None,
            is_target: true,
        }));
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
            beside,
            is_lone_year: yearly.is_some()
                && baseline.is_none()
                && target.is_some_and(|value| value.label == Label::None),
            deadline,
            direction,
            unknown,
            baseline_year: baseline.and_then(|value| value.year),
            target_year: target.map_or_else(
                || yearly.and_then(|(at, _)| years(&fold(cells.get(at)?)).into_iter().max()),
                |value| value.year,
            ),
        })
    }

    /// Whether the targets are sentences, of which the names are what is to be done.
    pub(super) fn is_worded(&self) -> bool {
        let cell = |at: usize| self.cells.get(at).map_or("", String::as_str);
        let target = self.target.map_or("", cell);
        let name = fold(cell(self.name));
        let is_item = NAMES.iter().position(|known| *known == name).is_some_and(|rank| rank > 10);
        target.contains("要求") || target.contains("任务") || (is_item && name != "name")
    }

    /// The column of a table whose cells are all 约束性 or 预期性, whatever it is called.
    pub(super) fn find_attribute(&mut self, rows: &[Vec<String>]) {
        let known: Vec<usize> = self.columns().chain([self.name]).collect();
        let is_attribute = |at: usize| {
            // The first rows tell; each of many headers looks at no more.
            let cells = || {
                rows.iter()
                    .take(MOST_LOOKED_AT)
                    .filter_map(|row| row.get(at))
                    .filter(|c| !fold(c).is_empty())
            };
            let says =
                |cell: &String| fold(cell).chars().count() < 8 && attribute::read(cell).is_some();
            cells().next().is_some() && cells().all(says)
        };
        if self.attribute.is_none() {
            let free = (0..self.cells.len()).filter(|at| !known.contains(at));
            self.attribute = free.into_iter().find(|at| is_attribute(*at));
        }
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
    let whole = fold(cell).to_ascii_lowercase();
    let text = whole.trim_end_matches('*');
    // 2025年目标值(%): what stands in brackets may be a unit, or the year.
    let bare = match text.split_once('(') {
        Some((name, inner)) if !name.is_empty() && is_unit(inner.trim_end_matches(')')) => name,
        _ => text,
    };
    let has = |words: &[&str]| words.iter().any(|word| bare.contains(word));
    let is = |words: &[&str]| words.contains(&bare);
    let year = years(bare).into_iter().max();
    let is_target = has(&["目标", "规划值", "预期值", "计划数", "计划值", "target", "goal"])
        || is(&["要求", "计划"])
        || (year.is_some() && has(&["规划", "计划", "预期"]));
    let is_baseline = has(&["基期", "现状", "基数", "基础值", "baseline", "base", "current"]);
    let is_past = has(&["实际", "完成值", "完成情况", "完成数", "预计", "actual"]);
    if is(&["序号", "编号", "序", "no", "no.", "#", "id", "s/n"]) {
        Column::Number
    } else if is(&["单位", "计量单位", "指标单位", "unit", "units"]) {
        Column::Unit
    } else if has(&["属性", "attribute"])
        || is(&["类型", "性质", "指标类型", "指标性质", "type", "nature"])
    {
        Column::Attribute
    } else if has(&["完成时", "完成期限", "时限", "deadline"]) {
        Column::Deadline
    } else if has(&["方向", "极性", "正逆", "direction"]) {
        Column::Direction
    } else if has(&["责任", "备注", "说明", "来源", "部门", "remark", "note", "source"]) {
        Column::Words
    } else if let Some(kind) = yearly(bare, year) {
        Column::Yearly {
            kind,
            may_be_target: is_target || kind != Yearly::Average && year.is_some(),
        }
    } else if is_baseline {
        Column::Value { year, label: Label::Baseline }
    } else if is_past {
        Column::Value { year, label: Label::Past }
    } else if has(&["中期", "midterm", "mid-term", "interim", "milestone"]) {
        Column::Value { year, label: Label::Midway }
    } else if is_target {
        Column::Value { year, label: Label::Target }
    } else if year.is_some() {
        Column::Value { year, label: Label::None }
    } else if let Some(rank) = NAMES.iter().position(|name| *name == bare) {
        Column::Name { rank }
    } else if ["指标", "指标名称", "项目"].iter().any(|end| bare.ends_with(end)) {
        Column::Name { rank: NAMES.len() }
    } else {
        Column::Unknown
    }
}

/// What a column holds that is no level, by its name.
fn yearly(bare: &str, year: Option<Year>) -> Option<Yearly> {
    let has = |words: &[&str]| words.iter().any(|word| bare.contains(word));
    let falls = says_fall(bare);
    let rises = has(&["增长", "提高", "增加", "上升"]);
    let is_compared = has(&["比", "较"]) && !has(&["比例", "比重", "占比", "比率"]);
    Some(match () {
        () if has(&["每年"]) || (has(&["年度"]) && year.is_none()) => Yearly::EachYear,
        () if falls && !has(&["年均", "annual"]) => Yearly::Change(Move::Down),
        () if rises && is_compared => Yearly::Change(Move::Up),
        // 年均增速[累计] holds either, and 〔〕 tells them apart.
        () if rises || has(&["增速", "增幅"]) => Yearly::Growth,
        () if has(&["年均", "annual"]) => Yearly::Average,
        () if has(&["累计", "cumulative"]) => Yearly::Total,
        () => return None,
    })
}

/// What the brackets behind a column's name hold that belongs to no name: a unit, or
/// the word for one.
fn is_unit(inner: &str) -> bool {
    matches!(inner, "单位" | "计量单位" | "unit") || whole_unit(inner).is_some()
}

/// The years that a folded text names: 2025年, or the last of the 十四五.
pub(super) fn years(text: &str) -> Vec<Year> {
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
