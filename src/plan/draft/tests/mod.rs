//! What the shapes of cells, rows and headers become.

mod cells;
mod forms;
mod headers;
mod sentences;
mod tables;

use super::*;

/// The rule of a row, key by key, as it is written; or why there is none.
fn drafted(name: &str, baseline: &str, target: &str, yearly: &str) -> String {
    let table = format!(
        "序号,指标,属性,2020年,2025年,年均/累计\n1,\"{name}\",预期性,\"{baseline}\",\"{target}\",\"{yearly}\"\n"
    );
    rule(&draft("表.csv", table.as_bytes()).unwrap().toml)
}

/// The last rule of a draft: what tells it from others, without its comments.
fn rule(toml: &str) -> String {
    if let Some((_, reason)) = toml.split_once("# 未写成规则：") {
        return format!("# {}", reason.lines().next().unwrap_or_default());
    }
    let (_, rule) = toml.rsplit_once("[[indicator]]\n").unwrap();
    let told = [
        "id = ",
        "number = ",
        "name = ",
        "attribute = ",
        "cite = ",
        "roll-up = ",
        "scope = ",
        "# ",
    ];
    let lines = rule.lines().filter(|line| !told.iter().any(|key| line.starts_with(key)));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("; ")
}

/// The comments of a draft's only row.
fn notes(name: &str, baseline: &str, target: &str, yearly: &str) -> String {
    let table = format!(
        "序号\t指标\t属性\t2020年\t2025年\t年均/累计\n1\t{name}\t预期性\t{baseline}\t{target}\t{yearly}\n"
    );
    let toml = draft("表.tsv", table.as_bytes()).unwrap().toml;
    let (_, row) = toml.split_once("# 第1行：").unwrap();
    let notes = row.lines().skip(1).filter_map(|line| line.strip_prefix("# "));
    notes.collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn each(cells: &[(&str, &str, &str, &str, &str)]) {
    for (name, baseline, target, yearly, expected) in cells {
        let drafted = drafted(name, baseline, target, yearly);
        assert_eq!(drafted, *expected, "{name} | {baseline} | {target} | {yearly}");
    }
}
