//! The rules that are built into the program, and their cases.

use super::RuleFile;

/// Name and text of each rule file, as it lies in the repository.
pub const BUILT_IN: [(&str, &str); 2] = [
    ("plan/indicators.toml", include_str!("../../plan/indicators.toml")),
    ("plan/tasks.toml", include_str!("../../plan/tasks.toml")),
];

/// The same of the cases beside them.
pub(super) const CASES: [(&str, &str); 2] = [
    ("plan/indicators.cases.toml", include_str!("../../plan/indicators.cases.toml")),
    ("plan/tasks.cases.toml", include_str!("../../plan/tasks.cases.toml")),
];

pub(super) fn files(texts: &[(&str, &str)]) -> Vec<RuleFile> {
    texts.iter().map(|(name, text)| RuleFile::new(name, text.as_bytes().to_vec())).collect()
}
