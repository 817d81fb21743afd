//! Trouble with what was asked for: files, names on the command line.

use super::{ReportBound, ReportKey, Severity};
use crate::term::{Against, Year};

/// Why a run could not begin, or its output not be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RunProblem {
    /// No file there.
    NoSuchFile {
        /// As it was given.
        path: String,
    },
    /// A folder where a file is wanted.
    IsDirectory {
        /// As it was given.
        path: String,
    },
    /// A file that can't be read.
    Unreadable {
        /// As it was given.
        path: String,
        /// The system's own words.
        reason: String,
    },
    /// A file that can't be written.
    Unwritable {
        /// As it was given.
        path: String,
        /// The system's own words.
        reason: String,
    },
    /// A file to be written in a folder that is not there.
    NoFolder {
        /// The file, as it was given.
        path: String,
    },
    /// A folder without rule files.
    NoRuleFiles {
        /// As it was given.
        path: String,
    },
    /// A folder without submissions.
    NoSubmissions {
        /// As it was given.
        path: String,
    },
    /// Neither a path nor a history was given.
    NothingGiven,
    /// A file that is named twice.
    SameFileTwice {
        /// As it was given the second time.
        path: String,
        /// As it was given before.
        first: String,
    },
    /// Standard input is named twice.
    StdinTwice,
    /// A name for standard input, which is not read.
    StdinNameUnused {
        /// The name.
        name: String,
    },
    /// A pattern that no file matches.
    NoMatch {
        /// As it was given.
        pattern: String,
    },
    /// A file that was written to while it was read.
    Changed {
        /// As it was given.
        path: String,
    },
    /// More bytes than are taken from what is no file.
    TooLarge {
        /// As it was given.
        path: String,
        /// How many are taken, in MiB.
        most: u64,
    },
    /// What lies in a folder and is not read.
    LeftOut {
        /// The folder or pattern, as it was given.
        path: String,
        /// The first names.
        first: Vec<String>,
        /// How many there are.
        count: usize,
    },
    /// A file that is there, and that this program is not known to have written.
    AlreadyThere {
        /// As it was given.
        path: String,
        /// The word of the format it was to be written in.
        format: &'static str,
    },
    /// A form that was to be written anew, and that someone has filled in.
    FilledIn {
        /// As it was given.
        path: String,
    },
    /// A file to be written that may not be written to.
    ReadOnly {
        /// As it was given.
        path: String,
    },
    /// Neither a file nor a folder: a pipe, a socket, a device.
    NotAFile {
        /// As it was given.
        path: String,
    },
    /// A file to be written whose name says no format.
    UnknownEnding {
        /// As it was given.
        path: String,
        /// Endings that say one.
        endings: Vec<&'static str>,
    },
    /// A file to be written whose name says another format than was asked for.
    OtherEnding {
        /// As it was given.
        path: String,
        /// The word of the format that was asked for.
        format: &'static str,
        /// Endings of files of that format.
        endings: Vec<&'static str>,
    },
    /// A table to draft a plan from, in a file that is no text.
    TableNotText {
        /// As it was given.
        path: String,
    },
    /// A table to draft a plan from, without rows.
    TableEmpty {
        /// As it was given.
        path: String,
    },
    /// A table to draft a plan from, without a header that names what is needed.
    TableWithoutHeader {
        /// As it was given.
        path: String,
        /// The first line of the file.
        first: String,
    },
    /// A row of a table that became a comment of the draft and no rule.
    RowLeft {
        /// Which row.
        row: usize,
        /// Its name, or its cells.
        text: String,
    },
    /// A rule of a draft in which something is still to be written.
    RuleOpen {
        /// The row of the table it comes from.
        row: usize,
        /// Its name.
        name: String,
    },
    /// A form for a year before the plan's baseline year, which no submission can be of.
    FormBeforePlan {
        /// The year.
        year: Year,
        /// The baseline year.
        baseline: Year,
    },
    /// A form for a year after the plan's target year.
    FormAfterPlan {
        /// The year.
        year: Year,
        /// The target year.
        target: Year,
    },
    /// A history without the year before, whose figures a form would show.
    NoLastYear {
        /// The year before.
        year: Year,
    },
    /// A region that a form was wanted for, and that is asked for nothing.
    NothingAsked {
        /// The region.
        region: String,
    },
    /// A workbook with more sheets than can be worked with.
    TooManySheets {
        /// How many regions want one.
        regions: usize,
        /// How many there may be.
        most: usize,
    },
    /// `--region` names none of the plan.
    UnknownRegion {
        /// As it was given.
        name: String,
        /// The nearest.
        nearest: Option<String>,
    },
    /// `--deny`, `--warn` or `--allow` of what is no audit.
    UnknownAudit {
        /// As it was given.
        code: String,
    },
    /// An audit that is switched twice.
    AuditTwice {
        /// Its code.
        code: &'static str,
    },
    /// `explain` of a code that has no page.
    UnknownCode {
        /// As it was given.
        code: String,
        /// The nearest that has one.
        nearest: Option<String>,
    },
    /// `explain` of a code, with files to judge.
    CodeWithFiles {
        /// The code.
        code: String,
    },
    /// `--indicator` names none of the plan.
    UnknownIndicator {
        /// As it was given.
        name: String,
        /// The nearest.
        nearest: Option<String>,
    },
    /// Standard output was closed when the program was started.
    StdoutClosed,
    /// Two reports for standard output.
    TwoOnStdout,
    /// A workbook for standard output.
    WorkbookOnStdout,
    /// Two reports in one file.
    SameOutput {
        /// As it was given the second time.
        path: String,
    },
    /// A report in the place of a file that is read.
    OutputIsInput {
        /// As it was given for the report.
        path: String,
    },
    /// A report of an earlier run, which could not be written anew.
    StaleReport {
        /// As it was given.
        path: String,
    },
    /// A report to compare that is no JSON.
    ReportSyntax {
        /// As it was given.
        path: String,
        /// The physical line where it can't be read on.
        line: usize,
        /// The column.
        column: usize,
    },
    /// JSON that is no report of `check`.
    NotAReport {
        /// As it was given.
        path: String,
    },
    /// A report of a version that is not known.
    ReportVersion {
        /// As it was given.
        path: String,
        /// Its version.
        version: String,
        /// The one that is known.
        known: &'static str,
    },
    /// A report of a run in which nothing was judged.
    ReportUnjudged {
        /// As it was given.
        path: String,
    },
    /// A key of a report with nothing of use.
    ReportValue {
        /// As it was given.
        path: String,
        /// The key, as `results[3].outcome`.
        key: String,
        /// What it should hold.
        expected: ReportKey,
        /// What it holds, if anything.
        found: Option<String>,
    },
    /// More such keys than are told one by one.
    ReportValues {
        /// As it was given.
        path: String,
        /// How many more.
        count: usize,
    },
    /// Two verdicts of a report on the same.
    ReportTwice {
        /// As it was given.
        path: String,
        /// The indicator.
        indicator: String,
        /// The region.
        region: String,
        /// The year.
        year: Year,
    },
    /// A report that is too large to be compared.
    ReportTooLarge {
        /// As it was given.
        path: String,
        /// How many MiB it may have, or take.
        most: u64,
        /// Of what.
        bound: ReportBound,
    },
    /// Two runs of different plans.
    DifferentPlans {
        /// The plan of the old run.
        old: String,
        /// The plan of the new run.
        new: String,
    },
    /// Two runs that were judged against different things.
    DifferentAgainst {
        /// In the old run.
        old: Against,
        /// In the new run.
        new: Against,
    },
    /// Two runs of several years that share none.
    NoCommonYear {
        /// Of the old run.
        old: Vec<Year>,
        /// Of the new run.
        new: Vec<Year>,
    },
}

impl RunProblem {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoSuchFile { .. } => "run/no-such-file",
            Self::IsDirectory { .. } => "run/is-directory",
            Self::Unreadable { .. } => "run/unreadable",
            Self::Unwritable { .. } => "run/unwritable",
            Self::NoFolder { .. } => "run/no-folder",
            Self::NoRuleFiles { .. } => "run/no-rule-files",
            Self::NoSubmissions { .. } => "run/no-submissions",
            Self::NothingGiven => "run/nothing-given",
            Self::SameFileTwice { .. } => "run/same-file-twice",
            Self::StdinTwice => "run/stdin-twice",
            Self::StdinNameUnused { .. } => "run/stdin-filename-unused",
            Self::NoMatch { .. } => "run/no-match",
            Self::Changed { .. } => "run/changed",
            Self::TooLarge { .. } => "run/too-large",
            Self::LeftOut { .. } => "run/left-out",
            Self::AlreadyThere { .. } => "run/already-there",
            Self::FilledIn { .. } => "run/filled-in",
            Self::ReadOnly { .. } => "run/read-only",
            Self::NotAFile { .. } => "run/not-a-file",
            Self::UnknownEnding { .. } => "run/unknown-ending",
            Self::OtherEnding { .. } => "run/other-ending",
            Self::TableNotText { .. } => "run/table-not-text",
            Self::TableEmpty { .. } => "run/table-empty",
            Self::TableWithoutHeader { .. } => "run/table-without-header",
            Self::RowLeft { .. } => "run/row-left",
            Self::RuleOpen { .. } => "run/rule-open",
            Self::FormBeforePlan { .. } => "run/form-before-plan",
            Self::FormAfterPlan { .. } => "run/form-after-plan",
            Self::NoLastYear { .. } => "run/no-last-year",
            Self::NothingAsked { .. } => "run/nothing-asked",
            Self::TooManySheets { .. } => "run/too-many-sheets",
            Self::UnknownRegion { .. } => "run/unknown-region",
            Self::UnknownIndicator { .. } => "run/unknown-indicator",
            Self::UnknownAudit { .. } => "run/unknown-audit",
            Self::AuditTwice { .. } => "run/audit-twice",
            Self::UnknownCode { .. } => "run/unknown-code",
            Self::CodeWithFiles { .. } => "run/code-with-files",
            Self::StdoutClosed => "run/stdout-closed",
            Self::TwoOnStdout => "run/two-on-stdout",
            Self::WorkbookOnStdout => "run/workbook-on-stdout",
            Self::SameOutput { .. } => "run/same-output",
            Self::OutputIsInput { .. } => "run/output-is-input",
            Self::StaleReport { .. } => "run/stale-report",
            Self::ReportSyntax { .. } => "run/report-syntax",
            Self::NotAReport { .. } => "run/not-a-report",
            Self::ReportVersion { .. } => "run/report-version",
            Self::ReportUnjudged { .. } => "run/report-unjudged",
            Self::ReportValue { .. } => "run/report-value",
            Self::ReportValues { .. } => "run/report-values",
            Self::ReportTwice { .. } => "run/report-twice",
            Self::ReportTooLarge { .. } => "run/report-too-large",
            Self::DifferentPlans { .. } => "run/different-plans",
            Self::DifferentAgainst { .. } => "run/different-against",
            Self::NoCommonYear { .. } => "run/no-common-year",
        }
    }

    /// How much it weighs: with a warning what was asked for is done all the same.
    pub fn severity(&self) -> Severity {
        match self {
            Self::LeftOut { .. } => Severity::Note,
            Self::RowLeft { .. } | Self::RuleOpen { .. } => Severity::Warning,
            Self::FormAfterPlan { .. } | Self::NoLastYear { .. } | Self::NothingAsked { .. } => {
                Severity::Warning
            }
            _ => Severity::Error,
        }
    }
}
