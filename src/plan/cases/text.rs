//! Cases as the text of a file.

use super::{Case, Cells, Check, SentRow};
use crate::exact::{Rational, shown};
use crate::plan::Plan;
use crate::plan::draft::quoted;
use crate::term::Condition;

/// What stands before drafted cases.
const DRAFTED: &str = "\
# 由规则起草（dabiao plan test --draft）：判定是程序按规则得出的，只说明规则怎样判，不说明规则写得对。
# 请对照原文逐条核对：边界、达标、未达标是不是原文的意思；核对过的，删去这几行。
# Drafted from the rules: what is expected here is what the rules say. Check it against the document.
";

impl Case {
    /// Drafted cases as a file, and the ids of those that are to be written by hand.
    pub fn drafted(plan: &Plan, cases: &[Self], left: &[&str]) -> String {
        let mut text = DRAFTED.to_owned();
        for id in left {
            text.push_str(&format!("\n# 未能起草，请自己写：{id}\n"));
        }
        cases.iter().for_each(|case| text.push_str(&case.text(plan)));
        text
    }

    fn text(&self, plan: &Plan) -> String {
        let indicator = &plan.indicators[self.indicator.index()];
        let cite = indicator.cite.as_ref().map(|cite| format!("，{cite}")).unwrap_or_default();
        let heading: String = format!("{}{cite}", &*indicator.name);
        let heading = heading.replace(char::is_control, " ");
        let mut text = format!(
            "\n# {heading}\n[[case]]\nindicator = {}\nyear = {}\n",
            quoted(&indicator.id),
            self.year
        );
        if Self::first_region(plan, indicator) != self.region {
            text.push_str(&format!("region = {}\n", quoted(plan.region(self.region).key())));
        }
        let (own, others): (Vec<&SentRow>, Vec<&SentRow>) =
            self.beside.iter().partition(|row| row.series == self.indicator);
        let history = own.into_iter().map(|row| {
            let year = ("year", row.year.to_string());
            table([year].into_iter().chain(cells(&row.cells)))
        });
        text.push_str(&list("history", history.collect()));
        let references = others.into_iter().filter_map(|row| {
            let id = ("id", quoted(&plan.reference(row.series)?.id));
            let year = (row.year != self.year).then(|| ("year", row.year.to_string()));
            Some(table([id].into_iter().chain(year).chain(cells(&row.cells))))
        });
        text.push_str(&list("reference", references.collect()));
        let checks = self.checks.iter().map(|check| check.text(plan, self)).collect();
        text.push_str(&list("checks", checks));
        text
    }
}

impl Check {
    fn text(&self, plan: &Plan, case: &Case) -> String {
        let blank = || vec![("value", quoted(""))];
        let own = self.cells.iter().flat_map(|own| match *own == Cells::default() {
            true => blank(),
            false => cells(own),
        });
        let sent = self.sent.iter().map(|row| {
            let id = &plan.indicators[row.series.index()].id;
            let region = row.region.map(|id| ("region", quoted(plan.region(id).key())));
            let year = (row.year != case.year).then(|| ("year", row.year.to_string()));
            let named = [("indicator", quoted(id))].into_iter().chain(region).chain(year);
            table(named.chain(cells(&row.cells)))
        });
        let sent: Vec<String> = sent.collect();
        let sent = (!sent.is_empty()).then(|| ("sent", format!("[{}]", sent.join(", "))));
        let outcome = ("outcome", quoted(self.expected.outcome.word()));
        let requirement = self.expected.requirement.as_ref().map(|required| {
            let text = required.as_ref().map_or("none".to_owned(), written);
            ("requirement", quoted(&text))
        });
        let margin = self.expected.margin.map(|margin| ("margin", quoted(&margin.to_string())));
        table(own.chain(sent).chain([outcome]).chain(requirement).chain(margin))
    }
}

/// A condition as cases have it.
fn written(condition: &Condition) -> String {
    let number = |bound: &Rational| shown::rounded(bound, bound.exact_digits(12).unwrap_or(12));
    match condition {
        Condition::Compare(comparison, bound) => format!("{}{}", comparison.sign(), number(bound)),
        Condition::Between(low, high) => format!("{}~{}", number(low), number(high)),
    }
}

/// The cells that something stands in.
fn cells(cells: &Cells) -> Vec<(&'static str, String)> {
    let Cells { value, numerator, denominator, total, remark } = cells;
    let all = [
        ("value", value),
        ("numerator", numerator),
        ("denominator", denominator),
        ("total", total),
        ("remark", remark),
    ];
    let said = all.into_iter().filter(|(_, text)| !text.is_empty());
    said.map(|(key, text)| (key, quoted(text))).collect()
}

fn table(keys: impl IntoIterator<Item = (&'static str, String)>) -> String {
    let keys = keys.into_iter().map(|(key, value)| format!("{key} = {value}"));
    format!("{{ {} }}", keys.collect::<Vec<_>>().join(", "))
}

/// A key with a table a line, if there is any.
fn list(key: &str, tables: Vec<String>) -> String {
    if tables.is_empty() {
        return String::new();
    }
    let lines: String = tables.into_iter().map(|table| format!("  {table},\n")).collect();
    format!("{key} = [\n{lines}]\n")
}
