//! The plan as the document prints it.

use super::grid::{self, Column, Fold, Text};
use super::{Lang, Style, explain, plain};
use crate::report::{Explanation, Outline};
use crate::term::{Attribute, Form};

/// The table of the main indicators: 序号, 指标, 属性, 基期值, 目标值.
pub fn indicators(outline: &Outline, style: Style) -> String {
    let words = style.lang.words();
    let year = |year: u16, word: &str| style.lang.year_of(year, word);
    let columns = [
        Column::new(words.number, Fold::Never).right(),
        Column::new(words.indicator, Fold::AtLeast(16)),
        Column::new(words.attribute, Fold::Never),
        Column::new(year(outline.plan.baseline_year, words.baseline), Fold::AtLeast(10)).right(),
        Column::new(year(outline.plan.target_year, words.target), Fold::AtLeast(10)),
    ];
    let is_main = |rule: &&Explanation| rule.indicator.attribute != Attribute::Task;
    let rows: Vec<Vec<Text>> = outline
        .rules
        .iter()
        .filter(is_main)
        .map(|rule| {
            vec![
                rule.indicator.number.clone().unwrap_or_default().into(),
                rule.indicator.name.as_str().into(),
                style.lang.attribute(rule.indicator.attribute).into(),
                explain::baseline(rule).into(),
                explain::target(&rule.indicator, style).into(),
            ]
        })
        .collect();
    format!("{}{}", title(outline, style.lang), grid::draw(&columns, &rows, style))
}

/// The tasks by 专栏: 序号, 项目, 指标, 目标; those in words with their words.
pub fn tasks(outline: &Outline, style: Style) -> String {
    let mut page = title(outline, style.lang);
    let tasks = |group: Option<usize>| -> Vec<&Explanation> {
        let is_here = |rule: &&Explanation| {
            rule.group == group && rule.indicator.attribute == Attribute::Task
        };
        outline.rules.iter().filter(is_here).collect()
    };
    for (at, (number, title)) in outline.groups.iter().enumerate() {
        let rules = tasks(Some(at));
        if rules.is_empty() {
            continue;
        }
        let heading = style.lang.group(number.as_deref(), title);
        page.push_str(&format!("\n{}\n{}", plain::line(&heading), table(&rules, style)));
    }
    let rest = tasks(None);
    if !rest.is_empty() {
        page.push_str(&format!("\n{}", table(&rest, style)));
    }
    page.push_str(&format!("\n{}\n", style.lang.task_counts(outline.task_counts())));
    page
}

fn title(outline: &Outline, lang: Lang) -> String {
    match &outline.source {
        Some(source) => plain::line(&lang.sourced(&outline.plan.title, source)) + "\n",
        None => plain::line(&outline.plan.title) + "\n",
    }
}

fn table(rules: &[&Explanation], style: Style) -> String {
    let words = style.lang.words();
    let columns = [
        Column::new(words.number, Fold::Never),
        Column::new(words.item, Fold::AtLeast(12)),
        Column::new(words.indicator, Fold::AtLeast(16)),
        Column::new(words.target, Fold::AtLeast(10)),
    ];
    let mut item = None;
    let rows: Vec<Vec<Text>> = rules
        .iter()
        .map(|rule| {
            // A row of the document's table is printed once.
            let is_new = rule.item.is_none() || rule.item != item;
            item.clone_from(&rule.item);
            let target = match &rule.same_as {
                Some(same) => format!(
                    "{}{}{} {same}",
                    explain::target(&rule.indicator, style),
                    style.lang.words().separator,
                    words.same_as
                ),
                None => explain::target(&rule.indicator, style),
            };
            let name = match (&rule.indicator.target.form(), &rule.text) {
                (Form::Words, Some(text)) => text.as_str(),
                _ => rule.indicator.name.as_str(),
            };
            vec![
                rule.indicator.number.clone().unwrap_or_default().into(),
                rule.item.clone().filter(|_| is_new).unwrap_or_default().into(),
                name.into(),
                target.into(),
            ]
        })
        .collect();
    grid::draw(&columns, &rows, style)
}
