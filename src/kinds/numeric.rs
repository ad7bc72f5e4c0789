//! `numeric`: a field for a number.

use super::{Ask, ERROR_ID, Review, typed};
use crate::dom::{
    IntoView, View, ev,
    tags::{div, input, label, p, span},
};
use crate::platform::intl;
use crate::platform::page;
use engine::kinds::{Response, numeric::Question};

/// To be answered.
pub fn open(question: &Question, ask: Ask) -> View {
    let Ask { words, response, respond, .. } = ask;
    let typed = match response.peek() {
        Some(Response::Numeric(typed)) => typed,
        _ => String::new(),
    };
    let tolerance = tolerance(question, words.lang);
    let unit = question.unit.clone();
    div()
        .class("answer")
        .child((
            label().attr("for", "answer-field").class("field-label").child((words.numeric_label)(&unit)),
            p().id("answer-hint").class("hint").child((words.numeric_hint)(&tolerance)),
            div().class("field-row").child((
                input()
                    .id("answer-field")
                    .class("field number")
                    .attr("type", "text")
                    .attr("inputmode", "decimal")
                    .attr("autocomplete", "off")
                    .attr("aria-describedby", format!("answer-hint {ERROR_ID}"))
                    .value(&typed)
                    .on(ev::INPUT, move |event| respond(Response::Numeric(page::field_text(&event)))),
                span().class("unit").attr("aria-hidden", "true").child(unit),
            )),
        ))
        .into_view()
}

/// With its reasons.
pub fn review(question: &Question, review: Review<'_>) -> View {
    let typed = match &review.response {
        Some(Response::Numeric(typed)) => Some(typed.as_str()),
        _ => None,
    };
    let words = review.words;
    let mut right = format!("{} {}", question.key, question.unit);
    let tolerance = tolerance(question, words.lang);
    if !tolerance.is_empty() {
        right = format!("{right} ({})", (words.within)(&tolerance));
    }
    let trap = typed.and_then(|typed| question.trap(typed, review.traps())).filter(|_| !review.is_right());
    typed::look_back(&review, typed, right.trim().to_owned(), trap)
}

fn tolerance(question: &Question, lang: &str) -> String {
    if question.tolerance > 0.0 {
        format!("{} {}", intl::exact(lang, question.tolerance), question.unit).trim().to_owned()
    } else {
        String::new()
    }
}
