//! A pager, where a terminal has fewer lines than a report.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::process::{Command, Stdio};
#[cfg(unix)]
use std::sync::Arc;

/// The pager where `PAGER` names none.
const USUAL: &str = "less";
/// How that one behaves, unless it is told otherwise: what fits is printed, colours are, and what
/// was read stays; and how it is told that a text is UTF-8 wherever it runs.
const SETTINGS: [(&str, &str); 2] = [("LESS", "FRX"), ("LESSCHARSET", "utf-8")];

/// Shows a text on standard output, page by page where there is somebody to turn the pages.
pub(super) fn show(text: &[u8]) -> io::Result<()> {
    match pager(text).map(|mut pager| pager.stdin(Stdio::piped()).spawn()) {
        Some(Ok(mut pager)) => {
            // It is the pager that is interrupted: who stops reading still gets the exit code.
            #[cfg(unix)]
            let _ = signal_hook::flag::register(signal_hook::consts::SIGINT, Arc::default());
            let written = pager.stdin.take().map_or(Ok(()), |mut pages| pages.write_all(text));
            pager.wait()?;
            written
        }
        // What can't be run shows nothing.
        None | Some(Err(_)) => {
            let mut out = io::stdout().lock();
            out.write_all(text)?;
            out.flush()
        }
    }
}

/// The pager, if one is needed and wanted: none for a run that nobody looks at.
fn pager(text: &[u8]) -> Option<Command> {
    let is_watched = io::stdin().is_terminal() && io::stdout().is_terminal();
    let is_told = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    if !is_watched || is_told("CI") || env::var_os("TERM").is_none_or(|term| term == "dumb") {
        return None;
    }
    let (_, height) = terminal_size::terminal_size()?;
    let lines = text.iter().filter(|byte| **byte == b'\n').count();
    // The prompt has a line of its own.
    if lines < usize::from(height.0) {
        return None;
    }
    let named = env::var("PAGER").unwrap_or_else(|_| USUAL.to_owned());
    let mut words = named.split_whitespace();
    let mut pager = Command::new(words.next().filter(|name| *name != "cat")?);
    pager.args(words);
    for (name, value) in SETTINGS.into_iter().filter(|(name, _)| !is_told(name)) {
        pager.env(name, value);
    }
    Some(pager)
}
