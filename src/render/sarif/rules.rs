//! The rules that results refer to: indicators, and codes of findings.

use std::collections::HashMap;

use super::log::{Configuration, Level, Rule, Tags};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Indicator;
use crate::render::{Lang, explain, plain};
use crate::term::Attribute;

/// The rules that are referred to, in the order in which they first were.
#[derive(Default)]
pub(super) struct Rules {
    rules: Vec<Rule>,
    at: HashMap<String, usize>,
}

impl Rules {
    /// The place of the rule of that id, which is made if it is not there.
    fn place(&mut self, id: &str, rule: impl FnOnce() -> Rule) -> usize {
        if let Some(at) = self.at.get(id) {
            return *at;
        }
        self.rules.push(rule());
        self.at.insert(id.to_owned(), self.rules.len() - 1);
        self.rules.len() - 1
    }

    pub(super) fn indicator(&mut self, indicator: &Indicator, lang: Lang) -> usize {
        self.place(&indicator.id, || of_indicator(indicator, lang))
    }

    pub(super) fn finding(&mut self, found: &Diagnostic, lang: Lang) -> usize {
        self.place(found.code(), || of_finding(found, lang))
    }

    pub(super) fn finish(self) -> Vec<Rule> {
        self.rules
    }
}

/// 约束性 weighs as an error, 预期性 as a warning.
pub(super) fn level(attribute: Attribute) -> Level {
    match attribute {
        Attribute::Binding => Level::Error,
        Attribute::Anticipatory => Level::Warning,
        Attribute::Task => Level::Note,
    }
}

/// A finding weighs what it says.
pub(super) fn severity(severity: Severity) -> Level {
    match severity {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Note => Level::Note,
    }
}

fn of_indicator(indicator: &Indicator, lang: Lang) -> Rule {
    let words = lang.words();
    let target = explain::target(indicator, lang);
    let demand = format!("{}{}{target}", words.target, words.colon);
    let mut help = vec![
        lang.name(&indicator.name).to_owned(),
        format!("{}{}{}", words.attribute, words.colon, lang.attribute(indicator.attribute)),
        demand.clone(),
    ];
    help.extend(
        indicator.cite.as_ref().map(|cite| format!("{}{}{cite}", words.citation, words.colon)),
    );
    Rule {
        id: indicator.id.clone(),
        short_description: plain::line(lang.name(&indicator.name)).into(),
        full_description: plain::line(&demand).into(),
        help: plain::line(&help.join(lang.ci_words().clause)).into(),
        default_configuration: Configuration { level: level(indicator.attribute) },
        properties: Tags { tags: [indicator.attribute.word()] },
    }
}

fn of_finding(found: &Diagnostic, lang: Lang) -> Rule {
    let weight = lang.weight(found.severity());
    let message = found.problem.message(lang).for_who_runs_it(lang);
    let help = message.help.map_or(weight.to_owned(), |help| plain::line(&help));
    Rule {
        id: found.code().to_owned(),
        short_description: format!("{} {}", lang.subject(&found.problem), found.code()).into(),
        full_description: weight.to_owned().into(),
        help: help.into(),
        default_configuration: Configuration { level: severity(found.severity()) },
        properties: Tags { tags: ["data"] },
    }
}
