//! What all attempts tell of each area and each skill.
//!
//! # Which answers count
//! Those of attempts of the last 180 days, each question once: its newest answer in an assessment, else its first
//! answer in any other attempt of that time, for a question that came again measures memory, not depth. Answers
//! for which hints were shown do not count, nor do questions that are no longer in the bank.

use super::{
    curve::Answer,
    grid::{Belief, Evidence, Grid},
    joint::{joint, prior},
    scale::Scale,
    select::LEAST_ANSWERS,
};
use crate::{
    bank::{Catalogue, Skill},
    fold::{self, Attempt},
    sorted::Map,
};

/// How long an answer counts, in milliseconds: 180 days.
pub const COUNTS: u64 = 180 * 86_400_000;
/// The share of a belief that answers must have moved elsewhere to have told something: as much as a standard
/// deviation that is 2 % smaller, or a mean that is a fortieth of one further on.
const MOVED: f64 = 0.01;

/// What a level rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// At least [`LEAST_ANSWERS`] answers of its own.
    Measured,
    /// Fewer, but the answers in other areas tell something.
    Inferred,
    /// Nothing.
    Unknown,
}

/// Where the person stands in an area or a skill.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// What is believed of the ability.
    pub belief: Belief,
    /// How many answers of its own count.
    pub answers: usize,
    /// What that rests on.
    pub basis: Basis,
}

/// The answers of one area that count, by question; none for one that tells nothing, as hints were shown.
type Answers = Map<Option<Answer>>;

/// Where the person stands in each area of the catalogue, in its order; `now` is in milliseconds since 1970 (UTC).
/// Answers count as far as `scale` has the questions.
#[must_use]
pub fn areas(catalogue: &Catalogue, attempts: &Map<Attempt>, scale: &Scale, now: u64) -> Vec<Standing> {
    let counted = counted(attempts, now);
    let evidence: Vec<Evidence> =
        catalogue.areas.iter().map(|area| evidence(&area.id, counted.get(&area.id), scale)).collect();
    let enough = evidence.iter().map(Evidence::answers).sum::<usize>() >= LEAST_ANSWERS;
    let before = prior();
    let standing = |(evidence, belief): (&Evidence, Belief)| {
        let answers = evidence.answers();
        let basis = if answers >= LEAST_ANSWERS {
            Basis::Measured
        } else if enough && belief.distance(&before) >= MOVED {
            Basis::Inferred
        } else {
            Basis::Unknown
        };
        Standing { belief, answers, basis }
    };
    evidence.iter().zip(joint(&evidence)).map(standing).collect()
}

/// Where the person stands in each skill that has areas, in the order of [`Skill::ALL`]; `areas` are those of
/// [`areas`]. Of several areas it is the mean of the abilities, as unsure as if all were wrong to the same side.
#[must_use]
pub fn skills(catalogue: &Catalogue, areas: &[Standing]) -> Vec<(Skill, Standing)> {
    let standing = |skill: Skill| {
        let of_skill = catalogue.areas.iter().zip(areas).filter(|(area, _)| area.skill == skill);
        together(&of_skill.map(|(_, standing)| standing).collect::<Vec<_>>()).map(|standing| (skill, standing))
    };
    Skill::ALL.into_iter().filter_map(standing).collect()
}

fn together(areas: &[&Standing]) -> Option<Standing> {
    let (first, more) = areas.split_first()?;
    if more.is_empty() {
        return Some((*first).clone());
    }
    let count = f64::from(u32::try_from(areas.len()).unwrap_or(u32::MAX));
    let mean = |of: fn(&Belief) -> f64| areas.iter().map(|area| of(&area.belief)).sum::<f64>() / count;
    let answers = areas.iter().map(|area| area.answers).sum();
    let told = areas.iter().any(|area| area.basis != Basis::Unknown);
    let basis = match (answers >= LEAST_ANSWERS, told) {
        (true, _) => Basis::Measured,
        (false, true) => Basis::Inferred,
        (false, false) => Basis::Unknown,
    };
    Some(Standing { belief: Belief::normal(Grid::FINE, mean(Belief::mean), mean(Belief::sd)), answers, basis })
}

/// For each area the answers that count.
fn counted(attempts: &Map<Attempt>, now: u64) -> Map<Answers> {
    let mut areas: Map<Answers> = Map::default();
    let recent = |attempt: &&Attempt| attempt.record.until().saturating_add(COUNTS) > now;
    for attempt in fold::by_time(attempts).into_iter().filter(recent) {
        let assessed = attempt.record.quiz.mode.rules().adapts();
        for (asked, slot) in attempt.slots().filter(|(_, slot)| slot.grade.is_some()) {
            let Some(answers) = areas.entry(&asked.area) else { continue };
            if assessed || answers.get(&asked.id).is_none() {
                answers.insert(asked.id.clone(), Answer::of(slot));
            }
        }
    }
    areas
}

fn evidence(area: &str, answers: Option<&Answers>, scale: &Scale) -> Evidence {
    let mut evidence = Evidence::new(Grid::FINE);
    for (id, answer) in answers.into_iter().flat_map(Map::iter) {
        if let Some((curve, answer)) = scale.of(area, id).zip(*answer) {
            curve.tell(answer, &mut evidence);
        }
    }
    evidence
}

#[cfg(test)]
mod tests;
