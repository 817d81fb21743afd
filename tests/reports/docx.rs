//! The document for a word processor: what it says, and that it is made as the standard of its
//! format (ECMA-376) demands.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use calamine::DataType;
use dabiao::plan::{Plan, RuleFile};
use dabiao::render::{Format, Lang};
use dabiao::report::Report;
use dabiao::term::Outcome;
use roxmltree::{Document, Node};

use crate::common::{self, Run, tally};
use crate::workbook::{self, parts};
use crate::{bytes_in, nine, plan};

/// The order of what elements hold, as far as it is written.
const ORDERS: [(&str, &[&str]); 14] = [
    (
        "pPr",
        &[
            "pStyle",
            "keepNext",
            "keepLines",
            "pageBreakBefore",
            "widowControl",
            "numPr",
            "snapToGrid",
            "spacing",
            "ind",
            "jc",
            "outlineLvl",
            "rPr",
            "sectPr",
        ],
    ),
    ("rPr", &["rStyle", "rFonts", "b", "spacing", "sz", "szCs", "lang"]),
    (
        "tblPr",
        &["tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook"],
    ),
    ("tbl", &["tblPr", "tblGrid", "tr"]),
    ("tcPr", &["tcW", "shd", "vAlign"]),
    ("sectPr", &["footerReference", "pgSz", "pgMar", "docGrid"]),
    (
        "style",
        &["name", "basedOn", "next", "uiPriority", "semiHidden", "qFormat", "pPr", "rPr", "tblPr"],
    ),
    ("lvl", &["start", "numFmt", "pStyle", "suff", "lvlText", "lvlJc", "pPr"]),
    ("numbering", &["abstractNum", "num"]),
    ("chartSpace", &["roundedCorners", "chart", "spPr", "txPr", "externalData"]),
    ("chart", &["title", "autoTitleDeleted", "plotArea", "legend", "plotVisOnly", "dispBlanksAs"]),
    ("plotArea", &["layout", "barChart", "lineChart", "catAx", "valAx"]),
    (
        "ser",
        &[
            "idx",
            "order",
            "tx",
            "spPr",
            "invertIfNegative",
            "marker",
            "dLbls",
            "cat",
            "val",
            "smooth",
        ],
    ),
    (
        "valAx",
        &[
            "axId",
            "scaling",
            "delete",
            "axPos",
            "majorGridlines",
            "numFmt",
            "majorTickMark",
            "minorTickMark",
            "tickLblPos",
            "crossAx",
            "crosses",
            "crossBetween",
        ],
    ),
];

fn name<'d>(node: Node<'_, 'd>) -> &'d str {
    node.tag_name().name()
}

fn value<'d>(node: Node<'d, '_>, of: &str) -> &'d str {
    node.attributes().find(|it| it.name() == of).map_or("", |it| it.value())
}

/// What a paragraph says, a line each.
fn said(paragraph: Node<'_, '_>) -> String {
    let text = |node: Node<'_, '_>| match name(node) {
        "t" => node.text().unwrap_or_default().to_owned(),
        "br" => "\n".to_owned(),
        _ => String::new(),
    };
    paragraph.descendants().map(text).collect()
}

/// All paragraphs, a line each; a cell has its own.
pub(crate) fn text(bytes: &[u8]) -> String {
    let body = &parts(bytes)["word/document.xml"];
    let document = Document::parse(body).unwrap();
    let paragraphs = document.descendants().filter(|node| name(*node) == "p");
    paragraphs.map(|paragraph| said(paragraph) + "\n").collect()
}

/// Every part is there and is XML, whose elements stand in order; what is referred to is there,
/// and nothing leads out of the document.
pub(crate) fn is_sound(bytes: &[u8]) {
    let parts = parts(bytes);
    let parsed: BTreeMap<&str, Document<'_>> = parts
        .iter()
        .filter(|(name, _)| !name.ends_with(".xlsx"))
        .map(|(name, part)| {
            (name.as_str(), Document::parse(part).unwrap_or_else(|e| panic!("{name}: {e}")))
        })
        .collect();
    let types = &parsed["[Content_Types].xml"];
    for node in types.descendants().filter(|node| name(*node) == "Override") {
        assert!(parts.contains_key(&value(node, "PartName")[1..]), "{node:?}");
    }
    for (rels, part) in parsed.iter().filter(|(name, _)| name.ends_with(".rels")) {
        let from = rels.split_once("_rels/").unwrap().0;
        for node in part.descendants().filter(|node| name(*node) == "Relationship") {
            assert_eq!(value(node, "TargetMode"), "");
            let target = format!("{from}{}", value(node, "Target")).replace("charts/../", "");
            assert!(parts.contains_key(&target), "{target}");
        }
    }
    let all = || parsed.values().flat_map(|part| part.descendants());
    for node in all() {
        // Drawings have other elements of the same names.
        let space = node.tag_name().namespace().unwrap_or_default();
        let is_known = space.ends_with("/chart") || space.ends_with("wordprocessingml/2006/main");
        let Some((_, order)) = ORDERS.iter().find(|(of, _)| is_known && *of == name(node)) else {
            continue;
        };
        let children = node.children().filter(Node::is_element).map(|child| name(child));
        let places: Vec<usize> = children
            .map(|child| {
                let place = order.iter().position(|known| *known == child);
                place.unwrap_or_else(|| panic!("{child} in {}", name(node)))
            })
            .collect();
        assert!(places.is_sorted(), "{}: {places:?}", name(node));
    }
    let ids = |part: &str, of: &str, id: &str| -> BTreeSet<String> {
        let nodes = parsed[part].descendants().filter(|node| name(*node) == of);
        nodes.map(|node| value(node, id).to_owned()).collect()
    };
    let styles = ids("word/styles.xml", "style", "styleId");
    let numbers = ids("word/numbering.xml", "num", "numId");
    let fonts = ids("word/fontTable.xml", "font", "name");
    let relations = ids("word/_rels/document.xml.rels", "Relationship", "Id");
    for node in all() {
        let known = match name(node) {
            "pStyle" | "rStyle" | "tblStyle" | "basedOn" | "next" => {
                styles.contains(value(node, "val"))
            }
            "numId" => numbers.contains(value(node, "val")),
            "footerReference" => relations.contains(value(node, "id")),
            "rFonts" => ["ascii", "hAnsi", "eastAsia", "cs"]
                .map(|of| value(node, of))
                .iter()
                .all(|font| font.is_empty() || fonts.contains(*font)),
            // Who does not see a chart has it in words.
            "docPr" => !value(node, "descr").is_empty(),
            "chart" => node.has_children() || relations.contains(value(node, "id")),
            // No field but the number of the page, and no picture, link or object.
            "instrText" => node.text() == Some(" PAGE "),
            "fldSimple" | "hyperlink" | "pic" | "object" | "altChunk" => false,
            // A cell ends with a paragraph, and so does the body before its section.
            "tc" => node.last_element_child().map(name) == Some("p"),
            "tbl" => node.next_sibling_element().map(name) == Some("p"),
            "tr" => cells(node).len() == cells_of_grid(node),
            _ => true,
        };
        assert!(known, "{node:?}");
    }
}

fn cells<'a, 'd>(row: Node<'a, 'd>) -> Vec<Node<'a, 'd>> {
    row.children().filter(|node| name(*node) == "tc").collect()
}

fn cells_of_grid(row: Node<'_, '_>) -> usize {
    let table = row.parent().unwrap();
    table.descendants().filter(|node| name(*node) == "gridCol").count()
}

/// The document tells what its report does.
pub(crate) fn agrees(report: &Report, lang: Lang) {
    let bytes = bytes_in(report, Format::Docx, lang);
    is_sound(&bytes);
    assert_eq!(bytes, bytes_in(report, Format::Docx, lang), "the same bytes");
    let text = text(&bytes);
    let lines: Vec<&str> = text.lines().collect();
    let asked = lang.asked(&report.selection);
    assert!(lines.contains(&&*format!("{asked}{}", lang.concluded(report.conclusion()))), "{text}");
    let words = lang.words();
    let counted = tally(report);
    if report.tally.total() > 0 {
        let start = format!("{} {}{}", words.total, report.tally.total(), words.colon);
        let line = lines.iter().find(|line| line.starts_with(&start)).unwrap();
        for outcome in Outcome::ALL {
            let count = counted.get(outcome.word()).copied();
            let told = count.map(|count| format!("{} {count}", lang.outcome(outcome)));
            assert!(told.is_none_or(|told| line.contains(&told)), "{line}");
        }
    }
    for row in report.shortfalls() {
        for name in [&row.region().name, &row.indicator().name] {
            assert!(lines.contains(&lang.name(name)), "{name:?}");
        }
    }
    for found in report.diagnostics.iter().take(200) {
        let title = found.problem.message(lang).title;
        assert!(title.contains(char::is_control) || text.contains(&*title), "{title}");
    }
}

/// The heads and the passages, and of tables the heads and how many rows there are.
fn outline(bytes: &[u8]) -> String {
    let body = &parts(bytes)["word/document.xml"];
    let document = Document::parse(body).unwrap();
    let body = document.descendants().find(|node| name(*node) == "body").unwrap();
    let mut outline = String::new();
    for node in body.children().filter(Node::is_element) {
        match name(node) {
            "p" => {
                let style = node.descendants().find(|node| name(*node) == "pStyle").unwrap();
                let section = node.descendants().any(|node| name(node) == "sectPr");
                let end = if section { " (section)" } else { "" };
                let chart = node.descendants().find(|node| name(*node) == "docPr");
                let text = chart.map_or_else(|| said(node), |chart| value(chart, "descr").into());
                let text = text.replace('\n', " / ");
                outline.push_str(&format!("{}{end}: {text}\n", value(style, "val")));
            }
            "tbl" => {
                let rows: Vec<_> = node.children().filter(|node| name(*node) == "tr").collect();
                let heads: Vec<String> = cells(rows[0]).into_iter().map(said).collect();
                outline.push_str(&format!("| {} | × {}\n", heads.join(" | "), rows.len() - 1));
            }
            of => outline.push_str(&format!("{of}\n")),
        }
    }
    outline
}

fn read(path: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

#[test]
fn the_assessment_of_the_sample_figures_reads_as_it_did() {
    let files =
        ["plan/indicators.toml", "plan/tasks.toml"].map(|path| RuleFile::new(path, read(path)));
    let plan = Plan::load(&files, &mut |_, _| Ok(Vec::new())).unwrap();
    let report = Run::default().bytes("data/2023.csv", read("data/2023.csv")).judge(&plan);
    let found = outline(&bytes_in(&report, Format::Docx, Lang::Zh))
        .replace(env!("CARGO_PKG_VERSION"), "0.0.0");
    let expected = include_str!("docx.outline");
    if found != expected {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("docx.outline");
        fs::write(&path, found).unwrap();
        panic!("the outline differs from tests/reports/docx.outline; compare {}", path.display());
    }
}

#[test]
fn the_year_against_the_plan_says_which_assessment_it_is() {
    for (year, told) in [
        ("2022", "年度监测报告（2022 年）"),
        ("2023", "中期评估报告（2023 年）"),
        ("2025", "终期评估报告（2025 年）"),
    ] {
        let rows = [format!("{year},甲县,参保率,,91,100,")];
        let report = Run::default().file("a.csv", common::sheet(&rows)).judge(&plan());
        let text = text(&bytes_in(&report, Format::Docx, Lang::Zh));
        assert_eq!(text.lines().nth(1), Some(told));
    }
}

#[test]
fn figures_that_say_they_are_made_up_are_marked_in_the_title() {
    for (file, remark, is_marked) in [
        ("a.csv", "示例数据", true),
        ("a.csv", "本行为示例数据，仅供演示", true),
        ("示例数据.csv", "", true),
        ("a.csv", "", false),
        ("a.csv", "已核实", false),
    ] {
        let rows = [format!("2023,甲县,参保率,,91,100,{remark}")];
        let report = Run::default().file(file, common::sheet(&rows)).judge(&plan());
        for (lang, mark) in [(Lang::Zh, "（示例数据）"), (Lang::En, "(sample figures)")] {
            let text = text(&bytes_in(&report, Format::Docx, lang));
            assert_eq!(text.lines().nth(2) == Some(mark), is_marked, "{remark}");
        }
    }
}

#[test]
fn a_wide_table_lies_on_a_page_of_its_own_and_the_text_stands() {
    let pages = |report: &Report| -> Vec<bool> {
        let body = &parts(&bytes_in(report, Format::Docx, Lang::Zh))["word/document.xml"];
        let document = Document::parse(body).unwrap();
        let sizes = document.descendants().filter(|node| name(*node) == "pgSz");
        sizes.map(|size| value(size, "orient") == "landscape").collect()
    };
    assert_eq!(pages(&nine().judge(&plan())), [false]);
    let roster: String =
        (0..9).map(|at| format!("{},第{at}县,county,10\n", 100_000 + at)).collect();
    let plan = crate::PLAN.replace("[plan]\n", "[plan]\nroster = 'roster.csv'\n");
    let plan = common::load_with_roster(&plan, &format!("code,name,level,within\n{roster}"));
    let rows: Vec<String> =
        (0..9).map(|at| format!("2023,{},参保率,85%,,,", 100_000 + at)).collect();
    let report = Run::default().file("a.csv", common::sheet(&rows)).judge(&plan);
    assert_eq!(pages(&report), [false, true, false]);
    // It comes behind what stands, and which annexes there are stands below it.
    let text = text(&bytes_in(&report, Format::Docx, Lang::Zh));
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
    assert!(at("数据审核发现") < at("判定一览") && at("判定一览") < at("附件："));
}

#[test]
fn what_a_national_report_leaves_out_is_said() {
    let roster: String =
        (0..400).map(|at| format!("{},第{at}县,county,10\n", 100_000 + at)).collect();
    let plan = crate::PLAN.replace("[plan]\n", "[plan]\nroster = 'roster.csv'\n");
    let plan = common::load_with_roster(&plan, &format!("code,name,level,within\n{roster}"));
    let rows: Vec<String> =
        (0..400).map(|at| format!("2023,{},参保率,85%,,,", 100_000 + at)).collect();
    let report = Run::default().file("a.csv", common::sheet(&rows)).judge(&plan);
    let bytes = bytes_in(&report, Format::Docx, Lang::Zh);
    is_sound(&bytes);
    let text = text(&bytes);
    assert!(text.contains("条未列出；CSV 或 JSON 报告给出全部。"), "{text}");
    assert!(text.contains("个地区未列出"), "{text}");
    assert!(text.lines().count() < 20_000);
}

#[test]
fn a_chart_its_workbook_and_its_words_say_the_same() {
    let report = nine().judge(&plan());
    let bytes = bytes_in(&report, Format::Docx, Lang::Zh);
    let parts = parts(&bytes);
    let body = Document::parse(&parts["word/document.xml"]).unwrap();
    let words: Vec<_> = body.descendants().filter(|node| name(*node) == "docPr").collect();
    assert!(words.len() > 2);
    for (number, words) in (1..).zip(words) {
        let chart = Document::parse(&parts[&format!("word/charts/chart{number}.xml")]).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let mut data = Vec::new();
        let name_of_data = format!("word/embeddings/data{number}.xlsx");
        archive.by_name(&name_of_data).unwrap().read_to_end(&mut data).unwrap();
        let cells = &workbook::sheets(&data)[0].1;
        let texts = |of: Node<'_, '_>, kind: &str| -> Vec<(usize, String)> {
            let cache = of.descendants().find(|node| name(*node) == kind).unwrap();
            let points = cache.descendants().filter(|node| name(*node) == "pt");
            let text = |point: Node<'_, '_>| {
                point.first_element_child().unwrap().text().unwrap().to_owned()
            };
            points.map(|point| (value(point, "idx").parse().unwrap(), text(point))).collect()
        };
        for (column, series) in (1..).zip(chart.descendants().filter(|node| name(*node) == "ser")) {
            let of = |kind: &str| series.children().find(|node| name(*node) == kind).unwrap();
            assert_eq!(texts(of("tx"), "strCache")[0].1, cells[0][column].to_string());
            for (row, region) in texts(of("cat"), "strCache") {
                assert_eq!(region, cells[row + 1][0].to_string());
                assert!(value(words, "descr").contains(&region), "{words:?}");
            }
            for (row, figure) in texts(of("val"), "numCache") {
                assert_eq!(figure.parse().ok(), cells[row + 1][column].get_float());
                let is_said = figure == "0" || value(words, "descr").contains(&figure);
                assert!(is_said, "{figure}: {words:?}");
            }
        }
    }
}
