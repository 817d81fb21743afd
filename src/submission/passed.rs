//! Remarks that were heard before, and kept no figure from being judged.
//!
//! In a national file the same few stand in very many rows: 示例数据, 经核实.

use hashbrown::HashMap;

use super::beside::{Heard, Owner, is_of_else};
use crate::term::{SeriesId, Year};
use crate::text::SAMPLE;

/// How many are kept, of as many indicators and years as they stand beside.
const MOST: usize = 1_000;
/// No longer one is kept, in bytes.
const LONGEST: usize = 240;

/// What was heard lately, by a column's heading and what stands in it.
#[derive(Default)]
pub(super) struct Passed {
    texts: HashMap<String, Vec<Pass>>,
    /// How many passes there are.
    count: usize,
    /// The last heading and text that were asked for.
    asked: String,
}

/// That a text keeps no figure of an indicator and a year from being judged, whoever sent it and
/// whatever its value is.
struct Pass {
    series: SeriesId,
    year: Year,
    /// How many claims were looked at.
    claims: u64,
}

impl Passed {
    /// Whether a cell beside a figure of an indicator [says](is_of_else) that it is of something
    /// else.
    pub(super) fn is_of_else(
        &mut self,
        heading: &str,
        text: &str,
        series: SeriesId,
        owner: Owner<'_>,
    ) -> bool {
        let Heard { claims, is_of_row } = owner.heard;
        if text.is_empty() || text == SAMPLE {
            return false;
        }
        if let Some(before) = self.of((heading, text), series, owner.year) {
            claims.set(claims.get() + before);
            return false;
        }
        let before = claims.get();
        is_of_row.set(false);
        let is_else = is_of_else(heading, text, owner);
        if !is_else && !is_of_row.get() {
            self.remember(series, owner.year, claims.get() - before);
        }
        is_else
    }

    /// How many claims a text makes that passed before.
    fn of(&mut self, (heading, text): (&str, &str), series: SeriesId, year: Year) -> Option<u64> {
        self.asked.clear();
        // Where heading or text holds such a sign itself, it is not kept.
        self.asked.extend([heading, "\n", text]);
        let passes = self.texts.get(&*self.asked)?;
        let pass = passes.iter().find(|pass| (pass.series, pass.year) == (series, year))?;
        Some(pass.claims)
    }

    /// Keeps the one that was asked for.
    fn remember(&mut self, series: SeriesId, year: Year, claims: u64) {
        if self.asked.len() > LONGEST || self.asked.matches('\n').count() > 1 {
            return;
        }
        if self.count == MOST {
            self.texts.clear();
            self.count = 0;
        }
        self.count += 1;
        let pass = Pass { series, year, claims };
        self.texts.entry_ref(&*self.asked).or_default().push(pass);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_known_again_under_its_heading_and_beside_its_indicator_and_year() {
        let (one, other) = (SeriesId(1), SeriesId(2));
        let mut passed = Passed::default();
        assert_eq!(passed.of(("备注", "示例数据"), one, 2023), None);
        passed.remember(one, 2023, 3);
        assert_eq!(passed.of(("备注", "示例数据"), one, 2023), Some(3));
        for (column, series, year) in [
            (("说明", "示例数据"), one, 2023),
            (("备注", "示例"), one, 2023),
            (("备注", "示例数据"), other, 2023),
            (("备注", "示例数据"), one, 2022),
        ] {
            assert_eq!(passed.of(column, series, year), None, "{column:?}");
        }
        // What could be taken for another heading's, or is long, is heard anew.
        for text in ["示例\n数据", &"示例".repeat(LONGEST)] {
            assert_eq!(passed.of(("备注", text), one, 2023), None);
            passed.remember(one, 2023, 0);
            assert_eq!(passed.of(("备注", text), one, 2023), None);
        }
    }

    #[test]
    fn no_more_is_kept_than_there_is_room_for() {
        let mut passed = Passed::default();
        for at in 0..3 * MOST {
            assert_eq!(passed.of(("备注", &at.to_string()), SeriesId(0), 2023), None);
            passed.remember(SeriesId(0), 2023, 0);
            assert!(passed.count <= MOST && passed.texts.len() <= MOST);
        }
    }
}
