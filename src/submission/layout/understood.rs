//! What is understood of a text that is said of a whole table: its title, the name of its
//! sheet or file.

use super::common::{LONGEST, may_be_part};
use super::tokens::{Tokens, may_name_place};
use super::units::is_unit;
use crate::submission::Vocabulary;
use crate::term::SeriesId;
use crate::text;

/// Words of a text, and the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::submission) struct Words {
    pub(in crate::submission) words: String,
    pub(in crate::submission) text: String,
}

/// Of what a text says that figures are, beside the region and the year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::submission) struct Scope {
    /// Words by which they may be somebody else's: nobody knows what they mean.
    pub(in crate::submission) unclear: Option<Words>,
    /// The province that all of the plan lies in, where the form is its: figures are whose a row
    /// says that they are, and if none does, perhaps the province's.
    pub(in crate::submission) of_form: Option<Words>,
    /// Words by which they are of a part of the people or of the land.
    parts: Vec<Words>,
    /// The only indicators that they are of, if it says so.
    series: Vec<(SeriesId, Words)>,
}

/// How much of a text has to be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::submission) enum Demand {
    /// All of it: a title.
    All,
    /// What looks like a place, and what is known to be of a part: the name of a file may
    /// say what it likes beside.
    Places,
    /// None of it: it is not asked whose figures they are.
    Nothing,
}

impl Scope {
    /// What a text says.
    pub(in crate::submission) fn of(
        text: &str,
        demand: Demand,
        vocabulary: &Vocabulary<'_>,
    ) -> Self {
        if demand == Demand::Nothing {
            return Self::default();
        }
        let folded = text::fold(text);
        let short =
            folded.char_indices().nth(LONGEST_TITLE).map_or(&*folded, |(at, _)| &folded[..at]);
        let is_prose = short.len() < folded.len() || short.contains(['。', '！', '；', ';']);
        let read = without_asides(short, vocabulary);
        let tokens = Tokens::of(&read, vocabulary);
        let words = |words: String| Words { words, text: text.to_owned() };
        let (unclear, of_form) = match demand {
            Demand::All if !is_prose => {
                let unclear = tokens.unknown().or_else(|| tokens.place_beside_form());
                (unclear, tokens.of_form())
            }
            Demand::All | Demand::Places | Demand::Nothing => (tokens.place(), None),
        };
        let parts = tokens.parts().map(words).collect();
        let named = |(id, name)| (id, words(name));
        let series =
            if tokens.is_open() { Vec::new() } else { tokens.series().map(named).collect() };
        Self { unclear: unclear.map(words), of_form: of_form.map(words), parts, series }
    }

    /// That a text is not understood.
    pub(in crate::submission) fn unknown(text: &str) -> Self {
        let words = Words { words: text.to_owned(), text: text.to_owned() };
        Self { unclear: Some(words), ..Self::default() }
    }

    /// What is said of a series of which figures are: the words by which they are none.
    pub(in crate::submission) fn excludes(&self, id: SeriesId, name: &str) -> Option<&Words> {
        let name = text::fold(name);
        let part = self.parts.iter().find(|part| !name.contains(&part.words));
        part.or_else(|| {
            let (_, other) = self.series.first()?;
            let is_named = self.series.iter().any(|(named, _)| *named == id);
            (!is_named).then_some(other)
        })
    }

    /// Adds what is said elsewhere of the same figures.
    pub(in crate::submission) fn add(&mut self, other: Self) {
        self.unclear = self.unclear.take().or(other.unclear);
        self.of_form = self.of_form.take().or(other.of_form);
        for part in other.parts {
            if !self.parts.contains(&part) {
                self.parts.push(part);
            }
        }
        // The last that is named is meant: a heading of rows below a title.
        if !other.series.is_empty() {
            self.series = other.series;
        }
    }
}

/// What a cell beside a value says of the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::submission) enum Beside {
    /// It names a part and nothing else.
    Part,
    /// It names a place that is none of the plan's.
    Place,
}

impl Beside {
    /// What a short text, folded, says that stands beside a value of a series.
    pub(in crate::submission) fn of(
        folded: &str,
        series: &str,
        vocabulary: &Vocabulary<'_>,
    ) -> Option<Self> {
        if !folded.contains(char::is_alphabetic) || folded.chars().count() > LONGEST {
            return None;
        }
        if !may_be_part(folded) && !may_name_place(folded) {
            return None;
        }
        let tokens = Tokens::of(folded, vocabulary);
        if tokens.is_part_alone() {
            let series = text::fold(series);
            if tokens.parts().any(|part| !series.contains(&part)) {
                return Some(Self::Part);
            }
        }
        tokens.place().map(|_| Self::Place)
    }
}

/// Whether a short text, folded, holds no word that is known, as the name of a place: 金塘.
pub(in crate::submission) fn is_name(folded: &str, vocabulary: &Vocabulary<'_>) -> bool {
    const MOST: usize = 4;
    let is_short = (2..=MOST).contains(&folded.chars().count());
    is_short && Tokens::of(folded, vocabulary).unknown().as_deref() == Some(folded)
}

/// No title is longer, in characters.
const LONGEST_TITLE: usize = 60;

/// A folded text without what it says of documents, their names and their numbers
/// (舟残工委〔2021〕4号), and without units in brackets.
fn without_asides(text: &str, vocabulary: &Vocabulary<'_>) -> String {
    const OPENING: [char; 4] = ['《', '〔', '(', '['];
    const CLOSING: [char; 4] = ['》', '〕', ')', ']'];
    let mut rest = text;
    let mut kept = String::with_capacity(text.len());
    while let Some(at) = rest.find(OPENING) {
        let (before, opened) = rest.split_at(at);
        let opening = opened.chars().next().unwrap_or_default();
        let behind = opened.get(opening.len_utf8()..).unwrap_or_default();
        let (inner, behind) = behind.split_once(CLOSING).unwrap_or((behind, ""));
        kept.push_str(before);
        if inner.contains(OPENING) {
            kept.push(' ');
            rest = opened.get(opening.len_utf8()..).unwrap_or_default();
            continue;
        }
        rest = behind;
        let is_year = inner.len() == 4 && inner.bytes().all(|byte| byte.is_ascii_digit());
        let number =
            behind.trim_start_matches('第').trim_start_matches(|c: char| c.is_ascii_digit());
        if let Some(behind) = number.strip_prefix('号').filter(|_| is_year) {
            let sender = kept.trim_end_matches(char::is_alphabetic).len();
            kept.truncate(sender);
            rest = behind;
        } else if opening != '《' && !is_unit(inner) && !vocabulary.is_unit(inner) {
            kept.push(' ');
            kept.push_str(inner);
            kept.push(' ');
        }
    }
    kept.push_str(rest);
    kept
}
