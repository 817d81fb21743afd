//! Any text as the table that a plan is drafted from.

use std::io;

use dabiao::diagnostic::{KeyProblem, Problem};
use dabiao::plan::draft::{Draft, draft as drafted};
use dabiao::plan::{Plan, RuleFile};

use super::many;

/// A table; bytes that are no text are one too.
pub fn draft(input: &[u8]) {
    let text = std::str::from_utf8(input).map(|text| many::written_out(text).into_bytes());
    let bytes = text.unwrap_or_else(|_| input.to_vec());
    let Ok(draft) = drafted("table.csv", &bytes) else { return };
    assert_eq!(drafted("table.csv", &bytes).as_ref(), Ok(&draft));
    let Draft { toml, rules, left, asides: _, unsettled } = draft;
    assert!(rules + left > 0, "neither a rule nor a word");
    assert!(unsettled.len() <= rules + left);
    let file = RuleFile::new("plan.toml", toml.clone().into_bytes());
    let found = Plan::load(&[file], &mut |_, _| Err(io::Error::other("no roster"))).err();
    for fault in found.into_iter().flatten() {
        // It leaves things open; but it is TOML, its keys are known, and no two rules are one.
        let is_broken = matches!(
            fault.problem,
            Problem::Key(
                KeyProblem::Syntax { .. }
                    | KeyProblem::UnknownKey { .. }
                    | KeyProblem::DuplicateId { .. }
                    | KeyProblem::WrongType { .. }
                    | KeyProblem::BadNumber { .. }
                    | KeyProblem::BadWord { .. }
            )
        );
        assert!(!is_broken, "{fault:?}\n{toml}");
    }
}
