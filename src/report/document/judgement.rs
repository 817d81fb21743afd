//! One of `results`.

use serde::{Deserialize, Serialize};

use super::key::{Key, Name, Operator, Text};
use crate::form::Form;
use crate::report::record::Number;
use crate::source::Place;
use crate::term::{
    Attribute, BaselineSource, Basis, Condition, Date, Level, Named, Outcome, Region, RegionName,
    Year,
};

/// One verdict. What nothing is compared by is not read again.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Judgement<'r> {
    pub(crate) indicator: Key<Name<'r>>,
    pub(crate) number: Option<Key<Name<'r>>>,
    pub(crate) name: Key<Name<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name_en: Option<Key<Name<'r>>>,
    pub(crate) attribute: Key<Attribute>,
    pub(crate) region: RegionKeys<'r>,
    pub(crate) year: Key<Year>,
    pub(crate) outcome: Key<Outcome>,
    pub(crate) value: Option<Key<Number>>,
    pub(crate) numerator: Option<Key<Number>>,
    pub(crate) denominator: Option<Key<Number>>,
    pub(crate) unit: Key<Text<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unit_en: Option<Key<Name<'r>>>,
    pub(crate) requirement: Option<RequirementKeys>,
    pub(crate) target: TargetKeys<'r>,
    #[serde(skip_deserializing)]
    pub(crate) margin: Option<MarginKeys>,
    #[serde(skip_deserializing)]
    pub(crate) location: Option<PlaceKeys<'r>>,
    #[serde(skip_deserializing)]
    pub(crate) rule: PlaceKeys<'r>,
    #[serde(skip_deserializing)]
    pub(crate) cite: Option<&'r str>,
    #[serde(skip_deserializing)]
    pub(crate) remark: Option<&'r str>,
    /// Whom the indicator concerns, where the region is not among them.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub(crate) applies_to: Option<&'r [String]>,
    #[serde(skip_deserializing)]
    pub(crate) group: Option<&'r str>,
    #[serde(skip_deserializing)]
    pub(crate) year_value: Option<String>,
    pub(crate) done_on: Option<Key<Date>>,
    #[serde(skip_deserializing)]
    pub(crate) index_base: Option<Year>,
    #[serde(skip_deserializing)]
    pub(crate) waiver: Option<WaiverKeys<'r>>,
    #[serde(skip_deserializing)]
    pub(crate) mark: Option<&'static str>,
    /// Why it could not be judged.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub(crate) reason: Option<ReasonKeys<'r>>,
    /// In percent.
    #[serde(skip_deserializing)]
    pub(crate) completion: Option<String>,
    /// Where the plan has grades.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub(crate) grade: Option<&'r str>,
}

/// Why something could not be judged, and where that stands.
#[derive(Debug, Serialize)]
pub(crate) struct ReasonKeys<'r> {
    pub(crate) code: &'static str,
    pub(crate) message: String,
    pub(crate) location: Option<PlaceKeys<'r>>,
}

/// A region.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct RegionKeys<'r> {
    pub(crate) code: Option<Key<Name<'r>>>,
    pub(crate) name: Key<Name<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) name_en: Option<Key<Name<'r>>>,
    pub(crate) level: Key<Level>,
}

impl<'r> RegionKeys<'r> {
    pub(crate) fn new(code: Option<&'r str>, name: &'r Named, level: Level) -> Self {
        let name_en = name.english().map(Key::from);
        Self { code: code.map(Key::from), name: (&**name).into(), name_en, level: level.into() }
    }
}

impl<'r> From<&'r Region> for RegionKeys<'r> {
    fn from(region: &'r Region) -> Self {
        Self::new(region.code.as_deref(), &region.name, region.level)
    }
}

impl<'r> From<&'r RegionName> for RegionKeys<'r> {
    fn from(region: &'r RegionName) -> Self {
        Self::new(region.code.as_deref(), &region.name, region.level)
    }
}

/// A condition: an operator and its bound, or a range.
#[derive(Debug, Default, Serialize)]
pub(crate) struct BoundKeys {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) operator: Option<Operator>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) value: Option<Key<Number>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) low: Option<Key<Number>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) high: Option<Key<Number>>,
}

impl BoundKeys {
    /// With its bounds as they are written, lower first.
    pub(crate) fn new(condition: &Condition, bounds: &[String]) -> Self {
        match (condition, bounds) {
            (Condition::Compare(comparison, _), [bound, ..]) => Self {
                operator: Some(Operator::Compare(*comparison)),
                value: Some(Key::text(bound)),
                ..Self::default()
            },
            (Condition::Between(..), [low, high, ..]) => Self {
                operator: Some(Operator::Between),
                low: Some(Key::text(low)),
                high: Some(Key::text(high)),
                ..Self::default()
            },
            (Condition::Compare(..) | Condition::Between(..), _) => Self::default(),
        }
    }
}

/// What a year demanded.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct RequirementKeys {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) operator: Option<Key<Operator>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) value: Option<Key<Number>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) low: Option<Key<Number>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) high: Option<Key<Number>>,
    #[serde(skip_deserializing)]
    pub(crate) basis: &'static str,
    #[serde(skip_deserializing)]
    pub(crate) baseline: Option<&'static str>,
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub(crate) about: Option<String>,
}

impl RequirementKeys {
    pub(crate) fn new(bounds: BoundKeys, basis: Basis, baseline: Option<BaselineSource>) -> Self {
        let BoundKeys { operator, value, low, high } = bounds;
        let operator = operator.map(Key::Is);
        let (basis, baseline) = (basis.word(), baseline.map(BaselineSource::word));
        Self { operator, value, low, high, basis, baseline, about: None }
    }
}

/// The target, and the year in which it is due.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct TargetKeys<'r> {
    #[serde(flatten, skip_deserializing)]
    pub(crate) bounds: BoundKeys,
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub(crate) reference: Option<&'r str>,
    #[serde(skip_deserializing, skip_serializing_if = "Vec::is_empty")]
    pub(crate) parts: Vec<&'r str>,
    #[serde(skip_deserializing)]
    pub(crate) year: Year,
    pub(crate) form: Key<Form>,
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub(crate) about: Option<String>,
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub(crate) change: Option<&'static str>,
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub(crate) reported: Option<&'static str>,
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub(crate) unit: Option<&'static str>,
}

/// Value against requirement.
#[derive(Debug, Serialize)]
pub(crate) struct MarginKeys {
    pub(crate) value: String,
    pub(crate) count: Option<i64>,
}

/// Where something stands.
#[derive(Debug, Default, Serialize)]
pub(crate) struct PlaceKeys<'r> {
    pub(crate) file: &'r str,
    pub(crate) line: Option<u64>,
    pub(crate) column: Option<&'r str>,
}

impl<'r> From<&'r Place> for PlaceKeys<'r> {
    fn from(place: &'r Place) -> Self {
        let column = place.line.as_ref().and_then(|line| line.column.as_deref());
        Self { file: &place.file, line: place.line_number(), column }
    }
}

/// Why a failure is not counted.
#[derive(Debug, Serialize)]
pub(crate) struct WaiverKeys<'r> {
    pub(crate) reason: &'r str,
    pub(crate) approved_by: &'r str,
    pub(crate) expires: Date,
    pub(crate) rule: PlaceKeys<'r>,
}
