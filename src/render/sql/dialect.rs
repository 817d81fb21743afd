//! What engines write otherwise.

/// The SQL of an engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// DuckDB, in whose SQL the steps are written.
    DuckDb,
    /// PostgreSQL 15 or later.
    PostgreSql,
    /// Spark 4 or later.
    Spark,
}

impl Dialect {
    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::DuckDb => "duckdb",
            Self::PostgreSql => "postgresql",
            Self::Spark => "spark",
        }
    }

    /// The words of the steps for which it has others: whole numbers of 38 digits, texts of any
    /// length, expressions that are looked for, and a division without a remainder.
    fn words(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::DuckDb => &[],
            Self::PostgreSql => {
                &[("HUGEINT", "NUMERIC"), ("regexp_matches(", "regexp_like("), ("divide(", "div(")]
            }
            Self::Spark => &[
                ("HUGEINT", "DECIMAL(38,0)"),
                ("VARCHAR", "STRING"),
                ("regexp_matches(", "regexp_like("),
                ("divide(", "try_divide("),
            ],
        }
    }

    /// A step in its words.
    pub(super) fn translated(self, step: &str) -> String {
        let translate = |text: String, (of, to): &(&str, &str)| text.replace(of, to);
        self.words().iter().fold(step.to_owned(), translate)
    }

    /// The name of an expression's type, in small letters.
    pub(super) fn type_of(self, of: &str) -> String {
        match self {
            Self::DuckDb | Self::Spark => format!("lower(typeof({of}))"),
            Self::PostgreSql => format!("CAST(pg_typeof({of}) AS VARCHAR)"),
        }
    }

    /// A name of someone else's, whatever letters it has.
    pub(super) fn name(self, name: &str) -> String {
        match self {
            Self::DuckDb | Self::PostgreSql => format!("\"{}\"", name.replace('"', "\"\"")),
            Self::Spark => format!("`{}`", name.replace('`', "``")),
        }
    }

    /// A table of someone else's: its name, parted by points, or a template as it is.
    pub(super) fn table_name(self, name: &str) -> String {
        if name.starts_with("{{") {
            return name.to_owned();
        }
        let parts = name.split('.').map(|part| self.name(part));
        parts.collect::<Vec<_>>().join(".")
    }

    /// A text, put together of parts where a template would begin in it.
    pub(super) fn text(self, text: &str) -> String {
        let quoted = |part: &str| match self {
            Self::DuckDb | Self::PostgreSql => format!("'{}'", part.replace('\'', "''")),
            Self::Spark => format!("'{}'", part.replace('\\', "\\\\").replace('\'', "\\'")),
        };
        let parts: Vec<String> = parts(text).map(quoted).collect();
        match parts.as_slice() {
            [whole] => whole.clone(),
            parts => format!("({})", parts.join(" || ")),
        }
    }

    /// A line that is no SQL.
    pub(super) fn comment(text: &str) -> String {
        format!("-- {}\n", parts(text).collect::<Vec<_>>().join(" "))
    }

    /// Whether its planner never ends with all steps in one query.
    pub(super) fn needs_tables(self) -> bool {
        match self {
            Self::DuckDb | Self::PostgreSql => false,
            Self::Spark => true,
        }
    }

    /// A step that is made once and kept.
    pub(super) fn table(self, name: &str) -> String {
        match self {
            Self::DuckDb | Self::PostgreSql => format!("CREATE TABLE {name} AS"),
            Self::Spark => format!("CREATE TABLE {name} USING parquet AS"),
        }
    }

    /// What tells a planner how much is in a table that was just made; the others look themselves.
    pub(super) fn counted(self, name: &str) -> String {
        match self {
            Self::DuckDb | Self::Spark => String::new(),
            Self::PostgreSql => format!("ANALYZE {name};\n"),
        }
    }
}

/// Whether a template of dbt's or a variable of Spark's begins in a text.
pub fn begins_template(text: &str) -> bool {
    parts(text).nth(1).is_some()
}

/// The parts of a text that no template of dbt's and no variable of Spark's begins in.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let pairs = text.as_bytes().windows(2).zip(1..);
    let is_begun = |pair: &[u8]| matches!(pair, [b'{', b'{' | b'%' | b'#'] | [b'$', b'{']);
    let cuts = pairs.filter(move |(pair, _)| is_begun(pair)).map(|(_, at)| at);
    let mut from = 0;
    cuts.chain([text.len()]).map(move |to| {
        let part = text.get(from..to).unwrap_or_default();
        from = to;
        part
    })
}
