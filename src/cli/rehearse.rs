//! `dabiao plan test`

use std::io;

use dabiao::report::{Exit, Rehearsal};
use dabiao::{judge, render};

use super::args::{PlanFormat, TestArgs};
use super::harmless::Kind;
use super::{Failure, files, output};

pub(super) fn run(args: &TestArgs) -> Result<Exit, Failure> {
    match rehearsed(args) {
        Ok(rehearsal) => {
            write(args, &rehearsal)?;
            Ok(rehearsal.exit())
        }
        Err(Failure::Faults(faults)) if args.format == PlanFormat::Json => {
            let lang = args.look.lang.into();
            output::write(None, Kind::Json, |out| {
                render::rehearsal_json_failure(&faults, lang, out)
            })?;
            Ok(Exit::Unusable)
        }
        Err(failure) => Err(failure),
    }
}

fn rehearsed(args: &TestArgs) -> Result<Rehearsal, Failure> {
    let plan = files::plan(&args.plan)?;
    let cases = files::cases(&plan, args)?;
    Ok(judge::rehearse(&plan, &cases))
}

fn write(args: &TestArgs, rehearsal: &Rehearsal) -> Result<(), Failure> {
    let style = output::style(&args.look, Some(&io::stdout()));
    output::write(None, args.format.kind(style), |out| match args.format {
        PlanFormat::Table => out.write_all(render::rehearsal(rehearsal, style).as_bytes()),
        PlanFormat::Json => render::rehearsal_json(rehearsal, style.lang, out),
    })
}
