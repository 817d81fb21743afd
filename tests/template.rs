//! 报送表 as claims: who is asked for what, and that the form is read when it comes back.
#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

mod common;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use common::{Run, codes, load, load_with_roster, row, tally};
use dabiao::judge;
use dabiao::plan::Plan;
use dabiao::render::{template_csv, template_xlsx};
use dabiao::report::Template;
use dabiao::submission::{Input, Options, Submission};
use dabiao::term::{Found, Outcome, RegionId};

const HEAD: &str = "[plan]\nid = 'p'\ntitle = '某市规划'\n\
    baseline-year = 2020\nfirst-year = 2021\ntarget-year = 2025\n";
const REGIONS: &str = "[[region]]\ncode = '10'\nname = '全市'\nlevel = 'city'\n\
    [[region]]\ncode = '11'\nname = '甲县'\nlevel = 'county'\n\
    [[region]]\ncode = '12'\nname = '乙县'\nlevel = 'county'\n\
    [[region]]\nname = '新区'\nlevel = 'area'\nwithin = '11'\n";

/// An indicator of each kind that is asked for in its own way.
const RULES: &str = "
[[reference]]
id = 'gdp'
name = 'GDP年均增长率'
unit = '%'
[[reference]]
id = 'income'
name = '人均收入'
unit = '元'
[[indicator]]
id = 'growth'
number = 1
name = '收入年均增长'
attribute = '预期性'
unit = '%'
operator = '≥'
reference = 'gdp'
growth-of = 'income'
[[indicator]]
id = 'rate'
number = 2
name = '就业率'
attribute = '约束性'
unit = '%'
numerator = '已就业人数'
denominator = '劳动年龄段人数'
count-unit = '人'
baseline = 50
operator = '≥'
threshold = 60
[[indicator]]
id = 'each'
number = 3
name = '每县站点数'
attribute = '预期性'
scope = 'each-county'
unit = '个'
baseline = 0
operator = '≥'
threshold = 1
[[indicator]]
id = 'homes'
number = 't1'
name = '改造户数'
attribute = '任务'
form = 'sum'
scope = 'total'
unit = '户'
operator = '≥'
threshold = 900
[[indicator]]
id = 'law'
number = 't2'
name = '出台办法'
attribute = '任务'
form = 'milestone'
scope = 'city'
[[indicator]]
id = 'words'
number = 't3'
name = '健全机制'
attribute = '任务'
form = 'words'
";

fn plan() -> Plan {
    load(&format!("{HEAD}{REGIONS}{RULES}"))
}

/// The form of 2024 of these regions, tasks included.
fn template(plan: &Plan, regions: &[&str], history: &[&str]) -> Template {
    let ids: Vec<RegionId> = regions
        .iter()
        .map(|name| match plan.region_names.find(name) {
            Some(Found::One(id)) => RegionId(id),
            _ => panic!("no region {name}"),
        })
        .collect();
    let vocabulary = judge::vocabulary(plan);
    let input = |text: &&str| Input {
        name: "before.csv".to_owned(),
        bytes: Cursor::new(text.as_bytes().to_vec()),
    };
    let inputs = history.iter().map(input).collect();
    let history = Submission::read(inputs, &vocabulary, &Options::default()).unwrap();
    judge::template(plan, 2024, &ids, true, history)
}

fn csv(template: &Template) -> String {
    let mut out = Vec::new();
    template_csv(template, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn xlsx(template: &Template) -> Vec<u8> {
    let mut out = Vec::new();
    template_xlsx(template, &mut out).unwrap();
    out
}

/// The rows of the form, each by its columns' names.
fn rows(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

/// The names of what each region is asked for.
fn asked(template: &Template) -> Vec<(String, String)> {
    rows(&csv(template)).into_iter().map(|row| (row["地区"].clone(), row["指标"].clone())).collect()
}

fn of<'n>(asked: &'n [(String, String)], region: &str) -> Vec<&'n str> {
    asked.iter().filter(|(who, _)| who == region).map(|(_, what)| what.as_str()).collect()
}

/// What is filled in: region and indicator, and the columns with their cells.
type Filled = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// The form with cells filled in.
fn filled(text: &str, cells: &[Filled]) -> String {
    let (mark, text) = text.split_at('\u{FEFF}'.len_utf8());
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    let at = |name: &str| header.iter().position(|column| column == name).unwrap();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&header).unwrap();
    for record in reader.records() {
        let mut record: Vec<String> = record.unwrap().iter().map(str::to_owned).collect();
        for (region, indicator, values) in cells {
            if record[at("地区")] == *region && record[at("指标")] == *indicator {
                for (column, value) in *values {
                    record[at(column)] = (*value).to_owned();
                }
            }
        }
        writer.write_record(&record).unwrap();
    }
    format!("{mark}{}", String::from_utf8(writer.into_inner().unwrap()).unwrap())
}

/// Every figure that is due from 2024 on.
const FIGURES: [Filled; 11] = [
    ("甲县", "收入年均增长", &[("数值", "8%")]),
    ("甲县", "GDP年均增长率", &[("数值", "7%")]),
    ("甲县", "就业率", &[("分子", "60"), ("分母", "100")]),
    ("甲县", "每县站点数", &[("数值", "1")]),
    ("乙县", "收入年均增长", &[("数值", "8%")]),
    ("乙县", "GDP年均增长率", &[("数值", "7%")]),
    ("乙县", "就业率", &[("数值", "不适用"), ("备注", "没有劳动年龄段的人")]),
    ("乙县", "每县站点数", &[("数值", "2")]),
    ("全市", "收入年均增长", &[("数值", "8%")]),
    ("全市", "GDP年均增长率", &[("数值", "7%")]),
    ("全市", "出台办法", &[("数值", "2024-06-30")]),
];

#[test]
fn counties_are_asked_for_what_they_send_and_the_city_for_what_they_do_not_add_up_to() {
    let plan = plan();
    let asked = asked(&template(&plan, &[], &[]));
    let own = ["收入年均增长", "GDP年均增长率", "人均收入"];
    let county = ["收入年均增长", "GDP年均增长率", "人均收入", "就业率", "每县站点数", "改造户数"];
    assert_eq!(of(&asked, "甲县"), county);
    assert_eq!(of(&asked, "乙县"), county);
    assert_eq!(of(&asked, "全市"), [&own[..], &["改造户数", "出台办法"]].concat());
    assert_eq!(asked.last().unwrap().0, "全市", "the city stands last");
    assert!(of(&asked, "新区").is_empty(), "an area is asked where it is named");
}

#[test]
fn an_area_that_is_named_is_asked_for_what_counties_are_judged_on() {
    let plan = plan();
    let asked = asked(&template(&plan, &["新区", "新区"], &[]));
    let names: Vec<&str> = asked.iter().map(|(_, what)| what.as_str()).collect();
    assert_eq!(names, ["收入年均增长", "GDP年均增长率", "人均收入", "就业率", "每县站点数"]);
}

#[test]
fn a_region_that_is_asked_for_nothing_is_told_where_it_was_named() {
    let rate = RULES.split("[[indicator]]").nth(2).unwrap();
    let plan = load(&format!("{HEAD}{REGIONS}[[indicator]]{rate}"));
    let named = template(&plan, &["全市"], &[]);
    assert_eq!(named.diagnostics[0].code(), "run/nothing-asked");
    assert!(named.respondents.is_empty());
    assert!(template(&plan, &[], &[]).diagnostics.is_empty());
}

#[test]
fn regions_that_share_a_name_are_asked_by_their_codes() {
    let head = HEAD.replace("target-year", "roster = 'r.csv'\ntarget-year");
    let roster = "code,name,level,within\n11,甲县,county,\n12,甲县,county,\n13,乙县,county,\n";
    let plan = load_with_roster(&format!("{head}{RULES}"), roster);
    let asked = asked(&template(&plan, &[], &[]));
    let mut regions: Vec<&str> = asked.iter().map(|(who, _)| who.as_str()).collect();
    regions.dedup();
    assert_eq!(regions, ["11", "12", "乙县"]);
}

#[test]
fn what_was_sent_the_year_before_stands_beside_what_is_asked() {
    let before = "年份,地区,指标,数值,分子,分母,累计,备注\n\
        2023,甲县,就业率,,581,1000,,\n\
        2023,乙县,就业率,57.123%,,,,\n\
        2023,甲县,改造户数,200,,,540,\n\
        2023,乙县,每县站点数,不适用,,,,没有乡镇\n\
        2023,全市,出台办法,否,,,,\n\
        2022,甲县,每县站点数,7,,,,\n";
    let text = csv(&template(&plan(), &[], &[before]));
    let last = |region: &str, indicator: &str| {
        let rows = rows(&text);
        let is_it = |row: &&BTreeMap<_, _>| row["地区"] == region && row["指标"] == indicator;
        let row = rows.iter().find(is_it).unwrap();
        ["上年数值", "上年分子", "上年分母"].map(|column| row[column].clone())
    };
    assert_eq!(last("甲县", "就业率"), ["58.10%", "581", "1000"]);
    assert_eq!(last("乙县", "就业率"), ["57.123%", "", ""]);
    assert_eq!(last("甲县", "改造户数"), ["200", "", ""]);
    assert_eq!(last("乙县", "每县站点数"), ["不适用", "", ""]);
    assert_eq!(last("全市", "出台办法"), ["否", "", ""]);
    assert_eq!(last("甲县", "每县站点数"), ["", "", ""]);
}

#[test]
fn a_history_without_the_year_before_is_told() {
    let before = "年份,地区,指标,数值\n2022,甲县,每县站点数,7\n";
    let found = template(&plan(), &[], &[before]).diagnostics;
    assert_eq!(found.iter().map(|found| found.code()).collect::<Vec<_>>(), ["run/no-last-year"]);
}

#[test]
fn a_form_that_is_filled_in_is_read_without_a_flag() {
    let plan = plan();
    let text = filled(&csv(&template(&plan, &[], &[])), &FIGURES);
    let report = Run::default().file("form.csv", text).judge(&plan);
    let flags: Vec<_> =
        codes(&report).into_iter().filter(|code| code.starts_with("submission/")).collect();
    assert_eq!(flags, [""; 0]);
    assert_eq!(row(&report, "rate", "甲县").unwrap().outcome(), Outcome::Met);
    assert_eq!(row(&report, "rate", "乙县").unwrap().outcome(), Outcome::NotApplicable);
    assert_eq!(row(&report, "rate", "全市").unwrap().outcome(), Outcome::Met);
    assert_eq!(row(&report, "law", "全市").unwrap().outcome(), Outcome::Met);
    assert_eq!(row(&report, "homes", "全市").unwrap().outcome(), Outcome::Missing);
    assert_eq!(tally(&report).get("missing"), Some(&1), "only what nobody filled in");
}

#[test]
fn a_form_that_is_not_filled_in_is_missing_and_nothing_else() {
    let plan = plan();
    let before = "年份,地区,指标,数值,分子,分母\n2023,甲县,就业率,,581,1000\n";
    let text = csv(&template(&plan, &[], &[before]));
    let report = Run::default().file("form.csv", text).judge(&plan);
    assert_eq!(tally(&report).keys().copied().collect::<Vec<_>>(), ["missing"]);
    let flags = codes(&report).into_iter().filter(|code| code.starts_with("submission/"));
    assert_eq!(flags.count(), 0);
}

#[test]
fn a_unit_that_is_not_the_indicators_makes_the_row_unusable() {
    let plan = plan();
    let header = "年份,地区,指标,数值,单位";
    let rows =
        ["2024,甲县,每县站点数,1,万个", "2024,乙县,每县站点数,1, 个 ", "2024,全市,出台办法,是,件"];
    let report = Run::default().file("a.csv", common::under(header, &rows)).judge(&plan);
    let code = "submission/other-unit";
    assert_eq!(codes(&report).iter().filter(|found| **found == code).count(), 1);
    assert_eq!(row(&report, "each", "甲县").unwrap().outcome(), Outcome::Invalid);
    assert_eq!(row(&report, "each", "乙县").unwrap().outcome(), Outcome::Met);
}

#[test]
fn the_workbook_holds_what_the_csv_holds_a_sheet_a_region() {
    let plan = plan();
    let form = template(&plan, &[], &[]);
    let mut workbook = Xlsx::new(Cursor::new(xlsx(&form))).unwrap();
    assert_eq!(workbook.sheet_names(), ["甲县", "乙县", "全市", "填报说明"]);
    let expected = rows(&csv(&form));
    let mut found = Vec::new();
    for name in ["甲县", "乙县", "全市"] {
        let sheet = workbook.worksheet_range(name).unwrap();
        let text = |cell: &Data| cell.to_string().replace('\n', "；");
        let mut lines = sheet.rows();
        assert_eq!(text(&lines.next().unwrap()[0]), "某市规划　2024年报送表");
        assert_eq!(text(&lines.next().unwrap()[0]), format!("填报单位：{name}（盖章）"));
        let header: Vec<String> = lines.next().unwrap().iter().map(text).collect();
        for line in lines.take_while(|line| line[1] != Data::Empty) {
            found.push(
                header.iter().cloned().zip(line.iter().map(text)).collect::<BTreeMap<_, _>>(),
            );
        }
    }
    assert_eq!(found, expected);
}

#[test]
fn a_ratio_for_each_thousand_is_asked_for_its_counts_and_computes_itself() {
    let rule = "[[indicator]]\nid = 'beds'\nname = '床位'\nattribute = '预期性'\n\
        unit = '张/千人'\nper = 1000\nnumerator = '床位数'\ndenominator = '常住人口'\n\
        count-unit = '张'\ndenominator-unit = '人'\noperator = '≥'\nthreshold = 6\n";
    let form = template(
        &load(&format!("{HEAD}{REGIONS}{rule}")),
        &["甲县"],
        &["年份,地区,指标,分子,分母\n2023,甲县,床位,7,1200\n"],
    );
    let row = &rows(&csv(&form))[0];
    assert_eq!(row["口径"], "分子：床位数（张）；分母：常住人口（人）");
    assert_eq!([&row["单位"], &row["上年数值"]], ["张/千人", "5.83"]);
    let mut workbook = Xlsx::new(Cursor::new(xlsx(&form))).unwrap();
    let formulas = workbook.worksheet_formula("甲县").unwrap();
    let rate = r#"IF(AND(ISNUMBER(J4),ISNUMBER(K4),K4>0),ROUND(J4/K4*1000,4),"")"#;
    let found: Vec<&str> = formulas.used_cells().map(|(.., text)| text.as_str()).collect();
    assert_eq!(found, [rate]);
}

#[test]
fn a_rate_computes_itself_and_is_empty_until_then() {
    let form = template(&plan(), &["甲县"], &[]);
    let mut workbook = Xlsx::new(Cursor::new(xlsx(&form))).unwrap();
    let formulas = workbook.worksheet_formula("甲县").unwrap();
    let rate = r#"IF(AND(ISNUMBER(J7),ISNUMBER(K7),K7>0),ROUND(J7/K7,4),"")"#;
    let found: Vec<(usize, usize, &str)> =
        formulas.used_cells().map(|(row, column, text)| (row, column, text.as_str())).collect();
    let (first, from) = formulas.start().unwrap();
    assert_eq!(found, [(0, 0, rate)]);
    assert_eq!((first, from), (6, 11), "L7");
    let cell = workbook.worksheet_range("甲县").unwrap().get_value((6, 11)).cloned();
    assert!(matches!(cell, Some(Data::String(text)) if text.is_empty()));
}

/// A part of the workbook as text.
fn part(workbook: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn only_what_is_asked_is_unlocked_and_it_is_checked_while_it_is_typed() {
    let form = template(&plan(), &["甲县"], &[]);
    let workbook = xlsx(&form);
    let (sheet, styles) =
        (part(&workbook, "xl/worksheets/sheet1.xml"), part(&workbook, "xl/styles.xml"));
    assert!(sheet.contains("<sheetProtection sheet=\"1\""));
    assert!(!sheet.contains("password"));
    let formats: Vec<&str> =
        styles.split_once("<cellXfs").unwrap().1.split("<xf ").skip(1).collect();
    let unlocked = |cell: &str| {
        let (_, rest) = sheet.split_once(&format!("<c r=\"{cell}\" s=\"")).unwrap();
        let number: usize = rest.split_once('"').unwrap().0.parse().unwrap();
        formats[number].contains("locked=\"0\"")
    };
    // 就业率 is in row 7, 每县站点数 in 8, 改造户数 in 9: 分子 J, 分母 K, 数值 L, 累计 M, 备注 N.
    for (cells, expected) in [
        ("A7 B7 C7 D7 E7 F7 G7 H7 I7 M7 J8 K8 M8 J9 K9 A3 L3 A1", false),
        ("J7 K7 L7 N7 L8 N8 L9 M9 N9", true),
    ] {
        for cell in cells.split(' ') {
            assert_eq!(unlocked(cell), expected, "{cell}");
        }
    }
    for rule in [
        "sqref=\"J7\"><formula1>0</formula1><formula2>IF(ISNUMBER(K7),K7,",
        "sqref=\"K7\"><formula1>MAX(0,J7)</formula1>",
        "sqref=\"L7\"><formula1>OR(AND(ISNUMBER(L7),L7&gt;=0,L7&lt;=1),L7=\"不适用\"",
        "sqref=\"L8\"><formula1>OR(AND(ISNUMBER(L8),L8&gt;=0),L8=\"不适用\"",
        "sqref=\"L4\"><formula1>OR(ISNUMBER(L4),L4=\"不适用\"",
        "sqref=\"M9\"><formula1>MAX(0,L9)</formula1>",
    ] {
        assert!(sheet.contains(rule), "{rule}");
    }
    for layout in
        ["orientation=\"landscape\"", "paperSize=\"9\"", "state=\"frozen\"", "第 &amp;P 页"]
    {
        assert!(sheet.contains(layout), "{layout}");
    }
    assert!(part(&workbook, "xl/workbook.xml").contains("Print_Titles"));
}

#[test]
fn the_same_form_is_the_same_bytes() {
    let plan = plan();
    assert_eq!(xlsx(&template(&plan, &[], &[])), xlsx(&template(&plan, &[], &[])));
    let properties = part(&xlsx(&template(&plan, &[], &[])), "docProps/core.xml");
    assert_eq!(properties.matches("2024-01-01T00:00:00Z").count(), 2, "no clock is read");
}

#[test]
fn the_form_of_the_built_in_plan_is_read_back() {
    let plan = Plan::built_in().unwrap();
    let before = std::fs::read_to_string("data/2023.csv").unwrap();
    for regions in [&[][..], &["新城"], &["舟山市"]] {
        let text = csv(&template(&plan, regions, &[&before]));
        let report = Run::default().file("form.csv", text).judge(&plan);
        let flags =
            codes(&report).into_iter().filter(|code| !code.starts_with("judgement/no-roll-up"));
        assert_eq!(flags.collect::<Vec<_>>(), [""; 0]);
        assert_eq!(tally(&report).keys().copied().collect::<Vec<_>>(), ["missing"]);
    }
}

#[test]
fn what_a_form_says_of_its_rows_keeps_none_of_them_from_being_read() {
    let built_in = Plan::built_in().unwrap();
    for (plan, regions) in
        [(built_in, ["定海区", "舟山市", "新城"]), (plan(), ["甲县", "全市", "新区"])]
    {
        for region in regions {
            let text = csv(&template(&plan, &[region], &[]));
            let (header, lines) = text.split_once('\n').unwrap();
            let at = header.split(',').position(|column| column == "数值").unwrap();
            let blanks = ",".repeat(header.matches(',').count() - at);
            let row = |line: &str| {
                let value = match line.contains(",%,") {
                    true => "5%",
                    false if line.contains("填“是”") => "是",
                    false => "3",
                };
                format!("{}{value}{blanks}\n", line.strip_suffix(&blanks).unwrap())
            };
            let rows: String = lines.lines().map(row).collect();
            let report = Run::default().file("form.csv", format!("{header}\n{rows}")).judge(&plan);
            let refused = ["submission/row-of-something-else", "submission/not-results"];
            let codes = codes(&report);
            assert!(!codes.iter().any(|code| refused.contains(code)), "{region}: {codes:?}");
        }
    }
}

#[test]
fn what_one_row_holds_for_all_is_asked_of_the_city_alone() {
    let shared =
        RULES.replacen("name = 'GDP年均增长率'", "shared = true\nname = 'GDP年均增长率'", 1);
    let plan = load(&format!("{HEAD}{REGIONS}{shared}"));
    let asked = asked(&template(&plan, &[], &[]));
    for (region, expected) in [("全市", true), ("甲县", false), ("乙县", false)] {
        assert_eq!(of(&asked, region).contains(&"GDP年均增长率"), expected, "{region}");
    }
}

#[test]
fn a_region_reads_its_own_target_in_its_form_and_nobody_else_does() {
    let own = "[[indicator]]\nid = 'homes'\nnumber = 1\nname = '改造户数'\nattribute = '约束性'\n\
        unit = '户'\nform = 'sum'\noperator = '≥'\nthreshold = 900\n\
        [indicator.regions]\n'11' = { threshold = 500 }\n'乙县' = { threshold = 400 }\n";
    let plan = load(&format!("{HEAD}{REGIONS}{own}"));
    for (region, its, not) in [("甲县", "累计≥500 户", "400"), ("乙县", "累计≥400 户", "500")]
    {
        let mut form = Vec::new();
        template_csv(&template(&plan, &[region], &[]), &mut form).unwrap();
        let form = String::from_utf8(form).unwrap();
        assert!(form.contains(&format!("本地区：目标 {its}")), "{form}");
        assert!(!form.contains(not), "{form}");
    }
    let plain = own.split("[indicator.regions]").next().unwrap();
    let plan = load(&format!("{HEAD}{REGIONS}{plain}"));
    let mut form = Vec::new();
    template_csv(&template(&plan, &["甲县"], &[]), &mut form).unwrap();
    assert!(!String::from_utf8(form).unwrap().contains("本地区"));
}
