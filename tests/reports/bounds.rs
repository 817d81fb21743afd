//! Large reports stay within what others take.

use dabiao::plan::Plan;
use dabiao::render::{self, Format, Lang, Style};
use dabiao::report::Report;

use crate::common::{self, Run};
use crate::formats::{annotations, cases, xml};
use crate::{PLAN, json, text};

fn plan(counties: usize) -> Plan {
    let roster: String =
        (0..counties).map(|at| format!("{},第{at}县,county,10\n", 100_000 + at)).collect();
    let roster = format!("code,name,level,within\n{roster}");
    common::load_with_roster(&PLAN.replace("[plan]\n", "[plan]\nroster = 'roster.csv'\n"), &roster)
}

/// Every county fails, misses four figures, and sends one line that can't be read.
fn report(counties: usize) -> Report {
    let rows = (0..counties).flat_map(|at| {
        let region = 100_000 + at;
        [format!("2023,{region},参保率,85%,,,"), format!("2023,{region},就业,85%,,,")]
    });
    Run::default().file("a.csv", common::sheet(&rows.collect::<Vec<_>>())).judge(&plan(counties))
}

#[test]
fn a_page_fits_a_comment() {
    for counties in [3, 23, 400] {
        let page = text(&report(counties), Format::Markdown);
        let length = page.chars().count();
        assert!(length < 65_536, "{counties}: {length}");
        assert!(page.contains("条未在此列出") || counties < 400, "{page}");
    }
}

#[test]
fn a_step_gets_ten_annotations_of_a_kind_and_the_rest_are_counted() {
    let report = report(400);
    let text = text(&report, Format::Github);
    let kinds = annotations(&text);
    assert_eq!(kinds["error"].len(), 10);
    assert!(kinds.values().all(|lines| lines.len() <= 10));
    let errors = report.diagnostics.iter().filter(|found| found.severity().word() == "error");
    let rows = report.tally.total();
    // Nothing of these counties holds, and no finding stands for a row.
    let total = errors.count() as u64 + rows;
    assert!(kinds["error"][9].contains(&(total - 9).to_string()), "{}", kinds["error"][9]);
}

#[test]
fn code_scanning_and_test_reports_get_no_more_than_they_take_and_are_told_so() {
    let report = report(5_100);
    let suites = xml(&text(&report, Format::Junit));
    assert_eq!(cases(&suites)[0], 25_001, "one is for what was found");
    let properties = suites.all("testsuite").flat_map(|suite| suite.all("properties"));
    let mut properties = properties.flat_map(|all| all.all("property"));
    let told = properties.find(|one| one.get("name") == "unlisted").unwrap().get("value");
    assert!(told.contains(&(report.tally.total() - 25_000).to_string()), "{told}");
    let run = &json(&text(&report, Format::Sarif))["runs"][0];
    assert_eq!(run["results"].as_array().unwrap().len(), 25_000);
    let told =
        run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].to_string();
    let all = report.tally.total() + report.diagnostics.len() as u64;
    assert!(told.contains(&(all - 25_000).to_string()), "{told}");
    assert_eq!(run["results"][0]["level"], "error");
}

#[test]
fn a_list_of_every_verdict_says_how_many_it_leaves_out_and_where_they_are() {
    let report = report(3);
    let total = report.tally.total();
    assert!(total > 6);
    for (lang, told) in [(Lang::Zh, "未列出"), (Lang::En, "more not listed")] {
        let style = Style::plain(lang, 200);
        let whole = render::detail(&report, style);
        assert!(!whole.contains(told), "{whole}");
        assert_eq!(render::detail_of(&report, style, total as usize), whole);
        let part = render::detail_of(&report, style, 2);
        // Each ends with its citation.
        let listed = |page: &str| page.lines().filter(|line| line.ends_with('行')).count();
        assert_eq!((listed(&part), listed(&whole) as u64), (2, total), "{part}");
        let line = part.lines().find(|line| line.contains(told)).unwrap();
        assert!(line.contains(&format!(" {} ", total - 2)) && line.contains("CSV"), "{line}");
        let end = |page: &str| page.lines().last().map(str::to_owned);
        assert_eq!(end(&part), end(&whole), "the tallies are of all");
    }
}

#[test]
fn a_test_report_leaves_nothing_out_of_what_can_be_looked_through() {
    let report = report(400);
    let [all, ..] = cases(&xml(&text(&report, Format::Junit)));
    assert_eq!(all, report.tally.total() + 1);
    assert_eq!(
        text(&report, Format::Jsonl).lines().count() as u64,
        1 + report.tally.total() + report.diagnostics.len() as u64
    );
}
