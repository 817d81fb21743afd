//! Lists of words, parted by blanks, and which of them a text begins or ends with.

/// What stands behind the longest of the words that a text begins with.
pub(super) fn after<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    longest(text, words, |text, word| text.strip_prefix(word))
}

/// What stands before the longest of the words that a text ends with.
pub(super) fn before<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    longest(text, words, |text, word| text.strip_suffix(word))
}

fn longest<'t>(
    text: &'t str,
    words: &str,
    strip: impl Fn(&'t str, &str) -> Option<&'t str>,
) -> Option<&'t str> {
    words.split_whitespace().filter_map(|word| strip(text, word)).min_by_key(|rest| rest.len())
}

/// Whether one of the words stands anywhere in a text.
pub(super) fn has(text: &str, words: &str) -> bool {
    words.split_whitespace().any(|word| text.contains(word))
}

/// Whether a text is one of the words.
pub(super) fn is(text: &str, words: &str) -> bool {
    words.split_whitespace().any(|word| text == word)
}

/// Whether a text begins with one of the words.
pub(super) fn begins(text: &str, words: &str) -> bool {
    after(text, words).is_some()
}

/// Whether a text ends with one of the words.
pub(super) fn ends(text: &str, words: &str) -> bool {
    before(text, words).is_some()
}
