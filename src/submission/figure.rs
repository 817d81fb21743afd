//! From the cells of a row to a figure that can be judged.

mod ratio;

use super::Series;
use super::cell::{Cell, Fault, Unusable};
use super::header::Field;
use super::number;
use super::unit::Unit;
use crate::diagnostic::{NumberField, SubmissionProblem};
use crate::exact::{Decimal, Figure, Per};
use crate::term::{Limits, Mark, Sent, is_rate_formula};
use crate::text::{half_width, typed};

/// The cells of one row that hold its figure.
pub(super) struct Cells {
    pub(super) value: Cell,
    pub(super) numerator: Cell,
    pub(super) denominator: Cell,
    pub(super) total: Cell,
    /// Whether the row has a remark.
    pub(super) explained: bool,
}

impl Cells {
    /// The cell of one part of the figure.
    pub(super) fn part(&self, field: Field) -> Option<Cell> {
        match field {
            Field::Value => Some(self.value),
            Field::Numerator => Some(self.numerator),
            Field::Denominator => Some(self.denominator),
            Field::Total => Some(self.total),
            Field::Year | Field::Region | Field::Indicator | Field::Remark | Field::Unit => None,
        }
    }

    /// The first mark of a row that sends no value.
    pub(super) fn mark(&self) -> Option<Mark> {
        let cells = [self.value, self.numerator, self.denominator, self.total];
        cells.into_iter().find_map(|cell| match cell {
            Cell::Missing(mark) => mark,
            Cell::NotApplicable
            | Cell::Number { .. }
            | Cell::Done(_)
            | Cell::Words
            | Cell::Unusable(_)
            | Cell::Unreadable(_) => None,
        })
    }
}

type Problems = Vec<(Field, SubmissionProblem)>;

/// The cells of a row that hold numbers alone, none below zero, or nothing.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    pub(super) value: Option<Number>,
    pub(super) numerator: Option<Number>,
    pub(super) denominator: Option<Number>,
    pub(super) total: Option<Number>,
}

/// A number, and whether a percent sign stands behind it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Number {
    pub(super) number: Decimal,
    pub(super) percent: bool,
}

/// What a row of a series may send of which there is nothing to ask.
pub(super) struct Plain {
    is_percent: bool,
    /// Of how many a ratio is, and whether it is a part of them.
    ratio: Option<(Per, bool)>,
    adds_up: bool,
    are_numbers: bool,
}

impl Plain {
    pub(super) fn new(series: &Series<'_>) -> Self {
        Self {
            is_percent: series.unit == "%",
            ratio: match series.limits {
                Limits::Ratio { per, of_whole } => Some((per, of_whole)),
                Limits::NonNegative | Limits::Any | Limits::Done | Limits::Words => None,
            },
            adds_up: series.adds_up,
            are_numbers: series.limits.are_numbers(),
        }
    }
}

impl Numbers {
    /// One part of the figure.
    #[inline]
    pub(super) fn part(&mut self, field: Field) -> Option<&mut Option<Number>> {
        match field {
            Field::Value => Some(&mut self.value),
            Field::Numerator => Some(&mut self.numerator),
            Field::Denominator => Some(&mut self.denominator),
            Field::Total => Some(&mut self.total),
            Field::Year | Field::Region | Field::Indicator | Field::Remark | Field::Unit => None,
        }
    }

    /// What a row sends, as nearly all do, of which there is nothing to ask: whole counts and
    /// a rate that they bear out, counts alone, a value or a total that can be nothing else.
    /// Of any other row [`validate`] says what it sends.
    #[inline(always)] // in both of the loops over the rows of a block
    pub(super) fn plain(&self, of: &Plain) -> Option<Figure> {
        let Self { value, numerator, denominator, total } = *self;
        let Plain { is_percent, ratio, adds_up, are_numbers } = *of;
        let is_plain = match (numerator, denominator, value) {
            (Some(numerator), Some(denominator), value) => {
                let (n, d) = (numerator.number, denominator.number);
                let are_whole = n.scale() == 0 && d.scale() == 0 && !d.is_zero();
                let are_counts = are_whole && !numerator.percent && !denominator.percent;
                ratio.is_some_and(|(per, of_whole)| {
                    let bear_out = |value: Number| {
                        (is_percent || !value.percent) && ratio::agrees(value.number, n, d, per)
                    };
                    let is_part = !of_whole || n.mantissa() <= d.mantissa();
                    are_counts && is_part && value.is_none_or(bear_out)
                })
            }
            (None, None, Some(Number { number, percent })) => {
                let of_whole = ratio.is_some_and(|(_, of_whole)| of_whole);
                percent == is_percent && !(of_whole && number.is_above(Decimal::HUNDRED))
            }
            (None, None, None) => total.is_some(),
            (Some(_), None, _) | (None, Some(_), _) => false,
        };
        let is_usable = total.is_none_or(|total| adds_up && ratio.is_none() && !total.percent);
        let number = |of: Option<Number>| of.map(|of| of.number);
        let counts = number(numerator).zip(number(denominator));
        let figure = Figure { value: number(value), counts, total: number(total) };
        (is_plain && is_usable && are_numbers).then_some(figure)
    }
}

/// What a row sends. `text` gives a cell as it was written.
pub(super) fn validate(
    cells: &Cells,
    series: &Series<'_>,
    text: &dyn Fn(Field) -> String,
    problems: &mut Problems,
) -> (Sent, Figure) {
    let before = problems.len();
    if !series.limits.are_numbers() {
        return in_words(cells, text, problems);
    }
    // What a form computes from the counts is not needed beside them, and nothing without.
    let counts = [cells.numerator, cells.denominator];
    let is_computed = cells.value == Cell::Unusable(Unusable::Uncomputed)
        && (counts.iter().all(|count| matches!(count, Cell::Number { .. }))
            || counts.iter().all(|count| count.is_missing())
                && is_rate_formula(&text(Field::Value)));
    let sent = if is_computed { Cell::Missing(None) } else { cells.value };
    let value = number(sent, NumberField::Value, series, text, problems);
    let numerator = number(cells.numerator, NumberField::Numerator, series, text, problems);
    let denominator = number(cells.denominator, NumberField::Denominator, series, text, problems);
    let sent_total = if series.adds_up { cells.total } else { Cell::Missing(None) };
    let total = number(sent_total, NumberField::Total, series, text, problems);
    if problems.len() > before {
        return (Sent::Invalid, Figure::default());
    }
    if cells.value == Cell::NotApplicable {
        let numbers = numerator.is_some() || denominator.is_some() || total.is_some();
        return not_applicable(cells, numbers, problems);
    }
    let (mut value, counts) = match (numerator, denominator) {
        (Some(n), Some(d)) => (value, Some((n.number, d.number))),
        (None, None) => (value, None),
        (Some(_), None) | (None, Some(_)) => {
            let missing = match numerator {
                None => NumberField::Numerator,
                Some(_) => NumberField::Denominator,
            };
            problems.push((Field::of(missing), SubmissionProblem::HalfCounts { missing }));
            return (Sent::Invalid, Figure::default());
        }
    };
    let counts = if series.limits.per().is_some() {
        counts
    } else {
        if counts.is_some() {
            let unit = series.unit.to_string();
            problems.push((Field::Numerator, SubmissionProblem::CountsUnused { unit }));
        }
        None
    };
    let usable = match counts {
        Some(counts) => ratio::with_counts(&mut value, counts, series, text, problems),
        None => ratio::alone(value, series, text, problems),
    };
    if !series.adds_up && !cells.total.is_missing() {
        if value.is_none() && counts.is_none() {
            problems.push((Field::Total, SubmissionProblem::TotalAlone));
            return (Sent::Invalid, Figure::default());
        }
        problems.push((Field::Total, SubmissionProblem::TotalUnused));
    }
    let (value, total) = (value.map(|value| value.number), total.map(|total| total.number));
    let figure = Figure { value, counts, total };
    let sent = match (usable, counts, value) {
        (false, _, _) => Sent::Invalid,
        (true, Some((_, denominator)), _) if denominator.is_zero() => Sent::NotApplicable,
        (true, None, None) if total.is_none() => Sent::Missing,
        (true, _, _) => Sent::Figure,
    };
    (sent, figure)
}

/// What a row sends of which nothing is counted.
fn in_words(
    cells: &Cells,
    text: &dyn Fn(Field) -> String,
    problems: &mut Problems,
) -> (Sent, Figure) {
    let numbers = !cells.numerator.is_missing() || !cells.denominator.is_missing();
    let figure = match cells.value {
        Cell::NotApplicable => return not_applicable(cells, numbers, problems),
        Cell::Missing(_) => return (Sent::Missing, Figure::default()),
        Cell::Unusable(why) => {
            problems.push((Field::Value, unusable(why, text(Field::Value))));
            return (Sent::Invalid, Figure::default());
        }
        Cell::Unreadable(_) | Cell::Number { .. } => {
            let problem = SubmissionProblem::NotDone { text: text(Field::Value) };
            problems.push((Field::Value, problem));
            return (Sent::Invalid, Figure::default());
        }
        Cell::Done(done) => Figure::of_value(done.to_decimal()),
        Cell::Words => Figure::default(),
    };
    if numbers {
        let problem = SubmissionProblem::CountsUnused { unit: String::new() };
        problems.push((Field::Numerator, problem));
    }
    if !cells.total.is_missing() {
        problems.push((Field::Total, SubmissionProblem::TotalUnused));
    }
    (Sent::Figure, figure)
}

/// The number of one cell, if it holds one; what is wrong with it is collected.
fn number(
    cell: Cell,
    of: NumberField,
    series: &Series<'_>,
    text: &dyn Fn(Field) -> String,
    problems: &mut Problems,
) -> Option<Number> {
    let field = Field::of(of);
    let problem = match cell {
        Cell::Missing(_) => return None,
        Cell::Unusable(why) => unusable(why, text(field)),
        Cell::NotApplicable if of == NumberField::Value => return None,
        Cell::Number { number, percent } => {
            let count = of != NumberField::Value;
            if percent && (count || series.unit != "%") {
                let unit = match of {
                    NumberField::Value | NumberField::Total => series.unit.to_string(),
                    NumberField::Numerator | NumberField::Denominator => String::new(),
                };
                SubmissionProblem::PercentSign { text: text(field), unit }
            } else if number.is_negative() && (count || series.limits != Limits::Any) {
                SubmissionProblem::Negative { text: text(field) }
            } else {
                return Some(Number { number, percent });
            }
        }
        Cell::Unreadable(fault) => unreadable(fault, of, series, text(field)),
        Cell::NotApplicable | Cell::Done(_) | Cell::Words => {
            unreadable(Fault::NotANumber, of, series, text(field))
        }
    };
    problems.push((field, problem));
    None
}

/// What is wrong with a cell whose text is not to blame.
fn unusable(why: Unusable, text: String) -> SubmissionProblem {
    match why {
        Unusable::Failed => SubmissionProblem::FormulaError { text },
        Unusable::Uncomputed => SubmissionProblem::Uncomputed { text },
        Unusable::Struck => SubmissionProblem::Struck { text },
        Unusable::Shared => SubmissionProblem::MergedFigure { text },
    }
}

/// What is wrong with a cell that can't be read.
#[cold]
fn unreadable(
    fault: Fault,
    field: NumberField,
    series: &Series<'_>,
    text: String,
) -> SubmissionProblem {
    let unit = match field {
        NumberField::Numerator => Unit::Counting(series.count_units[0]),
        NumberField::Denominator => Unit::Counting(series.count_units[1]),
        NumberField::Value | NumberField::Total => Unit::Of(series.unit),
    };
    let unit = unit.wanted().to_owned();
    let half = half_width(typed(&text));
    let (digits, behind) = number::parted(&half);
    match fault {
        Fault::NotANumber => SubmissionProblem::NotANumber { text, field },
        Fault::Unclear(why) => SubmissionProblem::UnclearNumber { text, field, why },
        Fault::Parentheses => {
            let number = number::within_parentheses(&half).unwrap_or_default().to_owned();
            SubmissionProblem::Parentheses { text, number }
        }
        Fault::TooLong => SubmissionProblem::TooLong { text, most: Decimal::MAX_DIGITS },
        Fault::OtherUnit => {
            let found = behind.to_owned();
            SubmissionProblem::OtherUnit { text, found, wanted: unit }
        }
        Fault::HalfUnit => {
            let number = digits.to_owned();
            SubmissionProblem::HalfUnit { text, number, unit }
        }
    }
}

fn not_applicable(cells: &Cells, counts: bool, problems: &mut Problems) -> (Sent, Figure) {
    let problem = if counts {
        SubmissionProblem::NotApplicableWithCounts
    } else if cells.explained {
        return (Sent::NotApplicable, Figure::default());
    } else {
        SubmissionProblem::NotApplicableUnexplained
    };
    problems.push((Field::Value, problem));
    (Sent::Invalid, Figure::default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Place;
    use crate::term::Named;
    use proptest::option;
    use proptest::prelude::*;
    use proptest::sample::select;

    fn number() -> impl Strategy<Value = Number> {
        let digits = select(vec![0, 1, 9, 10, 99, 100, 101, 5_000, 10_000, 10_001]);
        (digits, 0u8..4, any::<bool>()).prop_map(|(digits, scale, percent)| Number {
            number: Decimal::with_scale(digits, scale),
            percent,
        })
    }

    proptest! {
        #[test]
        fn a_plain_row_is_what_looking_at_all_of_it_says(
            cells in proptest::array::uniform4(option::weighted(0.7, number())),
            is_alone in any::<bool>(),
            limits in select(vec![
                Limits::PERCENTAGE, Limits::NonNegative, Limits::Any, Limits::Done, Limits::Words,
                Limits::Ratio { per: Per::THOUSAND, of_whole: false },
            ]),
            unit in select(vec!["%", "‰", "人"]),
            adds_up in any::<bool>(),
        ) {
            let [value, numerator, denominator, total] = cells;
            let total = total.filter(|_| !is_alone);
            let numbers = Numbers { value, numerator, denominator, total };
            let rule = Place::file(&"rules.toml".into());
            let [name, unit, counted] = ["a", unit, "人"].map(Named::from);
            let series = Series {
                id: "a",
                name: &name,
                unit: &unit,
                count_units: [&counted; 2],
                attribute: None,
                limits,
                adds_up,
                rule: &rule,
            };
            let cell = |of: Option<Number>| {
                let number = |Number { number, percent }| Cell::Number { number, percent };
                of.map_or(Cell::Missing(None), number)
            };
            let [value, numerator, denominator, total] = cells.map(cell);
            let total = if is_alone { Cell::Missing(None) } else { total };
            let cells = Cells { value, numerator, denominator, total, explained: false };
            let mut problems = Vec::new();
            let careful = validate(&cells, &series, &|_| String::new(), &mut problems);
            if let Some(figure) = numbers.plain(&Plain::new(&series)) {
                prop_assert_eq!(((Sent::Figure, figure), Vec::new()), (careful, problems));
            }
        }
    }
}
