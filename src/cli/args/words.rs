//! The words that flags take, and what each means.

use clap::ValueEnum;
use dabiao::render::{Cells, Dialect, Emit, Lang};
use dabiao::submission::Encoding;
use dabiao::term::{Against, Attribute, FailOn};

/// A flag's words, and what each means.
macro_rules! words {
    ($name:ident -> $meaning:ty {
        $($variant:ident = $word:literal $(| $alias:literal)? => $value:expr),+ $(,)?
    }) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
        pub(crate) enum $name {
            $(#[value(name = $word $(, alias = $alias)?)] $variant,)+
        }

        impl From<$name> for $meaning {
            fn from(word: $name) -> Self {
                match word {
                    $($name::$variant => $value,)+
                }
            }
        }
    };
}

words!(AttributeArg -> Attribute {
    Binding = "binding" | "约束性" => Self::Binding,
    Anticipatory = "anticipatory" | "预期性" => Self::Anticipatory,
    Task = "task" | "任务" => Self::Task,
});

words!(FailOnArg -> FailOn {
    Binding = "binding" | "约束性" => Self::Binding,
    Anticipatory = "anticipatory" | "预期性" => Self::Anticipatory,
    Task = "task" | "任务" => Self::Task,
    None = "none" => Self::None,
});

words!(AgainstArg -> Against {
    Requirement = "requirement" => Self::Requirement,
    Target = "target" => Self::Target,
});

words!(DialectArg -> Dialect {
    Duckdb = "duckdb" => Self::DuckDb,
    Postgresql = "postgresql" => Self::PostgreSql,
    Spark = "spark" => Self::Spark,
});

words!(EmitArg -> Emit {
    Verdicts = "verdicts" => Self::Verdicts,
    Findings = "findings" => Self::Findings,
    Summary = "summary" => Self::Summary,
    Tables = "tables" => Self::Tables,
    Roster = "roster" => Self::Roster,
});

words!(ValuesArg -> Cells {
    Text = "text" => Self::Text,
    Typed = "typed" => Self::Typed,
});

words!(EncodingArg -> Encoding {
    Utf8 = "utf-8" => Self::Utf8,
    Gb18030 = "gb18030" | "gbk" => Self::Gb18030,
    Utf16Le = "utf-16le" => Self::Utf16Le,
    Utf16Be = "utf-16be" => Self::Utf16Be,
});

words!(LangArg -> Lang {
    Zh = "zh" => Self::Zh,
    En = "en" => Self::En,
});
