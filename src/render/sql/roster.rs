//! The regions: in the SQL itself, or a table that is made once and serves all years.

use sha2::{Digest, Sha256};

use super::values::{INTEGER, TEXT, Values, or_null};
use super::{Dialect, Figures};
use crate::plan::Role;
use crate::report::{Place, Ruleset};
use crate::term::{Region, RegionId};

/// What a region is, where those of one level send.
const COLUMNS: [(&str, &str); 9] = [
    ("region", INTEGER),
    ("code", TEXT),
    ("name", TEXT),
    ("level", TEXT),
    ("top", INTEGER),
    ("sends", INTEGER),
    ("role", TEXT),
    ("whole", INTEGER),
    ("rank", INTEGER),
];

const NAMES: [(&str, &str); 2] = [("alias", TEXT), ("region", INTEGER)];

/// The regions and their names.
pub(super) fn tables(rules: &Ruleset, figures: &Figures, dialect: Dialect) -> [String; 2] {
    let Some(table) = &figures.roster else {
        let regions = Values {
            about: "地区：part 汇总到 whole，先汇总 rank 小的；area（功能区）不参与汇总",
            columns: &COLUMNS,
            rows: regions(rules, dialect),
        };
        let names = Values {
            about: "地区的名称、别名和代码",
            columns: &NAMES,
            rows: names(rules, dialect),
        };
        return [regions, names].map(|values| values.select(dialect));
    };
    let [own, names] = [&COLUMNS[..], &NAMES[..]]
        .map(|columns| columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", "));
    let (from, digest) = (dialect.table_name(table), dialect.text(&digest(rules)));
    let of = |about: &str, columns: String| {
        format!(
            "-- {about}\nSELECT DISTINCT {columns}\nFROM {from}\nWHERE roster = {digest}\n  \
             AND alias IS "
        )
    };
    [
        of("地区：取自名册的表；规划的地区改了，那张表里就没有这一份", own) + "NULL",
        of("地区的名称、别名和代码", names) + "NOT NULL",
    ]
}

/// A script that makes the table of the roster.
pub(super) fn script(rules: &Ruleset, figures: &Figures, dialect: Dialect) -> String {
    let name = dialect.table_name(figures.roster.as_deref().unwrap_or("roster"));
    let made = dialect.table(&name);
    let counted = dialect.counted(&name);
    format!("DROP TABLE IF EXISTS {name};\n{made}\n{};\n{counted}", roster(rules, dialect))
}

/// The table of the roster: a row for each name of a region and each level that sends. What is
/// in it is known by its digest, so that a plan whose regions have changed finds none of them.
fn roster(rules: &Ruleset, dialect: Dialect) -> String {
    let (digest, own) = (dialect.text(&digest(rules)), regions(rules, dialect));
    let row = |(alias, at): (String, usize)| {
        let of_region = own.iter().skip(at).step_by(rules.regions.len().max(1));
        let beside = [digest.clone(), alias];
        of_region.map(move |own| beside.iter().chain(own).cloned().collect()).collect::<Vec<_>>()
    };
    let columns: Vec<(&str, &str)> =
        [("roster", TEXT), ("alias", TEXT)].into_iter().chain(COLUMNS).collect();
    // Each stands there by itself as well: its names may be those of others too.
    let itself = (0..rules.regions.len()).map(|at| (or_null(None::<&str>), at));
    let names = rules.region_names.iter().map(|(name, at)| (dialect.text(name), *at));
    let rows = itself.chain(names).flat_map(row).collect();
    Values {
        about: "名册：每个地区一行，它的每个名称再一行", columns: &columns, rows
    }
    .select(dialect)
}

/// The first digits of the SHA-256 of all that the roster says.
fn digest(rules: &Ruleset) -> String {
    let rows = regions(rules, Dialect::DuckDb).into_iter().map(|row| row.join(","));
    let names = names(rules, Dialect::DuckDb).into_iter().map(|row| row.join(","));
    let all: Vec<String> = rows.chain(names).collect();
    let digest = Sha256::digest(all.join("\n"));
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn regions(rules: &Ruleset, dialect: Dialect) -> Vec<Vec<String>> {
    let of_level = |(sends, places): (usize, &Vec<Place>)| {
        let with_wholes = rules.regions.iter().zip(&rules.wholes).zip(places).enumerate();
        let row =
            move |(at, ((region, top), place)): (usize, ((&Region, &Option<RegionId>), &Place))| {
                vec![
                    at.to_string(),
                    or_null(region.code.as_deref().map(|code| dialect.text(code))),
                    dialect.text(&region.name),
                    dialect.text(region.level.word()),
                    or_null(top.map(RegionId::index)),
                    sends.to_string(),
                    dialect.text(role(place.role)),
                    or_null(place.whole.map(RegionId::index)),
                    place.rank.to_string(),
                ]
            };
        with_wholes.map(row).collect::<Vec<_>>()
    };
    rules.sending.iter().enumerate().flat_map(of_level).collect()
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Whole => "whole",
        Role::Between => "between",
        Role::Part => "part",
        Role::Area => "area",
        Role::Below => "below",
    }
}

fn names(rules: &Ruleset, dialect: Dialect) -> Vec<Vec<String>> {
    let names = rules.region_names.iter();
    names.map(|(name, at)| vec![dialect.text(name), at.to_string()]).collect()
}
