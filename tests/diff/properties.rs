//! Of any two submissions.

use super::*;
use proptest::prelude::*;

/// Rows of both counties: a rate, or a gap; and perhaps the task.
fn submission() -> impl Strategy<Value = Vec<String>> {
    let rate = prop::option::of((0u32..=60, 1u32..40));
    let task = prop::option::of(any::<bool>());
    prop::collection::vec((rate, task), 2).prop_map(|counties| {
        let rows = counties.into_iter().zip(["甲县", "乙县"]).flat_map(|((rate, task), county)| {
            let rate = match rate {
                Some((part, more)) => format!("2023,{county},率,,{part},{},", part + more),
                None => format!("2023,{county},率,—,,,"),
            };
            let task = task
                .map(|done| format!("2023,{county},办法,{},,,", if done { "是" } else { "否" }));
            [Some(rate), task]
        });
        rows.flatten().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_submission_does_not_differ_from_itself_nor_from_its_own_report(rows in submission()) {
        let report = Run::of(&rows).judge(&plan());
        let (here, written) = (record(&report), read_back(&report));
        prop_assert_eq!(&here.verdicts, &written.verdicts);
        prop_assert_eq!(&here.findings, &written.findings);
        for (old, new) in [(here.clone(), here.clone()), (here.clone(), written.clone()), (written, here)] {
            let comparison = Comparison::of(old, new, FailOn::Task).unwrap();
            prop_assert!(comparison.is_empty());
            prop_assert_eq!(comparison.exit, Exit::Passed);
            prop_assert_eq!(comparison.counts.same, comparison.new.verdicts);
        }
    }

    #[test]
    fn the_other_way_round_is_the_mirror_image(old in submission(), new in submission()) {
        let there = compared(&old, &new);
        let back = compared(&new, &old);
        let ([worse, supplied, better, aside, moved], _) = turned(&there);
        let [to_worse, to_supplied, to_better, to_aside, to_moved] = turned(&back).0;
        prop_assert_eq!((worse, aside, moved), (to_supplied + to_better, to_aside, to_moved));
        prop_assert_eq!(to_worse, supplied + better);
        prop_assert_eq!(&there.appeared, &back.vanished);
        prop_assert_eq!(&there.vanished, &back.appeared);
        prop_assert_eq!(there.counts.same, back.counts.same);
        for change in &there.changes {
            let same = back.changes.iter().find(|other| other.old == change.new && other.new == change.old);
            if let (Some((n, d)), Some((m, e))) = (&change.old.counts, &change.new.counts) {
                let rise = m.exact().clone() * d.exact().clone() - n.exact().clone() * e.exact().clone();
                let printed = change.difference.clone().unwrap();
                prop_assert_eq!(rise.cmp(&0.into()), printed.cmp(&0.into()));
            }
            let negated = change.difference.clone().map(|difference| -difference);
            prop_assert_eq!(same.map(|other| other.difference.clone()), Some(negated));
        }
        let (old, new) = (there.old.verdicts, there.new.verdicts);
        let both = there.changes.len() as u64 + there.counts.same;
        prop_assert_eq!((old, new), (both + there.counts.vanished, both + there.counts.appeared));
    }
}
