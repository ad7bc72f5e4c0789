//! `table`: blanks in the cells of a table.

use super::{Ask, Review, blanks};
use crate::dom::View;
use engine::kinds::{Response, table::Question};

/// To be answered.
pub fn open(question: &Question, ask: Ask) -> View {
    let hint = ask.more().table_hint;
    blanks::open(&question.0, ask, hint, Response::Table)
}

/// With its reasons.
pub fn review(question: &Question, review: &Review<'_>) -> View {
    blanks::review(&question.0, review)
}
