//! The straight line that fits points best.

use super::Rational;

/// The straight line whose squared distances from points, added up, are the least.
///
/// ```
/// use dabiao::exact::{Line, Rational};
///
/// let points = [(2021, 50), (2022, 52), (2023, 57)].map(|(x, y)| (x, Rational::from(y)));
/// let line = Line::fit(&points).unwrap();
/// assert_eq!(line.at(2024), Rational::from(60)); // 53 in 2022, 3.5 more each year
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// It runs through the mean of the points.
    mean: (Rational, Rational),
    slope: Rational,
}

impl Line {
    /// The line of these points; none if they do not differ in their first numbers.
    pub fn fit(points: &[(i64, Rational)]) -> Option<Self> {
        let count = Rational::from(i64::try_from(points.len()).ok()?);
        if count.is_zero() {
            return None;
        }
        let sum = |add: &dyn Fn(&(i64, Rational)) -> Rational| {
            let add_up = |sum: Rational, point| (sum + add(point)).reduced();
            points.iter().fold(Rational::ZERO, add_up)
        };
        let mean_x = sum(&|(x, _)| Rational::from(*x)) / count.clone();
        let mean_y = (sum(&|(_, y)| y.clone()) / count).reduced();
        let from_mean = |x: i64| Rational::from(x) - mean_x.clone();
        let spread = sum(&|(x, _)| from_mean(*x) * from_mean(*x));
        if spread.is_zero() {
            return None;
        }
        let together = sum(&|(x, y)| from_mean(*x) * (y.clone() - mean_y.clone()));
        Some(Self { slope: (together / spread).reduced(), mean: (mean_x, mean_y) })
    }

    /// By how much it rises for each one.
    pub fn slope(&self) -> &Rational {
        &self.slope
    }

    /// Where it is at `x`.
    pub fn at(&self, x: i64) -> Rational {
        let (mean_x, mean_y) = &self.mean;
        let way = Rational::from(x) - mean_x.clone();
        (mean_y.clone() + self.slope.clone() * way).reduced()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn points(of: &[(i64, i64)]) -> Vec<(i64, Rational)> {
        of.iter().map(|(x, y)| (*x, Rational::from(*y))).collect()
    }

    fn ratio(n: i64, d: i64) -> Rational {
        Rational::from(n) / Rational::from(d)
    }

    #[test]
    fn least_squares_are_as_computed_by_hand() {
        // Means 2.5 and 5.5; Σ(x − x̄)² = 5, Σ(x − x̄)(y − ȳ) = 2.25 + 0.75 + 0.25 + 3.75 = 7.
        let line = Line::fit(&points(&[(1, 4), (2, 4), (3, 6), (4, 8)])).unwrap();
        assert_eq!(*line.slope(), ratio(7, 5));
        assert_eq!(line.at(0), Rational::from(2));
        assert_eq!(line.at(6), ratio(52, 5));
    }

    #[test]
    fn a_year_that_is_missing_leaves_a_gap_and_no_zero() {
        let with_gap = Line::fit(&points(&[(2020, 10), (2022, 14), (2023, 16)])).unwrap();
        assert_eq!((with_gap.slope().clone(), with_gap.at(2025)), (2.into(), 20.into()));
    }

    #[test]
    fn points_that_do_not_differ_make_no_line() {
        assert_eq!(Line::fit(&[]), None);
        assert_eq!(Line::fit(&points(&[(2021, 5)])), None);
        assert_eq!(Line::fit(&points(&[(2021, 5), (2021, 6)])), None);
    }

    /// `(n Σxy − Σx Σy) / (n Σx² − (Σx)²)`, and the line through the means.
    fn naive(points: &[(i64, Rational)], at: i64) -> Option<Rational> {
        let n = Rational::from(points.len() as i64);
        let sum = |of: fn(&(i64, Rational)) -> Rational| {
            points.iter().map(of).fold(Rational::ZERO, |sum, value| sum + value)
        };
        let x = sum(|(x, _)| Rational::from(*x));
        let y = sum(|(_, y)| y.clone());
        let xx = sum(|(x, _)| Rational::from(x * x));
        let xy = sum(|(x, y)| Rational::from(*x) * y.clone());
        let below = n.clone() * xx - x.clone() * x.clone();
        if below.is_zero() {
            return None;
        }
        let slope = (n.clone() * xy - x.clone() * y.clone()) / below;
        let start = (y - slope.clone() * x) / n;
        Some(start + slope * Rational::from(at))
    }

    proptest! {
        #[test]
        fn the_line_agrees_with_the_textbook_formula(
            of in prop::collection::vec((1900i64..2200, any::<i64>(), 1i64..1_000_000), 1..8),
            at in 1900i64..2200,
        ) {
            let points: Vec<_> = of.into_iter().map(|(x, n, d)| (x, ratio(n, d))).collect();
            prop_assert_eq!(Line::fit(&points).map(|line| line.at(at)), naive(&points, at));
        }

        #[test]
        fn points_on_a_line_give_that_line(
            years in prop::collection::btree_set(1900i64..2200, 2..8),
            start in any::<i32>(), rise in any::<i32>(), d in 1i64..1000, at in 1900i64..2200,
        ) {
            let y = |x: i64| ratio(i64::from(start) + i64::from(rise) * x, d);
            let points: Vec<_> = years.into_iter().map(|x| (x, y(x))).collect();
            prop_assert_eq!(Line::fit(&points).map(|line| line.at(at)), Some(y(at)));
        }
    }
}
