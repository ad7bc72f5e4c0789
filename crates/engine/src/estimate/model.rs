//! Item response models: the chance of each score at an ability, and what an answer tells of it.
//!
//! All are on the logistic metric (D = 1). An ability `theta` is any finite number; scores count from 0.
//!
//! - Four-parameter logistic and its special cases: A. Birnbaum in Lord and Novick (1968);
//!   M. A. Barton and F. M. Lord, ETS RR-81-20 (1981).
//! - Generalised partial credit: E. Muraki, Applied Psychological Measurement 16 (1992).
//! - Graded response: F. Samejima, Psychometrika Monograph 17 (1969).

/// An item whose parameters are known.
#[derive(Debug, Clone, PartialEq)]
pub enum Model {
    /// Right or wrong: `P(1) = c + (d - c) / (1 + exp(-a (theta - b)))`.
    Dichotomous {
        /// Discrimination, above 0.
        a: f64,
        /// Difficulty, on the scale of ability.
        b: f64,
        /// Lower asymptote, the chance by luck: 0 to below `d`.
        c: f64,
        /// Upper asymptote, what slips leave: above `c`, at most 1.
        d: f64,
    },
    /// Generalised partial credit: `P(k)` is proportional to `exp(sum over j <= k of a (theta - steps[j]))`.
    PartialCredit {
        /// Discrimination, above 0.
        a: f64,
        /// Where each score becomes as likely as the one below it; as many as the highest score.
        steps: Vec<f64>,
    },
    /// Graded response: `P(at least k) = 1 / (1 + exp(-a (theta - bounds[k - 1])))`.
    Graded {
        /// Discrimination, above 0.
        a: f64,
        /// Where each score or a better one becomes an even chance, in rising order; as many as the highest score.
        bounds: Vec<f64>,
    },
}

/// The chance of one score, and how it changes with ability.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Chance {
    /// The chance, 0.0 to 1.0.
    pub p: f64,
    /// Its derivative by ability.
    pub slope: f64,
}

impl Model {
    /// The chances of all scores from 0 on; they sum to 1, their slopes to 0.
    #[must_use]
    pub fn chances(&self, theta: f64) -> Vec<Chance> {
        match self {
            Self::Dichotomous { a, b, c, d } => {
                let (low, high) = (logistic(-a * (theta - b)), logistic(a * (theta - b)));
                let slope = (d - c) * a * low * high;
                // 1 - P(1), written so that nothing is lost where P(1) is nearly 1.
                let wrong = (1.0 - d) + (d - c) * low;
                vec![Chance { p: wrong, slope: -slope }, Chance { p: c + (d - c) * high, slope }]
            }
            Self::PartialCredit { a, steps } => partial_credit(*a, steps, theta),
            Self::Graded { a, bounds } => graded(*a, bounds, theta),
        }
    }

    /// The chance of one score; 0 for a score that there is not.
    #[must_use]
    pub fn chance(&self, score: usize, theta: f64) -> f64 {
        self.chances(theta).get(score).map_or(0.0, |chance| chance.p)
    }

    /// The Fisher information of an answer, 0 or more.
    #[must_use]
    pub fn information(&self, theta: f64) -> f64 {
        information(&self.chances(theta))
    }
}

/// The Fisher information of an answer with these chances: the sum of `slope² / p`.
#[must_use]
pub fn information(chances: &[Chance]) -> f64 {
    let tells = |chance: &Chance| if chance.p > 0.0 { chance.slope * chance.slope / chance.p } else { 0.0 };
    chances.iter().map(tells).sum()
}

/// `1 / (1 + exp(-x))`, exact to the last bits on both sides; also for infinite `x`.
fn logistic(x: f64) -> f64 {
    if x >= 0.0 {
        1.0 / (1.0 + (-x).exp())
    } else {
        let e = x.exp();
        e / (1.0 + e)
    }
}

fn partial_credit(a: f64, steps: &[f64], theta: f64) -> Vec<Chance> {
    let mut z = 0.0;
    let mut chances = vec![Chance { p: 0.0, slope: 0.0 }];
    for step in steps {
        z += a * (theta - step);
        chances.push(Chance { p: z, slope: 0.0 });
    }
    // The largest exponent is taken off first, so that nothing overflows.
    let most = chances.iter().map(|chance| chance.p).fold(0.0, f64::max);
    chances.iter_mut().for_each(|chance| chance.p = (chance.p - most).exp());
    let sum: f64 = chances.iter().map(|chance| chance.p).sum();
    chances.iter_mut().for_each(|chance| chance.p /= sum);
    let mean: f64 = counted(&chances).map(|(score, chance)| score * chance.p).sum();
    let slopes: Vec<f64> = counted(&chances).map(|(score, chance)| a * chance.p * (score - mean)).collect();
    chances.iter_mut().zip(slopes).for_each(|(chance, slope)| chance.slope = slope);
    chances
}

fn counted(chances: &[Chance]) -> impl Iterator<Item = (f64, &Chance)> {
    (0_u32..).map(f64::from).zip(chances)
}

fn graded(a: f64, bounds: &[f64], theta: f64) -> Vec<Chance> {
    let inner = || bounds.iter().map(|bound| a * (theta - bound));
    let reached = [f64::INFINITY].into_iter().chain(inner());
    let missed = inner().chain([f64::NEG_INFINITY]);
    let between = |(x, y): (f64, f64)| {
        // logistic(x) - logistic(y), as a product so that nothing cancels.
        let p = logistic(x) * logistic(-y) * -(y - x).exp_m1();
        let density = |x: f64| logistic(x) * logistic(-x);
        Chance { p, slope: a * (density(x) - density(y)) }
    };
    reached.zip(missed).map(between).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn models() -> impl Strategy<Value = Model> {
        let a = 0.2..3.0_f64;
        let b = -4.0..4.0_f64;
        let dichotomous = (a.clone(), b.clone(), 0.0..0.5_f64, 0.9..=1.0_f64)
            .prop_map(|(a, b, c, d)| Model::Dichotomous { a, b, c, d });
        let steps = proptest::collection::vec(b, 1..6);
        let partial = (a.clone(), steps.clone()).prop_map(|(a, steps)| Model::PartialCredit { a, steps });
        let graded = (a, steps).prop_map(|(a, mut bounds)| {
            bounds.sort_by(f64::total_cmp);
            Model::Graded { a, bounds }
        });
        prop_oneof![dichotomous, partial, graded]
    }

    proptest! {
        #[test]
        fn chances_sum_to_one_and_slopes_to_nothing(model in models(), theta in -12.0..12.0_f64) {
            let chances = model.chances(theta);
            prop_assert!(chances.iter().all(|chance| (0.0..=1.0).contains(&chance.p)));
            prop_assert!((chances.iter().map(|chance| chance.p).sum::<f64>() - 1.0).abs() < 1e-12);
            prop_assert!(chances.iter().map(|chance| chance.slope).sum::<f64>().abs() < 1e-12);
        }

        #[test]
        fn slopes_are_the_derivatives_of_chances(model in models(), theta in -6.0..6.0_f64) {
            let h = 1e-5;
            for (score, chance) in model.chances(theta).iter().enumerate() {
                let numeric = (model.chance(score, theta + h) - model.chance(score, theta - h)) / (2.0 * h);
                prop_assert!((chance.slope - numeric).abs() < 1e-8, "{} and {numeric}", chance.slope);
            }
        }

        #[test]
        fn with_one_step_all_models_agree(a in 0.2..3.0_f64, b in -4.0..4.0_f64, theta in -8.0..8.0_f64) {
            let plain = Model::Dichotomous { a, b, c: 0.0, d: 1.0 };
            let same = [Model::PartialCredit { a, steps: vec![b] }, Model::Graded { a, bounds: vec![b] }];
            for model in same {
                prop_assert!((model.chance(1, theta) - plain.chance(1, theta)).abs() < 1e-14);
                prop_assert!((model.information(theta) - plain.information(theta)).abs() < 1e-14);
            }
        }
    }

    #[test]
    fn far_out_nothing_breaks() {
        let partial = Model::PartialCredit { a: 3.0, steps: vec![-2.0, 0.0, 2.0] };
        let graded = Model::Graded { a: 3.0, bounds: vec![-2.0, 0.0, 2.0] };
        for model in [partial, graded, Model::Dichotomous { a: 3.0, b: 0.0, c: 0.2, d: 0.97 }] {
            for theta in [-500.0, 500.0] {
                assert!(model.information(theta).abs() < 1e-9);
                assert!((model.chances(theta).iter().map(|chance| chance.p).sum::<f64>() - 1.0).abs() < 1e-12);
            }
        }
        assert_eq!(Model::Graded { a: 1.0, bounds: vec![0.0] }.chance(2, 0.0), 0.0);
    }

    #[test]
    fn a_coin_tells_nothing_and_an_even_item_a_quarter() {
        let coin = Model::Dichotomous { a: 1.0, b: 0.0, c: 0.5, d: 0.5 };
        assert_eq!(coin.information(0.3), 0.0);
        let even = Model::Dichotomous { a: 2.0, b: 0.5, c: 0.0, d: 1.0 };
        assert!((even.information(0.5) - 1.0).abs() < 1e-15);
    }
}
