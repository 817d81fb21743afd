//! Text on the page: what someone typed, which must not change it, and verdicts.

use std::borrow::Cow;
use std::fmt;

use askama::filters::{Escaper, Html, HtmlSafe};

use crate::render::Lang;
use crate::term::{Outcome, Standing};
use crate::text::is_direction;

/// Text that may hold what someone typed. It is written escaped, and apart from the text
/// around it, so that its direction stays its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Typed<'r>(Cow<'r, str>);

impl<'r, T: Into<Cow<'r, str>>> From<T> for Typed<'r> {
    fn from(text: T) -> Self {
        Self(text.into())
    }
}

impl Typed<'_> {
    /// It, escaped, where it is ours or can't turn what is around it.
    pub(super) fn escaped(&self) -> String {
        let mut text = String::new();
        // A text takes all that is written to it.
        let _ = Html.write_escaped_str(&mut text, &self.plain());
        text
    }

    /// The text alone, for attributes and drawings, where it still has to be escaped.
    pub(super) fn plain(&self) -> Cow<'_, str> {
        match self.0.chars().all(|c| shown(c) == c) {
            true => Cow::Borrowed(&self.0),
            false => Cow::Owned(self.0.chars().map(shown).collect()),
        }
    }
}

impl fmt::Display for Typed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return Ok(());
        }
        f.write_str("<bdi>")?;
        Html.write_escaped_str(&mut *f, &self.plain())?;
        f.write_str("</bdi>")
    }
}

impl HtmlSafe for Typed<'_> {}

/// A verdict: a symbol and a word, so that no colour is needed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verdict {
    pub(super) symbol: &'static str,
    pub(super) word: &'static str,
    /// Its class in the style sheet.
    pub(super) class: &'static str,
    /// It falls short, or could not be judged.
    pub(super) lacks: bool,
}

impl Verdict {
    pub(super) fn new(outcome: Outcome, lang: Lang) -> Self {
        let symbol = match outcome {
            Outcome::Met => "✓",
            Outcome::OnPace => "↗",
            Outcome::Behind => "↘",
            Outcome::NotMet => "✗",
            Outcome::NotDue => "○",
            Outcome::Missing => "?",
            Outcome::Invalid => "!",
            Outcome::NotApplicable => "/",
            Outcome::Waived => "◇",
        };
        let lacks = matches!(outcome.standing(), Standing::Fail | Standing::Incomplete);
        Self { symbol, word: lang.outcome(outcome), class: outcome.word(), lacks }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<i aria-hidden=\"true\">{}</i>{}", self.symbol, self.word)
    }
}

impl HtmlSafe for Verdict {}

/// What stands for a character that a page can't hold, or that would turn the text around.
fn shown(c: char) -> char {
    match c {
        '\n' | '\t' => c,
        '\r' => ' ',
        c if is_direction(c) => char::REPLACEMENT_CHARACTER,
        // Unicode has two at the end of each plane that are no characters, and 32 more.
        '\u{FDD0}'..='\u{FDEF}' => char::REPLACEMENT_CHARACTER,
        c if c.is_control() || u32::from(c) & 0xFFFE == 0xFFFE => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

/// A remark: its beginning, and the whole if that is more.
#[derive(Debug)]
pub(super) struct Remark<'r> {
    pub(super) start: Typed<'r>,
    pub(super) whole: Option<Typed<'r>>,
}

/// A remark with more characters is folded.
const FOLDED: usize = 60;
/// And one with more is cut: a page is no place for a book.
const CUT: usize = 20_000;

impl<'r> Remark<'r> {
    pub(super) fn new(text: &'r str) -> Self {
        match cut(text, FOLDED) {
            Cow::Borrowed(_) => Self { start: text.into(), whole: None },
            start => Self { start: start.into(), whole: Some(cut(text, CUT).into()) },
        }
    }
}

/// At most so many characters.
fn cut(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        Some((at, _)) => Cow::Owned(format!("{}…", &text[..at])),
        None => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_becomes_markup() {
        let typed = Typed::from("<script>\"'&]]>");
        assert_eq!(typed.to_string(), "<bdi>&#60;script&#62;&#34;&#39;&#38;]]&#62;</bdi>");
    }

    #[test]
    fn what_turns_text_around_or_is_no_character_is_seen_and_does_nothing() {
        let typed = Typed::from("甲\u{202E}\u{0}\u{1b}\u{FFFE}\u{1FFFF}\r\n乙");
        assert_eq!(typed.plain(), "甲\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD} \n乙");
    }

    #[test]
    fn a_long_remark_is_folded_and_a_book_is_cut() {
        assert!(Remark::new(&"字".repeat(60)).whole.is_none());
        let (long, book) = ("字".repeat(10_000), "字".repeat(30_000));
        assert_eq!(Remark::new(&long).whole.unwrap().plain(), long);
        assert_eq!(Remark::new(&book).whole.unwrap().plain().chars().count(), 20_001);
    }
}
