//! The columns of values: which is the baseline's, which the target's.

use crate::term::Year;

/// Another column of values: what a year between demands, or what is no target at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Beside {
    pub(super) at: usize,
    /// The year that it names, if it is a target of one on the way.
    pub(super) milestone: Option<Year>,
    /// Whether the header itself calls it a target.
    pub(super) is_target: bool,
}

/// What a column of values says it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Baseline,
    /// 实际, 完成值: the baseline where no other column is.
    Past,
    Target,
    /// 中期目标
    Midway,
    None,
}

/// A column of values.
#[derive(Clone, Copy)]
pub(super) struct Value {
    pub(super) at: usize,
    pub(super) year: Option<Year>,
    pub(super) label: Label,
}

/// The columns of values, told apart.
#[derive(Default)]
pub(super) struct Picked {
    pub(super) baseline: Option<Value>,
    pub(super) target: Option<Value>,
    pub(super) beside: Vec<Beside>,
}

/// Which of them is the baseline's, which the target's, and what the others are.
pub(super) fn pick(values: &[Value]) -> Picked {
    let labelled = |label| values.iter().copied().filter(move |value| value.label == label);
    let latest = |label| labelled(label).max_by_key(|value| value.year);
    let mut baseline = latest(Label::Baseline).or_else(|| latest(Label::Past));
    let targets: Vec<Value> = labelled(Label::Target).collect();
    let mut years: Vec<Value> = labelled(Label::None).collect();
    years.sort_by_key(|value| value.year);
    let from = baseline.and_then(|value| value.year);
    let target = match targets.as_slice() {
        [] => of_years(&years, baseline).or_else(|| labelled(Label::Midway).next_back()),
        targets => of_targets(targets, from.or_else(|| years.first().and_then(|year| year.year))),
    };
    if let (None, Some(to)) = (baseline, target) {
        let before = |value: &&Value| {
            value.at != to.at && to.year.is_none_or(|to| value.year.is_some_and(|year| year < to))
        };
        let five = |value: &&Value| value.year.map(|year| year + 5) == to.year;
        let earlier = || years.iter().filter(before);
        baseline = earlier().find(five).or_else(|| earlier().next_back()).copied();
    }
    let from = baseline.and_then(|value| value.year);
    let to = target.and_then(|value| value.year);
    let used = [baseline, target].map(|value| value.map(|value| value.at));
    let mut rest: Vec<&Value> =
        values.iter().filter(|value| !used.contains(&Some(value.at))).collect();
    rest.sort_by_key(|value| value.year);
    let is_between =
        |year: &Year| from.is_none_or(|from| *year > from) && to.is_none_or(|to| *year < to);
    // Beside a column that is called a target, one that is not may be what was reached.
    let are_targets = targets.is_empty();
    let beside = rest.into_iter().map(|value| {
        let is_target = matches!(value.label, Label::Target | Label::Midway);
        let may_be = is_target || (are_targets && value.label == Label::None);
        let milestone = value.year.filter(|year| may_be && is_between(year));
        Beside { at: value.at, milestone, is_target }
    });
    Picked { baseline, target, beside: beside.collect() }
}

/// Of the columns that are called targets the plan's own: five years behind the
/// baseline; else the last of the years that one plan spans.
fn of_targets(targets: &[Value], baseline: Option<Year>) -> Option<Value> {
    let later = |value: &&Value| match (baseline, value.year) {
        (Some(from), Some(year)) => year > from,
        _ => true,
    };
    let five = |value: &&Value| baseline.is_some_and(|from| value.year == Some(from + 5));
    let candidates = || targets.iter().filter(later);
    let first = candidates().filter_map(|value| value.year).min();
    let spanned = |value: &&Value| match (first, value.year) {
        (Some(first), Some(year)) => year < first + 5,
        _ => false,
    };
    let is_undated = |value: &&Value| value.year.is_none();
    candidates()
        .find(five)
        .or_else(|| candidates().find(is_undated))
        .or_else(|| candidates().filter(spanned).max_by_key(|value| value.year))
        .or_else(|| targets.first())
        .copied()
}

/// Of columns that are years alone the one that is the target's.
fn of_years(years: &[Value], baseline: Option<Value>) -> Option<Value> {
    let five_from = |from: Value| {
        let five = from.year.map(|year| year + 5);
        move |value: &&Value| value.year == five
    };
    match baseline {
        Some(from) => {
            let is_later =
                |value: &&Value| from.year.is_none_or(|from| value.year.is_some_and(|y| y > from));
            let later = || years.iter().filter(is_later);
            later().find(five_from(from)).or_else(|| later().next_back()).copied()
        }
        None => {
            let pair = years.iter().find_map(|from| years.iter().find(five_from(*from)));
            pair.or(years.last()).copied()
        }
    }
}
