//! The words that findings and reports share, in each language.

mod demand;
mod quotes;
mod syntax;

pub use demand::Demand;
pub(crate) use demand::{bound, bounds, condition, with_unit};
pub(crate) use quotes::nested;

use crate::form::Form;
use crate::term::{Layout, Named, Outcome, POINTS};
use crate::text::in_line;

/// The language of what people read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// 中文
    #[default]
    Zh,
    /// English
    En,
}

impl Lang {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// What of two is in this language.
    pub(crate) fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }

    /// What the plan calls something; as its document does where it has no English name.
    pub fn name(self, name: &Named) -> &str {
        match self {
            Self::Zh => name,
            Self::En => name.english().unwrap_or(name),
        }
    }

    /// Names in a row.
    pub(crate) fn list<T: ToString>(self, names: impl IntoIterator<Item = T>) -> String {
        let names: Vec<String> = names.into_iter().map(|name| name.to_string()).collect();
        names.join(self.pick("、", ", "))
    }

    /// What is said in passing, behind what it is about.
    pub(crate) fn in_brackets(self, text: &str) -> String {
        match self {
            Self::Zh => format!("（{text}）"),
            Self::En => format!(" ({text})"),
        }
    }

    /// The name that may be meant, else what to do.
    pub(crate) fn meant(self, nearest: Option<&str>, otherwise: &str) -> String {
        match nearest {
            Some(name) => {
                self.pick(format!("是否指“{name}”？"), format!("did you mean \"{name}\"?"))
            }
            None => otherwise.to_owned(),
        }
    }

    /// How a table is laid out.
    pub fn layout(self, layout: Layout) -> &'static str {
        let (zh, en) = match layout {
            Layout::Long => ("一行一个数值", "one value a row"),
            Layout::IndicatorsAcross => {
                ("一行一个地区、指标横排", "a region a row, indicators across")
            }
            Layout::RegionsAcross => {
                ("一行一个指标、地区横排", "an indicator a row, regions across")
            }
            Layout::OneRegion => ("一个地区、一行一个指标", "one region, an indicator a row"),
            Layout::OneIndicator => ("一个指标、一行一个地区", "one indicator, a region a row"),
        };
        self.pick(zh, en)
    }

    /// 判定 in full.
    pub fn outcome(self, outcome: Outcome) -> &'static str {
        let en = match outcome {
            Outcome::Met => "met",
            Outcome::OnPace => "on pace",
            Outcome::Behind => "behind",
            Outcome::NotMet => "not met",
            Outcome::NotDue => "not due",
            Outcome::Missing => "missing",
            Outcome::Invalid => "invalid",
            Outcome::NotApplicable => "not applicable",
            Outcome::Waived => "waived",
        };
        self.pick(Outcome::NAMES[outcome as usize], en)
    }

    /// The name of a form of target.
    pub(crate) fn form(self, form: Form) -> &'static str {
        let [zh, en] = form.name();
        self.pick(zh, en)
    }

    /// What a difference of percentages is counted in.
    pub(crate) fn points(self) -> &'static str {
        let [zh, en] = POINTS;
        self.pick(zh, en)
    }
}

/// At most 40 characters of what someone typed, in one line.
pub(crate) fn shorten(text: &str) -> String {
    shorten_to(40, text)
}

/// So many characters of a text, in one line.
pub(crate) fn shorten_to(most: usize, text: &str) -> String {
    let short: String = text.chars().take(most).map(in_line).collect();
    if text.chars().nth(most).is_some() { format!("{short}…") } else { short }
}
