//! 左右 in words.

use super::Lang;

impl Lang {
    /// The number that the document names, behind the bound that is judged.
    pub(in crate::render) fn named(self, named: &str) -> String {
        match self {
            Self::Zh => format!("（{named}左右）"),
            Self::En => format!(" (about {named})"),
        }
    }

    /// How far a growth may stay behind its reference.
    pub(in crate::render) fn about_reference(self, points: &str) -> String {
        match self {
            Self::Zh => format!("（可低 {points} 个百分点）"),
            Self::En => format!(" (up to {points} points less)"),
        }
    }
}
