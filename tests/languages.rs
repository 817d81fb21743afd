//! Both languages say everything, and each says it in its own words.

use dabiao::render::Lang;
use dabiao::term::{Attribute, Outcome};
use unicode_width::UnicodeWidthStr;

const BOTH: [Lang; 2] = Lang::ALL;

/// Chinese characters and the punctuation that goes with them.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}')
}

#[test]
fn short_forms_fit_narrow_cells() {
    for lang in BOTH {
        for outcome in Outcome::ALL {
            let short = lang.short_outcome(outcome);
            assert!((1..=7).contains(&short.width()), "{short:?}");
            assert!(!lang.outcome(outcome).is_empty());
        }
        for attribute in Attribute::ALL {
            let short = lang.short_attribute(attribute);
            assert!((1..=6).contains(&short.width()), "{short:?}");
        }
    }
}

#[test]
fn short_forms_tell_outcomes_apart() {
    for lang in BOTH {
        let mut short = Outcome::ALL.map(|outcome| lang.short_outcome(outcome));
        short.sort_unstable();
        assert!(short.is_sorted_by(|a, b| a < b), "{short:?}");
    }
}

#[test]
fn the_fixed_words_are_in_their_language() {
    let [zh, en] = BOTH.map(|lang| format!("{:?}", lang.words()));
    assert!(!en.contains(is_chinese), "{en}");
    for words in [zh, en] {
        assert!(!words.contains("\"\""), "{words}");
    }
}
