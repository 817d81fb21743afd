use std::collections::HashMap;

use super::*;

/// Chinese characters and the punctuation that goes with them.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}')
}

/// The text without what stands in quotes.
fn unquoted(text: &str) -> String {
    text.split('"').step_by(2).collect()
}

#[test]
fn every_finding_has_words_in_both_languages() {
    for problem in Problem::samples() {
        let [zh, en] = Lang::ALL.map(|lang| problem.message(lang));
        for message in [&zh, &en] {
            assert!(!message.title.is_empty(), "{problem:?}");
            assert!(message.help.as_ref().is_none_or(|help| !help.is_empty()), "{problem:?}");
        }
        assert!(zh.title.contains(is_chinese), "{}", zh.title);
        assert_eq!(zh.help.is_some(), en.help.is_some(), "{problem:?}");
        assert_eq!(zh.flags.is_some(), en.flags.is_some(), "{problem:?}");
    }
}

/// What is found in what was sent is told to those who sent it.
#[test]
fn what_counties_read_names_no_flag_no_command_and_no_exit_code() {
    let of_data = |problem: &Problem| {
        let layers = ["submission/", "judgement/", "audit/"];
        layers.iter().any(|layer| problem.code().starts_with(layer))
    };
    let mut count = 0;
    for problem in Problem::samples().into_iter().filter(of_data) {
        for message in Lang::ALL.map(|lang| problem.message(lang)) {
            let whole = format!("{} {}", message.title, message.help.unwrap_or_default());
            for alien in [" --", "“--", "dabiao ", "退出码", "exit code", ".toml"] {
                assert!(!format!(" {whole}").contains(alien), "{alien}: {whole}");
            }
            count += usize::from(message.flags.is_some());
        }
    }
    assert!(count > 12, "{count}: who runs the program is told what to type");
}

#[test]
fn a_chinese_word_in_an_english_message_stands_in_quotes() {
    for problem in Problem::samples() {
        let Message { title, help, flags } = problem.message(Lang::En);
        for text in [Some(title), help, flags].into_iter().flatten() {
            assert!(!unquoted(&text).contains(is_chinese), "{text}");
        }
    }
}

#[test]
fn a_year_in_a_message_is_the_same_in_both_languages() {
    for problem in Problem::samples() {
        let [zh, en] = Lang::ALL.map(|lang| {
            let title = problem.message(lang).title;
            let runs = title.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4);
            let mut years: Vec<String> = runs.map(str::to_owned).collect();
            years.sort();
            years
        });
        assert_eq!(zh, en, "{problem:?}");
    }
}

#[test]
fn every_code_has_one_page_and_its_heaviest_finding_has_it() {
    let mut pages: HashMap<&str, (&Entry, usize)> = HashMap::new();
    for entry in entries() {
        let (first, count) = pages.entry(entry.code).or_insert((entry, 0));
        *count += usize::from(entry.pages.is_some());
        assert!(first.severity() <= entry.severity(), "{}", entry.code);
        assert!(first.pages.is_some(), "{} has no page", entry.code);
    }
    assert!(pages.len() > 10);
    let twice: Vec<_> = pages.iter().filter(|(_, (_, count))| *count != 1).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn every_page_is_whole_and_in_its_language() {
    for entry in entries() {
        for (lang, page) in Lang::ALL.into_iter().filter_map(|lang| Some((lang, entry.page(lang)?)))
        {
            for text in [page.means, page.example, page.todo] {
                assert!(!text.is_empty() && text == text.trim(), "{}", entry.code);
                let has_field = text
                    .split('{')
                    .skip(1)
                    .any(|rest| rest.starts_with(|c: char| c == '{' || c.is_ascii_lowercase()));
                assert!(!has_field && !text.contains("  "), "{}: {text}", entry.code);
            }
            match lang {
                Lang::Zh => {
                    assert!(page.means.contains(is_chinese) && page.todo.contains(is_chinese))
                }
                Lang::En => {
                    for text in [page.means, page.example, page.todo] {
                        assert!(!unquoted(text).contains(is_chinese), "{}: {text}", entry.code);
                    }
                }
            }
        }
    }
}

#[test]
fn a_code_is_a_layer_and_a_few_words() {
    for entry in entries() {
        let (layer, what) = entry.code.split_once('/').unwrap();
        let is_word = |part: &str| {
            part.starts_with(|c: char| c.is_ascii_lowercase())
                && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        assert!(is_word(layer) && is_word(what), "{}", entry.code);
    }
}

#[test]
fn the_code_and_the_weight_of_a_finding_are_those_of_its_entry() {
    for problem in Problem::samples() {
        let found = Diagnostic::whole(problem);
        assert!(entry(found.code()).is_some(), "{}", found.code());
    }
}

#[test]
fn whatever_length_a_name_has_a_message_keeps_both_its_ends_and_little_between() {
    let long = "长".repeat(3_000_000);
    for problem in [
        Problem::from(KeyProblem::UnknownKey { key: long.clone(), owner: None, nearest: None }),
        InputProblem::NoSuchFile { path: long.clone() }.into(),
        DivisionProblem::TargetsNoHeader { found: long.clone() }.into(),
        InputProblem::Settings { path: "dabiao.toml".to_owned(), taken: vec![long; 3] }.into(),
    ] {
        for lang in Lang::ALL {
            let Message { title, .. } = problem.message(lang);
            assert!(title.len() <= 4_006, "{}", title.len());
            assert!(title.contains('…') && title.contains("长长"), "{problem:?}");
        }
    }
}
