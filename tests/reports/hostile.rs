//! Text of others harms no format.

use dabiao::diagnostic::Diagnostic;
use dabiao::render::{self, Format, Lang, Style};
use dabiao::report::Report;

use crate::common::{self, Run};
use crate::formats::{annotations, page, tables, xml};
use crate::{PLAN, all_formats, bytes_in, docx, json, sarif, text_in, workbook};

const EVIL: [&str; 12] = [
    "<script>alert(1)</script>",
    "]]>&amp;<!--",
    "::error::甲",
    "##[add-path]甲",
    "=cmd|'/c calc'!A1",
    "甲\u{202E}乙\u{2066}丙\u{200F}",
    "a|b`c`**d**[e](javascript:f)",
    "@all #1 GH-2 http://a.b www.a.b",
    "%0A::stop-commands::x",
    "\u{1b}[31m\u{7}\u{FFFE}",
    "'\"\\",
    "${{ secrets }}",
];

/// A submission in which every text that can be chosen is hostile.
fn report() -> Report {
    let toml = PLAN
        .replace("甲县", "甲<b>&]]>县|`@x`")
        .replace("name = \"参保率\"", "name = \"=1+1|参保<率>::error::\"");
    let remark = "::error::甲 <b>]]> @all ".repeat(500);
    let mut rows = Vec::new();
    for evil in EVIL {
        let cell = format!("\"{}\"", evil.replace('"', "\"\""));
        rows.push(format!("2023,{cell},就业率,55%,,,"));
        rows.push(format!("2023,乙县,{cell},55%,,,"));
        rows.push(format!("2023,乙县,就业率,{cell},,,"));
        rows.push(format!("{cell},乙县,就业率,55%,,,"));
    }
    rows.push(format!("2023,乙县,机构覆盖率,不适用,,,{remark}"));
    rows.push("2023,乙县,1,55%,,,".to_owned());
    let name = format!("data/{}\n::error::.csv", EVIL.concat());
    let waivers = "[[waiver]]\nindicator = '1'\nregion = '乙县'\nyear = 2023\n\
        reason = '::error::<b>]]>|@all'\napproved-by = '=cmd()'\nexpires = 2024-06-30\n";
    let run = Run::default().file(&name, common::sheet(&rows)).waivers(waivers);
    run.judge(&common::load(&toml))
}

/// Signs that reorder or obey are not in a text for people.
fn is_plain(c: char) -> bool {
    !c.is_control() && !"\u{202E}\u{2066}\u{200F}\u{FFFE}".contains(c) || c == '\n'
}

fn harms_nobody(format: Format, text: &str) {
    match format {
        Format::Json => drop(json(text)),
        Format::Jsonl => text.lines().for_each(|line| drop(json(line))),
        Format::Csv => {
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            assert!(reader.records().all(|record| record.is_ok()));
        }
        Format::Markdown => {
            assert!(text.chars().all(is_plain), "{text}");
            assert!(!text.contains('<'), "{text}");
            for table in tables(text) {
                let width = table[0].len();
                assert!(table.iter().all(|row| row.len() == width), "{table:#?}");
            }
            for (at, _) in text.match_indices('@').chain(text.match_indices("#1")) {
                assert!(text[..at].ends_with('\\') && text[at + 1..].starts_with('\u{2060}'));
            }
            assert!(!text.contains("://") && !text.contains("www."), "{text}");
            assert!(text.lines().all(|line| !line.trim_start().starts_with("::")));
        }
        Format::Html => {
            // Marks of direction end with the element that holds them.
            assert!(!text.contains('\u{202E}'));
            assert!(!text.to_lowercase().contains("<script"));
            page(text);
        }
        Format::Junit => {
            assert!(text.chars().all(is_plain));
            xml(text);
        }
        Format::Sarif => assert_eq!(sarif::faults(text), [""; 0]),
        Format::Github => {
            assert!(text.chars().all(is_plain), "{text}");
            for line in annotations(text).values().flatten() {
                let (properties, message) = line[2..].split_once("::").unwrap();
                assert!(!properties.contains("::") && properties.is_ascii() || !message.is_empty());
                // What is decoded can't hold a line end: every % was escaped.
                assert!(line.match_indices('%').all(|(at, _)| {
                    ["%25", "%3A", "%2C"].iter().any(|code| line[at..].starts_with(code))
                }));
            }
        }
        Format::Xlsx | Format::Docx | Format::Table | Format::Full | Format::Detail => {
            assert!(text.chars().all(is_plain), "{text}")
        }
        new => panic!("nobody looks at {new:?}"),
    }
}

#[test]
fn a_hostile_submission_harms_no_format() {
    let report = report();
    assert!(report.diagnostics.len() >= 3 * EVIL.len());
    for format in all_formats() {
        for lang in [Lang::Zh, Lang::En] {
            harms_nobody(format, &text_in(&report, format, lang));
        }
    }
    workbook::obeys_nobody(&bytes_in(&report, Format::Xlsx, Lang::Zh));
    docx::is_sound(&bytes_in(&report, Format::Docx, Lang::Zh));
}

#[test]
fn hostile_findings_harm_no_format_of_a_run_that_failed() {
    let found: Vec<Diagnostic> = report().diagnostics;
    for format in all_formats().filter(|format| format.writer().failure.is_some()) {
        let mut out = Vec::new();
        render::failure(&found, format, Lang::Zh, &mut out).unwrap();
        let text = match format {
            Format::Xlsx => workbook::text(&out),
            Format::Docx => docx::text(&out),
            _ => String::from_utf8(out).unwrap(),
        };
        harms_nobody(format, &text);
    }
}

#[test]
fn a_log_is_no_list_of_commands() {
    let log = render::github_log("a\n::error::b\r ::debug::c\nd ##[add-path]e\n");
    assert!(log.split(['\n', '\r']).all(|line| !line.trim_start().starts_with("::")), "{log}");
    assert!(!log.contains("##["));
    let report = report();
    let style = Style::plain(Lang::Zh, 80);
    let log = render::github_log(&render::diagnostics(&report.diagnostics, style));
    assert!(log.split(['\n', '\r']).all(|line| !line.trim_start().starts_with("::")), "{log}");
    assert!(!log.contains("##["));
}

#[test]
fn a_long_remark_stays_whole_for_scripts_and_short_for_people() {
    let report = report();
    let json = json(&text_in(&report, Format::Json, Lang::Zh));
    let results = json["results"].as_array().unwrap();
    let remark = results.iter().filter_map(|result| result["remark"].as_str());
    assert!(remark.map(str::len).max().unwrap() > 10_000);
    for format in [Format::Markdown, Format::Junit, Format::Github] {
        assert!(
            text_in(&report, format, Lang::Zh).lines().all(|line| line.chars().count() < 9_000)
        );
    }
}
