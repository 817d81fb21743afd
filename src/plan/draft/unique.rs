//! Ids and names that no two things share, and the series that rules refer to.

use super::Entry;
use super::amount::PERCENT;
use super::fold::fold;
use super::rule::{Drafted, Key, Rule, Target};
use super::series::{GDP, Kind};
use crate::term::Names;

/// A series that rules refer to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reference {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) aliases: Vec<String>,
    pub(super) unit: String,
    /// Whether an indicator of the table has the name that it would have.
    pub(super) renamed: bool,
    /// What tells it from others: the same series is the same key.
    key: String,
}

/// Everything that names a thing of the plan.
#[derive(Default)]
pub(super) struct Taken {
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
}

/// Gives every rule a name and a number of its own, and an id. Returns the ids, in the
/// order of the rules.
pub(super) fn identify(entries: &mut [Entry], taken: &mut Taken) -> Vec<String> {
    let rules = || entries_of_rules(entries);
    let mut ids: Vec<Option<String>> = Vec::new();
    // Ids by 序号 first, so that a row without one takes none of theirs.
    for (_, rule) in rules() {
        let id = digits(&rule.number).map(|number| format!("indicator-{number:02}"));
        ids.push(id.filter(|id| taken.take(id)));
    }
    // Those behind all numbers, for a row that is still a comment may become a rule.
    let numbered = ids.iter().any(Option::is_some);
    let last = rules().filter_map(|(nth, rule)| digits(&rule.number).max(Some(nth as u64))).max();
    let mut next = last.filter(|_| numbered).unwrap_or(0) + 1..;
    for id in ids.iter_mut().filter(|id| id.is_none()) {
        *id = next.by_ref().map(|n| format!("indicator-{n:02}")).find(|id| taken.take(id));
    }
    for entry in entries.iter_mut() {
        let Entry::Row { nth, drafted, .. } = entry else { continue };
        for drafted in drafted {
            let (Drafted::Rule(rule) | Drafted::Left(_, Some(rule))) = drafted else { continue };
            while !taken.take(&rule.name) {
                let note = "名称前面已经有了，加上了行号以便区分，请改";
                if !rule.notes.iter().any(|(_, said)| said == note) {
                    rule.note(Key::Name, note);
                }
                rule.name = format!("{}（第{nth}行）", rule.name);
            }
            if !rule.number.is_empty() && !taken.take(&rule.number) {
                let number = std::mem::take(&mut rule.number);
                rule.note(Key::Number, format!("序号“{number}”前面已经有了，没有写"));
            }
        }
    }
    ids.into_iter().flatten().collect()
}

fn entries_of_rules(entries: &[Entry]) -> impl Iterator<Item = (usize, &Rule)> {
    entries.iter().flat_map(|entry| {
        let (nth, drafted) = match entry {
            Entry::Row { nth, drafted, .. } => (*nth, drafted.as_slice()),
            Entry::Aside(_) => (0, &[][..]),
        };
        drafted.iter().filter_map(move |drafted| match drafted {
            Drafted::Rule(rule) | Drafted::Left(_, Some(rule)) => Some((nth, &**rule)),
            Drafted::Left(_, None) => None,
        })
    })
}

/// 序号 as a number.
pub(super) fn digits(number: &str) -> Option<u64> {
    let bare = number.trim_start_matches(['(', '[']).trim_end_matches([')', ']', '.', '、']);
    let short = (1..=9).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_digit());
    short.then(|| bare.parse().ok()).flatten()
}

/// The series that the rules refer to, each once.
pub(super) fn references(entries: &[Entry], taken: &mut Taken) -> Vec<Reference> {
    let mut references: Vec<Reference> = Vec::new();
    for (_, rule) in entries_of_rules(entries) {
        let Target::Series(_, series, kind) = &rule.target else { continue };
        let key = key(rule, series, *kind);
        match references.iter_mut().find(|reference| reference.key == key) {
            Some(known) => {
                if taken.take(series) {
                    known.aliases.push(series.clone());
                }
            }
            None => {
                let (mut name, unit) = match kind {
                    Kind::Gdp => ("GDP增长率".to_owned(), PERCENT),
                    Kind::Growth => (series.clone(), PERCENT),
                    Kind::Elsewhere => (format!("{}（{series}）", rule.name), &*rule.unit),
                };
                let mut id = GDP.to_owned();
                let mut next = 1..;
                if *kind != Kind::Gdp {
                    let free = next.by_ref().map(|n: u64| format!("reference-{n:02}"));
                    id = free.into_iter().find(|id| taken.take(id)).unwrap_or_default();
                }
                let mut renamed = false;
                while !taken.take(&name) {
                    name.push_str("（参照）");
                    renamed = true;
                }
                let is_alias = *kind != Kind::Elsewhere && taken.take(series);
                let aliases = is_alias.then(|| series.clone()).into_iter().collect();
                references.push(Reference {
                    id,
                    name,
                    aliases,
                    unit: unit.to_owned(),
                    renamed,
                    key,
                });
            }
        }
    }
    references
}

/// The id of the series that a rule refers to.
pub(super) fn reference_id<'r>(
    references: &'r [Reference],
    rule: &Rule,
    series: &str,
    kind: Kind,
) -> &'r str {
    let key = key(rule, series, kind);
    references.iter().find(|reference| reference.key == key).map_or(GDP, |found| &found.id)
}

fn key(rule: &Rule, series: &str, kind: Kind) -> String {
    match kind {
        Kind::Gdp => GDP.to_owned(),
        Kind::Growth => fold(series),
        // 全省平均水平 of one indicator is not that of another.
        Kind::Elsewhere => format!("{}\n{}", rule.name, fold(series)),
    }
}
