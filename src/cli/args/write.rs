//! What can be typed about the file that is written.

use std::path::{Path, PathBuf};

use clap::Args;

/// Where the output goes.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct WriteArgs {
    /// 写入文件，不写标准输出 / write to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// 覆盖已有的文件；要读取的从不覆盖 / overwrite a file that is there, never one that is read
    #[arg(long)]
    pub(crate) force: bool,
}

/// What stands for standard output.
const STDOUT: [&str; 4] = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

impl WriteArgs {
    /// The file; none is standard output.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| !is_stdout(path))
    }
}

/// Whether a path stands for standard output.
pub(super) fn is_stdout(path: &Path) -> bool {
    STDOUT.iter().any(|name| path == Path::new(name))
}
