//! A comparison as a page of text: what got worse first.

use super::figures::{requirement, rise, value};
use crate::render::document::{Cell, Column, Document, Fold, Held, Table};
use crate::render::paper::Paper;
use crate::render::{Lang, Style};
use crate::report::comparison::{Change, Comparison, FindingChange, Turn};
use crate::report::record::Verdict;

/// Of more rows than these the number is told.
const MOST: usize = 200;

/// A comparison as a page of text.
pub fn diff(comparison: &Comparison, style: Style) -> String {
    paper(comparison, style.lang).text(style)
}

/// A comparison as a document.
pub(in crate::render) fn paper(comparison: &Comparison, lang: Lang) -> Paper {
    let years = comparison.old.years.iter().chain(&comparison.new.years);
    let year = years.max().copied().unwrap_or_default();
    Paper { told: document(comparison, lang), sheet: lang.diff_words().comparison, year }
}

fn document(comparison: &Comparison, lang: Lang) -> Document {
    let words = lang.diff_words();
    let mut page = Document::default();
    page.title(lang.diff_headline(comparison));
    for (word, side) in [(words.old, &comparison.old), (words.new, &comparison.new)] {
        page.begun(format!("  {word}{}", lang.words().colon), lang.diff_side(side));
    }
    page.gap();
    let sheet = Sheet { comparison, lang };
    let sections = [
        (words.worse, sheet.changes(Turn::Worse)),
        (words.vanished, sheet.verdicts(&comparison.vanished)),
        (words.supplied, sheet.changes(Turn::Supplied)),
        (words.better, sheet.changes(Turn::Better)),
        (words.aside, sheet.changes(Turn::Aside)),
        (words.moved, sheet.changes(Turn::Moved)),
        (words.appeared, sheet.verdicts(&comparison.appeared)),
        (words.findings, sheet.findings()),
    ];
    for (title, table) in sections {
        let total = table.rows.len() as u64 + table.left_out;
        if total > 0 {
            page.heading("", format!("{title} {total}"));
            page.table(table);
            page.gap();
        }
    }
    if comparison.is_empty() {
        page.text(words.empty);
        page.gap();
    }
    page.text(lang.diff_counts(comparison));
    let Comparison { counts, new, exit, .. } = comparison;
    let worse = counts.turned(Turn::Worse) + counts.lost;
    page.text(lang.diff_conclusion(*exit, worse, new.errors));
    page
}

/// What was demanded of either, where that is not the same.
fn demanded(old: &Verdict, new: &Verdict, lang: Lang) -> String {
    let [old, new] = [old, new].map(|of| requirement(of, lang));
    if old == new {
        return new;
    }
    let told = |text: String| if text.is_empty() { "—".to_owned() } else { text };
    format!("{}\n→ {}", told(old), told(new))
}

struct Sheet<'c> {
    comparison: &'c Comparison,
    lang: Lang,
}

impl Sheet<'_> {
    /// 属性, 地区 and 指标, and these columns behind them.
    fn columns(&self, more: impl IntoIterator<Item = Column>) -> Vec<Column> {
        let words = self.lang.words();
        let mut columns = vec![
            Column::new(words.attribute, Fold::Never),
            Column::new(words.region, Fold::AtLeast(6)),
            Column::new(words.indicator, Fold::AtLeast(12)),
        ];
        columns.extend(more);
        columns
    }

    /// Verdicts that are in both.
    fn changes(&self, turn: Turn) -> Table {
        let (words, own) = (self.lang.words(), self.lang.diff_words());
        let columns = self.columns([
            Column::new(words.verdict, Fold::AtLeast(8)),
            Column::new(own.old, Fold::AtLeast(7)).right(),
            Column::new(own.new, Fold::AtLeast(7)).right(),
            Column::new(own.rise, Fold::Words).right(),
            Column::new(words.requirement, Fold::AtLeast(8)),
        ]);
        let rows = self.comparison.turned(turn).take(MOST).map(|change| self.change(change));
        Table::new(columns, rows.collect()).of(self.comparison.counts.turned(turn))
    }

    fn change(&self, change: &Change) -> Vec<Cell> {
        let Change { old, new, .. } = change;
        let lang = self.lang;
        let verdict = match (lang.outcome(old.outcome), lang.outcome(new.outcome)) {
            (old, new) if old == new => new.to_owned(),
            (old, new) => format!("{old}\n→ {new}"),
        };
        let counts = old.counts != new.counts;
        let mut row = self.subject(new);
        row.extend([
            Cell::outcome(verdict, new.outcome, change.attribute()),
            value(old, counts, lang).into(),
            value(new, counts, lang).into(),
            rise(change).unwrap_or_default().into(),
            demanded(old, new, lang).into(),
        ]);
        row
    }

    /// Verdicts that only one side has.
    fn verdicts(&self, verdicts: &[Verdict]) -> Table {
        let (lang, words) = (self.lang, self.lang.words());
        let columns = self.columns([
            Column::new(words.verdict, Fold::Never),
            Column::new(words.value, Fold::AtLeast(7)).right(),
            Column::new(words.requirement, Fold::AtLeast(8)),
        ]);
        let rows = verdicts.iter().take(MOST).map(|verdict| {
            let mut row = self.subject(verdict);
            row.extend([
                Cell::outcome(
                    lang.outcome(verdict.outcome),
                    verdict.outcome,
                    verdict.indicator.attribute,
                ),
                value(verdict, false, lang).into(),
                requirement(verdict, lang).into(),
            ]);
            row
        });
        Table::new(columns, rows.collect()).of(verdicts.len() as u64)
    }

    /// 属性, 地区 and 指标; the year where there are several.
    fn subject(&self, verdict: &Verdict) -> Vec<Cell> {
        let Comparison { old, new, across, .. } = self.comparison;
        let several = across.is_none() && (old.years.len() > 1 || new.years.len() > 1);
        let year = if several { format!(" {}", verdict.year) } else { String::new() };
        vec![
            self.lang.attribute(verdict.indicator.attribute).into(),
            format!("{}{year}", self.lang.name(&verdict.region.name)).into(),
            self.lang.name(&verdict.indicator.name).into(),
        ]
    }

    fn findings(&self) -> Table {
        let own = self.lang.diff_words();
        let columns = vec![
            Column::new(own.weight, Fold::Never),
            Column::new(own.code, Fold::AtLeast(12)),
            Column::new(own.old, Fold::Never).right(),
            Column::new(own.new, Fold::Never).right(),
        ];
        let findings = &self.comparison.findings;
        let row = |found: &FindingChange| {
            let weight = self.lang.severity(found.severity);
            [weight.to_owned(), found.code.clone(), found.old.to_string(), found.new.to_string()]
                .map(Cell::from)
                .to_vec()
        };
        let rows = findings.iter().take(MOST).map(row).collect();
        Table { held: Held::Json, ..Table::new(columns, rows).of(findings.len() as u64) }
    }
}
