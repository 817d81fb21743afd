//! The report as one page for reading and printing: nothing is fetched, and no script runs;
//! the page itself forbids both.
//!
//! The page is bounded: of very many regions it shows how many stand how and which are the
//! worst, and every list says how much it leaves out. What someone typed enters only as
//! [`Typed`](text::Typed) text.

mod chart;
mod findings;
mod lists;
mod matrix;
mod policy;
mod rules;
mod section;
mod summary;
mod text;
mod verdict;

use std::io::{self, Write};

use askama::Template;

use super::text::{HtmlWords, LeftOut, Words};
use super::{Lang, Style};
use crate::report::Report;
use crate::term::Outcome;
use findings::Findings;
use lists::List;
use matrix::Matrices;
use policy::STYLE;
use rules::Rules;
use section::Section;
use summary::{MOST_FILES, Source, TallyTable};
use text::Typed;
use verdict::Verdict;

/// Writes the report as a page of HTML.
///
/// # Errors
/// Those of the writer.
pub fn html(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    Page::new(report, lang).write_into(out)
}

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'r> {
    words: &'static Words,
    w: &'static HtmlWords,
    lang: Lang,
    report: &'r Report,
    title: Typed<'r>,
    version: &'static str,
    policy: String,
    stage: &'static str,
    conclusion: Typed<'r>,
    conclusion_class: &'static str,
    against: &'static str,
    fail_on: &'static str,
    tally: TallyTable,
    matrices: Matrices<'r>,
    own_baselines: Option<Typed<'r>>,
    shortfalls: List<'r>,
    incomplete: List<'r>,
    sections: Vec<Section<'r>>,
    sections_left_out: u64,
    tasks: Matrices<'r>,
    waived: List<'r>,
    findings: Vec<Findings<'r>>,
    sources: Vec<Source<'r>>,
    sources_left_out: u64,
    outcomes: Vec<(Verdict, &'static str, &'static str)>,
    methods: Vec<(&'static str, Vec<&'static str>)>,
}

impl<'r> Page<'r> {
    fn new(report: &'r Report, lang: Lang) -> Self {
        let style = Style { lang, color: false, width: 100_000 };
        let rules = Rules::new(report);
        let outcome = |outcome: Outcome| {
            let standing = lang.standing(outcome.standing());
            (Verdict::new(outcome, lang), lang.meaning(outcome), standing)
        };
        let columns: Vec<_> = report.columns.iter().collect();
        let own = super::matrix::own_baselines(report, &columns, style);
        Self {
            words: lang.words(),
            w: lang.html_words(),
            lang,
            report,
            title: report.plan.title.as_str().into(),
            version: env!("CARGO_PKG_VERSION"),
            policy: policy::policy(),
            stage: lang.stage(report.stage()),
            conclusion: Typed::from(format!(
                "{}{}",
                lang.asked(&report.selection),
                lang.html_conclusion(report.conclusion())
            )),
            conclusion_class: match report.exit.code() {
                0 => "good",
                _ => "bad",
            },
            against: lang.against(report.against),
            fail_on: lang.fail_on(report.fail_on),
            tally: TallyTable::new(report, lang),
            matrices: matrix::matrices(report, &rules, false, lang),
            own_baselines: (!own.is_empty()).then(|| own.trim_end().to_owned().into()),
            shortfalls: List::shortfalls(report, style),
            incomplete: List::incomplete(report, style),
            sections: section::sections(report, &rules, style),
            sections_left_out: rules.left_out,
            tasks: matrix::matrices(report, &rules, true, lang),
            waived: List::waived(report, style),
            findings: findings::findings(report, lang),
            sources: summary::sources(report, lang),
            sources_left_out: (report.inputs.len() + report.history.len())
                .saturating_sub(MOST_FILES) as u64,
            outcomes: Outcome::ALL.into_iter().map(outcome).collect(),
            methods: lang.methods(report.against),
        }
    }

    /// The parts of the page that there are, in order.
    fn contents(&self) -> Vec<(&'static str, &'static str)> {
        let (words, w) = (self.words, self.w);
        let parts = [
            (true, "summary", w.summary),
            (true, "verdicts", w.verdicts),
            (self.shortfalls.total > 0, "shortfalls", words.shortfalls),
            (self.incomplete.total > 0, "incomplete", words.incomplete),
            (!self.sections.is_empty(), "indicators", w.by_indicator),
            (!self.tasks.years.is_empty(), "tasks", w.tasks),
            (self.waived.total > 0, "waivers", w.waivers),
            (true, "findings", w.findings),
            (true, "sources", w.inputs),
            (true, "methods", w.methods),
        ];
        parts.into_iter().filter(|(there, ..)| *there).map(|(_, id, title)| (id, title)).collect()
    }

    /// How to read the drawings that there are.
    fn chart_keys(&self) -> Vec<&'static str> {
        let mut keys: Vec<_> =
            self.sections.iter().filter_map(|section| section.chart_key(self.lang)).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    fn several_years(&self) -> bool {
        self.report.years.len() > 1
    }
}
