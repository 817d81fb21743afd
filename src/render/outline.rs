//! The plan as the document prints it.

use super::document::{Column, Document, Fold, Table};
use super::{Lang, Style, explain, sentence, terminal};
use crate::plan::Indicator;
use crate::report::{Explanation, Outline};
use crate::term::Attribute;

/// The table of the main indicators: 序号, 指标, 属性, 基期值, 目标值.
pub fn indicators(outline: &Outline, style: Style) -> String {
    let (lang, words) = (style.lang, style.lang.words());
    let (baseline, target) = (outline.plan.baseline_year, outline.plan.target_year);
    let columns = vec![
        Column::new(words.number, Fold::Never).right(),
        Column::new(words.indicator, Fold::AtLeast(16)),
        Column::new(words.attribute, Fold::Never),
        Column::new(lang.year_of(baseline, words.baseline), Fold::AtLeast(10)).right(),
        Column::new(lang.year_of(target, words.target), Fold::AtLeast(10)),
    ];
    let rules = outline.rules.iter().map(|rule| (rule, &rule.indicator));
    let main = rules.filter(|(_, indicator)| indicator.attribute != Attribute::Task);
    let rows = main.map(|(_, indicator)| {
        vec![
            indicator.number.clone().unwrap_or_default().into(),
            lang.name(&indicator.name).into(),
            lang.attribute(indicator.attribute).into(),
            explain::baseline(indicator, lang).into(),
            whose(indicator, lang).into(),
        ]
    });
    let mut page = title(outline, lang);
    page.table(Table::new(columns, rows.collect()));
    terminal::page(&page, style)
}

/// The tasks by 专栏: 序号, 项目, 指标, 目标; those in words with their words.
pub fn tasks(outline: &Outline, style: Style) -> String {
    let lang = style.lang;
    let mut page = title(outline, lang);
    let groups = outline.groups.iter().enumerate().map(|(at, group)| {
        (Some(at), Some(lang.group(group.number.as_deref(), lang.name(&group.title))))
    });
    for (group, heading) in groups.chain([(None, None)]) {
        let is_here = |rule: &&Explanation| {
            rule.indicator.group == group && rule.indicator.attribute == Attribute::Task
        };
        let rules: Vec<&Explanation> = outline.rules.iter().filter(is_here).collect();
        if !rules.is_empty() {
            page.gap();
            heading.into_iter().for_each(|heading| page.line(heading));
            page.table(table(&rules, lang));
        }
    }
    page.gap();
    page.line(lang.task_counts(outline.task_counts()));
    terminal::page(&page, style)
}

fn title(outline: &Outline, lang: Lang) -> Document {
    let region = outline.region.as_ref().map(|region| lang.in_brackets(lang.name(region)));
    let title = &(lang.name(&outline.plan.title).to_owned() + &region.unwrap_or_default());
    let mut page = Document::default();
    page.line(match &outline.plan.source {
        Some(source) => lang.sourced(title, source),
        None => title.to_owned(),
    });
    page
}

/// 目标值, and whom it concerns where that is not everybody.
fn whose(indicator: &Indicator, lang: Lang) -> String {
    let whom = indicator.applies_to.as_ref();
    let whom = whom.map(|whom| lang.in_brackets(&sentence::applies_to(whom, lang)));
    explain::target(indicator, lang) + &whom.unwrap_or_default()
}

fn table(rules: &[&Explanation], lang: Lang) -> Table {
    let words = lang.words();
    let columns = vec![
        Column::new(words.number, Fold::Never),
        Column::new(words.item, Fold::AtLeast(12)),
        Column::new(words.indicator, Fold::AtLeast(16)),
        Column::new(words.target, Fold::AtLeast(10)),
    ];
    let mut item = None;
    let row = |rule: &&Explanation| {
        // A row of the document's table is printed once.
        let is_new = rule.indicator.item.is_none() || rule.indicator.item != item;
        item.clone_from(&rule.indicator.item);
        let mut target = whose(&rule.indicator, lang);
        if let Some(same) = &rule.same_as {
            target.push_str(&format!("{}{} {}", words.separator, words.same_as, lang.name(same)));
        }
        let name = match (rule.indicator.target.is_words(), &rule.indicator.text) {
            (true, Some(text)) if lang == Lang::Zh || rule.indicator.name.english().is_none() => {
                text
            }
            _ => lang.name(&rule.indicator.name),
        };
        vec![
            rule.indicator.number.clone().unwrap_or_default().into(),
            rule.indicator
                .item
                .as_ref()
                .filter(|_| is_new)
                .map_or("", |item| lang.name(item))
                .into(),
            name.into(),
            target.into(),
        ]
    };
    Table::new(columns, rules.iter().map(row).collect())
}
