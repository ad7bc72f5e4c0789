//! `classify`: each item goes into one of a few groups; a point for each item in its group.

use super::{Kind, assign};
use crate::{grade::Grade, notes::Reasons, rich::Rich};
use serde::{Deserialize, Serialize};

/// The most characters of a group's name: it stands on a button.
const MOST_CHARACTERS: usize = 40;

/// The groups, the items and where each belongs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The groups' names, in the order in which they are shown.
    pub groups: Vec<Rich>,
    /// The items, in the bank's order.
    pub items: Vec<Rich>,
    /// For each item the place of its group.
    pub key: Vec<u8>,
}

/// For each item the place of the chosen group.
pub type Response = assign::Response;

/// The fields as their author writes them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    group: Vec<String>,
    item: Vec<Item>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Item {
    text: String,
    group: String,
    why: String,
}

impl Kind for Question {
    type Response = Response;
    type Draft = Draft;

    fn compile(draft: Draft, rich: &mut dyn FnMut(&str) -> Rich) -> Result<(Self, Reasons), String> {
        if !(2..=5).contains(&draft.group.len()) {
            return Err(format!("it has {} groups; give it 2 to 5", draft.group.len()));
        }
        let mut groups = Vec::new();
        for name in &draft.group {
            let known = groups.len();
            if assign::place_of(assign::read_choice(name, MOST_CHARACTERS, rich)?, &mut groups) < known {
                return Err(format!("the group {name:?} is there twice; drop one"));
            }
        }
        let things: Vec<_> = draft.item.iter().map(|item| (item.text.as_str(), item.why.as_str())).collect();
        let (items, parts) = assign::read_things("items", (3, 8), &things, rich)?;
        let mut key = Vec::new();
        for item in &draft.item {
            let Some(place) = draft.group.iter().position(|name| *name == item.group) else {
                let groups = draft.group.join(", ");
                return Err(format!("{:?} is in no group that there is; write one of: {groups}", item.text));
            };
            key.extend(u8::try_from(place));
        }
        if let Some(name) = draft.group.iter().find(|name| draft.item.iter().all(|item| item.group != **name)) {
            return Err(format!("no item belongs to the group {name:?}; add one or drop the group"));
        }
        Ok((Self { groups, items, key }, Reasons { parts, traps: Vec::new() }))
    }

    /// The items are shown in any order, the groups as they were written.
    fn parts(&self) -> usize {
        self.items.len()
    }

    fn is_complete(&self, response: &Response) -> bool {
        assign::is_complete(&self.key, self.groups.len(), response)
    }

    /// A point for each item in its group, of as many points as there are items.
    fn grade(&self, response: &Response) -> Grade {
        assign::grade(&self.key, response)
    }

    fn solution(&self) -> Response {
        assign::solution(&self.key)
    }
}
