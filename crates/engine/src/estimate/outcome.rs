//! What an assessment came to.

use super::{
    curve::{Answer, Curve},
    grid::{Belief, Evidence, Grid},
    joint::prior,
    report::{self, Level, Loss},
    scale::Scale,
};
use crate::fold::Attempt;

/// What an attempt tells of the ability in its area, by its own answers alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome<'a> {
    /// The answers that count: graded, without hints, to questions whose curve is known.
    pub answers: usize,
    /// What is believed after them.
    pub belief: Belief,
    /// The level; none after too few answers.
    pub level: Option<Level>,
    /// The topics where the next level is lost, the most costly first; none where there is no level.
    pub losses: Vec<Loss<'a>>,
}

/// What an attempt came to on a scale that knows the questions of its area.
#[must_use]
pub fn outcome<'a>(attempt: &'a Attempt, scale: &Scale) -> Outcome<'a> {
    let answer = |(asked, slot)| -> Option<(&'a str, &Curve, Answer)> {
        let asked: &crate::record::Asked = asked;
        Some((&asked.topic, scale.of(&asked.area, &asked.id)?, Answer::of(slot)?))
    };
    let answers: Vec<(&str, &Curve, Answer)> = attempt.slots().filter_map(answer).collect();
    let mut evidence = Evidence::new(Grid::FINE);
    answers.iter().for_each(|(_, curve, answer)| curve.tell(*answer, &mut evidence));
    let belief = prior().after(&evidence);
    let level = report::level(&belief, answers.len());
    let losses = level.map(|level| report::losses(&answers, level.level)).unwrap_or_default();
    Outcome { answers: answers.len(), belief, level, losses }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{action::Action, kinds::samples, modes::Mode, quiz::Quiz, session::Session};
    use std::sync::Arc;

    fn attempt(right: impl Fn(usize) -> bool, most: usize) -> Attempt {
        let mut quiz = Quiz::new("sample", "s", 25);
        quiz.mode = Mode::Assessment;
        let mut session = Session::assess(Arc::new(samples::bank()), quiz, "a1".into(), 0).unwrap();
        for _ in 0..most {
            let Some(item) = session.next(0) else { break };
            if right(item) {
                let response = session.item(item).unwrap().question.solution();
                session.apply(Action::Respond { item, response }, 0).unwrap();
                session.apply(Action::Submit { item }, 0).unwrap();
            } else {
                session.apply(Action::GiveUp { item }, 0).unwrap();
            }
        }
        Attempt::new(session.record().clone())
    }

    fn scale() -> Scale {
        let mut scale = Scale::default();
        scale.add(&samples::bank());
        scale
    }

    #[test]
    fn who_knows_all_stands_above_who_knows_nothing() {
        let scale = scale();
        let (all, none) = (attempt(|_| true, 10), attempt(|_| false, 10));
        let [all, none] = [&all, &none].map(|attempt| outcome(attempt, &scale).level.unwrap());
        assert!(all.level > none.level && all.band.0 > none.band.1, "{all:?} {none:?}");
    }

    #[test]
    fn below_five_answers_nothing_is_told() {
        let scale = scale();
        let attempt = attempt(|_| true, 4);
        let outcome = outcome(&attempt, &scale);
        assert_eq!((outcome.answers, outcome.level, outcome.losses.len()), (4, None, 0));
        assert!(outcome.belief.mean() > 0.0);
    }

    #[test]
    fn topics_that_were_not_known_are_named() {
        let scale = scale();
        let attempt = attempt(|item| item % 2 == 0, 10);
        let outcome = outcome(&attempt, &scale);
        let lost: f64 = outcome.losses.iter().map(|loss| loss.points).sum();
        assert!(lost > 0.5, "{outcome:?}");
        assert!(outcome.losses.is_sorted_by(|one, other| one.points >= other.points));
    }
}
