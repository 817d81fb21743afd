//! English: what findings say, one file a layer.

pub(in crate::render::text) mod audit;
pub(in crate::render::text) mod judgement;
pub(in crate::render::text) mod submission;

use crate::diagnostic::More;
use crate::render::text::Message;

/// Findings that are counted, not listed.
pub(in crate::render::text) fn more(more: &More) -> Message {
    Message::new(format!("{} more of the same kind, not listed one by one", more.count()))
        .help("see to those listed, then check again")
}

fn meant(nearest: Option<&String>) -> Option<String> {
    nearest.map(|name| format!("did you mean \"{name}\"?"))
}
