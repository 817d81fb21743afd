//! lint/sum-of-averages

use super::finds;

fn rule(name: &str, unit: &str, more: &str) -> String {
    format!("name = '{name}'\nunit = '{unit}'\noperator = '≥'\nthreshold = 10\n{more}")
}

#[test]
fn an_average_that_would_be_added_up_is_found() {
    finds(&[&rule("残疾人人均收入", "元", "")], &[("lint/sum-of-averages", "'残疾人人均收入'")]);
    finds(&[&rule("预期寿命", "岁", "")], &[("lint/sum-of-averages", "'岁'")]);
    let total = rule("残疾人人均收入", "元", "scope = 'total'");
    finds(&[&total], &[("lint/sum-of-averages", "'残疾人人均收入'")]);
    finds(&[&rule("床位", "张/千人", "")], &[("lint/sum-of-averages", "'张/千人'")]);
    finds(&[&rule("发展指数", "点", "")], &[("lint/sum-of-averages", "'发展指数'")]);
}

#[test]
fn what_nobody_adds_up_is_let_pass() {
    finds(&[&rule("残疾人人均收入", "元", "roll-up = 'none'")], &[]);
    let city = rule("残疾人人均收入", "元", "scope = 'city'");
    finds(&[&city, &rule("人数", "人", "")], &[]);
    let each = rule("残疾人人均收入", "元", "scope = 'each-county'");
    finds(&[&each, &rule("人数", "人", "")], &[]);
    finds(&[&rule("就业率", "%", "")], &[]);
    finds(&[&rule("人均收入增长", "%", "growth = true")], &[]);
}

#[test]
fn counts_of_things_are_let_pass() {
    finds(&[&rule("按比例就业人数", "人", "")], &[]);
    finds(&[&rule("建设社区数", "个", "")], &[]);
}
