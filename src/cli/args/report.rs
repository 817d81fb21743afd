//! `--report FORMAT[=PATH]`

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{OsStringValueParser, TypedValueParser};
use dabiao::render::{FileFormat, Format};

use super::named;
use super::shared::is_stdout;

/// The formats of `check`, the default first.
pub(crate) fn formats() -> Vec<FileFormat> {
    Format::ALL.iter().map(|format| format.writer().file).collect()
}

/// A report, and its file; none is standard output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReportArg {
    /// None is the format that the file's name says.
    pub(crate) format: Option<FileFormat>,
    pub(crate) path: Option<PathBuf>,
}

/// Paths need not be UTF-8.
pub(super) fn value_parser(known: Vec<FileFormat>) -> impl TypedValueParser<Value = ReportArg> {
    OsStringValueParser::new().try_map(move |text| parse(text, &known))
}

/// A report in one of these formats.
pub(crate) fn parse(text: OsString, known: &[FileFormat]) -> Result<ReportArg, String> {
    let bytes = text.as_encoded_bytes();
    let (format, path) = match bytes.iter().position(|byte| *byte == b'=') {
        Some(at) => (&bytes[..at], Some(after(&text, at + 1))),
        None => (bytes, None),
    };
    let word = String::from_utf8_lossy(format);
    // Words of formats have neither.
    if path.is_none() && word.contains(['.', '/', '\\']) {
        let path = PathBuf::from(text);
        return match is_stdout(&path) {
            true => Err("标准输出要写明格式 / standard output wants a format".to_owned()),
            false => Ok(ReportArg { format: None, path: Some(path) }),
        };
    }
    let found = known.iter().copied().find(|file| named(*file).matches(&word, false));
    let format = found.ok_or_else(|| {
        let formats: Vec<_> = known.iter().map(|file| file.word()).collect();
        let [zh, en] = ["、", ", "].map(|between| formats.join(between));
        format!("没有这种格式，可以是：{zh} / no such format: {word} [{en}]")
    })?;
    match path {
        Some(path) if path.is_empty() => {
            Err(format!("等号后没有路径 / no path behind the equals sign: {word}="))
        }
        path => {
            let path = path.map(PathBuf::from).filter(|path| !is_stdout(path));
            Ok(ReportArg { format: Some(format), path })
        }
    }
}

/// What stands from a byte on, where a character begins.
#[cfg(unix)]
fn after(text: &OsString, at: usize) -> OsString {
    use std::os::unix::ffi::{OsStrExt, OsStringExt};
    OsString::from_vec(text.as_bytes()[at..].to_vec())
}

/// What stands from a byte on, where paths are no bytes.
#[cfg(not(unix))]
fn after(text: &OsString, at: usize) -> OsString {
    OsString::from(text.to_string_lossy().get(at..).unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_a_format_and_perhaps_a_path() {
        let parse = |text: &str| parse(OsString::from(text), &formats());
        let arg =
            |format, path: Option<&str>| Ok(ReportArg { format, path: path.map(PathBuf::from) });
        assert_eq!(parse("junit"), arg(Some(FileFormat::Junit), None));
        assert_eq!(parse("junit=-"), arg(Some(FileFormat::Junit), None));
        assert_eq!(parse("csv=/dev/stdout"), arg(Some(FileFormat::Csv), None));
        assert_eq!(parse("md=a=b.md"), arg(Some(FileFormat::Markdown), Some("a=b.md")));
        assert_eq!(parse("a.xlsx"), arg(None, Some("a.xlsx")));
        assert_eq!(parse("报告/2023"), arg(None, Some("报告/2023")));
        assert!(parse("/dev/stdout").is_err());
        assert!(parse("pdf").is_err());
        assert!(parse("junit=").is_err());
        assert!(parse("pdf=a.pdf").is_err());
        assert!(parse("").is_err());
    }
}
