//! A file that this program did not write in the same format stays, unless `--force`.

use std::fs;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::{Place, SENT};

const CODE: &str = "run/already-there";

/// Every command that writes, and the names of what it writes.
const WRITERS: [(&str, &str); 28] = [
    ("check 2023.csv -o", "r.txt"),
    ("check 2023.csv --detail -o", "d.txt"),
    ("check 2023.csv --lang en -o", "en.txt"),
    ("check 2023.csv --format github -o", "g.txt"),
    ("check 2023.csv -o", "r.json"),
    ("check 2023.csv -o", "r.jsonl"),
    ("check 2023.csv -o", "r.csv"),
    ("check 2023.csv -o", "r.md"),
    ("check 2023.csv -o", "r.html"),
    ("check 2023.csv -o", "r.xml"),
    ("check 2023.csv -o", "r.sarif"),
    ("check 2023.csv -o", "r.xlsx"),
    ("check 2023.csv -o", "r.docx"),
    ("trend 2023.csv -o", "t.txt"),
    ("trend 2023.csv -o", "t.json"),
    ("trend 2023.csv -o", "t.csv"),
    ("trend 2023.csv -o", "t.md"),
    ("trend 2023.csv -o", "t.html"),
    ("trend 2023.csv -o", "t.xlsx"),
    ("trend 2023.csv -o", "t.docx"),
    ("diff 2023.csv 2023.csv -o", "d.json"),
    ("diff 2023.csv 2023.csv -o", "d.txt"),
    ("diff 2023.csv 2023.csv -o", "d.md"),
    ("diff 2023.csv 2023.csv -o", "d.html"),
    ("diff 2023.csv 2023.csv -o", "d.xlsx"),
    ("diff 2023.csv 2023.csv -o", "d.docx"),
    ("template --year 2024 -o", "f.csv"),
    ("template --year 2024 -o", "f.xlsx"),
];

#[test]
fn what_the_program_wrote_in_the_same_format_is_written_anew() {
    let place = Place::new();
    for (line, name) in WRITERS {
        let first = place.run(&format!("{line} {name}"));
        assert!(first.stderr.contains(name), "{line} {name}\n{}", first.stderr);
        let written = place.bytes(name);
        assert!(!written.is_empty(), "{line} {name}");
        // Another run of another submission.
        place.put("2023.csv", SENT.replace("57.20%,3512", "57.22%,3513"));
        let again = place.run(&format!("{line} {name}"));
        assert_eq!(again.code, first.code, "{line} {name}\n{}", again.stderr);
        place.put("2023.csv", SENT);
        place.run(&format!("{line} {name}"));
        assert_eq!(place.bytes(name), written, "{line} {name}");
    }
}

#[test]
fn a_report_of_a_run_that_failed_is_written_anew_too() {
    let place = Place::new();
    for name in ["r.json", "r.jsonl", "r.md", "r.xml", "r.sarif", "r.xlsx", "r.docx"] {
        assert_eq!(place.run(&format!("check missing.csv -o {name}")).code, 2);
        let failed = place.bytes(name);
        assert_eq!(place.run(&format!("check 2023.csv -o {name}")).code, 3, "{name}");
        assert_ne!(place.bytes(name), failed, "{name}");
    }
}

#[test]
fn what_others_wrote_stays_unless_forced() {
    let place = Place::new();
    let others: [&[u8]; 5] = [
        SENT.as_bytes(),
        b"PK\x03\x04 a workbook",
        "{\"备注\": \"本单位的记录\"}\n".as_bytes(),
        b"\xFF\xFE\x00",
        "结论：没有\n".as_bytes(),
    ];
    for (line, name) in WRITERS {
        for other in others {
            place.put(name, other);
            place.refuses(&format!("{line} {name}"), CODE);
        }
        let ran = place.run(&format!("{line} {name} --force"));
        assert!(ran.code != 2 && place.bytes(name) != others[4], "{line} {name}\n{}", ran.stderr);
    }
    // Nothing is lost with what holds nothing.
    place.put("empty.json", "");
    assert_eq!(place.run("check 2023.csv -o empty.json").code, 3);
}

#[test]
fn a_format_of_this_program_does_not_stand_for_another() {
    let place = Place::new();
    for (line, name) in [("trend 2023.csv -o", "r.csv"), ("check 2023.csv -o", "r.xlsx")] {
        place.run(&format!("{line} {name}"));
    }
    fs::rename(place.path("r.xlsx"), place.path("f.xlsx")).unwrap();
    place.refuses("template --year 2024 -o r.csv", CODE);
    place.refuses("template --year 2024 -o f.xlsx", CODE);
    place.refuses("tidy 2023.csv -o r.csv", CODE);
}

/// The canonical layout is what counties send: nothing tells the two apart.
#[test]
fn the_canonical_layout_is_written_anew_only_if_it_stays_the_same() {
    let place = Place::new();
    assert_eq!(place.run("tidy 2023.csv -o all.csv").code, 3);
    let written = place.bytes("all.csv");
    assert_eq!(place.run("tidy 2023.csv -o all.csv").code, 3);
    place.put("2023.csv", SENT.replace("3512", "3513"));
    place.refuses("tidy 2023.csv -o all.csv", CODE);
    assert_eq!(place.run("tidy 2023.csv -o all.csv --force").code, 3);
    assert_ne!(place.bytes("all.csv"), written);
}

/// The text of a form with a cell of each column that is to be filled in.
fn filled(form: &str) -> Vec<String> {
    let lines: Vec<&str> = form.lines().collect();
    let heads: Vec<&str> = lines[0].trim_start_matches('\u{FEFF}').split(',').collect();
    let wanted = ["分子", "分母", "数值", "备注"];
    let at = wanted.map(|wanted| heads.iter().position(|head| *head == wanted).unwrap());
    let fill = |column: usize, row: usize| {
        let mut cells: Vec<&str> = lines[row].split(',').collect();
        cells[column] = "5";
        let mut lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        lines[row] = cells.join(",");
        lines.join("\n") + "\n"
    };
    at.iter().flat_map(|column| [fill(*column, 1), fill(*column, lines.len() - 1)]).collect()
}

#[test]
fn a_form_as_csv_that_was_filled_in_stays() {
    let place = Place::new();
    place.run("template --year 2024 --region 岱山县 -o f.csv");
    let form = String::from_utf8(place.bytes("f.csv")).unwrap();
    for filled in filled(&form) {
        place.put("f.csv", &filled);
        place.refuses("template --year 2024 --region 岱山县 -o f.csv", "run/filled-in");
        place.refuses("template --year 2023 --tasks -o f.csv", "run/filled-in");
    }
    place.put("f.csv", form.replace("数值", "数据"));
    place.refuses("template --year 2024 -o f.csv", CODE);
    assert_eq!(place.run("template --year 2024 -o f.csv --force").code, 0);
    // One that nobody filled in, of another year and with other columns.
    assert_eq!(place.run("template --year 2023 --tasks -o f.csv").code, 0);
}

#[test]
fn a_form_as_a_workbook_that_was_saved_since_stays() {
    let place = Place::new();
    place.run("template --year 2024 --region 岱山县 -o f.xlsx");
    let form = place.bytes("f.xlsx");
    let mut archive = ZipArchive::new(Cursor::new(form)).unwrap();
    let mut saved = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        saved.start_file(&name, SimpleFileOptions::default()).unwrap();
        // The first cell of a sheet that is empty and asked for.
        let text = match name == "xl/worksheets/sheet1.xml" {
            true => text.replacen("<c r=\"L5\"", "<c r=\"L5\" t=\"n\"", 1) + "<!-- 5 -->",
            false => text,
        };
        saved.write_all(text.as_bytes()).unwrap();
    }
    place.put("f.xlsx", saved.finish().unwrap().into_inner());
    place.refuses("template --year 2024 --region 岱山县 -o f.xlsx", "run/filled-in");
    assert_eq!(place.run("template --year 2024 -o f.xlsx --force").code, 0);
    assert_eq!(place.run("template --year 2023 --tasks -o f.xlsx").code, 0);
}

#[test]
fn a_draft_and_pages_of_the_manual() {
    let place = Place::new();
    place.put("t.csv", "指标,单位,基期值,目标值\n示例率,%,10,20\n");
    assert_eq!(place.run("plan new t.csv -o p.toml").code, 0);
    place.refuses("plan new t.csv -o p.toml", CODE);
    assert_eq!(place.run("plan new t.csv -o p.toml --force").code, 0);
    fs::create_dir(place.path("man")).unwrap();
    assert_eq!(place.run("man -o man").code, 0);
    assert_eq!(place.run("man -o man").code, 0);
    place.put("man/dabiao-check.1", ".TH other 1\n");
    place.refuses("man -o man", CODE);
    assert_eq!(place.run("man -o man --force").code, 0);
}
