//! Problems in rule files. Each is an error: a plan with one judges nothing.

mod applies;
mod division;
mod key;
mod target;
mod whole;

pub use applies::AppliesProblem;
pub use division::DivisionProblem;
pub use key::{KeyProblem, Kind};
pub use target::TargetProblem;
pub use whole::PlanProblem;
