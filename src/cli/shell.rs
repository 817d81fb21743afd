//! `dabiao completions` and `dabiao man`

use std::io::{self, Write};

use clap::Command;
use clap_mangen::Man;
use dabiao::render::FileFormat;
use dabiao::report::Exit;

use super::args::{self, CompletionsArgs, ManArgs};
use super::guard::Guard;
use super::harmless::Kind;
use super::{Failure, output};

pub(super) fn completions(args: &CompletionsArgs) -> Result<Exit, Failure> {
    let mut command = args::command();
    let mut script = Vec::new();
    // It panics where it can't write; a vector takes everything.
    clap_complete::generate(args.shell, &mut command, "dabiao", &mut script);
    output::write(None, Kind::Ours, |out| out.write_all(&script))?;
    Ok(Exit::Passed)
}

pub(super) fn man(args: &ManArgs) -> Result<Exit, Failure> {
    let mut command = args::command();
    command.build();
    let Some(folder) = &args.output else {
        output::write(None, Kind::Ours, |out| page(&command, out))?;
        return Ok(Exit::Passed);
    };
    let mut guard = Guard::new(args.force);
    let mut pages = Vec::new();
    // Of a folder that is not there one page says enough.
    let commands = if folder.is_dir() { all(&command) } else { vec![&command] };
    for command in commands {
        let path = folder.join(Man::new(command.clone()).get_filename());
        let only = FileFormat::Manual;
        let found = guard.writes(&path, Some(only), &[only]);
        pages.extend(found.map(|destination| (command, destination)));
    }
    guard.finish()?;
    for (command, destination) in &pages {
        output::write(Some(destination), Kind::Ours, |out| page(command, out))?;
        output::say_written(Some(destination), &args.look);
    }
    Ok(Exit::Passed)
}

/// A command, and its subcommands.
fn all(command: &Command) -> Vec<&Command> {
    std::iter::once(command).chain(command.get_subcommands().flat_map(all)).collect()
}

fn page(command: &Command, out: &mut dyn Write) -> io::Result<()> {
    // The foot of a page has a day, which a program without a clock does not know, and an
    // empty one would be passed over: the version stands in its place.
    let version = concat!("dabiao ", env!("CARGO_PKG_VERSION"));
    Man::new(command.clone()).date(version).source("").render(out)
}
