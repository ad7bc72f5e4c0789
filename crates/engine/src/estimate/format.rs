//! What the form of a question gives away: how many scores it has, and what luck alone would bring of each.

use super::luck::points_by_luck;
use crate::{grade::Grade, kinds::Question};

/// Scores above 0, at most: some, half or more, and all of it.
pub const MOST_STEPS: usize = 3;
/// The least chance to get nothing by luck: what was not met among some orders is not impossible, and must
/// stay evidence of little ability.
const RARE: f64 = 1e-4;

/// A form of question: the chance of each score from 0 on for somebody who only guesses.
#[derive(Debug, Clone, PartialEq)]
pub struct Format {
    luck: Vec<f64>,
}

impl Format {
    /// A right or wrong answer that luck gets right with this chance, 0.0 to 1.0.
    #[must_use]
    pub fn chance(c: f64) -> Self {
        Self { luck: vec![1.0 - c, c] }
    }

    /// The form of a question of any kind.
    #[must_use]
    pub fn of(question: &Question) -> Self {
        let of = usize::from(question.grade(&question.solution()).of);
        let steps = of.clamp(1, MOST_STEPS);
        let mut luck = vec![0.0; steps + 1];
        for (got, chance) in points_by_luck(question).into_iter().enumerate() {
            let place = score(Grade::new(got, of), steps);
            luck.get_mut(place).into_iter().for_each(|sum| *sum += chance);
        }
        luck.first_mut().into_iter().for_each(|none| *none = none.max(RARE));
        let sum: f64 = luck.iter().sum();
        luck.iter_mut().for_each(|chance| *chance /= sum);
        Self { luck }
    }

    /// The chance of each score by luck alone; they sum to 1.
    #[must_use]
    pub fn luck(&self) -> &[f64] {
        &self.luck
    }

    /// The highest score, 1 to [`MOST_STEPS`].
    #[must_use]
    pub fn steps(&self) -> usize {
        self.luck.len() - 1
    }

    /// The score of a grade: 0 for nothing and the highest for all; between them, where there are three
    /// steps, 1 below one half and 2 from there on.
    #[must_use]
    pub fn score(&self, grade: Grade) -> usize {
        score(grade, self.steps())
    }
}

fn score(grade: Grade, steps: usize) -> usize {
    match grade.got {
        0 => 0,
        got if got >= grade.of => steps,
        got => (1 + usize::from(steps > 2 && 2 * u32::from(got) >= u32::from(grade.of))).min(steps),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::{order, samples};

    fn luck(question: &Question) -> Vec<f64> {
        Format::of(question).luck
    }

    fn assert_near(got: &[f64], want: &[f64]) {
        assert_eq!(got.len(), want.len(), "{got:?}");
        assert!(got.iter().zip(want).all(|(got, want)| (got - want).abs() < 1e-12), "{got:?} is not {want:?}");
    }

    #[test]
    fn luck_is_what_can_be_counted_by_hand() {
        assert_near(&luck(&samples::single()), &[0.75, 0.25]);
        assert_near(&luck(&samples::numeric()), &[0.98, 0.02]);
        assert_near(&luck(&samples::text()), &[0.98, 0.02]);
        // Four things have 24 orders; in 1, 13, 9 and 1 of them the longest run in order is 1, 2, 3 and 4.
        assert_near(&luck(&samples::order()), &[1.0 / 24.0, 13.0 / 24.0, 9.0 / 24.0, 1.0 / 24.0]);
        // Of 31 choices of five options, one is right; of three keys two points are got by any two (3 choices),
        // or by all with one too many (2); one point by 3 + 6 + 1.
        assert_near(&luck(&samples::multiple()), &[15.0 / 31.0, 10.0 / 31.0, 5.0 / 31.0, 1.0 / 31.0]);
        // Four things in two groups: 1, 4, 6, 4 and 1 of 16; two and three of four are half or more.
        assert_near(&luck(&samples::classify()), &[1.0 / 16.0, 4.0 / 16.0, 10.0 / 16.0, 1.0 / 16.0]);
        // One typed and one of two.
        assert_near(&luck(&samples::cloze()), &[0.49, 0.5, 0.01]);
        // It stops: the coin, then a line and a name.
        let (none, one, both) = (0.9 * 0.98, 0.9 * 0.02 + 0.1 * 0.98, 0.1 * 0.02);
        assert_near(&luck(&samples::trace()), &[0.5, none / 2.0, one / 2.0, both / 2.0]);
        // Two spots, three of five lines: two hits get all, one hit is taken away again by the miss.
        assert_near(&luck(&samples::lines()), &[1.0 - 0.36, 0.0, 0.36]);
    }

    #[test]
    fn every_kind_has_luck_that_sums_to_one_and_seldom_gets_all() {
        for item in samples::bank().items {
            let format = Format::of(&item.question);
            let luck = format.luck();
            assert!((luck.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{}", item.id);
            assert!((1..=MOST_STEPS).contains(&format.steps()));
            let all = luck[format.steps()];
            assert!(all > 0.0 && all < 0.4, "{}: {luck:?}", item.id);
            assert_eq!(format.score(item.question.grade(&item.question.solution())), format.steps());
            assert_eq!(format.score(Grade::ZERO), 0);
        }
    }

    #[test]
    fn nothing_is_so_seldom_that_it_tells_nothing() {
        for item in samples::bank().items {
            assert!(Format::of(&item.question).luck[0] > 0.9 * RARE, "{}", item.id);
        }
        let items = (0..7).map(|at| samples::rich(&at.to_string())).collect();
        let question = Question::Order(order::Question { items, before: Vec::new() });
        assert!(Format::of(&question).luck[0] > 0.9 * RARE);
    }

    #[test]
    fn scores_keep_the_order_of_grades() {
        let format = Format { luck: vec![0.25; 4] };
        let scores: Vec<usize> = (0..=8).map(|got| format.score(Grade::new(got, 8))).collect();
        assert_eq!(scores, [0, 1, 1, 1, 2, 2, 2, 2, 3]);
        let two = Format { luck: vec![0.3; 3] };
        assert_eq!([0, 1, 2].map(|got| two.score(Grade::new(got, 2))), [0, 1, 2]);
    }
}
