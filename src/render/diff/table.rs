//! A comparison as a page of text: what got worse first.

use super::figures::{requirement, rise, value};
use crate::render::grid::{self, Column, Fold, Text};
use crate::render::{Style, prose};
use crate::report::comparison::{Change, Comparison, FindingChange, Turn};
use crate::report::record::Verdict;

/// Of more rows than these the number is told.
const MOST: usize = 200;

/// A comparison as a page of text.
pub fn diff(comparison: &Comparison, style: Style) -> String {
    let (lang, words) = (style.lang, style.lang.diff_words());
    let filled = |start: &str, text: &str| prose::filled(start, text, style.width);
    let mut page = filled("", &lang.diff_headline(comparison));
    for (word, side) in [(words.old, &comparison.old), (words.new, &comparison.new)] {
        let start = format!("  {word}{}", lang.words().colon);
        page.push_str(&filled(&start, &lang.diff_side(side)));
    }
    page.push('\n');
    let sheet = Sheet { comparison, style };
    page.push_str(&sheet.changes(words.worse, Turn::Worse));
    page.push_str(&sheet.verdicts(words.vanished, &comparison.vanished));
    page.push_str(&sheet.changes(words.better, Turn::Better));
    page.push_str(&sheet.changes(words.aside, Turn::Aside));
    page.push_str(&sheet.changes(words.moved, Turn::Moved));
    page.push_str(&sheet.verdicts(words.appeared, &comparison.appeared));
    page.push_str(&sheet.findings(words.findings));
    if comparison.is_empty() {
        page.push_str(&filled("", words.empty));
        page.push('\n');
    }
    page.push_str(&filled("", &lang.diff_counts(comparison)));
    page.push_str(&filled("", &lang.diff_conclusion(comparison)));
    page
}

/// What was demanded of either, where that is not the same.
fn demanded(old: &Verdict, new: &Verdict) -> String {
    let [old, new] = [old, new].map(requirement);
    if old == new {
        return new;
    }
    let told = |text: String| if text.is_empty() { "—".to_owned() } else { text };
    format!("{}\n→ {}", told(old), told(new))
}

struct Sheet<'c> {
    comparison: &'c Comparison,
    style: Style,
}

impl Sheet<'_> {
    /// Verdicts that are in both.
    fn changes(&self, title: &str, turn: Turn) -> String {
        let (words, own) = (self.style.lang.words(), self.style.lang.diff_words());
        let columns = [
            Column::new(words.attribute, Fold::Never),
            Column::new(words.region, Fold::AtLeast(6)),
            Column::new(words.indicator, Fold::AtLeast(12)),
            Column::new(words.verdict, Fold::AtLeast(8)),
            Column::new(own.old, Fold::AtLeast(7)).right(),
            Column::new(own.new, Fold::AtLeast(7)).right(),
            Column::new(own.rise, Fold::Words).right(),
            Column::new(words.requirement, Fold::AtLeast(8)),
        ];
        let rows = self.comparison.turned(turn).take(MOST).map(|change| self.change(change));
        self.section(title, self.comparison.counts.turned(turn), &columns, rows.collect())
    }

    fn change(&self, change: &Change) -> Vec<Text> {
        let Change { old, new, .. } = change;
        let lang = self.style.lang;
        let verdict = match (lang.outcome(old.outcome), lang.outcome(new.outcome)) {
            (old, new) if old == new => new.to_owned(),
            (old, new) => format!("{old}\n→ {new}"),
        };
        let counts = old.counts != new.counts;
        let mut row = self.subject(new);
        row.extend([
            Text::outcome(verdict, new.outcome),
            value(old, counts, lang).into(),
            value(new, counts, lang).into(),
            rise(change).unwrap_or_default().into(),
            demanded(old, new).into(),
        ]);
        row
    }

    /// Verdicts that only one side has.
    fn verdicts(&self, title: &str, verdicts: &[Verdict]) -> String {
        let words = self.style.lang.words();
        let columns = [
            Column::new(words.attribute, Fold::Never),
            Column::new(words.region, Fold::AtLeast(6)),
            Column::new(words.indicator, Fold::AtLeast(12)),
            Column::new(words.verdict, Fold::Never),
            Column::new(words.value, Fold::AtLeast(7)).right(),
            Column::new(words.requirement, Fold::AtLeast(8)),
        ];
        let rows = verdicts.iter().take(MOST).map(|verdict| {
            let lang = self.style.lang;
            let mut row = self.subject(verdict);
            row.extend([
                Text::outcome(lang.outcome(verdict.outcome), verdict.outcome),
                value(verdict, false, lang).into(),
                requirement(verdict).into(),
            ]);
            row
        });
        self.section(title, verdicts.len() as u64, &columns, rows.collect())
    }

    /// 属性, 地区 and 指标; the year where there are several.
    fn subject(&self, verdict: &Verdict) -> Vec<Text> {
        let Comparison { old, new, across, .. } = self.comparison;
        let several = across.is_none() && (old.years.len() > 1 || new.years.len() > 1);
        let year = if several { format!(" {}", verdict.year) } else { String::new() };
        vec![
            self.style.lang.attribute(verdict.indicator.attribute).into(),
            format!("{}{year}", verdict.region.name).into(),
            verdict.indicator.name.as_str().into(),
        ]
    }

    fn findings(&self, title: &str) -> String {
        let lang = self.style.lang;
        let own = lang.diff_words();
        let columns = [
            Column::new(own.weight, Fold::Never),
            Column::new(own.code, Fold::AtLeast(12)),
            Column::new(own.old, Fold::Never).right(),
            Column::new(own.new, Fold::Never).right(),
        ];
        let findings = &self.comparison.findings;
        let row = |found: &FindingChange| {
            let weight = lang.severity(found.severity);
            [weight.to_owned(), found.code.clone(), found.old.to_string(), found.new.to_string()]
                .map(Text::from)
                .to_vec()
        };
        let rows = findings.iter().take(MOST).map(row).collect();
        self.section(title, findings.len() as u64, &columns, rows)
    }

    fn section(&self, title: &str, total: u64, columns: &[Column], rows: Vec<Vec<Text>>) -> String {
        if total == 0 {
            return String::new();
        }
        let mut section = format!("{title} {total}\n");
        section.push_str(&grid::draw(columns, &rows, self.style));
        let left = total - (rows.len() as u64).min(total);
        if left > 0 {
            section.push_str(&self.style.lang.and_more(left));
            section.push('\n');
        }
        section.push('\n');
        section
    }
}
