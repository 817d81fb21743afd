//! What stands before a colon in titles and at the ends of forms, and what that says of a
//! table: who sent it, in what its figures are, or nothing.

use super::claim::LONGEST_TEXT;
use super::footer::{is_footer, is_note, without_note};
use super::heading::bracketed;
use crate::text;

/// Labels, folded, that say who sent a table.
const ORGANISATIONS: [&str; 19] = [
    "填报单位",
    "填报单位名称",
    "报送单位",
    "报送单位名称",
    "填表单位",
    "填表单位名称",
    "单位名称",
    "填报地区",
    "报送地区",
    "上报单位",
    "上报地区",
    "编制单位",
    "地区",
    "地区名称",
    "县区",
    "县(区)",
    "县(市、区)",
    "所属地区",
    "行政区划",
];
/// Labels, folded, that say in what the figures are.
pub(super) const UNITS: [&str; 6] =
    ["单位", "计量单位", "数据单位", "数值单位", "金额单位", "unit"];

/// How offices end, which are no units.
pub(in crate::submission) const OFFICES: [char; 12] =
    ['会', '联', '局', '府', '委', '处', '办', '部', '院', '校', '司', '心'];
/// What sets the parts of a line apart.
const BREAKS: [char; 12] = [' ', '　', '\t', ',', '，', ';', '；', '。', '（', '(', '）', ')'];

/// How many labels are read in the longest text; the shorter one is, the more.
pub(in crate::submission) const MOST_LABELS: usize = 16;

/// Every `label：value` of a line, the labels folded.
pub(super) fn labels(text: &str) -> Vec<(String, &str)> {
    let mut found = Vec::new();
    let text = &text[..text.floor_char_boundary(LONGEST_TEXT)];
    // Each may say all that stands behind it.
    let most = MOST_LABELS * LONGEST_TEXT / text.len().max(1);
    for (at, colon) in text.match_indices([':', '：']).take(most) {
        let before = text[..at].trim_end();
        // A label may say what to write: 填报单位（盖章）.
        let before = bracketed(before).map_or(before, |(label, _)| label);
        let label = before.rsplit(BREAKS).next().unwrap_or(before);
        let value = text[at + colon.len()..].trim_start();
        let end = value.find([' ', '　', '\t', ';', '；', '。', '（', '(', '）', ')']);
        let value = value[..end.unwrap_or(value.len())].trim();
        if !label.is_empty() && !value.is_empty() {
            found.push((text::fold(label).into_owned(), value));
        }
    }
    found
}

/// What stands in brackets behind a value, but for a seal and which sending it is: 六横 of
/// 填报单位：定海区（六横）.
pub(super) fn beside_value<'t>(text: &'t str, value: &str) -> Option<&'t str> {
    const SEALS: [&str; 8] = ["章", "盖章", "公章", "签章", "签字", "印章", "签名", "加盖公章"];
    const SENDINGS: [&str; 4] = ["更正", "报送", "次", "更新"];
    let (_, rest) = text.split_once(value)?;
    let inner = rest.trim_start().strip_prefix(['（', '('])?;
    let inner = inner[..inner.find(['）', ')'])?].trim();
    let is_of_sending = SENDINGS.iter().any(|word| inner.contains(word));
    // 教就科: who in the office wrote it.
    let is_office = inner.ends_with(OFFICES) || inner.ends_with(['科', '室', '股']);
    (!is_office && !inner.is_empty() && !SEALS.contains(&inner) && !is_of_sending).then_some(inner)
}

/// The title that stands behind the value of a label in the same line.
pub(super) fn behind_value<'t>(text: &'t str, value: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(value)?;
    let title = rest.trim();
    let is_more = rest.starts_with([' ', '　', '\t']) && !title.is_empty();
    (is_more && !title.contains([':', '：', '（', '('])).then_some(title)
}

/// A title without the number that it has among the papers: 附件2：….
pub(super) fn without_number(text: &str) -> &str {
    const PAPERS: [&str; 9] =
        ["附件", "附表", "附", "表格", "表", "标题", "表名", "题名", "报表名称"];
    const NUMBERS: &str = "一二三四五六七八九十";
    let Some((label, title)) = text.split_once([':', '：']) else { return text };
    let number = |rest: &str| {
        rest.chars().all(|c| {
            c.is_ascii_digit() || c.is_whitespace() || "-.".contains(c) || NUMBERS.contains(c)
        })
    };
    let is_paper = PAPERS.iter().any(|word| label.trim().strip_prefix(word).is_some_and(number));
    if is_paper { title.trim_start() } else { text }
}

/// What a line says before its labels: 定海区2023年度（单位：%）.
pub(super) fn unlabelled(text: &str) -> &str {
    let Some(colon) = text.find([':', '：']) else { return text };
    text[..colon].rfind(BREAKS).map_or("", |end| &text[..end])
}

/// How labels begin that say who made a form or looked at it.
const OTHERS: [&str; 14] = [
    "审核", "主管", "批准", "备案", "监制", "制定", "制表", "发布", "指导", "上级", "抄送", "责任",
    "牵头", "负责",
];

/// Whether a label says who sent a table, and not who looked at it.
pub(in crate::submission) fn is_sender(label: &str) -> bool {
    const ENDS: [&str; 6] = ["单位", "机关", "地区", "区划", "代码", "编码"];
    // 综合机关名称, 单位详细名称.
    let named = ["详细名称", "名称"].iter().find_map(|word| label.strip_suffix(word));
    ORGANISATIONS.contains(&label)
        || (ENDS.iter().any(|end| named.unwrap_or(label).ends_with(end))
            && !UNITS.contains(&label)
            && !IDENTITIES.contains(&label)
            && !OTHERS.iter().any(|other| label.starts_with(other)))
}

/// Labels, folded, of what tells one office from another, and says no place.
const IDENTITIES: [&str; 3] = ["统一社会信用代码", "社会信用代码", "组织机构代码"];

/// Whether a text says who made the form: 浙江省残疾人联合会制.
pub(super) fn is_made_by(text: &str) -> bool {
    const MADE: [&str; 7] = ["监制", "印制", "编印", "制发", "制表", "编制", "制"];
    let maker = MADE.iter().find_map(|word| text.trim().strip_suffix(word));
    maker.is_some_and(|maker| maker.trim_end().ends_with(OFFICES))
}

/// Labels, folded, of a form and its papers.
pub(super) const PAPERS: [&str; 13] = [
    "邮编",
    "邮政编码",
    "传真",
    "页码",
    "页数",
    "页次",
    "密级",
    "科室",
    "字号",
    "保存年限",
    "保管期限",
    "附件",
    "序号",
];

/// What a text says of the table that it stands beside, if it does: 注：以上为测算数. What
/// stands behind a word for where the figures come from says nothing of them.
pub(super) fn about_table(text: &str) -> Option<&str> {
    const TABLES: [&str; 12] = [
        "本表",
        "以上",
        "上表",
        "上述",
        "此表",
        "该表",
        "表中",
        "表内",
        "本页",
        "以下",
        "下表",
        "所有数据",
    ];
    const SOURCES: [&str; 10] =
        ["来源", "来自", "由", "根据", "按照", "依据", "取自", "摘自", "引自", "提供"];
    let said = without_note(text);
    let is_about = TABLES.iter().any(|word| said.starts_with(word));
    let end = SOURCES.iter().filter_map(|word| said.find(word)).min().unwrap_or(said.len());
    is_about.then(|| said.get(..end)).flatten()
}

/// Whether what stands behind a label has nothing to do with whose the figures are: who
/// filled them in and when, where they come from, the number of a document.
pub(in crate::submission) fn is_aside(label: &str) -> bool {
    const ENDS: [&str; 9] =
        ["来源", "日期", "时间", "文号", "表号", "电话", "地址", "邮箱", "有效期至"];
    is_footer(label)
        || PAPERS.contains(&label)
        || IDENTITIES.contains(&label)
        || is_note(&format!("{label}："))
        || OTHERS.iter().any(|other| label.starts_with(other))
        || ENDS.iter().any(|end| label.ends_with(end))
}

/// Whether a label says what time figures are of, and not when somebody wrote them: 统计时间,
/// 所属期.
pub(super) fn is_of_figures(label: &str) -> bool {
    const OF: [&str; 10] =
        ["统计", "数据", "所属", "报告", "报表", "核算", "考核", "指标", "评估", "监测"];
    const TIMES: [&str; 12] = [
        "时间", "日期", "期间", "时点", "时期", "时段", "年度", "年份", "周期", "区间", "月份",
        "期",
    ];
    let is_bare = matches!(
        label,
        "时间" | "时期" | "期间" | "时点" | "时段" | "年度" | "年份" | "月份" | "期别"
    );
    let is_one =
        OF.iter().any(|of| label.starts_with(of)) && TIMES.iter().any(|end| label.ends_with(end));
    (is_bare || is_one) && !text::is_about_filing(label)
}

/// Whether a text says of a table who sent it, or in what its figures are.
pub(super) fn is_labelled(text: &str) -> bool {
    let is_one = |(label, _): &(String, &str)| is_sender(label) || UNITS.contains(&label.as_str());
    labels(text).first().is_some_and(|found| {
        let folded = text::fold(text);
        is_one(found) && folded.trim_start_matches('(').starts_with(&*found.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_many_labels_a_text_has_they_say_a_bounded_number_of_bytes() {
        for part in ["单位：%,", "a:b,", "地区：", "单位:", "（单位：人）", ":"] {
            for length in [100, 4_000, 100_000] {
                let text = part.repeat(length);
                let said: usize =
                    labels(&text).iter().map(|(label, value)| label.len() + value.len()).sum();
                assert!(said <= 2 * MOST_LABELS * LONGEST_TEXT, "{part} × {length}: {said}");
            }
        }
    }

    #[test]
    fn of_a_text_as_people_write_it_all_labels_are_read() {
        for (many, between) in [(20, "，"), (30, " "), (60, ";")] {
            let text: Vec<String> = (0..many).map(|at| format!("第{at}项：{at}")).collect();
            assert_eq!(labels(&text.join(between)).len(), many);
        }
        assert_eq!(
            labels("填报单位：定海区 单位：%"),
            [("填报单位".to_owned(), "定海区"), ("单位".to_owned(), "%")]
        );
    }
}
