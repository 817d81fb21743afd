//! One rule in words, its path, and how a submission stands to it.

use super::grid::{self, Column, Fold, Text};
use super::numbers::{self, Numbers};
use super::{Style, detail, plain};
use crate::report::{Explanation, IndicatorInfo, Report, Requirement, Row, Stretch, TargetInfo};
use crate::term::Limits;

/// The rule; with a report also every verdict on it, its numbers put in.
pub fn explain(rule: &Explanation, report: Option<&Report>, style: Style) -> String {
    let words = style.lang.words();
    let indicator = &rule.indicator;
    let number = indicator.number.as_ref().map_or(String::new(), |number| format!("{number} "));
    let mut page = plain::line(&format!("{number}{}", indicator.name)) + "\n";
    let mut line = |word: &str, text: &str| {
        page.push_str(&format!("  {word}{}{}\n", words.colon, plain::line(text)));
    };
    let target = target(indicator, style);
    let baseline = baseline(rule);
    line(words.attribute, style.lang.attribute(indicator.attribute));
    line(&style.lang.year_of(rule.baseline_year, words.baseline), &baseline);
    line(&style.lang.year_of(rule.target_year, words.target), &target);
    if let Some(text) = &rule.text {
        line(words.demand, text);
    }
    line(words.citation, indicator.cite.as_deref().unwrap_or(words.unstated));
    let rule_line = indicator.rule.line_number().unwrap_or_default();
    line(words.rule, &format!("{}:{rule_line}", indicator.rule.file));
    if indicator.limits == Limits::Percentage {
        line(words.formula, &format!("{} / {} × 100%", words.numerator, words.denominator));
        line(words.numerator, rule.numerator.as_deref().unwrap_or(words.unstated));
        line(words.denominator, rule.denominator.as_deref().unwrap_or(words.unstated));
    }
    page.push_str(&format!("  {}{}\n", words.path, words.colon.trim_end()));
    for (year, requirement) in &rule.path {
        page.push_str(&format!(
            "    {year}  {}\n",
            plain::line(&demand(rule, *year, requirement.as_ref(), style))
        ));
    }
    if let Some(report) = report {
        page.push('\n');
        page.push_str(&verdicts(report, style));
    }
    page
}

/// 基期值, or that there is none.
pub(super) fn baseline(rule: &Explanation) -> String {
    rule.baseline.map_or("—".to_owned(), |baseline| {
        numbers::with_unit(&baseline.to_string(), &rule.indicator.unit)
    })
}

/// 目标值 in words.
pub(super) fn target(indicator: &IndicatorInfo, style: Style) -> String {
    match &indicator.target {
        TargetInfo::Relative { comparison, reference } => {
            style.lang.relative(*comparison, reference)
                + &numbers::about_reference(indicator, style.lang)
        }
        _ => numbers::target(indicator, style.lang),
    }
}

/// What one year demands, with the formula of the path where there is one.
fn demand(
    rule: &Explanation,
    year: u16,
    requirement: Option<&Requirement>,
    style: Style,
) -> String {
    let words = style.lang.words();
    let Some(requirement) = requirement else {
        return match &rule.indicator.target {
            TargetInfo::Relative { comparison, reference } => {
                style.lang.relative(*comparison, reference)
                    + &numbers::about_reference(&rule.indicator, style.lang)
            }
            TargetInfo::Change(_) | TargetInfo::ChangePercent(_) | TargetInfo::Multiple(_)
                if rule.baseline.is_none() =>
            {
                words.by_baseline.to_owned()
            }
            TargetInfo::Words => "—".to_owned(),
            _ => words.none_due.to_owned(),
        };
    };
    let bounds = numbers::bounds(&requirement.condition);
    let written = match rule.indicator.limits {
        Limits::Done => words.done.to_owned(),
        _ => {
            let judged = numbers::condition(&requirement.condition, &bounds, &rule.indicator.unit);
            judged + &numbers::about_of(&rule.indicator, requirement, style.lang)
        }
    };
    let basis = style.lang.basis(requirement.basis, requirement.baseline);
    let formula = rule.lines.get(&year).map(|line| formula(line, year)).unwrap_or_default();
    format!("{written}  {basis}{formula}")
}

/// `49.86 + (60 − 49.86) × 3/5`
fn formula(line: &Stretch, year: u16) -> String {
    let [start, end] = [&line.from, &line.to].map(|(_, value)| numbers::bound(value));
    let (years, total) = (year - line.from.0, line.to.0 - line.from.0);
    format!("  = {start} + ({end} - {start}) × {years}/{total}")
}

fn verdicts(report: &Report, style: Style) -> String {
    let words = style.lang.words();
    let columns = [
        Column::new(words.year, Fold::Never),
        Column::new(words.region, Fold::AtLeast(6)),
        Column::new(words.value, Fold::Words),
        Column::new(words.requirement, Fold::Words),
        Column::new(words.verdict, Fold::Never),
        Column::new(words.margin, Fold::Words),
        Column::new(words.place, Fold::AtLeast(8)),
    ];
    let rows: Vec<Vec<Text>> = report.rows().map(|row| verdict(&row, style)).collect();
    if rows.is_empty() {
        return format!("{}\n", words.nothing);
    }
    grid::draw(&columns, &rows, style)
}

fn verdict(row: &Row<'_>, style: Style) -> Vec<Text> {
    let written = Numbers::of(row);
    vec![
        row.year().to_string().into(),
        row.region().name.to_string().into(),
        detail::value(row, &written, style.lang).into(),
        detail::requirement(row, &written, style).into(),
        Text::outcome(style.lang.outcome(row.outcome()), row.outcome()),
        detail::margin(row, &written, style).into(),
        detail::place(row, style).into(),
    ]
}
