//! 中文: what codes mean, one table a layer.

mod audit;
mod judgement;
mod submission;
mod table;

use crate::render::text::pages::Page;

pub(in crate::render::text) const TABLES: [&[Page]; 4] =
    [audit::PAGES, submission::PAGES, table::PAGES, judgement::PAGES];
