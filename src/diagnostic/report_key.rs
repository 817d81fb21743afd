//! What a report that is read again should hold.

/// What a key of a report should hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReportKey {
    /// Any text that is not empty.
    Text,
    /// A decimal number, as a string.
    Decimal,
    /// A year, as a number.
    Year,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// One of these words.
    Word(Vec<&'static str>),
}

/// Which bound a report went over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportBound {
    /// That of all its bytes.
    Whole,
    /// That of the bytes of one verdict or finding.
    One,
    /// That of what is kept to be compared.
    Kept {
        /// How many verdicts were kept.
        verdicts: u64,
    },
}
