//! `multiple`: any number of right options; credit is right choices minus wrong ones, never below 0.

use super::{
    Kind,
    draft::{PartDraft, read_parts},
};
use crate::{grade::Grade, notes::Reasons, rich::Rich, sorted::Set};
use serde::{Deserialize, Serialize};

/// The options and which of them are right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The options, in the bank's order.
    pub options: Vec<Rich>,
    /// The places of the right ones; at least one.
    pub keys: Set<u8>,
}

/// The places of the chosen options in the bank.
pub type Response = Set<u8>;

/// The fields as their author writes them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    option: Vec<PartDraft>,
}

impl Kind for Question {
    type Response = Response;
    type Draft = Draft;

    fn compile(draft: Draft, rich: &mut dyn FnMut(&str) -> Rich) -> Result<(Self, Reasons), String> {
        let (options, keys, reasons) = read_parts(draft.option, (4, 6), rich)?;
        if keys.is_empty() || keys.len() == options.len() {
            return Err("mark at least one option with `key = true`, and leave at least one unmarked".into());
        }
        Ok((Self { options, keys: keys.into_iter().collect() }, reasons))
    }

    fn parts(&self) -> usize {
        self.options.len()
    }

    fn is_complete(&self, response: &Response) -> bool {
        !response.is_empty() && response.iter().all(|place| usize::from(*place) < self.options.len())
    }

    fn grade(&self, response: &Response) -> Grade {
        let right = response.iter().filter(|place| self.keys.contains(*place)).count();
        let wrong = response.len() - right;
        Grade::new(right.saturating_sub(wrong), self.keys.len())
    }

    fn solution(&self) -> Response {
        self.keys.clone()
    }
}
