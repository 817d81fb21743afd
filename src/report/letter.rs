//! 反馈函: what one region is told of a run, and nothing of another.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Reason, Report, Row};
use crate::diagnostic::{Audit, Diagnostic, Headroom, JudgementProblem, More, Problem, Severity};
use crate::source::Place;
use crate::term::{Date, Level, Named, Region, RegionId, RegionNames, Standing, whole};

/// Who writes, and what by.
#[derive(Debug, Clone, Default)]
pub struct Sending {
    /// Who sends the letters; none where only the city is known.
    pub sender: Option<String>,
    /// By when what is lacking is to be sent again.
    pub due: Option<Date>,
}

/// What a letter asks of its region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// To correct or complete what was sent, and send it again.
    Again,
    /// To explain what stands out, or correct it.
    Explanation,
    /// Nothing.
    Nothing,
}

/// What one finding asks of the region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Concern {
    Asked,
    Noted,
    Settled,
}

/// The letters of a run.
#[derive(Debug)]
pub struct Letters<'r> {
    /// A letter for each region below the city that has verdicts or findings.
    pub letters: Vec<Letter<'r>>,
    /// Findings of which it can't be told whom to write, and those of the city.
    pub unaddressed: Vec<Diagnostic>,
}

/// What one region is told.
#[derive(Debug)]
pub struct Letter<'r> {
    /// The report that it is of.
    pub report: &'r Report,
    /// To whom.
    pub region: RegionId,
    /// From whom, if that is known.
    pub sender: Option<&'r str>,
    /// The city, which sends it where nobody else is named.
    pub city: Option<&'r Named>,
    /// By when what is lacking is to be sent again, if a day was set.
    pub due: Option<Date>,
    /// Whether the figures of the run say that they are made up.
    pub is_sample: bool,
    /// What is wrong with its figures, errors first; each place is within the file alone.
    pub findings: Vec<Diagnostic>,
    /// How many of these tell of others, and are not told in so many words.
    pub withheld: u64,
    /// What was noticed of its figures, and asks for nothing: a fall of what holds.
    pub notes: Vec<Diagnostic>,
    /// How many findings are settled, and ask for nothing: those that are explained already, and
    /// those of years before.
    pub settled: u64,
    /// What falls short: binding first, then the worst.
    pub short: Vec<Row<'r>>,
    /// What holds with hardly anything to spare.
    pub thin: Vec<(Row<'r>, Headroom)>,
    /// What is due and could not be judged.
    pub open: Vec<Row<'r>>,
    names: &'r RegionNames,
}

impl Report {
    /// A letter for each region; `names` are those of the plan.
    ///
    /// # Errors
    /// How many they would be, if that is more than `most`: then none is made.
    pub fn letters<'r>(
        &'r self,
        names: &'r RegionNames,
        sending: &'r Sending,
        most: usize,
    ) -> Result<Letters<'r>, usize> {
        let mut findings: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
        let mut unaddressed = Vec::new();
        for (key, found) in self.diagnostics.iter().flat_map(addressed) {
            match key {
                Some(key) => findings.entry(key).or_default().push(found),
                None => unaddressed.push(found),
            }
        }
        let whole = whole(&self.regions);
        let name = |id: RegionId| self.regions.get(id.index()).map(|region| &region.name);
        let is_sample = self.is_sample();
        let mut addressees = Vec::new();
        for (id, region) in (0..).map(RegionId).zip(self.regions.iter()) {
            let found = findings.remove(region.key()).unwrap_or_default();
            if whole == Some(id) || !self.selection.takes_region(region.key(), region.level) {
                unaddressed.extend(found);
            } else if !found.is_empty() || self.rows_of(id).next().is_some() {
                addressees.push((id, region, found));
            }
        }
        if addressees.len() > most {
            return Err(addressees.len());
        }
        let mut letters = Vec::with_capacity(addressees.len());
        for (id, region, found) in addressees {
            // A county sends to the city that it lies in, an area to the whole.
            let outer = region.within.filter(|_| region.level != Level::Area).or(whole);
            let empty = Letter {
                report: self,
                region: id,
                sender: sending.sender.as_deref(),
                city: outer.and_then(name),
                due: sending.due,
                is_sample,
                findings: Vec::new(),
                withheld: 0,
                notes: Vec::new(),
                settled: 0,
                short: Vec::new(),
                thin: Vec::new(),
                open: Vec::new(),
                names,
            };
            letters.push(empty.with(self.rows_of(id)).finding(found));
        }
        Ok(Letters { letters, unaddressed })
    }

    /// The verdicts on a region.
    fn rows_of(&self, id: RegionId) -> impl Iterator<Item = Row<'_>> {
        self.columns.iter().filter_map(move |column| self.row(column, id))
    }
}

/// Whose figures a finding is about, by the region's key; of one that is about several each
/// has a part. What can't be told has no key.
fn addressed(found: &Diagnostic) -> Vec<(Option<String>, Diagnostic)> {
    use JudgementProblem as J;
    let part = |problem: Problem| Diagnostic { problem, ..found.clone() };
    match &found.problem {
        Problem::More(More { code, severity, counts }) => {
            let mut of: BTreeMap<Option<String>, BTreeMap<_, u64>> = BTreeMap::new();
            for (subject, count) in counts {
                let key = subject.region.as_ref().map(|region| region.key().to_owned());
                of.entry(key).or_default().insert(subject.clone(), *count);
            }
            let more = |counts| Problem::More(More { code, severity: *severity, counts });
            of.into_iter().map(|(key, counts)| (key, part(more(counts)))).collect()
        }
        Problem::Judgement(J::Slides { year, slides }) => slides
            .iter()
            .map(|slide| {
                let slides = vec![slide.clone()];
                let key = Some(slide.region.key().to_owned());
                (key, part(J::Slides { year: *year, slides }.into()))
            })
            .collect(),
        // Each letter has a list of its own.
        Problem::Judgement(J::ThinHeadroom { .. }) => Vec::new(),
        Problem::Judgement(J::GrowthIndexed { indicator, year, baseline_year, regions }) => regions
            .iter()
            .map(|region| {
                let problem = J::GrowthIndexed {
                    indicator: indicator.clone(),
                    year: *year,
                    baseline_year: *baseline_year,
                    regions: vec![region.clone()],
                };
                (Some(region.key().to_owned()), part(problem.into()))
            })
            .collect(),
        Problem::Judgement(_)
        | Problem::Rest(_)
        | Problem::Division(_)
        | Problem::Key(_)
        | Problem::Target(_)
        | Problem::Applies(_)
        | Problem::Plan(_)
        | Problem::Lint(_)
        | Problem::Submission(_)
        | Problem::Input(_)
        | Problem::Output(_)
        | Problem::Comparison(_)
        | Problem::Audit(_) => {
            let region = found.subject.as_deref().and_then(|subject| subject.region.as_ref());
            vec![(region.map(|region| region.key().to_owned()), found.clone())]
        }
    }
}

impl<'r> Letter<'r> {
    /// With the verdicts on the region.
    fn with(mut self, rows: impl Iterator<Item = Row<'r>>) -> Self {
        for row in rows {
            match row.outcome().standing() {
                Standing::Fail => self.short.push(row),
                Standing::Incomplete => self.open.push(row),
                Standing::Pass => self.thin.extend(row.headroom().map(|left| (row, left))),
                Standing::Neutral => {}
            }
        }
        self.short.sort_by_cached_key(|row| (row.indicator().attribute, row.relative_margin()));
        self
    }

    /// With what is wrong with its figures.
    fn finding(mut self, found: Vec<Diagnostic>) -> Self {
        for found in found {
            let concern = self.concern(&found);
            if concern == Concern::Settled {
                self.settled += found.count();
                continue;
            }
            if found.texts().any(|text| self.names_another(&text)) {
                self.withheld += found.count();
            }
            let file = found.place.as_ref().map(|place| &place.file);
            let related = found.related.iter().filter(|place| Some(&place.file) == file);
            let related = related.map(|place| self.within(place)).collect();
            let place = found.place.as_ref().map(|place| self.within(place));
            let found = Diagnostic { place, related, rule: None, ..found };
            match concern {
                Concern::Asked => self.findings.push(found),
                Concern::Noted | Concern::Settled => self.notes.push(found),
            }
        }
        self.findings.sort_by_key(Diagnostic::severity);
        self
    }

    /// What a finding asks of the region.
    fn concern(&self, found: &Diagnostic) -> Concern {
        let of_before =
            |place: &Place| self.report.history.iter().any(|input| *input.name == *place.file);
        let is_audit = match &found.problem {
            Problem::Audit(_) => true,
            Problem::More(more) => Audit::of_code(more.code).is_some(),
            Problem::Judgement(_)
            | Problem::Rest(_)
            | Problem::Division(_)
            | Problem::Key(_)
            | Problem::Target(_)
            | Problem::Applies(_)
            | Problem::Plan(_)
            | Problem::Lint(_)
            | Problem::Submission(_)
            | Problem::Input(_)
            | Problem::Output(_)
            | Problem::Comparison(_) => false,
        };
        match found.severity() {
            Severity::Error => Concern::Asked,
            Severity::Warning | Severity::Note if found.place.as_ref().is_some_and(of_before) => {
                Concern::Settled
            }
            Severity::Warning => Concern::Asked,
            // Of an audit that is what is explained.
            Severity::Note if is_audit => Concern::Settled,
            Severity::Note => Concern::Noted,
        }
    }

    /// To whom it is.
    pub fn to(&self) -> &'r Region {
        &self.report.regions[self.region.index()]
    }

    /// Whether a text tells of a region beside this one and what it lies in.
    pub fn names_another(&self, text: &str) -> bool {
        self.names.names_another(text, self.region)
    }

    /// Where something stands in a file, of which only the name is told: folders, and tables
    /// of others, are none of the region's business.
    fn within(&self, place: &Place) -> Place {
        let name = self.file(&place.file);
        let mut place = Place { file: name, ..place.clone() };
        if let Some(line) = &mut place.line {
            line.text = Box::default();
            line.span = 0..0;
            line.column = line.column.take().map(|column| match self.names_another(&column) {
                true => column.rsplit_once('!').map_or("", |(_, cell)| cell).into(),
                false => column,
            });
        }
        place
    }

    /// The name of a file, without its folders; blank where it is that of another region.
    fn file(&self, path: &str) -> Arc<str> {
        let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
        if self.names_another(name) { Arc::default() } else { name.into() }
    }

    /// Why something could not be judged, as far as that is the region's own business: what
    /// may as well be in a row of others was not sent.
    pub fn reason(&self, row: &Row<'r>) -> Option<Reason<'r>> {
        let is_own = |found: &Diagnostic| {
            let region = found.subject.as_deref().and_then(|subject| subject.region.as_ref());
            region.is_some_and(|region| region.key() == self.to().key())
        };
        Some(match row.reason()? {
            Reason::Silent | Reason::Unsent => Reason::Unsent,
            Reason::Perhaps(found) if !is_own(found) => Reason::Unsent,
            reason
            @ (Reason::Found(_) | Reason::Perhaps(_) | Reason::Marked(_) | Reason::Blank) => reason,
        })
    }

    /// What it asks of the region.
    pub fn asks(&self) -> Asks {
        let is_error = |found: &Diagnostic| found.severity() == Severity::Error;
        if !self.open.is_empty() || self.findings.iter().any(is_error) {
            Asks::Again
        } else if !self.findings.is_empty() {
            Asks::Explanation
        } else {
            Asks::Nothing
        }
    }
}
