//! What is reckoned from sittings: errors, coverage, and the plain methods beside them.

use plumb_engine::estimate::{Belief, Model};

use crate::sitting::Step;

/// After how many answers errors are told.
pub const AFTER: [usize; 4] = [10, 15, 20, 30];

/// A mean that grows by one value at a time.
#[derive(Clone, Copy, Default)]
pub struct Mean {
    pub sum: f64,
    pub count: f64,
}

impl Mean {
    pub fn add(&mut self, value: f64) {
        self.sum += value;
        self.count += 1.0;
    }

    pub fn get(self) -> f64 {
        self.sum / self.count
    }
}

/// Squared errors after 10, 15, 20 and 30 answers.
#[derive(Clone, Copy, Default)]
pub struct Errors([Mean; 4]);

impl Errors {
    pub fn add(&mut self, theta: f64, estimate: impl Fn(usize) -> Option<f64>) {
        for (mean, after) in self.0.iter_mut().zip(AFTER) {
            estimate(after).into_iter().for_each(|estimate| mean.add((estimate - theta).powi(2)));
        }
    }

    pub fn roots(self) -> [f64; 4] {
        self.0.map(|mean| mean.get().sqrt())
    }

    pub fn add_steps(&mut self, theta: f64, steps: &[Step]) {
        self.add(theta, |after| Some(steps.get(after - 1)?.belief.mean()));
    }
}

/// 1 where the interval that should hold a share of all truths holds this one.
pub fn covers(belief: &Belief, share: f64, theta: f64) -> f64 {
    let (low, high) = belief.interval(share);
    f64::from(u8::from((low..=high).contains(&theta)))
}

/// Percent correct as an ability: by the straight line that fits these people best, which nobody who only
/// has answers could know.
#[derive(Default)]
pub struct Percent([Vec<(f64, f64)>; 4]);

impl Percent {
    pub fn add(&mut self, theta: f64, steps: &[Step]) {
        for (pairs, after) in self.0.iter_mut().zip(AFTER) {
            let mut share = Mean::default();
            steps.iter().take(after).for_each(|step| share.add(f64::from(u8::from(step.score > 0))));
            pairs.push((share.get(), theta));
        }
    }

    pub fn roots(&self) -> [f64; 4] {
        [0, 1, 2, 3].map(|place| self.0.get(place).map_or(f64::NAN, |pairs| residual(pairs)))
    }
}

/// The root mean square that a straight line leaves.
fn residual(pairs: &[(f64, f64)]) -> f64 {
    let mean = |of: &dyn Fn(&(f64, f64)) -> f64| {
        let mut mean = Mean::default();
        pairs.iter().for_each(|pair| mean.add(of(pair)));
        mean.get()
    };
    let (x, y) = (mean(&|pair| pair.0), mean(&|pair| pair.1));
    let (xx, xy) = (mean(&|pair| (pair.0 - x).powi(2)), mean(&|pair| (pair.0 - x) * (pair.1 - y)));
    mean(&|pair| (pair.1 - y - xy / xx * (pair.0 - x)).powi(2)).sqrt()
}

/// Elo's rating after each answer, with the chance by luck in its expectation and steps that shrink
/// (R. Pelanek, Computers and Education 98 (2016)): `1 / (1 + 0.05 n)`.
pub fn elo(steps: &[Step], difficulty: impl Fn(usize) -> f64, luck: impl Fn(usize) -> f64) -> Vec<f64> {
    let mut theta = 0.0;
    let rate = |(n, step): (u32, &Step)| {
        let item = Model::Dichotomous { a: 1.0, b: difficulty(step.item), c: luck(step.item), d: 1.0 };
        let right = f64::from(u8::from(step.score > 0));
        theta += (right - item.chance(1, theta)) / (1.0 + 0.05 * f64::from(n));
        theta
    };
    (0..).zip(steps).map(rate).collect()
}
