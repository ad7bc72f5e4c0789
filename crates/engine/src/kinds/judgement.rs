//! `judgement`: a situation and responses to it, to be rated or ranked; credit falls with the distance to the key.

use super::{
    Kind,
    draft::{PartDraft, read_parts},
};
use crate::{grade::Grade, notes::Reasons, rich::Rich};
use serde::{Deserialize, Serialize};

/// The best rating; the worst is 1.
pub const BEST: u8 = 5;

/// The responses and how good each is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What somebody could do or say, in the bank's order.
    pub options: Vec<Rich>,
    /// How they are judged.
    pub scale: Scale,
    /// For each, its rating from 1 to 5, or its rank from 1, the best, on.
    pub key: Vec<u8>,
}

/// How responses are judged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scale {
    /// Each for itself, from 1 to 5.
    #[default]
    Rate,
    /// Against each other, the best first.
    Rank,
}

/// What a person thinks of the responses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Response {
    /// The rating of each, by its place in the bank; none where there is none yet.
    Rated(Vec<Option<u8>>),
    /// The places in the bank of all responses, from the best to the worst.
    Ranked(Vec<u8>),
}

/// The fields as their author writes them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    #[serde(default)]
    scale: Scale,
    response: Vec<ResponseDraft>,
}

/// A response as its author writes it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ResponseDraft {
    text: String,
    why: String,
    key: u8,
}

impl Kind for Question {
    type Response = Response;
    type Draft = Draft;

    fn compile(draft: Draft, rich: &mut dyn FnMut(&str) -> Rich) -> Result<(Self, Reasons), String> {
        let key: Vec<u8> = draft.response.iter().map(|response| response.key).collect();
        let parts =
            draft.response.into_iter().map(|ResponseDraft { text, why, .. }| PartDraft { text, why, key: false });
        let (options, _, reasons) = read_parts(parts.collect(), (3, 6), rich)?;
        let question = Self { options, scale: draft.scale, key };
        question.check_key()?;
        Ok((question, reasons))
    }

    fn parts(&self) -> usize {
        self.options.len()
    }

    fn may_be_shown(&self, places: &[u8]) -> bool {
        self.scale == Scale::Rate || !places.iter().map(|place| self.key.get(usize::from(*place))).is_sorted()
    }

    fn is_complete(&self, response: &Response) -> bool {
        match (self.scale, response) {
            (Scale::Rate, Response::Rated(ratings)) => {
                ratings.len() == self.options.len() && self.given(response).iter().all(Option::is_some)
            }
            (Scale::Rank, Response::Ranked(places)) => {
                let mut places = places.clone();
                places.sort_unstable();
                places.iter().map(|place| usize::from(*place)).eq(0..self.options.len())
            }
            _ => false,
        }
    }

    /// Rated: of two points for each response, its distance to the key is taken off, never below 0.
    ///
    /// Ranked: with `n` responses and `d` the sum of their distances to the key, which is at most
    /// `m = n² / 2`, rounded down, the credit is `(m - 2 d) / m`, never below 0: a reversed order gets
    /// nothing, and on average neither does one by chance.
    fn grade(&self, response: &Response) -> Grade {
        let off = self.given(response).into_iter().zip(&self.key).map(|(given, key)| Some(given?.abs_diff(*key)));
        if self.scale == Scale::Rate {
            let got = off.map(|off| off.map_or(0, |off| usize::from(2_u8.saturating_sub(off)))).sum();
            return Grade::new(got, 2 * self.key.len());
        }
        let most = self.key.len() * self.key.len() / 2;
        let sum = if self.is_complete(response) { off.flatten().map(usize::from).sum() } else { most };
        Grade::new(most.saturating_sub(2 * sum), most)
    }

    fn solution(&self) -> Response {
        match self.scale {
            Scale::Rate => Response::Rated(self.key.iter().copied().map(Some).collect()),
            Scale::Rank => Response::Ranked(self.ranked()),
        }
    }
}

impl Question {
    /// For each response what it was given: its rating, or its rank from 1 on.
    #[must_use]
    pub fn given(&self, response: &Response) -> Vec<Option<u8>> {
        let rank = |places: &[u8], place: usize| {
            let at = places.iter().position(|given| usize::from(*given) == place)?;
            u8::try_from(at + 1).ok()
        };
        let of = |place: usize| match (self.scale, response) {
            (Scale::Rate, Response::Rated(ratings)) => {
                ratings.get(place).copied().flatten().filter(|rating| (1..=BEST).contains(rating))
            }
            (Scale::Rank, Response::Ranked(places)) => rank(places, place),
            _ => None,
        };
        (0..self.options.len()).map(of).collect()
    }

    /// The places from the best response to the worst.
    #[must_use]
    pub fn ranked(&self) -> Vec<u8> {
        let at = |rank| self.key.iter().position(|key| *key == rank);
        (1..=self.key.len()).filter_map(|rank| u8::try_from(at(u8::try_from(rank).ok()?)?).ok()).collect()
    }

    fn check_key(&self) -> Result<(), String> {
        if self.scale == Scale::Rank {
            let mut ranks = self.key.clone();
            ranks.sort_unstable();
            let right = ranks.iter().map(|rank| usize::from(*rank)).eq(1..=self.options.len());
            return if right {
                Ok(())
            } else {
                Err("the keys are no ranks; give each from 1, the best, on once".into())
            };
        }
        if let Some(key) = self.key.iter().find(|key| !(1..=BEST).contains(*key)) {
            return Err(format!("its key {key} is no rating; use 1 (makes it worse) to 5 (helps most)"));
        }
        for rating in 1..=BEST {
            let Grade { got, of } = self.grade(&Response::Rated(vec![Some(rating); self.key.len()]));
            if u32::from(got) * 3 > u32::from(of) * 2 {
                return Err(format!("rating each response {rating} gets {got} of {of} points; let them differ more"));
            }
        }
        Ok(())
    }
}
