//! Numbers as they are printed.

use dabiao::render::{self, Lang, Style};
use dabiao::report::Row;
use dabiao::term::Outcome;
use proptest::prelude::*;
use serde_json::Value;

use super::bounds::Bounds;
use super::common::{self, exact};
use super::naive::Q;
use super::plan::Operator;
use super::{cases, judged, seeds};

/// Bounds as they are printed in JSON.
fn printed(condition: &Value) -> Option<Bounds> {
    let number = |key: &str| condition[key].as_str().map(exact);
    let (low, high) = match condition["operator"].as_str()? {
        ">" => (Some((number("value")?, true)), None),
        ">=" => (Some((number("value")?, false)), None),
        "<" => (None, Some((number("value")?, true))),
        "<=" => (None, Some((number("value")?, false))),
        "between" => (Some((number("low")?, false)), Some((number("high")?, false))),
        other => panic!("operator {other}"),
    };
    Some(Bounds { low, high })
}

/// Whether a reader of printed numbers would conclude the same: what is known of the
/// requirement and of the target beside a value.
fn follows(outcome: Outcome, requirement: Option<bool>, target: Option<bool>) -> bool {
    let expected = match outcome {
        Outcome::Met => [Some(true), Some(true)],
        Outcome::OnPace => [Some(true), Some(false)],
        // What a year demands may be more than the target.
        Outcome::Behind => [Some(false), None],
        Outcome::NotMet => [Some(false), Some(false)],
        Outcome::NotDue => [None, Some(false)],
        Outcome::Missing | Outcome::Invalid | Outcome::NotApplicable | Outcome::Waived => {
            return true;
        }
    };
    let mut both = expected.into_iter().zip([requirement, target]);
    both.all(|(expected, found)| expected.is_none() || found.is_none() || expected == found)
}

/// The outcome that a word stands for.
fn named(text: &str, word: impl Fn(Outcome) -> &'static str) -> Option<Outcome> {
    Outcome::ALL.into_iter().find(|outcome| word(*outcome) == text)
}

/// What JSON says of one cell.
fn never_contradicts(result: &Value) -> Result<(), TestCaseError> {
    let Some(value) = result["value"].as_str().map(exact) else { return Ok(()) };
    let holds = |key: &str| printed(&result[key]).map(|bounds| bounds.hold(&value));
    // A change or a multiple is not in the terms of the value.
    let forms = ["change", "multiple", "year-on-year", "growth"];
    let in_its_terms = forms.map(Value::from).contains(&result["target"]["form"]);
    let target = if in_its_terms { None } else { holds("target") };
    let requirement = holds("requirement");
    let outcome = named(result["outcome"].as_str().unwrap(), Outcome::word).unwrap();
    prop_assert!(follows(outcome, requirement, target), "{:#}", result);
    if let Some(margin) = result["margin"]["value"].as_str().map(exact)
        && let Some(holds) = requirement
    {
        let zero = Q::from_integer(0.into());
        prop_assert!(if holds { margin >= zero } else { margin <= zero }, "{:#}", result);
    }
    // The share of what is demanded is on the same side of the whole.
    if let Some(share) = result["completion"].as_str().map(exact)
        && let Some(holds) = requirement
    {
        let whole = Q::from_integer(100.into());
        prop_assert!(if holds { share >= whole } else { share <= whole }, "{:#}", result);
    }
    Ok(())
}

/// A number in a table, with or without a percent sign.
fn number(token: &str) -> Option<Q> {
    let digits = token.strip_suffix('%').unwrap_or(token);
    let is_number = digits.contains(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.' || c == '-');
    is_number.then(|| exact(digits))
}

/// A requirement in a table, without its unit and the number that the document names.
fn requirement(token: &str) -> Option<Bounds> {
    let token = token.split_once('（').map_or(token, |(judged, _)| judged);
    if let Some((low, high)) = token.split_once('~') {
        let (low, high) = (number(low)?, number(high)?);
        return Some(Bounds::of(Operator::Between, low, high));
    }
    let signs = [
        (">", Operator::Above),
        ("≥", Operator::AtLeast),
        ("<", Operator::Below),
        ("≤", Operator::AtMost),
        ("=", Operator::Equal),
    ];
    signs.into_iter().find_map(|(sign, operator)| {
        let bound = number(token.strip_prefix(sign)?)?;
        Some(Bounds::of(operator, bound.clone(), bound))
    })
}

/// The verdict of a line of the detailed table, whether its value holds, if it says so.
fn in_detail(line: &str) -> Option<(Outcome, bool)> {
    let tokens: Vec<&str> = line.split_whitespace().collect();
    // A year stands behind the region where there are several.
    let before = usize::from(tokens.get(1)?.parse::<u16>().is_ok()) + 2;
    let outcome = named(tokens.get(before)?, |outcome| Lang::Zh.outcome(outcome))?;
    let rest = &tokens[before + 1..];
    let (at, bounds) = rest.iter().enumerate().find_map(|(at, t)| Some((at, requirement(t)?)))?;
    // `3/4 = 75%`, or the number alone.
    let equals = rest[..at].iter().position(|token| *token == "=").map_or(0, |equals| equals + 1);
    Some((outcome, bounds.hold(&number(rest[equals])?)))
}

/// The verdicts of a line of the matrix whose regions have one requirement, and whether
/// their values hold.
fn in_matrix(line: &str) -> Vec<(Outcome, bool)> {
    let tokens: Vec<&str> = line.split_whitespace().collect();
    let Some(bounds) = tokens.get(3).and_then(|token| requirement(token)) else {
        return Vec::new();
    };
    if tokens.contains(&"~") {
        return Vec::new();
    }
    let verdict = |token| named(token, |outcome| Lang::Zh.short_outcome(outcome));
    let verdicts = tokens.iter().enumerate().filter_map(|(at, token)| {
        let outcome = verdict(token)?;
        // A unit may stand between, and a verdict without a value beside another.
        let is_bare = verdict(tokens[at - 1]).is_some();
        let value = number(tokens[at - 1]).or_else(|| number(tokens[at - 2]));
        Some((outcome, bounds.hold(&value.filter(|_| !is_bare)?)))
    });
    verdicts.collect()
}

#[test]
fn a_line_of_a_matrix_is_read_back() {
    let line = "1 指标1 约束性 ≥70% ≥90% 66.67% 滞后 缺报 80% 达进度";
    assert_eq!(in_matrix(line), [(Outcome::Behind, false), (Outcome::OnPace, true)]);
    let line = "1 指标1 约束性 ≥69%（70%左右） ≥69%（70%左右） 69% 达标 68.9% 未达标";
    assert_eq!(in_matrix(line), [(Outcome::Met, true), (Outcome::NotMet, false)]);
    let line = "2 指标2 任务 20~28 户 20~26 户 27 户 达进度 29 户 滞后";
    assert_eq!(in_matrix(line), [(Outcome::OnPace, true), (Outcome::Behind, false)]);
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn no_printed_number_contradicts_its_verdict(world in seeds::worlds()) {
        for result in common::json(&judged(&world))["results"].as_array().unwrap() {
            never_contradicts(result)?;
        }
    }
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn no_number_of_a_table_contradicts_its_verdict(world in seeds::worlds()) {
        let report = judged(&world);
        let style = Style::plain(Lang::Zh, 400);
        let detail = render::detail(&report, style);
        let mut seen = 0;
        for (line, (outcome, holds)) in detail.lines().filter_map(|l| Some((l, in_detail(l)?))) {
            prop_assert!(follows(outcome, Some(holds), None), "{}", line);
            seen += 1;
        }
        let has_both = |row: &Row<'_>| {
            let is_number = row.value().is_some() && row.done().is_none();
            is_number && row.requirement().is_some()
        };
        prop_assert_eq!(seen, report.rows().filter(has_both).count(), "{}", detail);
        for line in common::table(&report, Lang::Zh).lines() {
            for (outcome, holds) in in_matrix(line) {
                prop_assert!(follows(outcome, Some(holds), None), "{}", line);
            }
        }
    }
}
