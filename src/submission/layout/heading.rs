//! What the heading of a column or of a row says.

use super::label;
use super::units::is_unit;
use super::words::Qualifier;
use crate::submission::Vocabulary;
use crate::submission::header::{Field, value_behind};
use crate::submission::known::LONGEST_REMEMBERED;
use crate::term::{RegionId, SeriesId};
use crate::text::{self, Period};

/// Somebody or something that figures are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::submission) enum Named {
    Region(RegionId),
    Series(SeriesId),
}

/// What a cell says if it is a heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::submission) struct Heading {
    /// The region or indicator, and its name as it is written.
    pub(super) named: Option<(Named, String)>,
    pub(super) field: Option<Field>,
    /// The units that it states.
    pub(super) units: Vec<String>,
    /// The year or part of a year that it states.
    pub(super) period: Option<Period>,
    /// Whether a word says that its column holds results: 本年, 实际完成.
    pub(super) is_result: bool,
    /// The word by which its column holds no results: 目标, 上年.
    pub(super) other: Option<String>,
    /// The words that are not understood.
    pub(super) unclear: Option<String>,
}

/// The longest heading that is read word by word, in bytes.
pub(in crate::submission) const LONGEST: usize = 1000;

/// No heading says more things than these: each is looked for in all that is left of it.
const MOST_PARTS: usize = 12;

/// Whether no more is asked than is found so far, of a heading of which so much is left.
type Enough<'e> = &'e dyn Fn(&Heading, &str) -> bool;

/// What may stand between the parts of a heading.
const SEPARATORS: [char; 14] =
    ['-', '—', '–', '_', ':', '：', '/', '、', ',', '，', '·', '|', ' ', '　'];

impl Heading {
    /// Whether it says whom or what figures are about, or which part of them they are.
    pub(in crate::submission) fn is_known(&self) -> bool {
        self.named.is_some() || self.field.is_some()
    }

    /// Whether it says anything that bears on the figures under it.
    pub(in crate::submission) fn bears(&self) -> bool {
        self.is_known() || self.is_result || self.other.is_some() || self.period.is_some()
    }

    /// Reads a cell: names, fields, units, years and words for what a column holds, in any
    /// order (`就业率（分子）`, `定海区-目标值`, `2022年就业率（%）`). What is left over is
    /// [`unclear`](Self::unclear).
    pub(in crate::submission) fn read(text: &str, vocabulary: &Vocabulary<'_>) -> Self {
        let known = &vocabulary.known;
        // Each part is looked for in all that is left.
        let charge = |_: &Self, rest: &str| {
            known.effort.read(rest.len(), LONGEST);
            false
        };
        let read = || Self::read_anew(text, LONGEST, vocabulary, &charge);
        known.headings.charged(text, LONGEST, &known.effort, read)
    }

    /// The same of the name of an indicator in a row, of which there may be millions: word by
    /// word only what is remembered, and until it says more than an indicator.
    pub(in crate::submission) fn of_indicator(text: &str, vocabulary: &Vocabulary<'_>) -> Self {
        let read = || {
            Self::read_anew(text, LONGEST_REMEMBERED, vocabulary, &|heading, _| heading.says_more())
        };
        vocabulary.known.indicators.of(text, read)
    }

    fn read_anew(
        text: &str,
        longest: usize,
        vocabulary: &Vocabulary<'_>,
        is_enough: Enough<'_>,
    ) -> Self {
        let mut heading = Self::default();
        if text.len() > longest {
            match named(text, vocabulary) {
                Some(named) => heading.named = Some((named, text.to_owned())),
                None => heading.leave(text),
            }
            return heading;
        }
        if label::is_labelled(text) {
            return heading;
        }
        // 报送时间 is when the form was sent, and no year of figures.
        if text::is_filing_date(text) {
            heading.leave(text);
            return heading;
        }
        heading.take(text, vocabulary, is_enough);
        heading
    }

    /// The indicator that it names, with its units, if it says nothing else.
    pub(in crate::submission) fn plain_series(self) -> Option<(SeriesId, Vec<String>)> {
        match self.named {
            Some((Named::Series(id), _)) if !self.says_more() => Some((id, self.units)),
            Some(_) | None => None,
        }
    }

    /// Whether it says more than an indicator and units.
    fn says_more(&self) -> bool {
        let is_part = self.field.is_some() || self.period.is_some();
        is_part || self.other.is_some() || self.unclear.is_some()
    }

    /// Takes all that a text says.
    fn take(&mut self, text: &str, vocabulary: &Vocabulary<'_>, is_enough: Enough<'_>) {
        let mut rest = text.trim();
        for _ in 0..MOST_PARTS {
            let Some(next) = self.take_one(rest, vocabulary, is_enough) else { return };
            rest = next.trim_matches(SEPARATORS).trim();
            if is_enough(self, rest) {
                return;
            }
        }
        if !rest.is_empty() {
            self.leave(rest);
        }
    }

    /// Takes one thing that a text says from its end or its beginning, and returns what is
    /// left; none if that is nothing.
    fn take_one<'t>(
        &mut self,
        text: &'t str,
        vocabulary: &Vocabulary<'_>,
        is_enough: Enough<'_>,
    ) -> Option<&'t str> {
        if text.is_empty() || self.take_whole(text, vocabulary) {
            return None;
        }
        if let Some((rest, inner)) = bracketed(text) {
            self.take_bracket(inner, vocabulary, is_enough);
            return Some(rest);
        }
        if let Some(rest) = self.take_end(text).or_else(|| self.take_beginning(text)) {
            return Some(rest);
        }
        self.leave(text);
        None
    }

    /// Takes a text that is one thing as a whole.
    fn take_whole(&mut self, text: &str, vocabulary: &Vocabulary<'_>) -> bool {
        let folded = text::fold(text);
        let total = total_of_plan(&folded, vocabulary);
        if let Some(field) = Field::named(text).or(total) {
            self.take_field(field, text);
        } else if SHARES.contains(&&*folded) {
            self.take_field(Field::Value, text);
            self.units.push("%".to_owned());
        } else if let Some(named) = named(text, vocabulary) {
            match &self.named {
                Some((other, _)) if *other != named => self.leave(text),
                Some(_) => {}
                None => self.named = Some((named, text.to_owned())),
            }
        } else if let Some(qualifier) = Qualifier::of(&folded) {
            self.take_word(qualifier, text);
        } else if let Some(period) = text::read_period(text) {
            self.take_period(period, text);
        } else if is_unit(&folded) || vocabulary.is_unit(&folded) {
            self.units.push(folded.into_owned());
        } else {
            return false;
        }
        true
    }

    /// Takes what stands in brackets: one thing, or several that are set apart.
    fn take_bracket(&mut self, inner: &str, vocabulary: &Vocabulary<'_>, is_enough: Enough<'_>) {
        let inner = inner.trim();
        let unit = ["单位", "计量单位"].into_iter().find_map(|word| inner.strip_prefix(word));
        let inner = unit.map_or(inner, |rest| rest.trim_start_matches([':', '：', ' ']));
        if inner.is_empty() || self.take_whole(inner, vocabulary) {
            return;
        }
        for part in inner.split(['、', ',', '，', ';', '；', '/', '或', ' ']) {
            self.take(part, vocabulary, is_enough);
        }
    }

    /// Takes a word that ends a text.
    fn take_end<'t>(&mut self, text: &'t str) -> Option<&'t str> {
        for sign in ["%", "％", "‰"] {
            if let Some(rest) = text.strip_suffix(sign) {
                self.units.push(text::fold(sign).into_owned());
                return Some(rest);
            }
        }
        if let Some((rest, period)) = trailing_period(text) {
            self.take_period(period, text);
            return Some(rest);
        }
        let fields = Field::PARTS
            .into_iter()
            .flat_map(|field| field.names().iter().map(move |name| (*name, Word::Field(field))));
        let words = Qualifier::words().map(|(word, what)| (word, Word::Qualifier(what)));
        let ends = fields.chain(words).filter_map(|(word, what)| {
            let rest = text.strip_suffix(word).filter(|rest| !rest.is_empty())?;
            Some((rest, word, what))
        });
        let value = value_behind(text).map(|(rest, end)| (rest, end, Word::Field(Field::Value)));
        let ends = ends.chain(value);
        // The longest: 上年同期 is not 同期 behind 上年.
        let (rest, word, what) = ends.max_by_key(|(_, word, _)| word.len())?;
        match what {
            Word::Field(field) => self.take_field(field, word),
            Word::Qualifier(qualifier) => self.take_word(qualifier, word),
        }
        Some(rest)
    }

    /// Takes a year or a word that begins a text.
    fn take_beginning<'t>(&mut self, text: &'t str) -> Option<&'t str> {
        if let Some((period, rest)) = leading_period(text) {
            self.take_period(period, text);
            return Some(rest);
        }
        let begins = Qualifier::words()
            .filter_map(|(word, what)| text.strip_prefix(word).map(|rest| (rest, word, what)));
        let (rest, word, what) = begins.max_by_key(|(_, word, _)| word.len())?;
        self.take_word(what, word);
        Some(rest)
    }

    fn take_field(&mut self, field: Field, written: &str) {
        match self.field {
            Some(other) if other != field => self.leave(written),
            _ => self.field = Some(field),
        }
    }

    fn take_word(&mut self, qualifier: Qualifier, written: &str) {
        match qualifier {
            Qualifier::Result => self.is_result = true,
            Qualifier::Nothing => {}
            Qualifier::Other => self.other = Some(written.to_owned()),
        }
    }

    fn take_period(&mut self, period: Period, written: &str) {
        match &self.period {
            Some(other) if *other != period => self.leave(written),
            _ => self.period = Some(period),
        }
    }

    fn leave(&mut self, words: &str) {
        self.unclear.get_or_insert_with(|| words.to_owned());
    }
}

/// Headings, folded, of values that are percentages.
const SHARES: [&str; 4] = ["比率", "比例", "百分比", "百分率"];

/// What a word at the end of a heading is.
#[derive(Clone, Copy)]
enum Word {
    Field(Field),
    Qualifier(Qualifier),
}

/// How many characters a period takes at most: 截至二〇二二年十二月三十一日.
const LONGEST_PERIOD: usize = 16;

/// The longest period that begins a text, and what stands behind it.
fn leading_period(text: &str) -> Option<(Period, &str)> {
    let ends = text.char_indices().map(|(at, _)| at).skip(4).take(LONGEST_PERIOD);
    let periods = ends.filter_map(|at| Some((text::read_period(&text[..at])?, &text[at..])));
    periods.last()
}

/// The longest period that ends a text, and what stands before it.
fn trailing_period(text: &str) -> Option<(&str, Period)> {
    let starts = text.char_indices().rev().map(|(at, _)| at).skip(3).take(LONGEST_PERIOD);
    let starts = starts.filter(|at| *at > 0);
    starts.filter_map(|at| Some((&text[..at], text::read_period(&text[at..])?))).last()
}

/// The region or indicator of a name. Bare numbers are figures here, though indicators
/// have numbers and regions codes; six digits are nobody's figure by chance only where
/// the column says that it holds regions.
pub(super) fn named(text: &str, vocabulary: &Vocabulary<'_>) -> Option<Named> {
    let text = text.trim();
    if text.is_empty() || text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    if let Some(Ok(id)) = vocabulary.series_named(text) {
        return Some(Named::Series(id));
    }
    vocabulary.region_named(text).map(Named::Region)
}

/// The region or indicator of a row, whose name may have a unit in brackets behind it.
pub(super) fn named_row(text: &str, vocabulary: &Vocabulary<'_>) -> Option<Named> {
    let known = &vocabulary.known;
    let series = || Heading::read(text, vocabulary).plain_series();
    known.names.charged(text, LONGEST, &known.effort, || {
        named(text, vocabulary)
            .or_else(|| bracketed(text.trim()).and_then(|(rest, _)| named(rest, vocabulary)))
            .or_else(|| series().map(|(id, _)| Named::Series(id)))
    })
}

/// Whether a text is a number, so that it is no heading.
pub(super) fn is_figure(text: &str) -> bool {
    let text = text::half_width(text.trim());
    let has_digit = text.contains(|c: char| c.is_ascii_digit());
    let is_sign = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '-' | '+' | ' ');
    has_digit && text.chars().all(is_sign) && text::read_year(&text).is_none()
}

const OPENING: [char; 5] = ['（', '(', '【', '[', '〔'];
const CLOSING: [char; 5] = ['）', ')', '】', ']', '〕'];

/// A text that ends with brackets: what stands before them, and in them.
pub(in crate::submission) fn bracketed(text: &str) -> Option<(&str, &str)> {
    let body = text.strip_suffix(CLOSING)?;
    let mut depth = 1usize;
    for (at, c) in body.char_indices().rev() {
        if CLOSING.contains(&c) {
            depth += 1;
        } else if OPENING.contains(&c) {
            depth -= 1;
            if depth == 0 {
                return Some((body[..at].trim_end(), body[at..].trim_start_matches(c)));
            }
        }
    }
    None
}

/// What stands in each of the brackets of a text.
pub(super) fn brackets(text: &str) -> impl Iterator<Item = &str> {
    let behind = text.split(OPENING).skip(1);
    behind.filter_map(|part| part.split_once(CLOSING).map(|(inner, _)| inner))
}

/// 累计 where a folded heading says that it is so since the plan began: "十四五"累计, 2021年以来累计.
fn total_of_plan(folded: &str, vocabulary: &Vocabulary<'_>) -> Option<Field> {
    const QUOTES: [char; 5] = ['"', '“', '”', '‘', '’'];
    let (since, total) = folded.split_at_checked(folded.find("累计")?)?;
    let first = vocabulary.baseline_year + 1;
    let of_year = |text: &str| text::read_period(text).and_then(Period::whole_year);
    let begins = || {
        let since = ["以来", "至今", "起"].iter().find_map(|end| since.strip_suffix(end));
        since.and_then(of_year) == Some(first)
    };
    let is_plan = || {
        let said = since.trim_start_matches(QUOTES);
        let behind = said.char_indices().nth(3).map_or("", |(at, _)| said.get(at..).unwrap_or(""));
        let of = text::five_year_plans(said).map(|(first, _)| first);
        let more = ["", "以来", "期间", "时期"];
        of.eq([first]) && said.starts_with('十') && more.contains(&behind.trim_matches(QUOTES))
    };
    let is_total = Field::named(total) == Some(Field::Total);
    (is_total && !since.is_empty() && (begins() || is_plan())).then_some(Field::Total)
}
