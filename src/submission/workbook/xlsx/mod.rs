//! .xlsx: Office Open XML.

mod sheet;
mod strings;
mod styles;

use std::collections::HashMap;

use compact_str::CompactString;

use super::archive::Archive;
use super::cells::Cells;
use super::format::NumberFormat;
use super::xml::{Piece, Xml, local, says_yes, value_of};
use super::{Book, Fault, Listed};
use crate::diagnostic::{Foreign, SubmissionProblem};

/// A workbook whose parts are unpacked as they are needed.
pub(super) struct Xlsx<'b> {
    archive: Archive<'b>,
    listed: Vec<Listed>,
    /// The part of each sheet that is listed.
    parts: Vec<String>,
    shared: Shared,
}

/// What the sheets refer to.
struct Shared {
    strings: Vec<CompactString>,
    /// By the number of a cell's style.
    formats: Vec<NumberFormat>,
    is_1904: bool,
}

impl<'b> Xlsx<'b> {
    pub(super) fn open(mut archive: Archive<'b>) -> Result<Self, SubmissionProblem> {
        let main = main_part(&mut archive)?;
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
        let relations_part = join(folder, &format!("_rels/{file}.rels"));
        let relations = relations(&mut archive, &relations_part)?;
        let part = |kind: &str| {
            let mut relations = relations.values();
            relations.find(|relation| relation.is(kind)).map(|found| join(folder, &found.target))
        };
        let overview = overview(&mut archive, &main)?;
        let strings = match part("sharedStrings") {
            Some(part) => text(&mut archive, &part)?
                .map_or(Ok(Vec::new()), |text| strings::read(&text))
                .map_err(|fault: Fault| fault.of(&part))?,
            None => Vec::new(),
        };
        let formats = match part("styles") {
            Some(part) => text(&mut archive, &part)?
                .map_or(Ok(Vec::new()), |text| styles::read(&text))
                .map_err(|fault: Fault| fault.of(&part))?,
            None => Vec::new(),
        };
        let mut listed = Vec::new();
        let mut parts = Vec::new();
        for sheet in overview.sheets {
            let relation =
                relations.get(&sheet.relation).ok_or_else(|| Fault::Damaged.of(&relations_part))?;
            // Charts, dialogs and macros hold no cells.
            if relation.is("worksheet") {
                listed.push(Listed { name: sheet.name.into(), is_hidden: sheet.is_hidden });
                parts.push(join(folder, &relation.target));
            }
        }
        let shared = Shared { strings, formats, is_1904: overview.is_1904 };
        Ok(Self { archive, listed, parts, shared })
    }
}

impl Book for Xlsx<'_> {
    fn listed(&self) -> &[Listed] {
        &self.listed
    }

    fn read(&mut self, at: usize, cells: &mut Cells<'_>) -> Result<(), SubmissionProblem> {
        let part = self.parts.get(at).map_or("", String::as_str);
        let text = self.archive.text(part).and_then(|text| text.ok_or(Fault::Damaged));
        text.and_then(|text| sheet::read(&text, &self.shared, cells))
            .map_err(|fault| fault.of(part))
    }
}

fn text(archive: &mut Archive<'_>, part: &str) -> Result<Option<String>, SubmissionProblem> {
    archive.text(part).map_err(|fault| fault.of(part))
}

/// Where the workbook's own part is; other documents are told apart here.
fn main_part(archive: &mut Archive<'_>) -> Result<String, SubmissionProblem> {
    const RELATIONS: &str = "_rels/.rels";
    let foreign = |what| Err(SubmissionProblem::NotAWorkbook { what });
    if !archive.has(RELATIONS) {
        return match archive.has("xl/workbook.xml") {
            true => Ok("xl/workbook.xml".to_owned()),
            false => foreign(Foreign::Zip),
        };
    }
    let relations = relations(archive, RELATIONS)?;
    let Some(main) = relations.values().find(|relation| relation.is("officeDocument")) else {
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
}

impl Relation {
    fn is(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

/// What a part says of others, by id.
fn relations(
    archive: &mut Archive<'_>,
    part: &str,
) -> Result<HashMap<String, Relation>, SubmissionProblem> {
    let Some(text) = text(archive, part)? else { return Ok(HashMap::new()) };
    let read = || {
        let mut xml = Xml::new(&text);
        let mut relations = HashMap::new();
        loop {
            match xml.next()? {
                Piece::Start(start) if local(&start) == "Relationship" => {
                    let (kind, target) = (value_of(&start, "Type")?, value_of(&start, "Target")?);
                    relations.insert(value_of(&start, "Id")?, Relation { kind, target });
                }
                Piece::Over => return Ok(relations),
                Piece::Start(_) | Piece::End(_) | Piece::Text(_) => {}
            }
        }
    };
    read().map_err(|fault: Fault| fault.of(part))
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
    sheets: Vec<SheetEntry>,
    is_1904: bool,
}

struct SheetEntry {
    name: String,
    relation: String,
    is_hidden: bool,
}

fn overview(archive: &mut Archive<'_>, part: &str) -> Result<Overview, SubmissionProblem> {
    let text = text(archive, part)?.ok_or_else(|| Fault::Damaged.of(part))?;
    let read = || {
        let mut xml = Xml::new(&text);
        let mut overview = Overview::default();
        let mut is_workbook = false;
        loop {
            match xml.next()? {
                Piece::Start(start) => match local(&start) {
                    "workbook" => is_workbook = true,
                    "workbookPr" => overview.is_1904 = says_yes(&start, "date1904")?,
                    "sheet" => overview.sheets.push(SheetEntry {
                        name: value_of(&start, "name")?,
                        relation: value_of(&start, "id")?,
                        is_hidden: matches!(
                            value_of(&start, "state")?.as_str(),
                            "hidden" | "veryHidden"
                        ),
                    }),
                    _ => {}
                },
                Piece::Over if is_workbook => return Ok(overview),
                Piece::Over => return Err(Fault::Damaged),
                Piece::End(_) | Piece::Text(_) => {}
            }
        }
    };
    read().map_err(|fault: Fault| fault.of(part))
}
