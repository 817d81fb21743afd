//! The sign by which a file is known as one that this program wrote.

use std::io::{self, Read, Seek, SeekFrom};

use super::FileFormat;
use crate::render::junit::SIGN as JUNIT_SIGN;
#[cfg(feature = "xlsx")]
use crate::render::seal;
use crate::render::{Lang, columns, diff, template, trend};
use crate::report::Conclusion;

/// So many bytes of a file's beginning, and of its end, are looked at.
const LOOK: u64 = 8 << 10;
/// What a report as a table of an engine says of who wrote it.
pub(in crate::render) const PARQUET: &str = "dabiao report";
/// A form has no more bytes than this.
const FORM: u64 = 64 << 20;

/// What is known of a file that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// This program wrote it, in that format, or nothing is in it.
    Ours,
    /// 报送表 of this program, in which someone wrote since.
    FilledIn,
    /// It may as well be what someone sent: nothing tells the two apart.
    Unsure,
    /// It has not the sign of this program.
    Foreign,
}

/// What is known of a file, if one of that format is to take its place.
///
/// # Errors
/// Those of the reader.
pub fn known<R: Read + Seek>(format: FileFormat, file: &mut R) -> io::Result<Known> {
    let length = file.seek(SeekFrom::End(0))?;
    if length == 0 {
        return Ok(Known::Ours);
    }
    match format {
        FileFormat::FormCsv => {
            file.rewind()?;
            return template::known(file.take(FORM));
        }
        #[cfg(feature = "xlsx")]
        FileFormat::FormWorkbook => return seal::known(file, seal::FORM),
        #[cfg(feature = "xlsx")]
        FileFormat::Workbook | FileFormat::Document => return seal::known(file, seal::REPORT),
        _ => {}
    }
    let head = text(file, 0)?;
    let head = head.strip_prefix('\u{FEFF}').unwrap_or(&head);
    let is_ours = match format {
        FileFormat::Text => is_concluded(&text(file, length.saturating_sub(LOOK))?),
        FileFormat::Github => {
            ["::error", "::warning", "::notice"].iter().any(|command| head.starts_with(command))
        }
        FileFormat::Json => head.starts_with('{') && has_tool(head) && !is_sarif(head),
        FileFormat::Jsonl => head.starts_with("{\"type\":\"run\"") && has_tool(head),
        FileFormat::Csv => {
            let first = head.lines().next().unwrap_or_default();
            let headers = [columns::names(), trend::header(), diff::header()];
            headers.iter().any(|header| first == header.join(","))
        }
        FileFormat::Markdown => {
            let tail = text(file, length.saturating_sub(LOOK))?;
            let lines = head.lines().filter(|line| !line.is_empty());
            let mut lines = lines.skip(1).filter_map(|line| line.strip_prefix("**"));
            let second = lines.next().and_then(|line| line.strip_suffix("**"));
            head.starts_with("## ")
                && (second.is_some_and(is_conclusion) || is_concluded(&tail) || is_letter(&tail))
        }
        FileFormat::Html => head.contains("<meta name=\"generator\" content=\"dabiao "),
        FileFormat::Junit => head.contains(JUNIT_SIGN),
        FileFormat::Sarif => is_sarif(head) && has_tool(head),
        FileFormat::Manual => head.lines().any(|line| line.starts_with(".TH dabiao")),
        FileFormat::Canonical => {
            let first = head.lines().next().unwrap_or_default();
            return Ok(match first.starts_with("年份,地区,指标,数值,分子,分母,") {
                true => Known::Unsure,
                false => Known::Foreign,
            });
        }
        FileFormat::Sql => head.lines().nth(1).is_some_and(|line| line.starts_with("-- dabiao ")),
        FileFormat::Parquet => {
            let tail = text(file, length.saturating_sub(LOOK))?;
            head.starts_with("PAR1") && tail.contains(PARQUET)
        }
        FileFormat::CanonicalParquet => {
            return Ok(match head.starts_with("PAR1") {
                true => Known::Unsure,
                false => Known::Foreign,
            });
        }
        // A draft is there to be changed.
        FileFormat::Rules => false,
        FileFormat::FormCsv
        | FileFormat::FormWorkbook
        | FileFormat::Workbook
        | FileFormat::Document => false,
    };
    Ok(if is_ours { Known::Ours } else { Known::Foreign })
}

/// A part of a file; what is no text is of no use.
fn text<R: Read + Seek>(file: &mut R, from: u64) -> io::Result<String> {
    file.seek(SeekFrom::Start(from))?;
    let mut bytes = Vec::new();
    file.by_ref().take(LOOK).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Whether the tool that wrote it is named, however the JSON is spaced.
fn has_tool(head: &str) -> bool {
    let dense: String = head.split_whitespace().collect();
    dense.contains("\"tool\":{\"name\":\"dabiao\"")
        || dense.contains("\"tool\":{\"driver\":{\"name\":\"dabiao\"")
}

fn is_sarif(head: &str) -> bool {
    head.contains("\"$schema\"") && head.contains("sarif")
}

/// Whether a page ends with how the run ended.
fn is_concluded(tail: &str) -> bool {
    let last = tail.lines().rev().find(|line| !line.trim().is_empty());
    last.is_some_and(is_conclusion)
}

/// Whether a page ends as letters do.
fn is_letter(tail: &str) -> bool {
    Lang::ALL.into_iter().any(|lang| tail.trim_end().ends_with(lang.letter_words().end))
}

/// Whether that is a conclusion of a run, in either language, of all or of what was asked
/// for.
fn is_conclusion(line: &str) -> bool {
    let asked = line.starts_with("所问：") || line.starts_with("Asked for: ");
    let end = line.rfind("结论：").or_else(|| line.rfind("Result: ")).filter(|_| asked);
    let line = end.and_then(|end| line.get(end..)).unwrap_or(line);
    let is = |lang: Lang| Conclusion::ALL.iter().any(|of| line == lang.concluded(*of));
    let is_other = |lang: Lang| lang.endings().iter().any(|of| numberless(line).eq(numberless(of)));
    // Of earlier versions.
    let within = |start: &str, before: &str, end: &str| {
        let rest = line.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
        let rest = rest.and_then(|rest| rest.strip_suffix(|c: char| ('0'..='3').contains(&c)));
        rest.is_some_and(|rest| rest.ends_with(before))
    };
    Lang::ALL.into_iter().any(is)
        || Lang::ALL.into_iter().any(is_other)
        || within("结论：", "（退出码 ", "）")
        || within("Result: ", "(exit code ", ")")
}

/// A text without its numbers.
fn numberless(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_ascii_digit()).filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::report::Selection;
    use crate::term::Attribute;

    fn of(format: FileFormat, text: &str) -> Known {
        known(format, &mut Cursor::new(text)).unwrap()
    }

    #[test]
    fn every_conclusion_is_known_as_one() {
        for lang in [Lang::Zh, Lang::En] {
            for conclusion in Conclusion::ALL {
                let conclusion = lang.concluded(conclusion);
                assert!(is_conclusion(&conclusion));
                assert!(is_conclusion(&format!("{conclusion}（退出码 0）")) == (lang == Lang::Zh));
                let attributes = vec![Attribute::Binding, Attribute::Task];
                let asked = Selection::new(vec![], vec![], attributes, [].into(), [].into());
                assert!(is_conclusion(&format!("{}{conclusion}", lang.asked(&asked))));
            }
        }
        for other in [
            "结论：走势 87 项，预警 13 项。",
            "结论：走势 87 项，预警 0 项；但数据中有错误，可能不全。",
            "Result: worse or vanished: 12.",
            "结论：没有变差。",
            "结论：有检查与预期不符，有规则没有用例。",
            // As they were.
            "结论：走势 87 项，预警 13 项（退出码 0）",
        ] {
            assert!(is_conclusion(other), "{other}");
        }
        assert!(!is_conclusion("请问：x　结论：数据完整（退出码 0）"));
        for other in [
            "结论：（退出码 4）",
            "结论：数据完整",
            "结论：走势良好。",
            "小结：x（退出码 0）",
            "",
            "Result: ",
        ] {
            assert!(!is_conclusion(other), "{other}");
        }
    }

    #[test]
    fn what_others_wrote_has_no_sign() {
        for format in FileFormat::ALL.iter().copied() {
            for text in ["{\"name\": \"dabiao\"}", "年份,地区\n", "PK\u{3}\u{4}", "\u{FEFF}", "\n"]
            {
                assert_eq!(of(format, text), Known::Foreign, "{format:?} {text}");
            }
            assert_eq!(of(format, ""), Known::Ours, "{format:?}");
        }
        let sent = "年份,地区,指标,数值,分子,分母,备注\n2023,定海区,9,57.20%,,,\n";
        assert_eq!(of(FileFormat::Canonical, sent), Known::Unsure);
        assert_eq!(of(FileFormat::Csv, sent), Known::Foreign);
        assert_eq!(of(FileFormat::FormCsv, sent), Known::Foreign);
    }
}
