//! `single`: radio buttons.

use super::{Ask, Review, options};
use crate::dom::View;
use engine::kinds::{Response, single::Question};

/// To be answered.
pub fn open(question: &Question, ask: Ask) -> View {
    let hint = ask.words.single_hint;
    options::group(
        &question.options,
        ask,
        ("radio", hint),
        |response, place| *response == Response::Single(place),
        |_, place| Response::Single(place),
    )
}

/// With its reasons.
pub fn review(question: &Question, review: Review<'_>) -> View {
    let chosen = match review.response {
        Some(Response::Single(place)) => [place].into(),
        _ => Default::default(),
    };
    options::look_back(&question.options, &review, &chosen, &[question.key].into())
}
