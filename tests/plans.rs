//! Three plans that are not Zhoushan's (`tests/plans/`), checked with the program as
//! their own planners would: the rules load, and a made-up submission ends as worked
//! out by hand. And plans of seventeen kinds (`tests/plans/kinds/`), each with
//! its cases and two with a table of targets, and one of what can't be written as it stands.
#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

mod common;

use std::fs;
use std::process::{Command, Output};

use dabiao::judge;
use dabiao::plan::{Case as Rehearsed, Plan, RuleFile};
use dabiao::term::{Attribute, Found, RegionId};
use rust_xlsxwriter::{Format, Workbook};
use serde_json::Value;

/// What can be asked of a plan without a submission.
const QUESTIONS: &[&[&str]] = &[&["plan", "show"], &["plan", "lint"]];

/// A plan, and what its made-up submission comes to.
struct Case {
    /// The folder under `tests/plans/`.
    id: &'static str,
    /// How many indicators are 约束性 and 预期性.
    attributes: [usize; 2],
    /// Whether there are figures of the years before.
    has_history: bool,
    /// The regions, in the order of the verdicts.
    regions: &'static [&'static str],
    /// A line an indicator: its number and basis | what the year demands, of each region
    /// that is judged unless it is the same of all | the verdicts, `-` where there is none.
    verdicts: &'static str,
    exit: i32,
}

const CASES: [&Case; 3] = [&NATIONAL, &DISABILITY, &DIGITAL];
const NATION_AND_PROVINCES: &[&str] = &["全国", "甲省", "乙省", "丙省"];

const NATIONAL: Case = Case {
    id: "national-14fyp",
    attributes: [8, 12],
    has_history: true,
    regions: NATION_AND_PROVINCES,
    // Indicator 1 is in words alone: no verdict.
    verdicts: "
        # GDP by the rate that was sent; of 丙省 by levels: 23600/20000 and 11.81/10.00
        2 reference | >5.5 >5 >6 >118 | met not_met met met
        # 60.6 + 4.4 × 3/5; 全国 (6324 + 3161 + 3300)/20000 = 63.925
        3 pace | >=63.24 | on_pace on_pace behind met
        # every year by itself; exactly 7 is not above 7
        4 target | >7 | met not_met met not_met
        # 6.3 + 5.7 × 3/5
        5 pace | >=9.72 | on_pace - - -
        # 7.8 + 2.2 × 3/5; 全国 (8500 + 5000 + 4560)/200000 = 9.03, though the mean of
        # 8.5, 10 and 9.12 would be 9.21
        6 pace | >=9.12 | behind behind met on_pace
        # 丙省 sent 5.6 where its GDP is known by levels: 1.056³ = 1.177583616
        7 reference | >=5.5 >=5 >=6 >=118 | met not_met met not_met
        # the target in every year; exactly 5.5 is not below 5.5
        8 kept | <5.5 | not_met - - -
        # 10.8 + 0.5 × 3/5
        9 pace | >=11.1 | on_pace - - -
        # 2.9 + 0.3 × 3/5; 全国 by its own row
        10 pace | >=3.08 | on_pace on_pace behind met
        # 91 + 4 × 3/5; 全国 (9340 + 4669 + 4750)/20000 = 93.795
        11 pace | >=93.4 | on_pace on_pace behind met
        # 1.8 + 2.7 × 3/5
        12 pace | >=3.42 | behind - - -
        # 77.3 + 1 × 3/5
        13 pace | >=77.9 | on_pace - - -
        # the region's own 2020, less 13.5% × 3/5 = 8.1%: 0.57, 0.50, 0.80, 0.40 × 0.919;
        # 丙省 is at 0.40 × 0.865 already
        14 pace | <=0.52383 <=0.4595 <=0.7352 <=0.3676 | on_pace on_pace behind met
        # less 18% × 3/5 = 10.8%: 1.00, 0.80, 1.50, 1.20 × 0.892; 丙省 is at 1.20 × 0.82
        15 pace | <=0.892 <=0.7136 <=1.338 <=1.0704 | behind on_pace behind met
        # 87 + 0.5 × 3/5; 3187/3650 = 87.32, 1590/1825 = 87.12, 1600/1825 = 87.67,
        # 6377/7300 = 87.36
        16 pace | >=87.3 | on_pace on_pace behind met
        # 83.4 + 1.6 × 3/5; 全国 (844 + 420 + 425)/2000 = 84.45
        17 pace | >=84.36 | on_pace on_pace behind met
        # 23.2 + 0.9 × 3/5; 22791/96000 = 23.7406, and 22790 would be 23.7396
        18 pace | >=23.74 | on_pace - - -
        # no baseline: nothing is due before 2025, and what meets the target says so
        19 - | - | not_due - - -
        20 - | - | met - - -
    ",
    exit: 1, // 14 to 17 are binding
};

const DISABILITY: Case = Case {
    id: "national-disability-14fyp",
    attributes: [6, 5],
    has_history: true,
    regions: NATION_AND_PROVINCES,
    verdicts: "
        # 0.1 less than the reference is enough: exactly so in 乙省, one digit below in 丙省
        1 reference | >=5.4 >=4.9 >=5.9 >=5.7 | met met met not_met
        # 2000000 × 3/5; the total of 2021 to 2023 as it was sent
        2 pace | >=1200000 | on_pace - - -
        # one of 300000 is left out, and so one of the 1000000 of 全国
        3 kept | >=100 | not_met met not_met met
        4 kept | >=100 | met met met met
        # of 丙省 there is nobody to cover; 全国 is the sum of the others
        5 kept | >=100 | met met met not_applicable
        # 90 to >90: the line stays at 90, and 90 itself is enough before 2025;
        # one short and one more of 450000; 全国 1800000/2000000
        6 pace | >=90 | on_pace on_pace behind met
        # the target in every year; exactly 95 is not above 95; 全国 1905001/2000000
        7 kept | >95 | met not_met met met
        # 95 + 2 × 3/5; 全国 192799/200000 = 96.3995
        8 pace | >=96.2 | on_pace on_pace behind met
        # 80 + 5 × 3/5; 全国 1669999/2000000 = 83.49995
        9 pace | >=83 | on_pace on_pace behind met
        # 甲省 sent no counts: there is no sum for 全国, and it sent no row of its own
        10 pace | >=83 | missing on_pace met met
        # 1100000 × 3/5; 200000 + 209999 + 250000 = 659999
        11 pace | >=660000 | behind - - -
    ",
    exit: 3, // 全国 lacks 10
};

const DIGITAL: Case = Case {
    id: "digital-economy-14fyp",
    attributes: [0, 8],
    has_history: false,
    regions: &["全国"],
    verdicts: "
        # 7.8 + 2.2 × 3/5; 119999/1200000 is not 10 yet
        1 pace | >=9.12 | on_pace
        # 4.6 + 3.4 × 3/5
        2 pace | >=6.64 | on_pace
        # 640 + 5360 × 3/5
        3 pace | >=3856 | behind
        # 8.16 + 5.84 × 3/5
        4 pace | >=11.664 | on_pace
        # 14.7 + 30.3 × 3/5
        5 pace | >=32.88 | behind
        # 11.76 + 5.24 × 3/5
        6 pace | >=14.904 | met
        # 37.21 + 8.79 × 3/5
        7 pace | >=42.484 | on_pace
        # 4 + 4 × 3/5
        8 pace | >=6.4 | met
    ",
    exit: 0, // all are 预期性
};

impl Case {
    fn path(&self, file: &str) -> String {
        format!("tests/plans/{}/{file}", self.id)
    }

    /// Checks the submission, with these options beside.
    fn check(&self, options: &[&str]) -> (i32, Value) {
        let (plan, submission) = (self.path(""), self.path("submission-2023.csv"));
        let asked = ["check", &submission, "--plan", &plan, "--format", "json"];
        let output = dabiao(&[&asked, options].concat());
        (output.status.code().unwrap(), serde_json::from_slice(&output.stdout).unwrap())
    }

    /// The same, with the figures of the years before.
    fn check_whole(&self, options: &[&str]) -> (i32, Value) {
        let history = self.path("history.csv");
        let with = if self.has_history { vec!["--history", &history] } else { Vec::new() };
        self.check(&[&with, options].concat())
    }

    /// The verdicts of a report, a line an indicator.
    fn lines(&self, report: &Value) -> Vec<String> {
        let results = report["results"].as_array().unwrap();
        let mut numbers: Vec<&str> = results.iter().map(|result| text(&result["number"])).collect();
        numbers.dedup();
        let line = |number| {
            let of = |region: &&str| {
                results.iter().find(|result| {
                    result["number"] == number && result["region"]["name"] == *region
                })
            };
            let found: Vec<Option<&Value>> = self.regions.iter().map(of).collect();
            let demands = of_all(found.iter().flatten().map(|result| demand(result)));
            let outcomes: Vec<&str> =
                found.iter().map(|of| of.map_or("-", |result| text(&result["outcome"]))).collect();
            let basis = |of: &&Value| of["requirement"]["basis"].as_str().unwrap_or("-").to_owned();
            let basis = of_all(found.iter().flatten().map(basis));
            format!("{number} {basis} | {demands} | {}", outcomes.join(" "))
        };
        numbers.into_iter().map(line).collect()
    }

    /// What was worked out by hand, without the arithmetic.
    fn expected(&self) -> Vec<&str> {
        let lines = self.verdicts.lines().map(str::trim);
        lines.filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
    }

    #[track_caller]
    fn ends_as_worked_out_by_hand(&self) {
        let (code, report) = self.check_whole(&[]);
        assert_eq!(self.lines(&report), self.expected());
        assert_eq!((code, &report["summary"]["exit_code"]), (self.exit, &Value::from(self.exit)));
    }
}

fn dabiao(asked: &[&str]) -> Output {
    let mut dabiao = Command::new(env!("CARGO_BIN_EXE_dabiao"));
    dabiao.current_dir(env!("CARGO_MANIFEST_DIR")).args(asked).output().unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// What the year demands of one region.
fn demand(result: &Value) -> String {
    match &result["requirement"] {
        Value::Null => "-".to_owned(),
        required => format!("{}{}", text(&required["operator"]), text(&required["value"])),
    }
}

/// Once if it is the same of all.
fn of_all(each: impl Iterator<Item = String>) -> String {
    let each: Vec<String> = each.collect();
    let is_same = each.windows(2).all(|pair| pair[0] == pair[1]);
    if is_same { each[0].clone() } else { each.join(" ") }
}

/// What could not be judged, as number and region.
fn missing(report: &Value) -> Vec<(&str, &str)> {
    let results = report["results"].as_array().unwrap().iter();
    let missing = results.filter(|result| result["outcome"] == "missing");
    missing.map(|result| (text(&result["number"]), text(&result["region"]["name"]))).collect()
}

#[test]
fn each_plan_has_the_indicators_of_its_document() {
    for case in CASES {
        let plan = common::load(&fs::read_to_string(case.path("plan.toml")).unwrap());
        let count = |attribute| plan.indicators.iter().filter(|i| i.attribute == attribute).count();
        let counts = [Attribute::Binding, Attribute::Anticipatory].map(count);
        assert_eq!((&*plan.head.id, counts), (case.id, case.attributes));
        let numbers: Vec<_> = plan.indicators.iter().flat_map(|i| i.number.as_deref()).collect();
        let running: Vec<String> = (1..=plan.indicators.len()).map(|n| n.to_string()).collect();
        assert_eq!(numbers, running);
    }
}

#[test]
fn each_plan_by_itself_is_without_fault() {
    for case in CASES {
        for question in QUESTIONS {
            let plan = case.path("");
            let output = dabiao(&[*question, &["--plan", &plan]].concat());
            let told = String::from_utf8(output.stderr).unwrap();
            assert_eq!((output.status.code(), &*told), (Some(0), ""), "{} {question:?}", case.id);
        }
    }
}

#[test]
fn each_figure_that_is_sent_says_that_it_is_made_up() {
    for case in CASES {
        let files = ["submission-2023.csv", "history.csv"];
        for file in files.iter().take(1 + usize::from(case.has_history)) {
            let mut reader = csv::Reader::from_path(case.path(file)).unwrap();
            for row in reader.records() {
                let row = row.unwrap();
                assert!(row.iter().next_back().unwrap().starts_with("示例数据"), "{row:?}");
            }
        }
    }
}

#[test]
fn the_national_outline_ends_as_worked_out_by_hand() {
    NATIONAL.ends_as_worked_out_by_hand();
}

#[test]
fn the_national_plan_for_the_disabled_ends_as_worked_out_by_hand() {
    DISABILITY.ends_as_worked_out_by_hand();
}

#[test]
fn the_plan_for_the_digital_economy_ends_as_worked_out_by_hand() {
    DIGITAL.ends_as_worked_out_by_hand();
}

#[test]
fn what_starts_from_a_baseline_of_each_region_is_missing_without_it() {
    let (code, report) = NATIONAL.check(&[]);
    let changes = ["14", "15"].into_iter();
    let changes = changes.flat_map(|n| ["甲省", "乙省", "丙省", "全国"].map(|region| (n, region)));
    // 丙省 tells its GDP by levels alone, and has no other productivity.
    let by_levels = [("2", "丙省"), ("7", "丙省")];
    let mut expected: Vec<_> = by_levels.into_iter().chain(changes).collect();
    let mut found = missing(&report);
    expected.sort_unstable();
    found.sort_unstable();
    assert_eq!((code, found), (3, expected));
}

#[test]
fn a_sum_is_missing_while_years_are_unless_the_total_was_sent() {
    let (code, report) = DISABILITY.check(&[]);
    assert_eq!((code, missing(&report)), (3, vec![("10", "全国"), ("11", "全国")]));
}

#[test]
fn anticipatory_targets_fail_the_run_only_where_that_is_asked_for() {
    for (fail_on, expected) in [("binding", 0), ("anticipatory", 1), ("none", 0)] {
        assert_eq!(DIGITAL.check_whole(&["--fail-on", fail_on]).0, expected, "{fail_on}");
    }
}

/// The plans of other kinds, each a file of rules and its cases.
fn kinds() -> Vec<String> {
    let files = fs::read_dir("tests/plans/kinds").unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut kinds: Vec<String> =
        names.filter_map(|name| name.strip_suffix(".cases.toml").map(str::to_owned)).collect();
    kinds.sort();
    kinds
}

/// A file of the kinds.
fn read(name: &str) -> Vec<u8> {
    fs::read(format!("tests/plans/kinds/{name}")).unwrap()
}

/// The plan of a kind, its table of targets read by another name.
fn load(kind: &str, rules: String, beside: impl Fn(&str) -> Vec<u8>) -> Plan {
    let rules = RuleFile::new(&format!("{kind}.toml"), rules.into_bytes());
    let plan = Plan::load(&[rules], &mut |_, name| Ok(beside(name)));
    plan.unwrap_or_else(|faults| panic!("{faults:#?}"))
}

#[track_caller]
fn ends_as_its_cases(plan: &Plan, kind: &str) {
    let cases = format!("{kind}.cases.toml");
    let cases = RuleFile::new(&cases, read(&cases));
    let cases = Rehearsed::load(plan, &[cases]).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let rehearsal = judge::rehearse(plan, &cases);
    assert!(rehearsal.failures.is_empty(), "{kind}: {:#?}", rehearsal.failures);
    let untried: Vec<&str> = rehearsal.uncovered().map(|rule| &*rule.indicator.id).collect();
    assert_eq!((&*plan.head.id, untried), (kind, vec![""; 0]));
}

fn rules_of(kind: &str) -> String {
    String::from_utf8(read(&format!("{kind}.toml"))).unwrap()
}

#[test]
fn plans_of_every_kind_can_be_written_and_end_as_worked_out_by_hand() {
    let kinds = kinds();
    assert_eq!(kinds.len(), 18);
    for kind in kinds {
        let plan = load(&kind, rules_of(&kind), read);
        ends_as_its_cases(&plan, &kind);
        assert!(plan.indicators.len() >= 6, "{kind}");
    }
}

/// The rows of the page's table, and what a plan that does as it says cites.
#[test]
fn what_cannot_be_written_is_written_as_the_page_says() {
    let page = fs::read_to_string("docs/writing-a-plan.md").unwrap();
    let (_, list) = page.split_once("\n## 写不了的\n").unwrap();
    let rows = list.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
    let rows: Vec<&str> = rows.skip(1).collect();
    let plan = load("unwritten", rules_of("unwritten"), read);
    let cited: Vec<&str> = plan.indicators.iter().filter_map(|it| it.cite.as_deref()).collect();
    assert_eq!(cited, rows);
}

/// The same as an office's workbook: numbers are numbers, and percentages have their format.
fn workbook(csv: &[u8]) -> Vec<u8> {
    let mut book = Workbook::new();
    let percent = Format::new().set_num_format("0%");
    let sheet = book.add_worksheet().set_name("分解表").unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(csv);
    for (row, record) in (0..).zip(reader.records()) {
        for (column, text) in (0..).zip(&record.unwrap()) {
            match (
                text.parse::<f64>(),
                text.strip_suffix('%').map(|it| format!("{it}e-2").parse::<f64>()),
            ) {
                (Ok(number), _) => sheet.write_number(row, column, number).unwrap(),
                (_, Some(Ok(number))) => {
                    sheet.write_number_with_format(row, column, number, &percent).unwrap()
                }
                (..) => sheet.write_string(row, column, text).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_table_of_targets_in_a_workbook_says_what_its_csv_says_and_is_cited_by_cell() {
    for (kind, region, cell) in
        [("division", "330101", "分解表!D7"), ("division-across", "甲县", "分解表!E3")]
    {
        let rules = rules_of(kind).replace(".csv\"", ".xlsx\"");
        let plan = load(kind, rules, |name| workbook(&read(&name.replace(".xlsx", ".csv"))));
        ends_as_its_cases(&plan, kind);
        let region = RegionId(plan.region_names.find(region).and_then(one).unwrap());
        let cited = plan.indicators[0].in_force(Some(region), 2025).cite.clone().unwrap();
        assert!(cited.starts_with(&format!("{kind}.xlsx {cell}")), "{cited}");
    }
}

fn one(found: Found) -> Option<u32> {
    match found {
        Found::One(at) => Some(at),
        Found::Several => None,
    }
}
