//! Years across, values up: the path from the baseline to the target, and the regions'
//! values on it.

use askama::Template;
use unicode_width::UnicodeWidthStr;

use super::scale::{Scale, Tenths, apart, px, short};
use super::{Facts, Point};
use crate::exact::Rational;
use crate::render::Lang;
use crate::term::{Limits, Year};

/// Everything below is in tenths.
const TOP: Tenths = 260;
const BOTTOM: Tenths = 2100;
const RIGHT: Tenths = 2980;
/// The labels beside it.
const LABELS: Tenths = 3200;
const LABEL_GAP: Tenths = 170;
/// How far two regions' shapes of one year are apart at most; and where there are lines.
const ASIDE: Tenths = 105;
const ASIDE_OF_LINES: Tenths = 45;
/// A value with more columns stands in the table alone.
const VALUE: usize = 12;

/// The drawing.
#[derive(Debug, Template)]
#[template(path = "path.svg")]
pub(in crate::render::html) struct PathChart {
    at: usize,
    pub(super) begins: Option<String>,
    description: String,
    unit: String,
    left: String,
    right: String,
    bottom: String,
    /// Place and text of the numbers on the axes.
    values: Vec<(String, String)>,
    years: Vec<(String, Year)>,
    /// The plan's path: a line for each of its bounds.
    path: Vec<String>,
    targets: Vec<String>,
    /// Where its words stand, and what they say.
    target: Option<(String, String)>,
    /// Where it is, how far below it its words stand, and what they say in two lines.
    baseline: Option<(String, String, i8, [String; 2])>,
    regions: Vec<Mark>,
}

/// A region on the drawing.
#[derive(Debug)]
struct Mark {
    shape: usize,
    is_city: bool,
    /// The line through its years.
    line: Option<String>,
    /// Where its values of other years are.
    past: Vec<(String, String)>,
    /// Where its values are, and whether what was required holds.
    points: Vec<(String, String, bool)>,
    /// The line from its last value to its label.
    leader: String,
    /// Its own requirements: from, to, and the height.
    own: Vec<(String, String, String)>,
    label: String,
    name: String,
    value: String,
    holds: bool,
}

/// Where things are.
struct Places {
    scale: Scale,
    left: Tenths,
    years: (Year, Year),
    regions: usize,
    aside: Tenths,
}

impl PathChart {
    pub(super) fn new(facts: &Facts<'_>, limits: Limits, lang: Lang) -> Option<Self> {
        let scale = Scale::new(facts.numbers(), limits, (BOTTOM, TOP))?;
        let ticks = scale.ticks();
        let widest = ticks.iter().map(|(_, text)| text.width()).max().unwrap_or(0);
        let left = (widest as Tenths * 70 + 120).min(1200);
        let has_lines = facts.regions.iter().any(|it| it.past.len() + it.points.len() > 1);
        let aside = if has_lines { ASIDE_OF_LINES } else { ASIDE };
        let places =
            Places { scale, left, years: facts.years, regions: facts.regions.len(), aside };
        let bounds = facts.path.iter().map(|(_, bounds)| bounds.len()).max().unwrap_or(0);
        let mut regions: Vec<Mark> =
            (0..facts.regions.len()).map(|at| places.mark(facts, at)).collect();
        label(&places, facts, &mut regions);
        let at = |value: &Rational| px(places.scale.at(value));
        let (targets, target) = match &facts.target {
            None => (Vec::new(), None),
            Some((bounds, text)) => {
                let lines: Vec<String> = bounds.iter().map(at).collect();
                let top = bounds.iter().map(|bound| places.scale.at(bound)).min();
                let words = format!("{} {}", lang.html_words().target, text.plain());
                (lines, top.map(|top| (px(top - 45), words)))
            }
        };
        Some(Self {
            at: facts.at,
            begins: places.scale.begins(),
            description: facts.description(lang),
            unit: short(&facts.unit.plain(), 12),
            left: px(left),
            right: px(RIGHT),
            bottom: px(BOTTOM),
            values: ticks.into_iter().map(|(place, text)| (px(place), text)).collect(),
            years: places.year_ticks(),
            path: (0..bounds).map(|bound| places.path(facts, bound)).collect(),
            targets,
            target,
            baseline: facts.baseline.as_ref().map(|(year, value, text)| {
                let (x, y) = (places.year(*year), places.scale.at(value));
                // Not among the years below the axis.
                let below = if y > BOTTOM - 350 { -21 } else { 16 };
                let word = lang.html_words().baseline.to_owned();
                (px(x), px(y), below, [word, text.plain().into_owned()])
            }),
            regions,
        })
    }
}

impl Places {
    fn year(&self, year: Year) -> Tenths {
        let (from, to) = self.years;
        let span = Tenths::from(to.saturating_sub(from)).max(1);
        let (first, last) = (self.left + 200, RIGHT - 200);
        first + (last - first) * Tenths::from(year.saturating_sub(from)) / span
    }

    /// All years if there is room, else some.
    fn year_ticks(&self) -> Vec<(String, Year)> {
        let (from, to) = self.years;
        let step = usize::from(to.saturating_sub(from).div_ceil(6).max(1));
        (from..=to).step_by(step).map(|year| (px(self.year(year)), year)).collect()
    }

    /// Regions stand side by side, so that no shape hides another.
    fn aside(&self, region: usize) -> Tenths {
        let (from, to) = self.years;
        let spacing = self.year(from.saturating_add(1).min(to)) - self.year(from);
        let regions = self.regions as Tenths;
        let aside = (spacing * 9 / 10 / regions.max(1)).min(self.aside);
        region as Tenths * aside - (regions - 1) * aside / 2
    }

    fn path(&self, facts: &Facts<'_>, bound: usize) -> String {
        let points = facts.path.iter().filter_map(|(year, bounds)| {
            let bound = bounds.get(bound)?;
            Some(format!("{},{}", px(self.year(*year)), px(self.scale.at(bound))))
        });
        points.collect::<Vec<_>>().join(" ")
    }

    fn mark(&self, facts: &Facts<'_>, at: usize) -> Mark {
        let region = &facts.regions[at];
        let place =
            |year: Year, value: &Rational| (self.year(year) + self.aside(at), self.scale.at(value));
        let is_own = |point: &&Point<'_>| {
            let of_plan = facts.path.iter().find(|(year, _)| *year == point.year);
            of_plan.is_none_or(|(_, bounds)| *bounds != point.required)
        };
        let own = region.points.iter().filter(is_own).flat_map(|point| {
            let (x, _) = place(point.year, &point.value);
            let bar = move |bound| (px(x - 50), px(x + 50), px(self.scale.at(bound)));
            point.required.iter().map(bar)
        });
        let points: Vec<_> =
            region.points.iter().map(|it| (place(it.year, &it.value), it)).collect();
        let past: Vec<_> = region.past.iter().map(|(year, value, _)| place(*year, value)).collect();
        let mut way: Vec<_> = points.iter().map(|(place, _)| *place).chain(past.clone()).collect();
        way.sort_unstable();
        let line = way.iter().map(|(x, y)| format!("{},{}", px(*x), px(*y)));
        let line = (way.len() > 1).then(|| line.collect::<Vec<_>>().join(" "));
        let last = points.last();
        let text = last.map(|(_, point)| point.text.plain()).unwrap_or_default();
        Mark {
            shape: at,
            is_city: region.is_city,
            line,
            past: past.into_iter().map(|(x, y)| (px(x), px(y))).collect(),
            own: own.collect(),
            leader: last.map_or(String::new(), |((x, y), _)| format!("{},{}", px(x + 60), px(*y))),
            points: points.iter().map(|((x, y), it)| (px(*x), px(*y), it.holds)).collect(),
            label: String::new(),
            name: short(&region.name.plain(), 14),
            value: if text.width() <= VALUE { text.into_owned() } else { String::new() },
            holds: last.is_some_and(|(_, point)| point.holds),
        }
    }
}

/// Puts the labels beside their values, none on another.
fn label(places: &Places, facts: &Facts<'_>, regions: &mut [Mark]) {
    let height = |at: usize| {
        let last = facts.regions[at].points.last();
        last.map_or(BOTTOM, |point| places.scale.at(&point.value))
    };
    let mut order: Vec<usize> = (0..regions.len()).collect();
    order.sort_by_key(|at| height(*at));
    let mut heights: Vec<Tenths> = order.iter().map(|at| height(*at)).collect();
    apart(&mut heights, LABEL_GAP, (TOP, BOTTOM));
    for (at, height) in order.into_iter().zip(heights) {
        let mark = &mut regions[at];
        mark.label = px(height);
        mark.leader = format!("{} {},{}", mark.leader, px(LABELS - 80), px(height));
    }
}
