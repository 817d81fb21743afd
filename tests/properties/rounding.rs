//! What was sent rounded: a verdict is told to be in doubt exactly where some true value
//! that rounds to it ends otherwise.

use dabiao::diagnostic::{JudgementProblem, Problem};
use num_bigint::BigInt;
use proptest::prelude::*;

use super::bounds::Bounds;
use super::cases;
use super::common::{Run, load, row};
use super::naive::{Q, whole};
use super::plan::{Dec, Operator};

/// How a year's value may end, and by which rule.
type Outcome = (&'static str, &'static str);

/// A target, and the year of five that is judged.
#[derive(Debug, Clone)]
struct Rule {
    operator: Operator,
    threshold: Dec,
    /// How far a second threshold lies above.
    wide: Dec,
    year: u16,
}

fn dec(
    digits: std::ops::Range<i64>,
    scales: std::ops::RangeInclusive<u32>,
) -> impl Strategy<Value = Dec> {
    (digits, scales).prop_map(|(digits, scale)| Dec { digits, scale })
}

fn rules() -> impl Strategy<Value = Rule> {
    use Operator::{Above, AtLeast, AtMost, Below, Between};
    let operator = prop::sample::select(vec![Above, AtLeast, Below, AtMost, Between]);
    let wide = dec(0..4, 0..=2);
    (operator, dec(200..900, 1..=2), wide, 2021u16..=2025)
        .prop_map(|(operator, threshold, wide, year)| Rule { operator, threshold, wide, year })
}

impl Rule {
    fn high(&self) -> Q {
        self.threshold.value() + self.wide.value()
    }

    fn toml(&self) -> String {
        let low = self.threshold.text();
        match self.operator {
            Operator::Between => {
                let scale = self.threshold.scale.max(self.wide.scale);
                let power = BigInt::from(10).pow(scale);
                let digits = (self.high() * Q::from_integer(power)).to_integer();
                let high = Dec { digits: i64::try_from(digits).unwrap(), scale };
                format!("operator = 'between'\nthreshold = [{low}, {}]\n", high.text())
            }
            Operator::Above => format!("operator = '>'\nthreshold = {low}\n"),
            Operator::AtLeast => format!("operator = '≥'\nthreshold = {low}\n"),
            Operator::Below => format!("operator = '<'\nthreshold = {low}\n"),
            Operator::AtMost => format!("operator = '≤'\nthreshold = {low}\n"),
            Operator::Equal | Operator::About => unreachable!("not chosen"),
        }
    }

    fn target(&self) -> Bounds {
        Bounds::of(self.operator, self.threshold.value(), self.high())
    }

    /// What the year demands of a region that began at a baseline, and why.
    fn required(&self, base: &Q) -> (Bounds, &'static str) {
        let target = self.target();
        if self.year == 2025 || target.hold(base) {
            return (target, "not_met");
        }
        let share = Q::new(i64::from(self.year - 2020).into(), 5.into());
        let knot = |end: &Q| base + (end - base) * &share;
        let low = target.low.as_ref().map(|(low, _)| (knot(low).min(low.clone()), false));
        let high = target.high.as_ref().map(|(high, _)| (knot(high).max(high.clone()), false));
        let one_sided = target.low.is_none() || target.high.is_none();
        let bounds = match one_sided {
            true => Bounds {
                low: target.low.as_ref().map(|(low, _)| (knot(low), false)),
                high: target.high.as_ref().map(|(high, _)| (knot(high), false)),
            },
            false => Bounds { low, high },
        };
        (bounds, "behind")
    }

    fn outcome(&self, value: &Q, base: &Q) -> Outcome {
        let (required, failing) = self.required(base);
        if !required.hold(value) {
            return ("fails", failing);
        }
        if self.target().hold(value) { ("met", "") } else { ("on_pace", "") }
    }

    /// What is worth a try: every bound, and what lies a hair beside it.
    fn near(&self, base: &Q) -> Vec<Q> {
        let hair = Q::new(1.into(), 10_i64.pow(9).into());
        let bounds = [self.target(), self.required(base).0];
        let bounds = bounds.iter().flat_map(|bounds| [&bounds.low, &bounds.high]);
        let at = bounds.flatten().map(|(bound, _)| bound.clone());
        at.flat_map(|bound| [&bound - &hair, bound.clone(), bound + &hair]).collect()
    }
}

fn half(scale: u32) -> Q {
    Q::new(1.into(), BigInt::from(2) * BigInt::from(10).pow(scale))
}

/// The number with so many digits nearest below, and some of its last digit more.
fn beside(value: &Q, scale: u32, more: i64) -> Dec {
    let scaled = (value * Q::from_integer(BigInt::from(10).pow(scale))).floor().to_integer();
    Dec { digits: (i64::try_from(scaled).unwrap() + more).max(0), scale }
}

const HEAD: &str = "[plan]\nid = 'p'\ntitle = '规划'\nbaseline-year = 2020\nfirst-year = 2021\n\
    target-year = 2025\n[[region]]\ncode = '11'\nname = '甲县'\nlevel = 'county'\n\
    [[reference]]\nid = 'gdp'\nname = 'GDP年均增长率'\nunit = '%'\n\
    [[indicator]]\nid = 'i'\nname = '量'\nattribute = '约束性'\n";

/// Whether a run tells that rounding may turn the verdict, and what that is.
fn told(rule: &str, rows: &[String], history: &[String]) -> (bool, String) {
    let mut run = Run::of(rows);
    if !history.is_empty() {
        run = run.history(history);
    }
    let report = run.indicator("i").judge(&load(&format!("{HEAD}{rule}")));
    let is_doubt = |problem: &Problem| {
        matches!(problem, Problem::Judgement(JudgementProblem::RoundingDoubts { .. }))
    };
    let told = report.diagnostics.iter().filter(|found| is_doubt(&found.problem)).count();
    assert!(told <= 1, "told twice");
    let outcome = row(&report, "i", "甲县").map_or("none", |row| row.outcome().word());
    (told == 1, outcome.to_owned())
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_value_and_its_own_baseline(
        rule in rules(), base in dec(100..999, 0..=1), scale in 0u32..=3, more in -1i64..=2,
        which in 0usize..12, is_rounded in any::<bool>(),
    ) {
        // An exact baseline is the plan's, a rounded one the region's own.
        let exact = base.value();
        let near = rule.near(&exact);
        let sent = beside(&near[which % near.len()], scale, more);
        let value = sent.value();
        let mut values = rule.near(&exact);
        values.extend([&value - half(scale), &value + half(scale), value.clone()]);
        let bases = match is_rounded {
            true => vec![&exact - half(base.scale), exact.clone(), &exact + half(base.scale)],
            false => vec![exact.clone()],
        };
        for base in &bases {
            values.extend(rule.near(base));
        }
        let low = (&value - half(scale)).max(whole(0));
        values.retain(|tried| low <= *tried && *tried <= &value + half(scale));
        let decided = rule.outcome(&value, &exact);
        let turns = values.iter().any(|tried| {
            bases.iter().any(|base| rule.outcome(tried, base) != decided)
        });
        let now = format!("{},甲县,i,{},,,", rule.year, sent.text());
        let mut toml = rule.toml() + "unit = '元'\n";
        let mut history = Vec::new();
        match is_rounded {
            true => history.push(format!("2020,甲县,i,{},,,", base.text())),
            false => toml += &format!("baseline = {}\n", base.text()),
        }
        let (told, outcome) = told(&toml, &[now], &history);
        let expected = if decided.0 == "fails" { decided.1 } else { decided.0 };
        prop_assert_eq!(outcome, expected);
        prop_assert_eq!(told, turns, "{} {:?} {} {:?}", sent.text(), decided, toml, history);
    }

    #[test]
    fn a_sum_of_years(
        threshold in dec(500..900, 1..=2), parts in prop::collection::vec(dec(1..400, 0..=2), 1..4),
        more in -3i64..=3, scale in 1u32..=2,
    ) {
        // The last year makes it nearly what is demanded.
        let year = 2020 + parts.len() as u16 + 1;
        let due = threshold.value() * Q::new(i64::from(year - 2020).into(), 5.into());
        let so_far = parts.iter().fold(whole(0), |sum, part| sum + part.value());
        let last = beside(&(&due - &so_far), scale, more);
        let all: Vec<Dec> = parts.iter().copied().chain([last]).collect();
        let sum = &so_far + last.value();
        let least = all.iter().fold(whole(0), |sum, part| {
            sum + (part.value() - half(part.scale)).max(whole(0))
        });
        let most = all.iter().fold(whole(0), |sum, part| sum + part.value() + half(part.scale));
        let outcome = |sum: &Q| (*sum >= due, *sum >= threshold.value());
        let turns = [&least, &most].into_iter().any(|tried| outcome(tried) != outcome(&sum));
        let row = |(year, part): (u16, &Dec)| format!("{year},甲县,i,{},,,", part.text());
        let mut rows: Vec<String> = (2021..).zip(&all).map(row).collect();
        let now = rows.pop().unwrap();
        let toml =
            format!("unit = '亿元'\nform = 'sum'\noperator = '≥'\nthreshold = {}\n", threshold.text());
        let (told, _) = told(&toml, &[now], &rows);
        prop_assert_eq!(told, turns, "{:?} {}", all, toml);
    }

    #[test]
    fn a_rate_against_a_reference(
        own in dec(-200..200, 0..=2), more in -2i64..=2, scale in 0u32..=2,
        is_strict in any::<bool>(),
    ) {
        let floor = (own.value() * Q::from_integer(BigInt::from(10).pow(scale))).floor();
        let digits = i64::try_from(floor.to_integer()).unwrap() + more;
        let reference = Dec { digits, scale };
        let holds = |own: &Q, bound: &Q| if is_strict { own > bound } else { own >= bound };
        let decided = holds(&own.value(), &reference.value());
        let best = holds(&(own.value() + half(own.scale)), &(reference.value() - half(scale)));
        let worst = holds(&(own.value() - half(own.scale)), &(reference.value() + half(scale)));
        let sent = |name: &str, rate: &Dec| format!("2023,甲县,{name},{}%,,,", rate.text());
        let rows = [sent("i", &own), sent("gdp", &reference)];
        let operator = if is_strict { ">" } else { "≥" };
        let toml = format!("unit = '%'\noperator = '{operator}'\nreference = 'gdp'\n");
        let (told, outcome) = told(&toml, &rows, &[]);
        prop_assert_eq!(outcome, if decided { "met" } else { "not_met" });
        prop_assert_eq!(told, best != decided || worst != decided, "{:?}", rows);
    }
}
