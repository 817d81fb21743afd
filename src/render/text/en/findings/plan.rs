//! English: what findings in the rules say.

use super::meant;
use crate::diagnostic::{Audit, Kind, PlanProblem};
use crate::render::text::Message;

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

pub(in crate::render::text) fn message(problem: &PlanProblem) -> Message {
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
        P::AboutTwoSided => Message::new("about goes only with > ≥ < ≤: it eases one side")
            .help("where neither side may be off, write operator = \"±\" and tolerance instead"),
        P::AboutNotPositive => Message::new("about is a number above 0")
            .help("it is how far short of the threshold is enough; remove it if nothing is"),
        P::AboutTooWide { target } => {
            Message::new(format!("with about, {target} is judged, which every value meets"))
                .help("check about: how far short of the threshold is enough, in its unit")
        }
        P::AboutOfLevels => {
            Message::new("about can't be taken from a growth that follows from levels").help(
                "such a rate is a root and has no exact value; remove about, or let the \
                 reference be sent as a rate (remove its growth-of)",
            )
        }
        P::FactorShape => Message::new("a multiple is one number above 0")
            .help("doubling is operator = \"≥\", threshold = 2"),
        P::DueYear { year } => Message::new(format!("{year} is not a year of the plan"))
            .help("write a year from the plan's first to its target year"),
        P::SumOfRates => Message::new("percentages do not add up over the years")
            .help("sum is for people, households, things; for rates use level or change"),
        P::SumOfAverages { name } => Message::new(format!(
            "\"{name}\" is an average, a rate or an intensity: those of the counties do not add up \
             to the city's"
        ))
        .help(
            "write roll-up = \"none\", and let the city send its own; \
             where they do add up, write roll-up = \"sum\"",
        ),
        P::CountsOfNoRate { key } => {
            Message::new(format!("\"{key}\" is for rates whose unit is %"))
                .help("nothing else is computed from it; remove it, or correct the unit")
        }
        P::Placeholder { key, text } => Message::new(format!("\"{key}\" is not filled in: {text}"))
            .help("a draft left it open; write what the document says"),
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
        P::CaseYear { year, first } => {
            Message::new(format!("{year} is before the plan's first year {first}: never judged"))
                .help("figures of years before stand in history")
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
        P::NegativeBound { key } => Message::new(format!("\"{key}\" is below 0"))
            .help("it bounds a change either way: write a positive number"),
        P::TwoAudits => Message::new("[audit] appears twice")
            .help("keep one [audit] in all rule files together"),
        P::UnknownAudit { code, nearest } => {
            let message = Message::new(format!("there is no audit \"{code}\""));
            message.help(meant(nearest.as_ref()).unwrap_or_else(|| {
                format!("the audits are {}", Audit::CODES.join(", "))
            }))
        }
        P::AuditTwice { code } => Message::new(format!("\"{code}\" is written twice"))
            .help("write each audit at most once in deny, warn and allow together"),
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
        P::WithinCircle { name } => {
            Message::new(format!("\"{name}\" lies within itself, round a circle"))
                .help("check what each region is within")
        }
        P::YearSpan { most } => {
            Message::new(format!("there are more than {most} years from baseline to target"))
                .help("check baseline-year and target-year")
        }
        P::MoreFaults { untold } => {
            Message::new(format!("the file has {untold} more faults, which are not listed"))
                .help("correct those that are, and run it again")
        }
        P::RosterColumn { expected } => Message::new("the region roster has the wrong header")
            .help(format!("the first line should be {expected}")),
        P::RosterRow { reason } => {
            Message::new(format!("cannot read this row of the region roster: {reason}"))
        }
    }
}
