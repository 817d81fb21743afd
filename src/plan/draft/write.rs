//! The draft as TOML.

use std::fmt::Display;

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
        out.push_str(&format!("\n[[reference]]\nid = {}\n", quoted(&reference.id)));
        if reference.renamed {
            out.push_str(&comment("表里有同名的指标，参照数列须另起名称，也要另报"));
        }
        out.push_str(&format!("name = {}\n", quoted(&reference.name)));
        if !reference.aliases.is_empty() {
            let aliases: Vec<String> = reference.aliases.iter().map(|name| quoted(name)).collect();
            out.push_str(&format!("aliases = [{}]\n", aliases.join(", ")));
        }
        out.push_str(&format!("unit = {}\n", quoted(&reference.unit)));
    }
    let mut after_aside = false;
    for entry in file.entries {
        if !(after_aside && entry.row.is_none()) {
            out.push('\n');
        }
        after_aside = entry.row.is_none();
        out.push_str(&comment(&entry.text));
        for Drafted { rule, left } in &entry.drafted {
            let rule = rule.as_ref().map(|rule| indicator(rule)).unwrap_or_default();
            match left {
                None => out.push_str(&rule),
                Some(reason) => {
                    out.push_str(&comment(&format!("未写成规则：{reason}")));
                    out.extend(rule.lines().map(comment));
                }
            }
        }
    }
    out.push_str(&examples(file.years));
    out
}

/// Forms and keys that the table may not have wanted, commented out: each can stand once its
/// lines lose their first sign.
fn examples(years: Years) -> String {
    let first = years.baseline + 1;
    let due = first.max(years.target - 1);
    let said = [("{before}", years.baseline - 1), ("{first}", first), ("{due}", due)];
    let written = said
        .into_iter()
        .fold(EXAMPLES.to_owned(), |text, (word, year)| text.replace(word, &year.to_string()));
    let line = |line: &str| if line.is_empty() { "\n".to_owned() } else { comment(line) };
    let mut out = format!("\n{}\n", comment(EXAMPLES_FOLLOW));
    out.extend(written.lines().map(line));
    out
}

const EXAMPLES: &str = include_str!("examples.toml");
const EXAMPLES_FOLLOW: &str =
    "以下是其他写法的示例，数是编的：用得着的，去掉各行行首的一个 #，照原文改；用不着的，删去。";

/// What stands before the plan, but for the name of the table.
const TODO: [&str; 6] = [
    "- [plan] 的 id、title；可加 source = \"文号\"",
    "- [[region]]：换成本市和所属各县（区）的代码、名称，一县（区）一节",
    "- 比率的 numerator、denominator：分子、分母各数什么",
    "- “（填写…）”的地方：填好以前，规则文件不能用",
    "- 每条规则上面的说明，以及没有写成规则的行（查找“未写成规则”）",
    "- 个数写作全市合计（scope = \"total\"）；若每个县（区）都要达到，请改为 each-county",
];

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
    let mut say = |text: &str| out.push_str(&comment(text));
    let name = tidy(file.name);
    say(&format!("由 dabiao plan new 根据“{name}”起草，尚须补全，并请逐项与原文核对："));
    TODO.iter().for_each(|todo| say(todo));
    if !file.references.is_empty() {
        say("- [[reference]] 是目标所比照的数列，各地区每年也要报");
    }
    let mut rules = file.entries.iter().flat_map(|entry| &entry.drafted).flat_map(|it| &it.rule);
    if rules.all(|rule| rule.attribute == "任务") {
        say("原表没有“属性”列，各项都写作任务，请改为约束性或预期性。");
    }
    if let Some(encoding) = file.encoding {
        say(&format!("原表不是 UTF-8 编码，按 {encoding} 读出；文字若有乱码请改正。"));
    }
    if file.stray_quotes {
        say("原表的引号没有成对，按普通文字读出；跨行的单元格可能被拆开。");
    }
    let [id, title] = ["短名，如 city-15fyp", "规划名称"].map(|what| quoted(&placeholder(what)));
    let Years { baseline, target, assumed } = file.years;
    let assumed = assumed.map(|assumed| comment(&format!("{assumed}，请核对")));
    let (assumed, first) = (assumed.unwrap_or_default(), baseline + 1);
    out + &format!(
        "
[plan]
id = {id}
title = {title}
{assumed}baseline-year = {baseline}
first-year = {first}
target-year = {target}
pace = \"linear\"
{REGIONS}"
    )
}

/// An `[[indicator]]`, its notes before the keys they are about.
fn indicator(rule: &Rule) -> String {
    let noted = |(key, note): &(Key, String)| (*key, false, comment(note));
    let mut lines: Vec<(Key, bool, String)> = rule.notes.iter().map(noted).collect();
    let mut write = |at, key: &str, value: &dyn Display| {
        lines.push((at, true, format!("{key} = {value}\n")));
    };
    match digits(&rule.number) {
        Some(number) => write(Key::Number, "number", &number),
        None if rule.number.is_empty() => {}
        None => write(Key::Number, "number", &quoted(&rule.number)),
    }
    write(Key::Name, "name", &quoted(&rule.name));
    write(Key::Attribute, "attribute", &quoted(rule.attribute));
    if rule.form.is_measured() {
        write(Key::Unit, "unit", &quoted(&rule.unit));
    }
    if rule.growth {
        write(Key::Unit, "growth", &true);
    }
    if rule.is_percentage() {
        write(Key::Unit, "# numerator", &"\"\"  # 填写：分子数什么");
        write(Key::Unit, "# denominator", &"\"\"  # 填写：分母数什么");
    }
    if !matches!(rule.form, Form::Level | Form::Relative) {
        write(Key::Form, "form", &quoted(rule.form.word()));
    }
    match rule.baseline {
        Some(baseline) => write(Key::Baseline, "baseline", &baseline),
        None if rule.form == Form::Multiple => {
            write(Key::Baseline, "baseline", &"?  # 填写基期值");
        }
        None => {}
    }
    let target = |sign: &str, key: &'static str, value: String| Some((quoted(sign), key, value));
    let held = match &rule.target {
        Target::Implied => None,
        Target::Number(sign, number) | Target::About(sign, number) => {
            target(sign, "threshold", number.to_string())
        }
        Target::Between(low, high) => target("between", "threshold", format!("[{low}, {high}]")),
        Target::Series(sign, series) => target(sign, "reference", quoted(&series.id)),
    };
    if let Some((operator, key, value)) = held {
        write(Key::Target, "operator", &operator);
        write(Key::Target, key, &value);
    }
    if let Target::About(sign, _) = rule.target {
        let key = if sign == "±" { "tolerance" } else { "about" };
        write(Key::Target, key, &"?  # 填写：允许差多少");
    }
    lines.extend(rule.lines.iter().map(|(key, line)| (*key, true, format!("{line}\n"))));
    // Those of one key stay in their order.
    lines.sort_by_key(|(key, is_line, _)| (*key, *is_line));
    let lines: String = lines.into_iter().map(|(.., line)| line).collect();
    format!("[[indicator]]\nid = {}\n{lines}", quoted(&rule.id))
}

/// One line of comment, whatever the text: what TOML forbids, and what an editor
/// would not show, is escaped.
fn comment(text: &str) -> String {
    let mut out = "# ".to_owned();
    for c in text.trim_end().chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => {}
            c if c.is_control() || is_invisible(c) || matches!(c, '\u{2028}' | '\u{2029}') => {
                out.push_str(&format!("\\u{{{:X}}}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('\n');
    out
}

/// A TOML string.
pub(in crate::plan) fn quoted(text: &str) -> String {
    let mut quoted = "\"".to_owned();
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
