//! The line that names a table's columns, and the years in it.

use super::amount::whole_unit;
use super::attribute;
use super::cell::Move;
use super::columns::{Beside, Label, Value, pick};
use super::fold::{bracketed, fold, tidy};
use super::words::{ends, has, is};
use crate::term::{Year, says_fall};

/// Where each column stands.
#[derive(Debug, Clone)]
pub(super) struct Header {
    /// The names, as printed.
    pub(super) cells: Vec<String>,
    /// What they say.
    pub(super) columns: Vec<Column>,
    pub(super) name: usize,
    pub(super) baseline: Option<usize>,
    pub(super) target: Option<usize>,
    /// 年均/累计
    pub(super) yearly: Option<(usize, Yearly)>,
    /// The other columns of values, in the order of their years.
    pub(super) beside: Vec<Beside>,
    /// Whether the target's column is a year alone, beside a column of growth or totals:
    /// then it may be the baseline's.
    pub(super) is_lone_year: bool,
    /// The year that the baseline's column names.
    pub(super) baseline_year: Option<Year>,
    /// The year that the target's column names.
    pub(super) target_year: Option<Year>,
}

/// What a column beside the target's holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::plan) enum Yearly {
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::plan) enum Column {
    Number,
    Unit,
    Attribute,
    Deadline,
    /// 指标方向: 正向, 逆向
    Direction,
    /// 备注, 责任单位: for people.
    Remarks,
    /// A column of values, and whether it may be the target's.
    Yearly(Yearly, bool),
    Value(Label, Option<Year>),
    /// A column of names; the lower, the surer.
    Name(usize),
    /// It may hold what the target depends on.
    Unknown,
}

/// What columns are called: these words alone, or these within their names.
const KNOWN: [(Column, &str, &str); 6] = [
    (Column::Number, "序号 编号 序 no no. # id s/n", ""),
    (Column::Unit, "单位 计量单位 指标单位 unit units", ""),
    (Column::Attribute, "类型 性质 指标类型 指标性质 type nature", "属性 attribute"),
    (Column::Deadline, "", "完成时 完成期限 时限 deadline"),
    (Column::Direction, "", "方向 极性 正逆 direction"),
    (Column::Remarks, "", "责任 备注 说明 来源 部门 remark note source"),
];

/// The same of columns of values, unless they are of growth, totals and the like.
const VALUES: [(Label, &str, &str); 4] = [
    (Label::Baseline, "", "基期 现状 基数 基础值 baseline base current"),
    (Label::Past, "", "实际 完成值 完成情况 完成数 预计 actual"),
    (Label::Midway, "", "中期 midterm mid-term interim milestone"),
    (Label::Target, "要求 计划", TARGETS),
];
const TARGETS: &str = "目标 规划值 预期值 计划数 计划值 target goal";

/// The names that the column of the indicators may have, the surest first.
const NAMES: &str = "指标名称 指标 主要指标 具体指标 指标项 指标项目 名称 指标内容
    indicator indicators indicatorname name";

/// The same of tables whose targets may be sentences.
const ITEMS: &str = "项目 项目名称 工作任务 重点任务 主要任务 任务名称 任务 事项 内容 item";

/// So many rows are looked at for what a column holds.
const MOST_LOOKED_AT: usize = 200;

impl Header {
    /// Reads a row as a header; none unless it names the indicators and a target.
    fn read(cells: &[String]) -> Option<Self> {
        let columns: Vec<Column> = cells.iter().map(|cell| column(cell)).collect();
        let (mut names, mut yearly, mut values) = (Vec::new(), Vec::new(), Vec::new());
        for (at, column) in columns.iter().enumerate() {
            match *column {
                Column::Name(rank) => names.push((rank, at)),
                Column::Yearly(kind, is_target) => yearly.push((at, kind, is_target)),
                Column::Value(label, year) => values.push(Value { at, year, label }),
                _ => {}
            }
        }
        let (_, name) = names.into_iter().min()?;
        yearly.sort_by_key(|(at, _, is_target)| (!is_target, *at));
        let is_target = |value: &Value| matches!(value.label, Label::Target | Label::Midway);
        if !values.iter().any(is_target) && yearly.iter().any(|(_, _, is_target)| *is_target) {
            // Beside 年均增长目标 a year alone is what has been.
            let alone = values.iter_mut().filter(|value| value.label == Label::None);
            alone.for_each(|value| value.label = Label::Past);
        }
        let picked = pick(&values);
        let (baseline, target, mut beside) = (picked.baseline, picked.target, picked.beside);
        let more = yearly.iter().skip(1);
        beside.extend(more.map(|(at, ..)| Beside { at: *at, milestone: None, is_target: true }));
        let yearly = yearly.first().map(|(at, kind, _)| (*at, *kind));
        if target.is_none() && yearly.is_none() {
            return None;
        }
        let of_yearly = || {
            let text = fold(cells.get(yearly?.0)?);
            // 比2020年提高 is due in another year.
            years(text.split(['比', '较']).next()?).into_iter().max()
        };
        Some(Self {
            cells: cells.iter().map(|cell| tidy(cell)).collect(),
            name,
            baseline: baseline.map(|value| value.at),
            target: target.map(|value| value.at),
            yearly,
            beside,
            is_lone_year: yearly.is_some()
                && baseline.is_none()
                && target.is_some_and(|value| value.label == Label::None),
            baseline_year: baseline.and_then(|value| value.year),
            target_year: target.map_or_else(of_yearly, |value| value.year),
            columns,
        })
    }

    /// Reads the header that a table's row begins, and how many rows it takes: where
    /// cells were merged, years and units stand in a second one.
    pub(super) fn at(row: &[String], next: Option<&[String]>) -> Option<(Self, usize)> {
        let second = next.filter(|next| goes_on(row, next)).and_then(|next| {
            let below = |at: usize| next.get(at).filter(|below| !fold(below).is_empty());
            let cell = |at| below(at).or(row.get(at)).cloned().unwrap_or_default();
            Self::read(&(0..row.len().max(next.len())).map(cell).collect::<Vec<_>>())
        });
        second.map(|header| (header, 2)).or_else(|| Some((Self::read(row)?, 1)))
    }

    /// The name of a column, as printed.
    pub(super) fn cell(&self, at: Option<usize>) -> &str {
        at.and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }

    /// Whether the targets are sentences, of which the names are what is to be done.
    pub(super) fn is_worded(&self) -> bool {
        has(self.cell(self.target), "要求 任务") || is(&fold(self.cell(Some(self.name))), ITEMS)
    }

    /// The column of a table whose cells are all 约束性 or 预期性, whatever it is called.
    pub(super) fn find_attribute(&mut self, rows: &[Vec<String>]) {
        // The first rows tell; each of many headers looks at no more.
        let rows = rows.get(..MOST_LOOKED_AT).unwrap_or(rows);
        let is_attribute = |at: &usize| {
            let cells = rows.iter().filter_map(|row| row.get(*at)).map(|cell| fold(cell));
            let mut cells = cells.filter(|cell| !cell.is_empty()).peekable();
            let says = |cell: String| cell.chars().count() < 8 && attribute::read(&cell).is_some();
            cells.peek().is_some() && cells.all(says)
        };
        if self.first(Column::Attribute).is_none() {
            let free = |at: &usize| *at != self.name && !self.columns().any(|known| known == *at);
            let found = (0..self.cells.len()).filter(free).find(is_attribute);
            found.into_iter().for_each(|at| self.columns[at] = Column::Attribute);
        }
    }

    /// How many of its columns are known.
    pub(super) fn known(&self) -> usize {
        1 + self.columns().count()
    }

    /// How many cells a row must have to be read.
    pub(super) fn needed(&self) -> usize {
        self.columns().fold(self.name, usize::max) + 1
    }

    /// The columns that a row has to have.
    fn columns(&self) -> impl Iterator<Item = usize> {
        let said = [Column::Number, Column::Attribute, Column::Unit].map(|said| self.first(said));
        let values = [self.baseline, self.target, self.yearly.map(|(at, _)| at)];
        said.into_iter().chain(values).flatten()
    }

    /// The first column of a kind.
    pub(super) fn first(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|there| *there == column)
    }

    /// The unit in the brackets of a column's name: 目标值（%）.
    pub(super) fn unit_of(&self, column: Option<usize>) -> Option<String> {
        bracketed(self.cell(column)).and_then(|(_, within)| whole_unit(&fold(within)))
    }
}

/// Whether a row goes on with the header above it: its cells are years or units, or
/// repeat what is above them.
fn goes_on(row: &[String], next: &[String]) -> bool {
    let filled = || next.iter().enumerate().filter(|(_, cell)| !fold(cell).is_empty());
    let is_value = |cell: &str| {
        // A bare number may be a figure.
        let is_number = fold(cell).chars().all(|c| c.is_ascii_digit());
        !is_number && matches!(column(cell), Column::Value(..) | Column::Yearly(..))
    };
    row.iter().any(|cell| matches!(column(cell), Column::Name(_)))
        && filled().any(|(_, cell)| is_value(cell))
        && filled().all(|(at, cell)| is_value(cell) || row.get(at) == Some(cell))
}

pub(in crate::plan) fn column(cell: &str) -> Column {
    let whole = fold(cell).to_ascii_lowercase();
    let text = whole.trim_end_matches('*');
    // 2025年目标值(%): what stands in brackets may be a unit, or the year.
    let is_unit = |inner: &str| is(inner, "单位 计量单位 unit") || whole_unit(inner).is_some();
    let bare = match text.split_once('(') {
        Some((name, inner)) if !name.is_empty() && is_unit(inner.trim_end_matches(')')) => name,
        _ => text,
    };
    let year = years(bare).into_iter().max();
    if let Some((column, ..)) =
        KNOWN.into_iter().find(|(_, all, part)| is(bare, all) || has(bare, part))
    {
        return column;
    }
    let label = VALUES.into_iter().find(|(_, all, part)| is(bare, all) || has(bare, part));
    let is_planned = year.is_some() && has(bare, "规划 计划 预期");
    let is_target = has(bare, TARGETS) || is(bare, "要求 计划") || is_planned;
    if let Some(kind) = yearly(bare, year) {
        let may_be = is_target || kind != Yearly::Average && year.is_some();
        return Column::Yearly(kind, may_be);
    }
    let names = || NAMES.split_whitespace().chain(ITEMS.split_whitespace());
    match label {
        Some((label, ..)) => Column::Value(label, year),
        None if is_planned => Column::Value(Label::Target, year),
        None if year.is_some() => Column::Value(Label::None, year),
        None => match names().position(|name| name == bare) {
            Some(rank) => Column::Name(rank),
            None if ends(bare, "指标 指标名称 项目") => Column::Name(usize::MAX),
            None => Column::Unknown,
        },
    }
}

/// What a column holds that is no level, by its name.
fn yearly(bare: &str, year: Option<Year>) -> Option<Yearly> {
    let falls = says_fall(bare);
    let rises = has(bare, "增长 提高 增加 上升");
    let is_compared = has(bare, "比 较") && !has(bare, "比例 比重 占比 比率");
    let is_average = has(bare, "年均 annual");
    Some(match () {
        () if has(bare, "每年") || (has(bare, "年度") && year.is_none()) => Yearly::EachYear,
        () if falls && !is_average => Yearly::Change(Move::Down),
        () if rises && is_compared => Yearly::Change(Move::Up),
        // 年均增速[累计] holds either, and 〔〕 tells them apart.
        () if rises || has(bare, "增速 增幅") => Yearly::Growth,
        () if is_average => Yearly::Average,
        () if has(bare, "累计 cumulative") => Yearly::Total,
        () => return None,
    })
}

/// The years that a folded text names: 2025年, or the last of the 十四五.
pub(in crate::plan) fn years(text: &str) -> Vec<Year> {
    let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4);
    let mut years: Vec<Year> = runs.filter_map(|run| run.parse().ok()).collect();
    years.retain(|year| (1950..2200).contains(year));
    if years.is_empty() {
        let plans = ["十一五", "十二五", "十三五", "十四五", "十五五", "十六五", "十七五"];
        let last = plans.iter().zip((2010..).step_by(5)).filter(|(plan, _)| text.contains(*plan));
        years.extend(last.map(|(_, year)| year));
    }
    years
}
