//! The most likely ability after the answers (maximum a posteriori), for items whose parameters are known.
//!
//! F. Samejima, Psychometrika Monograph 17 (1969).

use super::{
    grid::Grid,
    model::{Chance, Model},
};

/// Halvings of the stretch in which the maximum lies: 0.2 wide at first, one bit of `f64` in the end.
const HALVINGS: usize = 50;

/// The maximum of the posterior for these items and their scores under a normal prior; `sd` is above 0.
///
/// The best point of [`Grid::FINE`] tells which of several peaks is the highest; then the root of the
/// slope beside it is found by halving, which cannot run away as Newton's steps can.
#[must_use]
pub fn map(answers: &[(&Model, usize)], mean: f64, sd: f64) -> f64 {
    let height = |theta: f64| -> f64 {
        let answers = answers.iter().map(|(model, score)| model.chance(*score, theta).max(f64::MIN_POSITIVE).ln());
        answers.sum::<f64>() - 0.5 * ((theta - mean) / sd).powi(2)
    };
    let slope = |theta: f64| -> f64 {
        let one = |(model, score): &(&Model, usize)| {
            let Chance { p, slope } = model.chances(theta).get(*score).copied().unwrap_or_default();
            if p > 0.0 { slope / p } else { 0.0 }
        };
        answers.iter().map(one).sum::<f64>() - (theta - mean) / (sd * sd)
    };
    let heights = Grid::FINE.points().map(|theta| (height(theta), theta));
    let (_, best) = heights.fold((f64::NEG_INFINITY, mean), |best, one| if one.0 > best.0 { one } else { best });
    let (mut low, mut high) = (best - Grid::FINE.step(), best + Grid::FINE.step());
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if slope(middle) > 0.0 { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_answers_it_is_the_prior_s_mean() {
        assert!((map(&[], 0.7, 1.5) - 0.7).abs() < 1e-12);
    }

    #[test]
    fn one_answer_is_where_prior_and_slope_meet() {
        // For a Rasch item at 0 answered rightly under N(0, 1): 1 - P(theta) = theta.
        let item = Model::Dichotomous { a: 1.0, b: 0.0, c: 0.0, d: 1.0 };
        let at = map(&[(&item, 1)], 0.0, 1.0);
        assert!((1.0 - item.chance(1, at) - at).abs() < 1e-12);
        assert!((map(&[(&item, 0)], 0.0, 1.0) + at).abs() < 1e-12);
    }
}
