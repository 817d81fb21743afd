//! Exact numbers: what a clerk typed ([`Decimal`]), what is computed from it
//! ([`Rational`]), what may have been rounded to it ([`Interval`]), the line that fits
//! several ([`Line`]) and how numbers are written
//! back without contradicting a verdict ([`shown`]).
//!
//! No binary fraction occurs anywhere. Arithmetic runs on 128-bit integers and
//! moves to big integers where those would overflow, so no result is ever
//! rounded or wrapped.

mod decimal;
mod figure;
mod interval;
mod line;
mod per;
mod ratio;
mod rational;
pub mod shown;
mod sum;

pub use decimal::{Decimal, DecimalError};
pub use figure::Figure;
pub use interval::Interval;
pub use line::Line;
pub use per::Per;
pub(crate) use ratio::Ratio;
pub use rational::Rational;
pub use sum::Sum;
