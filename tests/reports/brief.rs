//! The report on one screen.

use dabiao::render::{self, Ink, Lang, Style};
use dabiao::report::Report;
use unicode_width::UnicodeWidthStr;

use crate::common::{self, Run};
use crate::{nine, plan};

fn brief(report: &Report, lang: Lang, width: usize, color: bool) -> String {
    render::brief(report, Style { color, ..Style::plain(lang, width) })
}

/// A year of the plan that is built in.
fn usual(rows: &str) -> Report {
    Run::default().file("2023.csv", rows).judge(&common::BUILT_IN)
}

const YEAR: &str = include_str!("../../data/2023.csv");

#[test]
fn a_usual_year_fits_one_screen() {
    let report = usual(YEAR);
    for lang in [Lang::Zh, Lang::En] {
        let page = brief(&report, lang, 80, false);
        assert!(page.lines().count() <= 24, "{page}");
        let conclusion = lang.concluded(report.conclusion());
        assert_eq!(page.lines().last(), Some(&*conclusion));
        assert!(page.lines().all(|line| line.width() <= 80), "{page}");
    }
}

#[test]
fn several_years_fit_one_screen_however_many_fall_short() {
    // 示例数据: the year again and again, so that later ones fall short of more.
    let of = |year: u16| YEAR.replace("\n2023,", &format!("\n{year},"));
    for years in [2021..=2022, 2021..=2023, 2021..=2025] {
        let files = years.clone().map(|year| (format!("{year}.csv"), of(year)));
        let run = files.fold(Run::default(), |run, (name, rows)| run.file(&name, rows));
        let report = run.judge(&common::BUILT_IN);
        for lang in [Lang::Zh, Lang::En] {
            let page = brief(&report, lang, 80, false);
            assert!(page.lines().count() <= 24, "{page}");
            assert!(page.lines().all(|line| line.width() <= 80), "{page}");
            for year in years.clone() {
                assert!(page.contains(&format!("\n{year}")), "{page}");
            }
        }
    }
}

/// What is listed of what falls short, and how many more there are.
fn listed(page: &str) -> (Vec<&str>, u64) {
    let list = page.split("差距\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let (more, rows): (Vec<&str>, Vec<&str>) =
        list.lines().partition(|line| line.starts_with("另有 "));
    let number = |line: &&str| line.split(' ').nth(1).unwrap().parse::<u64>().unwrap();
    (rows, more.first().map_or(0, number))
}

#[test]
fn what_has_no_room_is_counted_and_binding_comes_first() {
    // 示例数据: each of the counties' rates lowered to a tenth.
    let row = |line: &str| {
        let mut cells: Vec<&str> = line.split(',').collect();
        let low = cells.get(4).and_then(|n| n.parse::<u64>().ok()).map(|n| (n / 10).to_string());
        if let Some(low) = &low {
            (cells[3], cells[4]) = ("", low);
        }
        cells.join(",")
    };
    let rows: Vec<String> = YEAR.lines().map(row).collect();
    let report = usual(&rows.join("\n"));
    for width in [60, 80, 120, 200] {
        let page = brief(&report, Lang::Zh, width, false);
        let (rows, more) = listed(&page);
        let total = report.tally.standing(dabiao::term::Standing::Fail);
        assert!(more > 0 && rows.len() as u64 + more == total, "{page}");
        assert!(rows.iter().all(|row| row.starts_with("约束")), "{page}");
        if width >= 80 {
            assert!(page.lines().count() <= 26, "{page}");
        }
    }
}

#[test]
fn a_report_that_fits_is_whole() {
    let one = nine().region("甲县").judge(&plan());
    for width in [80, 120] {
        let style = Style::plain(Lang::Zh, width);
        assert_eq!(render::brief(&one, style), render::table(&one, style));
    }
}

#[test]
fn how_firmly_a_figure_was_to_hold_has_a_colour_and_no_colour_is_the_terminals_own() {
    let sheet = common::sheet(&["2023,甲县,参保率,,80,100,", "2023,甲县,就业率,,20,100,"]);
    let report = Run::default().file("a.csv", sheet).judge(&plan());
    let [red, yellow, magenta] = Ink::ALL.map(|ink| format!("38;5;{}", ink.code()));
    for report in [&report, &usual(YEAR)] {
        let style = Style { color: true, ..Style::plain(Lang::Zh, 80) };
        for page in [render::brief(report, style), render::table(report, style)] {
            let codes = page.split("\x1b[").skip(1).filter_map(|rest| rest.split('m').next());
            for code in codes {
                assert!(["0", "1", &red, &yellow, &magenta].contains(&code), "{code} {page}");
            }
        }
    }
    let page = brief(&report, Lang::Zh, 80, true);
    let marked =
        |name: &str| page.lines().find(|line| line.contains(name) && line.contains('\x1b'));
    for (name, word, ink) in [("参保率", "约束", red), ("就业率", "预期", yellow)] {
        let line = marked(name).unwrap();
        assert!(line.contains("\x1b[1m") && line.contains(&format!("\x1b[{ink}m")), "{page}");
        assert!(line.contains(word), "{page}");
    }
}
