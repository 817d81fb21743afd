//! What a run reads when its budget is nearly spent.

mod early;
#[cfg(feature = "parquet")]
mod unpacked;

use std::io::Cursor;
use std::num::NonZeroUsize;
use std::sync::Arc;

use super::*;
use crate::diagnostic::{Diagnostic, Problem, SubmissionProblem};
use crate::source::Place;
use crate::submission::turns::Sink;
use crate::submission::{Input, Known, Options, Series, Submission, Vocabulary};
use crate::term::{Level, Limits, Named, Names, Region, RegionNames};

const HEADER: &str = "年份,地区,指标,数值,分子,分母,备注\n";

/// Reads files, with so many threads, in a run of which so much is left of a share.
fn read(files: &[(&str, Vec<u8>)], threads: usize, left: (Share, u64)) -> (Submission, Budget) {
    read_within(files, threads, &[left])
}

/// The same, of several shares.
fn read_within(
    files: &[(&str, Vec<u8>)],
    threads: usize,
    left: &[(Share, u64)],
) -> (Submission, Budget) {
    let input = |(name, bytes): &(&str, Vec<u8>)| Input {
        name: (*name).to_owned(),
        bytes: Cursor::new(bytes.clone()),
    };
    let threads = NonZeroUsize::new(threads).unwrap();
    let options = Options { threads, ..Options::default() };
    let budget = of_which_is_left(left);
    let inputs = files.iter().map(input).collect();
    let read = |vocabulary: &Vocabulary<'_>| {
        Submission::read_within(inputs, vocabulary, &options, &budget).unwrap()
    };
    (with_vocabulary(read), budget)
}

/// A budget by which no file is too small to be charged.
fn of_which_is_left(left: &[(Share, u64)]) -> Budget {
    let budget = Budget { ordinary: |_| 0, ..Budget::default() };
    left.iter().for_each(|(share, left)| budget.take(*share, share.most() - left));
    budget
}

/// Three counties and an indicator.
fn with_vocabulary<T>(then: impl FnOnce(&Vocabulary<'_>) -> T) -> T {
    let region =
        |name: &str| Region { code: None, name: name.into(), level: Level::County, within: None };
    let names = ["甲山县", "乙山县", "丙山县"];
    let regions = Arc::new(names.map(region).to_vec());
    let (mut explicit, mut series_names) = (Names::default(), Names::default());
    for (at, name) in (0..).zip(names) {
        explicit.insert(name, at);
    }
    series_names.insert("培训人数", 0);
    let roster = regions.len();
    let rule = Place::file(&"rule.toml".into());
    let series = Series {
        id: "trained",
        name: &"培训人数".into(),
        unit: &"人次".into(),
        count_units: [Named::NONE; 2],
        attribute: None,
        limits: Limits::NonNegative,
        adds_up: false,
        rule: &rule,
    };
    then(&Vocabulary {
        whole: None,
        title: "规划",
        known: Known::default(),
        regions: &regions,
        region_names: &RegionNames::new(explicit, Arc::clone(&regions), roster),
        series: vec![series],
        series_names: &series_names,
        baseline_year: 2020,
        earliest_year: 2020,
        last_year: 2045,
    })
}

fn text(rows: &str) -> Vec<u8> {
    format!("{HEADER}{rows}").into_bytes()
}

/// Tables that lines don't tell, for a year.
fn table(rows: usize) -> Vec<u8> {
    let rows = (0..rows).map(|at| format!("{},培训人数,{at}\n", ["甲山县", "乙山县"][at % 2]));
    format!("2023年报送表\n地区,指标,数值\n{}", rows.collect::<String>()).into_bytes()
}

fn workbook() -> Vec<u8> {
    include_bytes!("../../../crates/workbook/tests/files/all-openpyxl.xlsx").to_vec()
}

/// The files that are said to be unread, and of what there was too much.
fn unread(found: &[Diagnostic]) -> Vec<(&str, Bulk)> {
    let of = |found: &'_ Diagnostic| match &found.problem {
        Problem::Submission(SubmissionProblem::RunTooLarge { what }) => Some(*what),
        _ => None,
    };
    let of = |found| Some((of(found)?, found));
    let found = found.iter().filter_map(of);
    found.map(|(what, found)| (&*found.place.as_ref().unwrap().file, what)).collect()
}

#[test]
fn of_a_run_whose_budget_is_spent_every_further_file_is_said_to_be_unread() {
    let row = "2023,甲山县,培训人数,700,,,\n";
    for share in Share::ALL {
        let files = [("甲.csv", text(row)), ("乙山县2023.csv", table(9)), ("丙.xlsx", workbook())];
        let (submission, _) = read(&files, 2, (share, 0));
        let Some(what) = share.bulk() else {
            assert!(unread(&submission.diagnostics).is_empty());
            continue;
        };
        let all = ["甲.csv", "乙山县2023.csv", "丙.xlsx"].map(|name| (name, what));
        assert_eq!(unread(&submission.diagnostics), all);
        assert_eq!(submission.diagnostics.len(), 3, "{:?}", submission.diagnostics);
        assert_eq!((submission.files.len(), submission.years().next()), (3, None));
        // Its name says whose it is.
        let subject = submission.diagnostics[1].subject.as_ref().unwrap();
        assert_eq!(subject.region.as_ref().unwrap().name, "乙山县");
    }
}

#[test]
fn a_file_is_read_to_its_end_and_what_it_took_is_charged() {
    for (share, files) in [
        (Share::Cells, [table(9), workbook()]),
        (Share::Bytes, [table(9), workbook()]),
        (Share::Headings, [table(9), workbook()]),
    ] {
        for file in files {
            let files = [("2023", file.clone()), ("2023-2", file)];
            let (_, all) = read(&files, 2, (share, share.most()));
            let taken = share.most() - all.left(share);
            assert!(taken > 1, "{share:?}");
            let (submission, _) = read(&files, 2, (share, taken / 2));
            assert_eq!(unread(&submission.diagnostics), [("2023-2", share.bulk().unwrap())]);
            let (submission, _) = read(&files, 2, (share, taken + 1));
            assert!(unread(&submission.diagnostics).is_empty(), "{share:?}");
        }
    }
}

#[test]
fn a_file_that_would_keep_more_than_is_left_is_not_read_whatever_thread_finds_it() {
    let remarks: String =
        (0..40_000).map(|at| format!("2023,甲山县,培训人数,,,,第{at}号\n")).collect();
    let again = "2023,甲山县,培训人数,700,,,\n".repeat(40_000);
    let small = text("2023,乙山县,培训人数,800,,,\n2024,乙山县,培训人数,,,,停办\n");
    for large in [text(&remarks), text(&again), table(40_000)] {
        let files = [
            ("一.csv", small.clone()),
            ("二.csv", large),
            ("三.csv", text("2025,乙山县,培训人数,9,,,\n")),
        ];
        for threads in [1, 2, 8] {
            let (submission, budget) = read(&files, threads, (Share::Kept, 1 << 20));
            let what = Share::Kept.bulk().unwrap();
            // Nor is the one after it.
            assert_eq!(unread(&submission.diagnostics), [("二.csv", what), ("三.csv", what)]);
            assert_eq!(submission.diagnostics.len(), 2, "{:?}", submission.diagnostics);
            // The one before is, and nothing else is left.
            assert_eq!(submission.years().collect::<Vec<_>>(), [2023, 2024]);
            let sent = submission.column(2023, 0).unwrap().sent().count();
            assert_eq!((sent, submission.remark(3), submission.remark(7)), (1, Some("停办"), None));
            assert_eq!(budget.left(Share::Kept), 0);
        }
    }
}

#[test]
fn a_file_of_more_rows_that_can_not_be_read_than_is_left_is_not_read_whatever_thread_finds_it() {
    let said = "示例".repeat(70);
    // Several blocks, at which threads take turns.
    let many = |row: fn(usize, &str) -> String| (0..1_500).map(|at| row(at, &said)).collect();
    let regions: String = many(|at, said| format!("2023,甲山乡{at},培训人数,7,,,{said}\n"));
    let series = many(|at, said| format!("2023,甲山县,培训人员{at},7,,,{said}\n"));
    // One that says something of all rows would have it read as tables.
    let both = many(|at, said| format!("2023,甲山乡,培训人员{at},7,,,{said}\n")) + "单位：人次\n";
    let small = text("2023,乙山县,培训人数,800,,,\n2023,乙山乡,培训人数,8,,,\n");
    let short = many(|at, said| format!("2023,甲山县,{at}{said}\n"));
    for large in [regions, series, both, short] {
        let files = [
            ("一.csv", small.clone()),
            ("二.csv", text(&large)),
            ("三.csv", text("2025,乙山县,培训人数,9,,,\n")),
        ];
        for threads in [1, 4] {
            let (submission, budget) = read(&files, threads, (Share::Unread, 500_000));
            let what = Share::Unread.bulk().unwrap();
            assert_eq!(unread(&submission.diagnostics), [("二.csv", what), ("三.csv", what)]);
            // The one before is read, with the row of it that can't be.
            assert_eq!(submission.diagnostics.len(), 3, "{:?}", submission.diagnostics);
            assert_eq!(submission.years().collect::<Vec<_>>(), [2023]);
            assert_eq!(budget.left(Share::Unread), 0);
        }
        let (submission, budget) = read(&files[..2], 2, (Share::Unread, 8 << 20));
        assert!(unread(&submission.diagnostics).is_empty());
        // What was looked at in vain is charged, also where it is read as tables then.
        assert!(budget.left(Share::Unread) < (8 << 20) - 300_000);
    }
}

#[test]
fn what_is_no_text_is_told_so_however_many_of_its_rows_can_not_be_read() {
    let rows: String = (0..1_500).map(|at| format!("2023,甲山乡{at},培训人数,7,,,\n")).collect();
    let (gbk, utf8) = (encoding_rs::GBK.encode(&rows).0.into_owned(), text(&rows));
    for (last, is_over) in [(&b""[..], true), (b"\xFF\xFF,,,,,,\n", false), (&gbk, false)] {
        let bytes = [&utf8, last].concat();
        for threads in [1, 4] {
            let (submission, _) = read(&[("一.csv", bytes.clone())], threads, (Share::Unread, 999));
            let codes: Vec<_> = submission.diagnostics.iter().map(Diagnostic::code).collect();
            let code = if is_over { "submission/run-too-large" } else { "submission/undecodable" };
            assert_eq!(codes, [code]);
        }
    }
}

#[test]
fn what_says_over_and_over_what_its_figures_may_be_of_is_not_read() {
    let often = "数据为".repeat(100);
    let rows = |said: &str| -> String {
        (0..100).map(|at| format!("2023,甲山县,培训人数,{at},,,{said}\n")).collect()
    };
    let tabled = |heading: &str, said: &str| {
        let rows = (0..100).map(|at| format!("甲山县,培训人数,{at},{said}\n"));
        let rows: String = rows.collect();
        format!("2023年报送表\n地区,指标,数值,{heading}\n{rows}").into_bytes()
    };
    let last = |file: Vec<u8>| -> Vec<u8> {
        [file, format!("注：甲山县{often}\n").into_bytes()].concat()
    };
    let small = text("2023,乙山县,培训人数,800,,,\n");
    for (what, large, left) in [
        ("remarks", text(&rows(&often)), 200),
        ("remarks of a table", tabled("备注", &often), 200),
        ("another column", tabled("填报说明", &often), 200),
        ("a note", last(tabled("备注", "示例")), 200),
        ("the last of many", text(&rows(&often)), 1_000),
    ] {
        let files = [
            ("一.csv", small.clone()),
            ("二.csv", large),
            ("三.csv", text("2025,乙山县,培训人数,9,,,\n")),
        ];
        for threads in [1, 4] {
            let (submission, budget) = read(&files, threads, (Share::Claims, left));
            let bulk = Share::Claims.bulk().unwrap();
            let expected = [("二.csv", bulk), ("三.csv", bulk)];
            assert_eq!(unread(&submission.diagnostics), expected, "{what}");
            assert_eq!(submission.diagnostics.len(), 2, "{:?}", submission.diagnostics);
            assert_eq!(submission.years().collect::<Vec<_>>(), [2023]);
            assert_eq!(budget.left(Share::Claims), 0);
        }
    }
    // What a remark of prose says is no such claim.
    let prose = "数据沿用2023年，系全县口径，不含外来人员；因机构搬迁，新增12人，据“平台”统计";
    let files = [("一.csv", text(&rows(prose))), ("二.csv", tabled("备注", prose))];
    let (submission, budget) = read(&files, 2, (Share::Claims, 9));
    assert!(unread(&submission.diagnostics).is_empty());
    assert_eq!(budget.left(Share::Claims), 9);
}

#[test]
fn a_file_stops_where_its_rows_take_more_time_than_is_left_and_is_told_why() {
    let with = |share: Share| {
        let budget = Budget::default();
        budget.take(share, share.most() - 9);
        Sink {
            unread: Taken::within(&budget, Share::Unread),
            claims: Taken::within(&budget, Share::Claims),
            unpacked: Taken::within(&budget, Share::Unpacked),
            kept: Taken::within(&budget, Share::Kept),
            ..Sink::default()
        }
    };
    for (share, is_stop) in [
        (Share::Unread, true),
        (Share::Claims, true),
        (Share::Unpacked, true),
        (Share::Kept, false),
    ] {
        for (bytes, is_over) in [(9, false), (10, true)] {
            let mut sink = with(share);
            for taken in [&mut sink.unread, &mut sink.claims, &mut sink.unpacked, &mut sink.kept] {
                taken.take(bytes);
            }
            assert_eq!(sink.over(), Some(share).filter(|_| is_over));
            assert_eq!(sink.is_stopped(), is_over && is_stop, "{share:?}");
        }
    }
}

#[test]
fn names_are_guessed_at_while_something_is_left_to_compare_and_twenty_times_a_file() {
    let rows = "2023,甲山具,培训人数,7,,,\n2023,甲山县,培训人教,7,,,\n".repeat(30);
    let files = [("一.csv", text(&rows)), ("二.csv", text(&rows))];
    for (left, expected) in [(Share::Compared.most(), 40), (83, 40), (7, 3), (3, 1), (0, 0)] {
        let (submission, _) = read(&files, 2, (Share::Compared, left));
        let of = |found: &&Diagnostic| match &found.problem {
            Problem::Submission(
                SubmissionProblem::UnknownRegion { nearest, .. }
                | SubmissionProblem::UnknownIndicator { nearest, .. },
            ) => nearest.is_some(),
            _ => false,
        };
        assert_eq!(submission.diagnostics.len(), 120);
        assert_eq!(submission.diagnostics.iter().filter(of).count(), expected, "{left}");
    }
}

#[test]
fn what_an_ordinary_form_takes_is_not_charged_and_what_goes_beyond_it_is() {
    for share in [Share::Cells, Share::Bytes, Share::Headings] {
        let budget = Budget::default();
        for (parts, charged) in
            [([1, 1], 0), ([share.ordinary(), 0], 0), ([share.ordinary(), 7], 7)]
        {
            let before = budget.left(share);
            budget.begin();
            parts.into_iter().for_each(|part| budget.take(share, part));
            assert_eq!(before - budget.left(share), charged, "{share:?}");
        }
    }
    let kept = Budget::default();
    kept.begin();
    kept.take(Share::Kept, 1);
    assert_eq!(kept.left(Share::Kept), Share::Kept.most() - 1);
}

#[test]
fn six_years_of_the_forms_of_2800_counties_are_within_the_budget() {
    let budget = Budget::default();
    for _ in 0..6 * 2_800 {
        budget.begin();
        // What a form of 78 rows in .xlsx takes, behind the first.
        budget.take(Share::Cells, 765);
        budget.take(Share::Bytes, 174_365);
        budget.take(Share::Headings, 6_066);
        budget.take(Share::Kept, 10_989);
    }
    assert_eq!(budget.spent(), None);
}
