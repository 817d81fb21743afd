//! JUnit XML, for the test reports of CI: a file is a suite, a region of the plan a
//! class, and an indicator a case.
//!
//! It is red if and only if the exit code is not 0. What can't be judged is an error,
//! what fails at `--fail-on` a failure; a failure that is not counted passes and says so.
//! Of very many verdicts those that are red go before the others, and the tallies are of all.
//! No time is written: nothing here takes any.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::document::Held;
use super::{Lang, overview, plain, sentence};
use crate::diagnostic::{self, Diagnostic, Severity};
use crate::report::{Conclusion, Exit, Report, Row};
use crate::term::{Outcome, Standing};

/// A comment that says which program wrote it.
const TOOL: &str = " dabiao ";
/// That comment, as it stands in a file.
pub(super) const SIGN: &str = "<!-- dabiao -->";

/// The most characters of a message; the text below it has them all.
const MOST: usize = 300;
/// More cases than this nobody looks through.
const CASES: u64 = 25_000;

/// Writes the report.
///
/// # Errors
/// Those of the writer.
pub(super) fn junit(report: &Report, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let suites = Suite::all(report);
    let mut xml = Xml::begin(out)?;
    let sum = |of: fn(&Suite<'_>) -> u64| suites.iter().map(of).sum::<u64>();
    xml.open(
        "testsuites",
        &[
            ("name", lang.name(&report.plan.title).to_owned()),
            ("tests", sum(|suite| suite.tests()).to_string()),
            ("failures", sum(|suite| suite.failures()).to_string()),
            ("errors", sum(|suite| suite.errors()).to_string()),
        ],
    )?;
    for suite in &suites {
        suite.write(report, lang, &mut xml)?;
    }
    xml.close("testsuites")?;
    xml.end()
}

/// Writes one red case for a run in which nothing could be judged.
///
/// # Errors
/// Those of the writer.
pub(super) fn junit_failure(
    found: &[Diagnostic],
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let name = env!("CARGO_PKG_NAME");
    let counts = |name: &str| {
        [("name", name), ("tests", "1"), ("failures", "0"), ("errors", "1")]
            .map(|(key, value)| (key, value.to_owned()))
    };
    let mut xml = Xml::begin(out)?;
    xml.open("testsuites", &counts(name))?;
    xml.open("testsuite", &counts(name))?;
    xml.properties(&[("exit_code".to_owned(), Exit::Unusable.code().to_string())])?;
    let conclusion = lang.concluded(Conclusion::Unusable);
    xml.open("testcase", &[("classname", name.to_owned()), ("name", conclusion.clone())])?;
    xml.findings(found, &conclusion, lang)?;
    xml.close("testcase")?;
    xml.close("testsuite")?;
    xml.close("testsuites")?;
    xml.end()
}

/// The verdicts and the errors that belong to one file, or to none.
struct Suite<'r> {
    name: &'r str,
    file: Option<&'r str>,
    /// The verdicts that are listed.
    rows: Vec<Row<'r>>,
    /// Of all verdicts.
    counts: [u64; Outcome::ALL.len()],
    unlisted: u64,
    found: Vec<&'r Diagnostic>,
    /// Nothing at all was judged, and nothing else says so.
    is_empty_run: bool,
    /// It says how the whole stands.
    is_first: bool,
}

impl<'r> Suite<'r> {
    fn new(name: &'r str, file: Option<&'r str>) -> Self {
        let counts = [0; Outcome::ALL.len()];
        Self {
            name,
            file,
            rows: Vec::new(),
            counts,
            unlisted: 0,
            found: Vec::new(),
            is_empty_run: false,
            is_first: false,
        }
    }

    /// The files in their order, and the plan for what belongs to none of them.
    fn all(report: &'r Report) -> Vec<Self> {
        let files = report.inputs.iter().map(|input| Self::new(&input.name, Some(&input.name)));
        let mut suites: Vec<Self> = files.collect();
        let plan = suites.len();
        suites.push(Self::new(&report.plan.id, None));
        let homes = report.homes();
        let reds = report.rows().filter(is_red).count() as u64;
        // Room for those that are red, and for others.
        let mut room = [CASES, CASES.saturating_sub(reds)];
        for row in report.rows() {
            let suite = &mut suites[homes.of(&row).unwrap_or(plan)];
            suite.counts[row.outcome() as usize] += 1;
            let room = &mut room[usize::from(!is_red(&row))];
            match room.checked_sub(1) {
                Some(left) => {
                    *room = left;
                    suite.rows.push(row);
                }
                None => suite.unlisted += 1,
            }
        }
        let errors = report.diagnostics.iter().filter(|found| found.severity() == Severity::Error);
        for found in errors {
            let file = found.place.as_ref().map(|place| &*place.file);
            let at = suites.iter().position(|suite| file.is_some() && suite.file == file);
            suites[at.unwrap_or(plan)].found.push(found);
        }
        let is_silent = suites.iter().all(|suite| suite.found.is_empty());
        suites[plan].is_empty_run = report.tally.total() == 0 && is_silent;
        if suites[plan].tests() + suites[plan].unlisted == 0 {
            suites.pop();
        }
        suites.iter_mut().take(1).for_each(|suite| suite.is_first = true);
        suites
    }

    /// Whether a case stands for what was found beside the verdicts.
    fn has_findings(&self) -> bool {
        self.is_empty_run || !self.found.is_empty()
    }

    fn of(&self, standing: Standing) -> u64 {
        let is = |row: &&Row<'_>| row.outcome().standing() == standing;
        self.rows.iter().filter(is).count() as u64
    }

    fn failures(&self) -> u64 {
        self.rows.iter().filter(|row| row.fails_run()).count() as u64
    }

    fn tests(&self) -> u64 {
        self.rows.len() as u64 + u64::from(self.has_findings())
    }

    fn errors(&self) -> u64 {
        self.of(Standing::Incomplete) + u64::from(self.has_findings())
    }

    fn write<W: Write>(&self, report: &Report, lang: Lang, xml: &mut Xml<W>) -> io::Result<()> {
        let mut attributes = vec![
            ("name", self.name.to_owned()),
            ("tests", self.tests().to_string()),
            ("failures", self.failures().to_string()),
            ("errors", self.errors().to_string()),
            ("skipped", self.of(Standing::Neutral).to_string()),
        ];
        attributes.extend(self.file.map(|file| ("file", file.to_owned())));
        xml.open("testsuite", &attributes)?;
        let tallies = Outcome::ALL
            .map(|outcome| (outcome.word().to_owned(), self.counts[outcome as usize].to_string()));
        let exit = ("exit_code".to_owned(), report.exit.code().to_string());
        let fail_on = ("fail_on".to_owned(), report.fail_on.word().to_owned());
        let headlines = overview::headlines(report, lang).filter(|_| self.is_first);
        let headlines = headlines.map(|headline| ("headline".to_owned(), headline));
        let unlisted = (self.unlisted > 0)
            .then(|| ("unlisted".to_owned(), lang.and_more(self.unlisted, Held::CsvAndJson)));
        let properties = [exit, fail_on].into_iter().chain(tallies).chain(headlines);
        xml.properties(&properties.chain(unlisted).collect::<Vec<_>>())?;
        if self.has_findings() {
            let name = lang.ci_words().findings.to_owned();
            xml.open("testcase", &[("classname", report.plan.id.clone()), ("name", name)])?;
            let message = match diagnostic::count(self.found.iter().copied()) {
                0 => lang.words().nothing.to_owned(),
                count => lang.errors_found(count),
            };
            xml.findings(self.found.iter().copied(), &message, lang)?;
            xml.close("testcase")?;
        }
        for row in &self.rows {
            case(row, report, lang, xml)?;
        }
        xml.close("testsuite")
    }
}

/// Whether a verdict fails the run, or keeps it from being whole.
fn is_red(row: &Row<'_>) -> bool {
    row.fails_run() || row.outcome().standing() == Standing::Incomplete
}

/// One verdict.
fn case<W: Write>(row: &Row<'_>, report: &Report, lang: Lang, xml: &mut Xml<W>) -> io::Result<()> {
    let indicator = lang.name(&row.indicator().name);
    let name = match report.years.as_slice() {
        [] | [_] => indicator.to_owned(),
        _ => format!("{indicator} {}", row.year()),
    };
    let class = format!("{}.{}", report.plan.id, lang.name(&row.region().name));
    let case = [("classname", class), ("name", name)];
    match row.outcome().standing() {
        Standing::Pass => return xml.empty("testcase", &case),
        Standing::Fail if row.fails_run() => {
            xml.open("testcase", &case)?;
            xml.told("failure", row, lang)?;
        }
        Standing::Fail => {
            xml.open("testcase", &case)?;
            let words = lang.ci_words();
            let told = sentence::verdict(row, lang);
            xml.text(
                "system-out",
                &[],
                &format!("{}{}{told}", words.not_counted, lang.words().colon),
            )?;
        }
        Standing::Incomplete => {
            xml.open("testcase", &case)?;
            xml.told("error", row, lang)?;
        }
        Standing::Neutral => {
            xml.open("testcase", &case)?;
            let verdict = lang.outcome(row.outcome());
            let reason = sentence::reason(row, lang)
                .map_or(String::new(), |reason| format!("{}{reason}", lang.words().colon));
            xml.empty("skipped", &[("message", format!("{verdict}{reason}"))])?;
        }
    }
    xml.close("testcase")
}

/// XML that is well-formed whatever the texts hold.
struct Xml<W: Write>(Writer<W>);

type Attribute = (&'static str, String);

impl<W: Write> Xml<W> {
    fn begin(out: W) -> io::Result<Self> {
        let mut xml = Self(Writer::new_with_indent(out, b' ', 2));
        xml.0.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        xml.0.write_event(Event::Comment(BytesText::new(TOOL)))?;
        Ok(xml)
    }

    fn end(self) -> io::Result<()> {
        self.0.into_inner().write_all(b"\n")
    }

    fn open(&mut self, name: &'static str, attributes: &[Attribute]) -> io::Result<()> {
        self.0.write_event(Event::Start(element(name, attributes)))
    }

    fn close(&mut self, name: &'static str) -> io::Result<()> {
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    fn empty(&mut self, name: &'static str, attributes: &[Attribute]) -> io::Result<()> {
        self.0.write_event(Event::Empty(element(name, attributes)))
    }

    fn text(&mut self, name: &'static str, attributes: &[Attribute], text: &str) -> io::Result<()> {
        self.open(name, attributes)?;
        self.0.write_event(Event::Text(BytesText::new(text)))?;
        self.close(name)
    }

    fn properties(&mut self, properties: &[(String, String)]) -> io::Result<()> {
        self.open("properties", &[])?;
        for (name, value) in properties {
            self.empty("property", &[("name", name.clone()), ("value", value.clone())])?;
        }
        self.close("properties")
    }

    /// A verdict that is red: its sentence, and where its figure stands.
    fn told(&mut self, name: &'static str, row: &Row<'_>, lang: Lang) -> io::Result<()> {
        let told = sentence::verdict(row, lang);
        let place = row.location().map(|(file, line)| {
            let column = row.location_column().unwrap_or_default();
            format!("\n{}", plain::line(&format!("{}:{line} {column}", file.name)))
        });
        let attributes =
            [("type", row.outcome().word().to_owned()), ("message", plain::short(&told, MOST))];
        self.text(name, &attributes, &[told, place.unwrap_or_default()].concat())
    }

    /// What was found, one a line.
    fn findings<'d>(
        &mut self,
        found: impl IntoIterator<Item = &'d Diagnostic>,
        message: &str,
        lang: Lang,
    ) -> io::Result<()> {
        let found: Vec<&Diagnostic> = found.into_iter().collect();
        let lines: Vec<String> = found.iter().map(|found| sentence::full(found, lang)).collect();
        let kind = found.first().map_or("judgement/nothing-judged", |found| found.code());
        let attributes = [("type", kind.to_owned()), ("message", message.to_owned())];
        self.text("error", &attributes, &lines.join("\n"))
    }
}

/// The writer escapes the signs of XML; signs that XML can't have at all go before.
fn element(name: &'static str, attributes: &[Attribute]) -> BytesStart<'static> {
    let mut element = BytesStart::new(name);
    for (key, value) in attributes {
        element.push_attribute((*key, plain::line(value).as_str()));
    }
    element
}
