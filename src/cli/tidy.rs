//! `dabiao tidy`

use dabiao::diagnostic::Severity;
use dabiao::render::FileFormat;
use dabiao::report::Exit;
use dabiao::{judge, render};

use super::args::TidyArgs;
use super::guard::Guard;
use super::harmless::Kind;
use super::reading::Reading;
use super::{Failure, files, output};

pub(super) fn run(args: &TidyArgs) -> Result<Exit, Failure> {
    let guard = Guard::new(args.write.force)
        .reads_submissions(&args.paths, &[], &args.read)
        .reads_plan(&args.plan);
    let only = FileFormat::Canonical;
    let (_, destination) = guard.writes_one(args.write.path(), Some(only), &[only])?;
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
    output::write(destination.as_ref(), Kind::of(only, false), |out| {
        let rows = judge::tidy(&plan, &submission, &vocabulary).inspect(|_| written += 1);
        render::tidy(rows, totals, out)
    })?;
    let sent: u64 = submission.files.iter().map(|file| file.values()).sum();
    let lang: render::Lang = args.look.lang.into();
    output::say(&lang.tidied(written, sent.saturating_sub(written)), &args.look);
    output::say_written(destination.as_ref(), &args.look);
    let is_whole = found.iter().all(|found| found.severity() != Severity::Error);
    Ok(if is_whole { Exit::Passed } else { Exit::Incomplete })
}
