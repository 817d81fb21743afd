//! How a run ends, and of what that is said.

use super::Lang;
use crate::report::Report;

/// The line that says it; under a filter it begins with what was asked for.
pub(super) fn conclusion(report: &Report, lang: Lang) -> String {
    format!("{}{}", lang.asked(&report.selection), lang.conclusion(report.conclusion()))
}
