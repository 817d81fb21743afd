//! Standard output and standard error.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use dabiao::diagnostic::{Diagnostic, OutputProblem, Severity};
use dabiao::render::{self, Lang, Out, Style};
use dabiao::report::Exit;

use super::args::{ColorArg, LookArgs, ReadArgs};
use super::guard::{Destination, STDOUT, unwritable};
use super::harmless::{Harmless, Kind, harmless};
use super::pager::Pages;
use super::{Failure, excerpt, identity, usage};

/// The width where nothing tells another.
const WIDTH: usize = 80;

/// How text looks on a stream, or in a file.
pub(super) fn style(look: &LookArgs, stream: Option<&impl RawStream>) -> Style {
    let auto = || stream.is_some_and(|stream| AutoStream::choice(stream) != ColorChoice::Never);
    let color = match look.color {
        ColorArg::Always => true,
        ColorArg::Never => false,
        ColorArg::Auto => auto(),
    };
    let terminal = stream
        .filter(|stream| stream.is_terminal())
        .and_then(|_| terminal_size::terminal_size())
        .map(|(width, _)| usize::from(width.0));
    let told = || std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let width = terminal.or_else(told).filter(|width| *width > 0).unwrap_or(WIDTH);
    Style { color, ..Style::plain(look.lang.into(), width) }
}

/// Writes findings to standard error, those of at least that weight.
pub(super) fn diagnose(found: &[Diagnostic], least: Severity, look: &LookArgs) {
    show(found, least, None, look, str::to_owned);
}

/// Writes findings in submissions to standard error.
pub(super) fn diagnose_sent(found: &[Diagnostic], read: &ReadArgs, look: &LookArgs) {
    diagnose_in(found, read, look, str::to_owned);
}

/// Writes findings in submissions to a log that takes some text for commands, which `log` makes harmless.
pub(super) fn diagnose_in(
    found: &[Diagnostic],
    read: &ReadArgs,
    look: &LookArgs,
    log: impl FnOnce(&str) -> String,
) {
    show(found, Severity::Note, read.stdin_filename.as_deref(), look, log);
}

/// `not_a_file`: the name of what came by standard input.
fn show(
    found: &[Diagnostic],
    least: Severity,
    not_a_file: Option<&str>,
    look: &LookArgs,
    log: impl FnOnce(&str) -> String,
) {
    let least = if look.quiet { Severity::Error } else { least };
    let stream = io::stderr();
    let shown: Vec<Diagnostic> =
        found.iter().filter(|found| found.severity() <= least).cloned().collect();
    let shown = if look.explain { excerpt::with_text(shown, not_a_file) } else { shown };
    let style = style(look, Some(&stream));
    let text = render::findings(&shown, look.explain, style);
    let text = harmless(&log(&text), style.color);
    // There is nowhere left to say that standard error is closed.
    let _ = stream.lock().write_all(text.as_bytes());
}

/// Writes a line about what was done to standard error.
pub(super) fn say(line: &str, look: &LookArgs) {
    if !look.quiet {
        let line = harmless(&line.replace(['\n', '\r'], " "), false);
        let _ = writeln!(io::stderr().lock(), "{line}");
    }
}

/// Says what was written, one line a file.
pub(super) fn say_written(destination: Option<&Destination>, look: &LookArgs) {
    if let Some(Destination { name, format, .. }) = destination.filter(|it| !it.is_device()) {
        let lang: Lang = look.lang.into();
        say(&lang.written(name, format.word()), look);
    }
}

/// Writes to a file, whole or not at all, or else to standard output.
///
/// Nobody reading any more (`| head -1`) is no error.
pub(super) fn write(
    destination: Option<&Destination>,
    kind: Kind,
    write: impl FnOnce(&mut dyn Out) -> io::Result<()>,
) -> Result<(), Failure> {
    let write = |out: &mut dyn Write| {
        let mut out = Harmless::new(out, kind);
        let written = write(&mut out);
        out.finish(written)
    };
    if let Some(destination) = destination {
        return Ok(destination.write(write).map_err(Diagnostic::whole)?);
    }
    if dabiao_started::is_stdout_closed() {
        return Err(Diagnostic::whole(OutputProblem::StdoutClosed).into());
    }
    if identity::stdout().is_some_and(|stdout| identity::is_read(&stdout)) {
        let path = STDOUT.to_owned();
        return Err(Diagnostic::whole(OutputProblem::OutputIsInput { path }).into());
    }
    let mut out = Pages::new(matches!(kind, Kind::Text { .. }));
    let written = write(&mut out);
    // A pager is waited for, whether it read all or not.
    let ended = out.finish();
    match written.and(ended) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(Diagnostic::whole(unwritable(Path::new(STDOUT), &error)).into()),
        Ok(()) => Ok(()),
    }
}

/// Writes what is wrong with what was typed, or help that was asked for: a report as any
/// other.
pub(super) fn typed(error: &clap::Error, words: &[OsString]) -> Result<Exit, Failure> {
    let of = |color| color != ColorChoice::Never;
    let text = |color| match color {
        true => error.render().ansi().to_string(),
        false => error.render().to_string(),
    };
    if error.use_stderr() {
        let color = of(AutoStream::choice(&io::stderr()));
        let text = usage::told(error, words, &text(color));
        let _ = io::stderr().lock().write_all(harmless(&text, color).as_bytes());
        return Ok(Exit::Unusable);
    }
    let color = of(AutoStream::choice(&io::stdout()));
    write(None, Kind::Text { color }, |out| out.write_all(text(color).as_bytes()))?;
    Ok(Exit::Passed)
}
