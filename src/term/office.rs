//! The words around a place's name: the province it lies in, the office that signs.

use std::sync::LazyLock;

use hashbrown::HashSet;

/// Offices that report for a place. Two may follow each other: 人民政府残工委.
const OFFICES: [&str; 44] = [
    "残疾人联合会",
    "残联",
    "残疾人工作委员会",
    "残工委",
    "人民政府",
    "政府",
    "管理委员会",
    "管委会",
    "党工委",
    "办公室",
    "办公厅",
    "办",
    "民政局",
    "统计局",
    "财政局",
    "教育局",
    "审计局",
    "体育局",
    "司法局",
    "交通运输局",
    "住房和城乡建设局",
    "住建局",
    "人力资源和社会保障局",
    "人力社保局",
    "人社局",
    "卫生健康局",
    "卫生健康委员会",
    "卫健局",
    "卫健委",
    "医疗保障局",
    "医保局",
    "农业农村局",
    "发展和改革局",
    "发展和改革委员会",
    "发展改革局",
    "发展改革委",
    "发改局",
    "发改委",
    "经济和信息化局",
    "经信局",
    "生态环境局",
    "文化和广电旅游体育局",
    "商务局",
    "科技局",
];

/// What stands in brackets behind an office, or right behind it.
const STAMPS: [&str; 8] =
    ["盖章", "公章", "签章", "章", "单位盖章", "加盖公章", "单位公章", "签字盖章"];

/// The first two digits of the codes of a province, and its names, the short one last.
const PROVINCES: [(&str, &str, &str); 34] = [
    ("11", "北京市", "北京"),
    ("12", "天津市", "天津"),
    ("13", "河北省", "河北"),
    ("14", "山西省", "山西"),
    ("15", "内蒙古自治区", "内蒙古"),
    ("21", "辽宁省", "辽宁"),
    ("22", "吉林省", "吉林"),
    ("23", "黑龙江省", "黑龙江"),
    ("31", "上海市", "上海"),
    ("32", "江苏省", "江苏"),
    ("33", "浙江省", "浙江"),
    ("34", "安徽省", "安徽"),
    ("35", "福建省", "福建"),
    ("36", "江西省", "江西"),
    ("37", "山东省", "山东"),
    ("41", "河南省", "河南"),
    ("42", "湖北省", "湖北"),
    ("43", "湖南省", "湖南"),
    ("44", "广东省", "广东"),
    ("45", "广西壮族自治区", "广西"),
    ("46", "海南省", "海南"),
    ("50", "重庆市", "重庆"),
    ("51", "四川省", "四川"),
    ("52", "贵州省", "贵州"),
    ("53", "云南省", "云南"),
    ("54", "西藏自治区", "西藏"),
    ("61", "陕西省", "陕西"),
    ("62", "甘肃省", "甘肃"),
    ("63", "青海省", "青海"),
    ("64", "宁夏回族自治区", "宁夏"),
    ("65", "新疆维吾尔自治区", "新疆"),
    ("71", "台湾省", "台湾"),
    ("81", "香港特别行政区", "香港"),
    ("82", "澳门特别行政区", "澳门"),
];

/// Cities that titles speak of without the word for their kind.
const CITIES: &str = "杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 台州 丽水 义乌 石家庄 太原 沈阳 长春 \
哈尔滨 南京 合肥 福州 南昌 济南 郑州 武汉 长沙 广州 海口 成都 贵阳 昆明 西安 兰州 西宁 呼和浩特 南宁 拉萨 \
银川 乌鲁木齐 深圳 厦门 青岛 大连 苏州 无锡 常州 南通 徐州 扬州 镇江 泰州 盐城 淮安 连云港 宿迁 泉州 漳州 \
温岭 余姚 慈溪 象山";

/// The characters that an office, a province or a city begins with: nearly none in a text
/// is one.
static FIRST: LazyLock<HashSet<char>> = LazyLock::new(|| {
    let provinces = PROVINCES.iter().flat_map(|(_, name, short)| [*name, *short]);
    let all = OFFICES.into_iter().chain(provinces).chain(CITIES.split_whitespace());
    all.filter_map(|word| word.chars().next()).collect()
});

/// Whether a text may begin with an office, a province or a city.
fn may_begin(text: &str) -> bool {
    text.chars().next().is_some_and(|first| FIRST.contains(&first))
}

/// What stands behind the city of another plan that a folded text begins with.
pub fn after_city(text: &str) -> Option<&str> {
    if !may_begin(text) {
        return None;
    }
    CITIES.split_whitespace().find_map(|city| text.strip_prefix(city))
}

/// The province that a folded text begins with: the first digits of its codes, and what
/// stands behind its name.
pub fn province(text: &str) -> Option<(&'static str, &str)> {
    if !may_begin(text) {
        return None;
    }
    PROVINCES.iter().find_map(|(code, name, short)| {
        let rest = text.strip_prefix(name).or_else(|| text.strip_prefix(short))?;
        Some((*code, rest))
    })
}

/// Whether a folded text is nothing but offices and where to put the stamp; `known` says
/// whether another text says the same place.
pub(super) fn are_offices(mut text: &str, known: impl Fn(&str) -> bool) -> bool {
    while !text.is_empty() {
        if let Some((inner, rest)) = bracketed(text) {
            if !STAMPS.contains(&inner) && !known(inner) {
                return false;
            }
            text = rest;
        } else if let Some(rest) = after_office(text) {
            text = rest;
        } else {
            return STAMPS.contains(&text) || known(text);
        }
    }
    true
}

/// The rest of a folded text behind the office that it begins with.
pub fn after_office(text: &str) -> Option<&str> {
    if !may_begin(text) {
        return None;
    }
    OFFICES.iter().filter_map(|office| text.strip_prefix(office)).min_by_key(|rest| rest.len())
}

/// A text that begins with brackets: what stands in them, and behind them.
fn bracketed(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix(['(', '['])?.split_once([')', ']'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_are_known_alone_one_behind_the_other_and_with_a_stamp() {
        for text in [
            "",
            "残联",
            "残疾人联合会",
            "人民政府残工委(盖章)",
            "政府残疾人工作委员会办公室",
            "残联盖章",
            "(公章)",
            "残联(同上)",
        ] {
            assert!(are_offices(text, |inner| inner == "同上"), "{text}");
        }
        for text in ["人民医院", "残联盐仓街道", "(本级)", "城区", "残联("] {
            assert!(!are_offices(text, |_| false), "{text}");
        }
    }

    #[test]
    fn a_province_is_known_by_both_names() {
        assert_eq!(province("浙江省舟山市"), Some(("33", "舟山市")));
        assert_eq!(province("内蒙古赤峰市"), Some(("15", "赤峰市")));
        assert_eq!(province("舟山市"), None);
    }
}
