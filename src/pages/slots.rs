//! The line of questions: one button for each, with where it stands.

use super::controls::turn_to;
use crate::{
    dom::{
        CollectView, IntoView, View, ev,
        tags::{button, li, nav, ol},
    },
    store::Store,
    words::More,
};
use engine::{
    grade::{Grade, Verdict},
    state::Slot,
};

/// One button for each question, with where it stands.
pub fn slots(store: Store) -> View {
    let words = store.more();
    // Where the answers decide what comes next, there is no way back, and no line to walk along.
    let adapts = store.look(|model| model.session.as_ref().is_some_and(|now| now.record().quiz.mode.rules().adapts()));
    if adapts {
        return ().into_view();
    }
    let count =
        store.look(|model| model.session.as_ref().map(|session| session.state().slots.len())).unwrap_or_default();
    let states = store.memo(|model| {
        let Some(session) = &model.session else { return Vec::new() };
        let at = session.state().at;
        let state =
            |(place, slot): (usize, &Slot)| (place == at, class(slot, session.shows_feedback(place)), slot.flagged);
        session.state().slots.iter().enumerate().map(state).collect::<Vec<_>>()
    });
    let one = |place: usize| {
        let state = move || states.with(|states| states.get(place).copied()).flatten().unwrap_or((false, "", false));
        let label = move || {
            let (_, class, flagged) = state();
            let mut text = said(class, words).to_owned();
            if flagged {
                text = format!("{text}, {}", words.slot_flagged);
            }
            (words.slot_state)(place + 1, &text)
        };
        li().child(
            button()
                .attr("type", "button")
                .class(move || format!("slot {}{}", state().1, if state().2 { " is-flagged" } else { "" }))
                .attr("aria-label", label)
                .attr("aria-current", move || state().0.then_some("step"))
                .on(ev::CLICK, move |_| turn_to(store, place))
                .child((place + 1).to_string()),
        )
    };
    nav()
        .attr("aria-label", words.all_questions)
        .child(ol().class("slots").child((0..count).map(one).collect_view()))
        .into_view()
}

/// How a question stands, as a class; what was graded shows only where its reasons may.
pub fn class(slot: &Slot, reasons: bool) -> &'static str {
    match (slot.grade.filter(|_| reasons).map(Grade::verdict), &slot.response) {
        (Some(Verdict::Right), _) => "is-right",
        (Some(Verdict::Partly), _) => "is-partly",
        (Some(Verdict::Wrong), _) => "is-wrong",
        (None, Some(_)) => "is-answered",
        (None, None) if slot.gave_up => "is-answered",
        (None, None) if slot.skipped => "is-skipped",
        (None, None) => "is-open",
    }
}

/// The same in words.
pub fn said(class: &str, words: &'static More) -> &'static str {
    match class {
        "is-right" => (words.verdict)(Verdict::Right),
        "is-partly" => (words.verdict)(Verdict::Partly),
        "is-wrong" => (words.verdict)(Verdict::Wrong),
        "is-answered" => words.slot_answered,
        "is-skipped" => words.slot_skipped,
        _ => words.slot_open,
    }
}
