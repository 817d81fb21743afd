//! English: what findings in what was sent say.

use super::meant;
use crate::diagnostic::{Binary, Container, NumberField, SubmissionProblem, Unclear, YearSource};
use crate::render::text::{Message, shorten};

fn number_field(field: NumberField) -> &'static str {
    match field {
        NumberField::Value => "数值",
        NumberField::Numerator => "分子",
        NumberField::Denominator => "分母",
        NumberField::Total => "累计",
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
            Binary::Known(Container::Zip) => {
                Message::new("this is a zip file or a workbook (.xlsx, .ods), not CSV")
            }
            Binary::Known(Container::Ole) => {
                Message::new("this is an old workbook (.xls), not CSV")
            }
            Binary::Known(Container::Pdf) => Message::new("this is a PDF, not CSV"),
            Binary::Known(Container::Gzip) => Message::new("this is a gzip file, not CSV"),
            Binary::Unknown => Message::new("this is a binary file, not CSV"),
        }
        .help("save it from the spreadsheet program as \"CSV UTF-8 (Comma delimited)\""),
        S::Undecodable { encoding, offset, other } => {
            let other = other.map_or(String::new(), |(name, offset)| {
                format!("; nor {name}, from byte {} on", offset + 1)
            });
            Message::new(format!(
                "not {encoding}: cannot be read from byte {} on{other}",
                offset + 1
            ))
            .help(
                "save it from the spreadsheet program as \"CSV UTF-8 (Comma delimited)\", or name \
                 the encoding with --encoding; none of its rows were used",
            )
        }
        S::UnclosedQuote => Message::new("a quote is not closed, and nothing after it can be read")
            .help("add the closing quote; inside a cell, write each quote twice"),
        S::DuplicateColumn { name } => {
            Message::new(format!("the column \"{name}\" appears twice")).help("keep only one")
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
            let source = match source {
                YearSource::FileName => "the file name",
                YearSource::Flag => "--year",
            };
            Message::new(format!("\"年份\" says {column}, but {source} says {other}"))
                .help("correct one of them; the row was not used")
        }
        S::NameAgainstFlag { name, flag } => {
            Message::new(format!("the file name says {name}, but --year says {flag}"))
                .help("correct one of them; the file was not used")
        }
        S::YearBeforePlan { year, baseline } => {
            Message::new(format!("{year} is before the plan's baseline year {baseline}"))
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
        S::MoreFindings { unseen } => {
            Message::new(format!("further problems not listed: {unseen}"))
                .help("correct those listed, then check again")
        }
    }
}
