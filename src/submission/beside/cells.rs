//! What headings and cells beside a figure say by themselves.

use crate::exact::{Decimal, Rational};
use crate::submission::header::Field;
use crate::submission::milestone;
use crate::term::{Done, Level};
use crate::text::{self, Part};

/// Words for the place whose figures a row holds, whichever that is.
pub(super) const HERE: [&str; 12] = [
    "本区",
    "本县",
    "本市",
    "我区",
    "我县",
    "我市",
    "全区",
    "全县",
    "全市",
    "本地",
    "本地区",
    "当地",
];
/// Words by which a column that parts a region's rows leaves them whole.
pub(super) const WHOLE: [&str; 31] = [
    "全部",
    "合计",
    "总计",
    "全年",
    "全体",
    "不限",
    "全区",
    "全县",
    "正常",
    "有效",
    "已审核",
    "审核通过",
    "已上报",
    "已报送",
    "已提交",
    "已确认",
    "城乡",
    "年",
    "年报",
    "每年",
    "通过",
    "同意",
    "正式",
    "最终",
    "终稿",
    "定稿",
    "审定",
    "人民币",
    "rmb",
    "=",
    "等于",
];

/// Whether the cells under a folded heading name places: 填报单位, 辖区, 所在地.
pub(super) fn is_of_places(heading: &str) -> bool {
    heading.is_empty() || heading.contains(['地', '区', '县', '市', '省', '乡', '镇'])
}

/// Whether the cells under a folded heading are remarks: what a text says must be said of the
/// figures there, and not of what happened.
pub(super) fn is_remark(heading: &str) -> bool {
    Field::named(heading) == Some(Field::Remark)
}

/// Whether a cell is the day as of which figures are, within the year: 截至 | 2023-09-30.
pub(super) fn is_cut_off(heading: &str, text: &str) -> bool {
    let ends = ["结束", "终止", "止"].iter().any(|word| heading.starts_with(word));
    let label = if ends { "截止" } else { heading };
    text.contains(|c: char| c.is_ascii_digit())
        && text::periods_in(&format!("{label}：{text}"))
            .iter()
            .any(|period| period.part == Part::Partial)
}

/// Whether two texts are one number, with or without the sign of a percentage.
pub(super) fn is_same_number(one: &str, other: &str) -> bool {
    let number = |text: &str| {
        let text = text::half_width(text.trim());
        Decimal::parse(text.trim_end_matches('%').trim_end()).ok().map(Rational::from)
    };
    number(one).is_some_and(|one| number(other) == Some(one))
}

/// What may be a place, of words for one or for people of it: 普陀区, 普陀区户籍, 普陀区2人.
pub(super) fn places_of(words: &str) -> impl Iterator<Item = &str> {
    const PEOPLE: [&str; 8] = ["", "户籍", "户口", "籍", "户籍人员", "人员", "居民", "残疾人"];
    let counted = words.trim_end_matches(['人', '名', '户', '家', '个']);
    let people = counted.trim_end_matches(|c: char| c.is_ascii_digit());
    let people = if people.len() < counted.len() { people } else { words };
    PEOPLE.iter().filter_map(|word| people.strip_suffix(word))
}

/// Yes or no, also in digits.
pub(super) fn answer(text: &str) -> Option<bool> {
    match text::whole(text) {
        "1" => Some(true),
        "0" => Some(false),
        text => match milestone::read(text)? {
            Done::Yes => Some(true),
            Done::No => Some(false),
            Done::On(_) => None,
        },
    }
}

/// The level that a folded text names: 市级, 区县.
pub(super) fn level_named(folded: &str) -> Option<Level> {
    let of = |(level, words): &(Level, &[&str])| {
        words.iter().any(|word| folded.contains(word)).then_some(*level)
    };
    const LEVELS: [(Level, &[&str]); 6] = [
        (Level::Province, &["自治区", "省"]),
        (Level::County, &["县", "区", "旗"]),
        (Level::Township, &["乡", "镇", "街道"]),
        (Level::City, &["市", "州", "盟"]),
        (Level::Nation, &["国"]),
        (Level::Area, &["功能区"]),
    ];
    LEVELS.iter().find_map(of)
}
