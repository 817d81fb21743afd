//! What stands around a form, wherever and however it is led to: above and below its table, behind
//! the sender, beside headings and signatures, on a sheet of its own, in the name of the file.

use super::judged;

const REGION: &str = "定海区";

/// A form of one region, with what stands around its table.
struct Form<'t> {
    name: &'t str,
    above: &'t str,
    title: &'t str,
    sender: &'t str,
    head: &'t str,
    below: &'t str,
}

const FORM: Form<'static> = Form {
    name: "2023.csv",
    above: "",
    title: "舟山市残疾人事业主要指标完成情况表",
    sender: "填报单位：定海区残联",
    head: "序号,指标,数值,备注",
    below: "填表人：张三,,审核人：李四,",
};

impl Form<'_> {
    /// Whether its figure is judged; if not, an error says why.
    fn is_judged(&self) -> bool {
        let Self { name, above, title, sender, head, below } = self;
        let text = format!("{above}\n{title},,,\n{sender},,,\n{head}\n9,W,57.20%,\n{below}\n");
        let found = judged(name, &text);
        let is_judged = found.value(REGION, super::WORK).is_some();
        assert_eq!(is_judged, found.errors.is_empty(), "{}: {:?}", found.text, found.errors);
        is_judged
    }
}

fn refuses<'t>(texts: &[&'t str], form: impl Fn(&'t str) -> Form<'t>) {
    texts.iter().for_each(|text| assert!(!form(text).is_judged(), "{text}"));
}

fn judges<'t>(texts: &[&'t str], form: impl Fn(&'t str) -> Form<'t>) {
    texts.iter().for_each(|text| assert!(form(text).is_judged(), "{text}"));
}

#[test]
fn a_title_says_the_same_behind_the_number_of_a_paper() {
    for paper in ["", "附件2：", "表1：", "附表1-2：", "标题：", "填报单位：定海区残联 "]
    {
        for title in [
            "残疾人事业主要指标目标分解表",
            "主要指标预计完成表",
            "上年数",
            "快报",
            "作废",
            "普陀区主要指标",
        ] {
            let title = format!("{paper}{title}");
            assert!(!Form { title: &title, ..FORM }.is_judged(), "{title}");
        }
        let title = format!("{paper}2023年残疾人事业主要指标完成情况表");
        assert!(Form { title: &title, ..FORM }.is_judged(), "{title}");
    }
}

#[test]
fn what_a_line_above_the_title_says_no_title_takes_back() {
    let said = [
        "预计数,,,",
        "快报数,,,",
        "目标值,,,",
        "草稿,,,",
        "作废,,,",
        "本表为上年数,,,",
        "以下数据为全年预计数,,,",
        "表中就业率为上年数,,,",
        "关于报送主要指标预计完成情况的函,,,",
        "报告期别：快报,,,",
        "版本：征求意见稿,,,",
        "频度：季,,,",
        "审核意见：退回修改,,,",
        "审批意见：不同意,,,",
        "填报单位：六横镇,,,",
        "报表类型：半年报,,,",
    ];
    refuses(&said, |above| Form { above, ..FORM });
    let harmless = [
        "附件2,,,",
        "审核意见：同意,,,",
        "频度：年,,,",
        "关于报送2023年主要指标的函,,,",
        "示例数据,,,",
    ];
    judges(&harmless, |above| Form { above, ..FORM });
}

#[test]
fn what_a_line_below_the_table_says_is_heard_with_and_without_a_label() {
    let said = [
        "注：1-9月,,,",
        "注：上半年,,,",
        "注：2022年度,,,",
        "注：普陀区数据,,,",
        "注：六横镇,,,",
        "注：不含12月,,,",
        "注：非最终数,,,",
        "注：数据未经统计局核定,,,",
        "注：全市口径,,,",
        "因年报未出，暂以上年数代替,,,",
        "现将前三季度主要指标报送如下,,,",
        "此件为征求意见稿，请于3日内反馈,,,",
        "审核意见：退回修改,,,",
        "填表人：张三,预计数,审核人：李四,",
        "填表人：张三,1-9月,审核人：李四,",
        "填表人：张三,2022年数据,,",
        "填表人：张三,城镇,审核人：李四,",
    ];
    refuses(&said, |below| Form { below, ..FORM });
    let harmless = [
        "注：示例数据,,,",
        "注：2023年,,,",
        "注：年报数,,,",
        "注：口径为劳动年龄段,,,",
        "注：定海区,,,",
        "填表人：张三,定海区残联,审核人：李四,",
        "填表人：张三,,2024年1月10日,",
        "附：名单另送,,,",
    ];
    judges(&harmless, |below| Form { below, ..FORM });
}

#[test]
fn a_form_that_was_filled_in_before_the_year_was_over_has_none_of_its_results() {
    let early = [
        "填表日期：2023年7月5日,,,",
        "填报日期：2023年6月30日,,,",
        "制表时间：2023-10-08,,,",
        "打印时间：2023-07-01 10:20,,,",
        "填报时间：2022年12月31日,,,",
        "填表人：张三,,填表日期：2023年6月,",
    ];
    refuses(&early, |above| Form { above, ..FORM });
    refuses(&early, |below| Form { below, ..FORM });
    let late =
        ["填表日期：2024年1月5日,,,", "填报日期：2023年12月28日,,,", "报送日期：2024-02-01,,,"];
    judges(&late, |above| Form { above, ..FORM });
    judges(&late, |below| Form { below, ..FORM });
}

#[test]
fn what_stands_in_brackets_behind_a_sender_is_heard() {
    let part = [
        "填报单位：定海区（六横）",
        "填报单位：定海区（昌国街道）",
        "填报单位：定海区（不含新城）",
        "填报单位：定海区（部分）",
        "填报单位：定海区残联（预计）",
        "填报单位：定海区残联（快报）",
        "填报单位：定海区残联（代填）",
        "填报单位：定海区、普陀区",
        "填报单位：定海区等",
    ];
    refuses(&part, |sender| Form { sender, ..FORM });
    let whole = [
        "填报单位：定海区残联（盖章）",
        "填报单位（公章）：定海区残联",
        "填报单位：定海区残联（更正）",
        "填报单位：定海区残联（第二次报送）",
        "填报单位：定海区残联（教就科）",
        "填报单位：定海区残联(维权部)",
    ];
    judges(&whole, |sender| Form { sender, ..FORM });
}

#[test]
fn what_stands_apart_in_the_row_of_headings_is_said_of_the_table() {
    let words =
        ["预计数", "快报数", "草稿", "作废", "1-9月", "本表数据为预计数", "数据截至2023年9月底"];
    for word in words {
        let head = format!("{},,{word}", FORM.head);
        assert!(!Form { head: &head, ..FORM }.is_judged(), "{head}");
    }
}

#[test]
fn a_part_of_a_year_is_seen_behind_the_year_of_a_name() {
    let parts = [
        "2023(1-9).csv",
        "2023年2季.csv",
        "2023年第3季.csv",
        "2023三季.csv",
        "2023-四季度.csv",
        "2023年度上半期.csv",
        "2023旧.csv",
        "2023-非最终数.csv",
        "普陀区-定海区2023.csv",
    ];
    refuses(&parts, |name| Form { name, ..FORM });
    let whole = [
        "2023(1).csv",
        "2023年(3).csv",
        "2023年度.csv",
        "2023年年报.csv",
        "2023(1-12).csv",
        "2023年_1.csv",
        "2023年补报.csv",
        "补报2023.csv",
        "2023年补充.csv",
        "2023年更正.csv",
    ];
    judges(&whole, |name| Form { name, ..FORM });
}
