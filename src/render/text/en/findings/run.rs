//! English: what findings in what was asked for say.

use super::meant;
use crate::diagnostic::{Audit, ReportBound, ReportKey, RunProblem};
use crate::render::text::done::dotted;
use crate::render::text::{KINDS, Message, shorten};
use crate::term::Year;

const REPORT_HELP: &str = "write the report anew with dabiao check --format json";

pub(in crate::render::text) fn message(problem: &RunProblem) -> Message {
    use RunProblem as R;
    match problem {
        R::NoSuchFile { path } => Message::new(format!("no such file: {path}"))
            .help("check the path and the current folder"),
        R::IsDirectory { path } => Message::new(format!("this is a folder, not a file: {path}"))
            .help("name the files in it"),
        R::Unreadable { path, reason } => Message::new(format!("cannot read {path}: {reason}")),
        R::Unwritable { path, reason } => Message::new(format!("cannot write {path}: {reason}")),
        R::NoFolder { path } => {
            Message::new(format!("cannot write {path}: its folder is not there"))
                .help("make the folder first, or correct the path")
        }
        R::NoRuleFiles { path } => {
            Message::new(format!("no rule files (*.toml) in this folder: {path}"))
        }
        R::NoSubmissions { path } => Message::new(format!("no submissions here: {path}")).help(
            format!("of a folder {KINDS} are read, folders within it are not; check the path"),
        ),
        R::NothingGiven => Message::new("no submissions are given").help(
            "name files, their folder or a pattern, as in `dabiao trend data`; - is standard input",
        ),
        R::SameFileTwice { path, first } => {
            let also = if path == first { String::new() } else { format!(", which is {first}") };
            Message::new(format!("the same file is named twice: {path}{also}"))
                .help("name every file once")
        }
        R::StdinTwice => Message::new("standard input (-) is named twice")
            .help("standard input can be read only once"),
        R::StdinNameUnused { name } => Message::new(format!(
            "--stdin-filename {name} was not used: standard input is not read"
        ))
        .help("write - for standard input, or leave --stdin-filename out"),
        R::NoMatch { pattern } => Message::new(format!("no file matches the pattern: {pattern}"))
            .help("check the path and the current folder"),
        R::Changed { path } => Message::new(format!(
            "the file was changed while it was read: {path}"
        ))
        .help("wait until it is written, or close the program that saves it; then run again"),
        R::TooLarge { path, most } => {
            Message::new(format!("more than {most} MiB, not read to the end: {path}"))
                .help("check that it is the right one; save what comes by a pipe as a file")
        }
        R::LeftOut { path, first, count } => {
            let names = first.iter().map(|name| shorten(name)).collect::<Vec<_>>().join(", ");
            let more = if *count > first.len() { ", …" } else { "" };
            Message::new(format!("in {path} {count} not read, being no submissions: {names}{more}"))
        }
        R::AlreadyThere { path, format } => Message::new(format!(
            "this file is there already and was not overwritten: {path} (not known as {format} \
             that this program wrote)"
        ))
        .help("use another name; if nobody needs what it holds, add --force"),
        R::FilledIn { path } => {
            Message::new(format!("someone has filled in this form; not overwritten: {path}"))
                .help("use another name; if nobody needs what was filled in, add --force")
        }
        R::ReadOnly { path } => Message::new(format!("read-only, and not overwritten: {path}"))
            .help("use another name, or make it writable first"),
        R::NotAFile { path } => {
            Message::new(format!("not a file but a pipe, a socket or a device: {path}"))
                .help("name a file; move it out of a folder that is read")
        }
        R::UnknownEnding { path, endings } => {
            Message::new(format!("the file's name says no format: {path}")).help(format!(
                "end it in {}; where a command has --format, that can say it too",
                dotted(endings)
            ))
        }
        R::OtherEnding { path, format, endings } => {
            Message::new(format!("the file's name says another format than {format}: {path}"))
                .help(format!("{format} ends in {}; change the name or the format", dotted(endings)))
        }
        R::TableNotText { path } => Message::new(format!("this is not text: {path}"))
            .help("save the table as CSV (UTF-8), or paste it into a text file"),
        R::TableEmpty { path } => Message::new(format!("the table has no rows: {path}")),
        R::TableWithoutHeader { path, first } => {
            let first = shorten(first);
            Message::new(format!("no header was found in {path} (its first line is \"{first}\")"))
                .help(
                    "a row must name the indicators (\"指标\") and the targets (\"目标值\" or \"2025年\"); \
                     commas, tabs or | part the columns",
                )
        }
        R::RowLeft { row, text } => {
            Message::new(format!("row {row} is no rule but a comment: {}", shorten(text)))
                .help("the draft says why behind \"未写成规则\"; write the rule")
        }
        R::RuleOpen { row, name } => {
            Message::new(format!("the rule of row {row}, \"{}\", has something to fill in", shorten(name)))
                .help("look for \"（填写\" in the draft: until it is filled in, the plan does not load")
        }
        R::FormBeforePlan { year, baseline } => Message::new(format!(
            "{year} lies before the plan's baseline year {baseline}; nothing can be sent for it"
        ))
        .help("correct --year"),
        R::FormAfterPlan { year, target } => Message::new(format!(
            "{year} lies after the plan's target year {target}; the form is written all the same"
        ))
        .help("correct the year if it is a slip"),
        R::NoLastYear { year } => Message::new(format!(
            "the files of --history hold no figures of {year}; last year's columns stay empty"
        ))
        .help(format!("give --history the submissions of {year} too")),
        R::NothingAsked { region } => Message::new(format!(
            "nothing is asked of \"{region}\", so it is not in the form"
        ))
        .help("most figures of a city are rolled up from its counties; --tasks adds the tasks"),
        R::TooManySheets { regions, most } => Message::new(format!(
            "{regions} regions want a sheet each; a workbook is written with at most {most}"
        ))
        .help("name the regions with --region, a part in each file, or write .csv"),
        R::UnknownRegion { name, nearest } => {
            let message = Message::new(format!("the plan has no region \"{name}\""));
            message.help(
                meant(nearest.as_ref())
                    .unwrap_or_else(|| "use a region's name or code in the plan".into()),
            )
        }
        R::UnknownAudit { code } => Message::new(format!("there is no audit \"{code}\""))
            .help(format!("the audits are {}", Audit::CODES.join(", "))),
        R::AuditTwice { code } => Message::new(format!("\"{code}\" is given twice"))
            .help("give each audit at most once to --deny, --warn and --allow together"),
        R::UnknownCode { code, nearest } => {
            let message = Message::new(format!("nothing is written about \"{code}\""));
            message.help(meant(nearest.as_ref()).unwrap_or_else(|| {
                "codes that begin with audit/, submission/ or judgement/ are explained".into()
            }))
        }
        R::CodeWithFiles { code } => Message::new(format!("the page of \"{code}\" takes no files"))
            .help("give the code alone; to check files use `dabiao check`"),
        R::UnknownIndicator { name, nearest } => {
            let message = Message::new(format!("the plan has no indicator \"{name}\""));
            message.help(meant(nearest.as_ref()).unwrap_or_else(|| {
                "use an indicator's name, number or id; dabiao plan show lists them".into()
            }))
        }
        R::StdoutClosed => Message::new("standard output is closed; nothing could be written")
            .help("leave it open; send what nobody wants to /dev/null, or write to a file with -o"),
        R::TwoOnStdout => Message::new("only one report can go to standard output")
            .help("write the others as --report FORMAT=PATH"),
        R::WorkbookOnStdout => Message::new("a workbook can't go to standard output")
            .help("write it to a file: --report xlsx=report.xlsx"),
        R::SameOutput { path } => Message::new(format!("two reports go to the same file: {path}"))
            .help("give each report a file of its own"),
        R::OutputIsInput { path } => {
            Message::new(format!("this would overwrite a file that is read: {path}"))
                .help("use another name; a file that is read is never overwritten, nor with --force")
        }
        R::StaleReport { path } => {
            Message::new(format!("{path} was not written anew: it still holds an earlier report"))
                .help("its format can't say that nothing was judged; don't use what it holds")
        }
        R::ReportSyntax { path, line, column } => {
            Message::new(format!("not whole JSON: {path} (line {line}, column {column})"))
                .help(REPORT_HELP)
        }
        R::NotAReport { path } => {
            Message::new(format!("not a JSON report of dabiao check: {path}")).help(REPORT_HELP)
        }
        R::ReportVersion { path, version, known } => Message::new(format!(
            "the JSON report has version {}, only {known} is known: {path}",
            shorten(version)
        ))
        .help("update dabiao, or write the report anew with this one"),
        R::ReportUnjudged { path } => {
            Message::new(format!("this JSON report judged nothing that could be compared: {path}"))
                .help("its diagnostics say why; mend that and check again")
        }
        R::ReportValue { path, key, expected, found } => {
            let expected = match expected {
                ReportKey::Text => "text".to_owned(),
                ReportKey::Decimal => "a decimal number written as a string".to_owned(),
                ReportKey::Year => "a year".to_owned(),
                ReportKey::Day => "a day (YYYY-MM-DD)".to_owned(),
                ReportKey::Word(words) => format!("one of {}", words.join(", ")),
            };
            let found =
                found.as_ref().map_or("nothing".to_owned(), |it| format!("\"{}\"", shorten(it)));
            Message::new(format!("{path}: {key} can't be used: {found}"))
                .help(format!("expected {expected}; write the report anew, don't edit it"))
        }
        R::ReportValues { path, count } => {
            Message::new(format!("{path}: {count} more keys can't be used")).help(REPORT_HELP)
        }
        R::ReportTwice { path, indicator, region, year } => Message::new(format!(
            "{path} holds two verdicts on the same: {year} {} {}",
            shorten(region),
            shorten(indicator)
        ))
        .help("write the report anew, don't merge reports by hand"),
        R::ReportTooLarge { path, most, bound } => match bound {
            ReportBound::Whole => {
                Message::new(format!("the JSON report is over {most} MiB and was not read: {path}"))
                    .help("compare the submissions, or write a smaller report with --region or --indicator")
            }
            ReportBound::One => Message::new(format!(
                "a verdict or finding of the JSON report is over {most} MiB: {path}"
            ))
            .help(REPORT_HELP),
            ReportBound::Kept { verdicts } => Message::new(format!(
                "too many verdicts to compare at once: {verdicts} fill {most} MiB: {path}"
            ))
            .help("compare one part after the other: --indicator, --region or --attribute"),
        },
        R::DifferentPlans { old, new } => {
            let (old, new) = (shorten(old), shorten(new));
            Message::new(format!("the two sides are of different plans: {old} and {new}"))
                .help("check both with one plan (--plan), then compare")
        }
        R::DifferentAgainst { old, new } => {
            let (old, new) = (old.word(), new.word());
            Message::new(format!("the two sides are judged against different things: {old} and {new}"))
                .help("give the same --against; a JSON report has to be written anew with it")
        }
        R::NoCommonYear { old, new } => {
            Message::new(format!("the two sides share no year: {} and {}", years(old), years(new)))
                .help("of several years only the same are compared; to compare different ones give one year a side")
        }
    }
}

fn years(years: &[Year]) -> String {
    years.iter().map(Year::to_string).collect::<Vec<_>>().join(", ")
}
