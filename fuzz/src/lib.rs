//! What holds of reading, whatever bytes are sent. The fuzz targets call it, and
//! `tests/fuzz.rs`, which replays the corpus with every run of the tests.

mod layout;
mod number;
mod reading;
mod text;
mod workbook;

pub use layout::layout;
pub use number::number;
pub use text::{text, threads};
pub use workbook::workbook;
