//! 达标: checks what counties submit against the indicators of a five-year plan.
//!
//! Data flows one way: bytes become a [`submission`], TOML becomes a [`plan`],
//! [`judge`] makes a [`report`] of both, and [`render`] writes it. The library
//! never prints, exits, or touches files or the clock. What people write in many ways,
//! names, numbers, years and days, is one thing to all of them by [`text`].
//!
//! The program is behind the feature `cli`, which is on by default and brings all others.
//! `default-features = false` leaves out what a library may do without, and what that needs:
//!
//! | feature | what it adds |
//! |---|---|
//! | `workbook` | reading submissions and tables of targets from .xlsx, .xls and .ods |
//! | `html` | pages |
//! | `xlsx` | writing workbooks and documents for a word processor |
//!
//! ```
//! use std::io::Cursor;
//! use std::num::NonZeroUsize;
//!
//! use dabiao::plan::Plan;
//! use dabiao::render::{self, Lang, Style};
//! use dabiao::report::Exit;
//! use dabiao::submission::{Input, Options, Submission};
//! use dabiao::{judge, term::Outcome};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // The plan that the program ships with; `Plan::load` takes rule files of your own.
//! let plan = Plan::built_in()?;
//!
//! // Made up figures (示例数据): of 6,140 persons 3,512 have work.
//! let text = "年份,地区,指标,数值,分子,分母\n2023,定海区,残疾人就业率,57.20%,3512,6140\n";
//! let sent = vec![Input { name: "2023.csv".to_owned(), bytes: Cursor::new(text) }];
//! let submission = Submission::read(sent, &judge::vocabulary(&plan), &Options::default())?;
//!
//! let (history, threads) = (Submission::default(), NonZeroUsize::MIN);
//! let report = judge::judge(&plan, submission, history, &judge::Options::default(), threads);
//!
//! // The others sent nothing, and the submission can't be judged whole.
//! assert_eq!(report.exit, Exit::Incomplete);
//! let sent = report.rows().find(|row| row.value().is_some()).ok_or("nothing was read")?;
//! assert_eq!((&*sent.region().name, sent.outcome()), ("定海区", Outcome::OnPace));
//!
//! let style = Style::plain(Lang::En, 80);
//! assert!(render::table(&report, style).contains("57.20%"));
//! # Ok(())
//! # }
//! ```

#![forbid(unsafe_code)]
// Words and measures of formats that are left out.
#![cfg_attr(not(all(feature = "html", feature = "xlsx")), allow(dead_code, unused_imports))]

pub mod diagnostic;
pub mod exact;
pub mod form;
pub mod judge;
pub mod plan;
pub mod render;
pub mod report;
pub mod source;
pub mod submission;
pub mod term;
pub mod text;
mod words;
