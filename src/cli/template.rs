//! `dabiao template`

use dabiao::diagnostic::{Diagnostic, OutputProblem, Severity};
use dabiao::render::{self, FileFormat, Lang};
use dabiao::report::{Exit, Template};
use dabiao::term::Year;
use dabiao::{judge, plan::Plan};

use super::args::{ReadArgs, TemplateArgs};
use super::guard::Guard;
use super::harmless::Kind;
use super::reading::Reading;
use super::{Failure, files, output, select};

pub(super) fn run(args: &TemplateArgs) -> Result<Exit, Failure> {
    let guard = Guard::new(args.write.force)
        .reads_submissions(&[], &args.history, &ReadArgs::default())
        .reads_plan(&args.plan);
    let formats = [FileFormat::FormCsv, FileFormat::FormWorkbook];
    let (format, destination) = guard.writes_one(args.write.path(), None, &formats)?;
    let plan = files::plan(&args.plan)?;
    let template = asked(args, &plan)?;
    let asked = template.respondents.len();
    let is_workbook = format == FileFormat::FormWorkbook;
    if is_workbook && asked > render::MOST_SHEETS {
        let problem = OutputProblem::TooManySheets { regions: asked, most: render::MOST_SHEETS };
        return Err(Diagnostic::whole(problem).into());
    }
    output::diagnose_sent(&template.diagnostics, &ReadArgs::default(), &args.look);
    output::write(destination.as_ref(), Kind::of(format, false), |out| match is_workbook {
        false => render::template_csv(&template, out),
        true => render::template_xlsx(&template, out),
    })?;
    if destination.is_some() {
        let rows = template.respondents.iter().map(|asked| template.lines(asked).count()).sum();
        let lang: Lang = args.look.lang.into();
        output::say(&lang.form_asks(asked, rows), &args.look);
        output::say_written(destination.as_ref(), &args.look);
    }
    let is_faulty = |found: &Diagnostic| found.severity() == Severity::Error;
    Ok(match template.diagnostics.iter().any(is_faulty) {
        true => Exit::Incomplete,
        false => Exit::Passed,
    })
}

fn asked(args: &TemplateArgs, plan: &Plan) -> Result<Template, Failure> {
    let mut faults: Vec<Diagnostic> = before_plan(args.year, plan).into_iter().collect();
    let regions = select::regions(plan, &args.region).unwrap_or_else(|unknown| {
        faults.extend(unknown);
        Vec::new()
    });
    if !faults.is_empty() {
        return Err(Failure::from(faults));
    }
    let from = Reading {
        plan,
        history: &args.history,
        args: &ReadArgs::default(),
        quiet: args.look.quiet,
        digest: false,
    };
    let (found, mut history) = from.submissions(&[])?;
    // What there is to say of the paths stands with the files that are judged.
    history.diagnostics.splice(0..0, found.diagnostics);
    Ok(judge::template(plan, args.year, &regions, args.tasks, history))
}

fn before_plan(year: Year, plan: &Plan) -> Option<Diagnostic> {
    let baseline = plan.head.baseline_year;
    (year < baseline).then(|| Diagnostic::whole(OutputProblem::FormBeforePlan { year, baseline }))
}
