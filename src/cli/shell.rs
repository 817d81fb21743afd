//! `dabiao completions` and `dabiao man`

use std::io::{self, Write};

use clap::builder::PossibleValuesParser;
use clap::{Arg, Command};
use clap_mangen::Man;
use dabiao::diagnostic::{Audit, entries};
use dabiao::plan::Plan;
use dabiao::render::FileFormat;
use dabiao::report::Exit;

use super::args::{self, CompletionsArgs, ManArgs};
use super::guard::Guard;
use super::harmless::Kind;
use super::{Failure, output};

pub(super) fn completions(args: &CompletionsArgs) -> Result<Exit, Failure> {
    let mut command = offering(args::command(), &Plan::built_in()?);
    let mut script = Vec::new();
    // It panics where it can't write; a vector takes everything.
    clap_complete::generate(args.shell, &mut command, "dabiao", &mut script);
    output::write(None, Kind::Ours, |out| out.write_all(&script))?;
    Ok(Exit::Passed)
}

/// The command with the words that its arguments may well be: those of the built-in plan and
/// the program's own. They are offered only, so that another plan's words can be typed.
fn offering(command: Command, plan: &Plan) -> Command {
    let formats = command.get_arguments().find(|arg| arg.get_id() == "format");
    let formats = formats.map(Arg::get_possible_values).unwrap_or_default();
    let formats: Vec<_> = formats.iter().map(|format| format.get_name().to_owned()).collect();
    command.mut_subcommands(|command| offering(command, plan)).mut_args(|arg| {
        let words = match arg.get_value_names() {
            Some([name]) if name == "FORMAT[=PATH]|PATH" => formats.clone(),
            Some([name]) => words(name, plan),
            _ => return arg,
        };
        match words.is_empty() {
            true => arg,
            false => arg.value_parser(PossibleValuesParser::new(words)),
        }
    })
}

/// The words that are known for a value of that name.
fn words(value: &str, plan: &Plan) -> Vec<String> {
    let regions = plan.regions.iter().flat_map(|it| [Some(&*it.name), it.code.as_deref()]);
    let indicators = plan.indicators.iter().flat_map(|it| [&*it.name, it.id.as_str()]);
    let mut words: Vec<&str> = match value {
        "REGION" => regions.flatten().collect(),
        "INDICATOR" => indicators.collect(),
        "INDICATOR|CODE" => indicators.chain(entries().map(|entry| entry.code)).collect(),
        "CODE" => entries().map(|it| it.code).filter(|it| Audit::of_code(it).is_some()).collect(),
        _ => Vec::new(),
    };
    // Several findings may stand under one code.
    words.dedup();
    // The script for bash quotes nothing.
    let is_plain = |word: &str| word.chars().all(|c| c.is_alphanumeric() || "-_/.".contains(c));
    words.into_iter().filter(|word| is_plain(word)).map(str::to_owned).collect()
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
