//! Fields of findings as tests fill them.

use super::{Kind, ReportBound, ReportKey};
use crate::exact::{Decimal, Rational};
use crate::term::{Against, Comparison, Condition, Form};
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
    String: ["x".to_owned(), "y".to_owned()];
    &'static str: ["id", "reference", "growth-of"];
    bool: [true, false];
    u16: [2023];
    u32: [9];
    u64: [9];
    usize: [1, 9];
    Kind: [Kind::Number, Kind::String, Kind::Boolean, Kind::Datetime, Kind::Array, Kind::Table];
    (u16, u16): [(2021, 2025)];
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
    let condition = Condition::Compare(Comparison::AtLeast, Rational::from(3));
    let unit = "x".to_owned();
    let number = |form| Demand::Number { form, condition: condition.clone(), unit: unit.clone() };
    let forms = [Form::Kept, Form::Sum, Form::EachYear, Form::Multiple, Form::Change];
    let reference = Demand::Relative { comparison: Comparison::Above, reference: "x".to_owned() };
    forms
        .map(number)
        .into_iter()
        .chain([reference, Demand::Done { by: 2025 }, Demand::Words])
        .collect()
}
