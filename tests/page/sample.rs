//! The repository's own sample figures, as pages in `target/tmp` for looking at.

use super::*;
use dabiao::plan::RuleFile;

fn read(path: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn built_in() -> Plan {
    let files =
        ["plan/indicators.toml", "plan/tasks.toml"].map(|path| RuleFile::new(path, read(path)));
    Plan::load(&files, &mut |_, _| Ok(Vec::new())).unwrap()
}

fn judged(years: &[&str], history: &[&str]) -> Report {
    let files =
        years.iter().flat_map(|year| ["", "tasks-"].map(|kind| format!("data/{kind}{year}.csv")));
    let run = files.fold(Run::default(), |run, path| run.bytes(&path, read(&path)));
    let run = history
        .iter()
        .map(|year| format!("data/{year}.csv"))
        .fold(run, |run, path| run.history_file(&path, String::from_utf8(read(&path)).unwrap()));
    run.judge(&built_in())
}

#[test]
fn the_sample_figures_make_a_page_in_both_languages() {
    let report = judged(&["2023"], &["2020", "2022", "tasks-2022", "2021", "tasks-2021"]);
    assert!(page(&report, Lang::Zh, "zh.html").contains("残疾人就业率"));
    assert!(page(&report, Lang::En, "en.html").contains("Mid-term assessment"));
}

#[test]
fn several_years_make_one_page() {
    let report = judged(&["2021", "2022", "2023"], &["2020"]);
    let page = page(&report, Lang::Zh, "years.html");
    for year in ["2021", "2022", "2023"] {
        assert!(page.contains(&format!("{year} 年各地区判定")));
    }
    assert!(page.contains("class=\"line\""), "a line through the years of each region");
}
