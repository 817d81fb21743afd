//! `dabiao explain`

use std::io;

use dabiao::diagnostic::{Diagnostic, InputProblem};
use dabiao::report::Exit;
use dabiao::term::nearest;
use dabiao::{judge, render};

use super::args::{ExplainArgs, SelectArgs};
use super::harmless::Kind;
use super::reading::Reading;
use super::{Failure, files, output, select};

pub(super) fn run(args: &ExplainArgs) -> Result<Exit, Failure> {
    let Some(indicator) = &args.indicator else { return codes(args) };
    if is_code(indicator) {
        return page(indicator, args);
    }
    let plan = files::plan(&args.data.plan)?;
    let select = SelectArgs {
        level: Vec::new(),
        region: args.region.clone(),
        indicator: vec![indicator.clone()],
        attribute: Vec::new(),
    };
    let options = select::options(&plan, &select, &args.data)?;
    let rule = options.indicators.first();
    let region = match options.regions.as_slice() {
        [region] => Some(*region),
        _ => None,
    };
    let explain = |id: &_| judge::explain_within(&plan, *id, options.against, region);
    let Some(rule) = rule.and_then(explain) else {
        return Ok(Exit::Unusable);
    };
    let reading = Reading::new(&plan, &args.data, &args.look);
    let report = match args.paths.is_empty() {
        true => None,
        false => Some(reading.judge(&args.paths, &options)?),
    };
    if let Some(report) = &report {
        output::diagnose_sent(&report.diagnostics, &args.data.read, &args.look);
    }
    let style = output::style(&args.look, Some(&io::stdout()));
    output::write(None, Kind::Text { color: style.color }, |out| {
        out.write_all(render::explain(&rule, report.as_ref(), style).as_bytes())
    })?;
    Ok(report.map_or(Exit::Passed, |report| report.exit))
}

/// Whether that is the code of a finding, `layer/what`: no name or id looks so.
pub(super) fn is_code(text: &str) -> bool {
    let is_part = |part: &str| {
        let is_of_code = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        part.starts_with(|c: char| c.is_ascii_lowercase()) && part.bytes().all(is_of_code)
    };
    text.split_once('/').is_some_and(|(layer, what)| is_part(layer) && is_part(what))
}

/// The page of a code.
fn page(code: &str, args: &ExplainArgs) -> Result<Exit, Failure> {
    let style = output::style(&args.look, Some(&io::stdout()));
    let Some(page) = render::page(code, style) else {
        let known = || dabiao::diagnostic::entries().map(|entry| entry.code);
        // Who stops short means what begins so.
        let begun = known().find(|known| known.starts_with(code)).map(str::to_owned);
        let nearest = begun.or_else(|| nearest(code, known()));
        let problem = InputProblem::UnknownCode { code: code.to_owned(), nearest };
        return Err(Diagnostic::whole(problem).into());
    };
    if !args.paths.is_empty() {
        return Err(Diagnostic::whole(InputProblem::CodeWithFiles { code: code.to_owned() }).into());
    }
    output::write(None, Kind::Text { color: style.color }, |out| out.write_all(page.as_bytes()))?;
    Ok(Exit::Passed)
}

/// The pages of all codes.
fn codes(args: &ExplainArgs) -> Result<Exit, Failure> {
    let style = output::style(&args.look, Some(&io::stdout()));
    let pages = render::codes(style.lang);
    output::write(None, Kind::Text { color: false }, |out| out.write_all(pages.as_bytes()))?;
    Ok(Exit::Passed)
}
