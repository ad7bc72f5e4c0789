//! Several areas together: what is known of one tells a little about the others.
//!
//! With a common ability `g` and one of its own for each area, all `N(0, 1.5²)` and independent,
//! `theta_k = sqrt(r) g + sqrt(1 - r) e_k`: two areas correlate by `r`. Given `g` the areas are
//! independent, so the sums over all abilities are exact on a grid of `g` times a grid of `theta`
//! (R. D. Gibbons and D. R. Hedeker, Psychometrika 57 (1992): bifactor models need no more than two
//! dimensions at a time).
//!
//! `r` is 0.3 on average. Taken as exactly that, areas that are in truth independent mislead each other where
//! there are many of them; so it is 0, 0.3 or 0.6, and the answers themselves tell which is how likely.

use super::grid::{Belief, Evidence, Grid};

/// Standard deviation of abilities before any answer.
pub const PRIOR_SD: f64 = 1.5;
/// How two areas may correlate, each as likely as the others before any answer.
pub const CORRELATIONS: [f64; 3] = [0.0, 0.3, 0.6];
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
    let each = CORRELATIONS.map(|r| together(areas, r));
    let most = each.iter().map(|one| one.1).fold(f64::NEG_INFINITY, f64::max);
    let average = |area: usize| {
        let mut mass = vec![0.0; Grid::FINE.len()];
        for (beliefs, log) in &each {
            let weight = (log - most).exp();
            let belief = beliefs.get(area).map_or(&[] as &[f64], Belief::mass);
            mass.iter_mut().zip(belief).for_each(|(sum, one)| *sum += weight * one);
        }
        Belief::of_mass(Grid::FINE, mass)
    };
    (0..areas.len()).map(average).collect()
}

/// The posterior of each area where they correlate by `r`, 0.0 to below 1.0; and the logarithm of how likely
/// all answers are then, up to a constant that is the same for each `r`.
#[must_use]
pub fn together(areas: &[Evidence], r: f64) -> (Vec<Belief>, f64) {
    let common = Belief::normal(Grid::new(-6.0, 6.0, COMMON_POINTS), 0.0, PRIOR_SD);
    // What an area is like where the common ability is known.
    let of_area = |g: f64| Belief::normal(Grid::FINE, r.sqrt() * g, (1.0 - r).sqrt() * PRIOR_SD);
    let given: Vec<Belief> = common.grid().points().map(of_area).collect();
    // For each area how likely its answers are at each common ability, as logarithms.
    let likely = |evidence: &Evidence| -> Vec<f64> {
        let chances = evidence.relative();
        let at = |given: &Belief| given.mass().iter().zip(&chances).map(|(mass, chance)| mass * chance).sum::<f64>();
        given.iter().map(|given| at(given).max(f64::MIN_POSITIVE).ln()).collect()
    };
    let each: Vec<Vec<f64>> = areas.iter().map(likely).collect();
    let all: Vec<f64> = (0..given.len()).map(|at| each.iter().filter_map(|area| area.get(at)).sum()).collect();
    let posterior = |(evidence, own): (&Evidence, &Vec<f64>)| {
        let others: Vec<f64> = all.iter().zip(own).map(|(all, own)| all - own).collect();
        let (weights, _) = weighed(&common, &others);
        let mut mass = vec![0.0; Grid::FINE.len()];
        for (given, weight) in given.iter().zip(weights) {
            mass.iter_mut().zip(given.mass()).for_each(|(mass, given)| *mass += weight * given);
        }
        Belief::of_mass(Grid::FINE, mass).after(evidence)
    };
    let beliefs = areas.iter().zip(&each).map(posterior).collect();
    (beliefs, weighed(&common, &all).1)
}

/// The weight of each common ability, in any unit, and the logarithm of the sum of all in the unit of 1.
fn weighed(common: &Belief, logs: &[f64]) -> (Vec<f64>, f64) {
    let most = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let weights: Vec<f64> = common.mass().iter().zip(logs).map(|(mass, log)| mass * (log - most).exp()).collect();
    let sum: f64 = weights.iter().sum();
    (weights, sum.ln() + most)
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
        let (joined, likely) = together(&areas, r);
        for (belief, want) in joined.iter().zip(want) {
            near(belief.mean(), want, 1e-3);
        }
        let left = v - v * v * (t - 2.0 * r * r * v + r * r * s) / det;
        near(joined[0].sd(), left.sqrt(), 1e-3);
        // How likely the results are, against areas that do not correlate: the densities of normal vectors.
        let density = |r: f64| {
            let det = s * t - r * r * v * v;
            let square = (t * y[0] * y[0] - 2.0 * r * v * y[0] * y[1] + s * y[1] * y[1]) / det;
            -0.5 * (det.ln() + square)
        };
        near(likely - together(&areas, 0.0).1, density(r) - density(0.0), 1e-3);
    }

    #[test]
    fn without_correlation_areas_do_not_touch_each_other() {
        let areas = [measured(2.0, 0.3), Evidence::new(Grid::FINE)];
        near(together(&areas, 0.0).0[1].mean(), 0.0, 1e-9);
        let (joined, _) = together(&areas, 0.3);
        assert!(joined[1].mean() > 0.4 && joined[1].sd() < PRIOR_SD && joined[1].sd() > 1.4);
    }

    #[test]
    fn the_answers_tell_how_areas_correlate() {
        // The last area is open; the others agree, or they do not.
        let open = |at: [f64; 6]| {
            let mut areas: Vec<Evidence> = at.into_iter().map(|at| measured(at, 0.5)).collect();
            areas.push(Evidence::new(Grid::FINE));
            (joint(&areas)[6].mean(), together(&areas, 0.3).0[6].mean())
        };
        let (alike, fixed) = open([1.6, 1.4, 1.8, 1.2, 1.5, 1.7]);
        assert!(alike > fixed + 0.1, "{alike} {fixed}");
        let (unlike, fixed) = open([3.0, -1.5, 2.5, -1.0, 2.6, -0.5]);
        assert!(unlike < fixed - 0.1, "{unlike} {fixed}");
    }
}
