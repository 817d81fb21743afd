//! Values as the cells that they would be in a text.

use super::*;

fn text(write: impl FnOnce(&mut Vec<u8>)) -> String {
    let mut text = Vec::new();
    write(&mut text);
    String::from_utf8(text).unwrap()
}

#[test]
fn decimals_have_every_digit_that_they_were_sent_with() {
    for (value, scale, shown) in [
        (0, 0, "0"),
        (0, 2, "0.00"),
        (-7, 3, "-0.007"),
        (5720, 2, "57.20"),
        (i128::MAX, 0, "170141183460469231731687303715884105727"),
        (i128::MIN, 38, "-1.70141183460469231731687303715884105728"),
    ] {
        assert_eq!(text(|out| decimal(value, scale, out)), shown);
        let bytes = value.to_be_bytes();
        let longer = [[if value < 0 { 0xFF } else { 0 }; 3].as_slice(), &bytes].concat();
        for bytes in [&bytes[..], &longer] {
            assert_eq!(text(|out| unscaled(bytes, scale, out).unwrap()), shown);
        }
    }
    assert_eq!(text(|out| unscaled(&[0xFF, 0x00], 1, out).unwrap()), "-25.6");
    assert_eq!(text(|out| unscaled(&[], 0, out).unwrap()), "0");
    for bytes in [&[1; 17][..], &[[0].as_slice(), &[0x80; 16]].concat()] {
        assert!(unscaled(bytes, 0, &mut Vec::new()).is_err());
    }
}

#[test]
fn a_float_is_a_number_where_it_is_whole_and_else_says_what_it_is() {
    let shown = |value: f64| text(|out| float(value, &value, out).unwrap());
    for (value, expected) in [
        (3512.0, "3512"),
        (-0.0, "0"),
        (-3.0, "-3"),
        (57.2, "57.2(DOUBLE)"),
        (9_007_199_254_740_992.0, "9007199254740992(DOUBLE)"),
        (f64::NAN, "NaN(DOUBLE)"),
        (f64::NEG_INFINITY, "-inf(DOUBLE)"),
    ] {
        assert_eq!(shown(value), expected);
    }
    assert_eq!(text(|out| float(f64::from(0.1f32), &0.1f32, out).unwrap()), "0.1(DOUBLE)");
}

#[test]
fn a_day_is_written_as_it_is_typed_and_a_time_of_another_zone_says_so() {
    for (number, shown) in [
        (0, "1970-01-01"),
        (19_473, "2023-04-26"),
        (-719_162, "0001-01-01"),
        (2_932_896, "9999-12-31"),
        (2_932_897, "2932897(DATE)"),
        (i64::from(i32::MIN), "-2147483648(DATE)"),
    ] {
        assert_eq!(text(|out| day(number, out).unwrap()), shown);
    }
    for (value, of_second, is_utc, shown) in [
        (0, 1_000, false, "1970-01-01 00:00:00"),
        (-1, 1_000_000, false, "1969-12-31 23:59:59"),
        (1_682_524_800_999_999_999, 1_000_000_000, true, "2023-04-26 16:00:00Z"),
        (i64::MAX, 1_000, true, "106751991167(DATE) 07:12:55Z"),
    ] {
        let of = Moment { of_second, is_utc };
        assert_eq!(text(|out| moment(value, of, out).unwrap()), shown);
    }
}

#[test]
fn text_is_quoted_where_csv_wants_it() {
    for (value, expected) in [
        ("定海区", "定海区"),
        ("", ""),
        ("甲,乙", "\"甲,乙\""),
        ("=\"1\"", "\"=\"\"1\"\"\""),
        ("甲\n乙", "\"甲\n乙\""),
        ("甲\r", "\"甲\r\""),
    ] {
        assert_eq!(text(|out| quoted(value.as_bytes(), out)), expected);
    }
}
