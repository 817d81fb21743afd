//! The plan's indicator table, as the plan prints it.

use super::grid::{self, Column, Fold, Text};
use super::{Style, numbers};
use crate::plan::{Indicator, Plan, Target};
use crate::term::Condition;

/// 序号, 指标, 属性, 基期值, 目标值.
pub fn plan_table(plan: &Plan, style: Style) -> String {
    let words = style.lang.words();
    let year = |year: u16, word: &str| style.lang.year_of(year, word);
    let columns = [
        Column::new(words.number, Fold::Never).right(),
        Column::new(words.indicator, Fold::AtLeast(16)),
        Column::new(words.attribute, Fold::Never),
        Column::new(year(plan.head.baseline_year, words.baseline), Fold::AtLeast(10)).right(),
        Column::new(year(plan.head.target_year, words.target), Fold::AtLeast(10)),
    ];
    let rows: Vec<Vec<Text>> = plan
        .indicators
        .iter()
        .map(|indicator| {
            let unit = &indicator.measure.unit;
            let baseline = indicator.baseline.map_or("—".to_owned(), |baseline| {
                numbers::with_unit(&baseline.to_string(), unit)
            });
            vec![
                indicator.number.clone().unwrap_or_default().into(),
                indicator.name.as_str().into(),
                style.lang.attribute(indicator.attribute).into(),
                baseline.into(),
                target(plan, indicator, style).into(),
            ]
        })
        .collect();
    let mut page = plan.head.title.clone();
    if let Some(source) = &plan.head.source {
        page.push_str(&format!("（{source}）"));
    }
    page.push('\n');
    page.push_str(&grid::draw(&columns, &rows, style));
    page
}

fn target(plan: &Plan, indicator: &Indicator, style: Style) -> String {
    let unit = &indicator.measure.unit;
    let written = |condition: Condition| {
        numbers::condition(&condition, &numbers::bounds(&condition, None), unit)
    };
    match &indicator.target {
        Target::Level { comparison, threshold } => {
            written(Condition::Compare(*comparison, (*threshold).into()))
        }
        Target::Range { low, high } => written(Condition::Between((*low).into(), (*high).into())),
        Target::Relative { comparison, reference } => {
            let reference = plan.reference(*reference).map_or("", |reference| &reference.name);
            style.lang.relative(*comparison, reference)
        }
    }
}
