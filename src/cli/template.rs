//! `dabiao template`

use std::path::Path;

use dabiao::diagnostic::{Diagnostic, OutputProblem, Severity};
use dabiao::render::{self, FileFormat, Lang};
use dabiao::report::{Exit, Respondent, Template};
use dabiao::term::Year;
use dabiao::{judge, plan::Plan};

use super::args::{FORMS, TemplateArgs};
use super::guard::{Destination, Guard};
use super::harmless::Kind;
use super::reading::Reading;
use super::{Failure, files, folder, output, select};

pub(super) fn run(args: &TemplateArgs) -> Result<Exit, Failure> {
    let guard = Guard::new(args.write.force)
        .reads_submissions(&[], &args.history, &args.read)
        .reads_plan(&args.plan);
    let is_folder =
        |path: &&Path| path.is_dir() || path.as_os_str().as_encoded_bytes().ends_with(b"/");
    if let Some(folder) = args.write.path().filter(is_folder) {
        return each(args, guard, folder);
    }
    let (format, destination) = guard.writes_one(args.write.path(), args.format, &FORMS)?;
    let template = asked(args, &files::plan(&args.plan)?)?;
    let asked = template.respondents.len();
    if format == FileFormat::FormWorkbook && asked > render::MOST_SHEETS {
        let problem = OutputProblem::TooManySheets { regions: asked, most: render::MOST_SHEETS };
        return Err(Diagnostic::whole(problem).into());
    }
    output::diagnose_sent(&template.diagnostics, &args.read, &args.look);
    write(&template, format, destination.as_ref())?;
    if destination.is_some() {
        say_asked(&template, args);
        output::say_written(destination.as_ref(), &args.look);
    }
    Ok(ended(&template))
}

/// A form for each who is asked, each in a file of its own.
fn each(args: &TemplateArgs, guard: Guard, folder: &Path) -> Result<Exit, Failure> {
    let format = args.format.unwrap_or(FileFormat::FormWorkbook);
    let mut template = asked(args, &files::plan(&args.plan)?)?;
    let name = |asked: &Respondent| render::file_name(&format!("报送表-{}", asked.name));
    let names: Vec<String> = template.respondents.iter().map(name).collect();
    output::diagnose_sent(&template.diagnostics, &args.read, &args.look);
    let files = folder::destinations(guard, folder, &names, format)?;
    say_asked(&template, args);
    for (one, file) in std::mem::take(&mut template.respondents).into_iter().zip(&files) {
        template.respondents = vec![one];
        write(&template, format, Some(file))?;
        output::say_written(Some(file), &args.look);
    }
    Ok(ended(&template))
}

fn write(
    template: &Template,
    format: FileFormat,
    destination: Option<&Destination>,
) -> Result<(), Failure> {
    output::write(destination, Kind::of(format, false), |out| match format {
        FileFormat::FormWorkbook => render::template_xlsx(template, out),
        _ => render::template_csv(template, out),
    })
}

fn say_asked(template: &Template, args: &TemplateArgs) {
    let rows = template.respondents.iter().map(|asked| template.lines(asked).count()).sum();
    let lang: Lang = args.look.lang.into();
    output::say(&lang.form_asks(template.respondents.len(), rows), &args.look);
}

fn ended(template: &Template) -> Exit {
    let is_faulty = |found: &Diagnostic| found.severity() == Severity::Error;
    match template.diagnostics.iter().any(is_faulty) {
        true => Exit::Incomplete,
        false => Exit::Passed,
    }
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
        args: &args.read,
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
