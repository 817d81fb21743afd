//! How a finding is written down: all that is known of it stands in one entry.
//!
//! An entry of [`findings!`] reads so:
//!
//! ```text
//! /// What is found, and why it matters: the page of `dabiao explain` in English.
//! error "run/no-folder" NoFolder { path: String }
//! zh("写不进 {path}：没有它所在的目录", "请先建好目录，或改写路径")
//! en("cannot write {path}: its folder is not there", "make the folder first")
//! page("同一页的中文。", "一个例子" / "an example", "怎么办" / "what to do")
//! ```
//!
//! `zh` and `en` have what is wrong, what to do about it, and what of that only those can do
//! who run the program: flags and commands. Each is a text with fields in braces, or, of the
//! first two, an expression; what both need is computed above them, with `let`. A page
//! without what to do has what the message says. An example that is the same in both
//! languages is written once. Of entries that share a code the first has the page; it weighs
//! no less than the others.
//!
//! What is found in what counties sent is one enum of many entries: each of its themes has a
//! file, which passes its entries on by [`section!`].

use super::{Level, Severity};
use crate::source::floor;
use crate::term::Named;
use crate::words::Lang;

/// What a diagnostic says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What is wrong.
    pub title: String,
    /// What to do about it.
    pub help: Option<String>,
    /// What else those can do who run the program. Nobody else reads of its flags.
    pub flags: Option<String>,
}

impl Message {
    pub(crate) fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), help: None, flags: None }
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(crate) fn flags(mut self, flags: impl Into<String>) -> Self {
        self.flags = Some(flags.into());
        self
    }

    /// The message for those who run the program: all that there is to do is help.
    pub fn for_who_runs_it(self, lang: Lang) -> Self {
        let all: Vec<String> = self.help.into_iter().chain(self.flags).collect();
        let help = (!all.is_empty()).then(|| all.join(lang.pick("；", "; ")));
        Self { help, flags: None, ..self }
    }
}

/// How many bytes are told of a text of a message: names and values in it may have any length.
const LONGEST: usize = 4_000;
/// How many of these are its end.
const END: usize = 1_000;

/// Both ends of a text that is longer than anybody reads.
pub(super) fn shortened(text: String) -> String {
    if text.len() <= LONGEST {
        return text;
    }
    let (start, end) = (floor(&text, LONGEST - END), floor(&text, text.len() - END));
    format!("{}…{}", &text[..start], &text[end..])
}

/// How much what a code stands for weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// As every finding of that code.
    Fixed(Severity),
    /// As it is switched; by default so.
    Switched(Level),
}

/// What a code means, for who wants to know more than a finding says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// What is found, and why it matters.
    pub means: &'static str,
    /// How it looks.
    pub example: &'static str,
    /// What to do.
    pub todo: &'static str,
}

/// A kind of finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The stable code, `layer/what`.
    pub code: &'static str,
    /// How much it weighs.
    pub weight: Weight,
    /// Its page, in Chinese and in English; none where the first of that code has it.
    pub(super) pages: Option<[Page; 2]>,
}

impl Entry {
    /// How much a finding weighs that is not switched.
    pub fn severity(&self) -> Severity {
        match self.weight {
            Weight::Fixed(severity) => severity,
            Weight::Switched(Level::Deny) => Severity::Error,
            Weight::Switched(Level::Warn) => Severity::Warning,
            Weight::Switched(Level::Allow) => Severity::Note,
        }
    }

    /// Its page.
    pub fn page(&self, lang: Lang) -> Option<Page> {
        self.pages.map(|[zh, en]| lang.pick(zh, en))
    }
}

/// A field as a message has it: what the plan names, in the language of the message.
pub(super) struct In<'f, T>(pub(super) &'f T, pub(super) Lang);

impl<'f> In<'f, Named> {
    pub(super) fn told(self) -> &'f str {
        self.1.name(self.0)
    }
}

impl<'f> In<'f, Vec<Named>> {
    pub(super) fn told(self) -> Vec<&'f str> {
        self.0.iter().map(|name| self.1.name(name)).collect()
    }
}

impl<'f> In<'f, Option<Named>> {
    pub(super) fn told(self) -> Option<&'f str> {
        self.0.as_ref().map(|name| self.1.name(name))
    }
}

impl<'f> In<'f, Option<String>> {
    pub(super) fn told(self) -> Option<&'f str> {
        self.0.as_deref()
    }
}

/// All other fields are what they are.
pub(super) trait AsItIs<'f> {
    type Field;

    fn told(self) -> &'f Self::Field;
}

impl<'f, T> AsItIs<'f> for In<'f, T> {
    type Field = T;

    fn told(self) -> &'f T {
        self.0
    }
}

/// An enum of findings, each with all that is known of it.
macro_rules! findings {
    (
        $(#[$outer:meta])*
        pub enum $Name:ident $(in $lang:ident {$(
            $(#[doc = $doc:literal])+
            $weight:ident $code:literal
            $Variant:ident $({ $($(#[$about:meta])* $field:ident: $Type:ty),+ $(,)? })?
            $(let $shared:pat = $value:expr;)*
            zh($($zh:tt)+)
            en($($en:tt)+)
            $(page($($page:tt)+))?
        )+})+
    ) => {
        $(#[$outer])*
        #[non_exhaustive]
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[allow(missing_docs)] // the fields are named by what they hold
        #[allow(rustdoc::broken_intra_doc_links)] // what stands in brackets is TOML
        pub enum $Name {$($(
            $(#[doc = $doc])+
            $Variant $({ $($(#[$about])* $field: $Type),+ })?,
        )+)+}

        impl $Name {
            pub(crate) const ENTRIES: &'static [$crate::diagnostic::Entry] =
                &[$($(entry!($code $weight [$($doc)+] [$($zh)+] [$($en)+] $($($page)+)?)),+),+];

            /// The codes of all, in the order of the documentation.
            pub fn codes() -> impl Iterator<Item = &'static str> {
                Self::ENTRIES.iter().filter(|entry| entry.pages.is_some()).map(|entry| entry.code)
            }

            /// The stable code.
            pub fn code(&self) -> &'static str {
                self.entry().code
            }

            /// How much it weighs.
            pub fn severity(&self) -> $crate::diagnostic::Severity {
                self.entry().severity()
            }

            pub(crate) fn entry(&self) -> &'static $crate::diagnostic::Entry {
                match self {$($(
                    Self::$Variant { .. } => const {
                        &entry!($code $weight [$($doc)+] [$($zh)+] [$($en)+] $($($page)+)?)
                    }
                )+)+}
            }

            /// What it says.
            #[allow(unused_variables, clippy::useless_format)]
            pub(crate) fn message(&self, lang: $crate::words::Lang) -> $crate::diagnostic::Message {
                match self {$($(
                    Self::$Variant { $($($field),+)? } => {
                        let $lang = lang;
                        #[allow(unused_imports)]
                        use $crate::diagnostic::entry::AsItIs as _;
                        $($(let $field = $crate::diagnostic::entry::In($field, lang).told();)+)?
                        $(let $shared = $value;)*
                        match $lang {
                            $crate::words::Lang::Zh => say!($($zh)+),
                            $crate::words::Lang::En => say!($($en)+),
                        }
                    }
                )+)+}
            }

            /// One of each kind, and more where a field has several kinds.
            #[cfg(test)]
            pub(crate) fn samples() -> Vec<Self> {
                let mut all = Vec::new();
                $($({
                    $($(let $field = <$Type as $crate::diagnostic::sample::Sample>::samples();)+)?
                    let most = [1, $($($field.len()),+)?].into_iter().max().unwrap_or(1);
                    #[allow(unused_variables)]
                    all.extend((0..most).map(|at| {
                        Self::$Variant $({ $($field: $field[at % $field.len()].clone()),+ })?
                    }));
                })+)+
                all
            }
        }
    };
}

/// Passes the entries of one file on to those of the next, and all of them to [`findings!`]:
/// so an enum of many findings has a file for each of its themes.
macro_rules! section {
    ([$next:ident $($others:ident)*] $($entries:tt)*) => {
        $next! { [$($others)*] $($entries)* }
    };
    ([] $($entries:tt)*) => {
        findings! { $($entries)* }
    };
}

/// The entry of a finding, without its words.
macro_rules! entry {
    ($code:literal $weight:ident [$($doc:literal)+] [$($zh:tt)+] [$($en:tt)+]) => {
        $crate::diagnostic::Entry { code: $code, weight: weight!($weight), pages: None }
    };
    (
        $code:literal $weight:ident [$($doc:literal)+] [$($zh:tt)+] [$($en:tt)+]
        $means:literal, $example:literal $(/ $other:literal)? $(, $todo:literal / $do:literal)?
    ) => {
        $crate::diagnostic::Entry {
            code: $code,
            weight: weight!($weight),
            pages: Some([
                $crate::diagnostic::Page {
                    means: $means,
                    example: $example,
                    todo: first!($($todo)? help!($($zh)+)),
                },
                $crate::diagnostic::Page {
                    means: concat!($($doc),+).trim_ascii_start(),
                    example: first!($($other)? $example),
                    todo: first!($($do)? help!($($en)+)),
                },
            ]),
        }
    };
}

macro_rules! weight {
    (error) => {
        $crate::diagnostic::Weight::Fixed($crate::diagnostic::Severity::Error)
    };
    (warning) => {
        $crate::diagnostic::Weight::Fixed($crate::diagnostic::Severity::Warning)
    };
    (note) => {
        $crate::diagnostic::Weight::Fixed($crate::diagnostic::Severity::Note)
    };
    (deny) => {
        $crate::diagnostic::Weight::Switched($crate::diagnostic::Level::Deny)
    };
    (warn) => {
        $crate::diagnostic::Weight::Switched($crate::diagnostic::Level::Warn)
    };
}

/// A text of a page, or what stands for one that is not written.
macro_rules! first {
    ($written:literal $($otherwise:tt)+) => { $written };
    ($($otherwise:tt)+) => { $($otherwise)+ };
}

/// What to do, where a message says it in so many words.
macro_rules! help {
    ($title:expr, $help:literal $(, $flags:literal)?) => {
        $help
    };
}

/// A message of one language.
macro_rules! say {
    ($title:literal) => {
        $crate::diagnostic::Message::new(format!($title))
    };
    ($title:tt, $help:literal, $flags:literal) => {
        say!($title, $help).flags(format!($flags))
    };
    ($title:literal, $help:literal) => {
        $crate::diagnostic::Message::new(format!($title)).help(format!($help))
    };
    ($title:literal, $help:expr) => {
        $crate::diagnostic::Message::new(format!($title)).help($help)
    };
    ($message:expr) => {
        $message
    };
    ($title:expr, $help:literal) => {
        $crate::diagnostic::Message::new($title).help(format!($help))
    };
    ($title:expr, $help:expr) => {
        $crate::diagnostic::Message::new($title).help($help)
    };
}
