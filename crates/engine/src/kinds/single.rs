//! `single`: one right option among several.

use super::{
    Kind,
    choice::{Choice, ChoiceDraft, choices},
};
use crate::{grade::Grade, rich::Rich};
use serde::{Deserialize, Serialize};

/// The options and which of them is right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The options, in the bank's order.
    pub options: Vec<Choice>,
    /// The place of the right one.
    pub key: u8,
}

/// The place of the chosen option in the bank.
pub type Response = u8;

/// The fields as their author writes them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    option: Vec<ChoiceDraft>,
}

impl Kind for Question {
    type Response = Response;
    type Draft = Draft;

    fn compile(draft: Draft, rich: &mut dyn FnMut(&str) -> Rich) -> Result<Self, String> {
        match choices(draft.option, (3, 6), rich)? {
            (options, keys) if keys.len() == 1 => Ok(Self { options, key: keys.first().copied().unwrap_or_default() }),
            (_, keys) => Err(format!("{} options are marked `key = true`; mark exactly one", keys.len())),
        }
    }

    fn parts(&self) -> usize {
        self.options.len()
    }

    fn is_complete(&self, response: &Response) -> bool {
        usize::from(*response) < self.options.len()
    }

    fn grade(&self, response: &Response) -> Grade {
        Grade::whole(*response == self.key)
    }

    fn solution(&self) -> Response {
        self.key
    }
}
