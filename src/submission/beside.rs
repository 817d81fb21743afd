//! What a further cell of a row says of its value: that it is of another year, a part of one,
//! another place, or no result.

mod cells;
mod places;

use std::cell::Cell;

use super::cell;
use super::layout::{
    Beside, Claim, Demand, Key, Note, OFFICES, Qualifier, Scope, Sense, Speaks, any_claim,
    is_aside, is_measure_name, is_other_period, is_sender, may_be_absent, speaks, without_time,
};
use super::{Series, Vocabulary, unit};
use crate::source::Place;
use crate::term::{Found, Level, RegionId, SeriesId, Year};
use crate::text::{self, Part, Period};
use cells::{
    HERE, WHOLE, answer, is_cut_off, is_of_places, is_remark, is_same_number, level_named,
};

/// The longest text that is taken for a word or a name by itself, in bytes.
const LONGEST_WORD: usize = 60;

/// What a row's figures are taken to be of.
#[derive(Clone, Copy)]
pub(super) struct Owner<'a> {
    pub(super) region: RegionId,
    pub(super) series: &'a Series<'a>,
    pub(super) year: Year,
    /// The value as it is written, and the counts it is made of.
    pub(super) written: [&'a str; 3],
    /// Whether it is asked what is said of all of a table.
    pub(super) is_of_table: bool,
    pub(super) vocabulary: &'a Vocabulary<'a>,
    pub(super) heard: &'a Heard,
}

/// What comes of hearing what is said beside a figure.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// How many claims were looked at.
    pub(super) claims: Cell<u64>,
    /// Whether who sent the figure, or its value, had a say: else it is the same in every row of
    /// the indicator and the year.
    pub(super) is_of_row: Cell<bool>,
}

/// Whether a cell beside a value says that the row is of a target, another year, a part of
/// one, or another place.
pub(super) fn is_of_else(heading: &str, text: &str, owner: Owner<'_>) -> bool {
    // A bare question mark asks whether the figure is right.
    if !text.is_empty() && text.chars().all(|c| matches!(c, '?' | '？')) {
        return true;
    }
    if text.is_empty() || cell::is_blank(text.as_bytes()) {
        return false;
    }
    // What time of the day it was says nothing.
    let text = match text.split_once([' ', 'T']) {
        Some((day, _)) if text.len() <= LONGEST_WORD && text::read_date(text).is_some() => day,
        Some(_) | None => text,
    };
    let folded = text::fold(text);
    let heading = text::fold(heading);
    let is_word = text.len() <= LONGEST_WORD;
    if let Some(key) = Key::of(&heading) {
        owner.asked();
        if let Some(is_else) = owner.keyed(key, text, &folded) {
            return is_word && is_else;
        }
    }
    // What figures are taken from can't be older than they are.
    let source =
        if heading.ends_with("来源") { Some(&*folded) } else { text::source_in(&folded) };
    if source.and_then(text::last_year_of_source).is_some_and(|year| year < owner.year) {
        return true;
    }
    if !is_remark(&heading) {
        owner.asked();
        if owner.lies_in(&folded) {
            return false;
        }
        if folded.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
            return owner.is_coded_otherwise(&heading, &folded);
        }
        if is_word && owner.is_contradicted(&heading, text, &folded) {
            return true;
        }
    }
    owner.is_any_denied(&folded) || is_remark(&heading) && owner.is_named_and_denied(&folded)
}

/// Whether a cell beside what is no figure (0/0, 不适用) says that nothing was counted, or sent.
pub(super) fn is_absent(text: &str, owner: Owner<'_>) -> bool {
    let folded = text::fold(text);
    may_be_absent(&folded)
        && any_claim(&folded, &mut |claim| {
            owner.heard.claims.set(owner.heard.claims.get() + 1);
            claim.is_absent()
        })
}

impl<'a> Owner<'a> {
    /// Whether a text claims that figures are of something else.
    fn is_any_denied(self, folded: &str) -> bool {
        any_claim(folded, &mut |claim| {
            self.heard.claims.set(self.heard.claims.get() + 1);
            self.is_denied(claim)
        })
    }

    /// Whether a remark claims so of the figure's own region or indicator: 定海区未审核.
    fn is_named_and_denied(self, folded: &str) -> bool {
        let is_own = |series: &Series<'_>| series.id == self.series.id;
        let id = self.vocabulary.series.iter().position(is_own);
        let Some(id) = id.and_then(|at| u16::try_from(at).ok()).map(SeriesId) else { return false };
        let named = Note::named_in(folded, &|| Place::file(&"".into()), self.vocabulary);
        named
            .inspect(|_| self.asked())
            .any(|note| note.is_of(self.region, id) && self.is_any_denied(&note.text))
    }

    /// What is asked of a row.
    pub(super) fn new(
        region: RegionId,
        series: &'a Series<'a>,
        year: Year,
        written: [&'a str; 3],
        vocabulary: &'a Vocabulary<'a>,
        heard: &'a Heard,
    ) -> Self {
        Self { region, series, year, written, is_of_table: false, vocabulary, heard }
    }

    /// Notes that who sent the figure, or its value, is asked for.
    fn asked(self) {
        self.heard.is_of_row.set(true);
    }

    /// Whether a cell under a heading that tells rows apart says that the row is of something
    /// else; none if it says neither that nor the contrary.
    fn keyed(self, key: Key<'_>, text: &str, folded: &str) -> Option<bool> {
        let is_whole = self.vocabulary.is_city(self.region);
        match key {
            // Of a table more may be said of it than which part its rows are.
            Key::Part if self.is_of_table && self.is_understood(text) => Some(false),
            Key::Part => Some(!self.is_whole(folded)),
            Key::Factor => Some(!matches!(text::whole(folded), "1" | "×1" | "x1" | "100%")),
            Key::Figure => Some(true),
            // What stands in it is heard as of any other column.
            Key::Edition => None,
            Key::Sign => Some(!matches!(folded, "+" | "正" | "正向" | "正号" | "正数" | "%")),
            Key::Spread => Some(!matches!(text::whole(folded), "0" | "无" | "none" | "0%")),
            Key::Within(level) => Some(!self.is_within(level, folded)),
            Key::Level => {
                let level = self.vocabulary.region(self.region)?.level;
                level_named(folded).map(|named| level != Level::Area && named != level)
            }
            Key::Asks(word) => answer(text).map(|yes| Key::denies(word, yes, is_whole)),
        }
    }

    /// Whether the region lies in the country, province or city of a folded name.
    fn is_within(self, level: Level, folded: &str) -> bool {
        const CHINA: [&str; 6] = ["中国", "中华人民共和国", "china", "cn", "chn", "prc"];
        let vocabulary = self.vocabulary;
        WHOLE.contains(&folded)
            || match level {
                Level::Nation => CHINA.contains(&folded),
                Level::Province => vocabulary.region_names.is_province_of(folded, self.region),
                Level::City | Level::County | Level::Township | Level::Area => {
                    let named = vocabulary.region_named(folded);
                    named.is_some_and(|id| !vocabulary.is_apart(id, self.region))
                }
            }
    }

    /// Whether all words of what is said of a table are known, and none is for a part of
    /// anything.
    fn is_understood(self, text: &str) -> bool {
        Scope::of(text, Demand::All, self.vocabulary) == Scope::default()
            && !text.contains(|c: char| c.is_ascii_digit())
            && !text::is_part_of_year(text)
            && speaks(&text::fold(text)).is_none()
    }

    /// Whether a word by which a column parts a region's rows leaves them whole: 合计, 实际,
    /// 2023年.
    fn is_whole(self, folded: &str) -> bool {
        let name = self.vocabulary.name(self.region);
        let names_all = WHOLE.contains(&folded)
            || folded == "全市" && name.ends_with('市')
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
                && folded.contains(['月', '季'])
                && text::periods_in(&format!("{year}年{folded}"))
                    == [Period { year, part: Part::Whole }]
        };
        names_all || names_year() || is_all_year()
    }

    /// Whether a number under a heading for years or codes is another year, or another
    /// region or indicator: 所属年度 | 2022, 代码 | 330903, 指标编号 | 4.
    fn is_coded_otherwise(self, heading: &str, number: &str) -> bool {
        let ends = |words: &[&str]| words.iter().any(|word| heading.ends_with(word));
        let is_time = ends(&["年度", "年份", "年", "年月", "期数", "期次", "year", "period"]);
        if is_time && !text::is_about_filing(heading) {
            let begins = heading.starts_with('起') || heading.starts_with("开始");
            let period = text::read_period(number).filter(|_| number.len() == 6);
            return match period {
                Some(period) if begins => period.year != self.year,
                Some(period) => is_other_period(period, self.year, false),
                None => text::read_year(number).is_some_and(|year| year != self.year),
            };
        }
        if heading.starts_with("指标") && ends(&["代码", "编码", "编号", "序号"]) {
            return self.names_another_series(number);
        }
        let is_code = ends(&["代码", "编码", "区划", "code"]) && number.len() >= 6;
        let region = self.vocabulary.region_named(number).filter(|_| is_code);
        region.is_some_and(|id| self.vocabulary.is_apart(id, self.region))
    }

    /// Whether a folded text is what the region lies in beyond the plan: its province, or China.
    fn lies_in(self, folded: &str) -> bool {
        folded == "中国" || self.vocabulary.region_names.is_province_of(folded, self.region)
    }

    /// Whether figures are said to be in another unit than the series'.
    fn is_in_another(self, written: &str) -> bool {
        let [numerator, denominator] = self.series.count_units;
        let own = [self.series.unit, numerator, denominator];
        own.iter().all(|own| !unit::same(written, &text::fold(own)))
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
        if folded.contains(char::is_alphabetic) && self.names_another_series(folded) {
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
        names(text).is_some_and(|named| named.name != self.series.name)
    }

    /// Whether a text claims that figures are of something else.
    fn is_denied(self, claim: Claim<'_>) -> bool {
        let beside = || Beside::of(claim.of, self.series.name, self.vocabulary);
        // Where they come from, and what they count in, is another matter.
        let is_place = || {
            let is_source = ["平台", "系统", "数据库"].iter().any(|end| claim.of.ends_with(end));
            let is_else = claim.of.contains(OFFICES) || claim.of.starts_with(['含', '包', '由']);
            let is_else = is_else || is_source;
            claim.sense == Sense::Figures && !is_else
        };
        // What is told of last year beside this year's is none of it, unless it is what was sent.
        let is_own = |number: &str| {
            self.asked();
            self.written.iter().any(|own| is_same_number(number, own))
        };
        claim.is_no_result()
            || claim.unit().is_some_and(|unit| self.is_in_another(unit))
            || claim.is_other_time(self.year) && claim.told_beside().is_none_or(is_own)
            || self.is_of_other_time_there(claim)
            || claim.corrected().is_some_and(|number| !is_own(number))
            || claim.restated(&text::fold(self.series.name)).is_some_and(|number| !is_own(number))
            || claim.is_said() && claim.left_out().is_some_and(|place| self.holds(place, claim))
            || claim.is_said() && claim.taken_in().is_some_and(|of| self.is_beyond(of, claim))
            || claim.borrowed().is_some_and(|place| self.is_of_another(place))
            || self.is_by_another_measure(claim)
            || claim.is_said()
                && !self.is_told_of_others(claim, &is_own)
                && match beside() {
                    Some(Beside::Part) => true,
                    Some(Beside::Place) if is_place() => true,
                    Some(Beside::Place) | None => self.is_another_region(claim),
                }
    }

    /// Whether it is another number, that of a part or of a wider place: 其中城镇56.1%, 全省54.2%.
    fn is_told_of_others(self, claim: Claim<'_>, is_own: &dyn Fn(&str) -> bool) -> bool {
        claim.share().is_some_and(|(lead, number)| {
            let lead = lead.trim_end_matches(['为', '是', ':']);
            let is_other = lead.starts_with("其中") || self.is_wider(lead);
            is_other && !is_own(number)
        })
    }

    /// Whether it is that they are counted as a wider place does, or are another measure:
    /// 市级口径, 全市数, 合格率.
    fn is_by_another_measure(self, claim: Claim<'_>) -> bool {
        let basis = claim.of.strip_suffix("口径");
        let is_wider = || {
            (basis.is_some() || claim.sense == Sense::Figures)
                && self.is_wider(basis.unwrap_or(claim.of).trim_end_matches('按'))
        };
        claim.is_said() && (is_wider() || is_measure_name(claim.of, self.series.name))
    }

    /// Whether it is that they are a place's of another time: 定海区2022年, 上年本区.
    fn is_of_other_time_there(self, claim: Claim<'_>) -> bool {
        without_time(claim.of).is_some_and(|(place, time)| {
            let is_place = HERE.contains(&place) || self.vocabulary.region_named(place).is_some();
            is_place && Claim { of: time, ..claim }.is_other_time(self.year)
        })
    }
}
