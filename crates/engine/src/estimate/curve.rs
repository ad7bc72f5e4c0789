//! How a question of a level and a form is answered at each ability, averaged over what its author's level leaves open.
//!
//! # The model
//! A question of level `l` has the difficulty `b ~ N(l - 3, 0.8²)` and the discrimination
//! `a ~ LogNormal(0, 0.3)`. What a person knows of it is a score from 0 to `m` after the generalised
//! partial credit model with all steps at `b` and the slope `a / sqrt(m)`: parts of one question hang
//! together, so that `m` of them tell more than one answer but less than `m` answers. Then
//!
//! - who knows less than all of it scores the better of what they know and what luck brings
//!   ([`Format::luck`]);
//! - who knows all of it scores all with the chance 0.97, else one less (a slip).
//!
//! With one step this is the three-parameter logistic model with an upper asymptote of 0.97,
//! `P(1) = c + (0.97 - c) / (1 + exp(-a (theta - b)))`. "I don't know" is the score 0 where luck has no part.
//!
//! The average over `a` and `b` is the likelihood of an answer to a question that is asked once, so
//! evidence that is summed over questions stays exact. It depends on `theta - (l - 3)` only.

use super::{
    format::{Format, MOST_STEPS},
    grid::{Evidence, Grid},
    known::{Assumptions, PER_LEVEL, known, scored},
    model::{Chance, information},
};
use crate::{grade::Grade, state::Slot};

/// Levels from 1 to this.
pub const LEVELS: u8 = 5;

/// An answer as evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It was graded.
    Graded(Grade),
    /// The person said that they do not know.
    Unknown,
}

impl Answer {
    /// What an attempt's slot tells; none before it is graded, and none where hints were shown, for they
    /// change what the answer would tell.
    #[must_use]
    pub fn of(slot: &Slot) -> Option<Self> {
        let grade = slot.grade.filter(|_| slot.hints == 0)?;
        Some(if slot.gave_up { Self::Unknown } else { Self::Graded(grade) })
    }

    /// The share of the question's point, 0.0 to 1.0.
    #[must_use]
    pub fn credit(self) -> f64 {
        match self {
            Self::Graded(grade) => grade.credit(),
            Self::Unknown => 0.0,
        }
    }
}

/// How questions of one level and one form are answered, at each point of [`Grid::FINE`].
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    format: Format,
    /// For each score its chances.
    scores: Vec<Vec<f64>>,
    unknown: Vec<f64>,
    information: Vec<f64>,
    credit: Vec<f64>,
}

impl Curve {
    /// Takes in an answer.
    pub fn tell(&self, answer: Answer, evidence: &mut Evidence) {
        match answer {
            Answer::Unknown => evidence.add_row(&self.unknown),
            Answer::Graded(grade) => {
                let row = self.scores.get(self.format.score(grade));
                row.into_iter().for_each(|row| evidence.add_row(row));
            }
        }
    }

    /// The chance of each score from 0 on.
    #[must_use]
    pub fn chances(&self, theta: f64) -> Vec<f64> {
        self.scores.iter().map(|row| Grid::FINE.interpolate(row, theta)).collect()
    }

    /// The Fisher information of an answer.
    #[must_use]
    pub fn information(&self, theta: f64) -> f64 {
        Grid::FINE.interpolate(&self.information, theta)
    }

    /// The mean share of the question's point, 0.0 to 1.0, with scores evenly spaced.
    #[must_use]
    pub fn credit(&self, theta: f64) -> f64 {
        Grid::FINE.interpolate(&self.credit, theta)
    }

    /// The credit that [`Curve::credit`] is to be compared with: the score's share of the highest.
    #[must_use]
    pub fn credit_of(&self, answer: Answer) -> f64 {
        match answer {
            Answer::Unknown => 0.0,
            Answer::Graded(grade) => share(self.format.score(grade), self.format.steps()),
        }
    }
}

/// The curves of all levels and forms that are in use, each made once.
#[derive(Debug, Clone)]
pub struct Curves {
    assumed: Assumptions,
    /// For each highest score what is known of a question of the middle level: at each point of a grid
    /// that reaches two levels further to each side.
    known: Vec<Vec<Vec<Chance>>>,
    made: Vec<(u8, Curve)>,
}

impl Default for Curves {
    fn default() -> Self {
        Self::new(Assumptions::default())
    }
}

impl Curves {
    /// Averages what is known; takes a few milliseconds.
    #[must_use]
    pub fn new(assumed: Assumptions) -> Self {
        Self { assumed, known: (1..=MOST_STEPS).map(|steps| known(&assumed, steps)).collect(), made: Vec::new() }
    }

    /// The place of the curve of a level, 1 to [`LEVELS`], and a form; the curve is made where there is none yet.
    pub fn place(&mut self, level: u8, format: &Format) -> usize {
        let is_it = |(of, curve): &(u8, Curve)| *of == level && curve.format == *format;
        self.made.iter().position(is_it).unwrap_or_else(|| {
            let curve = self.make(level, format);
            self.made.push((level, curve));
            self.made.len() - 1
        })
    }

    /// The curve at a place that [`Curves::place`] gave.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<&Curve> {
        self.made.get(place).map(|(_, curve)| curve)
    }

    fn make(&self, level: u8, format: &Format) -> Curve {
        let from = usize::from(LEVELS.saturating_sub(level.clamp(1, LEVELS))) * PER_LEVEL;
        let known: Vec<&Vec<Chance>> = match self.known.get(format.steps() - 1) {
            Some(known) => known.iter().skip(from).take(Grid::FINE.len()).collect(),
            None => Vec::new(),
        };
        let with = |luck: &[f64]| -> Vec<Vec<Chance>> {
            known.iter().map(|known| scored(known, luck, self.assumed.upper)).collect()
        };
        let points = with(format.luck());
        let row = |points: &[Vec<Chance>], score: usize| -> Vec<f64> {
            points.iter().map(|chances| chances.get(score).map_or(0.0, |chance| chance.p)).collect()
        };
        let mean = |chances: &Vec<Chance>| {
            chances.iter().enumerate().map(|(score, chance)| share(score, format.steps()) * chance.p).sum()
        };
        Curve {
            scores: (0..=format.steps()).map(|score| row(&points, score)).collect(),
            unknown: row(&with(&[1.0]), 0),
            information: points.iter().map(|chances| information(chances)).collect(),
            credit: points.iter().map(mean).collect(),
            format: format.clone(),
        }
    }
}

fn share(score: usize, steps: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    number(score) / number(steps.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::{grid::Belief, model::Model};

    /// Levels taken as exact.
    const EXACT: Assumptions = Assumptions { difficulty: 0.0, discrimination: 0.0, upper: 0.97 };

    fn curve(assumed: Assumptions, level: u8, format: &Format) -> Curve {
        let mut curves = Curves::new(assumed);
        let place = curves.place(level, format);
        curves.get(place).unwrap().clone()
    }

    fn thirds() -> Format {
        use crate::kinds::samples;
        Format::of(&samples::order())
    }

    #[test]
    fn exact_levels_give_the_three_parameter_model_with_its_upper_asymptote() {
        for level in 1..=LEVELS {
            let curve = curve(EXACT, level, &Format::chance(0.25));
            let model = Model::Dichotomous { a: 1.0, b: f64::from(level) - 3.0, c: 0.25, d: 0.97 };
            for theta in Grid::FINE.points() {
                assert!((curve.chances(theta)[1] - model.chance(1, theta)).abs() < 1e-12);
                assert!((curve.information(theta) - model.information(theta)).abs() < 1e-12);
                assert!((curve.credit(theta) - model.chance(1, theta)).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn averages_are_those_of_a_fine_sum() {
        // By hand over 81 x 61 nodes instead of 9 x 9.
        let curve = curve(Assumptions::default(), 4, &Format::chance(0.2));
        for theta in [-4.0, -1.0, 0.0, 1.0, 2.5, 5.0] {
            let (mut sum, mut weight) = (0.0, 0.0);
            for (i, j) in (-40..=40).flat_map(|i| (-30..=30).map(move |j| (f64::from(i) / 8.0, f64::from(j) / 6.0))) {
                let w = (-0.5 * (i * i + j * j)).exp();
                let model = Model::Dichotomous { a: (0.3 * j).exp(), b: 1.0 + 0.8 * i, c: 0.2, d: 0.97 };
                sum += w * model.chance(1, theta);
                weight += w;
            }
            let (ours, fine) = (curve.chances(theta)[1], sum / weight);
            assert!((ours - fine).abs() < 1e-4, "{ours} is not {fine} at {theta}");
        }
    }

    #[test]
    fn a_better_answer_never_tells_of_less_ability() {
        for format in [Format::chance(0.25), Format::chance(0.02), thirds()] {
            let curve = curve(Assumptions::default(), 3, &format);
            for pair in curve.scores.windows(2) {
                let ratios: Vec<f64> = pair[0].iter().zip(&pair[1]).map(|(worse, better)| better / worse).collect();
                assert!(ratios.windows(2).all(|two| two[1] >= two[0] - 1e-12), "{format:?}");
            }
        }
    }

    #[test]
    fn chances_sum_to_one_and_credit_grows_with_ability() {
        let curve = curve(Assumptions::default(), 2, &thirds());
        for theta in Grid::FINE.points() {
            assert!((curve.chances(theta).iter().sum::<f64>() - 1.0).abs() < 1e-12);
        }
        assert!(curve.credit.windows(2).all(|two| two[1] > two[0]));
    }

    #[test]
    fn not_to_know_tells_more_than_to_guess_wrong() {
        let curve = curve(Assumptions::default(), 3, &Format::chance(0.25));
        let mean = |answer| {
            let mut evidence = Evidence::new(Grid::FINE);
            curve.tell(answer, &mut evidence);
            Belief::normal(Grid::FINE, 0.0, 1.5).after(&evidence).mean()
        };
        let (unknown, wrong, right) =
            (mean(Answer::Unknown), mean(Answer::Graded(Grade::ZERO)), mean(Answer::Graded(Grade::whole(true))));
        assert!(unknown <= wrong + 1e-12 && wrong < right, "{unknown} {wrong} {right}");
    }

    #[test]
    fn a_curve_is_made_once() {
        let mut curves = Curves::default();
        let one = curves.place(3, &Format::chance(0.25));
        assert_ne!(one, curves.place(4, &Format::chance(0.25)));
        assert_ne!(one, curves.place(3, &Format::chance(0.2)));
        assert_eq!(one, curves.place(3, &Format::chance(0.25)));
        assert!(curves.get(9).is_none());
    }

    #[test]
    fn only_graded_slots_without_hints_are_evidence() {
        let slot = Slot { grade: Some(Grade::whole(true)), ..Slot::default() };
        assert_eq!(Answer::of(&slot), Some(Answer::Graded(Grade::whole(true))));
        assert_eq!(Answer::of(&Slot { gave_up: true, ..slot.clone() }), Some(Answer::Unknown));
        assert_eq!(Answer::of(&Slot { hints: 1, ..slot }), None);
        assert_eq!(Answer::of(&Slot::default()), None);
    }
}
