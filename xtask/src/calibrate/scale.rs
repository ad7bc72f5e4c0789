//! The scale of a fit: where its middle is and how wide it is, which answers alone cannot say.
//!
//! To stretch and shift difficulties, abilities and slopes together changes no chance of any answer. So each cycle
//! ends with the stretch and shift that the priors like best; without it a fit would creep (parameter expansion:
//! C. Liu, D. B. Rubin and Y. N. Wu, Biometrika 85 (1998)).

use engine::estimate::Assumptions;

use super::item::{Item, Parameters};

/// The distribution of abilities.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct People {
    /// Its mean.
    pub mean: f64,
    /// Its standard deviation.
    pub sd: f64,
}

/// What the app assumes of people.
pub const ASSUMED: People = People { mean: 0.0, sd: 1.5 };
/// The prior of the distribution: as if there were so many more people, who are as the app assumes.
const MORE: f64 = 4.0;
/// The most that one cycle stretches, as a logarithm.
const MOST: f64 = 0.5;

impl People {
    /// The distribution of people with these sums of abilities and of their squares.
    #[must_use]
    pub fn of(count: f64, sum: f64, squares: f64) -> Self {
        let count = count + MORE;
        let mean = (sum + MORE * ASSUMED.mean) / count;
        let squares = (squares + MORE * (ASSUMED.sd.powi(2) + ASSUMED.mean.powi(2))) / count;
        Self { mean, sd: (squares - mean * mean).max(0.01).sqrt() }
    }

    fn prior(self) -> f64 {
        let squares = ASSUMED.sd.powi(2) + (ASSUMED.mean - self.mean).powi(2);
        -MORE * (self.sd.ln() + squares / (2.0 * self.sd * self.sd))
    }
}

/// Stretches and shifts all to where the priors are highest.
pub fn settle(items: &[Item], fitted: &mut [Parameters], people: &mut People, assumed: &Assumptions) {
    // One hill along each direction that is looked at, so the golden section finds its top.
    let golden = 0.5 * (5.0_f64.sqrt() - 1.0);
    let (mut low, mut high) = (-MOST, MOST);
    let height = |log: f64| {
        let shift = shift(items, fitted, *people, assumed, log.exp());
        let (fitted, people) = moved(fitted, *people, log, shift);
        people.prior() + items.iter().zip(&fitted).map(|(item, at)| item.prior(*at, assumed)).sum::<f64>()
    };
    while high - low > 1e-6 {
        let (one, other) = (high - golden * (high - low), low + golden * (high - low));
        if height(one) < height(other) { low = one } else { high = other }
    }
    let log = f64::midpoint(low, high);
    let shift = shift(items, fitted, *people, assumed, log.exp());
    let (new, distribution) = moved(fitted, *people, log, shift);
    fitted.iter_mut().zip(new).for_each(|(old, new)| *old = new);
    *people = distribution;
}

/// The best shift for a stretch: a mean of what each difficulty and the people ask for.
fn shift(items: &[Item], fitted: &[Parameters], people: People, assumed: &Assumptions, stretch: f64) -> f64 {
    let (each, all) = (assumed.difficulty.powi(-2), MORE / (stretch * people.sd).powi(2));
    let asks = items.iter().zip(fitted).map(|(item, at)| each * (item.expected() - stretch * at.b));
    let count = super::classical::number(items.len());
    (asks.sum::<f64>() + all * (ASSUMED.mean - stretch * people.mean)) / (each * count + all)
}

fn moved(fitted: &[Parameters], people: People, log: f64, shift: f64) -> (Vec<Parameters>, People) {
    let stretch = log.exp();
    let one = |at: &Parameters| Parameters { b: stretch * at.b + shift, log_a: at.log_a - log };
    let people = People { mean: stretch * people.mean + shift, sd: stretch * people.sd };
    (fitted.iter().map(one).collect(), people)
}
