//! What was judged, how it ended, and from which files.

use askama::Template;

use super::chart::Bars;
use super::table::{Cell, Table};
use super::text::{Typed, Verdict};
use crate::render::check::counts_by_outcome;
use crate::render::matrix::MOST_REGIONS;
use crate::render::overview::Named;
use crate::render::standings::standings;
use crate::render::text::{HtmlWords, Words};
use crate::render::{Lang, check, document, overview};
use crate::report::{InputInfo, Overview, Report};
use crate::term::{Attribute, Outcome, Standing};

/// How the run ended, and what the verdicts rest on.
#[derive(Debug, Template)]
#[template(path = "summary.html")]
pub(super) struct Summary<'r> {
    words: &'static Words,
    w: &'static HtmlWords,
    conclusion: Typed<'r>,
    class: &'static str,
    total: u64,
    /// How each year stands: the whole, and the regions.
    overviews: Vec<OfYear<'r>>,
    /// How many passed, failed, and could not be judged.
    standings: Vec<(&'static str, u64)>,
    /// How many verdicts there are of each kind, if there are any.
    tally: Option<Table>,
    /// Words, and the markup of what is said.
    facts: [(&'static str, String); 3],
}

/// How a year stands.
#[derive(Debug)]
struct OfYear<'r> {
    headline: Typed<'r>,
    scores: Option<Table>,
    /// What is said of the regions that are left out.
    more: Option<String>,
    bars: Option<Bars>,
}

impl<'r> Summary<'r> {
    pub(super) fn new(report: &'r Report, lang: Lang) -> Self {
        let (w, tally) = (lang.html_words(), &report.tally);
        let asked = lang.asked(&report.selection);
        let standings = [Standing::Pass, Standing::Fail, Standing::Incomplete, Standing::Neutral];
        let standings = standings.map(|of| (lang.standing(of), tally.standing(of)));
        Self {
            words: lang.words(),
            w,
            conclusion: (asked + lang.conclusion(report.conclusion())).into(),
            class: if report.exit.code() == 0 { "good" } else { "bad" },
            overviews: report.overviews.iter().map(|of| overview(report, of, lang)).collect(),
            total: tally.total(),
            standings: standings.into_iter().filter(|(_, count)| *count > 0).collect(),
            tally: (tally.total() > 0).then(|| tally_table(report, lang)),
            facts: [
                (w.plan, Typed::from(lang.name(&report.plan.title)).to_string()),
                (w.against, lang.against(report.against).to_owned()),
                (w.fail_on, lang.fail_on(report.fail_on).to_owned()),
            ],
        }
    }
}

fn overview<'r>(report: &Report, of: &Overview, lang: Lang) -> OfYear<'r> {
    let (scores, more) = overview::scoreboard(report, of, MOST_REGIONS, Named::ByName, lang);
    let table = |of_year: document::Table| {
        let heads = of_year.columns.iter().map(|column| Cell::head(&column.title)).collect();
        let row = |row: Vec<document::Cell>| {
            let cells = row.into_iter().zip(&of_year.columns).enumerate();
            let cell = |(at, (cell, column)): (usize, (document::Cell, &document::Column))| {
                let text = Typed::from(cell.text);
                match at {
                    0 => Cell::row("", text),
                    _ => Cell::of(if column.right { "n" } else { "said" }, text),
                }
            };
            cells.map(cell).collect()
        };
        Table::new(&lang.scoreboard(of.year), heads, of_year.rows.into_iter().map(row).collect())
    };
    let bars = standings(report, of, lang);
    OfYear {
        headline: overview::headline(report, of, overview::NAMED, lang).into(),
        scores: scores.map(table),
        more,
        bars: bars.and_then(|bars| Bars::new(format!("b{}", of.year), &bars)),
    }
}

fn tally_table(report: &Report, lang: Lang) -> Table {
    let (words, tally) = (lang.words(), &report.tally);
    let outcomes: Vec<Outcome> = counts_by_outcome(report).map(|(outcome, _)| outcome).collect();
    let row = |word: &str, counts: Vec<u64>, total: u64| {
        let counts = counts.into_iter().chain([total]).map(|count| Cell::of("n", count));
        std::iter::once(Cell::row("", word)).chain(counts).collect()
    };
    let mut heads = vec![Cell::head(words.attribute)];
    heads.extend(outcomes.iter().map(|of| Cell::verdict_head(Verdict::new(*of, lang))));
    heads.push(Cell::head(words.total));
    let attributes = Attribute::ALL.into_iter().filter(|of| tally.total_of(*of) > 0);
    let rows = attributes.map(|attribute| {
        let counts = outcomes.iter().map(|outcome| tally.of(attribute, *outcome)).collect();
        row(lang.attribute(attribute), counts, tally.total_of(attribute))
    });
    let all = outcomes.iter().map(|outcome| tally.outcome(*outcome)).collect();
    let table = Table::new(lang.html_words().tally, heads, rows.collect());
    Table { class: "tally", foot: row(words.total, all, tally.total()), ..table }
}

/// More files than this are counted, not listed.
const MOST_FILES: usize = 500;

/// The files that were judged, then those of the years before; and how many are left out.
pub(super) fn sources(report: &Report, lang: Lang) -> (Table, u64) {
    let w = lang.html_words();
    let heads = [w.file, w.role, w.rows, w.encoding, w.layout, "SHA-256"].map(Cell::head);
    let row = |(role, input): (&'static str, &InputInfo)| {
        vec![
            Cell::row("place", Typed::from(&*input.name)),
            Cell::of("", role),
            Cell::of("n", input.rows),
            Cell::of("", input.encoding.or(input.workbook).unwrap_or("—")),
            Cell::of("", layouts(input, lang)),
            Cell::of("hash", Typed::from(input.sha256.as_deref().unwrap_or("—"))),
        ]
    };
    let all = check::sources(report, lang);
    let left_out = all.len().saturating_sub(MOST_FILES) as u64;
    let rows = all.into_iter().take(MOST_FILES).map(row).collect();
    (Table::new(w.inputs, heads.into(), rows), left_out)
}

/// How the tables of a file are laid out, each way once.
fn layouts(input: &InputInfo, lang: Lang) -> String {
    let mut layouts: Vec<&str> = Vec::new();
    for table in &input.tables {
        let layout = lang.layout(table.layout);
        if !layouts.contains(&layout) {
            layouts.push(layout);
        }
    }
    if layouts.is_empty() { "—".to_owned() } else { lang.list(layouts) }
}
