//! From a row of the table to its rules.

use super::Years;
use super::amount::{PERCENT, whole_unit};
use super::beside::unused;
use super::cell::{self, Bound, Cell, Sign, Span};
use super::fold::{fold, is_blank, tidy};
use super::header::{Header, Yearly};
use super::name::Name;
use super::rule::{Drafted, Form, Key, Pace, Rule, Target};
use super::sentence::{self, Clause};
use super::series::{self, Kind};
use super::settle;
use super::{attribute, baseline};
use crate::plan::placeholder::placeholder;
use crate::term::Comparison;
use crate::text::unmarked;

/// What stands around a row and tells of it.
pub(super) struct Around<'t> {
    /// The attribute that the heading above gives.
    pub(super) heading: Option<&'static str>,
    /// The cell of the attribute above, which was merged with this one if this is blank.
    pub(super) above: &'t str,
    /// The number of the 专栏.
    pub(super) number: Option<&'t str>,
    pub(super) years: Years,
}

/// A row's cells, by what they hold; empty where the table has no such column.
pub(super) struct Row<'t> {
    number: String,
    attribute: Said,
    pub(super) baseline: &'t str,
    pub(super) name: Name,
    /// What the table counts in, by the name, a column of units, or the header.
    pub(super) unit: String,
    /// What the baseline's column counts in, where its header says so.
    pub(super) baseline_unit: Option<String>,
    /// Whether more is better, where the table says so.
    pub(super) upward: Option<bool>,
    /// 项目, and the sentence that holds the target.
    words: Option<(String, String)>,
}

/// What the table says of a row's attribute.
#[derive(Clone)]
enum Said {
    Nothing,
    Attribute(&'static str),
    /// The cell is blank, and the one above is not.
    Merged(&'static str),
    Other(String),
}

/// A target's cell that was read, and the column it stands in unless that is the
/// target's own.
pub(super) struct Told {
    pub(super) bound: Bound,
    pub(super) column: Option<Yearly>,
    /// The unit that the column has, where it is not the row's.
    pub(super) unit: Option<String>,
}

/// Drafts the rules of a row: one, or one for each target that its sentences hold.
pub(super) fn draft(cells: &[String], header: &Header, around: &Around<'_>) -> Vec<Drafted> {
    match read(cells, header, around) {
        Err(reason) => vec![Drafted::Left(reason, None)],
        Ok(row) => row.drafts(cells, header, around),
    }
}

fn read<'t>(cells: &'t [String], header: &Header, around: &Around<'_>) -> Result<Row<'t>, String> {
    if cells.len() < header.needed() {
        return Err(format!("这一行只有 {} 格，至少要有 {} 格", cells.len(), header.needed()));
    }
    let surplus = cells.get(header.cells.len()..).unwrap_or_default();
    if let Some(cell) = surplus.iter().find(|cell| !tidy(cell).is_empty()) {
        let cell = tidy(cell);
        return Err(format!("这一行比表头多出“{cell}”；格里可能有没加引号的逗号，各格对不上表头"));
    }
    let name = Name::read(cell(cells, Some(header.name)));
    if is_blank(&fold(&name.text)) {
        return Err("没有指标名称".to_owned());
    }
    if attribute::of_word(&fold(&name.text)).is_some() || is_figure(&fold(&name.text)) {
        return Err(format!("指标名称一格是“{}”，各格对不上表头", name.text));
    }
    let number = match fold(cell(cells, header.number)) {
        number if is_blank(&number) => name.number.clone(),
        number => Some(
            count(&number)
                .ok_or_else(|| format!("序号一格是“{number}”，不是序号，各格对不上表头"))?,
        ),
    };
    let of_column = match fold(cell(cells, header.unit)) {
        unit if is_blank(&unit) => None,
        unit => Some(whole_unit(&unit).unwrap_or_else(|| tidy(cell(cells, header.unit)))),
    };
    let unit = name.unit.clone().or(of_column).or_else(|| header.unit_of(header.target));
    Ok(Row {
        number: number.unwrap_or_default(),
        attribute: said(cells, header, around, &name),
        baseline: cell(cells, header.baseline),
        name,
        unit: unit.unwrap_or_default(),
        baseline_unit: header.unit_of(header.baseline),
        upward: upward(cell(cells, header.direction).to_owned() + cell(cells, header.attribute)),
        words: None,
    })
}

/// 正向 or 逆向, if a text says one of them.
fn upward(text: String) -> Option<bool> {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    match (has(&["正", "越大", "越高"]), has(&["逆", "负", "反", "越小", "越低"])) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// The number that a folded cell of 序号 holds: 3, 3.1, （三）, ①, A1.
fn count(cell: &str) -> Option<String> {
    if let Some((number @ Some(_), "名")) = unmarked(&format!("{cell} 名")) {
        return number;
    }
    let bare = cell.trim_matches(['(', ')', '[', ']', '.', '、']);
    let is_sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    ((1..=8).contains(&bare.len()) && bare.chars().all(is_sign)).then(|| cell.to_owned())
}

/// Whether a folded cell is a figure and no name.
fn is_figure(text: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_digit() || ".,%≥≤><-".contains(c);
    text.contains(|c: char| c.is_ascii_digit()) && text.chars().all(is_sign)
}

/// a, b, c; numbers behind z.
fn letter(at: usize) -> String {
    ('a'..='z').nth(at).map_or_else(|| format!("-{}", at + 1), String::from)
}

/// A cell; empty where there is none.
pub(super) fn cell(cells: &[String], at: Option<usize>) -> &str {
    at.and_then(|at| cells.get(at)).map_or("", String::as_str)
}

fn said(cells: &[String], header: &Header, around: &Around<'_>, name: &Name) -> Said {
    let cell = header.attribute.map_or("", |at| cell(cells, Some(at)));
    let is_empty = is_blank(&fold(cell));
    match (attribute::read(cell), name.attribute.or(around.heading)) {
        (Some(attribute), _) => Said::Attribute(attribute),
        (None, _) if !is_empty => Said::Other(tidy(cell)),
        (None, Some(attribute)) => Said::Attribute(attribute),
        (None, None) if header.attribute.is_none() => Said::Nothing,
        // A dash is none; an empty cell may be the rest of a merged one.
        (None, None) => match attribute::read(around.above).filter(|_| cell.trim().is_empty()) {
            Some(attribute) => Said::Merged(attribute),
            None => Said::Other(tidy(cell)),
        },
    }
}

impl Row<'_> {
    fn drafts(self, cells: &[String], header: &Header, around: &Around<'_>) -> Vec<Drafted> {
        let target = cell(cells, header.target);
        if !header.is_worded() || !matches!(cell::read(target), Cell::Unread(_)) {
            return vec![self.draft(cells, header, around)];
        }
        let sentences = sentence::sentences(target);
        let many = sentences.len() > 1;
        let numbered = sentences.iter().enumerate().flat_map(|(at, text)| {
            let nth = if many { format!(".{}", at + 1) } else { String::new() };
            let clauses = sentence::clauses(text);
            let several = clauses.len() > 1;
            clauses.into_iter().enumerate().map(move |(at, clause)| {
                let letter = if several { letter(at) } else { String::new() };
                (format!("{nth}{letter}"), text, clause)
            })
        });
        numbered.map(|(nth, text, clause)| self.part(&nth, text, clause, around)).collect()
    }

    /// The rule of one clause of a requirement.
    fn part(&self, nth: &str, text: &str, clause: Clause, around: &Around<'_>) -> Drafted {
        let number = match &*self.number {
            "" => String::new(),
            number => format!("{number}{nth}"),
        };
        let number = match around.number {
            Some(of) if !number.is_empty() => format!("{of}.{number}"),
            _ => number,
        };
        let named = |name: &str| Row {
            number,
            attribute: self.attribute.clone(),
            baseline: "",
            name: if name.is_empty() { self.name.clone() } else { Name::read(name) },
            unit: String::new(),
            baseline_unit: None,
            upward: None,
            words: Some((self.name.text.clone(), text.to_owned())),
        };
        match clause {
            Clause::Target { name, cell, condition } => {
                let note = |words| format!("原句先说“{words}”，规则里没有写，请核对");
                let notes = condition.into_iter().map(note).collect();
                named(&name).settled(cell, None, None, notes)
            }
            Clause::Done(name) => {
                let mut rule = named(&name).rule("", Form::Milestone, Target::Implied);
                rule.scope = Some("city");
                rule.note(
                    Key::Form,
                    "由市级办成，到目标年底前；若另有期限请写 due，若各县（区）都要办请改 scope",
                );
                Drafted::Rule(Box::new(rule))
            }
            Clause::Words(name) => {
                let mut rule = named(&name).rule("", Form::Words, Target::Implied);
                rule.note(Key::Form, match name.contains("全部") || name.contains("全面") {
                    true => "没有数，只列出、不判定；若要按 100% 判定，请写 form = \"full-coverage\"",
                    false => "目标是文字，只列出、不判定",
                });
                Drafted::Rule(Box::new(rule))
            }
            Clause::Unclear(text) => Drafted::Left(
                format!("“{text}”数旁边的文字读不准，或不止一个数，请自行写成规则"),
                None,
            ),
        }
    }

    fn draft(&self, cells: &[String], header: &Header, around: &Around<'_>) -> Drafted {
        let in_target = cell::read(cell(cells, header.target));
        let at = header.yearly.map(|(at, _)| at);
        let printed = cell(cells, at);
        let in_yearly = cell::read(printed);
        let mut notes = Vec::new();
        if header.is_lone_year && in_yearly != Cell::Blank && in_target != Cell::Blank {
            let column = header.target.and_then(|at| header.cells.get(at)).map_or("", |cell| cell);
            let reason = format!("“{column}”列看不出是基期值还是目标值，请在表头写明");
            return Drafted::Left(reason, None);
        }
        if in_yearly != Cell::Blank && in_target != Cell::Blank {
            notes.push(unused(header, at, printed));
        }
        let (read, column) = match in_target {
            Cell::Blank => (in_yearly, header.yearly),
            read => (read, None),
        };
        let unit = column.and_then(|(at, _)| header.unit_of(Some(at)));
        let drafted = self.settled(read, column.map(|(_, kind)| kind), unit, notes);
        match drafted {
            Drafted::Left(reason, None) => Drafted::Left(reason, None),
            Drafted::Rule(mut rule) => {
                self.beside(&mut rule, cells, header, around.years);
                Drafted::Rule(rule)
            }
            Drafted::Left(reason, Some(mut rule)) => {
                self.beside(&mut rule, cells, header, around.years);
                Drafted::Left(reason, Some(rule))
            }
        }
    }

    /// The rule of a target's cell that was read.
    fn settled(
        &self,
        read: Cell,
        column: Option<Yearly>,
        unit: Option<String>,
        notes: Vec<String>,
    ) -> Drafted {
        let drafted = match read {
            Cell::Blank => return Drafted::Left("没有目标值".to_owned(), None),
            Cell::Unread(unread) => return Drafted::Left(unread, None),
            Cell::Series(comparison, series, in_step) => {
                Ok(self.relative(comparison, &series, in_step))
            }
            Cell::Full => Ok(self.full()),
            Cell::Multiple(times) => {
                let target = Target::Number("≥", times);
                let mut rule = self.rule(&self.unit, Form::Multiple, target);
                rule.note(Key::Form, "翻番：threshold 是基期值的倍数");
                Ok(rule)
            }
            Cell::Bound(bound) => settle::settle(self, &Told { bound, column, unit }),
        };
        match drafted {
            Err(reason) => Drafted::Left(reason, None),
            Ok(mut rule) => {
                notes.into_iter().for_each(|note| rule.note(Key::Target, note));
                self.finish(rule)
            }
        }
    }

    /// Whether the target stands in a sentence.
    pub(super) fn is_worded(&self) -> bool {
        self.words.is_some()
    }

    /// What every rule has.
    pub(super) fn rule(&self, unit: &str, form: Form, target: Target) -> Rule {
        let mut rule = Rule {
            number: self.number.clone(),
            name: self.name.text.clone(),
            attribute: "任务",
            unit: unit.to_owned(),
            growth: false,
            apart: false,
            reported: false,
            scope: None,
            item: self.words.as_ref().map(|(item, _)| item.clone()),
            text: self.words.as_ref().map(|(_, text)| text.clone()),
            form,
            baseline: None,
            milestones: Vec::new(),
            target,
            pace: Pace::Plan,
            notes: Vec::new(),
        };
        match &self.attribute {
            Said::Nothing => {}
            Said::Attribute(attribute) => rule.attribute = attribute,
            Said::Merged(attribute) => {
                rule.attribute = attribute;
                rule.note(Key::Attribute, "原表这一格是空的，照上一行写（合并的单元格），请核对");
            }
            Said::Other(cell) => rule.note(
                Key::Attribute,
                format!("原表的属性是“{cell}”，不是约束性、预期性，写作任务，请核对"),
            ),
        }
        rule
    }

    fn relative(&self, comparison: Comparison, series: &str, in_step: bool) -> Rule {
        let series = tidy(series);
        let kind = series::kind(&series);
        let target = Target::Series(comparison.sign(), series, kind);
        let mut rule = self.rule(&self.unit, Form::Plain, target);
        if in_step {
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
                    rule.unit = placeholder("单位");
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
        self.roll_up(&mut rule);
        if let Some(reason) = rule.unreachable().or_else(|| rule.lacking()) {
            return Drafted::Left(reason, Some(Box::new(rule)));
        }
        Drafted::Rule(Box::new(rule))
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
