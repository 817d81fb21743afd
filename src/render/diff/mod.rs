//! Two runs compared: as a page, as JSON, as CSV.

mod csv;
mod figures;
mod json;
mod record;
mod table;

pub use csv::csv as diff_csv;
pub(super) use csv::header;
pub use json::{json as diff_json, json_failure as diff_json_failure};
pub use record::record;
pub use table::diff;
