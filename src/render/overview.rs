//! The whole in one sentence, and a line a region: what every format begins with.

use super::Lang;
use super::columns::Written;
use super::document::{Column, Document, Fold, Table};
use super::text::{Amount, Standings};
use super::{amount, sentence};
use crate::report::{Overview, Points, Report, Row, Score};
use crate::term::{Attribute, Outcome, RegionId, Standing, Year};

/// What falls short is named up to so many of an attribute.
pub(super) const NAMED: usize = 3;
/// Of a region that is one of many, it is told of so many by how much.
const TOLD: usize = 6;
/// And of so many where their names stand elsewhere.
pub(super) const IN_SHORT: usize = 4;

/// How it is told what a region lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// By name and by how much.
    ByName,
    /// How many of which attribute, and of so many by how much.
    InShort(usize),
}

/// The main indicators, and the tasks, which the plan labels otherwise.
const KINDS: [&[Attribute]; 2] =
    [&[Attribute::Binding, Attribute::Anticipatory], &[Attribute::Task]];

/// How each year stands: a sentence, and a line a region of at most so many.
pub(super) fn overview(report: &Report, most: usize, lang: Lang) -> Document {
    let mut told = Document::default();
    for of in &report.overviews {
        told.text(headline(report, of, NAMED, lang));
        let (scores, more) = scoreboard(report, of, most, Named::InShort(IN_SHORT), lang);
        scores.into_iter().for_each(|scores| told.table(scores));
        more.into_iter().for_each(|more| told.text(more));
        told.gap();
    }
    told
}

/// The sentence of each year.
pub(super) fn headlines(report: &Report, lang: Lang) -> impl Iterator<Item = String> {
    report.overviews.iter().map(move |of| headline(report, of, NAMED, lang))
}

/// 全市 16 项主要指标：达到要求 14 项，未达到 1 项（…），未到期 1 项
pub(super) fn headline(report: &Report, of: &Overview, most: usize, lang: Lang) -> String {
    let whose = match of.headline.region {
        Some(id) => lang.whole(&report.regions[id.index()]),
        None => lang.regions_together(of.regions),
    };
    let mut clauses = standings(report, &of.headline, &whose, most, lang);
    if of.elsewhere > 0 {
        clauses.push(lang.elsewhere(of.elsewhere, of.short_elsewhere));
    }
    in_year(report, of.year, &clauses, lang)
}

/// The same without names, of the region that another sentence speaks of.
pub(super) fn counted(report: &Report, of: &Overview, lang: Lang) -> String {
    let mut clauses = standings(report, &of.headline, "", 0, lang);
    clauses.iter_mut().take(1).for_each(|clause| clause.insert_str(0, lang.pick(" ", "")));
    in_year(report, of.year, &clauses, lang)
}

/// The same of a region by itself.
pub(super) fn standing(report: &Report, of: &Overview, id: RegionId, lang: Lang) -> Option<String> {
    let score = of.scores().iter().find(|score| score.region == Some(id))?;
    let clauses =
        standings(report, score, lang.name(&report.regions[id.index()].name), NAMED, lang);
    Some(in_year(report, of.year, &clauses, lang))
}

fn in_year(report: &Report, year: Year, clauses: &[String], lang: Lang) -> String {
    let year = if report.years.len() > 1 { lang.begun_with_year(year) } else { String::new() };
    format!("{year}{}", clauses.join(lang.ci_words().clause))
}

/// How many verdicts of each kind stand how.
fn standings(
    report: &Report,
    score: &Score,
    whose: &str,
    named_most: usize,
    lang: Lang,
) -> Vec<String> {
    let mut clauses: Vec<String> = Vec::new();
    for kind in KINDS {
        let sum = |count: &dyn Fn(Attribute) -> u64| kind.iter().map(|of| count(*of)).sum::<u64>();
        let tally = &score.tally;
        let total = sum(&|of| tally.total_of(of));
        if total == 0 {
            continue;
        }
        clauses.push(
            lang.standings(&Standings {
                // It is said once.
                whose: if clauses.is_empty() { whose } else { "" },
                is_task: kind == [Attribute::Task],
                is_of_several: score.region.is_none(),
                total,
                pass: sum(&|of| tally.standing_of(of, Standing::Pass)),
                fail: sum(&|of| tally.standing_of(of, Standing::Fail)),
                short: kind
                    .iter()
                    .map(|of| Short { report, score, attribute: *of, lang })
                    .filter_map(|short| short.in_sentence(named_most))
                    .collect(),
                others: [
                    Outcome::Missing,
                    Outcome::Invalid,
                    Outcome::NotDue,
                    Outcome::NotApplicable,
                    Outcome::Waived,
                ]
                .map(|outcome| (outcome, sum(&|of| tally.of(of, outcome)))),
            }),
        );
    }
    clauses
}

/// What of an attribute falls short in a region.
struct Short<'r> {
    report: &'r Report,
    score: &'r Score,
    attribute: Attribute,
    lang: Lang,
}

impl<'r> Short<'r> {
    /// How many of them there are, if there are any.
    fn total(&self) -> Option<u64> {
        let total = self.score.tally.standing_of(self.attribute, Standing::Fail);
        (total > 0).then_some(total)
    }

    fn rows(&self) -> impl Iterator<Item = Row<'r>> {
        let attribute = self.attribute;
        let rows = self.score.short(self.report);
        rows.filter(move |row| row.indicator().attribute == attribute)
    }

    /// As a sentence says it; of tasks nothing without names.
    fn in_sentence(&self, most: usize) -> Option<String> {
        match most > 0 || self.attribute == Attribute::Task {
            true => self.by_name(most).filter(|said| !said.is_empty()),
            false => self.in_short(0),
        }
    }

    /// 约束性 1 项：残疾人之家覆盖率，差1个
    fn by_name(&self, most: usize) -> Option<String> {
        let Self { score, attribute, lang, .. } = *self;
        let name = |row: Row<'_>| {
            let region = if score.region.is_none() { lang.name(&row.region().name) } else { "" };
            let name = lang.of_region(region, lang.name(&row.indicator().name));
            lang.short_by(&name, lack(&row, lang).as_ref())
        };
        let total = self.total()?;
        let names: Vec<String> = self.rows().take(most).map(name).collect();
        // A sentence on tasks says so, and a line a region names them all.
        let is_said = attribute == Attribute::Task && most <= NAMED;
        Some(lang.lacking((!is_said).then_some(attribute), total, &names))
    }

    /// 预期性 2（差29人、差6人）
    fn in_short(&self, most: usize) -> Option<String> {
        let total = self.total()?;
        let lacks = self.rows().filter_map(|row| lack(&row, self.lang));
        let lacks: Vec<Amount> = lacks.take(most).collect();
        Some(self.lang.lacking_in_short(self.attribute, total, &lacks))
    }
}

/// By how many people or institutions, else by how much; nothing of what is not counted.
pub(super) fn lack(row: &Row<'_>, lang: Lang) -> Option<Amount> {
    let written = Written::of(*row);
    let of_count = amount::in_counts(row, written.numbers(), lang);
    let lack = of_count.or_else(|| amount::of_margin(row, written.numbers(), lang))?;
    Some(Amount { needs_all: false, ..lack })
}

/// A line a region of a year, of at most so many, if there is any beside the one that the
/// sentence speaks of: how many of what was due it meets, and what it lacks, by name or in
/// short. Then what is said of those that are left out.
pub(super) fn scoreboard(
    report: &Report,
    of: &Overview,
    most: usize,
    named: Named,
    lang: Lang,
) -> (Option<Table>, Option<String>) {
    let listed = of.scoreboard(&report.regions, most);
    let is_any = !listed.scores.is_empty();
    let table = is_any.then(|| lines(report, of.year, &listed.scores, named, lang));
    let is_cut = listed.left_out > 0;
    (table, is_cut.then(|| lang.regions_left_out(listed.left_out, listed.short_left_out)))
}

fn lines(report: &Report, year: Year, scores: &[&Score], named: Named, lang: Lang) -> Table {
    let words = lang.words();
    let incomplete = [Outcome::Missing, Outcome::Invalid];
    let is_any_incomplete =
        scores.iter().any(|score| score.tally.standing(Standing::Incomplete) > 0);
    let mut heads = vec![
        Column::new(words.region, Fold::AtLeast(6)),
        Column::new(words.met_of_due, Fold::Never).right(),
        Column::new(words.shortfalls, Fold::AtLeast(12)),
    ];
    heads.extend(is_any_incomplete.then(|| Column::new(words.incomplete, Fold::AtLeast(8))));
    let has_points = !report.points.is_empty();
    if has_points {
        heads.push(Column::new(words.points, Fold::Never).right());
        heads.push(Column::new(words.rank, Fold::Never).right());
    }
    let row = |score: &&Score| {
        let tally = &score.tally;
        let region = score.region.and_then(|id| report.regions.get(id.index()));
        let due: u64 = Attribute::ALL.into_iter().map(|of| tally.due_of(of)).sum();
        let mut cells = vec![
            region.map_or("", |region| lang.name(&region.name)).into(),
            format!("{}/{due}", tally.standing(Standing::Pass)).into(),
            short(report, score, named, lang).into(),
        ];
        if is_any_incomplete {
            let told = incomplete.iter().filter_map(|of| {
                let most = if named == Named::ByName { NAMED } else { 1 };
                unjudged(report, year, score, *of, most, lang)
            });
            cells.push(lang.list(told).into());
        }
        if has_points {
            let points = score.region.and_then(|id| report.points(year, id));
            let written = points.and_then(Points::written);
            let rank = points.and_then(|of| of.rank).map(|rank| rank.to_string());
            cells.extend([written, rank].map(|text| text.unwrap_or_else(|| "—".to_owned()).into()));
        }
        cells
    };
    Table::new(heads, scores.iter().map(row).collect())
}

/// 无效 2（第7行、第9行）: how many could not be judged, and why.
fn unjudged(
    report: &Report,
    year: Year,
    score: &Score,
    outcome: Outcome,
    most: usize,
    lang: Lang,
) -> Option<String> {
    let total = score.tally.outcome(outcome);
    let of_year = report.columns.iter().filter(|column| total > 0 && column.year() == year);
    let rows = of_year.filter_map(|column| report.row(column, score.region?));
    let rows = rows.filter(|row| row.outcome() == outcome);
    let mut reasons: Vec<String> = Vec::new();
    for reason in rows.filter_map(|row| row.reason()) {
        let reason = sentence::reason_in_short(&reason, lang);
        if reasons.len() <= most && !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    let is_cut = reasons.len() > most;
    reasons.truncate(most);
    (total > 0).then(|| lang.unjudged(outcome, total, &reasons, is_cut))
}

/// What a region lacks, by name or in short.
pub(super) fn short(report: &Report, score: &Score, how: Named, lang: Lang) -> String {
    let all = Attribute::ALL.map(|attribute| Short { report, score, attribute, lang });
    let said = all.iter().filter_map(|short| match how {
        Named::ByName => short.by_name(TOLD),
        Named::InShort(most) => short.in_short(most),
    });
    said.collect::<Vec<_>>().join(lang.ci_words().clause)
}
