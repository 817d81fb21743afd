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
mod guard;
mod harmless;
mod identity;
mod inputs;
mod output;
mod pattern;
mod pipe;
mod plan;
mod progress;
mod reading;
mod reports;
mod select;
mod shell;
mod template;
mod temporary;
mod tidy;
mod trend;

use std::process::ExitCode;
#[cfg(unix)]
use std::sync::Arc;

use clap::FromArgMatches;
use dabiao::diagnostic::{Diagnostic, Severity, bounded};
use dabiao::report::Exit;

use args::{Cli, Command, LookArgs, PlanCommand};

/// How many findings are told one by one of a run in which nothing is judged.
const MOST_TOLD: usize = 1000;

/// Why nothing was judged: faults of the plan, or trouble with files and names.
struct Failure(Vec<Diagnostic>);

impl From<Vec<Diagnostic>> for Failure {
    fn from(faults: Vec<Diagnostic>) -> Self {
        Self(bounded(faults, MOST_TOLD))
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
    let typed = args::command().try_get_matches();
    let cli = match typed.and_then(|mut typed| Cli::from_arg_matches_mut(&mut typed)) {
        Ok(cli) => cli,
        Err(error) => return end(output::typed(&error), &LookArgs::USUAL),
    };
    let look = match &cli.command {
        Command::Check(args) => &args.look,
        Command::Explain(args) => &args.look,
        Command::Diff(args) => &args.look,
        Command::Trend(args) => &args.look,
        Command::Tidy(args) => &args.look,
        Command::Template(args) => &args.look,
        Command::Plan(PlanCommand::Show(args)) => &args.look,
        Command::Plan(PlanCommand::New(args)) => &args.look,
        Command::Plan(PlanCommand::Test(args)) => &args.look,
        Command::Plan(PlanCommand::Lint(args)) => &args.look,
        Command::Plan(PlanCommand::Schema(args)) => &args.look,
        Command::Completions(args) => &args.look,
        Command::Man(args) => &args.look,
    };
    let result = match &cli.command {
        Command::Check(args) => check::run(args),
        Command::Explain(args) => explain::run(args),
        Command::Diff(args) => diff::run(args),
        Command::Trend(args) => trend::run(args),
        Command::Tidy(args) => tidy::run(args),
        Command::Template(args) => template::run(args),
        Command::Plan(PlanCommand::Show(args)) => plan::show(args),
        Command::Plan(PlanCommand::New(args)) => plan::new(args),
        Command::Plan(PlanCommand::Test(args)) => plan::test(args),
        Command::Plan(PlanCommand::Lint(args)) => plan::lint(args),
        Command::Plan(PlanCommand::Schema(_)) => plan::schema(),
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
