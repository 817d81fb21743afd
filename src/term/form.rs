//! The forms of target, as rules name them.

/// What kind of target a rule states. Each form has keys of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// 水平: the value of the target year; the years before are held to the straight
    /// line from the baseline.
    Level,
    /// 保持: the target holds in every year.
    Kept,
    /// 相对: against a reference series of the same region and year, 与GDP增长同步.
    Relative,
    /// 累计: the sum over the years of the plan.
    Sum,
    /// 每年: every year by itself.
    EachYear,
    /// 变化: the change since the baseline, 累计降低13.5%, 提高1岁.
    Change,
    /// 倍数: a multiple of the baseline, 翻一番.
    Multiple,
    /// 节点: something that is done or not, 出台《办法》.
    Milestone,
    /// 全覆盖: 100%.
    FullCoverage,
    /// 文字: words alone; listed, never judged.
    Words,
}

impl Form {
    /// All, in the order of the documentation.
    pub const ALL: [Self; 10] = [
        Self::Level,
        Self::Kept,
        Self::Relative,
        Self::Sum,
        Self::EachYear,
        Self::Change,
        Self::Multiple,
        Self::Milestone,
        Self::FullCoverage,
        Self::Words,
    ];

    /// The words of all, in the same order.
    pub const WORDS: [&'static str; 10] = [
        "level",
        "kept",
        "relative",
        "sum",
        "each-year",
        "change",
        "multiple",
        "milestone",
        "full-coverage",
        "words",
    ];

    /// The word in rules.
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }

    /// The keys that a rule of this form may have beside those of every rule.
    pub fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Level => &[
                "operator",
                "threshold",
                "tolerance",
                "about",
                "baseline",
                "milestones",
                "pace",
                "growth",
            ],
            Self::Kept => &["operator", "threshold", "tolerance", "about", "baseline", "growth"],
            Self::Relative => {
                &["operator", "reference", "about", "baseline", "growth-of", "growth"]
            }
            Self::Sum => &["operator", "threshold", "tolerance", "about", "milestones", "pace"],
            Self::EachYear => &["operator", "threshold", "tolerance", "about", "growth"],
            Self::Change => {
                &["operator", "threshold", "about", "change", "baseline", "milestones", "pace"]
            }
            Self::Multiple => &["operator", "threshold", "baseline", "milestones", "pace"],
            Self::Milestone => &["due"],
            Self::FullCoverage => &["baseline", "milestones", "pace"],
            Self::Words => &[],
        }
    }

    /// The keys among them that a rule of this form has to have.
    pub fn required(self) -> &'static [&'static str] {
        match self {
            Self::Level | Self::Kept | Self::Sum | Self::EachYear | Self::Multiple => {
                &["operator", "threshold"]
            }
            Self::Relative => &["operator", "reference"],
            Self::Change => &["operator", "threshold", "change"],
            Self::Milestone | Self::FullCoverage | Self::Words => &[],
        }
    }

    /// The forms that have a key.
    pub fn with_key(key: &str) -> impl Iterator<Item = Self> + '_ {
        Self::ALL.into_iter().filter(move |form| form.keys().contains(&key))
    }

    /// Whether a rule of this form states numbers in a unit.
    pub fn is_measured(self) -> bool {
        !matches!(self, Self::Milestone | Self::Words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_stand_in_the_order_of_the_forms() {
        for (at, form) in Form::ALL.into_iter().enumerate() {
            assert_eq!(form as usize, at);
        }
        assert_eq!(Form::FullCoverage.word(), "full-coverage");
    }

    #[test]
    fn what_a_form_has_to_have_is_its_own() {
        for form in Form::ALL {
            assert!(form.required().iter().all(|key| form.keys().contains(key)), "{form:?}");
        }
    }

    #[test]
    fn a_key_names_the_forms_it_belongs_to() {
        let forms = |key| Form::with_key(key).collect::<Vec<_>>();
        assert_eq!(forms("due"), [Form::Milestone]);
        assert_eq!(forms("reference"), [Form::Relative]);
        assert_eq!(forms("cite"), []);
    }
}
