//! What a reader keeps, and to which bound.

use super::*;
use crate::diagnostic::{Problem, SeriesName};
use crate::report::document::{PlanKeys, TargetKeys};
use crate::term::{Against, Attribute, Level, Named, Outcome};

/// A verdict on a region and an indicator, with so many digits.
fn judgement<'r>(region: &'r Named, indicator: &'r str, digits: usize) -> Judgement<'r> {
    Judgement {
        indicator: indicator.into(),
        name: indicator.into(),
        attribute: Attribute::Binding.into(),
        region: RegionKeys::new(None, region, Level::County),
        year: 2023.into(),
        outcome: Outcome::Met.into(),
        value: Some(Key::text(&"1".repeat(digits))),
        unit: "%".into(),
        target: TargetKeys { form: crate::form::Form::Level.into(), ..TargetKeys::default() },
        ..Judgement::default()
    }
}

/// How many of many verdicts are kept until `most` bytes are full.
fn kept<'r>(most: u64, all: impl Iterator<Item = Judgement<'r>>) -> u64 {
    let selection = Selection::default();
    let mut reader = Reader { most, ..Reader::new("a.json", &selection) };
    for judgement in all {
        if reader.is_full() {
            break;
        }
        reader.judgement(judgement);
    }
    let plan = PlanKeys { id: "p".into(), title: "规划".into(), title_en: None };
    let run = RunKeys { plan, against: Against::Target.into(), ..RunKeys::default() };
    match reader.record(Origin::Report, run) {
        Ok(record) => record.verdicts.len() as u64,
        Err(faults) => match &faults[0].problem {
            Problem::Comparison(ComparisonProblem::ReportTooLarge {
                bound: ReportBound::Kept { verdicts },
                ..
            }) => *verdicts,
            other => panic!("{other:?}"),
        },
    }
}

#[test]
fn verdicts_names_and_long_figures_are_kept_to_a_bound() {
    let names: Vec<String> = (0..1000).map(|at| format!("{at}县{}", "乡".repeat(100))).collect();
    let county = Named::from("甲县");
    let most = 100 * size_of::<Verdict>() as u64;
    let short: Vec<String> = (0..1000).map(|at| at.to_string()).collect();
    let plain = kept(most, short.iter().map(|name| judgement(&county, name, 2)));
    assert!((20..=100).contains(&plain), "{plain}");
    let named: Vec<Named> = names.iter().map(|name| name.as_str().into()).collect();
    let regions = kept(most, named.iter().map(|name| judgement(name, "率", 2)));
    let indicators = kept(most, names.iter().map(|name| judgement(&county, name, 2)));
    let figures = kept(most, short.iter().map(|name| judgement(&county, name, 128)));
    for fewer in [regions, indicators, figures] {
        assert!(fewer < plain, "{fewer}");
    }
}

#[test]
fn what_is_not_asked_for_takes_no_room() {
    let name = |id: &str| SeriesName { id: id.to_owned(), name: id.into() };
    let taken = ["7".to_owned()].into();
    let selection = Selection::new(Vec::new(), vec![name("7")], Vec::new(), taken, [].into());
    let mut reader = Reader { most: 2000, ..Reader::new("a.json", &selection) };
    let ids: Vec<String> = (0..1000).map(|at| at.to_string()).collect();
    let county = Named::from("甲县");
    ids.iter().for_each(|id| reader.judgement(judgement(&county, id, 2)));
    assert!(!reader.is_full());
    assert_eq!(reader.verdicts.len(), 1);
}
