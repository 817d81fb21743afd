//! Growth that is hardly any, and figures out of all proportion with no year before to tell.

use super::*;

const GROWTH: &[&str] = &["audit/implausible-growth"];
const SCALE: &[&str] = &["audit/out-of-scale"];

/// Rows of any years before.
fn earlier(run: Run, rows: &[&str]) -> Run {
    run.history_file("before.csv", common::under(common::TOTALS, rows))
}

fn growth(row: &str) -> Vec<&'static str> {
    audited(&sheet(&[&format!("2023,甲县,{row}")]).judge(&plan("growth = 30")))
}

#[test]
fn growth_beyond_the_bound_is_found_up_and_down_and_the_bound_itself_is_let_pass() {
    for (rate, found) in [
        ("30%", false),
        ("-30%", false),
        ("30.01%", true),
        ("-30.01%", true),
        ("912%", true),
        ("9120%", true),
        ("-88.6%", true),
        ("0%", false),
        // A hundredth of the bound, and what is just above it.
        ("0.3%", true),
        ("-0.30%", true),
        ("0.3001%", false),
        ("6.2%", false),
        ("-0.4%", false),
    ] {
        for name in ["收入年均增长", "GDP年均增长率"] {
            let expected = if found { GROWTH } else { &[] };
            assert_eq!(growth(&format!("{name},{rate},,,,")), expected, "{name} {rate}");
        }
    }
    let unbound = |row: &str| audited(&sheet(&[&format!("2023,甲县,{row}")]).judge(&plan("")));
    assert_eq!(unbound("收入年均增长,912%,,,,"), [""; 0], "a plan without a bound");
}

#[test]
fn what_looks_like_an_index_or_a_fraction_is_called_so() {
    for (rate, likely) in [
        ("106.2", "6.2%"),
        ("106.20%", "6.20%"),
        ("93.8", "-6.2%"),
        ("130", "30%"),
        ("0.062%", "6.2%"),
        ("-0.05%", "-5%"),
    ] {
        let report =
            sheet(&[&format!("2023,甲县,收入年均增长,{rate},,,,")]).judge(&plan("growth = 30"));
        for lang in [Lang::Zh, Lang::En] {
            let message = &messages(&report, GROWTH[0], lang)[0];
            assert!(message.contains(likely), "{message}");
        }
    }
    assert_eq!(growth("收入年均增长,0.31%,,,,"), [""; 0], "31% is no growth either");
}

#[test]
fn what_is_far_from_the_plans_own_figures_is_found() {
    for (row, found) in [
        // At least 100 a year.
        ("培训人次,100000,,,,", true),
        ("培训人次,99999,,,,", false),
        ("培训人次,1,,,,", false),
        // 900 homes in all, of which a part may be few.
        ("改造户数,900000,,,,", true),
        ("改造户数,1,,,,", false),
        ("改造户数,,,,1234567,", true),
        // 3.2 on average.
        ("医师数,3200,,,,", true),
        ("医师数,0.0032,,,,", true),
        ("医师数,0.0033,,,,", false),
        ("医师数,0,,,,", false),
        ("就业率,0.04%,,,,", false),
    ] {
        let expected = if found { SCALE } else { &[] };
        assert_eq!(one(row), expected, "{row}");
    }
}

#[test]
fn what_is_far_from_the_other_counties_is_found() {
    let counties = ["甲县", "乙县", "丙县", "丁县"];
    let regions: String = (1..)
        .zip(counties)
        .map(|(at, name)| {
            format!("[[region]]\ncode = '1{at}'\nname = '{name}'\nlevel = 'county'\n")
        })
        .collect();
    let plan = common::load(&format!(
        "[plan]\nid = 'p'\ntitle = '规划'\nbaseline-year = 2020\nfirst-year = 2021\n\
         target-year = 2025\n{regions}[[indicator]]\nid = 'rate'\nname = '就业率'\n\
         attribute = '任务'\nunit = '%'\ncount-unit = '人'\nnumerator = 'n'\ndenominator = 'd'\n\
         operator = '≥'\nthreshold = 60\n"
    ));
    let found = |denominators: &[&str]| {
        let rows: Vec<String> = counties
            .iter()
            .zip(denominators)
            .map(|(name, of)| format!("2023,{name},就业率,,1,{of},,"))
            .collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        audited(&sheet(&rows).judge(&plan)).len()
    };
    assert_eq!(found(&["33480", "15802", "9413", "5"]), 1);
    assert_eq!(found(&["33480", "15802", "9413", "9"]), 1);
    assert_eq!(found(&["33480", "15802", "9413", "10"]), 0, "a small county");
    assert_eq!(found(&["33480", "15802", "9413", "158020001"]), 1);
    assert_eq!(found(&["33480", "3"]), 0, "two have nothing usual");
}

#[test]
fn of_a_large_roster_every_county_that_sent_is_looked_at() {
    let roster: String =
        (0..30_000).map(|at| format!("{},第{at}县,county,\n", 100_000 + at)).collect();
    let plan = common::load_with_roster(
        "[plan]\nid = 'p'\ntitle = '规划'\nbaseline-year = 2020\nfirst-year = 2021\n\
         target-year = 2025\nroster = 'r.csv'\n[[indicator]]\nid = 'rate'\nname = '就业率'\n\
         attribute = '任务'\nunit = '%'\ncount-unit = '人'\nnumerator = 'n'\ndenominator = 'd'\n\
         operator = '≥'\nthreshold = 60\n",
        &format!("code,name,level,within\n{roster}"),
    );
    for sent in [4usize, 11, 100] {
        let of = |at: usize| if at == sent - 1 { "3" } else { "33480" };
        let rows: Vec<String> =
            (0..sent).map(|at| format!("2023,第{at}县,就业率,,1,{},,", of(at))).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        assert_eq!(audited(&sheet(&rows).judge(&plan)), SCALE, "{sent}");
    }
}

#[test]
fn a_county_is_held_against_what_is_written_for_it_and_not_against_the_whole() {
    let plan = |rule: &str| {
        common::load(&format!(
            "[plan]\nid = 'p'\ntitle = '规划'\nbaseline-year = 2020\nfirst-year = 2021\n\
             target-year = 2025\n[[region]]\ncode = '10'\nname = '全市'\nlevel = 'city'\n\
             [[region]]\ncode = '11'\nname = '甲县'\nlevel = 'county'\n\
             [[region]]\ncode = '12'\nname = '乙县'\nlevel = 'county'\n\
             [[indicator]]\nid = 'beds'\nname = '床位数'\nattribute = '任务'\nunit = '张'\n\
             operator = '≥'\n{rule}\n"
        ))
    };
    let divided = plan(
        "threshold = 900000\nregions = { '11' = { threshold = 300 }, '12' = { threshold = 899000 } }",
    );
    let one_of_two = plan("threshold = 900000");
    let adjusted = plan(
        "threshold = 900000\n[[adjust]]\nindicator = 'beds'\nfrom = 2023\nthreshold = 900\n\
         cite = 'x'",
    );
    for (plan, region, value, found) in [
        (&divided, "甲县", "310", false),
        (&divided, "甲县", "300000", true),
        (&divided, "甲县", "0.3", true),
        (&divided, "乙县", "310", true),
        (&divided, "全市", "310", true),
        // One of two counties: half of a thousandth.
        (&one_of_two, "甲县", "451", false),
        (&one_of_two, "甲县", "450", true),
        (&adjusted, "甲县", "451", false),
        (&adjusted, "甲县", "900000", true),
        (&adjusted, "甲县", "1", false),
    ] {
        let rows = [format!("2023,{region},床位数,{value},,,,")];
        let report = sheet(&[rows[0].as_str()]).judge(plan);
        let is_found = audited(&report).contains(&SCALE[0]);
        assert_eq!(is_found, found, "{region} {value} of {:?}", plan.indicators[0].target);
    }
}

#[test]
fn a_jump_from_the_year_before_is_not_told_twice() {
    let found = two("培训人次,120,,,,", "培训人次,1200000,,,,", "");
    assert_eq!(found, ["audit/jump-of-scale"]);
}

#[test]
fn figures_of_the_history_are_audited_as_those_under_check() {
    // 40.5 people are no baseline, and no year of a sum.
    let run = |then: &str, now: &str| {
        let run = sheet(&[&format!("2023,甲县,{now}")]);
        earlier(run, &[then]).judge(&plan("growth = 30"))
    };
    for (then, now) in [
        ("2022,甲县,培训人次,40.5,,,,", "培训人次,120,,,,"),
        ("2021,甲县,改造户数,40.5,,,,", "改造户数,120,,,,"),
        ("2020,甲县,培训人次,120.25,,,,", "培训人次,120,,,,"),
    ] {
        let report = run(then, now);
        let found = found(&report, "audit/fraction-of-a-person");
        assert_eq!((status(found), report.exit), (&AuditStatus::Hard, Exit::Incomplete), "{then}");
        assert_eq!(&*found.place.as_ref().unwrap().file, "before.csv");
    }
    let report = run("2022,甲县,收入年均增长,912%,,,,", "收入年均增长,6%,,,,");
    assert_eq!(audited(&report), GROWTH);
}

#[test]
fn a_total_is_not_held_against_one_that_is_invalid_itself() {
    let history = ["2021,甲县,改造户数,180,,,,", "2022,甲县,改造户数,200,,,720,"];
    let run = sheet(&["2023,甲县,改造户数,,,,400,"]);
    let report = earlier(run, &history).judge(&plan(""));
    assert_eq!(audited(&report), [""; 0], "720 is not 180 and 200");
    // Nor against one that an audit made invalid.
    let history = ["2022,甲县,改造户数,,,,420.5,"];
    let run = sheet(&["2023,甲县,改造户数,,,,400,"]);
    assert_eq!(audited(&earlier(run, &history).judge(&plan(""))), ["audit/fraction-of-a-person"]);
    // Against one that is right it is.
    let history = ["2021,甲县,改造户数,180,,,,", "2022,甲县,改造户数,240,,,420,"];
    let run = sheet(&["2023,甲县,改造户数,,,,400,"]);
    assert_eq!(audited(&earlier(run, &history).judge(&plan(""))), ["audit/sum-falls"]);
}
