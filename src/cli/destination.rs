//! Writing a file whole or not at all.

use std::fs::{File, Metadata};
use std::io::{self, BufWriter, Read, Seek, Write};
use std::path::Path;

use dabiao::diagnostic::{Diagnostic, OutputProblem};

use super::guard::{Destination, Place, unwritable};
use super::identity::{self, Identity};
use super::pipe;
use super::temporary::Temporary;

impl Destination {
    pub(super) fn is_device(&self) -> bool {
        self.place == Place::Device
    }

    /// That an earlier report stands in its place, where a run that failed leaves it there.
    pub(super) fn stale(&self) -> Option<Diagnostic> {
        let stale = || Diagnostic::whole(OutputProblem::StaleReport { path: self.name.clone() });
        self.path.is_file().then(stale)
    }

    /// Writes it: a temporary file beside it takes its name when it is whole.
    pub(super) fn write(
        &self,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), OutputProblem> {
        // What was read since the guard looked, as a roster that a plan names.
        if !self.is_device() && identity::is_read(&Identity::of(&self.path)) {
            return Err(OutputProblem::OutputIsInput { path: self.name.clone() });
        }
        let is_whole = match self.place {
            Place::Device => self.pass(write).map(|()| true),
            Place::Free | Place::Taken | Place::Kept => self.replace(write),
        };
        match is_whole {
            Ok(true) => Ok(()),
            Ok(false) => Err(self.already_there()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(self.already_there()),
            Err(error) => Err(unwritable(Path::new(&self.name), &error)),
        }
    }

    fn already_there(&self) -> OutputProblem {
        OutputProblem::AlreadyThere { path: self.name.clone(), format: self.format.word() }
    }

    /// Passes it on to a device or a pipe as it comes.
    fn pass(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
        let is_file = self.path.metadata()?.is_file();
        let file = pipe::open(&self.path, File::options().write(true).append(is_file))?;
        let mut out = BufWriter::new(file);
        write(&mut out)?;
        out.flush()
    }

    /// Whether the file is there as it was to be written.
    fn replace(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<bool> {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        let mut file = Temporary::within(folder)?;
        let mut out = BufWriter::new(file.file());
        write(&mut out)?;
        out.flush()?;
        drop(out);
        match self.place {
            Place::Kept => return is_same(&self.path, file.file()),
            Place::Taken => take_after(file.file(), &self.path.metadata()?)?,
            Place::Free | Place::Device => {}
        }
        file.file().sync_all()?;
        // Where nothing was, somebody may have written since the guard looked, or this run
        // under a name with other letters.
        file.name(&self.path, self.place == Place::Taken)?;
        Ok(true)
    }
}

/// Gives a file the mode and, where it may be done, the owner of the one it replaces.
fn take_after(file: &File, replaced: &Metadata) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let owners = |metadata: &Metadata| (metadata.uid(), metadata.gid());
        if owners(&file.metadata()?) != owners(replaced) {
            let (user, group) = owners(replaced);
            // Only an administrator gives files away.
            let _ = std::os::unix::fs::fchown(file, Some(user), Some(group));
        }
    }
    file.set_permissions(replaced.permissions())
}

/// Whether a file holds the same bytes as one that was written.
fn is_same(one: &Path, mut other: &File) -> io::Result<bool> {
    let one = File::open(one)?;
    other.rewind()?;
    if one.metadata()?.len() != other.metadata()?.len() {
        return Ok(false);
    }
    loop {
        let (mut left, mut right) = (Vec::new(), Vec::new());
        (&one).take(CHUNK).read_to_end(&mut left)?;
        other.take(CHUNK).read_to_end(&mut right)?;
        if left != right || left.is_empty() {
            return Ok(left == right);
        }
    }
}

const CHUNK: u64 = 64 << 10;
