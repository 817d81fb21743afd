//! Numbers as they are printed.

use proptest::prelude::*;
use serde_json::Value;

use super::bounds::Bounds;
use super::common::{self, exact};
use super::naive::Q;
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

/// What a reader of the printed numbers would conclude, against the verdict.
fn never_contradicts(result: &Value) -> Result<(), TestCaseError> {
    let Some(value) = result["value"].as_str().map(exact) else { return Ok(()) };
    let holds = |key: &str| printed(&result[key]).map(|bounds| bounds.hold(&value));
    // A change or a multiple is not in the terms of the value.
    let in_its_terms = ["change", "multiple"].map(Value::from).contains(&result["target"]["form"]);
    let target = if in_its_terms { None } else { holds("target") };
    let requirement = holds("requirement");
    let expected = match result["outcome"].as_str().unwrap() {
        "met" => [Some(true), Some(true)],
        "on_pace" => [Some(true), Some(false)],
        // What a year demands may be more than the target.
        "behind" => [Some(false), None],
        "not_met" => [Some(false), Some(false)],
        "not_due" => [None, Some(false)],
        _ => return Ok(()),
    };
    for (expected, found) in expected.into_iter().zip([requirement, target]) {
        if let (Some(expected), Some(found)) = (expected, found) {
            prop_assert_eq!(expected, found, "{:#}", result);
        }
    }
    if let Some(margin) = result["margin"]["value"].as_str().map(exact)
        && let Some(holds) = requirement
    {
        let zero = Q::from_integer(0.into());
        prop_assert!(if holds { margin >= zero } else { margin <= zero }, "{:#}", result);
    }
    Ok(())
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
