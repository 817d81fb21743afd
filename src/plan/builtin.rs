//! The rules that are built into the program.

/// Name and text of each rule file, as it lies in the repository.
pub const BUILT_IN: [(&str, &str); 2] = [
    ("plan/indicators.toml", include_str!("../../plan/indicators.toml")),
    ("plan/tasks.toml", include_str!("../../plan/tasks.toml")),
];
