//! `dabiao.toml`: what the runs in a folder have in common, each key a flag of the command
//! line.

use super::RuleFile;
use super::field::{At, Checker};
use super::load::load_whole;
use super::shapes::shapes;
use super::table::Table;
use super::words;
use crate::diagnostic::{Diagnostic, KeyProblem};
use crate::source::Place;

/// What a file of settings says.
#[derive(Debug, Default)]
pub struct Settings {
    /// Rule files and folders.
    pub plan: Vec<Setting>,
    /// Where the submissions of a year lie: a path with [`YEAR`] in it.
    pub years: Option<Setting>,
    /// Submissions of earlier years.
    pub history: Vec<Setting>,
    /// Files of waivers.
    pub waivers: Vec<Setting>,
    /// Reports that are written.
    pub reports: Vec<Setting>,
    /// The regions that are looked at.
    pub regions: Vec<Setting>,
    /// From which attribute on a failure fails the run.
    pub fail_on: Option<Setting>,
    /// The language.
    pub language: Option<Setting>,
}

/// A text of a file of settings.
#[derive(Debug, Clone)]
pub struct Setting {
    /// What is written.
    pub text: String,
    /// Where.
    pub place: Place,
}

/// How many values a key can list: each is an argument of the command line.
const MOST_TEXTS: usize = 1_000;

/// What stands for the year in a path.
pub const YEAR: &str = "{year}";

shapes! {
    FILE: "settings" "这个目录里运行时的默认参数；命令行上写了的，以命令行为准；路径从这个文件所在的目录\
        算起 / flags of all runs in this folder; those that are typed win, and paths are relative to this \
        file" {
        "plan": Texts, "规则文件或目录，同 --plan / rule files or folders, as --plan";
        "years": Text, "\
            各年的报送文件在哪里，如 data/{year}*；dabiao check 2024 就检查这一年，此前各年作为 \
            history / where the submissions of a year lie, such as data/{year}*; dabiao check 2024 \
            checks that year, and the years before are its history";
        "history": Texts, "\
            以前年度的文件、目录或通配符，同 --history / earlier years: files, folders, patterns, \
            as --history";
        "waivers": Texts, "豁免文件，同 --waivers / files of waivers, as --waivers";
        "reports": Texts, "\
            check 另写的报告，如 html=报告.html，同 --report / reports that check writes too, such as \
            html=report.html, as --report";
        "regions": Texts, "只看这些地区，同 --region / only these regions, as --region";
        "fail-on": Word(words::FAIL_ON), "\
            check 从哪种属性起以 1 退出，同 --fail-on / from which attribute on a failure makes \
            check exit with 1, as --fail-on";
        "language": Word(words::LANGUAGES), "语言，同 --lang / the language, as --lang";
    }
}

impl Settings {
    /// Reads and checks a file of settings: what is sound of it, and every fault found in it,
    /// each with its place.
    pub fn load(file: &RuleFile) -> (Self, Vec<Diagnostic>) {
        load_whole(file, &FILE, |checker, table| Self {
            plan: texts(checker, table, "plan"),
            years: text(checker, table, "years"),
            history: texts(checker, table, "history"),
            waivers: texts(checker, table, "waivers"),
            reports: texts(checker, table, "reports"),
            regions: texts(checker, table, "regions"),
            fail_on: word(checker, table, "fail-on", words::FAIL_ON),
            language: word(checker, table, "language", words::LANGUAGES),
        })
    }
}

fn setting(checker: &Checker<'_>, At { value, span }: At<String>) -> Setting {
    Setting { text: value, place: checker.place(span) }
}

fn text(checker: &mut Checker<'_>, table: &Table<'_>, key: &'static str) -> Option<Setting> {
    let text = checker.text(table, key)?;
    Some(setting(checker, text))
}

fn texts(checker: &mut Checker<'_>, table: &Table<'_>, key: &'static str) -> Vec<Setting> {
    let mut texts = checker.texts(table, key);
    if texts.len() > MOST_TEXTS {
        checker.fault(KeyProblem::ListTooLong { key, most: MOST_TEXTS }, table.span_of(key));
        texts.clear();
    }
    texts.into_iter().map(|text| setting(checker, text)).collect()
}

fn word(
    checker: &mut Checker<'_>,
    table: &Table<'_>,
    key: &'static str,
    allowed: &'static [&'static str],
) -> Option<Setting> {
    let word = checker.word(table, key, allowed, allowed)?.to_owned();
    Some(setting(checker, At { value: word, span: table.span_of(key) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(text: &str) -> Result<Settings, Vec<String>> {
        let file = RuleFile::new("dabiao.toml", text.as_bytes().to_vec());
        let told = |fault: Diagnostic| {
            let line = fault.place.as_ref().and_then(Place::line_number);
            format!("{}:{}", fault.code(), line.unwrap_or_default())
        };
        match Settings::load(&file) {
            (settings, faults) if faults.is_empty() => Ok(settings),
            (_, faults) => Err(faults.into_iter().map(told).collect()),
        }
    }

    #[test]
    fn a_key_that_is_left_out_says_nothing() {
        let settings = load("plan = ['规则', 'b.toml']\nfail-on = 'task'\n").unwrap();
        let said: Vec<&str> = settings.plan.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(said, ["规则", "b.toml"]);
        assert_eq!(settings.fail_on.map(|it| it.text).as_deref(), Some("task"));
        assert!(settings.history.is_empty() && settings.years.is_none());
        assert!(load("").is_ok());
    }

    #[test]
    fn a_key_lists_a_thousand_values_and_no_more() {
        for key in ["plan", "regions", "reports"] {
            let listed = |many: usize| load(&format!("{key} = [{}]\n", "'a',".repeat(many)));
            assert!(listed(MOST_TEXTS).is_ok(), "{key}");
            let faults = listed(MOST_TEXTS + 1).unwrap_err();
            assert_eq!(faults, ["plan/text-too-long:1"], "{key}");
        }
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once_with_its_line() {
        let faults = load(
            "plans = ['a']\nplan = 'a'\nhistory = [3]\nfail-on = 'bindung'\nlanguage = 'de'\n\
             regions = ['']\nreports = [\"a\\u001b.html\"]\nyears = ['a']\n[check]\nplan = 1\n",
        );
        let expected = [
            "plan/unknown-key:1",
            "plan/wrong-type:2",
            "plan/wrong-type:3",
            "plan/bad-word:4",
            "plan/bad-word:5",
            "plan/empty-text:6",
            "plan/control-character:7",
            "plan/wrong-type:8",
            "plan/unknown-key:9",
        ];
        assert_eq!(faults.unwrap_err(), expected);
    }
}
