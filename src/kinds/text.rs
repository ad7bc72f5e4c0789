//! `text`: a field for a word, or for the lines of an output.

use super::{Ask, Review, typed};
use crate::dom::{IntoView, View, tags::div};
use crate::words::Words;
use engine::kinds::{
    Response,
    text::{Compare, Question},
};

/// To be answered.
pub fn open(question: &Question, ask: Ask) -> View {
    let Ask { words, response, respond, .. } = ask;
    let typed = match response.peek() {
        Some(Response::Text(typed)) => typed,
        _ => String::new(),
    };
    let hint = hint(question.compare, question.lines > 1, words);
    let given = move |text| respond(Response::Text(text));
    let field = typed::field(question.lines);
    let labelled = typed::labelled("answer", (words.text_label, &hint), field, &typed, Box::new(given));
    div().class("answer").child(labelled).into_view()
}

/// What does not count in a field.
pub fn hint(compare: Compare, several: bool, words: &Words) -> String {
    let compare = match compare {
        Compare::Exact => "exact",
        Compare::Spaces => "spaces",
        Compare::Words => "words",
    };
    (words.text_hint)(compare, several)
}

/// With its reasons.
pub fn review(question: &Question, review: Review<'_>) -> View {
    let typed = match &review.response {
        Some(Response::Text(typed)) => Some(typed.as_str()),
        _ => None,
    };
    let right = question.accept.first().cloned().unwrap_or_default();
    let trap = typed.and_then(|typed| question.trap(typed, review.traps()));
    typed::look_back(&review, typed, right, trap)
}
