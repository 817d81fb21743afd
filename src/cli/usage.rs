//! What is wrong with what was typed: clap says it in English alone.

use std::error::Error as _;
use std::ffi::OsString;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::harmless::SIGN;

/// What clap says, in Chinese unless English was asked for. Help is in both languages as it is.
/// Reasons are in both, `中文 / English`.
pub(super) fn told(error: &Error, words: &[OsString], clap: &str) -> String {
    let reason = error.source().map(ToString::to_string).unwrap_or_default();
    let (zh, en) = reason.split_once(" / ").unwrap_or(("", &reason));
    let told = match in_chinese(error, zh) {
        Some(told) if !asks_for_english(words) => told,
        _ if zh.is_empty() => clap.to_owned(),
        _ => clap.replace(&reason, en),
    };
    joined(told, words)
}

/// A text with words that were typed: their lines end where they end.
fn joined(text: String, words: &[OsString]) -> String {
    let lines = words.iter().filter_map(|word| word.to_str()).flat_map(|it| it.lines().skip(1));
    lines
        .filter(|line| !line.is_empty())
        .fold(text, |text, line| text.replace(&format!("\n{line}"), &format!("{SIGN}{line}")))
}

/// Whether the words ask for English, though they can't be read as a whole.
fn asks_for_english(words: &[OsString]) -> bool {
    let flags = words.iter().take_while(|word| *word != "--");
    let mut pairs = flags.zip(words.iter().skip(1).map(Some).chain([None]));
    pairs.any(|(word, next)| {
        word == "--lang=en" || word == "--lang" && next.is_some_and(|next| next == "en")
    })
}

/// What clap says, and how it is used; none for help.
fn in_chinese(error: &Error, reason: &str) -> Option<String> {
    let told = |kind| match error.get(kind) {
        Some(ContextValue::Strings(all)) => all.join("、"),
        Some(one) => one.to_string(),
        None => String::new(),
    };
    let behind = |start: &str, text: String| match text.is_empty() {
        true => text,
        false => format!("；{start}{text}"),
    };
    let meant =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let meant: String = meant.into_iter().map(|kind| behind("也许是 ", told(kind))).collect();
    let argument = told(ContextKind::InvalidArg);
    let value = told(ContextKind::InvalidValue);
    let number = told(ContextKind::ActualNumValues);
    let fault = match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => return None,
        ErrorKind::UnknownArgument if !argument.starts_with('-') => {
            format!("多写了“{argument}”{meant}")
        }
        ErrorKind::UnknownArgument => {
            // What begins with a hyphen may be a file.
            let as_value = format!("-- {argument}");
            let is_value = told(ContextKind::Suggested).contains(&as_value);
            let as_value = is_value.then(|| behind("如果它是值，请写 ", as_value));
            format!("没有 {argument} 这个参数{meant}{}", as_value.unwrap_or_default())
        }
        ErrorKind::InvalidSubcommand => {
            format!("没有 {} 这个命令{meant}", told(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            let known = behind("可以是：", told(ContextKind::ValidValue));
            format!("{argument} 后面缺少值{known}")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let known = behind("可以是：", told(ContextKind::ValidValue));
            let reason = behind("", reason.to_owned());
            format!("{argument} 不能是“{value}”{reason}{known}{meant}")
        }
        ErrorKind::TooManyValues => format!("{argument} 后面多写了“{value}”"),
        ErrorKind::TooFewValues => {
            let least = told(ContextKind::MinValues);
            format!("{argument} 后面至少要有 {least} 个值，只写了 {number} 个")
        }
        ErrorKind::WrongNumberOfValues => {
            let expected = told(ContextKind::ExpectedNumValues);
            format!("{argument} 后面要有 {expected} 个值，写了 {number} 个")
        }
        ErrorKind::NoEquals => format!("{argument} 与它的值之间要有等号"),
        ErrorKind::MissingRequiredArgument => format!("缺少 {argument}"),
        ErrorKind::MissingSubcommand => "缺少命令".to_owned(),
        ErrorKind::ArgumentConflict => {
            let other = told(ContextKind::PriorArg);
            match other == argument {
                true => format!("{argument} 只能写一次"),
                false => format!("{argument} 不能与 {other} 同时用"),
            }
        }
        ErrorKind::InvalidUtf8 => "有的参数不是 UTF-8 文字".to_owned(),
        // Writing help; new kinds may come with a new version.
        _ => "命令写得不对".to_owned(),
    };
    let usage = told(ContextKind::Usage);
    let usage = usage.trim_start_matches("Usage:").trim();
    let usage = if usage.is_empty() { String::new() } else { format!("用法：{usage}\n\n") };
    Some(format!("错误：{fault}。\n\n{usage}各参数的含义见 --help。\n"))
}

#[cfg(test)]
mod tests {
    use clap::{Arg, ArgAction, Command, value_parser};

    use super::*;

    /// Kinds that a transcript can't show: this program's arguments bring up no such, or the
    /// words are no text.
    #[test]
    fn every_kind_of_error_is_told_in_chinese() {
        let command = || {
            let number = |name, number| Arg::new(name).long(name).num_args(number);
            Command::new("x")
                .arg(number("two", 2..=2))
                .arg(number("few", 2..=5))
                .arg(number("equals", 1..=1).require_equals(true))
                .arg(Arg::new("flag").long("flag").action(ArgAction::SetTrue))
                .arg(Arg::new("text").long("text"))
                .arg(Arg::new("file").required_if_eq("text", "file"))
                .arg(Arg::new("year").long("year").value_parser(value_parser!(u16)))
                .arg(Arg::new("all").long("all").num_args(0).conflicts_with("flag"))
                .arg(Arg::new("one").long("one").value_parser(["table", "json"]))
        };
        for (line, chinese) in [
            ("x --two a", "--two <two> <two> 后面要有 2 个值，写了 1 个"),
            ("x --few a", "后面至少要有 2 个值，只写了 1 个"),
            ("x --equals a", "与它的值之间要有等号"),
            ("x --flag=a", "--flag 后面多写了“a”"),
            ("x f stray", "多写了“stray”"),
            ("x --all=1", "--all 后面多写了“1”"),
            ("x f --unknown", "没有 --unknown 这个参数"),
            ("x --year", "--year <year> 后面缺少值"),
            ("x --year x", "--year <year> 不能是“x”"),
            ("x --one tabel", "不能是“tabel”；可以是：table、json；也许是 table"),
            ("x --text file", "缺少 <file>"),
            ("x --all --flag", "--all 不能与 --flag 同时用"),
            ("x --year 1 --year 2", "--year <year> 只能写一次"),
            ("x --texd a", "没有 --texd 这个参数；也许是 --text"),
        ] {
            let error = command().try_get_matches_from(line.split(' ')).unwrap_err();
            let said = told(&error, &[], &error.to_string());
            assert!(said.contains(chinese), "{line}: {said}");
            let english = ["error:", "Usage", "tip:", "For more", "argument", "value"];
            assert!(!english.iter().any(|word| said.contains(word)), "{line}: {said}");
            let english = told(&error, &["--lang=en".into()], &error.to_string());
            assert_eq!(english, error.to_string());
        }
        #[cfg(unix)]
        {
            use std::os::unix::ffi::OsStringExt;
            let words = ["x".into(), "--text".into(), OsString::from_vec(vec![0xff])];
            let read = command().mut_arg("text", |arg| arg.value_parser(value_parser!(String)));
            let error = read.try_get_matches_from(words).unwrap_err();
            assert!(told(&error, &[], "").contains("不是 UTF-8"), "{error}");
        }
    }

    #[test]
    fn a_word_that_was_typed_stays_in_its_line() {
        let words = ["dabiao", "--甲\n::error::x\n乙", "a\n\nb"].map(OsString::from);
        for (text, expected) in [
            (
                "error: '--甲\n::error::x\n乙'\n\n用法",
                "error: '--甲\u{FFFD}::error::x\u{FFFD}乙'\n\n用法",
            ),
            ("错误：a\n\nb\n", "错误：a\n\u{FFFD}b\n"),
            ("其他\n用法\n", "其他\n用法\n"),
        ] {
            assert_eq!(joined(text.to_owned(), &words), expected);
        }
    }
}
