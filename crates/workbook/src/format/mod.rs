//! Number formats: what a cell shows of its number.
//!
//! A format has sections, each for some of the numbers; the one that applies to a cell's
//! own number says what is seen. Where that can't be told for sure the number is not
//! taken: what a person saw and what the file holds may differ by any scale.

mod beside;
mod section;
#[cfg(test)]
mod tests;

use compact_str::CompactString;

use super::date::Shown;
pub(super) use beside::{Sign, beside, unit, unit_of_zero};
use section::Section;

/// The longest code that is read, in bytes; spreadsheet programs take 255 characters.
const LONGEST: usize = 2048;

/// The format of a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct NumberFormat {
    code: Box<str>,
    /// Those for numbers, in their order; none of a format that is not understood.
    sections: Vec<Section>,
    /// Whether a text is seen as it is.
    is_plain_of_texts: bool,
}

/// What a format makes of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shows {
    /// The number, multiplied by a power of ten, with so many decimals at least, and what is
    /// printed behind it: a percent sign, whether it multiplies or is a mere text, or a unit.
    Number { power: i32, decimals: usize, behind: CompactString },
    /// Days since a first day.
    Day(Shown),
    /// Something that the number can't be told from for sure.
    Unsure,
}

impl Shows {
    /// The number and nothing else.
    pub(super) const PLAIN: Self =
        Self::Number { power: 0, decimals: 0, behind: CompactString::const_new("") };

    /// Whether the same number is read of both.
    fn says_as_much_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number { power, behind, .. }, Self::Number { power: p, behind: b, .. }) => {
                (power, behind) == (p, b)
            }
            (Self::Number { .. } | Self::Day(_) | Self::Unsure, other) => self == other,
        }
    }
}

impl NumberFormat {
    /// The format of a code, as `0.00%;[Red]-0.00%`.
    pub(super) fn of_code(code: &str) -> Self {
        if code.len() > LONGEST {
            return Self::unknown();
        }
        let mut codes = section::split(code);
        // The last may be for text, and a code with a place for text is for numbers too.
        let last = codes.last().copied().unwrap_or_default();
        let of_texts = (codes.len() > 3 || section::is_text(last)).then_some(last);
        if codes.len() > 1 && of_texts.is_some() {
            codes.pop();
        }
        let is_plain_of_texts = of_texts.is_none_or(section::is_text_alone);
        let sections: Option<Vec<Section>> = codes.into_iter().map(Section::read).collect();
        let mut sections = sections.unwrap_or_default();
        if let [first, second, ..] = sections.as_mut_slice()
            && first.condition.or(second.condition).is_none()
        {
            second.of_negative();
        }
        Self { code: code.into(), sections, is_plain_of_texts }
    }

    /// A format that is known by its number; the others have a code in the file.
    pub(super) fn built_in(id: u32) -> Self {
        Self::of_code(match id {
            0..=4 | 11..=13 | 37..=41 | 43 | 48 | 49 => "General",
            // Money of the country where the file is opened.
            5..=8 | 42 | 44 => "¥0",
            9 => "0%",
            10 => "0.00%",
            // 27 to 36 and 50 to 58 are those of East Asian versions.
            14..=17 | 27..=31 | 36 | 50..=54 | 57 | 58 => "yyyy-mm-dd",
            18..=21 | 32..=35 | 45..=47 | 55 | 56 => "h:mm:ss",
            22 => "yyyy-mm-dd h:mm",
            _ => return Self::unknown(),
        })
    }

    /// A format that the file refers to and does not hold, or that can't be read.
    pub(super) fn unknown() -> Self {
        Self { code: "?".into(), sections: Vec::new(), is_plain_of_texts: true }
    }

    /// Whether a text is seen as it is: `@"（计划）"` prints a word behind it, and `;;;` nothing.
    pub(super) fn is_plain_of_texts(&self) -> bool {
        self.is_plain_of_texts
    }

    /// The code, for messages.
    pub(super) fn code(&self) -> &str {
        &self.code
    }

    /// What is seen of all numbers alike.
    pub(super) fn always(&self) -> Option<&Shows> {
        match self.sections.as_slice() {
            [only] => only.always(),
            [] | [_, _, ..] => None,
        }
    }

    /// What is seen of a number.
    pub(super) fn shows(&self, value: f64) -> &Shows {
        let candidates = self.candidates(value);
        let Some((first, others)) = candidates.split_first() else { return &Shows::Unsure };
        if others.iter().any(|other| !first.shows(value).says_as_much_as(other.shows(value))) {
            return &Shows::Unsure;
        }
        match self.sections.first() {
            // Accounting formats show a zero as a hyphen.
            Some(main) if value == 0.0 && first.is_zero_of(main) => main.shows(value),
            Some(_) | None => first.shows(value),
        }
    }

    /// The sections that may apply to a number: one, or several where programs differ.
    fn candidates(&self, value: f64) -> &[Section] {
        use std::slice::from_ref;
        let holds = |section: &Section| section.condition.map(|condition| condition.holds(value));
        match self.sections.as_slice() {
            [] => &[],
            [only] => match holds(only) {
                None | Some(true) => from_ref(only),
                Some(false) => &[],
            },
            all @ [first, second, rest @ ..] => match (holds(first), holds(second), rest) {
                (None, None, []) => from_ref(if value < 0.0 { second } else { first }),
                (None, None, [zero]) if zero.condition.is_none() => from_ref(if value > 0.0 {
                    first
                } else if value < 0.0 {
                    second
                } else {
                    zero
                }),
                (Some(true), _, _) => from_ref(first),
                (Some(false), Some(true), _) => from_ref(second),
                (Some(false), Some(false), rest) => rest,
                // The second is for all others, or for negative ones.
                (Some(false), None, _) => &all[1..],
                (None, _, _) => all,
            },
        }
    }
}
