//! English: what findings found while judging say.

use crate::diagnostic::{
    Doubt, Headroom, JudgementProblem, NoRollUp, Outside, Rounded, Slide, Thin,
};
use crate::render::text::{Lang, Message, NAMED, names, region_names};

/// How many there are besides those that are named.
fn and_others(all: usize) -> String {
    match all.saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(", and {more} more"),
    }
}

/// The first of several regions, and how many more there are.
fn some(named: &[String], all: usize) -> String {
    let names = named.join(", ");
    match all.saturating_sub(named.len()) {
        0 => names,
        more => format!("{names} and {more} more"),
    }
}

fn outside(outside: &Outside) -> Message {
    let Outside { failed, incomplete, errors, warnings } = *outside;
    let parts = [
        (failed, "failures"),
        (incomplete, "not judged"),
        (errors, "errors"),
        (warnings, "warnings"),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, what)| format!("{what} {count}")).collect();
    let parts = parts.join(", ");
    Message::new(format!(
        "outside of what was asked for, not listed, and not in the exit code: {parts}"
    ))
}

pub(in crate::render::text) fn message(problem: &JudgementProblem) -> Message {
    use JudgementProblem as J;
    match problem {
        J::NothingJudged => Message::new("nothing was judged").help(
            "no data does not mean targets met; \
             check the files and --region, --indicator, --attribute",
        ),
        J::Outside(other) => outside(other),
        J::NoReference { indicator, region, year, reference } => Message::new(format!(
            "cannot judge \"{indicator}\" for {region} in {year}: \"{reference}\" is missing"
        ))
        .help(format!("send a row \"{reference}\" for this region and year")),
        J::NoBaseline { indicator, region, baseline_year, is_zero: true } => Message::new(format!(
            "\"{indicator}\" of {region} can't be judged: the value of {baseline_year} is 0, of \
             which there is no multiple"
        ))
        .help("check the value of the baseline year"),
        J::NoBaseline { indicator, region, baseline_year, is_zero: false } => {
            Message::new(format!(
                "\"{indicator}\" of {region} can't be judged: its target is a comparison with \
             {baseline_year}, and there is no value of that year"
            ))
            .help(format!("give the submission of {baseline_year} with --history"))
        }
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
            .help(
                "check the total and the years, and send them again; till then the row is invalid",
            )
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
            region_names(regions).join(", ")
        )),
        J::Slides { year, slides } => {
            let each = slides.iter().take(NAMED).map(|slide| {
                let Slide { indicator, region, before, now } = slide;
                let (indicator, region) = (&indicator.name, &region.name);
                format!("\"{indicator}\" of {region} {before} → {now}")
            });
            Message::new(format!(
                "met in {year}, but not as well as the year before: {}{}",
                each.collect::<Vec<_>>().join(", "),
                and_others(slides.len())
            ))
        }
        J::ThinHeadroom { year, thin } => {
            let each = thin.iter().take(NAMED).map(|thin| {
                let Thin { indicator, region, headroom } = thin;
                let (indicator, region) = (&indicator.name, &region.name);
                let left = match headroom {
                    Headroom::Count { left, unit } => format!("{left} {unit}"),
                    Headroom::Points(points) => format!("{points} pp"),
                };
                format!("\"{indicator}\" of {region} {left}")
            });
            Message::new(format!(
                "met in {year} with hardly anything to spare: {}{}",
                each.collect::<Vec<_>>().join(", "),
                and_others(thin.len())
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
        J::YearsBefore { years, first } => {
            let years: Vec<String> = years.iter().map(ToString::to_string).collect();
            Message::new(format!(
                "{} is before the plan's first year {first}: history, and not judged",
                years.join(", ")
            ))
        }
        J::HistoryAfter { year, last } => Message::new(format!(
            "--history holds {year}, which is after {last}, the year under check; it is not used"
        ))
        .help("--history is for the years before"),
        J::NoRollUp { indicators, year, reason, own, city } => {
            let why = match reason {
                NoRollUp::Growth => "growth rates cannot be combined".to_owned(),
                NoRollUp::ByRule => "the rules say not to combine the counties".to_owned(),
                NoRollUp::NoCounts { counties, all } => {
                    format!(
                        "only a rate, no numerator and denominator, from {}",
                        some(counties, *all)
                    )
                }
                NoRollUp::Incomplete { counties, all } => {
                    format!("no usable value from {}", some(counties, *all))
                }
                NoRollUp::TooLarge => "the sum has too many digits".to_owned(),
                NoRollUp::CityAlone => "it is judged of the city alone".to_owned(),
            };
            let then = if *own {
                format!("{city} is judged on its own figure")
            } else {
                format!("{city} has to send a row of its own, or is missing")
            };
            Message::new(format!(
                "\"{}\" in {year} can't be combined: {why}; {then}",
                names(indicators).join("\", \"")
            ))
        }
        J::WaiverDouble { indicator, region, year } => Message::new(format!(
            "\"{indicator}\" of {region} in {year} has another waiver; this one is not needed"
        ))
        .help("keep one waiver of a judgement"),
        J::TooManyVerdicts { regions, indicators, years, most } => Message::new(format!(
            "{years} years × {indicators} indicators × {regions} regions are more than {most} \
             verdicts; none was made"
        ))
        .help("check the years, or check one year at a time"),
        J::YearAfterPlan { year, target } => Message::new(format!(
            "{year} lies after the plan's target year {target}; judged against the target"
        ))
        .help("correct the year if it is a slip"),
        J::RoundingTurns { indicator, region, year, sent, exact } => Message::new(format!(
            "\"{indicator}\" for {region} in {year} is judged on {exact}; \
             the rounded {sent} would change the verdict"
        )),
        J::RoundingDoubts { indicator, region, year, sent, doubts, outcome, other } => {
            let doubts = doubts.iter().map(|doubt| {
                let Doubt { of, low, high } = doubt;
                let of = match of {
                    Rounded::Value => format!("{sent} is known to its last digit, and truly"),
                    Rounded::Baseline => {
                        "the baseline is known to its last digit, and truly".into()
                    }
                    Rounded::Reference => {
                        "the reference is known to its last digit, and truly".into()
                    }
                };
                format!("{of} from {low} to {high}")
            });
            Message::new(format!(
                "\"{indicator}\" for {region} in {year} is judged {}, but may be {}: {}",
                Lang::En.outcome(*outcome),
                Lang::En.outcome(*other),
                doubts.collect::<Vec<_>>().join("; ")
            ))
            .help("send numerator and denominator, or more digits")
        }
        J::OutOfScope { indicator, region } => Message::new(format!(
            "\"{indicator}\" is not judged for {region}; the row was not used"
        )),
    }
}
