use super::*;
use crate::diagnostic::Problem;
use crate::exact::Decimal;
use crate::plan::RuleFile;

const HEAD: &str = "[plan]\nid = \"p\"\ntitle = \"规划\"\nbaseline-year = 2020\nfirst-year = 2021\n\
    target-year = 2025\n[[region]]\ncode = \"01\"\nname = \"甲市\"\nlevel = \"city\"\n\
    [[region]]\ncode = \"0101\"\nname = \"乙县\"\nlevel = \"county\"\n\
    [[reference]]\nid = \"gdp\"\nname = \"增长率\"\nunit = \"%\"\n";

fn plan(rules: &[&str]) -> Plan {
    let rule = |(at, rule): (usize, &&str)| {
        format!(
            "[[indicator]]\nid = \"i{at}\"\nname = \"指标{at}\"\nattribute = \"任务\"\n{rule}\n"
        )
    };
    let rules: String = rules.iter().enumerate().map(rule).collect();
    let file = RuleFile::new("rules.toml", (HEAD.to_owned() + &rules).into_bytes());
    Plan::load(&[file], &mut |_, path| Err(std::io::Error::other(path.to_owned()))).unwrap()
}

/// Every form that is held, ways to a range and to a percentage of the baseline among them.
const HELD: [&str; 11] = [
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
            let compiler = Compiler { plan: &plan, year, options: &options };
            for indicator in plan.indicators.iter().filter(|rule| rule.is_judged()) {
                let rule = indicator.in_force(None, year);
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
    for (rule, why) in [
        ("form = \"mean\"\nunit = \"人\"\noperator = \"≥\"\nthreshold = 9".to_owned(), "form mean"),
        ("form = \"growth\"\nunit = \"元\"\nroll-up = \"none\"\noperator = \"≥\"\nthreshold = 7\nbaseline = 5".to_owned(), "form growth"),
        ("form = \"year-on-year\"\nchange = \"absolute\"\nunit = \"个\"\noperator = \"≥\"\nthreshold = 0".to_owned(), "form year on year"),
        (format!("{level}\nby-region = \"same\"\nregions = {{ \"乙县\" = {{ threshold = 70 }} }}"), "targets of their own"),
        (format!("{level}\napplies-to = [\"乙县\"]"), "some of the regions"),
        ("unit = \"吨\"\noperator = \"≥\"\nthreshold = 1.000000000000001\nbaseline = 1".to_owned(), "more than 38"),
    ] {
        let plan = plan(&[HELD[0], &rule]);
        let told = ruleset(&plan, 2023, &Options::default()).unwrap_err();
        let [found] = told.as_slice() else { panic!("{rule}: {told:?}") };
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

#[test]
fn more_regions_and_longer_numbers_leave_room_for_shorter_counts() {
    let digits = |threshold: &str| {
        let rule =
            format!("unit = \"%\"\noperator = \"≥\"\nthreshold = {threshold}\nbaseline = 40");
        ruleset(&plan(&[&rule]), 2023, &Options::default()).unwrap().count_digits
    };
    assert_eq!(digits("60"), 11);
    assert!(digits("60.1234567891") < 11);
}
