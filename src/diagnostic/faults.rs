//! Why something was not taken.

use std::error::Error;
use std::fmt;
use std::ops::Deref;

use super::Diagnostic;
use crate::words::Lang;

/// Why a plan, a file or a selection was not taken: everything that is wrong with it.
///
/// As text it is English, a line a finding: place, weight, code and what is wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults(Vec<Diagnostic>);

impl Faults {
    /// What was made, unless something is wrong with it.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn or<T>(found: Vec<Diagnostic>, made: T) -> Result<T, Self> {
        if found.is_empty() { Ok(made) } else { Err(Self(found)) }
    }

    /// The findings.
    pub fn into_vec(self) -> Vec<Diagnostic> {
        self.0
    }
}

impl From<Vec<Diagnostic>> for Faults {
    fn from(found: Vec<Diagnostic>) -> Self {
        Self(found)
    }
}

impl From<Diagnostic> for Faults {
    fn from(found: Diagnostic) -> Self {
        Self(vec![found])
    }
}

impl FromIterator<Diagnostic> for Faults {
    fn from_iter<T: IntoIterator<Item = Diagnostic>>(found: T) -> Self {
        Self(found.into_iter().collect())
    }
}

impl Deref for Faults {
    type Target = [Diagnostic];

    fn deref(&self) -> &[Diagnostic] {
        &self.0
    }
}

impl IntoIterator for Faults {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'f> IntoIterator for &'f Faults {
    type Item = &'f Diagnostic;
    type IntoIter = std::slice::Iter<'f, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{place}: ")?;
        }
        let title = self.problem.message(Lang::En).title;
        write!(f, "{}[{}]: {title}", self.severity().word(), self.code())
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, found) in self.iter().enumerate() {
            let parted = if at == 0 { "" } else { "\n" };
            write!(f, "{parted}{found}")?;
        }
        Ok(())
    }
}

impl Error for Diagnostic {}

impl Error for Faults {}
