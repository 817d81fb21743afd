//! 判定: how one indicator of one region in one year was judged.

/// 判定: how one indicator of one region in one year was judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// 达标: the final target holds.
    Met,
    /// 达到进度: the target does not hold yet, this year's requirement does.
    OnPace,
    /// 滞后: before the target year, and its path is not kept.
    Behind,
    /// 未达标: the target is due and does not hold.
    NotMet,
    /// 未到期: nothing is due yet.
    NotDue,
    /// 缺报: due from this region, and no value.
    Missing,
    /// 无效: a value was sent that can't be used.
    Invalid,
    /// 不适用: the denominator is zero, or the region declared it.
    NotApplicable,
    /// 豁免: a waiver is in force.
    Waived,
}

/// What an outcome counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// What was required holds.
    Pass,
    /// What was required does not hold.
    Fail,
    /// It could not be judged, and should have been.
    Incomplete,
    /// There was nothing to judge.
    Neutral,
}

impl Outcome {
    /// All, in the order of summaries.
    pub const ALL: [Self; 9] = [
        Self::Met,
        Self::OnPace,
        Self::Behind,
        Self::NotMet,
        Self::NotDue,
        Self::Missing,
        Self::Invalid,
        Self::NotApplicable,
        Self::Waived,
    ];

    /// The words of all, in the same order.
    pub const WORDS: [&'static str; 9] = [
        "met",
        "on_pace",
        "behind",
        "not_met",
        "not_due",
        "missing",
        "invalid",
        "not_applicable",
        "waived",
    ];

    /// 判定 in Chinese, in the same order.
    pub const NAMES: [&'static str; 9] =
        ["达标", "达到进度", "滞后", "未达标", "未到期", "缺报", "无效", "不适用", "豁免"];

    /// What may be written for one: the words of all, then the names of all.
    pub const WRITTEN: [&'static str; 18] = {
        let mut written = [""; 18];
        let mut at = 0;
        while at < Self::ALL.len() {
            written[at] = Self::WORDS[at];
            written[at + Self::ALL.len()] = Self::NAMES[at];
            at += 1;
        }
        written
    };

    /// The word in JSON and CSV.
    pub fn word(self) -> &'static str {
        Self::WORDS[self as usize]
    }

    /// What it counts as.
    pub fn standing(self) -> Standing {
        match self {
            Self::Met | Self::OnPace => Standing::Pass,
            Self::Behind | Self::NotMet => Standing::Fail,
            Self::Missing | Self::Invalid => Standing::Incomplete,
            Self::NotDue | Self::NotApplicable | Self::Waived => Standing::Neutral,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_stand_in_the_order_of_what_they_mean() {
        assert!(Outcome::ALL.into_iter().enumerate().all(|(at, outcome)| outcome as usize == at));
        assert_eq!(Outcome::NotDue.word(), "not_due");
    }
}
