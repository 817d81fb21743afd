//! Values across, a line for each region.

use askama::Template;
use unicode_width::UnicodeWidthStr;

use super::Facts;
use super::scale::{Scale, Tenths, px, short};
use crate::render::Lang;
use crate::term::Limits;

/// Everything below is in tenths.
const LEFT: Tenths = 1180;
const RIGHT: Tenths = 3900;
const TOP: Tenths = 320;
const LINE: Tenths = 190;
/// A value with more columns stands in the table alone.
const VALUE: usize = 12;

/// The drawing.
#[derive(Debug, Template)]
#[template(path = "strip.svg")]
pub(in crate::render::html) struct Strip {
    at: usize,
    pub(super) begins: Option<String>,
    description: String,
    unit: String,
    height: String,
    bottom: String,
    words: String,
    values: Vec<(String, String)>,
    targets: Vec<String>,
    target: Option<(String, String, &'static str)>,
    lines: Vec<Line>,
}

/// A region on the drawing.
#[derive(Debug)]
struct Line {
    y: String,
    x: String,
    name: String,
    value: String,
    holds: bool,
    /// Where its requirements are.
    required: Vec<String>,
    /// The upright bar of a requirement.
    bar: (String, String),
}

impl Strip {
    pub(super) fn new(facts: &Facts<'_>, limits: Limits, lang: Lang) -> Option<Self> {
        let scale = Scale::new(facts.numbers(), limits, (LEFT, RIGHT))?;
        let lines: Vec<Line> = facts
            .regions
            .iter()
            .filter_map(|region| Some((region, region.points.last()?)))
            .enumerate()
            .map(|(at, (region, point))| {
                let y = TOP + at as Tenths * LINE;
                let text = point.text.plain();
                Line {
                    y: px(y),
                    x: px(scale.at(&point.value)),
                    name: short(&region.name.plain(), 16),
                    value: if text.width() <= VALUE { text.into_owned() } else { String::new() },
                    holds: point.holds,
                    required: point.required.iter().map(|bound| px(scale.at(bound))).collect(),
                    bar: (px(y - 65), px(y + 65)),
                }
            })
            .collect();
        let bottom = TOP + lines.len() as Tenths * LINE - LINE / 2;
        let target = facts.target.as_ref().and_then(|(bounds, text)| {
            let x = scale.at(bounds.first()?);
            // On the side where there is room.
            let anchor = if x > (LEFT + RIGHT) / 2 { "end" } else { "start" };
            Some((px(x), format!("{} {}", lang.html_words().target, text.plain()), anchor))
        });
        let bounds = facts.target.iter().flat_map(|(bounds, _)| bounds);
        Some(Self {
            at: facts.at,
            begins: scale.begins(),
            description: facts.description(lang),
            unit: short(&facts.unit.plain(), 12),
            height: px(bottom + 320),
            bottom: px(bottom),
            words: px(bottom + 160),
            values: scale.ticks().into_iter().map(|(place, text)| (px(place), text)).collect(),
            targets: bounds.map(|bound| px(scale.at(bound))).collect(),
            target,
            lines,
        })
    }
}
