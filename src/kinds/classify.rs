//! `classify`: a row of radio buttons for each item.

use super::{Ask, Review, assign};
use crate::dom::View;
use engine::kinds::classify::Question;

/// To be answered.
pub fn open(question: &Question, ask: Ask) -> View {
    let shown = ask.shown.clone();
    assign::open(ask, true, (&question.items, shown), (&question.groups, assign::in_order(&question.groups)))
}

/// With its reasons.
pub fn review(question: &Question, review: Review<'_>) -> View {
    let parts = (question.items.as_slice(), question.groups.as_slice(), question.key.as_slice());
    assign::look_back(parts, &review.shown, &review, &|_| None)
}
