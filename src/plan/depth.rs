//! How deep the brackets of a rule file nest.
//!
//! The parser of TOML has a bound of its own. But where it goes on behind an error it counts
//! brackets that nobody wrote, the bound moves, and the parser runs out of stack.

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

/// No deeper a sound document may nest either.
const DEEPEST: usize = 80;

/// Where a source nests too deep, if it does.
pub(super) fn too_deep(source: &str) -> Option<usize> {
    let mut open = Vec::new();
    for token in Source::new(source).lex() {
        let closing = match token.kind() {
            TokenKind::LeftSquareBracket => TokenKind::RightSquareBracket,
            TokenKind::LeftCurlyBracket => TokenKind::RightCurlyBracket,
            closing @ (TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket) => {
                // The parser passes over one that closes nothing.
                if open.last() == Some(&closing) {
                    open.pop();
                }
                continue;
            }
            TokenKind::Dot
            | TokenKind::Equals
            | TokenKind::Comma
            | TokenKind::Comment
            | TokenKind::Whitespace
            | TokenKind::Newline
            | TokenKind::LiteralString
            | TokenKind::BasicString
            | TokenKind::MlLiteralString
            | TokenKind::MlBasicString
            | TokenKind::Atom
            | TokenKind::Eof => continue,
        };
        if open.len() == DEEPEST {
            return Some(token.span().start());
        }
        open.push(closing);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_that_nothing_closes_are_counted_and_others_are_not() {
        let nested = |times: usize| "[".repeat(times) + &"]".repeat(times);
        assert_eq!(too_deep(&format!("a = {}", nested(80))), None);
        assert_eq!(too_deep(&format!("a = {}", nested(81))), Some(84));
        for sound in ["a = ['[{', \"[\"] # [[[{\n", "[[a]]\nb = [{ c = [1] }]\n", "]}"] {
            assert_eq!(too_deep(&sound.repeat(200)), None, "{sound}");
        }
        for deep in ["[{]}", "{ a = [ }", "[[a]\n", "x = [\ny = {"] {
            assert!(too_deep(&deep.repeat(200)).is_some(), "{deep}");
        }
    }
}
