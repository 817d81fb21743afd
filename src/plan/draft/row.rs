//! From a row of the table to its rules.

use super::amount::{PERCENT, whole_unit};
use super::attribute;
use super::cell::{self, Cell};
use super::fold::{fold, is_blank, tidy};
use super::header::{Column, Header, Yearly};
use super::name::Name;
use super::rule::{Drafted, Key, Kind, Rule, Series, Target};
use super::sentence::{self, Clause};
use super::words::has;
use super::write::quoted;
use super::{Years, settle};
use crate::form::Form;
use crate::plan::placeholder::placeholder;
use crate::text::unmarked;

/// What stands around a row and tells of it.
#[derive(Clone, Copy)]
pub(super) struct Around<'t> {
    pub(super) header: &'t Header,
    pub(super) years: Years,
    /// The attribute that the heading above gives.
    pub(super) heading: Option<&'static str>,
    /// The cell of the attribute above, which was merged with this one if this is blank.
    pub(super) above: &'t str,
    /// The number of the 专栏.
    pub(super) panel: Option<&'t str>,
}

/// A row, or what one clause of its requirement is about.
pub(super) struct Row<'t> {
    pub(super) around: Around<'t>,
    pub(super) cells: &'t [String],
    number: String,
    attribute: Attribute,
    pub(super) name: Name,
    /// What the table counts in, by the name, a column of units, or the header.
    pub(super) unit: String,
    pub(super) baseline: Cell,
    /// Whether more is better, where the table says so.
    pub(super) upward: Option<bool>,
    /// 项目, and the sentence that holds the target.
    pub(super) words: Option<(String, String)>,
}

/// A row's attribute, and what is to be said about it.
#[derive(Clone)]
struct Attribute(&'static str, Option<String>);

/// Drafts the rules of a row: one, or one for each target that its sentences hold.
pub(super) fn draft(cells: &[String], around: Around<'_>) -> Vec<Drafted> {
    match Row::read(cells, around) {
        Err(reason) => vec![Drafted::left(reason)],
        Ok(row) => row.drafts(),
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

/// 正向 or 逆向, if a text says one of them.
fn upward(text: &str) -> Option<bool> {
    match (has(text, "正 越大 越高"), has(text, "逆 负 反 越小 越低")) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        (true, true) | (false, false) => None,
    }
}

/// a, b, c; numbers behind z.
fn letter(at: usize) -> String {
    ('a'..='z').nth(at).map_or_else(|| format!("-{}", at + 1), String::from)
}

impl<'t> Row<'t> {
    fn read(cells: &'t [String], around: Around<'t>) -> Result<Self, String> {
        let header = around.header;
        let cell = |at: Option<usize>| at.and_then(|at| cells.get(at)).map_or("", String::as_str);
        let of = |column| cell(header.first(column));
        if cells.len() < header.needed() {
            let needed = header.needed();
            return Err(format!("这一行只有 {} 格，至少要有 {needed} 格", cells.len()));
        }
        let surplus = cells.get(header.cells.len()..).unwrap_or_default();
        if let Some(cell) = surplus.iter().map(|cell| tidy(cell)).find(|cell| !cell.is_empty()) {
            return Err(format!(
                "这一行比表头多出“{cell}”；格里可能有没加引号的逗号，各格对不上表头"
            ));
        }
        let name = Name::read(cell(Some(header.name)));
        let folded = fold(&name.text);
        if is_blank(&folded) {
            return Err("没有指标名称".to_owned());
        }
        if attribute::of_word(&folded).is_some() || is_figure(&folded) {
            return Err(format!("指标名称一格是“{}”，各格对不上表头", name.text));
        }
        let number = match fold(of(Column::Number)) {
            number if is_blank(&number) => name.number.clone().unwrap_or_default(),
            number => count(&number)
                .ok_or_else(|| format!("序号一格是“{number}”，不是序号，各格对不上表头"))?,
        };
        let of_column = match fold(of(Column::Unit)) {
            unit if is_blank(&unit) => None,
            unit => whole_unit(&unit).or_else(|| Some(tidy(of(Column::Unit)))),
        };
        let unit = name.unit.clone().or(of_column).or_else(|| header.unit_of(header.target));
        Ok(Row {
            around,
            cells,
            number,
            attribute: Attribute::read(of(Column::Attribute), &around, &name),
            name,
            unit: unit.unwrap_or_default(),
            baseline: cell::read(cell(header.baseline)),
            upward: upward(&format!("{}{}", of(Column::Direction), of(Column::Attribute))),
            words: None,
        })
    }

    /// A cell as printed; empty where there is none.
    pub(super) fn cell(&self, at: Option<usize>) -> &'t str {
        at.and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }

    fn drafts(self) -> Vec<Drafted> {
        let header = self.around.header;
        let target = self.cell(header.target);
        if !header.is_worded() || !matches!(cell::read(target), Cell::Unread(_)) {
            return vec![self.draft()];
        }
        let mut drafts = Vec::new();
        let sentences = sentence::sentences(target);
        for (nth, text) in sentences.iter().enumerate() {
            let nth = if sentences.len() > 1 { format!(".{}", nth + 1) } else { String::new() };
            let clauses = sentence::clauses(text);
            let several = clauses.len() > 1;
            for (at, clause) in clauses.into_iter().enumerate() {
                let letter = if several { letter(at) } else { String::new() };
                drafts.push(self.part(&format!("{nth}{letter}"), text, clause));
            }
        }
        // What stands in the other columns is said once.
        if let Some(rule) = drafts.iter_mut().find_map(|drafted| drafted.rule.as_mut()) {
            self.beside(rule, true);
        }
        drafts
    }

    /// The rule of one clause of a requirement.
    fn part(&self, nth: &str, text: &str, clause: Clause) -> Drafted {
        let number = match (self.around.panel, &*self.number) {
            (_, "") => String::new(),
            (None, number) => format!("{number}{nth}"),
            (Some(panel), number) => format!("{panel}.{number}{nth}"),
        };
        let named = |name: &str| Row {
            number: number.clone(),
            attribute: self.attribute.clone(),
            name: if name.is_empty() { self.name.clone() } else { Name::read(name) },
            unit: String::new(),
            baseline: Cell::Blank,
            upward: None,
            words: Some((self.name.text.clone(), text.to_owned())),
            ..*self
        };
        let unmeasured = |name: &str, form, note: &str| {
            let mut rule = named(name).rule("", form, Target::Implied);
            rule.note(Key::Form, note);
            if form == Form::Milestone {
                rule.line(Key::Scope, "scope", quoted("city"));
            }
            Drafted { rule: Some(Box::new(rule)), left: None }
        };
        match clause {
            Clause::Target { name, cell, condition } => {
                let note = |words| format!("原句先说“{words}”，规则里没有写，请核对");
                named(&name).settled(cell, None, None, condition.map(note))
            }
            Clause::Done(name) => {
                let note =
                    "由市级办成，到目标年底前；若另有期限请写 due，若各县（区）都要办请改 scope";
                unmeasured(&name, Form::Milestone, note)
            }
            Clause::Words(name) => {
                let note = match has(&name, "全部 全面") {
                    true => {
                        "没有数，只列出、不判定；若要按 100% 判定，请写 form = \"full-coverage\""
                    }
                    false => "目标是文字，只列出、不判定",
                };
                unmeasured(&name, Form::Words, note)
            }
            Clause::Unclear(text) => {
                Drafted::left(format!("“{text}”数旁边的文字读不准，或不止一个数，请自行写成规则"))
            }
        }
    }

    /// The rule of the row's own target.
    fn draft(&self) -> Drafted {
        let header = self.around.header;
        let in_target = cell::read(self.cell(header.target));
        let at = header.yearly.map(|(at, _)| at);
        let in_yearly = cell::read(self.cell(at));
        let are_both = in_yearly != Cell::Blank && in_target != Cell::Blank;
        if header.is_lone_year && are_both {
            let column = header.cell(header.target);
            return Drafted::left(format!("“{column}”列看不出是基期值还是目标值，请在表头写明"));
        }
        let note = are_both.then(|| self.unused(at));
        let mut drafted = match in_target {
            Cell::Blank => {
                let unit = header.unit_of(at);
                self.settled(in_yearly, header.yearly.map(|(_, kind)| kind), unit.as_deref(), note)
            }
            read => self.settled(read, None, None, note),
        };
        drafted.rule.iter_mut().for_each(|rule| self.beside(rule, false));
        drafted
    }

    /// The rule of a target's cell that was read, in a column of that kind and unit.
    fn settled(
        &self,
        read: Cell,
        column: Option<Yearly>,
        unit: Option<&str>,
        note: Option<String>,
    ) -> Drafted {
        let drafted = match read {
            Cell::Blank => Err("没有目标值".to_owned()),
            Cell::Unread(reason) => Err(reason),
            Cell::Bound(bound) => settle::settle(self, bound, column, unit).map_err(str::to_owned),
            Cell::Series(comparison, series, in_step) => {
                let target = Target::Series(comparison.sign(), Series::new(tidy(&series)));
                let mut rule = self.rule(&self.unit, Form::Relative, target);
                let in_step = in_step.then(|| "“同步”按不低于写作 ≥".to_owned());
                rule.notes.extend(in_step.map(|note| (Key::Target, note)));
                Ok(rule)
            }
            Cell::Full => {
                let mut rule = self.rule(PERCENT, Form::FullCoverage, Target::Implied);
                if !matches!(&*self.unit, "" | PERCENT) {
                    let note = format!("原表的单位是“{}”；全覆盖要写成百分比", self.unit);
                    rule.note(Key::Unit, note);
                }
                Ok(rule)
            }
            Cell::Multiple(times) => {
                let target = Target::Number("≥", times);
                let mut rule = self.rule(&self.unit, Form::Multiple, target);
                rule.note(Key::Form, "翻番：threshold 是基期值的倍数");
                Ok(rule)
            }
        };
        match drafted {
            Err(reason) => Drafted::left(reason),
            Ok(mut rule) => {
                rule.notes.extend(note.map(|note| (Key::Target, note)));
                self.finish(rule)
            }
        }
    }

    /// What every rule has.
    pub(super) fn rule(&self, unit: &str, form: Form, target: Target) -> Rule {
        let Attribute(attribute, note) = self.attribute.clone();
        let words = self.words.iter().flat_map(|(item, text)| [("item", item), ("text", text)]);
        Rule {
            id: String::new(),
            number: self.number.clone(),
            name: self.name.text.clone(),
            attribute,
            unit: unit.to_owned(),
            growth: false,
            reported: false,
            form,
            baseline: None,
            target,
            lines: words
                .map(|(key, text)| (Key::Attribute, format!("{key} = {}", quoted(text))))
                .collect(),
            notes: note.map(|note| (Key::Attribute, note)).into_iter().collect(),
        }
    }

    /// The rule with its baseline and its unit, unless it could not stand in a plan.
    fn finish(&self, mut rule: Rule) -> Drafted {
        self.write_baseline(&mut rule);
        let kind = match &rule.target {
            Target::Series(_, series) => Some(series.kind),
            _ => None,
        };
        if matches!(kind, Some(Kind::Gdp | Kind::Growth)) && rule.unit != PERCENT {
            let note = match &*rule.unit {
                "" => "原表没有写单位；与增长率比较，写作 %".to_owned(),
                unit => format!("原表的单位是“{unit}”；与增长率比较，写作 %"),
            };
            rule.note(Key::Unit, note);
            rule.unit = PERCENT.to_owned();
        } else if rule.unit.is_empty() {
            rule.unit = placeholder("单位");
            let note = match self.name.is_share() {
                true => "原表没有写单位，请填写；从名称看是比率，若是百分比请写 \"%\"",
                false => "原表没有写单位，请填写",
            };
            rule.note(Key::Unit, note);
        }
        self.roll_up(&mut rule);
        let left = rule.unreachable().or_else(|| rule.lacking());
        Drafted { rule: Some(Box::new(rule)), left }
    }
}

impl Attribute {
    fn read(cell: &str, around: &Around<'_>, name: &Name) -> Self {
        let own = attribute::read(cell);
        let by_others = name.attribute.or(around.heading).filter(|_| is_blank(&fold(cell)));
        if let Some(attribute) = own.or(by_others) {
            return Self(attribute, None);
        }
        if around.header.first(Column::Attribute).is_none() {
            return Self("任务", None);
        }
        // A dash is none; an empty cell may be the rest of a merged one.
        match attribute::read(around.above).filter(|_| cell.trim().is_empty()) {
            Some(attribute) => {
                let note = "原表这一格是空的，照上一行写（合并的单元格），请核对";
                Self(attribute, Some(note.to_owned()))
            }
            None => {
                let cell = tidy(cell);
                let note = format!("原表的属性是“{cell}”，不是约束性、预期性，写作任务，请核对");
                Self("任务", Some(note))
            }
        }
    }
}
