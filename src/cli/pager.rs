//! A pager, where a terminal has fewer lines than a report.

use std::env;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::process::{Child, Command, Stdio};
#[cfg(unix)]
use std::sync::Arc;

/// The pager where `PAGER` names none.
const USUAL: &str = "less";
/// How that one behaves, unless it is told otherwise: what fits is printed, colours are, and what
/// was read stays; and how it is told that a text is UTF-8 wherever it runs.
const SETTINGS: [(&str, &str); 2] = [("LESS", "FRX"), ("LESSCHARSET", "utf-8")];

/// Standard output, page by page where there is somebody to turn the pages. No more is held than
/// what a screen has room for.
pub(super) enum Pages {
    /// What fits so far, how many more lines do, and the pager for what does not.
    Held {
        text: Vec<u8>,
        room: usize,
        pager: Command,
    },
    Paged(Child),
    Plain(BufWriter<StdoutLock<'static>>),
}

impl Pages {
    pub(super) fn new(is_for_people: bool) -> Self {
        match pager().filter(|_| is_for_people) {
            Some((pager, room)) => Self::Held { text: Vec::new(), room, pager },
            None => Self::plain(),
        }
    }

    fn plain() -> Self {
        Self::Plain(BufWriter::new(io::stdout().lock()))
    }

    /// Shows what was held, and waits until the last page was read.
    pub(super) fn finish(self) -> io::Result<()> {
        match self {
            Self::Held { text, .. } => {
                let mut out = io::stdout().lock();
                out.write_all(&text)?;
                out.flush()
            }
            Self::Paged(mut pager) => {
                drop(pager.stdin.take());
                pager.wait().map(drop)
            }
            Self::Plain(mut out) => out.flush(),
        }
    }
}

impl Write for Pages {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(out) => return out.write(bytes),
            Self::Paged(pager) => {
                return pager.stdin.as_mut().map_or(Ok(bytes.len()), |pages| pages.write(bytes));
            }
            Self::Held { text, room, pager } => {
                text.extend_from_slice(bytes);
                let lines = bytes.iter().filter(|byte| **byte == b'\n').count();
                if lines < *room {
                    *room -= lines;
                    return Ok(bytes.len());
                }
                let text = std::mem::take(text);
                // What can't be run shows nothing.
                *self =
                    pager.stdin(Stdio::piped()).spawn().map_or_else(|_| Self::plain(), Self::Paged);
                // It is the pager that is interrupted: who stops reading still gets the exit code.
                #[cfg(unix)]
                let _ = signal_hook::flag::register(signal_hook::consts::SIGINT, Arc::default());
                self.write_all(&text)?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Held { .. } => Ok(()),
            Self::Paged(pager) => pager.stdin.as_mut().map_or(Ok(()), Write::flush),
            Self::Plain(out) => out.flush(),
        }
    }
}

/// The pager, if one is wanted, and how many lines need none: of a run that nobody looks at there
/// is none.
fn pager() -> Option<(Command, usize)> {
    let is_watched = io::stdin().is_terminal() && io::stdout().is_terminal();
    let is_told = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    if !is_watched || is_told("CI") || env::var_os("TERM").is_none_or(|term| term == "dumb") {
        return None;
    }
    // The prompt has a line of its own.
    let (_, height) = terminal_size::terminal_size()?;
    let named = env::var("PAGER").unwrap_or_else(|_| USUAL.to_owned());
    let mut words = named.split_whitespace();
    let mut pager = Command::new(words.next().filter(|name| *name != "cat")?);
    pager.args(words);
    for (name, value) in SETTINGS.into_iter().filter(|(name, _)| !is_told(name)) {
        pager.env(name, value);
    }
    Some((pager, usize::from(height.0)))
}
