//! What is understood of a text that is said of a whole table: its title, the name of its
//! sheet or file.

use super::common::{LONGEST, Meaning, meaning};
use super::words::is_unit;
use crate::submission::Vocabulary;
use crate::term::{Found, SeriesId, after_city, after_office, province};
use crate::text;

/// Words of a text, and the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::submission) struct Words {
    pub(in crate::submission) words: String,
    pub(in crate::submission) text: String,
}

/// Of what a text says that figures are, beside the region and the year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::submission) struct Scope {
    /// Words by which they may be somebody else's: nobody knows what they mean.
    pub(in crate::submission) unclear: Option<Words>,
    /// Words by which they are of a part of the people or of the land.
    parts: Vec<Words>,
    /// The only indicators that they are of, if it says so.
    series: Vec<(SeriesId, Words)>,
}

/// How much of a text has to be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::submission) enum Demand {
    /// All of it: a title.
    All,
    /// What looks like a place, and what is known to be of a part: the name of a file may
    /// say what it likes beside.
    Places,
}

impl Scope {
    /// What a text says.
    pub(in crate::submission) fn of(
        text: &str,
        demand: Demand,
        vocabulary: &Vocabulary<'_>,
    ) -> Self {
        let folded = text::fold(text);
        let short =
            folded.char_indices().nth(LONGEST_TITLE).map_or(&*folded, |(at, _)| &folded[..at]);
        let is_prose = short.len() < folded.len() || short.contains(['。', '！', '；', ';']);
        let read = without_asides(short, vocabulary);
        let tokens = Tokens::of(&read, vocabulary);
        let words = |words: String| Words { words, text: text.to_owned() };
        let unclear = match demand {
            Demand::All if !is_prose => tokens.unknown().or_else(|| tokens.place()),
            Demand::All | Demand::Places => tokens.place(),
        };
        let parts = tokens.parts().map(words).collect();
        let named = |(id, name)| (id, words(name));
        let series =
            if tokens.is_open() { Vec::new() } else { tokens.series().map(named).collect() };
        Self { unclear: unclear.map(words), parts, series }
    }

    /// That a text is not understood.
    pub(in crate::submission) fn unknown(text: &str) -> Self {
        let words = Words { words: text.to_owned(), text: text.to_owned() };
        Self { unclear: Some(words), ..Self::default() }
    }

    /// What is said of a series of which figures are: the words by which they are none.
    pub(in crate::submission) fn excludes(&self, id: SeriesId, name: &str) -> Option<&Words> {
        let name = text::fold(name);
        let part = self.parts.iter().find(|part| !name.contains(&part.words));
        part.or_else(|| {
            let (_, other) = self.series.first()?;
            let is_named = self.series.iter().any(|(named, _)| *named == id);
            (!is_named).then_some(other)
        })
    }

    /// Adds what is said elsewhere of the same figures.
    pub(in crate::submission) fn add(&mut self, other: Self) {
        self.unclear = self.unclear.take().or(other.unclear);
        for part in other.parts {
            if !self.parts.contains(&part) {
                self.parts.push(part);
            }
        }
        // The last that is named is meant: a heading of rows below a title.
        if !other.series.is_empty() {
            self.series = other.series;
        }
    }
}

/// What a cell beside a value says of the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::submission) enum Beside {
    /// It names a part and nothing else.
    Part,
    /// It names a place that is none of the plan's.
    Place,
}

impl Beside {
    /// What a short text says that stands beside a value of a series.
    pub(in crate::submission) fn of(
        text: &str,
        series: &str,
        vocabulary: &Vocabulary<'_>,
    ) -> Option<Self> {
        let folded = text::fold(text);
        if !folded.contains(char::is_alphabetic) || folded.chars().count() > LONGEST {
            return None;
        }
        let tokens = Tokens::of(&folded, vocabulary);
        let series = text::fold(series);
        if tokens.is_part_alone() && tokens.parts().any(|part| !series.contains(&part)) {
            return Some(Self::Part);
        }
        tokens.place().map(|_| Self::Place)
    }
}

/// No title is longer, in characters.
const LONGEST_TITLE: usize = 60;
/// No name of an indicator is longer, in characters.
const LONGEST_NAME: usize = 40;
/// The longest run of characters of the plan's own words that is looked for.
const LONGEST_RUN: usize = 12;

/// What a stretch of a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Token {
    /// Signs, digits and letters.
    #[default]
    Sign,
    /// A word that says nothing of whose figures are.
    Plain,
    /// A word for a part.
    Part,
    Series(SeriesId),
    /// A province that the place behind it does not lie in, or a city elsewhere.
    Foreign,
    /// A character of a word that is not known.
    Unknown,
}

/// How well a text is understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Cost {
    /// How many characters are not.
    unknown: usize,
    /// How many tokens there are: long words are likelier than short ones.
    tokens: usize,
    /// How many of them are not for a part: of two ways the careful one is taken.
    plain: usize,
}

impl Cost {
    fn plus(self, token: Token) -> Self {
        Self {
            unknown: self.unknown + usize::from(token == Token::Unknown),
            tokens: self.tokens + 1,
            plain: self.plain + usize::from(token != Token::Part),
        }
    }
}

/// The best way on from a place in a text.
#[derive(Debug, Clone, Copy, Default)]
struct Way {
    token: Token,
    /// Where the token ends.
    to: usize,
    cost: Cost,
}

/// A text as the known words that cover the most of it.
struct Tokens<'t> {
    text: &'t str,
    found: Vec<(Token, usize, usize)>,
}

impl<'t> Tokens<'t> {
    fn of(text: &'t str, vocabulary: &Vocabulary<'_>) -> Self {
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let own = vocabulary.own_words();
        let count = ends.len() - 1;
        let mut ways = vec![Way { to: count, ..Way::default() }; count + 1];
        for at in (0..count).rev() {
            let ways_here = matches(text, &ends, at, &own, vocabulary).into_iter();
            let best = ways_here.map(|(token, length)| {
                let to = (at + length).min(count);
                Way { token, to, cost: ways[to].cost.plus(token) }
            });
            ways[at] = best.min_by_key(|way| way.cost).unwrap_or(ways[at + 1]);
        }
        let mut found = Vec::new();
        let mut at = 0;
        while at < count {
            let Way { token, to, .. } = ways[at];
            found.push((token, ends[at], ends[to]));
            at = to;
        }
        Self { text, found }
    }

    fn slice(&self, from: usize, to: usize) -> &'t str {
        self.text.get(from..to).unwrap_or_default()
    }

    /// The stretches that are not known.
    fn runs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for (_, from, to) in self.found.iter().filter(|(token, ..)| *token == Token::Unknown) {
            match runs.last_mut().filter(|run| run.1 == *from) {
                Some(run) => run.1 = *to,
                None => runs.push((*from, *to)),
            }
        }
        runs.into_iter()
    }

    /// The first words that are not known.
    fn unknown(&self) -> Option<String> {
        let (from, to) = self.runs().next()?;
        let kind = kind(self.slice(to, self.text.len()));
        Some(format!("{}{}", self.slice(from, to), kind.unwrap_or_default()))
    }

    /// The first place that is none of the plan's, by its name or by the word that ends it.
    fn place(&self) -> Option<String> {
        let provinces = self.found.iter().filter(|(token, ..)| *token == Token::Foreign);
        let mut provinces = provinces.map(|(_, from, to)| self.slice(*from, *to).to_owned());
        let places = || {
            self.runs().find_map(|(from, to)| {
                let name = self.slice(from, to);
                let kind = kind(self.slice(to, self.text.len())).unwrap_or_default();
                let is_place = !kind.is_empty() || KINDS.iter().any(|kind| name.ends_with(kind));
                is_place.then(|| format!("{name}{kind}"))
            })
        };
        provinces.next().or_else(places)
    }

    /// Whether it is of a part, and says nothing else.
    fn is_part_alone(&self) -> bool {
        const BESIDE: [&str; 18] = [
            "残疾人",
            "持证残疾人",
            "残疾",
            "数据",
            "情况",
            "口径",
            "指标",
            "人员",
            "人口",
            "居民",
            "家庭",
            "数",
            "的",
            "为",
            "是",
            "合计",
            "总计",
            "计",
        ];
        self.parts().next().is_some()
            && self.found.iter().all(|(token, from, to)| match token {
                Token::Sign | Token::Part => true,
                Token::Plain => BESIDE.contains(&self.slice(*from, *to)),
                Token::Series(_) | Token::Foreign | Token::Unknown => false,
            })
    }

    fn parts(&self) -> impl Iterator<Item = String> + '_ {
        let parts = self.found.iter().filter(|(token, ..)| *token == Token::Part);
        parts.map(|(_, from, to)| self.slice(*from, *to).to_owned())
    }

    fn series(&self) -> impl Iterator<Item = (SeriesId, String)> + '_ {
        self.found.iter().filter_map(|(token, from, to)| match token {
            Token::Series(id) => Some((*id, self.slice(*from, *to).to_owned())),
            Token::Sign | Token::Plain | Token::Part | Token::Foreign | Token::Unknown => None,
        })
    }

    /// Whether it speaks of more indicators than it names.
    fn is_open(&self) -> bool {
        ["等", "主要指标", "各项"].iter().any(|word| self.text.contains(word))
    }
}

/// The words for the kind of a place that end its name.
const KINDS: [&str; 16] = [
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "街道",
    "社区",
    "省",
    "市",
    "县",
    "区",
    "旗",
    "盟",
    "州",
    "镇",
    "乡",
    "村",
];

/// The word for the kind of a place that a text begins with.
fn kind(text: &str) -> Option<&'static str> {
    KINDS.into_iter().find(|kind| text.starts_with(kind))
}

/// A folded text without what it says of documents, their names and their numbers
/// (舟残工委〔2021〕4号), and without units in brackets.
fn without_asides(text: &str, vocabulary: &Vocabulary<'_>) -> String {
    const OPENING: [char; 4] = ['《', '〔', '(', '['];
    const CLOSING: [char; 4] = ['》', '〕', ')', ']'];
    let mut rest = text;
    let mut kept = String::with_capacity(text.len());
    while let Some(at) = rest.find(OPENING) {
        let (before, opened) = rest.split_at(at);
        let opening = opened.chars().next().unwrap_or_default();
        let behind = opened.get(opening.len_utf8()..).unwrap_or_default();
        let (inner, behind) = behind.split_once(CLOSING).unwrap_or((behind, ""));
        kept.push_str(before);
        if inner.contains(OPENING) {
            kept.push(' ');
            rest = opened.get(opening.len_utf8()..).unwrap_or_default();
            continue;
        }
        rest = behind;
        let is_year = inner.len() == 4 && inner.bytes().all(|byte| byte.is_ascii_digit());
        let number =
            behind.trim_start_matches('第').trim_start_matches(|c: char| c.is_ascii_digit());
        if let Some(behind) = number.strip_prefix('号').filter(|_| is_year) {
            let sender = kept.trim_end_matches(char::is_alphabetic).len();
            kept.truncate(sender);
            rest = behind;
        } else if opening != '《' && !is_unit(inner) && !vocabulary.is_unit(inner) {
            kept.push(' ');
            kept.push_str(inner);
            kept.push(' ');
        }
    }
    kept.push_str(rest);
    kept
}

/// What may begin at a character of a folded text, and its length in characters.
fn matches(
    text: &str,
    ends: &[usize],
    at: usize,
    own: &str,
    vocabulary: &Vocabulary<'_>,
) -> Vec<(Token, usize)> {
    let Some(rest) = ends.get(at).and_then(|from| text.get(*from..)) else { return Vec::new() };
    let first = rest.chars().next().unwrap_or(' ');
    let length_of = |bytes: usize| rest.get(..bytes).map_or(0, |text| text.chars().count());
    if first.is_ascii_alphabetic() {
        let word: String = rest.chars().take_while(char::is_ascii_alphabetic).collect();
        let token = match meaning(&word) {
            Some(Meaning::Part) => Token::Part,
            Some(Meaning::Plain) | None => Token::Sign,
        };
        return vec![(token, word.len())];
    }
    if !first.is_alphabetic() {
        return vec![(Token::Sign, 1)];
    }
    let mut found = vec![(Token::Unknown, 1)];
    let prefix = |length: usize| {
        let end = ends.get(at + length)?;
        text.get(*ends.get(at)?..*end)
    };
    for length in 1..=LONGEST {
        let Some(word) = prefix(length) else { break };
        found.extend(meaning(word).map(|meaning| match meaning {
            Meaning::Plain => (Token::Plain, length),
            Meaning::Part => (Token::Part, length),
        }));
    }
    for length in 2..=LONGEST_NAME {
        let Some(name) = prefix(length) else { break };
        if let Some(Found::One(id)) = vocabulary.series_names.find(name)
            && let Ok(id) = u16::try_from(id)
        {
            found.push((Token::Series(SeriesId(id)), length));
        }
    }
    for length in 2..=LONGEST_RUN {
        let Some(run) = prefix(length) else { break };
        if !own.contains(run) {
            break;
        }
        if !has_part(run) {
            found.push((Token::Plain, length));
        }
    }
    if let Some(behind) = after_office(rest) {
        found.push((Token::Plain, length_of(rest.len() - behind.len())));
    }
    if let Some(behind) = vocabulary.region_names.after_place(rest) {
        found.push((Token::Plain, length_of(rest.len() - behind.len())));
    } else if let Some(behind) = province(rest).map(|(_, behind)| behind).or(after_city(rest)) {
        found.push((Token::Foreign, length_of(rest.len() - behind.len())));
    }
    found
}

/// Whether a word for a part stands in a run of characters.
fn has_part(run: &str) -> bool {
    let ends: Vec<usize> = run.char_indices().map(|(at, _)| at).chain([run.len()]).collect();
    ends.iter().enumerate().any(|(at, from)| {
        let words = ends.iter().skip(at + 1).filter_map(|to| run.get(*from..*to));
        words.filter_map(meaning).any(|meaning| meaning == Meaning::Part)
    })
}
