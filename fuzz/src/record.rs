//! Any text as a JSON report that is compared with another.

use dabiao::render::{self, Lang, Style};
use dabiao::report::Selection;
use dabiao::report::comparison::Comparison;
use dabiao::report::record::{Record, read_report};
use dabiao::term::FailOn;

use super::many;
use super::plan::told;

/// The older report, and behind `----` the newer one.
pub fn record(input: &[u8]) {
    let files = many::files(input);
    let read: Vec<Option<Record>> = files.iter().take(2).map(|file| sound(file)).collect();
    for record in read.iter().flatten() {
        let same = Comparison::of(record.clone(), record.clone(), FailOn::default()).unwrap();
        assert!(same.changes.is_empty() && same.vanished.is_empty() && same.appeared.is_empty());
    }
    let [Some(old), Some(new)] = &read[..] else { return };
    let compared =
        |old: &Record, new: &Record| Comparison::of(old.clone(), new.clone(), FailOn::default());
    match compared(old, new) {
        Err(problems) => assert!(!problems.is_empty()),
        Ok(comparison) => {
            for lang in [Lang::Zh, Lang::En] {
                render::diff(&comparison, Style::plain(lang, 80));
            }
            let (mut json, mut csv) = (Vec::new(), Vec::new());
            render::diff_json(&comparison, &mut json).unwrap();
            render::diff_csv(&comparison, &mut csv).unwrap();
            assert!(json.ends_with(b"}\n"));
            // The other way round what went is what came.
            let back = compared(new, old).unwrap();
            assert_eq!(back.vanished.len(), comparison.appeared.len());
            assert_eq!(back.appeared.len(), comparison.vanished.len());
            assert_eq!(back.changes.len(), comparison.changes.len());
        }
    }
}

fn sound(text: &str) -> Option<Record> {
    match read_report("a.json", text.as_bytes(), &Selection::default()) {
        Ok(record) => Some(record),
        Err(faults) => {
            told(&faults, 1);
            None
        }
    }
}
