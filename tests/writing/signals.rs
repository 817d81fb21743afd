//! What ends a run while it writes leaves nothing half-written.

use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::Place;

/// A submission of which a report takes a while to write.
fn large() -> Place {
    let place = Place::new();
    let rows: String = (0..20_000)
        .map(|at| format!("2023,定海区,残疾人就业率,57.20%,3512,6140,示例数据 {at}\n"))
        .collect();
    place.put("2023.csv", format!("年份,地区,指标,数值,分子,分母,备注\n{rows}"));
    place
}

fn temporary(place: &Place) -> bool {
    place.names().iter().any(|name| name.starts_with(".tmp"))
}

/// Starts a run and sends it a signal while it writes; none if it was too fast.
fn interrupted(place: &Place, line: &str, signal: &str) -> Option<Child> {
    let mut command = place.command(line);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    while !temporary(place) {
        if child.try_wait().unwrap().is_some() {
            return None;
        }
        std::thread::sleep(Duration::from_micros(200));
    }
    Command::new("kill").args(["-s", signal, &child.id().to_string()]).status().unwrap();
    Some(child)
}

/// Ends runs until one was in the middle of writing; a report that is there is whole.
fn ends(line: &str, target: &str, signal: (&str, i32)) {
    let place = large();
    place.run(line);
    let whole = place.bytes(target);
    for _ in 0..100 {
        std::fs::remove_file(place.path(target)).unwrap();
        let before = place.names();
        let child = interrupted(&place, line, signal.0);
        let status = child.map(|mut child| child.wait().unwrap());
        if !place.path(target).exists() {
            assert_eq!(status.and_then(|status| status.signal()), Some(signal.1), "{line}");
            if signal.0 != "KILL" {
                assert_eq!(place.names(), before, "{line} {signal:?}");
            }
            return;
        }
        assert!(place.bytes(target) == whole, "{line} {signal:?}");
    }
    panic!("{line}: never in the middle");
}

#[test]
fn a_signal_leaves_no_temporary_file_and_no_part_of_a_report() {
    for signal in [("TERM", 15), ("INT", 2), ("HUP", 1), ("KILL", 9)] {
        ends("tidy 2023.csv -o all.csv --quiet", "all.csv", signal);
    }
    ends("check 2023.csv -o r.json --quiet", "r.json", ("TERM", 15));
}

#[test]
fn a_signal_leaves_the_file_that_was_there() {
    let place = large();
    assert_eq!(place.run("check 2023.csv -o r.html --quiet").code, 3);
    let before = (place.names(), place.bytes("r.html"));
    for signal in ["TERM", "INT"] {
        if let Some(mut child) = interrupted(&place, "check 2023.csv -o r.html --quiet", signal) {
            child.wait().unwrap();
        }
        assert!((place.names(), place.bytes("r.html")) == before, "{signal}");
    }
}
