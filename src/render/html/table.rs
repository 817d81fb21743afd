//! Tables of the page: every one is written by the same template.

use std::fmt::{self, Display, Write};

use askama::Template;
use askama::filters::HtmlSafe;

use super::text::{Typed, Verdict};
use crate::plan::Indicator;
use crate::render::Lang;
use crate::render::columns::Written;
use crate::render::verdicts::{Field, Kind};
use crate::report::Row;

/// A table.
#[derive(Debug, Default, Template)]
#[template(path = "table.html")]
pub(super) struct Table {
    /// How those who hear the page are told of it, if its caption doesn't say so.
    pub(super) name: String,
    pub(super) caption: String,
    pub(super) class: &'static str,
    pub(super) heads: Vec<Cell>,
    /// Rows under a title of their own, or under none.
    pub(super) bodies: Vec<(Option<Typed<'static>>, Vec<Vec<Cell>>)>,
    pub(super) foot: Vec<Cell>,
}

impl Table {
    /// A table under heads, with a caption that is its name.
    pub(super) fn new(caption: &str, heads: Vec<Cell>, rows: Vec<Vec<Cell>>) -> Self {
        let caption = Typed::from(caption).escaped();
        Self { caption, heads, bodies: vec![(None, rows)], ..Self::default() }
    }

    /// A table that is named by the element of that id, with markup for its caption.
    pub(super) fn named_by(id: &str, caption: String, heads: Vec<Cell>) -> Self {
        Self { name: format!(" aria-labelledby=\"{id}\""), caption, heads, ..Self::default() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.bodies.iter().all(|(_, rows)| rows.is_empty())
    }

    /// Verdicts, with these fields of each.
    pub(super) fn of_verdicts(
        caption: &str,
        fields: &[Field],
        rows: &[Row<'_>],
        lang: Lang,
    ) -> Self {
        let heads = fields.iter().map(|field| Cell::head((field.title)(lang.words())));
        let cells = |row: &Row<'_>| {
            let written = Written::of(*row);
            fields.iter().map(|field| Cell::of_field(field, &written, lang)).collect()
        };
        Self::new(caption, heads.collect(), rows.iter().map(cells).collect())
    }
}

/// One cell, with its markup.
#[derive(Debug)]
pub(super) struct Cell {
    /// What it is the head of.
    scope: Option<&'static str>,
    class: String,
    /// What it says of the cells under it where they stand below each other.
    word: String,
    markup: String,
}

impl Cell {
    fn new(scope: Option<&'static str>, class: &str, markup: impl Display) -> Self {
        let (class, word) = (class.to_owned(), String::new());
        Self { scope, class, word, markup: markup.to_string() }
    }

    /// The head of a column, in words of ours.
    pub(super) fn head(word: &str) -> Self {
        let word = Typed::from(word).escaped();
        Self { word: word.clone(), ..Self::new(Some("col"), "", word) }
    }

    /// The same, of a word that is parted into lines.
    pub(super) fn head_in_lines(word: &str, lang: Lang) -> Self {
        Self { markup: in_lines(word), ..Self::head(&word.replace('\n', lang.pick("", " "))) }
    }

    /// The head of a column of verdicts.
    pub(super) fn verdict_head(verdict: Verdict) -> Self {
        let word = verdict.word.to_owned();
        Self { word, ..Self::new(Some("col"), verdict.class, verdict) }
    }

    /// The head of a column, as text that may be typed.
    pub(super) fn typed_head(class: &str, text: Typed<'_>) -> Self {
        let word = text.escaped();
        Self { word, ..Self::new(Some("col"), class, text) }
    }

    /// The head of a row, with markup.
    pub(super) fn row(class: &str, markup: impl Display) -> Self {
        Self::new(Some("row"), class, markup)
    }

    /// A cell with markup.
    pub(super) fn of(class: &str, markup: impl Display) -> Self {
        Self::new(None, class, markup)
    }

    /// A verdict, and what is said beside it.
    pub(super) fn verdict(verdict: Verdict, beside: Option<Typed<'_>>) -> Self {
        let beside = beside.map_or(String::new(), |text| format!(" {text}"));
        let lacks = if verdict.lacks { " lacks" } else { "" };
        let class = format!("v {}{lacks}", verdict.class);
        Self::of(&class, format!("<span>{verdict}</span>{beside}"))
    }

    /// What a field tells of a verdict.
    pub(super) fn of_field(field: &Field, written: &Written<'_>, lang: Lang) -> Self {
        let row = written.row();
        let text = (field.text)(written, lang);
        match field.kind {
            Kind::Indicator => Self::row("", indicator(Typed::from(text), row.indicator(), lang)),
            Kind::Verdict => Self::verdict(Verdict::new(row.outcome(), lang), None),
            Kind::Value | Kind::Number | Kind::Demand => Self::of("n", Typed::from(text)),
            Kind::Place => Self::of("", place(row, lang)),
            Kind::Year => Self::of("n", text),
            Kind::Day => Self::of("n", format!("<time datetime=\"{text}\">{text}</time>")),
            Kind::Why | Kind::Words => Self::of("", Typed::from(text)),
        }
    }

    /// It, under the head of its column.
    fn under<'c>(&'c self, heads: &'c [Self], at: &usize) -> Under<'c> {
        Under { cell: self, word: heads.get(*at).map_or("", |head| &head.word) }
    }
}

impl Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Under { cell: self, word: "" }.fmt(f)
    }
}

impl HtmlSafe for Cell {}

/// A cell, and the word of its column.
struct Under<'c> {
    cell: &'c Cell,
    word: &'c str,
}

impl Display for Under<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Cell { scope, class, markup, .. } = self.cell;
        let tag = if scope.is_some() { "th" } else { "td" };
        write!(f, "<{tag}")?;
        scope.map_or(Ok(()), |scope| write!(f, " scope=\"{scope}\""))?;
        if !class.is_empty() {
            write!(f, " class=\"{class}\"")?;
        }
        if !self.word.is_empty() && scope.is_none() {
            write!(f, " data-of=\"{}\"", self.word)?;
        }
        write!(f, ">{markup}</{tag}>")
    }
}

impl HtmlSafe for Under<'_> {}

/// A text, in as many lines as it has.
pub(super) fn in_lines(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(|line| Typed::from(line).to_string()).collect();
    match lines.as_slice() {
        [line] => line.clone(),
        lines => format!("<span>{}</span>", lines.join("<br/>")),
    }
}

/// The name of an indicator, as it is given, and what it is.
pub(super) fn indicator(name: impl Display, indicator: &Indicator, lang: Lang) -> String {
    let mut markup = format!("{name}<small>{}", lang.attribute(indicator.attribute));
    if let Some(cite) = &indicator.cite {
        // A text takes all that is written to it.
        let _ = write!(markup, " · <cite>{}</cite>", Typed::from(cite.as_str()));
    }
    markup + "</small>"
}

/// The file, the line and the column that a figure was sent in, or that it is a roll-up.
pub(super) fn place(row: &Row<'_>, lang: Lang) -> String {
    let Some((file, line)) = row.location() else {
        let is_roll_up = row.value().is_some();
        return if is_roll_up { lang.words().roll_up.to_owned() } else { String::new() };
    };
    let column = row.location_column().map(|column| format!(" {}", Typed::from(&*column)));
    let (name, column) = (Typed::from(&*file.name), column.unwrap_or_default());
    // One thing in a cell, whose parts would else stand below each other where it is narrow.
    format!("<span class=\"place\">{name}:{line}{column}</span>")
}
