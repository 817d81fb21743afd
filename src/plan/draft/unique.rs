//! Ids and names that no two things share, and the series that rules refer to.

use std::collections::BTreeMap;

use super::Entry;
use super::amount::PERCENT;
use super::fold::fold;
use super::rule::{Key, Kind, Rule, Target};
use crate::term::Names;

/// A series that rules refer to.
#[derive(Debug)]
pub(super) struct Reference {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) aliases: Vec<String>,
    pub(super) unit: String,
    /// Whether an indicator of the table has the name that it would have.
    pub(super) renamed: bool,
}

/// Everything that names a thing of the plan.
#[derive(Default)]
struct Taken {
    names: Names,
    count: u32,
}

impl Taken {
    /// Takes a name, unless it is taken already.
    fn take(&mut self, name: &str) -> bool {
        self.count += 1;
        let is_free = self.names.find(name).is_none();
        if is_free {
            self.names.insert(name, self.count);
        }
        is_free
    }

    /// Takes the first of some names that is free.
    fn first(&mut self, mut names: impl Iterator<Item = String>) -> String {
        names.find(|name| self.take(name)).unwrap_or_default()
    }
}

/// Gives every rule an id, and a name and a number of its own. Returns the series that the
/// rules refer to, each once.
pub(super) fn identify(entries: &mut [Entry]) -> Vec<Reference> {
    let mut taken = Taken::default();
    let indicator = |number: u64| format!("indicator-{number:02}");
    // Ids by 序号 first, so that a row without one takes none of theirs.
    let mut last = 0;
    for (nth, rule) in rules(entries) {
        let number = digits(&rule.number);
        last = last.max(nth as u64).max(number.unwrap_or(0));
        rule.id = taken.first(number.map(indicator).into_iter());
    }
    // Those behind all numbers, for a row that is still a comment may become a rule.
    let is_numbered = rules(entries).any(|(_, rule)| !rule.id.is_empty());
    let mut next = if is_numbered { last + 1 } else { 1 }..;
    for (_, rule) in rules(entries).filter(|(_, rule)| rule.id.is_empty()) {
        rule.id = taken.first(next.by_ref().map(indicator));
    }
    for (nth, rule) in rules(entries) {
        if !taken.take(&rule.name) {
            rule.note(Key::Name, "名称前面已经有了，加上了行号以便区分，请改");
            let mut name = rule.name.clone();
            while !taken.take(&name) {
                name.push_str(&format!("（第{nth}行）"));
            }
            rule.name = name;
        }
        if !rule.number.is_empty() && !taken.take(&rule.number) {
            let number = std::mem::take(&mut rule.number);
            rule.note(Key::Number, format!("序号“{number}”前面已经有了，没有写"));
        }
    }
    references(entries, &mut taken)
}

/// The rules, whether or not they stand, and the rows that they are of.
fn rules(entries: &mut [Entry]) -> impl Iterator<Item = (usize, &mut Rule)> {
    entries.iter_mut().flat_map(|entry| {
        let nth = entry.row.unwrap_or(0);
        let rules = entry.drafted.iter_mut().flat_map(|drafted| &mut drafted.rule);
        rules.map(move |rule| (nth, &mut **rule))
    })
}

/// 序号 as a number.
pub(super) fn digits(number: &str) -> Option<u64> {
    let bare = number.trim_start_matches(['(', '[']).trim_end_matches([')', ']', '.', '、']);
    let short = (1..=9).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_digit());
    short.then(|| bare.parse().ok()).flatten()
}

fn references(entries: &mut [Entry], taken: &mut Taken) -> Vec<Reference> {
    let mut references: Vec<Reference> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let mut numbered = (1..).map(|number: u64| format!("reference-{number:02}"));
    for (_, rule) in rules(entries) {
        let Target::Series(_, series) = &mut rule.target else { continue };
        let key = match series.kind {
            Kind::Gdp => String::new(),
            Kind::Growth => fold(&series.name),
            // 全省平均水平 of one indicator is not that of another.
            Kind::Elsewhere => format!("{}\n{}", rule.name, fold(&series.name)),
        };
        let at = *known.entry(key).or_insert(references.len());
        if at == references.len() {
            let (id, mut name, unit) = match series.kind {
                Kind::Gdp => ("gdp-growth".to_owned(), "GDP增长率".to_owned(), PERCENT),
                Kind::Growth => (taken.first(&mut numbered), series.name.clone(), PERCENT),
                Kind::Elsewhere => (
                    taken.first(&mut numbered),
                    format!("{}（{}）", rule.name, series.name),
                    &*rule.unit,
                ),
            };
            let mut renamed = false;
            while !taken.take(&name) {
                name.push_str("（参照）");
                renamed = true;
            }
            let (aliases, unit) = (Vec::new(), unit.to_owned());
            references.push(Reference { id, name, aliases, unit, renamed });
        }
        let Some(reference) = references.get_mut(at) else { continue };
        series.id.clone_from(&reference.id);
        if series.kind != Kind::Elsewhere && taken.take(&series.name) {
            reference.aliases.push(series.name.clone());
        }
    }
    references
}
