//! Kinds of hostile inputs. Each makes its members itself, another with every seed.

mod args;
mod documents;
mod lint;
mod parts;
mod rules;
mod run;
mod table;
mod text;
mod workbook;
mod years;

use std::fs;
use std::path::{Path, PathBuf};

pub(crate) const HEADER: &str = "年份,地区,指标,数值,分子,分母,备注\n";

/// A kind: its name, and how a member is made.
pub(crate) type Kind = (&'static str, fn(&mut Maker) -> Vec<String>);

/// All of them.
pub(crate) fn all() -> impl Iterator<Item = &'static Kind> {
    let kinds = [text::KINDS, table::KINDS, years::KINDS, workbook::KINDS, rules::KINDS];
    kinds
        .into_iter()
        .chain([lint::KINDS, parts::KINDS, args::KINDS, documents::KINDS, run::KINDS])
        .flatten()
}

/// What makes a member: a folder for its files, choices that follow from a seed, and how
/// large it is to be.
#[derive(Clone)]
pub(crate) struct Maker {
    folder: PathBuf,
    state: u64,
    is_large: bool,
}

impl Maker {
    pub(crate) fn new(folder: &Path, seed: u64, is_large: bool) -> Self {
        Self { folder: folder.to_owned(), state: seed ^ 0x9E37_79B9_7F4A_7C15, is_large }
    }

    /// A number below `most`.
    fn below(&mut self, most: usize) -> usize {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) >> 1).unwrap() % most.max(1)
    }

    fn one_of<'o, T: ?Sized>(&mut self, of: &[&'o T]) -> &'o T {
        of[self.below(of.len())]
    }

    /// A size: for a test that runs everywhere, or for who looks for more.
    fn size(&mut self, small: usize, large: usize) -> usize {
        let size = if self.is_large { large } else { small };
        size + self.below(size / 8 + 1)
    }

    /// Writes a file, and returns its path.
    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// One file to check.
    fn check(&self, name: &str, bytes: impl AsRef<[u8]>) -> Vec<String> {
        vec!["check".to_owned(), self.file(name, bytes)]
    }
}

/// A plan of so many indicators, whose regions are the city, one county, and a roster if
/// one is named.
pub(crate) fn plan(indicators: usize, roster: bool) -> String {
    let roster = if roster { "roster = \"roster.csv\"\n" } else { "" };
    let mut plan = format!(
        "[plan]\nid = \"p\"\ntitle = \"规划\"\nbaseline-year = 2020\nfirst-year = 2021\n\
         target-year = 2025\npace = \"linear\"\n{roster}\n\
         [[region]]\ncode = \"3309\"\nname = \"舟山市\"\nlevel = \"city\"\n\
         [[region]]\ncode = \"330902\"\nname = \"定海区\"\nlevel = \"county\"\n"
    );
    for at in 1..=indicators {
        plan += &indicator(at, &format!("指标{at}号"), "");
    }
    plan
}

pub(crate) fn indicator(number: usize, name: &str, more: &str) -> String {
    format!(
        "[[indicator]]\nid = \"i{number}\"\nnumber = {number}\nname = \"{name}\"\n\
         attribute = \"预期性\"\nunit = \"%\"\nbaseline = 10\noperator = \">=\"\nthreshold = 60\n\
         cite = \"示例\"\n{more}"
    )
}

/// A roster of so many villages.
pub(crate) fn roster(villages: usize) -> String {
    let rows = (0..villages).map(|at| format!("{},村{at},county,3309\n", 100_000_000 + at));
    std::iter::once("code,name,level,within\n".to_owned()).chain(rows).collect()
}
