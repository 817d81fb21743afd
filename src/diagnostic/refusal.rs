//! Why a file was not read or written.

use std::error::Error;
use std::fmt;
use std::io;

use crate::words::Lang;

/// Why a file was not read or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It lies outside the folder of the rules.
    Outside,
    /// It is a device, a pipe or the like.
    NoFile,
    /// It is a folder.
    Folder,
    /// It is larger than is read.
    TooLarge {
        /// How large it may be, in MiB.
        most: u64,
    },
    /// There is none.
    NotThere,
    /// It is not UTF-8.
    NotUtf8,
    /// Who runs the program may not do so.
    Denied,
    /// The disk has no more room, the user none on it, or the file may grow no further.
    Full,
    /// Nothing is written to that disk.
    ReadOnly,
    /// Links lead on to links.
    Links,
    /// A pipe that nobody opens at its other end.
    Unopened,
    /// As many files are open as may be.
    Open,
    /// What the system says.
    System(String),
}

impl Refusal {
    /// Why reading or writing failed.
    pub fn of(error: &io::Error) -> Self {
        let known = error.get_ref().and_then(|error| error.downcast_ref::<Self>());
        match known.cloned().unwrap_or_else(|| Self::of_kind(error.kind())) {
            Self::System(_) if is_too_many(error) => Self::Open,
            // Its own words say more than its kind does.
            Self::System(_) => Self::System(error.to_string()),
            refusal => refusal,
        }
    }

    /// The same by the kind of the error alone: its words may be of another file.
    pub fn of_kind(kind: io::ErrorKind) -> Self {
        match kind {
            io::ErrorKind::NotFound => Self::NotThere,
            io::ErrorKind::IsADirectory => Self::Folder,
            io::ErrorKind::PermissionDenied => Self::Denied,
            io::ErrorKind::StorageFull
            | io::ErrorKind::QuotaExceeded
            | io::ErrorKind::FileTooLarge => Self::Full,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            kind => Self::System(kind.to_string()),
        }
    }

    pub(super) fn told(&self, lang: Lang) -> String {
        let (zh, en) = match self {
            Self::Outside => ("在规则文件的目录之外", "it lies outside the folder of the rules"),
            Self::NoFile => ("不是普通文件", "it is a device or a pipe"),
            Self::Folder => ("是目录，不是文件", "it is a folder"),
            Self::NotThere => ("没有这个文件", "there is no such file"),
            Self::NotUtf8 => ("不是 UTF-8 编码", "it is not UTF-8"),
            Self::Denied => ("没有权限", "permission denied"),
            Self::Full => (
                "磁盘已满，或者超出了配额、文件大小的限制",
                "no room is left on the disk, in the quota, or in the limit of a file",
            ),
            Self::ReadOnly => ("所在的磁盘只读", "its disk is read-only"),
            Self::Links => ("链接指来指去，没有尽头", "its links lead on to links"),
            Self::Unopened => {
                ("管道的另一头一直没有打开", "nobody opened the other end of the pipe")
            }
            Self::Open => (
                "打开的文件太多，超过了系统的限制（ulimit -n）",
                "too many files are open: the system has a limit (ulimit -n)",
            ),
            Self::TooLarge { most } => {
                let (zh, en) = (format!("超过 {most} MiB"), format!("it is over {most} MiB"));
                return lang.pick(zh, en);
            }
            Self::System(told) => (&**told, &**told),
        };
        lang.pick(zh, en).to_owned()
    }
}

/// Whether the system opens no more files for this program, or at all. What makes temporary files
/// wraps its words, and nothing else of it.
fn is_too_many(error: &io::Error) -> bool {
    let told = error.to_string();
    cfg!(unix) && ["(os error 23)", "(os error 24)"].iter().any(|code| told.contains(code))
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Lang::En))
    }
}

impl Error for Refusal {}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn that_no_more_files_are_opened_is_told_however_it_is_wrapped() {
        for code in [23, 24] {
            let bare = io::Error::from_raw_os_error(code);
            let wrapped = io::Error::new(bare.kind(), format!("{bare} at path \"a\""));
            for error in [bare, wrapped] {
                assert_eq!(Refusal::of(&error), Refusal::Open, "{error}");
            }
        }
        for code in [2, 5, 13, 28] {
            assert_ne!(Refusal::of(&io::Error::from_raw_os_error(code)), Refusal::Open);
        }
    }
}
