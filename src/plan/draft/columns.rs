//! The columns of values: which is the baseline's, which the target's.

use crate::term::Year;

/// Another column of values: what a year between demands, or what is no target at all.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beside {
    pub(super) at: usize,
    /// The year that it names, if it is a target of one on the way.
    pub(super) milestone: Option<Year>,
    /// Whether the header itself calls it a target.
    pub(super) is_target: bool,
}

/// What a column of values says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::plan) enum Label {
    Baseline,
    /// 实际, 完成值: the baseline where no other column is.
    Past,
    Target,
    /// 中期目标
    Midway,
    None,
}

/// A column of values.
#[derive(Debug, Clone, Copy)]
pub(super) struct Value {
    pub(super) at: usize,
    pub(super) year: Option<Year>,
    pub(super) label: Label,
}

/// The columns of values, told apart.
pub(super) struct Picked {
    pub(super) baseline: Option<Value>,
    pub(super) target: Option<Value>,
    pub(super) beside: Vec<Beside>,
}

/// Which of them is the baseline's, which the target's, and what the others are.
pub(super) fn pick(values: &[Value]) -> Picked {
    let labelled = |label| values.iter().copied().filter(move |value| value.label == label);
    let latest = |label| labelled(label).max_by_key(|value| value.year);
    let targets: Vec<Value> = labelled(Label::Target).collect();
    let mut alone: Vec<Value> = labelled(Label::None).collect();
    alone.sort_by_key(|value| value.year);
    let mut baseline = latest(Label::Baseline).or_else(|| latest(Label::Past));
    let target = match targets.is_empty() {
        true => of_years(&alone, baseline).or_else(|| labelled(Label::Midway).next_back()),
        false => {
            let from = baseline.and_then(|value| value.year);
            of_targets(&targets, from.or_else(|| alone.first().and_then(|value| value.year)))
        }
    };
    let to = target.and_then(|value| value.year);
    if let (None, Some(target)) = (baseline, target) {
        let is_before =
            |value: &&Value| value.at != target.at && to.is_none_or(|to| value.year < Some(to));
        let is_five = |value: &&Value| value.year.map(|year| year + 5) == to;
        let mut earlier = alone.iter().filter(is_before);
        baseline = earlier.clone().find(is_five).or_else(|| earlier.next_back()).copied();
    }
    let from = baseline.and_then(|value| value.year);
    let is_between =
        |year: &Year| from.is_none_or(|from| *year > from) && to.is_none_or(|to| *year < to);
    let used = [baseline, target].map(|value| value.map(|value| value.at));
    let mut rest: Vec<&Value> =
        values.iter().filter(|value| !used.contains(&Some(value.at))).collect();
    rest.sort_by_key(|value| value.year);
    let beside = rest.into_iter().map(|value| {
        let is_target = matches!(value.label, Label::Target | Label::Midway);
        // Beside a column that is called a target, one that is not may be what was reached.
        let may_be = is_target || (targets.is_empty() && value.label == Label::None);
        let milestone = value.year.filter(|year| may_be && is_between(year));
        Beside { at: value.at, milestone, is_target }
    });
    Picked { baseline, target, beside: beside.collect() }
}

/// Of the columns that are called targets the plan's own: five years behind the
/// baseline; else the last of the years that one plan spans.
fn of_targets(targets: &[Value], baseline: Option<Year>) -> Option<Value> {
    let is_later = |value: &&Value| value.year.is_none() || value.year > baseline;
    let later = || targets.iter().filter(is_later);
    let first = later().filter_map(|value| value.year).min();
    let is_spanned = |value: &&Value| value.year.map(|year| year - 5) < first;
    later()
        .find(|value| baseline.is_some_and(|from| value.year == Some(from + 5)))
        .or_else(|| later().find(|value| value.year.is_none()))
        .or_else(|| later().filter(is_spanned).max_by_key(|value| value.year))
        .or(targets.first())
        .copied()
}

/// Of columns that are years alone the one that is the target's.
fn of_years(years: &[Value], baseline: Option<Value>) -> Option<Value> {
    let is_five_from = |from: &Value, to: &Value| from.year.map(|year| year + 5) == to.year;
    let is_later = |value: &&Value| baseline.is_none_or(|from| value.year > from.year);
    let is_five = |to: &&Value| match baseline {
        Some(from) => is_five_from(&from, to),
        None => years.iter().any(|from| is_five_from(from, to)),
    };
    let mut later = years.iter().filter(is_later);
    later.clone().find(is_five).or_else(|| later.next_back()).copied()
}
