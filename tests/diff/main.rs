//! Comparisons as claims: what counts as worse, and that both ways say the same.
#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/papers.rs"]
mod papers;

mod hostile;
mod properties;

use common::Run;
use dabiao::diagnostic::Diagnostic;
use dabiao::plan::Plan;
use dabiao::render::{self, DIFF, FileFormat, Lang};
use dabiao::report::comparison::{Comparison, Turn};
use dabiao::report::record::{Record, read_report};
use dabiao::report::{Exit, Report, Selection};
use dabiao::term::FailOn;
use papers::{PAPERS, missing, text, written};

/// A city of two counties; a binding rate, and a task.
fn plan() -> Plan {
    common::load(
        "[plan]\nid = 'p'\ntitle = '规划'\n\
         baseline-year = 2020\nfirst-year = 2021\ntarget-year = 2025\n\
         [[region]]\ncode = '10'\nname = '全市'\nlevel = 'city'\n\
         [[region]]\ncode = '11'\nname = '甲县'\nlevel = 'county'\n\
         [[region]]\ncode = '12'\nname = '乙县'\nlevel = 'county'\n\
         [[indicator]]\nid = 'rate'\nname = '率'\nattribute = '约束性'\nunit = '%'\n\
         operator = '≥'\nthreshold = 60\nbaseline = 50\n\
         [[indicator]]\nid = 'done'\nname = '办法'\nattribute = '任务'\nform = 'milestone'\n\
         due = 2023\nscope = 'county'\n",
    )
}

fn record(report: &Report) -> Record {
    render::record(report, "a.csv", &Selection::default()).unwrap()
}

/// The record of a report that was written and read back.
fn read_back(report: &Report) -> Record {
    let mut bytes = Vec::new();
    render::json(report, render::Style::plain(Lang::En, 80), &mut bytes).unwrap();
    read_report("a.json", &bytes[..], &Selection::default()).unwrap()
}

fn judged<S: AsRef<str>>(rows: &[S]) -> Record {
    record(&Run::of(rows).judge(&plan()))
}

fn compared<S: AsRef<str>>(old: &[S], new: &[S]) -> Comparison {
    Comparison::of(judged(old), judged(new), FailOn::Task).unwrap()
}

/// How many got worse, were sent and fall short, got better, another verdict, other figures; and
/// the exit.
fn turned(of: &Comparison) -> ([u64; Turn::ALL.len()], Exit) {
    (Turn::ALL.map(|turn| of.counts.turned(turn)), of.exit)
}

const BOTH: [&str; 2] = ["2023,甲县,率,,58,100,", "2023,乙县,率,,58,100,"];

#[test]
fn a_pass_that_fails_is_worse_and_the_other_way_round_better() {
    let fails = ["2023,甲县,率,,40,100,", "2023,乙县,率,,80,100,"];
    let passes = ["2023,甲县,率,,58,100,", "2023,乙县,率,,80,100,"];
    assert_eq!(turned(&compared(&passes, &fails)), ([1, 0, 0, 0, 1], Exit::Failed));
    assert_eq!(turned(&compared(&fails, &passes)), ([0, 0, 1, 0, 1], Exit::Passed));
}

#[test]
fn a_smaller_margin_alone_is_shown_and_is_not_worse() {
    let less = ["2023,甲县,率,,57,100,", "2023,乙县,率,,58,100,"];
    let comparison = compared(&BOTH, &less);
    assert_eq!(turned(&comparison), ([0, 0, 0, 0, 2], Exit::Passed));
    assert_eq!(comparison.changes[1].new.region.name, "甲县");
}

#[test]
fn counts_that_move_under_the_same_rate_are_shown() {
    let doubled = ["2023,甲县,率,,116,200,", "2023,乙县,率,,58,100,"];
    let comparison = compared(&BOTH, &doubled);
    assert_eq!(turned(&comparison), ([0, 0, 0, 0, 2], Exit::Passed));
    assert!(comparison.changes.iter().all(|change| change.difference.as_ref().unwrap().is_zero()));
}

#[test]
fn a_rise_is_never_printed_as_a_fall_nor_as_nothing() {
    for (old, new, expected) in [
        // Printed, these are 33.33 and 33.334, 28.57 and 28.571, 66.67 and 66.666.
        ("33.33,1,3", "33.334,333340,1000000", "+0.001"),
        ("28.57,2,7", "28.571,285710,1000000", "-0.0004"),
        ("66.67,2,3", "66.666,666660,1000000", "-0.001"),
        // One more of three million, and of no more digits than before.
        (",1000000,3000000", ",1000001,3000000", "+0.00003"),
        (",1000001,3000000", ",1000000,3000000", "-0.00003"),
        ("58.1%,,", "58.3%,,", "+0.2"),
    ] {
        let rows = |value: &str| vec![format!("2023,甲县,率,{value},")];
        let [here, written] = [record, read_back].map(|record| {
            let [old, new] = [old, new].map(|value| record(&Run::of(&rows(value)).judge(&plan())));
            let comparison = Comparison::of(old, new, FailOn::Task).unwrap();
            let mut json = Vec::new();
            render::diff_json(&comparison, &mut json).unwrap();
            let document: serde_json::Value = serde_json::from_slice(&json).unwrap();
            let changes = document["changes"].as_array().unwrap();
            let county = changes.iter().find(|change| change["region"]["name"] == "甲县");
            county.unwrap()["difference"].clone()
        });
        assert_eq!((here.as_str(), written.as_str()), (Some(expected), Some(expected)), "{new}");
    }
}

#[test]
fn where_the_two_sides_demand_different_things_both_are_told() {
    let across = |old: &str, new: &str, rate: u8| {
        let [old, new] = [(old, rate), (new, rate + 1)]
            .map(|(year, rate)| judged(&[format!("{year},甲县,率,,{rate},100,")]));
        let comparison = Comparison::of(old, new, FailOn::Task).unwrap();
        let style = render::Style::plain(Lang::Zh, 120);
        render::diff(&comparison, style).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    for (old, new, told) in [
        ("2021", "2023", "≥52%"),
        ("2022", "2023", "≥54%"),
        ("2024", "2025", "≥58%"),
        ("2025", "2023", "≥60%"),
    ] {
        let page = across(old, new, 57);
        let demanded = if new == "2023" { "→ ≥56%" } else { "→ ≥60%" };
        assert!(page.contains(told) && page.contains(demanded), "{page}");
    }
    // Once where it is one.
    assert!(!across("2025", "2026", 57).contains("→ ≥60%"));
}

#[test]
fn a_value_that_is_due_and_gone_is_worse() {
    let comparison = compared(&BOTH, &["2023,甲县,率,,58,100,", "2023,乙县,率,—,,,"]);
    assert!(comparison.counts.turned(Turn::Worse) >= 1);
    assert_eq!(comparison.exit, Exit::Failed);
}

#[test]
fn a_figure_that_came_and_falls_short_is_neither_better_nor_worse() {
    for lacking in ["—,,", "约五成,,", "20%,58,100"] {
        let lacking = [BOTH[0], &format!("2023,乙县,率,{lacking},")];
        let short = [BOTH[0], "2023,乙县,率,,40,100,"];
        let comparison = compared(&lacking, &short);
        // The county, and the city, of which nothing was known either.
        assert_eq!(turned(&comparison), ([0, 2, 0, 0, 0], Exit::Passed), "{lacking:?}");
        let holds = compared(&lacking, &BOTH);
        assert_eq!(turned(&holds), ([0, 0, 2, 0, 0], Exit::Passed), "{lacking:?}");
        for (format, words) in [
            (FileFormat::Json, ["\"supplied\": 2", "\"change\": \"supplied\""]),
            (FileFormat::Csv, ["supplied,rate", ",behind,"]),
            (FileFormat::Text, ["可以判定，未达到要求 2", "补报未达到 2，好转 0"]),
        ] {
            let told = text(format, &written(DIFF, format, &comparison, Lang::Zh));
            assert!(words.iter().all(|words| told.contains(words)), "{told}");
        }
        for format in PAPERS {
            let told = text(format, &written(DIFF, format, &comparison, Lang::En));
            assert!(told.contains("sent and short 2"), "{format:?} {told}");
        }
    }
}

#[test]
fn a_task_that_is_no_longer_sent_is_lost() {
    let with = ["2023,甲县,率,,58,100,", "2023,乙县,率,,58,100,", "2023,甲县,办法,是,,,"];
    let comparison = compared(&with[..], &BOTH[..]);
    assert_eq!((comparison.counts.lost, comparison.exit), (1, Exit::Failed));
    let of = |fail_on| Comparison::of(judged(&with), judged(&BOTH), fail_on).unwrap().exit;
    assert_eq!(of(FailOn::Binding), Exit::Passed);
}

#[test]
fn errors_on_the_new_side_weigh_more_than_what_got_worse() {
    let faulty = ["2023,甲县,率,,40,100,", "2023,丙县,率,,58,100,"];
    assert_eq!(compared(&BOTH, &faulty).exit, Exit::Incomplete);
    assert_ne!(compared(&faulty, &BOTH).exit, Exit::Incomplete);
}

#[test]
fn one_year_is_compared_with_another_and_several_only_with_the_same() {
    let later = ["2024,甲县,率,,58,100,", "2024,乙县,率,,50,100,"];
    let comparison = compared(&BOTH, &later);
    assert_eq!(comparison.across, Some((2023, 2024)));
    assert_eq!((comparison.vanished.len(), comparison.appeared.len()), (0, 0));
    let two = ["2021,甲县,率,,58,100,", "2022,甲县,率,,58,100,"];
    let faults = Comparison::of(judged(&two), judged(&BOTH), FailOn::Task).unwrap_err();
    let codes: Vec<_> = faults.iter().map(Diagnostic::code).collect();
    assert_eq!(codes, ["run/no-common-year"]);
}

#[test]
fn every_document_says_all_that_the_page_of_text_says() {
    let old = [
        "2022,甲县,率,,58,100,",
        "2022,乙县,率,,52,100,",
        "2022,甲县,办法,否,,,",
        "2022,乙县,办法,2022-03-01,,,",
    ];
    let new = ["2023,甲县,率,,54,100,", "2023,乙县,率,约六成,,,", "2023,甲县,办法,是,,,"];
    let changed = compared(&old, &new);
    let same = compared(&BOTH, &BOTH);
    for (comparison, lang) in
        [(&changed, Lang::Zh), (&changed, Lang::En), (&same, Lang::Zh), (&same, Lang::En)]
    {
        let page = text(FileFormat::Text, &written(DIFF, FileFormat::Text, comparison, lang));
        for format in PAPERS {
            let told = text(format, &written(DIFF, format, comparison, lang));
            assert_eq!(missing(&page, &told), [""; 0], "{format:?}\n{page}\n{told}");
        }
    }
}

#[test]
fn every_document_of_very_many_changes_says_how_many_it_leaves_out() {
    let regions: String = (1000..1600)
        .map(|n| format!("[[region]]\ncode = '{n}'\nname = '第{n}县'\nlevel = 'county'\n"))
        .collect();
    let plan = common::load(&format!(
        "[plan]\nid = 'p'\ntitle = '规划'\nbaseline-year = 2020\nfirst-year = 2021\n\
         target-year = 2025\n{regions}[[indicator]]\nid = 'rate'\nname = '率'\n\
         attribute = '约束性'\nunit = '%'\noperator = '≥'\nthreshold = 60\nbaseline = 50\n"
    ));
    let of = |rate: u8| {
        let rows: Vec<String> =
            (1000..1600).map(|n| format!("2023,第{n}县,率,,{rate},100,")).collect();
        record(&Run::of(&rows).judge(&plan))
    };
    let comparison = Comparison::of(of(58), of(40), FailOn::Task).unwrap();
    for (lang, more) in [(Lang::Zh, "另有 400 条"), (Lang::En, "400 more")] {
        for format in PAPERS {
            let told = text(format, &written(DIFF, format, &comparison, lang));
            let is_counted = match format {
                // It counts at its end, and has room for fewer.
                FileFormat::Markdown => {
                    told.contains("未在此列出") || told.contains("not listed here")
                }
                _ => told.contains(more),
            };
            assert!(is_counted && told.len() < 200_000, "{format:?} {told}");
        }
    }
}
