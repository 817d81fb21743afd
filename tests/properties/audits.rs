//! Audits beside the verdicts.

use dabiao::diagnostic::{Audit, Level};
use dabiao::report::{Exit, Report};
use proptest::prelude::*;

use super::common::{self, codes};
use super::world::World;
use super::{cases, run, seeds, verdicts};

/// A run in which every audit is at that level, and hardly a change is let pass.
fn audited(world: &World, level: Level) -> Report {
    let bounds = "[audit]\nchange-points = 5\nchange-percent = 5\n";
    let plan = common::load(&world.plan.toml().replace("[audit]\n", bounds));
    let run = run(world, &[&world.rows], &[&world.history_rows]);
    Audit::ALL.into_iter().fold(run, |run, audit| run.audit(audit, level)).judge(&plan)
}

fn others(report: &Report) -> Vec<&'static str> {
    codes(report).into_iter().filter(|code| !code.starts_with("audit/")).collect()
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn audits_that_warn_change_no_verdict_tally_or_exit_code(world in seeds::worlds()) {
        let (soft, none) = (audited(&world, Level::Warn), audited(&world, Level::Allow));
        prop_assert_eq!(verdicts(&soft), verdicts(&none));
        prop_assert_eq!((soft.tally, soft.exit), (none.tally, none.exit));
        prop_assert_eq!(others(&soft), others(&none));
        prop_assert_eq!(soft.audits.hard, 0);
        prop_assert!(none.audits.is_empty());
        let listed = soft.diagnostics.len() - others(&soft).len();
        prop_assert_eq!(soft.audits.open + soft.audits.explained, listed as u64);
    }

    #[test]
    fn audits_that_deny_leave_a_run_whole_only_where_they_find_nothing(world in seeds::worlds()) {
        let (hard, none) = (audited(&world, Level::Deny), audited(&world, Level::Allow));
        if hard.audits.is_empty() {
            prop_assert_eq!(verdicts(&hard), verdicts(&none));
            prop_assert_eq!(hard.exit, none.exit);
        } else {
            prop_assert_eq!(hard.exit, Exit::Incomplete);
        }
        prop_assert_eq!(hard.audits.open + hard.audits.explained, 0);
        // What can't be used is not judged another way.
        prop_assert_eq!(hard.tally.total() > 0, none.tally.total() > 0);
    }
}
