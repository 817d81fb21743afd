//! What a further cell of a row says of its value: that it is of another year, a part of one,
//! another place, or no result.

use super::cell;
use super::header::Field;
use super::layout::{Beside, Qualifier, Speaks, is_aside, is_key, is_sender, speaks};
use super::{Series, Vocabulary};
use crate::term::{Found, RegionId, Year};
use crate::text::{self, Part};

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

/// Whether a text is a part of a year and nothing else: 1—6月.
fn is_bare_part(text: &str) -> bool {
    const OF_TIME: &str = "年月日季度上下半第前至到一二三四五六七八九十个份末底";
    let is_of_time = |c: char| !c.is_alphabetic() || OF_TIME.contains(c);
    text.chars().all(is_of_time) && text::is_part_of_year(text)
}

/// Whether a cell is the day as of which figures are, within the year: 截至 | 2023-09-30.
fn is_cut_off(heading: &str, text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
        && text::periods_in(&format!("{heading}：{text}"))
            .iter()
            .any(|period| period.part == Part::Partial)
}

/// Whether a folded cell says that the value is no result: 预计, 为测算数. A remark may speak
/// of what is expected besides.
fn says_estimate(folded: &str, is_remark: bool) -> bool {
    const LONGEST: usize = 6;
    let is_short = !is_remark || folded.chars().count() <= LONGEST;
    is_short && speaks(folded) == Some(Speaks::Never)
}

/// Whether a cell beside a value says that the row is of a target, another year, a part of
/// one, or another place.
pub(super) fn is_of_else(
    heading: &str,
    text: &str,
    (region, series, year): (RegionId, &Series<'_>, Year),
    vocabulary: &Vocabulary<'_>,
) -> bool {
    if text.is_empty() || text.len() > LONGEST_WORD || cell::is_blank(text.as_bytes()) {
        return false;
    }
    let folded = text::fold(text);
    let heading = text::fold(heading);
    if is_key(&heading) {
        return !WHOLE.contains(&&*folded)
            && !folded.ends_with("合计")
            && !folded.ends_with("总计");
    }
    if Qualifier::of(&folded) == Some(Qualifier::Other) {
        return true;
    }
    if folded.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return false;
    }
    let is_remark = Field::named(&heading) == Some(Field::Remark);
    let is_part = if is_remark { is_bare_part(text) } else { text::is_part_of_year(text) };
    if is_part || is_cut_off(&heading, text) {
        return true;
    }
    if let Some(period) = text::read_period(text) {
        return match period.part {
            Part::Whole => period.year != year,
            Part::Partial => true,
            // When something was written or sent.
            Part::Day(_) => false,
        };
    }
    if says_estimate(&folded, is_remark) {
        return true;
    }
    let names_places =
        is_sender(&heading) || !is_remark && !is_aside(&heading) && is_of_places(&heading);
    match Beside::of(&folded, series.name, vocabulary) {
        Some(Beside::Part) => return true,
        Some(Beside::Place) if names_places => return true,
        Some(Beside::Place) | None => {}
    }
    if vocabulary.region_names.are_many() {
        return false;
    }
    match vocabulary.region_names.find(text) {
        Some(Found::One(id)) => {
            let id = RegionId(id);
            !vocabulary.is_city(id) && !vocabulary.lies_in(region, id)
        }
        Some(Found::Several) | None => false,
    }
}
