//! Files that could not be read to their end.

use std::error::Error;
use std::fmt;
use std::io;
use std::sync::Arc;

/// A file that could not be read to its end.
#[derive(Debug)]
pub struct ReadError {
    /// The path as it was given.
    pub name: Arc<str>,
    /// What the system says.
    pub error: io::Error,
}

/// All files of a submission that could not be read.
#[derive(Debug, Default)]
pub struct ReadErrors {
    /// One a file, in the order of the files.
    pub errors: Vec<ReadError>,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} could not be read: {}", self.name, self.error)
    }
}

impl fmt::Display for ReadErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, error) in self.errors.iter().enumerate() {
            let parted = if at == 0 { "" } else { "\n" };
            write!(f, "{parted}{error}")?;
        }
        Ok(())
    }
}

impl Error for ReadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.error)
    }
}

impl Error for ReadErrors {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.errors.first().map(|error| error as &(dyn Error + 'static))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_that_could_not_be_read_is_named_with_the_reason() {
        let error = |name: &str, told: &str| ReadError {
            name: name.into(),
            error: io::Error::other(told.to_owned()),
        };
        let errors = ReadErrors { errors: vec![error("a.csv", "torn"), error("b.csv", "gone")] };
        let told = "a.csv could not be read: torn\nb.csv could not be read: gone";
        assert_eq!(errors.to_string(), told);
        let first = errors.source().map(ToString::to_string);
        assert_eq!(first.as_deref(), Some("a.csv could not be read: torn"));
    }
}
