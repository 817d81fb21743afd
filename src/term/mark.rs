//! The marks that say there is no value.

/// A mark for a missing value, as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Mark(u8);

const NO_DATA: &str = "无数据";

/// Every way of writing one: half and full width, single and doubled, in either case.
/// Which dash and which dots a keyboard gives differs from system to system; `NULL` and `\N`
/// are what database engines write.
const WRITTEN: [&str; 31] = [
    "-",
    "--",
    "－",
    "－－",
    "\u{2212}",
    "\u{2212}\u{2212}",
    "–",
    "––",
    "—",
    "——",
    "\u{2015}",
    "\u{2015}\u{2015}",
    "…",
    "……",
    "\u{22EF}",
    "\u{22EF}\u{22EF}",
    "/",
    "//",
    "／",
    "／／",
    "NA",
    "na",
    "Na",
    "nA",
    "ＮＡ",
    "ｎａ",
    NO_DATA,
    "NULL",
    "null",
    "Null",
    "\\N",
];

impl Mark {
    /// Reads a cell without the blanks around it; none if it is no mark.
    pub fn read(text: &str) -> Option<Self> {
        let at = WRITTEN.iter().position(|written| *written == text)?;
        u8::try_from(at).ok().map(Self)
    }

    /// Every way of writing one.
    pub fn all() -> impl Iterator<Item = &'static str> {
        WRITTEN.into_iter()
    }

    /// As it was written.
    pub fn written(self) -> &'static str {
        WRITTEN[usize::from(self.0)]
    }

    /// Whether it says nothing where words are wanted either, as a remark: all but 无数据.
    pub fn is_blank(self) -> bool {
        self.written() != NO_DATA
    }

    /// A number for packing it.
    pub(super) fn number(self) -> u8 {
        self.0
    }

    /// Back from that number.
    pub(super) fn numbered(number: u8) -> Option<Self> {
        (usize::from(number) < WRITTEN.len()).then_some(Self(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_mark_is_given_back_as_it_was_written() {
        for written in WRITTEN {
            let mark = Mark::read(written).unwrap();
            assert_eq!(mark.written(), written);
            assert_eq!(Mark::numbered(mark.number()), Some(mark));
        }
        assert_eq!(BTreeSet::from(WRITTEN).len(), WRITTEN.len());
        for text in ["", "0", "一", "无", "---", "N/A", "不适用", " -", "None", "NaN", "\\n"] {
            assert_eq!(Mark::read(text), None, "{text:?}");
        }
    }
}
