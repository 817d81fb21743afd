//! What a remark beside one row says of others: of all of its table (本表数据均为快报数), of the
//! rows above it (上行作废), or of those of a region or an indicator that it names (定海区未审核).

use std::sync::Arc;

use super::claim::{LONGEST_TEXT, any_claim};
use super::label::about_table;
use super::note::Note;
use super::sections::Section;
use super::title::{Kind, Title};
use crate::source::Place;
use crate::submission::Vocabulary;
use crate::submission::header::Field;
use crate::term::{Found, RegionId, SeriesId};
use crate::text;

/// Words, beside those for a table, by which a remark is of more than its own row.
const BEYOND: [&str; 22] = [
    "全表",
    "整表",
    "整张表",
    "全部数据",
    "全部数字",
    "全部为",
    "全部是",
    "全部系",
    "所有数",
    "所有指标",
    "所有行",
    "各行",
    "各项数据",
    "各项指标",
    "两项指标",
    "几项指标",
    "本列",
    "该列",
    "此列",
    "上面",
    "下面",
    "上一行",
];
/// Words for the row next to its own.
const NEXT: [&str; 8] = ["上行", "下行", "前行", "后行", "下一行", "前一行", "后一行", "下列"];
/// What they are called, and how many they are.
const CALLED: [&str; 9] = ["数据", "数字", "指标", "数值", "行", "列", "项", "个", "各"];
/// No more of its clauses are asked whom they name.
const MOST_CLAUSES: usize = 8;

/// What one remark stands beside.
#[derive(Debug, Clone, Copy)]
pub(in crate::submission) struct Row {
    pub(in crate::submission) region: Option<RegionId>,
    pub(in crate::submission) series: Option<SeriesId>,
}

/// What a clause of a remark says of more than its own row, without the words for those.
fn of_others(clause: &str) -> Option<&str> {
    // 以上年数代替, 以下达数为准
    const ELSE: [char; 11] = ['年', '级', '报', '期', '月', '季', '次', '一', '达', '发', '表'];
    let numerals = |c: char| c.is_ascii_digit() || "一二两三四五六七八九十几".contains(c);
    let clause = clause.trim();
    let behind = ["以上", "以下"].iter().find_map(|word| clause.strip_prefix(word));
    if behind.is_some_and(|behind| behind.starts_with(ELSE)) {
        return None;
    }
    let more = || BEYOND.iter().chain(&NEXT).find_map(|word| clause.strip_prefix(word));
    let mut rest = about_table(clause).or_else(more)?;
    loop {
        let less = rest.trim_start_matches(numerals);
        match CALLED.iter().find_map(|word| less.strip_prefix(word)) {
            Some(less) => rest = less,
            None => return Some(rest),
        }
    }
}

/// The clauses of a remark that say something of more than its own row.
fn clauses_of_others(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let clauses = text.split(['。', ';', '；', ',', '，']).take(MOST_CLAUSES);
    clauses.filter_map(|clause| Some((clause, of_others(clause)?)))
}

impl Note {
    /// What a folded remark says of the figures of regions or indicators that it names.
    pub(in crate::submission) fn named_in<'t>(
        folded: &'t str,
        place: &'t dyn Fn() -> Place,
        vocabulary: &'t Vocabulary<'_>,
    ) -> impl Iterator<Item = Self> + 't {
        let clauses = folded.split(['。', ';', ',']).take(MOST_CLAUSES);
        clauses.filter_map(move |clause| Self::of(clause, place, vocabulary))
    }
}

impl Title {
    /// What a remark says of other rows than its own.
    pub(in crate::submission) fn of_remark(
        text: &str,
        row: Row,
        place: &dyn Fn() -> Place,
        vocabulary: &Vocabulary<'_>,
    ) -> Self {
        let mut title = Self::default();
        let effort = &vocabulary.known.effort;
        let text = &text[..text.floor_char_boundary(LONGEST_TEXT)];
        if !Self::may_be_beyond(text, vocabulary) {
            return title;
        }
        let of_others: Vec<_> = clauses_of_others(text).collect();
        let folded = text::fold(text);
        let named = Note::named_in(&folded, place, vocabulary);
        let beyond: Vec<_> = named.filter(|note| !note.may_be_of(row.region, row.series)).collect();
        // What names its own region, in however many rows, is heard there.
        if of_others.is_empty() && beyond.is_empty() {
            return title;
        }
        effort.read(text.len(), LONGEST_TEXT);
        if effort.is_spent() {
            title.kind = Some(Kind::Never(text.to_owned()));
            return title;
        }
        for (clause, rest) in of_others {
            title.note(clause, place, vocabulary);
            title.note(rest, place, vocabulary);
        }
        // What only happened elsewhere (普陀区新建2家) is no reason to read a file anew.
        let says_more = |note: &Note| {
            let mut said = Self::default();
            said.note(&note.text, place, vocabulary);
            !said.is_empty() || any_claim(&note.text, &mut |claim| claim.is_time())
        };
        title.notes.extend(beyond.into_iter().filter(says_more));
        title
    }

    /// Whether a remark speaks of more than its own row, or names a region or an indicator. The same
    /// few stand in very many rows.
    fn may_be_beyond(text: &str, vocabulary: &Vocabulary<'_>) -> bool {
        vocabulary.known.remarked.of(text, || {
            let folded = text::fold(text);
            let place = || Place::file(&"".into());
            let is_named = Note::named_in(&folded, &place, vocabulary).next().is_some();
            is_named || clauses_of_others(text).next().is_some()
        })
    }

    /// Whether a remark says anything of other rows than its own, which is told if it may.
    pub(in crate::submission) fn is_beyond(
        text: &str,
        row: impl FnOnce() -> Row,
        vocabulary: &Vocabulary<'_>,
    ) -> bool {
        let text = &text[..text.floor_char_boundary(LONGEST_TEXT)];
        if !Self::may_be_beyond(text, vocabulary) {
            return false;
        }
        let row = row();
        !Self::of_remark(text, row, &|| Place::file(&"".into()), vocabulary).is_empty()
    }

    /// What the remarks of a section say of other rows than their own.
    pub(in crate::submission) fn of_remarks(
        section: &Section,
        file: &Arc<str>,
        vocabulary: &Vocabulary<'_>,
    ) -> Self {
        let (grid, table) = (&section.grid, &section.table);
        let own = table.groups.iter().filter_map(|group| group.part(Field::Remark));
        let columns: Vec<usize> = table.remarks.iter().copied().chain(own).collect();
        let mut said = Self::default();
        for row in section.rows.iter().copied() {
            let text = |at: usize| grid.cell(row, at).map_or("", |cell| cell.text.trim());
            let region = || {
                let mut named = table.regions.iter().map(|at| vocabulary.region_named(text(*at)));
                named.find_map(|region| region)
            };
            let series = || match vocabulary.series_names.find(text(table.series?))? {
                Found::One(id) => u16::try_from(id).ok().map(SeriesId),
                Found::Several => None,
            };
            let may_say = |at: &usize| {
                !matches!(text(*at), "" | text::SAMPLE)
                    && Self::may_be_beyond(text(*at), vocabulary)
            };
            for at in columns.iter().copied().filter(may_say) {
                let heading = table.headings.get(at).cloned().unwrap_or_default();
                let place = || grid.place(file, row, at, &heading);
                let row = Row { region: region(), series: series() };
                said.add(Self::of_remark(text(at), row, &place, vocabulary));
            }
        }
        said
    }
}
