//! A sitting: questions asked one after the other, and what is believed after each.

use plumb_engine::{
    estimate::{Answer, Belief, Candidate, Curve, Evidence, Model, next, select::EXACT},
    grade::Grade,
};

use crate::people::{Dice, ITEMS};

/// What the program knows of a question.
#[derive(Clone, Copy)]
pub enum Known<'a> {
    /// Its true parameters.
    Model(&'a Model),
    /// Its level and its form.
    Curve(&'a Curve),
}

/// In which order questions are asked.
#[derive(Clone, Copy, PartialEq)]
pub enum Order {
    /// The most telling one next, or one that is within this share of it; topics take turns where there are several.
    Adaptive { topics: usize, room: f64 },
    /// Any.
    Random,
}

/// What is believed after an answer.
pub struct Step {
    /// The question.
    pub item: usize,
    /// Its score.
    pub score: usize,
    pub belief: Belief,
}

impl Known<'_> {
    fn information(self, theta: f64) -> f64 {
        match self {
            Self::Model(model) => model.information(theta),
            Self::Curve(curve) => curve.information(theta),
        }
    }

    pub fn tell(self, score: usize, steps: usize, evidence: &mut Evidence) {
        match self {
            Self::Model(model) => evidence.add(|theta| model.chance(score, theta)),
            Self::Curve(curve) => curve.tell(Answer::Graded(Grade::new(score, steps)), evidence),
        }
    }
}

/// Asks until `last` says so or nothing is left. `answers` are those to all questions.
pub fn sit(
    known: &[Known<'_>],
    answers: &[(usize, usize)],
    prior: &Belief,
    order: Order,
    dice: &mut Dice,
    last: impl Fn(usize, &Belief) -> bool,
) -> Vec<Step> {
    let seed = dice.any().to_string();
    let ids: Vec<String> = (0..ITEMS).map(|item| item.to_string()).collect();
    let mut evidence = Evidence::new(prior.grid());
    let mut steps: Vec<Step> = Vec::new();
    let mut theta = prior.mean();
    let room = if let Order::Adaptive { room, .. } = order { room } else { EXACT };
    loop {
        let topic = |item: usize| match order {
            Order::Adaptive { topics, .. } => item / 5 % topics,
            Order::Random => 0,
        };
        let asked = |topic_of: usize| steps.iter().filter(|step| topic(step.item) == topic_of).count();
        let left: Vec<usize> = (0..known.len()).filter(|item| steps.iter().all(|step| step.item != *item)).collect();
        let information = |item: usize| match order {
            Order::Adaptive { .. } => known.get(item).map_or(0.0, |known| known.information(theta)),
            Order::Random => 1.0,
        };
        let candidate = |item: &usize| {
            let topic = topic(*item);
            let (id, name) = (ids.get(*item)?, ids.get(topic)?);
            let asked = if order == Order::Random { 0 } else { asked(topic) };
            Some(Candidate { id, topic: name, information: information(*item), asked, seen: None })
        };
        let candidates: Vec<Candidate<'_>> = left.iter().filter_map(candidate).collect();
        let chosen = next(&candidates, room, &seed, 0).and_then(|place| left.get(place)).copied();
        let Some((item, (known, answer))) =
            chosen.and_then(|item| Some((item, (known.get(item)?, answers.get(item)?))))
        else {
            return steps;
        };
        known.tell(answer.0, answer.1, &mut evidence);
        let belief = prior.after(&evidence);
        theta = belief.mean();
        let is_last = last(steps.len() + 1, &belief);
        steps.push(Step { item, score: answer.0, belief });
        if is_last {
            return steps;
        }
    }
}
