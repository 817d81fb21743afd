//! What a further cell of a row says of its value: that it is of another year, a part of one,
//! another place, or no result.

use super::cell;
use super::claim::{Claim, Sense, any_claim};
use super::header::Field;
use super::layout::{
    Beside, OFFICES, Qualifier, Speaks, behind_other_time, ends_as_estimate, is_aside, is_goal,
    is_key, is_never_results, is_sender, speaks,
};
use super::{Series, Vocabulary};
use crate::term::{Found, RegionId, Year};
use crate::text::{self, Part, Period};

/// The longest text that is taken for a word or a name by itself, in bytes.
const LONGEST_WORD: usize = 60;
/// Words by which a column that parts a region's rows leaves them whole.
const WHOLE: [&str; 18] = [
    "全部",
    "合计",
    "总计",
    "全年",
    "全体",
    "不限",
    "全区",
    "全县",
    "全市",
    "正常",
    "有效",
    "已审核",
    "审核通过",
    "已上报",
    "已报送",
    "已提交",
    "已确认",
    "城乡",
];

/// Whether the cells under a folded heading name places: 填报单位, 辖区, 所在地.
fn is_of_places(heading: &str) -> bool {
    heading.is_empty() || heading.contains(['地', '区', '县', '市', '省', '乡', '镇'])
}

/// Whether the cells under a folded heading are remarks: what a text says must be said of the
/// figures there, and not of what happened.
fn is_remark(heading: &str) -> bool {
    Field::named(heading) == Some(Field::Remark)
}

/// Whether a folded text is nothing but times, in signs and in words.
fn is_bare_time(text: &str) -> bool {
    const OF_TIME: &str = "年月日季度上下半第前至到截止一二三四五六七八九十〇零个份末底初";
    text.chars().all(|c| !c.is_alphabetic() || OF_TIME.contains(c))
}

/// Whether a folded text is another time than all of a year, or than its end: 2022年, 1-6月,
/// 上年末. `of_figures` tells whether a day is one as of which figures are.
fn is_other_time(text: &str, year: Year, of_figures: bool) -> bool {
    const ENDS: [&str; 10] = ["", "末", "底", "年末", "年底", "度", "度末", "度底", "同期", "全年"];
    if let Some(rest) = behind_other_time(text) {
        return ENDS.contains(&rest) || is_bare_time(rest) && text::is_part_of_year(rest);
    }
    let since = text.strip_suffix("以来").filter(|_| of_figures);
    let text = since.unwrap_or(text);
    if !is_bare_time(text) {
        let period = text::read_period(text);
        return period.is_some_and(|period| is_other_period(period, year, of_figures));
    }
    let as_of =
        || of_figures && text.contains('日') && text::is_part_of_year(&format!("截至{text}"));
    if text::is_part_of_year(text) || as_of() {
        return true;
    }
    let periods = text::periods_in(text);
    periods.iter().any(|period| is_other_period(*period, year, of_figures))
        || periods.is_empty() && names_years(text)
}

fn is_other_period(period: Period, year: Year, of_figures: bool) -> bool {
    match period.part {
        Part::Whole => period.year != year,
        Part::Partial => true,
        Part::Day(_) => of_figures,
    }
}

/// Whether a text of times names more years than one, which are no period: 2021-2023年.
fn names_years(text: &str) -> bool {
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    numbers.filter_map(text::read_year).count() > 1
}

/// Whether a folded text is a word for what is no result, by itself, behind a time or behind
/// another one: 目标值, 2025年目标.
fn is_other_kind(text: &str) -> bool {
    let is_other = |word: &str| Qualifier::of(word) == Some(Qualifier::Other);
    text.char_indices().any(|(at, _)| {
        let (before, word) = text.split_at(at);
        is_other(word) && (is_bare_time(before) || is_other(before))
    })
}

/// Whether a cell is the day as of which figures are, within the year: 截至 | 2023-09-30.
fn is_cut_off(heading: &str, text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
        && text::periods_in(&format!("{heading}：{text}"))
            .iter()
            .any(|period| period.part == Part::Partial)
}

/// What a row's figures are taken to be of.
#[derive(Clone, Copy)]
pub(super) struct Owner<'a> {
    pub(super) region: RegionId,
    pub(super) series: &'a Series<'a>,
    pub(super) year: Year,
    pub(super) vocabulary: &'a Vocabulary<'a>,
}

/// Whether a cell beside a value says that the row is of a target, another year, a part of
/// one, or another place.
pub(super) fn is_of_else(heading: &str, text: &str, owner: Owner<'_>) -> bool {
    if text.is_empty() || cell::is_blank(text.as_bytes()) {
        return false;
    }
    let folded = text::fold(text);
    let heading = text::fold(heading);
    let is_word = text.len() <= LONGEST_WORD;
    if is_key(&heading) {
        return is_word
            && !WHOLE.contains(&&*folded)
            && !folded.ends_with("合计")
            && !folded.ends_with("总计");
    }
    if !is_remark(&heading) {
        if folded.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
            return false;
        }
        if is_word && owner.is_contradicted(&heading, text, &folded) {
            return true;
        }
    }
    any_claim(&folded, &mut |claim| owner.is_denied(claim))
}

impl Owner<'_> {
    /// Whether all of a cell says so, which is no remark.
    fn is_contradicted(self, heading: &str, text: &str, folded: &str) -> bool {
        if text::is_part_of_year(text) || is_cut_off(heading, text) {
            return true;
        }
        if let Some(period) = text::read_period(text) {
            // A day is when something was written or sent.
            return is_other_period(period, self.year, false);
        }
        if speaks(folded) == Some(Speaks::Never) {
            return true;
        }
        let names_places = is_sender(heading) || !is_aside(heading) && is_of_places(heading);
        let beside = Beside::of(folded, self.series.name, self.vocabulary);
        names_places && beside == Some(Beside::Place)
    }

    /// Whether a text claims that figures are of something else.
    fn is_denied(self, Claim { of, sense }: Claim<'_>) -> bool {
        let (is_said, is_of_figures) = (sense > Sense::Aside, sense == Sense::Figures);
        if ends_as_estimate(of) {
            return true;
        }
        if !is_said || sense < Sense::Whole && of.bytes().all(|byte| byte.is_ascii_digit()) {
            return false;
        }
        is_never_results(of)
            || is_other_time(of, self.year, is_of_figures)
            || sense >= Sense::Whole && is_other_kind(of)
            || is_of_figures && is_goal(of)
            || match Beside::of(of, self.series.name, self.vocabulary) {
                Some(Beside::Part) => true,
                // Where they come from is another matter.
                Some(Beside::Place) => is_of_figures && !of.contains(OFFICES),
                None => false,
            }
            || self.is_another_region(of, sense)
    }

    fn is_another_region(self, name: &str, sense: Sense) -> bool {
        let names = self.vocabulary.region_names;
        let find = || match names.find(name)? {
            Found::One(id) => Some(RegionId(id)),
            Found::Several => None,
        };
        match sense {
            Sense::Aside | Sense::Alone => false,
            Sense::Figures => find().is_some_and(|id| id != self.region),
            Sense::Whole => {
                let is_other =
                    |id| !self.vocabulary.is_city(id) && !self.vocabulary.lies_in(self.region, id);
                !names.are_many() && find().is_some_and(is_other)
            }
        }
    }
}
