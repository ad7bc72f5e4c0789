//! Beliefs about an ability on a grid of points: a normal prior, the evidence of answers, and the posterior.
//!
//! R. D. Bock and R. J. Mislevy, Applied Psychological Measurement 6 (1982): the expected a posteriori
//! estimate. There is no maximum likelihood here: it sits on the bound where all answers are right, and
//! may have several roots.

/// Evenly spaced abilities, from the lowest to the highest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Grid {
    low: f64,
    high: f64,
    points: u16,
}

/// What answers tell: the logarithm of their chance at each point of a grid.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    grid: Grid,
    log: Vec<f64>,
    answers: usize,
}

/// A distribution over a grid.
#[derive(Debug, Clone, PartialEq)]
pub struct Belief {
    grid: Grid,
    mass: Vec<f64>,
}

impl Grid {
    /// What the app uses: 121 points from -6 to 6. After 30 wrong answers the estimate is off by at most
    /// 0.00005 from a much finer one; with 33 points from -4 to 4 it is off by 0.17.
    pub const FINE: Self = Self { low: -6.0, high: 6.0, points: 121 };

    /// `points` of them, at least 2, from `low` to `high`, which is above it.
    #[must_use]
    pub fn new(low: f64, high: f64, points: u16) -> Self {
        Self { low, high, points: points.max(2) }
    }

    /// The distance between two points.
    #[must_use]
    pub fn step(self) -> f64 {
        (self.high - self.low) / f64::from(self.points - 1)
    }

    /// The abilities.
    pub fn points(self) -> impl DoubleEndedIterator<Item = f64> + ExactSizeIterator {
        let span = self.high - self.low;
        (0..self.points).map(move |at| self.low + span * f64::from(at) / f64::from(self.points - 1))
    }

    /// How many points there are.
    #[must_use]
    pub fn len(self) -> usize {
        self.points.into()
    }

    /// Never: a grid has two points at least.
    #[must_use]
    pub fn is_empty(self) -> bool {
        false
    }

    /// A value between points, from a table of one value each; the ends' values beyond them.
    #[must_use]
    pub fn interpolate(self, table: &[f64], theta: f64) -> f64 {
        let at = ((theta - self.low) / self.step()).clamp(0.0, f64::from(self.points - 1));
        // The floor of a number within the grid is a place in it.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the grid's places")]
        let place = at.floor() as usize;
        let value = |place: usize| table.get(place.min(self.len() - 1)).copied().unwrap_or_default();
        let share = at - at.floor();
        value(place) * (1.0 - share) + value(place + 1) * share
    }
}

impl Evidence {
    /// None yet.
    #[must_use]
    pub fn new(grid: Grid) -> Self {
        Self { grid, log: vec![0.0; grid.len()], answers: 0 }
    }

    /// Takes in an answer that has the chance `chance(theta)`.
    pub fn add(&mut self, chance: impl Fn(f64) -> f64) {
        let row: Vec<f64> = self.grid.points().map(chance).collect();
        self.add_row(&row);
    }

    /// Takes in an answer by its chance at each point of the grid.
    pub fn add_row(&mut self, chances: &[f64]) {
        // Not even the model is sure of nothing: what it holds for impossible must not wipe out all else.
        self.log.iter_mut().zip(chances).for_each(|(log, p)| *log += p.max(f64::MIN_POSITIVE).ln());
        self.answers += 1;
    }

    /// How many answers there are.
    #[must_use]
    pub fn answers(&self) -> usize {
        self.answers
    }

    /// The grid.
    #[must_use]
    pub fn grid(&self) -> Grid {
        self.grid
    }

    /// The chance of all answers at each point, as a share of the highest.
    #[must_use]
    pub fn relative(&self) -> Vec<f64> {
        let most = self.log.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        self.log.iter().map(|log| (log - most).exp()).collect()
    }
}

impl Belief {
    /// A distribution with this density, in any unit, by the trapezoid rule.
    #[must_use]
    pub fn new(grid: Grid, density: impl Fn(f64) -> f64) -> Self {
        let mut mass: Vec<f64> = grid.points().map(density).collect();
        if let [first, .., last] = mass.as_mut_slice() {
            *first /= 2.0;
            *last /= 2.0;
        }
        Self::of_mass(grid, mass)
    }

    /// The normal distribution, cut off at the ends of the grid; `sd` is above 0.
    #[must_use]
    pub fn normal(grid: Grid, mean: f64, sd: f64) -> Self {
        Self::new(grid, |theta| (-0.5 * ((theta - mean) / sd).powi(2)).exp())
    }

    /// A distribution from the mass at each point, in any unit.
    #[must_use]
    pub fn of_mass(grid: Grid, mut mass: Vec<f64>) -> Self {
        let sum: f64 = mass.iter().sum();
        mass.iter_mut().for_each(|mass| *mass /= sum);
        Self { grid, mass }
    }

    /// What is believed after the answers (Bayes' rule); the evidence is on the same grid.
    #[must_use]
    pub fn after(&self, evidence: &Evidence) -> Self {
        let mass = self.mass.iter().zip(evidence.relative()).map(|(mass, chance)| mass * chance).collect();
        Self::of_mass(self.grid, mass)
    }

    /// The grid.
    #[must_use]
    pub fn grid(&self) -> Grid {
        self.grid
    }

    /// The mass at each point; they sum to 1.
    #[must_use]
    pub fn mass(&self) -> &[f64] {
        &self.mass
    }

    /// The mean of a function of ability.
    #[must_use]
    pub fn expect(&self, of: impl Fn(f64) -> f64) -> f64 {
        self.grid.points().zip(&self.mass).map(|(theta, mass)| of(theta) * mass).sum()
    }

    /// The mean: of a posterior the expected a posteriori estimate (EAP).
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.expect(|theta| theta)
    }

    /// The standard deviation.
    #[must_use]
    pub fn sd(&self) -> f64 {
        let mean = self.mean();
        self.expect(|theta| (theta - mean).powi(2)).sqrt()
    }

    /// The chance that the ability is below `theta`; each point stands for the stretch around it.
    #[must_use]
    pub fn below(&self, theta: f64) -> f64 {
        self.cells().map(|(low, high, mass)| mass * ((theta - low) / (high - low)).clamp(0.0, 1.0)).sum()
    }

    /// The ability below which a share of the distribution lies, `share` from 0.0 to 1.0.
    #[must_use]
    pub fn quantile(&self, share: f64) -> f64 {
        let mut left = share;
        for (low, high, mass) in self.cells() {
            if left < mass {
                return low + (high - low) * (left / mass).max(0.0);
            }
            left -= mass;
        }
        self.grid.high
    }

    /// The interval that holds `share` of the distribution and leaves as much on each side.
    #[must_use]
    pub fn interval(&self, share: f64) -> (f64, f64) {
        let tail = (1.0 - share) / 2.0;
        (self.quantile(tail), self.quantile(1.0 - tail))
    }

    /// The share of the mass that lies elsewhere in `other`, which is on the same grid: 0.0 where they are equal, 1.0
    /// where they have no point in common (the distance of total variation).
    #[must_use]
    pub fn distance(&self, other: &Self) -> f64 {
        self.mass.iter().zip(&other.mass).map(|(one, other)| (one - other).abs()).sum::<f64>() / 2.0
    }

    /// The stretch around each point that is within the grid, and its mass.
    fn cells(&self) -> impl Iterator<Item = (f64, f64, f64)> {
        let (half, Grid { low, high, .. }) = (self.grid.step() / 2.0, self.grid);
        let stretch = move |theta: f64| ((theta - half).max(low), (theta + half).min(high));
        self.grid.points().map(stretch).zip(&self.mass).map(|((low, high), mass)| (low, high, *mass))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f64, b: f64, by: f64) {
        assert!((a - b).abs() < by, "{a} is not {b}");
    }

    #[test]
    fn a_normal_belief_has_the_moments_and_quantiles_of_the_normal_distribution() {
        let belief = Belief::normal(Grid::FINE, 0.3, 1.1);
        near(belief.mean(), 0.3, 1e-5);
        near(belief.sd(), 1.1, 1e-4);
        near(belief.quantile(0.5), 0.3, 1e-3);
        near(belief.quantile(0.9), 0.3 + 1.1 * 1.281_552, 2e-3);
        let (low, high) = belief.interval(0.95);
        near(low, 0.3 - 1.1 * 1.959_964, 2e-3);
        near(high, 0.3 + 1.1 * 1.959_964, 2e-3);
        near(belief.below(0.3), 0.5, 1e-4);
        near(belief.below(9.0), 1.0, 1e-12);
        near(belief.below(-9.0), 0.0, 1e-12);
    }

    #[test]
    fn quantiles_undo_shares() {
        let belief = Belief::normal(Grid::FINE, -1.0, 0.7);
        for at in 1..100 {
            let share = f64::from(at) / 100.0;
            near(belief.below(belief.quantile(share)), share, 1e-12);
        }
        near(belief.quantile(0.0), -6.0, 1e-12);
    }

    #[test]
    fn a_belief_is_as_far_from_another_as_there_is_mass_elsewhere() {
        let normal = |mean, sd| Belief::normal(Grid::FINE, mean, sd);
        near(normal(0.0, 1.0).distance(&normal(0.0, 1.0)), 0.0, 1e-12);
        near(normal(-4.0, 0.2).distance(&normal(4.0, 0.2)), 1.0, 1e-9);
        // Of two normal distributions one standard deviation apart: 2 Φ(1/2) - 1.
        near(normal(0.0, 1.0).distance(&normal(1.0, 1.0)), 0.382_925, 1e-3);
    }

    #[test]
    fn two_normals_multiply() {
        // A normal prior and normal evidence have a posterior that is known.
        let mut evidence = Evidence::new(Grid::FINE);
        evidence.add(|theta| (-0.5 * ((theta - 1.0) / 0.5_f64).powi(2)).exp());
        let after = Belief::normal(Grid::FINE, 0.0, 1.0).after(&evidence);
        near(after.mean(), 0.8, 1e-9);
        near(after.sd(), 0.2_f64.sqrt(), 1e-9);
        assert_eq!(evidence.answers(), 1);
    }

    #[test]
    fn a_thousand_answers_do_not_underflow() {
        let mut evidence = Evidence::new(Grid::FINE);
        for _ in 0..1000 {
            evidence.add(|theta| 1e-3 / (1.0 + (-theta).exp()));
        }
        let after = Belief::normal(Grid::FINE, 0.0, 1.5).after(&evidence);
        near(after.mass().iter().sum::<f64>(), 1.0, 1e-12);
        assert!(after.mean() > 4.0);
        evidence.add(|_| 0.0);
        near(Belief::normal(Grid::FINE, 0.0, 1.5).after(&evidence).mean(), after.mean(), 1e-12);
    }

    #[test]
    fn tables_are_read_between_points() {
        let grid = Grid::new(0.0, 2.0, 3);
        let table = [1.0, 3.0, 7.0];
        for (theta, value) in [(-1.0, 1.0), (0.0, 1.0), (0.5, 2.0), (1.75, 6.0), (2.0, 7.0), (9.0, 7.0)] {
            near(grid.interpolate(&table, theta), value, 1e-12);
        }
    }
}
