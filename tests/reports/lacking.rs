//! By how much something is lacking: what is too much is over, and whole things are lacking
//! whole, in whatever is written for people.

use dabiao::render::{Format, Lang};

use crate::common::{self, Run};
use crate::text_in;

/// Where people read it.
const READ: [Format; 7] = [
    Format::Table,
    Format::Full,
    Format::Detail,
    Format::Markdown,
    Format::Html,
    Format::Docx,
    Format::Xlsx,
];

/// A plan of one indicator: what it is counted in, and what it demands.
fn pages(rule: &str, cells: &str, lang: Lang) -> Vec<(Format, String)> {
    let due = if rule.contains("due = ") { "" } else { "due = 2025" };
    let plan = common::load(&format!(
        "[plan]\nid = 'p'\ntitle = '示例规划'\nbaseline-year = 2020\nfirst-year = 2021\n\
         target-year = 2030\n[[region]]\ncode = '11'\nname = '甲县'\nlevel = 'county'\n\
         [[region]]\ncode = '12'\nname = '乙县'\nlevel = 'county'\n\
         [[indicator]]\nid = 'i'\nname = '数'\nattribute = '约束性'\ncite = '第1行'\n{rule}\n{due}\n"
    ));
    let sheet = common::sheet(&[&format!("2025,甲县,数,{cells},"), "2025,乙县,数,,,,"]);
    let report = Run::default().file("a.csv", sheet).judge(&plan);
    READ.into_iter().map(|format| (format, text_in(&report, format, lang))).collect()
}

/// A rule, what is sent, and what is said of it in both languages.
type Case<'c> = (&'c str, &'c str, [&'c str; 2]);

fn says(cases: &[Case<'_>], never: [&[&str]; 2]) {
    for (rule, cells, expected) in cases {
        for (lang, at) in [(Lang::Zh, 0), (Lang::En, 1)] {
            let pages = pages(rule, cells, lang);
            let told = pages.iter().filter(|(_, page)| page.contains(expected[at])).count();
            // A workbook and the page have the number in a cell of its own where none is counted.
            assert!(told >= 4, "{rule} {cells}: “{}” in {told}: {pages:?}", expected[at]);
            for (format, page) in &pages {
                for wrong in never[at] {
                    assert!(!page.contains(wrong), "{format:?} {rule}: {wrong} in {page}");
                }
            }
        }
    }
}

#[test]
fn what_is_too_much_is_over_and_never_short() {
    let cases: [Case<'_>; 6] = [
        (
            "unit = '%'\ncount-unit = '人'\nnumerator = '失业人数'\ndenominator = '人数'\n\
             operator = '≤'\nthreshold = 5.7",
            ",174,3000",
            ["超3人", "3 people too many"],
        ),
        (
            "unit = '所'\nunit-en = 'schools'\nroll-up = 'sum'\noperator = '<'\nthreshold = 3",
            "4,,",
            ["超2所", "2 schools too many"],
        ),
        ("unit = '吨'\noperator = '≤'\nthreshold = 7", "7.5,,", ["超0.5吨", "0.5 tonnes too much"]),
        ("unit = '%'\noperator = '≤'\nthreshold = 7", "7.5%,,", ["超0.5百分点", "0.5 pp too much"]),
        (
            "unit = '%'\ncount-unit = '人'\nnumerator = '人数'\ndenominator = '总人数'\n\
             operator = 'between'\nthreshold = [20, 30]",
            ",33,100",
            ["超3人", "3 people too many"],
        ),
        (
            "unit = '户'\nroll-up = 'sum'\noperator = 'between'\nthreshold = [20, 30]",
            "33,,",
            ["超3户", "3 households too many"],
        ),
    ];
    says(&cases, [&["差3", "差2", "差0"], &["short by 3", "short by 2", "short by 0"]]);
    let below: [Case<'_>; 2] = [
        (
            "unit = '户'\nroll-up = 'sum'\noperator = 'between'\nthreshold = [20, 30]",
            "17,,",
            ["差3户", "short by 3 households"],
        ),
        ("unit = '吨'\noperator = '≥'\nthreshold = 7", "6.5,,", ["差0.5吨", "short by 0.5 tonnes"]),
    ];
    says(&below, [&["超3", "超1", "超0"], &["3 households too many", "tonnes too much"]]);
}

#[test]
fn of_whole_things_a_whole_number_is_lacking() {
    // 2.2 schools on the way are 3, for there is no part of one.
    let on_the_way = "roll-up = 'sum'\nbaseline = 1\nthreshold = 3\noperator = '≥'\ndue = 2030\n\
                      milestones = { 2024 = 2, 2026 = 3 }";
    let of = |unit: &str| format!("unit = '{unit}'\n{on_the_way}");
    let (schools, households, kilometres) =
        (of("所") + "\nunit-en = 'schools'", of("户"), of("公里"));
    let cases: [Case<'_>; 5] = [
        (&schools, "2,,", ["差1所", "short by 1 school"]),
        (&households, "1,,", ["差2户", "short by 2 households"]),
        (
            "unit = '家'\nunit-en = 'homes'\nroll-up = 'sum'\noperator = '>'\nthreshold = 2",
            "2,,",
            ["差1家", "short by 1 home"],
        ),
        (
            "unit = '人'\nroll-up = 'sum'\noperator = '≤'\nbaseline = 10\nthreshold = 3\n\
             due = 2027",
            "6,,",
            ["超1人", "1 person too many"],
        ),
        (
            "unit = '个'\nunit-en = 'sites'\nroll-up = 'sum'\noperator = 'between'\nthreshold = [2, 3]",
            "1,,",
            ["差1个", "short by 1 site"],
        ),
    ];
    says(&cases, [&["差0", "超0", "差1.5"], &["short by 0", "short by 1.5"]]);
    // Of these there are parts.
    let parts: [Case<'_>; 2] = [
        (&kilometres, "2,,", ["差0.5公里", "short by 0.5 km"]),
        (
            "unit = '人'\nroll-up = 'none'\noperator = '≥'\nthreshold = 3",
            "2.5,,",
            ["差0.5人", "short by 0.5 people"],
        ),
    ];
    says(&parts, [&["差1"], &["short by 1"]]);
}
