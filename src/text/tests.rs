use proptest::prelude::*;

use super::*;

/// Texts of what readers look for, and of what disturbs them.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[0-9０-９〇一二三十年月日度至前季第（）〔〕号:：./—~ \u{200B}\u{202E}\u{FEFF}QH-]{0,24}",
        "(20|19|二〇)[0-9二]{2}[年./-]?(度|[0-9]{1,2}[月./-]?)?(—|至|-)?[0-9]{0,4}[月日年]?",
    ]
}

proptest! {
    #[test]
    fn readers_never_fail(text in texts()) {
        let _ = read_year(&text);
        let _ = (read_date(&text), read_day(&text));
        let _ = (periods_in(&text), read_period(&text), period_in_name(&text));
        let _ = (typed(&text), whole(&text), is_filing_date(&text), is_part_of_year(&text));
    }

    #[test]
    fn what_is_folded_or_narrowed_stays_as_it_is(text in texts()) {
        let (folded, narrow, seen) = (fold(&text), half_width(&text), visible(&text));
        prop_assert_eq!(&fold(&folded), &folded);
        prop_assert_eq!(&half_width(&narrow), &narrow);
        prop_assert_eq!(&visible(&seen), &seen);
        prop_assert_eq!(&fold(&seen), &folded);
        prop_assert_eq!(&fold(&narrow), &folded);
    }

    #[test]
    fn a_year_is_a_year_to_every_reader(year in 1900u16..2200, mark in prop::sample::select(vec!["", "\u{200B}", " ", "\u{3000}", "\u{202D}"])) {
        let whole = Some(Period { year, part: Part::Whole });
        for text in [format!("{year}{mark}年"), format!("{mark}{year}年{mark}度"), format!("{year}{mark}")] {
            prop_assert_eq!(read_year(&text), Some(year));
            prop_assert_eq!(read_period(&text), whole);
            prop_assert_eq!(periods_in(&format!("（{}）", text)).first().copied(), whole);
            prop_assert_eq!(period_in_name(&format!("a/{text}.csv")), whole);
        }
    }

    #[test]
    fn a_day_is_a_day_to_every_reader(year in 1900u16..2200, month in 1u8..=12, day in 1u8..=31, time in prop::sample::select(vec!["", " 00:00:00", "T8:30", " 0:00"])) {
        let date = Date::new(year, month, day);
        for text in [
            format!("{year}-{month:02}-{day:02}{time}"),
            format!("{year}/{month}/{day}{time}"),
            format!("{year}.{month}.{day}{time}"),
            format!("{year}年{month}月{day}日{time}"),
        ] {
            prop_assert_eq!(read_date(&text), date);
            prop_assert_eq!(read_day(&text), date);
        }
        if let Some(date) = date {
            let is_last = (month, day) == (12, 31);
            for (before, part) in [("", Part::Day(date)), ("截至", Part::Partial)] {
                let part = if is_last { Part::Whole } else { part };
                let text = format!("{before}{year}年{month}月{day}日");
                prop_assert_eq!(periods_in(&text), vec![Period { year, part }]);
            }
        }
    }
}
