//! One rule in words, its path, and how a submission stands to it.

use super::document::Document;
use super::numbers;
use super::{Lang, Style, markdown, terminal, verdicts};
use crate::diagnostic::{self, Entry, Weight};
use crate::form::{Aim, States};
use crate::plan::Indicator;
use crate::report::{Explanation, Report, Requirement, Stretch};
use crate::term::{Limits, Named};

/// The rule; with a report also every verdict on it, its numbers put in.
pub fn explain(rule: &Explanation, report: Option<&Report>, style: Style) -> String {
    let (lang, words) = (style.lang, style.lang.words());
    let indicator = &rule.indicator;
    let number = indicator.number.as_ref().map_or(String::new(), |number| format!("{number} "));
    let mut page = Document::default();
    let region = rule.region.as_ref().map(|region| lang.in_brackets(lang.name(region)));
    page.line(format!("{number}{}{}", lang.name(&indicator.name), region.unwrap_or_default()));
    let mut fact = |word: &str, text: &str| page.line(format!("  {word}{}{text}", words.colon));
    fact(words.attribute, lang.attribute(indicator.attribute));
    fact(&lang.year_of(rule.plan.baseline_year, words.baseline), &baseline(indicator, lang));
    fact(&lang.year_of(rule.plan.target_year, words.target), &target(indicator, lang));
    if let Some(text) = &indicator.text {
        fact(words.demand, text);
    }
    if let Some(whom) = &indicator.applies_to {
        fact(words.applies_to, &lang.list(&whom.written));
    }
    fact(words.citation, indicator.cite.as_deref().unwrap_or(words.unstated));
    let rule_line = indicator.rule.line_number().unwrap_or_default();
    fact(words.rule, &format!("{}:{rule_line}", indicator.rule.file));
    if let Some(per) = indicator.measure.limits.per() {
        let times = match (per.count(), &*indicator.measure.unit) {
            (1, _) => String::new(),
            (count, sign @ ("%" | "‰")) => format!(" × {count}{sign}"),
            (count, _) => format!(" × {count}"),
        };
        fact(words.formula, &format!("{} / {}{times}", words.numerator, words.denominator));
        let [numerator, denominator] = counted(rule, lang);
        fact(words.numerator, &numerator);
        fact(words.denominator, &denominator);
    }
    if let (States::Rank, Some(part)) =
        (indicator.target.form.states(), indicator.target.parts.first())
    {
        let name = lang.name(&part.name);
        let told =
            lang.pick(format!("按“{name}”的数值排的名次"), format!("the place by \"{name}\""));
        fact(words.formula, &told);
    }
    page.line(format!("  {}{}", words.path, words.colon.trim_end()));
    for (year, requirement) in &rule.path {
        page.line(format!("    {year}  {}", demand(rule, *year, requirement.as_ref(), lang)));
    }
    if let Some(report) = report {
        use verdicts::*;
        let fields = [YEAR, REGION, FIGURE, OWN_REQUIREMENT, VERDICT, WHOLE_MARGIN, PLACE];
        page.gap();
        match report.tally.total() {
            0 => page.line(words.nothing),
            _ => page.table(table(&fields, report.rows(), lang)),
        }
    }
    terminal::page(&page, style)
}

/// The page of a finding's code, if it has one.
pub fn page(code: &str, style: Style) -> Option<String> {
    let mut page = Document::default();
    page.line(code);
    for (word, text) in facts(diagnostic::entry(code)?, style.lang)? {
        page.line(format!("  {word}{}{text}", style.lang.words().colon));
    }
    Some(terminal::page(&page, style))
}

/// The pages of all findings' codes, as Markdown.
pub fn codes(lang: Lang) -> String {
    let words = lang.words();
    let mut pages = format!("# {}\n", words.codes);
    for entry in diagnostic::entries() {
        let Some(facts) = facts(entry, lang) else { continue };
        pages.push_str(&format!("\n## {}\n\n", entry.code));
        for (word, text) in facts {
            pages.push_str(&format!("- {word}{}{}\n", words.colon, markdown::escape_all(&text)));
        }
    }
    pages
}

/// What the page of a code says, each with its word.
fn facts(entry: &Entry, lang: Lang) -> Option<Vec<(&'static str, String)>> {
    let (words, told) = (lang.words(), entry.page(lang)?);
    let (weight, switch) = match entry.weight {
        Weight::Fixed(severity) => (lang.severity(severity), None),
        Weight::Switched(level) => (lang.level(level), Some(lang.switches(entry.code))),
    };
    let mut facts = vec![
        (words.weight, weight.to_owned()),
        (words.meaning, told.means.to_owned()),
        (words.example, told.example.to_owned()),
        (words.help, told.todo.to_owned()),
    ];
    facts.extend(switch.map(|switch| (words.switch, switch)));
    Some(facts)
}

/// 基期值, or that there is none.
pub(super) fn baseline(indicator: &Indicator, lang: Lang) -> String {
    over_years(indicator, lang, |indicator| {
        let number = indicator.baseline.map_or("—".to_owned(), |baseline| {
            numbers::with_unit(&baseline.to_string(), lang.name(&indicator.measure.unit))
        });
        let year = indicator.own_years.baseline.map(|year| lang.of_year(year));
        number + &year.unwrap_or_default()
    })
}

/// What a rule says, and behind it what it says from later years on.
pub(super) fn over_years(
    indicator: &Indicator,
    lang: Lang,
    text: impl Fn(&Indicator) -> String,
) -> String {
    let mut said = text(indicator);
    let mut last = said.clone();
    for (year, rule) in indicator.adjustments() {
        let now = text(rule);
        if now != last {
            said.push_str(&lang.from_year(year, &now));
            last = now;
        }
    }
    said
}

/// What numerator and denominator are.
fn counted(rule: &Explanation, lang: Lang) -> [String; 2] {
    let indicator = &rule.indicator;
    if let (Some(level), Some(part)) = (rule.counts, indicator.target.parts.first()) {
        let (all, name) = (lang.regions_of(level), lang.name(&part.name));
        return [
            lang.pick(format!("“{name}”达标的{all}"), format!("{all} that meet \"{name}\"")),
            lang.pick(
                format!("“{name}”有判定而不是不适用的{all}"),
                format!("{all} to which \"{name}\" applies"),
            ),
        ];
    }
    let measure = &indicator.measure;
    let said = |text: &Option<Named>| {
        text.as_ref().map_or(lang.words().unstated, |text| lang.name(text)).to_owned()
    };
    [said(&measure.numerator), said(&measure.denominator)]
}

/// 目标值 in words.
pub(super) fn target(indicator: &Indicator, lang: Lang) -> String {
    let text = |indicator: &Indicator| match indicator.target.relation() {
        Some(relation) => {
            lang.relative(relation.comparison, lang.name(&relation.name))
                + &numbers::about_reference(indicator, lang)
        }
        None => numbers::target(indicator, lang),
    };
    over_years(indicator, lang, text) + numbers::apart(indicator, lang)
}

/// What one year demands, with the formula of the path where there is one.
fn demand(rule: &Explanation, year: u16, requirement: Option<&Requirement>, lang: Lang) -> String {
    let words = lang.words();
    let Some(requirement) = requirement else {
        return match &rule.indicator.target.aim {
            Aim::Relative(_) => target(&rule.indicator, lang),
            _ if rule.indicator.target.course().is_year_on_year() => {
                words.by_year_before.to_owned()
            }
            _ if rule.indicator.target.needs_baseline() && rule.indicator.baseline.is_none() => {
                words.by_baseline.to_owned()
            }
            Aim::Number { .. } | Aim::Done { .. } => words.none_due.to_owned(),
            Aim::Unset => words.none_due.to_owned(),
            Aim::Parts { .. } => words.by_parts.to_owned(),
            Aim::Words => "—".to_owned(),
        };
    };
    let bounds = numbers::bounds(&requirement.condition);
    let written = match rule.indicator.measure.limits {
        Limits::Done => words.done.to_owned(),
        _ => {
            let unit = lang.name(&rule.indicator.measure.unit);
            let judged = numbers::condition(&requirement.condition, &bounds, unit);
            judged + &numbers::about_of(&rule.indicator, requirement, lang)
        }
    };
    let basis = lang.basis(requirement.basis, requirement.baseline);
    let formula = rule.lines.get(&year).map(|line| formula(line, year)).unwrap_or_default();
    format!("{written}  {basis}{formula}")
}

/// `49.86 + (60 − 49.86) × 3/5`
fn formula(line: &Stretch, year: u16) -> String {
    let [start, end] = [&line.from, &line.to].map(|(_, value)| numbers::bound(value));
    let (years, total) = (year - line.from.0, line.to.0 - line.from.0);
    format!("  = {start} + ({end} - {start}) × {years}/{total}")
}
