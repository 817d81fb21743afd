//! Trouble with what was asked for: files, names on the command line, what is to be written.

mod comparison;
mod input;
mod output;

pub use comparison::{ComparisonProblem, ReportBound, ReportKey};
pub use input::InputProblem;
pub use output::OutputProblem;
