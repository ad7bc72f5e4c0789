//! Fits difficulties and discriminations to what people answered: marginal maximum a posteriori by EM.
//!
//! R. D. Bock and M. Aitkin, Psychometrika 46 (1981); R. J. Mislevy, Psychometrika 51 (1986). What is assumed of
//! questions is what the app assumes, see [`engine::estimate`]; `docs/calibrate.md` has the formulas.

use engine::estimate::model::Chance;
use engine::estimate::{Answer, Assumptions, Belief, Grid};

use super::item::{Counts, Item, Matrix, Parameters, score};
use super::scale::{ASSUMED, People, settle};

/// A cycle that moves no parameter further is the last.
const STILL: f64 = 1e-3;
/// The most cycles.
const MOST_CYCLES: usize = 500;

/// What one person answered: for each question its place and the answer.
pub type Answers = Vec<(usize, Answer)>;

/// What came out.
#[derive(Debug)]
pub struct Fit {
    /// For each question.
    pub items: Vec<Fitted>,
    /// How abilities are distributed.
    pub people: People,
    /// For each person and each of their answers the mean ability by their other answers.
    pub others: Vec<Vec<f64>>,
    /// Whether it came to rest.
    pub at_rest: bool,
}

/// The parameters of a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fitted {
    /// Difficulty on the scale of ability: 0 is the middle of level 3.
    pub b: f64,
    /// Its standard error.
    pub b_error: f64,
    /// Discrimination, above 0.
    pub a: f64,
    /// The standard error of its logarithm.
    pub log_a_error: f64,
}

/// For each question and way to answer a value at each point of the grid.
type Rows<T> = Vec<Vec<Vec<T>>>;

/// Fits all questions of an area together.
#[must_use]
pub fn fit(items: &[Item], people: &[Answers], assumed: &Assumptions) -> Fit {
    let mut fitted: Vec<Parameters> = items.iter().map(|item| Parameters { b: item.expected(), log_a: 0.0 }).collect();
    let mut spread = ASSUMED;
    let mut at_rest = false;
    for _ in 0..MOST_CYCLES {
        let before = fitted.clone();
        let (counts, new) = expect(items, people, &rows(items, &fitted, assumed), spread);
        spread = new;
        for ((at, item), counts) in fitted.iter_mut().zip(items).zip(&counts) {
            *at = item.improve(*at, counts, assumed);
        }
        settle(items, &mut fitted, &mut spread, assumed);
        let moved = |(old, new): (&Parameters, &Parameters)| (old.b - new.b).abs().max((old.log_a - new.log_a).abs());
        at_rest = before.iter().zip(&fitted).map(moved).fold(0.0, f64::max) < STILL;
        if at_rest {
            break;
        }
    }
    let rows = rows(items, &fitted, assumed);
    let (logs, prior) = (logs(&rows), Belief::normal(Grid::FINE, spread.mean, spread.sd));
    let (mut known, mut others) = (vec![Matrix::priors(assumed); items.len()], Vec::new());
    for answers in people {
        let belief = belief(items, &logs, answers, &prior);
        let mut without = Vec::new();
        for (place, answer) in answers {
            let found = (items.get(*place), fitted.get(*place), known.get_mut(*place));
            let (Some(item), Some(at), Some(known)) = found else { continue };
            let row = row(&rows, item, *place, *answer);
            known.add(slope(&belief, row, at.b), 1.0);
            let rest = belief.mass().iter().zip(row).map(|(mass, chance)| mass / chance.p.max(f64::MIN_POSITIVE));
            without.push(Belief::of_mass(Grid::FINE, rest.collect()).mean());
        }
        others.push(without);
    }
    let told = |(at, known): (&Parameters, &Matrix)| {
        let (b_error, log_a_error) = known.errors();
        Fitted { b: at.b, b_error, a: at.log_a.exp(), log_a_error }
    };
    Fit { items: fitted.iter().zip(&known).map(told).collect(), people: spread, others, at_rest }
}

fn rows(items: &[Item], fitted: &[Parameters], assumed: &Assumptions) -> Rows<Chance> {
    items.iter().zip(fitted).map(|(item, at)| item.rows(*at, assumed)).collect()
}

/// The logarithms of the chances.
fn logs(rows: &Rows<Chance>) -> Rows<f64> {
    let log = |chance: &Chance| chance.p.max(f64::MIN_POSITIVE).ln();
    rows.iter().map(|rows| rows.iter().map(|row| row.iter().map(log).collect()).collect()).collect()
}

fn row<'a, T>(rows: &'a Rows<T>, item: &Item, place: usize, answer: Answer) -> &'a [T] {
    rows.get(place).and_then(|rows| rows.get(item.way(answer))).map_or(&[], Vec::as_slice)
}

/// What is believed of a person's ability.
fn belief(items: &[Item], logs: &Rows<f64>, answers: &Answers, prior: &Belief) -> Belief {
    let mut sum = vec![0.0; Grid::FINE.len()];
    for (place, answer) in answers {
        let Some(item) = items.get(*place) else { continue };
        sum.iter_mut().zip(row(logs, item, *place, *answer)).for_each(|(sum, log)| *sum += log);
    }
    let most = sum.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mass = sum.iter().zip(prior.mass()).map(|(log, prior)| prior * (log - most).exp()).collect();
    Belief::of_mass(Grid::FINE, mass)
}

/// The expected answers to each question at each ability, and how abilities are distributed.
fn expect(items: &[Item], people: &[Answers], rows: &Rows<Chance>, spread: People) -> (Vec<Counts>, People) {
    let mut counts: Vec<Counts> = items.iter().map(|item| vec![vec![0.0; Grid::FINE.len()]; item.ways()]).collect();
    let (logs, prior) = (logs(rows), Belief::normal(Grid::FINE, spread.mean, spread.sd));
    let (mut count, mut sum, mut squares) = (0.0, 0.0, 0.0);
    for answers in people {
        let belief = belief(items, &logs, answers, &prior);
        for (place, answer) in answers {
            let Some(item) = items.get(*place) else { continue };
            let counts = counts.get_mut(*place).and_then(|counts| counts.get_mut(item.way(*answer)));
            let counts = counts.into_iter().flatten().zip(belief.mass());
            counts.for_each(|(count, mass)| *count += mass);
        }
        count += 1.0;
        sum += belief.mean();
        squares += belief.expect(|theta| theta * theta);
    }
    (counts, People::of(count, sum, squares))
}

/// How the logarithm of the chance of all that a person answered changes with a question's parameters.
fn slope(belief: &Belief, row: &[Chance], b: f64) -> (f64, f64) {
    let mut sum = (0.0, 0.0);
    for ((theta, mass), chance) in Grid::FINE.points().zip(belief.mass()).zip(row) {
        let by = score(*chance, theta, b);
        sum.0 += mass * by.0;
        sum.1 += mass * by.1;
    }
    sum
}

#[cfg(test)]
pub(super) mod tests;
