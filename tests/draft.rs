//! Whole plans drafted from whole tables, and from whatever else may be pasted.

#![allow(clippy::unwrap_used, clippy::panic)] // helpers of tests, not tests themselves

#[path = "drafted/told.rs"]
mod told;

use std::fs;
use std::path::{Path, PathBuf};

use dabiao::exact::shown;
use dabiao::form::Form;
use dabiao::plan::draft::{Draft, DraftProblem, draft};
use dabiao::plan::{Plan, RuleFile};
use dabiao::term::Attribute;
use dabiao::term::Condition;
use proptest::prelude::*;
use toml::{Table, Value};

const OUTLINE: &str = include_str!("cli/input/table/national-outline.tsv");
const PROTECTION: &str = include_str!("cli/input/table/disability-protection.md");
const ZHOUSHAN: &str = include_str!("cli/input/table/zhoushan.tsv");

fn drafted(name: &str, table: &str) -> (Draft, Table) {
    let draft = draft(name, table.as_bytes()).unwrap();
    let toml =
        toml::from_str(&draft.toml).unwrap_or_else(|error| panic!("{error}\n{}", draft.toml));
    (draft, toml)
}

/// Loads a draft in which what it leaves open is filled in.
fn load(toml: &str) -> Result<Plan, Vec<String>> {
    let open = [
        ("（填写短名，如 city-15fyp）", "new-plan"),
        ("（填写规划名称）", "规划"),
        ("（填写城市代码）", "00"),
        ("（填写城市名）", "某市"),
        ("（填写县区代码）", "0000"),
        ("（填写县区名）", "某县"),
        ("（填写单位）", "个"),
        ("（填写：≥ 或 ≤）", "≥"),
    ];
    let filled = open.iter().fold(toml.to_owned(), |toml, (open, text)| toml.replace(open, text));
    let file = RuleFile::new("plan.toml", filled.into_bytes());
    Plan::load(&[file], &mut |_, _| Err(std::io::Error::other("no roster")))
        .map_err(|faults| faults.iter().map(|fault| format!("{:?}", fault.problem)).collect())
}

fn indicators(toml: &Table) -> Vec<&Table> {
    let indicators = toml.get("indicator").and_then(Value::as_array);
    indicators.into_iter().flatten().filter_map(Value::as_table).collect()
}

/// The numbers of the rules that have a key with that value.
fn with<'t>(toml: &'t Table, key: &str, value: &str) -> Vec<i64> {
    let has = |rule: &&&'t Table| rule.get(key).and_then(Value::as_str) == Some(value);
    let number = |rule: &&Table| rule["number"].as_integer();
    indicators(toml).iter().filter(has).filter_map(number).collect()
}

/// Every cell of a table stands in its draft.
fn holds_every_cell(draft: &Draft, table: &str) {
    for line in table.lines().filter(|line| !line.contains("---")) {
        for cell in line.split(['\t', '|']).map(str::trim).filter(|cell| !cell.is_empty()) {
            let is_header = line.contains("序号");
            assert!(is_header || draft.toml.contains(cell), "{cell}");
        }
    }
}

#[test]
fn the_national_outline_is_drafted_but_for_two_rows_in_words() {
    let (draft, toml) = drafted("national-outline.tsv", OUTLINE);
    assert_eq!((draft.rules, draft.left, draft.asides), (18, 2, 0));
    holds_every_cell(&draft, OUTLINE);
    assert!(load(&draft.toml).is_ok());
    assert_eq!(with(&toml, "form", "change"), [13]);
    assert_eq!(with(&toml, "scope", "total"), [19, 20]);
    assert_eq!(with(&toml, "form", "kept"), [8]);
    assert_eq!(with(&toml, "reference", "gdp-growth"), [2, 7]);
    assert_eq!(with(&toml, "attribute", "约束性"), [9, 14, 15, 16, 17, 18, 19, 20]);
    assert_eq!(with(&toml, "unit", "亿吨标准煤"), [20]);
    assert_eq!(with(&toml, "roll-up", "none"), [5, 9, 10, 12, 13]);
    assert_eq!(with(&toml, "operator", ">"), [2, 19, 20]);
    assert_eq!(with(&toml, "operator", "<"), [8]);
    let left: Vec<&str> = draft.toml.split("# 未写成规则：").skip(1).collect();
    assert!(left[0].starts_with("目标是文字") && left[1].starts_with("一格里不止一个"));
}

#[test]
fn the_plan_for_disability_protection_is_drafted_whole_and_can_be_loaded() {
    let (draft, toml) = drafted("disability-protection.md", PROTECTION);
    assert_eq!((draft.rules, draft.left, draft.asides), (11, 0, 0));
    holds_every_cell(&draft, PROTECTION);
    assert_eq!(with(&toml, "reference", "gdp-growth"), [1]);
    assert_eq!(with(&toml, "operator", ">"), [6, 7]);
    let plan = load(&draft.toml).unwrap();
    let shown: Vec<_> = plan
        .indicators
        .iter()
        .map(|rule| match rule.target.bound() {
            Some(Condition::Compare(comparison, bound)) => {
                let baseline =
                    rule.baseline.map_or("—".to_owned(), |baseline| baseline.to_string());
                let bound = shown::alone(bound).text;
                format!("{baseline} {}{bound}{}", comparison.sign(), &*rule.measure.unit)
            }
            _ => rule.target.form.word().to_owned(),
        })
        .collect();
    assert_eq!(
        shown,
        [
            "relative",
            "— ≥2000000人",
            "100 ≥100%",
            "100 ≥100%",
            "100 ≥100%",
            "90 >90%",
            "— >95%",
            "95 ≥97%",
            "80 ≥85%",
            "80 ≥85%",
            "— ≥1100000户",
        ]
    );
    assert_eq!(
        (plan.head.baseline_year, plan.head.first_year, plan.head.target_year),
        (2020, 2021, 2025)
    );
}

#[test]
fn the_built_in_plan_s_own_table_gives_the_built_in_rules() {
    let (draft, _) = drafted("主要指标.tsv", ZHOUSHAN);
    assert_eq!((draft.rules, draft.left, draft.asides), (16, 0, 0));
    let (plan, built_in) = (load(&draft.toml).unwrap(), Plan::built_in().unwrap());
    assert_eq!(plan.head.target_year, built_in.head.target_year);
    for (drafted, written) in plan.indicators.iter().zip(&built_in.indicators) {
        assert_eq!(*drafted.name, *written.name);
        assert_eq!(drafted.number, written.number);
        assert_eq!(drafted.attribute, written.attribute);
        assert_eq!(drafted.measure.unit, written.measure.unit);
        assert_eq!(drafted.baseline, written.baseline);
        match (drafted.target.relation(), written.target.relation()) {
            // The series stand behind each plan's own indicators.
            (Some(a), Some(b)) => assert_eq!(a.comparison, b.comparison),
            _ => assert_eq!(drafted.target, written.target),
        }
        assert_eq!(drafted.roll_up, written.roll_up);
        assert_eq!(drafted.cite, written.cite);
    }
    let binding = |plan: &Plan| {
        plan.indicators.iter().filter(|rule| rule.attribute == Attribute::Binding).count()
    };
    assert_eq!(binding(&plan), binding(&built_in));
}

#[test]
fn two_tables_in_one_text_are_read_each_by_its_own_header() {
    let both =
        format!("{PROTECTION}\n## 另一表\n\n| 指标 | 2025年 |\n|---|---|\n| 甲率（%） | ≥5 |\n");
    let (draft, toml) = drafted("all.md", &both);
    assert_eq!((draft.rules, draft.left, draft.asides), (12, 0, 2));
    let last = indicators(&toml).last().copied().unwrap();
    assert_eq!((last["name"].as_str(), last["id"].as_str()), (Some("甲率"), Some("indicator-13")));
}

/// Tables of many shapes, and what each row of them has to become. The figures are made
/// up; `document` is the built-in plan's own, its main indicators and its ten boxes.
#[test]
fn every_row_of_every_table_is_right_or_asks() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafted");
    let mut tables: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension().is_some_and(|ending| {
                !["rules", "rs", "cases"].iter().any(|other| ending == *other)
            })
        })
        .collect();
    tables.sort();
    let (mut rows, mut rules) = (0, [0; 4]);
    for path in &tables {
        let name = path.file_name().unwrap().to_str().unwrap();
        let draft = draft(name, &fs::read(path).unwrap()).unwrap();
        let told = told::told(&draft.toml);
        let expected = path.with_extension("rules");
        if std::env::var_os("DRAFTED").is_some() {
            fs::write(&expected, &told).unwrap();
        }
        assert_eq!(told, fs::read_to_string(&expected).unwrap(), "{name}");
        let faults = load(&draft.toml).err().unwrap_or_default();
        assert!(draft.rules == 0 || faults.is_empty(), "{name}: {faults:?}");
        rows += draft.toml.lines().filter(|line| told::row_of(line).is_some()).count();
        for (count, mark) in rules.iter_mut().zip(["=", "~", "?", "#"]) {
            *count += told.lines().filter(|line| line.starts_with(mark)).count();
        }
        let open = told.lines().filter(|line| line.starts_with(['?', '#'])).count();
        assert_eq!(draft.unsettled.is_empty(), open == 0, "{name}");
    }
    assert!(tables.len() >= 15, "{}", tables.len());
    assert!(rows > 150 && rules[0] > rules[2] + rules[3], "{rows} {rules:?}");
}

/// Tables of one claim each; behind every line stands what becomes of it. `DRAFTED=1`
/// writes it anew.
#[test]
fn every_claim_about_the_shapes_of_tables_holds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafted");
    let (mut claims, mut rows) = (0, 0);
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "cases") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let told = told::cases(&text, |table| {
            let draft =
                draft("表.txt", table.as_bytes()).unwrap_or_else(|p| panic!("{p:?}: {table}"));
            let faults = load(&draft.toml).err().unwrap_or_default();
            assert!(draft.rules == 0 || faults.is_empty(), "{table}: {faults:?}");
            draft.toml
        });
        if std::env::var_os("DRAFTED").is_some() {
            let blocks: Vec<&str> = told.iter().map(|(_, now)| now.as_str()).collect();
            fs::write(&path, blocks.join("\n\n") + "\n").unwrap();
            continue;
        }
        for (before, now) in &told {
            assert_eq!(now, before, "{}", path.display());
        }
        claims += told.len();
        rows += text.lines().filter(|line| line.starts_with("  ")).count() - told.len();
    }
    assert!(
        std::env::var_os("DRAFTED").is_some() || (claims >= 70 && rows >= 300),
        "{claims} {rows}"
    );
}

#[test]
fn ids_and_names_stand_once() {
    let table = "序号,指标,2025年\n2,甲（个）,5\n2,甲（个）,6\n,甲（个）,7\n一,乙（个）,8\n9,GDP增长率（%）,5\n10,丙增长,与GDP增长同步\n";
    let (draft, _) = drafted("表.csv", table);
    for line in [
        "id = \"indicator-02\"\nnumber = 2\nname = \"甲\"",
        "id = \"indicator-11\"\n# 序号“2”前面已经有了，没有写\n# 名称前面已经有了，加上了行号以便区分，请改\nname = \"甲（第2行）\"",
        "id = \"indicator-12\"\n# 名称前面已经有了，加上了行号以便区分，请改\nname = \"甲（第3行）\"",
        "id = \"indicator-01\"\nnumber = 1\nname = \"乙\"",
        "name = \"GDP增长率（参照）\"",
    ] {
        assert!(draft.toml.contains(line), "{line}\n{}", draft.toml);
    }
}

#[test]
fn a_file_without_a_table_is_told_apart() {
    let no_header = |first: &str| DraftProblem::NoHeader { first: first.to_owned() };
    for (text, problem) in [
        ("", DraftProblem::Empty),
        (" \r\n\t\n", DraftProblem::Empty),
        ("指标,2025年\n", DraftProblem::Empty),
        ("PK\u{3}\u{4}\0\0", DraftProblem::NotText),
        ("\n年份,地区,数值\n", no_header("年份,地区,数值")),
        ("\u{FEFF}指标|属性|单位\n甲|约束性|人", no_header("指标|属性|单位")),
        ("序号|属性|2025年\n1|约束性|5", no_header("序号|属性|2025年")),
        ("1|残疾人就业率|≥60%", no_header("1|残疾人就业率|≥60%")),
        ("只是一段话。", no_header("只是一段话。")),
    ] {
        assert_eq!(draft("表", text.as_bytes()), Err(problem), "{text}");
    }
    // A picture, and half a character.
    for bytes in [&b"\x89PNG\r\n\x1A\n\xFF"[..], b"\xFF\xFE\x07"] {
        assert_eq!(draft("表", bytes), Err(DraftProblem::NotText));
    }
}

#[test]
fn a_table_is_read_however_its_cells_are_parted() {
    for text in [
        "序号\t指标\t2025年\n1\t就业率\t≥60%\n",
        "序号,指标,2025年\r\n1,就业率,≥60%\r\n",
        "序号;指标;2025年\n1;就业率;≥60%",
        "| 序号 | 指标 | 2025年 |\n|---|:-:|--:|\n| 1 | 就业率 | ≥60% |",
        "序号|指标|2025年\n-|-|-\n1|就业率|≥60%",
        "\u{FEFF}\"序号\",\"指\n标\",\"2025年\n目标值\"\n1,\"就业率\",≥60%\n\n",
        "序号,指标,2025年\n1,就业\u{200B}率,≥60%",
    ] {
        let (draft, toml) = drafted("表", text);
        assert_eq!((draft.rules, draft.left, draft.asides), (1, 0, 0), "{text}");
        assert_eq!(indicators(&toml)[0]["name"].as_str(), Some("就业率"), "{text}");
    }
}

#[test]
fn a_mark_that_parts_cells_may_stand_within_one() {
    let names = |table: &str| -> Vec<String> {
        let (_, toml) = drafted("表", table);
        indicators(&toml).iter().map(|rule| rule["name"].as_str().unwrap().to_owned()).collect()
    };
    // A quote that means itself swallows nothing.
    let stray = "指标\t2025年\n\"十四五\"末人数\t5个\n\"乙\t6个\n丙\t7个";
    assert_eq!(names(stray), ["\"十四五\"末人数", "\"乙", "丙"]);
    assert!(drafted("表", stray).0.toml.contains("引号没有成对"));
    let paired = "指标,2025年\n\"甲\"\"乙\"\"\",\"1,234个\"";
    assert_eq!(names(paired), ["甲\"乙\""]);
    assert!(!drafted("表", paired).0.toml.contains("引号没有成对"));
    assert_eq!(names("指标|2025年\n---|---\n甲\\|乙|5个|"), ["甲|乙"]);
}

#[test]
fn a_name_broken_over_two_lines_is_one() {
    for (cell, name) in [
        (" 残疾人家庭人均\n可支配收入 ", "残疾人家庭人均可支配收入"),
        ("R&D 经费\r\n投入", "R&D经费投入"),
        ("PM 2.5 浓度\u{1}\u{FEFF}", "PM 2.5浓度"),
        ("指 标", "指标"),
    ] {
        let (_, toml) = drafted("表", &format!("指标,2025年\n\"{cell}\",≥5个\n"));
        assert_eq!(indicators(&toml)[0]["name"].as_str(), Some(name));
    }
}

#[test]
fn any_text_is_a_toml_string_and_a_comment() {
    for text in ["\\", "a'b\"c", "\u{1}\u{1B}\u{7F}\u{85}", "#“”'''\"\"\"", "\u{2028}"] {
        let (_, toml) = drafted(text, &format!("指标\t2025年\n甲{text}乙\t5个\n{text}\n"));
        let seen: String = text.chars().filter(|c| !c.is_control() && *c != '\u{2028}').collect();
        assert_eq!(indicators(&toml)[0]["name"].as_str(), Some(&*format!("甲{seen}乙")));
    }
}

#[test]
fn the_first_line_names_the_schema_and_what_is_open_is_a_placeholder() {
    let toml = drafted("表.csv", "指标,2025年\n甲,5\n").0.toml;
    assert!(toml.starts_with("#:schema ./schema.json\n"));
    for open in ["id = \"（填写", "title = \"（填写", "code = \"（填写", "unit = \"（填写单位）\""]
    {
        assert!(toml.contains(open), "{open}");
    }
    assert!(toml.contains("# 原表没有“属性”列"));
}

#[test]
fn rows_by_the_thousand_are_drafted_in_one_pass() {
    let mut table = "序号,指标,2020年,2023年目标,2025年目标\n".to_owned();
    for row in 1..=5_000 {
        table.push_str(&format!("{row},甲乙率{row}（%）,50,55,60\n"));
    }
    let short = draft("表.csv", table.as_bytes()).unwrap();
    assert_eq!((short.rules, short.left), (5_000, 0));
    // Each is compared with a series of its own.
    let mut table = "序号,指标,2020年,2025年目标\n".to_owned();
    for row in 1..=5_000 {
        table.push_str(&format!("{row},甲乙率{row}（%）,50,高于全省平均水平\n"));
    }
    let draft = draft("表.csv", table.as_bytes()).unwrap();
    assert_eq!((draft.rules, draft.left), (5_000, 0));
    assert_eq!(draft.toml.matches("id = \"reference-").count(), 5_000);
    assert!(draft.toml.contains("id = \"reference-5000\""));
}

#[test]
fn a_sentence_of_very_many_clauses_is_left_whole() {
    let sentence = "培训残疾人5人，".repeat(1_000);
    let draft = drafted("表.tsv", &format!("项目\t目标要求\n培训\t{sentence}\n")).0;
    assert_eq!((draft.rules, draft.left), (0, 1));
    assert!(draft.toml.len() < sentence.len() * 4, "it stands in the draft but a few times");
}

#[test]
fn what_is_in_another_encoding_is_read_as_it_is() {
    let table = include_str!("drafted/city-health.csv");
    let (gbk, _, _) = encoding_rs::GBK.encode(table);
    let utf16: Vec<u8> =
        "\u{FEFF}".encode_utf16().chain(table.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let expected = include_str!("drafted/city-health.rules");
    let big: Vec<u8> = utf16.chunks(2).flat_map(|pair| [pair[1], pair[0]]).collect();
    for (bytes, name) in [(gbk.as_ref(), "gb18030"), (&utf16, "UTF-16LE"), (&big, "UTF-16BE")] {
        let toml = draft("city-health.csv", bytes).unwrap().toml;
        assert_eq!(told::told(&toml), expected);
        assert!(toml.contains(&format!("原表不是 UTF-8 编码，按 {name} 读出")));
    }
}

/// What stands in cells, and what may stand there by mistake.
fn cell() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "≥",
        ">",
        "<=",
        "=",
        "不低于",
        "不少于",
        "保持在",
        "控制在",
        "每年",
        "年均",
        "累计",
        "新增",
        "提高",
        "下降",
        "提高到",
        "比2020年",
        "约",
        "〔",
        "〕",
        "[",
        "]",
        "（",
        "）",
        "5",
        "95",
        "13.5",
        "0",
        "-",
        "—",
        "100",
        "1,234",
        "200",
        "999999999999999999",
        "万",
        "亿",
        "万亿",
        "%",
        "％",
        "人次",
        "个",
        "个百分点",
        "岁",
        "/年",
        "/万人",
        "以上",
        "以内",
        "左右",
        "（含）",
        "、",
        "，",
        "至",
        "~",
        "与GDP增长同步",
        "高于",
        "GDP增长",
        "全省平均水平",
        "翻一番",
        "全覆盖",
        "*",
        "①",
        "增长",
        "降低",
        "失业率",
        "覆盖率",
        "人均",
        "减排量",
        "（%）",
        "（人）",
        "约束性",
        "预期性",
        "指标",
        "2025年",
        "目标",
        "\"",
        "\\",
        "#",
        "'",
        "\u{0}",
        "\u{1b}",
        "\u{2028}",
        "\u{feff}",
        "\n",
        "|",
        ",",
        "\t",
        " ",
        "é",
        "𠀀",
    ]);
    prop_oneof![
        6 => prop::collection::vec(word, 0..5).prop_map(|words| words.concat()),
        1 => any::<String>(),
    ]
}

fn table() -> impl Strategy<Value = String> {
    let header = prop::sample::select(vec![
        "序号,指标,属性,单位,2020年,2025年,年均/累计",
        "序号\t指标名称\t属性\t基期值\t目标值\t年均增速〔累计〕",
        "| 指标 | 2025年目标 | 五年累计 |",
        "指标;现状值（人）;目标值（%）",
        "指标,规划目标,\n,2020年,2025年",
    ]);
    let rows = prop::collection::vec(prop::collection::vec(cell(), 1..9), 0..6);
    (header, rows).prop_map(|(header, rows)| {
        let mark = ["\t", "|", ";"].into_iter().find(|mark| header.contains(mark)).unwrap_or(",");
        let rows: Vec<String> = rows.iter().map(|row| row.join(mark)).collect();
        format!("{header}\n{}", rows.join("\n"))
    })
}

/// A draft is TOML with as many rules as it says; what the loader knows of it loads.
fn holds(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(draft) = draft("表 \"1\".csv", bytes) else { return Ok(()) };
    let toml: Table = match toml::from_str(&draft.toml) {
        Ok(toml) => toml,
        Err(error) => return Err(TestCaseError::fail(format!("{error}\n{}", draft.toml))),
    };
    prop_assert_eq!(indicators(&toml).len(), draft.rules);
    prop_assert_eq!(draft.toml.matches("# 未写成规则：").count() >= draft.left, true);
    if draft.rules > 0 {
        // A cell may hold what looks like something to fill in: TODO, ？？.
        let faults = load(&draft.toml).err().unwrap_or_default();
        let is_other = |fault: &String| !fault.contains("Placeholder");
        prop_assert!(!faults.iter().any(is_other), "{:?}\n{}", faults, draft.toml);
    }
    Ok(())
}

fn cases() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(256),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn whatever_is_pasted_gives_toml_or_an_error(text in any::<String>()) {
        holds(text.as_bytes())?;
    }

    #[test]
    fn whatever_bytes_a_file_holds_give_toml_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        holds(&bytes)?;
    }

    #[test]
    fn whatever_stands_in_the_cells_gives_rules_that_load(table in table()) {
        holds(table.as_bytes())?;
    }

    #[test]
    fn whatever_can_t_be_read_is_still_there(
        rows in prop::collection::vec(prop::collection::vec(cell(), 7), 1..6),
    ) {
        let plain = |c: char| !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '"');
        let tidy = |cell: &String| cell.chars().filter(|c| plain(*c)).collect::<String>().trim().to_owned();
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(tidy).collect()).collect();
        let lines: Vec<String> = rows.iter().map(|row| row.join("\t")).collect();
        // A row of years right under the header would be a second row of it.
        let first = "1\t甲\t预期性\t%\t1\t2\t3";
        let header = "序号\t指标\t属性\t单位\t2020年\t2025年\t年均";
        let table = format!("{header}\n{first}\n{}", lines.join("\n"));
        if let Ok(draft) = draft("表.tsv", table.as_bytes()) {
            // A mark that nobody sees is shown by its number.
            let is_seen = |cell: &&String| !cell.chars().any(dabiao::text::is_invisible);
            for cell in rows.iter().flatten().filter(is_seen) {
                prop_assert!(draft.toml.contains(cell.as_str()), "{cell:?}\n{}", draft.toml);
            }
        }
    }
}

/// The examples behind a draft, each without its first sign.
fn examples(draft: &Draft) -> Vec<String> {
    let (_, examples) = draft.toml.split_once("以下是其他写法的示例").unwrap();
    let (_, examples) = examples.split_once("\n\n").unwrap();
    let open = |line: &str| line.strip_prefix("# ").unwrap().to_owned();
    let example = |text: &str| text.lines().map(open).collect::<Vec<_>>().join("\n");
    examples.split("\n\n").map(example).collect()
}

#[test]
fn every_example_behind_a_draft_can_stand_alone_and_with_the_others() {
    for table in
        ["指标\t2020年\t2025年\n就业率（%）\t50\t60\n", "指标,2022年,2027年\n就业率（%）,50,60\n"]
    {
        let (draft, _) = drafted("t", table);
        let examples = examples(&draft);
        assert!(examples.len() >= 20);
        for example in examples.iter().chain([&examples.join("\n")]) {
            let loaded = load(&format!("{}\n{example}\n", draft.toml));
            assert!(loaded.is_ok(), "{example}\n{:?}", loaded.err());
        }
    }
}

#[test]
fn the_examples_behind_a_draft_have_every_form_and_every_key_of_a_target() {
    let (draft, _) = drafted("t", "指标\t2020年\t2025年\n就业率（%）\t50\t60\n");
    let examples = examples(&draft).join("\n");
    let plan = load(&format!("{}\n{examples}\n", draft.toml)).unwrap();
    let has = |form: &Form| plan.indicators.iter().any(|it| it.target.form == *form);
    let lacking: Vec<Form> = Form::ALL.into_iter().filter(|form| !has(form)).collect();
    assert_eq!(lacking, []);
    let keys = Form::ALL.iter().flat_map(|form| form.keys());
    let more = ["regions", "by-region", "applies-to", "per", "name-en", "weight", "shared"];
    let unsaid: Vec<&str> =
        keys.copied().chain(more).filter(|key| !examples.contains(key)).collect();
    assert_eq!(unsaid, [""; 0]);
    for table in ["adjust", "grade", "points", "audit", "reference"] {
        assert!(examples.contains(&format!("[{table}]")), "{table}");
    }
}
