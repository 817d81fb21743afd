//! Why a file that a rule file names was not read.

use std::error::Error;
use std::fmt;
use std::io;

use crate::words::Lang;

/// Why a file that a rule file names was not read.
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
    /// What the system says.
    System(String),
}

impl Refusal {
    /// Why reading failed.
    pub fn of(error: &io::Error) -> Self {
        let known = error.get_ref().and_then(|error| error.downcast_ref::<Self>());
        match (known, error.kind()) {
            (Some(known), _) => known.clone(),
            (None, io::ErrorKind::NotFound) => Self::NotThere,
            (None, io::ErrorKind::IsADirectory) => Self::Folder,
            (None, _) => Self::System(error.to_string()),
        }
    }

    pub(super) fn told(&self, lang: Lang) -> String {
        let (zh, en) = match self {
            Self::Outside => ("在规则文件的目录之外", "it lies outside the folder of the rules"),
            Self::NoFile => ("不是普通文件", "it is a device or a pipe"),
            Self::Folder => ("是目录，不是文件", "it is a folder"),
            Self::NotThere => ("没有这个文件", "there is no such file"),
            Self::NotUtf8 => ("不是 UTF-8 编码", "it is not UTF-8"),
            Self::TooLarge { most } => {
                let (zh, en) = (format!("超过 {most} MiB"), format!("it is over {most} MiB"));
                return lang.pick(zh, en);
            }
            Self::System(told) => (&**told, &**told),
        };
        lang.pick(zh, en).to_owned()
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Lang::En))
    }
}

impl Error for Refusal {}
