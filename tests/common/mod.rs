//! What the tests of judging share: a run from texts to a report, and the
//! report read back from each of its formats.
// No test file uses all of it, and a helper may panic as a test may.
#![allow(dead_code, clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::LazyLock;

use dabiao::diagnostic::{Audit, Level};
use dabiao::judge;
use dabiao::plan::{Plan, RuleFile, Waiver};
use dabiao::render::{self, Lang, Style};
use dabiao::report::{Report, Row};
use dabiao::submission::{Input, Options, Submission};
use dabiao::term::{Against, Attribute, Date, FailOn, Found, Outcome, RegionId, SeriesId};
use num_bigint::BigInt;
use num_rational::BigRational;
use serde_json::Value;

/// The canonical layout.
pub(crate) const HEADER: &str = "年份,地区,指标,数值,分子,分母,备注";

/// The same with the column 累计 behind 分母.
pub(crate) const TOTALS: &str = "年份,地区,指标,数值,分子,分母,累计,备注";

/// What is only about judging audits nothing that a sheet says beside it.
pub(crate) const NO_AUDITS: &str = "[audit]\nallow = ['audit/fraction-of-a-person', \
    'audit/sum-falls', 'audit/same-as-last-year', 'audit/baseline-of-the-parent', \
    'audit/denominators-differ', 'audit/round-figures', 'audit/jump-of-scale', \
    'audit/out-of-scale']\n";

/// A sheet of rows under the canonical header.
pub(crate) fn sheet<S: AsRef<str>>(rows: &[S]) -> String {
    under(HEADER, rows)
}

/// A sheet of rows under a header.
pub(crate) fn under<S: AsRef<str>>(header: &str, rows: &[S]) -> String {
    let rows: String = rows.iter().map(|row| format!("{}\n", row.as_ref())).collect();
    format!("{header}\n{rows}")
}

/// The plan that the program ships with.
pub(crate) static BUILT_IN: LazyLock<Plan> = LazyLock::new(|| Plan::built_in().unwrap());

/// A plan that must load.
pub(crate) fn load(toml: &str) -> Plan {
    load_with_roster(toml, "")
}

/// The same, with the text of the roster that it names.
pub(crate) fn load_with_roster(toml: &str, roster: &str) -> Plan {
    let file = RuleFile::new("plan.toml", toml.as_bytes().to_vec());
    match Plan::load(&[file], &mut |_, _| Ok(roster.as_bytes().to_vec())) {
        Ok(plan) => plan,
        Err(faults) => panic!("{faults:#?}\n{toml}"),
    }
}

/// One run of judging, and all that can be set about it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Run {
    files: Vec<(String, Vec<u8>)>,
    history: Vec<(String, Vec<u8>)>,
    regions: Vec<String>,
    indicators: Vec<String>,
    waivers: Vec<RuleFile>,
    year: Option<u16>,
    options: judge::Options,
    threads: usize,
}

impl Run {
    /// Of one sheet.
    pub(crate) fn of<S: AsRef<str>>(rows: &[S]) -> Self {
        Self::default().file("a.csv", sheet(rows))
    }

    pub(crate) fn file(self, name: &str, text: impl Into<String>) -> Self {
        self.bytes(name, text.into().into_bytes())
    }

    /// A file that need not be text.
    pub(crate) fn bytes(mut self, name: &str, bytes: Vec<u8>) -> Self {
        self.files.push((name.to_owned(), bytes));
        self
    }

    pub(crate) fn history<S: AsRef<str>>(self, rows: &[S]) -> Self {
        self.history_file("before.csv", sheet(rows))
    }

    /// A file of years before; the first that is given is read first.
    pub(crate) fn history_file(mut self, name: &str, text: impl Into<String>) -> Self {
        self.history.push((name.to_owned(), text.into().into_bytes()));
        self
    }

    /// A file of waivers.
    pub(crate) fn waivers(mut self, toml: &str) -> Self {
        self.waivers.push(RuleFile::new("waivers.toml", toml.as_bytes().to_vec()));
        self
    }

    /// The day on which waivers have to be in force.
    pub(crate) fn on_day(mut self, day: &str) -> Self {
        self.options.as_of = Some(Date::parse(day).unwrap());
        self
    }

    /// Tasks are due from everyone.
    pub(crate) fn require_tasks(mut self) -> Self {
        self.options.require_tasks = true;
        self
    }

    /// What an audit does, whatever the plan says.
    pub(crate) fn audit(mut self, audit: Audit, level: Level) -> Self {
        self.options.audits.push((audit, level));
        self
    }

    pub(crate) fn against(mut self, against: Against) -> Self {
        self.options.against = against;
        self
    }

    pub(crate) fn fail_on(mut self, fail_on: FailOn) -> Self {
        self.options.fail_on = fail_on;
        self
    }

    /// Reports this region alone, or beside others asked for.
    pub(crate) fn region(mut self, name: &str) -> Self {
        self.regions.push(name.to_owned());
        self
    }

    /// Reports this indicator alone, or beside others asked for.
    /// Only regions of these levels, in the regions that are named.
    pub(crate) fn levels(mut self, levels: &[dabiao::term::Level]) -> Self {
        self.options.levels = levels.to_vec();
        self
    }

    pub(crate) fn indicator(mut self, name: &str) -> Self {
        self.indicators.push(name.to_owned());
        self
    }

    /// Reports indicators of this attribute alone, or beside others asked for.
    pub(crate) fn attribute(mut self, attribute: Attribute) -> Self {
        self.options.attributes.push(attribute);
        self
    }

    pub(crate) fn year(mut self, year: Option<u16>) -> Self {
        self.year = year;
        self
    }

    pub(crate) fn threads(mut self, threads: usize) -> Self {
        self.threads = threads;
        self
    }

    pub(crate) fn judge(&self, plan: &Plan) -> Report {
        let vocabulary = judge::vocabulary(plan);
        let threads = NonZeroUsize::new(self.threads).unwrap_or(NonZeroUsize::MIN);
        let read = |files: &[(String, Vec<u8>)], year| {
            let input = |(name, bytes): &(String, Vec<u8>)| Input {
                name: name.clone(),
                bytes: std::io::Cursor::new(bytes.clone()),
            };
            let options = Options { year, threads, ..Options::default() };
            Submission::read(files.iter().map(input).collect(), &vocabulary, &options).unwrap()
        };
        let (submission, history) = (read(&self.files, self.year), read(&self.history, None));
        let mut options = self.options.clone();
        options.regions = self
            .regions
            .iter()
            .map(|name| match plan.region_names.find(name) {
                Some(Found::One(id)) => RegionId(id),
                _ => panic!("no region {name}"),
            })
            .collect();
        options.indicators = self
            .indicators
            .iter()
            .map(|name| match plan.series_names.find(name) {
                Some(Found::One(id)) => SeriesId(id as u16),
                _ => panic!("no indicator {name}"),
            })
            .collect();
        options.waivers = Waiver::load(plan, &self.waivers).unwrap();
        judge::judge(plan, submission, history, &options, threads)
    }
}

/// The verdict on a region, if it is judged; of an indicator, if there are several.
pub(crate) fn row<'r>(report: &'r Report, indicator: &str, region: &str) -> Option<Row<'r>> {
    let mut rows = report
        .rows()
        .filter(|row| row.indicator().id == indicator && (&*row.region().name == region));
    let first = rows.next();
    assert!(rows.next().is_none(), "several verdicts on {region}");
    first
}

/// How many verdicts there are of each kind, by the report itself; kinds that do
/// not occur are left out.
pub(crate) fn tally(report: &Report) -> BTreeMap<&'static str, u64> {
    Outcome::ALL
        .into_iter()
        .map(|outcome| (outcome.word(), report.tally.outcome(outcome)))
        .filter(|(_, count)| *count > 0)
        .collect()
}

/// The codes of what was found beside the verdicts, sorted.
pub(crate) fn codes(report: &Report) -> Vec<&'static str> {
    let mut codes: Vec<_> = report.diagnostics.iter().map(|found| found.code()).collect();
    codes.sort_unstable();
    codes
}

/// The findings of one code, as people read them.
pub(crate) fn messages(report: &Report, code: &str, lang: Lang) -> Vec<String> {
    let found = report.diagnostics.iter().filter(|found| found.code() == code);
    found.map(|found| found.problem.message(lang).title).collect()
}

/// The report as JSON text.
pub(crate) fn json_text(report: &Report) -> String {
    let mut out = Vec::new();
    render::json(report, Style::plain(Lang::Zh, 80), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The report as JSON.
pub(crate) fn json(report: &Report) -> Value {
    serde_json::from_str(&json_text(report)).unwrap()
}

/// The rows of the CSV, each by its column's name.
pub(crate) fn csv(report: &Report) -> Vec<BTreeMap<String, String>> {
    let mut out = Vec::new();
    render::csv(report, NonZeroUsize::MIN, &mut out).unwrap();
    let mut reader = csv::Reader::from_reader(out.as_slice());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

/// The table, wide enough that nothing is folded.
pub(crate) fn table(report: &Report, lang: Lang) -> String {
    render::table(report, Style::plain(lang, 400))
}

/// The tally line of the table: how many of each kind, and how many in all;
/// nothing where the table says that nothing was judged.
pub(crate) fn table_tally(report: &Report, lang: Lang) -> (BTreeMap<&'static str, u64>, u64) {
    let table = table(report, lang);
    let words = lang.words();
    let Some(line) = table.lines().rev().find(|line| line.starts_with(words.total)) else {
        assert!(table.contains(words.nothing), "{table}");
        return Default::default();
    };
    let (total, counts) = line.split_once(words.colon).unwrap();
    let total = total.rsplit(' ').next().unwrap().parse().unwrap();
    let counts = counts.split(words.separator).map(|count| {
        let (word, count) = count.rsplit_once(' ').unwrap();
        let named = |outcome: &Outcome| lang.outcome(*outcome) == word;
        let outcome = Outcome::ALL.into_iter().find(named).unwrap();
        (outcome.word(), count.parse().unwrap())
    });
    (counts.filter(|(_, count)| *count > 0).collect(), total)
}

/// Counts words.
pub(crate) fn count<'w>(words: impl IntoIterator<Item = &'w str>) -> BTreeMap<&'w str, u64> {
    let mut counts = BTreeMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

/// A decimal text as an exact fraction, read without the library.
pub(crate) fn exact(text: &str) -> BigRational {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits: BigInt = format!("{whole}{fraction}").parse().unwrap();
    BigRational::new(digits, BigInt::from(10).pow(fraction.len() as u32))
}
