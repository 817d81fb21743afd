//! What a verdict has for itself.

use std::io;
use std::ptr;

use super::Script;
use crate::exact::Rational;
use crate::exact::shown::{self, Beside, Decimals, Fitted};
use crate::plan::Indicator;
use crate::render::numbers::{Numbers, bounds, completion_digits, least_digits};
use crate::report::{Requirement, Row};
use crate::term::Condition;

/// The fields, each told once.
macro_rules! fields {
    ($($(#[$about:meta])* $field:ident,)*) => {
        /// What verdicts differ in that are told in the same words.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(in crate::render) enum Field {
            $($(#[$about])* $field,)*
        }

        impl Field {
            pub(super) const ALL: [Self; [$(Self::$field),*].len()] = [$(Self::$field),*];
        }
    };
}

fields! {
    // Text of others.
    Code,
    Name,
    NameEn,
    File,
    Column,
    Remark,
    // Numbers as they are written.
    Line,
    Value,
    Numerator,
    Denominator,
    YearValue,
    RequirementLow,
    RequirementHigh,
    TargetLow,
    TargetHigh,
    Margin,
    /// In people or institutions.
    Count,
    /// The same, where a machine word holds it.
    SmallCount,
    Completion,
}

impl Field {
    /// Whether it may hold anything, and not digits alone.
    pub(super) fn is_text(self) -> bool {
        (self as usize) < Self::Line as usize
    }
}

/// The fields of one verdict, in memory that the next one uses again.
#[derive(Debug, Clone, Default)]
pub(in crate::render) struct Own {
    text: Vec<u8>,
    /// From where to where each stands in it.
    places: [(u32, u32); Field::ALL.len()],
    /// Which of them are there, by their numbers.
    present: u32,
}

impl Own {
    pub(in crate::render) fn of(row: &Row<'_>) -> Self {
        let mut own = Self::default();
        own.take(row, &mut Demanded::default());
        own
    }

    /// A field, if the verdict has it.
    pub(in crate::render) fn get(&self, field: Field) -> Option<&str> {
        let is_there = self.present & (1 << field as u32) != 0;
        is_there.then(|| std::str::from_utf8(self.bytes(field)).ok()).flatten()
    }

    /// The text of a field that is there.
    pub(super) fn bytes(&self, field: Field) -> &[u8] {
        let (from, to) = self.places[field as usize];
        self.text.get(from as usize..to as usize).unwrap_or_default()
    }

    /// Adds a field that is there as it stands in a format.
    pub(super) fn push(&self, field: Field, script: Script, out: &mut Vec<u8>) -> io::Result<()> {
        let text = self.bytes(field);
        if field.is_text() {
            return (script.text)(text, out);
        }
        out.extend_from_slice(text);
        Ok(())
    }

    /// How long all of them are.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// Which fields there are.
    pub(super) fn present(&self) -> u32 {
        self.present
    }

    /// The same fields, each with another text.
    pub(super) fn marked(&self, mark: impl Fn(Field) -> String) -> Self {
        let mut marked = Self::default();
        for field in Field::ALL.into_iter().filter(|field| self.get(*field).is_some()) {
            marked.put(field, Some(&mark(field)));
        }
        marked
    }

    /// The bounds that stand at two fields.
    pub(in crate::render) fn bounds(&self, low: Field, high: Field) -> Vec<String> {
        [low, high].into_iter().filter_map(|field| self.get(field)).map(str::to_owned).collect()
    }

    /// As the numbers of a row that stands alone.
    pub(in crate::render) fn numbers(&self) -> Numbers {
        let text = |field| self.get(field).map(str::to_owned);
        Numbers {
            value: text(Field::Value),
            requirement: self.bounds(Field::RequirementLow, Field::RequirementHigh),
            margin: text(Field::Margin),
            count: text(Field::Count),
        }
    }

    fn put(&mut self, field: Field, text: Option<&str>) {
        if let Some(text) = text {
            self.write(field, |out| out.extend_from_slice(text.as_bytes()));
        }
    }

    fn write(&mut self, field: Field, write: impl FnOnce(&mut Vec<u8>)) {
        let from = self.text.len() as u32;
        write(&mut self.text);
        self.places[field as usize] = (from, self.text.len() as u32);
        self.present |= 1 << field as u32;
    }

    /// Takes the fields of a row, and forgets those it had; `demanded` is kept from row to row.
    pub(super) fn take<'r>(&mut self, row: &Row<'r>, demanded: &mut Demanded<'r>) {
        self.text.clear();
        self.present = 0;
        let region = row.region();
        self.put(Field::Code, region.code.as_deref());
        self.put(Field::Name, Some(&region.name));
        self.put(Field::NameEn, region.name.english());
        if let Some((file, line)) = row.location() {
            self.put(Field::File, Some(&file.name));
            self.put(Field::Column, row.location_column().as_deref());
            self.write(Field::Line, |out| shown::push(out, false, line.into(), 0));
        }
        self.put(Field::Remark, row.remark());
        let counts = row.counts().map(<[_; 2]>::from).into_iter().flatten();
        let year_value = row.total().and(row.sent());
        let sent = [Field::Numerator, Field::Denominator].into_iter().zip(counts);
        for (field, number) in sent.chain(year_value.map(|value| (Field::YearValue, value))) {
            self.write(field, |out| number.push_to(out));
        }
        demanded.of(row);
        self.measure(row, demanded);
    }

    /// Takes the value, beside the bounds that it is read against.
    fn measure<'r>(&mut self, row: &Row<'r>, demanded: &Demanded<'r>) {
        let (value, least) = (row.value(), least_digits(row));
        let fitted: Fitted;
        let (written, digits) = match (&demanded.decimals, &value) {
            (Some(decimals), Some(value)) => (decimals.written(), decimals.digits(value, least)),
            (Some(decimals), None) => (decimals.written(), least),
            (None, value) => {
                let bounds = (0..demanded.bounds.len()).collect();
                let beside = value.as_ref().map(|value| Beside { value, least, bounds });
                fitted = shown::fit(&demanded.bounds, beside.as_slice());
                let digits = fitted.values.first().map_or(least, |value| value.digits);
                (&*fitted.bounds, digits)
            }
        };
        let (required, target) = written.split_at(demanded.required.min(written.len()));
        let finest = required.iter().map(|bound| bound.digits).fold(digits, u32::max);
        for (field, bound) in
            [Field::RequirementLow, Field::RequirementHigh].into_iter().zip(required)
        {
            self.put(field, Some(&bound.text));
        }
        let target = target.iter().map(|bound| &*bound.text);
        let target = target.chain(demanded.others.iter().map(String::as_str));
        for (field, bound) in [Field::TargetLow, Field::TargetHigh].into_iter().zip(target) {
            self.put(field, Some(bound));
        }
        let Some(value) = value else { return };
        self.write(Field::Value, |out| shown::push_rounded(out, &value, digits));
        if let Some(margin) = row.margin_of(&value) {
            let digits = shown::difference_digits(&margin, finest);
            self.write(Field::Margin, |out| shown::push_rounded(out, &margin, digits));
        }
        if let Some(count) = row.count_margin_of() {
            self.write(Field::Count, |out| shown::push_rounded(out, &count, 0));
            self.places[Field::SmallCount as usize] = self.places[Field::Count as usize];
            self.present |= u32::from(count.to_i64().is_some()) << Field::SmallCount as u32;
        }
        if let Some(share) = row.completion_of(&value) {
            let digits = completion_digits(&share);
            self.write(Field::Completion, |out| shown::push_rounded(out, &share, digits));
        }
    }
}

/// The bounds that values are read against: the same in all rows of most columns.
#[derive(Default)]
pub(super) struct Demanded<'r> {
    of: Option<(Option<&'r Requirement>, &'r Indicator)>,
    /// Those of the requirement, and behind them those of the target in its terms.
    bounds: Vec<&'r Rational>,
    required: usize,
    /// Those of a target in terms of its own, as they are written.
    others: Vec<String>,
    /// All of them, if no value changes how they are written.
    decimals: Option<Decimals>,
}

impl<'r> Demanded<'r> {
    /// Those of a row, which are at hand where they are the last one's.
    fn of(&mut self, row: &Row<'r>) {
        let (requirement, indicator) = (row.requirement(), row.indicator());
        let is_last = |(required, of): (Option<&Requirement>, &Indicator)| {
            let is_same = match (required, requirement) {
                (Some(one), Some(other)) => ptr::eq(one, other),
                (None, None) => true,
                (Some(_), None) | (None, Some(_)) => false,
            };
            is_same && ptr::eq(of, indicator)
        };
        if self.of.is_some_and(is_last) {
            return;
        }
        let of_value = indicator.target.of_value();
        let conditions = requirement.map(|it| &it.condition);
        let mut all: Vec<&Rational> = conditions.into_iter().flat_map(Condition::bounds).collect();
        let required = all.len();
        all.extend(of_value.into_iter().flat_map(Condition::bounds));
        let other = indicator.target.bound().filter(|_| of_value.is_none());
        *self = Self {
            of: Some((requirement, indicator)),
            decimals: Decimals::of(&all),
            bounds: all,
            required,
            others: other.map(bounds).unwrap_or_default(),
        };
    }
}
