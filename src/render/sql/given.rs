//! The tables that the steps rest on: rules, regions, names, and the figures as texts.

use super::super::csv::operator;
use super::{Dialect, FIELDS, Figures};
use crate::exact::Rational;
use crate::plan::{Reference, Role, Scope};
use crate::report::{Bounds, Demanding, Meant, Piece, Ruled, Ruleset, Steep};
use crate::term::{BaselineSource, Limits, Mark, Region, RegionId};

/// A table of values: its columns, each with the type that an engine would not find out of
/// nothing, and its rows.
struct Values<'t> {
    about: &'t str,
    columns: &'t [(&'t str, &'t str)],
    rows: Vec<Vec<String>>,
}

impl Values<'_> {
    fn select(self, dialect: Dialect) -> String {
        let Self { about, columns, rows } = self;
        let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
        let casts = columns.iter().map(|(name, kind)| format!("CAST({name} AS {kind}) AS {name}"));
        let casts: Vec<String> = casts.collect();
        let lines = |rows: Vec<Vec<String>>| -> Vec<String> {
            rows.into_iter().map(|row| format!("  ({})", row.join(", "))).collect()
        };
        // An engine takes no table of no rows.
        let (rows, none) = match rows.is_empty() {
            true => (vec![vec!["NULL".to_owned(); columns.len()]], "\nWHERE 1 = 0"),
            false => (rows, ""),
        };
        dialect.translated(&format!("-- {about}\nSELECT {}\nFROM (VALUES\n", casts.join(", ")))
            + &lines(rows).join(",\n")
            + &format!("\n) AS t({}){none}", names.join(", "))
    }
}

pub(super) fn tables(
    rules: &Ruleset,
    figures: &Figures,
    dialect: Dialect,
) -> Vec<(&'static str, String)> {
    vec![
        ("rules", self::rules(rules, dialect).select(dialect)),
        ("demands", demands(rules, dialect).select(dialect)),
        ("regions", regions(rules, dialect).select(dialect)),
        ("region_names", region_names(rules, dialect).select(dialect)),
        ("series_names", series_names(rules, dialect).select(dialect)),
        ("source", source(figures, dialect)),
    ]
}

const INTEGER: &str = "INTEGER";
const TEXT: &str = "VARCHAR";
const WHOLE: &str = "HUGEINT";
const BOOLEAN: &str = "BOOLEAN";

fn or_null(of: Option<impl ToString>) -> String {
    of.map_or("NULL".to_owned(), |of| of.to_string())
}

fn rules(rules: &Ruleset, dialect: Dialect) -> Values<'static> {
    let text = |of: &str| dialect.text(of);
    let optional = |of: Option<&str>| or_null(of.map(text));
    let row = |(at, rule): (usize, &Ruled)| {
        let facts = &rule.facts;
        let (base, year) = rule.base.unzip();
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
            is_of_whole(rule.limits).to_string(),
            facts.measure.is_percent().to_string(),
            rule.counts_whole.to_string(),
            rule.adds_up.to_string(),
            rule.is_wanted.to_string(),
            text(scope(facts.scope)),
            text(facts.roll_up.word()),
            or_null(base),
            or_null(year),
        ]
    };
    // They are read as the others are, and nobody is judged on them.
    let reference = |(at, of): (usize, &Reference)| {
        let nothing = || "NULL".to_owned();
        let (at, per) = (rules.rules.len() + at, or_null(of.limits.per().map(|per| per.count())));
        let mut row = vec![at.to_string(), text(&of.id), nothing(), text(&of.name), nothing()];
        row.extend([text(&of.unit), nothing(), nothing(), text(kind(of.limits)), per]);
        row.extend(
            [is_of_whole(of.limits), &*of.unit == "%", false, false, false]
                .map(|is| is.to_string()),
        );
        row.extend([text("none"), text("none"), nothing(), nothing()]);
        row
    };
    let judged = rules.rules.iter().enumerate().map(row);
    let references = rules.references.iter().enumerate().map(reference);
    Values {
        about: "规则：每项指标一行，后面是参照序列；base 是要求随之而变的：自己的基期值，或参照",
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
            ("is_wanted", BOOLEAN),
            ("scope", TEXT),
            ("roll_up", TEXT),
            ("base_rule", INTEGER),
            ("base_year", INTEGER),
        ],
        rows: judged.chain(references).collect(),
    }
}

fn is_of_whole(limits: Limits) -> bool {
    matches!(limits, Limits::Ratio { of_whole: true, .. })
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

fn demands(rules: &Ruleset, dialect: Dialect) -> Values<'static> {
    let of_rule = |(at, rule): (usize, &Ruled)| {
        let of_plan = rule.of_plan.iter().map(|demand| (None, demand));
        let of_own = rule.of_own.iter().map(|piece| (Some(piece), &piece.demand));
        let row = |(piece, demand)| demand_row(at, piece, demand, dialect);
        of_plan.chain(of_own).map(row).collect::<Vec<_>>()
    };
    Values {
        about: "要求：没有自己的基期值的（plan）一行；有的（own），按基期值在哪一段",
        columns: &[
            ("rule", INTEGER),
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
        rows: rules.rules.iter().enumerate().flat_map(of_rule).collect(),
    }
}

fn demand_row(
    rule: usize,
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
    let mut row = vec![rule.to_string(), dialect.text(whose)];
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

fn regions(rules: &Ruleset, dialect: Dialect) -> Values<'static> {
    let row = |(at, (region, (role, whole))): (usize, (&Region, &(Role, Option<RegionId>)))| {
        let role = match role {
            Role::Whole | Role::Between => "whole",
            Role::Part => "part",
            Role::Area | Role::Below => "area",
        };
        vec![
            at.to_string(),
            or_null(region.code.as_deref().map(|code| dialect.text(code))),
            dialect.text(&region.name),
            dialect.text(region.level.word()),
            dialect.text(role),
            or_null(whole.map(|id| id.index())),
        ]
    };
    Values {
        about: "地区：part 汇总到 whole，area（功能区）不参与汇总",
        columns: &[
            ("region", INTEGER),
            ("code", TEXT),
            ("name", TEXT),
            ("level", TEXT),
            ("role", TEXT),
            ("whole", INTEGER),
        ],
        rows: rules.regions.iter().zip(&rules.parts).enumerate().map(row).collect(),
    }
}

fn region_names(rules: &Ruleset, dialect: Dialect) -> Values<'static> {
    let row = |(name, at): &(String, usize)| vec![dialect.text(name), at.to_string()];
    Values {
        about: "地区的名称、别名和代码",
        columns: &[("alias", TEXT), ("region", INTEGER)],
        rows: rules.region_names.iter().map(row).collect(),
    }
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

/// The columns as texts: what says that there is no value is blank.
fn source(figures: &Figures, dialect: Dialect) -> String {
    let kind = dialect.translated(TEXT);
    let texts = FIELDS.iter().zip(&figures.columns).map(|([_, field], column)| match column {
        Some(column) => {
            let column = dialect.name(column);
            format!("trim(BOTH ' ' FROM COALESCE(CAST({column} AS {kind}), '')) AS {field}_text")
        }
        None => format!("'' AS {field}_text"),
    });
    let texts: Vec<String> = texts.collect();
    let marks: Vec<String> = Mark::all().map(|mark| dialect.text(mark)).collect();
    let marks = marks.join(", ");
    let read = FIELDS.iter().enumerate().map(|(at, [_, field])| match at {
        ..KEYS => format!("{field}_text"),
        _ => format!(
            "CASE WHEN {field}_text IN ({marks}) THEN '' ELSE {field}_text END AS {field}_text"
        ),
    });
    let read: Vec<String> = read.collect();
    let table = match figures.table.starts_with("{{") {
        true => figures.table.clone(),
        false => {
            let parts = figures.table.split('.').map(|part| dialect.name(part));
            parts.collect::<Vec<_>>().join(".")
        }
    };
    format!(
        "-- 报送的数，都当作文字读；缺报的记号当作空白\nSELECT\n  {}\nFROM (\nSELECT\n  {}\n\
         FROM {table}\n) t",
        read.join(",\n  "),
        texts.join(",\n  ")
    )
}

/// So many fields say what a row is of.
const KEYS: usize = 3;
