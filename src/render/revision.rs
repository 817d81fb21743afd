//! Two plans side by side, for people and for scripts.

use std::io::{self, Write};

use serde::Serialize;

use super::document::{Cell, Column, Document, Fold, Table};
use super::json::{List, write};
use super::{Lang, Style, explain, sentence, terminal};
use crate::plan::{Head, Indicator, OwnPace};
use crate::report::document::{PlanKeys, RegionKeys};
use crate::report::{Aspect, Revised, Revision};
use crate::term::RegionName;

/// What is otherwise, as a page of text.
pub fn revision(of: &Revision, style: Style) -> String {
    let lang = style.lang;
    let (words, sides) = (lang.words(), lang.diff_words());
    let mut page = Document::default();
    for (word, head) in [(sides.old, &of.old), (sides.new, &of.new)] {
        page.line(format!("{word}{}{}", words.colon, plan(head, lang)));
    }
    for (word, regions) in [
        (lang.pick("新增地区", "regions that came"), &of.regions_came),
        (lang.pick("减少地区", "regions that went"), &of.regions_went),
    ] {
        if !regions.is_empty() {
            let names = regions.iter().map(|region| lang.name(&region.name).to_owned());
            page.list(format!("{word}{}", words.colon), names.collect());
        }
    }
    page.gap();
    if !of.rows.is_empty() {
        let columns = vec![
            Column::new(words.indicator, Fold::AtLeast(12)),
            Column::new(words.region, Fold::AtLeast(6)),
            Column::new(lang.pick("项目", "What"), Fold::Never),
            Column::new(sides.old, Fold::AtLeast(12)),
            Column::new(sides.new, Fold::AtLeast(12)),
        ];
        let rows = of.rows.iter().map(|row| cells(row, lang)).collect();
        page.table(Table::new(columns, rows).without_empty_columns());
    }
    page.line(match lang {
        Lang::Zh => format!("不同 {} 处，相同的指标 {} 项", of.rows.len(), of.alike),
        Lang::En => format!("differences: {}; indicators alike: {}", of.rows.len(), of.alike),
    });
    terminal::page(&page, style)
}

/// `舟山市…规划（zhoushan-14fyp；基期 2020，2021—2025）`
fn plan(head: &Head, lang: Lang) -> String {
    let Head { id, baseline_year, first_year, target_year, .. } = head;
    let years = match lang {
        Lang::Zh => format!("{id}；基期 {baseline_year}，{first_year}—{target_year}"),
        Lang::En => format!("{id}; baseline {baseline_year}, {first_year}–{target_year}"),
    };
    lang.name(&head.title).to_owned() + &lang.in_brackets(&years)
}

fn cells(row: &Revised, lang: Lang) -> Vec<Cell> {
    let named = row.new.as_ref().or(row.old.as_ref());
    let name = named.map_or("", |indicator| lang.name(&indicator.name));
    let what = match (row.aspect, &row.old, &row.new) {
        (Some(aspect), ..) => aspect_name(aspect, lang),
        (None, None, _) => lang.pick("新增", "came"),
        (None, Some(_), _) => lang.pick("取消", "went"),
    };
    let aspect = row.aspect.unwrap_or(Aspect::Target);
    let side = |indicator: Option<&_>| {
        indicator.map_or_else(|| "—".to_owned(), |indicator| said(aspect, indicator, lang))
    };
    let region = row.region.as_ref().map_or("", |region| lang.name(&region.name));
    let [old, new] = [&row.old, &row.new].map(|of| side(of.as_deref()));
    vec![name.into(), region.into(), what.into(), old.into(), new.into()]
}

fn aspect_name(aspect: Aspect, lang: Lang) -> &'static str {
    let words = lang.words();
    match aspect {
        Aspect::Name => lang.pick("名称", "name"),
        Aspect::Attribute => words.attribute,
        Aspect::Unit => lang.pick("单位", "unit"),
        Aspect::Counts => lang.pick("分子、分母", "counts"),
        Aspect::Scope => lang.pick("判定谁", "scope"),
        Aspect::AppliesTo => words.applies_to,
        Aspect::RollUp => lang.pick("汇总", "roll-up"),
        Aspect::Baseline => words.baseline,
        Aspect::Target => words.target,
        Aspect::Milestones => lang.pick("年度值", "milestones"),
        Aspect::Pace => lang.pick("序时进度", "pace"),
        Aspect::Weight => lang.pick("权重", "weight"),
        Aspect::Cite => words.citation,
    }
}

/// What an indicator says of one thing.
fn said(aspect: Aspect, indicator: &Indicator, lang: Lang) -> String {
    let none = || "—".to_owned();
    let measure = &indicator.measure;
    match aspect {
        Aspect::Name => lang.name(&indicator.name).to_owned(),
        Aspect::Attribute => lang.attribute(indicator.attribute).to_owned(),
        Aspect::Unit => {
            let per = measure.limits.per().map(|per| format!(" (per {})", per.count()));
            lang.name(&measure.unit).to_owned() + &per.unwrap_or_default()
        }
        Aspect::Counts => {
            let counts = [&measure.numerator, &measure.denominator];
            let counts = counts.map(|of| of.as_ref().map_or("—", |of| lang.name(of)));
            counts.join(" / ")
        }
        Aspect::Scope => indicator.scope_word().to_owned(),
        Aspect::AppliesTo => {
            let whom = indicator.applies_to.as_ref();
            whom.map_or_else(none, |whom| sentence::applies_to(whom, lang))
        }
        Aspect::RollUp => indicator.roll_up.word().to_owned(),
        Aspect::Baseline => explain::baseline(indicator, lang),
        Aspect::Target => explain::target(indicator, lang),
        Aspect::Milestones => explain::over_years(indicator, lang, |rule| {
            let milestones = rule.milestones.iter();
            let milestones: Vec<String> =
                milestones.map(|(year, number)| format!("{year} = {number}")).collect();
            if milestones.is_empty() { none() } else { milestones.join(lang.words().separator) }
        }),
        Aspect::Pace => match indicator.pace {
            Some(OwnPace::Linear) => "linear".to_owned(),
            Some(OwnPace::AtEnd) => "at-end".to_owned(),
            None => none(),
        },
        Aspect::Weight => indicator.weight.map_or_else(none, |weight| weight.to_string()),
        Aspect::Cite => indicator.cite.clone().unwrap_or_else(none),
    }
}

#[derive(Serialize)]
struct Revisions<'r, R> {
    old: PlanKeys<'r>,
    new: PlanKeys<'r>,
    regions_came: Vec<RegionKeys<'r>>,
    regions_went: Vec<RegionKeys<'r>>,
    changes: R,
    alike: usize,
}

#[derive(Serialize)]
struct RowKeys<'r> {
    indicator: Option<&'r str>,
    number: Option<&'r str>,
    name: Option<&'r str>,
    region: Option<RegionKeys<'r>>,
    change: &'static str,
    aspect: Option<&'static str>,
    old: Option<String>,
    new: Option<String>,
}

/// Writes it as JSON: what is otherwise a row, as documents write it.
///
/// # Errors
/// Those of the writer.
pub fn revision_json(of: &Revision, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    fn regions(of: &[RegionName]) -> Vec<RegionKeys<'_>> {
        of.iter().map(RegionKeys::from).collect()
    }
    let document = Revisions {
        old: PlanKeys::from(&of.old),
        new: PlanKeys::from(&of.new),
        regions_came: regions(&of.regions_came),
        regions_went: regions(&of.regions_went),
        changes: List(|| of.rows.iter().map(|row| row_keys(row, lang))),
        alike: of.alike,
    };
    write(&document, out)
}

fn row_keys(row: &Revised, lang: Lang) -> RowKeys<'_> {
    let named = row.new.as_ref().or(row.old.as_ref());
    let aspect = row.aspect.unwrap_or(Aspect::Target);
    RowKeys {
        indicator: named.map(|indicator| &*indicator.id),
        number: named.and_then(|indicator| indicator.number.as_deref()),
        name: named.map(|indicator| &*indicator.name),
        region: row.region.as_ref().map(RegionKeys::from),
        change: match (row.aspect, &row.old) {
            (Some(_), _) => "changed",
            (None, None) => "came",
            (None, Some(_)) => "went",
        },
        aspect: row.aspect.map(Aspect::word),
        old: row.old.as_ref().map(|indicator| said(aspect, indicator, lang)),
        new: row.new.as_ref().map(|indicator| said(aspect, indicator, lang)),
    }
}
