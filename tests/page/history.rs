//! Years that are not judged are looked at beside those that are.

use super::*;
use dabiao::exact::Rational;
use dabiao::term::RegionId;

const SUM: &str = "[[indicator]]\nid = 'sum'\nname = '改造户数'\nattribute = '预期性'\nunit = '户'\n\
    form = 'sum'\noperator = '≥'\nthreshold = 900\ncite = '第3行'\n";

const HISTORY: &str = "年份,地区,指标,数值,分子,分母\n2019,甲县,就业率,,30,100\n\
    2020,甲县,就业率,,48,100\n2020,乙县,就业率,,50,100\n\
    2021,甲县,就业率,,52,100\n2021,乙县,就业率,,50,100\n2021,甲县,改造户数,100,,\n\
    2022,甲县,就业率,—,,\n2022,乙县,就业率,,53,100\n2022,甲县,改造户数,150,,\n\
    2024,甲县,就业率,,99,100\n";

const ROWS: [&str; 3] =
    ["2023,甲县,就业率,,55,100,", "2023,乙县,就业率,,61,100,", "2023,甲县,改造户数,200,,,"];

fn run() -> Run {
    Run::of(&ROWS).history_file("history.csv", HISTORY.to_owned())
}

/// What a region had of an indicator in the years that were not judged.
fn past(report: &Report, indicator: &str, region: &str) -> Vec<(u16, Rational)> {
    let at = report.indicators.iter().position(|of| of.id == indicator).unwrap();
    let id = report.regions.iter().position(|of| of.code.as_deref() == Some(region)).unwrap();
    let rows = report.past_rows(at, RegionId(id as u32));
    rows.iter().map(|row| (row.year(), row.value().unwrap())).collect()
}

#[test]
fn what_was_sent_of_other_years_is_there_from_the_baseline_on_and_adds_up() {
    let report = run().judge(&plan(&format!("{RULES}{SUM}")));
    for (indicator, region, expected) in [
        ("rate", "11", &[(2020, 48), (2021, 52)][..]),
        ("rate", "12", &[(2020, 50), (2021, 50), (2022, 53)]),
        // The roll-up of both; a county that sent nothing leaves none.
        ("rate", "10", &[(2020, 49), (2021, 51)]),
        ("sum", "11", &[(2021, 100), (2022, 250)]),
        ("cover", "11", &[]),
    ] {
        let expected = expected.iter().map(|(year, value)| (*year, Rational::from(*value)));
        let found = past(&report, indicator, region);
        assert_eq!(found, expected.collect::<Vec<_>>(), "{indicator} {region}");
    }
}

#[test]
fn what_is_looked_at_beside_a_year_is_in_no_tally() {
    let report = run().judge(&plan(RULES));
    assert!(report.rows().all(|row| row.year() == 2023));
    let none = Run::of(&ROWS).judge(&plan(RULES));
    assert!(none.past.is_empty() && past(&none, "rate", "11").is_empty());
}

#[test]
fn the_drawing_has_a_line_through_the_years_and_says_them_in_words() {
    for (run, lines) in [(run(), 3), (run().region("甲县"), 1), (Run::of(&ROWS), 0)] {
        let report = run.indicator("就业率").judge(&plan(RULES));
        let page = page(&report, Lang::Zh, "history.html");
        tree(&page, |document| {
            let of = |class: &'static str| {
                document.descendants().filter(move |node| is_of(*node, class))
            };
            let drawn = of("line").filter(|node| node.has_tag_name("polyline"));
            let points: Vec<usize> =
                drawn.map(|line| line.attribute("points").unwrap().split(' ').count()).collect();
            assert_eq!(points.len(), lines);
            assert_eq!(of("past").count() + lines, points.iter().sum::<usize>());
            let city = of("city").filter(|node| node.has_tag_name("polyline")).count();
            assert_eq!(city, usize::from(lines == 3), "the city alone stands out");
            let told =
                document.descendants().find(|node| node.attribute("id") == Some("d0")).unwrap();
            assert_eq!(text(told).contains("甲县 2021 52.00%；"), lines > 0, "{}", text(told));
            assert!(!text(told).contains("2019") && !text(told).contains("2024"));
        })
        .unwrap();
        assert!(page.contains(" 起，不从 0 起"), "said where the axis begins");
    }
}
