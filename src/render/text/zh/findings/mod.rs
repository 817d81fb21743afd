//! 中文: what findings say, one file a layer.

pub(in crate::render::text) mod audit;
pub(in crate::render::text) mod judgement;
pub(in crate::render::text) mod submission;

use crate::diagnostic::More;
use crate::render::text::Message;

/// Findings that are counted, not listed.
pub(in crate::render::text) fn more(more: &More) -> Message {
    Message::new(format!("另有 {} 处同类情况，未逐条列出", more.count()))
        .help("请先处理已列出的，再检查")
}

fn meant(nearest: Option<&String>) -> Option<String> {
    nearest.map(|name| format!("是否指“{name}”？"))
}
