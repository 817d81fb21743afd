//! 层级: provinces, cities, counties and townships in one plan, each rolled up from what lies
//! below.

use std::fmt::Write;

use dabiao::diagnostic::{PlanProblem, Problem};
use dabiao::plan::{Role, RuleFile};
use dabiao::report::Report;

use super::*;
use crate::common::load_with_roster;

const HEAD: &str = "[plan]\nid = 'p'\ntitle = '示例规划'\nbaseline-year = 2020\nfirst-year = 2021\n\
    target-year = 2025\nroster = 'r.csv'\n\n[audit]\nallow = ['audit/fraction-of-a-person', \
    'audit/sum-falls', 'audit/same-as-last-year', 'audit/baseline-of-the-parent', \
    'audit/denominators-differ', 'audit/round-figures', 'audit/jump-of-scale', \
    'audit/out-of-scale', 'audit/city-disagrees']\n";

const RATE: &str = "\n[[indicator]]\nid = 'rate'\nname = '率'\nattribute = '约束性'\nunit = '%'\n\
    numerator = '有'\ndenominator = '全'\ncount-unit = '人'\nbaseline = 50\noperator = '≥'\n\
    threshold = 60\n";

/// A ratio, a sum over the years, a count, and milestones that all or any have to reach.
const RULES: &str = "\n[[indicator]]\nid = 'homes'\nname = '户数'\nattribute = '任务'\nunit = '户'\n\
    form = 'sum'\noperator = '≥'\nthreshold = 50\n\
    \n[[indicator]]\nid = 'beds'\nname = '床位'\nattribute = '预期性'\nunit = '张'\nbaseline = 1\n\
    operator = '≥'\nthreshold = 20\n\
    \n[[indicator]]\nid = 'all'\nname = '都'\nattribute = '任务'\nform = 'milestone'\ndue = 2023\n\
    \n[[indicator]]\nid = 'any'\nname = '有'\nattribute = '任务'\nform = 'milestone'\ndue = 2023\n\
    roll-up = 'any'\n";

/// Two cities with counties, one without, a county without a city, and townships in one county.
const REGIONS: &str = "code,name,level,within\n33,某省,province,\n3301,东市,city,33\n\
    330101,甲县,county,3301\n330102,乙县,county,3301\n3302,西市,city,33\n330201,丙县,county,3302\n\
    330202,丁县,county,\n,新区,area,330201\n3303,南市,city,\n339001,直管县,county,33\n";

fn plan_of(rules: &str, roster: &str) -> Plan {
    load_with_roster(&format!("{HEAD}{rules}"), roster)
}

fn faults(rules: &str, roster: &str) -> Vec<&'static str> {
    let file = RuleFile::new("plan.toml", format!("{HEAD}{rules}").into_bytes());
    let loaded = Plan::load(&[file], &mut |_, _| Ok(roster.as_bytes().to_vec()));
    loaded.err().unwrap_or_default().iter().map(|found| found.code()).collect()
}

fn outcome_of(report: &Report, indicator: &str, region: &str) -> String {
    row(report, indicator, region).map_or("", |row| row.outcome().word()).to_owned()
}

#[test]
fn each_level_is_rolled_up_from_the_one_below_and_what_has_no_parts_sends_itself() {
    let plan = plan_of(RATE, REGIONS);
    let rows = ["330101", "330102", "330201", "丁县", "南市", "直管县"];
    let rows: Vec<String> = rows
        .iter()
        .zip([56, 57, 40, 70, 80, 50])
        .map(|(of, n)| format!("2023,{of},率,,{n},100,"))
        .collect();
    let report = Run::of(&rows).judge(&plan);
    let counts = |region: &str| {
        row(&report, "rate", region).and_then(|row| row.counts()).map(|(n, d)| format!("{n}/{d}"))
    };
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(counts("东市"), text("113/200"));
    assert_eq!(counts("西市"), text("110/200"));
    assert_eq!(counts("某省"), text("353/600"));
    let expected = ["on_pace", "behind", "met", "on_pace", "behind", "on_pace"];
    let regions = ["东市", "西市", "南市", "甲县", "直管县", "某省"];
    assert_eq!(regions.map(|region| outcome_of(&report, "rate", region)), expected);
    assert_eq!(codes(&report), [""; 0]);
    let levels = json(&report)["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|result| result["region"]["level"].as_str().unwrap().to_owned())
        .collect::<Vec<_>>();
    assert_eq!(
        levels,
        ["province", "city", "county", "county", "city", "county", "county", "city", "county"]
    );
}

#[test]
fn a_scope_names_the_lowest_level_that_has_verdicts() {
    let role = |scope: &str, region: &str| {
        let plan = plan_of(&format!("{RATE}scope = '{scope}'\n"), REGIONS);
        let id = plan.regions.iter().position(|it| &*it.name == region).unwrap();
        let role = plan.roles(&plan.indicators[0])[id];
        (role, plan.indicators[0].scope.judges(role))
    };
    for (scope, region, expected) in [
        ("county", "甲县", (Role::Part, true)),
        ("county", "东市", (Role::Between, true)),
        ("county", "南市", (Role::Part, true)),
        ("county", "某省", (Role::Whole, true)),
        ("city", "甲县", (Role::Below, false)),
        ("city", "东市", (Role::Part, true)),
        ("city", "直管县", (Role::Part, true)),
        ("city", "某省", (Role::Whole, true)),
        ("province", "某省", (Role::Whole, true)),
        ("province", "东市", (Role::Below, false)),
        ("each-city", "东市", (Role::Part, true)),
        ("each-city", "某省", (Role::Whole, false)),
        ("each-county", "甲县", (Role::Part, true)),
        ("each-county", "东市", (Role::Between, false)),
        ("total", "甲县", (Role::Part, false)),
        ("total", "东市", (Role::Between, false)),
        ("total", "某省", (Role::Whole, true)),
    ] {
        assert_eq!(role(scope, region), expected, "{scope} {region}");
    }
}

#[test]
fn a_gap_is_told_where_it_is_and_the_own_row_of_a_level_between_stands_in_for_it() {
    let plan = plan_of(RATE, REGIONS);
    let rows =
        ["330101", "330201", "丁县", "南市", "直管县"].map(|of| format!("2023,{of},率,,60,100,"));
    let report = Run::of(&rows).judge(&plan);
    let regions = ["乙县", "东市", "西市", "某省"];
    let outcomes = |report: &Report| regions.map(|region| outcome_of(report, "rate", region));
    assert_eq!(outcomes(&report), ["missing", "missing", "met", "missing"]);
    let told = messages(&report, "judgement/no-roll-up", Lang::Zh);
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(told.iter().any(|it| it.contains("乙县没有") && it.contains("东市须")), "{told:#?}");
    assert!(told.iter().any(|it| it.contains("东市没有") && it.contains("某省须")), "{told:#?}");
    let with_own = [&rows[..], &["2023,东市,率,,113,200,".to_owned()]].concat();
    let report = Run::of(&with_own).judge(&plan);
    assert_eq!(
        outcomes(&report),
        ["missing", "on_pace", "met", "on_pace"].map(|it| if it == "on_pace" {
            "on_pace"
        } else {
            it
        })
    );
    let counts = row(&report, "rate", "某省").and_then(|row| row.counts());
    assert_eq!(counts.map(|(n, d)| format!("{n}/{d}")).as_deref(), Some("353/600"));
}

/// Numbers that look as if they were drawn by chance, the same in every run.
struct Drawn(u64);

impl Drawn {
    fn below(&mut self, end: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// What one county sends of one year, whatever it may be.
fn sent(drawn: &mut Drawn, of: &str, year: u16) -> Vec<String> {
    let mut rows = Vec::new();
    let (n, d) = (drawn.below(60), 60 + drawn.below(40));
    let kind = drawn.below(12);
    match kind {
        0 => {}
        1 => rows.push(format!("{year},{of},率,不适用,,,没有")),
        2 => rows.push(format!("{year},{of},率,—,,,")),
        3 => rows.push(format!("{year},{of},率,55.5%,,,")),
        4 => rows.push(format!("{year},{of},率,怪,,,")),
        _ => rows.push(format!("{year},{of},率,,{n},{d},")),
    }
    match drawn.below(10) {
        0 => {}
        1 => rows.push(format!("{year},{of},户数,不适用,,,没有")),
        _ => rows.push(format!("{year},{of},户数,{},,,", drawn.below(30))),
    }
    match drawn.below(10) {
        0 => rows.push(format!("{year},{of},床位,不适用,,,没有")),
        _ => rows.push(format!("{year},{of},床位,{},,,", drawn.below(30))),
    }
    for name in ["都", "有"] {
        match drawn.below(8) {
            0 => {}
            1 => rows.push(format!("{year},{of},{name},不适用,,,没有")),
            at => rows
                .push(format!("{year},{of},{name},{},,,", if at % 2 == 0 { "是" } else { "否" })),
        }
    }
    rows
}

/// Outcome, value, counts and requirement of each verdict on these regions.
fn verdicts(report: &Report, regions: &[&str]) -> String {
    let mut told = String::new();
    for row in report.rows().filter(|row| regions.contains(&&*row.region().name)) {
        let requirement =
            row.requirement().map(|it| format!("{:?} {:?}", it.condition, it.baseline));
        let counts = row.counts().map(|(n, d)| format!("{n}/{d}"));
        writeln!(
            told,
            "{} {} {} {:?} {counts:?} {requirement:?}",
            row.indicator().id,
            &*row.region().name,
            row.outcome().word(),
            row.value(),
        )
        .unwrap();
    }
    let mut lines: Vec<&str> = told.lines().collect();
    lines.sort_unstable();
    lines.join("\n")
}

/// The naive evaluation of a level is a plan of its own: a city with its counties, and a
/// province with all counties right below it.
#[test]
fn a_city_in_a_province_is_judged_as_alone_and_the_province_as_all_of_its_counties() {
    type Named = (&'static str, &'static str);
    const CITIES: [(&str, &str, &[Named]); 3] = [
        ("3301", "东市", &[("330101", "甲县"), ("330102", "乙县")]),
        ("3302", "西市", &[("330201", "丙县"), ("330202", "丁县"), ("330203", "戊县")]),
        ("3303", "南市", &[("330301", "己县")]),
    ];
    let line = |(code, name): &(&str, &str), level: &str, within: &str| {
        format!("{code},{name},{level},{within}\n")
    };
    let header = "code,name,level,within\n";
    let mut deep = format!("{header}33,某省,province,\n");
    let mut flat = format!("{header}33,某省,city,\n");
    let mut cities = Vec::new();
    for (code, name, counties) in CITIES {
        deep += &line(&(code, name), "city", "");
        let mut alone = format!("{header}{code},{name},city,\n");
        for county in counties {
            deep += &line(county, "county", "");
            flat += &line(county, "county", "33");
            alone += &line(county, "county", code);
        }
        let names: Vec<&str> = counties.iter().map(|(_, name)| *name).chain([name]).collect();
        cities.push((plan_of(&format!("{RATE}{RULES}"), &alone), names));
    }
    let deep = plan_of(&format!("{RATE}{RULES}"), &deep);
    let flat = plan_of(&format!("{RATE}{RULES}"), &flat);
    let mut drawn = Drawn(7);
    let (mut whole, mut met) = (0, 0);
    for round in 0..40 {
        let mut of_city: Vec<[Vec<String>; 2]> = Vec::new();
        for (_, _, counties) in CITIES {
            let mut both = [Vec::new(), Vec::new()];
            for (_, name) in counties {
                both[0].extend(sent(&mut drawn, name, 2023));
                for year in [2020, 2021, 2022] {
                    both[1].extend(sent(&mut drawn, name, year));
                }
            }
            of_city.push(both);
        }
        let run = |of: &[[Vec<String>; 2]]| {
            let [now, before] =
                [0, 1].map(|at| of.iter().flat_map(|both| both[at].clone()).collect::<Vec<_>>());
            Run::of(&now).history(&before)
        };
        let report = run(&of_city).judge(&deep);
        for ((plan, names), of) in cities.iter().zip(&of_city) {
            let alone = run(std::slice::from_ref(of)).judge(plan);
            assert_eq!(verdicts(&report, names), verdicts(&alone, names), "{round} {names:?}");
        }
        let flat = run(&of_city).judge(&flat);
        let of_all = verdicts(&report, &["某省"]);
        assert_eq!(of_all, verdicts(&flat, &["某省"]), "{round}\n{}", table(&report, Lang::Zh));
        whole += of_all.matches("Some").count();
        met += of_all.matches(" met ").count();
    }
    assert!(whole > 80 && met > 5, "{whole} {met}");
}

#[test]
fn a_level_narrows_the_run_and_what_lies_outside_is_counted() {
    use dabiao::term::Level;
    let plan = plan_of(RATE, REGIONS);
    let rows = ["330101", "330102", "330201", "丁县", "南市", "直管县"]
        .map(|of| format!("2023,{of},率,,{},100,", if of == "330201" { 40 } else { 60 }));
    let asked = |levels: &[Level], region: Option<&str>| {
        let mut run = Run::of(&rows).levels(levels);
        if let Some(region) = region {
            run = run.region(region);
        }
        let report = run.judge(&plan);
        let names = report.rows().map(|row| row.region().name.to_string()).collect::<Vec<_>>();
        let outside = codes(&report).contains(&"judgement/outside");
        (names.join(" "), report.exit.code(), outside)
    };
    // What passes outside is not told of.
    let told = |names: &str, exit| (names.to_owned(), exit, names != "西市 丙县 丁县");
    assert_eq!(asked(&[Level::City], None), told("东市 西市 南市", 1));
    assert_eq!(asked(&[Level::Province], None), told("某省", 0));
    assert_eq!(asked(&[Level::County], Some("东市")), told("甲县 乙县", 0));
    assert_eq!(asked(&[Level::County, Level::City], Some("西市")), told("西市 丙县 丁县", 1));
    assert_eq!(asked(&[Level::City], Some("某省")), told("东市 西市 南市", 1));
    assert_eq!(asked(&[], Some("东市")), told("东市", 0));
    assert_eq!(asked(&[Level::Township], None).1, 3);
}

#[test]
fn regions_of_several_levels_have_to_lie_somewhere() {
    let faults = |roster: &str, rule: &str| faults(&format!("{RATE}{rule}"), roster);
    let province = "code,name,level,within\n33,某省,province,\n3301,东市,city,\n";
    for (more, rule, expected) in [
        ("330101,甲县,county,\n", "", &[][..]),
        ("33010100,甲县,county,\n", "", &[]),
        ("x1,甲县,county,东市\n", "", &[]),
        ("440101,甲县,county,\n", "", &["plan/regions-nowhere"]),
        ("甲,甲县,county,\n", "", &["plan/regions-nowhere"]),
        ("330101,甲县,county,\n440101,乙县,county,\n", "", &["plan/regions-nowhere"]),
        ("330101,甲县,county,\n", "scope = 'township'\n", &["plan/scope-level"]),
        ("330101,甲县,county,\n", "scope = 'each-township'\n", &["plan/scope-level"]),
        ("330101,甲县,county,\n330101001,某街道,township,\n", "scope = 'township'\n", &[]),
    ] {
        assert_eq!(faults(&format!("{province}{more}"), rule), expected, "{more} {rule}");
    }
    let cities = "code,name,level,within\n01,甲市,city,\n02,乙市,city,\n0101,丙县,county,01\n";
    assert_eq!(faults(cities, ""), ["plan/two-cities"]);
}

/// Each province of a country is a whole, and holds the rows that all in it share.
#[test]
fn several_provinces_are_wholes_side_by_side() {
    let roster = "code,name,level,within\n33,浙省,province,\n3301,东市,city,33\n330101,甲县,county,3301\n\
        44,粤省,province,\n4401,西市,city,44\n440101,乙县,county,4401\n";
    let rules = "\n[[reference]]\nid = 'average'\nname = '全省平均'\nunit = '%'\nshared = true\n\
        \n[[indicator]]\nid = 'growth'\nname = '增速'\nattribute = '预期性'\nunit = '%'\noperator = '≥'\n\
        reference = 'average'\nscope = 'each-county'\n\
        \n[[indicator]]\nid = 'law'\nname = '办法'\nattribute = '任务'\nform = 'milestone'\nscope = 'province'\n";
    let plan = plan_of(&format!("{RATE}{rules}"), roster);
    assert_eq!(plan.city, None);
    let rows = [
        "2023,甲县,率,,60,100,",
        "2023,乙县,率,,40,100,",
        "2023,浙省,全省平均,5%,,,",
        "2023,粤省,全省平均,6%,,,",
        "2023,甲县,增速,5.5%,,,",
        "2023,乙县,增速,5.5%,,,",
        "2023,浙省,办法,是,,,",
        "2023,甲县,办法,是,,,",
    ];
    let report = Run::of(&rows).judge(&plan);
    let of =
        |indicator: &str, regions: [&str; 2]| regions.map(|it| outcome_of(&report, indicator, it));
    assert_eq!(of("rate", ["浙省", "粤省"]), ["met", "behind"]);
    assert_eq!(of("growth", ["甲县", "乙县"]), ["met", "not_met"]);
    assert_eq!(of("law", ["浙省", "粤省"]), ["met", ""]);
    assert!(codes(&report).contains(&"judgement/out-of-scope"));
}

/// The row of a city holds for all in it; the province and what lies in no city have their own.
#[test]
fn a_level_between_shares_its_rows_with_all_that_lies_within() {
    let rule = |by: &str, scope: &str| {
        format!(
            "\n[[reference]]\nid = 'average'\nname = '平均'\nunit = '%'\n{by}\n\
             \n[[indicator]]\nid = 'growth'\nname = '增速'\nattribute = '任务'\nunit = '%'\n\
             operator = '≥'\nreference = 'average'\nscope = '{scope}'\n"
        )
    };
    let shares = ["3301,平均,5%", "3302,平均,6%", "339001,平均,4%", "33,平均,7%"];
    let sent = ["330101", "330102", "330201", "339001", "3301", "33", "新区"];
    let rows: Vec<String> = shares
        .iter()
        .map(|row| (*row).to_owned())
        .chain(sent.iter().map(|of| format!("{of},增速,5.5%")))
        .map(|row| format!("2023,{row},,,"))
        .collect();
    let regions = ["甲县", "乙县", "丙县", "直管县", "东市", "某省", "新区"];
    let ended = |by: &str, scope: &str, rows: &[String]| {
        let report = Run::of(rows).judge(&plan_of(&rule(by, scope), REGIONS));
        let found = regions.map(|of| outcome_of(&report, "growth", of));
        (found, certain(&report).contains(&"judgement/shared-conflict"))
    };
    let by_city = ["met", "met", "not_met", "met", "met", "not_met", "not_met"];
    assert_eq!(ended("shared-by = 'city'", "county", &rows), (by_city.map(str::to_owned), false));
    let of_counties = ["met", "met", "not_met", "met", "", "", "not_met"].map(str::to_owned);
    assert_eq!(ended("shared-by = 'city'", "each-county", &rows), (of_counties, false));
    // A county of a city that sends another figure than the city's is not judged.
    let conflict = [&rows[..], &["2023,乙县,平均,5.1%,,,".to_owned()]].concat();
    let (found, is_told) = ended("shared-by = 'city'", "county", &conflict);
    assert_eq!((&*found[0], &*found[1], is_told), ("met", "invalid", true));
    // The topmost shares with all, however that is written; and a city's other figure conflicts.
    for by in ["shared = true", "shared-by = 'province'"] {
        let all = ["not_met", "not_met", "not_met", "invalid", "invalid", "not_met", "not_met"];
        assert_eq!(ended(by, "county", &rows), (all.map(str::to_owned), true), "{by}");
    }
    let faulty = rule("shared-by = 'township'", "county");
    assert_eq!(faults(&faulty, REGIONS), ["plan/scope-level"]);
}

/// Each city's share is of its own counties, the province's of all; a city that has none and a
/// county without a city have no share.
#[test]
fn a_share_is_judged_on_the_levels_that_its_scope_names() {
    let rule = |scope: &str| {
        format!(
            "{RATE}\n[[indicator]]\nid = 'share'\nname = '达标比例'\nattribute = '任务'\nunit = '%'\n\
             share-of = 'rate'\noperator = '≥'\nthreshold = 50\nbaseline = 0\n{scope}"
        )
    };
    let rows: Vec<String> = ["330101", "330102", "330201", "丁县", "南市", "直管县"]
        .iter()
        .zip([60, 59, 40, 50, 80, 60])
        .map(|(of, n)| format!("2025,{of},率,,{n},100,"))
        .collect();
    let regions = ["东市", "西市", "南市", "直管县", "某省", "甲县"];
    let ended = |scope: &str, rows: &[String]| {
        let report = Run::of(rows).judge(&plan_of(&rule(scope), REGIONS));
        regions.map(|of| outcome_of(&report, "share", of))
    };
    // 1 of 2, 0 of 2, none, none, 3 of 6.
    for (scope, expected) in [
        ("", ["", "", "", "", "met", ""]),
        ("scope = 'province'\n", ["", "", "", "", "met", ""]),
        ("scope = 'city'\n", ["met", "not_met", "", "", "met", ""]),
        ("scope = 'each-city'\n", ["met", "not_met", "", "", "", ""]),
    ] {
        assert_eq!(ended(scope, &rows), expected.map(str::to_owned), "{scope}");
    }
    // What a city lacks, its province lacks too, and no other city.
    let expected = ["missing", "not_met", "", "", "missing", ""].map(str::to_owned);
    assert_eq!(ended("scope = 'city'\n", &rows[1..]), expected);
    for scope in ["county", "each-county", "total"] {
        let found = faults(&rule(&format!("scope = '{scope}'\n")), REGIONS);
        assert!(found.contains(&"plan/share-scope"), "{scope}: {found:?}");
    }
    let of_cities =
        rule("scope = 'city'\n").replace("threshold = 60", "threshold = 60\nscope = 'city'");
    assert_eq!(faults(&of_cities, REGIONS), ["plan/part-scope"]);
}

#[test]
fn a_share_is_explained_by_the_level_that_is_counted() {
    let townships =
        format!("{REGIONS}330101001,一镇,township,330101\n330101002,二镇,township,330101\n");
    for (scope, roster, zh, en) in [
        ("", REGIONS, "“率”达标的县（区）", "counties that meet \"率\""),
        ("scope = 'city'\n", REGIONS, "“率”达标的市", "cities that meet \"率\""),
        ("", &*townships, "“率”达标的乡镇（街道）", "townships that meet \"率\""),
    ] {
        let share = "\n[[indicator]]\nid = 'share'\nname = '达标比例'\nattribute = '任务'\n\
            unit = '%'\nshare-of = 'rate'\noperator = '≥'\nthreshold = 50\n";
        let plan = plan_of(&format!("{RATE}{scope}{share}"), roster);
        let id = dabiao::term::SeriesId(1);
        let rule = dabiao::judge::explain(&plan, id, Against::Requirement).unwrap();
        for (lang, counted) in [(Lang::Zh, zh), (Lang::En, en)] {
            let page = render::explain(&rule, None, Style::plain(lang, 200));
            assert!(page.contains(counted), "{scope}: {page}");
        }
    }
}

/// Counties are ranked among all of the province, cities among cities; areas are in no ranking.
#[test]
fn regions_are_ranked_among_those_of_their_level() {
    let rule = |scope: &str| {
        format!(
            "{RATE}\n[[indicator]]\nid = 'place'\nname = '名次'\nattribute = '预期性'\nunit = '位'\n\
             rank-of = 'rate'\noperator = '≤'\nthreshold = 2\n{scope}"
        )
    };
    let rows: Vec<String> = ["330101", "330102", "330201", "丁县", "南市", "直管县", "新区"]
        .iter()
        .zip([60, 59, 40, 50, 80, 70, 99])
        .map(|(of, n)| format!("2025,{of},率,,{n},100,"))
        .collect();
    let regions =
        ["甲县", "乙县", "丙县", "丁县", "直管县", "东市", "西市", "南市", "某省", "新区"];
    // 南市 has no counties and stands among those that send; by city it is first, then the county
    // without a city, then 东市 with 119/200.
    for (scope, expected) in [
        ("", "3 4 6 5 2 - - 1 - -"),
        ("scope = 'each-county'\n", "3 4 6 5 2 - - 1 - -"),
        ("scope = 'each-city'\n", "- - - - 2 3 4 1 - -"),
    ] {
        let report = Run::of(&rows).judge(&plan_of(&rule(scope), REGIONS));
        let place = |of: &&str| {
            let value = row(&report, "place", of).and_then(|row| row.value());
            value.map_or("-".to_owned(), |value| shown::rounded(&value, 0))
        };
        let told: Vec<String> = regions.iter().map(place).collect();
        assert_eq!(told.join(" "), expected, "{scope}");
    }
}

/// What sends has a target or lies in what has one, and what lies beside one that has, has too.
#[test]
fn where_targets_are_required_none_is_left_out_on_any_level() {
    let lacking = |own: &str| -> Vec<String> {
        let rule = format!("{HEAD}{RATE}by-region = 'required'\nregions = {{ {own} }}\n");
        let file = RuleFile::new("plan.toml", rule.into_bytes());
        let roster = REGIONS.replace(",新区,area,330201\n", "");
        let loaded = Plan::load(&[file], &mut |_, _| Ok(roster.as_bytes().to_vec()));
        let faults = loaded.err().unwrap_or_default();
        let names = faults.iter().flat_map(|fault| match &fault.problem {
            Problem::Plan(PlanProblem::RegionsWithoutTarget { regions, .. }) => regions.clone(),
            problem => panic!("{problem:?}"),
        });
        names.map(|name| name.to_string()).collect()
    };
    let of = |names: &[&str]| {
        let targets = names.iter().map(|name| format!("'{name}' = {{ threshold = 55 }}"));
        lacking(&targets.collect::<Vec<_>>().join(", "))
    };
    let top = ["东市", "西市", "南市", "直管县"];
    for (own, expected) in [
        // To the cities; to the counties; to both, and where one is left out.
        (&top[..], &[][..]),
        (&["甲县", "乙县", "丙县", "丁县", "南市", "直管县"], &[]),
        (&["东市", "西市"], &["南市", "直管县"]),
        (&["东市", "西市", "南市", "直管县", "甲县"], &["乙县"]),
        (&["甲县", "乙县"], &["丙县", "丁县", "南市", "直管县"]),
        (&[], &["甲县", "乙县", "丙县", "丁县", "南市", "直管县"]),
    ] {
        assert_eq!(of(own), expected, "{own:?}");
    }
}

#[test]
fn provinces_add_up_to_a_nation_as_cities_to_a_province() {
    let provinces = "33,浙省,province,\n44,粤省,province,\n3301,东市,city,\n330101,甲县,county,\n\
        4401,西市,city,\n440101,乙县,county,\n440102,丙县,county,\n";
    for nation in ["100000,全国,nation,\n", "00,全国,nation,\n", "86,中华,nation,\n"] {
        let roster = format!("code,name,level,within\n{nation}{provinces}");
        let name = nation.split(',').nth(1).unwrap();
        let each = "\n[[indicator]]\nid = 'law'\nname = '条例'\nattribute = '任务'\nform = 'milestone'\n\
            scope = 'each-province'\n\
            \n[[indicator]]\nid = 'act'\nname = '法律'\nattribute = '任务'\nform = 'milestone'\nscope = 'nation'\n";
        let plan = plan_of(&format!("{RATE}{each}"), &roster);
        let rows = [
            "2023,甲县,率,,60,100,",
            "2023,乙县,率,,50,100,",
            "2023,丙县,率,,57,100,",
            "2023,浙省,条例,是,,,",
            &format!("2023,{name},法律,是,,,"),
        ];
        let report = Run::of(&rows).judge(&plan);
        // 110/200 = 55% of 粤省 and 167/300 = 55.67% are below 56%; 60% is met.
        for (region, outcome) in [
            ("浙省", "met"),
            ("东市", "met"),
            ("粤省", "behind"),
            ("西市", "behind"),
            (name, "behind"),
        ] {
            assert_eq!(outcome_of(&report, "rate", region), outcome, "{region}");
        }
        let row = row(&report, "rate", name).unwrap();
        let counts = row.counts().map(|(part, whole)| format!("{part}/{whole}"));
        assert_eq!(counts.as_deref(), Some("167/300"));
        assert_eq!(outcome_of(&report, "law", "浙省"), "met");
        assert_eq!(
            (outcome_of(&report, "law", name), outcome_of(&report, "act", name)),
            (String::new(), "met".to_owned())
        );
    }
    // A county of no province lies nowhere, though there is a nation.
    let roster =
        format!("code,name,level,within\n00,全国,nation,\n{provinces}550101,丁县,county,\n");
    let file = RuleFile::new("plan.toml", format!("{HEAD}{RATE}").into_bytes());
    let loaded = Plan::load(&[file], &mut |_, _| Ok(roster.as_bytes().to_vec()));
    let codes: Vec<_> = loaded.err().unwrap_or_default().iter().map(|it| it.code()).collect();
    assert_eq!(codes, ["plan/regions-nowhere"]);
}
