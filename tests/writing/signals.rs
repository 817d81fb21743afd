//! What ends a run, whenever it comes, leaves a file as it was or whole, in every format of
//! every command that writes one.
//!
//! That nothing half-written stays is tested where temporary files are made too: there a run
//! can be held in the middle.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use dabiao::plan::BUILT_IN;

use crate::{Place, commands};

/// The last is told to no program.
const SIGNALS: [&str; 4] = ["TERM", "INT", "HUP", "KILL"];

/// What stood in a file before.
const OLD: &str = "示例数据 以前的";

/// A run of each command that writes files: into `out`, in the format that `FORMAT` stands for.
const WRITERS: [&str; 12] = [
    "check 2023.csv --format FORMAT -o out/it --force",
    "letters 2023.csv --format FORMAT -o out --force",
    "trend 2023.csv --format FORMAT -o out/it --force",
    "diff old.csv 2023.csv --format FORMAT -o out/it --force",
    "tidy 2023.csv --format FORMAT -o out/it --force",
    "template --year 2024 --format FORMAT -o out/it --force",
    "plan new table.csv -o out/it --force",
    "plan test plan --format FORMAT -o out/it --force",
    "plan diff plan plan --format FORMAT -o out/it --force",
    "plan requirements --format FORMAT -o out/it --force",
    "plan sql --dialect duckdb --year 2023 -o out/it.sql --force",
    "man -o out --force",
];

/// Submissions and a plan of which reports take a while to write, and where they go.
fn place() -> Place {
    let place = Place::new();
    let rows = |value: &str| -> String {
        let row = |at| format!("2023,定海区,残疾人就业率,{value},,,示例数据 {at}\n");
        (0..100).map(row).collect()
    };
    place.put("2023.csv", format!("年份,地区,指标,数值,分子,分母,备注\n{}", rows("57.20%")));
    place.put("old.csv", format!("年份,地区,指标,数值,分子,分母,备注\n{}", rows("57.30%")));
    let rows: String = (0..100).map(|at| format!("示例指标{at},%,≥{at}\n")).collect();
    place.put("table.csv", format!("指标,单位,目标值\n{rows}"));
    for (name, text) in BUILT_IN {
        place.put(name, text);
    }
    for name in ["out", "old"] {
        fs::create_dir(place.path(name)).unwrap();
    }
    place
}

/// Removes what was written.
fn clear(place: &Place) {
    fs::remove_dir_all(place.path("out")).unwrap();
    fs::create_dir(place.path("out")).unwrap();
}

/// What lies where files are written.
fn written(place: &Place) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(place.path("out")).unwrap();
    let file = |entry: fs::DirEntry| {
        (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())
    };
    entries.map(|entry| file(entry.unwrap())).collect()
}

fn is_temporary(name: &str) -> bool {
    name.starts_with(".dabiao-") && name.ends_with(".part")
}

/// Whether a run is writing. What it wrote is not read, as that may be gone by now.
fn writes(place: &Place) -> bool {
    let mut names = fs::read_dir(place.path("out")).unwrap();
    names.any(|entry| is_temporary(&entry.unwrap().file_name().to_string_lossy()))
}

/// A shell that sends signals: it is there already when a run is seen to write.
struct Killer(Child);

impl Killer {
    fn new() -> Self {
        let mut shell = Command::new("sh");
        shell.args(["-c", "while read -r signal run; do kill -s $signal $run; done"]);
        Self(shell.stdin(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap())
    }

    /// Starts a run and ends it by a signal as soon as it writes; whether that ended it.
    fn ends(&mut self, place: &Place, line: &str, signal: &str) -> bool {
        let mut command = place.command(line);
        let mut run = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        while run.try_wait().unwrap().is_none() {
            if writes(place) {
                writeln!(self.0.stdin.as_mut().unwrap(), "{signal} {}", run.id()).unwrap();
                break;
            }
            std::thread::yield_now();
        }
        run.wait().unwrap().signal().is_some()
    }
}

impl Drop for Killer {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        self.0.wait().unwrap();
    }
}

/// Ends a run by a signal, over what was there before, or nothing; whether it was writing.
fn is_whole(
    killer: &mut Killer,
    place: &Place,
    (line, signal): (&str, &str),
    whole: &BTreeMap<String, Vec<u8>>,
    old: &str,
) -> bool {
    clear(place);
    for name in whole.keys().filter(|_| !old.is_empty()) {
        place.put(&format!("out/{name}"), old);
    }
    let was_writing = killer.ends(place, line, signal);
    let mut left = written(place);
    if signal == "KILL" {
        left.retain(|name, _| !is_temporary(name));
    }
    for (name, bytes) in &left {
        let is_whole = whole.get(name) == Some(bytes);
        assert!(is_whole || bytes == old.as_bytes(), "{line} {signal}: {name}");
    }
    assert!(old.is_empty() || left.keys().eq(whole.keys()), "{line} {signal}");
    was_writing
}

/// The formats that a command says it has; one without a name where it has one alone.
fn formats(place: &Place, command: &str) -> Vec<String> {
    let ran = place.run(&format!("{command} --format ?"));
    let Some((_, told)) = ran.stderr.split_once("可以是：") else {
        assert!(ran.stderr.contains("没有 --format"), "{command}\n{}", ran.stderr);
        return vec![String::new()];
    };
    let (told, _) = told.split_once(['。', '；']).unwrap();
    told.split('、').map(|format| format.trim().to_owned()).collect()
}

/// The lines of all formats of all commands that write files.
fn lines(place: &Place) -> Vec<String> {
    let of = |line: &&str| {
        let words = if line.starts_with("plan ") { 2 } else { 1 };
        let command: Vec<_> = line.split(' ').take(words).collect();
        let formats = formats(place, &command.join(" "));
        assert!(line.contains("FORMAT") || formats.len() == 1, "{line}");
        let line = (*line).to_owned();
        // Without Parquet tidy has one format, and no flag for it.
        formats.into_iter().map(move |format| match &*format {
            "" => line.replace("--format FORMAT ", ""),
            format => line.replace("FORMAT", format),
        })
    };
    WRITERS.iter().flat_map(of).collect()
}

/// The files of a run that nothing disturbs.
fn whole(place: &Place, line: &str) -> BTreeMap<String, Vec<u8>> {
    let ran = place.run(line);
    assert_ne!(ran.code, 2, "{line}\n{}", ran.stderr);
    written(place)
}

/// What takes a name when it is whole never changes the file that had it; and who makes a
/// temporary file first removes those of earlier runs.
fn takes_its_name_when_it_is_whole(place: &Place, line: &str, names: Vec<&String>) {
    clear(place);
    for name in &names {
        place.put(&format!("out/{name}"), OLD);
        fs::hard_link(place.path(&format!("out/{name}")), place.path(&format!("old/{name}")))
            .unwrap();
    }
    place.put("out/.dabiao-left.part", "");
    assert!(whole(place, line).keys().eq(names.iter().copied()), "{line}");
    for name in names {
        assert_eq!(place.bytes(&format!("old/{name}")), OLD.as_bytes(), "{line} {name}");
        assert_ne!(place.bytes(&format!("out/{name}")), OLD.as_bytes(), "{line} {name}");
        fs::remove_file(place.path(&format!("old/{name}"))).unwrap();
    }
}

#[test]
fn a_signal_leaves_no_part_of_a_file_in_any_format_of_any_command() {
    let (place, mut killer) = (place(), Killer::new());
    // One a format, in turn, over a file and over nothing: all is written by the same means.
    let turns = SIGNALS.iter().flat_map(|signal| [(signal, OLD), (signal, "")]).cycle();
    let mut writing = 0;
    for (line, (signal, old)) in lines(&place).iter().zip(turns) {
        clear(&place);
        let whole = whole(&place, line);
        assert!(!whole.is_empty(), "{line}");
        takes_its_name_when_it_is_whole(&place, line, whole.keys().collect());
        writing += usize::from(is_whole(&mut killer, &place, (line, signal), &whole, old));
    }
    assert!(writing > 0, "no run was seen to write: nothing was tried");
}

#[test]
fn every_signal_leaves_the_file_that_was_there() {
    let (place, mut killer) = (place(), Killer::new());
    let mut writing = 0;
    for format in ["json", "html", "xlsx"] {
        let line = format!("check 2023.csv --format {format} -o out/it --force");
        let whole = whole(&place, &line);
        for signal in SIGNALS {
            writing += usize::from(is_whole(&mut killer, &place, (&line, signal), &whole, OLD));
        }
    }
    assert!(writing > 0, "no run was seen to write: nothing was tried");
}

#[test]
fn every_command_that_writes_files_is_tried_with_signals() {
    let program = Path::new(env!("CARGO_BIN_EXE_dabiao"));
    let commands = commands::commands(program, &[]);
    let writes = |words: &&Vec<String>| commands::help(program, words).contains("--output");
    for words in commands.iter().filter(writes) {
        let words = words.join(" ") + " ";
        assert!(WRITERS.iter().any(|line| line.starts_with(&words)), "{words}");
    }
}
