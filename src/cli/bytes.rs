//! The bytes of submissions: how they are held, and whether they stay the same.

use std::fs::{File, Metadata};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use dabiao::diagnostic::{InputProblem, Refusal};

use super::identity::{self, Identity};
use super::inputs::{Given, Source, unreadable};
use super::progress::{Counted, Progress};

/// How many MiB of a pipe are held, so that they can be read again: as many as a text may have
/// that is read whole.
pub(super) const HELD: u64 = 64;
/// How many MiB of a pipe are read: one that never ends has no more rows than that.
pub(super) const PIPED: u64 = 16 << 10;

/// Bytes that can be read again from the beginning.
pub(super) struct Bytes {
    held: Held,
    counted: Counted,
}

enum Held {
    File(Closed),
    Pipe(Pipe),
}

/// What can be read only once, and is read as it comes. As long as its beginning holds all
/// that was read, reading can begin again.
struct Pipe {
    source: Box<dyn Read + Send>,
    beginning: Vec<u8>,
    /// How many bytes of the beginning are held, and how many are read in all.
    most: u64,
    longest: u64,
    /// How many bytes came out of it, and where the next one is read.
    came: u64,
    at: u64,
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
    /// Of a pipe it is not known.
    length: Option<u64>,
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
            none => Ok(none.insert(identity::open(&self.path)?)),
        }
    }
}

impl Pipe {
    fn new(source: impl Read + Send + 'static, most: u64, longest: u64) -> Self {
        Self { source: Box::new(source), beginning: Vec::new(), most, longest, came: 0, at: 0 }
    }

    fn is_held(&self) -> bool {
        self.came == self.beginning.len() as u64
    }

    /// Holds as many bytes, if there are, and stays where it is.
    fn hold(&mut self, most: u64) -> io::Result<()> {
        if self.is_held() {
            let lacking = most.saturating_sub(self.came);
            self.source.by_ref().take(lacking).read_to_end(&mut self.beginning)?;
            self.came = self.beginning.len() as u64;
        }
        Ok(())
    }
}

impl Read for Pipe {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let held = usize::try_from(self.at).ok().and_then(|at| self.beginning.get(at..));
        let read = match held {
            Some(mut held) if self.at < self.came => held.read(buffer)?,
            Some(_) | None => {
                let read = self.source.read(buffer)?;
                if self.is_held() && self.came < self.most {
                    self.beginning.extend_from_slice(buffer.get(..read).unwrap_or_default());
                }
                self.came += read as u64;
                if self.came > self.longest {
                    return Err(io::ErrorKind::FileTooLarge.into());
                }
                read
            }
        };
        self.at += read as u64;
        Ok(read)
    }
}

impl Seek for Pipe {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let (from, by) = match to {
            SeekFrom::Start(at) => (at, 0),
            SeekFrom::Current(by) => (self.at, by),
            SeekFrom::End(by) => {
                // One more tells whether that was all.
                self.hold(self.most + 1)?;
                (self.came, by)
            }
        };
        let is_whole = !matches!(to, SeekFrom::End(_)) || self.came <= self.most;
        match from.checked_add_signed(by) {
            Some(at) if at == self.at && is_whole => {}
            Some(at) if self.is_held() && at <= self.came && is_whole => self.at = at,
            Some(_) | None => return Err(io::ErrorKind::NotSeekable.into()),
        }
        Ok(self.at)
    }
}

impl Opened {
    pub(super) fn open(given: &Given) -> Result<Self, InputProblem> {
        let name = given.name.clone();
        match &given.source {
            Source::Stdin => Ok(Self::pipe(name, identity::open_stdin())),
            Source::File(path) => {
                let failed = |error| unreadable(path, &error);
                let file = identity::open(path).map_err(failed)?;
                let metadata = file.metadata().map_err(failed)?;
                if metadata.is_dir() {
                    return Err(InputProblem::IsDirectory { path: name });
                }
                if !metadata.is_file() {
                    return Ok(Self::pipe(name, file));
                }
                let watched = Watched {
                    name: name.clone(),
                    path: path.clone(),
                    before: stamp(path, &metadata),
                };
                let held = Held::File(Closed { path: path.clone(), file: None });
                Ok(Self { name, held, length: Some(metadata.len()), watched: Some(watched) })
            }
        }
    }

    fn pipe(name: String, source: impl Read + Send + 'static) -> Self {
        let held = Held::Pipe(Pipe::new(source, HELD << 20, PIPED << 20));
        Self { name, held, length: None, watched: None }
    }

    /// How many bytes it has; none of a pipe.
    pub(super) fn length(&self) -> Option<u64> {
        self.length
    }

    /// Its first bytes, at most so many; it is read from its beginning afterwards.
    pub(super) fn head(&mut self, most: u64) -> io::Result<Vec<u8>> {
        let mut head = Vec::new();
        match &mut self.held {
            Held::File(file) => {
                identity::open(&file.path)?.take(most).read_to_end(&mut head)?;
            }
            Held::Pipe(pipe) => {
                pipe.take(most).read_to_end(&mut head)?;
                pipe.rewind()?;
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
            Err(error) => Some(InputProblem::Unreadable { path, reason: Refusal::of(&error) }),
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
            Held::Pipe(pipe) => pipe.read(buffer),
        }?;
        self.counted.forward(read as u64);
        Ok(read)
    }
}

impl Seek for Bytes {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match &mut self.held {
            Held::File(file) => file.file()?.seek(to),
            Held::Pipe(pipe) => pipe.seek(to),
        }?;
        self.counted.at(at);
        Ok(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Up to so many bytes, as they are read from where it stands.
    fn read(pipe: &mut Pipe, most: u64) -> String {
        let mut text = String::new();
        pipe.take(most).read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn a_pipe_can_be_read_again_while_all_that_came_is_held() {
        let mut pipe = Pipe::new(&b"2023,334"[..], 4, 8);
        for _ in 0..2 {
            assert_eq!(read(&mut pipe, 3), "202");
            pipe.rewind().unwrap();
        }
        assert_eq!(read(&mut pipe, 4), "2023");
        pipe.seek(SeekFrom::Start(1)).unwrap();
        assert_eq!(read(&mut pipe, 9), "023,334");
        // Where it stands it may be sent in any case.
        assert_eq!(pipe.seek(SeekFrom::Start(8)).unwrap(), 8);
        let again = pipe.rewind().map_err(|error| error.kind());
        assert_eq!(again, Err(io::ErrorKind::NotSeekable));
        assert_eq!(read(&mut pipe, 9), "");
    }

    #[test]
    fn the_end_of_a_pipe_is_known_of_one_that_can_be_held() {
        for (most, end) in [(8, Ok(7)), (9, Ok(7)), (7, Err(io::ErrorKind::NotSeekable))] {
            let mut pipe = Pipe::new(&b"PAR1PAR1"[..], most, 8);
            read(&mut pipe, 2);
            let sought = pipe.seek(SeekFrom::End(-1)).map_err(|error| error.kind());
            assert_eq!(sought, end, "{most}");
            assert!(pipe.seek(SeekFrom::Current(-9)).is_err());
        }
        let mut endless = Pipe::new(io::repeat(b','), 1 << 10, 1 << 20);
        assert!(endless.seek(SeekFrom::End(0)).is_err());
        assert_eq!(endless.beginning.len(), (1 << 10) + 1);
        let read = io::copy(&mut endless, &mut io::sink()).map_err(|error| error.kind());
        assert_eq!(read, Err(io::ErrorKind::FileTooLarge));
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
