//! What the styles of an .ods say of cells and texts.

use std::collections::{HashMap, HashSet};

use quick_xml::events::BytesStart;

use crate::error::Fault;
use crate::rich::{Font, Script};
use crate::xml::{attribute, value_of};

/// What styles say by their names.
#[derive(Default)]
pub(super) struct Styles {
    fonts: HashMap<String, Font>,
    /// The styles of cells and the ones of their numbers.
    numbers: HashMap<String, String>,
    /// Those of numbers that show a part of them, as thousands.
    scaled: HashSet<String>,
}

impl Styles {
    /// The style that an element begins, and the style of its numbers.
    pub(super) fn begin(&mut self, start: &BytesStart<'_>) -> Result<String, Fault> {
        let style = value_of(start, "name")?;
        if let Some(of_number) = attribute(start, "data-style-name")? {
            self.numbers.insert(style.clone(), of_number.into_owned());
        }
        Ok(style)
    }

    /// What the element of a number says in its style.
    pub(super) fn number(&mut self, style: &str, start: &BytesStart<'_>) -> Result<(), Fault> {
        let factor = attribute(start, "display-factor")?;
        if factor.is_some_and(|factor| factor.trim() != "1") {
            self.scaled.insert(style.to_owned());
        }
        Ok(())
    }

    /// What the element of a style says of its font.
    pub(super) fn add(&mut self, style: &str, start: &BytesStart<'_>) -> Result<(), Fault> {
        let position = value_of(start, "text-position")?;
        // Or by how many hundredths of its height it is raised.
        let position = position.split_whitespace().next().unwrap_or_default();
        let raised = position.trim_end_matches('%').parse().unwrap_or(0.0);
        let script = match position {
            "super" => Script::Above,
            "sub" => Script::Below,
            _ if raised > 0.0 => Script::Above,
            _ if raised < 0.0 => Script::Below,
            _ => Script::OnTheLine,
        };
        let lines = ["text-line-through-style", "text-line-through-type"];
        let mut is_struck = false;
        for line in lines {
            is_struck |= attribute(start, line)?.is_some_and(|line| line != "none");
        }
        self.fonts.insert(style.to_owned(), Font { script, is_struck });
        Ok(())
    }

    /// Whether the style of a cell shows a part of its number.
    pub(super) fn scales(&self, start: &BytesStart<'_>) -> Result<bool, Fault> {
        let style = self.numbers.get(&value_of(start, "style-name")?);
        Ok(style.is_some_and(|style| self.scaled.contains(style)))
    }

    /// The font of an element, within one of another font.
    pub(super) fn font(&self, start: &BytesStart<'_>, around: Font) -> Result<Font, Fault> {
        let style = value_of(start, "style-name")?;
        let Some(own) = self.fonts.get(&style) else { return Ok(around) };
        let script = if own.script == Script::OnTheLine { around.script } else { own.script };
        Ok(Font { script, is_struck: own.is_struck || around.is_struck })
    }
}
