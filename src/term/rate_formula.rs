//! The formula by which a form computes a ratio from its counts.

use crate::exact::Per;

/// The formula of a cell whose counts stand in two others: blank without both. A cell that
/// shows a percentage holds so much of one.
pub fn rate_formula(numerator: &str, denominator: &str, per: Per) -> String {
    let (n, d) = (numerator, denominator);
    let times = match per.count() {
        1 => String::new(),
        count => format!("*{count}"),
    };
    format!("=IF(AND(ISNUMBER({n}),ISNUMBER({d}),{d}>0),ROUND({n}/{d}{times},4),\"\")")
}

/// Whether a formula is that of a form, whichever cells it names.
pub fn is_rate_formula(text: &str) -> bool {
    let argument = |text: &str| Some(text.split_once("ISNUMBER(")?.1.split_once(')')?.0.to_owned());
    let named = argument(text).and_then(|numerator| {
        let (_, behind) = text.split_once(&format!("ISNUMBER({numerator})"))?;
        Some((numerator, argument(behind)?))
    });
    named.is_some_and(|(n, d)| Per::all().any(|per| text == rate_formula(&n, &d, per)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_formula_of_a_form_is_known_in_every_row() {
        for (n, d) in [("J7", "K7"), ("$D$12", "$E$12"), ("AA100", "AB100")] {
            assert!(Per::all().all(|per| is_rate_formula(&rate_formula(n, d, per))));
        }
        for text in ["=J7/K7", "", "=IF(ISNUMBER(J7),J7,\"\")", "=IF(K7>0,ROUND(J7/K7,4),\"\")"] {
            assert!(!is_rate_formula(text), "{text}");
        }
        assert!(!is_rate_formula(&rate_formula("J7", "K7", Per::THOUSAND).replace("\"\"", "0")));
    }
}
