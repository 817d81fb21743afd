//! `scope`: who is judged on an indicator, and who sends it.

use super::field::Checker;
use super::indicator::Context;
use super::table::Table;
use super::{Facts, Role, words};
use crate::diagnostic::TargetProblem;
use crate::term::Level;

/// Who is judged on an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Each region that sends, and all that they add up to.
    County,
    /// The whole alone.
    City,
    /// Each region that sends by itself; no roll-up.
    EachCounty,
    /// What those that send add up to as a whole, and not each of them.
    Total,
}

impl Scope {
    /// Whether rows of such a region are not used.
    pub fn leaves_out(self, role: Role) -> bool {
        match self {
            Self::City => role != Role::Whole,
            Self::Total => matches!(role, Role::Area | Role::Below),
            Self::County | Self::EachCounty => role == Role::Below,
        }
    }

    /// Whether such regions have verdicts.
    pub fn judges(self, role: Role) -> bool {
        match self {
            Self::County => role != Role::Below,
            Self::EachCounty => matches!(role, Role::Part | Role::Area),
            Self::City | Self::Total => role == Role::Whole,
        }
    }
}

/// How the city's value comes about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RollUp {
    /// Σ numerators / Σ denominators.
    Ratio,
    /// The sum of the values.
    Sum,
    /// A milestone that every county has to reach.
    All,
    /// A milestone that one county has to reach.
    Any,
    /// Only by a row of its own.
    None,
}

impl RollUp {
    /// The word in JSON and CSV.
    pub fn word(self) -> &'static str {
        match self {
            Self::Ratio => "ratio",
            Self::Sum => "sum",
            Self::All => "all",
            Self::Any => "any",
            Self::None => "none",
        }
    }
}

/// What each word in rules means: who is judged, and the level that sends, where it is named.
const MEANT: [(Scope, Option<Level>); 10] = [
    (Scope::County, Some(Level::County)),
    (Scope::County, Some(Level::City)),
    (Scope::EachCounty, Some(Level::County)),
    (Scope::Total, None),
    (Scope::County, Some(Level::Province)),
    (Scope::County, Some(Level::Township)),
    (Scope::EachCounty, Some(Level::City)),
    (Scope::EachCounty, Some(Level::Township)),
    (Scope::County, Some(Level::Nation)),
    (Scope::EachCounty, Some(Level::Province)),
];

impl Facts {
    /// The word of its scope in rules.
    pub fn scope_word(&self) -> &'static str {
        let meant = match self.scope {
            Scope::Total => (Scope::Total, None),
            Scope::City => (Scope::County, Some(self.level)),
            scope @ (Scope::County | Scope::EachCounty) => (scope, Some(self.level)),
        };
        let at = MEANT.iter().position(|mean| *mean == meant);
        at.and_then(|at| words::SCOPES.get(at)).unwrap_or(&"county")
    }
}

/// Who is judged, and the level that sends: a word names the lowest level that has verdicts;
/// of the topmost nobody sends a part.
pub(super) fn read(
    checker: &mut Checker<'_>,
    raw: &Table<'_>,
    context: &Context<'_>,
) -> Option<(Scope, Level)> {
    let (scope, level) = checker.word(raw, "scope", words::SCOPES, &MEANT)?;
    let tree = context.ground.tree;
    let Some(level) = level else { return Some((scope, tree.lowest())) };
    let is_top = tree.top() == Some(level);
    // A plan may speak of a city that it does not list.
    let is_city = level == Level::City && scope == Scope::County;
    if !tree.levels().contains(&level) && !is_city && context.whom.is_some() {
        let levels = tree.levels().to_vec();
        checker.fault(TargetProblem::ScopeLevel { level, levels }, raw.span_of("scope"));
        return None;
    }
    let is_alone = is_top || !tree.levels().contains(&level);
    Some((if is_alone && scope == Scope::County { Scope::City } else { scope }, level))
}
