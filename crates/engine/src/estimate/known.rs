//! What is known of a question whose author gave its level: its chances, averaged over what the level leaves open.

use super::{
    format::Format,
    grid::Grid,
    model::{Chance, Model},
};

/// Points of the grid in one unit of ability, which is one level.
pub(super) const PER_LEVEL: usize = 10;
/// A grid for the middle level that reaches two levels further than [`Grid::FINE`] to each side, so that
/// it holds all levels.
fn wide() -> Grid {
    Grid::new(-8.0, 8.0, 161)
}
/// Nodes of an average over a normal variable: 3.6 standard deviations to each side. In any chance they leave
/// an error below 0.0001.
const NODES: [f64; 9] = [-3.6, -2.7, -1.8, -0.9, 0.0, 0.9, 1.8, 2.7, 3.6];

/// What is taken for granted of questions whose levels their authors gave.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Assumptions {
    /// Standard deviation of a difficulty around that of its level; 0 where levels are exact.
    pub difficulty: f64,
    /// Standard deviation of a discrimination's logarithm around 0; 0 where all are 1.
    pub discrimination: f64,
    /// The chance that somebody who knows all of it scores all of it.
    pub upper: f64,
}

impl Default for Assumptions {
    fn default() -> Self {
        Self { difficulty: 0.8, discrimination: 0.3, upper: 0.97 }
    }
}

/// At each point of [`wide`] the chances of each score from 0 to `steps` by knowledge alone, for the middle level.
pub(super) fn known(assumed: &Assumptions, steps: usize) -> Vec<Vec<Chance>> {
    let together = u32::try_from(steps).map_or(1.0, f64::from).sqrt();
    let mut models = Vec::new();
    for (difficulty, one) in nodes(assumed.difficulty) {
        for (discrimination, other) in nodes(assumed.discrimination) {
            let a = discrimination.exp() / together;
            models.push((Model::PartialCredit { a, steps: vec![difficulty; steps] }, one * other));
        }
    }
    let average = |theta: f64| {
        let mut sum = vec![Chance::default(); steps + 1];
        for (model, weight) in &models {
            for (sum, chance) in sum.iter_mut().zip(model.chances(theta)) {
                sum.p += weight * chance.p;
                sum.slope += weight * chance.slope;
            }
        }
        sum
    };
    wide().points().map(average).collect()
}

/// The values of a normal variable around 0 and their weights, which sum to 1.
fn nodes(sd: f64) -> Vec<(f64, f64)> {
    if sd <= 0.0 {
        return vec![(0.0, 1.0)];
    }
    let weight = |node: f64| (-0.5 * node * node).exp();
    let sum: f64 = NODES.into_iter().map(weight).sum();
    NODES.into_iter().map(|node| (node * sd, weight(node) / sum)).collect()
}

/// The chances of what is scored, from those of what is known: with luck, whose scores have the chances
/// `luck`, and slips, which leave `upper` of those who know all of it.
pub(super) fn scored(known: &[Chance], luck: &[f64], upper: f64) -> Vec<Chance> {
    let top = known.last().copied().unwrap_or_default();
    let all = known.len().saturating_sub(1);
    let (mut knows, mut lucky, mut before) = (Chance::default(), 0.0, Chance::default());
    let mut chances = Vec::with_capacity(known.len());
    for (score, part) in known.iter().enumerate() {
        knows = Chance { p: knows.p + part.p, slope: knows.slope + part.slope };
        lucky += luck.get(score).copied().unwrap_or_default();
        // Scored at most this: neither knowledge nor luck brings more, or it is a slip.
        let slips = if score + 1 == all { 1.0 - upper } else { 0.0 };
        let up_to = if score == all {
            Chance { p: 1.0, slope: 0.0 }
        } else {
            Chance { p: knows.p * lucky + slips * top.p, slope: knows.slope * lucky + slips * top.slope }
        };
        chances.push(Chance { p: (up_to.p - before.p).max(0.0), slope: up_to.slope - before.slope });
        before = up_to;
    }
    chances
}

impl Format {
    /// The chances of all scores from 0 on for a question of this form whose discrimination `a` and difficulty
    /// `b` are known, where slips leave `upper` of those who know all of it. All of it depends on `a (theta - b)`.
    #[must_use]
    pub fn chances(&self, a: f64, b: f64, upper: f64, theta: f64) -> Vec<Chance> {
        scored(&self.alone(a, b, theta), self.luck(), upper)
    }

    /// The chance of "I don't know", in which luck has no part; see [`Format::chances`].
    #[must_use]
    pub fn unknown(&self, a: f64, b: f64, upper: f64, theta: f64) -> Chance {
        scored(&self.alone(a, b, theta), &[1.0], upper).first().copied().unwrap_or_default()
    }

    /// By knowledge alone.
    fn alone(&self, a: f64, b: f64, theta: f64) -> Vec<Chance> {
        let together = u32::try_from(self.steps()).map_or(1.0, f64::from).sqrt();
        Model::PartialCredit { a: a / together, steps: vec![b; self.steps()] }.chances(theta)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_parameters_give_the_models_of_the_books() {
        for theta in [-3.0, -0.2, 0.4, 2.0] {
            let model = Model::Dichotomous { a: 1.4, b: 0.3, c: 0.25, d: 0.97 };
            let ours = Format::chance(0.25).chances(1.4, 0.3, 0.97, theta);
            for (ours, model) in ours.iter().zip(model.chances(theta)) {
                assert!((ours.p - model.p).abs() < 1e-12 && (ours.slope - model.slope).abs() < 1e-12);
            }
            let plain = Model::Dichotomous { a: 1.4, b: 0.3, c: 0.0, d: 0.97 };
            assert!((Format::chance(0.25).unknown(1.4, 0.3, 0.97, theta).p - plain.chance(0, theta)).abs() < 1e-12);
        }
    }

    #[test]
    fn luck_and_slips_act_as_they_should() {
        let sure = |at: usize| -> Vec<Chance> {
            (0..4).map(|score| Chance { p: if score == at { 1.0 } else { 0.0 }, slope: 0.0 }).collect()
        };
        let luck = [0.4, 0.3, 0.2, 0.1];
        let p = |at| -> Vec<f64> { scored(&sure(at), &luck, 0.9).iter().map(|chance| chance.p).collect() };
        let near = |got: Vec<f64>, want: [f64; 4]| {
            assert!(got.iter().zip(want).all(|(got, want)| (got - want).abs() < 1e-12), "{got:?} is not {want:?}");
        };
        near(p(0), [0.4, 0.3, 0.2, 0.1]);
        near(p(1), [0.0, 0.7, 0.2, 0.1]);
        near(p(2), [0.0, 0.0, 0.9, 0.1]);
        near(p(3), [0.0, 0.0, 0.1, 0.9]);
    }
}
