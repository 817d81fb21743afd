//! Problems in what counties sent.

#[macro_use]
mod files;
#[macro_use]
mod figures;
#[macro_use]
mod tables;
#[macro_use]
mod workbooks;

mod parts;

pub use parts::{
    Binary, Bulk, Container, Foreign, Limit, NoCells, NumberField, RegionSource, SheetName,
    Unclear, Unread, YearSource,
};

use parts::{foreign, listed};

use crate::diagnostic::Message;
use crate::term::{Layout, Named, Year, counted};
use crate::words::shorten;

of_files! {
    [of_figures of_tables of_workbooks]
    /// What is wrong with a submission.
    pub enum SubmissionProblem
}
