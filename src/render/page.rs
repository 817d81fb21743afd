//! What a code means, as a page of text.

use super::{Lang, Style};
use crate::diagnostic::{self, Page, Weight};

/// The page of a finding's code, if it has one.
pub fn page(code: &str, style: Style) -> Option<String> {
    let lang = style.lang;
    let (weight, page) = of(code, lang)?;
    let words = lang.words();
    let said = match weight {
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
    if matches!(weight, Weight::Switched(_)) {
        line(words.switch, &lang.switches(code));
    }
    Some(text)
}

fn of(code: &str, lang: Lang) -> Option<(Weight, Page)> {
    match diagnostic::entry(code) {
        Some(entry) => Some((entry.weight, entry.page(lang)?)),
        None => lang.page(code).map(|old| {
            (old.weight(), Page { means: old.means, example: old.example, todo: old.todo })
        }),
    }
}
