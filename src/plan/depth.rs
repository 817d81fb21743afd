//! How deep the brackets of a rule file nest, and how many values, words and signs it has.
//!
//! The parser of TOML has a bound of its own. But where it goes on behind an error it counts
//! brackets that nobody wrote, the bound moves, and the parser runs out of stack.

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

/// No deeper a sound document may nest either.
const DEEPEST: usize = 80;

/// How many keys and values a rule file can have: each takes half a kibibyte.
const MOST_VALUES: usize = 1_000_000;

/// How many words and signs, ends of lines among them: the parser holds all of them at once.
const MOST_TOKENS: usize = 10_000_000;

/// So many brackets the parser's stack holds, however they nest.
const FEW: usize = 400;

/// Whether the parser can be given a source before its brackets and values are counted. What
/// it then takes without an error has not too many: a bound of the parser's own is as deep.
pub(super) fn may_be_parsed(source: &str) -> bool {
    source.len() < MOST_VALUES
        && memchr::memchr2_iter(b'[', b'{', source.as_bytes()).take(FEW + 1).count() <= FEW
}

/// For how many keys and values a token stands: a table takes as much as two, and `[` or a dot
/// may make one.
fn worth(token: TokenKind) -> usize {
    match token {
        TokenKind::Equals | TokenKind::Comma => 1,
        TokenKind::Dot | TokenKind::LeftSquareBracket => 2,
        TokenKind::RightSquareBracket
        | TokenKind::LeftCurlyBracket
        | TokenKind::RightCurlyBracket
        | TokenKind::Comment
        | TokenKind::Whitespace
        | TokenKind::Newline
        | TokenKind::LiteralString
        | TokenKind::BasicString
        | TokenKind::MlLiteralString
        | TokenKind::MlBasicString
        | TokenKind::Atom
        | TokenKind::Eof => 0,
    }
}

/// Where a source nests too deep or has too many values, if it does, and how that is told.
pub(super) fn too_much(source: &str) -> Option<(usize, String)> {
    more_than(source, MOST_VALUES, MOST_TOKENS)
}

/// The same of so many values, and so many words and signs.
fn more_than(source: &str, most_values: usize, most_tokens: usize) -> Option<(usize, String)> {
    let mut open = Vec::new();
    let mut values = 0;
    for (before, token) in Source::new(source).lex().enumerate() {
        if before == most_tokens {
            let told = format!("more than {most_tokens} words and signs");
            return Some((token.span().start(), told));
        }
        values += worth(token.kind());
        if values > most_values {
            let told = format!("more than {most_values} keys and values");
            return Some((token.span().start(), told));
        }
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
            TokenKind::Equals
            | TokenKind::Comma
            | TokenKind::Dot
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
            return Some((token.span().start(), "nested too deep".to_owned()));
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
        let place = |source: &str| too_much(source).map(|(at, _)| at);
        let nested = |times: usize| "[".repeat(times) + &"]".repeat(times);
        assert_eq!(place(&format!("a = {}", nested(80))), None);
        assert_eq!(place(&format!("a = {}", nested(81))), Some(84));
        for sound in ["a = ['[{', \"[\"] # [[[{\n", "[[a]]\nb = [{ c = [1] }]\n", "]}"] {
            assert_eq!(place(&sound.repeat(200)), None, "{sound}");
        }
        for deep in ["[{]}", "{ a = [ }", "[[a]\n", "x = [\ny = {"] {
            assert!(place(&deep.repeat(200)).is_some(), "{deep}");
        }
    }

    #[test]
    fn what_is_parsed_uncounted_nests_as_deep_as_what_is_counted() {
        use toml::de::DeTable;

        for (open, close) in [("[", "]"), ("{ a = ", "}"), ("[{ a = ", "}]")] {
            let brackets = open.matches(['[', '{']).count();
            for times in (DEEPEST / brackets - 1)..=DEEPEST / brackets + 1 {
                let source = format!("[[b]]\na = {}1{}", open.repeat(times), close.repeat(times));
                let (_, errors) = DeTable::parse_recoverable(&source);
                assert!(may_be_parsed(&source));
                assert_eq!(errors.is_empty(), too_much(&source).is_none(), "{source}");
            }
        }
        for unclosed in ["[", "x = {", "a = [{", "[{]}", "{ a = [ }", "[[a]\n", "'{["] {
            let times = FEW / unclosed.matches(['[', '{']).count();
            assert!(may_be_parsed(&unclosed.repeat(times)));
            let (_, errors) = DeTable::parse_recoverable(&unclosed.repeat(times));
            assert!(!errors.is_empty());
            assert!(!may_be_parsed(&unclosed.repeat(times + 1)));
        }
    }

    #[test]
    fn words_signs_and_ends_of_lines_are_counted_to_a_bound() {
        let most = 1_000;
        for one in ["\n", "#\n", "a "] {
            let tokens = Source::new(one).lex().count() - 1;
            let source = one.repeat(most / tokens);
            let (at, told) = more_than(&(source.clone() + one), MOST_VALUES, most).unwrap();
            assert_eq!(at, source.len(), "{one}");
            assert!(told.contains("1000 words"), "{told}");
        }
        let source = "\n".repeat(MOST_TOKENS + 1);
        assert_eq!(too_much(&source).map(|(at, _)| at), Some(MOST_TOKENS));
    }

    #[test]
    fn keys_elements_and_keys_within_braces_are_counted_to_a_bound() {
        let most = 1_000;
        for (one, worth) in [
            ("a = 1\n", 1),
            ("a = [1,1]\n", 4),
            ("a = { b = 1 }\n", 2),
            ("[a]\n", 2),
            ("[a.b]\n", 4),
            ("[[a]]\n", 4),
            ("a.b.c=1\n", 5),
        ] {
            let source = one.repeat(most / worth);
            assert_eq!(more_than(&source, most, MOST_TOKENS), None, "{one}");
            let more = source.clone() + "b = 1\n";
            let (at, told) = more_than(&more, most, MOST_TOKENS).unwrap();
            assert_eq!(at, source.len() + 2, "{one}");
            assert!(told.contains("1000 keys"), "{told}");
        }
        let source = "a=[".to_owned() + &",".repeat(MOST_VALUES);
        assert_eq!(too_much(&source).map(|(at, _)| at), Some(MOST_VALUES));
    }
}
