//! What is wrong with what was typed, in Chinese: clap says it in English alone.

use clap::Error;
use clap::error::{ContextKind, ErrorKind};

/// One line for what clap says; none for help, which is in both languages.
pub(super) fn in_chinese(error: &Error) -> Option<String> {
    let told = |kind| error.get(kind).map(ToString::to_string);
    let [argument, value] =
        [ContextKind::InvalidArg, ContextKind::InvalidValue].map(|it| told(it).unwrap_or_default());
    let meant = told(ContextKind::SuggestedArg)
        .or_else(|| told(ContextKind::SuggestedSubcommand))
        .or_else(|| told(ContextKind::SuggestedValue))
        .map(|meant| format!("；也许是 {meant}"));
    let meant = meant.unwrap_or_default();
    let fault = match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => return None,
        ErrorKind::UnknownArgument => format!("没有 {argument} 这个参数{meant}"),
        ErrorKind::InvalidSubcommand => {
            let command = told(ContextKind::InvalidSubcommand).unwrap_or_default();
            format!("没有 {command} 这个命令{meant}")
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} 后面缺少值"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let known = told(ContextKind::ValidValue).filter(|known| !known.is_empty());
            let known = known.map(|known| format!("；可以是：{known}")).unwrap_or_default();
            format!("{argument} 不能是“{value}”{known}{meant}")
        }
        ErrorKind::MissingRequiredArgument => format!("缺少 {argument}"),
        ErrorKind::MissingSubcommand => "缺少命令".to_owned(),
        ErrorKind::ArgumentConflict => {
            let other = told(ContextKind::PriorArg).unwrap_or_default();
            match other == argument {
                true => format!("{argument} 只能写一次"),
                false => format!("{argument} 不能与 {other} 同时用"),
            }
        }
        // New kinds may come with a new version.
        _ => "命令写得不对".to_owned(),
    };
    Some(format!("错误：{fault}。用法见 --help，以下是同一错误的英文说明。\n"))
}
