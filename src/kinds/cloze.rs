//! `cloze`: blanks in prose or code.

use super::{Ask, Review, blanks};
use crate::dom::View;
use engine::kinds::{Response, cloze::Question};

/// To be answered.
pub fn open(question: &Question, ask: Ask) -> View {
    let hint = ask.more().cloze_hint;
    blanks::open(&question.0, ask, hint, Response::Cloze)
}

/// With its reasons.
pub fn review(question: &Question, review: &Review<'_>) -> View {
    blanks::review(&question.0, review)
}
