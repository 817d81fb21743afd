//! `--report FORMAT[=PATH]`

use std::ffi::OsString;
use std::path::PathBuf;

use clap::ValueEnum;
use clap::builder::{OsStringValueParser, TypedValueParser};
use dabiao::render::Format;

/// A format of `check`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    Table,
    Json,
    Jsonl,
    Csv,
    #[value(alias = "md")]
    Markdown,
    Html,
    Junit,
    Sarif,
    Github,
    Xlsx,
}

impl ReportFormat {
    /// The format of the library; `detail` is the table's other form.
    pub(crate) fn format(self, detail: bool) -> Format {
        match self {
            Self::Table if detail => Format::Detail,
            Self::Table => Format::Table,
            Self::Json => Format::Json,
            Self::Jsonl => Format::Jsonl,
            Self::Csv => Format::Csv,
            Self::Markdown => Format::Markdown,
            Self::Html => Format::Html,
            Self::Junit => Format::Junit,
            Self::Sarif => Format::Sarif,
            Self::Github => Format::Github,
            Self::Xlsx => Format::Xlsx,
        }
    }
}

/// A report, and its file; none is standard output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReportArg {
    pub(crate) format: ReportFormat,
    pub(crate) path: Option<PathBuf>,
}

/// Paths need not be UTF-8.
pub(super) fn value_parser() -> impl TypedValueParser<Value = ReportArg> {
    OsStringValueParser::new().try_map(parse)
}

fn parse(text: OsString) -> Result<ReportArg, String> {
    let bytes = text.as_encoded_bytes();
    let (format, path) = match bytes.iter().position(|byte| *byte == b'=') {
        Some(at) => (&bytes[..at], Some(after(&text, at + 1))),
        None => (bytes, None),
    };
    let word = String::from_utf8_lossy(format);
    let format = ReportFormat::from_str(&word, false).map_err(|_| {
        let formats = ReportFormat::value_variants().iter().filter_map(|it| it.to_possible_value());
        let formats: Vec<String> = formats.map(|it| it.get_name().to_owned()).collect();
        format!("没有这种格式 / no such format: {word} [{}]", formats.join(", "))
    })?;
    match path {
        Some(path) if path.is_empty() => {
            Err(format!("等号后没有路径 / no path behind the equals sign: {word}="))
        }
        Some(path) if path == "-" => Ok(ReportArg { format, path: None }),
        path => Ok(ReportArg { format, path: path.map(PathBuf::from) }),
    }
}

/// What stands from a byte on, where a character begins.
#[cfg(unix)]
fn after(text: &OsString, at: usize) -> OsString {
    use std::os::unix::ffi::{OsStrExt, OsStringExt};
    OsString::from_vec(text.as_bytes()[at..].to_vec())
}

/// The same where paths are no bytes.
#[cfg(not(unix))]
fn after(text: &OsString, at: usize) -> OsString {
    OsString::from(text.to_string_lossy().get(at..).unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_a_format_and_perhaps_a_path() {
        let parse = |text: &str| parse(OsString::from(text));
        let arg =
            |format, path: Option<&str>| Ok(ReportArg { format, path: path.map(PathBuf::from) });
        assert_eq!(parse("junit"), arg(ReportFormat::Junit, None));
        assert_eq!(parse("junit=-"), arg(ReportFormat::Junit, None));
        assert_eq!(parse("md=a=b.md"), arg(ReportFormat::Markdown, Some("a=b.md")));
        assert!(parse("junit=").is_err());
        assert!(parse("pdf=a.pdf").is_err());
        assert!(parse("").is_err());
    }
}
