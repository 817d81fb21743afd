//! 中文: what findings say, one file a layer.

pub(in crate::render::text) mod audit;
pub(in crate::render::text) mod judgement;
pub(in crate::render::text) mod lint;
pub(in crate::render::text) mod plan;
pub(in crate::render::text) mod run;
pub(in crate::render::text) mod submission;

fn meant(nearest: Option<&String>) -> Option<String> {
    nearest.map(|name| format!("是否指“{name}”？"))
}
