//! The columns of the figures, read as texts.

use super::values::TEXT;
use super::{Cells, Dialect, FIELDS, Figures};
use crate::term::Mark;

/// So many fields say what a row is of.
const KEYS: usize = 3;

/// The columns as texts: what says that there is no value is blank.
pub(super) fn source(figures: &Figures, dialect: Dialect) -> String {
    let kind = dialect.translated(TEXT);
    let marks: Vec<String> = Mark::all().map(|mark| dialect.text(mark)).collect();
    let marks = marks.join(", ");
    let (mut texts, mut read) = (Vec::new(), Vec::new());
    for (at, ([_, field], column)) in FIELDS.iter().zip(&figures.columns).enumerate() {
        let text = format!("{field}_text");
        let of = column.as_ref().map(|column| dialect.name(column));
        texts.push(of.as_ref().map_or(format!("'' AS {text}"), |of| {
            format!("trim(BOTH ' ' FROM COALESCE(CAST({of} AS {kind}), '')) AS {text}")
        }));
        let mut cases = Vec::new();
        if at >= KEYS {
            cases.push(format!("WHEN {text} IN ({marks}) THEN ''"));
        }
        if let (Cells::Typed, "year" | "value" | "numerator" | "denominator" | "total", Some(of)) =
            (figures.cells, *field, &of)
        {
            texts.push(format!("{} AS {field}_type", dialect.type_of(of)));
            cases.extend(number(field, dialect));
        }
        read.push(match cases.is_empty() {
            true => text,
            false => format!("CASE {} ELSE {text} END AS {text}", cases.join("\n       ")),
        });
    }
    let about = match figures.cells {
        Cells::Text => "报送的数，都当作文字读；缺报的记号当作空白",
        Cells::Typed => {
            "报送的数；缺报的记号当作空白；小数点后末尾的 0 是列的类型所带，不算位数；\
             浮点数不是确切的数，是整数的才读"
        }
    };
    let table = dialect.table_name(&figures.table);
    format!(
        "-- {about}\nSELECT\n  {}\nFROM (\nSELECT\n  {}\nFROM {table}\n) t",
        read.join(",\n  "),
        texts.join(",\n  ")
    )
}

/// A number as it would be written: the zeros behind its point are those of the column, and
/// of what is not exact only the whole ones are numbers.
fn number(field: &str, dialect: Dialect) -> [String; 3] {
    let is =
        |pattern: &str| dialect.translated(&format!("regexp_matches({field}_text, '{pattern}')"));
    [
        format!("WHEN {} THEN split_part({field}_text, '.', 1)", is("^[-+]?[0-9]+[.]0+$")),
        format!(
            "WHEN {field}_type IN ('float', 'double', 'real', 'double precision') AND {field}_text <> ''\n        \
             AND NOT {} THEN 'float'",
            is("^[-+]?[0-9]+$")
        ),
        format!("WHEN {} THEN trim(TRAILING '0' FROM {field}_text)", is("^[-+]?[0-9]+[.][0-9]+$")),
    ]
}
