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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Plan, RuleFile};

    fn load(text: &str) -> Result<Plan, Box<dyn Error>> {
        let file = RuleFile::new("rules.toml", text.as_bytes().to_vec());
        Ok(Plan::load(&[file], &mut |_, _| Err(std::io::Error::other("no roster")))?)
    }

    #[test]
    fn what_is_wrong_with_a_plan_is_an_error_that_says_where_and_what() {
        for (text, lines) in [
            ("x", vec!["rules.toml:1: error[plan/syntax]: "]),
            (
                "[plan]\nid = 1\n[[indicator]]\nform = \"leval\"\n",
                vec!["rules.toml:1: error[plan/", "rules.toml:2: error[plan/"],
            ),
            ("", vec!["error[plan/no-head]: ", "error[plan/no-regions]: "]),
        ] {
            let told = load(text).unwrap_err().to_string();
            for line in lines {
                assert!(told.lines().any(|told| told.starts_with(line)), "{told}");
            }
        }
    }
}
