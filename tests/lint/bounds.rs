//! lint/audit-bound

use super::*;

#[test]
fn a_bound_that_lets_everything_pass_or_nothing_is_told() {
    let found = |audit: &str| {
        let found =
            lint(&format!("{}[audit]\n{audit}\n", plan(&["operator = '≥'\nthreshold = 60"]))).found;
        found.iter().filter(|found| found.code() == "lint/audit-bound").count()
    };
    for (audit, told) in [
        ("growth = 30", 0),
        ("growth = 99.9", 0),
        ("growth = 100", 1),
        ("growth = 0", 1),
        ("change-points = 0.0", 1),
        ("change-points = 250", 1),
        ("change-percent = 0", 1),
        ("change-percent = 500", 0),
        ("change-points = 10\nchange-percent = 50\ngrowth = 20", 0),
    ] {
        assert_eq!(found(audit), told, "{audit}");
    }
}
