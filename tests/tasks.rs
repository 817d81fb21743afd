//! `plan/tasks.toml` against the plan's own text: each target of the ten 专栏 is there,
//! in its own words, and nothing that the text doesn't say where it is cited.
#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

use std::collections::{BTreeMap, BTreeSet};

const DOCUMENT: &str = include_str!("document/zhoushan-14fyp.txt");
const TASKS: &str = include_str!("../plan/tasks.toml");
const MAIN: &str = include_str!("../plan/indicators.toml");

/// Of the 专栏 1–10, counted by hand in the document.
const ROWS: [usize; 10] = [4, 4, 3, 2, 5, 5, 6, 5, 4, 2];
const TARGETS: [usize; 10] = [6, 7, 7, 4, 11, 6, 6, 5, 4, 7];
/// Of the same and of the running text: a target in several parts has several indicators.
const INDICATORS: [usize; 11] = [6, 7, 9, 5, 16, 6, 9, 5, 5, 10, 23];

/// What a target says, and the form that one of its indicators then has to have.
const SAID: [(&str, &str); 9] = [
    ("100%", "full-coverage"),
    ("全覆盖", "full-coverage"),
    ("全部", "full-coverage"),
    ("全面实现", "full-coverage"),
    ("全面完成", "full-coverage"),
    ("每年", "each-year"),
    ("保持", "kept"),
    ("出台", "milestone"),
    ("制定《", "milestone"),
];

/// 专栏, 行, 项
type Place = (usize, usize, usize);

/// A 专栏.
struct Table {
    title: &'static str,
    rows: Vec<Row>,
}

#[derive(Default)]
struct Row {
    number: String,
    item: String,
    text: String,
}

impl Row {
    /// `1. 建设…。 2. 每年…。`, or one target without a number.
    fn targets(&self) -> Vec<&str> {
        let Some(mut rest) = self.text.strip_prefix("1. ") else { return vec![&self.text] };
        let mut targets = Vec::new();
        while let Some((target, after)) = rest.split_once(&format!(" {}. ", targets.len() + 2)) {
            targets.push(target);
            rest = after;
        }
        targets.push(rest);
        targets
    }
}

fn tables() -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    let mut inside = false;
    for line in DOCUMENT.lines() {
        if let Some(head) = line.strip_prefix("专栏") {
            let (number, title) = head.split_once('：').unwrap();
            tables.push(Table { title, rows: Vec::new() });
            assert_eq!(number.trim(), tables.len().to_string());
            inside = true;
            continue;
        }
        // A page may break inside a table.
        let between = line.chars().all(|c| c == '-' || c.is_whitespace());
        if !inside || between || line == "序号\t项目\t目标要求" {
            continue;
        }
        let [number, item, text] = line.split('\t').collect::<Vec<_>>()[..] else {
            inside = false;
            continue;
        };
        let rows = &mut tables.last_mut().unwrap().rows;
        if !number.is_empty() {
            rows.push(Row::default());
        }
        // A row without a number is the rest of the one before.
        let row = rows.last_mut().unwrap();
        row.number.push_str(number);
        row.item.push_str(item);
        row.text.push_str(text);
    }
    tables
}

/// The sentences of the third chapter's numbered paragraphs, by `三（一）1`. The
/// first sentence of each is its heading.
fn paragraphs() -> BTreeMap<String, Vec<String>> {
    let (_, chapter) = DOCUMENT.split_once("\n三、重点任务和主要举措\n").unwrap();
    let (chapter, _) = chapter.split_once("\n四、保障措施\n").unwrap();
    let mut section = String::new();
    let mut paragraphs: Vec<(String, String)> = Vec::new();
    let mut prose = false;
    for line in chapter.lines().filter(|line| !line.is_empty()) {
        let numeral = line.strip_prefix(['(', '（']).and_then(|line| line.split_once([')', '）']));
        if let Some((numeral, _)) = numeral {
            section = format!("三（{numeral}）");
            prose = true;
        } else if line.starts_with("专栏") {
            prose = false;
        } else if let (true, Some((number, text))) = (prose, line.split_once('.'))
            && number.parse::<usize>().is_ok()
        {
            paragraphs.push((format!("{section}{number}"), text.trim_start().to_owned()));
        } else if prose {
            // A page broke inside the paragraph.
            paragraphs.last_mut().unwrap().1.push_str(line);
        }
    }
    let sentences = |text: String| text.split_inclusive('。').map(str::to_owned).collect();
    paragraphs.into_iter().map(|(place, text)| (place, sentences(text))).collect()
}

fn entries(file: &str, kind: &str) -> Vec<toml::Table> {
    let file: toml::Table = file.parse().unwrap();
    file[kind].as_array().unwrap().iter().map(|entry| entry.as_table().unwrap().clone()).collect()
}

fn indicators() -> Vec<toml::Table> {
    entries(TASKS, "indicator")
}

#[track_caller]
fn text<'t>(entry: &'t toml::Table, key: &str) -> &'t str {
    let value = entry.get(key).and_then(toml::Value::as_str);
    value.unwrap_or_else(|| panic!("{key} of {:?}", entry["id"]))
}

/// `专栏 1 第 2 行 第 3 项`
fn place(cite: &str) -> Option<Place> {
    let (table, rest) = cite.strip_prefix("专栏 ")?.split_once(" 第 ")?;
    let (row, target) = rest.split_once(" 行 第 ")?;
    let target = target.strip_suffix(" 项")?;
    Some((table.parse().ok()?, row.parse().ok()?, target.parse().ok()?))
}

/// The indicators by what they cite.
fn cited() -> BTreeMap<String, Vec<toml::Table>> {
    let mut cited: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for indicator in indicators() {
        cited.entry(text(&indicator, "cite").to_owned()).or_default().push(indicator);
    }
    cited
}

/// The thresholds of an indicator, as the text would write them.
fn thresholds(indicator: &toml::Table) -> Vec<String> {
    match indicator.get("threshold") {
        Some(toml::Value::Array(both)) => both.iter().map(ToString::to_string).collect(),
        Some(one) => vec![one.to_string()],
        None if text(indicator, "form") == "full-coverage" => vec!["100".to_owned()],
        None => Vec::new(),
    }
}

#[test]
fn the_ten_tables_have_40_rows_and_63_targets() {
    let tables = tables();
    assert_eq!(tables.iter().map(|table| table.rows.len()).collect::<Vec<_>>(), ROWS);
    let targets = |table: &Table| table.rows.iter().map(|row| row.targets().len()).sum::<usize>();
    assert_eq!(tables.iter().map(targets).collect::<Vec<_>>(), TARGETS);
    assert_eq!((ROWS.iter().sum::<usize>(), TARGETS.iter().sum::<usize>()), (40, 63));
    for table in &tables {
        for (i, row) in table.rows.iter().enumerate() {
            assert_eq!(row.number, (i + 1).to_string(), "{}", table.title);
            assert!(!row.item.is_empty());
            for target in row.targets() {
                assert!(target.ends_with('。') && target.trim() == target, "{target}");
            }
        }
    }
    assert_eq!(tables[6].rows[5].item, "提升残疾人服务社会能力", "broken over two lines");
}

#[test]
fn the_ten_tables_and_the_running_text_have_101_indicators() {
    let groups = entries(TASKS, "group");
    let of = |group: &toml::Table| {
        indicators().iter().filter(|indicator| indicator["group"] == group["id"]).count()
    };
    assert_eq!(groups.iter().map(of).collect::<Vec<_>>(), INDICATORS);
    assert_eq!((indicators().len(), INDICATORS.iter().sum::<usize>()), (101, 101));
}

#[test]
fn the_groups_are_the_ten_tables_by_their_titles_and_the_running_text() {
    let groups = entries(TASKS, "group");
    let (running, of_tables) = groups.split_last().unwrap();
    let tables = tables();
    assert_eq!(of_tables.len(), tables.len());
    for (i, (group, table)) in of_tables.iter().zip(&tables).enumerate() {
        assert_eq!(text(group, "title"), table.title);
        assert_eq!(group["number"].as_integer(), i64::try_from(i + 1).ok());
        assert_eq!(text(group, "cite"), format!("专栏 {}", i + 1));
    }
    assert_eq!(text(running, "number"), "正文");
    assert!(DOCUMENT.lines().any(|line| line == text(running, "cite")));
}

#[test]
fn every_target_of_every_table_is_cited_and_none_that_is_not_there() {
    let mut there = BTreeSet::new();
    for (t, table) in tables().iter().enumerate() {
        for (r, row) in table.rows.iter().enumerate() {
            there.extend((1..=row.targets().len()).map(|target| (t + 1, r + 1, target)));
        }
    }
    let of_tables = indicators().into_iter().filter(|indicator| text(indicator, "group") != "text");
    let cited: BTreeSet<_> = of_tables
        .map(|indicator| {
            let cite = text(&indicator, "cite");
            place(cite).unwrap_or_else(|| panic!("{cite}"))
        })
        .collect();
    assert_eq!(cited, there);
}

#[test]
fn an_indicator_of_a_table_says_what_stands_where_it_cites() {
    let (tables, groups) = (tables(), entries(TASKS, "group"));
    for (cite, parts) in cited() {
        let Some((t, r, k)) = place(&cite) else { continue };
        let row = &tables[t - 1].rows[r - 1];
        for (indicator, letter) in parts.iter().zip('a'..) {
            assert_eq!(text(indicator, "item"), row.item);
            assert_eq!(text(indicator, "text"), row.targets()[k - 1]);
            assert_eq!(indicator["group"], groups[t - 1]["id"], "{cite}");
            let part = if parts.len() == 1 { String::new() } else { letter.to_string() };
            assert_eq!(text(indicator, "number"), format!("{t}.{r}.{k}{part}"));
        }
    }
}

#[test]
fn an_indicator_of_the_running_text_says_what_stands_where_it_cites() {
    let paragraphs = paragraphs();
    for indicator in indicators() {
        let cite = text(&indicator, "cite");
        if place(cite).is_some() {
            continue;
        }
        assert_eq!(text(&indicator, "group"), "text");
        let (paragraph, sentence) = cite.split_once(" 第").unwrap();
        let sentence: usize = sentence.strip_suffix('句').unwrap().parse().unwrap();
        let sentences = &paragraphs[paragraph];
        assert_eq!(format!("{}。", text(&indicator, "item")), sentences[0], "{cite}");
        let quoted = text(&indicator, "text");
        assert!(sentences[sentence - 1].ends_with(quoted), "{cite}: {quoted}");
    }
}

#[test]
fn every_text_is_in_the_document_verbatim() {
    for indicator in indicators() {
        let quoted = text(&indicator, "text");
        assert!(DOCUMENT.contains(quoted), "{quoted}");
    }
}

#[test]
fn every_number_in_a_target_is_a_threshold_and_every_threshold_a_number_in_it() {
    for (cite, parts) in cited() {
        // The name of a standard, and of a mechanism.
        let quoted = text(&parts[0], "text").replace("GB50763-2012", "").replace("1+X", "");
        let said: BTreeSet<_> =
            quoted.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
        let asked: Vec<_> = parts.iter().flat_map(thresholds).collect();
        for number in &said {
            assert!(asked.iter().any(|threshold| threshold == number), "{cite}: {number}");
        }
        for indicator in &parts {
            // 100 is what 全覆盖 and the like mean, 0 what 清零 and 1 what 建有 and 每年 do.
            let meant: &[&str] = match (text(indicator, "form"), text(indicator, "id")) {
                ("full-coverage", _) => &["100"],
                (_, "zero-employment-households") => &["0"],
                (_, "county-care-institutions" | "law-inspections") => &["1"],
                _ => &[],
            };
            for threshold in thresholds(indicator) {
                let known = said.contains(&*threshold) || meant.contains(&&*threshold);
                assert!(known, "{cite}: {threshold}");
            }
        }
    }
}

#[test]
fn a_target_has_the_form_that_its_words_ask_for() {
    for (cite, parts) in cited() {
        for (words, form) in SAID {
            if text(&parts[0], "text").contains(words) {
                let has = parts.iter().any(|indicator| text(indicator, "form") == form);
                assert!(has, "{cite}: {words} asks for {form}");
            }
        }
    }
}

#[test]
fn a_percentage_says_what_it_is_of_and_what_has_no_value_no_unit() {
    for indicator in indicators() {
        let id = text(&indicator, "id");
        let unit = indicator.get("unit").and_then(toml::Value::as_str);
        for key in ["numerator", "denominator", "count-unit"] {
            assert_eq!(indicator.contains_key(key), unit == Some("%"), "{key} of {id}");
        }
        let without = matches!(text(&indicator, "form"), "words" | "milestone");
        assert_eq!(unit.is_none(), without, "unit of {id}");
        assert_eq!(text(&indicator, "attribute"), "任务", "{id}");
    }
}

#[test]
fn what_repeats_another_names_one_that_is_there_and_is_judged() {
    let judged: BTreeSet<_> = entries(MAIN, "indicator")
        .into_iter()
        .chain(indicators())
        .filter(|indicator| !indicator.contains_key("same-as"))
        .map(|indicator| text(&indicator, "id").to_owned())
        .collect();
    let repeats: Vec<_> =
        indicators().into_iter().filter(|indicator| indicator.contains_key("same-as")).collect();
    for indicator in &repeats {
        assert!(judged.contains(text(indicator, "same-as")), "{indicator}");
    }
    assert_eq!(repeats.len(), 4);
}

#[test]
fn ids_numbers_and_names_are_one_indicator_s_only() {
    // What it is called, as a submission's cell would be read; and by whose id.
    let mut taken: BTreeMap<String, String> = BTreeMap::new();
    let main = entries(MAIN, "indicator").into_iter().chain(entries(MAIN, "reference"));
    for entry in main.chain(indicators()) {
        let id = text(&entry, "id");
        let mut names = vec![id.to_owned(), text(&entry, "name").to_owned()];
        names.extend(entry.get("number").map(|n| n.to_string().trim_matches('"').to_owned()));
        let aliases = entry.get("aliases").and_then(toml::Value::as_array);
        names.extend(aliases.into_iter().flatten().map(|alias| alias.as_str().unwrap().to_owned()));
        for name in names {
            let key = name.split_whitespace().collect::<String>().to_lowercase();
            let Some(other) = taken.insert(key, id.to_owned()) else { continue };
            // The same thing may well be called the same.
            let same = entry.get("same-as").and_then(toml::Value::as_str) == Some(&other);
            assert!(same, "{name} is {other} and {id}");
        }
    }
    let groups: BTreeSet<_> =
        entries(TASKS, "group").iter().map(|group| text(group, "id").to_owned()).collect();
    assert_eq!(groups.len(), 11);
}
