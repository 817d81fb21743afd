//! Problems in rule files.

use crate::term::Year;

/// A kind of TOML value, for saying which was expected and which was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text in quotes.
    String,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A date or a time.
    Datetime,
    /// `[…]`
    Array,
    /// `{…}` or a table of its own.
    Table,
}

/// What is wrong with a plan. Each is an error: a plan with one judges nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanProblem {
    /// Not TOML; the parser's own words.
    Syntax {
        /// The parser's message, in English.
        message: String,
    },
    /// A rule file is not UTF-8.
    NotUtf8,
    /// One of several tables, in single brackets.
    SingleTable {
        /// The table.
        table: String,
    },
    /// A key that no rule has.
    UnknownKey {
        /// The key.
        key: String,
        /// The table that has such a key.
        owner: Option<&'static str>,
        /// The known key nearest to it.
        nearest: Option<String>,
    },
    /// A key that must be there is not.
    MissingKey {
        /// The key.
        key: &'static str,
    },
    /// A value of another type than its key wants.
    WrongType {
        /// The key.
        key: &'static str,
        /// What it wants.
        expected: Kind,
        /// What it got.
        found: Kind,
    },
    /// A number that is no plain decimal, or too long.
    BadNumber {
        /// The number as it stands in the file.
        text: String,
    },
    /// A year that is not four digits.
    BadYear {
        /// The key.
        key: &'static str,
        /// The value as it stands in the file.
        text: String,
    },
    /// A date that is no day of the calendar.
    BadDate {
        /// The key.
        key: &'static str,
        /// The value as it stands in the file.
        text: String,
    },
    /// A text that has to be one of a few words.
    BadWord {
        /// The key.
        key: &'static str,
        /// The word as written.
        word: String,
        /// The words it may be.
        allowed: &'static [&'static str],
    },
    /// A text that is empty.
    EmptyText {
        /// The key.
        key: &'static str,
    },
    /// A text with a control character, which a terminal would obey.
    ControlCharacter {
        /// The key.
        key: &'static str,
    },
    /// Two rules with one id.
    DuplicateId {
        /// The id.
        id: String,
    },
    /// Two things with one name, alias, number or code.
    DuplicateName {
        /// The name.
        name: String,
    },
    /// An operator and no threshold.
    OperatorWithoutThreshold,
    /// A threshold and no operator.
    ThresholdWithoutOperator,
    /// `between` wants two numbers, the lower first; the others want one.
    ThresholdShape,
    /// A threshold that no value can have, as one over 100%.
    ThresholdBeyondLimit {
        /// The threshold.
        threshold: String,
        /// The limit it lies beyond.
        limit: String,
    },
    /// `> 100%`, `< 0`: nothing can satisfy it.
    Unreachable {
        /// The operator and the threshold.
        target: String,
    },
    /// A baseline or milestone that no value can have.
    ValueBeyondLimit {
        /// The key.
        key: &'static str,
        /// The value.
        value: String,
        /// The limit it lies beyond.
        limit: String,
    },
    /// A key that belongs to another form of target.
    KeyOfOtherForm {
        /// The key.
        key: &'static str,
        /// The form of the rule.
        form: &'static str,
        /// The forms that have such a key.
        owners: Vec<&'static str>,
    },
    /// A relative target with an operator that is not `≥` or `>`.
    RelativeOperator,
    /// A tolerance beside another operator than `±`.
    ToleranceWithoutAbout,
    /// `about` beside an operator that has two sides.
    AboutTwoSided,
    /// `about` that is not above 0.
    AboutNotPositive,
    /// `about` so wide that every value would do.
    AboutTooWide {
        /// What would be judged.
        target: String,
    },
    /// `about` against a reference whose growth follows from levels: it has no exact rate
    /// to take it from.
    AboutOfLevels,
    /// A multiple of the baseline that is not one number over 0.
    FactorShape,
    /// The year a milestone is due lies outside the plan.
    DueYear {
        /// The year as written.
        year: String,
    },
    /// A sum over the years of a percentage.
    SumOfRates,
    /// An average or a rate whose city value would be the sum of its counties'.
    SumOfAverages {
        /// The indicator.
        name: String,
    },
    /// 分子 or 分母 of what is no percentage, and so is never computed from them.
    CountsOfNoRate {
        /// The key.
        key: &'static str,
    },
    /// A text that a draft left for its reader to fill in.
    Placeholder {
        /// The key.
        key: &'static str,
        /// The text.
        text: String,
    },
    /// Full coverage of something that is no percentage.
    CoverageUnit,
    /// A rule that repeats one which itself repeats another.
    RepeatsARepetition,
    /// A group, an indicator or a lint that the plan does not define.
    UnknownId {
        /// The key that names it.
        key: &'static str,
        /// The id as written.
        id: String,
        /// The nearest id.
        nearest: Option<String>,
    },
    /// A unit that growth, its reference or its levels can't have.
    GrowthUnit {
        /// The key that is wrong.
        key: &'static str,
    },
    /// A waiver of a year that the plan does not have.
    WaiverYear {
        /// The year.
        year: Year,
        /// The first and the target year.
        plan: (Year, Year),
    },
    /// An operator that goes with no such form.
    AboutChange,
    /// A tolerance below 0.
    NegativeTolerance,
    /// `all` or `any` of something that is no milestone.
    MilestoneRollUp,
    /// What is allowed, without a reason.
    AllowWithoutReason {
        /// The code.
        code: String,
    },
    /// A reference series that the plan does not define.
    UnknownReference {
        /// The id as written.
        id: String,
        /// The nearest id.
        nearest: Option<String>,
    },
    /// A region that the plan does not define.
    UnknownRegion {
        /// The code or name as written.
        name: String,
        /// The nearest name.
        nearest: Option<String>,
    },
    /// An indicator that the plan does not define.
    UnknownIndicator {
        /// The name, number or id as written.
        name: String,
        /// The nearest name.
        nearest: Option<String>,
    },
    /// A case of a rule in words, which is never judged.
    CaseOfWords {
        /// The rule's name.
        indicator: String,
    },
    /// A case without checks.
    NoChecks,
    /// A row of other years that is of the case's own year.
    HistoryYear {
        /// The year.
        year: u16,
    },
    /// A case of a year before the plan's first, which is never judged.
    CaseYear {
        /// The year.
        year: u16,
        /// The plan's first year.
        first: u16,
    },
    /// An expected requirement that is none.
    BadRequirement {
        /// The requirement as written.
        text: String,
    },
    /// A milestone outside the years of the plan.
    MilestoneYear {
        /// The key as written.
        year: String,
    },
    /// Baseline, first and target year are not in that order.
    YearOrder,
    /// No file has a `[plan]` table.
    NoHead,
    /// Two files have a `[plan]` table.
    TwoHeads,
    /// No region that submits.
    NoRegions,
    /// Two regions of level `city`.
    TwoCities,
    /// No indicators.
    NoIndicators,
    /// More indicators, or more regions, than the program can number.
    TooMany {
        /// How many there may be.
        most: u32,
    },
    /// The roster that the plan names can't be read.
    RosterUnreadable {
        /// The roster's path as written.
        path: String,
        /// The system's own words.
        reason: String,
    },
    /// Regions that lie within each other.
    WithinCircle {
        /// The region's name.
        name: String,
    },
    /// Too many years between baseline and target.
    YearSpan {
        /// How many there may be.
        most: Year,
    },
    /// More faults in a file than are told one by one.
    MoreFaults {
        /// How many are not told.
        untold: u64,
    },
    /// The roster lacks a column.
    RosterColumn {
        /// The columns it should have.
        expected: &'static str,
    },
    /// A row of the roster is no CSV.
    RosterRow {
        /// The reader's words.
        reason: String,
    },
    /// A bound of an audit below 0.
    NegativeBound {
        /// The key.
        key: &'static str,
    },
    /// Two files have an `[audit]` table.
    TwoAudits,
    /// An audit that there is none of.
    UnknownAudit {
        /// The code as written.
        code: String,
        /// The nearest.
        nearest: Option<String>,
    },
    /// An audit that is switched twice.
    AuditTwice {
        /// Its code.
        code: &'static str,
    },
}

impl PlanProblem {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "plan/syntax",
            Self::NotUtf8 => "plan/not-utf8",
            Self::SingleTable { .. } => "plan/single-table",
            Self::UnknownKey { .. } => "plan/unknown-key",
            Self::MissingKey { .. } => "plan/missing-key",
            Self::WrongType { .. } => "plan/wrong-type",
            Self::BadNumber { .. } => "plan/bad-number",
            Self::BadYear { .. } => "plan/bad-year",
            Self::BadDate { .. } => "plan/bad-date",
            Self::BadWord { .. } => "plan/bad-word",
            Self::EmptyText { .. } => "plan/empty-text",
            Self::ControlCharacter { .. } => "plan/control-character",
            Self::DuplicateId { .. } => "plan/duplicate-id",
            Self::DuplicateName { .. } => "plan/duplicate-name",
            Self::OperatorWithoutThreshold => "plan/operator-without-threshold",
            Self::ThresholdWithoutOperator => "plan/threshold-without-operator",
            Self::ThresholdShape => "plan/threshold-shape",
            Self::ThresholdBeyondLimit { .. } => "plan/threshold-beyond-limit",
            Self::Unreachable { .. } => "plan/unreachable-target",
            Self::ValueBeyondLimit { .. } => "plan/value-beyond-limit",
            Self::KeyOfOtherForm { .. } => "plan/key-of-other-form",
            Self::RelativeOperator => "plan/relative-operator",
            Self::ToleranceWithoutAbout => "plan/tolerance-without-about",
            Self::AboutTwoSided => "plan/about-two-sided",
            Self::AboutNotPositive => "plan/about-not-positive",
            Self::AboutTooWide { .. } => "plan/about-too-wide",
            Self::AboutOfLevels => "plan/about-of-levels",
            Self::FactorShape => "plan/factor-shape",
            Self::DueYear { .. } => "plan/due-year",
            Self::SumOfRates => "plan/sum-of-rates",
            Self::SumOfAverages { .. } => "plan/sum-of-averages",
            Self::CountsOfNoRate { .. } => "plan/counts-of-no-rate",
            Self::Placeholder { .. } => "plan/placeholder",
            Self::CoverageUnit => "plan/coverage-unit",
            Self::RepeatsARepetition => "plan/repeats-a-repetition",
            Self::UnknownId { .. } => "plan/unknown-id",
            Self::GrowthUnit { .. } => "plan/growth-unit",
            Self::WaiverYear { .. } => "plan/waiver-year",
            Self::AboutChange => "plan/about-change",
            Self::NegativeTolerance => "plan/negative-tolerance",
            Self::MilestoneRollUp => "plan/milestone-roll-up",
            Self::AllowWithoutReason { .. } => "plan/allow-without-reason",
            Self::UnknownReference { .. } => "plan/unknown-reference",
            Self::UnknownRegion { .. } => "plan/unknown-region",
            Self::UnknownIndicator { .. } => "plan/unknown-indicator",
            Self::CaseOfWords { .. } => "plan/case-of-words",
            Self::NoChecks => "plan/no-checks",
            Self::HistoryYear { .. } => "plan/history-year",
            Self::CaseYear { .. } => "plan/case-year",
            Self::BadRequirement { .. } => "plan/bad-requirement",
            Self::MilestoneYear { .. } => "plan/milestone-year",
            Self::YearOrder => "plan/year-order",
            Self::NoHead => "plan/no-head",
            Self::TwoHeads => "plan/two-heads",
            Self::NoRegions => "plan/no-regions",
            Self::TwoCities => "plan/two-cities",
            Self::NoIndicators => "plan/no-indicators",
            Self::TooMany { .. } => "plan/too-many",
            Self::RosterUnreadable { .. } => "plan/roster-unreadable",
            Self::WithinCircle { .. } => "plan/within-circle",
            Self::YearSpan { .. } => "plan/year-span",
            Self::MoreFaults { .. } => "plan/more-faults",
            Self::RosterColumn { .. } => "plan/roster-column",
            Self::RosterRow { .. } => "plan/roster-row",
            Self::NegativeBound { .. } => "plan/negative-bound",
            Self::TwoAudits => "plan/two-audits",
            Self::UnknownAudit { .. } => "plan/unknown-audit",
            Self::AuditTwice { .. } => "plan/audit-twice",
        }
    }
}
