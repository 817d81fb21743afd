//! The verdicts of a column that nothing but their own numbers and regions tell apart.
//!
//! They are nearly all of a national report. What they have alike, the demands among it, is
//! told once; the rest are a few texts and decimals, which lead to the words without a copy.

use std::io;
use std::ptr;

use super::kinds::Kinds;
use super::own::{Field, Own};
use super::small::{Measured, Small};
use super::stencil::Stencil;
use super::{Script, is_bare, is_bare_region};
use crate::exact::Decimal;
use crate::plan::{Grade, Indicator};
use crate::report::{Column, Row};
use crate::term::{Level, Outcome, Sent};

/// Those of a column.
pub(super) struct Usual<'r> {
    column: &'r Column,
    /// The rule of the first of them, and the numbers by it, if machine words hold them.
    rule: Option<(&'r Indicator, Option<Small>)>,
    kinds: Kinds<Kind, Told>,
}

/// How those of a kind are told.
pub(super) enum Told {
    /// One was seen, and written as any.
    Once,
    /// In these words, and whether those are harmless.
    Often(Stencil, bool),
    /// As any.
    Apart,
}

/// What those of a column are told by, beside their own fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kind {
    outcome: Outcome,
    grade: Option<*const Grade>,
    level: Level,
    /// In which of the inputs its figure was sent.
    input: Option<usize>,
    /// Whether 数值 was sent, so that its column is the figure's.
    has_value: bool,
    /// Which fields of its own there are, by their numbers.
    present: u32,
}

/// What one has for itself.
pub(super) struct Said<'r> {
    kind: Kind,
    texts: [&'r str; TEXTS],
    is_bare: bool,
    numbers: [Decimal; Field::ALL.len() - TEXTS],
}

/// About how long the numbers of one are.
const NUMBERS: usize = 64;
/// How many fields are texts, which come first.
const TEXTS: usize = Field::Line as usize;

/// The same for all that are of one kind: they are part of the words.
fn is_alike(field: Field) -> bool {
    use Field::*;
    matches!(
        field,
        File | Column | RequirementLow | RequirementHigh | TargetLow | TargetHigh | YearValue
    )
}

impl<'r> Usual<'r> {
    /// Those of a verdict's column.
    pub(super) fn of(row: &Row<'r>) -> Self {
        Self { column: row.column(), rule: None, kinds: Kinds::default() }
    }

    /// Whether a verdict is of the column.
    pub(super) fn is_of(&self, row: &Row<'r>) -> bool {
        ptr::eq(self.column, row.column())
    }

    /// What a verdict has for itself; none of one that is not as others.
    pub(super) fn say(&mut self, row: &Row<'r>, bare: &[bool]) -> Option<Said<'r>> {
        let (entry, indicator) = (row.entry(), row.indicator());
        if entry.sent() != Sent::Figure || !row.is_usual() {
            return None;
        }
        let of = || (indicator, Small::new(row.requirement(), indicator));
        let (rule, small) = self.rule.get_or_insert_with(of);
        let figure = entry.figure();
        if !ptr::eq(*rule, indicator) || figure.total.is_some() {
            return None;
        }
        let small = small.as_ref()?;
        let Measured { value, margin, count, completion } = small.measure(&figure)?;
        let region = row.region();
        let kind = Kind {
            outcome: row.outcome(),
            grade: row.grade().map(ptr::from_ref),
            level: region.level,
            input: None,
            has_value: figure.value.is_some(),
            present: 0,
        };
        let mut said = Said {
            kind,
            texts: [""; TEXTS],
            is_bare: bare
                .get(row.region_id().index())
                .map_or_else(|| is_bare_region(region), |is| *is),
            numbers: [Decimal::ZERO; Field::ALL.len() - TEXTS],
        };
        said.text(Field::Code, region.code.as_deref());
        said.text(Field::Name, Some(&region.name));
        said.text(Field::NameEn, region.name.english());
        if let Some((at, input, number)) = row.input() {
            if !input.spots.is_empty() {
                return None;
            }
            said.kind.input = Some(at);
            said.number(Field::Line, Decimal::new(number.into(), 0));
        }
        if let Some(remark) = row.remark() {
            said.text(Field::Remark, Some(remark));
            said.is_bare &= is_bare(remark);
        }
        said.number(Field::Numerator, figure.counts.map(|(numerator, _)| numerator));
        said.number(Field::Denominator, figure.counts.map(|(_, denominator)| denominator));
        said.number(Field::Value, Some(value));
        said.number(Field::Margin, margin);
        said.number(Field::Count, count);
        said.number(Field::SmallCount, count);
        said.number(Field::Completion, completion);
        Some(said)
    }

    /// What was seen of those that are of its kind, of which it is the first or not.
    pub(super) fn seen(&mut self, said: &Said<'_>) -> &Told {
        self.kinds.of(said.kind, Told::Once).0
    }

    /// Learns the words of the last one's kind from a stencil by which it was written.
    pub(super) fn learn(
        &mut self,
        said: &Said<'_>,
        stencil: &Stencil,
        own: &Own,
        script: Script,
        written: &[u8],
    ) -> io::Result<()> {
        let stencil = stencil.with(own, script, is_alike)?;
        let mut filled = Vec::new();
        said.fill(&stencil, script, &mut filled)?;
        let is_harmless = stencil.is_harmless(script);
        if let Some(told) = self.kinds.last() {
            *told = match filled == written {
                true => Told::Often(stencil, is_harmless),
                false => Told::Apart,
            };
        }
        Ok(())
    }
}

impl<'r> Said<'r> {
    fn text(&mut self, field: Field, text: Option<&'r str>) {
        if let Some(text) = text {
            self.texts[field as usize] = text;
            self.kind.present |= 1 << field as u32;
        }
    }

    fn number(&mut self, field: Field, number: Option<Decimal>) {
        if let Some(number) = number {
            self.numbers[field as usize - TEXTS] = number;
            self.kind.present |= 1 << field as u32;
        }
    }

    /// Whether its texts stand as they are, and hold nothing that is obeyed.
    pub(super) fn is_bare(&self) -> bool {
        self.is_bare
    }

    /// Adds it in the words of its kind.
    pub(super) fn fill(
        &self,
        stencil: &Stencil,
        script: Script,
        out: &mut Vec<u8>,
    ) -> io::Result<()> {
        let texts = self.texts.iter().map(|text| text.len()).sum::<usize>();
        stencil.fill(texts + NUMBERS, out, |field, out| {
            match (field as usize).checked_sub(TEXTS) {
                Some(number) => self.numbers[number].push_to(out),
                None => {
                    let text = self.texts[field as usize].as_bytes();
                    if !self.is_bare {
                        return (script.text)(text, out);
                    }
                    out.extend_from_slice(text);
                }
            }
            Ok(())
        })
    }
}
