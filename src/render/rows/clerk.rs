//! Who writes verdicts, those that are like earlier ones in the words of these.

use std::io;

use super::kinds::Kinds;
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

/// Writes verdicts.
pub(super) struct Clerk<'r> {
    script: Script,
    lang: Lang,
    /// Whose texts are bare, by region, if that is known.
    bare: &'r [bool],
    usual: Option<Usual<'r>>,
    own: Own,
    demanded: Demanded<'r>,
    kinds: Kinds<Alike, Seen>,
}

impl<'r> Clerk<'r> {
    pub(super) fn new(script: Script, lang: Lang, bare: &'r [bool]) -> Self {
        let (own, demanded, kinds) = Default::default();
        Self { script, lang, bare, usual: None, own, demanded, kinds }
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
                let (Some(Seen::Often(stencil)), Some(usual)) =
                    (self.kinds.last(), &mut self.usual)
                else {
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
        let Self { script, lang, own, kinds, .. } = self;
        let (seen, is_first) = kinds.of(Alike::of(row, own), Seen::Once);
        if is_first {
            return (script.plain)(row, own, *lang, out);
        }
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
