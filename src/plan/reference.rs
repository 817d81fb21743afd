//! `[[reference]]` and `[[group]]` tables.

use super::field::{At, Called, Checker};
use super::indicator::Context;
use super::table::Table;
use super::{Keys, Reference};
use crate::diagnostic::KeyProblem;
use crate::term::{Found, Limits, Named, SeriesId, nearest};

/// 专栏: indicators that the document prints together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// A stable name, kebab-case.
    pub id: String,
    /// 序号.
    pub number: Option<String>,
    /// Its title.
    pub title: Named,
    /// Where in the document it stands.
    pub cite: Option<String>,
}

/// A reference series, and the names it can be found by. A faulty one keeps its
/// place and its names, so that what refers to it is not called wrong too; the plan
/// is refused all the same.
pub(super) fn reference(
    checker: &mut Checker<'_>,
    raw: &Table<'_>,
) -> (Reference, Vec<At<String>>) {
    let id = checker.text(raw, "id");
    let Called { name, aliases, known } = checker.called(raw);
    let unit = checker.unit(raw, ["unit", "unit-en"]);
    let reference = Reference {
        id: text(&id),
        name: name.unwrap_or_default(),
        aliases,
        unit: unit.unwrap_or_default(),
        limits: Limits::Any,
        growth_of: None,
        shared: None,
        allow: checker.allow(raw),
        rule: checker.place(raw.span_of("id")),
        keys: Keys::new(checker, raw),
    };
    (reference, id.into_iter().chain(known).collect())
}

/// A group; a faulty one keeps its place, as a faulty reference does.
pub(super) fn group(checker: &mut Checker<'_>, raw: &Table<'_>) -> Group {
    let id = checker.text(raw, "id");
    let title = checker.named(raw, ["title", "title-en"]);
    Group {
        id: text(&id),
        number: checker.label(raw, "number").map(|number| number.value),
        title: title.unwrap_or_default(),
        cite: checker.text(raw, "cite").map(|cite| cite.value),
    }
}

fn text(at: &Option<At<String>>) -> String {
    at.as_ref().map_or(String::new(), |at| at.value.clone())
}

/// The reference series that a rule names by its id; a fault if there is none.
pub(super) fn find(
    checker: &mut Checker<'_>,
    id: &At<String>,
    context: &Context<'_>,
) -> Option<SeriesId> {
    let known = context.reference_ids.find(&id.value);
    if let Some(at) = known.and_then(|at| u16::try_from(at).ok()) {
        return context.first_reference.checked_add(at).map(SeriesId);
    }
    // The name instead of the id is a slip as likely as a misspelt id.
    let id_of = |name: &str| match context.references.find(name) {
        Some(Found::One(at)) => context.reference_ids.get(at as usize).cloned(),
        _ => None,
    };
    let ids = context.reference_ids.all();
    let near = || {
        id_of(&id.value)
            .or_else(|| nearest(&id.value, ids))
            .or_else(|| id_of(&context.references.nearest(&id.value)?))
    };
    let nearest = checker.faults.meant(near);
    let problem = KeyProblem::UnknownReference { id: id.value.clone(), nearest };
    checker.fault(problem, id.span.clone());
    None
}
