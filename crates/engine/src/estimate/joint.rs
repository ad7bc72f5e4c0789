//! Several areas together: what is known of one tells a little about the others.
//!
//! With a common ability `g` and one of its own for each area, all `N(0, 1.5²)` and independent,
//! `theta_k = sqrt(r) g + sqrt(1 - r) e_k`: two areas correlate by `r`. Given `g` the areas are
//! independent, so the sums over all abilities are exact on a grid of `g` times a grid of `theta`
//! (R. D. Gibbons and D. R. Hedeker, Psychometrika 57 (1992): bifactor models need no more than two
//! dimensions at a time).

use super::grid::{Belief, Evidence, Grid};

/// Standard deviation of abilities before any answer.
pub const PRIOR_SD: f64 = 1.5;
/// How two areas correlate: a cautious guess, so that areas that are in truth independent are still told rightly.
pub const CORRELATION: f64 = 0.3;
/// Points of the common ability, over the stretch of [`Grid::FINE`].
const COMMON_POINTS: u16 = 41;

/// What is believed of an ability before any answer.
#[must_use]
pub fn prior() -> Belief {
    Belief::normal(Grid::FINE, 0.0, PRIOR_SD)
}

/// The posterior of each area from the evidence of all of them, which is on [`Grid::FINE`]; areas without
/// answers have one too.
#[must_use]
pub fn joint(areas: &[Evidence]) -> Vec<Belief> {
    together(areas, CORRELATION)
}

/// [`joint`] for areas that correlate by `r`, 0.0 to below 1.0.
#[must_use]
pub fn together(areas: &[Evidence], r: f64) -> Vec<Belief> {
    let common = Belief::normal(Grid::new(-6.0, 6.0, COMMON_POINTS), 0.0, PRIOR_SD);
    // What an area is like where the common ability is known.
    let given: Vec<Belief> =
        common.grid().points().map(|g| Belief::normal(Grid::FINE, r.sqrt() * g, (1.0 - r).sqrt() * PRIOR_SD)).collect();
    let chances: Vec<Vec<f64>> = areas.iter().map(Evidence::relative).collect();
    // For each area how likely its answers are at each common ability, as logarithms.
    let likely = |chances: &Vec<f64>, given: &Belief| -> f64 {
        given.mass().iter().zip(chances).map(|(mass, chance)| mass * chance).sum::<f64>().max(f64::MIN_POSITIVE).ln()
    };
    let each: Vec<Vec<f64>> =
        chances.iter().map(|chances| given.iter().map(|given| likely(chances, given)).collect()).collect();
    let points = 0..given.len();
    let all: Vec<f64> = points.map(|at| each.iter().filter_map(|area| area.get(at)).sum()).collect();
    let posterior = |(evidence, own): (&Evidence, &Vec<f64>)| {
        let others: Vec<f64> = all.iter().zip(own).map(|(all, own)| all - own).collect();
        let most = others.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let mut mass = vec![0.0; Grid::FINE.len()];
        for ((given, other), prior) in given.iter().zip(&others).zip(common.mass()) {
            let weight = prior * (other - most).exp();
            mass.iter_mut().zip(given.mass()).for_each(|(mass, given)| *mass += weight * given);
        }
        Belief::of_mass(Grid::FINE, mass).after(evidence)
    };
    areas.iter().zip(&each).map(posterior).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Answers as good as a measurement with this result and standard deviation.
    fn measured(at: f64, sd: f64) -> Evidence {
        let mut evidence = Evidence::new(Grid::FINE);
        evidence.add(|theta| (-0.5 * ((theta - at) / sd).powi(2)).exp());
        evidence
    }

    fn near(a: f64, b: f64, by: f64) {
        assert!((a - b).abs() < by, "{a} is not {b}");
    }

    #[test]
    fn one_area_alone_is_as_it_was() {
        let evidence = measured(1.0, 0.7);
        let alone = prior().after(&evidence);
        let joined = joint(std::slice::from_ref(&evidence));
        near(joined[0].mean(), alone.mean(), 2e-4);
        near(joined[0].sd(), alone.sd(), 2e-4);
        assert!(joint(&[]).is_empty());
    }

    #[test]
    fn normal_areas_are_as_the_formula_of_normal_vectors_has_them() {
        // Covariance S = 1.5² ((1, r), (r, 1)), measurements y with variance d: mean S (S + D)^-1 y.
        let (r, v, d) = (0.3, 2.25, [0.3, 0.8]);
        let y = [1.2, -0.4];
        let [s, t] = [v + d[0], v + d[1]];
        let det = s * t - r * r * v * v;
        let solved = [(t * y[0] - r * v * y[1]) / det, (s * y[1] - r * v * y[0]) / det];
        let want = [v * (solved[0] + r * solved[1]), v * (r * solved[0] + solved[1]), v * r * (solved[0] + solved[1])];
        let areas = [measured(y[0], d[0].sqrt()), measured(y[1], d[1].sqrt()), Evidence::new(Grid::FINE)];
        let joined = joint(&areas);
        for (belief, want) in joined.iter().zip(want) {
            near(belief.mean(), want, 1e-3);
        }
        let left = v - v * v * (t - 2.0 * r * r * v + r * r * s) / det;
        near(joined[0].sd(), left.sqrt(), 1e-3);
    }

    #[test]
    fn without_correlation_areas_do_not_touch_each_other() {
        let areas = [measured(2.0, 0.3), Evidence::new(Grid::FINE)];
        near(together(&areas, 0.0)[1].mean(), 0.0, 1e-9);
        let joined = joint(&areas);
        assert!(joined[1].mean() > 0.4 && joined[1].sd() < PRIOR_SD && joined[1].sd() > 1.4);
    }
}
