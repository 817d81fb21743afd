//! English: what findings in what was sent say.

use super::meant;
use crate::diagnostic::{
    Binary, Bulk, Container, Foreign, NumberField, RegionSource, SheetName, SubmissionProblem,
    Unclear, Unread, YearSource,
};
use crate::render::Lang;
use crate::render::text::{Message, shorten};

fn year_source(source: YearSource) -> &'static str {
    match source {
        YearSource::FileName => "the file name",
        YearSource::Flag => "--year",
        YearSource::Title => "the title above the table",
        YearSource::Sheet => "the sheet's name",
        YearSource::Heading => "the heading",
    }
}

fn region_source(source: RegionSource) -> &'static str {
    match source {
        RegionSource::FileName => "the file name",
        RegionSource::Title => "\"填报单位\"",
        RegionSource::Sheet => "the sheet's name",
        RegionSource::Column => "another column",
    }
}

pub(super) fn number_field(field: NumberField) -> &'static str {
    match field {
        NumberField::Value => "数值",
        NumberField::Numerator => "分子",
        NumberField::Denominator => "分母",
        NumberField::Total => "累计",
    }
}

/// What there is too much of in a table or a workbook.
fn bulk(what: Bulk, of: &str) -> String {
    match what {
        Bulk::File { mebibytes } => format!("the file is over {mebibytes} MiB"),
        Bulk::Unpacked { mebibytes } => format!("{of} is over {mebibytes} MiB when unpacked"),
        Bulk::Cells { most } => format!("{of} has more than {most} cells"),
        Bulk::Text { mebibytes } => format!("{of} has over {mebibytes} MiB of text"),
        Bulk::OneText { mebibytes } => format!("{of} has a text of over {mebibytes} MiB"),
        Bulk::Columns { most } => format!("{of} has more than {most} columns"),
        Bulk::Sheets { most } => format!("{of} has more than {most} sheets"),
        Bulk::Parts { most } => format!("{of} consists of more than {most} files"),
    }
}

pub(in crate::render::text) fn message(problem: &SubmissionProblem) -> Message {
    use SubmissionProblem as S;
    match problem {
        S::Empty => Message::new("the file is empty")
            .help("check that it is the right file and that it was saved"),
        S::NoRows => Message::new("there is a header, but no data rows"),
        S::NoHeader { found, lacking, separator } => {
            let found = if found.iter().all(String::is_empty) {
                "blank".to_owned()
            } else {
                shorten(&found.join(","))
            };
            Message::new(format!(
                "the first line is not a known header (found: {found}), missing: \"{}\"",
                lacking.join("\", \"")
            ))
            .help(match separator {
                Some(mark) => {
                    format!("columns are parted by \"{}\": use commas", mark.escape_default())
                }
                None => "the header should be \"年份,地区,指标,数值,分子,分母,备注\"".to_owned(),
            })
        }
        S::Binary { what } => match what {
            Binary::Known(Container::Pdf) => Message::new("this is a PDF, not a table"),
            Binary::Known(Container::Gzip) => Message::new("this is a gzip file, not a table"),
            Binary::Unknown => Message::new("this is a binary file, not a table"),
        }
        .help(
            "save it from the spreadsheet program as .xlsx or CSV; unpack a packed file first; \
             of a text in UTF-16 or the like name the encoding with --encoding",
        ),
        S::Undecodable { encoding, offset, other } => {
            let other = other.map_or(String::new(), |(name, offset)| {
                format!("; nor {name}, from byte {} on", offset + 1)
            });
            Message::new(format!(
                "not {encoding}: cannot be read from byte {} on{other}",
                offset + 1
            ))
            .help(
                "save it from the spreadsheet program as .xlsx or CSV; unpack a packed file first, or name \
                 the encoding with --encoding; none of its rows were used",
            )
        }
        S::UnclosedQuote => Message::new("a quote is not closed, and nothing after it can be read")
            .help("add the closing quote; inside a cell, write each quote twice"),
        S::DuplicateColumn { name } => {
            Message::new(format!(
                "the column \"{}\" says the same of the rows as one before it; neither is sure, and nothing was read",
                shorten(name)
            ))
            .help("keep only one; put tables that stand side by side on sheets of their own, or below one another")
        }
        S::UnknownColumn { name } => {
            Message::new(format!("the column \"{name}\" is not known and was not used"))
                .help("use \"年份\", \"地区\", \"指标\", \"数值\", \"分子\", \"分母\", \"累计\" or \"备注\"")
        }
        S::CellCount { expected, found } => {
            Message::new(format!("the header has {expected} cells, but this row has {found}"))
                .help("look for an extra or missing comma; a number with commas must be in quotes")
        }
        S::Nul => Message::new("this row has a NUL character").help("save the file again"),
        S::UnknownRegion { name, nearest } => {
            let message = Message::new(match name.is_empty() {
                true => "the region is blank".to_owned(),
                false => format!("the plan has no region \"{}\"", shorten(name)),
            });
            message.help(
                meant(nearest.as_ref())
                    .unwrap_or_else(|| "use a region's name or code as in the plan".into()),
            )
        }
        S::AmbiguousRegion { name } => {
            Message::new(format!("more than one region is called \"{name}\""))
                .help("use the region's code")
        }
        S::UnknownIndicator { name, nearest } => {
            let message = Message::new(match name.is_empty() {
                true => "the indicator is blank".to_owned(),
                false => format!("the plan has no indicator \"{}\"", shorten(name)),
            });
            message.help(meant(nearest.as_ref()).unwrap_or_else(|| {
                "use an indicator's name, number or id; `dabiao plan show` lists them all".into()
            }))
        }
        S::BadYear { text } => Message::new(format!("\"{}\" is not a year", shorten(text)))
            .help("write the year in four digits, such as 2023"),
        S::NoYear => Message::new("no year is given").help(
            "fill in \"年份\", or put the year in the file name (such as 2023.csv), or use --year",
        ),
        S::YearConflict { column, other, source } => {
            Message::new(format!(
                "\"年份\" says {column}, but {} says {other}",
                year_source(*source)
            ))
                .help("correct one of them; the row was not used")
        }
        S::YearsDisagree { one, other } => Message::new(format!(
            "{} says {}, but {} says {}",
            year_source(one.1),
            one.0,
            year_source(other.1),
            other.0
        ))
        .help("correct one of them; nothing of the table was used"),
        S::YearBeforePlan { year, baseline } => {
            Message::new(format!("{year} is before the plan's baseline year {baseline}"))
                .help("not used; correct the year")
        }
        S::YearFarAfterPlan { year, last } => {
            Message::new(format!("{year} is long after the plan; years are read up to {last}"))
                .help("not used; correct the year")
        }
        S::NotANumber { text, field } => Message::new(format!(
            "\"{}\" in \"{}\" is not a number",
            shorten(text),
            number_field(*field)
        ))
        .help("write only a number; if there is none, leave the cell blank or write \"无数据\""),
        S::TooLong { text, most } => {
            Message::new(format!("\"{}\" has too many digits", shorten(text)))
                .help(format!("use at most {most} digits; check the number"))
        }
        S::Negative { text } => Message::new(format!("{text} is below 0, which is impossible"))
            .help("correct it; if there is no value, leave the cell blank or write \"无数据\""),
        S::Above100 { value } => {
            Message::new(format!("{value} is above 100%, which is impossible"))
                .help("coverage rates and shares cannot exceed 100%; check \"分子\" and \"分母\"")
        }
        S::PercentSign { text, unit } if unit.is_empty() => Message::new(format!(
            "\"分子\" and \"分母\" are counts and take no percent sign: {text}"
        ))
        .help("write the counts; a rate goes in \"数值\""),
        S::PercentSign { text, unit } => {
            Message::new(format!("the unit is \"{unit}\" and takes no percent sign: {text}"))
                .help(format!("write the number in \"{unit}\""))
        }
        S::Fraction { text, percent, counted } => {
            let or = if *counted { ", or fill in \"分子\" and \"分母\"" } else { "" };
            Message::new(format!("{text} may mean {percent}% or {text}%"))
                .help(format!("write {percent}% or {text}%{or}"))
        }
        S::NumeratorAbove { numerator, denominator } => Message::new(format!(
            "the numerator {numerator} is greater than the denominator {denominator}"
        ))
        .help("check whether \"分子\" and \"分母\" are swapped"),
        S::HalfCounts { missing } => Message::new(format!(
            "only half is filled in: \"{}\" is missing",
            number_field(*missing)
        ))
        .help("fill in both \"分子\" and \"分母\", or neither"),
        S::RatioMismatch { sent, computed, counts: (numerator, denominator) } => Message::new(
            format!("the value {sent} does not match {numerator}/{denominator} = {computed}%"),
        )
        .help(
            "correct \"数值\", \"分子\" or \"分母\"; \
                 or leave \"数值\" blank to have it computed from the other two",
        ),
        S::RateWithoutBase { sent } => {
            Message::new(format!("the denominator is 0, and yet the value is {sent}"))
                .help("a denominator of 0 means \"不适用\": leave the value empty, or correct the denominator")
        }
        S::StrayQuote { first, last } => Message::new(if first == last {
            "a quote stands where none can; the row was not used".to_owned()
        } else {
            format!("a quote stands where none can: lines {first} to {last} were read as one row, and none was used")
        })
        .help("quotes go around a whole cell; a quote within it is written twice"),
        S::RecordTooLong { most } => {
            Message::new(format!("this row is longer than {most} MiB; nothing from here on was read"))
                .help("probably a quote is never closed, or the file has no line ends")
        }
        S::CountsUnused { unit } if unit.is_empty() => Message::new(
            "this indicator only asks whether something is done, so \"分子\" and \"分母\" were not \
             used",
        )
        .help("leave \"分子\" and \"分母\" blank"),
        S::TotalAlone => Message::new(
            "nothing but \"累计\" is filled in, and the indicator does not add up over the years",
        )
        .help("fill in this year's value under \"数值\", or \"分子\" and \"分母\""),
        S::TotalUnused => Message::new(
            "this indicator does not add up over the years, so \"累计\" was not used",
        )
        .help("leave \"累计\" blank"),
        S::NotDone { text } => {
            Message::new(format!("\"{}\" is neither yes nor no nor a date", shorten(text)))
                .help("write \"是\", \"否\", or the day it was done, such as 2023-06-30")
        }
        S::CountsUnused { unit } => Message::new(format!(
            "this indicator's unit is \"{unit}\", so \"分子\" and \"分母\" were not used"
        ))
        .help("write the number in \"数值\", and leave \"分子\" and \"分母\" blank"),
        S::NotApplicableUnexplained => Message::new("\"不适用\" is given without a reason")
            .help("write the reason in \"备注\""),
        S::NotApplicableWithCounts => {
            Message::new("\"不适用\" is given together with \"分子\" or \"分母\"")
                .help("keep only one or the other")
        }
        S::Duplicate { region, indicator, year } => {
            Message::new(format!("sent twice: {region}, {year}, \"{indicator}\""))
                .help("keep only one row; none of them was used")
        }
        S::UnclearNumber { text, field, why } => {
            let (what, help) = match why {
                Unclear::About => (
                    "is not exact",
                    "write the exact number, without words or signs such as \"约\", \"左右\" or \"≥\"",
                ),
                Unclear::Exponent => {
                    ("is in scientific notation", "write out all digits, such as 150000")
                }
                Unclear::Separators => (
                    "has commas or blanks that do not part thousands",
                    "leave out commas and blanks; the decimal point is \".\"",
                ),
                Unclear::Words => (
                    "is not in digits",
                    "write digits; if there is no value, leave the cell blank or write \"无数据\"",
                ),
            };
            let field = number_field(*field);
            Message::new(format!("\"{}\" in \"{field}\" {what}", shorten(text))).help(help)
        }
        S::Parentheses { text, number } => {
            let (text, number) = (shorten(text), shorten(number));
            Message::new(format!("\"{text}\" is in parentheses and may be negative"))
                .help(format!("write \"-{number}\" if it is negative, else \"{number}\""))
        }
        S::OtherUnit { text, found, wanted } if wanted.is_empty() => {
            let (text, found) = (shorten(text), shorten(found));
            Message::new(format!(
                "\"{text}\" is in \"{found}\", which is no unit of counting for \"分子\" or \"分母\""
            ))
            .help("write only the count, or with \"人\", \"户\", \"个\", \"家\" and the like")
        }
        S::OtherUnit { text, found, wanted } => {
            let (text, found) = (shorten(text), shorten(found));
            Message::new(format!(
                "\"{text}\" is in \"{found}\", but should be in \"{wanted}\""
            ))
            .help(format!("write the number in \"{wanted}\", with or without the unit"))
        }
        S::HalfUnit { text, number, unit } => {
            let (text, number) = (shorten(text), shorten(number));
            Message::new(format!(
                "\"{text}\" does not say its whole unit, which should be \"{unit}\""
            ))
            .help(format!(
                "if \"{number}{unit}\" is meant, write that, or \"{number}\" alone; else write out all digits"
            ))
        }
        S::DuplicateFile { values, different } => {
            let same = match different {
                0 => "all the same".to_owned(),
                different => format!("{different} of them not the same"),
            };
            Message::new(format!("two files repeat each other: {values} values in both, {same}"))
                .help("name only one of the files; none of those values was used")
        }
        S::AmbiguousLayout { line, ways: [one, other] } => Message::new(format!(
            "the header in line {line} can be read in two ways: {}, or {}",
            Lang::En.layout(*one),
            Lang::En.layout(*other)
        ))
        .help("let regions or indicators stand in one direction only: in a column, or in the header"),
        S::NoLayout { found } => {
            Message::new(format!("no table found (it begins: {})", shorten(&found.join(" / "))))
                .help("the header needs \"地区\", \"指标\" and \"数值\" (or \"分子\" and \"分母\"); or indicators in one direction and regions in the other. dabiao template gives a form to fill in")
        }
        S::SheetWithoutTable { sheet } => Message::new(format!(
            "sheet \"{}\" holds numbers but no known table, and was not read",
            shorten(sheet)
        ))
        .help("if they are to be submitted, add a header; otherwise all is well"),
        S::NoRegion => Message::new("the table names no region, and nothing says whose it is")
            .help("add a column \"地区\", or write \"填报单位：…\" above the table, or name the file or sheet after the region"),
        S::RegionConflict { row, other, source } => Message::new(format!(
            "this is of {row}, but {} says {other}",
            region_source(*source)
        ))
        .help("correct one of them; until then it is not used"),
        S::SendersDisagree { one, other } => Message::new(format!(
            "{} says {}, but {} says {}",
            region_source(one.1),
            one.0,
            region_source(other.1),
            other.0
        ))
        .help("correct one of them; the whole table was not used"),
        S::NotAResult { name, what } => Message::new(format!(
            "the column \"{}\" is of \"{}\", not of this year's results, and was not read",
            shorten(name),
            shorten(what)
        )),
        S::NoResults => Message::new("no column of the table holds results").help(
            "head results with \"数值\" or \"完成值\", or \"分子\" and \"分母\", without \"目标\", \"计划\", \"上年\"",
        ),
        S::NotResults { text } => Message::new(format!(
            "by \"{}\" what stands below is no result of the year; it was not read",
            shorten(text)
        ))
        .help("if it is, say \"完成情况\" in the title or the name of the sheet or file, or leave out \"目标\", \"计划\", \"上年\""),
        S::RowOfElse { column, text } => Message::new(format!(
            "the column \"{}\" says \"{}\": the row is no result of the whole region and year, and was not used",
            shorten(column),
            shorten(text)
        ))
        .help("send results alone; delete the column if it has nothing to do with the value"),
        S::HeadingUnclear { name, words } => Message::new(format!(
            "\"{}\" in the heading \"{}\" is not understood, and the column was not used",
            shorten(words),
            shorten(name)
        ))
        .help("a heading is a region, an indicator, \"数值\", \"分子\" or \"分母\", with a unit or a year in brackets alone"),
        S::TitleUnclear { words, text } => Message::new(format!(
            "\"{}\" in \"{}\" is not understood: whose the figures below are is not known, and they were not used",
            shorten(words),
            shorten(text)
        ))
        .help("let the title, the sheet and the file name regions, indicators and years of the plan alone; write behind \"注：\" what has nothing to do with the figures"),
        S::NumberConflict { name, words } => Message::new(format!(
            "the number in \"{}\" is that of \"{}\": which of the two is meant is not known, and the row was not used",
            shorten(name),
            shorten(words)
        ))
        .help("use the indicator's own number, or none"),
        S::SheetOfOtherYear { sheet, year, asked } => Message::new(format!(
            "the sheet \"{}\" is of {year}; {asked} is asked for, and the sheet was not read",
            shorten(sheet)
        )),
        S::IndicatorConflict { name, words, text } => Message::new(format!(
            "\"{}\" is of \"{}\", not of \"{}\": the figures were not used",
            shorten(text),
            shorten(words),
            shorten(name)
        ))
        .help("delete figures of a part of the people or the land, or of another indicator; correct the title or the name of the sheet or file if they are of all"),
        S::PartOfYear { text } => Message::new(format!(
            "\"{}\" is a part of a year; it is no figure of the whole year and was not used",
            shorten(text)
        ))
        .help("send the figures of the whole year; correct it if it is a slip"),
        S::ColumnNumbers => Message::new("a row of column numbers, which is no data and was not read"),
        S::RowsUnread { lines, first } => Message::new(format!(
            "the headings here are not known, and the {} rows from here on were not read; the first is: {}",
            lines.len(),
            shorten(first)
        ))
        .help("correct the headings, or delete the rows; they are not of the table above"),
        S::RepeatedHeader => {
            Message::new("the headings stand here once more; what follows is read as the same table")
        }
        S::RowsWithoutFigures { lines, first } => Message::new(match lines.len() {
            0 | 1 => format!("a row without figures or known names was not read: {}", shorten(first)),
            many => format!(
                "{many} rows without figures or known names were not read; the first: {}",
                shorten(first)
            ),
        }),
        S::ScaledUnit { unit } => Message::new(format!(
            "the unit is \"{}\", in which the figures would have to be multiplied",
            shorten(unit)
        ))
        .help("use the indicator's unit (\"人\", \"%\"), or write \"万\" behind each number; none of these figures was used"),
        S::UnitMismatch { found, expected } => Message::new(format!(
            "the unit is \"{}\", but the indicator's is \"{expected}\"",
            shorten(found)
        ))
        .help("convert the figures and correct the unit; if the column names who reports, head it \"填报单位\""),
        S::FormulaError { text } => Message::new(format!("a formula in error: {}", shorten(text)))
            .help("mend the formula in a spreadsheet program, or type the number"),
        S::Uncomputed { text } => {
            Message::new(format!("a formula without a result: {}", shorten(text)))
                .help("open the file in a spreadsheet program and save it; or paste the values, or give numerator and denominator")
        }
        S::MergedFigure { text } => Message::new(format!(
            "the number {} stands in merged cells, and it is not sure in which row it belongs",
            shorten(text)
        ))
        .help("split the cells and give each row its own number"),
        S::TableTooLarge { what } => {
            let over = bulk(*what, "the table");
            Message::new(format!("{over} and can't be read as a whole"))
                .help("large files must have one value a row: \"年份,地区,指标,数值,分子,分母,备注\"")
        }
        S::WorkbookDamaged { part } => Message::new(format!(
            "the workbook is damaged or incomplete and cannot be read (\"{}\")",
            shorten(part)
        ))
        .help(
            "open it in the spreadsheet program and save it as .xlsx; if it does not open, ask \
             for it to be sent again",
        ),
        S::WorkbookLocked => Message::new(
            "the workbook is encrypted and cannot be read: it has a password, or the encryption \
             is not known",
        )
        .help("open it in the spreadsheet program and save it without password and protection"),
        S::WorkbookTooLarge { what } => Message::new(format!(
            "{} and was not read",
            bulk(*what, "the workbook")
        ))
        .help(
            "save only the sheets of the submission as a new workbook; if there is that much \
             data, use CSV",
        ),
        S::NotAWorkbook { what } => foreign(*what),
        S::NoSuchSheet { name, sheets } => {
            Message::new(format!("the workbook has no sheet \"{}\"", shorten(name)))
                .help(format!("name one with --sheet, or its number: {}", listed(sheets)))
        }
        S::BlankWorkbook { named: Some(name), sheets } => {
            Message::new(format!("the sheet \"{}\" is blank", shorten(name)))
                .help(format!("the workbook has {}", listed(sheets)))
        }
        S::BlankWorkbook { named: None, sheets } => Message::new(match sheets.is_empty() {
            true => "the workbook has no sheets".to_owned(),
            false => format!("the workbook is blank (sheets: {})", listed(sheets)),
        })
        .help(
            "check that it is the right file and that it was saved; a hidden sheet is read only \
             if --sheet names it",
        ),
        S::SheetUnread { sheet, why } => unread(&shorten(sheet), why),
        S::HiddenSheets { sheets } => {
            Message::new(format!("hidden sheets were not read: {}", listed(sheets)))
                .help("to read one, name it with --sheet")
        }
        S::HiddenCells { sheet, rows, columns } => {
            let hidden = match (rows.is_empty(), columns.is_empty()) {
                (false, false) => format!("rows ({rows}) and columns ({columns})"),
                (false, true) => format!("rows ({rows})"),
                (true, _) => format!("columns ({columns})"),
            };
            Message::new(format!("hidden {hidden} of the sheet \"{}\" were read", shorten(sheet)))
                .help("delete those that should not be sent")
        }
        S::CoveredCells { sheet, cells } => Message::new(format!(
            "in the sheet \"{}\" merged cells cover others that hold something and were not used: \
             {cells}",
            shorten(sheet)
        ))
        .help("split the merged cells and look at what they cover"),
    }
}

fn unread(sheet: &str, why: &Unread) -> Message {
    match why {
        Unread::Chart => Message::new(format!("sheet \"{sheet}\" is a chart, and was not read"))
            .help("the figures of a chart are in another sheet; if none are to be submitted all is well"),
        Unread::Dialog => Message::new(format!("sheet \"{sheet}\" is a dialog, and was not read"))
            .help("if it has no figures to be submitted all is well"),
        Unread::Macros => Message::new(format!("sheet \"{sheet}\" holds macros, and was not read"))
            .help("if it has no figures to be submitted all is well"),
        Unread::NoPart => Message::new(format!(
            "the workbook lists sheet \"{sheet}\" and does not hold it; it was not read"
        ))
        .help("open the workbook in the spreadsheet program, see whether the sheet is there, and save it"),
        Unread::Damaged { part } => Message::new(format!(
            "sheet \"{sheet}\" is damaged and cannot be read (\"{}\")",
            shorten(part)
        ))
        .help("open the workbook in the spreadsheet program and save it as .xlsx"),
    }
}

fn foreign(what: Foreign) -> Message {
    let (title, help) = match what {
        Foreign::Document => ("this is a text document, not a workbook", MOVE),
        Foreign::Slides => ("these are slides, not a workbook", MOVE),
        Foreign::Xlsb => ("this is a binary workbook (.xlsb), which cannot be read", RESAVE),
        Foreign::OldExcel => {
            ("this is a workbook of Excel 4.0 or before, which cannot be read", RESAVE)
        }
        Foreign::Html => ("this is a web page that was only named as a workbook", RESAVE),
        Foreign::SpreadsheetXml => {
            ("this is an \"XML Spreadsheet 2003\", which cannot be read", RESAVE)
        }
        Foreign::Xml => ("this is XML, neither a workbook nor CSV", RESAVE),
        Foreign::Zip => ("this is a zip file, not a workbook", "unpack it first"),
        Foreign::Other => ("this is not a workbook", RESAVE),
    };
    Message::new(title).help(help)
}

const RESAVE: &str = "open it in the spreadsheet program and save it as .xlsx";
const MOVE: &str = "put the table into a workbook and save it as .xlsx";

/// The first sheets with their numbers.
fn listed(sheets: &[SheetName]) -> String {
    let names = sheets.iter().take(20);
    let names: Vec<_> =
        names.map(|sheet| format!("{} \"{}\"", sheet.number, shorten(&sheet.name))).collect();
    let more = if sheets.len() > names.len() { ", …" } else { "" };
    format!("{}{more}", names.join(", "))
}
