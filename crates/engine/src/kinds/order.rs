//! `order`: things to be put in order, which may leave some free; credit grows with the largest part in order.

use super::{
    Kind,
    draft::{PartDraft, read_parts},
};
use crate::{grade::Grade, notes::Reasons, rich::Rich};
use serde::{Deserialize, Serialize};

/// The most things: what a grade looks at doubles with each.
const MOST: usize = 7;

/// The things, in their right order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Three to seven things, in a right order.
    pub items: Vec<Rich>,
    /// Where other orders are right too: every pair of places of which the first must come before the
    /// second, also where a third stands between. Empty where the listed order alone is right.
    pub before: Vec<(u8, u8)>,
}

/// The places in the bank of all things, in the order that the person gave them.
pub type Response = Vec<u8>;

/// The fields as their author writes them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    item: Vec<ItemDraft>,
}

/// A thing as its author writes it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemDraft {
    text: String,
    why: String,
    #[serde(default)]
    key: bool,
    /// What `after` of others calls it.
    name: Option<String>,
    /// The names of those that must come before it.
    after: Option<Vec<String>>,
}

impl Kind for Question {
    type Response = Response;
    type Draft = Draft;

    fn compile(draft: Draft, rich: &mut dyn FnMut(&str) -> Rich) -> Result<(Self, Reasons), String> {
        let before = read_before(&draft.item)?;
        let parts = draft.item.into_iter().map(|ItemDraft { text, why, key, .. }| PartDraft { text, why, key });
        let (items, keys, reasons) = read_parts(parts.collect(), (3, MOST), rich)?;
        if !keys.is_empty() {
            return Err("items have no `key`; write them in the right order".into());
        }
        Ok((Self { items, before }, reasons))
    }

    fn parts(&self) -> usize {
        self.items.len()
    }

    fn may_be_shown(&self, places: &[u8]) -> bool {
        let at = |place: &u8| places.iter().position(|shown| shown == place);
        if self.before.is_empty() {
            !places.is_sorted()
        } else {
            self.before.iter().any(|(early, late)| at(early) > at(late))
        }
    }

    fn is_complete(&self, response: &Response) -> bool {
        let mut places = response.clone();
        places.sort_unstable();
        places.iter().map(|place| usize::from(*place)).eq(0..self.items.len())
    }

    /// With `n` things, of which `l` are the most that stand in order among themselves, and `w` the
    /// most that do so in the worst order (those that are all free of each other; 1 where none are),
    /// the credit is `(l - w) / (n - w)`: any right order gets all, its reverse gets nothing.
    fn grade(&self, response: &Response) -> Grade {
        let at = |place| response.iter().position(|given| *given == place);
        let free = self.largest(&|early, late| self.must(early, late));
        let kept = if self.is_complete(response) {
            self.largest(&|early, late| self.must(early, late) && at(early) > at(late))
        } else {
            0
        };
        Grade::new(kept.saturating_sub(free), self.items.len().saturating_sub(free))
    }

    fn solution(&self) -> Response {
        (0..self.items.len()).filter_map(|place| u8::try_from(place).ok()).collect()
    }
}

impl Question {
    /// Whether one thing must come before another.
    #[must_use]
    pub fn must(&self, early: u8, late: u8) -> bool {
        if self.before.is_empty() { early < late } else { self.before.contains(&(early, late)) }
    }

    /// The things that may stand before or after this one.
    #[must_use]
    pub fn free(&self, place: u8) -> Vec<u8> {
        self.solution()
            .into_iter()
            .filter(|other| *other != place && !self.must(*other, place) && !self.must(place, *other))
            .collect()
    }

    /// The pairs that stand the wrong way round, without those that follow from others.
    #[must_use]
    pub fn violated(&self, response: &Response) -> Vec<(u8, u8)> {
        let at = |place| response.iter().position(|given| *given == place);
        let follows = |early, late| self.solution().iter().any(|one| self.must(early, *one) && self.must(*one, late));
        let all = self.solution();
        let pairs = all.iter().flat_map(|late| all.iter().map(|early| (*early, *late)));
        pairs
            .filter(|(early, late)| self.must(*early, *late) && at(*early) > at(*late) && !follows(*early, *late))
            .collect()
    }

    /// How many things there can be of which no two clash.
    fn largest(&self, clash: &dyn Fn(u8, u8) -> bool) -> usize {
        let all: Vec<u8> = self.solution().into_iter().take(MOST).collect();
        let holds = |set: u32, place: u8| set >> place & 1 == 1;
        let fits = |set: &u32| {
            let chosen = || all.iter().copied().filter(|place| holds(*set, *place));
            !chosen().any(|one| chosen().any(|other| clash(one, other)))
        };
        (0..1_u32 << all.len()).filter(fits).map(|set| set.count_ones() as usize).max().unwrap_or_default()
    }
}

/// Reads what must come before what; empty where no item says.
fn read_before(items: &[ItemDraft]) -> Result<Vec<(u8, u8)>, String> {
    let partial = items.iter().any(|item| item.after.is_some());
    for (place, item) in items.iter().enumerate() {
        let Some(name) = &item.name else { continue };
        if !partial {
            return Err(format!("nothing comes `after` {name:?}; drop its `name`, or say what does"));
        }
        if items.iter().take(place).any(|other| other.name.as_ref() == Some(name)) {
            return Err(format!("two items have the name {name:?}; give one of them another"));
        }
    }
    let mut before: Vec<(u8, u8)> = Vec::new();
    for (late, item) in (0..).zip(items) {
        for name in item.after.iter().flatten() {
            let found = (0..late).zip(items).find(|(_, other)| other.name.as_ref() == Some(name));
            let Some((early, _)) = found else {
                return Err(if items.iter().any(|other| other.name.as_ref() == Some(name)) {
                    format!(
                        "{:?} must come after {name:?} but does not stand below it; write the items in an order \
                         that is right, and let no item wait for itself in a circle",
                        item.text
                    )
                } else {
                    format!("{:?} comes after {name:?}, which no item has as its `name`; write one", item.text)
                });
            };
            // Whatever must come before that one must come before this one too.
            let earlier = before.iter().filter(|pair| pair.1 == early).map(|pair| pair.0).chain([early]);
            let fresh: Vec<(u8, u8)> = earlier.map(|early| (early, late)).collect();
            before.extend(fresh);
        }
    }
    before.sort_unstable();
    before.dedup();
    if partial && before.is_empty() {
        return Err("no item comes after another, so every order would be right; name some in `after`".into());
    }
    if before.len() == items.len() * items.len().saturating_sub(1) / 2 {
        before.clear(); // Nothing is free: the listed order says it all.
    }
    Ok(before)
}
