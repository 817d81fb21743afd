//! The report of a check on one screen: the whole, the regions, what falls short a line
//! each, what could not be judged, and how the run ends.

use super::check::{begun, read_as, tallies};
use super::document::{Cell, Column, Document, Fold, Table};
use super::overview::Named;
use super::verdicts::{self, List};
use super::{Lang, Style, check, columns, numbers, overview, sentence, terminal};
use crate::report::{Report, Row};
use crate::term::Standing;

/// The lines of a page that is seen as a whole.
const LINES: usize = 24;
/// So many verdicts may have room with all that is told of them.
const FEW: u64 = 50;
/// A list has so many lines, whatever else there is; and so many where all is in short.
const LEAST: usize = 3;
const FEWEST: usize = 2;
/// The head of a list, that of its table, and the line that follows it.
const HEADS: usize = 3;
/// The regions that are listed.
const REGIONS: usize = 8;
/// The files of which it is told how they were read.
const FILES: usize = 2;
/// Of an indicator with a longer name another of its names is shown, in columns.
const NAME: usize = 32;

/// How much a page tells of what it begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Told {
    /// What falls short, by name and by how much.
    ByName,
    /// Of the years before the last, how many of what attribute.
    LastByName,
    /// And of regions as many.
    Counted,
}

/// The report on one screen, for a usual year: all of it where there is room, else the
/// regions in short and the first of each list. Of several years less is told until it fits.
pub fn brief(report: &Report, style: Style) -> String {
    let lang = style.lang;
    if report.tally.total() <= FEW {
        let whole = check::table(report, style);
        if whole.lines().count() <= LINES {
            return whole;
        }
    }
    let foot = terminal::page(&foot(report, lang), style);
    let lists: Vec<List<'_>> =
        verdicts::lists(report, lang).filter(|list| list.kind != Standing::Neutral).collect();
    let told = |told: Told| {
        let head = terminal::page(&head(report, told, lang), style);
        let room = LINES.saturating_sub(head.lines().count() + foot.lines().count());
        let least = if told < Told::Counted { LEAST } else { FEWEST };
        let mut page = Document::default();
        for (list, room) in lists.iter().zip(shares(&lists, room)) {
            page.append(listed(list, room, least, report, lang));
        }
        head + &terminal::page(&page, style) + &foot
    };
    let fits = |page: &String| page.lines().count() <= LINES;
    let less = [Told::ByName, Told::LastByName].into_iter().map(told).find(fits);
    match report.overviews.len() {
        0 | 1 => told(Told::ByName),
        _ => less.unwrap_or_else(|| told(Told::Counted)),
    }
}

/// The whole in a sentence a year, and the regions of the last year.
fn head(report: &Report, how: Told, lang: Lang) -> Document {
    let mut told = begun(report, lang);
    if let Some((last, before)) = report.overviews.split_last() {
        for of in before {
            told.text(match how {
                Told::ByName => overview::headline(report, of, overview::NAMED, lang),
                Told::LastByName | Told::Counted => overview::counted(report, of, lang),
            });
        }
        let (named, most) = match how {
            Told::ByName | Told::LastByName => (overview::NAMED, overview::IN_SHORT),
            Told::Counted => (1, 0),
        };
        told.text(overview::headline(report, last, named, lang));
        let (scores, more) =
            overview::scoreboard(report, last, REGIONS, Named::InShort(most), lang);
        if report.overviews.len() > 1 && scores.is_some() {
            told.text(format!("{}{}", lang.scoreboard(last.year), lang.words().colon));
        }
        scores.into_iter().for_each(|scores| told.table(scores.dense()));
        more.into_iter().for_each(|more| told.text(more));
        told.gap();
    }
    told
}

fn foot(report: &Report, lang: Lang) -> Document {
    let mut told = Document::default();
    if report.tally.is_all_well() {
        told.line(lang.words().no_shortfalls);
    }
    let files = read_as(report, lang);
    match files.blocks.len() {
        0..=FILES => told.append(files),
        more => told.line(lang.files_read_otherwise(more as u64)),
    }
    told.append(tallies(report, lang));
    told
}

/// The lines of each list: what one does not need, the other has.
fn shares(lists: &[List<'_>], room: usize) -> Vec<usize> {
    let need = |list: &List<'_>| list.rows.len() + list.at_once.len() + HEADS;
    let needs: Vec<usize> = lists.iter().map(need).collect();
    let even = room / lists.len().max(1);
    let spare: usize = needs.iter().map(|need| even.saturating_sub(*need)).sum();
    needs.iter().map(|need| (*need).min(even + spare)).collect()
}

/// A list in so many lines with its head, and the line that follows it.
fn listed(list: &List<'_>, room: usize, least: usize, report: &Report, lang: Lang) -> Document {
    let mut told = Document::default();
    told.text(lang.listed(list.title, list.total, list.kind));
    let room = room.saturating_sub(HEADS).max(least);
    let at_once = list.at_once.iter().take(room);
    at_once.clone().for_each(|line| told.text(line));
    let room = room.saturating_sub(at_once.len());
    // A line says how many more there are.
    let is_cut = list.rows.len() > room || list.left_out() > 0;
    let rows = list.rows.iter().take(if is_cut { room.saturating_sub(1) } else { room });
    let shown = rows.len();
    if shown > 0 {
        told.table(table(rows, report, list.kind, lang).without_empty_columns().dense());
    }
    let more = list.left_out() + (list.rows.len() - shown) as u64;
    if more > 0 {
        told.line(lang.more_of(more));
    }
    told.gap();
    told
}

/// A verdict a line: whose, of what, how much of how much, and by how much it falls short.
fn table<'r>(
    rows: impl Iterator<Item = &'r Row<'r>>,
    report: &Report,
    kind: Standing,
    lang: Lang,
) -> Table {
    let words = lang.words();
    let is_short = kind == Standing::Fail;
    let several = report.years.len() > 1;
    let mut heads = vec![
        Column::new(if is_short { words.attribute } else { words.verdict }, Fold::Never),
        Column::new(words.region, Fold::Cut(6)),
        Column::new(words.number, Fold::Never).right(),
        Column::new(words.indicator, Fold::Cut(12)),
    ];
    if several {
        heads.insert(1, Column::new(words.year, Fold::Never));
    }
    heads.extend(match is_short {
        true => vec![
            Column::new(words.value, Fold::Never).right(),
            Column::new(words.requirement, Fold::Never),
            Column::new(lang.lack_head(), Fold::Words),
        ],
        false => {
            vec![Column::new(words.place, Fold::Cut(12)), Column::new(words.why, Fold::Cut(12))]
        }
    });
    let row = |row: &Row<'_>| {
        let (indicator, written) = (row.indicator(), columns::Written::of(*row));
        let first = match is_short {
            true => lang.short_attribute(indicator.attribute),
            false => lang.outcome(row.outcome()),
        };
        let mut cells: Vec<Cell> = vec![
            if is_short { first.into() } else { Cell::of(first, row) },
            lang.name(&row.region().name).into(),
            indicator.number.as_deref().unwrap_or_default().into(),
            name(row, lang).into(),
        ];
        if several {
            cells.insert(1, row.year().to_string().into());
        }
        match is_short {
            true => cells.extend([
                Cell::of(numbers::value(row, written.numbers(), lang).unwrap_or_default(), row),
                numbers::requirement(row, written.numbers(), lang).unwrap_or_default().into(),
                overview::lack(row, lang)
                    .map_or_else(String::new, |of| lang.amount_alone(&of))
                    .into(),
            ]),
            false => cells.extend([
                verdicts::short_place(row, lang).into(),
                sentence::reason(row, lang).unwrap_or_default().into(),
            ]),
        }
        cells
    };
    Table::new(heads, rows.map(row).collect())
}

/// The name of the indicator, or a shorter one that it has too.
fn name<'r>(row: &Row<'r>, lang: Lang) -> &'r str {
    use unicode_width::UnicodeWidthStr;
    let (name, aliases) = (lang.name(&row.indicator().name), &row.indicator().aliases);
    let is_read = |alias: &&str| lang == Lang::Zh || alias.is_ascii();
    let aliases = aliases.iter().map(String::as_str).filter(is_read);
    std::iter::once(name).chain(aliases).find(|name| name.width() <= NAME).unwrap_or(name)
}
