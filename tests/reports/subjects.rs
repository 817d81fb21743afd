//! Every finding names whose figure it is about, and every conclusion of what it is said.

use dabiao::diagnostic::{Diagnostic, Severity};
use dabiao::render::{self, Format, Lang, Style};
use dabiao::report::Report;
use dabiao::term::Attribute;

use crate::common::{self, Run};
use crate::{SHEET, json, plan, text, text_in};

/// Rows that are wrong in ways that say nothing of whose they are.
const ROWS: [&str; 8] = [
    "2023,甲县,参保率,约九成,,,",
    "2023,甲县,就业率,0.6,,,",
    "2023,乙县,参保率,,9,8,",
    "2023,乙县,就业率,不适用,,,",
    "2023,乙县,培训人次,5%,,,",
    "20023,乙县,签约率,50%,,,",
    "2023,甲县,机构覆盖率,50%,,,,多",
    "2023,甲县,无此指标,50%,,,",
];

pub(crate) fn faulty() -> Report {
    let report = Run::default().file("a.csv", common::sheet(&ROWS)).judge(&plan());
    let about = report.diagnostics.iter().filter(|found| found.subject.is_some());
    assert!(about.count() >= ROWS.len(), "{:?}", common::codes(&report));
    report
}

/// The names of region and indicators, as far as they are known.
fn names(found: &Diagnostic, lang: Lang) -> Vec<&str> {
    let Some(subject) = &found.subject else { return Vec::new() };
    let region = subject.region.iter().map(|region| lang.name(&region.name));
    region.chain(subject.series.iter().map(|series| lang.name(&series.name))).collect()
}

#[test]
fn a_finding_names_region_and_indicator_wherever_it_is_shown() {
    let report = faulty();
    for lang in [Lang::Zh, Lang::En] {
        let style = Style::plain(lang, 400);
        let sarif = json(&text_in(&report, Format::Sarif, lang));
        let results = sarif["runs"][0]["results"].as_array().unwrap();
        let pages = [Format::Junit, Format::Markdown, Format::Html, Format::Xlsx]
            .map(|format| text_in(&report, format, lang));
        for found in report.diagnostics.iter().filter(|found| found.subject.is_some()) {
            let one = std::slice::from_ref(found);
            let shown = render::findings(one, true, style);
            let line = render::findings(one, false, style);
            let told: Vec<_> = results.iter().filter(|it| it["ruleId"] == found.code()).collect();
            assert!(!names(found, lang).is_empty(), "{shown}");
            for name in names(found, lang) {
                assert!(shown.contains(name) && line.contains(name), "{name}: {shown} {line}");
                let is_told = |it: &&serde_json::Value| {
                    it["message"]["text"].as_str().is_some_and(|text| text.contains(name))
                };
                assert!(told.iter().any(is_told), "{name}: {told:?}");
                // JUnit tells errors alone.
                let pages =
                    if found.severity() == Severity::Error { &pages[..] } else { &pages[1..] };
                assert!(pages.iter().all(|page| page.contains(name)), "{name}");
            }
        }
    }
}

#[test]
fn json_says_region_indicators_and_year_of_each() {
    let document = json(&text(&faulty(), Format::Json));
    let of = |code: &str| {
        let all = document["diagnostics"].as_array().unwrap();
        let found = all.iter().find(|found| found["code"] == code).unwrap();
        let ids = found["indicators"].as_array().unwrap().iter().map(|it| it["id"].clone());
        (found["region"]["code"].clone(), ids.collect::<Vec<_>>(), found["year"].clone())
    };
    let ids = |all: &[&str]| all.iter().map(|id| (*id).into()).collect::<Vec<serde_json::Value>>();
    assert_eq!(of("submission/not-a-number"), ("11".into(), ids(&["insurance"]), 2023.into()));
    assert_eq!(of("submission/bad-year"), ("12".into(), ids(&["signing"]), ().into()));
    assert_eq!(of("submission/cell-count"), ("11".into(), ids(&["homes"]), 2023.into()));
    assert_eq!(of("submission/unknown-indicator"), ("11".into(), ids(&[]), 2023.into()));
}

#[test]
fn a_conclusion_under_a_filter_says_of_what() {
    let run = || Run::default().file("a.csv", SHEET);
    let runs = [
        (run().region("甲县"), "甲县"),
        (run().indicator("参保率"), "参保率"),
        (run().attribute(Attribute::Binding), "约束性"),
    ];
    let formats = [
        Format::Full,
        Format::Detail,
        Format::Markdown,
        Format::Html,
        Format::Github,
        Format::Xlsx,
    ];
    let line = |report: &Report, format| {
        let page = text(report, format);
        let line = page.lines().find(|line| line.contains("所问：")).map(str::to_owned);
        (line, page)
    };
    for (run, name) in runs {
        let report = run.judge(&plan());
        for format in formats {
            let (line, page) = line(&report, format);
            assert!(line.is_some_and(|line| line.contains(name)), "{format:?}: {page}");
        }
    }
    for format in formats {
        assert_eq!(line(&run().judge(&plan()), format).0, None, "{format:?}");
    }
}
