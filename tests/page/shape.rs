//! The page says what the report says, in both languages, and is what a page has to be.

use std::collections::BTreeMap;

use super::*;
use dabiao::term::Outcome;

/// The verdict cells of the matrices, by outcome.
fn cells(page: &str) -> BTreeMap<&'static str, u64> {
    tree(page, |document| {
        let mut counts = BTreeMap::new();
        let tables = document.descendants().filter(|node| is_of(*node, "matrix"));
        for cell in tables.flat_map(|table| table.descendants()).filter(|node| is_of(*node, "v")) {
            let of = |word: &&&str| is_of(cell, word);
            *counts.entry(*Outcome::WORDS.iter().find(of).unwrap()).or_default() += 1;
        }
        counts
    })
    .unwrap()
}

/// The last row of the table of tallies.
fn foot(page: &str) -> Vec<u64> {
    tree(page, |document| {
        let foot = document.descendants().find(|node| node.has_tag_name("tfoot")).unwrap();
        let cells = foot.descendants().filter(|node| node.has_tag_name("td"));
        cells.map(|cell| text(cell).parse().unwrap()).collect()
    })
    .unwrap()
}

#[test]
fn the_page_tallies_what_the_report_tallies() {
    let report = small();
    for lang in BOTH {
        let page = page(&report, lang, "small.html");
        let counts = common::tally(&report);
        assert_eq!(cells(&page), counts);
        let mut expected: Vec<u64> =
            Outcome::ALL.iter().filter_map(|of| counts.get(of.word()).copied()).collect();
        expected.push(report.tally.total());
        assert_eq!(foot(&page), expected);
        for outcome in Outcome::ALL {
            assert!(page.contains(lang.outcome(outcome)), "{outcome:?} is explained");
        }
    }
}

#[test]
fn every_cell_says_of_what_it_is_where_a_table_stands_as_a_list() {
    let many = tree(&page(&small(), Lang::En, "lists.html"), |document| {
        let tables = document.descendants().filter(|node| node.has_tag_name("table"));
        let rows = |of: Node<'_, '_>, name: &str| -> Vec<Vec<(String, Option<String>)>> {
            let parts = of.children().filter(|node| node.has_tag_name(name));
            let rows =
                parts.flat_map(|part| part.children().filter(|node| node.has_tag_name("tr")));
            let cell =
                |cell: Node<'_, '_>| (text(cell), cell.attribute("data-of").map(str::to_owned));
            rows.map(|row| row.children().filter(Node::is_element).map(cell).collect()).collect()
        };
        let mut many = 0;
        for table in tables {
            let heads = &rows(table, "thead")[0];
            for row in rows(table, "tbody").iter().chain(&rows(table, "tfoot")) {
                for ((_, of), (head, _)) in
                    row.iter().zip(heads).filter(|((_, of), _)| of.is_some())
                {
                    // The mark of a verdict is for the eye.
                    assert!(head.ends_with(of.as_deref().unwrap()), "{of:?} under {head}");
                    many += 1;
                }
            }
        }
        many
    });
    assert!(many.unwrap() > 50);
}

#[test]
fn what_lacks_can_be_looked_at_alone_where_there_is_something_else() {
    for (rows, offered) in [
        (&["2023,甲县,就业率,,55,100,", "2023,乙县,就业率,,61,100,"][..], true),
        (&["2023,甲县,就业率,,61,100,", "2023,乙县,就业率,,—,,"], true),
        (&["2023,甲县,就业率,,61,100,", "2023,乙县,就业率,,62,100,"], false),
        (&["2023,甲县,就业率,,1,100,", "2023,乙县,就业率,,2,100,"], false),
    ] {
        let report = Run::of(rows).indicator("就业率").judge(&plan(RULES));
        let page = page(&report, Lang::Zh, "only.html");
        assert_eq!(page.contains("id=\"only\""), offered, "{rows:?}");
        let lacking = tree(&page, |document| {
            let matrix = document.descendants().find(|node| is_of(*node, "matrix")).unwrap();
            let lacking = matrix.descendants().filter(|node| is_of(*node, "lacks"));
            lacking.map(|cell| is_of(cell, "behind") || is_of(cell, "missing")).collect::<Vec<_>>()
        });
        let expected = common::tally(&report);
        let expected = ["behind", "missing"].iter().filter_map(|of| expected.get(of)).sum::<u64>();
        assert_eq!(lacking.unwrap(), vec![true; expected as usize]);
    }
}

#[test]
fn every_cell_of_a_page_is_reached_without_sliding_so_that_no_table_takes_the_focus() {
    for report in [small(), Run::default().judge(&plan(RULES))] {
        assert!(!page(&report, Lang::Zh, "focus.html").contains("tabindex"));
    }
}

#[test]
fn every_verdict_has_its_citation() {
    let page = page(&small(), Lang::Zh, "cited.html");
    tree(&page, |document| {
        let rows = document.descendants().filter(|node| node.has_tag_name("tr"));
        for row in rows.filter(|row| row.children().any(|cell| is_of(cell, "v"))) {
            let table = row.ancestors().find(|node| node.has_tag_name("table")).unwrap();
            let caption = table.children().find(|node| node.has_tag_name("caption")).unwrap();
            let is_cited = |node: Node<'_, '_>| node.descendants().any(|n| n.has_tag_name("cite"));
            let is_key = row.ancestors().any(|node| node.attribute("id") == Some("methods"));
            assert!(is_cited(row) || is_cited(caption) || is_key, "{}", text(row));
        }
    })
    .unwrap();
}

#[test]
fn the_page_needs_nothing_else_and_names_its_parts() {
    for (lang, tag) in [(Lang::Zh, "zh-CN"), (Lang::En, "en")] {
        let page = page(&small(), lang, "parts.html");
        tree(&page, |document| {
            let all = || document.descendants().filter(Node::is_element);
            assert_eq!(document.root_element().attribute("lang"), Some(tag));
            assert_eq!(all().filter(|node| node.has_tag_name("h1")).count(), 1);
            for node in all() {
                assert!(!["script", "link", "img", "iframe"].contains(&node.tag_name().name()));
                assert!(
                    node.attributes().all(|it| it.name() != "src" && !it.name().starts_with("on"))
                );
            }
            let ids: Vec<_> = all().filter_map(|node| node.attribute("id")).collect();
            let distinct: std::collections::BTreeSet<_> = ids.iter().collect();
            assert_eq!(ids.len(), distinct.len(), "{ids:?}");
            for link in all().filter_map(|node| node.attribute("href")) {
                let there = link.strip_prefix('#').is_some_and(|id| ids.contains(&id));
                let is_taken_away = ["data:text/csv;", "data:application/json;"]
                    .iter()
                    .any(|of| link.starts_with(of));
                assert!(there || is_taken_away, "{link}");
            }
            for table in all().filter(|node| node.has_tag_name("table")) {
                assert!(table.children().any(|node| node.has_tag_name("caption")));
            }
            for head in all().filter(|node| node.has_tag_name("th")) {
                assert!(head.attribute("scope").is_some(), "{}", text(head));
            }
            for drawing in all().filter(|node| node.has_tag_name("svg")) {
                let named = drawing.attribute("aria-labelledby").unwrap();
                assert!(named.split(' ').all(|id| ids.contains(&id)));
            }
        })
        .unwrap();
        assert!(!page.contains("url(") && !page.contains("@import"));
    }
}

#[test]
fn the_last_year_says_which_assessment_it_is() {
    let titled = |year: u16| {
        let report = Run::of(&[format!("{year},甲县,就业率,61%,,,")]).judge(&plan(RULES));
        let page = page(&report, Lang::Zh, "stage.html");
        ["年度监测", "中期评估", "终期评估"].map(|word| page.contains(word))
    };
    assert_eq!(titled(2021), [true, false, false]);
    assert_eq!(titled(2023), [false, true, false]);
    assert_eq!(titled(2025), [false, false, true]);
}

/// The parts of the bars of a page, by what they count as.
fn bars(page: &str) -> BTreeMap<String, u64> {
    tree(page, |document| {
        let mut counts = BTreeMap::new();
        for count in document.descendants().filter(|node| is_of(*node, "in")) {
            let kind = count.attribute("class").unwrap().split(' ').nth(1).unwrap();
            *counts.entry(kind.to_owned()).or_default() += text(count).parse::<u64>().unwrap();
        }
        counts
    })
    .unwrap()
}

#[test]
fn every_region_below_the_city_has_a_bar_of_its_verdicts() {
    let rows = |rows: &[&str]| Run::of(rows).indicator("就业率").judge(&plan(RULES));
    for (report, expected) in [
        (
            rows(&["2023,甲县,就业率,,55,100,", "2023,乙县,就业率,,61,100,"]),
            &[("fail", 1), ("pass", 1)][..],
        ),
        (
            rows(&["2023,甲县,就业率,,—,,", "2023,乙县,就业率,,61,100,"]),
            &[("incomplete", 1), ("pass", 1)],
        ),
        (rows(&["2023,甲县,就业率,,61,100,"]), &[("incomplete", 1), ("pass", 1)]),
        (Run::default().judge(&plan(RULES)), &[]),
    ] {
        let page = page(&report, Lang::Zh, "bars.html");
        let expected: BTreeMap<String, u64> =
            expected.iter().map(|(kind, count)| ((*kind).to_owned(), *count)).collect();
        assert_eq!(bars(&page), expected);
    }
}

#[test]
fn shapes_are_filled_only_where_the_requirement_is_met() {
    let rows = ["2023,甲县,就业率,,55,100,", "2023,乙县,就业率,,61,100,"];
    let report = Run::of(&rows).indicator("就业率").region("甲县").region("乙县");
    let page = page(&report.judge(&plan(RULES)), Lang::Zh, "shapes.html");
    let count = |class: &str| {
        tree(&page, |document| {
            document
                .descendants()
                .filter(|node| node.has_tag_name("g") && is_of(*node, class))
                .count()
        })
        .unwrap()
    };
    // Each stands on the path and beside its name.
    assert_eq!((count("full"), count("hollow")), (2, 2));
    tree(&page, |document| {
        let path = document.descendants().find(|node| is_of(*node, "path")).unwrap();
        // From the baseline through five years.
        assert_eq!(path.attribute("points").unwrap().split(' ').count(), 6);
    })
    .unwrap();
}
