//! What a further cell of a row says of its value: that it is of another year, a part of one,
//! another place, or no result.

use super::cell;
use super::header::Field;
use super::layout::{
    Beside, Claim, OFFICES, Qualifier, Sense, Speaks, any_claim, is_aside, is_key, is_other_period,
    is_sender, speaks,
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
        return is_word && !owner.is_whole(&folded);
    }
    if !is_remark(&heading) {
        if folded.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
            return owner.is_coded_otherwise(&heading, &folded);
        }
        if is_word && owner.is_contradicted(&heading, text, &folded) {
            return true;
        }
    }
    any_claim(&folded, &mut |claim| owner.is_denied(claim))
}

impl Owner<'_> {
    /// Whether a word by which a column parts a region's rows leaves them whole: 合计, 实际,
    /// 2023年.
    fn is_whole(self, folded: &str) -> bool {
        let names_all = WHOLE.contains(&folded)
            || ["合计", "总计"].iter().any(|end| folded.ends_with(end))
            || matches!(Qualifier::of(folded), Some(Qualifier::Result | Qualifier::Nothing));
        let names_year = || {
            let year = text::read_period(folded).and_then(Period::whole_year);
            year == Some(self.year) && folded.len() > 2
        };
        // 1-12月, 1月至12月: told of the year, it is all of it.
        let is_all_year = || {
            let year = self.year;
            folded.starts_with(['1', '一'])
                && folded.contains(['-', '至', '到'])
                && text::periods_in(&format!("{year}年{folded}"))
                    == [Period { year, part: Part::Whole }]
        };
        names_all || names_year() || is_all_year()
    }

    /// Whether a number under a heading for years or codes is another year, or another
    /// region: 所属年度 | 2022, 代码 | 330903.
    fn is_coded_otherwise(self, heading: &str, number: &str) -> bool {
        let ends = |words: &[&str]| words.iter().any(|word| heading.ends_with(word));
        if ends(&["年度", "年份", "年", "year", "period"]) && !text::is_about_filing(heading) {
            return text::read_year(number).is_some_and(|year| year != self.year);
        }
        let is_code = ends(&["代码", "编码", "区划", "code"]) && number.len() >= 6;
        let region = self.vocabulary.region_named(number).filter(|_| is_code);
        region.is_some_and(|id| self.vocabulary.is_apart(id, self.region))
    }

    /// Whether figures are said to be in another unit than the series'.
    fn is_in_another(self, unit: &str) -> bool {
        let [numerator, denominator] = self.series.count_units;
        [self.series.unit, numerator, denominator].iter().all(|own| unit != text::fold(own))
    }

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
        if self.names_another_series(folded) {
            return true;
        }
        let names_places = is_sender(heading) || !is_aside(heading) && is_of_places(heading);
        let beside = Beside::of(folded, self.series.name, self.vocabulary);
        names_places && beside == Some(Beside::Place)
    }

    /// Whether a text is the name of an indicator, and none of the row's.
    fn names_another_series(self, text: &str) -> bool {
        let names = |name: &str| match self.vocabulary.series_names.find(name) {
            Some(Found::One(id)) => self.vocabulary.series.get(id as usize),
            Some(Found::Several) | None => None,
        };
        text.contains(char::is_alphabetic)
            && names(text).is_some_and(|named| named.name != self.series.name)
    }

    /// Whether a text claims that figures are of something else.
    fn is_denied(self, claim: Claim<'_>) -> bool {
        let beside = || Beside::of(claim.of, self.series.name, self.vocabulary);
        // Where they come from, and what they count in, is another matter.
        let is_place = || {
            let is_else = claim.of.contains(OFFICES) || claim.of.starts_with(['含', '包', '由']);
            claim.sense == Sense::Figures && !is_else
        };
        claim.is_no_result()
            || claim.unit().is_some_and(|unit| self.is_in_another(unit))
            || claim.is_other_time(self.year)
            || claim.is_said()
                && match beside() {
                    Some(Beside::Part) => true,
                    Some(Beside::Place) if is_place() => true,
                    Some(Beside::Place) | None => self.is_another_region(claim),
                }
    }

    fn is_another_region(self, Claim { of, sense }: Claim<'_>) -> bool {
        let vocabulary = self.vocabulary;
        match sense {
            Sense::Aside | Sense::Alone => false,
            Sense::Figures => vocabulary.region_named(of).is_some_and(|id| id != self.region),
            Sense::Whole if vocabulary.region_names.are_many() => false,
            Sense::Whole => {
                let id = vocabulary.region_named(of);
                id.is_some_and(|id| vocabulary.is_apart(id, self.region))
            }
        }
    }
}
