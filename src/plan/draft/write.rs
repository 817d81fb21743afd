//! The draft as TOML.

use std::fmt::Write;

use super::fold::tidy;
use super::rule::{Drafted, Key, Rule, Target};
use super::unique::{Reference, digits};
use super::{Entry, Years};
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

/// What stands before the plan, but for the name of the table.
const TODO: &str = "\
# - [plan] 的 id、title；可加 source = \"文号\"
# - [[region]]：换成本市和所属各县（区）的代码、名称，一县（区）一节
# - 比率的 numerator、denominator：分子、分母各数什么
# - “（填写…）”的地方：填好以前，规则文件不能用
# - 每条规则上面的说明，以及没有写成规则的行（查找“未写成规则”）
# - 个数写作全市合计（scope = \"total\"）；若每个县（区）都要达到，请改为 each-county
";

const REGIONS: &str = "
# 示意，请替换
[[region]]
code = \"（填写城市代码）\"
name = \"（填写城市名）\"
level = \"city\"

[[region]]
code = \"（填写县区代码）\"
name = \"（填写县区名）\"
level = \"county\"
within = \"（填写城市代码）\"
";

fn head(file: &File<'_>) -> String {
    let mut out = "#:schema ./schema.json\n".to_owned();
    let name = tidy(file.name);
    let from = format!("由 dabiao plan new 根据“{name}”起草，尚须补全，并请逐项与原文核对：");
    comment(&mut out, &from);
    out.push_str(TODO);
    if !file.references.is_empty() {
        comment(&mut out, "- [[reference]] 是目标所比照的数列，各地区每年也要报");
    }
    let mut rules = file.entries.iter().flat_map(|entry| &entry.drafted).filter_map(Drafted::rule);
    if rules.all(|rule| rule.attribute == "任务") {
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
    out.push_str("\n[plan]\n");
    line(&mut out, "id", quoted(&placeholder("短名，如 city-15fyp")));
    line(&mut out, "title", quoted(&placeholder("规划名称")));
    let Years { baseline, target, assumed } = file.years;
    if let Some(assumed) = assumed {
        comment(&mut out, &format!("{assumed}，请核对"));
    }
    line(&mut out, "baseline-year", baseline);
    line(&mut out, "first-year", baseline + 1);
    line(&mut out, "target-year", target);
    line(&mut out, "pace", quoted("linear"));
    out.push_str(REGIONS);
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
        let lines = rule.lines.iter().filter(|(at, ..)| *at == key);
        lines.for_each(|(_, key, value)| line(&mut out, key, value));
    }
    out
}

/// What of a rule stands at a key, before the lines that are there as they are.
fn write(out: &mut String, rule: &Rule, key: Key) {
    match key {
        Key::Number => match digits(&rule.number) {
            Some(number) => line(out, "number", number),
            None if rule.number.is_empty() => {}
            None => line(out, "number", quoted(&rule.number)),
        },
        Key::Name => line(out, "name", quoted(&rule.name)),
        Key::Attribute => line(out, "attribute", quoted(rule.attribute)),
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
        Key::Form if matches!(rule.form, Form::Level | Form::Relative) => {}
        Key::Form => line(out, "form", quoted(rule.form.word())),
        Key::Baseline => match rule.baseline {
            Some(baseline) => line(out, "baseline", baseline),
            None if rule.form == Form::Multiple => line(out, "baseline", "?  # 填写基期值"),
            None => {}
        },
        Key::Target => target(out, &rule.target),
        Key::Scope | Key::Milestones | Key::Pace | Key::Cite => {}
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
pub(super) fn quoted(text: &str) -> String {
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
