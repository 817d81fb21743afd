//! Tables of verdicts: what a column of theirs tells of a verdict, and which verdicts are
//! listed: what fell short, what could not be judged, what is waived.

use super::columns::Written;
use super::document::{Cell, Column, Document, Fold, Table};
use super::numbers::{self, Numbers};
use super::text::Words;
use super::{Lang, amount, plain, sentence};
use crate::report::{Report, Row};
use crate::term::{BaselineSource, Outcome, Standing};

/// More than this are counted, not listed.
pub(super) const MOST: usize = 200;

/// What a column tells of a verdict.
#[derive(Clone, Copy)]
pub(super) struct Field {
    pub(super) title: fn(&Words) -> &'static str,
    fold: Fold,
    pub(super) kind: Kind,
    pub(super) text: fn(&Written<'_>, Lang) -> String,
}

/// What a field is, for formats that show it by more than its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Indicator,
    Verdict,
    /// The value, which the verdict marks.
    Value,
    /// A number beside it.
    Number,
    /// What was demanded of it.
    Demand,
    Place,
    Year,
    Day,
    Why,
    Words,
}

/// A field a line: its title, how it is folded, what it is, and its text.
macro_rules! fields {
    ($($name:ident: $title:ident, $fold:expr, $kind:ident, |$it:ident, $lang:ident| $text:expr;)+) => {$(
        pub(super) const $name: Field = Field {
            title: |words| words.$title,
            fold: { use Fold::*; $fold },
            kind: Kind::$kind,
            text: |$it, $lang| $text,
        };
    )+};
}

fields! {
    ATTRIBUTE: attribute, Never, Words, |it, lang| lang.attribute(it.row().indicator().attribute).to_owned();
    REGION: region, AtLeast(6), Words, |it, lang| lang.name(&it.row().region().name).to_owned();
    REGION_AND_YEAR: region, AtLeast(6), Words, |it, lang| format!("{} {}", lang.name(&it.row().region().name), it.row().year());
    YEAR: year, Never, Year, |it, _lang| it.row().year().to_string();
    INDICATOR: indicator, AtLeast(12), Indicator, |it, lang| lang.name(&it.row().indicator().name).to_owned();
    VERDICT: verdict, Never, Verdict, |it, lang| lang.outcome(it.row().outcome()).to_owned();
    VALUE: value, AtLeast(7), Value, |it, lang| numbers::value(it.row(), it.numbers(), lang).unwrap_or_default();
    REQUIREMENT: requirement, AtLeast(8), Demand, |it, lang| numbers::requirement(it.row(), it.numbers(), lang).unwrap_or_default();
    MARGIN: margin, AtLeast(6), Number, |it, lang| margin(it, lang).unwrap_or_default();
    IN_PEOPLE: in_people, AtLeast(6), Words, |it, lang| in_people(it.row(), it.numbers(), lang).unwrap_or_default();
    CITATION: citation, AtLeast(8), Words, |it, _lang| it.row().indicator().cite.clone().unwrap_or_default();
    PLACE: place, Words, Place, |it, lang| place(it.row(), lang);
    WHY: why, AtLeast(40), Why, |it, lang| sentence::reason(it.row(), lang).unwrap_or_default();
    REASON: reason, AtLeast(12), Words, |it, _lang| it.row().waiver().map(|of| of.reason.clone()).unwrap_or_default();
    APPROVED_BY: approved_by, AtLeast(6), Words, |it, _lang| it.row().waiver().map(|of| of.approved_by.clone()).unwrap_or_default();
    EXPIRES: expires, Never, Day, |it, _lang| it.row().waiver().map(|of| of.expires.to_string()).unwrap_or_default();
    FIGURE: value, Words, Words, |it, lang| figure(it.row(), it.numbers(), lang);
    OWN_REQUIREMENT: requirement, Words, Words, |it, lang| own_requirement(it, lang);
    WHOLE_MARGIN: margin, Words, Words, |it, lang| whole_margin(it.row(), it.numbers(), lang);
}

impl Field {
    pub(super) const fn fold(self, fold: Fold) -> Self {
        Self { fold, ..self }
    }

    fn column(&self, lang: Lang) -> Column {
        let column = Column::new((self.title)(lang.words()), self.fold);
        match self.kind {
            Kind::Value | Kind::Number => column.right(),
            // No path is broken within a word; where there is little room, it is a short one.
            Kind::Place => column.narrow(Fold::Cut(17)),
            Kind::Why => column.narrow(Fold::AtLeast(16)),
            _ => column,
        }
    }

    fn cell(&self, written: &Written<'_>, lang: Lang) -> Cell {
        let text = (self.text)(written, lang);
        match self.kind {
            Kind::Verdict => {
                let short = lang.short_outcome(written.row().outcome());
                Cell::of(text, written.row()).narrow(short.to_owned())
            }
            Kind::Value => Cell::of(text, written.row()),
            Kind::Place => Cell::from(text).narrow(short_place(written.row(), lang)),
            _ => text.into(),
        }
    }
}

/// What a cell of a verdict is filled with on paper, in colours of different lightness.
pub(super) fn fill(outcome: Outcome) -> Option<u32> {
    match outcome {
        Outcome::Met => Some(0xE8F3E2),
        Outcome::OnPace => Some(0xF4FAF0),
        Outcome::Behind => Some(0xF6C7A6),
        Outcome::NotMet => Some(0xE39B8B),
        Outcome::Missing | Outcome::Invalid => Some(0xFFF2CC),
        Outcome::Waived => Some(0xE4DFEC),
        Outcome::NotDue | Outcome::NotApplicable => None,
    }
}

/// A table of verdicts with these columns.
pub(super) fn table<'r>(
    fields: &[Field],
    rows: impl Iterator<Item = Row<'r>>,
    lang: Lang,
) -> Table {
    let columns = fields.iter().map(|field| field.column(lang)).collect();
    let cells = |row| {
        let written = Written::of(row);
        fields.iter().map(|field| field.cell(&written, lang)).collect()
    };
    Table::new(columns, rows.map(cells).collect())
}

/// Verdicts of one kind, as a document lists them.
pub(super) struct List<'r> {
    pub(super) title: &'static str,
    /// As what they count.
    pub(super) kind: Standing,
    pub(super) total: u64,
    pub(super) rows: Vec<Row<'r>>,
    fields: Vec<Field>,
    /// What is said of several at once, and of how many.
    pub(super) at_once: Vec<String>,
    told: u64,
}

impl<'r> List<'r> {
    /// What fell short, what could not be judged, and what is waived; of each at most so many
    /// rows.
    pub(super) fn all(report: &'r Report, most: usize, lang: Lang) -> [Self; 3] {
        let (words, tally) = (lang.words(), &report.tally);
        let count = |kind| match kind {
            Standing::Neutral => tally.outcome(Outcome::Waived),
            Standing::Pass | Standing::Fail | Standing::Incomplete => tally.standing(kind),
        };
        let list = |title, kind, rows, fields: &[Field]| Self {
            title,
            kind,
            total: count(kind),
            rows,
            fields: fields.to_vec(),
            at_once: Vec::new(),
            told: 0,
        };
        let region = if report.years.len() > 1 { REGION_AND_YEAR } else { REGION };
        let silence = report.silence();
        let single = report.incomplete().filter(|row| !silence.covers(row)).take(most);
        [
            // Who falls short, of what, by how many people; the worst first.
            list(
                words.shortfalls,
                Standing::Fail,
                report.shortfalls(),
                &[ATTRIBUTE, region, INDICATOR, VALUE, REQUIREMENT, MARGIN, IN_PEOPLE, CITATION],
            ),
            Self {
                at_once: lang.silence(&silence, report),
                told: silence.values(),
                ..list(
                    words.incomplete,
                    Standing::Incomplete,
                    single.collect(),
                    &[VERDICT, REGION_AND_YEAR, INDICATOR, PLACE, WHY],
                )
            },
            list(
                words.waived,
                Standing::Neutral,
                report.waived().take(most).collect(),
                &[REGION_AND_YEAR, INDICATOR, VALUE, REQUIREMENT, REASON, APPROVED_BY, EXPIRES],
            ),
        ]
    }

    /// How many have neither a row nor are said of at once.
    pub(super) fn left_out(&self) -> u64 {
        self.total.saturating_sub(self.told + self.rows.len() as u64)
    }

    /// The table of those that are listed; none where all is said at once.
    pub(super) fn table(&self, lang: Lang) -> Option<Table> {
        let table = table(&self.fields, self.rows.iter().copied(), lang);
        (self.total > self.told).then(|| Table { left_out: self.left_out(), ..table })
    }
}

/// What fell short, what could not be judged, and what is waived, as far as there is any.
pub(super) fn lists(report: &Report, lang: Lang) -> impl Iterator<Item = List<'_>> {
    List::all(report, MOST, lang).into_iter().filter(|list| list.total > 0)
}

/// The lists as parts of a document, or that all is well.
pub(super) fn shortfalls(report: &Report, lang: Lang) -> Document {
    let mut told = Document::default();
    if report.tally.is_all_well() {
        told.line(lang.words().no_shortfalls);
        told.gap();
    }
    for list in lists(report, lang) {
        told.line(format!("{} {}", list.title, list.total));
        list.table(lang).into_iter().for_each(|table| told.table(table));
        list.at_once.into_iter().for_each(|line| told.text(line));
        told.gap();
    }
    told
}

/// `3512/6140 = 57.20%`, as far as it is there; of a missing value its mark.
pub(super) fn figure(row: &Row<'_>, numbers: &Numbers, lang: Lang) -> String {
    let value = numbers::value(row, numbers, lang);
    match (row.counts(), row.total(), row.sent(), value) {
        (Some((n, d)), _, _, Some(value)) => format!("{n}/{d} = {value}"),
        (Some((n, d)), _, _, None) => format!("{n}/{d}"),
        (None, Some(_), Some(year), Some(total)) => {
            let words = lang.words();
            format!("{total}{}{} {year}", words.separator, words.this_year)
        }
        (None, _, _, Some(value)) => value,
        (None, _, _, None) => row.mark().unwrap_or_default().to_owned(),
    }
}

/// The requirement, and that it starts from the region's own baseline if it does.
fn own_requirement(written: &Written<'_>, lang: Lang) -> String {
    let row = written.row();
    let baseline = row.requirement().and_then(|requirement| requirement.baseline);
    let text = numbers::requirement(row, written.numbers(), lang).unwrap_or_default();
    match baseline {
        Some(BaselineSource::History) => format!("{text} {}", lang.words().own_baseline),
        Some(BaselineSource::Plan | BaselineSource::Region | BaselineSource::YearBefore) | None => {
            text
        }
    }
}

/// The margin with its unit.
pub(super) fn margin(written: &Written<'_>, lang: Lang) -> Option<String> {
    let margin = written.numbers().margin.as_deref()?;
    Some(lang.difference(margin, lang.name(written.row().unit())))
}

/// `+1.255 百分点 余77人`, as far as it is there.
pub(super) fn whole_margin(row: &Row<'_>, numbers: &Numbers, lang: Lang) -> String {
    let (Some(exact), Some(text)) = (row.margin(), &numbers.margin) else { return String::new() };
    let difference = lang.difference(&numbers::signed(&exact, text), lang.name(row.unit()));
    match in_people(row, numbers, lang) {
        Some(count) => format!("{difference} {count}"),
        None => difference,
    }
}

/// So many people or institutions short, or to spare.
pub(super) fn in_people(row: &Row<'_>, numbers: &Numbers, lang: Lang) -> Option<String> {
    Some(lang.amount(&amount::in_counts(row, numbers, lang)?))
}

/// The cell that was sent, behind its file, or that it is a roll-up.
pub(super) fn place(row: &Row<'_>, lang: Lang) -> String {
    let Some((file, line)) = row.location() else {
        return row.value().map_or(String::new(), |_| lang.words().roll_up.to_owned());
    };
    match row.location_column().filter(|column| sentence::is_cell(column, line)) {
        Some(cell) => plain::line(&format!("{} {cell}", file.name)),
        None => plain::line(&format!("{}:{line}", file.name)),
    }
}

/// The same without the folders of the file, or the cell of a workbook alone.
pub(super) fn short_place(row: &Row<'_>, lang: Lang) -> String {
    let Some((file, line)) = row.location() else {
        return row.value().map_or(String::new(), |_| lang.words().short_roll_up.to_owned());
    };
    match row.location_column().filter(|column| sentence::is_cell(column, line)) {
        Some(cell) => plain::line(&cell),
        None => {
            let name = file.name.rsplit(['/', '\\']).next().unwrap_or_default();
            format!("{}:{line}", plain::line(name))
        }
    }
}
