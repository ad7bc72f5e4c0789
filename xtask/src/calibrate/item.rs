//! One question of a fit: its curve, and the step that brings its parameters nearer to what was answered.

use engine::estimate::model::Chance;
use engine::estimate::{Answer, Assumptions, Format, Grid};

/// A question as it goes into a fit.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The author's level, 1 to 5.
    pub level: u8,
    /// Its form.
    pub format: Format,
}

/// What is fitted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameters {
    /// The difficulty.
    pub b: f64,
    /// The logarithm of the discrimination.
    pub log_a: f64,
}

/// For each way to answer the mass of the people who did, at each point of [`Grid::FINE`].
pub type Counts = Vec<Vec<f64>>;

impl Item {
    /// The difficulty that the author's level stands for.
    #[must_use]
    pub fn expected(&self) -> f64 {
        f64::from(self.level) - 3.0
    }

    /// How many ways to answer are told apart: the scores, and "I don't know".
    #[must_use]
    pub fn ways(&self) -> usize {
        self.format.steps() + 2
    }

    /// The place of an answer among them.
    #[must_use]
    pub fn way(&self, answer: Answer) -> usize {
        match answer {
            Answer::Graded(grade) => self.format.score(grade),
            Answer::Unknown => self.format.steps() + 1,
        }
    }

    /// The chances of all ways to answer at each point of the grid.
    #[must_use]
    pub fn rows(&self, at: Parameters, assumed: &Assumptions) -> Vec<Vec<Chance>> {
        let a = at.log_a.exp();
        let mut rows = vec![Vec::with_capacity(Grid::FINE.len()); self.ways()];
        for theta in Grid::FINE.points() {
            let unknown = self.format.unknown(a, at.b, assumed.upper, theta);
            let chances = self.format.chances(a, at.b, assumed.upper, theta).into_iter().chain([unknown]);
            rows.iter_mut().zip(chances).for_each(|(row, chance)| row.push(chance));
        }
        rows
    }

    /// The logarithm of the priors' density, but for a constant.
    #[must_use]
    pub fn prior(&self, at: Parameters, assumed: &Assumptions) -> f64 {
        let square = |value: f64, sd: f64| (value / sd).powi(2);
        -0.5 * (square(at.b - self.expected(), assumed.difficulty) + square(at.log_a, assumed.discrimination))
    }

    /// A step uphill (Fisher scoring, halved until it is one): expected answers and priors together become likelier.
    #[must_use]
    pub fn improve(&self, at: Parameters, counts: &Counts, assumed: &Assumptions) -> Parameters {
        let (b, log_a) = self.direction(at, counts, assumed);
        let here = self.height(at, counts, assumed);
        let mut share = 1.0;
        for _ in 0..8 {
            let next = Parameters { b: at.b + share * b, log_a: at.log_a + share * log_a };
            if self.height(next, counts, assumed) >= here {
                return next;
            }
            share /= 2.0;
        }
        at
    }

    fn height(&self, at: Parameters, counts: &Counts, assumed: &Assumptions) -> f64 {
        let log = |(mass, chance): (&f64, &Chance)| mass * chance.p.max(f64::MIN_POSITIVE).ln();
        let rows = self.rows(at, assumed);
        let sum: f64 = counts.iter().zip(&rows).flat_map(|(mass, row)| mass.iter().zip(row).map(log)).sum();
        sum + self.prior(at, assumed)
    }

    fn direction(&self, at: Parameters, counts: &Counts, assumed: &Assumptions) -> (f64, f64) {
        let rows = self.rows(at, assumed);
        let mut slope =
            ((self.expected() - at.b) / assumed.difficulty.powi(2), -at.log_a / assumed.discrimination.powi(2));
        let mut matrix = Matrix::priors(assumed);
        let graded = self.format.steps() + 1;
        for (place, theta) in Grid::FINE.points().enumerate() {
            let mass = |way: usize| counts.get(way).and_then(|row| row.get(place)).copied().unwrap_or_default();
            let all: f64 = (0..graded).map(mass).sum();
            for (way, row) in rows.iter().enumerate() {
                let Some(chance) = row.get(place).filter(|chance| chance.p > f64::MIN_POSITIVE) else { continue };
                let by = score(*chance, theta, at.b);
                slope.0 += mass(way) * by.0;
                slope.1 += mass(way) * by.1;
                // "I don't know" is no way among others that sum to 1: what was seen stands for what is expected.
                matrix.add(by, if way < graded { all * chance.p } else { mass(way) });
            }
        }
        let (b, log_a) = matrix.solve(slope);
        (b.clamp(-1.0, 1.0), log_a.clamp(-0.5, 0.5))
    }
}

/// How the logarithm of a chance changes with difficulty and with the logarithm of discrimination: it depends on
/// `a (theta - b)` alone, so both follow from how it changes with ability.
#[must_use]
pub fn score(chance: Chance, theta: f64, b: f64) -> (f64, f64) {
    let by_theta = chance.slope / chance.p.max(f64::MIN_POSITIVE);
    (-by_theta, (theta - b) * by_theta)
}

/// A symmetric matrix of two rows: what is known of difficulty and of the logarithm of discrimination.
#[derive(Debug, Clone, Copy)]
pub struct Matrix {
    bb: f64,
    ba: f64,
    aa: f64,
}

impl Matrix {
    /// What the priors know.
    #[must_use]
    pub fn priors(assumed: &Assumptions) -> Self {
        Self { bb: assumed.difficulty.powi(-2), ba: 0.0, aa: assumed.discrimination.powi(-2) }
    }

    /// Adds a product of a slope with itself.
    pub fn add(&mut self, (b, log_a): (f64, f64), weight: f64) {
        self.bb += weight * b * b;
        self.ba += weight * b * log_a;
        self.aa += weight * log_a * log_a;
    }

    /// The step that leads to the top of a hill of this curvature.
    fn solve(&self, (b, log_a): (f64, f64)) -> (f64, f64) {
        let det = self.bb * self.aa - self.ba * self.ba;
        ((self.aa * b - self.ba * log_a) / det, (self.bb * log_a - self.ba * b) / det)
    }

    /// The standard errors of both.
    #[must_use]
    pub fn errors(&self) -> (f64, f64) {
        let det = self.bb * self.aa - self.ba * self.ba;
        ((self.aa / det).sqrt(), (self.bb / det).sqrt())
    }
}
