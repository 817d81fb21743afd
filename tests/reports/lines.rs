//! Findings as a terminal lists them: a line each.

use dabiao::diagnostic::Diagnostic;
use dabiao::plan::{Plan, RuleFile};
use dabiao::render::{self, Lang, Style};
use unicode_width::UnicodeWidthStr;

use crate::common::{self, Run};
use crate::plan;
use crate::subjects::faulty;

fn shown(found: &[Diagnostic], lang: Lang, width: usize) -> String {
    render::findings(found, false, Style::plain(lang, width))
}

/// What is folded is one line.
fn unfolded(page: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in page.lines() {
        match (line.strip_prefix("     "), lines.last_mut()) {
            (Some(rest), Some(last)) => last.push_str(rest.trim_start()),
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

#[test]
fn a_finding_is_a_line_that_points_at_the_cell_and_at_the_rule_and_says_what_to_do() {
    let report = faulty();
    for lang in [Lang::Zh, Lang::En] {
        for found in &report.diagnostics {
            let page = shown(std::slice::from_ref(found), lang, 4_000);
            let line = page.lines().find(|line| line.contains(&format!("[{}]", found.code())));
            let line = line.unwrap_or_else(|| panic!("{page}"));
            let message = found.problem.message(lang);
            let mut parts = vec![message.title, lang.severity(found.severity()).to_owned()];
            parts.extend(message.help);
            parts.extend(
                found
                    .rule
                    .iter()
                    .map(|rule| format!("{}:{}", rule.file, rule.line_number().unwrap())),
            );
            if let Some(place) = &found.place {
                assert!(page.starts_with(&*place.file), "{page}");
                let spot = place.line.as_ref().unwrap();
                parts.push(spot.number.to_string());
                parts.extend(spot.column.iter().map(ToString::to_string));
            }
            parts.iter().for_each(|part| assert!(line.contains(part), "{part}: {page}"));
        }
    }
}

#[test]
fn nothing_is_cut_however_narrow_the_terminal_is() {
    let report = faulty();
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    for lang in [Lang::Zh, Lang::En] {
        let wide = shown(&report.diagnostics, lang, 4_000);
        for width in [40, 60, 80, 120] {
            let page = shown(&report.diagnostics, lang, width);
            assert!(page.lines().all(|line| line.width() <= width), "{width} {page}");
            assert_eq!(bare(&page), bare(&wide), "{width}");
        }
    }
}

#[test]
fn many_errors_are_a_line_each_and_what_to_do_is_told_once() {
    let row = |at: usize| {
        let county = ["甲县", "乙县"][at % 2];
        format!("2023,{county},参保率,约{at}成,,,")
    };
    let rows: Vec<String> = (0..27).map(row).collect();
    let sheet = common::sheet(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    let report = Run::default().file("a.csv", sheet).judge(&plan());
    let errors: Vec<Diagnostic> = report
        .diagnostics
        .iter()
        .filter(|found| found.code() == "submission/not-a-number")
        .cloned()
        .collect();
    assert_eq!(errors.len(), 27, "{:?}", common::codes(&report));
    let lines = unfolded(&shown(&errors, Lang::Zh, 80));
    // A head, the errors, what to do, how many there are, and a blank line.
    let told = lines.iter().filter(|line| line.starts_with("  错误 ")).count();
    assert_eq!(told, 27, "{lines:?}");
    assert!(lines.len() <= 27 + 5, "{lines:?}");
    assert_eq!(lines.iter().filter(|line| line.starts_with("a.csv")).count(), 1);
    assert!(lines.iter().any(|line| line.starts_with("问题：错误 27（")), "{lines:?}");
    // The counties stand together.
    let owners: Vec<bool> = lines
        .iter()
        .filter(|line| line.starts_with("  错误 "))
        .map(|line| line.contains("甲县"))
        .collect();
    assert!(owners.windows(2).filter(|two| two[0] != two[1]).count() == 1, "{lines:?}");
}

#[test]
fn faults_in_rules_are_drawn_and_others_if_that_is_asked_for() {
    let rules = "[plan]\nid = 'p'\nbaseline-yaer = 2020\n";
    let file = RuleFile::new("plan.toml", rules.as_bytes().to_vec());
    let faults = Plan::load(&[file], &mut |_, _| Ok(Vec::new())).unwrap_err();
    let page = shown(&faults, Lang::Zh, 80);
    assert!(page.contains("baseline-yaer = 2020") && page.contains("^^^"), "{page}");
    let report = faulty();
    let style = Style::plain(Lang::Zh, 80);
    let drawn = render::findings(&report.diagnostics, true, style);
    assert_eq!(drawn, render::diagnostics(&report.diagnostics, style));
    assert!(drawn.contains("2023,甲县,参保率,约九成,,,") && drawn.contains("^^^"), "{drawn}");
}
