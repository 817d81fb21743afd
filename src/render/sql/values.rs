//! Tables of values that stand in the SQL itself.

use super::Dialect;

pub(super) const INTEGER: &str = "INTEGER";
pub(super) const TEXT: &str = "VARCHAR";
pub(super) const WHOLE: &str = "HUGEINT";
pub(super) const BOOLEAN: &str = "BOOLEAN";

/// A table of values: its columns, each with the type that an engine would not find out of
/// nothing, and its rows.
pub(super) struct Values<'t> {
    pub(super) about: &'t str,
    pub(super) columns: &'t [(&'t str, &'t str)],
    pub(super) rows: Vec<Vec<String>>,
}

impl Values<'_> {
    pub(super) fn select(self, dialect: Dialect) -> String {
        let Self { about, columns, rows } = self;
        let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
        let casts = columns.iter().map(|(name, kind)| format!("CAST({name} AS {kind}) AS {name}"));
        let casts: Vec<String> = casts.collect();
        let lines = |rows: Vec<Vec<String>>| -> Vec<String> {
            rows.into_iter().map(|row| format!("  ({})", row.join(", "))).collect()
        };
        // An engine takes no table of no rows.
        let (rows, none) = match rows.is_empty() {
            true => (vec![vec!["NULL".to_owned(); columns.len()]], "\nWHERE 1 = 0"),
            false => (rows, ""),
        };
        dialect.translated(&format!("-- {about}\nSELECT {}\nFROM (VALUES\n", casts.join(", ")))
            + &lines(rows).join(",\n")
            + &format!("\n) AS t({}){none}", names.join(", "))
    }
}

pub(super) fn or_null(of: Option<impl ToString>) -> String {
    of.map_or("NULL".to_owned(), |of| of.to_string())
}
