//! The whole page of a small report, but for its style sheet.

use super::*;

/// The page without its style sheet and its policy, which has the digest of that: every
/// change of the style would be one here.
fn bare(page: &str) -> String {
    let (start, rest) = page.split_once("<style>").unwrap();
    let (_, end) = rest.split_once("</style>").unwrap();
    let text = format!("{start}{end}").replace(env!("CARGO_PKG_VERSION"), "0.0.0");
    let lines = text.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.contains("Content-Security-Policy"));
    lines.map(|line| format!("{line}\n")).collect()
}

#[test]
fn a_small_report_reads_as_it_did() {
    let found = bare(&page(&small(), Lang::Zh, "snapshot-whole.html"));
    let expected = include_str!("small.html");
    if found != expected {
        let path = kept("small.snapshot.html");
        fs::write(&path, found).unwrap();
        panic!("the page differs from tests/page/small.html; compare {}", path.display());
    }
}
