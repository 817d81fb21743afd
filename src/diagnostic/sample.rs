//! Fields of findings as tests fill them.

use super::*;
use crate::exact::{Decimal, Rational};
use crate::form::{Aim, Form, Part, Relation, States, Target, Terms};
use crate::term::{
    Against, Comparison, Condition, Date, Layout, Level, Named, Outcome, RegionName, SeriesId,
};
use crate::words::Demand;

/// A value of each kind that a message tells apart; what people typed is ASCII.
pub(super) trait Sample: Clone {
    fn samples() -> Vec<Self>;
}

macro_rules! samples {
    ($($Type:ty: $samples:expr;)+) => {
        $(impl Sample for $Type {
            fn samples() -> Vec<Self> {
                $samples.into()
            }
        })+
    };
}

samples! {
    CellName: [CellName { indicator: "x".into(), region: "x".into(), year: 2023 }];
    NumberField: [NumberField::Value, NumberField::Numerator, NumberField::Denominator, NumberField::Total];
    ChangeMeasure: [ChangeMeasure::Points, ChangeMeasure::Percent];
    Growth: [Growth::Beyond, Growth::Index("x".to_owned()), Growth::Fraction("x".to_owned())];
    Proportion: [Proportion::Baseline("x".into()), Proportion::Target("x".into()), Proportion::Others("x".into())];
    Binary: [Binary::Known(Container::Pdf), Binary::Known(Container::Gzip), Binary::Unknown];
    Unclear: [Unclear::About, Unclear::Exponent, Unclear::Separators, Unclear::Words, Unclear::Float];
    YearSource: [YearSource::FileName, YearSource::Flag, YearSource::Folder, YearSource::Title, YearSource::Sheet, YearSource::Heading];
    RegionSource: [RegionSource::FileName, RegionSource::Title, RegionSource::Sheet, RegionSource::Column];
    SheetName: [SheetName { number: 1, name: "x".to_owned() }];
    SaidIn: [SaidIn::Column("x".to_owned()), SaidIn::Note];
    Bulk: [
        Bulk::Of(Limit::File { mebibytes: 64 }), Bulk::Of(Limit::Unpacked { mebibytes: 64 }),
        Bulk::Of(Limit::Cells { most: 9 }), Bulk::Of(Limit::Text { mebibytes: 64 }),
        Bulk::Of(Limit::OneText { mebibytes: 64 }), Bulk::Columns { most: 9 },
        Bulk::Of(Limit::Sheets { most: 9 }), Bulk::Of(Limit::Parts { most: 9 }),
        Bulk::Of(Limit::SheetName { bytes: 9 }),
        Bulk::Headings { most: 9 }, Bulk::Kept { mebibytes: 64 }, Bulk::Unread { most: 9 },
        Bulk::Claims { most: 9 }, Bulk::Page { mebibytes: 64 }, Bulk::Held { mebibytes: 64 },
    ];
    Unread: [
        Unread::NoCells(NoCells::Chart), Unread::NoCells(NoCells::Dialog),
        Unread::NoCells(NoCells::Macros), Unread::NoCells(NoCells::NoPart),
        Unread::Damaged { part: "x".to_owned() },
    ];
    Foreign: [
        Foreign::Document, Foreign::Slides, Foreign::Xlsb, Foreign::OldExcel, Foreign::Html,
        Foreign::SpreadsheetXml, Foreign::Xml, Foreign::Zip, Foreign::Unsupported,
        Foreign::Other,
    ];
    Refusal: [
        Refusal::Outside, Refusal::NoFile, Refusal::Folder, Refusal::TooLarge { most: 64 },
        Refusal::NotThere, Refusal::NotUtf8, Refusal::Denied, Refusal::Full, Refusal::ReadOnly,
        Refusal::Links, Refusal::Unopened, Refusal::Open, Refusal::System("x".to_owned()),
    ];
    Layout: [Layout::Long, Layout::IndicatorsAcross, Layout::RegionsAcross, Layout::OneRegion, Layout::OneIndicator];
    Outcome: Outcome::ALL;
    Level: Level::ALL;
    Date: Date::parse("2023-06-30").into_iter().collect::<Vec<_>>();
    u8: [18];
    char: [';'];
    i64: [2];
    SeriesName: [SeriesName { id: "x".to_owned(), name: "x".into() }];
    RegionName: [RegionName { code: None, name: "x".into(), level: Level::County }];
    Outside: [Outside { failed: 1, incomplete: 2, errors: 3, warnings: 4 }];
    NoRollUp: [
        NoRollUp::Growth, NoRollUp::ByRule, NoRollUp::TooLarge, NoRollUp::CityAlone,
        NoRollUp::NoCounts { counties: vec!["x".into()], all: 1 },
        NoRollUp::Incomplete { counties: vec!["x".into()], all: 9 },
    ];
    Doubt: [Rounded::Value, Rounded::Baseline, Rounded::YearBefore, Rounded::Reference, Rounded::Ranked].map(|of| Doubt { of, low: "x".into(), high: "y".into() });
    Named: [Named::from("x"), Named::from("是").in_english(Some("y".to_owned()))];
    String: ["x".to_owned(), "y".to_owned()];
    &'static str: ["id", "reference", "growth-of"];
    bool: [true, false];
    u16: [2023];
    u32: [9];
    u64: [9];
    usize: [1, 9];
    Kind: [Kind::Number, Kind::String, Kind::Boolean, Kind::Datetime, Kind::Array, Kind::Table];
    &'static [&'static str]: [["x", "y"].as_slice()];
    Against: [Against::Requirement, Against::Target];
    ReportBound: [ReportBound::Whole, ReportBound::One, ReportBound::Kept { verdicts: 7 }];
    ReportKey: [ReportKey::Text, ReportKey::Decimal, ReportKey::Year, ReportKey::Day, ReportKey::Word(vec!["met"])];
    Decimal: [Decimal::ZERO, Decimal::new(100, 0).unwrap_or(Decimal::ZERO)];
    Rational: [Rational::from(1)];
    Demand: demands();
}

impl<T: Sample> Sample for Vec<T> {
    fn samples() -> Vec<Self> {
        vec![T::samples()]
    }
}

impl<T: Sample> Sample for Option<T> {
    fn samples() -> Vec<Self> {
        T::samples().into_iter().map(Some).chain([None]).collect()
    }
}

fn demands() -> Vec<Demand> {
    let bound = Condition::Compare(Comparison::AtLeast, Rational::from(3));
    let (comparison, reference) = (Comparison::Above, SeriesId(0));
    let number = |terms| Aim::Number { terms, bound: bound.clone() };
    let name = || "x".into();
    let relative =
        || Aim::Relative(Relation { comparison, reference, name: name(), growth_of: None });
    let aim = |form: Form| match form.states() {
        States::Value | States::Coverage => number(Terms::Value),
        States::Change => number(Terms::Change),
        States::Multiple => number(Terms::Multiple),
        States::Growth => number(Terms::Growth { years: 5 }),
        States::Reference => relative(),
        States::Share | States::Rank => number(Terms::Value),
        States::Either => Aim::Parts { all: false },
        States::Both => Aim::Parts { all: true },
        States::Done => Aim::Done { due: 2025 },
        States::Words => Aim::Words,
    };
    let of = |form| {
        let part = Part { series: SeriesId(1), name: "x".into() };
        Demand::of(Target { form, aim: aim(form), parts: vec![part] }, &"x".into())
    };
    Form::ALL.map(of).into()
}

impl<A: Sample, B: Sample> Sample for (A, B) {
    fn samples() -> Vec<Self> {
        let (a, b) = (A::samples(), B::samples());
        let most = a.len().max(b.len());
        (0..most).map(|at| (a[at % a.len()].clone(), b[at % b.len()].clone())).collect()
    }
}

impl<T: Sample> Sample for [T; 2] {
    fn samples() -> Vec<Self> {
        let all = T::samples();
        (0..all.len()).map(|at| [0, 1].map(|next| all[(at + next) % all.len()].clone())).collect()
    }
}

impl Sample for Slide {
    fn samples() -> Vec<Self> {
        let [indicator] = [SeriesName { id: "x".to_owned(), name: "x".into() }];
        RegionName::samples()
            .into_iter()
            .map(|region| Self {
                indicator: indicator.clone(),
                region,
                before: "x".to_owned(),
                now: "y".to_owned(),
            })
            .collect()
    }
}

impl Sample for Thin {
    fn samples() -> Vec<Self> {
        let count = Headroom::Count { left: 2, unit: "x".into() };
        let of = |headroom| {
            Slide::samples().into_iter().map(move |slide| {
                let Slide { indicator, region, .. } = slide;
                Self { indicator, region, headroom: Headroom::clone(&headroom) }
            })
        };
        of(count).chain(of(Headroom::Points("x".to_owned()))).collect()
    }
}
