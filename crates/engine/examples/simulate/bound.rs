//! The least error that anybody could reach who has only levels: the best of all tests and the best of all estimates.
//!
//! Questions of one level are alike before they are asked, so all that a test knows is how many of each level were
//! right and wrong. Over these counts the best next question follows backwards from the last one (dynamic
//! programming): no choice and no estimate can do better on average over the population. It knows the population and
//! the spreads, and finds as many questions of each level as it likes, so it is a bound and not a rival.

use std::io::{self, Write};

use plumb_engine::estimate::{Belief, Format, Grid};

use crate::{
    head, line,
    people::{ASSUMED, LUCK, Truth},
    three,
};

/// Ways in which one question can end: five levels, right or wrong.
const WAYS: usize = 10;
/// Counts that stand between [`WAYS`] numbers.
const BARS: usize = WAYS - 1;
/// After how many answers; 20 take ten times as long as 15 and 30 more memory than there is.
const AFTER: [usize; 2] = [10, 15];

/// How many of each way there were.
type Counts = [usize; WAYS];

/// The bound for each population.
pub fn table(out: &mut impl Write, truths: &[(&str, Truth)]) -> io::Result<()> {
    head(out, "The least RMSE that anybody could reach, levels only, spread 0.8", &["10", "15"])?;
    for (name, truth) in truths {
        let world = World::new(*truth);
        line(out, name, three(AFTER.map(|answers| world.least(answers).sqrt())))?;
    }
    Ok(())
}

struct World {
    thetas: Vec<f64>,
    prior: Vec<f64>,
    /// For each way its chance at each ability, and the logarithm.
    chances: Vec<Vec<f64>>,
    logs: Vec<Vec<f64>>,
}

impl World {
    fn new(truth: Truth) -> Self {
        // What is believed after 15 answers is wider than a point and a half, so that sums are as good as integrals.
        let grid = Grid::new(-6.0, 6.0, 31);
        let thetas: Vec<f64> = grid.points().collect();
        let mut chances = Vec::new();
        for level in [-2.0, -1.0, 0.0, 1.0, 2.0] {
            let right: Vec<f64> = thetas.iter().map(|theta| right(truth, level, *theta)).collect();
            chances.push(right.iter().map(|p| 1.0 - p).collect());
            chances.push(right);
        }
        let logs = chances.iter().map(|row: &Vec<f64>| row.iter().map(|p| p.ln()).collect()).collect();
        Self { thetas, prior: Belief::normal(grid, 0.0, truth.people).mass().to_vec(), chances, logs }
    }

    /// The mean square error of the best test with so many answers.
    fn least(&self, answers: usize) -> f64 {
        let mut later: Vec<f64> = Vec::new();
        for asked in (0..=answers).rev() {
            let mut now = vec![0.0; rank_of_last(asked) + 1];
            each(asked, |counts| {
                let mass = self.after(counts);
                let value = if asked == answers {
                    self.variance(&mass)
                } else {
                    let next = |way: usize| {
                        let mut more = *counts;
                        more.iter_mut().skip(way).take(1).for_each(|count| *count += 1);
                        later.get(rank(&more)).copied().unwrap_or(f64::NAN)
                    };
                    let level = |level: usize| {
                        let right: f64 = self
                            .chances
                            .iter()
                            .skip(2 * level + 1)
                            .take(1)
                            .flatten()
                            .zip(&mass)
                            .map(|(p, m)| p * m)
                            .sum();
                        right * next(2 * level + 1) + (1.0 - right) * next(2 * level)
                    };
                    (0..WAYS / 2).map(level).fold(f64::INFINITY, f64::min)
                };
                now.iter_mut().skip(rank(counts)).take(1).for_each(|place| *place = value);
            });
            later = now;
        }
        later.first().copied().unwrap_or(f64::NAN)
    }

    /// What is believed after these answers.
    fn after(&self, counts: &Counts) -> Vec<f64> {
        let mut log = vec![0.0; self.thetas.len()];
        for (count, row) in (counts.iter()).zip(&self.logs).filter(|(count, _)| **count > 0) {
            let count = u32::try_from(*count).map_or(0.0, f64::from);
            log.iter_mut().zip(row).for_each(|(log, one)| *log += count * one);
        }
        let mut mass: Vec<f64> = log.iter().zip(&self.prior).map(|(log, prior)| log.exp() * prior).collect();
        let sum: f64 = mass.iter().sum();
        mass.iter_mut().for_each(|mass| *mass /= sum);
        mass
    }

    fn variance(&self, mass: &[f64]) -> f64 {
        let (mut mean, mut square) = (0.0, 0.0);
        for (theta, mass) in self.thetas.iter().zip(mass) {
            mean += theta * mass;
            square += theta * theta * mass;
        }
        square - mean * mean
    }
}

/// The chance of a right answer to a question of this level, averaged over what the level leaves open.
fn right(truth: Truth, level: f64, theta: f64) -> f64 {
    let (mut sum, mut all) = (0.0, 0.0);
    let format = Format::chance(LUCK);
    for (i, j) in (-8..=8).flat_map(|i| (-8..=8).map(move |j| (f64::from(i) / 2.0, f64::from(j) / 2.0))) {
        let weight = (-0.5 * (i * i + j * j)).exp();
        let (mean, sd) = truth.discrimination;
        let chances = format.chances((mean + sd * i).exp(), level + truth.spread * j, truth.upper, theta);
        sum += weight * chances.last().map_or(0.0, |chance| chance.p);
        all += weight;
    }
    sum / all
}

/// All counts with this sum.
fn each(sum: usize, mut of: impl FnMut(&Counts)) {
    fn fill(counts: &mut Counts, place: usize, left: usize, of: &mut impl FnMut(&Counts)) {
        if place == BARS {
            counts.iter_mut().skip(BARS).for_each(|last| *last = left);
            of(counts);
            return;
        }
        for count in 0..=left {
            counts.iter_mut().skip(place).take(1).for_each(|place| *place = count);
            fill(counts, place + 1, left - count, of);
        }
    }
    fill(&mut [0; WAYS], 0, sum, &mut of);
}

/// The place of counts among all with the same sum (the combinatorial number system, by the bars between them).
fn rank(counts: &Counts) -> usize {
    let (mut bar, mut rank) = (0, 0);
    for (place, count) in counts.iter().take(BARS).enumerate() {
        bar += count;
        rank += choose(bar + place, place + 1);
    }
    rank
}

fn rank_of_last(sum: usize) -> usize {
    choose(sum + BARS, BARS) - 1
}

fn choose(n: usize, k: usize) -> usize {
    (0..k).fold(1, |product, at| product * n.saturating_sub(at) / (at + 1))
}

/// As the app takes people to be, and the same with abilities and slips as the target may have meant.
pub fn truths() -> [(&'static str, Truth); 4] {
    let one = Truth { people: 1.0, ..ASSUMED };
    let plain = Truth { upper: 1.0, ..one };
    [
        ("people N(0, 1.5²)", ASSUMED),
        ("people N(0, 1)", one),
        ("people N(0, 1) without slips", plain),
        (
            "people N(0, 1) without slips, discriminations as in the shared banks",
            Truth { discrimination: (0.2, 0.33), ..plain },
        ),
    ]
}
