//! The page forbids a browser whatever it does not need itself.

use std::collections::BTreeMap;
use std::process::Command;

use super::*;
use sha2::{Digest, Sha256};

/// The bytes that base64 stands for.
pub(super) fn decoded(text: &str) -> Vec<u8> {
    let alphabet: Vec<char> =
        ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['+', '/']).collect();
    let digits = text.trim_end_matches('=').chars();
    let bits = digits.flat_map(|digit| {
        let value = alphabet.iter().position(|it| *it == digit).unwrap();
        (0..6).rev().map(move |bit| value >> bit & 1)
    });
    let bits: Vec<usize> = bits.collect();
    bits.chunks_exact(8).map(|byte| byte.iter().fold(0, |all, bit| all << 1 | *bit as u8)).collect()
}

/// Holds a page against its own policy, as a browser does.
fn obeys_itself(page: &str) {
    let (head, rest) = page.split_once("<style>").unwrap();
    let (style, _) = rest.split_once("</style>").unwrap();
    assert!(style.contains(":root") && !style.contains('\r'));
    let (_, policy) =
        head.split_once("<meta http-equiv=\"Content-Security-Policy\" content=\"").unwrap();
    let (policy, _) = policy.split_once("\"/>").unwrap();
    let directives = policy.split("; ").map(|directive| directive.split_once(' ').unwrap());
    let directives: BTreeMap<&str, &str> = directives.collect();
    assert_eq!(directives["default-src"], "'none'");
    assert_eq!(directives["base-uri"], "'none'");
    assert_eq!(directives["form-action"], "'none'");
    let known = directives["style-src"].strip_prefix("'sha256-").unwrap();
    assert_eq!(decoded(known.strip_suffix('\'').unwrap()), Sha256::digest(style).to_vec());
    assert_eq!(directives.len(), 4, "{policy}");
    tree(page, |document| {
        let all = || document.descendants().filter(Node::is_element);
        assert_eq!(all().filter(|node| node.has_tag_name("style")).count(), 1);
        for node in all() {
            let name = node.tag_name().name();
            let fetched = ["script", "link", "img", "image", "object", "embed", "iframe", "form"];
            assert!(!fetched.contains(&name) && name != "base", "{name}");
            for attribute in node.attributes() {
                let name = attribute.name();
                assert!(!["style", "src", "srcset", "action", "data", "ping"].contains(&name));
                assert!(!name.starts_with("on"), "{name}");
            }
        }
    })
    .unwrap();
}

#[test]
fn nothing_of_a_page_goes_against_its_policy() {
    for lang in BOTH {
        obeys_itself(&page(&small(), lang, "policy.html"));
        let many: Vec<String> =
            (0..9).map(|at| format!("2023,甲县,就业率,5{at},,,<style>{at}")).collect();
        obeys_itself(&page(&Run::of(&many).judge(&plan(RULES)), lang, "policy-faults.html"));
    }
}

#[test]
fn nor_of_a_page_that_the_program_writes() {
    let root = env!("CARGO_MANIFEST_DIR");
    for args in [
        &["check", "data/2023.csv", "--history", "data/2020.csv"][..],
        &["check", "data/2022.csv", "data/2023.csv", "--lang", "en"],
        &["check", "tests/cli/input/many-faults.csv"],
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dabiao"));
        let output = command.args(args).args(["--format", "html"]).current_dir(root).output();
        obeys_itself(&String::from_utf8(output.unwrap().stdout).unwrap());
    }
}
