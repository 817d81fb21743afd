//! 口径 in words.

use crate::report::{Line, Question};
use crate::term::{Level, Year};

/// What is asked, in a part or more.
pub(super) fn parts(line: &Line<'_>, year: Year) -> Vec<String> {
    let mut parts = of_question(&line.item.question, year);
    if line.item.is_either && line.respondent.level == Level::City {
        parts.push("由各县（区）汇总；市里统一报总数的才填".to_owned());
    }
    parts
}

fn of_question(question: &Question, year: Year) -> Vec<String> {
    match question {
        Question::Rate { numerator, denominator, count_unit } => {
            let unit = count_unit.as_ref().map_or(String::new(), |unit| format!("（{unit}）"));
            let counts = [("分子", numerator), ("分母", denominator)];
            let said = counts.into_iter().filter_map(|(what, words)| Some((what, words.as_ref()?)));
            let said: Vec<String> =
                said.map(|(what, words)| format!("{what}：{words}{unit}")).collect();
            if said.is_empty() { vec![format!("分子、分母{unit}之比")] } else { said }
        }
        Question::Growth { since } => vec![format!("{since}年以来的年均增长率")],
        Question::Level { growth, since } => vec![
            "当年的水平值（选填）".to_owned(),
            format!("没有报“{growth}”时，由它与{since}年的水平值推算"),
        ],
        Question::Increment { since } => {
            vec!["数值：当年数".to_owned(), format!("累计：{since}年以来的合计，含当年（选填）")]
        }
        Question::OfYear => vec!["当年数，不含以前年度".to_owned()],
        Question::Value => vec!["当年数值".to_owned()],
        Question::Done { due } => vec![
            format!("{due}年底前是否完成"),
            format!("填“是”“否”，或完成的日期，如 {year}-06-30"),
        ],
    }
}
