//! CSV: one row a verdict, for scripts and spreadsheets. Header and names are the same in
//! every language.

use std::io;
use std::num::NonZeroUsize;

use super::columns::{COLUMNS, Written, names};
use super::rows::{self, Own, Script};
use super::{Lang, Out};
use crate::form::{Aim, Terms};
use crate::plan::Indicator;
use crate::report::{Report, Row};
use crate::term::Condition;

/// Writes every verdict.
///
/// # Errors
/// Those of the writer.
pub fn csv(report: &Report, threads: NonZeroUsize, out: &mut dyn Out) -> io::Result<()> {
    let mut head = csv::Writer::from_writer(&mut *out);
    head.write_record(names())?;
    head.flush()?;
    drop(head);
    rows::write(report, SCRIPT, Lang::Zh, threads, |part| part.write(0, SCRIPT, out))?;
    out.flush()
}

/// A verdict is a record.
const SCRIPT: Script = Script { plain: record, text: field, is_of_lines: true };

fn record(row: &Row<'_>, own: &Own, _: Lang, out: &mut Vec<u8>) -> io::Result<()> {
    let written = Written::with(*row, own.clone());
    // Names are those of the plan's document.
    let fields = COLUMNS.iter().map(|column| (column.value)(&written, Lang::Zh));
    let mut writer = small(out);
    fields.into_iter().try_for_each(|field| writer.write_field(field.as_bytes()))?;
    writer.write_record(None::<&[u8]>)?;
    writer.flush()
}

/// What writes a row or a text at the end of others: the room that it clears first takes longer
/// to clear than either takes to write.
fn small(out: &mut Vec<u8>) -> csv::Writer<&mut Vec<u8>> {
    csv::WriterBuilder::new().buffer_capacity(256).from_writer(out)
}

/// A text, in quotes where a mark in it would be taken for one between fields.
fn field(text: &[u8], out: &mut Vec<u8>) -> io::Result<()> {
    // No such mark lies behind the comma.
    if !text.iter().fold(false, |any, byte| any | (*byte <= b',')) {
        out.extend_from_slice(text);
        return Ok(());
    }
    let mut writer = small(&mut *out);
    writer.write_record([text])?;
    writer.flush()?;
    drop(writer);
    out.pop();
    Ok(())
}

/// What a cell says that may say nothing.
pub(super) fn some(text: Option<impl ToString>) -> String {
    text.map(|text| text.to_string()).unwrap_or_default()
}

/// The operator of a target.
pub(super) fn target_operator(indicator: &Indicator) -> &'static str {
    match &indicator.target.aim {
        Aim::Relative(relation) => relation.comparison.ascii(),
        Aim::Number { bound, .. } => operator(bound),
        Aim::Parts { .. } | Aim::Done { .. } | Aim::Words | Aim::Unset => "",
    }
}

/// The bounds of a target, or the names of what it rests on.
pub(super) fn target(
    indicator: &Indicator,
    bounds: impl FnOnce(&Condition) -> Vec<String>,
    lang: Lang,
) -> String {
    match &indicator.target.aim {
        Aim::Relative(relation) => lang.name(&relation.name).to_owned(),
        Aim::Number { terms, bound } => {
            // Beside a level in its own unit, so the sign says what the number is.
            let sign =
                if matches!(terms, Terms::Percent | Terms::Growth { .. }) { "%" } else { "" };
            bounds(bound).join("~") + sign
        }
        Aim::Parts { .. } => lang.list(indicator.target.parts.iter().map(|of| lang.name(&of.name))),
        Aim::Done { .. } | Aim::Words | Aim::Unset => String::new(),
    }
}

pub(super) fn operator<B>(condition: &Condition<B>) -> &'static str {
    match condition {
        Condition::Compare(comparison, _) => comparison.ascii(),
        Condition::Between(..) => "between",
    }
}
