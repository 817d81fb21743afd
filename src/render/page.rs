//! What a code means, as a page of text.

use super::{Style, text::Weight};
use crate::diagnostic::Audit;

/// The page of a finding's code, if it has one.
pub fn page(code: &str, style: Style) -> Option<String> {
    let (lang, page) = (style.lang, style.lang.page(code)?);
    let words = lang.words();
    let weight = match page.weight() {
        Weight::Fixed(severity) => lang.severity(severity).to_owned(),
        Weight::Switched(level) => lang.level(level).to_owned(),
    };
    let mut text = format!("{code}\n");
    let mut line = |word: &str, said: &str| {
        text.push_str(&format!("  {word}{}{said}\n", words.colon));
    };
    line(words.weight, &weight);
    line(words.meaning, page.means);
    line(words.example, page.example);
    line(words.help, page.todo);
    if Audit::of_code(code).is_some() {
        line(words.switch, &lang.switches(code));
    }
    Some(text)
}
