//! `dabiao plan`

use std::io;

use dabiao::render;
use dabiao::report::Exit;

use super::args::ShowArgs;
use super::{Failure, files, output};

pub(super) fn show(args: &ShowArgs) -> Result<Exit, Failure> {
    let plan = files::plan(&args.plan)?;
    let style = output::style(&args.look, Some(&io::stdout()));
    output::write(None, |out| out.write_all(render::plan_table(&plan, style).as_bytes()))?;
    Ok(Exit::Passed)
}
