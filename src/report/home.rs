//! Which file a verdict belongs to, for formats that list verdicts by file.

use super::{Report, Row};

/// The file of every region: the first in which it sent a figure.
#[derive(Debug)]
pub struct Homes {
    /// By region.
    first: Vec<Option<u32>>,
    /// There is one file alone.
    is_single: bool,
}

impl Report {
    /// Finds the file of every region.
    pub fn homes(&self) -> Homes {
        let mut first: Vec<Option<u32>> = vec![None; self.regions.len()];
        for row in self.rows() {
            if let Some(at) = row.input_at().and_then(|at| u32::try_from(at).ok()) {
                let home = &mut first[row.region_id().index()];
                *home = Some(home.map_or(at, |home| home.min(at)));
            }
        }
        Homes { first, is_single: self.inputs.len() == 1 }
    }
}

impl Homes {
    /// Which of the report's inputs a verdict belongs to: the one its figure was sent in.
    /// A figure that is missing belongs where its region's others are, or in the only
    /// file there is; a roll-up belongs to none.
    pub fn of(&self, row: &Row<'_>) -> Option<usize> {
        if let Some(at) = row.input_at() {
            return Some(at);
        }
        if row.value().is_some() {
            return None;
        }
        match self.first[row.region_id().index()] {
            Some(at) => Some(at as usize),
            None => self.is_single.then_some(0),
        }
    }
}
