//! `cloze`: blanks in prose, code or a session, each typed or chosen; credit is right blanks of all blanks.

use super::{
    Kind,
    blanks::{self, Blanks},
};
use crate::{grade::Grade, notes::Reasons, rich::Rich};
use serde::{Deserialize, Serialize};

/// The body and its blanks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question(pub Blanks);

/// What stands in each blank.
pub type Response = blanks::Response;

impl Kind for Question {
    type Response = Response;
    type Draft = blanks::Draft;

    fn compile(draft: Self::Draft, rich: &mut dyn FnMut(&str) -> Rich) -> Result<(Self, Reasons), String> {
        blanks::read(draft, rich).map(|(blanks, reasons)| (Self(blanks), reasons))
    }

    /// Blanks stand where they stand.
    fn parts(&self) -> usize {
        0
    }

    /// One for each blank.
    fn reasons(&self) -> usize {
        self.0.list.len()
    }

    fn is_complete(&self, response: &Response) -> bool {
        self.0.is_complete(response)
    }

    /// See [`Blanks::grade`].
    fn grade(&self, response: &Response) -> Grade {
        self.0.grade(response)
    }

    fn solution(&self) -> Response {
        self.0.solution()
    }
}
