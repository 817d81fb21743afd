use super::*;
use proptest::prelude::*;

fn rational(n: i64, d: i64) -> Rational {
    Rational::from(n) / Rational::from(d)
}

#[test]
fn overflow_moves_to_big_integers_and_back() {
    let huge = Rational::from(i64::MAX);
    let fourth = huge.clone() * huge.clone() * huge.clone() * huge.clone();
    assert!(matches!(fourth.0, Repr::Big(_)));
    assert!(fourth > huge);
    let back = fourth / (huge.clone() * huge.clone() * huge.clone());
    assert!(matches!(back.0, Repr::Small(..)));
    assert_eq!(back.to_i64(), Some(i64::MAX));
    assert_eq!(back, huge);
}

#[test]
fn exact_digits_are_found_where_they_exist() {
    assert_eq!(rational(1, 8).exact_digits(6), Some(3));
    assert_eq!(rational(55944, 1000).exact_digits(6), Some(3));
    assert_eq!(rational(5, 1).exact_digits(6), Some(0));
    assert_eq!(rational(1, 3).exact_digits(6), None);
    assert_eq!(rational(1, 1024).exact_digits(6), None);
    assert_eq!(rational(-15, 20).exact_digits(6), Some(2));
}

#[test]
fn a_whole_number_is_one_however_it_is_held() {
    for (value, whole) in [
        (rational(6, 2), Some(3)),
        (rational(7, 2), None),
        (rational(-6, 3), Some(-2)),
        (Rational::from(i64::MAX) + Rational::from(1), None),
        (Rational::whole("-12").unwrap(), Some(-12)),
    ] {
        assert_eq!(value.to_i64(), whole, "{value:?}");
    }
    let digits = "1".repeat(60);
    let long = Rational::whole(&digits).unwrap();
    assert!(long.is_whole() && matches!(long.0, Repr::Big(_)));
    assert!(!(long.clone() / Rational::from(2)).is_whole());
    assert_eq!((long.fraction(), long.to_i64()), ([digits, "1".to_owned()], None));
    assert!(Rational::whole("1.5").is_none() && Rational::whole("").is_none());
}

#[test]
fn floor_and_ceil_go_the_right_way_below_zero() {
    assert_eq!(rational(-7, 2).floor(), rational(-4, 1));
    assert_eq!(rational(-7, 2).ceil(), rational(-3, 1));
    assert_eq!(rational(6, 2).ceil(), rational(3, 1));
}

proptest! {
    #[test]
    fn every_operation_agrees_with_big_rationals(
        a in any::<i64>(), b in 1i64.., c in any::<i64>(), d in 1i64..,
        e in any::<i64>(), f in 1i64..,
    ) {
        let oracle = |n: i64, d: i64| BigRational::new(n.into(), d.into());
        // Products of three bring numbers beyond 128 bits.
        let (x, y, z) = (rational(a, b), rational(c, d), rational(e, f));
        let (p, q, r) = (oracle(a, b), oracle(c, d), oracle(e, f));
        prop_assert_eq!(((x.clone() + y.clone()) * z.clone()).big(), (&p + &q) * &r);
        prop_assert_eq!((x.clone() * y.clone() - z.clone()).big(), &p * &q - &r);
        for digits in [0, 2, 30] {
            let power = oracle(10, 1).pow(digits);
            let product = x.clone() * y.clone();
            let expected = (&p * &q * &power).round().to_integer();
            prop_assert_eq!(product.scaled(digits as u32), expected);
            prop_assert_eq!(x.scaled(digits as u32), (&p * &power).round().to_integer());
        }
        if e != 0 {
            prop_assert_eq!((x.clone() / z.clone()).big(), &p / &r);
        }
        prop_assert_eq!(x.cmp(&y), p.cmp(&q));
        // The same value by big integers and by small ones.
        for value in [&p, &oracle(c % 1000, f % 100 + 1), &oracle(c, 1 << (f % 20))] {
            let small = Rational::from_big(value.clone());
            let big = Rational(Repr::Big(Box::new(value.clone())));
            prop_assert_eq!(small.exact_digits(18), big.exact_digits(18));
            for digits in [0, 2, 18, 30, 40] {
                let power = oracle(10, 1).pow(digits as i32);
                let rounded = (value * &power).round() / power;
                prop_assert_eq!(small.rounded(digits).big(), rounded.clone());
                prop_assert_eq!(big.rounded(digits).big(), rounded);
            }
        }
        prop_assert_eq!((x.clone() * y.clone()).cmp(&z), (&p * &q).cmp(&r));
    }
}
