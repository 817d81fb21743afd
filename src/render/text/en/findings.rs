//! English: what findings say.

use super::super::{Message, shorten};
use crate::diagnostic::{
    Binary, Container, Headroom, JudgementProblem, Kind, LintProblem, NoRollUp, NumberField,
    PlanProblem, RunProblem, Slide, SubmissionProblem, Thin, YearSource,
};
use crate::render::{Lang, numbers};

fn meant(nearest: Option<&String>) -> Option<String> {
    nearest.map(|name| format!("did you mean \"{name}\"?"))
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::String => "text in quotes",
        Kind::Number => "a number",
        Kind::Boolean => "true or false",
        Kind::Datetime => "a date",
        Kind::Array => "an array […]",
        Kind::Table => "a table {…}",
    }
}

fn number_field(field: NumberField) -> &'static str {
    match field {
        NumberField::Value => "数值",
        NumberField::Numerator => "分子",
        NumberField::Denominator => "分母",
        NumberField::Total => "累计",
    }
}

fn and_others(more: usize) -> String {
    if more == 0 { String::new() } else { format!(", and {more} more") }
}

pub(in crate::render::text) fn plan(problem: &PlanProblem) -> Message {
    use PlanProblem as P;
    match problem {
        P::Syntax { message } => Message::new(format!("not valid TOML: {message}"))
            .help("rule files must follow TOML syntax; text goes in quotes"),
        P::NotUtf8 => Message::new("the file is not in UTF-8").help("save it as UTF-8"),
        P::SingleTable { table } => {
            Message::new(format!("[{table}] lacks its second pair of brackets"))
                .help(format!("there may be several; write each as [[{table}]]"))
        }
        P::UnknownKey { key, owner: Some(owner), .. } => {
            Message::new(format!("\"{key}\" does not belong here"))
                .help(format!("it belongs to [{owner}]"))
        }
        P::UnknownKey { key, nearest, owner: None } => {
            let message = Message::new(format!("unknown key \"{key}\""));
            message.help(
                meant(nearest.as_ref()).unwrap_or_else(|| "remove it, or use a known key".into()),
            )
        }
        P::MissingKey { key } => Message::new(format!("\"{key}\" is missing"))
            .help(format!("add a value for {key} here")),
        P::WrongType { key, expected, found } => {
            let message = Message::new(format!(
                "\"{key}\" should be {}, but is {}",
                kind(*expected),
                kind(*found)
            ));
            match (expected, found) {
                (Kind::Number, Kind::String) => message.help(
                    "numbers take no quotes, units or signs; leave the key out if there is none; \
                     > and ≥ go into operator",
                ),
                _ => message,
            }
        }
        P::BadNumber { text } => Message::new(format!("\"{text}\" is not a usable number"))
            .help("write a plain decimal of at most 18 digits, such as 88.89"),
        P::BadYear { key, text } => Message::new(format!("\"{key}\": {text} is not a year"))
            .help("write four digits without quotes, such as 2025"),
        P::BadWord { key, word, allowed } => {
            Message::new(format!("\"{key}\" cannot be \"{word}\""))
                .help(format!("use one of: \"{}\"", allowed.join("\", \"")))
        }
        P::ControlCharacter { key } => {
            Message::new(format!("\"{key}\" has a control character")).help("remove it")
        }
        P::EmptyText { key } => Message::new(format!("\"{key}\" is empty")),
        P::DuplicateId { id } => Message::new(format!("the id \"{id}\" is already taken"))
            .help("give each rule its own id"),
        P::DuplicateName { name } => {
            Message::new(format!("the name \"{name}\" already means something else")).help(
                "names, aliases, numbers and codes must all differ, \
                 or a submitted row could belong to either",
            )
        }
        P::OperatorWithoutThreshold => {
            Message::new("operator without threshold").help("add threshold = …")
        }
        P::ThresholdWithoutOperator => Message::new("threshold without operator")
            .help("add an operator, such as operator = \"≥\""),
        P::ThresholdShape => Message::new("the threshold does not fit the operator").help(
            "for between write [low, high], with low not above high; otherwise write one number",
        ),
        P::ThresholdBeyondLimit { threshold, limit } => Message::new(format!(
            "the target {threshold} is beyond the unit's limit of {limit}"
        ))
        .help("coverage rates and shares are from 0 to 100; for a growth rate add growth = true"),
        P::Unreachable { target } => Message::new(format!("no value can satisfy \"{target}\""))
            .help("to include the bound itself, use ≥ or ≤"),
        P::ValueBeyondLimit { key, value, limit } => Message::new(format!(
            "{value} in \"{key}\" is beyond the unit's limit of {limit}"
        ))
        .help("coverage rates and shares are from 0 to 100; for a growth rate add growth = true"),
        P::BadDate { key, text } => {
            Message::new(format!("\"{text}\" in \"{key}\" is no day of the calendar"))
                .help("write it like 2024-06-30")
        }
        P::KeyOfOtherForm { key, form, owners } => Message::new(format!(
            "an indicator of form = \"{form}\" has no \"{key}\""
        ))
        .help(format!(
            "\"{key}\" belongs to form = \"{}\"; remove it, or change the form",
            owners.join("\", \"")
        )),
        P::RelativeOperator => {
            Message::new("against a reference series the operator can only be ≥ or >")
                .help("≥ is \"in step with\", > is \"above\"")
        }
        P::ToleranceWithoutAbout => Message::new("a tolerance goes only with operator = \"±\"")
            .help("remove the tolerance, or make the operator ±"),
        P::FactorShape => Message::new("a multiple is one number above 0")
            .help("doubling is operator = \"≥\", threshold = 2"),
        P::DueYear { year } => Message::new(format!("{year} is not a year of the plan"))
            .help("write a year from the plan's first to its target year"),
        P::SumOfRates => Message::new("percentages do not add up over the years")
            .help("sum is for people, households, things; for rates use level or change"),
        P::CoverageUnit => Message::new("full coverage is measured in %")
            .help("write unit = \"%\", and the numerator and denominator"),
        P::RepeatsARepetition => {
            Message::new("the indicator that same-as names repeats another itself")
                .help("point to the first one")
        }
        P::UnknownId { key, id, nearest } => {
            let message = Message::new(format!("\"{key}\" names \"{id}\", which does not exist"));
            message
                .help(meant(nearest.as_ref()).unwrap_or_else(|| "write an id of the rules".into()))
        }
        P::GrowthUnit { key } => Message::new(match *key {
            "reference" => "what growth is held against is a rate, in %",
            "growth-of" => "growth follows from levels, not from a rate in %",
            _ => "a rate of growth is in %",
        })
        .help("hold rates against rates; where there are only levels, name them in growth-of"),
        P::WaiverYear { year, plan } => {
            Message::new(format!("the plan has no {year}, so this waiver is of no use"))
                .help(format!("write a year from {} to {}", plan.0, plan.1))
        }
        P::AboutChange => Message::new("a change or a multiple can't have ±").help(
            "write operator = \"between\", threshold = [low, high]; a multiple takes > ≥ < ≤",
        ),
        P::NegativeTolerance => Message::new("a tolerance can't be below 0")
            .help("it is how far off to either side, a positive number"),
        P::MilestoneRollUp => {
            Message::new("roll-up all and any are for form = \"milestone\" alone")
                .help("how values add up follows from the unit; roll-up = \"none\" stops it")
        }
        P::AllowWithoutReason { code } => {
            Message::new(format!("\"{code}\" is allowed without a reason"))
                .help("say why it is meant so")
        }
        P::UnknownReference { id, nearest } => {
            let message = Message::new(format!("no reference series has the id \"{id}\""));
            message.help(
                meant(nearest.as_ref()).unwrap_or_else(|| "define it with [[reference]]".into()),
            )
        }
        P::UnknownRegion { name, nearest } => {
            let message = Message::new(format!("no region is called \"{name}\""));
            message.help(
                meant(nearest.as_ref()).unwrap_or_else(|| "write a region of the plan".into()),
            )
        }
        P::UnknownIndicator { name, nearest } => {
            let message = Message::new(format!("the plan has no indicator \"{name}\""));
            message.help(meant(nearest.as_ref()).unwrap_or_else(|| {
                "use an indicator's name, number or id; dabiao plan show [--tasks] lists them"
                    .into()
            }))
        }
        P::CaseOfWords { indicator } => Message::new(format!(
            "\"{indicator}\" is in words alone and never judged: it can have no case"
        ))
        .help("remove the case, or name another indicator"),
        P::NoChecks => Message::new("there is nothing in \"checks\"")
            .help("write checks = [{ value = \"…\", outcome = \"…\" }]"),
        P::HistoryYear { year } => {
            Message::new(format!("{year} in \"history\" is the case's own year"))
                .help("the year's own figures stand in checks; history is for other years")
        }
        P::BadRequirement { text } => Message::new(format!("\"{text}\" is no requirement"))
            .help("write it as ≥55.944, >99, ≤5, =0 or 2~3; where there is none, none"),
        P::MilestoneYear { year } => Message::new(format!("\"{year}\" cannot have a milestone"))
            .help("milestones are for the plan's first year up to the year before the target year"),
        P::YearOrder => Message::new("the years are out of order")
            .help("write them so that baseline-year < first-year ≤ target-year"),
        P::NoHead => Message::new("the rule files have no [plan]")
            .help("add [plan] with id, title, baseline-year, first-year and target-year"),
        P::TwoHeads => {
            Message::new("[plan] appears twice").help("keep one [plan] in all rule files together")
        }
        P::NoRegions => Message::new("no region is there to submit figures")
            .help("add [[region]] with level = \"county\" (a sole region is one too), or a roster in [plan]"),
        P::TwoCities => Message::new("two regions have the level city")
            .help("keep one; only one region can be the whole"),
        P::NoIndicators => Message::new("the rule files have no indicators")
            .help("add [[indicator]]; without one, nothing can be judged"),
        P::TooMany { most } => Message::new(format!("there are more than {most}")),
        P::RosterUnreadable { path, reason } => {
            Message::new(format!("cannot read the region roster \"{path}\": {reason}"))
        }
        P::RosterColumn { expected } => Message::new("the region roster has the wrong header")
            .help(format!("the first line should be {expected}")),
        P::RosterRow { reason } => {
            Message::new(format!("cannot read this row of the region roster: {reason}"))
        }
    }
}

pub(in crate::render::text) fn submission(problem: &SubmissionProblem) -> Message {
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
                .help(format!("use at most {most} digits"))
        }
        S::Negative { text } => Message::new(format!("{text} is below 0, which is impossible")),
        S::Above100 { value } => {
            Message::new(format!("{value} is above 100%, which is impossible"))
                .help("coverage rates and shares cannot exceed 100%; check \"分子\" and \"分母\"")
        }
        S::PercentSign { text, unit } if unit.is_empty() => Message::new(format!(
            "\"分子\" and \"分母\" are counts and take no percent sign: {text}"
        )),
        S::PercentSign { text, unit } => {
            Message::new(format!("the unit is \"{unit}\" and takes no percent sign: {text}"))
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
        ),
        S::TotalUnused => Message::new(
            "this indicator does not add up over the years, so \"累计\" was not used",
        ),
        S::NotDone { text } => {
            Message::new(format!("\"{}\" is neither yes nor no nor a date", shorten(text)))
                .help("write \"是\", \"否\", or the day it was done, such as 2023-06-30")
        }
        S::CountsUnused { unit } => Message::new(format!(
            "this indicator's unit is \"{unit}\", so \"分子\" and \"分母\" were not used"
        )),
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
        S::MoreFindings { unseen } => {
            Message::new(format!("further problems not listed: {unseen}"))
                .help("correct those listed, then check again")
        }
    }
}

pub(in crate::render::text) fn judgement(problem: &JudgementProblem) -> Message {
    use JudgementProblem as J;
    match problem {
        J::NothingJudged => Message::new("nothing was judged").help(
            "no data does not mean targets met; \
             check the files and --region, --indicator, --attribute",
        ),
        J::NoReference { indicator, region, year, reference } => Message::new(format!(
            "cannot judge \"{indicator}\" for {region} in {year}: \"{reference}\" is missing"
        ))
        .help(format!("send a row \"{reference}\" for this region and year")),
        J::NoBaseline { indicator, region, baseline_year, is_zero: true } => Message::new(format!(
            "\"{indicator}\" of {region} can't be judged: the value of {baseline_year} is 0, of \
             which there is no multiple and no percentage"
        ))
        .help("check the value of the baseline year"),
        J::NoBaseline { indicator, region, baseline_year, is_zero: false } => Message::new(format!(
            "\"{indicator}\" of {region} can't be judged: its target is a comparison with \
             {baseline_year}, and there is no value of that year"
        ))
        .help(format!("give the submission of {baseline_year} with --history")),
        J::SumGap { indicator, region, year, gap } => {
            let years: Vec<String> = gap.iter().map(ToString::to_string).collect();
            Message::new(format!(
                "\"{indicator}\" of {region} can't be added up to {year}: no value of {}; \
                 none is read as 0",
                years.join(", ")
            ))
            .help("give those years with --history, or the total since the plan began in \"累计\"")
        }
        J::TotalDisagrees { indicator, region, year, sent, computed, is_partial } => {
            let known = if *is_partial { "already add up to" } else { "add up to" };
            Message::new(format!(
                "\"{indicator}\" of {region} in {year}: the total sent is {sent}, the years that \
                 are known {known} {computed}"
            ))
            .help("check the total and the years, and send them again; till then the row is invalid")
        }
        J::TotalTooLarge { indicator, region } => {
            Message::new(format!("the total of \"{indicator}\" of {region} has too many digits"))
                .help("check the values of the years")
        }
        J::GrowthDisagrees { indicator, region, year, sent, levels } => Message::new(format!(
            "\"{indicator}\" of {region} in {year}: the yearly growth sent is {sent}%, but the \
             levels go from {} to {}",
            levels.0, levels.1
        ))
        .help("judged on the rate that was sent; check both"),
        J::GrowthIndexed { indicator, year, baseline_year, regions } => Message::new(format!(
            "\"{indicator}\" in {year}: {} compared by levels; value and requirement are an \
             index, {baseline_year} = 100",
            regions.join(", ")
        )),
        J::Slides { year, slides, more } => {
            let each = slides.iter().map(|slide| {
                let Slide { indicator, region, before, now } = slide;
                format!("\"{indicator}\" of {region} {before} → {now}")
            });
            Message::new(format!(
                "met in {year}, but not as well as the year before: {}{}",
                each.collect::<Vec<_>>().join(", "),
                and_others(*more)
            ))
        }
        J::ThinHeadroom { year, thin, more } => {
            let each = thin.iter().map(|thin| {
                let Thin { indicator, region, headroom } = thin;
                let left = match headroom {
                    Headroom::Count { left, unit } => format!("{left} {unit}"),
                    Headroom::Points(points) => format!("{points} pp"),
                };
                format!("\"{indicator}\" of {region} {left}")
            });
            Message::new(format!(
                "met in {year} with hardly anything to spare: {}{}",
                each.collect::<Vec<_>>().join(", "),
                and_others(*more)
            ))
        }
        J::WordsOnly { indicator, rows } => Message::new(format!(
            "\"{indicator}\" is a target in words, which is not judged; rows not used: {rows}"
        )),
        J::WaiverExpired { indicator, region, year, expires } => Message::new(format!(
            "the waiver of \"{indicator}\" of {region} in {year} held until {expires}; it counts \
             as a failure"
        ))
        .help("to waive it further, have it approved again and change expires"),
        J::WaiverUnused { indicator, region, year } => Message::new(format!(
            "\"{indicator}\" of {region} in {year} did not fail, so its waiver is not needed"
        ))
        .help("check indicator, region and year; remove waivers that are not needed"),
        J::WaiversElsewhere { years, count } => {
            let years: Vec<String> = years.iter().map(ToString::to_string).collect();
            Message::new(format!(
                "not used, being of years that are not under check ({}): {count} waivers",
                years.join(", ")
            ))
        }
        J::YearInBoth { year } => Message::new(format!(
            "{year} is in the submission and in --history; the submission is used"
        ))
        .help("take the year out of one of them"),
        J::HistoryAfter { year, last } => Message::new(format!(
            "--history holds {year}, which is after {last}, the year under check; it is not used"
        ))
        .help("--history is for the years before"),
        J::NoRollUp { indicators, year, reason, own, city } => {
            let why = match reason {
                NoRollUp::Growth => "growth rates cannot be combined".to_owned(),
                NoRollUp::ByRule => "the rules say not to combine the counties".to_owned(),
                NoRollUp::NoCounts { counties } => {
                    format!("only a rate, no numerator and denominator, from {}", counties.join(", "))
                }
                NoRollUp::Incomplete { counties } => {
                    format!("no usable value from {}", counties.join(", "))
                }
                NoRollUp::TooLarge => "the sum has too many digits".to_owned(),
            };
            let then =
                if *own { format!("{city} is judged on its own figure") } else { format!("{city} is not judged") };
            Message::new(format!(
                "\"{}\" in {year} can't be combined: {why}; {then}",
                indicators.join("\", \"")
            ))
        }
        J::CityDisagrees { indicator, year, city, sent, computed } => Message::new(format!(
            "\"{indicator}\" in {year}: {city} sent {sent}, but its counties combined give {computed}"
        ))
        .help("judged on the combined figure; check both"),
        J::CityDisagreesDone { indicator, year, city, sent } => {
            let (said, parts) = if *sent { ("done", "not done") } else { ("not done", "done") };
            Message::new(format!(
                "\"{indicator}\" in {year}: {city} says {said}, its counties combined {parts}"
            ))
            .help("the combined value is judged; check both")
        }
        J::WaiverDouble { indicator, region, year } => Message::new(format!(
            "\"{indicator}\" of {region} in {year} has another waiver; this one is not needed"
        ))
        .help("keep one waiver of a judgement"),
        J::YearAfterPlan { year, target } => Message::new(format!(
            "{year} lies after the plan's target year {target}; judged against the target"
        ))
        .help("correct the year if it is a slip"),
        J::RoundingTurns { indicator, region, year, sent, exact } => Message::new(format!(
            "\"{indicator}\" for {region} in {year} is judged on {exact}; \
             the rounded {sent} would change the verdict"
        )),
        J::OutOfScope { indicator, region } => Message::new(format!(
            "\"{indicator}\" is not judged for {region}; the row was not used"
        )),
    }
}

pub(in crate::render::text) fn lint(problem: &LintProblem) -> Message {
    use LintProblem as L;
    let demand = |demand| numbers::demand(demand, Lang::En);
    match problem {
        L::KeptNotHeld { target, baseline, unit } => Message::new(format!(
            "the target is \"{}\", but the baseline {} does not meet it",
            demand(target),
            numbers::with_unit(&baseline.to_string(), unit)
        ))
        .help("check the document; if it says so, allow it with the reason"),
        L::Contradiction { year, here, there } => Message::new(format!(
            "two rules on one measure contradict each other in {year}: \"{}\" and \"{}\"",
            demand(here),
            demand(there)
        ))
        .help("no value satisfies both; check the document"),
        L::Differs { here, there } => Message::new(format!(
            "two rules on one measure differ: \"{}\" and \"{}\"",
            demand(here),
            demand(there)
        ))
        .help("check the document; if it says so, allow it with the reason"),
        L::SmallCounts { target, baseline, denominator } => Message::new(format!(
            "the baseline {baseline}% looks like a part of {denominator}; if so, \"{}\" demands \
             all {denominator}",
            demand(target)
        ))
        .help("make sure that this is meant; if so, allow it with the reason"),
        L::PaceOfFew { target, first } => Message::new(format!(
            "on a straight line to \"{}\" the first year demands {}, so at least 1",
            demand(target),
            numbers::bound(first)
        ))
        .help("for sums of a few, pace = \"at-end\" makes them due in the target year"),
        L::WrongWay { name, target } => Message::new(format!(
            "\"{name}\" speaks of a fall, but the target is a rise: {}",
            demand(target)
        ))
        .help("write a fall with operator = \"≤\" and a negative threshold, such as -13.5"),
        L::UnusedReference { id } => {
            Message::new(format!("no indicator uses the reference series \"{id}\""))
                .help("remove it, or refer to it")
        }
        L::UnusedRegion { name } => Message::new(format!("no indicator judges \"{name}\""))
            .help("remove it, or check the scopes of the indicators"),
        L::DuplicateAlias { alias } => {
            Message::new(format!("the alias \"{alias}\" is there already"))
                .help("a rule's id, name, number and aliases are each written once")
        }
        L::SumOfAverages { name } => Message::new(format!(
            "\"{name}\" looks like an average or a rate, but the city's value is the sum of its \
             counties'"
        ))
        .help(
            "write roll-up = \"none\", and let the city send its own; \
             if the sum is right, allow it with the reason",
        ),
        L::NoCite => Message::new("the rule does not say where it stands in the document")
            .help("say so with cite"),
        L::NoCounts { lacking } => Message::new(format!("{} not stated", lacking.join(", ")))
            .help("a percentage should say of what"),
        L::UnusedAllow { code } => Message::new(format!("there is no \"{code}\" here to allow"))
            .help("remove it from allow"),
    }
}

pub(in crate::render::text) fn run(problem: &RunProblem) -> Message {
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
