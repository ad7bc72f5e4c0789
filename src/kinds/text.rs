//! `text`: a field for a word, or for the lines of an output.

use super::{Ask, ERROR_ID, Review, typed};
use crate::dom::{
    El, IntoView, View, ev,
    tags::{div, input, label, p, textarea},
};
use crate::{platform::page, words::Words};
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
    let several = question.lines > 1;
    let given = move |event: web_sys::Event| respond(Response::Text(page::field_text(&event)));
    let field = if several {
        textarea().attr("rows", question.lines.saturating_add(1).to_string())
    } else {
        input().attr("type", "text")
    };
    let field = literal(field)
        .id("answer-field")
        .class("field")
        .attr("aria-describedby", format!("answer-hint {ERROR_ID}"))
        .value(&typed)
        .on(ev::INPUT, given);
    div()
        .class("answer")
        .child((
            label().attr("for", "answer-field").class("field-label").child(words.text_label),
            p().id("answer-hint").class("hint").child(hint(question.compare, several, words)),
            field,
        ))
        .into_view()
}

/// A field that leaves what is typed as it is.
pub fn literal(field: El) -> El {
    field.attr("autocapitalize", "off").attr("autocomplete", "off").attr("spellcheck", "false").attr("dir", "ltr")
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
