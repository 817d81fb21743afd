//! Letters: each is one county's own, and tells of nobody else, whatever was sent and however
//! it is written.
#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Output};

mod common;

use common::{Run, load_with_roster};
use dabiao::report::Sending;

/// The counties of the built-in plan: what each is called and may be known by.
const COUNTIES: [(&str, [&str; 3]); 4] = [
    ("定海区", ["定海", "330902", "Dinghai"]),
    ("普陀区", ["普陀", "330903", "Putuo"]),
    ("岱山县", ["岱山", "330921", "Daishan"]),
    ("嵊泗县", ["嵊泗", "330922", "Shengsi"]),
];

const HEADER: &str = "年份,地区,指标,数值,分子,分母,备注\n";

fn dabiao(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dabiao"));
    command.args(args).current_dir(folder).env("COLUMNS", "80").env("NO_COLOR", "1");
    command.output().unwrap()
}

/// The run that writes letters about what was sent.
const SENT: [&str; 4] = ["letters", "报送", "报送/普陀区", "报送/补报"];

/// Submissions of which much is wrong, and each fault speaks of a neighbour in its own way.
/// All figures are made up (示例数据).
fn sent(folder: &Path) {
    let files = [
        // The same value twice, the second in another's file and folder.
        (
            "报送/普陀区/普陀区.csv",
            "2023,普陀区,9,56.10%,2128,3793,示例数据\n2023,普陀区,10,91%,91,105,\n",
        ),
        (
            "报送/补报/补报.csv",
            "2023,普陀区,9,56.20%,2132,3793,示例数据\n2023,定海区,10,约九成,,,\n",
        ),
        // A remark that speaks of a neighbour, and one with its code.
        (
            "报送/定海区.csv",
            "2023,定海区,9,57.00%,3500,6140,分母与岱山县同口径\n2023,定海区,11,不适用,,,并入330903统计\n",
        ),
        // A name that is not known, and the neighbour's that is near it.
        (
            "报送/岱山县.csv",
            "2023,岱山县,9,54.62%,1183,2166,\n2023,岱山县,普陀就业率,54.6%,,,\n2023,普陀山区,9,50%,,,\n",
        ),
        // Not a number but a neighbour's.
        ("报送/嵊泗县.csv", "2023,嵊泗县,9,同定海区,,,\n2023,嵊泗县,10,见330921,,,\n"),
    ];
    for (name, rows) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, format!("{HEADER}{rows}")).unwrap();
    }
}

/// All that a file holds as text, of a workbook that of all its parts.
fn text(path: &Path) -> String {
    let bytes = fs::read(path).unwrap();
    if path.extension().is_none_or(|ending| ending != "xlsx" && ending != "docx") {
        return String::from_utf8(bytes).unwrap();
    }
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for at in 0..archive.len() {
        archive.by_index(at).unwrap().read_to_string(&mut all).unwrap();
    }
    all
}

/// The letters in a folder, by county.
fn letters(folder: &Path) -> BTreeMap<&'static str, String> {
    let mut found = BTreeMap::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        let (county, _) = COUNTIES.iter().find(|(county, _)| name.contains(county)).unwrap();
        found.insert(*county, text(&path));
    }
    found
}

#[test]
fn nothing_of_another_county_is_in_a_letter() {
    let folder = tempfile::tempdir().unwrap();
    sent(folder.path());
    for format in ["docx", "html", "markdown", "xlsx"] {
        for lang in ["zh", "en"] {
            let out = format!("{format}-{lang}");
            let args = [&SENT[..], &["-o", &out, "--format", format, "--lang", lang]].concat();
            let run = dabiao(folder.path(), &args);
            assert_eq!(run.status.code(), Some(3), "{}", String::from_utf8_lossy(&run.stderr));
            let letters = letters(&folder.path().join(&out));
            assert_eq!(letters.len(), COUNTIES.len(), "{out}");
            for (county, letter) in &letters {
                let own = COUNTIES.iter().find(|(own, _)| own == county).map(|(_, names)| names[2]);
                let own = if lang == "en" { own.unwrap() } else { county };
                assert!(letter.contains(own), "{out} {county}");
                for typed in ["--history", "--encoding", "--sheet", "--year", "dabiao plan"] {
                    assert!(!letter.contains(typed), "{out}: {county} is told of {typed}");
                }
                for (other, names) in COUNTIES.iter().filter(|(other, _)| other != county) {
                    for name in names.iter().chain([other]) {
                        assert!(!letter.contains(name), "{out}: {county} is told of {name}");
                    }
                }
            }
            // What is its own is there all the same.
            for (county, its) in
                [("定海区", "约九成"), ("普陀区", "91/105"), ("嵊泗县", "嵊泗县.csv")]
            {
                assert!(letters[county].contains(its), "{out} {county}");
            }
            assert!(letters.values().all(|letter| letter.contains("示例数据")), "{out}");
        }
    }
}

#[test]
fn what_is_in_no_letter_is_told_and_counted() {
    let folder = tempfile::tempdir().unwrap();
    sent(folder.path());
    let run = dabiao(folder.path(), &[&SENT[..], &["-o", "函", "--format", "markdown"]].concat());
    let told = String::from_utf8(run.stderr).unwrap();
    assert!(told.contains("普陀山区") && told.contains("run/in-no-letter"), "{told}");
    assert!(told.contains("run/withheld"), "{told}");
    let letters = letters(&folder.path().join("函"));
    let withheld: Vec<_> =
        letters.iter().filter(|(_, letter)| letter.contains("涉及其他地区，本函从略")).collect();
    assert!(withheld.len() >= 2, "{withheld:?}");
}

#[test]
fn a_letter_ends_the_run_as_check_does() {
    let folder = tempfile::tempdir().unwrap();
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/2023.csv");
    let data = data.to_str().unwrap();
    for more in
        [&[][..], &["--fail-on", "anticipatory"], &["--fail-on", "none"], &["--region", "定海区"]]
    {
        let check = dabiao(folder.path(), &[&["check", data][..], more].concat());
        let out = format!("{}", more.len());
        let letters =
            dabiao(folder.path(), &[&["letters", data, "-o", &out, "--force"][..], more].concat());
        assert_eq!(letters.status.code(), check.status.code(), "{more:?}");
    }
    let unread = dabiao(folder.path(), &["letters", "no-such.csv", "-o", "none"]);
    assert_eq!(unread.status.code(), Some(2));
    assert!(!folder.path().join("none").exists(), "no folder is made for nothing");
}

#[test]
fn no_file_is_overwritten_that_is_no_letter_of_ours() {
    let folder = tempfile::tempdir().unwrap();
    sent(folder.path());
    for (format, ending) in
        [("docx", "docx"), ("html", "html"), ("markdown", "md"), ("xlsx", "xlsx")]
    {
        let args = [&SENT[..], &["-o", format, "--format", format]].concat();
        assert_eq!(dabiao(folder.path(), &args).status.code(), Some(3), "{format}");
        let again = dabiao(folder.path(), &args);
        assert_eq!(again.status.code(), Some(3), "{format}: our own may be written anew");
        let own = folder.path().join(format).join(format!("反馈函-定海区.{ending}"));
        fs::write(&own, "# 手写的意见\n").unwrap();
        let others = folder.path().join(format).join(format!("反馈函-嵊泗县.{ending}"));
        fs::remove_file(&others).unwrap();
        let refused = dabiao(folder.path(), &args);
        assert_eq!(refused.status.code(), Some(2), "{format}");
        assert_eq!(fs::read_to_string(&own).unwrap(), "# 手写的意见\n");
        assert!(!others.exists(), "{format}: all letters or none");
        let forced = dabiao(folder.path(), &[&args[..], &["--force"]].concat());
        assert_eq!(forced.status.code(), Some(3), "{format}");
    }
}

/// A plan of three levels, and what two counties sent. All figures are made up (示例数据).
const LEVELS: &str = "[plan]\nid = 'p'\ntitle = '示例规划'\nbaseline-year = 2020\n\
    first-year = 2021\ntarget-year = 2025\nroster = 'r.csv'\n\n[[indicator]]\nid = 'rate'\n\
    name = '就业率'\nattribute = '约束性'\nunit = '%'\nnumerator = '有'\ndenominator = '全'\n\
    count-unit = '人'\nbaseline = 50\noperator = '≥'\nthreshold = 60\ncite = '第1行'\n";

#[test]
fn a_letter_comes_from_the_next_level_up() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("plan.toml", LEVELS),
        (
            "r.csv",
            "code,name,level,within\n33,某省,province,\n3301,东市,city,33\n330101,甲县,county,3301\n\
             3302,西市,city,33\n330201,丙县,county,3302\n339001,直管县,county,33\n",
        ),
        (
            "2023.csv",
            "年份,地区,指标,数值,分子,分母,备注\n2023,甲县,就业率,,51,100,\n\
             2023,丙县,就业率,,50,100,\n2023,直管县,就业率,,52,100,\n",
        ),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let args = ["letters", "2023.csv", "--plan", "plan.toml", "-o", "函", "--format", "markdown"];
    let run = dabiao(folder.path(), &args);
    assert_eq!(run.status.code(), Some(1), "{}", String::from_utf8_lossy(&run.stderr));
    for (region, sender, others) in [
        ("甲县", "东市", ["西市", "丙县", "某省"]),
        ("丙县", "西市", ["东市", "甲县", "某省"]),
        ("直管县", "某省", ["东市", "西市", "甲县"]),
        ("东市", "某省", ["西市", "丙县", "直管县"]),
    ] {
        let file = fs::read_dir(folder.path().join("函")).unwrap().find_map(|file| {
            let path = file.unwrap().path();
            path.to_string_lossy().contains(region).then_some(path)
        });
        let letter = text(&file.unwrap());
        assert!(letter.contains(sender), "{region}: {letter}");
        assert!(others.iter().all(|other| !letter.contains(other)), "{region}: {letter}");
    }
}

/// A plan of one rate.
const PLAN: &str = r#"
[plan]
id = "made-up"
title = "虚构规划"
baseline-year = 2020
first-year = 2021
target-year = 2025
roster = "r.csv"

[[indicator]]
id = "work"
name = "就业率"
attribute = "约束性"
unit = "%"
operator = "≥"
threshold = 60
cite = "虚构"
"#;

#[test]
fn no_letter_is_made_where_they_would_be_more_than_are_wanted() {
    let roster = "code,name,level,within\n1,虚构市,city,\n2,甲县,county,\n3,乙县,county,\n";
    let plan = load_with_roster(&PLAN.replace("r.csv", "regions.csv"), roster);
    let sent = "年份,地区,指标,数值,备注\n2025,甲县,就业率,61%,示例数据\n".to_owned();
    let report = Run::default().file("a.csv", sent).judge(&plan);
    let sending = Sending::default();
    let letters = |most| report.letters(&plan.region_names, &sending, most);
    for (most, made) in [(0, Err(2)), (1, Err(2)), (2, Ok(2)), (3, Ok(2))] {
        assert_eq!(letters(most).map(|made| made.letters.len()), made, "{most}");
    }
}

#[test]
fn more_files_than_a_folder_takes_are_counted_and_none_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let roster = |counties: u32| {
        let rows = (1..=counties).map(|at| format!("{},虚构{at}县,county,\n", 900_000 + at));
        format!("code,name,level,within\n900000,虚构市,city,\n{}", rows.collect::<String>())
    };
    fs::write(folder.path().join("p.toml"), PLAN).unwrap();
    let sent = "年份,地区,指标,数值,备注\n2025,虚构1县,就业率,61%,示例数据\n";
    fs::write(folder.path().join("2025.csv"), sent).unwrap();
    let refused = |counties, args: &[&str]| {
        fs::write(folder.path().join("r.csv"), roster(counties)).unwrap();
        let args = [args, &["--plan", "p.toml", "-o", "函"]].concat();
        let output = dabiao(folder.path(), &args);
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains("[run/too-many-files]"), "{told}");
        assert!(told.contains(&counties.to_string()), "{told}");
        assert!(!folder.path().join("函").exists());
    };
    refused(5001, &["letters", "2025.csv"]);
    refused(7000, &["letters", "2025.csv"]);
    refused(5001, &["letters", "2025.csv", "--format", "docx"]);
}

/// A letter taken apart: its parts by title, and how it ends.
fn parts(letter: &str) -> (BTreeMap<String, String>, String) {
    let title = |text: &str| {
        let line = text.lines().next().unwrap_or_default();
        let words = line.split_once(['、', '.']).map_or(line, |(_, rest)| rest);
        words.trim().trim_end_matches(|c: char| c.is_ascii_digit()).trim().to_owned()
    };
    let all = letter.split("\n### ").skip(1).map(|part| (title(part), part.to_owned()));
    let lines: Vec<&str> = letter.trim_end().lines().filter(|line| !line.is_empty()).collect();
    (all.collect(), lines[lines.len() - 2].to_owned())
}

#[test]
fn what_asks_for_nothing_is_no_fault_and_the_end_agrees_with_the_list() {
    let folder = tempfile::tempdir().unwrap();
    let all = "2023,定海区,9,57.20%,3512,6140,";
    let files = [
        // 示例数据: a fall of what holds, twice the same figures, the second time explained.
        ("2022.csv", "2022,定海区,3,100.00%,8800,8800,\n2022,定海区,9,,3512,6140,\n".to_owned()),
        (
            "slides.csv",
            format!("2023,定海区,3,99.50%,8756,8800,\n{all}口径与上年相同，人员无变动\n"),
        ),
        ("stands.csv", "2023,定海区,9,57.20%,3512,6140,\n".to_owned()),
        ("ratio.csv", "2023,定海区,9,57.20%,3512,6000,\n".to_owned()),
        ("sound.csv", "2023,定海区,9,,3571,6141,\n".to_owned()),
    ];
    for (name, rows) in files {
        fs::write(folder.path().join(name), format!("{HEADER}{rows}")).unwrap();
    }
    let data = |letter: &str| parts(letter).0.contains_key("数据问题");
    let written = |name: &str, asked: &[&str]| {
        let out = format!("函-{name}");
        let file = format!("{name}.csv");
        let args =
            ["letters", &*file, "--history", "2022.csv", "-o", &*out, "--format", "markdown"];
        let run = dabiao(folder.path(), &[&args[..], &["--region", "定海区"], asked].concat());
        let told = String::from_utf8_lossy(&run.stderr).into_owned();
        letters(&folder.path().join(&out)).remove("定海区").unwrap_or_else(|| panic!("{told}"))
    };
    let both = ["--indicator", "3", "--indicator", "9"];
    let slides = written("slides", &both);
    assert!(!data(&slides), "{slides}");
    assert!(parts(&slides).0["供参考，不须处理"].contains("不如上年"), "{slides}");
    assert!(slides.contains("不须再办") && parts(&slides).1.contains("完整、可用"), "{slides}");
    let stands = written("stands", &both[2..]);
    assert!(data(&stands) && parts(&stands).1.contains("逐条核对"), "{stands}");
    let wrong = written("ratio", &both[2..]);
    assert!(data(&wrong) && parts(&wrong).1.contains("重新报送"), "{wrong}");
    let sound = written("sound", &both[2..]);
    assert!(!data(&sound) && parts(&sound).1.contains("完整、可用"), "{sound}");
}
