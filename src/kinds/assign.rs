//! What `match` and `classify` share: things that are each given a choice, and the look back at them.

use super::{Ask, Review, options};
use crate::components::rich::rich;
use crate::dom::{
    CollectView, El, IntoView, View, ev,
    tags::{div, fieldset, input, label, legend, li, option, select, span, ul},
};
use crate::platform::page;
use engine::{
    kinds::{Response, assign::Response as Choices},
    rich::{Block, Inline, Rich},
};

/// The choices of an answer.
pub fn given(response: Option<Response>) -> Choices {
    match response {
        Some(Response::Match(choices) | Response::Classify(choices)) => choices,
        _ => Choices::new(),
    }
}

/// The places of parts in the bank's order.
pub fn in_order(parts: &[Rich]) -> Vec<u8> {
    (0..).zip(parts).map(|(place, _)| place).collect()
}

/// A row for each thing, with buttons for its choices or with a list of them; both are shown in the
/// order of their places.
pub fn open(
    ask: Ask,
    buttons: bool,
    (things, places): (&[Rich], Vec<u8>),
    (choices, offered): (&[Rich], Vec<u8>),
) -> View {
    let words = ask.more();
    let Ask { response, respond, .. } = ask;
    let now = given(response.peek());
    let row = |place: &u8| {
        let thing = rich(things.get(usize::from(*place))?, words);
        let chosen = now.get(usize::from(*place)).copied().flatten();
        let name = place.to_string();
        let choice = |place: &u8| {
            let choice = choices.get(usize::from(*place))?;
            let value = place.to_string();
            Some(if buttons {
                let radio = input()
                    .attr("type", "radio")
                    .attr("name", name.as_str())
                    .attr("value", value)
                    .attr("data-pick", "")
                    .attr("checked", chosen == Some(*place));
                label().class("pick").child((radio, div().child(rich(choice, words))))
            } else {
                let code = is_code(choice).then_some("no");
                option().attr("value", value).attr("translate", code).child(choice.plain())
            })
        };
        let choices = offered.iter().filter_map(choice).collect_view();
        Some(if buttons {
            fieldset().class("assign").child((legend().child(thing), div().class("pick-row").child(choices)))
        } else {
            let list = select().attr("name", name).child((option().attr("value", "").child(words.choose), choices));
            let value = chosen.map(|place| place.to_string()).unwrap_or_default();
            label().class("assign").child((div().child(thing), list.value(&value)))
        })
    };
    let rows = places.iter().filter_map(row).collect_view();
    // One listener for all: a field's name is the place of its thing, and its value that of the choice.
    let change = move |event| {
        let mut choices = given(response.peek());
        choices.resize(places.len(), None);
        let thing: Option<usize> = page::field(&event, "name").parse().ok();
        if let Some(place) = thing.and_then(|thing| choices.get_mut(thing)) {
            *place = page::field_text(&event).parse().ok();
        }
        respond(if buttons { Response::Classify(choices) } else { Response::Match(choices) });
    };
    let hint = if buttons { words.classify_hint } else { words.match_hint };
    options::frame(words, hint).on(ev::CHANGE, change).child(rows).into_view()
}

/// Whether a choice is code alone.
fn is_code(choice: &Rich) -> bool {
    matches!(choice.0.as_slice(), [Block::Para(run)] if matches!(run.as_slice(), [Inline::Code(_)]))
}

/// Each thing with what was chosen for it, what is right, and why; `why_not` knows more of a wrong choice.
pub fn look_back(
    (things, choices, key): (&[Rich], &[Rich], &[u8]),
    places: &[u8],
    review: &Review<'_>,
    why_not: &dyn Fn(u8) -> Option<El>,
) -> View {
    let words = review.words;
    let given = given(review.response.clone());
    let line = |class: &'static str, said: &'static str, choice: Option<&Rich>| {
        div().class("assigned").child((span().class(class).child(said), choice.map(|choice| rich(choice, words))))
    };
    let row = |place: &u8| {
        let at = usize::from(*place);
        let (thing, right) = (things.get(at)?, *key.get(at)?);
        let choice = given.get(at).copied().flatten();
        let (class, sign, said) = match choice {
            Some(choice) if choice == right => ("outcome is-right", "✓", words.right_choice),
            Some(_) => ("outcome is-wrong", "✕", words.wrong_choice),
            None => ("outcome", "○", words.unanswered),
        };
        let named = |place: u8| choices.get(usize::from(place));
        let missed = (choice != Some(right)).then(|| line("outcome-said is-key", words.right_answer, named(right)));
        let wrong = choice.filter(|choice| *choice != right);
        let body = div().class("outcome-body").child((
            div().class("outcome-text").child(rich(thing, words)),
            line("outcome-said", said, choice.and_then(named)),
            wrong.and_then(why_not),
            missed,
            review.why(*place),
        ));
        Some(li().class(class).child((span().class("outcome-sign").attr("aria-hidden", "true").child(sign), body)))
    };
    ul().class("outcomes").child(places.iter().filter_map(row).collect_view()).into_view()
}
