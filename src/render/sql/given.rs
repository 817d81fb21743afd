//! The tables that the steps rest on: rules, regions, names, and the figures as texts.

use std::collections::BTreeSet;

use super::super::csv::operator;
use super::values::{BOOLEAN, INTEGER, TEXT, Values, WHOLE, or_null};
use super::{Dialect, Figures, roster, source};
use crate::exact::Rational;
use crate::form::Course;
use crate::plan::{Reference, Scope};
use crate::report::{Bounds, Demanding, How, Meant, Own, Piece, Ruled, Ruleset, Steep, Variant};
use crate::term::{BaselineSource, Limits};

pub(super) fn tables(
    rules: &Ruleset,
    figures: &Figures,
    dialect: Dialect,
) -> Vec<(&'static str, String)> {
    let [regions, region_names] = roster::tables(rules, figures, dialect);
    vec![
        ("rules", self::rules(rules, dialect).select(dialect)),
        ("variants", variants(rules).select(dialect)),
        ("demands", demands(rules, dialect).select(dialect)),
        ("moments", moments(rules).select(dialect)),
        ("own", own(rules).select(dialect)),
        ("follows", follows(rules).select(dialect)),
        ("waivers", waivers(rules).select(dialect)),
        ("regions", regions),
        ("region_names", region_names),
        ("series_names", series_names(rules, dialect).select(dialect)),
        ("source", source::source(figures, dialect)),
    ]
}

fn rules(rules: &Ruleset, dialect: Dialect) -> Values<'static> {
    let text = |of: &str| dialect.text(of);
    let optional = |of: Option<&str>| or_null(of.map(text));
    let row = |(at, rule): (usize, &Ruled)| {
        let facts = &rule.facts;
        vec![
            at.to_string(),
            text(&facts.id),
            optional(facts.number.as_deref()),
            text(&facts.name),
            text(facts.attribute.word()),
            text(&facts.measure.unit),
            text(rule.form),
            optional(rule.cite.as_deref()),
            text(kind(rule.limits)),
            or_null(rule.limits.per().map(|per| per.count())),
            rule.limits.is_of_whole().to_string(),
            facts.measure.is_percent().to_string(),
            rule.counts_whole.to_string(),
            matches!(rule.course, Course::AddsUp | Course::Averages).to_string(),
            (rule.course == Course::Averages).to_string(),
            rule.is_wanted.to_string(),
            rule.is_asked.to_string(),
            false.to_string(),
            text(scope(facts.scope)),
            text(facts.roll_up.word()),
            rule.sends.to_string(),
            optional(rule.follows.as_ref().map(|follows| how(follows.how))),
        ]
    };
    // They are read as the others are, and nobody is judged on them.
    let reference = |(at, of): (usize, &Reference)| {
        let nothing = || "NULL".to_owned();
        let (at, per) = (rules.rules.len() + at, or_null(of.limits.per().map(|per| per.count())));
        let mut row = vec![at.to_string(), text(&of.id), nothing(), text(&of.name), nothing()];
        row.extend([text(&of.unit), nothing(), nothing(), text(kind(of.limits)), per]);
        row.extend(
            [
                of.limits.is_of_whole(),
                &*of.unit == "%",
                false,
                false,
                false,
                false,
                false,
                of.shared.is_some(),
            ]
            .map(|is| is.to_string()),
        );
        row.extend([text("none"), text("none"), 0.to_string(), nothing()]);
        row
    };
    let judged = rules.rules.iter().enumerate().map(row);
    let references = rules.references.iter().enumerate().map(reference);
    Values {
        about: "规则：每项指标一行，后面是参照序列",
        columns: &[
            ("rule", INTEGER),
            ("indicator", TEXT),
            ("number", TEXT),
            ("name", TEXT),
            ("attribute", TEXT),
            ("unit", TEXT),
            ("form", TEXT),
            ("cite", TEXT),
            ("kind", TEXT),
            ("per", WHOLE),
            ("of_whole", BOOLEAN),
            ("is_percent", BOOLEAN),
            ("counts_whole", BOOLEAN),
            ("adds_up", BOOLEAN),
            ("is_mean", BOOLEAN),
            ("is_wanted", BOOLEAN),
            ("is_asked", BOOLEAN),
            ("is_shared", BOOLEAN),
            ("scope", TEXT),
            ("roll_up", TEXT),
            ("sends", INTEGER),
            ("follows", TEXT),
        ],
        rows: judged.chain(references).collect(),
    }
}

/// What values are to the steps.
fn kind(limits: Limits) -> &'static str {
    match limits {
        Limits::Ratio { .. } => "ratio",
        Limits::NonNegative => "amount",
        Limits::Any => "any",
        Limits::Done | Limits::Words => "done",
    }
}

fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::County => "county",
        Scope::City => "city",
        Scope::EachCounty => "each-county",
        Scope::Total => "total",
    }
}

fn how(how: How) -> &'static str {
    match how {
        How::All => "all",
        How::Any => "any",
        How::Share => "share",
    }
}

/// The targets of all rules, each with the numbers of its rule and its own.
fn all_variants(rules: &Ruleset) -> impl Iterator<Item = ([usize; 2], &Variant)> {
    rules.rules.iter().enumerate().flat_map(|(at, rule)| {
        rule.variants.iter().enumerate().map(move |(number, variant)| ([at, number], variant))
    })
}

fn variants(rules: &Ruleset) -> Values<'static> {
    let row = |([rule, number], variant): ([usize; 2], &Variant)| {
        let (base, year) = variant.base.unzip();
        let mut row = vec![rule.to_string(), number.to_string(), variant.is_set.to_string()];
        row.extend([or_null(base), or_null(year)]);
        row
    };
    Values {
        about: "目标：0 是规划的，其余是有的地区自己的；base 是要求随之而变的：自己的基期值，或参照",
        columns: &[
            ("rule", INTEGER),
            ("variant", INTEGER),
            ("is_set", BOOLEAN),
            ("base_rule", INTEGER),
            ("base_year", INTEGER),
        ],
        rows: all_variants(rules).map(row).collect(),
    }
}

fn moments(rules: &Ruleset) -> Values<'static> {
    let first = rules.plan.first_year;
    let of_rule = |(at, rule): (usize, &Ruled)| {
        let bases = rule.variants.iter().filter_map(|variant| variant.base);
        let averaged = if rule.course == Course::Averages { first..rules.year + 1 } else { 0..0 };
        let all = std::iter::once((at, 0)).chain(bases).chain(averaged.map(|year| (at, year)));
        let all: BTreeSet<(u16, usize)> = all.map(|(of, year)| (year, of)).collect();
        all.into_iter()
            .map(move |(year, of)| [at, usize::from(year), of].map(|of| of.to_string()).into())
    };
    Values {
        about: "每项要看哪些年：0 是当年，别的年份是要求所依据的，或年均要用到的",
        columns: &[("rule", INTEGER), ("moment", INTEGER), ("of_rule", INTEGER)],
        rows: rules.rules.iter().enumerate().flat_map(of_rule).collect(),
    }
}

fn own(rules: &Ruleset) -> Values<'static> {
    let of_rule = |(at, rule): (usize, &Ruled)| {
        let row = |own: &Own| {
            let numbers = [at, own.region.index(), own.variant].map(|of| of.to_string());
            numbers.into_iter().chain([own.is_concerned.to_string()]).collect::<Vec<_>>()
        };
        rule.own.iter().map(row).collect::<Vec<_>>()
    };
    Values {
        about: "有自己的目标的地区，和指标不适用的地区",
        columns: &[
            ("rule", INTEGER),
            ("region", INTEGER),
            ("variant", INTEGER),
            ("is_concerned", BOOLEAN),
        ],
        rows: rules.rules.iter().enumerate().flat_map(of_rule).collect(),
    }
}

fn follows(rules: &Ruleset) -> Values<'static> {
    let of_rule = |(at, rule): (usize, &Ruled)| {
        let follows = rule.follows.as_ref();
        let row = |(part, rank): (usize, usize)| [at, part, rank].map(|of| of.to_string()).into();
        let parts =
            follows.into_iter().flat_map(|of| of.parts.iter().map(|part| (*part, of.rank + 1)));
        parts.map(row).collect::<Vec<Vec<String>>>()
    };
    Values {
        about: "由别的指标（part）的判定得出的指标",
        columns: &[("rule", INTEGER), ("part", INTEGER), ("rank", INTEGER)],
        rows: rules.rules.iter().enumerate().flat_map(of_rule).collect(),
    }
}

fn waivers(rules: &Ruleset) -> Values<'static> {
    let waived = rules.waived.iter();
    Values {
        about: "豁免：当时有效的",
        columns: &[("rule", INTEGER), ("region", INTEGER)],
        rows: waived.map(|(rule, of)| vec![rule.to_string(), of.index().to_string()]).collect(),
    }
}

fn demands(rules: &Ruleset, dialect: Dialect) -> Values<'static> {
    let of_variant = |(numbers, variant): ([usize; 2], &Variant)| {
        let of_plan = variant.of_plan.iter().map(|demand| (None, demand));
        let of_own = variant.of_own.iter().map(|piece| (Some(piece), &piece.demand));
        let row = |(piece, demand)| demand_row(numbers, piece, demand, dialect);
        of_plan.chain(of_own).map(row).collect::<Vec<_>>()
    };
    Values {
        about: "要求：没有自己的基期值的（plan）一行；有的（own），按基期值在哪一段",
        columns: &[
            ("rule", INTEGER),
            ("variant", INTEGER),
            ("whose", TEXT),
            ("from_n", WHOLE),
            ("from_d", WHOLE),
            ("from_in", BOOLEAN),
            ("to_n", WHOLE),
            ("to_d", WHOLE),
            ("to_in", BOOLEAN),
            ("basis", TEXT),
            ("baseline", TEXT),
            ("short", TEXT),
            ("target_operator", TEXT),
            ("target_slope", WHOLE),
            ("target_offset", WHOLE),
            ("target_below", WHOLE),
            ("target_high_slope", WHOLE),
            ("target_high_offset", WHOLE),
            ("target_high_below", WHOLE),
            ("required_operator", TEXT),
            ("required_slope", WHOLE),
            ("required_offset", WHOLE),
            ("required_below", WHOLE),
            ("required_high_slope", WHOLE),
            ("required_high_offset", WHOLE),
            ("required_high_below", WHOLE),
        ],
        rows: all_variants(rules).flat_map(of_variant).collect(),
    }
}

fn demand_row(
    [rule, variant]: [usize; 2],
    piece: Option<&Piece>,
    demand: &Demanding,
    dialect: Dialect,
) -> Vec<String> {
    let whose = if piece.is_some() { "own" } else { "plan" };
    let end = |of: Option<&(Rational, bool)>| {
        let fraction = of.map(|(at, _)| at.fraction());
        let [numerator, denominator] = fraction.map(|of| of.map(Some)).unwrap_or_default();
        [or_null(numerator), or_null(denominator), or_null(of.map(|(_, is_in)| is_in))]
    };
    let required = demand.requirement.as_ref();
    let baseline = required.and_then(|(.., source)| source.map(BaselineSource::word));
    let mut row = vec![rule.to_string(), variant.to_string(), dialect.text(whose)];
    row.extend(end(piece.and_then(|piece| piece.from.as_ref())));
    row.extend(end(piece.and_then(|piece| piece.to.as_ref())));
    row.push(or_null(required.map(|(_, basis, _)| dialect.text(basis.word()))));
    row.push(or_null(baseline.map(|word| dialect.text(word))));
    row.push(or_null(required.map(|(_, basis, _)| dialect.text(basis.short().word()))));
    row.extend(bounds(Some(&demand.target), dialect));
    row.extend(bounds(required.map(|(bounds, ..)| bounds), dialect));
    row
}

/// An operator, and two lines; of a condition with one bound the other is NULL.
fn bounds(of: Option<&Bounds>, dialect: Dialect) -> Vec<String> {
    let operator = of.map(|of| dialect.text(operator(of)));
    let lines = of.into_iter().flat_map(|of| of.bounds());
    let lines = lines.flat_map(Steep::whole);
    let mut cells: Vec<String> = std::iter::once(or_null(operator)).chain(lines).collect();
    cells.resize(7, "NULL".to_owned());
    cells
}

fn series_names(rules: &Ruleset, dialect: Dialect) -> Values<'static> {
    let row = |(name, meant): &(String, Meant)| {
        let rule = match meant {
            Meant::Read(at) => Some(*at),
            Meant::Passed | Meant::Levels => None,
        };
        vec![dialect.text(name), or_null(rule), (*meant == Meant::Levels).to_string()]
    };
    Values {
        about: "指标和参照序列的名称；不在此判定的没有 rule",
        columns: &[("alias", TEXT), ("rule", INTEGER), ("is_level", BOOLEAN)],
        rows: rules.series_names.iter().map(row).collect(),
    }
}
