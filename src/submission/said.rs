//! Whose figures a table holds, and of which year: what its title, its sheet, its file and
//! the command line say, held together.

use super::file::File;
use super::layout::{Kind, SaidPeriod, SaidRegion, Section, Words};
use super::rows::Context;
use crate::diagnostic::{RegionSource, SubmissionProblem, YearSource};
use crate::source::Place;
use crate::term::{Layout, RegionId, Year};
use crate::text::{Date, Part};

/// Why a section can't be read, and where that is said.
type Fault = Box<(SubmissionProblem, Option<Place>)>;

fn fault(problem: SubmissionProblem, place: Option<Place>) -> Fault {
    Box::new((problem, place))
}

/// What a section, its sheet and its file say of its rows. Two that say it differently are
/// an error.
pub(super) fn context<'v>(file: &File<'_, 'v>, section: &Section) -> Result<Context<'v>, Fault> {
    let mut context = file.context().map_err(|problem| fault(problem, None))?;
    // What the name of a sheet says of it no title on it takes back.
    let of_sheet = section.grid.sheet.as_deref();
    let of_sheet = of_sheet.and_then(|sheet| Kind::of_title(sheet, file.vocabulary));
    let kinds = [of_sheet.as_ref(), section.title.kind.as_ref()];
    let tells = section.table.tells_results;
    if let Some(text) = kinds.into_iter().flatten().find_map(|kind| kind.refuses(tells)) {
        return Err(fault(SubmissionProblem::NotResults { text: text.to_owned() }, None));
    }
    if let Some((cell, place)) = &section.title.failed
        && let Some(problem) = cell.content.fault(&cell.text)
    {
        return Err(fault(problem, Some(place.clone())));
    }
    if let Some(text) = &section.title.part {
        return Err(fault(SubmissionProblem::PartOfYear { text: text.clone() }, None));
    }
    if let Some(Words { words, text }) = section.title.scope.unclear.clone() {
        return Err(fault(SubmissionProblem::TitleUnclear { words, text }, None));
    }
    context.scope.add(section.title.scope.clone());
    context.notes.clone_from(&section.title.notes);
    context.pairs.clone_from(&section.title.pairs);
    context.year = year(file, section, context.year)?;
    // What was written before a year was over can't be all of it.
    let is_early = |day: &&Date| context.is_of(day.year()) && day.month() < 12;
    if let Some(day) = section.title.days.iter().find(is_early) {
        return Err(fault(SubmissionProblem::PartOfYear { text: day.to_string() }, None));
    }
    let has_years = section.table.year.is_some()
        || section.table.groups.iter().all(|group| group.year.is_some());
    if !has_years && context.year.is_none() {
        return Err(fault(SubmissionProblem::NoYear, None));
    }
    context.region = region(file, section, context.region)?;
    if section.table.layout == Layout::OneRegion && context.region.is_none() {
        return Err(fault(SubmissionProblem::NoRegion, None));
    }
    // Where no row says whose its figure is, a form of the province may have the province's.
    if let Some(Words { words, text }) = context.scope.of_form.clone()
        && section.table.layout == Layout::OneRegion
    {
        return Err(fault(SubmissionProblem::TitleUnclear { words, text }, None));
    }
    Ok(context)
}

/// The one year that is said of a section.
fn year(
    file: &File<'_, '_>,
    section: &Section,
    of_file: Option<(Year, YearSource)>,
) -> Result<Option<(Year, YearSource)>, Fault> {
    let table = &section.table;
    let of_headings = table.periods.iter().map(|(at, period)| SaidPeriod {
        period: *period,
        source: YearSource::Heading,
        place: Some(section.grid.place(file.name, table.head.0, *at, &table.headings[*at])),
    });
    let said: Vec<SaidPeriod> = section.title.periods.iter().cloned().chain(of_headings).collect();
    let mut year = of_file;
    // A title over columns of several years may name them all.
    let columns =
        |year: Year| table.groups.iter().any(|group| group.year.is_some_and(|(y, _)| y == year));
    for SaidPeriod { period, source, place } in said {
        if period.part == Part::Partial {
            let line = place.as_ref().and_then(|place| place.line.as_ref());
            let sheet = || section.grid.sheet.as_deref().unwrap_or_default().to_owned();
            let text = line.map_or_else(sheet, |line| line.text.to_string());
            return Err(fault(SubmissionProblem::PartOfYear { text }, place));
        }
        let one = (period.year, source);
        match year {
            Some(other) if other.0 != one.0 && columns(one.0) && columns(other.0) => {}
            Some(other) if other.0 != one.0 => {
                return Err(fault(SubmissionProblem::YearsDisagree { one, other }, place));
            }
            Some(_) => {}
            None => year = Some(one),
        }
        file.check_year(Some(one.0)).map_err(|problem| fault(problem, place))?;
    }
    let is_plan = |first: Year, last: Year| first % 5 == 1 && last == first + 4;
    let has_years = table.year.is_some() || table.groups.iter().all(|group| group.year.is_some());
    let is_result = |(first, last): (Year, Year)| {
        !has_years && !is_plan(first, last) && year.is_some_and(|(year, _)| last <= year)
    };
    let mut spans = section.title.spans.iter();
    match spans.find(|(first, last, _)| is_result((*first, *last))) {
        Some((.., text)) => {
            let (words, text) = (text.clone(), text.clone());
            Err(fault(SubmissionProblem::TitleUnclear { words, text }, None))
        }
        None => Ok(year),
    }
}

/// The one region that is said to have sent a section.
fn region(
    file: &File<'_, '_>,
    section: &Section,
    of_file: Option<(RegionId, RegionSource)>,
) -> Result<Option<(RegionId, RegionSource)>, Fault> {
    let is_of_one = section.table.layout == Layout::OneRegion;
    let name = file.name.rsplit(['/', '\\']).next().unwrap_or(file.name);
    let several = || file.vocabulary.names_several(name).then(|| name.to_owned());
    let several = section.title.several.clone().or_else(several);
    if let Some(text) = several.filter(|_| is_of_one) {
        let words = text.clone();
        return Err(fault(SubmissionProblem::TitleUnclear { words, text }, None));
    }
    let of_file = of_file.into_iter().map(|(region, source)| SaidRegion { region, source });
    let said = of_file.chain(section.title.regions.iter().cloned());
    let mut sender: Option<SaidRegion> = None;
    for one in said {
        // The city sends what its counties sent: of their rows it is not said who they are.
        if !is_of_one && file.vocabulary.is_city(one.region) {
            continue;
        }
        match &sender {
            None => sender = Some(one),
            Some(other) if file.vocabulary.lies_in(one.region, other.region) => sender = Some(one),
            Some(other) if file.vocabulary.lies_in(other.region, one.region) => {}
            Some(other) => {
                let named = |said: &SaidRegion| (file.vocabulary.name(said.region), said.source);
                let problem =
                    SubmissionProblem::SendersDisagree { one: named(&one), other: named(other) };
                return Err(fault(problem, None));
            }
        }
    }
    Ok(sender.map(|said| (said.region, said.source)))
}
