//! `dabiao completions` and `dabiao man`

use std::io::{self, Write};
use std::path::Path;

use clap::Command;
use clap_mangen::Man;
use dabiao::report::Exit;

use super::args::{self, CompletionsArgs, ManArgs};
use super::{Failure, output};

pub(super) fn completions(args: &CompletionsArgs) -> Result<Exit, Failure> {
    let mut command = args::command();
    let mut script = Vec::new();
    // It panics where it can't write; a vector takes everything.
    clap_complete::generate(args.shell, &mut command, "dabiao", &mut script);
    output::write(None, |out| out.write_all(&script))?;
    Ok(Exit::Passed)
}

pub(super) fn man(args: &ManArgs) -> Result<Exit, Failure> {
    let mut command = args::command();
    command.build();
    match &args.output {
        Some(folder) => pages(&command, folder)?,
        None => output::write(None, |out| page(&command, out))?,
    }
    Ok(Exit::Passed)
}

/// The page of a command, and those of its subcommands.
fn pages(command: &Command, folder: &Path) -> Result<(), Failure> {
    let path = folder.join(Man::new(command.clone()).get_filename());
    output::write(Some(&path), |out| page(command, out))?;
    command.get_subcommands().try_for_each(|command| pages(command, folder))
}

fn page(command: &Command, out: &mut dyn Write) -> io::Result<()> {
    // The foot of a page has a day, which a program without a clock does not know, and an
    // empty one would be passed over: the version stands in its place.
    let version = concat!("dabiao ", env!("CARGO_PKG_VERSION"));
    Man::new(command.clone()).date(version).source("").render(out)
}
