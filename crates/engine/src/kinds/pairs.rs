//! `match`: each thing on the left gets its partner from the right; a point for each right pair.

use super::{Kind, assign};
use crate::{grade::Grade, notes::Reasons, rich::Rich};
use serde::{Deserialize, Serialize};

/// The most characters of a right side: it is an entry in a list of choices.
const MOST_CHARACTERS: usize = 80;
/// The most right sides that fit nothing.
const MOST_DISTRACTORS: usize = 4;

/// Both sides and what belongs together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The left sides, in the bank's order.
    pub left: Vec<Rich>,
    /// The right sides, each once: first those that fit, then the distractors.
    pub right: Vec<Rich>,
    /// For each left side the place of its right one.
    pub key: Vec<u8>,
}

/// For each left side the place of the chosen right one.
pub type Response = assign::Response;

/// The fields as their author writes them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    pair: Vec<Pair>,
    #[serde(default)]
    distractor: Vec<Distractor>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    left: String,
    right: String,
    why: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Distractor {
    text: String,
    why: String,
}

impl Question {
    /// The distractors with their places on the right, in the bank's order.
    pub fn distractors(&self) -> impl Iterator<Item = (u8, &Rich)> {
        (0..).zip(&self.right).skip(self.partners())
    }

    /// The place of a distractor's reason: those of the pairs come first.
    #[must_use]
    pub fn reason_of(&self, distractor: u8) -> u8 {
        let before = self.left.len().saturating_sub(self.partners());
        u8::try_from(before).map_or(u8::MAX, |before| distractor.saturating_add(before))
    }

    /// How many right sides have a partner.
    fn partners(&self) -> usize {
        self.key.iter().max().map_or(0, |last| usize::from(*last) + 1)
    }
}

impl Kind for Question {
    type Response = Response;
    type Draft = Draft;

    fn compile(draft: Draft, rich: &mut dyn FnMut(&str) -> Rich) -> Result<(Self, Reasons), String> {
        let things: Vec<_> = draft.pair.iter().map(|pair| (pair.left.as_str(), pair.why.as_str())).collect();
        let (left, mut parts) = assign::read_things("pairs", (3, 7), &things, rich)?;
        let (mut right, mut key) = (Vec::new(), Vec::new());
        for pair in &draft.pair {
            let place = assign::place_of(assign::read_choice(&pair.right, MOST_CHARACTERS, rich)?, &mut right);
            key.extend(u8::try_from(place));
        }
        if right.len() < 2 {
            return Err("all its pairs have the same right side; give them at least two different ones".into());
        }
        if draft.distractor.len() > MOST_DISTRACTORS {
            let count = draft.distractor.len();
            return Err(format!("it has {count} distractors; give it at most {MOST_DISTRACTORS}"));
        }
        for Distractor { text, why } in &draft.distractor {
            let known = right.len();
            let choice = assign::read_choice(text, MOST_CHARACTERS, rich)?;
            if assign::place_of(choice, &mut right) < known {
                return Err(format!("the distractor {text:?} is on the right side already; drop or change it"));
            }
            parts.push(super::draft::read_reason(text, why, rich)?);
        }
        Ok((Self { left, right, key }, Reasons { parts, traps: Vec::new() }))
    }

    /// The right sides are shown in any order, the left ones as they were written.
    fn parts(&self) -> usize {
        self.right.len()
    }

    /// One for each pair, then one for each distractor.
    fn reasons(&self) -> usize {
        self.left.len() + self.distractors().count()
    }

    fn is_complete(&self, response: &Response) -> bool {
        assign::is_complete(&self.key, self.right.len(), response)
    }

    /// A point for each left side with its right one, of as many points as there are left sides.
    fn grade(&self, response: &Response) -> Grade {
        assign::grade(&self.key, response)
    }

    fn solution(&self) -> Response {
        assign::solution(&self.key)
    }
}
