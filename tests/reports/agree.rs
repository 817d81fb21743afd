//! Every format tells the same tallies and the same end.

use std::collections::BTreeMap;

use dabiao::render::{self, Format, Lang};
use dabiao::report::{Exit, Report, Selection};
use dabiao::term::{Against, FailOn, Outcome, Standing};

use crate::common::{self, Run, table_tally, tally};
use crate::formats::{annotations, cases, page, tables, xml};
use crate::{SHEET, WAIVERS, docx, json, nine, plan, scores, text, text_in, workbook};

const FAIL_ON: [FailOn; 4] = [FailOn::Binding, FailOn::Anticipatory, FailOn::Task, FailOn::None];

/// The outcomes that occur in an object of counts.
fn counts(object: &serde_json::Value) -> BTreeMap<&'static str, u64> {
    let count = |outcome: Outcome| (outcome.word(), object[outcome.word()].as_u64().unwrap());
    Outcome::ALL.into_iter().map(count).filter(|(_, count)| *count > 0).collect()
}

/// How many findings there are of each code and weight, those not listed included.
fn findings(report: &Report) -> BTreeMap<(String, String), u64> {
    let mut all = BTreeMap::new();
    for found in &report.diagnostics {
        let key = (found.code().to_owned(), found.severity().word().to_owned());
        *all.entry(key).or_default() += found.count();
    }
    all
}

/// The same as a document says it.
fn findings_in(document: &serde_json::Value) -> BTreeMap<(String, String), u64> {
    let mut all = BTreeMap::new();
    for found in document["diagnostics"].as_array().unwrap() {
        let key = ["code", "severity"].map(|key| found[key].as_str().unwrap().to_owned());
        *all.entry(key.into()).or_default() += found["count"].as_u64().unwrap_or(1);
    }
    all
}

fn all_agree(report: &Report) {
    let told = tally(report);
    let code = u64::from(report.exit.code());
    let total = report.tally.total();
    let is_red = report.exit != Exit::Passed;

    let document = json(&text(report, Format::Json));
    assert_eq!(counts(&document["summary"]), told);
    assert_eq!(document["summary"]["exit_code"], code);
    let found = findings(report);
    assert_eq!(findings_in(&document), found);
    let record = render::record(report, "a.csv", &Selection::default()).unwrap();
    let mut recorded = BTreeMap::new();
    for ((severity, code), count) in &record.findings {
        *recorded.entry((code.clone(), severity.word().to_owned())).or_default() += count;
    }
    let mut of_data = found.clone();
    of_data.retain(|(code, _), _| code != "judgement/outside");
    assert_eq!(recorded, of_data);

    scores::agree(report, &document);

    let lines = text(report, Format::Jsonl);
    let lines: Vec<_> = lines.lines().map(json).collect();
    assert_eq!(lines[0]["type"], "run");
    assert_eq!(lines[0]["summary"], document["summary"]);
    assert_eq!(lines[0]["run"], document["run"]);
    let of = |kind: &str| -> Vec<_> {
        let of = lines.iter().filter(|line| line["type"] == kind).cloned();
        of.map(|mut line| line.as_object_mut().unwrap().remove("type").map(|_| line).unwrap())
            .collect()
    };
    assert_eq!(of("result"), *document["results"].as_array().unwrap());
    assert_eq!(of("diagnostic"), *document["diagnostics"].as_array().unwrap());

    let csv = common::csv(report);
    assert_eq!(common::count(csv.iter().map(|row| row["outcome"].as_str())), told);

    for lang in [Lang::Zh, Lang::En] {
        assert_eq!(table_tally(report, lang), (told.clone(), total));
        let conclusion = &lang.concluded(report.conclusion());
        for format in
            [Format::Table, Format::Full, Format::Detail, Format::Markdown, Format::Github]
        {
            let page = text_in(report, format, lang);
            assert!(page.contains(conclusion), "{format:?}: {page}");
        }
        if total > 0 {
            let counted = Outcome::ALL.iter().filter_map(|of| told.get(of.word()).copied());
            let counted: Vec<u64> = counted.chain([total]).collect();
            assert_eq!(page(&text_in(report, Format::Html, lang)), Some(counted));
        }
        workbook::agrees(report, lang);
        docx::agrees(report, lang);
        let page = text_in(report, Format::Markdown, lang);
        let all: u64 = found.values().sum();
        let heading = format!("\n### {} {all}\n", lang.ci_words().findings);
        assert!(all == 0 || page.contains(&heading), "{heading} {page}");
        if total > 0 {
            let first = &tables(&page)[0];
            let word = |outcome: Outcome| (lang.outcome(outcome), outcome.word());
            let words: BTreeMap<_, _> = Outcome::ALL.into_iter().map(word).collect();
            assert_eq!(first[2][0], total.to_string());
            let counted = first[0].iter().zip(&first[2]).skip(1);
            let counted: BTreeMap<_, u64> =
                counted.map(|(word, count)| (words[word], count.parse().unwrap())).collect();
            assert_eq!(counted, told);
        }
    }

    let junit = xml(&text(report, Format::Junit));
    let mut properties: BTreeMap<&str, u64> = BTreeMap::new();
    for suite in junit.all("testsuite") {
        for property in suite.all("properties").flat_map(|all| all.all("property")) {
            match property.get("name") {
                "exit_code" => assert_eq!(property.number("value"), code),
                "headline" => {}
                "fail_on" => assert_eq!(property.get("value"), report.fail_on.word()),
                outcome => *properties.entry(outcome).or_default() += property.number("value"),
            }
        }
        let [cases, failures, errors, skipped] =
            cases(&crate::formats::Element { children: vec![suite.clone()], ..Default::default() });
        let attributes = ["tests", "failures", "errors", "skipped"].map(|key| suite.number(key));
        assert_eq!(attributes, [cases, failures, errors, skipped]);
    }
    properties.retain(|_, count| *count > 0);
    assert_eq!(properties, told);
    let [all, failures, errors, skipped] = cases(&junit);
    let attributes = ["tests", "failures", "errors"].map(|key| junit.number(key));
    assert_eq!(attributes, [all, failures, errors]);
    assert_eq!(failures, report.tally.failures(report.fail_on));
    assert_eq!(skipped, report.tally.standing(Standing::Neutral));
    let of_findings = all - total;
    assert_eq!(errors, report.tally.standing(Standing::Incomplete) + of_findings);
    assert_eq!(failures + errors > 0, is_red, "red if and only if the exit code is not 0");

    let sarif = &json(&text(report, Format::Sarif))["runs"][0];
    assert_eq!(sarif["properties"]["summary"], document["summary"]);
    assert_eq!(sarif["invocations"][0]["exitCode"], code);
    let results = sarif["results"].as_array().unwrap();
    let of_rows = results.iter().filter(|result| !result["properties"].is_null()).count() as u64;
    let waived = report.tally.outcome(Outcome::Waived);
    let fallen =
        report.tally.standing(Standing::Fail) + report.tally.standing(Standing::Incomplete);
    assert_eq!(of_rows, fallen + waived);
    assert_eq!(results.len() as u64 - of_rows, report.diagnostics.len() as u64);

    let github = text(report, Format::Github);
    assert_eq!(annotations(&github).contains_key("error"), is_red, "{github}");
}

#[test]
fn the_nine_verdicts_agree_in_every_format_and_at_every_fail_on() {
    let all = nine().judge(&plan());
    assert_eq!(tally(&all).len(), 9, "{:?}", tally(&all));
    assert_eq!(all.exit.code(), 3);
    for fail_on in FAIL_ON {
        all_agree(&nine().fail_on(fail_on).judge(&plan()));
    }
}

#[test]
fn every_exit_code_is_red_or_green_alike_in_every_format() {
    let sheet = SHEET.replace("约五成", "701");
    let mut codes = Vec::new();
    for indicator in ["参保率", "就业率", "培训人次", "机构覆盖率", "签约率"] {
        for region in ["甲县", "乙县", "示例市"] {
            for fail_on in FAIL_ON {
                // One of both in turns, another with each region.
                let turn = codes.len() + codes.len() / FAIL_ON.len();
                let against = [Against::Requirement, Against::Target][turn % 2];
                let run = Run::default().file("a.csv", &*sheet).waivers(WAIVERS);
                let run = run.indicator(indicator).region(region);
                let report = run.fail_on(fail_on).against(against).judge(&plan());
                codes.push((report.exit.code(), report.tally.total() > 0));
                all_agree(&report);
            }
        }
    }
    for code in [0, 1, 3] {
        assert!(codes.contains(&(code, true)), "{codes:?}");
    }
}

#[test]
fn errors_beside_sound_verdicts_are_red() {
    let sheet = common::sheet(&["2023,甲县,参保率,91%,,,", "2023,丙县,参保率,91%,,,"]);
    let run = Run::default().file("a.csv", sheet).indicator("参保率").region("甲县");
    let report = run.judge(&plan());
    assert_eq!((report.exit.code(), report.tally.total()), (3, 1));
    assert_eq!(tally(&report), [("met", 1)].into());
    all_agree(&report);
}

#[test]
fn more_findings_than_are_listed_are_counted_by_code_alike() {
    let mut rows = vec!["2023,甲县,参保率,91%,,,".to_owned()];
    rows.extend((0..1500).map(|at| format!("2023,丙县{at},参保率,91%,,,")));
    rows.extend((0..700).map(|at| format!("2023,甲县,就学率{at},91%,,,")));
    let sheet = common::sheet(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    let report = Run::default().file("a.csv", sheet).judge(&plan());
    let found = findings(&report);
    let errors = |code: &str| found.get(&(code.to_owned(), "error".to_owned())).copied();
    assert_eq!(errors("submission/unknown-region"), Some(1500));
    assert_eq!(errors("submission/unknown-indicator"), Some(700));
    assert!(report.diagnostics.len() < 1100, "{}", report.diagnostics.len());
    all_agree(&report);
}

#[test]
fn nothing_judged_at_all_is_red() {
    for sheet in ["", "年份,地区,指标,数值\n", "\0", "2023,甲县,参保率,91%\n"] {
        let report = Run::default().file("a.csv", sheet).region("示例市").judge(&plan());
        assert_eq!(report.exit.code(), 3, "{sheet:?}");
        all_agree(&report);
    }
}

#[test]
fn several_years_and_files_agree() {
    let one = common::sheet(&["2022,甲县,参保率,,91,100,", "2023,甲县,参保率,,80,100,"]);
    let other = common::sheet(&["2023,乙县,参保率,,86,100,", "2023,乙县,就业率,约半,,,"]);
    let report = Run::default().file("甲.csv", one).file("乙.csv", other).judge(&plan());
    all_agree(&report);
    let junit = xml(&text(&report, Format::Junit));
    let suites: Vec<&str> = junit.all("testsuite").map(|suite| suite.get("name")).collect();
    assert_eq!(suites, ["甲.csv", "乙.csv", "nine"]);
    // A figure that a county did not send is missing from that county's file.
    let classes = |at: usize| -> Vec<&str> {
        let suite = junit.all("testsuite").nth(at).unwrap();
        suite.all("testcase").map(|case| case.get("classname")).collect()
    };
    assert!(classes(0).iter().all(|class| *class == "nine.甲县"), "{:?}", classes(0));
    assert!(classes(1)[1..].iter().all(|class| *class == "nine.乙县"), "{:?}", classes(1));
    assert!(classes(2).iter().all(|class| *class == "nine.示例市"), "{:?}", classes(2));
    let names = junit.all("testsuite").flat_map(|suite| suite.all("testcase"));
    let names: Vec<_> = names.map(|case| (case.get("classname"), case.get("name"))).collect();
    let mut unique = names.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), names.len(), "no two cases have one name");
}
