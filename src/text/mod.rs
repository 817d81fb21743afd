//! Text as people and programs write it: marks that nobody sees, widths, spellings of one
//! name, years, days and periods.
//!
//! Every reader of cells, headings, names and plans asks here, so that what one of them
//! takes for the same, all do.

mod around;
mod character;
mod date;
mod fold;
mod glyph;
mod marked;
mod numeral;
mod obeyed;
mod period;
mod said;
mod scan;
mod several;
mod short;
mod source;
mod unnamed;

pub use character::{
    half_width, is_blank, is_direction, is_invisible, says_nothing, typed, visible, without_marks,
};
pub use date::{Date, Year, may_end_month, read_date, read_day, read_year};
pub use fold::fold;
pub use marked::unmarked;
pub use numeral::whole;
pub use obeyed::{
    first_that_may_begin, first_that_may_hide, in_line, is_harmless, is_hidden, is_obeyed,
    may_begin,
};
pub use period::{
    Part, Period, five_year_plans, is_about_filing, is_filing_date, period_in_name, periods_in,
    read_period, spans_in, years_in_name,
};
pub use several::is_of_several_years;
pub use source::{last_year_of_source, source_in};
pub use unnamed::{is_part_behind_year, is_part_of_year};

/// By what figures are marked that are made up: it says nothing else of them.
pub const SAMPLE: &str = "示例数据";

#[cfg(test)]
mod tests;
