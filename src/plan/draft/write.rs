//! The draft as TOML.

use std::fmt::Write;

use super::fold::tidy;
use super::rule::{Drafted, Key, Pace, Rule, Target};
use super::unique::{Reference, digits};
use super::{Assumed, Entry, Years};
use crate::form::Form;
use crate::plan::placeholder::placeholder;
use crate::text::is_invisible;

/// Everything that goes into a rule file.
pub(super) struct File<'d> {
    pub(super) name: &'d str,
    /// The encoding the table was in, unless it is UTF-8.
    pub(super) encoding: Option<&'static str>,
    pub(super) stray_quotes: bool,
    pub(super) years: Years,
    pub(super) references: &'d [Reference],
    pub(super) entries: &'d [Entry],
}

/// The rule file.
pub(super) fn toml(file: &File<'_>) -> String {
    let mut out = head(file);
    for reference in file.references {
        out.push_str("\n[[reference]]\n");
        line(&mut out, "id", quoted(&reference.id));
        if reference.renamed {
            comment(&mut out, "表里有同名的指标，参照数列须另起名称，也要另报");
        }
        line(&mut out, "name", quoted(&reference.name));
        if !reference.aliases.is_empty() {
            let aliases: Vec<String> = reference.aliases.iter().map(|name| quoted(name)).collect();
            line(&mut out, "aliases", format!("[{}]", aliases.join(", ")));
        }
        line(&mut out, "unit", quoted(&reference.unit));
    }
    let mut after_aside = false;
    for entry in file.entries {
        if !(after_aside && entry.row.is_none()) {
            out.push('\n');
        }
        after_aside = entry.row.is_none();
        comment(&mut out, &entry.text);
        for drafted in &entry.drafted {
            match drafted {
                Drafted::Rule(rule) => out.push_str(&indicator(rule)),
                Drafted::Left(reason, rule) => {
                    comment(&mut out, &format!("未写成规则：{reason}"));
                    let text = rule.as_ref().map(|rule| indicator(rule)).unwrap_or_default();
                    text.lines().for_each(|line| comment(&mut out, line));
                }
            }
        }
    }
    out
}

fn head(file: &File<'_>) -> String {
    let mut out = "#:schema ./schema.json\n".to_owned();
    let rules = || file.entries.iter().flat_map(|entry| &entry.drafted).filter_map(Drafted::rule);
    comment(
        &mut out,
        &format!(
            "由 dabiao plan new 根据“{}”起草，尚须补全，并请逐项与原文核对：",
            tidy(file.name)
        ),
    );
    for todo in [
        "- [plan] 的 id、title；可加 source = \"文号\"",
        "- [[region]]：换成本市和所属各县（区）的代码、名称，一县（区）一节",
        "- 比率的 numerator、denominator：分子、分母各数什么",
        "- “（填写…）”的地方：填好以前，规则文件不能用",
        "- 每条规则上面的说明，以及没有写成规则的行（查找“未写成规则”）",
        "- 个数写作全市合计（scope = \"total\"）；若每个县（区）都要达到，请改为 each-county",
    ] {
        comment(&mut out, todo);
    }
    if !file.references.is_empty() {
        comment(&mut out, "- [[reference]] 是目标所比照的数列，各地区每年也要报");
    }
    if rules().all(|rule| rule.attribute == "任务") {
        comment(&mut out, "原表没有“属性”列，各项都写作任务，请改为约束性或预期性。");
    }
    if let Some(encoding) = file.encoding {
        comment(
            &mut out,
            &format!("原表不是 UTF-8 编码，按 {encoding} 读出；文字若有乱码请改正。"),
        );
    }
    if file.stray_quotes {
        comment(&mut out, "原表的引号没有成对，按普通文字读出；跨行的单元格可能被拆开。");
    }
    let open = |what: &str| quoted(&placeholder(what));
    out.push_str("\n[plan]\n");
    line(&mut out, "id", open("短名，如 city-15fyp"));
    line(&mut out, "title", open("规划名称"));
    let Years { baseline, target, assumed } = file.years;
    let assumption = match assumed {
        Assumed::Nothing => None,
        Assumed::Baseline => Some("表头没有写基期年份，按目标年的五年之前"),
        Assumed::Target => Some("表头没有写目标年份，按基期的五年之后"),
        Assumed::Both => Some("表头没有写年份，按 2020 年基期、2025 年目标"),
        Assumed::Order => Some("表头的基期年份不在目标年份之前，按目标年的五年之前"),
    };
    if let Some(assumption) = assumption {
        comment(&mut out, &format!("{assumption}，请核对"));
    }
    line(&mut out, "baseline-year", baseline);
    line(&mut out, "first-year", baseline + 1);
    line(&mut out, "target-year", target);
    line(&mut out, "pace", quoted("linear"));
    out.push_str("\n# 示意，请替换\n[[region]]\n");
    line(&mut out, "code", open("城市代码"));
    line(&mut out, "name", open("城市名"));
    line(&mut out, "level", quoted("city"));
    out.push_str("\n[[region]]\n");
    line(&mut out, "code", open("县区代码"));
    line(&mut out, "name", open("县区名"));
    line(&mut out, "level", quoted("county"));
    line(&mut out, "within", open("城市代码"));
    out
}

/// An `[[indicator]]`, its notes before the keys they are about.
fn indicator(rule: &Rule) -> String {
    let mut out = String::from("[[indicator]]\n");
    line(&mut out, "id", quoted(&rule.id));
    for key in Key::ALL {
        let notes = rule.notes.iter().filter(|(at, _)| *at == key);
        notes.for_each(|(_, note)| comment(&mut out, note));
        write(&mut out, rule, key);
    }
    line(&mut out, "cite", quoted(&rule.cite));
    out
}

/// A key of a rule, and those behind it that have no notes.
fn write(out: &mut String, rule: &Rule, key: Key) {
    match key {
        Key::Number => match digits(&rule.number) {
            Some(number) => line(out, "number", number),
            None if rule.number.is_empty() => {}
            None => line(out, "number", quoted(&rule.number)),
        },
        Key::Name => line(out, "name", quoted(&rule.name)),
        Key::Attribute => {
            line(out, "attribute", quoted(rule.attribute));
            if let Some((item, text)) = &rule.words {
                line(out, "item", quoted(item));
                line(out, "text", quoted(text));
            }
        }
        Key::Unit => {
            if rule.form.is_measured() {
                line(out, "unit", quoted(&rule.unit));
            }
            if rule.growth {
                line(out, "growth", true);
            }
            if rule.is_percentage() {
                comment(out, "numerator = \"\"  # 填写：分子数什么");
                comment(out, "denominator = \"\"  # 填写：分母数什么");
            }
        }
        Key::RollUp if rule.apart => line(out, "roll-up", quoted("none")),
        Key::RollUp => {}
        Key::Scope => rule.scope.into_iter().for_each(|scope| line(out, "scope", quoted(scope))),
        Key::Form if matches!(rule.form, Form::Level | Form::Relative) => {}
        Key::Form => line(out, "form", quoted(rule.form.word())),
        Key::Baseline => match rule.baseline {
            Some(baseline) => line(out, "baseline", baseline),
            None if rule.form == Form::Multiple => line(out, "baseline", "?  # 填写基期值"),
            None => {}
        },
        Key::Target => {
            target(out, &rule.target);
            if rule.form == Form::Change {
                line(out, "change", quoted(if rule.percent { "percent" } else { "absolute" }));
            }
        }
        Key::Milestones => {
            if !rule.milestones.is_empty() {
                let years =
                    rule.milestones.iter().map(|(year, number)| format!("{year} = {number}"));
                let years = years.collect::<Vec<_>>().join(", ");
                line(out, "milestones", format!("{{ {years} }}"));
            }
            match rule.pace {
                Pace::Plan => {}
                Pace::AtEnd => line(out, "pace", quoted("at-end")),
                Pace::PerhapsAtEnd => {
                    comment(out, "pace = \"at-end\"  # 数目少：若目标年之前不作要求，去掉行首的 #");
                }
            }
        }
    }
}

fn target(out: &mut String, target: &Target) {
    match target {
        Target::Implied => {}
        Target::Number(sign, number) => {
            line(out, "operator", quoted(sign));
            line(out, "threshold", number);
        }
        Target::Open(number) => {
            line(out, "operator", quoted(&placeholder("：≥ 或 ≤")));
            line(out, "threshold", number);
        }
        Target::Between(low, high) => {
            line(out, "operator", quoted("between"));
            line(out, "threshold", format!("[{low}, {high}]"));
        }
        Target::About(sign, number) => {
            line(out, "operator", quoted(sign));
            line(out, "threshold", number);
            let key = if *sign == "±" { "tolerance" } else { "about" };
            line(out, key, "?  # 填写：允许差多少");
        }
        Target::Series(sign, series) => {
            line(out, "operator", quoted(sign));
            line(out, "reference", quoted(&series.id));
        }
    }
}

fn line(out: &mut String, key: &str, value: impl std::fmt::Display) {
    // A `String` takes whatever is written.
    let _ = writeln!(out, "{key} = {value}");
}

/// One line of comment, whatever the text: what TOML forbids, and what an editor
/// would not show, is escaped.
fn comment(out: &mut String, text: &str) {
    out.push_str("# ");
    for c in text.trim_end().chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => {}
            c if c.is_control() || is_invisible(c) || matches!(c, '\u{2028}' | '\u{2029}') => {
                let _ = write!(out, "\\u{{{:X}}}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('\n');
}

/// A TOML string.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
