//! What a title, the name of a sheet or of a file, or a note says that figures are by a word that
//! is all that is left of one of its parts: 任务数 of 定海区2023年残疾人事业任务数表, 试填 of
//! 主要指标（试填）.

use super::claim::{Claim, Sense};
use super::other_time::is_relative;
use super::spoken::{Speaks, is_never_results, is_of_others};

/// No longer part of a text is read, in bytes.
const LONGEST: usize = 120;
/// So many parts of a text are read; what goes on is prose.
const MOST: usize = 24;
/// What parts end with.
const BREAKS: [char; 5] = ['(', ')', '[', ']', '_'];

/// What is left out at both ends of a part: words for a table and for figures.
const PLAIN: [&str; 20] = [
    "主要指标",
    "指标",
    "情况",
    "数据",
    "一览表",
    "一览",
    "汇总表",
    "汇总",
    "清单",
    "统计表",
    "统计",
    "报表",
    "报送",
    "填报",
    "明细",
    "台账",
    "表",
    "数",
    "值",
    "稿",
];
/// What a table is about: a word right behind it is of what kind the figures are.
const SUBJECTS: [&str; 12] =
    ["事业", "工作", "指标", "数据", "情况", "统计", "残疾人", "残联", "区", "县", "市", "年度"];
/// Words that are also what work is called: behind what it is about they say nothing.
const WORKS: [&str; 3] = ["规划", "评价", PROGRESS];
/// How far what is to be done has come: a result.
const PROGRESS: &str = "进度";

/// What the parts of a folded text say, if any is of something else than results.
pub(super) fn heads(folded: &str) -> Option<Speaks> {
    // A hyphen parts Chinese, and joins words of English: no-baseline.
    let parts = folded.split(BREAKS);
    let parts = parts.flat_map(|part| part.split(if part.is_ascii() { '_' } else { '-' }));
    let parts = parts.filter(|part| !part.is_empty() && part.len() <= LONGEST);
    parts.take(MOST).filter_map(of_part).max()
}

impl Claim<'_> {
    /// Whether it is that the figures of a whole table are no results of the year.
    pub(super) fn is_of_no_results(self) -> bool {
        self.is_no_result()
            || self.corrected().is_some()
            || self.sense >= Sense::Whole && heads(self.of).is_some()
    }
}

fn of_part(part: &str) -> Option<Speaks> {
    let undated = without_year(part);
    let whole = [part, undated, without_plain(undated)].into_iter().filter_map(speaks);
    let behind = behind_subjects(undated).flat_map(|rest| [rest, without_plain(rest)]);
    let behind = behind.filter(|head| !WORKS.contains(head)).filter_map(speaks);
    whole.chain(behind).max()
}

/// What one head says.
fn speaks(head: &str) -> Option<Speaks> {
    let claim = Claim { of: head, sense: Sense::Whole };
    // 2023, and what is left of it.
    if head.bytes().all(|byte| byte.is_ascii_digit()) {
        None
    } else if is_never_results(head) || claim.is_unsettled() {
        Some(Speaks::Never)
    } else {
        // “十四五”规划 is what a table is about, and 规划 by itself what its figures are.
        let is_work = WORKS.iter().any(|work| head.len() > work.len() && head.ends_with(work));
        let is_else = || claim.is_no_result() || is_of_others(head) || is_relative(head);
        (!is_work && head != PROGRESS && is_else()).then_some(Speaks::OfOthers)
    }
}

/// What stands behind the last of each word for what a table is about, and behind its year.
fn behind_subjects(part: &str) -> impl Iterator<Item = &str> {
    let subjects = SUBJECTS.iter().filter_map(|word| Some(part.rsplit_once(word)?.1));
    let dated = part.rfind(|c: char| c.is_ascii_digit()).and_then(|at| part.get(at + 1..));
    // 年初数 of 2023年初数, and 计划 of 2023年度计划.
    let behind_year =
        dated.and_then(|rest| rest.strip_prefix("年度").or_else(|| rest.strip_prefix('年')));
    subjects.chain(dated).chain(behind_year)
}

fn without_year(part: &str) -> &str {
    let part = part.trim_end_matches(|c: char| c.is_ascii_digit());
    part.trim_start_matches(|c: char| c.is_ascii_digit() || "年度".contains(c))
}

fn without_plain(mut part: &str) -> &str {
    while let Some(rest) =
        PLAIN.iter().find_map(|word| part.strip_prefix(word).or_else(|| part.strip_suffix(word)))
    {
        part = rest;
    }
    part
}
