//! A finding beside the verdicts.

use crate::diagnostic::{Diagnostic, JudgementProblem, Problem};
use crate::render::Lang;
use crate::report::document::{CountKeys, FindingKeys, PlaceKeys, SubjectKeys};

/// A finding, its message in `lang`.
pub(in crate::render) fn finding(found: &Diagnostic, lang: Lang) -> FindingKeys<'_> {
    let message = found.problem.message(lang);
    let keys = FindingKeys {
        code: found.code().into(),
        severity: found.severity().into(),
        message: message.title,
        help: message.help,
        location: found.place.as_ref().map(PlaceKeys::from),
        rule: found.rule.as_ref().map(PlaceKeys::from),
        related: found.related.iter().map(PlaceKeys::from).collect(),
        subject: found.subject.as_deref().map(SubjectKeys::new),
        ..FindingKeys::default()
    };
    match &found.problem {
        Problem::Audit(audited) => FindingKeys { audit: Some((&audited.status).into()), ..keys },
        Problem::More(more) => {
            let counts = more.counts.iter().map(|(of, count)| CountKeys::new(of, *count));
            FindingKeys { count: Some(more.count()), counts: Some(counts.collect()), ..keys }
        }
        Problem::Judgement(JudgementProblem::Outside { outside }) => {
            FindingKeys { outside: Some(outside.into()), ..keys }
        }
        Problem::Key(_)
        | Problem::Target(_)
        | Problem::Plan(_)
        | Problem::Lint(_)
        | Problem::Submission(_)
        | Problem::Judgement(_)
        | Problem::Input(_)
        | Problem::Output(_)
        | Problem::Comparison(_) => keys,
    }
}
