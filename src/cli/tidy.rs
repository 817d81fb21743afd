//! `dabiao tidy`

use dabiao::diagnostic::Severity;
#[cfg(feature = "parquet")]
use dabiao::diagnostic::{Diagnostic, OutputProblem};
use dabiao::render::FileFormat;
use dabiao::report::Exit;
use dabiao::{judge, render};

#[cfg(feature = "parquet")]
use super::args::CANONICAL;
use super::args::TidyArgs;
use super::guard::{Destination, Guard};
use super::harmless::Kind;
use super::reading::Reading;
use super::{Failure, files, output};

/// The format and the file that were asked for.
#[cfg(not(feature = "parquet"))]
fn asked(args: &TidyArgs, guard: Guard) -> Result<(FileFormat, Option<Destination>), Failure> {
    let only = FileFormat::Canonical;
    guard.writes_one(args.write.path(), Some(only), &[only])
}

/// The format and the file that were asked for. Where neither says the format, it is CSV.
#[cfg(feature = "parquet")]
fn asked(args: &TidyArgs, guard: Guard) -> Result<(FileFormat, Option<Destination>), Failure> {
    let path = args.write.path();
    let name = path.and_then(std::path::Path::file_name).unwrap_or_default().to_string_lossy();
    let named = || FileFormat::of_name(&name, &CANONICAL).unwrap_or(FileFormat::Canonical);
    let format = args.format.unwrap_or_else(named);
    if path.is_none() && !format.is_text() {
        let format = format.word();
        return Err(Diagnostic::whole(OutputProblem::WorkbookOnStdout { format }).into());
    }
    guard.writes_one(path, Some(format), &CANONICAL)
}

pub(super) fn run(args: &TidyArgs) -> Result<Exit, Failure> {
    let guard = Guard::new(args.write.force)
        .reads_submissions(&args.paths, &[], &args.read)
        .reads_plan(&args.plan);
    let (format, destination) = asked(args, guard)?;
    let plan = files::plan(&args.plan)?;
    let from = Reading {
        plan: &plan,
        history: &[],
        args: &args.read,
        quiet: args.look.quiet,
        digest: false,
    };
    let submission = from.years(&args.paths)?;
    let found = &submission.diagnostics;
    output::diagnose_sent(found, &args.read, &args.look);
    let vocabulary = judge::vocabulary(&plan);
    let totals = judge::has_totals(&submission, &vocabulary);
    let mut written = 0;
    let rows = || judge::tidy(&plan, &submission, &vocabulary);
    output::write(destination.as_ref(), Kind::of(format, false), |out| {
        #[cfg(feature = "parquet")]
        if format == FileFormat::CanonicalParquet {
            written = rows().count() as u64;
            return render::tidy_parquet(rows, totals, out);
        }
        render::tidy(rows().inspect(|_| written += 1), totals, out)
    })?;
    let sent: u64 = submission.files.iter().map(|file| file.values()).sum();
    let lang: render::Lang = args.look.lang.into();
    output::say(&lang.tidied(written, sent.saturating_sub(written)), &args.look);
    output::say_written(destination.as_ref(), &args.look);
    let is_whole = found.iter().all(|found| found.severity() != Severity::Error);
    Ok(if is_whole { Exit::Passed } else { Exit::Incomplete })
}
