//! What ends a run, whenever it comes, leaves a report whole or not there.
//!
//! That nothing half-written stays is tested where temporary files are made: there a run
//! can be held in the middle.

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::Place;

/// A submission of which a report takes a while to write.
fn large() -> Place {
    let place = Place::new();
    let rows: String = (0..4_000)
        .map(|at| format!("2023,定海区,残疾人就业率,57.20%,3512,6140,示例数据 {at}\n"))
        .collect();
    place.put("2023.csv", format!("年份,地区,指标,数值,分子,分母,备注\n{rows}"));
    place
}

fn temporary(place: &Place) -> bool {
    place.names().iter().any(|name| name.starts_with(".dabiao-") && name.ends_with(".part"))
}

/// Starts a run and sends it a signal as soon as it writes, if it has not ended by then; and
/// whether it was seen to write.
fn interrupted(place: &Place, line: &str, signal: &str) -> (Child, bool) {
    let mut command = place.command(line);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let mut writes = false;
    while !writes && child.try_wait().unwrap().is_none() {
        std::thread::sleep(Duration::from_micros(200));
        writes = temporary(place);
    }
    Command::new("kill")
        .args(["-s", signal, &child.id().to_string()])
        .stderr(Stdio::null())
        .status()
        .unwrap();
    (child, writes)
}

/// Ends runs by a signal; how many of them were writing.
fn ends(line: &str, target: &str, signal: &str) -> usize {
    let place = large();
    place.run(line);
    let whole = place.bytes(target);
    let names = place.names();
    let mut writing = 0;
    for _ in 0..2 {
        std::fs::remove_file(place.path(target)).unwrap();
        let (mut child, writes) = interrupted(&place, line, signal);
        child.wait().unwrap();
        writing += usize::from(writes);
        if !place.path(target).exists() {
            std::fs::write(place.path(target), &whole).unwrap();
        }
        assert!(place.bytes(target) == whole, "{line} {signal}");
        if signal != "KILL" {
            assert_eq!(place.names(), names, "{line} {signal}");
        }
    }
    writing
}

#[test]
fn a_signal_leaves_no_temporary_file_and_no_part_of_a_report() {
    let mut writing = ends("check 2023.csv -o r.json --quiet", "r.json", "TERM");
    for signal in ["TERM", "INT", "HUP", "KILL"] {
        writing += ends("tidy 2023.csv -o all.csv --quiet", "all.csv", signal);
    }
    assert!(writing > 0, "no run was seen to write: nothing was tried");
}

#[test]
fn a_signal_leaves_the_file_that_was_there() {
    let place = large();
    assert_eq!(place.run("check 2023.csv -o r.html --quiet").code, 3);
    let before = (place.names(), place.bytes("r.html"));
    for signal in ["TERM", "INT"] {
        let (mut child, _) = interrupted(&place, "check 2023.csv -o r.html --quiet", signal);
        child.wait().unwrap();
        assert!((place.names(), place.bytes("r.html")) == before, "{signal}");
    }
}
