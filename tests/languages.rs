//! Both languages say everything, and each says it in its own words.

use dabiao::diagnostic::{
    Binary, Container, Demand, JudgementProblem as J, Kind, LintProblem as L, NoRollUp,
    NumberField, PlanProblem as P, Problem, RunProblem as R, SubmissionProblem as S, YearSource,
};
use dabiao::exact::{Decimal, Rational};
use dabiao::render::Lang;
use dabiao::term::{Attribute, Comparison, Condition, Form, Outcome};
use unicode_width::UnicodeWidthStr;

const BOTH: [Lang; 2] = [Lang::Zh, Lang::En];

/// Problems of every layer; what people typed is ASCII in them.
fn problems() -> Vec<Problem> {
    let text = || "x".to_owned();
    let near = || Some("y".to_owned());
    let attributes = &["约束性", "预期性", "任务"];
    let plan = [
        P::Syntax { message: text() },
        P::UnknownKey { key: text(), owner: None, nearest: near() },
        P::UnknownKey { key: text(), owner: Some("plan"), nearest: None },
        P::SingleTable { table: "indicator".to_owned() },
        P::UnknownKey { key: text(), owner: None, nearest: None },
        P::MissingKey { key: "id" },
        P::WrongType { key: "id", expected: Kind::String, found: Kind::Datetime },
        P::BadNumber { text: text() },
        P::BadWord { key: "attribute", word: text(), allowed: attributes },
        P::DuplicateName { name: text() },
        P::ThresholdShape,
        P::ThresholdBeyondLimit { threshold: "120".to_owned(), limit: "100".to_owned() },
        P::RelativeOperator,
        P::UnknownReference { id: text(), nearest: None },
        P::UnknownIndicator { name: text(), nearest: near() },
        P::UnknownIndicator { name: text(), nearest: None },
        P::UnknownRegion { name: text(), nearest: None },
        P::CaseOfWords { indicator: text() },
        P::NoChecks,
        P::HistoryYear { year: 2023 },
        P::BadRequirement { text: text() },
        P::NoHead,
        P::NoRegions,
        P::RosterColumn { expected: "code,name,level,within" },
    ];
    let submission = [
        S::Empty,
        S::NoRows,
        S::Binary { what: Binary::Known(Container::Zip) },
        S::Undecodable { encoding: "UTF-8", offset: 7, other: Some(("GB18030", 9)) },
        S::Undecodable { encoding: "UTF-8", offset: 7, other: None },
        S::UnknownColumn { name: text() },
        S::CellCount { expected: 7, found: 6 },
        S::UnknownRegion { name: text(), nearest: None },
        S::AmbiguousRegion { name: text() },
        S::UnknownIndicator { name: text(), nearest: near() },
        S::NoYear,
        S::YearConflict { column: 2023, other: 2024, source: YearSource::FileName },
        S::NotANumber { text: text(), field: NumberField::Denominator },
        S::Fraction { text: "0.552".to_owned(), percent: "55.2".to_owned(), counted: true },
        S::PercentSign { text: "5%".to_owned(), unit: String::new() },
        S::HalfCounts { missing: NumberField::Numerator },
        S::RatioMismatch { sent: text(), computed: text(), counts: (text(), text()) },
        S::NotApplicableUnexplained,
        S::NotApplicableWithCounts,
        S::Duplicate { region: text(), indicator: text(), year: 2023 },
        S::MoreFindings { unseen: 3 },
    ];
    let reasons = [
        NoRollUp::Growth,
        NoRollUp::ByRule,
        NoRollUp::NoCounts { counties: vec![text()] },
        NoRollUp::Incomplete { counties: vec![text()] },
        NoRollUp::TooLarge,
    ];
    let roll_up = |reason| J::NoRollUp {
        indicators: vec![text()],
        year: 2023,
        reason,
        own: true,
        city: text(),
    };
    let judgement = [
        J::NothingJudged,
        J::NoReference { indicator: text(), region: text(), year: 2023, reference: text() },
        J::OutOfScope { indicator: text(), region: text() },
    ];
    let run = [
        R::NoSuchFile { path: text() },
        R::Unwritable { path: text(), reason: text() },
        R::UnknownIndicator { name: text(), nearest: None },
        R::AlreadyThere { path: text() },
        R::TableNotText { path: text() },
        R::TableEmpty { path: text() },
        R::TableWithoutHeader { path: text(), first: text() },
        R::NoSubmissions { path: text() },
        R::NothingGiven,
    ];
    let least = Condition::Compare(Comparison::AtLeast, Rational::from(3));
    let number = |form| Demand::Number { form, condition: least.clone(), unit: text() };
    let reference = text();
    let relative = || Demand::Relative { comparison: Comparison::Above, reference };
    let lint = [
        L::KeptNotHeld { target: number(Form::Kept), baseline: Decimal::ZERO, unit: text() },
        L::Contradiction { year: 2025, here: number(Form::Sum), there: number(Form::EachYear) },
        L::Differs { here: relative(), there: Demand::Done { by: 2025 } },
        L::Differs { here: number(Form::Multiple), there: Demand::Words },
        L::SmallCounts { target: number(Form::Change), baseline: Decimal::ZERO, denominator: 9 },
        L::PaceOfFew { target: number(Form::Sum), first: Rational::from(1) },
        L::WrongWay { name: text(), target: number(Form::Change) },
        L::UnusedReference { id: text() },
        L::UnusedRegion { name: text() },
        L::DuplicateAlias { alias: text() },
        L::SumOfAverages { name: text() },
        L::NoCite,
        L::NoCounts { lacking: vec!["numerator", "denominator"] },
        L::UnusedAllow { code: text() },
    ];
    let plan = plan.map(Problem::from).into_iter();
    plan.chain(lint.map(Problem::from))
        .chain(submission.map(Problem::from))
        .chain(reasons.map(roll_up).map(Problem::from))
        .chain(judgement.map(Problem::from))
        .chain(run.map(Problem::from))
        .collect()
}

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

#[test]
fn every_message_is_in_its_language() {
    let mut mixed = Vec::new();
    for problem in problems() {
        let [zh, en] = BOTH.map(|lang| lang.message(&problem));
        for message in [&zh, &en] {
            assert!(!message.title.is_empty(), "{problem:?}");
            assert!(message.help.as_ref().is_none_or(|help| !help.is_empty()), "{problem:?}");
        }
        assert!(zh.title.contains(is_chinese), "{}", zh.title);
        assert_eq!(zh.help.is_some(), en.help.is_some(), "{problem:?}");
        let texts = [Some(en.title), en.help].into_iter().flatten();
        mixed.extend(texts.filter(|text| unquoted(text).contains(is_chinese)));
    }
    assert!(mixed.is_empty(), "{mixed:#?}");
}

#[test]
fn the_fixed_words_are_in_their_language() {
    let [zh, en] = BOTH.map(|lang| {
        format!("{:?} {:?} {:?}", lang.words(), lang.trend_words(), lang.rehearsal_words())
    });
    assert!(!en.contains(is_chinese), "{en}");
    for words in [zh, en] {
        assert!(!words.contains("\"\""), "{words}");
    }
}
