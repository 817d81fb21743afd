//! Texts whose parts have fonts of their own.
//!
//! A small digit above the line is the mark of a note, and what is struck out is no longer
//! said: neither may run together with the digits beside it.

use super::error::Fault;
use super::sheet::{Cell, Content, STRUCK};
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

/// A text that is put together.
#[derive(Debug, Default)]
pub(super) struct Rich {
    text: String,
    /// Where the last piece stands.
    script: Script,
    /// Whether what stands below the line there belongs to a letter.
    is_of_letter: bool,
    /// Whether the last piece is struck out, and any is.
    is_striking: bool,
    is_struck: bool,
}

impl Rich {
    /// Adds a piece of text. Digits above or below the line are such characters, but for
    /// those that belong to a letter, as in CO₂ and PM2.5, which are written in both ways.
    pub(super) fn push(&mut self, piece: &str, font: Font) -> Result<(), Fault> {
        if piece.is_empty() {
            return Ok(());
        }
        // What stands below may be in several pieces, even with its point on the line.
        let goes_on = self.script == Script::Below && (font.script == self.script || piece == ".");
        self.is_of_letter &= goes_on;
        self.is_of_letter |= self.text.ends_with(char::is_alphabetic);
        self.script = if goes_on { self.script } else { font.script };
        // Blanks that are struck out take nothing back.
        if font.is_struck != self.is_striking && !piece.trim().is_empty() {
            extend(&mut self.text, STRUCK)?;
            self.is_striking = font.is_struck;
            self.is_struck = true;
        }
        match font.script {
            Script::Above => extend(&mut self.text, &piece.chars().map(above).collect::<String>()),
            Script::Below if !self.is_of_letter => {
                extend(&mut self.text, &piece.chars().map(below).collect::<String>())
            }
            Script::Below | Script::OnTheLine => extend(&mut self.text, piece),
        }
    }

    pub(super) fn cell(mut self) -> Cell {
        if self.is_striking {
            self.text.push_str(STRUCK);
        }
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
        use Script::{Above, Below, OnTheLine as On};
        let cases: [(&[(&str, Script)], &str); 16] = [
            (&[("57.2", On), ("1", Above)], "57.2¹"),
            (&[("57.2%", On), ("（２）", Above)], "57.2%⁽²⁾"),
            (&[("57.2", On), ("注3", Above)], "57.2注³"),
            (&[("10", On), ("-4", Above)], "10⁻⁴"),
            (&[("1", Above), ("57.2", On)], "¹57.2"),
            (&[("57.2", On), ("1", Below)], "57.2₁"),
            (&[("57.2", On), ("1", Below), (".", On), ("2", Below)], "57.2₁.₂"),
            (&[("定海区", On), ("4", Above)], "定海区⁴"),
            // Of a letter, in however many pieces.
            (&[("PM", On), ("2.5", Below)], "PM2.5"),
            (&[("PM", On), ("2", Below), (".5", Below)], "PM2.5"),
            (&[("PM", On), ("2", Below), (".", Below), ("", On), ("5", Below)], "PM2.5"),
            (&[("PM", On), ("2", Below), (".", On), ("5", Below), ("浓度", On)], "PM2.5浓度"),
            (&[("C", On), ("1", Below), ("0", Below), ("H", On), ("2", Below)], "C10H2"),
            (&[("PM", Below), ("1", Below), ("0", Below)], "PM10"),
            (&[("PM2.5", On), ("1", Below)], "PM2.5₁"),
            (&[("CO", On), ("2", Below), ("3", Above), ("1", Below)], "CO2³₁"),
        ];
        for (pieces, expected) in cases {
            let mut rich = Rich::default();
            for (piece, script) in pieces {
                rich.push(piece, Font { script: *script, is_struck: false }).unwrap();
            }
            assert_eq!(rich.cell().text, expected);
        }
    }

    #[test]
    fn what_is_struck_out_is_told() {
        let cases: [(&[(&str, bool)], _); 9] = [
            (&[("5", true), ("7.2%", false)], ("~~5~~7.2%", Content::Struck)),
            (&[("57.2", false), ("1", true)], ("57.2~~1~~", Content::Struck)),
            (&[("57.2", true), ("", true)], ("~~57.2~~", Content::Struck)),
            (&[("57.2", false), (" ", true)], ("57.2 ", Content::Typed)),
            // Runs side by side are one.
            (&[("54", true), (".6", true)], ("~~54.6~~", Content::Struck)),
            (
                &[("54", true), ("", false), ("%", true), ("5", false)],
                ("~~54%~~5", Content::Struck),
            ),
            (&[("5", false), ("a", true), ("b", true)], ("5~~ab~~", Content::Struck)),
            (&[("a", true), (" ", true), ("b", true)], ("~~a b~~", Content::Struck)),
            (&[("a", true), ("1", false), ("b", true)], ("~~a~~1~~b~~", Content::Struck)),
        ];
        for (pieces, expected) in cases {
            let mut rich = Rich::default();
            for (piece, is_struck) in pieces {
                rich.push(piece, Font { is_struck: *is_struck, ..Font::default() }).unwrap();
            }
            let cell = rich.cell();
            assert_eq!((cell.text(), cell.content()), expected);
        }
    }
}
