//! Verdicts that follow from the verdicts on other indicators.

use super::*;

/// Two rates and something to be done; a whole of them is judged by these.
const PARTS: [&str; 3] = [
    "id = 'a'\nname = '甲率'\noperator = '≥'\nthreshold = 60\nbaseline = 50",
    "id = 'b'\nname = '乙率'\noperator = '≥'\nthreshold = 80",
    "id = 'c'\nname = '已建'\nform = 'milestone'\nscope = 'each-county'",
];

fn text_of(rules: &[&str]) -> String {
    let head = format!("[plan]\nid = 'p'\ntitle = '规划'\n{FIVE}{CITY}");
    PARTS.iter().chain(rules).fold(head, |text, rule| {
        let unit = if rule.contains("threshold") { "unit = '%'\n" } else { "" };
        text + &format!("[[indicator]]\nattribute = '任务'\n{unit}{rule}\n")
    })
}

fn faults(rules: &[&str]) -> dabiao::diagnostic::Faults {
    let file = RuleFile::new("plan.toml", text_of(rules).into_bytes());
    Plan::load(&[file], &mut |_, _| Ok(Vec::new())).err().unwrap_or_default()
}

fn plan_of(rules: &[&str]) -> Plan {
    plan(FIVE, CITY, &[&PARTS, rules].concat())
}

/// The outcomes of 甲县, 乙县, 新区 and 全市.
fn outcomes(report: &Report) -> [&'static str; 4] {
    ["甲县", "乙县", "新区", "全市"].map(|region| outcome(report, region))
}

/// Rows of 2025: the two rates of a county.
fn rates<'r>(rows: &'r [(&str, &str, &str)]) -> Vec<String> {
    let row =
        |(region, rate, counts): &'r (&str, &str, &str)| format!("2025,{region},{rate},,{counts},");
    rows.iter().map(row).collect()
}

#[test]
fn each_region_ends_by_its_own_parts_and_the_city_by_its_own() {
    let sent = rates(&[
        ("甲县", "甲率", "60,100"),
        ("甲县", "乙率", "79,100"),
        ("乙县", "甲率", "59,100"),
        ("乙县", "乙率", "80,100"),
        ("新区", "甲率", "60,100"),
    ]);
    for (rule, expected) in [
        // The city has 119/200 and 159/200: neither.
        ("any-of = ['a', 'b']", ["met", "met", "met", "not_met"]),
        ("all-of = ['a', 'b']", ["not_met", "not_met", "missing", "not_met"]),
    ] {
        let report = Run::of(&sent).judge(&plan_of(&[rule]));
        assert_eq!(outcomes(&report), expected, "{rule}");
        let row = row(&report, "i", "甲县").unwrap();
        assert!(row.value().is_none() && row.requirement().is_none());
    }
}

#[test]
fn what_is_lacking_is_never_passed_over() {
    let of = |rule: &str, rows: &[(&str, &str, &str)]| {
        let report = Run::of(&rates(rows)).judge(&plan_of(&[rule]));
        outcome(&report, "甲县")
    };
    let (any, all) = ("any-of = ['a', 'b']", "all-of = ['a', 'b']");
    let (met, failed, gone) =
        (("甲县", "甲率", "60,100"), ("甲县", "甲率", "59,100"), ("甲县", "乙率", "0,0"));
    let wrong = ("甲县", "乙率", "101,100");
    for (rule, rows, expected) in [
        (any, &[met][..], "met"),
        (any, &[failed], "missing"),
        (any, &[failed, wrong], "invalid"),
        (any, &[failed, gone], "not_met"),
        (all, &[met], "missing"),
        (all, &[failed], "not_met"),
        (all, &[met, wrong], "invalid"),
        (all, &[met, gone], "met"),
        (all, &[("甲县", "甲率", "0,0"), gone], "not_applicable"),
    ] {
        assert_eq!(of(rule, rows), expected, "{rule} {rows:?}");
    }
}

#[test]
fn years_before_the_last_are_judged_by_what_they_demand_of_the_parts() {
    let sent = |rate: &str, other: &str| {
        [format!("2023,甲县,甲率,,{rate},100,"), format!("2023,甲县,乙率,,{other},100,")]
    };
    // 50 + 10 × 3/5 = 56; the other has no baseline, and nothing is due of it.
    for (rate, other, any, all) in [
        ("56", "80", "met", "on_pace"),
        ("56", "79", "on_pace", "not_due"),
        ("55", "79", "not_due", "behind"),
        ("60", "80", "met", "met"),
    ] {
        for (rule, expected) in [("any-of = ['a', 'b']", any), ("all-of = ['a', 'b']", all)] {
            let report = Run::of(&sent(rate, other)).judge(&plan_of(&[rule]));
            assert_eq!(outcome(&report, "甲县"), expected, "{rule} {rate} {other}");
        }
    }
}

#[test]
fn a_waiver_of_a_part_excuses_the_part_alone_and_one_of_the_whole_the_whole() {
    let waiver = |indicator: &str| {
        format!(
            "[[waiver]]\nindicator = '{indicator}'\nregion = '甲县'\nyear = 2025\nreason = '在建'\n\
             approved-by = '局'\nexpires = 2026-01-01\n"
        )
    };
    let sent = rates(&[("甲县", "甲率", "60,100"), ("甲县", "乙率", "79,100")]);
    let plan = plan_of(&["all-of = ['a', 'b']"]);
    let of = |indicator: &str| {
        let report = Run::of(&sent).waivers(&waiver(indicator)).judge(&plan);
        let part = row(&report, "b", "甲县").unwrap().outcome().word();
        (part, outcome(&report, "甲县"))
    };
    assert_eq!(of("乙率"), ("waived", "not_met"));
    assert_eq!(of("率"), ("not_met", "waived"));
}

#[test]
fn wholes_may_be_parts_in_any_order_and_filters_keep_what_they_rest_on() {
    let rules = [
        "any-of = ['j', 'b']",
        "id = 'j'\nname = '两样'\nscope = 'each-county'\nall-of = ['a', 'c']",
    ];
    let rules = [&rules[0].replace("any-of", "scope = 'each-county'\nany-of"), rules[1]];
    let mut sent = rates(&[("甲县", "甲率", "60,100"), ("乙县", "甲率", "101,100")]);
    sent.push("2025,甲县,已建,是,,,".to_owned());
    let report = Run::of(&sent).judge(&plan_of(&rules));
    assert_eq!(outcomes(&report), ["met", "invalid", "not judged", "not judged"]);
    let asked = Run::of(&sent).indicator("率").judge(&plan_of(&rules));
    assert!(
        codes(&asked).contains(&"submission/numerator-above-denominator"),
        "{:?}",
        codes(&asked)
    );
}

#[test]
fn a_row_for_what_follows_from_others_is_an_error_and_judges_nothing() {
    for (rule, value) in
        [("any-of = ['a', 'b']", "是"), ("share-of = 'c'\noperator = '≥'\nthreshold = 50", "50%")]
    {
        let plan = plan_of(&[rule]);
        for region in ["全市", "甲县"] {
            let mut sent = rates(&[("甲县", "甲率", "60,100")]);
            sent.extend(["2025,甲县,已建,是,,,".to_owned(), "2025,乙县,已建,否,,,".to_owned()]);
            let clean = Run::of(&sent).judge(&plan);
            sent.push(format!("2025,{region},率,{value},,,"));
            let report = Run::of(&sent).judge(&plan);
            assert_eq!(outcomes(&report), outcomes(&clean), "{rule}");
            let told =
                report.diagnostics.iter().find(|it| it.code() == "judgement/not-sent").unwrap();
            assert_eq!(told.place.as_ref().unwrap().line.as_ref().unwrap().number, 5);
        }
    }
}

#[test]
fn a_share_is_of_the_counties_that_meet_the_part_and_unknown_while_one_is() {
    let share = "share-of = 'c'\noperator = '≥'\nthreshold = 50\nbaseline = 0";
    let plan = plan_of(&[share]);
    for (year, one, other, expected, value) in [
        (2025, "是", "否", "met", Some("50")),
        (2025, "否", "否", "not_met", Some("0")),
        (2025, "是", "是", "met", Some("100")),
        // It is not due in 2023, and done or not all the same.
        (2023, "否", "否", "behind", Some("0")),
        (2023, "2023-06", "否", "met", Some("50")),
        (2025, "是", "不适用", "met", Some("100")),
        (2025, "不适用", "不适用", "not_applicable", None),
        (2025, "是", "—", "missing", None),
        (2025, "是", "也许", "missing", None),
    ] {
        let sent =
            [format!("{year},甲县,已建,{one},,,无"), format!("{year},乙县,已建,{other},,,无")];
        let report = Run::of(&sent).judge(&plan);
        assert_eq!(outcome(&report, "全市"), expected, "{year} {one} {other}");
        let shown = row(&report, "i", "全市").unwrap().value().map(|it| shown::rounded(&it, 0));
        assert_eq!(shown.as_deref(), value, "{one} {other}");
        let lacks = messages(&report, "judgement/share-lacks", Lang::Zh);
        assert_eq!(lacks.len(), usize::from(expected == "missing"));
        assert!(lacks.iter().all(|told| told.contains("乙县")), "{lacks:?}");
    }
}

/// Three counties, the place of each by a rate.
fn places(operator: &str, sent: [&str; 3]) -> (String, Vec<&'static str>, Report) {
    let regions = format!("{CITY}[[region]]\ncode = '03'\nname = '丙县'\nlevel = 'county'\n");
    let part = format!(
        "id = 'a'\nname = '甲率'\nscope = 'each-county'\noperator = '{operator}'\nthreshold = 50"
    );
    let rank = "unit = '位'\nrank-of = 'a'\noperator = '≤'\nthreshold = 2";
    let plan = plan(FIVE, &regions, &[&part, rank]);
    let rows = ["甲县", "乙县", "丙县"].iter().zip(sent);
    let rows: Vec<String> = rows.map(|(of, cells)| format!("2025,{of},甲率,{cells}没有")).collect();
    let report = Run::of(&rows).judge(&plan);
    let of = ["甲县", "乙县", "丙县"].map(|of| row(&report, "i", of).unwrap());
    let value = |row: &dabiao::report::Row<'_>| {
        row.value().map_or("-".to_owned(), |it| shown::rounded(&it, 0))
    };
    let told = of.iter().map(|row| value(row) + " " + row.outcome().word());
    let told = told.collect::<Vec<_>>().join(", ");
    let found = codes(&report);
    (told, found, report)
}

#[test]
fn regions_are_ranked_by_their_values_and_alike_ones_share_the_better_place() {
    for (operator, sent, expected) in [
        ("≥", [",41,100,", ",40,100,", ",39,100,"], "1 met, 2 met, 3 not_met"),
        ("≤", [",41,100,", ",40,100,", ",39,100,"], "3 not_met, 2 met, 1 met"),
        ("<", [",1,3,", ",2,6,", ",1,4,"], "2 met, 2 met, 1 met"),
        (">", [",50,100,", ",1,2,", ",5,10,"], "1 met, 1 met, 1 met"),
        // One hundredth of a percent apart, and more than any digits that are printed.
        ("≥", [",3333,9999,", ",3334,9999,", ",33334,99999,"], "3 not_met, 1 met, 2 met"),
        ("≥", ["不适用,,,", ",40,100,", ",39,100,"], "- not_applicable, 1 met, 2 met"),
        ("≥", [",0,0,", "不适用,,,", ",39,100,"], "- not_applicable, - not_applicable, 1 met"),
        // Nobody knows who is before or behind whom.
        ("≥", ["—,,,", ",40,100,", ",39,100,"], "- missing, - missing, - missing"),
        ("≥", [",5,4,", ",40,100,", ",39,100,"], "- missing, - missing, - missing"),
    ] {
        let (told, found, report) = places(operator, sent);
        assert_eq!(told, expected, "{operator} {sent:?}");
        assert!(!found.contains(&"judgement/rounding-turns"), "{sent:?} {found:?}");
        let lacks = messages(&report, "judgement/rank-lacks", Lang::Zh);
        assert_eq!(lacks.len(), usize::from(expected.contains("missing")), "{sent:?}");
        assert!(lacks.iter().all(|told| told.contains("甲县")), "{lacks:?}");
    }
}

#[test]
fn a_place_that_rounded_values_may_turn_is_told() {
    for (sent, expected) in [
        // 39.85 rounds to 39.9 as well as to 39.8: the two may be alike.
        (["40.0%,,,", "39.9%,,,", "39.8%,,,"], 1),
        (["40.0%,,,", "39.8%,,,", "39.6%,,,"], 0),
        // Three that are printed alike: each may be the third.
        (["40%,,,", "40%,,,", "40%,,,"], 3),
        (["40%,,,", ",401,1000,", ",403,1000,"], 2),
        (["40%,,,", ",410,1000,", ",300,1000,"], 0),
        (["40.0%,,,", ",300,1000,", ",200,1000,"], 0),
    ] {
        let (_, found, report) = places("≥", sent);
        let told = found.iter().filter(|code| **code == "judgement/rounding-turns").count();
        let texts = messages(&report, "judgement/rounding-turns", Lang::Zh);
        assert!(texts.iter().all(|text| text.contains("名次在")), "{texts:?}");
        assert_eq!(told, expected, "{sent:?} {found:?}");
    }
}

/// A task that concerns 甲县 alone and of which nobody spoke keeps no other from being judged.
#[test]
fn a_part_that_does_not_concern_a_region_is_left_out_though_nobody_speaks_of_it() {
    let part = "id = 'd'\nname = '丁率'\noperator = '≥'\nthreshold = 60\napplies-to = ['甲县']\n\
        scope = 'each-county'";
    let sent = [rates(&[("乙县", "甲率", "59,100")]), rates(&[("乙县", "甲率", "60,100")])];
    for (rule, [falls_short, passes]) in [
        ("any-of = ['a', 'd']\nscope = 'each-county'", ["not_met", "met"]),
        ("all-of = ['d', 'a']\nscope = 'each-county'", ["not_met", "met"]),
    ] {
        let plan = plan_of(&[part, rule]);
        let found = sent.each_ref().map(|sent| outcome(&Run::of(sent).judge(&plan), "乙县"));
        assert_eq!(found, [falls_short, passes], "{rule}");
    }
    let share = "share-of = 'd'\noperator = '≥'\nthreshold = 50";
    let report = Run::of(&rates(&[("甲县", "丁率", "60,100")])).judge(&plan_of(&[part, share]));
    assert_eq!(outcome(&report, "全市"), "met");
}

#[test]
fn a_failure_without_a_number_is_among_what_falls_short() {
    let report = Run::of(&rates(&[("甲县", "甲率", "59,100"), ("甲县", "乙率", "79,100")]));
    let report = report.judge(&plan_of(&["any-of = ['a', 'b']"]));
    let text = render::detail(&report, Style::plain(Lang::Zh, 200));
    assert!(text.contains("甲率、乙率 任一达到"), "{text}");
}

#[test]
fn a_plan_says_what_can_be_a_part_of_what() {
    let codes = |rules: &[&str]| faults(rules).iter().map(|fault| fault.code()).collect::<Vec<_>>();
    let whole = |keys: &str| format!("id = 'w'\nname = '合'\n{keys}");
    for (keys, expected) in [
        ("any-of = ['a', 'b']", &[][..]),
        ("form = 'any-of'\nany-of = ['a', 'b']", &[]),
        ("any-of = ['a', 'x']", &["plan/unknown-id"]),
        ("any-of = ['a']", &["plan/parts-count"]),
        ("any-of = []", &["plan/parts-count"]),
        ("any-of = ['a', 'a']", &["plan/part-twice"]),
        ("any-of = ['a', 'w']", &["plan/part-of-itself"]),
        ("all-of = ['w', 'a', 'b']", &["plan/part-of-itself"]),
        ("any-of = ['a', 'b']\nall-of = ['a', 'b']", &["plan/key-of-other-form"]),
        ("any-of = ['a', 'b']\nbaseline = 3", &["plan/key-of-other-form"]),
        ("form = 'all-of'", &["plan/missing-key"]),
        // 已建 has no verdict of the city's.
        ("all-of = ['a', 'c']", &["plan/part-scope"]),
        ("scope = 'city'\nall-of = ['a', 'c']", &["plan/part-scope"]),
        ("scope = 'each-county'\nall-of = ['a', 'c']", &[]),
        ("share-of = 'c'\noperator = '≥'\nthreshold = 50", &[]),
        ("share-of = 'c'\noperator = '≥'\nthreshold = 50\nscope = 'county'", &["plan/share-scope"]),
        ("share-of = 'd'\noperator = '≥'\nthreshold = 50", &["plan/unknown-id"]),
        ("share-of = 'c'\noperator = '≥'\nthreshold = 150", &["plan/threshold-beyond-limit"]),
        (
            "share-of = 'w'\noperator = '≥'\nthreshold = 50",
            &["plan/part-scope", "plan/part-of-itself"],
        ),
    ] {
        assert_eq!(codes(&[&whole(keys)]), expected, "{keys}");
    }
    for (keys, expected) in [
        ("rank-of = 'a'", &[][..]),
        ("rank-of = 'a'\nscope = 'each-county'", &[]),
        ("rank-of = 'a'\nscope = 'county'", &["plan/rank-scope"]),
        ("rank-of = 'a'\nscope = 'city'", &["plan/rank-scope"]),
        ("rank-of = 'a'\nscope = 'total'", &["plan/rank-scope"]),
        ("rank-of = 'c'", &["plan/rank-of"]),
        ("rank-of = 'w'", &["plan/rank-of", "plan/part-of-itself"]),
        ("rank-of = 'x'", &["plan/unknown-id"]),
    ] {
        let keys = format!("{keys}\noperator = '≤'\nthreshold = 3");
        assert_eq!(codes(&[&whole(&keys)]), expected, "{keys}");
    }
    let range = "id = 'r'\nname = '区间'\noperator = 'between'\nthreshold = [3, 4]";
    assert_eq!(
        codes(&[&whole("rank-of = 'r'\noperator = '≤'\nthreshold = 3"), range]),
        ["plan/rank-of"]
    );
    let many = format!("any-of = [{}]", ["'a'"; 51].join(", "));
    assert!(codes(&[&whole(&many)]).contains(&"plan/parts-count"));
    let words = "id = 'v'\nname = '机制'\nform = 'words'";
    assert_eq!(codes(&[&whole("any-of = ['a', 'v']"), words]), ["plan/part-in-words"]);
    let same = "id = 's'\nname = '又一'\nsame-as = 'a'\noperator = '≥'\nthreshold = 60";
    assert_eq!(codes(&[&whole("any-of = ['s', 'b']"), same]), [""; 0]);
    assert_eq!(codes(&[&whole("any-of = ['s', 'a']"), same]), ["plan/part-twice"]);
    // A circle of three is told once, with the keys of the others.
    let circle = ["x", "y", "z", "x"].map(str::to_owned);
    let circle: Vec<String> = circle
        .windows(2)
        .map(|pair| format!("id = '{0}'\nname = '{0}'\nall-of = ['a', '{1}']", pair[0], pair[1]))
        .collect();
    let circle: Vec<&str> = circle.iter().map(String::as_str).collect();
    assert_eq!(codes(&circle), ["plan/parts-circle"]);
}

#[test]
fn every_circle_of_parts_is_told_in_one_run() {
    let sizes = |rules: &[(&str, &str)]| {
        let rule = |(id, parts): &(&str, &str)| {
            let parts: Vec<String> = parts.split(' ').map(|id| format!("'{id}'")).collect();
            format!("id = '{id}'\nname = '合{id}'\nany-of = [{}]", parts.join(", "))
        };
        let rules: Vec<String> = rules.iter().map(rule).collect();
        let faults = faults(&rules.iter().map(String::as_str).collect::<Vec<_>>());
        let sizes: Vec<usize> = faults.iter().map(|fault| 1 + fault.related.len()).collect();
        for (fault, size) in faults.iter().zip(&sizes) {
            let code = if *size == 1 { "plan/part-of-itself" } else { "plan/parts-circle" };
            assert_eq!(fault.code(), code, "{faults:?}");
        }
        sizes
    };
    for (rules, expected) in [
        (&[("p", "q a"), ("q", "p a"), ("r", "r a")][..], &[2, 1][..]),
        // What leads into a circle is in none; what leads into one can be in another.
        (&[("p", "q a"), ("q", "q a")], &[1]),
        (&[("p", "q r"), ("q", "q a"), ("r", "p a")], &[2, 1]),
        (&[("p", "q r"), ("q", "r a"), ("r", "p a"), ("s", "t p"), ("t", "s a")], &[3, 2]),
    ] {
        assert_eq!(sizes(rules), expected, "{rules:?}");
    }
}

#[test]
fn what_follows_from_others_is_asked_of_nobody_and_explained() {
    let share = "id = 's'\nname = '达标县比例'\nshare-of = 'c'\noperator = '≥'\nthreshold = 50";
    let plan = plan_of(&["any-of = ['a', 'b']", share]);
    let asked = dabiao::judge::template(&plan, 2025, &[], true, Default::default());
    let names: Vec<&str> = asked.items.iter().map(|item| &*item.name).collect();
    assert_eq!(names, ["甲率", "乙率", "已建"]);
    for (id, lang, expected) in [
        (3, Lang::Zh, "甲率、乙率 任一达到"),
        (3, Lang::En, "follows from the verdicts on its parts"),
        (4, Lang::Zh, "“已建”达标的县（区）"),
        (4, Lang::En, "counties that meet \"已建\""),
    ] {
        let id = dabiao::term::SeriesId(id);
        let explained = dabiao::judge::explain(&plan, id, Against::Requirement).unwrap();
        let page = render::explain(&explained, None, Style::plain(lang, 200));
        assert!(page.contains(expected), "{page}");
    }
    let found = dabiao::judge::lint(&plan).found;
    let counts = found.iter().filter(|found| found.code() == "lint/no-counts");
    assert_eq!(counts.count(), 2, "of the two rates that are sent");
}

#[test]
fn a_whole_with_a_weight_counts_all_or_nothing() {
    let plan = plan_of(&["scope = 'each-county'\nweight = 3\nany-of = ['a', 'b']"]);
    for (rate, points) in [("60,100", "100.00"), ("59,100", "0.00")] {
        let sent = rates(&[("甲县", "甲率", rate), ("甲县", "乙率", "79,100")]);
        let report = Run::of(&sent).judge(&plan);
        let county = row(&report, "i", "甲县").unwrap().region_id();
        assert_eq!(report.points(2025, county).unwrap().written().as_deref(), Some(points));
    }
}

#[test]
fn years_of_one_run_are_told_apart_and_a_share_follows_an_adjustment() {
    let rules = [
        "id = 'j'\nname = '任一'\nscope = 'each-county'\nany-of = ['a', 'c']",
        "share-of = 'j'\noperator = '≥'\nthreshold = 100\nbaseline = 0\n[[adjust]]\nindicator = 'i'\n\
         from = 2023\nthreshold = 50",
    ];
    let plan = plan_of(&rules);
    let mut sent = Vec::new();
    for (year, one, done) in [(2022, 55, "否"), (2023, 57, "是"), (2024, 50, "是")] {
        sent.extend([
            format!("{year},甲县,甲率,,{one},100,"),
            format!("{year},甲县,已建,{done},,,"),
        ]);
        let other = if year == 2024 { 50 } else { 61 };
        sent.extend([format!("{year},乙县,甲率,,{other},100,"), format!("{year},乙县,已建,否,,,")]);
    }
    let report = Run::of(&sent).threads(2).judge(&plan);
    let found = report.rows().filter(|row| ["i", "j"].contains(&&*row.indicator().id));
    let told = found.map(|row| {
        let value = row.value().map_or(String::new(), |value| shown::rounded(&value, 0));
        (row.year(), row.region().name.to_string(), row.outcome().word(), value)
    });
    let told: Vec<String> = told.map(|(y, r, o, v)| format!("{y} {r} {o} {v}")).collect();
    let expected = [
        // One of two is enough for 100 × 2/5.
        "2022 甲县 on_pace ",
        "2022 乙县 met ",
        "2022 全市 on_pace 50",
        "2023 甲县 met ",
        "2023 乙县 met ",
        "2023 全市 met 100",
        "2024 甲县 met ",
        "2024 乙县 not_due ",
        "2024 全市 met 50",
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_part_that_does_not_concern_a_region_is_left_out_there() {
    let coast = "id = 'd'\nname = '丙率'\noperator = '≥'\nthreshold = 90\napplies-to = ['11']";
    let sent = rates(&[
        ("甲县", "甲率", "60,100"),
        ("甲县", "丙率", "89,100"),
        ("乙县", "甲率", "60,100"),
    ]);
    for (rule, expected) in [
        ("all-of = ['a', 'd']", ["not_met", "met"]),
        ("any-of = ['a', 'd']", ["met", "met"]),
        ("applies-to = ['11']\nall-of = ['a', 'd']", ["not_met", "not_applicable"]),
    ] {
        let report = Run::of(&sent).judge(&plan_of(&[coast, rule]));
        assert_eq!(["甲县", "乙县"].map(|region| outcome(&report, region)), expected, "{rule}");
    }
}
