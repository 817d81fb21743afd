//! Whose a figure is by what is said beside it: another region's, a wider place's, or one's own
//! without a part of it.

use super::Owner;
use super::cells::places_of;
use crate::submission::layout::{
    Beside, Claim, OFFICES, Sense, is_name, is_no_part, is_place, without_time,
};
use crate::term::{Level, RegionId};

impl Owner<'_> {
    /// The region that words name, with a time before it or behind it or without one.
    pub(super) fn named(self, words: &str) -> Option<RegionId> {
        let named = |words| self.vocabulary.region_named(words);
        named(words).or_else(|| without_time(words).and_then(|(place, _)| named(place)))
    }

    /// Whether words name a part of the people or a place in the region, as far as places are
    /// known: what lies in it beside the plan's own is in it.
    pub(super) fn holds(self, words: &str, claim: Claim<'_>) -> bool {
        // What work lacks is no part of a figure: 缺师资.
        const WANTS: [&str; 10] =
            ["师资", "资金", "人手", "经费", "人员", "场地", "设备", "编制", "专干", "教师"];
        if words == "功能区" {
            self.asked();
            return self.has_areas();
        }
        if is_no_part(words) || WANTS.contains(&words) {
            return false;
        }
        match self.named(words) {
            Some(id) => {
                self.asked();
                let is_whole = self.vocabulary.is_city(self.region);
                is_whole && id != self.region || self.vocabulary.lies_in(id, self.region)
            }
            None => {
                Beside::of(words, self.series.name, self.vocabulary).is_some()
                    || is_name(words, self.vocabulary)
                    || claim.leaves_out()
            }
        }
    }

    /// Whether areas of the plan lie in the region.
    fn has_areas(self) -> bool {
        let vocabulary = self.vocabulary;
        let with_areas = vocabulary.known.with_areas.get_or_init(|| {
            let areas = vocabulary.regions.iter().filter(|region| region.level == Level::Area);
            let outer = areas.flat_map(|area| {
                std::iter::successors(area.within, |id| vocabulary.region(*id)?.within)
            });
            outer.map(|id| id.0).collect()
        });
        with_areas.contains(&self.region.0)
    }

    /// Whether words name a region of the plan that does not lie in this one, or people of it
    /// (普陀区户籍, 普陀区2人), or another time.
    pub(super) fn is_beyond(self, words: &str, claim: Claim<'_>) -> bool {
        if (Claim { of: words, ..claim }).is_other_time(self.year) {
            return true;
        }
        let named = places_of(words).find_map(|place| self.named(place));
        let Some(id) = named else { return false };
        self.asked();
        !self.vocabulary.is_city(self.region) && !self.vocabulary.lies_in(id, self.region)
    }

    /// Whether words are for a place that this one is but a part of.
    pub(super) fn is_wider(self, words: &str) -> bool {
        const WIDER: [&str; 6] = ["全省", "全国", "省级", "全省各市", "国家", "省均"];
        const OF_CITY: [&str; 8] =
            ["全市", "市级", "本市", "我市", "全市各县区", "市里", "市本级", "市均"];
        let is_of_city = || {
            let is_one = OF_CITY.contains(&words);
            if is_one {
                self.asked();
            }
            is_one && !self.vocabulary.is_city(self.region)
        };
        WIDER.contains(&words) || is_of_city()
    }

    /// Whether words are another region's name, or those of a place that this one is but a part of.
    pub(super) fn is_of_another(self, words: &str) -> bool {
        const OTHERS: [&str; 8] =
            ["邻县", "邻区", "邻市", "邻近", "周边", "其他县区", "兄弟县区", "外地"];
        // 所在社区
        const NO_NAME: [char; 10] = ['所', '各', '本', '该', '户', '居', '常', '实', '原', '现'];
        let vocabulary = self.vocabulary;
        // Of which time they are is another matter.
        let words = words.strip_suffix("数据").unwrap_or(words);
        let words = without_time(words).map_or(words, |(place, _)| place);
        self.is_wider(words)
            || OTHERS.contains(&words)
            || match vocabulary.region_named(words) {
                Some(id) => {
                    self.asked();
                    id != self.region
                }
                None => {
                    !words.contains(OFFICES)
                        && !words.starts_with(NO_NAME)
                        && is_place(words)
                        && Beside::of(words, self.series.name, vocabulary) == Some(Beside::Place)
                }
            }
    }

    pub(super) fn is_another_region(self, Claim { of, sense }: Claim<'_>) -> bool {
        let vocabulary = self.vocabulary;
        let named = || self.named(of).inspect(|_| self.asked());
        match sense {
            Sense::Aside | Sense::Alone => false,
            Sense::Figures => named().is_some_and(|id| id != self.region),
            Sense::Whole if vocabulary.region_names.are_many() => false,
            Sense::Whole => named().is_some_and(|id| vocabulary.is_apart(id, self.region)),
        }
    }
}
