//! What stands beside a milestone: whether it is reached is said once, or said alike.

use super::judged;

const NAME: &str = "出台《舟山市残疾人保障办法》";
const DISPUTED: &str = "submission/milestone-disputed";

/// How a milestone is judged that a file sends with words beside it, and whether an error says why.
fn outcome(value: &str, heading: &str, words: &str) -> (Option<String>, bool) {
    let head = format!("年份,地区,指标,数值,{heading}");
    let found = judged("a.csv", &format!("{head}\n2023,舟山市,{NAME},{value},{words}\n"));
    let results = found.document["results"].as_array().unwrap();
    let row = results.iter().find(|row| row["name"] == NAME);
    let outcome = row.map(|row| row["outcome"].as_str().unwrap().to_owned());
    (outcome, !found.errors.is_empty())
}

#[test]
fn a_milestone_that_words_beside_it_deny_is_not_judged() {
    for words in [
        "尚未出台",
        "正在起草",
        "起草中",
        "拟于12月印发",
        "待市政府批准",
        "初稿已完成",
        "2024年出台",
    ] {
        for value in ["是", "已完成", "√", "2023-06-30"] {
            let found = outcome(value, "备注", words);
            assert_eq!(found, (Some("invalid".to_owned()), true), "{value} {words}");
        }
        for heading in ["进展情况", "完成情况说明"] {
            let found = outcome("是", heading, words);
            assert_eq!(found, (Some("invalid".to_owned()), true), "{heading} {words}");
        }
    }
    for words in ["已于5月印发", "已出台", "经审议，已正式发布"] {
        assert_eq!(outcome("否", "备注", words), (Some("invalid".to_owned()), true), "{words}");
    }
}

#[test]
fn a_note_below_the_table_disputes_a_milestone_too() {
    for note in ["尚未出台", "正在起草", "拟于2024年印发"] {
        let table = format!("年份,地区,指标,数值\n2023,舟山市,{NAME},是\n注：{NAME}{note},,,\n");
        let found = judged("a.csv", &table);
        assert!(found.errors.contains(&DISPUTED), "{note}: {:?}", found.errors);
    }
}

#[test]
fn words_that_agree_with_a_milestone_or_say_nothing_of_it_keep_it_judged() {
    for (value, heading, words, outcome_) in [
        ("是", "备注", "已印发", "met"),
        ("是", "备注", "示例数据", "met"),
        ("是", "备注", "舟政发〔2023〕5号", "met"),
        ("是", "备注", "经市政府常务会议审议通过", "met"),
        ("是", "备注", "2023年12月印发，2024年1月1日起施行", "met"),
        ("是", "下一步打算", "拟于2024年修订", "met"),
        ("是", "口径", "年底前出台的填是，起草中的填否", "met"),
        ("否", "备注", "尚未出台", "not_due"),
        ("否", "进展情况", "正在起草", "not_due"),
        ("2024-03-01", "备注", "拟于2024年3月印发", "not_due"),
    ] {
        let found = outcome(value, heading, words);
        assert_eq!(found, (Some(outcome_.to_owned()), false), "{value} {heading} {words}");
    }
}

#[test]
fn a_milestone_is_told_in_the_words_of_its_own_name_too() {
    const ISSUED: &str = "出台《舟山市残疾人保障办法》";
    let outcome = |name: &str, value: &str| {
        let text = format!("年份,地区,指标,数值\n2023,舟山市,{name},{value}\n");
        let found = judged("a.csv", &text);
        let results = found.document["results"].as_array().unwrap();
        let row = results.iter().find(|row| row["name"] == name);
        (row.map(|row| row["outcome"].to_string()), found.errors.len())
    };
    for done in ["已出台", "已正式出台", "已经出台"] {
        assert_eq!(outcome(ISSUED, done), outcome(ISSUED, "是"), "{done}");
    }
    for open in ["未出台", "尚未出台", "还未出台", "没有出台"] {
        assert_eq!(outcome(ISSUED, open), outcome(ISSUED, "否"), "{open}");
    }
    for day in ["2023年9月30日出台", "2023-09-30出台", "2023年9月出台"] {
        let plain = day.trim_end_matches(['出', '台']);
        assert_eq!(outcome(ISSUED, day), outcome(ISSUED, plain), "{day}");
    }
    let made = "建立残疾人就业岗位补贴制度";
    assert_eq!(outcome(made, "已建立"), outcome(made, "是"));
    // What was done on the way, or to something else, is not what its name says.
    for (name, other) in [
        (ISSUED, "已起草"),
        (ISSUED, "已印发"),
        (ISSUED, "已送审"),
        (ISSUED, "已建立"),
        (ISSUED, "拟印发"),
        (ISSUED, "2023年9月30日前出台"),
        (made, "已印发"),
    ] {
        assert!(outcome(name, other).1 > 0, "{name} {other}");
    }
}

#[test]
fn a_heading_that_asks_whether_something_is_done_holds_milestones_and_no_numbers() {
    for (heading, value, done) in [
        ("是否完成", "是", "是"),
        ("是否出台", "否", "否"),
        ("实际完成时间", "2023年9月", "2023年9月"),
        ("实际出台日期", "2023-09-30", "2023-09-30"),
    ] {
        let outcome = |heading: &str, value: &str| {
            let text = format!("年份,地区,指标,{heading}\n2023,舟山市,{NAME},{value}\n");
            let found = judged("a.csv", &text);
            let results = found.document["results"].as_array().unwrap();
            let row = results.iter().find(|row| row["name"] == NAME);
            (row.map(|row| row["outcome"].to_string()), found.errors.len())
        };
        assert_eq!(outcome(heading, value), outcome("数值", done), "{heading}");
        let rates = format!("年份,地区,指标,{heading}\n2023,定海区,W,60%\n2023,普陀区,W,2023\n");
        let found = judged("a.csv", &rates);
        for region in ["定海区", "普陀区"] {
            assert_eq!(found.value(region, super::WORK), None, "{heading}");
        }
        assert!(!found.errors.is_empty(), "{heading}");
    }
    // When it should be done is not when it was.
    for heading in ["完成时间", "计划完成时间", "完成时限", "是否需要完成"] {
        let text = format!("年份,地区,指标,{heading}\n2023,舟山市,{NAME},2023年9月\n");
        assert!(!judged("a.csv", &text).errors.is_empty(), "{heading}");
    }
}
