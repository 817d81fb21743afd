//! What is for those who check how a report came about stands behind it, apart.

use std::num::NonZeroUsize;

use super::*;

/// The text of the parts of a page that are, or are not, in its annex.
fn parts(page: &str, in_annex: bool) -> String {
    tree(page, |document| {
        let parts = document.descendants().filter(|node| node.has_tag_name("section"));
        parts.filter(|part| is_of(*part, "annex") == in_annex).map(text).collect()
    })
    .unwrap()
}

#[test]
fn lines_of_files_rules_digests_and_codes_are_told_in_the_annex_alone() {
    let report = small();
    for lang in BOTH {
        let page = page(&report, lang, "annex.html");
        let (public, annex) = (parts(&page, false), parts(&page, true));
        for technical in ["plan.toml:26", "submission/unknown-region", "UTF-8"] {
            assert!(annex.contains(technical), "{technical}");
            assert!(!public.contains(technical), "{technical}");
        }
        // Every figure that was sent has its line there.
        for row in report.rows() {
            let Some((file, line)) = row.location() else { continue };
            assert!(annex.contains(&format!("{}:{line}", file.name)), "{}:{line}", file.name);
        }
    }
}

#[test]
fn the_page_holds_the_report_itself_as_csv_and_json_where_that_is_no_burden() {
    let many: Vec<String> = (0..1001)
        .map(|at| format!("[[region]]\ncode = 'c{at}'\nname = '第{at}县'\nlevel = 'county'\n"))
        .collect();
    let rule = "[[indicator]]\nid = 'rate'\nname = '率'\nattribute = '约束性'\nunit = '%'\n\
        baseline = 50\noperator = '≥'\nthreshold = 60\ncite = '第1行'\n";
    let national =
        Run::of(&["2023,c1,率,55%,,,"]).judge(&plan(&format!("{}{rule}", many.concat())));
    for (report, is_held) in
        [(small(), true), (Run::default().judge(&plan(RULES)), false), (national, false)]
    {
        let page = page(&report, Lang::Zh, "taken.html");
        let held = |kind: &str| {
            let held = page.split_once(&format!("data:{kind};base64,"));
            held.map(|(_, rest)| policy::decoded(rest.split_once('"').unwrap().0))
        };
        let (mut table, mut whole) = (Vec::new(), Vec::new());
        render::csv(&report, NonZeroUsize::MIN, &mut table).unwrap();
        render::json(&report, render::Style::plain(Lang::Zh, 80), &mut whole).unwrap();
        assert_eq!(held("text/csv;charset=utf-8"), is_held.then_some(table));
        assert_eq!(held("application/json"), is_held.then_some(whole));
    }
}

#[test]
fn made_up_figures_are_marked_before_anything_else_is_read() {
    for (remark, marked) in
        [("示例数据", true), ("本表为示例数据，仅供演示", true), ("实际数据", false)]
    {
        let rows =
            [format!("2023,甲县,就业率,,55,100,{remark}"), "2023,乙县,就业率,,61,100,".into()];
        let page = page(&Run::of(&rows).judge(&plan(RULES)), Lang::Zh, "made-up.html");
        let head = page.split_once("<main").unwrap().0.split_once("<body").unwrap().1;
        assert_eq!(
            head.contains("<strong>示例数据：") && head.contains("class=\"sample\""),
            marked
        );
    }
}
