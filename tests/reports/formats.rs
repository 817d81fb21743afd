//! How each format is read by those it is for.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// An element of a JUnit report.
#[derive(Debug, Clone, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    pub(crate) children: Vec<Element>,
    pub(crate) text: String,
}

impl Element {
    fn of(start: &BytesStart<'_>) -> Self {
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.unwrap();
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap().into_owned();
            (attribute.key.as_ref().to_owned(), value)
        });
        let name = start.name().as_ref().to_owned();
        Self { name, attributes: attributes.collect(), ..Self::default() }
    }

    pub(crate) fn get(&self, key: &str) -> &str {
        self.attributes.get(key).map_or("", String::as_str)
    }

    pub(crate) fn number(&self, key: &str) -> u64 {
        self.get(key).parse().unwrap()
    }

    pub(crate) fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.children.iter().filter(move |child| child.name == name)
    }
}

/// The root of a document, read by a reader that knows nothing of its writer.
/// The numbers in the last row of the page's table of tallies; none if it has no such table.
pub(crate) fn page(text: &str) -> Option<Vec<u64>> {
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    let document = roxmltree::Document::parse_with_options(text, options).unwrap();
    let foot = document.descendants().find(|node| node.has_tag_name("tfoot"))?;
    let cells = foot.descendants().filter(|node| node.has_tag_name("td"));
    let number = |cell: roxmltree::Node<'_, '_>| -> u64 {
        let texts = cell.descendants().filter_map(|node| node.text().filter(|_| node.is_text()));
        texts.collect::<String>().trim().parse().unwrap()
    };
    Some(cells.map(number).collect())
}

pub(crate) fn xml(text: &str) -> Element {
    for c in text.chars() {
        let allowed =
            matches!(c, '\n' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
        assert!(allowed, "{c:?} can't stand in XML 1.0");
    }
    let mut reader = Reader::from_str(text);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => open.push(Element::of(&start)),
            Event::Empty(start) => open.last_mut().unwrap().children.push(Element::of(&start)),
            Event::End(_) => {
                let done = open.pop().unwrap();
                open.last_mut().unwrap().children.push(done);
            }
            Event::Text(text) => open.last_mut().unwrap().text.push_str(&text),
            Event::GeneralRef(_) | Event::Decl(_) | Event::Comment(_) => {}
            Event::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    let [root] = open.pop().unwrap().children.try_into().unwrap();
    root
}

/// How many cases of a JUnit report are there, failed, broken and skipped, by its cases.
pub(crate) fn cases(root: &Element) -> [u64; 4] {
    let mut counts = [0; 4];
    for case in root.all("testsuite").flat_map(|suite| suite.all("testcase")) {
        counts[0] += 1;
        for (count, name) in counts[1..].iter_mut().zip(["failure", "error", "skipped"]) {
            *count += case.all(name).count() as u64;
        }
    }
    counts
}

/// The cells of a line of a Markdown table.
pub(crate) fn cells(line: &str) -> Vec<&str> {
    let mut cells = Vec::new();
    let (mut from, mut escaped) = (1, false);
    for (at, c) in line.char_indices().skip(1) {
        if c == '|' && !escaped {
            cells.push(line[from..at].trim());
            from = at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    cells
}

/// The tables of a page, each as its rows.
pub(crate) fn tables(page: &str) -> Vec<Vec<Vec<&str>>> {
    let mut tables: Vec<Vec<Vec<&str>>> = Vec::new();
    let mut is_open = false;
    for line in page.lines() {
        let is_row = line.starts_with('|');
        if is_row && !is_open {
            tables.push(Vec::new());
        }
        if is_row {
            tables.last_mut().unwrap().push(cells(line));
        }
        is_open = is_row;
    }
    tables
}

/// How many annotations there are of each kind; nothing else may be there.
pub(crate) fn annotations(text: &str) -> BTreeMap<&str, Vec<&str>> {
    let mut kinds: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for line in text.split(['\n', '\r']).filter(|line| !line.is_empty()) {
        let kind = ["error", "warning", "notice"].into_iter().find(|kind| {
            let rest = line.strip_prefix("::").and_then(|rest| rest.strip_prefix(kind));
            rest.is_some_and(|rest| rest.starts_with([' ', ':']))
        });
        kinds.entry(kind.unwrap_or_else(|| panic!("{line}"))).or_default().push(line);
    }
    kinds
}
