//! The words in which verdicts are told, with room for what each has for itself.

use std::io;
use std::ptr;

use memchr::memmem;

use super::Script;
use super::own::{Field, Own};
use crate::diagnostic::Diagnostic;
use crate::plan::{Grade, Indicator, Waiver};
use crate::render::Lang;
use crate::render::csv::operator;
use crate::report::{Reason, Row};
use crate::term::{BaselineSource, Basis, Done, Level, Outcome, Year};
use crate::text::is_harmless;

/// What a verdict is told by, beside its own fields: where it is the same, so are the words.
#[derive(PartialEq)]
pub(super) struct Alike {
    indicator: *const Indicator,
    year: Year,
    outcome: Outcome,
    level: Level,
    present: u32,
    requirement: Option<(&'static str, Basis, Option<BaselineSource>)>,
    is_concerned: bool,
    is_index: bool,
    done: Option<Done>,
    mark: Option<&'static str>,
    waiver: Option<*const Waiver>,
    grade: Option<*const Grade>,
    reason: Option<(&'static str, Option<*const Diagnostic>)>,
}

impl Alike {
    pub(super) fn of(row: &Row<'_>, own: &Own) -> Self {
        let requirement = row.requirement();
        let requirement = requirement.map(|of| (operator(&of.condition), of.basis, of.baseline));
        let reason = row.reason().map(|reason| {
            let found = match reason {
                Reason::Found(found) | Reason::Perhaps(found) => Some(ptr::from_ref(found)),
                Reason::Marked(_) | Reason::Blank | Reason::Silent | Reason::Unsent => None,
            };
            (reason.code(), found)
        });
        Self {
            indicator: ptr::from_ref(row.indicator()),
            year: row.year(),
            outcome: row.outcome(),
            level: row.region().level,
            present: own.present(),
            requirement,
            is_concerned: row.not_concerned().is_none(),
            is_index: row.is_index(),
            done: row.done(),
            mark: row.mark(),
            waiver: row.waiver().map(ptr::from_ref),
            grade: row.grade().map(ptr::from_ref),
            reason,
        }
    }
}

/// The words of verdicts that are alike.
pub(super) struct Stencil {
    words: Vec<u8>,
    /// The fields, each with how many of those bytes stand before it.
    fields: Vec<(usize, Field)>,
}

impl Stencil {
    /// Made from one of them; none if the next could not be told from it.
    pub(super) fn new(
        script: Script,
        row: &Row<'_>,
        own: &Own,
        lang: Lang,
    ) -> io::Result<Option<Self>> {
        let mut plain = Vec::new();
        (script.plain)(row, own, lang, &mut plain)?;
        // In the place of each field a number that stands nowhere else.
        let mut marks = (0..100).map(|at| format!("73105829{at:02}"));
        let Some(mark) = marks.find(|mark| memmem::find(&plain, mark.as_bytes()).is_none()) else {
            return Ok(None);
        };
        let mut marked = Vec::new();
        let fields = own.marked(|field| format!("{mark}{:02}", field as usize));
        (script.plain)(row, &fields, lang, &mut marked)?;
        let mut stencil = Self { words: Vec::new(), fields: Vec::new() };
        let mut rest = &*marked;
        while let Some(at) = memmem::find(rest, mark.as_bytes()) {
            let (words, from) = rest.split_at(at);
            let number = from.get(mark.len()..mark.len() + 2);
            let number = number.and_then(|digits| std::str::from_utf8(digits).ok()?.parse().ok());
            let field = number.and_then(|number: usize| Field::ALL.get(number));
            let Some(field) = field else { return Ok(None) };
            stencil.words.extend_from_slice(words);
            stencil.fields.push((stencil.words.len(), *field));
            rest = &from[mark.len() + 2..];
        }
        stencil.words.extend_from_slice(rest);
        let mut filled = Vec::new();
        stencil.fill(own.len(), &mut filled, |field, out| own.push(field, script, out))?;
        Ok((filled == plain).then_some(stencil))
    }

    /// The same, some of its fields told as one verdict has them.
    pub(super) fn with(
        &self,
        own: &Own,
        script: Script,
        is_told: impl Fn(Field) -> bool,
    ) -> io::Result<Self> {
        let mut with = Self { words: Vec::new(), fields: Vec::new() };
        let mut from = 0;
        for (to, field) in &self.fields {
            with.words.extend_from_slice(&self.words[from..*to]);
            from = *to;
            match is_told(*field) {
                true => own.push(*field, script, &mut with.words)?,
                false => with.fields.push((with.words.len(), *field)),
            }
        }
        with.words.extend_from_slice(&self.words[from..]);
        Ok(with)
    }

    /// Whether nothing in its words is obeyed.
    pub(super) fn is_harmless(&self, script: Script) -> bool {
        is_harmless(&self.words, script.is_of_lines)
    }

    /// Adds the words, and each field in its place; all of those are about so long.
    #[inline]
    pub(super) fn fill(
        &self,
        fields: usize,
        out: &mut Vec<u8>,
        mut push: impl FnMut(Field, &mut Vec<u8>) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut from = 0;
        out.reserve(self.words.len() + fields);
        for (to, field) in &self.fields {
            out.extend_from_slice(&self.words[from..*to]);
            from = *to;
            push(*field, out)?;
        }
        out.extend_from_slice(&self.words[from..]);
        Ok(())
    }
}
