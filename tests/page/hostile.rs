//! What was typed stays text.

use super::*;

const NAME: &str = "<script>alert(1)</script>\"'&amp;]]>--><b>{{777*777}}{%x%}";

#[test]
fn no_name_becomes_markup_wherever_it_stands() {
    let literal = format!("'''{NAME}'''");
    let rules = RULES
        .replace("'就业率'", &literal)
        .replace("'甲县'", &format!("'''甲{NAME}'''"))
        .replace("'第1行'", &literal)
        .replace("'就业人数'", &literal)
        .replace("'每年培训10人次以上。'", &literal)
        .replace("title = '就业'", &format!("title = {literal}"))
        .replace("unit = '人次'", "unit = '<i>次'");
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let (name, county) = (quoted(NAME), quoted(&format!("甲{NAME}")));
    let remark = quoted(&format!("</td></table><script>{}", "长".repeat(10_000)));
    let rows = [
        format!("2023,{county},{name},,55,100,{remark}"),
        format!("2023,乙县,{name},,61,100,"),
        format!("2023,{county},培训,9,,,"),
        format!("2023,<img src=x onerror=alert(1)>,{name},1%,,,"),
    ];
    let waiver = format!(
        "[[waiver]]\nindicator = 'rate'\nregion = '11'\nyear = 2023\nreason = {literal}\n\
         approved-by = {literal}\nexpires = 2023-12-31\n"
    );
    let plan = plan(&rules);
    for run in [Run::of(&rows), Run::of(&rows).waivers(&waiver)] {
        let report = run.judge(&plan);
        for lang in BOTH {
            let page = page(&report, lang, "hostile.html");
            let plain = html(&small(), lang);
            let elements = |page: &str| {
                tree(page, |document| {
                    let names = document.descendants().filter(Node::is_element);
                    names
                        .map(|node| node.tag_name().name().to_owned())
                        .collect::<std::collections::BTreeSet<_>>()
                })
                .unwrap()
            };
            let strange: Vec<_> = elements(&page).difference(&elements(&plain)).cloned().collect();
            // The folded remark has its own.
            assert!(
                strange.iter().all(|name| ["details", "summary"].contains(&name.as_str())),
                "{strange:?}"
            );
            // The report itself, to be taken away, is no markup.
            let mut parts = page.split("base64,");
            let first = parts.next().unwrap().to_owned();
            let page = parts.fold(first, |page, part| page + part.split_once('"').unwrap().1);
            assert!(
                !page.contains("<script") && !page.contains("<img") && !page.contains("603729")
            );
            assert!(page.contains("{{777*777}}"), "what looks like a template is text");
        }
    }
}

#[test]
fn a_remark_of_ten_thousand_characters_is_there_and_folded() {
    let remark = format!("始{}终", "长".repeat(9_998));
    let rows = [format!("2023,甲县,就业率,,55,100,{remark}"), "2023,乙县,就业率,,61,100,".into()];
    let page = page(&Run::of(&rows).judge(&plan(RULES)), Lang::Zh, "remark.html");
    tree(&page, |document| {
        let folded = document.descendants().find(|node| node.has_tag_name("details")).unwrap();
        let whole = folded.children().find(|node| node.has_tag_name("p")).unwrap();
        assert_eq!(text(whole), remark);
        let start = folded.children().find(|node| node.has_tag_name("summary")).unwrap();
        assert!(text(start).chars().count() < 80);
    })
    .unwrap();
}

#[test]
fn marks_that_turn_text_around_stay_where_they_were_typed() {
    let rules = RULES.replace("'乙县'", "\"乙\\u202E县\\u0001\"");
    let report = match std::panic::catch_unwind(|| plan(&rules)) {
        // A plan may refuse control characters; then a remark is where they can stand.
        Err(_) => Run::of(&["2023,甲县,就业率,,55,100,左\u{202E}右\u{1}"]).judge(&plan(RULES)),
        Ok(plan) => Run::of(&["2023,12,就业率,,55,100,左\u{202E}右\u{1}"]).judge(&plan),
    };
    let page = page(&report, Lang::Zh, "marks.html");
    assert!(!page.contains('\u{202E}') && !page.contains('\u{1}'));
    assert!(page.contains("<bdi>左\u{FFFD}右\u{FFFD}</bdi>"), "seen, and isolated");
}
