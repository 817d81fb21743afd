//! `dabiao template`

use std::path::Path;

use dabiao::diagnostic::{Diagnostic, RunProblem, Severity};
use dabiao::render::{self, Lang};
use dabiao::report::{Exit, Template};
use dabiao::term::Year;
use dabiao::{judge, plan::Plan};

use super::args::{ReadArgs, TemplateArgs};
use super::{Failure, files, output, select};

/// What a form is written as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Csv,
    Xlsx,
}

pub(super) fn run(args: &TemplateArgs) -> Result<Exit, Failure> {
    let format = format(args.output.as_deref())?;
    let plan = files::plan(&args.plan)?;
    let template = asked(args, &plan)?;
    let asked = template.respondents.len();
    if format == Format::Xlsx && asked > render::MOST_SHEETS {
        let problem = RunProblem::TooManySheets { regions: asked, most: render::MOST_SHEETS };
        return Err(Diagnostic::whole(problem).into());
    }
    output::diagnose_sent(&template.diagnostics, &ReadArgs::default(), &args.look);
    output::write(args.output.as_deref(), |out| match format {
        Format::Csv => render::template_csv(&template, out),
        Format::Xlsx => render::template_xlsx(&template, out),
    })?;
    if let Some(path) = &args.output {
        let rows = template.respondents.iter().map(|asked| template.lines(asked).count()).sum();
        let lang: Lang = args.look.lang.into();
        output::say(&lang.form_written(&path.to_string_lossy(), asked, rows), &args.look);
    }
    let is_faulty = |found: &Diagnostic| found.severity() == Severity::Error;
    Ok(match template.diagnostics.iter().any(is_faulty) {
        true => Exit::Incomplete,
        false => Exit::Passed,
    })
}

/// By the file's name; CSV on standard output.
fn format(path: Option<&Path>) -> Result<Format, Failure> {
    let Some(path) = path else { return Ok(Format::Csv) };
    let is = |extension: &str| path.extension().is_some_and(|e| e.eq_ignore_ascii_case(extension));
    if is("xlsx") {
        Ok(Format::Xlsx)
    } else if is("csv") {
        Ok(Format::Csv)
    } else {
        let path = path.display().to_string();
        Err(Diagnostic::whole(RunProblem::FormFormat { path }).into())
    }
}

fn asked(args: &TemplateArgs, plan: &Plan) -> Result<Template, Failure> {
    let mut faults: Vec<Diagnostic> = before_plan(args.year, plan).into_iter().collect();
    let regions = select::regions(plan, &args.region).unwrap_or_else(|unknown| {
        faults.extend(unknown);
        Vec::new()
    });
    if !faults.is_empty() {
        return Err(Failure::Faults(faults));
    }
    let series = judge::series(plan);
    let from = files::Reading {
        paths: &[],
        history: &args.history,
        args: &ReadArgs::default(),
        quiet: args.look.quiet,
        digest: false,
    };
    let vocabulary = judge::vocabulary(plan, &series);
    let (found, mut history) = files::submissions(&from, &vocabulary)?;
    // What there is to say of the paths stands with the files that are judged.
    history.diagnostics.splice(0..0, found.diagnostics);
    Ok(judge::template(plan, args.year, &regions, args.tasks, history))
}

fn before_plan(year: Year, plan: &Plan) -> Option<Diagnostic> {
    let baseline = plan.head.baseline_year;
    (year < baseline).then(|| Diagnostic::whole(RunProblem::FormBeforePlan { year, baseline }))
}
