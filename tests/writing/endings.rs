//! A file's name says its format, or the format is said; the two never disagree.

use crate::Place;

#[test]
fn an_ending_decides_the_format_where_none_is_given() {
    let place = Place::new();
    for (line, name, begins) in [
        ("check 2023.csv -o", "r.html", "<!DOCTYPE html>"),
        ("check 2023.csv -o", "r.HTM", "<!DOCTYPE html>"),
        ("check 2023.csv --report", "r.xlsx", "PK"),
        ("check 2023.csv --report", "r.docx", "PK"),
        ("check 2023.csv --report", "./r.ndjson", "{\"type\":\"run\""),
        ("check 2023.csv --report", "r.sarif.json", "{\n  \"$schema\""),
        ("check 2023.csv -o", "r.xml", "<?xml"),
        ("check 2023.csv -o", "r.markdown", "## "),
        ("trend 2023.csv -o", "t.csv", "indicator,"),
        ("trend 2023.csv -o", "t.json", "{\n  \"schema_version\""),
        ("trend 2023.csv --report", "t.html", "<!DOCTYPE html>"),
        ("trend 2023.csv -o", "t.xlsx", "PK"),
        ("trend 2023.csv --report", "./t.docx", "PK"),
        ("diff 2023.csv 2023.csv -o", "d.csv", "change,"),
        ("diff 2023.csv 2023.csv --report", "d.htm", "<!DOCTYPE html>"),
        ("diff 2023.csv 2023.csv -o", "d.docx", "PK"),
        ("template --year 2024 -o", "f.CSV", "\u{FEFF}序号,"),
        ("template --year 2024 -o", "f.xlsx", "PK"),
        ("tidy 2023.csv -o", "all.csv", "年份,"),
    ] {
        let ran = place.run(&format!("{line} {name}"));
        let text = place.bytes(name);
        assert!(text.starts_with(begins.as_bytes()), "{line} {name}\n{}", ran.stderr);
        let told = format!("已写入 {name}（");
        assert_eq!(ran.stderr.matches(&told).count(), 1, "{line} {name}\n{}", ran.stderr);
        let told = format!("wrote {name} (");
        let english = place.run(&format!("{line} {name} --lang en"));
        assert_eq!(english.stderr.matches(&told).count(), 1, "{line} {name}\n{}", english.stderr);
        let quiet = place.run(&format!("{line} {name} --quiet"));
        assert!(!quiet.stderr.contains("已写入"), "{}", quiet.stderr);
    }
}

#[test]
fn an_ending_that_contradicts_the_format_is_refused() {
    let place = Place::new();
    for line in [
        "check 2023.csv --format json -o r.csv",
        "check 2023.csv --format table -o r.md",
        "check 2023.csv --report csv=r.xlsx",
        "check 2023.csv --report xlsx=r.xls",
        "check 2023.csv --report jsonl=r.json",
        "trend 2023.csv --format csv -o t.json",
        "diff 2023.csv 2023.csv --format json -o d.txt",
        "tidy 2023.csv -o all.xlsx",
        "tidy 2023.csv -o all.ods --force",
        "plan new 2023.csv -o plan.csv",
    ] {
        place.refuses(line, "run/other-ending");
    }
    for line in ["check 2023.csv --format json -o report", "check 2023.csv --report csv=r.dat"] {
        assert_eq!(place.run(line).code, 3, "{line}");
    }
    assert_eq!(place.run("check 2023.csv --report sarif=s.json").code, 3);
}

#[test]
fn a_name_that_says_no_format_is_refused_where_none_is_given() {
    let place = Place::new();
    for (line, listed) in [
        ("check 2023.csv -o report", ".txt .json .jsonl .csv .md .html .xml .sarif .xlsx .docx"),
        (
            "check 2023.csv -o report.pdf",
            ".txt .json .jsonl .csv .md .html .xml .sarif .xlsx .docx",
        ),
        (
            "check 2023.csv --report ./report",
            ".txt .json .jsonl .csv .md .html .xml .sarif .xlsx .docx",
        ),
        ("trend 2023.csv -o t.xml", ".txt .json .csv .md .html .xlsx .docx"),
        ("diff 2023.csv 2023.csv --report ./d.sarif", ".txt .json .csv .md .html .xlsx .docx"),
        ("template --year 2024 -o f.xls", ".csv .xlsx"),
        ("template --year 2024 -o f", ".csv .xlsx"),
    ] {
        place.refuses(line, "run/unknown-ending");
        let told = place.run(line).stderr;
        // Reports of verdicts may be tables of a warehouse, too.
        let listed = match cfg!(feature = "parquet") && listed.contains(".sarif") {
            true => format!("{listed} .parquet"),
            false => listed.to_owned(),
        };
        let unbroken = |text: &str| text.split_whitespace().collect::<String>();
        let listed = unbroken(&format!("请用这些后缀：{listed}；"));
        assert!(unbroken(&told).contains(&listed), "{line}\n{told}");
    }
}

#[test]
fn an_earlier_report_that_a_failed_run_leaves_is_told_to_be_stale() {
    for (line, file) in [
        ("trend", "t.md"),
        ("trend", "t.csv"),
        ("diff 2023.csv", "d.txt"),
        ("diff 2023.csv", "d.md"),
        ("diff 2023.csv", "d.xlsx"),
        ("trend", "t.html"),
        ("check", "c.csv"),
        ("check", "c.html"),
    ] {
        let place = Place::new();
        let missing = format!("{line} none.csv -o {file}");
        let ran = place.run(&missing);
        assert!(!ran.stderr.contains("stale"), "{missing}: there is none\n{}", ran.stderr);
        assert_ne!(place.run(&format!("{line} 2023.csv -o {file}")).code, 2);
        let before = place.bytes(file);
        let ran = place.run(&missing);
        assert_eq!(ran.code, 2, "{missing}");
        assert_eq!(ran.stderr.matches("run/stale-report").count(), 1, "{missing}\n{}", ran.stderr);
        assert!(place.bytes(file) == before, "{missing}");
    }
}
