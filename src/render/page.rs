//! What a code means, as a page of text.

use super::Style;
use crate::diagnostic::{self, Weight};

/// The page of a finding's code, if it has one.
pub fn page(code: &str, style: Style) -> Option<String> {
    let lang = style.lang;
    let entry = diagnostic::entry(code)?;
    let page = entry.page(lang)?;
    let words = lang.words();
    let said = match entry.weight {
        Weight::Fixed(severity) => lang.severity(severity).to_owned(),
        Weight::Switched(level) => lang.level(level).to_owned(),
    };
    let mut text = format!("{code}\n");
    let mut line = |word: &str, said: &str| {
        text.push_str(&format!("  {word}{}{said}\n", words.colon));
    };
    line(words.weight, &said);
    line(words.meaning, page.means);
    line(words.example, page.example);
    line(words.help, page.todo);
    if matches!(entry.weight, Weight::Switched(_)) {
        line(words.switch, &lang.switches(code));
    }
    Some(text)
}
