use crate::plan::tests::{and, load, refused};

const RANGE: &str = "[[indicator]]\nid = \"range\"\nname = \"占比\"\nattribute = \"任务\"\n\
                     unit = \"%\"\noperator = \"between\"\nthreshold = [20, 26]\n";

/// A form of its own, from line 33 on, its own lines from line 39.
fn of_form(form: &str, lines: &str) -> String {
    and(&format!(
        "[[indicator]]\nid = \"other\"\nname = \"乙数\"\nattribute = \"任务\"\nunit = \"户\"\n\
         form = \"{form}\"\n{lines}"
    ))
}

#[test]
fn years_that_a_rule_can_not_have_are_refused() {
    for (lines, code, line, under) in [
        ("baseline-year = 2021", "plan/baseline-year", 33, "2021"),
        ("baseline-year = 2024", "plan/baseline-year", 33, "2024"),
        ("baseline-year = 1920", "plan/year-span", 33, "1920"),
        ("baseline-year = \"2019\"", "plan/bad-year", 33, "\"2019\""),
        ("due = 2020", "plan/due-year", 33, "2020"),
        ("due = 2026", "plan/due-year", 33, "2026"),
        ("due = 2023\nmilestones = { 2023 = 55 }", "plan/milestone-year", 34, "2023"),
        ("due = 2022\nmilestones = { 2021 = 52, 2024 = 58 }", "plan/milestone-year", 34, "2024"),
        ("due = 2021\nmilestones = { 2021 = 52 }", "plan/milestone-year", 34, "2021"),
        ("regions = { \"乙县\" = { due = 2027 } }", "plan/due-year", 33, "2027"),
        ("regions = { \"乙县\" = { baseline-year = 2022 } }", "plan/baseline-year", 33, "2022"),
    ] {
        refused(&and(lines), &[(code, line, under)]);
    }
    for lines in ["baseline-year = 2020", "baseline-year = 1925", "due = 2025", "due = 2021"] {
        assert!(load(&and(lines)).is_ok(), "{lines}");
    }
}

#[test]
fn what_is_adjusted_is_due_no_earlier_and_begins_before_it() {
    let adjusted = |lines: &str| {
        let adjust = "[[adjust]]\nindicator = \"rate\"\nfrom = 2023\nthreshold = 58\n";
        and(&format!("milestones = {{ 2021 = 52 }}\n{adjust}{lines}"))
    };
    for (line, code, under) in [
        ("baseline-year = 2023", "plan/baseline-year", "2023"),
        ("due = 2022", "plan/due-year", "2022"),
    ] {
        refused(&adjusted(line), &[(code, 38, under)]);
    }
    assert!(load(&adjusted("baseline-year = 2022\ndue = 2024")).is_ok());
    let late = "due = 2023\nmilestones = { 2024 = 56 }";
    refused(&adjusted(late), &[("plan/milestone-year", 37, "58")]);
}

#[test]
fn a_region_that_is_due_before_a_milestone_that_it_has_is_refused() {
    let text = |own: &str| and(&format!("milestones = {{ 2023 = 55 }}\nregions = {{ {own} }}"));
    let early = text("\"乙县\" = { due = 2022 }");
    refused(&early, &[("plan/milestone-year", 34, "\"乙县\"")]);
    assert!(load(&text("\"乙县\" = { due = 2024 }")).is_ok());
    assert!(load(&text("\"乙县\" = { due = 2022, milestones = { 2021 = 52 } }")).is_ok());
}

#[test]
fn a_region_with_a_due_year_alone_has_no_target_where_others_have_their_own() {
    let other = "[[region]]\ncode = \"0102\"\nname = \"丙县\"\nlevel = \"county\"\n";
    let text = |more: &str| {
        let regions = "regions = { \"乙县\" = { threshold = 70 }, \"丙县\" = { due = 2023 } }";
        and(&format!("{regions}\n{more}\n{other}"))
    };
    refused(&text(""), &[("plan/milestones-without-target", 33, "\"丙县\"")]);
    assert!(load(&text("by-region = \"same\"")).is_ok());
}

#[test]
fn a_milestone_is_a_range_only_where_the_target_is_one() {
    for shape in ["[55, 58]", "[58, 55]", "[55]", "[]", "[51, 52, 53]"] {
        let text = and(&format!("milestones = {{ 2023 = {shape} }}"));
        refused(&text, &[("plan/milestone-shape", 33, shape)]);
    }
    for shape in ["[15, 12]", "[12]", "[12, 13, 14]"] {
        let text = and(&format!("{RANGE}milestones = {{ 2023 = {shape} }}"));
        refused(&text, &[("plan/milestone-shape", 40, shape)]);
    }
    let beyond = and(&format!("{RANGE}milestones = {{ 2023 = [12, 115] }}"));
    refused(&beyond, &[("plan/value-beyond-limit", 40, "115")]);
    for shape in ["[12, 15]", "[12, 12]", "12"] {
        let text = and(&format!("{RANGE}milestones = {{ 2023 = {shape} }}"));
        assert!(load(&text).is_ok(), "{shape}");
    }
}

#[test]
fn forms_without_a_baseline_or_a_time_to_come_have_no_such_years() {
    let at_least = "operator = \"≥\"\nthreshold = 9\n";
    for (form, key, year) in [
        ("sum", "baseline-year", "2018"),
        ("mean", "baseline-year", "2018"),
        ("each-year", "baseline-year", "2018"),
        ("each-year", "due", "2023"),
        ("kept", "due", "2023"),
    ] {
        let text = of_form(form, &format!("{at_least}{key} = {year}"));
        refused(&text, &[("plan/key-of-other-form", 41, year)]);
    }
    for (form, lines) in [
        ("sum", "due = 2023"),
        ("mean", "due = 2023"),
        ("kept", "baseline-year = 2019"),
        ("growth", "baseline-year = 2019\ndue = 2023"),
        ("multiple", "baseline-year = 2019\ndue = 2023"),
        ("change", "change = \"percent\"\nbaseline-year = 2019\ndue = 2023"),
    ] {
        assert!(load(&of_form(form, &format!("{at_least}{lines}"))).is_ok(), "{form}");
    }
}
