//! Any text as the cell of a number.

use std::sync::LazyLock;

use dabiao::exact::{Decimal, Figure, Rational};
use dabiao::plan::{Plan, RuleFile};
use dabiao::term::Sent;

use super::reading::{self, Value};

/// One indicator for each way a cell is read. 示例数据: no figure here is of a real plan.
const PLAN: &str = "\
[plan]
id = 'p'
title = '示例规划'
baseline-year = 2020
first-year = 2021
target-year = 2025

[[reference]]
id = 'gdp'
name = 'GDP年均增长率'
unit = '%'

[[region]]
code = '330902'
name = '甲区'
level = 'county'

[[indicator]]
id = 'rate'
number = 1
name = '就业率'
attribute = '约束性'
unit = '%'
operator = '≥'
threshold = 60

[[indicator]]
id = 'homes'
number = 2
name = '改造户数'
attribute = '预期性'
form = 'sum'
unit = '户'
operator = '≥'
threshold = 900

[[indicator]]
id = 'growth'
number = 3
name = '收入增长'
attribute = '预期性'
unit = '%'
operator = '≥'
reference = 'gdp'

[[indicator]]
id = 'money'
number = 4
name = '投入'
attribute = '预期性'
unit = '万元'
operator = '≥'
threshold = 100

[[indicator]]
id = 'law'
number = 5
name = '办法'
attribute = '任务'
form = 'milestone'

[[indicator]]
id = 'system'
number = 6
name = '机制'
attribute = '任务'
form = 'words'
text = '健全机制'
";

static NUMBERS: LazyLock<Plan> = LazyLock::new(|| {
    let file = RuleFile::new("plan.toml", PLAN.as_bytes().to_vec());
    Plan::load(&[file], &mut |_, _| Ok(Vec::new())).unwrap()
});

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Value,
    Numerator,
    Denominator,
    Total,
}

/// A first byte that says of which indicator the cell is and of which column, and the cell.
pub fn number(input: &[u8]) {
    const FIELDS: [Field; 4] = [Field::Value, Field::Numerator, Field::Denominator, Field::Total];
    let Some((choice, text)) = input.split_first() else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    let number = usize::from(choice & 0b111) % 6 + 1;
    let field = FIELDS[usize::from(choice >> 3) % FIELDS.len()];
    if text.contains('\0') {
        return;
    }
    let value = read(number, field, text);
    let Some(decimal) = decimal(&value, field) else { return };
    if number < 5 && !(field == Field::Value && text.is_empty()) {
        as_written(decimal, text);
        let percent = if field == Field::Value && matches!(number, 1 | 3) { "%" } else { "" };
        let printed = format!("{decimal}{percent}");
        let again = read(number, field, &printed);
        assert_eq!(again.sent, value.sent, "{text:?}: {printed}");
        assert_eq!(numbers(&again.figure), numbers(&value.figure), "{text:?}: {printed}");
    }
}

/// The numbers of a figure, whatever digits they are known to: 1.5万 is printed as 15000.
fn numbers(figure: &Figure) -> [Option<Rational>; 4] {
    let (numerator, denominator) = figure.counts.unzip();
    [figure.value, numerator, denominator, figure.total].map(|number| number.map(Rational::from))
}

/// The one value of a file whose one row has the text in a cell, and other counts beside it
/// where it needs them.
fn read(number: usize, field: Field, text: &str) -> Value {
    let quoted = format!("\"{}\"", text.replace('"', "\"\""));
    let cell = |here: Field, beside: Field, other: &str| {
        if field == here {
            quoted.clone()
        } else if field == beside {
            other.to_owned()
        } else {
            String::new()
        }
    };
    let row = [
        cell(Field::Value, Field::Value, ""),
        cell(Field::Numerator, Field::Denominator, "0"),
        cell(Field::Denominator, Field::Numerator, "999999999999999999"),
        cell(Field::Total, Field::Total, ""),
    ];
    let file = format!(
        "年份,地区,指标,数值,分子,分母,累计,备注\n2023,甲区,{number},{},示例数据\n",
        row.join(",")
    );
    let (values, found) = reading::holds(&NUMBERS, "a.csv", file.as_bytes());
    let [value] = values.as_slice() else { panic!("{values:?} {found:?}") };
    value.clone()
}

fn decimal(value: &Value, field: Field) -> Option<Decimal> {
    if !matches!(value.sent, Sent::Figure | Sent::NotApplicable) {
        return None;
    }
    match field {
        Field::Value => value.figure.value,
        Field::Numerator => value.figure.counts.map(|(numerator, _)| numerator),
        Field::Denominator => value.figure.counts.map(|(_, denominator)| denominator),
        Field::Total => value.figure.total,
    }
}

/// A number has the digits of its text and no others, but for the zeros of 万 and 亿; its
/// point stands where the text has it, and so does its sign.
fn as_written(number: Decimal, text: &str) {
    let half = |c: char| match c {
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap(),
        '．' => '.',
        '－' | '−' => '-',
        c => c,
    };
    let text: String = text.chars().map(half).collect();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let written = digits(&text);
    let written = written.trim_start_matches('0');
    let read = number.mantissa().unsigned_abs().to_string();
    let read = read.trim_start_matches('0');
    let zeros = read.strip_prefix(written);
    assert!(zeros.is_some_and(|zeros| zeros.bytes().all(|b| b == b'0')), "{text:?}: {number}");
    let is_multiplied = text.contains(['万', '亿', '元']);
    if !is_multiplied {
        let fraction = text.split_once('.').map_or(0, |(_, fraction)| digits(fraction).len());
        assert_eq!((zeros, usize::from(number.scale())), (Some(""), fraction), "{text:?}");
    }
    assert_eq!(number.is_negative(), text.contains('-') && !number.is_zero(), "{text:?}");
}
