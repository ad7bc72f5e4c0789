//! What `cloze` and `table` share: fields inside content, and the look back at them.

use super::{Ask, Review, options, text, typed};
use crate::dom::{
    CollectView, IntoView, View, ev,
    tags::{code, dd, div, dl, dt, input, label, li, option, p, select, span, ul},
};
use crate::{components::rich::filled, platform::page, words::More};
use engine::kinds::{
    Response,
    blanks::{Blank, Blanks},
};
use std::rc::Rc;

/// To be answered; `wrap` makes the kind's response of what stands in the blanks.
pub fn open(question: &Blanks, ask: Ask, hint: &'static str, wrap: fn(Vec<String>) -> Response) -> View {
    let words = ask.more();
    let Ask { response, respond, .. } = ask;
    let count = question.list.len();
    let before = given(response.peek());
    let field = |place: usize| {
        let blank = question.list.get(place)?;
        let respond = Rc::clone(&respond);
        let field = if blank.options.is_empty() {
            // In bytes: letters beyond ASCII only make the field a little wider.
            let longest = blank.accept.iter().map(String::len).max().unwrap_or_default();
            typed::literal(input().attr("type", "text")).style("--letters", &longest.to_string())
        } else {
            let choice = |text: &String| option().attr("value", text.as_str()).child(text.as_str());
            select().child((option().attr("value", "").child("…"), blank.options.iter().map(choice).collect_view()))
        };
        let put = move |event: web_sys::Event| {
            let mut now = given(response.peek());
            while now.len() < count {
                now.push(String::new());
            }
            if let Some(one) = now.get_mut(place) {
                *one = page::field_text(&event);
            }
            respond(wrap(now));
        };
        let field = field
            .attr("aria-label", name(blank, place, count, words))
            .attr("aria-description", blank.around.as_str())
            .value(before.get(place).map_or("", String::as_str))
            .on(ev::INPUT, put);
        Some(label().class("blank").attr("dir", "ltr").attr("translate", "no").child(field))
    };
    let body = filled(&question.body, words, &|place| field(place).into_view());
    // What holds for the strictest field is true of all.
    let strictest = question.list.iter().filter(|blank| blank.options.is_empty()).map(|blank| blank.compare).min();
    let hint = (hint, " ", strictest.map(|one| text::hint(one, false, words))).into_view();
    options::frame(words, hint).child(div().class("blanks").child(body)).into_view()
}

/// How a blank is called: by its number, or by its column and row.
fn name(blank: &Blank, place: usize, count: usize, words: &More) -> String {
    if blank.column.is_empty() { (words.blank)(place + 1, count) } else { (words.cell)(&blank.column, blank.row) }
}

/// What stands in the blanks so far.
fn given(response: Option<Response>) -> Vec<String> {
    match response {
        Some(Response::Cloze(given) | Response::Table(given)) => given,
        _ => Vec::new(),
    }
}

/// With its reasons: the body with what was given, and then each blank.
pub fn review(question: &Blanks, review: &Review<'_>) -> View {
    let words = review.words;
    let given = given(review.response.clone());
    let outcome = |place: usize| {
        let blank = question.list.get(place)?;
        let text = given.get(place).map_or("", |text| text.trim());
        let (class, sign, said) = match (blank.is_right(text), text.is_empty()) {
            (true, _) => ("is-right", "✓", words.right_choice),
            (false, false) => ("is-wrong", "✕", words.wrong_choice),
            (false, true) => ("is-wrong", "✕", words.unanswered),
        };
        Some((blank, text, class, sign, said))
    };
    let shown = |place: usize| {
        let (_, text, class, sign, said) = outcome(place)?;
        let text = if text.is_empty() { "…" } else { text };
        Some(span().class(format!("blank {class}")).attr("dir", "ltr").child((
            span().class("blank-text").attr("translate", "no").child(text),
            span().attr("aria-hidden", "true").child(sign),
            span().class("unseen").child(format!(" ({said}) ")),
        )))
    };
    let row = |place: usize| {
        let (blank, text, class, sign, said) = outcome(place)?;
        let pair = |term: &'static str, text: &str| {
            let text = code().attr("translate", "no").attr("dir", "ltr").child(text);
            (!term.is_empty()).then(|| div().child((dt().child(term), dd().child(text))))
        };
        let right = blank.accept.first().filter(|_| class != "is-right");
        let traps = review.traps().iter().filter(|trap| usize::from(trap.part) == place);
        let fallen = blank.trap(place, text, review.traps());
        let reasons = traps
            .filter(|trap| review.all || fallen.is_some_and(|fallen| std::ptr::eq(fallen, *trap)))
            .map(|trap| typed::reason(trap, words));
        let body = div().class("outcome-body").child((
            p().class("outcome-said").child(format!("{} · {said}", name(blank, place, question.list.len(), words))),
            dl().class("blank-answers").child((
                pair(if text.is_empty() { "" } else { words.you_answered }, text),
                right.and_then(|right| pair(words.accepted, right)),
            )),
            review.why(u8::try_from(place).unwrap_or(u8::MAX)),
            reasons.collect_view(),
        ));
        let sign = span().class("outcome-sign").attr("aria-hidden", "true").child(sign);
        Some(li().class(format!("outcome {class}")).child((sign, body)))
    };
    let body = filled(&question.body, words, &|place| shown(place).into_view());
    let rows = (0..question.list.len()).map(row).collect_view();
    (div().class("blanks").child(body), ul().class("outcomes").child(rows)).into_view()
}
