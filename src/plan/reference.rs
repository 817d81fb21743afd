//! `[[reference]]` and `[[group]]` tables.

use std::ops::Range;

use super::field::{At, Checker};
use super::indicator::Context;
use super::raw::{RawGroup, RawReference};
use super::{Keys, Reference};
use crate::diagnostic::KeyProblem;
use crate::term::{Found, Limits, SeriesId, nearest};

/// 专栏: indicators that the document prints together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// A stable name, kebab-case.
    pub id: String,
    /// 序号.
    pub number: Option<String>,
    /// Its title.
    pub title: String,
    /// Where in the document it stands.
    pub cite: Option<String>,
}

/// A reference series, and the names it can be found by. A faulty one keeps its
/// place and its names, so that what refers to it is not called wrong too; the plan
/// is refused all the same.
pub(super) fn reference(
    checker: &mut Checker<'_>,
    raw: &RawReference,
    owner: &Range<usize>,
) -> (Reference, Vec<At<String>>) {
    let id = checker.required_text("id", &raw.id, owner);
    let name = checker.required_text("name", &raw.name, owner);
    let unit = checker.required_text("unit", &raw.unit, owner);
    let span = id.as_ref().map_or(owner.clone(), |id| id.span.clone());
    let aliases = checker.texts("aliases", &raw.aliases);
    let reference = Reference {
        id: text(&id),
        name: text(&name),
        aliases: aliases.iter().map(|alias| alias.value.clone()).collect(),
        unit: text(&unit),
        limits: Limits::Any,
        growth_of: None,
        allow: checker.allow(&raw.allow),
        rule: checker.place(span),
        keys: Keys::new(checker, &[("id", &raw.id), ("name", &raw.name)])
            .with_items("aliases", &aliases),
    };
    (reference, id.into_iter().chain(name).chain(aliases).collect())
}

/// A group; a faulty one keeps its place, as a faulty reference does.
pub(super) fn group(checker: &mut Checker<'_>, raw: &RawGroup, owner: &Range<usize>) -> Group {
    let id = checker.required_text("id", &raw.id, owner);
    let title = checker.required_text("title", &raw.title, owner);
    Group {
        id: text(&id),
        number: checker.label("number", &raw.number).map(|number| number.value),
        title: text(&title),
        cite: checker.text("cite", &raw.cite).map(|cite| cite.value),
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
    let known = context.reference_ids.iter().position(|known| *known == id.value);
    if let Some(at) = known.and_then(|at| u16::try_from(at).ok()) {
        return Some(SeriesId(context.first_reference + at));
    }
    // The name instead of the id is a slip as likely as a misspelt id.
    let id_of = |name: &str| match context.references.find(name) {
        Some(Found::One(at)) => context.reference_ids.get(at as usize).cloned(),
        _ => None,
    };
    let ids = context.reference_ids.iter().map(String::as_str);
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
