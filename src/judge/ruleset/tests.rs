use super::pieces::is_of;
use super::*;
use crate::diagnostic::Problem;
use crate::exact::Decimal;
use crate::plan::{Role, RuleFile, Waiver};
use crate::report::Piece;

const HEAD: &str = "[plan]\nid = \"p\"\ntitle = \"规划\"\nbaseline-year = 2020\nfirst-year = 2021\n\
    target-year = 2025\n[[region]]\ncode = \"01\"\nname = \"甲市\"\nlevel = \"city\"\n\
    [[region]]\ncode = \"0101\"\nname = \"乙县\"\nlevel = \"county\"\n\
    [[reference]]\nid = \"gdp\"\nname = \"增长率\"\nunit = \"%\"\n";

fn plan(rules: &[&str]) -> Plan {
    plan_beside("", rules)
}

fn plan_beside(regions: &str, rules: &[&str]) -> Plan {
    load(&(HEAD.to_owned() + regions), rules)
}

fn load(head: &str, rules: &[&str]) -> Plan {
    let rule = |(at, rule): (usize, &&str)| {
        format!(
            "[[indicator]]\nid = \"i{at}\"\nname = \"指标{at}\"\nattribute = \"任务\"\n{rule}\n"
        )
    };
    let rules: String = rules.iter().enumerate().map(rule).collect();
    let file = RuleFile::new("rules.toml", (head.to_owned() + &rules).into_bytes());
    Plan::load(&[file], &mut |_, path| Err(std::io::Error::other(path.to_owned()))).unwrap()
}

/// Every form that is held, ways to a range and to a percentage of the baseline among them.
const HELD: [&str; 15] = [
    "unit = \"%\"\noperator = \">\"\nthreshold = 90\nbaseline = 60.25",
    "unit = \"‰\"\noperator = \"<\"\nthreshold = 3.3\nbaseline = 4.15",
    "unit = \"%\"\noperator = \"between\"\nthreshold = [20, 25]\nbaseline = 31.7",
    "unit = \"%\"\noperator = \"between\"\nthreshold = [20, 25]\nmilestones = { 2022 = 15, 2024 = [18, 26] }\nbaseline = 9",
    "unit = \"%\"\noperator = \"≥\"\nthreshold = 80\nmilestones = { 2022 = 64, 2024 = 71 }\nbaseline = 60",
    "form = \"change\"\nchange = \"percent\"\nunit = \"吨\"\noperator = \"between\"\nthreshold = [-15, -13.5]\nbaseline = 7",
    "form = \"change\"\nchange = \"absolute\"\nunit = \"岁\"\nroll-up = \"none\"\noperator = \"≥\"\nthreshold = 1\nbaseline = 77.3",
    "form = \"multiple\"\nunit = \"个\"\noperator = \"≥\"\nthreshold = 2.5\nbaseline = 30",
    "form = \"full-coverage\"\nunit = \"%\"\nbaseline = 91",
    "form = \"sum\"\nunit = \"户\"\noperator = \"≥\"\nthreshold = 90",
    "form = \"relative\"\nunit = \"%\"\noperator = \"≥\"\nabout = 0.5\nreference = \"gdp\"",
    "form = \"growth\"\nunit = \"元\"\nroll-up = \"none\"\noperator = \"≥\"\nthreshold = 7.5\nbaseline = 5",
    "form = \"year-on-year\"\nchange = \"percent\"\nunit = \"个\"\noperator = \"≤\"\nthreshold = -0.5",
    "form = \"mean\"\nunit = \"人\"\noperator = \"≥\"\nthreshold = 9",
    "unit = \"%\"\noperator = \"≥\"\nthreshold = 60\nby-region = \"same\"\nregions = { \"乙县\" = { threshold = 70, baseline = 55 } }",
];

#[test]
fn every_piece_demands_what_the_rule_does_of_every_baseline_in_it() {
    let texts = [
        "0",
        "-7.5",
        "0.001",
        "3.3",
        "9",
        "19.99",
        "20",
        "22.5",
        "25",
        "25.01",
        "60",
        "79.999",
        "80",
        "90",
        "100",
        "1000000.1",
    ];
    let mut compared = 0;
    for plan in [plan(&HELD), Plan::built_in().unwrap()] {
        for year in 2021..=2026 {
            let options = Options::default();
            let compiler =
                Compiler { plan: &plan, year, options: &options, read: &[], levels: &[] };
            let rules = plan.indicators.iter().filter(|rule| rule.is_judged());
            let own = |rule| Indicator::in_force(rule, Some(RegionId(1)), year);
            for rule in
                rules.clone().map(|it| it.in_force(None, year)).chain(rules.map(|it| own(it)))
            {
                let pieces = compiler.pieces(rule).unwrap();
                for text in texts {
                    let baseline = Rational::from(Decimal::parse(text).unwrap());
                    let holds = |piece: &&Piece| {
                        let from = piece.from.as_ref();
                        let to = piece.to.as_ref();
                        from.is_none_or(|(at, is_in)| *at < baseline || *is_in && *at == baseline)
                            && to.is_none_or(|(at, is_in)| {
                                baseline < *at || *is_in && *at == baseline
                            })
                    };
                    let of: Vec<&Piece> = pieces.iter().filter(holds).collect();
                    let told = format!("{} in {year} at {text}", rule.id);
                    match (compiler.at(rule, &baseline), of.as_slice()) {
                        (Some(demand), [piece]) => {
                            assert!(is_of(&piece.demand, &baseline, &demand), "{told}");
                            compared += 1;
                        }
                        (None, []) => {}
                        (demand, pieces) => panic!("{told}: {demand:?}, {pieces:?}"),
                    }
                }
            }
        }
    }
    assert!(compared > 10_000, "{compared}");
}

#[test]
fn a_rule_that_no_engine_holds_is_refused_where_it_stands_and_said_to_be() {
    let level = "unit = \"%\"\noperator = \"≥\"\nthreshold = 60";
    let long = "1.000000000000001";
    for (rule, why) in [
        (
            format!("unit = \"吨\"\noperator = \"≥\"\nthreshold = {long}\nbaseline = 1"),
            "more than 38",
        ),
        (
            format!(
                "form = \"growth\"\nunit = \"元\"\noperator = \"≥\"\nthreshold = {long}\nbaseline = 1"
            ),
            "more than 38",
        ),
        (
            format!(
                "{level}\nby-region = \"same\"\nregions = {{ \"乙县\" = {{ threshold = {long} }} }}"
            ),
            "more than 38",
        ),
    ] {
        let plan = plan(&[HELD[0], &rule]);
        let told = ruleset(&plan, 2023, &Options::default()).unwrap_err();
        let [found] = &told[..] else { panic!("{rule}: {told:?}") };
        let Problem::Input(InputProblem::NotInSql { why: told, .. }) = &found.problem else {
            panic!("{found:?}")
        };
        assert!(told.english().is_some_and(|told| told.contains(why)), "{told:?}: {why}");
        assert!(found.place.is_some());
        // What is not asked for is in nobody's way.
        let options = Options { indicators: vec![SeriesId(0)], ..Options::default() };
        assert_eq!(ruleset(&plan, 2023, &options).unwrap().rules.len(), 1);
    }
}

/// Of three levels, what is ranked, or is of the one between, is refused, each where it stands.
#[test]
fn a_rank_and_what_is_of_a_level_between_are_refused() {
    let regions = HEAD
        .replace("level = \"city\"", "level = \"province\"")
        .replace(
            "[[reference]]",
            "[[region]]\ncode = \"0102\"\nname = \"丙市\"\nlevel = \"city\"\n\
            within = \"01\"\n[[region]]\ncode = \"010201\"\nname = \"丁县\"\nlevel = \"county\"\n\
            within = \"0102\"\n[[reference]]",
        )
        .replace(
            "name = \"乙县\"\nlevel = \"county\"",
            "name = \"乙县\"\nlevel = \"county\"\nwithin = \"01\"",
        )
        .replace("unit = \"%\"\n", "unit = \"%\"\nshared-by = \"city\"\n");
    let bound = "operator = \"≥\"\nthreshold = 50";
    for (rule, why) in [
        ("unit = \"位\"\nrank-of = \"i0\"\noperator = \"≤\"\nthreshold = 3", "a rank"),
        (
            &*format!("unit = \"%\"\nshare-of = \"i0\"\n{bound}\nscope = \"city\""),
            "not of the topmost alone",
        ),
        (
            &*format!("unit = \"%\"\nshare-of = \"i0\"\n{bound}\nscope = \"each-city\""),
            "not of the topmost alone",
        ),
        (
            "form = \"relative\"\nunit = \"%\"\noperator = \"≥\"\nreference = \"gdp\"",
            "a level between",
        ),
    ] {
        let plan = load(&regions, &[HELD[0], rule]);
        let told = ruleset(&plan, 2023, &Options::default()).unwrap_err();
        let [found] = &told[..] else { panic!("{rule}: {told:?}") };
        let Problem::Input(InputProblem::NotInSql { indicator, why: told }) = &found.problem else {
            panic!("{found:?}")
        };
        assert_eq!(&**indicator, "指标1");
        assert!(told.english().is_some_and(|told| told.contains(why)), "{told:?}: {why}");
        assert_eq!(found.place, Some(plan.indicators[1].rule.clone()));
        // What follows from what is refused is refused too, and the rest is held.
        let first = Options { indicators: vec![SeriesId(0)], ..Options::default() };
        assert_eq!(ruleset(&plan, 2023, &first).unwrap().rules.len(), 1);
    }
}

#[test]
fn more_regions_and_longer_numbers_leave_room_for_shorter_counts() {
    let digits = |threshold: &str| {
        let rule =
            format!("unit = \"%\"\noperator = \"≥\"\nthreshold = {threshold}\nbaseline = 40");
        ruleset(&plan(&[&rule]), 2023, &Options::default()).unwrap().digits.count
    };
    assert_eq!(digits("60"), 11);
    assert!(digits("60.1234567891") < 11);
}

#[test]
fn what_a_region_has_of_its_own_is_told_with_the_rule() {
    let level = "unit = \"%\"\noperator = \"≥\"\nthreshold = 60\nbaseline = 50";
    let own = format!("{level}\nregions = {{ \"乙县\" = {{ threshold = 70 }} }}");
    for (rule, expected, targets) in [
        (level.to_owned(), vec![], 1),
        (format!("{own}\nby-region = \"same\""), vec![(1, 1, true)], 2),
        // Nothing is demanded of those that have no target where others have.
        (own, vec![(1, 1, true), (2, 2, true)], 3),
        (format!("{level}\napplies-to = [\"乙县\"]"), vec![(2, 0, false)], 1),
    ] {
        let text = "[[region]]\ncode = \"0102\"\nname = \"丙县\"\nlevel = \"county\"\n";
        let plan = plan_beside(text, &[&rule]);
        let rules = ruleset(&plan, 2023, &Options::default()).unwrap().rules;
        let of = |own: &Own| (own.region.0, own.variant, own.is_concerned);
        assert_eq!(rules[0].own.iter().map(of).collect::<Vec<_>>(), expected, "{rule}");
        assert_eq!(rules[0].variants.len(), targets, "{rule}");
        assert_eq!(
            rules[0].variants.iter().filter(|it| !it.is_set).count(),
            targets.saturating_sub(2)
        );
    }
}

#[test]
fn what_follows_from_others_brings_them_along_unasked() {
    let level = "unit = \"%\"\noperator = \"≥\"\nthreshold = 60";
    let rules = [level, level, "all-of = [\"i0\", \"i1\"]", "any-of = [\"i2\", \"i0\"]", level];
    let plan = plan(&rules);
    let options = Options { indicators: vec![SeriesId(3)], ..Options::default() };
    let told = ruleset(&plan, 2023, &options).unwrap().rules;
    let of = |rule: &Ruled| rule.follows.as_ref().map(|it| (it.how, it.parts.clone(), it.rank));
    assert_eq!(
        told.iter().map(|rule| rule.is_asked).collect::<Vec<_>>(),
        [false, false, false, true]
    );
    let expected = [None, None, Some((How::All, vec![0, 1], 1)), Some((How::Any, vec![2, 0], 2))];
    assert_eq!(told.iter().map(of).collect::<Vec<_>>(), expected);
}

#[test]
fn what_lies_below_is_added_up_before_what_it_is_part_of() {
    let mut text = String::new();
    for (code, name, level, within) in [
        ("02", "丙省", "province", ""),
        ("0201", "丁市", "city", "02"),
        ("020101", "戊县", "county", "0201"),
        ("020102", "己镇", "township", "020101"),
        ("0202", "直县", "county", "02"),
    ] {
        let within =
            if within.is_empty() { String::new() } else { format!("within = \"{within}\"\n") };
        text += &format!(
            "[[region]]\ncode = \"{code}\"\nname = \"{name}\"\nlevel = \"{level}\"\n{within}"
        );
    }
    let head = HEAD.split("[[region]]").next().unwrap().to_owned() + &text;
    let level = "unit = \"%\"\noperator = \"≥\"\nthreshold = 60";
    let plan = load(&head, &[level, &format!("{level}\nscope = \"county\"")]);
    let told = ruleset(&plan, 2023, &Options::default()).unwrap();
    assert_eq!(told.rules.iter().map(|rule| rule.sends).collect::<Vec<_>>(), [0, 1]);
    let places = |sends: usize| {
        let of = told.sending[sends].iter();
        of.map(|it| (it.role, it.whole.map(|of| of.0), it.rank)).collect::<Vec<_>>()
    };
    use Role::{Below, Between, Part, Whole};
    let townships = places(0);
    assert_eq!(
        townships[..4],
        [(Whole, None, 0), (Between, Some(0), 3), (Between, Some(1), 2), (Part, Some(2), 1)]
    );
    let counties = places(1);
    assert_eq!(
        counties[..4],
        [(Whole, None, 0), (Between, Some(0), 2), (Part, Some(1), 1), (Below, None, 0)]
    );
    assert_eq!(counties[4], (Part, Some(0), 2));
}

#[test]
fn a_waiver_is_told_as_long_as_it_is_in_force() {
    let plan = plan(&[HELD[0]]);
    let waiver = |year, expires: &str| {
        let text = format!(
            "[[waiver]]\nindicator = \"i0\"\nregion = \"乙县\"\nyear = {year}\nreason = \"示例\"\n\
             approved-by = \"示例\"\nexpires = \"{expires}\"\n"
        );
        Waiver::load(&plan, &[RuleFile::new("waivers.toml", text.into_bytes())]).unwrap()
    };
    for (year, expires, as_of, is_told) in [
        (2023, "2023-12-31", None, true),
        (2023, "2023-12-30", None, false),
        (2022, "2024-12-31", None, false),
        (2023, "2023-12-31", Some("2024-01-01"), false),
        (2023, "2024-01-01", Some("2024-01-01"), true),
    ] {
        let as_of = as_of.and_then(crate::term::Date::parse);
        let options = Options { waivers: waiver(year, expires), as_of, ..Options::default() };
        let told = ruleset(&plan, 2023, &options).unwrap().waived;
        let expected = if is_told { vec![(0, RegionId(1))] } else { vec![] };
        assert_eq!(told, expected, "{year} {expires} {as_of:?}");
    }
}
