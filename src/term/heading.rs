//! What people call the columns by which a row is known, the usual name first.

/// Those of years.
pub const YEAR_HEADINGS: &[&str] = &[
    "年份",
    "年度",
    "时间",
    "日期",
    "时期",
    "报告期",
    "统计期",
    "所属期",
    "数据年份",
    "统计年份",
    "year",
];

/// Those of regions.
pub const REGION_HEADINGS: &[&str] = &[
    "地区",
    "地区名称",
    "地区代码",
    "县（区）",
    "县区",
    "县区名称",
    "区县",
    "区（县）",
    "县（市、区）",
    "县（区、市）",
    "区（县、市）",
    "市（县、区）",
    "市（区、县）",
    "县市区",
    "县级单位",
    "设区市",
    "设区的市",
    "地市",
    "地级市",
    "市州",
    "市（州）",
    "市县",
    "行政区",
    "行政区划",
    "行政区划代码",
    "行政区划名称",
    "所属地区",
    "region",
];
