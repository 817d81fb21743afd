//! The rules that are built into the program.

/// Name and text of each rule file, as it lies in the repository.
pub const BUILT_IN: [(&str, &str); 1] =
    [("plan/indicators.toml", include_str!("../../plan/indicators.toml"))];
