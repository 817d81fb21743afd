//! What is said of all of a table: its sender, its year, its unit, of what kind it is.

use super::heads::heads;
use super::note::Note;
use super::pair::Pair;
use super::spoken::{Speaks, speaks};
use super::understood::Scope;
use crate::diagnostic::{RegionSource, YearSource};
use crate::source::Place;
use crate::submission::Vocabulary;
use crate::submission::grid::GridCell;
use crate::term::{RegionId, SeriesId, Year};
use crate::text::{self, Date, Period};

/// A year or a part of one that is said of a table, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::submission) struct SaidPeriod {
    pub(in crate::submission) period: Period,
    pub(in crate::submission) source: YearSource,
    pub(in crate::submission) place: Option<Place>,
}

/// A region that is said to have sent a table, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::submission) struct SaidRegion {
    pub(in crate::submission) region: RegionId,
    pub(in crate::submission) source: RegionSource,
}

/// What kind of figures a table is said to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::submission) enum Kind {
    Results,
    /// Targets, or those of another time, and the text that says so.
    Others(String),
    /// None at all, and the text that says so.
    Never(String),
}

impl Kind {
    /// What a title, or the name of a sheet or file, says.
    pub(in crate::submission) fn of_title(text: &str, vocabulary: &Vocabulary<'_>) -> Option<Self> {
        let folded = text::fold(text);
        let is_of_others =
            text::is_of_several_years(text) || is_of_earlier_plan(&folded, vocabulary);
        let of_others = is_of_others.then_some(Speaks::OfOthers);
        Some(match speaks(&folded).max(heads(&folded)).max(of_others)? {
            Speaks::OfResults => Self::Results,
            Speaks::OfOthers => Self::Others(text.to_owned()),
            Speaks::Never => Self::Never(text.to_owned()),
        })
    }

    /// The text by which what stands in a table is no result of the year; `tells` says
    /// whether its headings tell results from all else.
    pub(in crate::submission) fn refuses(&self, tells: bool) -> Option<&str> {
        match self {
            Self::Results => None,
            Self::Others(text) => Some(&**text).filter(|_| !tells),
            Self::Never(text) => Some(text),
        }
    }

    /// Of what two cells of a row say the one that lets less be judged.
    pub(super) fn stricter(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        let rank = |kind: &Option<Self>| match kind {
            None => 0,
            Some(Self::Results) => 1,
            Some(Self::Others(_)) => 2,
            Some(Self::Never(_)) => 3,
        };
        if rank(&other) > rank(&one) { other } else { one }
    }

    /// Whether no further row takes it back: that figures are no results, or of else by a word that
    /// stands alone (目标值). A title may go on in the next row: 目标任务 and 完成情况.
    fn stands(&self) -> bool {
        const MOST: usize = 6;
        match self {
            Self::Results => false,
            Self::Others(text) => text.chars().nth(MOST).is_none(),
            Self::Never(_) => true,
        }
    }

    /// What the name of a file says.
    pub(in crate::submission) fn of_name(path: &str, vocabulary: &Vocabulary<'_>) -> Option<Self> {
        let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
        Self::of_title(file.rsplit_once('.').map_or(file, |(stem, _)| stem), vocabulary)
    }
}

/// Whether a text names five-year plans that all ended before the plan began.
fn is_of_earlier_plan(text: &str, vocabulary: &Vocabulary<'_>) -> bool {
    let mut plans = text::five_year_plans(text).peekable();
    plans.peek().is_some() && plans.all(|(_, last)| last <= vocabulary.baseline_year)
}

/// What is said of all of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::submission) struct Title {
    pub(in crate::submission) periods: Vec<SaidPeriod>,
    /// Stretches of years that it is said to be of, and the text that says so.
    pub(in crate::submission) spans: Vec<(Year, Year, String)>,
    pub(in crate::submission) regions: Vec<SaidRegion>,
    pub(in crate::submission) series: Option<SeriesId>,
    /// What kind of figures it holds.
    pub(in crate::submission) kind: Option<Kind>,
    /// The text by which it is of a part of a year that it does not name: 1—6月.
    pub(in crate::submission) part: Option<String>,
    /// Whose figures they are not, or of what alone.
    pub(in crate::submission) scope: Scope,
    /// 单位：…, one or several.
    pub(in crate::submission) units: Option<(Vec<String>, Place)>,
    /// What is noted of some of its figures.
    pub(in crate::submission) notes: Vec<Note>,
    /// What is said of all of its figures as a column beside them would: 倍数：1000.
    pub(in crate::submission) pairs: Vec<Pair>,
    /// Days that are written on it.
    pub(in crate::submission) days: Vec<Date>,
    /// The text by which it is of several counties at once.
    pub(in crate::submission) several: Option<String>,
    /// A cell of which it is not known what it says: a formula without a result.
    pub(in crate::submission) failed: Option<(GridCell, Place)>,
}

/// How many notes are held against every figure; of a table with more none is read.
const MOST_NOTES: usize = 1_000;
/// The same of what is said as of a column.
const MOST_PAIRS: usize = 100;

impl Title {
    /// Whether nothing is said.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Adds what a further row or name says of the same table.
    pub(in crate::submission) fn add(&mut self, other: Self) {
        // What is said over and over is kept once.
        for said in other.periods {
            let is_same = |had: &SaidPeriod| (had.period, had.source) == (said.period, said.source);
            if !self.periods.iter().any(is_same) {
                self.periods.push(said);
            }
        }
        for span in other.spans {
            if !self.spans.contains(&span) {
                self.spans.push(span);
            }
        }
        for said in other.regions {
            if !self.regions.contains(&said) {
                self.regions.push(said);
            }
        }
        self.series = other.series.or(self.series);
        let before = self.kind.take();
        self.kind =
            if before.as_ref().is_some_and(Kind::stands) { before } else { other.kind.or(before) };
        self.part = self.part.take().or(other.part);
        self.scope.add(other.scope);
        self.units = other.units.or_else(|| self.units.take());
        for note in other.notes {
            if self.notes.len() == MOST_NOTES {
                self.kind = Some(Kind::Never(note.text));
                break;
            }
            if !self.notes.iter().any(|own| own.repeats(&note)) {
                self.notes.push(note);
            }
        }
        for pair in other.pairs {
            if self.pairs.len() == MOST_PAIRS {
                self.kind = Some(Kind::Never(pair.value));
                break;
            }
            let is_same = |had: &Pair| (&had.label, &had.value) == (&pair.label, &pair.value);
            if !self.pairs.iter().any(is_same) {
                self.pairs.push(pair);
            }
        }
        for day in other.days {
            // Of one year the first is enough.
            if self.days.iter().all(|had| had.year() != day.year() || had > &day) {
                self.days.retain(|had| had.year() != day.year());
                self.days.push(day);
            }
        }
        self.several = other.several.or_else(|| self.several.take());
        self.failed = self.failed.take().or(other.failed);
    }

    /// What is said of a table further down: what is not said anew holds on.
    pub(super) fn followed_by(&self, later: &Self) -> Self {
        let sheet = |said: &SaidPeriod| said.source == YearSource::Sheet;
        let of_sheet = |said: &SaidRegion| said.source == RegionSource::Sheet;
        let kept = |said: &&SaidPeriod| later.periods.is_empty() || sheet(said);
        let kept_region = |said: &&SaidRegion| later.regions.is_empty() || of_sheet(said);
        let regions = self.regions.iter().filter(kept_region).chain(&later.regions);
        let mut scope = self.scope.clone();
        scope.add(later.scope.clone());
        Self {
            scope,
            periods: self.periods.iter().filter(kept).chain(&later.periods).cloned().collect(),
            spans: if later.spans.is_empty() { &self.spans } else { &later.spans }.clone(),
            regions: regions.cloned().collect(),
            series: later.series.or(self.series),
            kind: later.kind.clone().or_else(|| self.kind.clone()),
            part: later.part.clone().or_else(|| self.part.clone()),
            units: later.units.clone().or_else(|| self.units.clone()),
            notes: self.notes.iter().chain(&later.notes).cloned().collect(),
            pairs: self.pairs.iter().chain(&later.pairs).cloned().collect(),
            days: self.days.iter().chain(&later.days).copied().collect(),
            several: later.several.clone().or_else(|| self.several.clone()),
            failed: later.failed.clone().or_else(|| self.failed.clone()),
        }
    }
}
