//! The command line: what was typed, files, streams and the exit code.

mod args;
mod bytes;
mod check;
mod destination;
mod diff;
mod documents;
mod excerpt;
mod explain;
mod files;
mod folder;
mod guard;
mod harmless;
mod identity;
mod init;
mod inputs;
mod letters;
mod output;
mod pager;
mod pattern;
mod pipe;
mod plan;
mod progress;
mod reading;
mod select;
mod settings;
mod shell;
mod step;
mod template;
mod temporary;
mod tidy;
mod trend;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;
#[cfg(unix)]
use std::sync::Arc;

use dabiao::diagnostic::{Diagnostic, Faults, Severity, bounded};
use dabiao::report::Exit;

use args::{Command, LookArgs, PlanCommand};
use settings::Added;

/// How many findings are told one by one of a run in which nothing is judged.
const MOST_TOLD: usize = 1000;

/// Why nothing was judged: faults of the plan, or trouble with files and names.
struct Failure(Vec<Diagnostic>);

impl From<Vec<Diagnostic>> for Failure {
    fn from(faults: Vec<Diagnostic>) -> Self {
        Self(bounded(faults, MOST_TOLD))
    }
}

impl From<Faults> for Failure {
    fn from(faults: Faults) -> Self {
        faults.into_vec().into()
    }
}

impl From<Diagnostic> for Failure {
    fn from(fault: Diagnostic) -> Self {
        Self(vec![fault])
    }
}

/// Runs the program and says how it ended.
pub(crate) fn main() -> ExitCode {
    // A file that may grow no further is told as any other that can't be written.
    #[cfg(unix)]
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default());
    let mut words: Vec<OsString> = std::env::args_os().collect();
    let (command, typed, mut cli) = match args::read(&words) {
        Ok(read) => read,
        Err(error) => return end(output::typed(&error, &words), &LookArgs::USUAL),
    };
    match settings::added(&command, &typed) {
        Ok(None) => {}
        Ok(Some(Added { flags, after, layout, notes })) => {
            words.splice(after..after, flags);
            cli = match args::read(&words) {
                Ok((_, _, cli)) => cli,
                Err(error) => return end(output::typed(&error, &words), &LookArgs::USUAL),
            };
            output::diagnose(&notes, Severity::Note, cli.command.look());
            for path in cli.command.submissions() {
                if let Some(Ok(Some((_, meant)))) = layout.as_ref().map(|it| it.meant(path)) {
                    *path = meant;
                }
            }
            if let Some(read) = cli.command.reading() {
                read.layout = layout;
            }
        }
        Err(failure) => return end(Err(failure), cli.command.look()),
    }
    run(&cli.command)
}

fn run(command: &Command) -> ExitCode {
    let look = command.look();
    let result = match command {
        Command::Check(args) => check::run(args),
        Command::Letters(args) => letters::run(args),
        Command::Explain(args) => explain::run(args),
        Command::Diff(args) => diff::run(args),
        Command::Trend(args) => trend::run(args),
        Command::Tidy(args) => tidy::run(args),
        Command::Template(args) => template::run(args),
        Command::Plan(PlanCommand::Show(args)) => plan::show(args),
        Command::Plan(PlanCommand::New(args)) => plan::new(args),
        Command::Plan(PlanCommand::Test(args)) => plan::test(args),
        Command::Plan(PlanCommand::Lint(args)) => plan::lint(args),
        Command::Plan(PlanCommand::Requirements(args)) => plan::requirements(args),
        Command::Plan(PlanCommand::Sql(args)) => plan::sql(args),
        Command::Plan(PlanCommand::Diff(args)) => plan::diff(args),
        Command::Plan(PlanCommand::Schema(args)) => plan::schema(args),
        Command::Init(args) => init::run(args),
        Command::Completions(args) => shell::completions(args),
        Command::Man(args) => shell::man(args),
    };
    end(result, look)
}

fn end(result: Result<Exit, Failure>, look: &LookArgs) -> ExitCode {
    let exit = result.unwrap_or_else(|Failure(faults)| {
        output::diagnose(&faults, Severity::Note, look);
        Exit::Unusable
    });
    ExitCode::from(exit.code())
}
