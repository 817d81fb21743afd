//! The report as a page: it says what the report says, is well-formed and bounded, and
//! nothing that was typed changes it.
#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

#[path = "../common/mod.rs"]
mod common;

mod annex;
mod bounds;
mod history;
mod hostile;
mod policy;
mod sample;
mod shape;
mod snapshot;

use std::fs;
use std::path::{Path, PathBuf};

use common::Run;
use dabiao::plan::Plan;
use dabiao::render::{self, Lang};
use dabiao::report::Report;
use roxmltree::{Document, Node, ParsingOptions};

const BOTH: [Lang; 2] = [Lang::Zh, Lang::En];

/// A city of two counties, and one indicator of each attribute.
const RULES: &str = "
    [[region]]\ncode = '10'\nname = '全市'\nlevel = 'city'
    [[region]]\ncode = '11'\nname = '甲县'\nlevel = 'county'
    [[region]]\ncode = '12'\nname = '乙县'\nlevel = 'county'
    [[group]]\nid = 'g'\nnumber = 1\ntitle = '就业'\ncite = '专栏 1'
    [[indicator]]\nid = 'rate'\nnumber = 1\nname = '就业率'\nattribute = '约束性'\nunit = '%'
    numerator = '就业人数'\ndenominator = '总人数'\ncount-unit = '人'
    baseline = 50\noperator = '≥'\nthreshold = 60\ncite = '第1行'
    [[indicator]]\nid = 'cover'\nnumber = 2\nname = '覆盖率'\nattribute = '预期性'\nunit = '%'
    operator = '>'\nthreshold = 90\ncite = '第2行'
    [[indicator]]\nid = 'task'\nnumber = '1.1'\nname = '培训'\nattribute = '任务'\ngroup = 'g'
    form = 'each-year'\nunit = '人次'\nscope = 'each-county'\noperator = '≥'\nthreshold = 10
    text = '每年培训10人次以上。'\ncite = '专栏 1'\n";

fn plan(rules: &str) -> Plan {
    common::load(&format!(
        "[plan]\nid = 'p'\ntitle = '规划'\nbaseline-year = 2020\nfirst-year = 2021\n\
         target-year = 2025\n{rules}"
    ))
}

/// Two years of it: something of every standing, and a remark.
fn small() -> Report {
    let rows = [
        "2022,甲县,就业率,,53,100,",
        "2022,乙县,就业率,,56,100,",
        "2022,甲县,覆盖率,91%,,,",
        "2022,乙县,覆盖率,50%,,,",
        "2023,甲县,就业率,,55,100,受疫情影响",
        "2023,乙县,就业率,,61,100,",
        "2023,甲县,覆盖率,—,,,",
        "2023,乙县,覆盖率,95%,,,",
        "2023,甲县,培训,9,,,",
        "2023,乙县,培训,12,,,",
        "2023,丙县,培训,12,,,",
    ];
    let waiver = "[[waiver]]\nindicator = '就业率'\nregion = '甲县'\nyear = 2022\n\
        reason = '停产'\napproved-by = '市政府'\nexpires = 2023-12-31\n";
    Run::of(&rows).waivers(waiver).judge(&plan(RULES))
}

/// Where pages are put for looking at.
fn kept(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn html(report: &Report, lang: Lang) -> String {
    let mut out = Vec::new();
    render::html(report, lang, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The page, kept for looking at and well-formed.
fn page(report: &Report, lang: Lang, name: &str) -> String {
    let page = html(report, lang);
    fs::write(kept(name), &page).unwrap();
    if let Err(fault) = tree(&page, |_| ()) {
        panic!("{name}: {fault}");
    }
    page
}

/// Reads the page as XML, which it is too.
fn tree<T>(page: &str, read: impl FnOnce(&Document<'_>) -> T) -> Result<T, roxmltree::Error> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(page, options).map(|document| read(&document))
}

/// Whether an element has a class.
fn is_of(node: Node<'_, '_>, class: &str) -> bool {
    node.attribute("class").is_some_and(|classes| classes.split(' ').any(|it| it == class))
}

/// All the text within.
fn text(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect()
}
