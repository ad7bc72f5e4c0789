//! `multiple`: check boxes.

use super::{Ask, Review, options};
use crate::dom::View;
use engine::kinds::{Response, multiple::Question};

/// To be answered.
pub fn open(question: &Question, ask: Ask) -> View {
    let hint = ask.words.multiple_hint;
    options::group(
        &question.options,
        ask,
        ("checkbox", hint),
        |response, place| matches!(response, Response::Multiple(chosen) if chosen.contains(&place)),
        |before, place| {
            let mut chosen = match before {
                Some(Response::Multiple(chosen)) => chosen,
                _ => Default::default(),
            };
            chosen.toggle(place);
            Response::Multiple(chosen)
        },
    )
}

/// With its reasons.
pub fn review(question: &Question, review: Review<'_>) -> View {
    let chosen = match &review.response {
        Some(Response::Multiple(chosen)) => chosen.clone(),
        _ => Default::default(),
    };
    options::look_back(&question.options, &review, &chosen, &question.keys)
}
