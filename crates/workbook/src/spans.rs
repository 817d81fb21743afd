//! Runs of row or column numbers.

use std::ops::RangeInclusive;

/// Numbers, kept as runs from first to last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Spans(Vec<(u32, u32)>);

impl Spans {
    /// Adds a run.
    pub(super) fn add(&mut self, first: u32, last: u32) {
        match self.0.last_mut() {
            Some(run) if run.1.checked_add(1) == Some(first) => run.1 = last,
            _ => self.0.push((first, last)),
        }
    }

    /// Those of the numbers that are in it; they come in order.
    pub(super) fn of(mut self, numbers: impl Iterator<Item = u32>) -> Vec<RangeInclusive<u32>> {
        self.0.sort_unstable();
        let mut of = Self::default();
        let mut runs = self.0.into_iter().peekable();
        for number in numbers {
            while runs.next_if(|run| run.1 < number).is_some() {}
            if runs.peek().is_some_and(|run| run.0 <= number) {
                of.add(number, number);
            }
        }
        of.0.into_iter().map(|(first, last)| first..=last).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_side_by_side_are_one_run() {
        let mut spans = Spans::default();
        for (first, last) in [(10, 2000), (3, 3), (5, 6), (7, 8)] {
            spans.add(first, last);
        }
        assert_eq!(spans.of([1, 3, 5, 6, 7, 8, 9, 11].into_iter()), [3..=3, 5..=8, 11..=11]);
    }

    #[test]
    fn runs_that_overlap_are_found_too() {
        let mut spans = Spans::default();
        for (first, last) in [(1, 9), (2, 3), (4, 4)] {
            spans.add(first, last);
        }
        assert_eq!(spans.of([1, 5, 9, 10].into_iter()), [1..=1, 5..=5, 9..=9]);
    }
}
