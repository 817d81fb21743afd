//! A few rows that name many years, each of which is due from a whole roster.

use super::{HEADER, Kind, Maker, plan, roster};

pub(super) const KINDS: &[Kind] = &[
    ("years of a roster", of_a_roster),
    ("years of a roster before", before),
    ("years of a roster in the history", in_the_history),
    ("one row of a roster", one_row),
    ("the trend of a roster", trend),
    ("the workbook of a roster", workbook),
];

const INDICATORS: usize = 200;

fn rows(years: std::ops::Range<usize>, region: usize) -> String {
    let of_year = |year: usize| {
        (1..=INDICATORS).map(move |at| format!("{year},{},{at},57.2%,,,\n", 100_000_000 + region))
    };
    std::iter::once(HEADER.to_owned()).chain(years.flat_map(of_year)).collect()
}

fn with_roster(maker: &mut Maker, first: usize) -> (String, usize) {
    let villages = maker.size(5_000, 50_000);
    maker.file("roster.csv", roster(villages));
    let plan = plan(INDICATORS, true);
    let plan = plan.replace("baseline-year = 2020", &format!("baseline-year = {first}"));
    (maker.file("plan.toml", plan), maker.below(villages))
}

fn of_a_roster(maker: &mut Maker) -> Vec<String> {
    let (plan, region) = with_roster(maker, 2020);
    let args = maker.check("all.csv", rows(2020..2046, region));
    [args, vec!["--plan".to_owned(), plan]].concat()
}

fn before(maker: &mut Maker) -> Vec<String> {
    let (plan, region) = with_roster(maker, 1980);
    let args = maker.check("all.csv", rows(1980..2021, region));
    [args, vec!["--plan".to_owned(), plan]].concat()
}

fn in_the_history(maker: &mut Maker) -> Vec<String> {
    let (plan, region) = with_roster(maker, 1980);
    let history = maker.file("before.csv", rows(1980..2023, region));
    let args = maker.check("one.csv", format!("{HEADER}2023,定海区,1,57.2%,,,\n"));
    [args, vec!["--plan".to_owned(), plan, "--history".to_owned(), history]].concat()
}

fn one_row(maker: &mut Maker) -> Vec<String> {
    let (plan, region) = with_roster(maker, 2020);
    let row = format!("{HEADER}2023,{},1,57.2%,,,\n", 100_000_000 + region);
    let args = maker.check("one.csv", row);
    [args, vec!["--plan".to_owned(), plan]].concat()
}

/// As many verdicts as there can be, in a format that holds all that it writes.
fn workbook(maker: &mut Maker) -> Vec<String> {
    let written = maker.path("all.xlsx").to_str().unwrap().to_owned();
    let judged = of_villages(maker, "check", (100, 88_000));
    [judged, vec!["-o".to_owned(), written]].concat()
}

/// As many series as there can be verdicts, nearly all of which nobody sent anything of.
fn trend(maker: &mut Maker) -> Vec<String> {
    of_villages(maker, "trend", (2_000, 88_000))
}

fn of_villages(maker: &mut Maker, command: &str, (few, many): (usize, usize)) -> Vec<String> {
    let villages = maker.size(few, many);
    maker.file("roster.csv", roster(villages));
    let plan = maker.file("plan.toml", plan(INDICATORS, true));
    let sent = maker.file("all.csv", rows(2023..2024, maker.clone().below(villages)));
    [command, &sent, "--plan", &plan].map(str::to_owned).to_vec()
}
