//! Who writes verdicts, those that are like earlier ones in the words of these.

use std::io;

use super::own::{Demanded, Own};
use super::stencil::{Alike, Stencil};
use super::usual::{Told, Usual};
use super::{Part, Script};
use crate::render::Lang;
use crate::report::Row;

/// What was seen of verdicts that are alike.
enum Seen {
    /// One, which was written plainly.
    Once,
    Often(Stencil),
    /// No stencil tells them.
    Apart,
}

/// How many kinds of verdicts are remembered: those of a column are few.
pub(super) const KINDS: usize = 64;

/// Writes verdicts.
pub(super) struct Clerk<'r> {
    script: Script,
    lang: Lang,
    /// Whose texts are bare, by region, if that is known.
    bare: &'r [bool],
    usual: Option<Usual<'r>>,
    own: Own,
    demanded: Demanded<'r>,
    kinds: Vec<(Alike, Seen)>,
    /// The kind of the last one.
    last: usize,
}

impl<'r> Clerk<'r> {
    pub(super) fn new(script: Script, lang: Lang, bare: &'r [bool]) -> Self {
        let (own, demanded) = Default::default();
        Self { script, lang, bare, usual: None, own, demanded, kinds: Vec::new(), last: 0 }
    }

    /// Adds a verdict.
    pub(super) fn write(&mut self, row: &Row<'r>, part: &mut Part) -> io::Result<()> {
        let (script, from) = (self.script, part.text.len());
        let usual = match &mut self.usual {
            Some(usual) if usual.is_of(row) => usual,
            usual => usual.insert(Usual::of(row)),
        };
        let said = usual.say(row, self.bare);
        let Some(said) = said else { return self.careful(row, part) };
        match usual.seen(&said) {
            Told::Often(stencil, is_harmless) => {
                said.fill(stencil, script, &mut part.text)?;
                if !is_harmless || !said.is_bare() {
                    part.suspect(from, script);
                }
                debug_assert!(is_plain(script, row, self.lang, &part.text[from..]), "{row:?}");
                Ok(())
            }
            Told::Apart => self.careful(row, part),
            Told::Once => {
                self.careful(row, part)?;
                let (_, seen) = &self.kinds[self.last];
                let (Seen::Often(stencil), Some(usual)) = (seen, &mut self.usual) else {
                    return Ok(());
                };
                usual.learn(&said, stencil, &self.own, script, &part.text[from..])
            }
        }
    }

    /// The same by exact fractions.
    fn careful(&mut self, row: &Row<'r>, part: &mut Part) -> io::Result<()> {
        let from = part.text.len();
        self.plainly(row, &mut part.text)?;
        part.suspect(from, self.script);
        Ok(())
    }

    fn plainly(&mut self, row: &Row<'r>, out: &mut Vec<u8>) -> io::Result<()> {
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
                stencil.fill(own.len(), out, |field, out| own.push(field, *script, out))?;
                debug_assert!(is_plain(*script, row, *lang, &out[from..]), "{row:?}");
                Ok(())
            }
            Seen::Once | Seen::Apart => (script.plain)(row, own, *lang, out),
        }
    }
}

/// Whether a verdict was written as it is plainly.
fn is_plain(script: Script, row: &Row<'_>, lang: Lang, written: &[u8]) -> bool {
    let mut plain = Vec::new();
    (script.plain)(row, &Own::of(row), lang, &mut plain).is_ok() && plain == written
}
