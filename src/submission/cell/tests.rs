use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;

use super::*;
use crate::exact::Rational;
use crate::term::Date;

fn number(text: &str, unit: Unit<'_>) -> Option<(String, bool)> {
    match read(text.as_bytes(), unit) {
        Cell::Number { number, percent } => Some((number.to_string(), percent)),
        _ => None,
    }
}

fn fault(text: &str, unit: Unit<'_>) -> Option<Fault> {
    match read(text.as_bytes(), unit) {
        Cell::Unreadable(fault) => Some(fault),
        _ => None,
    }
}

#[test]
fn numbers_are_read_as_people_type_them() {
    for (text, value, percent) in [
        ("55.2", "55.2", false),
        ("55.20%", "55.20", true),
        ("５５．２％", "55.2", true),
        (" 55.2 % ", "55.2", true),
        ("1,234", "1234", false),
        ("1，234，567.5", "1234567.5", false),
        ("33 480", "33480", false),
        ("33\u{A0}480.5", "33480.5", false),
        ("1\u{2009}234\u{2009}567", "1234567", false),
        ("３３　４８０", "33480", false),
        ("－3.1", "-3.1", false),
        ("\u{2212}3.1", "-3.1", false),
        ("＋７", "7", false),
        ("-33,480", "-33480", false),
        ("\u{3000}33480\u{A0}", "33480", false),
        ("\u{FEFF}33480\u{200B}", "33480", false),
        ("\u{202A}33480\u{202C}", "33480", false),
        ("33\u{200B}480", "33480", false),
        ("'33480", "33480", false),
        ("‘33480", "33480", false),
        ("＇ 33480", "33480", false),
        ("=\"33480\"", "33480", false),
        ("＝\"33,480\"", "33480", false),
        ("\u{202D}33480\u{202C}", "33480", false),
        ("\u{2066}33480\u{2069}", "33480", false),
        ("\u{200E}55.2%\u{200E}", "55.2", true),
        ("\u{200F}3.1", "3.1", false),
        ("\u{61C}33480", "33480", false),
        ("33\u{AD}480", "33480", false),
        ("33480\u{1A}", "33480", false),
        ("334\u{FE0F}80", "33480", false),
        ("33480.0", "33480.0", false),
        ("﹣3.1﹪", "-3.1", true),
    ] {
        assert_eq!(number(text, Unit::Of("%")), Some((value.to_owned(), percent)), "{text}");
    }
}

#[test]
fn a_number_may_have_its_unit_behind_it() {
    for (text, unit, value) in [
        ("33480人", Unit::Of("人"), "33480"),
        ("33480 人", Unit::Of("人"), "33480"),
        ("33,480人", Unit::Of("人"), "33480"),
        ("33 480 人", Unit::Of("人"), "33480"),
        ("７００人次", Unit::Of("人次"), "700"),
        ("33.48万", Unit::Of("人"), "334800"),
        ("33.48万人", Unit::Of("人"), "334800"),
        ("33.480000 万人", Unit::Of("人"), "334800.00"),
        ("1.2亿", Unit::Of("元"), "120000000"),
        ("12万元", Unit::Of("万元"), "12"),
        ("12万元", Unit::Of("元"), "120000"),
        ("120000元", Unit::Of("万元"), "12.0000"),
        ("9家", Unit::Counting(""), "9"),
        ("3512.00人", Unit::Counting("人"), "3512.00"),
        ("3512\u{200B}.0\u{A0}人", Unit::Counting("人"), "3512.0"),
        ("=\"3512人\"", Unit::Counting("人"), "3512"),
        ("3.3万", Unit::Counting(""), "33000"),
    ] {
        assert_eq!(number(text, unit), Some((value.to_owned(), false)), "{text}");
    }
}

#[test]
fn a_unit_that_is_not_the_one_wanted_is_refused() {
    for (text, unit, expected) in [
        ("33480人", Unit::Of("个"), Fault::OtherUnit),
        ("55个百分点", Unit::Of("%"), Fault::OtherUnit),
        ("5‰", Unit::Of("%"), Fault::OtherUnit),
        ("12元", Unit::Counting(""), Fault::OtherUnit),
        ("12万", Unit::Of("万元"), Fault::HalfUnit),
        ("55万", Unit::Of("%"), Fault::OtherUnit),
        ("999999999999999999万", Unit::Of("人"), Fault::TooLong),
        ("1000000000000000000人", Unit::Of("人"), Fault::TooLong),
    ] {
        assert_eq!(fault(text, unit), Some(expected), "{text}");
    }
}

#[test]
fn marks_for_a_missing_value_are_not_zero_and_are_kept() {
    for text in ["", " ", "　", "\u{A0}", "\u{FEFF}", "'"] {
        assert_eq!(read(text.as_bytes(), Unit::Of("%")), Cell::Missing(None), "{text:?}");
    }
    for text in "— —— - … …… / NA na 无数据 － ／ ＮＡ NULL null \\N".split(' ')
    {
        for typed in [text.to_owned(), format!(" {text}\u{A0}"), format!("'{text}")] {
            let Cell::Missing(Some(mark)) = read(typed.as_bytes(), Unit::Of("%")) else {
                panic!("{typed:?}")
            };
            assert_eq!(mark.written(), text);
        }
    }
    assert_eq!(read("不适用".as_bytes(), Unit::Of("%")), Cell::NotApplicable);
}

#[test]
fn a_milestone_is_done_or_not_or_has_a_day() {
    let read = |text: &str| read_as(Limits::Done, "", text.as_bytes(), Unit::Of(""));
    for text in ["是", " 是 ", "'是", "√", "✓", "✔", "☑", "yes", "TRUE", "已", "已完成"]
    {
        assert_eq!(read(text), Cell::Done(Done::Yes), "{text}");
    }
    for text in ["否", "×", "✗", "✘", "No", "FALSE", "未", "未完成", "尚未完成"] {
        assert_eq!(read(text), Cell::Done(Done::No), "{text}");
    }
    for (text, day) in [
        ("2023-06-30", "2023-06-30"),
        ("2023/6/30", "2023-06-30"),
        ("2023年6月30日", "2023-06-30"),
        ("２０２３年６月３０日", "2023-06-30"),
        ("'2023-06-30\u{200B}", "2023-06-30"),
        ("2023年2月", "2023-02-28"),
        ("2024-2", "2024-02-29"),
        ("2023年", "2023-12-31"),
        ("2023-06-30 00:00:00", "2023-06-30"),
        ("2023-06-30T08:00:00", "2023-06-30"),
        ("2023/6/30 0:00", "2023-06-30"),
        ("2023.6.30", "2023-06-30"),
        ("２０２３．０６．３０", "2023-06-30"),
        ("二〇二三年六月三十日", "2023-06-30"),
        ("=\"2023-06-30\"", "2023-06-30"),
    ] {
        assert_eq!(read(text), Cell::Done(Done::On(Date::parse(day).unwrap())), "{text}");
    }
    let days = "1 0 2023 2023.6 2023-13-01 2023年2月30日 23-6-30 2023-06-30T16:00:00Z \
                2023-06-30至7月1日 6/30/2023 2023年（6月）";
    for text in days.split(' ').chain("已印发 已启动 基本完成 （是） x ☒ 无".split(' '))
    {
        assert!(matches!(read(text), Cell::Unreadable(_)), "{text}");
    }
    assert!(matches!(read("—"), Cell::Missing(Some(_))));
    assert_eq!(read("不适用"), Cell::NotApplicable);
}

#[test]
fn what_is_not_surely_a_number_is_not_read() {
    let about = Fault::Unclear(Unclear::About);
    let separators = Fault::Unclear(Unclear::Separators);
    for (text, expected) in [
        ("约55", about),
        ("55左右", about),
        ("55%左右", about),
        ("55多人", about),
        ("近五十人", about),
        ("≥55", about),
        ("3～5", about),
        ("1e3", Fault::Unclear(Unclear::Exponent)),
        ("1.5e3", Fault::Unclear(Unclear::Exponent)),
        ("1.23E+11", Fault::Unclear(Unclear::Exponent)),
        ("1.5×10^3", Fault::Unclear(Unclear::Exponent)),
        ("12,34", separators),
        ("1,2345", separators),
        ("1.234,5", separators),
        ("0,123", separators),
        ("1,234 567", separators),
        ("33  480", separators),
        ("33\n480", separators),
        ("12,34人", separators),
        ("五十", Fault::Unclear(Unclear::Words)),
        ("五十人", Fault::Unclear(Unclear::Words)),
        ("百分之五十", Fault::Unclear(Unclear::Words)),
        ("(3.1)", Fault::Parentheses),
        ("（3.1）", Fault::Parentheses),
        ("（3.1%）", Fault::Parentheses),
        ("①", Fault::NotANumber),
        ("½", Fault::NotANumber),
        (",123", Fault::NotANumber),
        ("55%%", Fault::NotANumber),
        ("%", Fault::NotANumber),
        ("- 3", Fault::NotANumber),
        ("--3", Fault::NotANumber),
        ("3-5", Fault::NotANumber),
        ("55。2", Fault::NotANumber),
        ("3万5千", Fault::NotANumber),
        ("12（人）", Fault::NotANumber),
        ("''5", Fault::NotANumber),
        ("\u{202E}55", Fault::NotANumber),
        ("=3512", Fault::NotANumber),
        ("=\"35\"&\"12\"", Fault::NotANumber),
        ("\"3512\"", Fault::NotANumber),
        ("—3.1", Fault::NotANumber),
        ("①②", Fault::NotANumber),
        ("3½", Fault::NotANumber),
        ("㊿", Fault::NotANumber),
        ("𝟓𝟓", Fault::NotANumber),
        ("٣", Fault::NotANumber),
        ("551/999", Fault::NotANumber),
        ("很多", Fault::NotANumber),
        ("暂无", Fault::NotANumber),
    ] {
        for unit in [Unit::Of("人"), Unit::Counting("")] {
            assert_eq!(fault(text, unit), Some(expected), "{text}");
        }
    }
    assert_eq!(fault_of_bytes(b"\xff\xfe"), Some(Fault::NotANumber));
}

fn fault_of_bytes(bytes: &[u8]) -> Option<Fault> {
    match read(bytes, Unit::Counting("")) {
        Cell::Unreadable(fault) => Some(fault),
        _ => None,
    }
}

/// How one person types a number; what it is then worth is told apart from how the
/// reader finds it.
#[derive(Debug, Clone)]
struct Style {
    full: bool,
    separator: &'static str,
    before: &'static str,
    between: &'static str,
    after: &'static str,
    apostrophe: &'static str,
    behind: (&'static str, u32),
}

fn styles() -> impl Strategy<Value = Style> {
    let blank =
        || prop::sample::select(vec!["", " ", "\u{3000}", "\u{A0}", "\u{FEFF}", "\u{200B}"]);
    let separator = prop::sample::select(vec!["", ",", "，", " ", "\u{2009}", "\u{202F}"]);
    let behind = prop::sample::select(vec![
        ("", 0),
        ("人", 0),
        ("万", 4),
        ("万人", 4),
        ("亿", 8),
        ("亿人", 8),
    ]);
    let around = (blank(), prop::sample::select(vec!["", " "]), blank());
    let apostrophe = prop::sample::select(vec!["", "'", "‘", "＇"]);
    (any::<bool>(), separator, around, apostrophe, behind).prop_map(
        |(full, separator, (before, between, after), apostrophe, behind)| Style {
            full,
            separator,
            before,
            between,
            after,
            apostrophe,
            behind,
        },
    )
}

impl Style {
    fn write(&self, negative: bool, whole: u64, fraction: &str) -> String {
        let digits = whole.to_string();
        let mut grouped = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                grouped.push_str(self.separator);
            }
            grouped.push(digit);
        }
        let sign = if negative { "-" } else { "" };
        let point = if fraction.is_empty() { "" } else { "." };
        let mut text = format!("{sign}{grouped}{point}{fraction}");
        if self.full {
            let wide = |c: char| match c {
                '0'..='9' => char::from_u32(u32::from(c) + 0xFEE0).unwrap(),
                '-' => '－',
                '.' => '．',
                c => c,
            };
            text = text.chars().map(wide).collect();
        }
        let Style { before, apostrophe, between, behind: (behind, _), after, .. } = self;
        format!("{before}{apostrophe}{text}{between}{behind}{after}")
    }
}

fn naive(negative: bool, whole: u64, fraction: &str, power: u32) -> BigRational {
    let digits: BigInt = format!("{whole}{fraction}").parse().unwrap();
    let scale = BigInt::from(10).pow(u32::try_from(fraction.len()).unwrap());
    let value = BigRational::new(digits * BigInt::from(10).pow(power), scale);
    if negative { -value } else { value }
}

proptest! {
    #[test]
    fn what_is_typed_in_any_style_is_read_back_exactly(
        style in styles(),
        negative in any::<bool>(),
        whole in prop_oneof![0u64..2_000, 0u64..10_000_000_000],
        fraction in "[0-9]{0,6}",
    ) {
        let typed = style.write(negative, whole, &fraction);
        let expected = naive(negative, whole, &fraction, style.behind.1);
        let power = usize::try_from(style.behind.1).unwrap();
        let zeros = power.saturating_sub(fraction.len());
        let significant = format!("{whole}{fraction}").trim_start_matches('0').len();
        match read(typed.as_bytes(), Unit::Of("人")) {
            Cell::Number { number, percent: false } => {
                let value = BigRational::new(
                    BigInt::from(number.mantissa()),
                    BigInt::from(10).pow(u32::from(number.scale())),
                );
                prop_assert_eq!(value, expected, "{}", typed);
                prop_assert_eq!(usize::from(number.scale()), fraction.len().saturating_sub(power));
                prop_assert!(significant + zeros <= 18 || significant == 0);
            }
            // It is refused only where it has too many digits.
            Cell::Unreadable(Fault::TooLong) => prop_assert!(significant + zeros > 18, "{}", typed),
            other => prop_assert!(false, "{typed:?}: {other:?}"),
        }
    }

    #[test]
    fn a_number_in_one_multiple_is_the_same_in_another(
        mantissa in 0i64..1_000_000_000,
        scale in 0u8..4,
        behind in prop::sample::select(vec!["元", "万元", "亿元"]),
        unit in prop::sample::select(vec!["元", "万元", "亿元"]),
    ) {
        let power = |unit: &str| match unit {
            "元" => 0,
            "万元" => 4,
            _ => 8,
        };
        let typed = Decimal::new(mantissa, scale).unwrap();
        let Cell::Number { number, .. } =
            read(format!("{typed}{behind}").as_bytes(), Unit::Of(unit)) else {
            return Err(TestCaseError::fail(format!("{typed}{behind} in {unit}")));
        };
        let in_yuan = |number, unit| Rational::from(number) * Rational::power_of_ten(power(unit));
        prop_assert_eq!(in_yuan(number, unit), in_yuan(typed, behind));
    }

    #[test]
    fn reading_never_fails(
        text in prop_oneof![
            any::<String>(),
            "[-+'‘0-9０-９.,，． \u{A0}\u{200B}万亿人元个百分点%％约()（）eE×十—…/]{0,12}",
        ],
        limits in prop::sample::select(vec![
            Limits::PERCENTAGE, Limits::NonNegative, Limits::Any, Limits::Done, Limits::Words,
        ]),
        unit in prop::sample::select(vec!["", "%", "人", "万元", "百分点"]),
    ) {
        let _ = read(text.as_bytes(), Unit::Counting(""));
        let cell = read_as(limits, "", text.as_bytes(), Unit::Of(unit));
        if let Cell::Missing(Some(mark)) = cell {
            prop_assert_eq!(mark.written(), visible(typed(&text)));
        }
    }

    #[test]
    fn bytes_that_are_no_text_never_fail(bytes in proptest::collection::vec(any::<u8>(), 0..20)) {
        let _ = read(&bytes, Unit::Of("人"));
        let _ = is_blank(&bytes);
    }
}
