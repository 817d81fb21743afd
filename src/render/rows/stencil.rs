//! The words in which verdicts are told, with room for what each has for itself.

use std::io;
use std::ptr;

use memchr::memmem;

use super::own::{Demanded, Field, Own};
use crate::diagnostic::Diagnostic;
use crate::plan::{Grade, Indicator, Waiver};
use crate::render::Lang;
use crate::render::csv::operator;
use crate::report::{Reason, Row};
use crate::term::{BaselineSource, Basis, Done, Level, Outcome, Year};

/// How verdicts are written in a format.
#[derive(Clone, Copy)]
pub(in crate::render) struct Script {
    /// Adds one, its own fields as they are given.
    pub(in crate::render) plain: fn(&Row<'_>, &Own, Lang, &mut Vec<u8>) -> io::Result<()>,
    /// Adds a text of others as it stands in a field.
    pub(in crate::render) text: fn(&[u8], &mut Vec<u8>) -> io::Result<()>,
}

/// What a verdict is told by, beside its own fields: where it is the same, so are the words.
#[derive(PartialEq)]
struct Alike {
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
    fn of(row: &Row<'_>, own: &Own) -> Self {
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
struct Stencil {
    words: Vec<u8>,
    /// The fields, each with how many of those bytes stand before it.
    fields: Vec<(usize, Field)>,
}

impl Stencil {
    /// Made from one of them; none if the next could not be told from it.
    fn new(script: Script, row: &Row<'_>, own: &Own, lang: Lang) -> io::Result<Option<Self>> {
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
        stencil.fill(script, own, &mut filled)?;
        Ok((filled == plain).then_some(stencil))
    }

    fn fill(&self, script: Script, own: &Own, out: &mut Vec<u8>) -> io::Result<()> {
        let mut from = 0;
        out.reserve(self.words.len() + own.len());
        for (to, field) in &self.fields {
            out.extend_from_slice(&self.words[from..*to]);
            from = *to;
            match field.is_text() {
                true => (script.text)(own.bytes(*field), out)?,
                false => out.extend_from_slice(own.bytes(*field)),
            }
        }
        out.extend_from_slice(&self.words[from..]);
        Ok(())
    }
}

/// Whether a verdict was written as it is plainly.
fn is_plain(script: Script, row: &Row<'_>, own: &Own, lang: Lang, written: &[u8]) -> bool {
    let mut plain = Vec::new();
    (script.plain)(row, own, lang, &mut plain).is_ok() && plain == written
}

/// What was seen of verdicts that are alike.
enum Seen {
    /// One, which was written plainly.
    Once,
    Often(Stencil),
    /// No stencil tells them.
    Apart,
}

/// How many kinds of verdicts are remembered: those of a column are few.
const KINDS: usize = 64;

/// Writes verdicts, those that are like earlier ones in the words of these.
pub(super) struct Clerk<'r> {
    script: Script,
    lang: Lang,
    own: Own,
    demanded: Demanded<'r>,
    kinds: Vec<(Alike, Seen)>,
    /// The kind of the last one.
    last: usize,
}

impl<'r> Clerk<'r> {
    pub(super) fn new(script: Script, lang: Lang) -> Self {
        let (own, demanded) = Default::default();
        Self { script, lang, own, demanded, kinds: Vec::new(), last: 0 }
    }

    /// Adds a verdict.
    pub(super) fn write(&mut self, row: &Row<'r>, out: &mut Vec<u8>) -> io::Result<()> {
        self.own.take(row, &mut self.demanded);
        let Self { script, lang, own, .. } = self;
        let alike = Alike::of(row, own);
        let is_last = self.kinds.get(self.last).is_some_and(|(kind, _)| *kind == alike);
        let known = || self.kinds.iter().position(|(kind, _)| *kind == alike);
        match if is_last { Some(self.last) } else { known() } {
            Some(at) => self.last = at,
            None => {
                if self.kinds.len() == KINDS {
                    self.kinds.clear();
                }
                self.last = self.kinds.len();
                self.kinds.push((alike, Seen::Once));
                return (script.plain)(row, own, *lang, out);
            }
        }
        let (_, seen) = &mut self.kinds[self.last];
        if let Seen::Once = seen {
            let made = Stencil::new(*script, row, own, *lang)?;
            *seen = made.map_or(Seen::Apart, Seen::Often);
        }
        match seen {
            Seen::Often(stencil) => {
                let from = out.len();
                stencil.fill(*script, own, out)?;
                debug_assert!(is_plain(*script, row, own, *lang, &out[from..]), "{row:?}");
                Ok(())
            }
            Seen::Once | Seen::Apart => (script.plain)(row, own, *lang, out),
        }
    }
}
