//! Problems in what counties sent.

#[macro_use]
mod files;
#[macro_use]
mod figures;
#[macro_use]
mod tables;
#[macro_use]
mod workbooks;

mod books;
mod parts;

pub use books::{Foreign, NoCells, SheetName, Unread};
pub use parts::{
    Binary, Bulk, Container, Limit, NumberField, RegionSource, SaidIn, Unclear, YearSource,
};

use books::{foreign, listed};

use crate::diagnostic::Message;
use crate::term::{Layout, Named, Year, counted};
use crate::words::{shorten, shorten_to};

of_files! {
    [of_figures of_tables of_workbooks]
    /// What is wrong with a submission.
    pub enum SubmissionProblem
}
