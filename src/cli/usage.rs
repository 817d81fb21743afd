//! What is wrong with what was typed: clap says it in English alone.

use std::error::Error as _;
use std::ffi::OsString;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::harmless::SIGN;

/// What clap says, behind one line in Chinese unless English was asked for. Help is in both
/// languages as it is. Reasons that are in both, `中文 / English`, are told in each once.
pub(super) fn told(error: &Error, words: &[OsString], clap: &str) -> String {
    let reason = error.source().map(ToString::to_string).unwrap_or_default();
    let (zh, en) = reason.split_once(" / ").unwrap_or(("", &reason));
    let clap = if zh.is_empty() { clap.to_owned() } else { clap.replace(&reason, en) };
    let told = match in_chinese(error, zh) {
        Some(line) if !asks_for_english(words) => line + &clap,
        _ => clap,
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

/// One line for what clap says; none for help.
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
        ErrorKind::UnknownArgument => format!("没有 {argument} 这个参数{meant}"),
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
    Some(format!("错误：{fault}。用法见 --help，以下是同一错误的英文说明。\n"))
}

#[cfg(test)]
mod tests {
    use clap::{Arg, ArgAction, Command};

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
        };
        for (line, chinese) in [
            ("x --two a", "--two <two> <two> 后面要有 2 个值，写了 1 个"),
            ("x --few a", "后面至少要有 2 个值，只写了 1 个"),
            ("x --equals a", "与它的值之间要有等号"),
            ("x --flag=a", "--flag 后面多写了“a”"),
            ("x stray", "多写了“stray”"),
            ("x --texd a", "没有 --texd 这个参数；也许是 --text"),
        ] {
            let error = command().try_get_matches_from(line.split(' ')).unwrap_err();
            let said = told(&error, &[], "");
            assert!(said.contains(chinese), "{line}: {said}");
        }
        #[cfg(unix)]
        {
            use std::os::unix::ffi::OsStringExt;
            let words = ["x".into(), "--text".into(), OsString::from_vec(vec![0xff])];
            let read =
                command().mut_arg("text", |arg| arg.value_parser(clap::value_parser!(String)));
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
