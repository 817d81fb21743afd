//! Rules that load, and say something odd, or are held against all regions.

use super::rules::with_plan;
use super::{Kind, Maker, indicator, plan, roster};

pub(super) const KINDS: &[Kind] = &[
    ("rules that all have something odd", odd),
    ("rules that have something odd in one line", odd_line),
    ("rules that repeat one", repeating),
    ("what rules allow", allowing),
    ("names of a rule that are one", one_name),
    ("rules that concern one of the regions", concerning),
    ("rules that concern one of a roster", of_roster),
    ("rules with a target of one of a roster", divided),
];

/// Looks at a plan in one of the ways that judge nothing.
fn looked_at(maker: &mut Maker, plan: &str) -> Vec<String> {
    let plan = maker.file("plan.toml", plan);
    let line = maker.one_of(&["plan lint", "plan lint --format json", "plan show"]);
    let words = line.split(' ').chain(["--plan", &plan]);
    words.map(str::to_owned).collect()
}

/// A plan of so many rules, each with what `more` says of it.
fn each(first: &str, many: usize, more: impl Fn(usize) -> String) -> String {
    let rule = |at: usize| indicator(at, &format!("指标{at}号"), &more(at));
    first.to_owned() + &(1..=many).map(rule).collect::<String>()
}

/// None says what its counts are of.
fn odd(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(1_500, 57_000);
    looked_at(maker, &plan(many, false))
}

fn odd_line(maker: &mut Maker) -> Vec<String> {
    let rule = |at: usize| {
        format!(
            "{{id=\"i{at}\",number={at},name=\"指标{at}号\",attribute=\"预期性\",unit=\"%\",\
             baseline=10,operator=\">=\",threshold=60}},"
        )
    };
    let rules: String = (1..=maker.size(1_000, 55_000)).map(rule).collect();
    looked_at(maker, &format!("indicator = [{rules}]\n{}", plan(0, false)))
}

fn repeating(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(1_000, 55_000);
    let (first, differ) = (plan(1, false), maker.below(3));
    let repeat = |at: usize| {
        let same = "same-as = \"i1\"\n";
        let rule = indicator(at, &format!("指标{at}号"), same);
        // All alike, each another, or each against the one before.
        let threshold = [60, 60 + at % 40, if at.is_multiple_of(2) { 60 } else { 50 }][differ];
        let operator = if differ == 2 && !at.is_multiple_of(2) { "<=" } else { ">=" };
        rule.replace("threshold = 60", &format!("threshold = {threshold}"))
            .replace("\">=\"", &format!("\"{operator}\""))
    };
    let rules: String = (2..=many).map(repeat).collect();
    looked_at(maker, &(first + &rules))
}

fn allowing(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(1_000, 55_000);
    let code = maker.one_of(&["no-counts", "no-cite", "unused-allow"]);
    let allow = format!("allow = {{ \"lint/{code}\" = \"原文如此\" }}\n");
    looked_at(maker, &each(&plan(0, false), many, |_| allow.clone()))
}

fn one_name(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(20_000, 800_000);
    let names = "\"指标1号\",".repeat(many);
    looked_at(maker, &each(&plan(0, false), 1, |_| format!("aliases = [{names}]\n")))
}

/// The others are no rule's.
fn concerning(maker: &mut Maker) -> Vec<String> {
    let region = |at: usize| {
        format!(
            "[[region]]\ncode = \"{at}\"\nname = \"村{at}\"\nlevel = \"county\"\nwithin = \"3309\"\n"
        )
    };
    let (many, rules) = (maker.size(300, 20_000), maker.size(300, 50_000));
    let regions: String = (0..many).map(|at| region(100_000_000 + at)).collect();
    let first = plan(0, false) + &regions;
    looked_at(maker, &each(&first, rules, |_| "applies-to = [\"330902\"]\n".to_owned()))
}

/// A plan whose rules say something of one region each, and a roster of many.
fn under_a_roster(maker: &mut Maker, more: impl Fn(usize) -> String) -> Vec<String> {
    let villages = *maker.one_of(&[&3_000, &60_000, &1_500_000]);
    let (rules, villages) = match maker.size(0, 1) {
        0 => (300, villages / 20),
        _ => (50_000, villages),
    };
    maker.file("roster.csv", roster(villages));
    let plan = each(&plan(0, true), rules, more);
    match maker.below(2) {
        0 => looked_at(maker, &plan),
        _ => with_plan(maker, &plan),
    }
}

fn of_roster(maker: &mut Maker) -> Vec<String> {
    under_a_roster(maker, |at| format!("applies-to = [\"{}\"]\n", 100_000_000 + at % 100))
}

fn divided(maker: &mut Maker) -> Vec<String> {
    under_a_roster(maker, |at| {
        format!("regions = {{ \"{}\" = {{ threshold = 50 }} }}\n", 100_000_000 + at % 100)
    })
}
