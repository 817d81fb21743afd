//! The head of the page: what was judged, how it ended, and from which files.

use super::text::Typed;
use super::verdict::Verdict;
use crate::render::Lang;
use crate::report::{InputInfo, Report};
use crate::term::{Attribute, Outcome, Standing};

/// How many verdicts there are of each kind.
#[derive(Debug)]
pub(super) struct TallyTable {
    pub(super) heads: Vec<Verdict>,
    /// Attribute, count of each verdict, and of all.
    pub(super) rows: Vec<(&'static str, Vec<u64>, u64)>,
    pub(super) foot: Vec<u64>,
    pub(super) total: u64,
    /// How many passed, failed, and could not be judged.
    pub(super) standings: Vec<(&'static str, u64)>,
}

impl TallyTable {
    pub(super) fn new(report: &Report, lang: Lang) -> Self {
        let tally = &report.tally;
        let occurs = |outcome: &Outcome| tally.outcome(*outcome) > 0;
        let outcomes: Vec<Outcome> = Outcome::ALL.into_iter().filter(occurs).collect();
        let row = |attribute: Attribute| {
            let counts = outcomes.iter().map(|outcome| tally.of(attribute, *outcome)).collect();
            (lang.attribute(attribute), counts, tally.total_of(attribute))
        };
        let attributes = Attribute::ALL.into_iter().filter(|of| tally.total_of(*of) > 0);
        let standings = [Standing::Pass, Standing::Fail, Standing::Incomplete, Standing::Neutral];
        Self {
            heads: outcomes.iter().map(|outcome| Verdict::new(*outcome, lang)).collect(),
            rows: attributes.map(row).collect(),
            foot: outcomes.iter().map(|outcome| tally.outcome(*outcome)).collect(),
            total: tally.total(),
            standings: standings
                .into_iter()
                .map(|standing| (lang.standing(standing), tally.standing(standing)))
                .filter(|(_, count)| *count > 0)
                .collect(),
        }
    }
}

/// A file that was read.
#[derive(Debug)]
pub(super) struct Source<'r> {
    pub(super) file: Typed<'r>,
    pub(super) role: &'static str,
    pub(super) encoding: &'static str,
    pub(super) layout: String,
    pub(super) rows: u64,
    pub(super) sha256: Typed<'r>,
}

/// More files than this are counted, not listed.
pub(super) const MOST_FILES: usize = 500;

/// The files that were judged, then those of the years before.
pub(super) fn sources(report: &Report, lang: Lang) -> Vec<Source<'_>> {
    let words = lang.html_words();
    let source = |role| {
        move |input: &'_ InputInfo| -> Source<'_> {
            Source {
                file: Typed::from(input.name.to_string()),
                role,
                encoding: input.encoding.or(input.workbook).unwrap_or("—"),
                layout: layouts(input, lang),
                rows: input.rows,
                sha256: Typed::from(input.sha256.clone().unwrap_or_else(|| "—".to_owned())),
            }
        }
    };
    let judged = report.inputs.iter().map(source(words.submitted));
    judged.chain(report.history.iter().map(source(words.history))).take(MOST_FILES).collect()
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
    if layouts.is_empty() { "—".to_owned() } else { layouts.join(lang.words().separator) }
}
