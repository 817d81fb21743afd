//! Texts whose parts have fonts of their own.
//!
//! A small digit above the line is the mark of a note, and what is struck out is no longer
//! said: neither may run together with the digits beside it.

use super::error::Fault;
use super::sheet::{Cell, Content};
use super::xml::extend;

/// What a font says of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Font {
    pub(super) script: Script,
    pub(super) is_struck: bool,
}

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Script {
    #[default]
    OnTheLine,
    Above,
    Below,
}

/// Around what is struck out.
pub(super) const STRUCK: &str = "~~";

/// A text that is put together.
#[derive(Debug, Default)]
pub(super) struct Rich {
    text: String,
    is_struck: bool,
}

impl Rich {
    /// Adds a piece of text. Digits above or below the line are such characters, but for
    /// those that belong to a letter, as in CO₂ and PM2.5, which are written in both ways.
    pub(super) fn push(&mut self, piece: &str, font: Font) -> Result<(), Fault> {
        // Blanks that are struck out take nothing back.
        let is_struck = font.is_struck && !piece.trim().is_empty();
        let around = if is_struck { STRUCK } else { "" };
        let is_of_letter = self.text.ends_with(char::is_alphabetic);
        extend(&mut self.text, around)?;
        match font.script {
            Script::Above => extend(&mut self.text, &piece.chars().map(above).collect::<String>())?,
            Script::Below if !is_of_letter => {
                extend(&mut self.text, &piece.chars().map(below).collect::<String>())?;
            }
            Script::Below | Script::OnTheLine => extend(&mut self.text, piece)?,
        }
        self.is_struck |= is_struck;
        extend(&mut self.text, around)
    }

    pub(super) fn cell(self) -> Cell {
        let content = if self.is_struck { Content::Struck } else { Content::Typed };
        Cell { content, ..Cell::typed(self.text) }
    }
}

fn above(c: char) -> char {
    small(c, ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'], ['⁺', '⁻', '⁽', '⁾'])
}

fn below(c: char) -> char {
    small(c, ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'], ['₊', '₋', '₍', '₎'])
}

fn small(c: char, digits: [char; 10], signs: [char; 4]) -> char {
    let wide = ('０'..='９').position(|digit| digit == c);
    let digit = c.to_digit(10).map(|digit| digit as usize).or(wide);
    let sign = || match c {
        '+' | '＋' => Some(signs[0]),
        '-' | '−' | '－' => Some(signs[1]),
        '(' | '（' => Some(signs[2]),
        ')' | '）' => Some(signs[3]),
        _ => None,
    };
    digit.map(|digit| digits[digit]).or_else(sign).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_digit_runs_together_with_no_other() {
        let text = |pieces: &[(&str, Script)]| {
            let mut rich = Rich::default();
            for (piece, script) in pieces {
                rich.push(piece, Font { script: *script, is_struck: false }).unwrap();
            }
            rich.cell().text
        };
        use Script::{Above, Below, OnTheLine as On};
        for (pieces, expected) in [
            ([("57.2", On), ("1", Above)], "57.2¹"),
            ([("57.2%", On), ("（２）", Above)], "57.2%⁽²⁾"),
            ([("57.2", On), ("注3", Above)], "57.2注³"),
            ([("10", On), ("-4", Above)], "10⁻⁴"),
            ([("1", Above), ("57.2", On)], "¹57.2"),
            ([("57.2", On), ("1", Below)], "57.2₁"),
            ([("定海区", On), ("4", Above)], "定海区⁴"),
            ([("PM", On), ("2.5", Below)], "PM2.5"),
        ] {
            assert_eq!(text(&pieces), expected);
        }
    }

    #[test]
    fn what_is_struck_out_is_told() {
        let struck = Font { is_struck: true, ..Font::default() };
        for (pieces, expected) in [
            ([("5", struck), ("7.2%", Font::default())], ("~~5~~7.2%", Content::Struck)),
            ([("57.2", Font::default()), ("1", struck)], ("57.2~~1~~", Content::Struck)),
            ([("57.2", struck), ("", struck)], ("~~57.2~~", Content::Struck)),
            ([("57.2", Font::default()), (" ", struck)], ("57.2 ", Content::Typed)),
        ] {
            let mut rich = Rich::default();
            for (piece, font) in pieces {
                rich.push(piece, font).unwrap();
            }
            let cell = rich.cell();
            assert_eq!((cell.text(), cell.content()), expected);
        }
    }
}
