//! From a row of the table to a rule.

use super::baseline;
use super::cell::{self, Bound, Cell, Sign, Span, Unread};
use super::fold::{fold, is_blank, tidy};
use super::header::{Header, Yearly};
use super::name::Name;
use super::rule::{Drafted, Form, Key, Pace, Rule, Target};
use super::series::{self, Kind, Named};
use super::settle;
use super::unit::{self, PERCENT};

/// A unit that the planner still has to write.
pub(super) const NO_UNIT: &str = "（填写单位）";

/// A row's cells, by what they hold; empty where the table has no such column.
pub(super) struct Row<'t> {
    number: &'t str,
    attribute: Option<&'t str>,
    pub(super) baseline: &'t str,
    target: &'t str,
    yearly: &'t str,
    pub(super) name: Name,
    /// What the table counts in, by the name, a column of units, or the header.
    pub(super) unit: String,
    /// What the baseline's column counts in, where its header says so.
    pub(super) baseline_unit: Option<String>,
}

/// A target's cell that was read, and the column it stands in unless that is the
/// target's own.
pub(super) struct Told {
    pub(super) bound: Bound,
    pub(super) column: Option<Yearly>,
}

/// Drafts the rule of a row.
pub(super) fn draft(cells: &[String], header: &Header) -> Drafted {
    if cells.len() < header.needed() {
        let reason = format!("这一行只有 {} 格，至少要有 {} 格", cells.len(), header.needed());
        return Drafted::Left(reason, None);
    }
    let surplus = cells.get(header.cells.len()..).unwrap_or_default();
    if let Some(cell) = surplus.iter().find(|cell| !tidy(cell).is_empty()) {
        let reason =
            format!("这一行比表头多出“{}”；格里可能有没加引号的逗号，各格对不上表头", tidy(cell));
        return Drafted::Left(reason, None);
    }
    let cell = |at: Option<usize>| at.and_then(|at| cells.get(at)).map_or("", String::as_str);
    let name = Name::read(cell(Some(header.name)));
    if is_blank(&fold(&name.text)) {
        return Drafted::Left("没有指标名称".to_owned(), None);
    }
    let yearly = header.yearly.map(|(at, _)| at);
    let of_column = match fold(cell(header.unit)) {
        unit if is_blank(&unit) => None,
        unit => Some(unit::whole(&unit).unwrap_or_else(|| tidy(cell(header.unit)))),
    };
    let unit = name.unit.clone().or(of_column).or_else(|| header.unit_of(header.target));
    let row = Row {
        number: cell(header.number),
        attribute: header.attribute.map(|at| cell(Some(at))),
        baseline: cell(header.baseline),
        target: cell(header.target),
        yearly: cell(yearly),
        name,
        unit: unit.unwrap_or_default(),
        baseline_unit: header.unit_of(header.baseline),
    };
    row.draft(header)
}

impl Row<'_> {
    fn draft(&self, header: &Header) -> Drafted {
        let in_target = cell::read(self.target);
        let kind = header.yearly.map(|(_, kind)| kind);
        let in_yearly = cell::read(self.yearly);
        let beside = in_yearly != Cell::Blank && in_target != Cell::Blank;
        let (read, column) = match in_target {
            Cell::Blank => (in_yearly, kind),
            read => (read, None),
        };
        let drafted = match read {
            Cell::Blank => return Drafted::Left("没有目标值".to_owned(), None),
            Cell::Unread(unread) => return Drafted::Left(reason(&unread), None),
            Cell::Series(named) => Ok(self.relative(&named)),
            Cell::Full => Ok(self.full()),
            Cell::Multiple(times) => {
                let target = Target::Number("≥", times);
                let mut rule = self.rule(&self.unit, Form::Multiple, target);
                rule.note(Key::Form, "翻番：threshold 是基期值的倍数");
                Ok(rule)
            }
            Cell::Bound(bound) => settle::settle(self, &Told { bound, column }),
        };
        let mut rule = match drafted {
            Ok(rule) => rule,
            Err(reason) => return Drafted::Left(reason, None),
        };
        if beside {
            let column = header.yearly.and_then(|(at, _)| header.cells.get(at));
            let column = column.map_or("", String::as_str);
            let cell = tidy(self.yearly);
            rule.note(Key::Target, format!("“{column}”列另有“{cell}”，没有写成规则"));
        }
        self.finish(rule)
    }

    /// What every rule has.
    pub(super) fn rule(&self, unit: &str, form: Form, target: Target) -> Rule {
        let mut rule = Rule {
            number: fold(self.number),
            name: self.name.text.clone(),
            attribute: "任务",
            unit: unit.to_owned(),
            growth: false,
            apart: false,
            form,
            baseline: None,
            target,
            pace: Pace::Plan,
            notes: Vec::new(),
        };
        if is_blank(&rule.number) {
            rule.number.clear();
        }
        if let Some(cell) = self.attribute {
            let folded = fold(cell);
            match (folded.contains("约束"), folded.contains("预期")) {
                (true, false) => rule.attribute = "约束性",
                (false, true) => rule.attribute = "预期性",
                _ if folded == "任务" => {}
                _ => {
                    let cell = tidy(cell);
                    rule.note(
                        Key::Attribute,
                        format!("原表的属性是“{cell}”，不是约束性、预期性，写作任务，请核对"),
                    );
                }
            }
        }
        rule
    }

    fn relative(&self, named: &Named) -> Rule {
        let series = tidy(&named.series);
        let kind = series::kind(&series);
        let target = Target::Series(named.comparison.sign(), series, kind);
        let mut rule = self.rule(&self.unit, Form::Plain, target);
        if named.in_step {
            rule.note(Key::Target, "“同步”按不低于写作 ≥");
        }
        rule
    }

    fn full(&self) -> Rule {
        let mut rule = self.rule(PERCENT, Form::FullCoverage, Target::Implied);
        if !self.unit.is_empty() && self.unit != PERCENT {
            let unit = &self.unit;
            rule.note(Key::Unit, format!("原表的单位是“{unit}”；全覆盖要写成百分比"));
        }
        rule
    }

    /// The rule with its baseline and its unit, unless it could not stand in a plan.
    fn finish(&self, mut rule: Rule) -> Drafted {
        baseline::write(self, &mut rule);
        let is_growth =
            matches!(&rule.target, Target::Series(_, _, kind) if *kind != Kind::Elsewhere);
        if is_growth && !rule.unit.is_empty() && rule.unit != PERCENT {
            let unit = std::mem::replace(&mut rule.unit, PERCENT.to_owned());
            rule.note(Key::Unit, format!("原表的单位是“{unit}”；与增长率比较，写作 %"));
        }
        if rule.unit.is_empty() {
            match &rule.target {
                Target::Series(_, _, kind) if *kind != Kind::Elsewhere => {
                    rule.unit = PERCENT.to_owned();
                    rule.note(Key::Unit, "原表没有写单位；与增长率比较，写作 %");
                }
                _ => {
                    rule.unit = NO_UNIT.to_owned();
                    rule.note(
                        Key::Unit,
                        match self.name.is_share() {
                            true => "原表没有写单位，请填写；从名称看是比率，若是百分比请写 \"%\"",
                            false => "原表没有写单位，请填写",
                        },
                    );
                }
            }
        }
        let adds_up = rule.unit != PERCENT && !rule.growth && rule.form != Form::FullCoverage;
        let is_level = !matches!(rule.target, Target::Series(..));
        if adds_up && is_level && self.name.is_average(&rule.unit) {
            rule.apart = true;
            rule.note(
                Key::RollUp,
                "各地区的平均数、比率不能相加，全市只看市级自己报的数；若可相加，请删去",
            );
        }
        if let Some(reason) = rule.unreachable() {
            return Drafted::Left(reason, Some(Box::new(rule)));
        }
        if matches!(rule.target, Target::About(_)) {
            let reason =
                "“左右”没有说允许差多少；补上 tolerance，去掉以下各行行首的一个 #，就是一条规则";
            return Drafted::Left(reason.to_owned(), Some(Box::new(rule)));
        }
        let is_compared = matches!(rule.target, Target::Series(..));
        if is_compared && rule.unit != PERCENT {
            let reason =
                "与另一数列比较的，单位只能是 %；改好单位，去掉以下各行行首的一个 #，就是一条规则";
            return Drafted::Left(reason.to_owned(), Some(Box::new(rule)));
        }
        if rule.form == Form::Multiple && rule.baseline.is_none() {
            let reason =
                "翻番没有基期值就无从计算；补上 baseline，去掉以下各行行首的一个 #，就是一条规则";
            return Drafted::Left(reason.to_owned(), Some(Box::new(rule)));
        }
        Drafted::Rule(Box::new(rule))
    }
}

/// Why a cell was not read, for the planner.
fn reason(unread: &Unread) -> String {
    match unread {
        Unread::Words => {
            "目标是文字，没有可比较的数；若只列出、不判定，可写 form = \"words\"".to_owned()
        }
        Unread::Unclear => "数旁边的文字读不准，请自行写成规则".to_owned(),
        Unread::Several => "一格里不止一个数或一个条件，请拆成几条规则".to_owned(),
        Unread::NoUnit(rest) => format!("不认识数后面的“{rest}”"),
        Unread::Contradiction => "数前和数后的话方向相反，或说了两次".to_owned(),
        Unread::TooLong => "数太长（最多 18 位）".to_owned(),
        Unread::Downward => "“低于”另一数列：规则只能写不低于（≥）、高于（>）".to_owned(),
    }
}

/// Whether a span is one that the rule is judged by in every year.
pub(super) fn is_every_year(span: Span) -> bool {
    matches!(span, Span::Kept | Span::Ceiling)
}

/// The operator of a sign; of none, the one that is given.
pub(super) fn operator(sign: &Sign, bare: &'static str) -> &'static str {
    match sign {
        Sign::Bare => bare,
        Sign::Compare(comparison) => comparison.sign(),
        Sign::Equal => "=",
        Sign::To(_) => "between",
        Sign::About => "±",
    }
}
