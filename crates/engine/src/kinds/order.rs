//! `order`: things to be put in order; credit grows with the longest part that is in order.

use super::{
    Kind,
    draft::{PartDraft, read_parts},
};
use crate::{grade::Grade, notes::Reasons, rich::Rich};
use serde::{Deserialize, Serialize};

/// The things, in their right order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// At least two things, in their right order.
    pub items: Vec<Rich>,
}

/// The places in the bank of all things, in the order that the person gave them.
pub type Response = Vec<u8>;

/// The fields as their author writes them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    item: Vec<PartDraft>,
}

impl Kind for Question {
    type Response = Response;
    type Draft = Draft;

    fn compile(draft: Draft, rich: &mut dyn FnMut(&str) -> Rich) -> Result<(Self, Reasons), String> {
        let (items, keys, reasons) = read_parts(draft.item, (3, 7), rich)?;
        if !keys.is_empty() {
            return Err("items have no `key`; write them in the right order".into());
        }
        Ok((Self { items }, reasons))
    }

    fn parts(&self) -> usize {
        self.items.len()
    }

    fn may_be_shown(&self, places: &[u8]) -> bool {
        places != self.solution()
    }

    fn is_complete(&self, response: &Response) -> bool {
        let mut places = response.clone();
        places.sort_unstable();
        places.iter().map(|place| usize::from(*place)).eq(0..self.items.len())
    }

    /// With `n` things, of which the longest common subsequence with the key holds `l`, the credit
    /// is `(l - 1) / (n - 1)`: the right order gets all, its reverse gets nothing.
    fn grade(&self, response: &Response) -> Grade {
        let of = self.items.len().saturating_sub(1);
        let kept = if self.is_complete(response) { longest_increasing(response) } else { 0 };
        Grade::new(kept.saturating_sub(1), of)
    }

    fn solution(&self) -> Response {
        (0..self.items.len()).filter_map(|place| u8::try_from(place).ok()).collect()
    }
}

/// The length of the longest increasing subsequence, which for a permutation is the longest
/// common subsequence with the sorted order (patience sorting).
fn longest_increasing(places: &[u8]) -> usize {
    let mut piles: Vec<u8> = Vec::new();
    for place in places {
        let at = piles.partition_point(|top| top < place);
        match piles.get_mut(at) {
            Some(top) => *top = *place,
            None => piles.push(*place),
        }
    }
    piles.len()
}
