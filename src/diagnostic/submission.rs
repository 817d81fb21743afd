//! Problems in what counties sent.

use super::Severity;
use crate::term::{Layout, Year};

/// A file format that is not text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Binary {
    /// Begins as a known container does.
    Known(Container),
    /// Has NUL bytes and nothing that is known.
    Unknown,
}

/// Containers that are recognised by their first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Container {
    /// A PDF.
    Pdf,
    /// A gzip.
    Gzip,
}

/// Which of the three numbers of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberField {
    /// 数值
    Value,
    /// 分子
    Numerator,
    /// 分母
    Denominator,
    /// 累计
    Total,
}

/// Why a text is not surely a number, though it speaks of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unclear {
    /// 约, 左右, ≥ and the like.
    About,
    /// 1.5e3
    Exponent,
    /// Commas or blanks that do not part thousands.
    Separators,
    /// 五十
    Words,
}

/// Where a year that disagrees with the row's own came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearSource {
    /// Four digits in the file's name.
    FileName,
    /// `--year`.
    Flag,
    /// A title above the table.
    Title,
    /// The sheet's name.
    Sheet,
    /// A heading.
    Heading,
}

/// Where it is said whose figures a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegionSource {
    /// The file's name.
    FileName,
    /// What stands above the table, as 填报单位.
    Title,
    /// The sheet's name.
    Sheet,
    /// Another column of the row.
    Column,
}

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetName {
    /// Its number, from 1.
    pub number: usize,
    /// Its name.
    pub name: String,
}

/// What there is too much of in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bulk {
    /// The file.
    File {
        /// How large it may be, in MiB.
        mebibytes: u64,
    },
    /// What the file holds, unpacked.
    Unpacked {
        /// How much there may be, in MiB.
        mebibytes: u64,
    },
    /// Its cells.
    Cells {
        /// How many there may be.
        most: u64,
    },
    /// Its texts.
    Text {
        /// How much there may be, in MiB.
        mebibytes: u64,
    },
    /// One of its texts.
    OneText {
        /// How long it may be, in MiB.
        mebibytes: u64,
    },
    /// Its columns.
    Columns {
        /// How many there may be.
        most: usize,
    },
    /// Its sheets.
    Sheets {
        /// How many there may be.
        most: usize,
    },
    /// The parts that it consists of.
    Parts {
        /// How many there may be.
        most: usize,
    },
}

/// Why a sheet was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// It is a chart.
    Chart,
    /// It is a dialog.
    Dialog,
    /// It holds macros.
    Macros,
    /// The workbook lists it and does not hold it.
    NoPart,
    /// It is not as it should be.
    Damaged {
        /// The part that is not.
        part: String,
    },
}

/// What is saved or named as a workbook and is none that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// A text document, as .docx is.
    Document,
    /// Slides, as .pptx is.
    Slides,
    /// The binary variety of .xlsx, .xlsb.
    Xlsb,
    /// The format of Excel 4 and before.
    OldExcel,
    /// A web page that was named .xls.
    Html,
    /// "XML spreadsheet 2003".
    SpreadsheetXml,
    /// Other XML.
    Xml,
    /// A zip that holds no document.
    Zip,
    /// None of these.
    Other,
}

/// What is wrong with a submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SubmissionProblem {
    /// No bytes at all.
    Empty,
    /// A header and nothing under it.
    NoRows,
    /// The first line has not the columns that are needed.
    NoHeader {
        /// The cells that were found.
        found: Vec<String>,
        /// The needed columns that are not among them.
        lacking: Vec<&'static str>,
        /// What seems to part the cells instead of commas.
        separator: Option<char>,
    },
    /// Not a text file.
    Binary {
        /// What it looks like.
        what: Binary,
    },
    /// Bytes that are no characters in the encoding they should be in.
    Undecodable {
        /// The encoding.
        encoding: &'static str,
        /// Where the first of them stands, counted from 0.
        offset: u64,
        /// Another encoding that was tried, and where that failed.
        other: Option<(&'static str, u64)>,
    },
    /// A quote that is never closed.
    UnclosedQuote,
    /// A column that stands twice.
    DuplicateColumn {
        /// Its name.
        name: String,
    },
    /// A column that is not known and was not read.
    UnknownColumn {
        /// Its name.
        name: String,
    },
    /// A row with too few or too many cells.
    CellCount {
        /// How many the header has.
        expected: usize,
        /// How many the row has.
        found: usize,
    },
    /// A row with a NUL byte.
    Nul,
    /// A region that the plan does not have.
    UnknownRegion {
        /// As it was written.
        name: String,
        /// The nearest.
        nearest: Option<String>,
    },
    /// A name that several regions have.
    AmbiguousRegion {
        /// As it was written.
        name: String,
    },
    /// An indicator that the plan does not have.
    UnknownIndicator {
        /// As it was written.
        name: String,
        /// The nearest.
        nearest: Option<String>,
    },
    /// A year that is not four digits.
    BadYear {
        /// As it was written.
        text: String,
    },
    /// A row without a year, and none elsewhere.
    NoYear,
    /// The row's year against the file's name or `--year`.
    YearConflict {
        /// In the column.
        column: Year,
        /// Elsewhere.
        other: Year,
        /// Where.
        source: YearSource,
    },
    /// Two years that a whole table should be of.
    YearsDisagree {
        /// One, and where it is said.
        one: (Year, YearSource),
        /// The other.
        other: (Year, YearSource),
    },
    /// A year before the plan's baseline year.
    YearBeforePlan {
        /// The year.
        year: Year,
        /// The baseline year.
        baseline: Year,
    },
    /// A year long after the plan's target year.
    YearFarAfterPlan {
        /// The year.
        year: Year,
        /// The last year that is read.
        last: Year,
    },
    /// A text that is no number.
    NotANumber {
        /// As it was written.
        text: String,
        /// Which number.
        field: NumberField,
    },
    /// More digits than a number may have.
    TooLong {
        /// As it was written.
        text: String,
        /// How many digits there may be.
        most: u8,
    },
    /// Below zero where that cannot be.
    Negative {
        /// As it was written.
        text: String,
    },
    /// A rate above 100%.
    Above100 {
        /// The value.
        value: String,
    },
    /// A percent sign where the unit is no percentage.
    PercentSign {
        /// As it was written.
        text: String,
        /// The unit of the indicator.
        unit: String,
    },
    /// 0.552 where 0.552% or 55.2% may be meant.
    Fraction {
        /// As it was written.
        text: String,
        /// What it is as a percentage, if it is a fraction.
        percent: String,
        /// Whether counts could decide it.
        counted: bool,
    },
    /// More in the numerator than in the denominator.
    NumeratorAbove {
        /// The numerator.
        numerator: String,
        /// The denominator.
        denominator: String,
    },
    /// One of the two counts without the other.
    HalfCounts {
        /// The one that is missing.
        missing: NumberField,
    },
    /// The rate that was sent is not the rate of the counts.
    RatioMismatch {
        /// The rate as sent.
        sent: String,
        /// The rate of the counts, to as many digits.
        computed: String,
        /// The counts.
        counts: (String, String),
    },
    /// A rate over a denominator of 0.
    RateWithoutBase {
        /// The rate as sent.
        sent: String,
    },
    /// A quote inside a cell, or text behind a closing quote.
    StrayQuote {
        /// The first of the lines that were read as one row.
        first: u64,
        /// The last of them.
        last: u64,
    },
    /// A record that is longer than any row can be; what follows was not read.
    RecordTooLong {
        /// How long a record may be, in MiB.
        most: usize,
    },
    /// Counts for a measure that has none; they were not used.
    CountsUnused {
        /// The unit of the measure.
        unit: String,
    },
    /// A total for a measure that does not add up over the years; it was not used.
    TotalUnused,
    /// A total, and nothing beside it, of an indicator whose years do not add up.
    TotalAlone,
    /// What should say whether something is done says neither yes nor no nor a date.
    NotDone {
        /// The cell as written.
        text: String,
    },
    /// 不适用 without a remark that says why.
    NotApplicableUnexplained,
    /// 不适用, and counts beside it.
    NotApplicableWithCounts,
    /// One value sent twice.
    Duplicate {
        /// The region.
        region: String,
        /// The indicator.
        indicator: String,
        /// The year.
        year: Year,
    },
    /// A text that may be a number, but not one that is sure.
    UnclearNumber {
        /// As it was written.
        text: String,
        /// Which number.
        field: NumberField,
        /// What is not sure about it.
        why: Unclear,
    },
    /// A number in parentheses: in accounts that is a negative one.
    Parentheses {
        /// As it was written.
        text: String,
        /// What stands within them.
        number: String,
    },
    /// A unit behind a number that is not the one wanted.
    OtherUnit {
        /// As it was written.
        text: String,
        /// The unit behind the number.
        found: String,
        /// The unit wanted; blank of counts, which may have any of counting.
        wanted: String,
    },
    /// 12万 where the unit is 万元: either may be meant.
    HalfUnit {
        /// As it was written.
        text: String,
        /// The number.
        number: String,
        /// The unit wanted.
        unit: String,
    },
    /// A file that repeats another.
    DuplicateFile {
        /// How many values both have.
        values: u64,
        /// How many of them are not the same in both.
        different: u64,
    },
    /// A table that can be read in two ways.
    AmbiguousLayout {
        /// The line of its headings.
        line: u64,
        /// The two.
        ways: [Layout; 2],
    },
    /// No table that is known.
    NoLayout {
        /// The first lines that hold anything.
        found: Vec<String>,
    },
    /// A sheet with figures and no table that is known, beside sheets with tables.
    SheetWithoutTable {
        /// The sheet's name.
        sheet: String,
    },
    /// A table of one region that does not say which.
    NoRegion,
    /// A row of one region in a table of another.
    RegionConflict {
        /// The row's region.
        row: String,
        /// The table's.
        other: String,
        /// Where the table says so.
        source: RegionSource,
    },
    /// Two senders of one table.
    SendersDisagree {
        /// The one, and where it is said.
        one: (String, RegionSource),
        /// The other.
        other: (String, RegionSource),
    },
    /// A column that holds something else than results.
    NotAResult {
        /// Its heading.
        name: String,
        /// The word that says so, or the year.
        what: String,
    },
    /// A table none of whose columns holds results.
    NoResults,
    /// A title, or the name of a sheet or file, by which the figures are no results.
    NotResults {
        /// What it says.
        text: String,
    },
    /// A row that is said to be of something else: of a target, another year, a part of the
    /// region or of its people.
    RowOfElse {
        /// The column that says so.
        column: String,
        /// What it says.
        text: String,
    },
    /// A heading with words that are not understood.
    HeadingUnclear {
        /// The heading.
        name: String,
        /// The words.
        words: String,
    },
    /// Words of a title, or of the name of a sheet or file, that are not understood: the
    /// figures may be somebody else's.
    TitleUnclear {
        /// The words.
        words: String,
        /// What they stand in.
        text: String,
    },
    /// A name of an indicator behind the number of another one.
    NumberConflict {
        /// As it was written.
        name: String,
        /// The indicator of the number.
        words: String,
    },
    /// A sheet of another year than the one that is asked for, beside one of that year.
    SheetOfOtherYear {
        /// Its name.
        sheet: String,
        /// Its year.
        year: Year,
        /// The year that is asked for.
        asked: Year,
    },
    /// A row of an indicator that the title, the sheet or the file is not of.
    IndicatorConflict {
        /// The row's indicator.
        name: String,
        /// The words of the title that say of whom or what it is.
        words: String,
        /// What they stand in.
        text: String,
    },
    /// A heading or a title that speaks of a part of a year.
    PartOfYear {
        /// What it says.
        text: String,
    },
    /// A row of the numbers of columns.
    ColumnNumbers,
    /// Rows under headings that are not known.
    RowsUnread {
        /// Their lines.
        lines: Vec<u64>,
        /// What the first of them says.
        first: String,
    },
    /// The headings stand a second time.
    RepeatedHeader,
    /// Rows without figures, and without names that are known.
    RowsWithoutFigures {
        /// Their lines.
        lines: Vec<u64>,
        /// What the first of them says.
        first: String,
    },
    /// A unit that figures would have to be multiplied by.
    ScaledUnit {
        /// The unit.
        unit: String,
    },
    /// A unit that is not the indicator's.
    UnitMismatch {
        /// The unit as written.
        found: String,
        /// The indicator's.
        expected: String,
    },
    /// A formula that came to an error.
    FormulaError {
        /// What the cell shows.
        text: String,
    },
    /// A formula whose result the file does not hold.
    Uncomputed {
        /// The formula.
        text: String,
    },
    /// A number of merged cells, in one that is not their first.
    MergedFigure {
        /// The number.
        text: String,
    },
    /// A table that is too large to be read as one.
    TableTooLarge {
        /// What there is too much of.
        what: Bulk,
    },
    /// A workbook that can't be read.
    WorkbookDamaged {
        /// Its part that could not be.
        part: String,
    },
    /// A workbook with a password.
    WorkbookLocked,
    /// A workbook that is larger than any submission.
    WorkbookTooLarge {
        /// What there is too much of.
        what: Bulk,
    },
    /// A document that is no workbook, or none that is read.
    NotAWorkbook {
        /// What it is.
        what: Foreign,
    },
    /// A sheet that the workbook does not have.
    NoSuchSheet {
        /// As it was asked for.
        name: String,
        /// Those that there are.
        sheets: Vec<SheetName>,
    },
    /// A workbook, or the sheet that was asked for, without content.
    BlankWorkbook {
        /// The sheet that was asked for.
        named: Option<String>,
        /// Those that there are.
        sheets: Vec<SheetName>,
    },
    /// A sheet that can't be read, beside others that were.
    SheetUnread {
        /// Its name.
        sheet: String,
        /// Why.
        why: Unread,
    },
    /// Hidden sheets that hold something and were not read.
    HiddenSheets {
        /// Which.
        sheets: Vec<SheetName>,
    },
    /// Hidden rows and columns that were read.
    HiddenCells {
        /// The sheet.
        sheet: String,
        /// The rows, as `3, 5-8`.
        rows: String,
        /// The columns, as `C, E-G`.
        columns: String,
    },
    /// Cells that merged cells cover and that hold something; they were not read.
    CoveredCells {
        /// The sheet.
        sheet: String,
        /// How many.
        cells: u64,
    },
}

impl SubmissionProblem {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "submission/empty",
            Self::NoRows => "submission/no-rows",
            Self::NoHeader { .. } => "submission/no-header",
            Self::Binary { .. } => "submission/binary",
            Self::Undecodable { .. } => "submission/undecodable",
            Self::UnclosedQuote => "submission/unclosed-quote",
            Self::DuplicateColumn { .. } => "submission/duplicate-column",
            Self::UnknownColumn { .. } => "submission/unknown-column",
            Self::CellCount { .. } => "submission/cell-count",
            Self::Nul => "submission/nul",
            Self::UnknownRegion { .. } => "submission/unknown-region",
            Self::AmbiguousRegion { .. } => "submission/ambiguous-region",
            Self::UnknownIndicator { .. } => "submission/unknown-indicator",
            Self::BadYear { .. } => "submission/bad-year",
            Self::NoYear => "submission/no-year",
            Self::YearConflict { .. } => "submission/year-conflict",
            Self::YearsDisagree { .. } => "submission/year-conflict",
            Self::YearBeforePlan { .. } => "submission/year-before-plan",
            Self::YearFarAfterPlan { .. } => "submission/year-far-after-plan",
            Self::NotANumber { .. } => "submission/not-a-number",
            Self::TooLong { .. } => "submission/too-many-digits",
            Self::Negative { .. } => "submission/negative",
            Self::Above100 { .. } => "submission/above-100-percent",
            Self::PercentSign { .. } => "submission/percent-sign",
            Self::Fraction { .. } => "submission/fraction-or-percent",
            Self::NumeratorAbove { .. } => "submission/numerator-above-denominator",
            Self::HalfCounts { .. } => "submission/half-counts",
            Self::RatioMismatch { .. } => "submission/ratio-mismatch",
            Self::RateWithoutBase { .. } => "submission/rate-without-base",
            Self::StrayQuote { .. } => "submission/stray-quote",
            Self::RecordTooLong { .. } => "submission/record-too-long",
            Self::CountsUnused { .. } => "submission/counts-unused",
            Self::TotalUnused => "submission/total-unused",
            Self::TotalAlone => "submission/total-alone",
            Self::NotDone { .. } => "submission/not-done",
            Self::NotApplicableUnexplained => "submission/not-applicable-unexplained",
            Self::NotApplicableWithCounts => "submission/not-applicable-with-counts",
            Self::Duplicate { .. } => "submission/duplicate",
            Self::UnclearNumber { .. } | Self::Parentheses { .. } => "submission/not-a-number",
            Self::OtherUnit { .. } => "submission/other-unit",
            Self::HalfUnit { .. } => "submission/half-unit",
            Self::DuplicateFile { .. } => "submission/duplicate-file",
            Self::AmbiguousLayout { .. } => "submission/ambiguous-layout",
            Self::NoLayout { .. } => "submission/no-layout",
            Self::SheetWithoutTable { .. } => "submission/sheet-without-table",
            Self::NoRegion => "submission/no-region",
            Self::RegionConflict { .. } => "submission/region-conflict",
            Self::SendersDisagree { .. } => "submission/region-conflict",
            Self::NotAResult { .. } => "submission/not-a-result",
            Self::NoResults | Self::NotResults { .. } => "submission/no-results",
            Self::RowOfElse { .. } => "submission/row-of-something-else",
            Self::HeadingUnclear { .. } => "submission/heading-unclear",
            Self::TitleUnclear { .. } => "submission/title-unclear",
            Self::IndicatorConflict { .. } | Self::NumberConflict { .. } => {
                "submission/indicator-conflict"
            }
            Self::SheetOfOtherYear { .. } => "submission/sheet-of-other-year",
            Self::PartOfYear { .. } => "submission/part-of-year",
            Self::ColumnNumbers => "submission/column-numbers",
            Self::RowsUnread { .. } => "submission/rows-unread",
            Self::RepeatedHeader => "submission/repeated-header",
            Self::RowsWithoutFigures { .. } => "submission/rows-without-figures",
            Self::ScaledUnit { .. } => "submission/scaled-unit",
            Self::UnitMismatch { .. } => "submission/other-unit",
            Self::FormulaError { .. } => "submission/formula-error",
            Self::Uncomputed { .. } => "submission/uncomputed",
            Self::MergedFigure { .. } => "submission/merged-figure",
            Self::TableTooLarge { .. } => "submission/table-too-large",
            Self::WorkbookDamaged { .. } => "submission/workbook-damaged",
            Self::WorkbookLocked => "submission/workbook-password",
            Self::WorkbookTooLarge { .. } => "submission/workbook-too-large",
            Self::NotAWorkbook { .. } => "submission/not-a-workbook",
            Self::NoSuchSheet { .. } => "submission/no-such-sheet",
            Self::BlankWorkbook { .. } => "submission/blank-workbook",
            Self::SheetUnread { .. } => "submission/sheet-unread",
            Self::HiddenSheets { .. } => "submission/hidden-sheets",
            Self::HiddenCells { .. } => "submission/hidden-cells",
            Self::CoveredCells { .. } => "submission/covered-cells",
        }
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        match self {
            Self::UnknownColumn { .. }
            | Self::CountsUnused { .. }
            | Self::TotalUnused
            | Self::SheetWithoutTable { .. }
            | Self::SheetUnread { .. }
            | Self::CoveredCells { .. } => Severity::Warning,
            Self::RowsWithoutFigures { .. }
            | Self::RepeatedHeader
            | Self::NotAResult { .. }
            | Self::ColumnNumbers
            | Self::SheetOfOtherYear { .. }
            | Self::HiddenSheets { .. }
            | Self::HiddenCells { .. } => Severity::Note,
            _ => Severity::Error,
        }
    }
}
