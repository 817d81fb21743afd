//! Which layer may import which, read from the sources as text:
//!
//! `exact, text, source, term ◄ form ◄ words ◄ diagnostic ◄ { plan ◄ report | submission } ◄ { judge | render }
//! ◄ command line`. A layer imports only from layers to its left; those within the
//! same braces do not know each other.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Each layer of the library, and what it may import beside itself.
const MAY_IMPORT: [(&str, &[&str]); 12] = [
    ("exact", &[]),
    ("text", &[]),
    ("source", &[]),
    ("term", &["exact", "text"]),
    ("form", &["exact", "term"]),
    ("words", &["exact", "text", "term", "form"]),
    ("diagnostic", &["exact", "text", "source", "term", "form", "words"]),
    ("plan", &["exact", "text", "source", "term", "form", "diagnostic"]),
    ("submission", &["exact", "text", "source", "term", "diagnostic"]),
    ("report", &["exact", "text", "source", "term", "form", "diagnostic", "plan"]),
    (
        "judge",
        &["exact", "text", "source", "term", "form", "diagnostic", "plan", "submission", "report"],
    ),
    (
        "render",
        &[
            "exact",
            "text",
            "source",
            "term",
            "form",
            "words",
            "diagnostic",
            "plan",
            "submission",
            "report",
        ],
    ),
];

/// What of `src` is the command line, which may import and use anything.
const COMMAND_LINE: [&str; 2] = ["main", "cli"];

/// Words that the library does not have: it reads no clock, and its errors are its own. That
/// it prints nothing is held by clippy, that parts know nothing of a plan by `crates/`.
const FORBIDDEN: [&str; 3] = ["anyhow", "SystemTime", "Instant"];

/// Modules of `std` that the library does not use.
const FORBIDDEN_STD: [&str; 3] = ["process", "fs", "env"];

/// What is wrong with a file, by its path within `src`.
fn violations(path: &str, source: &str) -> Vec<String> {
    let layer = layer(path);
    if COMMAND_LINE.contains(&layer) {
        return Vec::new();
    }
    let tokens = tokens(source);
    let mut wrong = Vec::new();
    for (name, line) in imports(path, &tokens) {
        let known = MAY_IMPORT.iter().find(|(known, _)| *known == layer);
        if name != layer && !known.is_some_and(|(_, may)| may.contains(&name)) {
            wrong.push(format!("{path}:{line}: {layer} imports {name}"));
        }
    }
    for (name, line) in children(&tokens, "std") {
        if FORBIDDEN_STD.contains(&name) {
            wrong.push(format!("{path}:{line}: the library uses std::{name}"));
        }
    }
    for (word, line) in tokens.iter().filter(|(word, _)| FORBIDDEN.contains(word)) {
        wrong.push(format!("{path}:{line}: the library uses {word}"));
    }
    wrong
}

/// The first name of a path within `src`.
fn layer(path: &str) -> &str {
    let first = path.split('/').next().unwrap_or(path);
    first.strip_suffix(".rs").unwrap_or(first)
}

/// The modules of the library that a file names, and in which lines.
fn imports<'s>(path: &str, tokens: &[Token<'s>]) -> Vec<Token<'s>> {
    let mut named = children(tokens, "crate");
    // `super` out of a layer leads to its siblings too.
    let depth = path.trim_end_matches(".rs").trim_end_matches("/mod").split('/').count();
    let chain = vec!["super"; depth].join("::");
    let siblings = children(tokens, &chain);
    named.extend(siblings.into_iter().filter(|(name, _)| MAY_IMPORT.iter().any(|l| l.0 == *name)));
    named
}

/// What directly follows a path: `b` and `c` of `a::b::x` and `a::{b::x, c}`.
fn children<'s>(tokens: &[Token<'s>], path: &str) -> Vec<Token<'s>> {
    let path: Vec<_> = path.split("::").flat_map(|name| [name, "::"]).collect();
    let mut found = Vec::new();
    for (at, window) in tokens.windows(path.len()).enumerate() {
        if !window.iter().map(|(word, _)| word).eq(&path) {
            continue;
        }
        let mut depth = 0;
        let mut first = true;
        for &(word, line) in &tokens[at + path.len()..] {
            match word {
                "{" => depth += 1,
                "}" => depth -= 1,
                "," => first = depth == 1,
                _ if first => {
                    found.push((word, line));
                    first = false;
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    found
}

/// A word, `::` or another sign of the code, and its line.
type Token<'s> = (&'s str, usize);

/// The code without comments, strings and characters.
fn tokens(source: &str) -> Vec<Token<'_>> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut tokens = Vec::new();
    let (mut at, mut line) = (0, 1);
    while let Some(first) = source[at..].chars().next() {
        let rest = &source[at..];
        let skipped = skipped(rest);
        let length = if skipped > 0 {
            skipped
        } else if is_word(first) {
            rest.find(|c| !is_word(c)).unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        if skipped == 0 && !first.is_whitespace() {
            tokens.push((&rest[..length], line));
        }
        line += rest[..length].matches('\n').count();
        at += length;
    }
    tokens
}

/// The length of the comment, string or character that a text begins with; else 0.
fn skipped(text: &str) -> usize {
    let through = |from: usize, end: &str| {
        text[from..].find(end).map_or(text.len(), |at| from + at + end.len())
    };
    let raw = ["r", "br"].iter().find_map(|prefix| {
        let hashed = text.strip_prefix(prefix)?;
        let hashes = hashed.len() - hashed.trim_start_matches('#').len();
        hashed[hashes..].starts_with('"').then_some((prefix.len() + hashes + 1, hashes))
    });
    match raw {
        Some((from, hashes)) => through(from, &format!("\"{}", "#".repeat(hashes))),
        None if text.starts_with("//") => through(2, "\n"),
        None if text.starts_with("/*") => through(2, "*/"),
        None if text.starts_with('"') => {
            let mut escaped = false;
            let end = text.char_indices().skip(1).find(|(_, c)| {
                let closes = *c == '"' && !escaped;
                escaped = *c == '\\' && !escaped;
                closes
            });
            end.map_or(text.len(), |(at, _)| at + 1)
        }
        None if text.starts_with("'\\") => through(3, "'"),
        None if text.starts_with('\'') => {
            // A lifetime has no quote behind its first character.
            let closing = text.char_indices().nth(2).filter(|(_, c)| *c == '\'');
            closing.map_or(0, |(at, _)| at + 1)
        }
        None => 0,
    }
}

/// The Rust files of `src`, as paths within it, and their text.
fn sources() -> io::Result<Vec<(String, String)>> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![src.clone()];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    let named = files.into_iter().map(|file| {
        let within = file.strip_prefix(&src).unwrap_or(&file);
        let names: Vec<_> = within.iter().map(|name| name.to_string_lossy()).collect();
        Ok((names.join("/"), fs::read_to_string(&file)?))
    });
    named.collect()
}

#[test]
fn no_layer_imports_the_wrong_way() {
    let wrong: Vec<_> =
        sources().unwrap().iter().flat_map(|(path, text)| violations(path, text)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_module_is_a_layer_of_the_table_and_every_layer_is_there() {
    let sources = sources().unwrap();
    let there: BTreeSet<_> = sources.iter().map(|(path, _)| layer(path)).collect();
    let layers = MAY_IMPORT.iter().map(|(layer, _)| *layer);
    let known: BTreeSet<_> = layers.chain(COMMAND_LINE).chain(["lib"]).collect();
    assert_eq!(there, known);
}

#[test]
fn the_table_is_one_direction() {
    for (at, (layer, may)) in MAY_IMPORT.iter().enumerate() {
        for other in *may {
            let left = MAY_IMPORT[..at].iter().any(|(name, _)| name == other);
            assert!(left, "{layer} may import {other}, which is not to its left");
        }
    }
}

#[test]
fn a_wrong_import_is_caught_however_it_is_written() {
    for (path, source, expected) in [
        ("plan/load.rs", "\nuse crate::render::Lang;", "plan/load.rs:2: plan imports render"),
        ("plan/load.rs", "fn f() { crate::judge::run() }", "plan/load.rs:1: plan imports judge"),
        (
            "report/mod.rs",
            "use crate::{\n  term::{Year, self},\n  submission::Cell\n};",
            "report/mod.rs:3: report imports submission",
        ),
        (
            "judge/form/level.rs",
            "use super::super::super::render;",
            "judge/form/level.rs:1: judge imports render",
        ),
        ("render/mod.rs", "use super::{judge, term};", "render/mod.rs:1: render imports judge"),
        ("source.rs", "use super::exact::Decimal;", "source.rs:1: source imports exact"),
        ("exact/mod.rs", "pub use crate::term;", "exact/mod.rs:1: exact imports term"),
        ("plan/mod.rs", "use crate::extra;", "plan/mod.rs:1: plan imports extra"),
        ("plan/mod.rs", "use crate::*;", "plan/mod.rs:1: plan imports *"),
        ("extra.rs", "use crate::term;", "extra.rs:1: extra imports term"),
        ("lib.rs", "fn f(at: Instant) {}", "lib.rs:1: the library uses Instant"),
        ("judge/mod.rs", "use anyhow::Result;", "judge/mod.rs:1: the library uses anyhow"),
        ("judge/mod.rs", "use std::{io, fs::File};", "judge/mod.rs:1: the library uses std::fs"),
        ("judge/mod.rs", "std::env::args()", "judge/mod.rs:1: the library uses std::env"),
        ("judge/mod.rs", "use std::time::Instant;", "judge/mod.rs:1: the library uses Instant"),
        (
            "plan/a.rs",
            "'\"'; 'a: '\\''; \"\\\"\"; r#\"\"\"#; crate::judge",
            "plan/a.rs:1: plan imports judge",
        ),
    ] {
        assert_eq!(violations(path, source), [expected], "{source}");
    }
}

#[test]
fn what_is_no_wrong_import_is_let_pass() {
    for (path, source) in [
        ("plan/load.rs", "use crate::{diagnostic::{Diagnostic, render}, term};"),
        ("plan/load.rs", "use super::judge; use crate::plan::render; use self::report;"),
        ("diagnostic/mod.rs", "//! See [`render`](crate::render).\n/* crate::judge */"),
        ("diagnostic/mod.rs", "let s = (\"crate::judge println\", r#\"use \" crate::plan\"#);"),
        ("source.rs", "#[cfg(test)]\nmod tests { use super::*; }"),
        ("plan/builtin.rs", "env!(\"CARGO_PKG_VERSION\"); printed(instant);"),
        ("cli/mod.rs", "use std::fs; use anyhow::Result; use dabiao::render; println!();"),
    ] {
        assert_eq!(violations(path, source), [""; 0], "{source}");
    }
}
