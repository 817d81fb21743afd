//! What the words around a year or a day say of it.

use super::character::is_blank;
use super::numeral;
use super::said::label;
use super::scan::Scan;

/// Words before the day as of which figures are.
pub(super) const CUT_OFFS: [&str; 20] = [
    "截至",
    "截止",
    "截至到",
    "截止到",
    "截至日",
    "截止日",
    "截至日期",
    "截止日期",
    "截至时间",
    "截止时间",
    "截至时点",
    "截止时点",
    "统计时点",
    "数据时点",
    "时点",
    "截至目前",
    "统计至",
    "统计到",
    "数据至",
    "asof",
];

/// Whether a label is nothing but words before the day as of which figures are.
pub(super) fn is_cut_off_label(label: &str) -> bool {
    let label = label.strip_prefix("数据").unwrap_or(label);
    let label = label.strip_prefix("统计").unwrap_or(label);
    CUT_OFFS.contains(&label)
}

/// Whether a day is the one as of which figures are: 截至…, 统计截止日期：…, …止.
pub(super) fn is_cut_off(before: Scan<'_>, mut after: Scan<'_>) -> bool {
    let label = label(before).to_lowercase();
    let label = label.trim_end_matches(['为', '是', '于']);
    CUT_OFFS.iter().any(|word| label.ends_with(word)) || after.word(&["止", "为止"])
}

/// Labels, and words behind, of a year that is not the one of the figures.
const OTHERS: [&str; 21] = [
    "有效期",
    "有效期限",
    "有效日期",
    "有效截止",
    "有效期截止",
    "有效期截止日期",
    "有效至",
    "有效到",
    "到期",
    "到期日",
    "到期日期",
    "失效日期",
    "基期",
    "基期年",
    "基期年份",
    "基年",
    "基准年",
    "基准年份",
    "目标年",
    "目标年份",
    "目标年度",
];
const OTHERS_BEHIND: [&str; 9] =
    ["为基期", "为基年", "为基准", "为基数", "作为基", "作基", "不变价", "可比价", "到期"];

/// Whether a year or a day is that of something else than the figures: 有效期至…, 基期：…,
/// 目标年：…, 到2025年.
pub(super) fn is_of_another_time(before: Scan<'_>, mut after: Scan<'_>) -> bool {
    let label = label(before);
    let named = label.trim_end_matches(['为', '是', '于', '至', '到']);
    let is_named = OTHERS.iter().any(|word| label.ends_with(word) || named.ends_with(word));
    is_named || is_goal(&label, before, after) || after.word(&OTHERS_BEHIND)
}

/// Whether a year is one that a plan reaches to: 到2025年. The end of one (到2022年底) is as
/// often that of the figures.
fn is_goal(label: &str, before: Scan<'_>, after: Scan<'_>) -> bool {
    let is_counted = ["截至到", "截止到", "统计到", "累计到", "数据到", "直到"];
    let read = before.text.get(before.at..after.at).unwrap_or_default();
    label.ends_with('到')
        && !is_counted.iter().any(|word| label.ends_with(word))
        && !read.iter().any(|c| matches!(c, '月' | '末' | '底' | '终' | '日' | '号' | '-'))
}

/// Whether a year is only what figures are compared with: 比上年（2022年）, 较2022年,
/// 与2022年相比.
pub(super) fn is_compared(before: Scan<'_>, mut after: Scan<'_>) -> bool {
    is_compared_label(&label(before)) || after.word(&["相比", "同比", "比较"])
}

/// Whether a label ends with a word for comparing. 占比 and the like are shares.
pub(super) fn is_compared_label(label: &str) -> bool {
    const EARLIER: [&str; 8] =
        ["上年同期", "去年同期", "上年度", "上年末", "去年底", "上年", "去年", "同期"];
    let label = EARLIER.iter().find_map(|word| label.strip_suffix(word)).unwrap_or(label);
    let Some(rest) = label.strip_suffix('比').or_else(|| label.strip_suffix("较")) else {
        return false;
    };
    !(label.ends_with('比') && rest.ends_with(['占', '分', '之', '成', '别', '配']))
}

/// Whether a year is only where something begins or ends (2020年以来, 2025年底前), or is
/// that of a document (2022年修订).
pub(super) fn is_since(before: Scan<'_>, mut scan: Scan<'_>) -> bool {
    let begins = label(before).ends_with(['自', '从']) && scan.word(&["起", "开始"]);
    let is_edition = is_edition(before, scan);
    let ends = |mut scan: Scan<'_>| {
        scan.word(&["前"]) && scan.rest().first().is_none_or(|c| !c.is_alphanumeric())
    };
    begins
        || is_edition
        || scan.word(&["颁布", "试行"])
        || scan.word(&["以来", "以前", "之前", "以后", "之后"])
        || ends(scan)
}

/// Whether it is the year of an edition of a document that is named: 指标体系（2022年版）. What
/// 2022年版 is by itself is of that year.
fn is_edition(before: Scan<'_>, mut scan: Scan<'_>) -> bool {
    const DOCUMENTS: [&str; 24] = [
        "办法", "制度", "标准", "目录", "方案", "指南", "手册", "规范", "规程", "体系", "分类",
        "条例", "规定", "细则", "意见", "口径", "表式", "样式", "格式", "代码", "文件", "通知",
        "规划", "纲要",
    ];
    if !scan.word(&["修订版", "修正版", "修订", "修正", "版"]) {
        return false;
    }
    let rest = scan.rest().iter().skip_while(|c| is_blank(**c) || **c == '《');
    let behind: String = rest.take_while(|c| c.is_alphanumeric()).take(16).collect();
    let before_it = before.text.get(..before.at).unwrap_or_default();
    let last = before_it.iter().rev().find(|c| !is_blank(**c) && !matches!(c, '(' | '['));
    let label = label(before);
    last == Some(&'》') || DOCUMENTS.iter().any(|it| label.ends_with(it) || behind.contains(it))
}

/// Whether it is the year of a document's number: 〔2021〕4号, 2021年第4号.
pub(super) fn is_document(mut scan: Scan<'_>) -> bool {
    scan.word(&["〕", "]", "】", ")", "》"]);
    scan.word(&["第"]);
    scan.blanks();
    let digits = numeral::digits(scan.rest());
    scan.at += digits;
    digits > 0 && scan.word(&["号"])
}
