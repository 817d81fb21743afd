//! `dabiao plan`

use dabiao::diagnostic::{Diagnostic, InputProblem, OutputProblem, Severity};
use dabiao::plan::Case;
use dabiao::plan::draft::{DraftProblem, Unsettled, draft};
use dabiao::render::{Figures, FileFormat, Lang, Query};
use dabiao::report::Exit;
use dabiao::{judge, render};

use super::args::{
    LintArgs, NewArgs, PlanDiffArgs, RequireArg, RequirementsArgs, SchemaArgs, ShowArgs, SqlArgs,
    TestArgs, usual_columns,
};
use super::documents::{Asked, Documents};
use super::guard::Guard;
use super::harmless::Kind;
use super::{Failure, files, output, select};

pub(super) fn show(args: &ShowArgs) -> Result<Exit, Failure> {
    let documents = Documents::on_stdout(args.format, &render::OUTLINE, &args.look);
    let made = files::plan(&args.plan).and_then(|plan| {
        let named: Vec<String> = args.region.iter().cloned().collect();
        let region = select::regions(&plan, &named)?.first().copied();
        Ok((judge::plan_record(&plan, region), args.tasks))
    });
    let written = documents.write(made)?;
    Ok(written.map_or(Exit::Unusable, |_| Exit::Passed))
}

pub(super) fn new(args: &NewArgs) -> Result<Exit, Failure> {
    // A draft that someone has filled in is worth more than a fresh one.
    let guard = Guard::new(args.write.force).reads_table(&args.table);
    let only = FileFormat::Rules;
    let (_, destination) = guard.writes_one(args.write.path(), Some(only), &[only])?;
    let (name, bytes) = files::table(&args.table)?;
    let drafted = draft(&name, &bytes).map_err(|problem| {
        let path = args.table.display().to_string();
        Diagnostic::whole(match problem {
            DraftProblem::NotText => OutputProblem::TableNotText { path },
            DraftProblem::Empty => OutputProblem::TableEmpty { path },
            DraftProblem::NoHeader { first } => OutputProblem::TableWithoutHeader { path, first },
        })
    })?;
    output::write(destination.as_ref(), Kind::of(only, false), |out| {
        out.write_all(drafted.toml.as_bytes())
    })?;
    let found: Vec<Diagnostic> =
        drafted.unsettled.into_iter().take(MOST_TOLD).map(unsettled).collect();
    output::diagnose(&found, Severity::Warning, &args.look);
    let lang: Lang = args.look.lang.into();
    output::say(&lang.drafted(drafted.rules, drafted.left, drafted.asides), &args.look);
    output::say_written(destination.as_ref(), &args.look);
    Ok(Exit::Passed)
}

/// So many rows are told that are no rules yet; the draft has them all.
const MOST_TOLD: usize = 20;

fn unsettled(unsettled: Unsettled) -> Diagnostic {
    let Unsettled { row, text, is_rule } = unsettled;
    Diagnostic::whole(match is_rule {
        true => OutputProblem::RuleOpen { row, name: text },
        false => OutputProblem::RowLeft { row, text },
    })
}

/// `dabiao plan requirements`
pub(super) fn requirements(args: &RequirementsArgs) -> Result<Exit, Failure> {
    let guard = Guard::new(args.write.force).reads_plan(&args.plan);
    let asked = Asked { write: &args.write, format: args.format, reports: &[] };
    let documents = Documents::new(guard, &asked, &render::REQUIREMENTS, &args.look)?;
    let made = files::plan(&args.plan).and_then(|plan| {
        let select::Names { regions, levels, indicators, attributes } =
            select::names(&plan, &args.select)?;
        let regions = match levels.is_empty() {
            true => regions,
            false => judge::of_levels(&plan, &regions, &levels),
        };
        args.year.iter().try_for_each(|year| judge::judged_year(&plan, *year))?;
        let (years, against) = (args.year.clone(), args.against.into());
        let asked = judge::Asked { years, regions, indicators, attributes, against };
        Ok(judge::requirements(&plan, &asked))
    });
    let written = documents.write(made)?;
    Ok(written.map_or(Exit::Unusable, |_| Exit::Passed))
}

/// `dabiao plan sql`
pub(super) fn sql(args: &SqlArgs) -> Result<Exit, Failure> {
    let guard = Guard::new(args.write.force).reads_plan(&args.plan);
    let guard = args.waivers.iter().fold(guard, |guard, path| guard.reads_file(path));
    let asked = Asked { write: &args.write, format: None, reports: &[] };
    let documents = Documents::new(guard, &asked, &render::SQL, &args.look)?;
    let made = files::plan(&args.plan).and_then(|plan| {
        let options = judge::Options {
            indicators: select::indicators(&plan, &args.indicator)?,
            attributes: args.attribute.iter().map(|attribute| (*attribute).into()).collect(),
            require_tasks: args.require == RequireArg::Tasks,
            against: args.against.into(),
            fail_on: args.fail_on.into(),
            waivers: files::waivers(&plan, &args.waivers)?,
            as_of: args.as_of,
            ..judge::Options::default()
        };
        let rules = judge::ruleset(&plan, args.year, &options)?;
        let columns = args.columns.as_deref().cloned().unwrap_or_else(usual_columns);
        let figures = Figures {
            table: args.from.clone(),
            columns,
            cells: args.values.into(),
            roster: args.roster_table.clone(),
        };
        // The roster is made anew: the figures may not be in its place.
        if figures.is_one_table() {
            let table = args.from.clone();
            return Err(Diagnostic::whole(InputProblem::OneTable { table }).into());
        }
        let (dialect, emit) = (args.dialect.into(), args.emit.into());
        Ok(Query { rules, figures, dialect, emit })
    });
    let written = documents.write(made)?;
    Ok(written.map_or(Exit::Unusable, |_| Exit::Passed))
}

/// `dabiao plan diff`
pub(super) fn diff(args: &PlanDiffArgs) -> Result<Exit, Failure> {
    let sides = [&args.old, &args.new].map(std::slice::from_ref);
    let guard = Guard::new(args.write.force).reads_rules(sides[0]).reads_rules(sides[1]);
    let asked = Asked { write: &args.write, format: args.format, reports: &[] };
    let documents = Documents::new(guard, &asked, &render::REVISION, &args.look)?;
    // What is wrong with either is told at once.
    let made = match sides.map(files::plan_of) {
        [Ok(old), Ok(new)] => Ok(judge::revision(&old, &new)),
        [Err(Failure(mut faults)), Err(Failure(more))] => {
            faults.extend(more);
            Err(faults.into())
        }
        [Err(failure), Ok(_)] | [Ok(_), Err(failure)] => Err(failure),
    };
    let written = documents.write(made)?;
    Ok(written.map_or(Exit::Unusable, |_| Exit::Passed))
}

pub(super) fn schema(args: &SchemaArgs) -> Result<Exit, Failure> {
    let schema = if args.settings {
        dabiao::plan::settings_schema()
    } else if args.cases {
        dabiao::plan::cases_schema()
    } else if args.waivers {
        dabiao::plan::waivers_schema()
    } else if args.targets {
        dabiao::plan::targets_schema()
    } else {
        dabiao::plan::schema()
    };
    output::write(None, Kind::Ours, |out| out.write_all(schema.as_bytes()))?;
    Ok(Exit::Passed)
}

/// `dabiao plan test`
pub(super) fn test(args: &TestArgs) -> Result<Exit, Failure> {
    if args.draft {
        return draft_cases(args);
    }
    let guard = Guard::new(args.write.force).reads_cases(args);
    let asked = Asked { write: &args.write, format: args.format, reports: &[] };
    let documents = Documents::new(guard, &asked, &render::REHEARSAL, &args.look)?;
    let rehearsed = files::plan(&args.plan).and_then(|plan| {
        let cases = files::cases(&plan, args)?;
        Ok(judge::rehearse(&plan, &cases))
    });
    let written = documents.write(rehearsed)?;
    Ok(written.map_or(Exit::Unusable, |rehearsal| rehearsal.exit()))
}

/// `dabiao plan test --draft`
fn draft_cases(args: &TestArgs) -> Result<Exit, Failure> {
    let guard = Guard::new(args.write.force).reads_cases(args);
    let only = FileFormat::Rules;
    let (_, destination) = guard.writes_one(args.write.path(), Some(only), &[only])?;
    let plan = files::plan(&args.plan)?;
    let (drafted, left) = judge::draft_cases(&plan, &files::cases(&plan, args)?);
    let left: Vec<&str> = left.iter().map(|id| &*plan.indicators[id.index()].id).collect();
    let text = Case::drafted(&plan, &drafted, &left);
    output::write(destination.as_ref(), Kind::of(only, false), |out| {
        out.write_all(text.as_bytes())
    })?;
    let lang: Lang = args.look.lang.into();
    output::say(&lang.cases_drafted(drafted.len(), left.len()), &args.look);
    output::say_written(destination.as_ref(), &args.look);
    Ok(Exit::Passed)
}

/// `dabiao plan lint`
pub(super) fn lint(args: &LintArgs) -> Result<Exit, Failure> {
    let documents = Documents::on_stdout(args.format, &render::LINT, &args.look);
    let found = files::plan(&args.plan).map(|plan| (judge::lint(&plan), args.allowed));
    let written = documents.write(found)?;
    Ok(written.map_or(Exit::Unusable, |(report, _)| report.exit()))
}
