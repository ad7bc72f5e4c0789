//! What `single` and `multiple` share: a group of options, and the look back at them.

use super::{Ask, ERROR_ID, Review};
use crate::dom::{
    CollectView, El, IntoView, View, ev,
    tags::{details, div, fieldset, input, label, legend, li, p, span, summary, ul},
};
use crate::{
    components::rich::rich,
    words::{More, Words},
};
use engine::{kinds::Response, rich::Rich, sorted::Set};
use std::rc::Rc;

/// The letters that stand before options and choose them.
const LETTERS: [&str; 9] = ["A", "B", "C", "D", "E", "F", "G", "H", "I"];

/// A group of radio buttons or check boxes.
pub fn group(
    options: &[Rich],
    ask: Ask,
    (kind, hint): (&'static str, &'static str),
    is_chosen: fn(&Response, u8) -> bool,
    choose: fn(Option<Response>, u8) -> Response,
) -> View {
    let Ask { words, shown, response, respond, .. } = ask;
    let row = |(place, letter): (u8, &'static str)| {
        let option = options.get(usize::from(place))?;
        let respond = Rc::clone(&respond);
        let box_ = input()
            .attr("type", kind)
            .attr("name", "answer")
            .attr("data-pick", "")
            .prop("checked", move || response.get().is_some_and(|now| is_chosen(&now, place)))
            .on(ev::CHANGE, move |_| respond(choose(response.peek(), place)));
        let text = div().class("option-text").child(rich(option, words));
        let letter = span().class("option-letter").attr("aria-hidden", "true").attr("translate", "no").child(letter);
        Some(label().class("option").child((box_, letter, text)))
    };
    let rows = shown.iter().copied().zip(LETTERS).filter_map(row).collect_view();
    frame(words, hint).child(div().class("options").child(rows)).into_view()
}

/// The frame around an answer of several parts: its name and what to do.
pub fn frame(words: &'static Words, hint: impl IntoView) -> El {
    fieldset()
        .class("answer")
        .attr("aria-describedby", format!("answer-hint {ERROR_ID}"))
        .child((legend().child(words.your_answer), p().id("answer-hint").class("hint").child(hint)))
}

/// The options with what was chosen, what is right, and why.
pub fn look_back(options: &[Rich], review: &Review<'_>, chosen: &Set<u8>, keys: &Set<u8>) -> View {
    let words = review.words;
    let matters = |place: &u8| review.all || chosen.contains(place) || keys.contains(place);
    let row = |place: &u8| {
        let option = options.get(usize::from(*place))?;
        let state = (chosen.contains(place), keys.contains(place));
        Some(outcome(option, review.why(*place), state, keys.len() > 1, words))
    };
    let (first, rest): (Vec<u8>, Vec<u8>) = review.shown.iter().partition(|place| matters(place));
    // They are there for their reasons alone.
    let others = (!rest.is_empty() && review.note.is_some()).then(|| {
        details().class("others").child((
            summary().child(words.other_options),
            ul().class("outcomes").child(rest.iter().filter_map(row).collect_view()),
        ))
    });
    div().child((ul().class("outcomes").child(first.iter().filter_map(row).collect_view()), others)).into_view()
}

/// An option with its sign: whether it was chosen, whether it is right, and why.
pub fn outcome(
    option: &Rich,
    why: Option<El>,
    (chosen, right): (bool, bool),
    several: bool,
    words: &'static More,
) -> View {
    let (class, sign, said) = match (chosen, right) {
        (true, true) => ("outcome is-right", "✓", words.right_choice),
        (false, true) if several => ("outcome is-missed", "→", words.missed_choice),
        (false, true) => ("outcome is-missed", "→", words.right_answer),
        (true, false) => ("outcome is-wrong", "✕", words.wrong_choice),
        (false, false) => ("outcome", "·", words.left_out),
    };
    li().class(class)
        .child((
            span().class("outcome-sign").attr("aria-hidden", "true").child(sign),
            div().class("outcome-body").child((
                p().class("outcome-said").child(said),
                div().class("outcome-text").child(rich(option, words)),
                why,
            )),
        ))
        .into_view()
}
