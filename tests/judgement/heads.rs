//! What stands in the head of a row holds for every value under it.

use super::*;

const COUNTED: &str = "operator = '≥'\nthreshold = 60\nbaseline = 50\n\
    numerator = '子'\ndenominator = '母'";

/// The cells of the row that the only indicator has.
fn cells(report: &Report) -> Vec<String> {
    let table = table(report, Lang::Zh);
    let line = table.lines().find(|line| line.contains(" 率 ")).unwrap_or_default();
    line.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn values_next_to_a_bound_on_both_sides_never_read_as_what_the_head_demands() {
    // 50 + 3/7 of the way to 60: 54.285714…, of which no decimal is the whole.
    let plan = plan(SEVEN, CITY, &[COUNTED]);
    for below in ["542857,1000000", "54285714,100000000", "5428571428,10000000000"] {
        for above in ["543,1000", "542858,1000000", "54285715,100000000"] {
            let rows = [
                format!("2023,甲县,率,,{below},"),
                format!("2023,乙县,率,,{above},"),
                "2023,新区,率,,38,70,".to_owned(),
            ];
            let report = Run::of(&rows).judge(&plan);
            let cells = cells(&report);
            let number = |text: &str| exact(text.trim_matches(['≥', '%']));
            let head = number(cells.iter().find(|cell| cell.starts_with('≥')).unwrap());
            let value = |verdict: usize| number(&cells[verdict - 1]);
            let places = |word: &str| -> Vec<usize> {
                (0..cells.len()).filter(|at| cells[*at] == word).collect()
            };
            for at in places("滞后") {
                assert!(value(at) < head, "{cells:?}");
            }
            for at in places("达到进度") {
                assert!(value(at) >= head, "{cells:?}");
            }
            assert!(!places("滞后").is_empty() && places("达到进度").len() >= 2, "{cells:?}");
        }
    }
}

#[test]
fn who_is_judged_by_another_operator_than_the_head_says_is_told_in_its_cell() {
    let strict =
        "operator = '>'\nthreshold = 90\nbaseline = 90\nroll-up = 'none'\nscope = 'county'";
    let regions = format!("{CITY}[[region]]\ncode = '13'\nname = '丙县'\nlevel = 'county'\n");
    let plan = plan(FIVE, &regions, &[strict]);
    for own in ["95%", "90.1%", "99%"] {
        let rows = ["甲县", "乙县", "丙县"].map(|county| format!("2023,{county},率,90%,,,"));
        let history = [format!("2020,丙县,率,{own},,,")];
        let report = Run::of(&rows).history(&history).judge(&plan);
        let cells = cells(&report).join(" ");
        assert!(cells.contains("≥90%") && cells.contains("90%（>90%） 未达标"), "{cells}");
        assert_eq!(cells.matches("（").count(), 1, "{cells}");
    }
}

#[test]
fn of_two_ranges_every_cell_says_its_own() {
    // Three fifths of the way from the counties' own baselines.
    let verdicts = |rule: &str, baselines: [&str; 2], value: &str| {
        let plan = plan(FIVE, CITY, &[&format!("unit = '万元'\nroll-up = 'none'\n{rule}")]);
        let rows = |year: u16, [a, b]: [&str; 2]| {
            [format!("{year},甲县,率,{a},,,"), format!("{year},乙县,率,{b},,,")]
        };
        let run = Run::of(&rows(2023, [value; 2])).history(&rows(2020, baselines));
        cells(&run.judge(&plan)).join(" ")
    };
    let range = "operator = 'between'\nthreshold = [20, 30]";
    let line = verdicts(range, ["10", "40"], "33");
    assert!(line.contains("33 万元（16~30 万元） 滞后"), "{line}");
    assert!(line.contains("33 万元（20~34 万元） 达到进度"), "{line}");
    let about = "operator = '±'\nthreshold = 23\ntolerance = 3";
    let line = verdicts(about, ["10", "15"], "17");
    assert!(line.contains("17 万元（16~26 万元） 达到进度"), "{line}");
    assert!(line.contains("17 万元（18~26 万元） 滞后"), "{line}");
    let equal = "operator = '='\nthreshold = 20";
    let line = verdicts(equal, ["10", "30"], "24");
    assert!(line.contains("24 万元（16~20 万元） 滞后"), "{line}");
    assert!(line.contains("24 万元（20~24 万元） 达到进度"), "{line}");
    // Where it is one range, or one bound, the head says it.
    let line = verdicts(range, ["10", "10"], "33");
    assert!(line.contains("16~30 万元") && !line.contains('（'), "{line}");
    let line = verdicts("operator = '≥'\nthreshold = 50", ["10", "20"], "36");
    assert!(line.contains("≥34 ~ 38 万元") && !line.contains('（'), "{line}");
}
