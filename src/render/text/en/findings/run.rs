//! English: what findings in what was asked for say.

use super::meant;
use crate::diagnostic::RunProblem;
use crate::render::text::{Message, shorten};

pub(in crate::render::text) fn message(problem: &RunProblem) -> Message {
    use RunProblem as R;
    match problem {
        R::NoSuchFile { path } => Message::new(format!("no such file: {path}"))
            .help("check the path and the current folder"),
        R::IsDirectory { path } => Message::new(format!("this is a folder, not a file: {path}"))
            .help("name the CSV files in it"),
        R::Unreadable { path, reason } => Message::new(format!("cannot read {path}: {reason}")),
        R::Unwritable { path, reason } => Message::new(format!("cannot write {path}: {reason}")),
        R::NoFolder { path } => {
            Message::new(format!("cannot write {path}: its folder is not there"))
                .help("make the folder first, or correct the path")
        }
        R::NoRuleFiles { path } => {
            Message::new(format!("no rule files (*.toml) in this folder: {path}"))
        }
        R::NoSubmissions { path } => {
            Message::new(format!("no CSV files (*.csv) in this folder: {path}"))
                .help("folders within it are not searched; check the path")
        }
        R::NothingGiven => Message::new("no submissions are given").help(
            "name the files of several years, or their folder, as in `dabiao trend data`; \
             or use --history",
        ),
        R::SameFileTwice { path } => Message::new(format!("the same file is named twice: {path}"))
            .help("name every file once"),
        R::AlreadyThere { path } => {
            Message::new(format!("this file is there already and was not overwritten: {path}"))
                .help("use another name, or move the file away first")
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
        R::UnknownRegion { name, nearest } => {
            let message = Message::new(format!("the plan has no region \"{name}\""));
            message.help(
                meant(nearest.as_ref())
                    .unwrap_or_else(|| "use a region's name or code in the plan".into()),
            )
        }
        R::UnknownIndicator { name, nearest } => {
            let message = Message::new(format!("the plan has no indicator \"{name}\""));
            message.help(meant(nearest.as_ref()).unwrap_or_else(|| {
                "use an indicator's name, number or id; dabiao plan show lists them".into()
            }))
        }
    }
}
