//! 达标: checks what counties submit against the indicators of a five-year plan.
//!
//! Data flows one way: bytes become a [`submission`], TOML becomes a [`plan`],
//! [`judge`] makes a [`report`] of both, and [`render`] writes it. The library
//! never prints, exits, or touches files or the clock. What people write in many ways,
//! names, numbers, years and days, is one thing to all of them by [`text`].

#![forbid(unsafe_code)]

pub mod diagnostic;
pub mod exact;
pub mod judge;
pub mod plan;
pub mod render;
pub mod report;
pub mod source;
pub mod submission;
pub mod term;
pub mod text;
mod words;
