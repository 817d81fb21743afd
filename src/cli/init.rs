//! `dabiao init`

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use dabiao::diagnostic::{Diagnostic, OutputProblem};
use dabiao::plan::{self, BUILT_IN};
use dabiao::render::Lang;
use dabiao::report::Exit;

use super::args::InitArgs;
use super::guard::unwritable;
use super::temporary::Temporary;
use super::{Failure, output, settings};

/// What lies in the folder: the files of each entry, which is left as it is where it is there.
fn entries() -> Vec<(&'static str, Vec<(&'static str, String)>)> {
    let mut rules: Vec<_> = BUILT_IN.map(|(name, text)| (name, text.to_owned())).into();
    rules.push(("plan/schema.json", plan::schema()));
    let file = |name, text: &str| (name, vec![(name, text.to_owned())]);
    vec![
        ("plan", rules),
        ("data", Vec::new()),
        file("README.md", include_str!("init/README.md")),
        // Last, for what it names should be there.
        file(settings::NAME, include_str!("init/dabiao.toml")),
    ]
}

pub(super) fn run(args: &InitArgs) -> Result<Exit, Failure> {
    let lang: Lang = args.look.lang.into();
    for (name, files) in entries() {
        let path = args.folder.join(name);
        // A link that leads to nothing is there too.
        let is_new = path.symlink_metadata().is_err();
        if is_new {
            make(&args.folder, name, &files).map_err(Diagnostic::whole)?;
        }
        output::say(&lang.initialised(&path.display().to_string(), is_new), &args.look);
    }
    Ok(Exit::Passed)
}

/// Makes a folder with its files, or a file by itself.
fn make(folder: &Path, name: &str, files: &[(&str, String)]) -> Result<(), OutputProblem> {
    let is_file = matches!(files, [(file, _)] if *file == name);
    let within = if is_file { folder.to_owned() } else { folder.join(name) };
    fs::create_dir_all(&within).map_err(|error| unwritable(&within, &error))?;
    for (file, text) in files {
        let path = folder.join(file);
        write(&within, &path, text).map_err(|error| unwritable(&path, &error))?;
    }
    Ok(())
}

fn write(within: &Path, path: &Path, text: &str) -> io::Result<()> {
    let mut file = Temporary::within(within)?;
    file.file().write_all(text.as_bytes())?;
    file.file().sync_all()?;
    file.name(path, false)
}
