//! What is written to files: how a file's name says its format, and how a file that is
//! there is known as one that this program wrote.

mod sign;

#[cfg(feature = "parquet")]
pub(super) use sign::PARQUET;
pub use sign::{Known, known};

/// The formats of files: what each is, its word, and how names of such files end, the usual
/// ending first.
macro_rules! formats {
    ($(#[doc = $doc:literal] $name:ident: $word:literal, $endings:expr;)+) => {
        /// The format of a file that the program writes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum FileFormat {
            $(#[doc = $doc] $name,)+
        }

        impl FileFormat {
            const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The word for it, which is that of `--format` where there is one.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)+
                }
            }

            /// How the names of such files end, the usual ending first.
            pub fn endings(self) -> &'static [&'static str] {
                match self {
                    $(Self::$name => &$endings,)+
                }
            }
        }
    };
}

formats! {
    /// A page of text.
    Text: "table", ["txt"];
    /// Workflow commands of GitHub Actions.
    Github: "github", ["txt"];
    /// One JSON document.
    Json: "json", ["json"];
    /// JSON, one object a line.
    Jsonl: "jsonl", ["jsonl", "ndjson"];
    /// A report as CSV.
    Csv: "csv", ["csv"];
    /// Markdown.
    Markdown: "markdown", ["md", "markdown"];
    /// HTML.
    Html: "html", ["html", "htm"];
    /// JUnit XML.
    Junit: "junit", ["xml"];
    /// SARIF, which is JSON.
    Sarif: "sarif", ["sarif", "sarif.json", "json"];
    /// A report as a workbook.
    Workbook: "xlsx", ["xlsx"];
    /// A report for a word processor.
    Document: "docx", ["docx"];
    /// A report as a table of an engine.
    Parquet: "parquet", ["parquet"];
    /// Submissions in the canonical layout.
    Canonical: "csv", ["csv"];
    /// The same as a table of an engine.
    CanonicalParquet: "parquet", ["parquet"];
    /// 报送表 as CSV.
    FormCsv: "csv", ["csv"];
    /// 报送表 as a workbook.
    FormWorkbook: "xlsx", ["xlsx"];
    /// A rule file.
    Rules: "toml", ["toml"];
    /// A script for a database.
    Sql: "sql", ["sql"];
    /// A page of the manual.
    Manual: "man", ["1"];
}

/// Endings of files that are written by other programs alone.
const OTHERS: [&str; 15] = [
    "tsv", "xls", "xlsm", "xlsb", "ods", "et", "wps", "doc", "pdf", "ppt", "pptx", "zip", "png",
    "jpg", "rs",
];

/// A name as every system takes it for a file.
pub fn file_name(name: &str) -> String {
    let is_kept = |c: char| !c.is_control() && !"/\\:*?\"<>|".contains(c);
    name.chars().map(|c| if is_kept(c) { c } else { '_' }).collect()
}

impl FileFormat {
    /// It is of some use on standard output.
    pub fn is_text(self) -> bool {
        match self {
            Self::Workbook
            | Self::Document
            | Self::FormWorkbook
            | Self::Parquet
            | Self::CanonicalParquet => false,
            Self::Text
            | Self::Github
            | Self::Json
            | Self::Jsonl
            | Self::Csv
            | Self::Markdown
            | Self::Html
            | Self::Junit
            | Self::Sarif
            | Self::Canonical
            | Self::FormCsv
            | Self::Rules
            | Self::Sql
            | Self::Manual => true,
        }
    }

    /// Which of these formats a file's name says: the first with the longest ending.
    pub fn of_name(name: &str, among: &[Self]) -> Option<Self> {
        let fitting = |format: Self| {
            let endings = format.endings().iter().filter(|ending| ends(name, ending));
            endings.map(|ending| (ending.len(), format)).max_by_key(|(length, _)| *length)
        };
        let mut best = None;
        for (length, format) in among.iter().filter_map(|format| fitting(*format)) {
            if best.is_none_or(|(longest, _)| length > longest) {
                best = Some((length, format));
            }
        }
        best.map(|(_, format)| format)
    }

    /// Whether a file's name says that it holds something else.
    pub fn is_denied_by(self, name: &str) -> bool {
        let is_own = self.endings().iter().any(|ending| ends(name, ending));
        let known = Self::ALL.iter().filter(|format| **format != Self::Manual);
        let mut known = known.flat_map(|format| format.endings()).chain(&OTHERS);
        !is_own && known.any(|ending| ends(name, ending))
    }
}

/// Whether a name ends in a point and these letters, large or small.
fn ends(name: &str, ending: &str) -> bool {
    let tail = name.len().checked_sub(ending.len()).and_then(|at| name.split_at_checked(at));
    tail.is_some_and(|(head, tail)| head.ends_with('.') && tail.eq_ignore_ascii_case(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_ending_says_the_format() {
        let reports = &FileFormat::ALL[..11];
        for (name, format) in [
            ("r.txt", Some(FileFormat::Text)),
            ("r.JSON", Some(FileFormat::Json)),
            ("r.ndjson", Some(FileFormat::Jsonl)),
            ("2023.12.csv", Some(FileFormat::Csv)),
            ("报告.md", Some(FileFormat::Markdown)),
            ("r.Htm", Some(FileFormat::Html)),
            ("r.xml", Some(FileFormat::Junit)),
            ("r.sarif", Some(FileFormat::Sarif)),
            ("r.sarif.json", Some(FileFormat::Sarif)),
            ("r.xlsx", Some(FileFormat::Workbook)),
            ("r.docx", Some(FileFormat::Document)),
            ("r.dat", None),
            ("csv", None),
            ("报告", None),
            ("", None),
        ] {
            assert_eq!(FileFormat::of_name(name, reports), format, "{name}");
        }
    }

    #[test]
    fn only_an_ending_that_means_something_else_denies_a_format() {
        for (format, name) in [
            (FileFormat::Json, "r.csv"),
            (FileFormat::Json, "r.jsonl"),
            (FileFormat::Canonical, "r.xlsx"),
            (FileFormat::FormCsv, "r.XLS"),
            (FileFormat::Text, "r.md"),
            (FileFormat::Rules, "r.csv"),
            (FileFormat::Workbook, "r.ods"),
        ] {
            assert!(format.is_denied_by(name), "{format:?} {name}");
        }
        for (format, name) in [
            (FileFormat::Sarif, "r.json"),
            (FileFormat::Json, "r.sarif.json"),
            (FileFormat::Json, "r"),
            (FileFormat::Csv, "r.dat"),
            (FileFormat::Text, "v0.1"),
            (FileFormat::Github, "r.txt"),
        ] {
            assert!(!format.is_denied_by(name), "{format:?} {name}");
        }
    }
}
