//! Any text as a plan, as its roster, as waivers and as cases.

use std::io;

use dabiao::diagnostic::{Diagnostic, Severity};
use dabiao::judge;
use dabiao::plan::{Case, Plan, RuleFile, Waiver};
use dabiao::render::{self, Lang, Style};
use dabiao::term::{Against, SeriesId};

use super::many;
use super::reading::{self, BUILT_IN};

const STYLES: [Style; 2] =
    [Style::plain(Lang::Zh, 80), Style { color: true, ..Style::plain(Lang::En, 20) }];

/// So many faults of a file are told: 500, those of its syntax, and how many more there are.
const MOST: usize = 520;

/// Rules, and behind `----` the roster that they name and more files of rules.
pub fn plan(input: &[u8]) {
    let mut files = many::files(input).into_iter();
    let rules = files.next().unwrap_or_default();
    let roster = files.next();
    let more = files.take(2).enumerate().map(|(at, text)| (format!("{at}.toml"), text));
    let files: Vec<RuleFile> = std::iter::once(("plan.toml".to_owned(), rules))
        .chain(more)
        .map(|(name, text)| RuleFile::new(&name, text.into_bytes()))
        .collect();
    let load = || {
        Plan::load(&files, &mut |_, _| match &roster {
            Some(roster) => Ok(roster.clone().into_bytes()),
            None => Err(io::Error::other("no roster")),
        })
    };
    match load() {
        Ok(plan) => serves(&plan),
        Err(faults) => {
            told(&faults, files.len() + 1);
            assert_eq!(load().unwrap_err(), faults);
        }
    }
}

/// Whatever a plan that loads says, it can be shown, and no year of it that nobody sent
/// anything for is a pass.
pub fn serves(plan: &Plan) {
    let lint = judge::lint(plan);
    let outline = judge::outline(plan);
    for style in STYLES {
        render::lint(&lint, true, style);
        render::indicators(&outline, style);
        render::tasks(&outline, style);
        render::rehearsal(&judge::rehearse(plan, &[]), style);
        for at in 0..plan.indicators.len().min(20) {
            let explained = judge::explain(plan, SeriesId(at as u16), Against::default());
            render::explain(&explained.unwrap(), None, style);
        }
    }
    let year = plan.head.first_year;
    let form = judge::template(plan, year, &[], true, reading::read(plan, "0.csv", b"", 1));
    let mut text = Vec::new();
    render::template_csv(&form, &mut text).unwrap();
    let nothing = reading::read(plan, "sent.csv", "年份,地区,指标,数值\n".as_bytes(), 1);
    let before = reading::read(plan, "before.csv", b"", 1);
    let one = std::num::NonZeroUsize::MIN;
    let report = judge::judge(plan, nothing, before, &judge::Options::default(), one);
    assert_ne!(report.exit.code(), 0, "nothing was sent");
}

/// Waivers, and behind `----` cases, both of the plan that the program ships with.
pub fn beside(input: &[u8]) {
    let mut files = many::files(input).into_iter();
    let mut file = |name| RuleFile::new(name, files.next().unwrap_or_default().into_bytes());
    let (waivers, cases) = (file("waivers.toml"), file("plan.cases.toml"));
    match Waiver::load(&BUILT_IN, std::slice::from_ref(&waivers)) {
        Ok(waivers) => {
            for waiver in waivers {
                assert!(!waiver.reason.trim().is_empty() && !waiver.approved_by.trim().is_empty());
            }
        }
        Err(faults) => told(&faults, 1),
    }
    match Case::load(&BUILT_IN, std::slice::from_ref(&cases)) {
        Ok(cases) => {
            let rehearsal = judge::rehearse(&BUILT_IN, &cases);
            for style in STYLES {
                render::rehearsal(&rehearsal, style);
            }
        }
        Err(faults) => told(&faults, 1),
    }
}

/// What is refused is refused for an error, and of many faults the number is told.
pub fn told(faults: &[Diagnostic], files: usize) {
    assert!(faults.iter().any(|fault| fault.severity() == Severity::Error), "refused for nothing");
    assert!(faults.len() <= MOST * files, "{} faults", faults.len());
    for style in STYLES {
        assert!(!render::diagnostics(faults, style).is_empty());
    }
}
