//! `dabiao plan lint`

use std::io;

use dabiao::report::Exit;
use dabiao::{judge, render};

use super::args::{LintArgs, PlanFormat};
use super::harmless::Kind;
use super::{Failure, files, output};

pub(super) fn run(args: &LintArgs) -> Result<Exit, Failure> {
    let lang = args.look.lang.into();
    let report = match files::plan(&args.plan) {
        Ok(plan) => judge::lint(&plan),
        // In JSON the faults stand in the document.
        Err(Failure::Faults(faults)) if args.format == PlanFormat::Json => {
            output::write(None, Kind::Json, |out| render::lint_json(Err(&faults), lang, out))?;
            return Ok(Exit::Unusable);
        }
        Err(failure) => return Err(failure),
    };
    let style = output::style(&args.look, Some(&io::stdout()));
    output::write(None, args.format.kind(style), |out| match args.format {
        PlanFormat::Table => out.write_all(render::lint(&report, args.allowed, style).as_bytes()),
        PlanFormat::Json => render::lint_json(Ok(&report), lang, out),
    })?;
    Ok(report.exit())
}
