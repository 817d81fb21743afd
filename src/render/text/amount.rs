//! The words of an amount by which something is missed, or may be.

use super::Lang;
use crate::term::counted;

/// On which side of what is demanded a value stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum Side {
    /// Too little of it.
    Short,
    /// Too much of it, where lower is better or above a range.
    Over,
    /// It meets what is demanded, and so much may be lost.
    Spare,
}

/// By how much.
#[derive(Debug, Clone)]
pub(in crate::render) struct Amount {
    pub(in crate::render) side: Side,
    /// Without a sign.
    pub(in crate::render) number: String,
    pub(in crate::render) unit: String,
    /// Of things that are counted one by one.
    pub(in crate::render) is_count: bool,
    /// Nothing less than all of them is enough.
    pub(in crate::render) needs_all: bool,
}

impl Lang {
    /// Short of what is demanded, beyond it, or ahead of it by so much.
    pub(in crate::render) fn amount(self, of: &Amount) -> String {
        let so_much = self.so_much(of);
        match (self, of.side) {
            (Self::Zh, Side::Short) if of.needs_all => format!("差{so_much} 须全部达到"),
            (Self::Zh, Side::Short) => format!("差{so_much}"),
            (Self::Zh, Side::Over) => format!("超{so_much}"),
            (Self::Zh, Side::Spare) if of.number == "0" => "无余量".to_owned(),
            (Self::Zh, Side::Spare) => format!("余{so_much}"),
            (Self::En, Side::Short) if of.needs_all => format!("short by {so_much} (needs all)"),
            (Self::En, Side::Short) => format!("short by {so_much}"),
            (Self::En, Side::Over) if of.is_count => format!("{so_much} too many"),
            (Self::En, Side::Over) => format!("{so_much} too much"),
            (Self::En, Side::Spare) if of.number == "0" => "none to spare".to_owned(),
            (Self::En, Side::Spare) => format!("{so_much} to spare"),
        }
    }

    /// The same under a head, or behind words, that say what it is that is told.
    pub(in crate::render) fn amount_alone(self, of: &Amount) -> String {
        match (self, of.side) {
            (Self::En, Side::Short) => self.so_much(of),
            (Self::Zh, _) | (Self::En, Side::Over | Side::Spare) => self.amount(of),
        }
    }

    /// Several; in English it is said once what several in a row are.
    pub(in crate::render) fn amounts(self, all: &[Amount]) -> String {
        let sides = std::iter::once(None).chain(all.iter().map(|of| Some(of.side)));
        self.list(all.iter().zip(sides).map(|(of, before)| match before == Some(of.side) {
            true => self.amount_alone(of),
            false => self.amount(of),
        }))
    }

    /// The head of what falls short by so much.
    pub(in crate::render) fn lack_head(self) -> &'static str {
        self.pick("差距", "Short by")
    }

    fn so_much(self, of: &Amount) -> String {
        match (self, of.unit.as_str()) {
            (_, "") => of.number.clone(),
            (Self::Zh, "%") => format!("{}{}", of.number, self.points()),
            (Self::En, "%") => format!("{} {}", of.number, self.points()),
            (Self::Zh, unit) => format!("{}{unit}", of.number),
            (Self::En, unit) => counted(&of.number, unit),
        }
    }
}
