//! Dates of a workbook: days since a first day, shown by a number format.

use compact_str::{CompactString, format_compact};

/// What a date format shows of a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// The day, or its year and month.
    Date,
    /// The day and the time.
    DateTime,
    /// Hours and minutes.
    Time,
    /// The year alone.
    Year,
}

/// Whether a character parts or names the parts of a day or a time, and says nothing else.
pub(super) fn parts_day(c: char) -> bool {
    c.is_whitespace() || "-/.,:;'－／．，、：年月日号號时時分秒点點星期周週上下午TZ".contains(c)
}

/// Whether a text is a day or a time in some way of writing, and no more: `2023年6月30日`,
/// `30-Jun-23`, `二〇二三年六月`.
pub(super) fn is_day(shown: &str) -> bool {
    const WORDS: [&str; 23] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon",
        "tue", "wed", "thu", "fri", "sat", "sun", "am", "pm", "t", "z",
    ];
    let is_number = |c: char| c.is_ascii_digit() || "〇零○一二三四五六七八九十廿卅".contains(c);
    let rest = shown.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    let mut words = rest.map(str::to_ascii_lowercase);
    let begins = |word: &String| match word.get(..3) {
        Some(begin) => WORDS.contains(&begin),
        None => WORDS.contains(&&**word),
    };
    !shown.is_empty()
        && words.all(|word| begins(&word))
        && shown.chars().all(|c| c.is_ascii_alphabetic() || is_number(c) || parts_day(c))
}

/// The last day that spreadsheet programs know, 9999-12-31.
const LAST: i64 = 2_958_465;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// A moment as it would be typed; none for a number that is no day. `days` is a plain
/// decimal.
pub(super) fn of_serial(days: &str, shown: Shown, is_1904: bool) -> Option<CompactString> {
    let (whole, decimals) = days.split_once('.').unwrap_or((days, ""));
    let mut day: i64 = whole.parse().ok().filter(|day| (0..=LAST).contains(day))?;
    if whole.starts_with('-') {
        return None;
    }
    // Ten decimals are finer than a second; the rest of them is noise.
    let mut fraction: i64 = format_compact!("{decimals:0<10.10}").parse().ok()?;
    fraction = (fraction * DAY + 5_000_000_000) / 10_000_000_000;
    if fraction == DAY && shown != Shown::Time {
        day += 1;
        fraction = 0;
    }
    let (hours, minutes, seconds) = (fraction / 3600, fraction / 60 % 60, fraction % 60);
    if shown == Shown::Time {
        return Some(format_compact!("{:02}:{minutes:02}:{seconds:02}", day * 24 + hours));
    }
    let (year, month, of_month) = civil(day, is_1904)?;
    Some(match shown {
        Shown::Year => format_compact!("{year}"),
        Shown::DateTime if fraction > 0 => format_compact!(
            "{year:04}-{month:02}-{of_month:02} {hours:02}:{minutes:02}:{seconds:02}"
        ),
        Shown::Date | Shown::DateTime | Shown::Time => {
            format_compact!("{year:04}-{month:02}-{of_month:02}")
        }
    })
}

/// Year, month and day of a day's number.
fn civil(day: i64, is_1904: bool) -> Option<(i64, i64, i64)> {
    // Days since 1970-01-01. The count from 1900 has a 29th of February that never was.
    let since_1970 = match (is_1904, day) {
        (true, _) => day - 24_107,
        (false, 0) => return None,
        (false, 60) => return Some((1900, 2, 29)),
        (false, 1..60) => day - 25_568,
        (false, _) => day - 25_569,
    };
    // Years are counted from March, so that the leap day is the last of a year; 146,097
    // days are 400 years.
    let from_march = since_1970 + 719_468;
    let era = from_march.div_euclid(146_097);
    let of_era = from_march.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let of_month = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    Some((year_of_era + era * 400 + i64::from(month <= 2), month, of_month))
}

/// A date as ISO 8601 has it, `2023-06-30T00:00:00`, as it would be typed.
pub(super) fn of_iso(text: &str) -> CompactString {
    let (day, time) = text.split_once('T').unwrap_or((text, ""));
    let time = time.trim_end_matches('Z');
    let time = time.split_once('.').map_or(time, |(seconds, _)| seconds);
    match time {
        "" | "00:00:00" | "00:00" => CompactString::from(day),
        time => format_compact!("{day} {time}"),
    }
}

/// A time as ISO 8601 has a duration, `PT08H30M00S`, as it would be typed.
pub(super) fn of_duration(text: &str) -> CompactString {
    let parts = text.strip_prefix("PT").and_then(|rest| {
        let (hours, rest) = rest.split_once('H')?;
        let (minutes, rest) = rest.split_once('M')?;
        let seconds = rest.strip_suffix('S')?;
        let seconds = seconds.split_once(['.', ',']).map_or(seconds, |(whole, _)| whole);
        let number = |text: &str| text.parse::<u32>().ok();
        Some((number(hours)?, number(minutes)?, number(seconds)?))
    });
    match parts {
        Some((hours, minutes, seconds)) => {
            format_compact!("{hours:02}:{minutes:02}:{seconds:02}")
        }
        None => CompactString::from(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(days: &str) -> Option<CompactString> {
        of_serial(days, Shown::Date, false)
    }

    #[test]
    fn a_number_of_days_is_a_date() {
        assert_eq!(date("45107").unwrap(), "2023-06-30");
        assert_eq!(date("1").unwrap(), "1900-01-01");
        assert_eq!(date("59").unwrap(), "1900-02-28");
        assert_eq!(date("60").unwrap(), "1900-02-29");
        assert_eq!(date("61").unwrap(), "1900-03-01");
        assert_eq!(date("36585").unwrap(), "2000-02-29");
        assert_eq!(date("2958465").unwrap(), "9999-12-31");
        assert_eq!(of_serial("43645", Shown::Date, true).unwrap(), "2023-06-30");
        assert_eq!(of_serial("0", Shown::Date, true).unwrap(), "1904-01-01");
    }

    #[test]
    fn a_number_that_is_no_day_is_left_alone() {
        for days in ["-1", "-0.5", "0", "2958466", "100000000000000000000"] {
            assert_eq!(date(days), None, "{days}");
        }
    }

    #[test]
    fn a_format_says_what_is_shown() {
        assert_eq!(of_serial("45107.5", Shown::DateTime, false).unwrap(), "2023-06-30 12:00:00");
        assert_eq!(of_serial("45107", Shown::DateTime, false).unwrap(), "2023-06-30");
        assert_eq!(of_serial("45107.5", Shown::Date, false).unwrap(), "2023-06-30");
        assert_eq!(of_serial("45107", Shown::Year, false).unwrap(), "2023");
        assert_eq!(of_serial("0.3541666667", Shown::Time, false).unwrap(), "08:30:00");
        assert_eq!(of_serial("1.5", Shown::Time, false).unwrap(), "36:00:00");
        assert_eq!(date("45107.9999999999").unwrap(), "2023-07-01");
    }

    #[test]
    fn a_duration_is_a_time() {
        assert_eq!(of_duration("PT08H30M00S"), "08:30:00");
        assert_eq!(of_duration("PT36H00M00.5S"), "36:00:00");
        assert_eq!(of_duration("soon"), "soon");
    }

    #[test]
    fn an_iso_date_loses_what_it_does_not_say() {
        assert_eq!(of_iso("2023-06-30"), "2023-06-30");
        assert_eq!(of_iso("2023-06-30T00:00:00"), "2023-06-30");
        assert_eq!(of_iso("2023-06-30T08:30:00Z"), "2023-06-30 08:30:00");
    }
}
