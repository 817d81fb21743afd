//! A bar a region, of as many parts as there are kinds of verdicts.

use askama::Template;
use unicode_width::UnicodeWidthStr;

use super::scale::{Tenths, px, short};
use crate::render::document::{Chart, Mark};
use crate::term::Standing;

/// Everything below is in tenths.
const LEFT: Tenths = 1180;
const RIGHT: Tenths = 4790;
const TOP: Tenths = 340;
const LINE: Tenths = 190;
/// A column of text, about.
const COLUMN: Tenths = 64;

/// The drawing.
#[derive(Debug, Template)]
#[template(path = "bars.svg")]
pub(in crate::render::html) struct Bars {
    id: String,
    description: String,
    height: String,
    legend: Vec<Part>,
    lines: Vec<Line>,
}

/// A region on the drawing.
#[derive(Debug)]
struct Line {
    y: String,
    top: String,
    name: String,
    parts: Vec<Part>,
}

/// A part of a bar, or what stands for it among the words.
#[derive(Debug)]
struct Part {
    class: &'static str,
    x: String,
    width: String,
    middle: String,
    text: String,
}

impl Part {
    fn new(class: &'static str, x: Tenths, width: Tenths, text: String) -> Self {
        let middle = px(x + width / 2);
        Self { class, x: px(x), width: px(width), middle, text }
    }
}

impl Bars {
    /// The drawing of counts, known by that name; none where there are none.
    pub(in crate::render::html) fn new(id: String, chart: &Chart) -> Option<Self> {
        let kinds: Vec<(&'static str, &str, Vec<i64>)> = chart
            .series
            .iter()
            .filter_map(|series| {
                let Mark::Bar(standing) = series.mark else { return None };
                let count = |value: &Option<String>| value.as_ref().and_then(|it| it.parse().ok());
                let counts = series.values.iter().map(|it| count(it).unwrap_or(0)).collect();
                Some((class(standing), series.name.as_str(), counts))
            })
            .collect();
        // Where nothing was judged, there is nothing to see.
        if chart.series.iter().all(|series| series.mark == Mark::Bar(Standing::Incomplete)) {
            return None;
        }
        let of = |region: usize| kinds.iter().map(move |(.., counts)| counts.get(region).copied());
        let most = (0..chart.names.len()).map(|at| of(at).flatten().sum::<i64>()).max()?;
        if most <= 0 {
            return None;
        }
        let line = |(at, name): (usize, &String)| {
            let y = TOP + at as Tenths * LINE;
            let mut before = 0;
            let parts = kinds.iter().filter_map(|(class, _, counts)| {
                let count = counts.get(at).copied().filter(|count| *count > 0)?;
                let place = |count: i64| LEFT + (RIGHT - LEFT) * count / most;
                let (from, to) = (place(before), place(before + count));
                before += count;
                let text = count.to_string();
                // A part without room for its count is told in the table alone.
                let has_room = text.width() as Tenths * COLUMN + 20 < to - from;
                Some(Part::new(class, from, to - from, if has_room { text } else { String::new() }))
            });
            Line { y: px(y), top: px(y - 65), name: short(name, 16), parts: parts.collect() }
        };
        let lines: Vec<Line> = chart.names.iter().enumerate().map(line).collect();
        let mut x = LEFT;
        let legend = kinds.iter().map(|(class, name, _)| {
            let part = Part::new(class, x, 0, (*name).to_owned());
            x += 290 + name.width() as Tenths * COLUMN;
            part
        });
        Some(Self {
            id,
            description: chart.alternative.clone(),
            height: px(TOP + lines.len() as Tenths * LINE - LINE / 2),
            legend: legend.collect(),
            lines,
        })
    }
}

/// How a part looks: light, dark, or dashed, so that kinds differ without colours too.
fn class(standing: Standing) -> &'static str {
    match standing {
        Standing::Pass => "pass",
        Standing::Fail => "fail",
        Standing::Incomplete => "incomplete",
        Standing::Neutral => "neutral",
    }
}
