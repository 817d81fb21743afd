//! The report as one page for reading and printing: nothing is fetched, and no script runs;
//! the page itself forbids both.
//!
//! The page is bounded: of very many regions it shows how many stand how and which are the
//! worst, and every list says how much it leaves out. What someone typed enters only as
//! [`Typed`](text::Typed) text.

mod chart;
mod document;
mod findings;
mod matrix;
mod origins;
mod page;
mod policy;
mod rules;
mod section;
mod summary;
mod table;
mod text;
mod tongue;

use std::io::{self, Write};

use super::Lang;
use super::check::own_baselines;
use super::document::Held;
use super::text::LeftOut;
use super::verdicts::{self, Field, List, MOST};
use crate::report::Report;
use crate::term::{Outcome, Standing, Year};
pub(super) use document::{document, trend};
use page::{Page, Part};
use rules::Rules;
use section::Section;
use table::{Cell, Table};
use text::{Typed, Verdict};

/// Writes the report as a page of HTML.
///
/// # Errors
/// Those of the writer.
pub fn html(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let time = |year: &Year| format!("<time datetime=\"{year:04}\">{}</time>", lang.in_year(*year));
    let years: Vec<String> = report.years.iter().map(time).collect();
    let page = Page {
        stage: Some(lang.stage(report.stage())),
        intro: format!("<p class=\"years\">{}</p>", years.join(lang.words().separator)),
        has_contents: true,
        is_sample: report.is_sample(),
        parts: parts(report, lang)?,
        ..Page::new(lang.name(&report.plan.title).into(), lang)
    };
    page.write(out)
}

/// The parts of the page that there are, in order.
fn parts(report: &Report, lang: Lang) -> io::Result<Vec<Part>> {
    let w = lang.html_words();
    let rules = Rules::new(report);
    let mut summary = Part::new("summary", w.summary, 0);
    summary.add(&summary::Summary::new(report, lang))?;
    let (verdicts, tasks) = verdicts(report, &rules, lang)?;
    let [short, incomplete, waived] = List::all(report, MOST, lang);
    let several = report.years.len() > 1;
    let order = lang.in_brackets(lang.words().binding_first);
    let shortfalls = format!("{}{order}", w.shortfalls_caption);
    let lists = [
        list("shortfalls", &shortfalls, &short, SHORT, several, lang)?,
        list("incomplete", w.incomplete_caption, &incomplete, INCOMPLETE, several, lang)?,
    ];
    let waivers = list("waivers", w.waivers, &waived, WAIVED, several, lang)?;
    let waivers = waivers.map(|part| Part { title: w.waivers.to_owned(), ..part });
    let sections = section::sections(report, &rules, lang);
    let origins = origins::origins(report, &sections, lang);
    let indicators = indicators(report, &sections, rules.left_out, lang)?;
    let mut findings = Part::annex("findings", 1, w.findings, lang);
    if report.diagnostics.is_empty() {
        findings.passage("", w.no_findings);
    }
    findings.add(&findings::Findings::new(report, lang))?;
    let mut of_figures = Part::annex("origins", 2, w.origins, lang);
    match origins.is_empty() {
        true => of_figures.passage("", w.no_years),
        false => of_figures.add(&origins)?,
    }
    let mut sources = Part::annex("sources", 3, w.inputs, lang);
    let (files, left_out) = summary::sources(report, lang);
    match files.is_empty() {
        true => sources.passage("", w.no_inputs),
        false => sources.add(&files)?,
    }
    sources.left_out(LeftOut::Rows, left_out, lang);
    if let Some(link) = origins::taken_away(report, lang)? {
        sources.passage("screen", &link);
    }
    let mut parts = vec![summary, verdicts];
    parts.extend(lists.into_iter().flatten().chain(indicators).chain(tasks).chain(waivers));
    parts.extend([findings, of_figures, sources, methods(report, lang)?]);
    Ok(parts)
}

/// The matrices of indicators with their key, and those of tasks, if there are any.
fn verdicts(report: &Report, rules: &Rules<'_>, lang: Lang) -> io::Result<(Part, Option<Part>)> {
    let (words, w) = (lang.words(), lang.html_words());
    let (tables, left_out) = matrix::matrices(report, rules, false, lang);
    let (of_tasks, tasks_left_out) = matrix::matrices(report, rules, true, lang);
    let mut part = Part::new("verdicts", w.verdicts, 0);
    if tables.is_empty() && of_tasks.is_empty() {
        part.passage("", w.no_years);
    } else {
        let key = Outcome::ALL.map(|outcome| {
            let verdict = Verdict::new(outcome, lang);
            format!("<span class=\"key {}\">{verdict}</span> ", verdict.class)
        });
        part.passage("note", &format!("{}{}{}", w.key, words.colon, key.concat().trim_end()));
    }
    if lacks(report) {
        let input = "<input type=\"checkbox\" id=\"only\"/>";
        part.passage("only", &format!("{input} <label for=\"only\">{}</label>", w.only));
    }
    tables.iter().try_for_each(|table| part.add(table))?;
    part.left_out(LeftOut::Indicators, left_out, lang);
    let columns: Vec<_> = report.columns.iter().collect();
    let own = own_baselines(report, &columns, Held::CsvAndJson, lang).lines(lang);
    if !own.is_empty() {
        part.passage("note", &Typed::from(own.join("\n")).to_string());
    }
    let mut tasks = Part::new("tasks", w.tasks, 0);
    of_tasks.iter().try_for_each(|table| tasks.add(table))?;
    tasks.left_out(LeftOut::Indicators, tasks_left_out, lang);
    Ok((part, (!of_tasks.is_empty()).then_some(tasks)))
}

use verdicts::{
    APPROVED_BY, EXPIRES, IN_PEOPLE, INDICATOR, MARGIN, PLACE, REASON, REGION, REQUIREMENT, VALUE,
    VERDICT, WHY, YEAR,
};

/// What is told of a verdict in a list, behind its indicator, its region and its year.
const SHORT: &[Field] = &[VERDICT, VALUE, REQUIREMENT, MARGIN, IN_PEOPLE];
const INCOMPLETE: &[Field] = &[VERDICT, PLACE, WHY];
const WAIVED: &[Field] = &[VALUE, REQUIREMENT, REASON, APPROVED_BY, EXPIRES];

/// A list of verdicts, if there are any.
fn list(
    id: &'static str,
    caption: &str,
    list: &List<'_>,
    fields: &[Field],
    several_years: bool,
    lang: Lang,
) -> io::Result<Option<Part>> {
    if list.total == 0 {
        return Ok(None);
    }
    let mut part = Part::new(id, list.title, list.total);
    list.at_once.iter().for_each(|line| part.passage("", &Typed::from(&**line).to_string()));
    if !list.rows.is_empty() {
        let mut all = vec![INDICATOR, REGION];
        all.extend(several_years.then_some(YEAR));
        all.extend(fields);
        part.add(&Table::of_verdicts(caption, &all, &list.rows, lang))?;
    }
    part.left_out(LeftOut::Rows, list.left_out(), lang);
    Ok(Some(part))
}

/// A section for each indicator, if there are any.
fn indicators(
    report: &Report,
    sections: &[Section<'_>],
    left_out: u64,
    lang: Lang,
) -> io::Result<Option<Part>> {
    let w = lang.html_words();
    let mut part = Part::new("indicators", w.by_indicator, 0);
    if lacks(report) {
        let all = format!("<a href=\"#only\">{}</a>", w.all_of_it);
        part.passage("filtered", &format!("{}{all}", w.filtered));
    }
    // How to read the drawings that there are.
    let mut keys: Vec<_> = sections.iter().filter_map(|section| section.chart_key(lang)).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.into_iter().for_each(|key| part.passage("note", key));
    sections.iter().try_for_each(|section| part.add(section))?;
    part.left_out(LeftOut::Sections, left_out, lang);
    Ok((!sections.is_empty()).then_some(part))
}

/// Whether some of the verdicts, and not all, fall short or could not be judged.
fn lacks(report: &Report) -> bool {
    let lacks = [Standing::Fail, Standing::Incomplete].map(|of| report.tally.standing(of));
    let lacks = lacks.iter().sum::<u64>();
    lacks > 0 && lacks < report.tally.total()
}

/// The verdicts, what each means and counts as; and how it is judged.
fn methods(report: &Report, lang: Lang) -> io::Result<Part> {
    let (words, w) = (lang.words(), lang.html_words());
    let heads = [words.verdict, w.meaning, w.counts_as].map(Cell::head);
    let row = |outcome: Outcome| {
        let verdict = Verdict::new(outcome, lang);
        let class = format!("v {}", verdict.class);
        vec![
            Cell::row(&class, format!("<span>{verdict}</span>")),
            Cell::of("", Typed::from(lang.meaning(outcome)).escaped()),
            Cell::of("", lang.standing(outcome.standing())),
        ]
    };
    let mut part = Part::annex("methods", 4, w.methods, lang);
    part.add(&Table::new(w.outcomes, heads.into(), Outcome::ALL.map(row).into()))?;
    part.passage("note", &format!("{}{}{}", w.exit_code, words.colon, report.exit.code()));
    for (heading, paragraphs) in lang.methods(report.against) {
        part.body.push_str(&format!("<h3>{}</h3>\n", Typed::from(heading).escaped()));
        for paragraph in paragraphs {
            part.passage("", &Typed::from(&*paragraph).escaped());
        }
    }
    Ok(part)
}
