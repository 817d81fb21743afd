//! What a reader sees: nothing contradicts, nothing is cut, the formats agree.

use super::*;
use crate::papers::written;
use dabiao::render::{self, FileFormat, Lang, Style, TREND};
use unicode_width::UnicodeWidthStr;

fn page(report: &Report, trend: &Trend, lang: Lang, width: usize) -> String {
    render::trend(report, trend, Style::plain(lang, width))
}

fn json(report: &Report, trend: &Trend) -> serde_json::Value {
    let mut out = Vec::new();
    render::trend_json(report, trend, Lang::Zh, &mut out).unwrap();
    serde_json::from_slice(&out).unwrap()
}

fn csv(report: &Report, trend: &Trend) -> String {
    let mut out = Vec::new();
    render::trend_csv(report, trend, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_projection_just_below_the_target_never_reads_as_the_target() {
    // 53.9999… in 2022, and 1.9999 more each year.
    let values = rows(&[(2021, "52%"), (2022, "54%"), (2023, "55.9998%")]);
    let report = Run::of(&values).judge(&plan(COUNTY, &[UPWARD]));
    let trend = judge::trend(&report);
    for text in [page(&report, &trend, Lang::Zh, 200), csv(&report, &trend)] {
        assert!(text.contains("59.9996"), "{text}");
        assert!(!text.contains("60.00"), "{text}");
    }
    let json = json(&report, &trend);
    assert_eq!(json["trends"][0]["projection"]["value"], "59.9996");
    assert_eq!(json["trends"][0]["projection"]["holds"], false);
}

#[test]
fn a_pace_just_too_slow_never_reads_as_the_pace_needed() {
    let values = rows(&[(2021, "50%"), (2022, "52.4999%")]);
    let report = Run::of(&values).judge(&plan(COUNTY, &[UPWARD]));
    let trend = judge::trend(&report);
    let pace = &json(&report, &trend)["trends"][0]["pace"];
    assert_eq!(
        (pace["so_far"].as_str(), pace["needed"].as_str()),
        (Some("2.4999"), Some("2.5000"))
    );
    assert!(page(&report, &trend, Lang::Zh, 200).contains("+2.4999 +2.5000"));
}

#[test]
fn what_lies_over_100_is_shown_as_100_and_said() {
    let values = rows(&[(2021, "80%"), (2022, "90%"), (2023, "99%")]);
    let report = Run::of(&values).judge(&plan(COUNTY, &[UPWARD]));
    let trend = judge::trend(&report);
    let zh = page(&report, &trend, Lang::Zh, 200);
    assert!(zh.contains("100.00%*") && zh.contains("* 外推超出"), "{zh}");
    assert!(zh.contains("线性外推"), "called what it is");
    let projection = &json(&report, &trend)["trends"][0]["projection"];
    assert_eq!((&projection["value"], &projection["line"]), (&"100.00".into(), &"118.17".into()));
    assert_eq!(projection["limited"], true);
}

#[test]
fn what_has_no_number_to_project_to_says_so() {
    let plan = plan(COUNTY, &["operator = '≥'\nreference = 'gdp'"]);
    let rows = ["2021,甲县,率,5%,,,", "2021,甲县,GDP,4%,,,"];
    let (report, trend) = trend(&plan, &rows);
    assert!(page(&report, &trend, Lang::Zh, 80).contains("不作外推（—）"));
    assert!(page(&report, &trend, Lang::En, 80).contains("no projection (—)"));
    let json = &json(&report, &trend)["trends"][0];
    assert_eq!(json["projection"], serde_json::Value::Null);
    assert_eq!(json["pace"], serde_json::json!({ "so_far": null, "needed": null }));
}

#[test]
fn no_warning_is_good_news_only_where_something_is_known() {
    let said = |values: &[(u16, &str)]| {
        let report = Run::of(&rows(values)).judge(&plan(COUNTY, &[UPWARD]));
        let trend = judge::trend(&report);
        assert_eq!(trend.warnings(), 0);
        page(&report, &trend, Lang::En, 200).contains("No warnings")
    };
    assert!(said(&[(2021, "53%"), (2022, "56%"), (2023, "59%")]));
    assert!(!said(&[(2021, "53%")]), "one year says nothing of those to come");
}

#[test]
fn the_city_stands_last_in_the_table_and_in_the_data() {
    let rows = ["2021,甲县,率,,52,100,", "2021,乙县,率,,54,100,"];
    let (report, trend) = trend(&plan(CITY, &[UPWARD]), &rows);
    let page = page(&report, &trend, Lang::Zh, 80);
    let at = |name: &str| page.find(&format!("\n{name} ")).unwrap();
    assert!(at("甲县") < at("乙县") && at("乙县") < at("全市"));
    let regions = json(&report, &trend)["trends"].clone();
    let names = [0, 1, 2].map(|at| regions[at]["region"]["name"].as_str());
    assert_eq!(names, [Some("甲县"), Some("乙县"), Some("全市")]);
}

#[test]
fn more_years_than_fit_go_to_further_tables_and_none_is_cut() {
    let values: Vec<(u16, String)> =
        (0..14u16).map(|at| (2020 + at, format!("{}.{:02}%", 50 + at, at))).collect();
    for count in 1..=values.len() {
        let rows: Vec<String> = values[..count]
            .iter()
            .flat_map(|(year, value)| {
                ["甲县", "乙县"].map(|county| format!("{year},{county},率,{value},,,"))
            })
            .collect();
        let report = Run::of(&rows).judge(&plan(CITY, &[UPWARD]));
        let trend = judge::trend(&report);
        for lang in [Lang::Zh, Lang::En] {
            for width in [72, 80, 100, 120, 200] {
                let page = page(&report, &trend, lang, width);
                let widest = page.lines().map(UnicodeWidthStr::width).max().unwrap();
                assert!(widest <= width, "{count} years, {widest} > {width}\n{page}");
                let tables = page.split("\n1. ").next().unwrap();
                for (year, value) in &values[..count] {
                    assert_eq!(tables.matches(&format!(" {value}")).count(), 2, "{year}\n{page}");
                }
            }
        }
    }
}

#[test]
fn a_page_of_regions_holds_the_worst_and_counts_the_rest() {
    let mut regions = String::new();
    let mut rows = Vec::new();
    for at in 0..40 {
        regions += &format!("[[region]]\ncode = '{at}'\nname = '县{at}号'\nlevel = 'county'\n");
        // The last are the worst.
        rows.extend((2021..=2023).map(|year| format!("{year},{at},率,{}%,,,", 70 - at)));
    }
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let (report, trend) = trend(&plan(&regions, &[UPWARD]), &rows);
    let page = page(&report, &trend, Lang::Zh, 120);
    let (table, list) = page.split_once("\n 1. ").unwrap();
    assert!(table.contains("县39号") && table.contains("县16号"), "{table}");
    assert!(!table.contains("县15号") && table.contains("另有 16 条"), "{table}");
    assert!(list.starts_with("县39号"), "{list}");
}

#[test]
fn every_format_tells_the_same_numbers() {
    let plan = Plan::built_in().unwrap();
    let data = ["2020", "2021", "2022", "2023"].map(|year| {
        let path = format!("{}/data/{year}.csv", env!("CARGO_MANIFEST_DIR"));
        (format!("{year}.csv"), std::fs::read_to_string(path).unwrap())
    });
    let run = data.iter().fold(Run::default(), |run, (name, text)| run.file(name, text.as_str()));
    let report = run.judge(&plan);
    let trend = judge::trend(&report);
    let json = json(&report, &trend);
    let text = csv(&report, &trend);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let records: Vec<std::collections::BTreeMap<String, String>> =
        reader.deserialize().map(|record| record.unwrap()).collect();
    let mut at = 0;
    for series in json["trends"].as_array().unwrap() {
        for year in series["years"].as_array().unwrap() {
            let record = &records[at];
            at += 1;
            for (key, value) in [
                ("indicator", &series["indicator"]),
                ("region", &series["region"]["name"]),
                ("value", &year["value"]),
                ("change", &year["change"]),
                ("outcome", &year["outcome"]),
                ("pace_so_far", &series["pace"]["so_far"]),
                ("pace_needed", &series["pace"]["needed"]),
                ("projection", &series["projection"]["value"]),
                ("projection_line", &series["projection"]["line"]),
                ("outlook", &series["outlook"]),
            ] {
                assert_eq!(record[key], value.as_str().unwrap_or_default(), "{key} of {record:?}");
            }
            let rank = series["warning_rank"].as_u64().map(|rank| rank.to_string());
            assert_eq!(record["warning_rank"], rank.unwrap_or_default());
        }
    }
    assert_eq!(at, records.len());
    let warnings = json["warnings"].as_array().unwrap();
    assert_eq!(json["summary"]["warnings"], warnings.len());
    // Every warning of the data is a sentence of the page.
    let page = page(&report, &trend, Lang::Zh, 1000);
    for (at, warning) in warnings.iter().enumerate() {
        let line = format!("{:>2}. {}\n", at + 1, warning["message"].as_str().unwrap());
        assert!(page.contains(&line), "{line}");
    }
}

#[test]
fn markdown_says_what_the_page_says_and_nothing_typed_is_markup() {
    let plan = plan(COUNTY, &["name = '率|<b>'\noperator = '≥'\nthreshold = 60\nbaseline = 50"]);
    let rows = ["2021", "2022", "2023"].map(|year| format!("{year},甲县,率|<b>,51%,,,"));
    let report = Run::of(&rows).judge(&plan);
    let trend = judge::trend(&report);
    let both = (report, trend);
    let (report, trend) = &both;
    for lang in [Lang::Zh, Lang::En] {
        let told = String::from_utf8(written(TREND, FileFormat::Markdown, &both, lang)).unwrap();
        assert!(told.contains("\\|&lt;b&gt;") && !told.contains("<b>"), "{told}");
        let bare = |text: &str| -> String {
            let text = text.replace("&lt;", "<").replace("&gt;", ">");
            text.chars().filter(|c| c.is_alphanumeric()).collect()
        };
        // Every sentence of the page, and how it ends at the end.
        let (page, told) = (page(report, trend, lang, 4000), bare(&told));
        let sentences = page.lines().filter(|line| line.contains(['，', '；', ',', ';']));
        let sentences: Vec<String> = sentences.map(bare).collect();
        assert!(sentences.len() > 3);
        for sentence in &sentences {
            assert!(told.contains(sentence.as_str()), "{sentence}\n{told}");
        }
        assert!(told.ends_with(&bare(page.lines().last().unwrap())), "{told}");
    }
}

#[test]
fn what_markdown_has_no_room_for_is_counted_row_by_row() {
    let region = |n| format!("[[region]]\ncode = '{n}'\nname = '第{n}县'\nlevel = 'county'\n");
    let regions: String = (11..24).map(region).collect();
    let rule = |n| format!("id = 'i{n}'\nname = '第{n}率'\n{UPWARD}");
    let rules: Vec<String> = (10..70).map(rule).collect();
    let plan = plan(&regions, &rules.iter().map(String::as_str).collect::<Vec<_>>());
    let mut rows = Vec::new();
    for year in 2021..=2023 {
        for region in 11..24 {
            rows.extend((10..70).map(|n| format!("{year},第{region}县,第{n}率,51%,,,")));
        }
    }
    let report = Run::of(&rows).judge(&plan);
    let trend = judge::trend(&report);
    let both = (report, trend);
    let (report, trend) = &both;
    assert_eq!((trend.count, trend.warnings()), (60 * 13, 60 * 13));
    for (lang, more) in [(Lang::Zh, "另有 "), (Lang::En, "and ")] {
        let told = String::from_utf8(written(TREND, FileFormat::Markdown, &both, lang)).unwrap();
        assert!(told.chars().count() <= 60_000);
        let lines: Vec<&str> = told.lines().filter(|line| !line.is_empty()).collect();
        let count = |is: &dyn Fn(&str) -> bool| lines.iter().filter(|line| is(line)).count();
        let (heads, shown) =
            (count(&|line| line.starts_with("### 第")), count(&|line| line.starts_with("| 第")));
        let sentences = count(&|line| line.starts_with(|c: char| c.is_ascii_digit()));
        assert!(heads > 10 && heads < 60 && sentences > 20, "{heads} {sentences}");
        // A head stands over a table, which stands over at least one region.
        for at in (0..lines.len()).filter(|at| lines[*at].starts_with("### 第")) {
            assert!(lines[at + 4].starts_with("| 第"), "{}", lines[at + 4]);
        }
        let left_out: Vec<usize> = lines
            .iter()
            .filter_map(|line| line.strip_prefix(more)?.split(' ').next()?.parse().ok())
            .collect();
        assert_eq!(left_out, [60 * 13 * 2 - shown - sentences]);
        let page = page(report, trend, lang, 4000);
        assert_eq!(lines.last(), page.lines().last().as_ref());
    }
}

#[test]
fn what_a_page_leaves_out_is_said_to_be_in_the_formats_that_hold_it() {
    let region = |n| format!("[[region]]\ncode = '{n}'\nname = '第{n}县'\nlevel = 'county'\n");
    let regions: String = (11..51).map(region).collect();
    let year = |year| (11..51).map(move |n| format!("{year},第{n}县,率,51%,,,"));
    let rows: Vec<String> = [2020, 2021, 2023].into_iter().flat_map(year).collect();
    let report = Run::of(&rows).judge(&plan(&regions, &[UPWARD]));
    let page = page(&report, &judge::trend(&report), Lang::En, 4000);
    // Whose baselines are their own is in no column of CSV; the years of every region are.
    for more in [
        "and 16 more not listed; the JSON report gives",
        "and 16 more not listed; the CSV or JSON report gives",
    ] {
        assert!(page.contains(more), "{page}");
    }
}
