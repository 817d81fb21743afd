//! Numbers of years, months and days, in digits and in words.

/// A whole number without the `.0` that programs write behind one; any other text as it is.
///
/// ```
/// use dabiao::text::whole;
///
/// assert_eq!(whole("330902.0"), "330902");
/// assert_eq!(whole("6.3"), "6.3");
/// ```
pub fn whole(text: &str) -> &str {
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|c| c.is_ascii_digit());
    match text.split_once('.') {
        Some((digits, zeros)) if is_digits(digits) && is_digits(zeros) => {
            if zeros.bytes().all(|c| c == b'0') { digits } else { text }
        }
        Some(_) | None => text,
    }
}

/// The value of 〇 to 九, also as they stand on cheques: 零 to 玖.
fn unit(c: char) -> Option<u16> {
    Some(match c {
        '〇' | '○' | '◯' | '零' => 0,
        '一' | '壹' => 1,
        '二' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// Whether a character is a numeral of one digit, in digits or in words.
pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || unit(c).is_some()
}

/// How many digits stand at the beginning.
pub(super) fn digits(text: &[char]) -> usize {
    text.iter().take_while(|c| c.is_ascii_digit()).count()
}

/// A number of exactly four digits at the beginning, and its length: 2023, 二〇二三. Within
/// words 0 and O are other ways of writing 〇.
pub(super) fn four(text: &[char]) -> Option<(u16, usize)> {
    let length = match digits(text) {
        0 => words(text),
        length => length,
    };
    if length != 4 {
        return None;
    }
    let value = text.iter().take(4).fold(0, |value, c| {
        let digit = c.to_digit(10).and_then(|digit| u16::try_from(digit).ok());
        value * 10 + digit.or(unit(*c)).unwrap_or(0)
    });
    Some((value, length))
}

/// How many numerals in words stand at the beginning.
pub(super) fn words(text: &[char]) -> usize {
    if text.first().copied().and_then(unit).is_none() {
        return 0;
    }
    text.iter().take_while(|c| unit(**c).is_some() || matches!(c, '0' | 'O' | 'o')).count()
}

/// The last two digits of a year of this century in words at the beginning, and their length:
/// 二二, 〇二二. Others are more often counts of years.
pub(super) fn twenties(text: &[char]) -> Option<(u8, usize)> {
    let zero = usize::from(text.first().copied().and_then(unit) == Some(0));
    let (tens, ones) = (text.get(zero).copied(), text.get(zero + 1).copied().and_then(unit)?);
    let is_one = words(text) == zero + 2 && matches!(tens, Some('二' | '贰'));
    is_one.then(|| u8::try_from(ones).ok()).flatten().map(|ones| (20 + ones, zero + 2))
}

/// A number of at most two digits at the beginning, and its length: 9, 09, 九, 十二, 三十一.
pub(super) fn two(text: &[char]) -> Option<(u8, usize)> {
    let length = digits(text);
    if length > 0 {
        let value = text.iter().take(length).filter_map(|c| c.to_digit(10));
        let value = (length <= 2).then(|| value.fold(0, |value, digit| value * 10 + digit))?;
        return Some((u8::try_from(value).ok()?, length));
    }
    let one = |at: usize| text.get(at).copied().and_then(unit).filter(|value| *value > 0);
    let (value, length) = match (one(0), text.get(usize::from(one(0).is_some()))) {
        (tens, Some('十')) => {
            let ten = usize::from(tens.is_some());
            let ones = one(ten + 1);
            (tens.unwrap_or(1) * 10 + ones.unwrap_or(0), ten + 1 + usize::from(ones.is_some()))
        }
        // 一二 is no number of two digits.
        (Some(value), next) if next.copied().and_then(unit).is_none() => (value, 1),
        _ => return None,
    };
    Some((u8::try_from(value).ok()?, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn four_digits_are_read_in_digits_and_in_words() {
        for text in
            ["2023年", "二〇二三年", "二○二三", "二零二三", "二O二三", "二0二三", "贰零贰叁年"]
        {
            assert_eq!(four(&chars(text)), Some((2023, 4)), "{text}");
        }
        for text in ["23", "20230", "二三", "二〇二三五", "十四五", "年"] {
            assert_eq!(four(&chars(text)), None, "{text}");
        }
    }

    #[test]
    fn months_and_days_are_read_in_digits_and_in_words() {
        for (text, value, length) in [
            ("9月", 9, 1),
            ("09", 9, 2),
            ("九月", 9, 1),
            ("十月", 10, 1),
            ("十二月", 12, 2),
            ("二十日", 20, 2),
            ("三十一日", 31, 3),
        ] {
            assert_eq!(two(&chars(text)), Some((value, length)), "{text}");
        }
        for text in ["123", "一二", "月", "〇"] {
            assert_eq!(two(&chars(text)), None, "{text}");
        }
    }
}
