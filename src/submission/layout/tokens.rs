//! Covering a text by the known words that leave the least of it not understood.

use super::common::{LONGEST, Meaning, meaning};
use crate::submission::Vocabulary;
use crate::term::{Found, SeriesId, after_city, after_office, province};

/// No name of an indicator is longer, in characters.
pub(super) const LONGEST_NAME: usize = 40;
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
    /// The province of all of the plan, before what its form is about: 浙江省残疾人事业统计报表.
    OfForm,
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
pub(super) struct Tokens<'t> {
    text: &'t str,
    found: Vec<(Token, usize, usize)>,
}

impl<'t> Tokens<'t> {
    pub(super) fn of(text: &'t str, vocabulary: &Vocabulary<'_>) -> Self {
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let count = ends.len() - 1;
        let mut ways = vec![Way { to: count, ..Way::default() }; count + 1];
        for at in (0..count).rev() {
            let ways_here = matches(text, &ends, at, vocabulary).into_iter();
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
    pub(super) fn unknown(&self) -> Option<String> {
        let (from, to) = self.runs().next()?;
        let kind = kind(self.slice(to, self.text.len()));
        Some(format!("{}{}", self.slice(from, to), kind.unwrap_or_default()))
    }

    /// The first place that is none of the plan's, by its name or by the word that ends it.
    pub(super) fn place(&self) -> Option<String> {
        self.foreign().or_else(|| self.of_form()).or_else(|| self.unknown_place())
    }

    /// The same of a title, in which the province that a form is of is another matter.
    pub(super) fn place_beside_form(&self) -> Option<String> {
        self.foreign().or_else(|| self.unknown_place())
    }

    /// The province of all of the plan, where the form is its.
    pub(super) fn of_form(&self) -> Option<String> {
        self.first(Token::OfForm)
    }

    fn foreign(&self) -> Option<String> {
        self.first(Token::Foreign)
    }

    fn first(&self, token: Token) -> Option<String> {
        let (_, from, to) = self.found.iter().find(|(found, ..)| *found == token)?;
        Some(self.slice(*from, *to).to_owned())
    }

    /// The first words that nobody knows, if a word for the kind of a place ends them.
    fn unknown_place(&self) -> Option<String> {
        self.runs().find_map(|(from, to)| {
            let name = self.slice(from, to);
            let kind = kind(self.slice(to, self.text.len())).unwrap_or_default();
            let is_place = !kind.is_empty() || KINDS.iter().any(|kind| name.ends_with(kind));
            is_place.then(|| format!("{name}{kind}"))
        })
    }

    /// Whether it is of a part, and says nothing else.
    pub(super) fn is_part_alone(&self) -> bool {
        const BESIDE: [&str; 19] = [
            "个",
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
                Token::Series(_) | Token::Foreign | Token::OfForm | Token::Unknown => false,
            })
    }

    pub(super) fn parts(&self) -> impl Iterator<Item = String> + '_ {
        let parts = self.found.iter().filter(|(token, ..)| *token == Token::Part);
        parts.map(|(_, from, to)| self.slice(*from, *to).to_owned())
    }

    pub(super) fn series(&self) -> impl Iterator<Item = (SeriesId, String)> + '_ {
        self.found.iter().filter_map(|(token, from, to)| match token {
            Token::Series(id) => Some((*id, self.slice(*from, *to).to_owned())),
            Token::Sign
            | Token::Plain
            | Token::Part
            | Token::Foreign
            | Token::OfForm
            | Token::Unknown => None,
        })
    }

    /// Whether it speaks of more indicators than it names.
    pub(super) fn is_open(&self) -> bool {
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

/// Whether a folded text is shaped as the name of a place: 白泉镇, 宁波.
pub(in crate::submission) fn is_place(text: &str) -> bool {
    let is_kind = KINDS.iter().any(|kind| text.strip_suffix(kind).is_some_and(|it| it.len() > 3));
    let is_all = |behind: Option<&str>| behind == Some("");
    is_kind || is_all(province(text).map(|(_, behind)| behind)) || is_all(after_city(text))
}

/// Whether a folded text may name a place that is none of the plan's: a quick look.
pub(super) fn may_name_place(text: &str) -> bool {
    const LAST: [char; 11] = ['区', '州', '县', '旗', '道', '省', '市', '盟', '镇', '乡', '村'];
    let begins_elsewhere = |(at, _): (usize, char)| {
        let rest = text.get(at..).unwrap_or_default();
        province(rest).is_some() || after_city(rest).is_some()
    };
    text.contains(LAST) || text.char_indices().any(begins_elsewhere)
}

/// The word for the kind of a place that a text begins with.
fn kind(text: &str) -> Option<&'static str> {
    KINDS.into_iter().find(|kind| text.starts_with(kind))
}

/// What may begin at a character of a folded text, and its length in characters.
fn matches(
    text: &str,
    ends: &[usize],
    at: usize,
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
        if let Some(Found::One(id)) = vocabulary.series_names.find_folded(name)
            && let Ok(id) = u16::try_from(id)
        {
            found.push((Token::Series(SeriesId(id)), length));
        }
    }
    let own = vocabulary.own_words();
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
        let name = rest.len() - behind.len();
        let token = match is_of_form(text, rest, name, vocabulary) {
            true => Token::OfForm,
            false => Token::Foreign,
        };
        found.push((token, length_of(name)));
    }
    found
}

/// So many characters behind its province tell what a form is about.
const SUBJECT: usize = 3;

/// Whether what a text goes on with begins with the name, so many bytes long, of the province that
/// all of the plan lies in, and the text is the title of a form on what the plan is about.
fn is_of_form(text: &str, rest: &str, name: usize, vocabulary: &Vocabulary<'_>) -> bool {
    const FORMS: [&str; 8] =
        ["报表", "年报", "统计表", "报送表", "汇总表", "情况表", "一览表", "台账"];
    let (name, behind) = rest.split_at(name);
    let subject: String = behind.chars().take(SUBJECT).collect();
    vocabulary.own_words().contains(&subject)
        && FORMS.iter().any(|form| behind.contains(form))
        && text.matches(name).count() == 1
        && vocabulary.whole.is_some_and(|all| vocabulary.region_names.is_province_of(name, all))
}

/// Whether a word for a part stands in a run of characters.
fn has_part(run: &str) -> bool {
    let ends: Vec<usize> = run.char_indices().map(|(at, _)| at).chain([run.len()]).collect();
    ends.iter().enumerate().any(|(at, from)| {
        let words = ends.iter().skip(at + 1).filter_map(|to| run.get(*from..*to));
        words.filter_map(meaning).any(|meaning| meaning == Meaning::Part)
    })
}
