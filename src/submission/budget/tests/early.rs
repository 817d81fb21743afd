//! Where a file is left early, and that it is left there whatever thread finds it.

use super::*;
use crate::diagnostic::Findings;
use crate::submission::file::File;
use crate::submission::grid::Grid;
use crate::submission::layout;
use crate::submission::tables::{self, Found};

/// Rows of some length take little to be read, and threads take turns at a few hundred of them.
const BLANK: &str =
    "                                                                                ";

#[test]
fn what_rows_of_two_sendings_claim_is_the_same_whichever_thread_comes_first() {
    let (often, blank) = ("数据为".repeat(30), BLANK.repeat(5));
    let head = "年份,地区,指标,数值,分子,备注,版本\n";
    let row = |at: usize, sending: &str| {
        let said = if at.is_multiple_of(20) { &often } else { "示例数据" };
        format!("2023,甲山县,培训人数,{at},{blank},{said},{sending}\n")
    };
    let file = |sending: fn(usize) -> &'static str| {
        let rows = (0..1_500).map(|at| row(at, sending(at)));
        (head.to_owned() + &rows.collect::<String>()).into_bytes()
    };
    for file in [
        file(|at| if at < 700 { "一稿" } else { "二稿" }),
        file(|at| ["一稿", "二稿", ""][at % 3]),
        file(|at| if at == 1_499 { "二稿" } else { "一稿" }),
    ] {
        let files = [("一.csv", file), ("二.csv", text("2024,乙山县,培训人数,9,,,\n"))];
        let told = |threads| {
            let (submission, budget) = read(&files, threads, (Share::Claims, 100_000));
            let years: Vec<_> = submission.years().collect();
            (format!("{:?}", submission.diagnostics), years, budget.left(Share::Claims))
        };
        let one = told(1);
        assert!(one.2 < 100_000);
        for threads in [2, 8] {
            assert_eq!(told(threads), one);
        }
    }
}

#[test]
fn of_two_bounds_the_one_that_the_first_rows_meet_is_told_whichever_thread_finds_it() {
    let (often, blank) = ("数据为".repeat(30), BLANK.repeat(5));
    let unknown = |at: usize| format!("2023,甲山乡{at},培训人数,7,{blank},,\n");
    let claims = |at: usize| {
        let said = if at.is_multiple_of(20) { &often } else { "示例数据" };
        format!("2023,甲山县,培训人数,{at},{blank},,{said}\n")
    };
    let file = |row: &dyn Fn(usize) -> String| text(&(0..1_000).map(row).collect::<String>());
    for (file, first) in [
        (file(&|at| if at < 500 { unknown(at) } else { claims(at) }), Share::Unread),
        (file(&|at| if at < 500 { claims(at) } else { unknown(at) }), Share::Claims),
        (file(&|at| if at % 500 < 499 { claims(at) } else { unknown(at) }), Share::Claims),
    ] {
        let files = [("一.csv", file), ("二.csv", text("2024,乙山县,培训人数,9,,,\n"))];
        let told = |threads| {
            let left = [(Share::Unread, 100_000), (Share::Claims, 200)];
            let (submission, budget) = read_within(&files, threads, &left);
            let told = unread(&submission.diagnostics).into_iter().map(|(_, what)| what);
            let left = [Share::Unread, Share::Claims].map(|of| budget.left(of));
            (told.collect::<Vec<_>>(), left)
        };
        let one = told(1);
        assert_eq!(one.0, [first.bulk().unwrap(); 2]);
        for threads in [2, 8, 8] {
            assert_eq!(told(threads), one);
        }
    }
}

/// How many values are looked at of the tables of a text, where so many claims are left.
fn looked_at(text: &str, left: u64) -> usize {
    let name: Arc<str> = "报送.csv".into();
    let (options, budget) = (Options::default(), of_which_is_left(&[(Share::Claims, left)]));
    with_vocabulary(|vocabulary| {
        let file = File::new(&name, 0, vocabulary, &options, &budget);
        let mut faults = Findings::default();
        let grid = Grid::of_text(text.as_bytes(), b',', &name, &mut faults, &budget);
        let grid = Arc::new(grid.ok().unwrap());
        let (sections, findings) = layout::find(&grid, &name, vocabulary);
        let within = |share| Taken::within(&budget, share);
        let mut sink = Sink {
            kept: within(Share::Kept),
            unread: within(Share::Unread),
            claims: within(Share::Claims),
            ..Sink::default()
        };
        tables::read(&file, vec![Found { grid, sections, findings }], &mut sink).spots.len()
    })
}

#[test]
fn a_table_is_left_at_the_value_with_which_its_texts_claim_more_than_is_left() {
    // It is asked of each county anew, for it names a place.
    let said: Vec<String> = (0..60).map(|at| format!("系甲{at}")).collect();
    let said = format!("不含丁村；{}", said.join("；"));
    let years = || 2021..2045;
    let rows = years().map(|year| format!("{year},甲山县,培训人数,7,{said}\n"));
    let (head, rows) = ("年份,地区,指标,数值", rows.collect::<String>());
    let across: String = years().map(|year| format!(",{year}年")).collect();
    let values = ",7".repeat(24);
    let table =
        |year: u16| format!("{year}年报送表\n地区,指标,数值,备注\n甲山县,培训人数,7,{said}\n\n");
    let texts = [
        format!("报送表\n{head},备注\n{rows}"),
        format!("报送表\n{head},填报说明\n{rows}"),
        // Values of one row, and of tables one below the other.
        format!("报送表\n地区,指标{across},备注\n甲山县,培训人数{values},{said}\n"),
        years().map(table).collect(),
    ];
    let looked = |left: u64| texts.each_ref().map(|text| looked_at(text, left));
    assert_eq!(looked(Share::Claims.most()), [24; 4]);
    let some = looked(500);
    assert!(some.iter().all(|some| (1..24).contains(some)), "{some:?}");
}
