//! What holds of reading, whatever bytes are sent. The fuzz targets call it, and
//! `tests/fuzz.rs`, which replays the corpus with every run of the tests.

mod draft;
mod layout;
mod many;
mod number;
mod plan;
mod reading;
mod record;
mod roster;
mod text;
mod workbook;

pub use draft::draft;
pub use layout::layout;
pub use number::number;
pub use plan::{beside, plan};
pub use record::record;
pub use roster::roster;
pub use text::{text, threads};
pub use workbook::workbook;
