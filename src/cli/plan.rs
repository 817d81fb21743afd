//! `dabiao plan`

use std::io;

use dabiao::report::Exit;
use dabiao::{judge, render};

use super::args::ShowArgs;
use super::{Failure, files, output};

pub(super) fn show(args: &ShowArgs) -> Result<Exit, Failure> {
    let outline = judge::outline(&files::plan(&args.plan)?);
    let style = output::style(&args.look, Some(&io::stdout()));
    let page = match args.tasks {
        true => render::tasks(&outline, style),
        false => render::indicators(&outline, style),
    };
    output::write(None, |out| out.write_all(page.as_bytes()))?;
    Ok(Exit::Passed)
}
