//! `text`: a field for a word, or for the lines of an output.

use super::{Ask, Review, typed};
use crate::dom::{
    CollectView, El, IntoView, View,
    tags::{code, div, h3, li, ol, p, span, ul},
};
use crate::words::{More, Words};
use engine::kinds::{
    Response,
    diff::Side,
    text::{Compare, Question},
};

/// To be answered.
pub fn open(question: &Question, ask: Ask) -> View {
    let Ask { words, response, respond, .. } = ask;
    let typed = match response.peek() {
        Some(Response::Text(typed)) => typed,
        _ => String::new(),
    };
    let unit = if question.unit.is_empty() { "" } else { words.unit_hint };
    let hint = [&hint(question.compare, question.lines > 1, words), " ", unit].concat();
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
    let words = review.words;
    let typed = match &review.response {
        Some(Response::Text(typed)) if !typed.trim().is_empty() => Some(typed.as_str()),
        _ => None,
    };
    let trap = typed.and_then(|typed| question.trap(typed, review.traps()));
    let wrong = typed.filter(|_| !review.is_right());
    let lines = wrong.map(|typed| question.diff(typed)).unwrap_or_default();
    let answers = if lines.is_empty() {
        let label = if question.contains.is_empty() { words.accepted } else { words.one_right };
        (typed::answers(&review, typed, question.shown(), label), wrong.and_then(|typed| lack(question, typed, words)))
            .into_view()
    } else {
        difference(&lines, words)
    };
    div().child((answers, typed::reasons(&review, trap))).into_view()
}

/// What alone is missing in a wrong answer.
fn lack(question: &Question, typed: &str, words: &More) -> Option<El> {
    let missing = question.missing(typed);
    let fragments = missing.iter().map(|fragment| li().child(code().attr("translate", "no").child(*fragment)));
    if question.missing_unit(typed).is_some() {
        Some(p().class("lack").child(words.lacks_unit))
    } else if missing.is_empty() {
        None
    } else {
        Some(div().class("lack").child((p().child(words.lacks), ul().child(fragments.collect_view()))))
    }
}

/// The answer and the real output in one, line by line.
fn difference(lines: &[(Side, String)], words: &More) -> View {
    let line = |(side, text): &(Side, String)| {
        let (class, sign, said) = match side {
            Side::Both => ("diff-line", " ", words.line_same),
            Side::Given => ("diff-line is-wrong", "−", words.line_yours),
            Side::Real => ("diff-line is-right", "+", words.line_real),
        };
        li().class(class).child((
            span().class("diff-sign").attr("aria-hidden", "true").child(sign),
            span().class("unseen").child(said),
            span().class("diff-text").attr("translate", "no").attr("dir", "ltr").child(text.clone()),
        ))
    };
    let sign = |sign: &'static str, said: &'static str| span().child((sign, " ", said));
    div()
        .class("diff")
        .child((
            h3().child(words.diff_title),
            p().class("hint diff-signs")
                .attr("aria-hidden", "true")
                .child((sign("−", words.line_yours), sign("+", words.line_real))),
            ol().child(lines.iter().map(line).collect_view()),
        ))
        .into_view()
}
