//! `dabiao`: the command line.

#![forbid(unsafe_code)]

mod cli;

use std::process::ExitCode;

#[global_allocator]
static MEMORY: dabiao_started::Memory = dabiao_started::Memory;

fn main() -> ExitCode {
    cli::main()
}
