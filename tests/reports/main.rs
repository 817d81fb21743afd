//! One run, many reports: each format against the report it was written from.
//!
//! `tests/cli/formats.trycmd` holds what each format looks like.
#![allow(clippy::unwrap_used, clippy::panic)] // a test that can't go on should stop

#[path = "../common/mod.rs"]
mod common;

mod agree;
mod bounds;
mod brief;
mod docx;
mod fields;
mod formats;
mod hostile;
mod lacking;
mod lines;
mod points;
mod rows;
mod sarif;
mod scores;
mod silence;
mod subjects;
mod workbook;

use common::Run;
use dabiao::plan::Plan;
use dabiao::render::{self, Format, Lang, Style};
use dabiao::report::Report;
use serde_json::Value;

const PLAN: &str = include_str!("../cli/input/nine/plan.toml");
const SHEET: &str = include_str!("../cli/input/nine/2023.csv");
const WAIVERS: &str = include_str!("../cli/input/nine/waivers.toml");

/// Every format there is.
fn all_formats() -> impl Iterator<Item = Format> {
    Format::ALL.iter().copied().chain([Format::Full, Format::Detail])
}

/// A plan of five indicators.
fn plan() -> Plan {
    common::load(PLAN)
}

/// A run whose verdicts are of all nine kinds.
fn nine() -> Run {
    Run::default().file("data/2023.csv", SHEET).waivers(WAIVERS)
}

fn text(report: &Report, format: Format) -> String {
    text_in(report, format, Lang::Zh)
}

/// A workbook is told cell by cell, a document by its paragraphs.
fn text_in(report: &Report, format: Format, lang: Lang) -> String {
    let bytes = bytes_in(report, format, lang);
    match format {
        Format::Xlsx => workbook::text(&bytes),
        Format::Docx => docx::text(&bytes),
        _ => String::from_utf8(bytes).unwrap(),
    }
}

fn bytes_in(report: &Report, format: Format, lang: Lang) -> Vec<u8> {
    let mut out = Vec::new();
    let style = Style::plain(lang, 400);
    render::report(report, format, style, &mut out).unwrap();
    out
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}
