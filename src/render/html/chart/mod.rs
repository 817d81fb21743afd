//! Drawings of an indicator: its path from the baseline to the target with the regions'
//! values on it, or, for many regions, a line for each.
//!
//! Nothing is said by colour alone: each region has its own shape and its name beside it,
//! and a shape is filled only where the requirement is met. Years that are not judged are
//! points of its line.

mod bars;
mod path;
mod scale;
mod strip;

use askama::Template;

use super::section::holds;
use super::text::{Typed, Verdict};
use crate::exact::Rational;
use crate::render::Lang;
use crate::render::numbers::{self, Numbers};
use crate::render::text::HtmlWords;
use crate::report::{Explanation, Report, Row};
use crate::term::{Against, Basis, Condition, Level, Year};
pub(super) use bars::Bars;
use path::PathChart;
use strip::Strip;

/// More regions than this have a line each.
const SHAPES: usize = 8;

/// A drawing.
#[derive(Debug)]
pub(super) enum Chart {
    /// Years across.
    Path(Box<PathChart>),
    /// Values across.
    Strip(Box<Strip>),
}

/// A drawing with what is said below it.
#[derive(Debug, Template)]
#[template(path = "figure.html")]
pub(super) struct Figure {
    pub(super) chart: Chart,
    pub(super) w: &'static HtmlWords,
    pub(super) lang: Lang,
}

/// What a drawing shows.
struct Facts<'r> {
    /// Which indicator, to name its parts.
    at: usize,
    title: String,
    unit: Typed<'r>,
    regions: Vec<Region<'r>>,
    baseline: Option<(Year, Rational, Typed<'r>)>,
    /// What the plan's path demands: the bounds of each year, in order.
    path: Vec<(Year, Vec<Rational>)>,
    target: Option<(Vec<Rational>, Typed<'r>)>,
    years: (Year, Year),
}

/// One region.
struct Region<'r> {
    name: Typed<'r>,
    /// It is the city, which stands out among the others.
    is_city: bool,
    /// Its values in years that are not judged.
    past: Vec<(Year, Rational, Typed<'r>)>,
    points: Vec<Point<'r>>,
}

/// One value.
struct Point<'r> {
    year: Year,
    value: Rational,
    text: Typed<'r>,
    verdict: Verdict,
    holds: bool,
    /// What the year demands of the region.
    required: Vec<Rational>,
}

impl Chart {
    /// The drawing of verdicts on an indicator; none where there is nothing to draw.
    pub(super) fn new<'r>(
        report: &'r Report,
        rule: Option<&'r Explanation>,
        at: usize,
        rows: &[Row<'r>],
        lang: Lang,
    ) -> Option<Self> {
        let facts = Facts::new(report, rule, at, rows, lang)?;
        if facts.regions.len() > SHAPES {
            Strip::new(&facts, report.indicators[at].measure.limits, lang)
                .map(|strip| Self::Strip(Box::new(strip)))
        } else {
            PathChart::new(&facts, report.indicators[at].measure.limits, lang)
                .map(|path| Self::Path(Box::new(path)))
        }
    }

    /// The drawing itself.
    pub(super) fn svg(&self) -> Result<String, askama::Error> {
        match self {
            Self::Path(path) => path.render(),
            Self::Strip(strip) => strip.render(),
        }
    }

    /// Where its axis begins, if not at 0.
    pub(super) fn begins(&self) -> Option<&str> {
        match self {
            Self::Path(path) => path.begins.as_deref(),
            Self::Strip(strip) => strip.begins.as_deref(),
        }
    }

    /// How to read it.
    pub(super) fn key(&self, lang: Lang) -> &'static str {
        match self {
            Self::Path(_) => lang.html_words().chart_key,
            Self::Strip(_) => lang.html_words().strip_key,
        }
    }
}

impl<'r> Facts<'r> {
    fn new(
        report: &'r Report,
        rule: Option<&'r Explanation>,
        at: usize,
        rows: &[Row<'r>],
        lang: Lang,
    ) -> Option<Self> {
        let indicator = &report.indicators[at];
        let unit = rows.first()?.unit();
        let said = lang.name(unit);
        // Rates beside indices have no axis together.
        if !indicator.measure.limits.are_numbers() || rows.iter().any(|row| row.unit() != unit) {
            return None;
        }
        let mut regions: Vec<(usize, Region<'r>)> = Vec::new();
        for row in rows {
            let Some(point) = point(row, lang) else { continue };
            // Regions are a few, or all different.
            let id = std::ptr::from_ref(row.region()).addr();
            match regions.last_mut().filter(|(there, _)| *there == id) {
                Some((_, region)) => region.points.push(point),
                None => {
                    let name = Typed::from(lang.name(&row.region().name));
                    let region = row.region();
                    let is_city = region.level <= Level::City && region.within.is_none();
                    let past = past(report, at, row, lang);
                    regions.push((id, Region { name, is_city, past, points: vec![point] }));
                }
            }
        }
        if regions.is_empty() {
            return None;
        }
        let is_index = rows.iter().any(Row::is_index);
        let rule = rule.filter(|_| !is_index);
        let to = report.plan.target_year;
        let from = indicator.baseline_year(&report.plan);
        let last = rows.iter().map(Row::year).max().unwrap_or(to).max(to);
        let baseline = rule.and_then(|rule| rule.indicator.baseline).map(|baseline| {
            let text = numbers::with_unit(&baseline.to_string(), said);
            (from, Rational::from(baseline), Typed::from(text))
        });
        let due = rule.and_then(|rule| rule.path.last()).and_then(|(_, due)| due.as_ref());
        let target = due.map(|due| {
            let written = numbers::bounds(&due.condition);
            (bounds(&due.condition), numbers::condition(&due.condition, &written, said).into())
        });
        Some(Self {
            at,
            title: lang.name(&indicator.name).to_owned(),
            unit: said.into(),
            regions: regions.into_iter().map(|(_, region)| region).collect(),
            baseline,
            path: rule
                .filter(|_| report.against == Against::Requirement)
                .map_or_else(Vec::new, path),
            target,
            years: (from.min(report.plan.baseline_year), last),
        })
    }

    /// What the drawing shows, in words for those who don't see the drawing.
    fn description(&self, lang: Lang) -> String {
        let w = lang.html_words();
        let plan = [
            self.baseline.as_ref().map(|(year, _, text)| (lang.year_of(*year, w.baseline), text)),
            self.target.as_ref().map(|(_, text)| (w.target.to_owned(), text)),
        ];
        let plan =
            plan.into_iter().flatten().map(|(word, text)| format!("{word} {}", text.plain()));
        let of_regions = self.regions.iter().flat_map(|region| {
            let name = region.name.plain();
            let past = region.past.iter().map(|(year, _, text)| (year, text, ""));
            let points = region.points.iter().map(|it| (&it.year, &it.text, it.verdict.word));
            let told = past.chain(points).map(move |(year, text, verdict)| {
                format!("{name} {year} {} {verdict}", text.plain()).trim_end().to_owned()
            });
            told.collect::<Vec<_>>()
        });
        let told: Vec<String> = plan.chain(of_regions).collect();
        format!("{}{}{}", self.title, lang.words().colon, told.join(lang.ci_words().clause))
    }

    /// Every number that has to be on the axis of values.
    fn numbers(&self) -> impl Iterator<Item = &Rational> + Clone {
        let points = self.regions.iter().flat_map(|region| &region.points);
        let of_points =
            points.flat_map(|point| std::iter::once(&point.value).chain(&point.required));
        let past = self.regions.iter().flat_map(|region| &region.past).map(|(_, value, _)| value);
        let of_plan = self.path.iter().flat_map(|(_, bounds)| bounds);
        let of_target = self.target.iter().flat_map(|(bounds, _)| bounds);
        let baseline = self.baseline.iter().map(|(_, value, _)| value);
        of_points.chain(past).chain(of_plan).chain(of_target).chain(baseline)
    }
}

/// The values of a verdict's region in the years that are not judged, where they have an axis
/// together.
fn past<'r>(
    report: &'r Report,
    at: usize,
    of: &Row<'r>,
    lang: Lang,
) -> Vec<(Year, Rational, Typed<'r>)> {
    let base = of.indicator().baseline_year(&report.plan).min(report.plan.baseline_year);
    let rows = report.past_rows(at, of.region_id()).into_iter();
    let rows = rows.filter(|row| row.unit() == of.unit() && row.year() >= base);
    let value = |row: Row<'r>| {
        let text = numbers::value(&row, &Numbers::of(&row), lang)?;
        Some((row.year(), row.value()?, text.into()))
    };
    rows.filter_map(value).collect()
}

fn bounds(condition: &Condition) -> Vec<Rational> {
    condition.bounds().cloned().collect()
}

fn point<'r>(row: &Row<'r>, lang: Lang) -> Option<Point<'r>> {
    let value = row.value()?;
    let text = numbers::value(row, &Numbers::of(row), lang)?;
    Some(Point {
        year: row.year(),
        value,
        text: text.into(),
        verdict: Verdict::new(row.outcome(), lang),
        holds: holds(row),
        required: row.requirement().map_or_else(Vec::new, |it| bounds(&it.condition)),
    })
}

/// What the plan demands of each year, from where its straight line begins.
fn path(rule: &Explanation) -> Vec<(Year, Vec<Rational>)> {
    let mut path: Vec<(Year, Vec<Rational>)> = Vec::new();
    for (year, requirement) in &rule.path {
        let Some(requirement) = requirement else { continue };
        let bounds = bounds(&requirement.condition);
        if path.is_empty()
            && matches!(requirement.basis, Basis::Pace | Basis::Milestone)
            && let (Some((from, start)), 1) = (&rule.start, bounds.len())
        {
            path.push((*from, vec![start.clone()]));
        }
        path.push((*year, bounds));
    }
    path
}
