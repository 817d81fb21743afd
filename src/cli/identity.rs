//! Which file a path leads to, however it is written, and what this run has read.

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use dabiao::diagnostic::Refusal;

use super::pipe;

/// One file, whatever it is called: the same for every path, link and case of letters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Identity {
    /// By its device and its number there.
    #[cfg(unix)]
    Number(u64, u64),
    /// By its real path; that of a file that need not be there yet.
    Path(PathBuf),
}

impl Identity {
    pub(super) fn of(path: &Path) -> Self {
        #[cfg(unix)]
        if let Ok(metadata) = path.metadata() {
            return Self::numbered(&metadata);
        }
        Self::Path(landing(path).unwrap_or_else(|_| path.to_owned()))
    }

    #[cfg(unix)]
    fn numbered(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self::Number(metadata.dev(), metadata.ino())
    }

    /// Of what is open, if it is a file.
    #[cfg(unix)]
    pub(super) fn open(metadata: &Metadata, _path: Option<&Path>) -> Option<Self> {
        metadata.is_file().then(|| Self::numbered(metadata))
    }

    #[cfg(not(unix))]
    pub(super) fn open(metadata: &Metadata, path: Option<&Path>) -> Option<Self> {
        path.filter(|_| metadata.is_file()).map(Self::of)
    }
}

/// More links than this lead to nothing.
const LINKS: usize = 40;

/// Where a file is, or will be, once every link is followed; the last may lead to what is
/// not there yet.
pub(super) fn landing(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        if let Ok(real) = path.canonicalize() {
            return Ok(real);
        }
        let folder = folder(&path).to_owned();
        match fs::read_link(&path) {
            Ok(target) => path = folder.join(target),
            Err(_) => {
                return Ok(folder.canonicalize()?.join(path.file_name().unwrap_or_default()));
            }
        }
    }
    Err(io::Error::other(Refusal::Links))
}

/// Where a file is, or will be, that must lie in a folder or below, links followed: nobody but
/// a file in that folder named it.
pub(super) fn inside(folder: &Path, path: &Path) -> io::Result<PathBuf> {
    let landing = landing(path)?;
    match landing.starts_with(folder.canonicalize()?) {
        true => Ok(landing),
        false => Err(io::Error::other(Refusal::Outside)),
    }
}

/// The folder that a path names something in.
pub(super) fn folder(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// The files that this run has opened for reading: none of them is ever written to.
static READ: Mutex<BTreeSet<Identity>> = Mutex::new(BTreeSet::new());

/// Opens a file for reading, and remembers it.
pub(super) fn open(path: &Path) -> io::Result<File> {
    if pipe::is_of_system(path) {
        return Err(io::Error::other(Refusal::NoFile));
    }
    let file = pipe::open(path, File::options().read(true))?;
    remember(Identity::open(&file.metadata()?, Some(path)));
    Ok(file)
}

/// The file that standard input comes from, if it does from one.
pub(super) fn stdin() -> Option<Identity> {
    #[cfg(unix)]
    return Identity::open(&stream(io::stdin())?, None);
    #[cfg(not(unix))]
    None
}

/// The file that standard output goes to, if it goes to one.
pub(super) fn stdout() -> Option<Identity> {
    #[cfg(unix)]
    return Identity::open(&stream(io::stdout())?, None);
    #[cfg(not(unix))]
    None
}

#[cfg(unix)]
fn stream(stream: impl std::os::fd::AsFd) -> Option<Metadata> {
    File::from(stream.as_fd().try_clone_to_owned().ok()?).metadata().ok()
}

/// Remembers that standard input is read.
pub(super) fn open_stdin() -> io::Stdin {
    remember(stdin());
    io::stdin()
}

fn remember(identity: Option<Identity>) {
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    read.extend(identity);
}

/// Whether this run has read that file.
pub(super) fn is_read(identity: &Identity) -> bool {
    READ.lock().unwrap_or_else(PoisonError::into_inner).contains(identity)
}
