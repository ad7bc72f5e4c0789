//! What is told to the person: a level with its band, and where the next level is lost.
//!
//! # Levels
//! An ability has the level whose questions are nearest to it: those that the person knows with about an even
//! chance. Level 3 is from -0.5 to 0.5, each further one is 1 wide, and the outer ones are open: level 1 is
//! all below -1.5, level 5 all above 1.5. Levels are relative to the bank and to its authors' idea of them.

use super::{
    curve::{Answer, Curve},
    grid::Belief,
    select::LEAST_ANSWERS,
};

/// The abilities between one level and the next.
pub const THRESHOLDS: [f64; 4] = [-1.5, -0.5, 0.5, 1.5];
/// The chance with which the band holds the ability.
pub const BAND: f64 = 0.8;
/// Points that a topic must cost to be named.
const NAMED: f64 = 0.25;

/// A level with its uncertainty.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level {
    /// The level of the median ability, 1 to 5.
    pub level: u8,
    /// The levels of the band's lower and upper end.
    pub band: (u8, u8),
    /// The mean ability; 0 is the middle of level 3, and one level is 1 wide.
    pub ability: f64,
    /// Its standard deviation.
    pub sd: f64,
    /// The abilities between which the band lies.
    pub interval: (f64, f64),
    /// The chance of each level from 1 on; they sum to 1.
    pub chances: [f64; 5],
}

/// How a topic stands against what somebody of another level would score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Loss<'a> {
    /// The topic's id.
    pub topic: &'a str,
    /// Answers to its questions.
    pub answers: usize,
    /// Points that somebody of that level would on average have got more.
    pub points: f64,
}

/// The least part of the five levels that a drawn band takes, so that it can be seen.
const LEAST_SHARE: f64 = 0.05;

/// Where an ability stands on the five levels drawn side by side, 0.0 to 1.0: what lies beyond them stands at the end.
#[must_use]
pub fn share(ability: f64) -> f64 {
    let (from, to) = (-2.5, 2.5);
    ((ability - from) / (to - from)).clamp(0.0, 1.0)
}

/// The same of an interval, which is widened where it would hardly be seen.
#[must_use]
pub fn shares((low, high): (f64, f64)) -> (f64, f64) {
    let low = share(low).min(1.0 - LEAST_SHARE);
    (low, share(high).max(low + LEAST_SHARE))
}

/// The level of an ability, 1 to 5.
#[must_use]
pub fn level_of(ability: f64) -> u8 {
    THRESHOLDS.into_iter().fold(1, |level, threshold| level + u8::from(ability >= threshold))
}

/// The level that is believed after so many answers in this area; none below [`LEAST_ANSWERS`], which is
/// told as "not enough evidence yet".
#[must_use]
pub fn level(belief: &Belief, answers: usize) -> Option<Level> {
    if answers < LEAST_ANSWERS {
        return None;
    }
    let interval = belief.interval(BAND);
    let below = THRESHOLDS.map(|threshold| belief.below(threshold));
    let [one, two, three, four] = below;
    Some(Level {
        level: level_of(belief.quantile(0.5)),
        band: (level_of(interval.0), level_of(interval.1)),
        ability: belief.mean(),
        sd: belief.sd(),
        interval,
        // Rounding may leave less than nothing.
        chances: [one, two - one, three - two, four - three, 1.0 - four].map(|chance| chance.max(0.0)),
    })
}

/// The topics where the level above `level` (5: the same) is lost, the most costly first: for each the points
/// that an ability in the middle of that level would on average have got more on the same questions.
/// Topics that cost less than a quarter of a point are left out.
#[must_use]
pub fn losses<'a>(answers: &[(&'a str, &Curve, Answer)], level: u8) -> Vec<Loss<'a>> {
    let next = f64::from((level + 1).min(5)) - 3.0;
    let mut topics: Vec<Loss<'a>> = Vec::new();
    for (topic, curve, answer) in answers {
        let points = curve.credit(next) - curve.credit_of(*answer);
        match topics.iter_mut().find(|loss| loss.topic == *topic) {
            Some(loss) => {
                loss.answers += 1;
                loss.points += points;
            }
            None => topics.push(Loss { topic, answers: 1, points }),
        }
    }
    topics.retain(|loss| loss.points >= NAMED);
    topics.sort_by(|one, other| other.points.total_cmp(&one.points).then_with(|| one.topic.cmp(other.topic)));
    topics
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        estimate::{curve::Curves, format::Format, grid::Grid},
        grade::Grade,
    };

    #[test]
    fn levels_are_where_their_questions_are() {
        for level in 1..=5 {
            assert_eq!(level_of(f64::from(level) - 3.0), level);
        }
        assert_eq!([-9.0, -1.51, -1.5, 1.49, 1.5, 9.0].map(level_of), [1, 1, 2, 4, 5, 5]);
    }

    #[test]
    fn a_band_can_always_be_seen() {
        assert_eq!([-9.0, -2.5, 0.0, 2.5, 9.0].map(share), [0.0, 0.0, 0.5, 1.0, 1.0]);
        assert_eq!(shares((-0.5, 0.5)), (0.4, 0.6));
        for interval in [(-9.0, -8.0), (8.0, 9.0), (0.1, 0.1)] {
            let (low, high) = shares(interval);
            assert!(low >= 0.0 && high <= 1.0 && high - low >= LEAST_SHARE - 1e-12, "{low} {high}");
        }
    }

    #[test]
    fn below_five_answers_there_is_no_level() {
        let belief = Belief::normal(Grid::FINE, 0.0, 0.6);
        assert_eq!(level(&belief, 4), None);
        assert!(level(&belief, 5).is_some());
    }

    #[test]
    fn a_level_has_a_band_and_chances() {
        let level = level(&Belief::normal(Grid::FINE, 0.6, 0.6), 20).unwrap();
        assert_eq!((level.level, level.band), (4, (3, 4)));
        assert!((level.chances.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        // Of N(0.6, 0.6²) between 0.5 and 1.5, and below -1.5.
        assert!((level.chances[3] - 0.499).abs() < 2e-3, "{:?}", level.chances);
        assert!((level.chances[0] - 0.000_23).abs() < 1e-4);
        assert!((level.interval.0 - (0.6 - 1.2816 * 0.6)).abs() < 2e-3);
    }

    #[test]
    fn the_band_holds_the_level() {
        for mean in -60..=60 {
            for sd in [0.2, 0.6, 1.5] {
                let level = level(&Belief::normal(Grid::FINE, f64::from(mean) / 10.0, sd), 9).unwrap();
                assert!((level.band.0..=level.band.1).contains(&level.level));
            }
        }
    }

    #[test]
    fn topics_that_cost_most_come_first_and_those_that_cost_nothing_not_at_all() {
        let mut curves = Curves::default();
        let place = curves.place(3, &Format::chance(0.25));
        let curve = curves.get(place).unwrap();
        let (right, wrong) = (Answer::Graded(Grade::whole(true)), Answer::Graded(Grade::ZERO));
        let answers = [("good", right), ("bad", wrong), ("worse", wrong), ("good", right), ("worse", Answer::Unknown)];
        let answers: Vec<_> = answers.into_iter().map(|(topic, answer)| (topic, curve, answer)).collect();
        let losses = losses(&answers, 3);
        assert_eq!(
            losses.iter().map(|loss| (loss.topic, loss.answers)).collect::<Vec<_>>(),
            [("worse", 2), ("bad", 1)]
        );
        assert!((losses[0].points - 2.0 * curve.credit(1.0)).abs() < 1e-12);
    }
}
