//! What other commands than `check` are given: JSON reports, and tables that rules are drafted
//! from.

use super::{Kind, Maker};

pub(super) const KINDS: &[Kind] = &[
    ("a text of a JSON report without an end", long_text),
    ("very many in a JSON report", many),
    ("a JSON report within itself", nested),
    ("rows that rules are drafted from", rows),
    ("a row that rules are drafted from without an end", long_row),
];

const VERDICT: &str = "{\"indicator\":\"rate\",\"number\":null,\"name\":\"率\",\
    \"attribute\":\"binding\",\"region\":{\"code\":null,\"name\":\"甲县\",\"level\":\"county\"},\
    \"year\":2023,\"outcome\":\"met\",\"value\":\"60.00\",\"unit\":\"%\",\
    \"target\":{\"form\":\"level\"}}";

const FINDING: &str = "{\"code\":\"x/y\",\"severity\":\"error\",\"message\":\"示例\"}";

fn report(verdicts: &str, findings: &str) -> String {
    format!(
        "{{\"schema_version\":\"1\",\"tool\":{{\"name\":\"dabiao\"}},\
         \"run\":{{\"plan\":{{\"id\":\"p\",\"title\":\"规划\"}},\"years\":[2023],\
         \"against\":\"requirement\"}},\"results\":[{verdicts}],\"diagnostics\":[{findings}]}}"
    )
}

/// A report beside a sound one, as the old one or the new one.
fn compared(maker: &mut Maker, hostile: &str) -> Vec<String> {
    let mut sides = [maker.file("a.json", hostile), maker.file("b.json", report(VERDICT, FINDING))];
    if maker.below(2) == 0 {
        sides.reverse();
    }
    [vec!["diff".to_owned()], sides.to_vec()].concat()
}

fn long_text(maker: &mut Maker) -> Vec<String> {
    let place = maker.one_of(&["规划", "率", "甲县", "%", "rate", "60.00", "met", "x/y", "\"p\""]);
    let (length, with) = (maker.size(200_000, 4_000_000), maker.one_of(&["甲", "9", "\\u001b"]));
    let long = with.repeat(length);
    let long = if place == "\"p\"" { format!("\"{long}\"") } else { long };
    let hostile = report(VERDICT, FINDING).replace(place, &long);
    compared(maker, &hostile)
}

fn many(maker: &mut Maker) -> Vec<String> {
    let many = maker.size(3_000, 500_000);
    let each = |of: fn(usize) -> String| (0..many).map(of).collect::<Vec<_>>().join(",");
    let hostile = match maker.below(7) {
        0 => report(&each(|at| VERDICT.replace("甲县", &format!("县{at}"))), ""),
        1 => report(&each(|at| VERDICT.replace("\"rate\"", &format!("\"r{at}\""))), ""),
        2 => report(&each(|_| "{}".to_owned()), ""),
        3 => report(VERDICT, &each(|at| FINDING.replace("x/y", &format!("x/{at}")))),
        4 => report(VERDICT, &each(|_| FINDING.to_owned())),
        5 => report(VERDICT, "").replace("[2023]", &format!("[{}]", each(|at| at.to_string()))),
        _ => report(
            &VERDICT.replacen('{', &format!("{{{},", each(|at| format!("\"k{at}\":1"))), 1),
            "",
        ),
    };
    compared(maker, &hostile)
}

fn nested(maker: &mut Maker) -> Vec<String> {
    let (open, close) = *maker.one_of(&[&("[", "]"), &("{\"results\":", "}"), &("{\"a\":[", "]}")]);
    let many = maker.size(50_000, 1_000_000);
    let deep = open.repeat(many) + &close.repeat(many);
    let hostile = match maker.below(3) {
        0 => deep,
        1 => report(&deep, ""),
        _ => report(&VERDICT.replace("\"met\"", &deep), ""),
    };
    compared(maker, &hostile)
}

fn drafted(maker: &Maker, table: String) -> Vec<String> {
    vec!["plan".to_owned(), "new".to_owned(), maker.file("表.csv", table)]
}

const HEADINGS: &str = "序号,指标,单位,2020年,2025年,属性\n";

fn rows(maker: &mut Maker) -> Vec<String> {
    let row = maker.one_of(&[
        "1,示例率,%,50,60,预期性\n",
        "1,示例率,%,—,>90%,约束性\n",
        "专栏1,,,,,\n",
        "1,建成示例机构，覆盖率达到90%以上（其中农村80%）,,,,\n",
        ",,,,,\n",
    ]);
    let many = maker.size(20 << 10, 2_000 << 10) / row.len();
    drafted(maker, format!("{HEADINGS}{}", row.repeat(many)))
}

fn long_row(maker: &mut Maker) -> Vec<String> {
    let part = maker.one_of(&["指", "（", "1", "，", "其中：", "达到90%，", "\"", "2025年"]);
    let long = part.repeat(maker.size(20 << 10, 1_700 << 10) / part.len());
    let table = match maker.below(3) {
        0 => format!("{HEADINGS}1,{long},%,1,2,预期性\n"),
        1 => format!("{HEADINGS}1,示例率,%,1,{long},预期性\n"),
        _ => format!("{long},{HEADINGS}1,示例率,%,1,2,预期性\n"),
    };
    drafted(maker, table)
}
