//! What can be typed to fit the program into a shell.

use std::path::PathBuf;

use clap::Args;
use clap_complete::Shell;

use super::LookArgs;

pub(super) const COMPLETIONS_HELP: &str = "\
用法 / how to use it:
  bash        dabiao completions bash > ~/.local/share/bash-completion/completions/dabiao
  zsh         dabiao completions zsh > DIR/_dabiao     ($fpath 中的目录 / a folder of $fpath)
  fish        dabiao completions fish > ~/.config/fish/completions/dabiao.fish
  powershell  dabiao completions powershell >> $PROFILE
  elvish      dabiao completions elvish >> ~/.config/elvish/rc.elv";

#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    /// 哪种 shell / which shell
    #[arg(value_name = "SHELL")]
    pub(crate) shell: Shell,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ManArgs {
    /// 写入这个已有的目录，每个子命令一页 / write to this folder, one page a subcommand
    #[arg(short, long, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,

    /// 覆盖目录中不是本程序写的手册页 / overwrite pages there that this program did not write
    #[arg(long)]
    pub(crate) force: bool,

    #[command(flatten)]
    pub(crate) look: LookArgs,
}
