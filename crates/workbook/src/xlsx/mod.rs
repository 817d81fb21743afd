//! .xlsx: Office Open XML.

mod plain;
mod sheet;
mod strings;
mod styles;

use std::collections::HashMap;
use std::rc::Rc;

use quick_xml::events::BytesStart;

use super::archive::Archive;
use super::cells::{Budget, Cells};
use super::error::{Error, Fault, Foreign, Limit, NoCells};
use super::format::NumberFormat;
use super::results::Results;
use super::shared::{Shared, Strings, Style};
use super::xml::{Xml, attribute, local, says_yes, value_of};
use super::{Book, MOST_PARTS, SheetInfo, list};

/// A workbook whose parts are unpacked as they are needed.
struct Xlsx {
    archive: Archive,
    /// The part of each sheet that is listed, or why none is read.
    parts: Vec<Result<String, NoCells>>,
    shared: Shared,
}

pub(super) fn open(
    mut archive: Archive,
    budget: &mut Budget,
) -> Result<(Vec<SheetInfo>, impl Book + use<>), Error> {
    let mut unpacking = Unpacking { archive: &mut archive, budget };
    let main = main_part(&mut unpacking)?;
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
    let relations_part = join(folder, &format!("_rels/{file}.rels"));
    let relations = Relations::read(&mut unpacking, &relations_part)?;
    let overview = overview(&mut unpacking, &main)?;
    let strings = match relations.only("sharedStrings")? {
        Some(relation) => parsed(&mut unpacking, &join(folder, &relation.target), strings::read)?,
        None => Strings::default(),
    };
    let mut styles = match relations.only("styles")? {
        Some(relation) => parsed(&mut unpacking, &join(folder, &relation.target), styles::read)?,
        None => Vec::new(),
    };
    if styles.is_empty() {
        let format = Rc::new(NumberFormat::of_code("General"));
        styles.push(Style { format, is_struck: false });
    }
    let part = |id: &String| {
        let relation = relations.by_id.get(id);
        relation.map_or(Err(NoCells::NoPart), |relation| relation.sheet(folder))
    };
    let parts = overview.relations.iter().map(part).collect();
    let shared = Shared { strings, styles, is_1904: overview.is_1904, results: overview.results };
    Ok((overview.listed, Xlsx { archive, parts, shared }))
}

impl Book for Xlsx {
    fn read(&mut self, at: usize, cells: &mut Cells<'_>) -> Result<(), Error> {
        let part = self.parts.get(at).ok_or(Error::NoCells(NoCells::NoPart))?;
        let part = part.as_ref().map_err(|why| Error::NoCells(*why))?;
        let mut unpacking = Unpacking { archive: &mut self.archive, budget: cells.budget };
        let text = unpacking.text(part)?.ok_or(Error::NoCells(NoCells::NoPart))?;
        sheet::read(&text, &self.shared, cells).map_err(|fault| fault.of(part))
    }
}

/// A zip whose parts are unpacked within a budget.
struct Unpacking<'u> {
    archive: &'u mut Archive,
    budget: &'u mut Budget,
}

impl Unpacking<'_> {
    fn text(&mut self, part: &str) -> Result<Option<String>, Error> {
        self.archive.text(part, self.budget).map_err(|fault| fault.of(part))
    }
}

/// What a part holds that others refer to; nothing if it is not there.
fn parsed<T: Default>(
    unpacking: &mut Unpacking<'_>,
    part: &str,
    read: fn(&str) -> Result<T, Fault>,
) -> Result<T, Error> {
    match unpacking.text(part)? {
        Some(text) => read(&text).map_err(|fault| fault.of(part)),
        None => Ok(T::default()),
    }
}

/// Where the workbook's own part is; other documents are told apart here.
fn main_part(unpacking: &mut Unpacking<'_>) -> Result<String, Error> {
    const RELATIONS: &str = "_rels/.rels";
    let foreign = |what| Err(Error::NotAWorkbook(what));
    if !unpacking.archive.has(RELATIONS) {
        return match unpacking.archive.has("xl/workbook.xml") {
            true => Ok("xl/workbook.xml".to_owned()),
            false => foreign(Foreign::Zip),
        };
    }
    let relations = Relations::read(unpacking, RELATIONS)?;
    let Some(main) = relations.only("officeDocument")? else {
        return foreign(Foreign::Zip);
    };
    let main = join("", &main.target);
    match main.split_once('/').map_or("", |(folder, _)| folder) {
        _ if main.ends_with(".bin") => foreign(Foreign::Xlsb),
        "word" => foreign(Foreign::Document),
        "ppt" => foreign(Foreign::Slides),
        _ => Ok(main),
    }
}

/// What one part says of another.
struct Relation {
    /// An address; its last word is what counts.
    kind: String,
    target: String,
    is_external: bool,
}

impl Relation {
    fn is(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }

    /// The part of a sheet that holds cells.
    fn sheet(&self, folder: &str) -> Result<String, NoCells> {
        match self.kind.rsplit('/').next() {
            Some("worksheet") if !self.is_external => Ok(join(folder, &self.target)),
            Some("chartsheet") => Err(NoCells::Chart),
            Some("dialogsheet") => Err(NoCells::Dialog),
            Some("xlMacrosheet" | "xlIntlMacrosheet") => Err(NoCells::Macros),
            Some(_) | None => Err(NoCells::NoPart),
        }
    }
}

/// What a part says of others.
struct Relations {
    part: String,
    by_id: HashMap<String, Relation>,
}

impl Relations {
    fn read(unpacking: &mut Unpacking<'_>, part: &str) -> Result<Self, Error> {
        let by_id = parsed(unpacking, part, Self::by_id)?;
        Ok(Self { part: part.to_owned(), by_id })
    }

    fn by_id(text: &str) -> Result<HashMap<String, Relation>, Fault> {
        let mut xml = Xml::new(text);
        let mut by_id = HashMap::new();
        while let Some(start) = xml.start()? {
            if local(&start) != "Relationship" {
                continue;
            }
            if by_id.len() == MOST_PARTS {
                return Err(Fault::TooLarge(Limit::Parts { most: MOST_PARTS }));
            }
            let relation = Relation {
                kind: value_of(&start, "Type")?,
                target: value_of(&start, "Target")?,
                is_external: value_of(&start, "TargetMode")? == "External",
            };
            if by_id.insert(value_of(&start, "Id")?, relation).is_some() {
                return Err(Fault::Damaged);
            }
        }
        Ok(by_id)
    }

    /// The one of a kind of which there is one at most.
    fn only(&self, kind: &str) -> Result<Option<&Relation>, Error> {
        let mut of_kind = self.by_id.values().filter(|relation| relation.is(kind));
        match (of_kind.next(), of_kind.next()) {
            (_, Some(_)) => Err(Fault::Damaged.of(&self.part)),
            (first, None) => Ok(first),
        }
    }
}

/// A target as seen from a folder.
fn join(folder: &str, target: &str) -> String {
    let path = match target.strip_prefix('/') {
        Some(rooted) => rooted.to_owned(),
        None => format!("{folder}/{target}"),
    };
    let mut steps = Vec::new();
    for step in path.split(['/', '\\']) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// What the workbook's own part says.
#[derive(Default)]
struct Overview {
    listed: Vec<SheetInfo>,
    /// The relation of each sheet to its part.
    relations: Vec<String>,
    is_1904: bool,
    results: Results,
}

fn overview(unpacking: &mut Unpacking<'_>, part: &str) -> Result<Overview, Error> {
    let text = unpacking.text(part)?.ok_or_else(|| Fault::Damaged.of(part))?;
    read_overview(&text).map_err(|fault| fault.of(part))
}

fn read_overview(text: &str) -> Result<Overview, Fault> {
    let mut xml = Xml::new(text);
    // Every program that computes says how it does.
    let mut overview = Overview { results: Results::Doubtful, ..Overview::default() };
    let mut is_workbook = false;
    while let Some(start) = xml.start()? {
        match local(&start) {
            "workbook" => is_workbook = true,
            "sheets" => {}
            "workbookPr" => overview.is_1904 |= says_yes(&start, "date1904")?,
            "calcPr" => overview.results = results(&start)?,
            "sheet" => {
                let state = value_of(&start, "state")?;
                let is_hidden = matches!(state.as_str(), "hidden" | "veryHidden");
                list(&mut overview.listed, value_of(&start, "name")?, is_hidden)?;
                overview.relations.push(value_of(&start, "id")?);
            }
            // Extensions have parts of the same names.
            _ => xml.skip(&start)?,
        }
    }
    if is_workbook { Ok(overview) } else { Err(Fault::Damaged) }
}

/// How far formulas were computed when the workbook was saved.
fn results(start: &BytesStart<'_>) -> Result<Results, Fault> {
    let completed = attribute(start, "calcCompleted")?;
    let was_interrupted = completed.is_some_and(|is| matches!(&*is, "0" | "false" | "off"));
    // The version of the program that computed; 0 of one that did not.
    let is_of_none = attribute(start, "calcId")?.is_some_and(|id| id.trim() == "0");
    let is_open = says_yes(start, "fullCalcOnLoad")? || says_yes(start, "forceFullCalc")?;
    Ok(match is_open || was_interrupted || is_of_none {
        true => Results::Stale,
        false => Results::Computed,
    })
}
