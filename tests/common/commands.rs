//! What the program says of its own commands.

use std::path::Path;
use std::process::Command;

/// The help of a command.
pub(crate) fn help(program: &Path, words: &[String]) -> String {
    let output = Command::new(program).args(words).arg("--help").output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{words:?}\n{told}");
    told
}

/// The words of the commands within one, by its help.
pub(crate) fn commands(program: &Path, within: &[String]) -> Vec<Vec<String>> {
    let told = help(program, within);
    let names = told.lines().skip_while(|line| !line.ends_with("Commands:")).skip(1);
    let names = names.take_while(|line| !line.is_empty()).filter_map(|line| {
        let name = line.strip_prefix("  ").filter(|name| !name.starts_with(' '))?;
        name.split(' ').next()
    });
    let names = names.filter(|name| *name != "help");
    let inner = names.flat_map(|name| commands(program, &[within, &[name.to_owned()]].concat()));
    let inner: Vec<_> = inner.collect();
    if inner.is_empty() { vec![within.to_vec()] } else { inner }
}
