//! Number formats: whether a number is shown as a percentage, a day or plainly.

use super::date::Shown;

/// What a cell's format makes of its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum NumberFormat {
    /// Nothing that changes what it says.
    #[default]
    General,
    /// A hundred times the number, and a percent sign.
    Percent,
    /// The number, and a percent sign as a mere text: `0.00"%"`.
    PercentSign,
    /// Days since a first day.
    Day(Shown),
}

/// A format that is known by its number; the numbers from 164 on have a code in the file.
pub(super) fn built_in(id: u32) -> NumberFormat {
    match id {
        9 | 10 => NumberFormat::Percent,
        // 27 to 36 and 50 to 58 are those of East Asian versions.
        14..=17 | 27..=31 | 36 | 50..=54 | 57 | 58 => NumberFormat::Day(Shown::Date),
        18..=21 | 32..=35 | 45..=47 | 55 | 56 => NumberFormat::Day(Shown::Time),
        22 => NumberFormat::Day(Shown::DateTime),
        _ => NumberFormat::General,
    }
}

/// What a format's code says of positive numbers: its first section.
pub(super) fn of_code(code: &str) -> NumberFormat {
    if code.eq_ignore_ascii_case("standard") {
        return NumberFormat::General;
    }
    let mut seen = Seen::default();
    let mut characters = code.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            ';' => break,
            // The character behind is printed, skipped or filled with.
            '\\' | '!' => seen.sign |= characters.next() == Some('%'),
            '_' | '*' => {
                characters.next();
            }
            '"' => {
                let quoted: String = characters.by_ref().take_while(|c| *c != '"').collect();
                seen.sign |= quoted.contains('%');
            }
            '[' => {
                let inner: String = characters.by_ref().take_while(|c| *c != ']').collect();
                // [h] counts hours beyond a day; else it is a colour or a place.
                seen.time |= !inner.is_empty()
                    && inner.chars().all(|c| matches!(c.to_ascii_lowercase(), 'h' | 'm' | 's'));
            }
            '%' => seen.percent = true,
            // "General" has no digits, and letters that mean other things.
            'G' | 'g' => return NumberFormat::General,
            // 1.5E+03
            'E' | 'e' if matches!(characters.peek(), Some('+' | '-')) => {}
            'y' | 'Y' | 'e' | 'E' => seen.year = true,
            'm' | 'M' => seen.month = true,
            'd' | 'D' | 'a' | 'A' if is_am_pm(c, characters.peek()) => {}
            'd' | 'D' | 'a' | 'A' => seen.day = true,
            'h' | 'H' | 's' | 'S' => seen.time = true,
            _ => {}
        }
    }
    seen.format()
}

fn is_am_pm(c: char, next: Option<&char>) -> bool {
    matches!((c, next), ('a' | 'A', Some('m' | 'M' | '/')))
}

/// What stands in a section.
#[derive(Default)]
struct Seen {
    percent: bool,
    sign: bool,
    year: bool,
    /// Or minutes, beside hours or seconds.
    month: bool,
    day: bool,
    time: bool,
}

impl Seen {
    fn format(&self) -> NumberFormat {
        let has_date = self.year || self.day || self.month && !self.time;
        match (has_date, self.time) {
            (true, true) => NumberFormat::Day(Shown::DateTime),
            (true, false) if self.year && !self.month && !self.day => {
                NumberFormat::Day(Shown::Year)
            }
            (true, false) => NumberFormat::Day(Shown::Date),
            (false, true) => NumberFormat::Day(Shown::Time),
            (false, false) if self.percent => NumberFormat::Percent,
            (false, false) if self.sign => NumberFormat::PercentSign,
            (false, false) => NumberFormat::General,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_says_percentage_day_or_neither() {
        use NumberFormat::{Day, General, Percent, PercentSign};
        for (code, expected) in [
            ("General", General),
            ("GENERAL", General),
            ("G/通用格式", General),
            ("@", General),
            ("0.00", General),
            ("#,##0;[Red]-#,##0", General),
            ("0.00E+00", General),
            ("0\"人\"", General),
            ("0\"d\"", General),
            ("#,##0_);(#,##0)", General),
            ("[$¥-804]#,##0.00", General),
            ("0!.0,", General),
            ("0%", Percent),
            ("0.00%;[Red]-0.00%", Percent),
            ("0.00_%", General),
            ("0.00\"%\"", PercentSign),
            ("0.00\\%", PercentSign),
            ("yyyy-mm-dd", Day(Shown::Date)),
            ("yyyy\"年\"m\"月\"", Day(Shown::Date)),
            ("[$-804]yyyy\"年\"m\"月\"d\"日\";@", Day(Shown::Date)),
            ("yyyy年m月", Day(Shown::Date)),
            ("m/d/yy", Day(Shown::Date)),
            ("mmm-yy", Day(Shown::Date)),
            ("yyyy", Day(Shown::Year)),
            ("yyyy\"年\"", Day(Shown::Year)),
            ("yyyy-mm-dd hh:mm", Day(Shown::DateTime)),
            ("h:mm AM/PM", Day(Shown::Time)),
            ("[h]:mm:ss", Day(Shown::Time)),
            ("mm:ss", Day(Shown::Time)),
        ] {
            assert_eq!(of_code(code), expected, "{code}");
        }
    }
}
