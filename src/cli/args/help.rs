//! What `--help` shows, in both languages.
//!
//! clap has English words of its own. They are given in both languages here, in one place,
//! for every subcommand; each flag's help is at the flag.

use clap::builder::styling::{Ansi256Color, Style, Styles};
use clap::{Arg, ArgAction, Command, CommandFactory};
use dabiao::render::Ink;

use super::Cli;

const TEMPLATE: &str = "\
{before-help}{about-with-newline}
用法 / Usage: {usage}

{all-args}{after-help}";

/// All that can be typed.
pub(crate) fn command() -> Command {
    let version = flag("version", 'V', "显示版本 / print the version").action(ArgAction::Version);
    let command = Cli::command().styles(styles()).disable_version_flag(true).arg(version);
    bilingual(command.disable_help_flag(true).disable_help_subcommand(true))
}

/// clap's own green and yellow can't be read on white.
fn styles() -> Styles {
    let bold = Style::new().bold();
    let error = bold.fg_color(Some(Ansi256Color(Ink::Red.code()).into()));
    Styles::styled().error(error).invalid(bold).valid(bold)
}

fn flag(name: &'static str, short: char, help: &'static str) -> Arg {
    Arg::new(name).short(short).long(name).help(help)
}

fn bilingual(command: Command) -> Command {
    command
        .help_template(TEMPLATE)
        .subcommand_help_heading("命令 / Commands")
        .arg(flag("help", 'h', "显示帮助 / print help").action(ArgAction::Help))
        .mut_args(|arg| match arg.is_positional() {
            true => arg.help_heading("参数 / Arguments"),
            false => arg.help_heading("选项 / Options"),
        })
        .mut_subcommands(bilingual)
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;

    /// The widest a line of help may be.
    const WIDEST: usize = 100;

    fn all(command: &Command) -> Vec<&Command> {
        let mut found = vec![command];
        found.extend(command.get_subcommands().flat_map(all));
        found
    }

    /// What is wrong with a line of help, if anything.
    fn fault(whose: &str, help: Option<String>) -> Option<String> {
        let help = help.unwrap_or_default();
        let is_chinese = |text: &str| text.chars().any(|c| ('一'..='龥').contains(&c));
        let (chinese, english) = help.split_once("/ ").unwrap_or_default();
        let is_sound = chinese.ends_with([' ', '）'])
            && is_chinese(chinese)
            && !english.is_empty()
            && !help.contains('\n')
            && help.width() <= WIDEST;
        (!is_sound).then(|| format!("{whose} ({}): {help}", help.width()))
    }

    #[test]
    fn the_command_line_is_well_formed() {
        command().debug_assert();
    }

    #[test]
    fn every_help_is_one_line_in_both_languages() {
        let mut command = command();
        command.build();
        let mut faults = Vec::new();
        for command in all(&command) {
            let name = command.get_display_name().unwrap_or_else(|| command.get_name());
            faults.extend(fault(name, command.get_about().map(ToString::to_string)));
            for arg in command.get_arguments() {
                let whose = format!("{name} {arg}");
                faults.extend(fault(&whose, arg.get_help().map(ToString::to_string)));
                assert!(arg.get_long_help().is_none(), "{whose}: --help and -h say the same");
                for value in arg.get_possible_values() {
                    // Most words say it all themselves.
                    if let Some(help) = value.get_help() {
                        let whose = format!("{whose} {}", value.get_name());
                        faults.extend(fault(&whose, Some(help.to_string())));
                    }
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn the_names_of_values_are_ascii_capitals() {
        for command in all(&command()) {
            for arg in command.get_arguments().filter(|arg| arg.get_action().takes_values()) {
                for name in arg.get_value_names().unwrap_or_default() {
                    let is_plain = |c: char| c.is_ascii_uppercase() || "[=]|".contains(c);
                    assert!(name.chars().all(is_plain), "{} {arg}", command.get_name());
                }
            }
        }
    }

    #[test]
    fn no_heading_is_in_one_language_alone() {
        let mut command = command();
        command.build();
        for command in all(&command) {
            let help = command.clone().render_help().to_string();
            for heading in ["Usage:", "Options:", "Arguments:", "Commands:"] {
                let alone = help.lines().any(|line| line.starts_with(heading));
                assert!(!alone, "{}: {heading}", command.get_name());
            }
        }
    }
}
