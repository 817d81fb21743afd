//! A document in one of the formats that its kind has, on standard output or in a file.

use std::io;

use dabiao::render::{FileFormat, Writer};

use super::args::{LookArgs, WriteArgs};
use super::guard::{Destination, Guard};
use super::harmless::Kind;
use super::{Failure, output};

/// The format that a document is written in, and its file; none is standard output.
pub(super) struct Chosen<T: 'static> {
    writer: &'static Writer<T>,
    destination: Option<Destination>,
}

impl<T> Chosen<T> {
    /// What was typed, else what the file's name says, else the first of all.
    pub(super) fn new(
        guard: Guard,
        write: &WriteArgs,
        given: Option<FileFormat>,
        all: &'static [Writer<T>],
    ) -> Result<Self, Failure> {
        let files: Vec<FileFormat> = all.iter().map(|writer| writer.file).collect();
        let (file, destination) = guard.writes_one(write.path(), given, &files)?;
        Ok(Self { destination, ..Self::on_stdout(file, all) })
    }

    /// What was typed, on standard output.
    pub(super) fn on_stdout(given: FileFormat, all: &'static [Writer<T>]) -> Self {
        let writer = all.iter().find(|writer| writer.file == given).unwrap_or(&all[0]);
        Self { writer, destination: None }
    }

    /// Whether it says which bytes it was made from.
    pub(super) fn names_digests(&self) -> bool {
        self.writer.is_record
    }

    /// Whether standard output holds every finding, so that standard error need not.
    pub(super) fn holds_findings(&self) -> bool {
        self.writer.is_record && self.destination.is_none()
    }

    /// Writes a document, or that there is none, and why, where the format can say so; and
    /// passes on the document.
    pub(super) fn write(
        &self,
        made: Result<T, Failure>,
        look: &LookArgs,
    ) -> Result<Option<T>, Failure> {
        let destination = self.destination.as_ref();
        let stdout = io::stdout();
        let style = output::style(look, destination.is_none().then_some(&stdout));
        let kind = Kind::of(self.writer.file, style.color);
        let faults = match (made, self.writer.failure) {
            (Ok(document), _) => {
                output::write(destination, kind, |out| (self.writer.write)(&document, style, out))?;
                output::say_written(destination, look);
                return Ok(Some(document));
            }
            (Err(Failure(faults)), Some(failure)) => {
                output::write(destination, kind, |out| failure(&faults, style.lang, out))?;
                output::say_written(destination, look);
                faults
            }
            (Err(Failure(mut faults)), None) => {
                faults.extend(destination.and_then(Destination::stale));
                return Err(faults.into());
            }
        };
        if destination.is_some() { Err(faults.into()) } else { Ok(None) }
    }
}
