//! The draft as TOML.

use std::fmt::Write;

use super::fold::tidy;
use super::rule::{Drafted, Form, Key, Pace, Rule, Target};
use super::unique::{Reference, digits, reference_id};
use super::{Assumed, Entry, Years};
use crate::plan::placeholder::placeholder;
use crate::text::is_invisible;

/// Everything that goes into a rule file.
pub(super) struct File<'d> {
    pub(super) name: &'d str,
    /// The encoding the table was in, unless it is UTF-8.
    pub(super) encoding: Option<&'static str>,
    pub(super) stray_quotes: bool,
    pub(super) has_attributes: bool,
    pub(super) years: Years,
    /// The ids of the rules, in their order.
    pub(super) ids: &'d [String],
    pub(super) references: &'d [Reference],
    pub(super) entries: &'d [Entry],
}

/// The rule file.
pub(super) fn toml(file: &File<'_>) -> String {
    let mut out = String::new();
    head(&mut out, file);
    for reference in file.references {
        out.push_str("\n[[reference]]\n");
        line(&mut out, "id", &quoted(&reference.id));
        if reference.renamed {
            comment(&mut out, "表里有同名的指标，参照数列须另起名称，也要另报");
        }
        line(&mut out, "name", &quoted(&reference.name));
        if !reference.aliases.is_empty() {
            let aliases: Vec<String> = reference.aliases.iter().map(|name| quoted(name)).collect();
            line(&mut out, "aliases", &format!("[{}]", aliases.join(", ")));
        }
        line(&mut out, "unit", &quoted(&reference.unit));
    }
    let table = file.name.rsplit_once('.').map_or(file.name, |(stem, _)| stem);
    let table = match tidy(table) {
        stem if stem.is_empty() => "原表".to_owned(),
        stem => stem,
    };
    let mut ids = file.ids.iter();
    let mut after_aside = false;
    for entry in file.entries {
        let is_aside = matches!(entry, Entry::Aside(_));
        if !(after_aside && is_aside) {
            out.push('\n');
        }
        after_aside = is_aside;
        match entry {
            Entry::Aside(text) => comment(&mut out, text),
            Entry::Row { nth, printed, cite, drafted } => {
                comment(&mut out, &format!("第{nth}行：{printed}"));
                let cite = cite.clone().unwrap_or_else(|| format!("{table} 第{nth}行"));
                for drafted in drafted {
                    match drafted {
                        Drafted::Rule(rule) => {
                            let id = ids.next().map_or("", String::as_str);
                            out.push_str(&indicator(rule, id, &cite, file.references));
                        }
                        Drafted::Left(reason, rule) => {
                            comment(&mut out, &format!("未写成规则：{reason}"));
                            if let Some(rule) = rule {
                                let id = ids.next().map_or("", String::as_str);
                                let text = indicator(rule, id, &cite, file.references);
                                text.lines().for_each(|line| comment(&mut out, line));
                            }
                        }
                    }
                }
            }
        }
    }
    out
}

fn head(out: &mut String, file: &File<'_>) {
    out.push_str("#:schema ./schema.json\n");
    comment(
        out,
        &format!(
            "由 dabiao plan new 根据“{}”起草，尚须补全，并请逐项与原文核对：",
            tidy(file.name)
        ),
    );
    for todo in [
        "[plan] 的 id、title；可加 source = \"文号\"",
        "[[region]]：换成本市和所属各县（区）的代码、名称，一县（区）一节",
        "比率的 numerator、denominator：分子、分母各数什么",
        "“（填写…）”的地方：填好以前，规则文件不能用",
        "每条规则上面的说明，以及没有写成规则的行（查找“未写成规则”）",
        "个数写作全市合计（scope = \"total\"）；若每个县（区）都要达到，请改为 each-county",
    ] {
        comment(out, &format!("- {todo}"));
    }
    if !file.references.is_empty() {
        comment(out, "- [[reference]] 是目标所比照的数列，各地区每年也要报");
    }
    if !file.has_attributes {
        comment(out, "原表没有“属性”列，各项都写作任务，请改为约束性或预期性。");
    }
    if let Some(encoding) = file.encoding {
        comment(out, &format!("原表不是 UTF-8 编码，按 {encoding} 读出；文字若有乱码请改正。"));
    }
    if file.stray_quotes {
        comment(out, "原表的引号没有成对，按普通文字读出；跨行的单元格可能被拆开。");
    }
    let Years { baseline, target, assumed } = file.years;
    out.push_str("\n[plan]\n");
    line(out, "id", &quoted(&placeholder("短名，如 city-15fyp")));
    line(out, "title", &quoted(&placeholder("规划名称")));
    let assumption = match assumed {
        Assumed::Nothing => None,
        Assumed::Baseline => Some("表头没有写基期年份，按目标年的五年之前"),
        Assumed::Target => Some("表头没有写目标年份，按基期的五年之后"),
        Assumed::Both => Some("表头没有写年份，按 2020 年基期、2025 年目标"),
        Assumed::Order => Some("表头的基期年份不在目标年份之前，按目标年的五年之前"),
    };
    if let Some(assumption) = assumption {
        comment(out, &format!("{assumption}，请核对"));
    }
    line(out, "baseline-year", &baseline.to_string());
    line(out, "first-year", &(baseline + 1).to_string());
    line(out, "target-year", &target.to_string());
    line(out, "pace", &quoted("linear"));
    out.push('\n');
    comment(out, "示意，请替换");
    out.push_str("[[region]]\n");
    line(out, "code", &quoted(&placeholder("城市代码")));
    line(out, "name", &quoted(&placeholder("城市名")));
    line(out, "level", &quoted("city"));
    out.push_str("\n[[region]]\n");
    line(out, "code", &quoted(&placeholder("县区代码")));
    line(out, "name", &quoted(&placeholder("县区名")));
    line(out, "level", &quoted("county"));
    line(out, "within", &quoted(&placeholder("城市代码")));
}

/// An `[[indicator]]`, its notes before the keys they are about.
fn indicator(rule: &Rule, id: &str, cite: &str, references: &[Reference]) -> String {
    let mut out = String::from("[[indicator]]\n");
    let notes = |out: &mut String, key: Key| {
        rule.notes.iter().filter(|(at, _)| *at == key).for_each(|(_, note)| comment(out, note));
    };
    line(&mut out, "id", &quoted(id));
    notes(&mut out, Key::Number);
    match digits(&rule.number) {
        Some(number) => line(&mut out, "number", &number.to_string()),
        None if rule.number.is_empty() => {}
        None => line(&mut out, "number", &quoted(&rule.number)),
    }
    notes(&mut out, Key::Name);
    line(&mut out, "name", &quoted(&rule.name));
    notes(&mut out, Key::Attribute);
    line(&mut out, "attribute", &quoted(rule.attribute));
    for (key, text) in [("item", &rule.item), ("text", &rule.text)] {
        if let Some(text) = text {
            line(&mut out, key, &quoted(text));
        }
    }
    notes(&mut out, Key::Unit);
    if rule.form.is_measured() {
        line(&mut out, "unit", &quoted(&rule.unit));
    }
    if rule.growth {
        line(&mut out, "growth", "true");
    }
    if rule.is_percentage() {
        comment(&mut out, "numerator = \"\"  # 填写：分子数什么");
        comment(&mut out, "denominator = \"\"  # 填写：分母数什么");
    }
    notes(&mut out, Key::RollUp);
    if rule.apart {
        line(&mut out, "roll-up", &quoted("none"));
    }
    notes(&mut out, Key::Scope);
    if let Some(scope) = rule.scope {
        line(&mut out, "scope", &quoted(scope));
    }
    notes(&mut out, Key::Form);
    if let Some(form) = rule.form.word() {
        line(&mut out, "form", &quoted(form));
    }
    notes(&mut out, Key::Baseline);
    match rule.baseline {
        Some(baseline) => line(&mut out, "baseline", &baseline.to_string()),
        None if rule.form == Form::Multiple => line(&mut out, "baseline", "?  # 填写基期值"),
        None => {}
    }
    notes(&mut out, Key::Target);
    target(&mut out, rule, references);
    notes(&mut out, Key::Milestones);
    if !rule.milestones.is_empty() {
        let years = rule.milestones.iter().map(|(year, number)| format!("{year} = {number}"));
        let years = years.collect::<Vec<_>>().join(", ");
        line(&mut out, "milestones", &format!("{{ {years} }}"));
    }
    match rule.pace {
        Pace::Plan => {}
        Pace::AtEnd => line(&mut out, "pace", &quoted("at-end")),
        Pace::PerhapsAtEnd => {
            comment(&mut out, "pace = \"at-end\"  # 数目少：若目标年之前不作要求，去掉行首的 #");
        }
    }
    line(&mut out, "cite", &quoted(cite));
    out
}

fn target(out: &mut String, rule: &Rule, references: &[Reference]) {
    match &rule.target {
        Target::Implied => {}
        Target::Number(sign, number) => {
            line(out, "operator", &quoted(sign));
            line(out, "threshold", &number.to_string());
        }
        Target::Open(number) => {
            line(out, "operator", &quoted(&placeholder("：≥ 或 ≤")));
            line(out, "threshold", &number.to_string());
        }
        Target::Between(low, high) => {
            line(out, "operator", &quoted("between"));
            line(out, "threshold", &format!("[{low}, {high}]"));
        }
        Target::About(sign, number) => {
            line(out, "operator", &quoted(sign));
            line(out, "threshold", &number.to_string());
            let key = if *sign == "±" { "tolerance" } else { "about" };
            line(out, key, "?  # 填写：允许差多少");
        }
        Target::Series(sign, series, kind) => {
            line(out, "operator", &quoted(sign));
            line(out, "reference", &quoted(reference_id(references, rule, series, *kind)));
        }
    }
    if let Form::Change { percent } = rule.form {
        line(out, "change", &quoted(if percent { "percent" } else { "absolute" }));
    }
}

fn line(out: &mut String, key: &str, value: &str) {
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
