//! The bytes of submissions: how they are held, and whether they stay the same.

use std::fs::{File, Metadata};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use dabiao::diagnostic::InputProblem;
use tempfile::SpooledTempFile;

use super::identity::{self, Identity};
use super::inputs::{Given, Source, unreadable};
use super::progress::{Counted, Progress};

/// How many bytes of what is no file (a pipe) are held in memory; the rest lies in a
/// temporary file.
const IN_MEMORY: usize = 64 << 20;
/// How many MiB of what is no file are taken.
const MOST: u64 = 1024;

/// Bytes that can be read again from the beginning.
pub(super) struct Bytes {
    held: Held,
    counted: Counted,
}

enum Held {
    File(Closed),
    /// Of a pipe.
    Copy(SpooledTempFile),
}

/// A file that is opened when it is first read: a system has only so many open at once.
struct Closed {
    path: PathBuf,
    file: Option<File>,
}

/// What is there to be read.
pub(super) struct Opened {
    pub(super) name: String,
    held: Held,
    length: u64,
    watched: Option<Watched>,
}

/// A file, and what it was like before it was read.
pub(super) struct Watched {
    name: String,
    path: PathBuf,
    before: Stamp,
}

/// What changes when a file is written to, or another takes its place.
type Stamp = (u64, Option<SystemTime>, Option<Identity>);

impl Closed {
    fn file(&mut self) -> io::Result<&mut File> {
        match &mut self.file {
            Some(file) => Ok(file),
            none => Ok(none.insert(File::open(&self.path)?)),
        }
    }
}

impl Opened {
    pub(super) fn open(given: &Given) -> Result<Self, InputProblem> {
        let name = given.name.clone();
        match &given.source {
            Source::Stdin => Self::copy(name, identity::open_stdin().lock(), MOST),
            Source::File(path) => {
                let failed = |error| unreadable(path, &error);
                let file = identity::open(path).map_err(failed)?;
                let metadata = file.metadata().map_err(failed)?;
                if metadata.is_dir() {
                    return Err(InputProblem::IsDirectory { path: name });
                }
                if !metadata.is_file() {
                    return Self::copy(name, file, MOST);
                }
                let watched = Watched {
                    name: name.clone(),
                    path: path.clone(),
                    before: stamp(path, &metadata),
                };
                let held = Held::File(Closed { path: path.clone(), file: None });
                Ok(Self { name, held, length: metadata.len(), watched: Some(watched) })
            }
        }
    }

    /// Copies what can be read only once.
    fn copy(name: String, source: impl Read, most: u64) -> Result<Self, InputProblem> {
        let failed = |error: io::Error| InputProblem::Unreadable {
            path: name.clone(),
            reason: error.to_string(),
        };
        let mut copy = SpooledTempFile::new(IN_MEMORY);
        let length = io::copy(&mut source.take((most << 20) + 1), &mut copy).map_err(failed)?;
        if length > most << 20 {
            return Err(InputProblem::TooLarge { path: name, most });
        }
        copy.flush().and_then(|()| copy.rewind()).map_err(failed)?;
        Ok(Self { name, held: Held::Copy(copy), length, watched: None })
    }

    pub(super) fn length(&self) -> u64 {
        self.length
    }

    /// Its first bytes, at most so many; it is read from its beginning afterwards.
    pub(super) fn head(&mut self, most: u64) -> io::Result<Vec<u8>> {
        let mut head = Vec::new();
        match &mut self.held {
            Held::File(file) => {
                File::open(&file.path)?.take(most).read_to_end(&mut head)?;
            }
            Held::Copy(copy) => {
                copy.take(most).read_to_end(&mut head)?;
                copy.rewind()?;
            }
        }
        Ok(head)
    }

    /// What is to be looked at again after reading.
    pub(super) fn watched(&mut self) -> Option<Watched> {
        self.watched.take()
    }

    pub(super) fn bytes(self, progress: &Progress) -> Bytes {
        Bytes { held: self.held, counted: progress.counted() }
    }
}

impl Watched {
    /// What is wrong with a verdict on it: a part may be from before the change, and
    /// another from after it.
    pub(super) fn fault(&self) -> Option<InputProblem> {
        let path = self.name.clone();
        match self.path.metadata() {
            Ok(metadata) if stamp(&self.path, &metadata) == self.before => None,
            Ok(_) => Some(InputProblem::Changed { path }),
            // It was open to its end, or is told as one that can't be read.
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => Some(InputProblem::Unreadable { path, reason: error.to_string() }),
        }
    }
}

fn stamp(path: &Path, metadata: &Metadata) -> Stamp {
    (metadata.len(), metadata.modified().ok(), Identity::open(metadata, Some(path)))
}

impl Read for Bytes {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = match &mut self.held {
            Held::File(file) => file.file()?.read(buffer),
            Held::Copy(copy) => copy.read(buffer),
        }?;
        self.counted.forward(read as u64);
        Ok(read)
    }
}

impl Seek for Bytes {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match &mut self.held {
            Held::File(file) => file.file()?.seek(to),
            Held::Copy(copy) => copy.seek(to),
        }?;
        self.counted.at(at);
        Ok(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_by_a_pipe_can_be_read_twice() {
        let opened = Opened::copy("管道".to_owned(), &b"2023"[..], 1).ok();
        let mut bytes = opened.map(|opened| opened.bytes(&Progress::new(4, true))).unwrap();
        for _ in 0..2 {
            let mut text = String::new();
            bytes.read_to_string(&mut text).unwrap();
            assert_eq!(text, "2023");
            bytes.rewind().unwrap();
        }
    }

    #[test]
    fn a_pipe_without_end_is_not_read_to_its_end() {
        let endless = Opened::copy("管道".to_owned(), io::repeat(b','), 1).err();
        assert_eq!(endless, Some(InputProblem::TooLarge { path: "管道".to_owned(), most: 1 }));
        let all = Opened::copy("管道".to_owned(), io::repeat(b',').take(1 << 20), 1);
        assert_eq!(all.map(|opened| opened.length()), Ok(1 << 20));
    }

    #[test]
    fn a_file_that_is_written_to_or_replaced_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("2023.csv");
        std::fs::write(&path, "年份").unwrap();
        let name = path.display().to_string();
        let source = Source::File(path.clone());
        let given = Given { name: name.clone(), source, by_itself: true };
        let watched = || Opened::open(&given).ok().and_then(|mut opened| opened.watched()).unwrap();
        let (first, second) = (watched(), watched());
        assert_eq!(first.fault(), None);
        std::fs::write(&path, "年份,地区").unwrap();
        assert_eq!(second.fault(), Some(InputProblem::Changed { path: name.clone() }));
        let third = watched();
        let other = folder.path().join("other");
        std::fs::write(&other, "年份,地区").unwrap();
        std::fs::rename(&other, &path).unwrap();
        assert_eq!(third.fault(), Some(InputProblem::Changed { path: name.clone() }));
        let third = watched();
        std::fs::remove_file(&path).unwrap();
        assert_eq!(third.fault(), None);
        assert_eq!(Opened::open(&given).err(), Some(InputProblem::NoSuchFile { path: name }));
    }
}
