//! Both languages say everything, and each says it in its own words.

use std::collections::{BTreeMap, BTreeSet};

use dabiao::diagnostic::Weight;
use dabiao::diagnostic::{
    AuditFinding, AuditProblem as A, AuditStatus, Binary, Bulk, CellName, ChangeMeasure, Container,
    Diagnostic, Doubt, Foreign, Growth, Headroom, JudgementProblem as J, More, NoRollUp,
    NumberField, Outside, Problem, Proportion, RegionSource, Rounded, SeriesName, Severity,
    SheetName, Slide, Subject, SubmissionProblem as S, Thin, Unclear, YearSource,
};
use dabiao::render::Lang;
use dabiao::term::{Attribute, Date, Layout, Level, Outcome, RegionName};
use unicode_width::UnicodeWidthStr;

const BOTH: [Lang; 2] = [Lang::Zh, Lang::En];

fn text() -> String {
    "x".to_owned()
}

fn near() -> Option<String> {
    Some("y".to_owned())
}

fn out_of_scale(beside: Proportion) -> A {
    let cell = CellName { indicator: text(), region: text(), year: 2023 };
    A::OutOfScale { cell, field: NumberField::Value, now: text(), beside }
}

fn of_workbooks() -> Vec<S> {
    let sheets = || vec![SheetName { number: 1, name: text() }];
    let bulks = [
        Bulk::File { mebibytes: 256 },
        Bulk::Unpacked { mebibytes: 512 },
        Bulk::Cells { most: 8_000_000 },
        Bulk::Text { mebibytes: 256 },
        Bulk::OneText { mebibytes: 1 },
        Bulk::Sheets { most: 10_000 },
        Bulk::Parts { most: 16_384 },
    ];
    let foreign = [
        Foreign::Document,
        Foreign::Slides,
        Foreign::Xlsb,
        Foreign::OldExcel,
        Foreign::Html,
        Foreign::SpreadsheetXml,
        Foreign::Xml,
        Foreign::Zip,
        Foreign::Other,
    ];
    let hidden = |rows: &str, columns: &str| S::HiddenCells {
        sheet: text(),
        rows: rows.to_owned(),
        columns: columns.to_owned(),
    };
    let mut problems = vec![
        S::WorkbookDamaged { part: text() },
        S::WorkbookLocked,
        S::NoSuchSheet { name: text(), sheets: sheets() },
        S::BlankWorkbook { named: Some(text()), sheets: sheets() },
        S::BlankWorkbook { named: None, sheets: sheets() },
        S::BlankWorkbook { named: None, sheets: Vec::new() },
        S::SheetUnread { sheet: text(), why: dabiao::diagnostic::Unread::Chart },
        S::SheetUnread { sheet: text(), why: dabiao::diagnostic::Unread::Dialog },
        S::SheetUnread { sheet: text(), why: dabiao::diagnostic::Unread::Macros },
        S::SheetUnread { sheet: text(), why: dabiao::diagnostic::Unread::NoPart },
        S::SheetUnread { sheet: text(), why: dabiao::diagnostic::Unread::Damaged { part: text() } },
        S::HiddenSheets { sheets: sheets() },
        hidden("3, 5-8", "C"),
        hidden("3, 5-8", ""),
        hidden("", "C"),
        S::CoveredCells { sheet: text(), cells: 3 },
    ];
    problems.extend(bulks.map(|what| S::WorkbookTooLarge { what }));
    problems.extend(foreign.map(|what| S::NotAWorkbook { what }));
    problems
}

fn of_submissions() -> Vec<S> {
    let year = 2023;
    vec![
        S::Empty,
        S::NoRows,
        S::NoHeader { found: vec![text()], lacking: vec!["年份"], separator: None },
        S::NoHeader { found: vec![text()], lacking: vec!["年份"], separator: Some(';') },
        S::Binary { what: Binary::Known(Container::Gzip) },
        S::Binary { what: Binary::Unknown },
        S::Undecodable { encoding: "UTF-8", offset: 7, other: Some(("GB18030", 9)) },
        S::Undecodable { encoding: "UTF-8", offset: 7, other: None },
        S::UnclosedQuote,
        S::DuplicateColumn { name: text() },
        S::UnknownColumn { name: text() },
        S::CellCount { expected: 7, found: 6 },
        S::Nul,
        S::UnknownRegion { name: text(), nearest: None },
        S::AmbiguousRegion { name: text() },
        S::UnknownIndicator { name: text(), nearest: near() },
        S::BadYear { text: text() },
        S::NoYear,
        S::YearConflict { column: year, other: 2024, source: YearSource::FileName },
        S::YearConflict { column: year, other: 2024, source: YearSource::Flag },
        S::YearsDisagree { one: (year, YearSource::FileName), other: (2024, YearSource::Flag) },
        S::YearBeforePlan { year: 2019, baseline: 2020 },
        S::YearFarAfterPlan { year: 2203, last: 2045 },
        S::NotANumber { text: text(), field: NumberField::Total },
        S::TooLong { text: text(), most: 18 },
        S::Negative { text: "-1".to_owned() },
        S::Above100 { value: "101".to_owned() },
        S::PercentSign { text: "5%".to_owned(), unit: String::new() },
        S::PercentSign { text: "5%".to_owned(), unit: text() },
        S::Fraction { text: "0.552".to_owned(), percent: "55.2".to_owned(), counted: true },
        S::NumeratorAbove { numerator: text(), denominator: text() },
        S::HalfCounts { missing: NumberField::Numerator },
        S::RatioMismatch { sent: text(), computed: text(), counts: (text(), text()) },
        S::RateWithoutBase { sent: text() },
        S::StrayQuote { first: 2, last: 2 },
        S::StrayQuote { first: 2, last: 4 },
        S::RecordTooLong { most: 16 },
        S::CountsUnused { unit: String::new() },
        S::CountsUnused { unit: text() },
        S::TotalUnused,
        S::TotalAlone,
        S::NotDone { text: text() },
        S::NotApplicableUnexplained,
        S::NotApplicableWithCounts,
        S::Duplicate { region: text(), indicator: text(), year },
        S::UnclearNumber { text: text(), field: NumberField::Value, why: Unclear::About },
        S::UnclearNumber { text: text(), field: NumberField::Value, why: Unclear::Exponent },
        S::UnclearNumber { text: text(), field: NumberField::Value, why: Unclear::Separators },
        S::UnclearNumber { text: text(), field: NumberField::Value, why: Unclear::Words },
        S::Parentheses { text: "(3.1)".to_owned(), number: "3.1".to_owned() },
        S::OtherUnit { text: "5 x".to_owned(), found: text(), wanted: "y".to_owned() },
        S::OtherUnit { text: "5 x".to_owned(), found: text(), wanted: String::new() },
        S::HalfUnit { text: text(), number: "12".to_owned(), unit: text() },
        S::DuplicateFile { values: 64, different: 0 },
        S::DuplicateFile { values: 64, different: 2 },
        S::AmbiguousLayout { line: 2, ways: [Layout::Long, Layout::RegionsAcross] },
        S::NoLayout { found: vec![text()] },
        S::SheetWithoutTable { sheet: text() },
        S::NoRegion,
        S::RegionConflict { row: text(), other: text(), source: RegionSource::Title },
        S::RegionConflict { row: text(), other: text(), source: RegionSource::Sheet },
        S::RegionConflict { row: text(), other: text(), source: RegionSource::FileName },
        S::RepeatedHeader,
        S::SendersDisagree {
            one: (text(), RegionSource::FileName),
            other: (text(), RegionSource::Column),
        },
        S::NotAResult { name: text(), what: text() },
        S::NoResults,
        S::NotResults { text: text() },
        S::RowOfElse { column: text(), text: text() },
        S::HeadingUnclear { name: text(), words: text() },
        S::PartOfYear { text: text() },
        S::ColumnNumbers,
        S::RowsUnread { lines: vec![3, 4], first: text() },
        S::RowsWithoutFigures { lines: vec![3], first: text() },
        S::RowsWithoutFigures { lines: vec![3, 4], first: text() },
        S::ScaledUnit { unit: text() },
        S::UnitMismatch { found: text(), expected: text() },
        S::FormulaError { text: text() },
        S::Uncomputed { text: text() },
        S::MergedFigure { text: text() },
        S::TableTooLarge { what: Bulk::Text { mebibytes: 64 } },
        S::TableTooLarge { what: Bulk::Cells { most: 8_000_000 } },
        S::TableTooLarge { what: Bulk::Columns { most: 16_384 } },
    ]
}

fn of_judging() -> Vec<J> {
    let (indicator, region, year) = (text, text, 2023);
    let series = || SeriesName { id: text(), name: text() };
    let named = || RegionName { code: None, name: text(), level: Level::County };
    let slide = || Slide { indicator: series(), region: named(), before: text(), now: text() };
    let thin = || {
        let headroom = Headroom::Count { left: 3, unit: text() };
        Thin { indicator: series(), region: named(), headroom }
    };
    let points = || {
        let headroom = Headroom::Points("0.03".to_owned());
        Thin { indicator: series(), region: named(), headroom }
    };
    let reasons = [
        NoRollUp::Growth,
        NoRollUp::ByRule,
        NoRollUp::NoCounts { counties: vec![text()], all: 30 },
        NoRollUp::Incomplete { counties: vec![text()], all: 1 },
        NoRollUp::TooLarge,
    ];
    let roll_up =
        |reason| J::NoRollUp { indicators: vec![series()], year, reason, own: true, city: text() };
    let mut problems = vec![
        J::NothingJudged,
        J::NoReference { indicator: indicator(), region: region(), year, reference: text() },
        J::NoBaseline {
            indicator: indicator(),
            region: region(),
            baseline_year: 2020,
            is_zero: true,
        },
        J::NoBaseline {
            indicator: indicator(),
            region: region(),
            baseline_year: 2020,
            is_zero: false,
        },
        J::TooManyVerdicts { regions: 200_000, indicators: 16, years: 26, most: 20_000_000 },
        J::WaiverDouble { indicator: indicator(), region: region(), year },
        J::SumGap { indicator: indicator(), region: region(), year, gap: vec![2021, 2022] },
        J::TotalDisagrees {
            indicator: indicator(),
            region: region(),
            year,
            sent: text(),
            computed: text(),
            is_partial: true,
        },
        J::TotalTooLarge { indicator: indicator(), region: region() },
        J::GrowthDisagrees {
            indicator: indicator(),
            region: region(),
            year,
            sent: text(),
            levels: (text(), text()),
        },
        J::GrowthIndexed {
            indicator: indicator(),
            year,
            baseline_year: 2020,
            regions: vec![named(), named()],
        },
        J::Outside(Outside { failed: 1, incomplete: 2, errors: 3, warnings: 4 }),
        J::Slides { year, slides: vec![slide(), slide()] },
        J::Slides { year, slides: vec![slide(); 23] },
        J::ThinHeadroom { year, thin: vec![thin(), thin()] },
        J::ThinHeadroom { year, thin: vec![thin(); 23] },
        J::ThinHeadroom { year, thin: vec![points()] },
        J::WaiversElsewhere { years: vec![2021, 2022], count: 3 },
        J::WordsOnly { indicator: indicator(), rows: 2 },
        J::WaiverExpired {
            indicator: indicator(),
            region: region(),
            year,
            expires: Date::end_of_year(2022),
        },
        J::WaiverUnused { indicator: indicator(), region: region(), year },
        J::YearInBoth { year },
        J::YearsBefore { years: vec![2020], first: 2021 },
        J::HistoryAfter { year: 2024, last: year },
        J::YearAfterPlan { year: 2026, target: 2025 },
        J::RoundingTurns {
            indicator: indicator(),
            region: region(),
            year,
            sent: text(),
            exact: text(),
        },
        J::RoundingDoubts {
            indicator: indicator(),
            region: region(),
            year,
            sent: text(),
            doubts: [Rounded::Value, Rounded::Baseline, Rounded::Reference]
                .map(|of| Doubt { of, low: text(), high: text() })
                .to_vec(),
            outcome: Outcome::OnPace,
            other: Outcome::Behind,
        },
        J::OutOfScope { indicator: indicator(), region: region() },
    ];
    problems.extend(reasons.map(roll_up));
    problems
}

fn of_audits() -> Vec<AuditFinding> {
    let (year, cell) = (2023, || CellName { indicator: text(), region: text(), year: 2023 });
    let change = |measured| A::ChangeSinceLastYear {
        cell: cell(),
        before: text(),
        now: text(),
        change: text(),
        bound: text(),
        measured,
    };
    let problems = vec![
        A::FractionOfAPerson {
            cell: cell(),
            field: NumberField::Numerator,
            text: text(),
            unit: text(),
        },
        A::SumFalls { cell: cell(), before: text(), now: text() },
        A::CityDisagrees { indicator: text(), year, city: text(), sent: text(), computed: text() },
        A::CityDisagreesDone { indicator: text(), year, city: text(), sent: true },
        change(ChangeMeasure::Points),
        change(ChangeMeasure::Percent),
        A::SameAsLastYear { cell: cell(), figures: text() },
        A::BaselineOfTheParent {
            cell: cell(),
            city: text(),
            baseline: text(),
            baseline_year: 2020,
        },
        A::DenominatorsDiffer {
            region: text(),
            year,
            denominator: text(),
            figures: vec![(text(), vec![text(), text()]), (text(), vec![text()])],
        },
        A::RoundFigures { cell: cell(), numerator: text(), denominator: text() },
        A::JumpOfScale {
            cell: cell(),
            field: NumberField::Denominator,
            before: text(),
            now: text(),
            unit: text(),
        },
        A::ImplausibleGrowth { cell: cell(), sent: text(), bound: text(), likely: Growth::Beyond },
        A::ImplausibleGrowth {
            cell: cell(),
            sent: text(),
            bound: text(),
            likely: Growth::Index(text()),
        },
        A::ImplausibleGrowth {
            cell: cell(),
            sent: text(),
            bound: text(),
            likely: Growth::Fraction(text()),
        },
        out_of_scale(Proportion::Baseline(text())),
        out_of_scale(Proportion::Target(text())),
        out_of_scale(Proportion::Others(text())),
    ];
    let statuses =
        [AuditStatus::Hard, AuditStatus::Open, AuditStatus::Explained { remark: "x".into() }];
    let found = problems.into_iter().flat_map(|problem| {
        statuses.clone().map(|status| AuditFinding { problem: problem.clone(), status })
    });
    found.collect()
}

/// Every problem there is.
fn problems() -> Vec<Problem> {
    fn all<T: Into<Problem>>(problems: Vec<T>) -> impl Iterator<Item = Problem> {
        problems.into_iter().map(Into::into)
    }
    all(of_submissions())
        .chain(all(of_workbooks()))
        .chain(all(of_judging()))
        .chain(all(of_audits()))
        .chain([Problem::More(More {
            code: "submission/no-year",
            severity: Severity::Error,
            counts: [(Subject::default(), 3)].into(),
        })])
        .collect()
}

/// Their help names a Chinese word without quotes.
const UNQUOTED: [&str; 2] = ["submission/not-done", "submission/rate-without-base"];

/// Chinese characters and the punctuation that goes with them.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}')
}

/// The text without what stands in quotes.
fn unquoted(text: &str) -> String {
    text.split('"').step_by(2).collect()
}

#[test]
fn short_forms_fit_narrow_cells() {
    for lang in BOTH {
        for outcome in Outcome::ALL {
            let short = lang.short_outcome(outcome);
            assert!((1..=7).contains(&short.width()), "{short:?}");
            assert!(!lang.outcome(outcome).is_empty());
        }
        for attribute in Attribute::ALL {
            let short = lang.short_attribute(attribute);
            assert!((1..=6).contains(&short.width()), "{short:?}");
        }
    }
}

#[test]
fn short_forms_tell_outcomes_apart() {
    for lang in BOTH {
        let mut short = Outcome::ALL.map(|outcome| lang.short_outcome(outcome));
        short.sort_unstable();
        assert!(short.is_sorted_by(|a, b| a < b), "{short:?}");
    }
}

fn code(problem: &Problem) -> &'static str {
    Diagnostic::whole(problem.clone()).code()
}

/// The English texts with Chinese outside quotes.
fn mixed(problems: &[Problem]) -> Vec<String> {
    let english = problems.iter().map(|problem| Lang::En.message(problem));
    let texts = english.flat_map(|message| [Some(message.title), message.help]).flatten();
    texts.filter(|text| unquoted(text).contains(is_chinese)).collect()
}

#[test]
fn every_problem_has_words_in_both_languages() {
    for problem in problems() {
        let [zh, en] = BOTH.map(|lang| lang.message(&problem));
        for message in [&zh, &en] {
            assert!(!message.title.is_empty(), "{problem:?}");
            assert!(message.help.as_ref().is_none_or(|help| !help.is_empty()), "{problem:?}");
        }
        assert!(zh.title.contains(is_chinese), "{}", zh.title);
        assert_eq!(zh.help.is_some(), en.help.is_some(), "{problem:?}");
        assert_ne!(zh.title, en.title);
    }
}

#[test]
fn every_message_is_in_its_language() {
    let mut problems = problems();
    problems.retain(|problem| !UNQUOTED.contains(&code(problem)));
    assert!(mixed(&problems).is_empty(), "{:#?}", mixed(&problems));
}

#[test]
fn a_chinese_word_in_an_english_message_stands_in_quotes() {
    assert!(mixed(&problems()).is_empty(), "{:#?}", mixed(&problems()));
}

/// A new problem has to be added above: its code is known from the source.
#[test]
fn no_problem_is_left_out() {
    let known: BTreeSet<&str> = problems().iter().map(code).collect();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/diagnostic");
    let mut written = BTreeSet::new();
    for file in std::fs::read_dir(folder).unwrap() {
        // A folder holds entries, which stand for themselves.
        let Ok(text) = std::fs::read_to_string(file.unwrap().path()) else { continue };
        let kinds = ["submission/", "judgement/", "audit/"];
        let codes = text.split('"').filter(|part| kinds.iter().any(|kind| part.starts_with(kind)));
        written.extend(codes.map(str::to_owned));
    }
    assert!(written.len() > 100, "{written:?}");
    assert_eq!(known, written.iter().map(String::as_str).collect());
}

#[test]
fn a_number_in_a_message_is_the_same_in_both_languages() {
    let digits = |text: &str| -> Vec<String> {
        let mut runs: Vec<String> = text
            .split(|c: char| !c.is_ascii_digit())
            .filter(|run| run.len() == 4)
            .map(str::to_owned)
            .collect();
        runs.sort();
        runs
    };
    for problem in problems() {
        let [zh, en] = BOTH.map(|lang| digits(&lang.message(&problem).title));
        assert_eq!(zh, en, "{problem:?}");
    }
}

#[test]
fn the_fixed_words_are_in_their_language() {
    let [zh, en] = BOTH.map(|lang| format!("{:?}", lang.words()));
    assert!(!en.contains(is_chinese), "{en}");
    for words in [zh, en] {
        assert!(!words.contains("\"\""), "{words}");
    }
}

/// The layers whose codes `check` shows.
const EXPLAINED: [&str; 3] = ["audit/", "submission/", "judgement/"];

#[test]
fn every_code_that_check_shows_has_a_page_in_both_languages() {
    let codes: BTreeSet<&str> = problems().iter().map(code).collect();
    let shown = |code: &&str| EXPLAINED.iter().any(|layer| code.starts_with(layer));
    let shown: BTreeSet<&str> = codes.into_iter().filter(shown).collect();
    for lang in BOTH {
        let pages: Vec<&str> = lang.pages().map(|page| page.code).collect();
        let explained: BTreeSet<&str> = pages.iter().copied().collect();
        let lacking: Vec<_> = shown.difference(&explained).collect();
        assert!(lacking.is_empty(), "without a page in {lang:?}: {lacking:?}");
        let unknown: Vec<_> = explained.difference(&shown).collect();
        assert!(unknown.is_empty(), "pages of no code in {lang:?}: {unknown:?}");
        assert_eq!(pages.len(), explained.len(), "a page stands twice");
    }
}

#[test]
fn every_page_is_whole_and_in_its_language() {
    for page in Lang::Zh.pages() {
        for text in [page.means, page.todo] {
            assert!(text.contains(is_chinese), "{}: {text}", page.code);
        }
        assert!(!page.example.is_empty(), "{}", page.code);
    }
    for page in Lang::En.pages() {
        for text in [page.means, page.example, page.todo] {
            assert!(!text.is_empty() && !unquoted(text).contains(is_chinese), "{text}");
        }
    }
}

#[test]
fn a_page_says_how_much_its_finding_weighs() {
    // Of findings of one code the heaviest.
    let mut heaviest = BTreeMap::new();
    for problem in problems() {
        let found = Diagnostic::whole(problem);
        let severity = found.severity();
        let known = heaviest.entry(found.code()).or_insert(severity);
        *known = severity.min(*known);
    }
    for (code, severity) in heaviest {
        for page in BOTH.into_iter().filter_map(|lang| lang.page(code)) {
            if let Weight::Fixed(weight) = page.weight() {
                assert_eq!(weight, severity, "{code}");
            }
        }
    }
}
