//! People and banks that are made up from a seed.

use plumb_engine::estimate::Model;
use rand::{Rng, SeedableRng, rngs::ChaCha8Rng};

/// Questions in a bank.
pub const ITEMS: usize = 60;
/// The lower asymptote: four options.
pub const LUCK: f64 = 0.25;
/// The upper asymptote where people slip as the app has it.
pub const UPPER: f64 = 0.97;

/// How people and questions truly are.
#[derive(Clone, Copy)]
pub struct Truth {
    /// Standard deviation of abilities around 0.
    pub people: f64,
    /// Standard deviation of difficulties around those of their levels.
    pub spread: f64,
    /// Mean and standard deviation of the logarithms of discriminations.
    pub discrimination: (f64, f64),
    /// The upper asymptote.
    pub upper: f64,
}

/// As the app takes it to be.
pub const ASSUMED: Truth = Truth { people: 1.5, spread: 0.8, discrimination: (0.0, 0.3), upper: UPPER };

/// Chance from a seed.
pub struct Dice(ChaCha8Rng);

impl Dice {
    /// Of one person of one experiment.
    pub fn new(experiment: u64, person: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(experiment.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ person))
    }

    /// Any integer.
    pub fn any(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// Evenly from 0.0 to below 1.0.
    pub fn share(&mut self) -> f64 {
        let bits = u32::try_from(self.0.next_u64() >> 32).unwrap_or_default();
        (f64::from(bits) + 0.5) / (f64::from(u32::MAX) + 1.0)
    }

    /// Normal (G. E. P. Box and M. E. Muller, 1958).
    pub fn normal(&mut self, mean: f64, sd: f64) -> f64 {
        let (radius, angle) = ((-2.0 * self.share().ln()).sqrt(), std::f64::consts::TAU * self.share());
        mean + sd * radius * angle.cos()
    }

    /// The score of an answer.
    pub fn answer(&mut self, model: &Model, theta: f64) -> usize {
        let mut left = self.share();
        let chances = model.chances(theta);
        let missed = chances.iter().take_while(|chance| {
            left -= chance.p;
            left >= 0.0
        });
        missed.count().min(chances.len().saturating_sub(1))
    }
}

/// A question as its author sees it and as it truly is.
pub struct Item {
    pub level: u8,
    pub truth: Model,
}

/// A bank with as many questions of each level, whose true difficulties spread around their level's.
pub fn bank(dice: &mut Dice, truth: Truth) -> Vec<Item> {
    let levels = (1..=5).cycle().take(ITEMS);
    levels
        .map(|level| {
            let a = dice.normal(truth.discrimination.0, truth.discrimination.1).exp();
            let b = f64::from(level) - 3.0 + dice.normal(0.0, truth.spread);
            Item { level, truth: Model::Dichotomous { a, b, c: LUCK, d: truth.upper } }
        })
        .collect()
}
