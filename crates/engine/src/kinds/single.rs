//! `single`: one right option among several.

use super::{
    Kind,
    draft::{PartDraft, read_parts},
};
use crate::{grade::Grade, notes::Reasons, rich::Rich};
use serde::{Deserialize, Serialize};

/// The options and which of them is right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The options, in the bank's order.
    pub options: Vec<Rich>,
    /// The place of the right one.
    pub key: u8,
}

/// The place of the chosen option in the bank.
pub type Response = u8;

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
        let (options, keys, reasons) = read_parts(draft.option, (3, 6), rich)?;
        match keys.as_slice() {
            [key] => Ok((Self { options, key: *key }, reasons)),
            _ => Err(format!("{} options are marked `key = true`; mark exactly one", keys.len())),
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
