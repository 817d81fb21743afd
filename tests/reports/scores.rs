//! The headline and the line of each region: every format tells the same, and their figures
//! are those of the verdicts, counted anew.

use std::collections::BTreeMap;

use dabiao::render::{Format, Lang};
use dabiao::report::Report;
use dabiao::term::Outcome;
use serde_json::Value;

use crate::common::{self, Run, load, load_with_roster};
use crate::formats::xml;
use crate::workbook::{self, sheet};
use crate::{PLAN, bytes_in, json, nine, plan, text, text_in};

const ATTRIBUTES: [&str; 3] = ["binding", "anticipatory", "task"];

/// As what a verdict is counted.
fn counted(outcome: &str) -> &'static [&'static str] {
    match outcome {
        "met" | "on_pace" => &["due", "met"],
        "behind" | "not_met" => &["due", "lacking"],
        "missing" | "invalid" => &["due", "incomplete"],
        "not_due" => &["not_due"],
        "not_applicable" => &["not_applicable"],
        "waived" => &["waived"],
        other => panic!("{other}"),
    }
}

/// By key and attribute.
type Counts = BTreeMap<(String, String), u64>;

/// What is told of a score.
fn told(score: &Value) -> Counts {
    let keys = [
        "indicators",
        "due",
        "met",
        "lacking",
        "incomplete",
        "not_due",
        "not_applicable",
        "waived",
    ];
    let counts = keys.into_iter().flat_map(|key| ATTRIBUTES.map(move |of| (key, of)));
    let counts =
        counts.map(|(key, of)| ((key.into(), of.into()), score[key][of].as_u64().unwrap()));
    counts.filter(|(_, count)| *count > 0).collect()
}

fn count<'v>(results: impl Iterator<Item = &'v Value>) -> Counts {
    let mut counts = Counts::new();
    for result in results {
        let attribute = result["attribute"].as_str().unwrap();
        for key in counted(result["outcome"].as_str().unwrap()).iter().chain(&["indicators"]) {
            *counts.entry(((*key).into(), attribute.into())).or_default() += 1;
        }
    }
    counts
}

fn number(score: &Value, key: &str) -> u64 {
    ATTRIBUTES.iter().map(|of| score[key][of].as_u64().unwrap()).sum()
}

/// Every format tells of a report's headlines and regions what its verdicts come to.
pub(crate) fn agree(report: &Report, document: &Value) {
    let results = document["results"].as_array().unwrap();
    let (headlines, regions) =
        (&document["summary"]["headline"], document["summary"]["regions"].as_array().unwrap());
    let headlines = headlines.as_array().unwrap();
    let mut years: Vec<&Value> = results.iter().map(|result| &result["year"]).collect();
    years.dedup();
    assert_eq!(headlines.iter().map(|of| &of["year"]).collect::<Vec<_>>(), years);
    for headline in headlines {
        let of_year = || results.iter().filter(|result| result["year"] == headline["year"]);
        let listed: Vec<&Value> =
            regions.iter().filter(|score| score["year"] == headline["year"]).collect();
        let is_city = |region: &Value| region["level"] == "city";
        let city = listed.iter().map(|score| &score["region"]).find(|region| is_city(region));
        match (city, listed.as_slice()) {
            (Some(city), _) => assert_eq!(headline["region"], *city),
            (None, [only]) => assert_eq!(headline["region"], only["region"]),
            (None, _) => assert!(headline["region"].is_null()),
        }
        assert_eq!(headline["regions"], listed.len());
        for score in listed.iter().copied().chain([headline]) {
            let is_its =
                |result: &&Value| score["region"].is_null() || result["region"] == score["region"];
            assert_eq!(told(score), count(of_year().filter(is_its)), "{score}");
            assert_eq!(score["short"].as_array().unwrap().len() as u64, number(score, "lacking"));
        }
        let names: std::collections::BTreeSet<String> =
            of_year().map(|result| result["region"].to_string()).collect();
        assert_eq!(names.len(), listed.len(), "every region that is judged has a line");
    }
    pages_agree(report, headlines, regions, Lang::Zh);
}

/// What people read has those figures.
fn pages_agree(report: &Report, headlines: &[Value], regions: &[Value], lang: Lang) {
    let junit = xml(&text_in(report, Format::Junit, lang));
    let properties = junit.all("testsuite").flat_map(|suite| suite.all("properties"));
    let properties = properties.flat_map(|all| all.all("property"));
    let sentences: Vec<&str> = properties
        .filter(|property| property.get("name") == "headline")
        .map(|property| property.get("value"))
        .collect();
    assert_eq!(sentences.len(), headlines.len());
    let table = common::table(report, lang);
    let brief = text_in(report, Format::Table, lang);
    let markdown = text_in(report, Format::Markdown, lang);
    // The page says which of its words are of another language.
    let html = text_in(report, Format::Html, lang);
    let html = html.replace("<span lang=\"zh-CN\">", "").replace("</span>", "");
    let book = bytes_in(report, Format::Xlsx, lang);
    let github = text_in(report, Format::Github, lang);
    for (sentence, headline) in sentences.iter().zip(headlines) {
        for page in [&brief, &table, &markdown, &html, &workbook::text(&book), &github] {
            assert!(page.contains(sentence), "{sentence} {page}");
        }
        let main = |key: &str| {
            ["binding", "anticipatory"].iter().map(|of| headline[key][of].as_u64().unwrap()).sum()
        };
        let (met, lacking): (u64, u64) = (main("met"), main("lacking"));
        let (pass, fail) = match lang {
            Lang::Zh => (format!("达到要求 {met} 项"), format!("未达到 {lacking} 项")),
            Lang::En => {
                let pass = if met == 1 { "passes" } else { "pass" };
                let fall = if lacking == 1 { "falls" } else { "fall" };
                (format!("{met} {pass}"), format!("{lacking} {fall} short"))
            }
        };
        if met + lacking > 0 {
            assert!(sentence.contains(&pass), "{sentence}");
            assert_eq!(sentence.contains(&fail), lacking > 0);
        }
    }
    let sheets = workbook::sheets(&book);
    let lines = sheet(&sheets, lang.xlsx_words().regions).iter().skip(3);
    let lines: Vec<Vec<String>> =
        lines.map(|row| row.iter().map(ToString::to_string).collect()).collect();
    assert_eq!(lines.len(), regions.len());
    for (score, line) in regions.iter().zip(&lines) {
        let (name, year) = (score["region"]["name"].as_str().unwrap(), &score["year"]);
        let of_year = headlines.iter().find(|headline| headline["year"] == *year).unwrap();
        let (met, due) = (number(score, "met"), number(score, "due"));
        let lacking = ATTRIBUTES.map(|of| score["lacking"][of].to_string());
        assert_eq!(line[..4], [year.to_string(), name.into(), due.to_string(), met.to_string()]);
        assert_eq!(line[4..7], lacking);
        if of_year["region"] != score["region"] {
            let starts = |line: &&str| line.trim_start_matches(['|', ' ']).starts_with(name);
            let has = |page: &str| {
                page.lines().filter(starts).any(|line| line.contains(&format!("{met}/{due}")))
            };
            assert!(has(&table) && has(&markdown), "{name} {met}/{due} {table} {markdown}");
            assert!(html.contains(&format!(">{met}/{due}<")), "{name} {met}/{due}");
        }
    }
}

#[test]
fn english_pages_have_the_same_figures() {
    let report = nine().judge(&plan());
    let summary = &common::json(&report)["summary"];
    let [headlines, regions] = ["headline", "regions"].map(|key| summary[key].as_array().unwrap());
    pages_agree(&report, headlines, regions, Lang::En);
}

#[test]
fn the_name_of_one_verdict_stands_for_no_sum_of_several() {
    // 示例数据: one at its target, one on pace, one short of a binding target.
    let sheet = common::sheet(&[
        "2023,甲县,参保率,,80,100,",
        "2023,甲县,就业率,,58,100,",
        "2023,甲县,签约率,,98,100,",
    ]);
    let report = Run::default().file("a.csv", sheet).judge(&plan());
    for lang in [Lang::Zh, Lang::En] {
        let names = [Outcome::Met, Outcome::NotMet].map(|of| lang.outcome(of));
        let words = |text: &str| match lang {
            Lang::Zh => text.to_owned(),
            // As a word: "meet" and "method" are others.
            Lang::En => format!(" {} ", text.replace(|c: char| !c.is_ascii_alphabetic(), " ")),
        };
        let name = |name: &str| match lang {
            Lang::Zh => name.to_owned(),
            Lang::En => format!(" {name} "),
        };
        let page = text_in(&report, Format::Table, lang);
        let sentence = page.lines().nth(1).unwrap().to_owned();
        let told = [
            sentence,
            lang.words().met_of_due.to_owned(),
            lang.words().shortfalls.to_owned(),
            lang.xlsx_words().met.to_owned(),
            lang.xlsx_words().shortfalls.to_owned(),
            lang.conclusion(report.conclusion()).to_owned(),
        ];
        for (told, of) in told.iter().flat_map(|told| names.map(|of| (told, of))) {
            assert!(!words(told).contains(&name(of)), "“{of}” is one verdict: {told}");
        }
        assert!(names.iter().any(|of| words(&page).contains(&name(of))), "{page}");
    }
}

#[test]
fn others_are_said_to_be_only_beside_those_that_are_named() {
    // 示例数据: tasks of several years, which a page on several years counts without names.
    let years: Vec<(String, &str)> = vec![
        ("tasks-2021.csv".to_owned(), include_str!("../../data/tasks-2021.csv")),
        ("tasks-2022.csv".to_owned(), include_str!("../../data/tasks-2022.csv")),
        ("tasks-2023.csv".to_owned(), include_str!("../../data/tasks-2023.csv")),
        ("2022.csv".to_owned(), include_str!("../../data/2022.csv")),
        ("2023.csv".to_owned(), include_str!("../../data/2023.csv")),
    ];
    for taken in [3..5, 1..5, 0..3, 0..5] {
        let files = years[taken].iter().cloned();
        let run = files.fold(Run::default(), |run, (name, rows)| run.file(&name, rows));
        let report = run.judge(&common::BUILT_IN);
        for (lang, wrong) in
            [(Lang::Zh, ["（等", "：等", "、等"]), (Lang::En, ["(,", ": ,", ", ,"])]
        {
            for format in [Format::Table, Format::Full, Format::Markdown] {
                let page = text_in(&report, format, lang);
                let page: String = page.lines().map(str::trim).collect();
                for of_nothing in wrong {
                    assert!(!page.contains(of_nothing), "{of_nothing}: {page}");
                }
            }
        }
    }
}

fn headline(report: &Report) -> String {
    let table = text(report, Format::Table);
    table.lines().nth(1).unwrap().to_owned()
}

#[test]
fn the_whole_is_the_city_else_the_only_region_else_all_together() {
    let told = |run: Run| headline(&run.judge(&plan()));
    assert!(told(nine()).starts_with("全市 5 项主要指标："), "{}", told(nine()));
    assert!(told(nine().region("甲县")).starts_with("甲县 5 项主要指标："));
    let both = told(nine().region("甲县").region("乙县"));
    assert!(both.starts_with("2 个地区 10 项主要指标的判定："), "{both}");
    assert!(both.contains("乙县参保率，差"), "whose it is: {both}");
    let one = told(nine().indicator("就业率"));
    assert!(one.starts_with("全市 1 项主要指标："), "{one}");
}

#[test]
fn what_is_lacking_is_named_with_by_how_many_people() {
    let sheet = common::sheet(&[
        "2023,甲县,参保率,,80,100,",
        "2023,乙县,参保率,,81,100,",
        "2023,甲县,就业率,,20,100,",
        "2023,乙县,就业率,,20,100,",
    ]);
    let report = Run::default().file("a.csv", sheet).judge(&plan());
    let said = headline(&report);
    let part = "未达到 2 项（约束性 1 项：参保率，差11人；预期性 1 项：就业率，差72人）";
    assert!(said.contains(part), "{said}");
    let document = common::json(&report);
    let short = &document["summary"]["headline"][0]["short"];
    assert_eq!(short[0]["count"], -11, "{short}");
}

#[test]
fn more_regions_than_are_listed_are_counted_and_the_worst_come_first() {
    let roster: String =
        (0..40).map(|at| format!("{},第{at}县,county,3309\n", 330_900 + at + 1)).collect();
    let roster = format!("code,name,level,within\n3309,示例市,city,\n{roster}");
    let rules = "[plan]\nid = 'p'\ntitle = '规划'\nbaseline-year = 2020\nfirst-year = 2021\n\
                 target-year = 2025\nroster = 'roster.csv'\n[[indicator]]\nid = 'rate'\n\
                 name = '就业率'\nattribute = '约束性'\nunit = '%'\noperator = '≥'\n\
                 threshold = 60\nbaseline = 60\n";
    let plan = load_with_roster(rules, &roster);
    let rows: Vec<String> = (0..40)
        .map(|at| format!("2023,第{at}县,就业率,,{},100,", if at % 4 == 3 { 50 } else { 70 }))
        .collect();
    let sheet = common::sheet(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    let report = Run::default().file("a.csv", sheet).judge(&plan);
    let table = common::table(&report, Lang::Zh);
    let lines: Vec<&str> = table.lines().filter(|line| line.contains("/1")).collect();
    assert!(lines[0].starts_with("第3县") && lines[9].starts_with("第39县"), "{lines:?}");
    assert!(table.contains(&format!("另有 {} 个地区未列出，其中 0 个", 40 - lines.len())));
    let document = common::json(&report);
    assert_eq!(document["summary"]["regions"].as_array().unwrap().len(), 41);
    assert_eq!(document["summary"]["headline"][0]["regions_short"], 10);
    assert_eq!(document["summary"]["regions_left_out"], 0);
}

#[test]
fn indicators_without_a_verdict_of_the_city_are_not_passed_over() {
    let homes = "id = 'care-homes'\nname = '托养机构数'\nattribute = '约束性'\nunit = '个'\n\
                 operator = '≥'\nthreshold = 1\nbaseline = 1\nscope = 'each-county'\n";
    let plan = load(&format!("{PLAN}\n[[indicator]]\n{homes}"));
    let sheet = common::sheet(&[
        "2023,甲县,托养机构数,1,,,",
        "2023,乙县,托养机构数,0,,,",
        "2023,示例市,参保率,90%,,,",
    ]);
    let report = Run::default().file("a.csv", sheet).judge(&plan);
    let said = headline(&report);
    assert!(said.contains("另有 1 项只在其他地区判定，其中 1 项有地区未达到"), "{said}");
}

#[test]
fn nothing_judged_has_no_headline() {
    let report = Run::default().file("a.csv", "").region("示例市").judge(&plan());
    let document = json(&text(&report, Format::Json));
    let empty = report.overviews.is_empty();
    assert_eq!(document["summary"]["headline"].as_array().unwrap().is_empty(), empty);
}
